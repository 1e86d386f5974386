"""The marketplace's own door: people, products, orders and returns it reports, notices and transcripts it posts.

Only for a program with the operator's scope (`create_api_client --operator`). Everything is safe to repeat.
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import status
from rest_framework.exceptions import ValidationError
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.models import AccessToken, Buyer, User
from messaging.announcing import NoConsent, announce
from messaging.api.base import ApiView
from messaging.api.describing import problems
from messaging.api.problems import Problem
from messaging.api.serializers.marketplace import (
    MOST_ID_CHARS,
    NoticeSerializer,
    NoticesSerializer,
    PostedSerializer,
    RowResultSerializer,
    RowResultsSerializer,
    RowSerializer,
    RowsSerializer,
    TranscriptSerializer,
)
from messaging.models import Category, Side
from messaging.returning import report_returns
from messaging.serving import Line, keep_transcript
from orders.importing import KINDS, RowResult, Taken, import_rows
from orders.importing import Problem as RowProblem
from orders.models import Order

KIND = OpenApiParameter("kind", str, OpenApiParameter.PATH, enum=list(KINDS))


class ForMarketplace(BasePermission):
    """A token of a program without a shop. A person's own token never has this scope, whoever they are."""

    def has_permission(self, request: Request, view: object) -> bool:
        token = request.auth
        return isinstance(token, AccessToken) and token.client is not None and token.client.seller_id is None


class RowRefused(Problem):
    status_code = status.HTTP_422_UNPROCESSABLE_ENTITY
    type = "urn:messagecenter:problem:row-refused"

    def __init__(self, result: RowResult) -> None:
        told = [f"{problem.field}: {problem.because}" for problem in result.problems]
        super().__init__(" ".join(told), code="refused")
        self.title = _("The row was not taken")
        self.errors = tuple(
            {"code": "refused", "detail": problem.because, "pointer": "/" + problem.field.replace(".", "/")}
            for problem in result.problems
        )


class MarketplaceView(ApiView):
    permission_classes = [ForMarketplace]
    http_method_names = ["put", "post"]

    def take(self, kind: str, rows: list[Any]) -> list[RowResult]:
        if kind not in KINDS:
            names = ", ".join(KINDS)
            raise ValidationError({"kind": [_("Known are: %(names)s.") % {"names": names}]}, code="kind")
        return report_returns(rows, now=self.now) if kind == "returns" else import_rows(kind, rows)


class RowsView(MarketplaceView):
    @extend_schema(
        operation_id="put_rows",
        parameters=[KIND],
        request=RowsSerializer,
        responses={200: RowResultsSerializer, **problems(400, 401, 403)},
    )
    def put(self, request: Request, kind: str) -> Response:
        """Up to 500 rows of one kind, made or changed by their keys; each has a result of its own."""
        results = self.take(kind, self.read_body(RowsSerializer)["rows"])
        return Response({"results": [RowResultSerializer(result).data for result in results]})


class RowView(MarketplaceView):
    @extend_schema(
        operation_id="put_row",
        parameters=[KIND],
        request=RowSerializer,
        responses={200: RowResultSerializer, 201: RowResultSerializer, **problems(400, 401, 403, 422)},
    )
    def put(self, request: Request, kind: str, key: str) -> Response:
        """One row under its key: a buyer's e-mail address, a shop's name, a SKU, an order's number, a return's id."""
        if not isinstance(request.data, dict):
            raise ValidationError({"non_field_errors": [_("Send one JSON object.")]}, code="not_an_object")
        name = KINDS[kind][0].key if kind in KINDS else "key"
        [result] = self.take(kind, [{**request.data, name: key}])
        if result.taken == Taken.REFUSED:
            raise RowRefused(result)
        made = result.taken == Taken.CREATED
        return Response(RowResultSerializer(result).data, status=201 if made else 200)


class NoticesView(MarketplaceView):
    @extend_schema(
        operation_id="post_notices",
        request=NoticesSerializer,
        responses={200: RowResultsSerializer, **problems(400, 401, 403)},
    )
    def post(self, request: Request) -> Response:
        """Up to 500 notices, each posted once by its id; promotions only to buyers who agreed to them."""
        items = self.read_body(NoticesSerializer)["notices"]
        results = [self._post(index, item) for index, item in enumerate(items)]
        return Response({"results": [RowResultSerializer(result).data for result in results]})

    def _post(self, index: int, item: Any) -> RowResult:
        parsed = NoticeSerializer(data=item)
        key = str(item.get("id", ""))[:80] if isinstance(item, dict) else ""
        if not parsed.is_valid():
            told = [RowProblem(str(name), str(texts[0])) for name, texts in parsed.errors.items()]
            return RowResult(index, key, Taken.REFUSED, tuple(told))
        wanted = parsed.validated_data
        buyer = _buyer(wanted["buyer"])
        order = (
            Order.objects.filter(number=wanted["order"], buyer=buyer).first() if "order" in wanted else None
        )
        if buyer is None:
            return _refused(index, key, "buyer", _("No buyer with this e-mail address is known."))
        if "order" in wanted and order is None:
            return _refused(index, key, "order", _("This buyer has no order of this number."))
        try:
            _thread, made = announce(
                key,
                buyer=buyer,
                category=Category(wanted["category"]),
                subject=wanted["subject"],
                body=wanted["body"],
                order=order,
                now=self.now,
            )
        except NoConsent:
            return _refused(index, key, "category", _("This buyer has not agreed to promotions."))
        return RowResult(index, key, Taken.CREATED if made else Taken.UNCHANGED)


class TranscriptView(MarketplaceView):
    @extend_schema(
        operation_id="put_transcript",
        request=TranscriptSerializer,
        responses={200: PostedSerializer, 201: PostedSerializer, **problems(400, 401, 403)},
    )
    def put(self, request: Request, reference: str) -> Response:
        """A chat, mail or call that was held elsewhere, kept once as a case the buyer can go on with."""
        if len(reference) > MOST_ID_CHARS:
            sentence = _("An id has up to %(most)d characters.") % {"most": MOST_ID_CHARS}
            raise ValidationError({"reference": [sentence]}, code="max_length")
        asked = self.read_body(TranscriptSerializer)
        buyer = _buyer(asked["buyer"])
        if buyer is None:
            sentence = _("No buyer with this e-mail address is known.")
            raise ValidationError({"buyer": [sentence]}, code="unknown_buyer")
        lines = [
            Line(Side.BUYER if line["side"] == "buyer" else Side.PLATFORM, line["text"], line["at"])
            for line in asked["lines"]
        ]
        thread, made = keep_transcript(
            reference, buyer=buyer, subject=asked["subject"], lines=lines, now=self.now
        )
        body = {"id": reference, "thread": str(thread.pk)}
        return Response(body, status=201 if made else 200)


def _buyer(email: str) -> Buyer | None:
    return Buyer.objects.select_related("user").filter(user__email=User.objects.fold(email)).first()


def _refused(index: int, key: str, field: str, because: str) -> RowResult:
    return RowResult(index, key, Taken.REFUSED, (RowProblem(field, because),))

"""What the policy would say of a text."""

from __future__ import annotations

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from messaging.api.base import ApiView
from messaging.api.describing import problems
from messaging.api.finding import find_order, mailbox_of
from messaging.api.problems import finding_errors
from messaging.api.serializers.policy import PolicyCheckSerializer, PolicyVerdictSerializer
from messaging.api.writing import about_order, nothing_at
from messaging.models import Side, Thread
from messaging.screening import check_text


class PolicyCheckView(ApiView):
    @extend_schema(
        operation_id="check_policy",
        request=PolicyCheckSerializer,
        responses={200: PolicyVerdictSerializer, **problems(400, 401, 403, 404)},
    )
    def post(self, request: Request) -> Response:
        """The findings in a text, without sending it; the same engine that judges what is sent."""
        asked = self.read_body(PolicyCheckSerializer)
        thread: Thread | None = None
        if "order" in asked:
            try:
                order, side = find_order(self.user, asked["order"])
            except Http404 as error:
                raise nothing_at("/order") from error
            thread = about_order(order, side)
        else:
            _mailbox, side = mailbox_of(self.user)
        is_proactive = side == Side.SELLER and asked["proactive"]
        verdict = check_text(asked["body"], thread=thread, side=side, is_proactive=is_proactive, now=self.now)
        return Response(
            {
                "outcome": str(verdict.outcome),
                "labels": sorted(verdict.labels),
                "delivered_body": verdict.delivered_text,
                "findings": finding_errors(verdict),
            }
        )

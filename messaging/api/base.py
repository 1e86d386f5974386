"""What every view of the API shares: who is asking, strict input, once-only posts, no caching."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from django.utils import timezone
from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import Serializer
from rest_framework.views import APIView

from accounts.access import staff_of
from accounts.models import User
from messaging.api.parsing import ShallowJSONParser
from messaging.api.problems import KeyReused, OnlyLooking
from messaging.api.serializers.strict import EmptySerializer
from messaging.idempotency import MAX_KEY_CHARS, KeyUsedDifferently, Made, fingerprint_of, once

Input = TypeVar("Input", bound=Serializer[Any])


class ApiView(APIView):
    parser_classes = [ShallowJSONParser]
    # Not OPTIONS: the schema describes fields, once for everybody.
    http_method_names = ["get", "head", "post"]

    @property
    def user(self) -> User:
        user = self.request.user
        assert isinstance(user, User), "views that ask for the user are open to signed-in people only"
        return user

    def setup(self, request: Any, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.now: datetime = timezone.now()

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Response:
        response.headers.setdefault("Cache-Control", "private, no-store")
        return super().finalize_response(request, response, *args, **kwargs)

    def read_body(self, serializer_class: type[Input]) -> dict[str, Any]:
        """The checked body. Raises ValidationError; a key we do not know is an error too."""
        return self._checked(serializer_class(data=self.request.data, context={"view": self}))

    def read_query(self, serializer_class: type[Input]) -> dict[str, Any]:
        query = self.request.query_params.dict()
        return self._checked(serializer_class(data=query, context={"view": self}))

    def require_no_body(self) -> None:
        self.read_body(EmptySerializer)

    def require_writer(self) -> None:
        """Viewers of a shop read only. Raises OnlyLooking."""
        staff = staff_of(self.user)
        if staff is not None and not staff.may_write:
            raise OnlyLooking

    def make_once(self, what: str, make: Callable[[], object]) -> Made:
        """Make something under the request's Idempotency-Key; `what` says, in full, what was asked for."""
        key = self.request.headers.get("Idempotency-Key", "")
        if len(key) > MAX_KEY_CHARS or not (key.isascii() and key.isprintable()):
            detail = _("Idempotency-Key takes up to %(most)d printable ASCII characters.") % {
                "most": MAX_KEY_CHARS
            }
            raise ValidationError({"Idempotency-Key": [detail]}, code="bad_key")
        path = self.request.path.rstrip("/")
        fingerprint = fingerprint_of(self.request.method or "", path, what)
        try:
            return once(user=self.user, key=key, fingerprint=fingerprint, make=make, now=self.now)
        except KeyUsedDifferently as error:
            raise KeyReused from error

    @staticmethod
    def _checked(serializer: Serializer[Any]) -> dict[str, Any]:
        serializer.is_valid(raise_exception=True)
        checked: dict[str, Any] = serializer.validated_data
        return checked

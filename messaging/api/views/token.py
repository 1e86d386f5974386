"""Handing out bearer tokens."""

from __future__ import annotations

from drf_spectacular.utils import extend_schema
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.models import AccessToken
from messaging.api.base import ApiView
from messaging.api.describing import problems
from messaging.api.serializers.token import NewTokenSerializer, TokenSerializer
from messaging.api.signing_in import sign_in_person, sign_in_program


class TokenView(ApiView):
    # No session here: a page of another site must not get a token by a person's cookie.
    authentication_classes = ()
    permission_classes = (AllowAny,)
    throttle_scope = "token"

    @extend_schema(
        operation_id="get_token",
        auth=[],
        request=NewTokenSerializer,
        responses={200: TokenSerializer, **problems(400, 401, 403)},
    )
    def post(self, request: Request) -> Response:
        """A bearer token, good for 30 days, for a person or for a shop's program."""
        asked = self.read_body(NewTokenSerializer)
        if asked["grant_type"] == "password":
            user, client = sign_in_person(request._request, asked), None
        else:
            client = sign_in_program(request._request, asked)
            user = client.user
        token, plain = AccessToken.issue(user, now=self.now, client=client)
        return Response({"token": plain, "token_type": "Bearer", "expires_at": token.expires_at})

    def get_authenticate_header(self, request: Request) -> str:
        return 'Bearer realm="api"'

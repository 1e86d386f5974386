"""Who is asking, by bearer token."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request

from accounts.models import AccessToken, User


class BearerAuthentication(BaseAuthentication):
    """`Authorization: Bearer <token>`, as handed out by POST /token or `create_api_client`."""

    keyword = "Bearer"

    def authenticate(self, request: Request) -> tuple[User, AccessToken] | None:
        scheme, _space, plain = get_authorization_header(request).partition(b" ")
        if scheme.lower() != self.keyword.lower().encode():
            return None
        token = AccessToken.find(plain.decode("ascii", "replace").strip(), now=timezone.now())
        if token is None or self._left_the_shop(token):
            raise AuthenticationFailed(
                _("This token is unknown or has expired. Get a new one from /api/v1/token.")
            )
        return token.user, token

    def authenticate_header(self, request: Request) -> str:
        return f'{self.keyword} realm="api"'

    @staticmethod
    def _left_the_shop(token: AccessToken) -> bool:
        """A program acts for the shop it was made for, whatever its person does next."""
        return token.client is not None and not token.client.acts_for(token.user)


class BearerScheme(OpenApiAuthenticationExtension):
    target_class = BearerAuthentication
    name = "bearer"

    def get_security_definition(self, auto_schema: object) -> dict[str, str]:
        return {"type": "http", "scheme": "bearer"}

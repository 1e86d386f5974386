from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from rest_framework import serializers

from messaging.api.serializers.strict import StrictSerializer

# Which keys belong together, the first of each naming the way in.
WAYS_IN = {
    "password": ("email", "password"),
    "client_credentials": ("client_id", "client_secret"),
    "refresh_token": ("refresh_token",),
}


class NewTokenSerializer(StrictSerializer):
    """A person by e-mail and password (and `code`, with a second factor on), or a program by its credentials."""

    grant_type = serializers.ChoiceField(choices=list(WAYS_IN), required=False)
    email = serializers.CharField(required=False, max_length=254)
    password = serializers.CharField(required=False, max_length=200, trim_whitespace=False)
    code = serializers.CharField(required=False, max_length=20)
    client_id = serializers.CharField(required=False, max_length=40)
    client_secret = serializers.CharField(required=False, max_length=200)
    refresh_token = serializers.CharField(required=False, max_length=200)

    def validate(self, asked: dict[str, Any]) -> dict[str, Any]:
        asked["grant_type"] = asked.get("grant_type") or self._way_in(asked)
        missing = [name for name in WAYS_IN[asked["grant_type"]] if name not in asked]
        if missing:
            raise serializers.ValidationError(
                {name: [_("This is needed too.")] for name in missing}, code="required"
            )
        return asked

    @staticmethod
    def _way_in(asked: dict[str, Any]) -> str:
        if "refresh_token" in asked:
            return "refresh_token"
        return "client_credentials" if "client_id" in asked else "password"


class TokenSerializer(serializers.Serializer[Any]):
    token = serializers.CharField()
    token_type = serializers.CharField()
    expires_at = serializers.DateTimeField()

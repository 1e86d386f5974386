"""Pages by keyset: a cursor names the last row seen, is signed, and fits one person and one set of filters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core import signing
from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError

from accounts.models import User
from accounts.relay import keyed_digest

MAX_LIMIT = 100
USUAL_LIMIT = 25
SALT = "api-cursor"


class Cursors:
    """Writes and reads the cursors of one list as this person asked for it."""

    def __init__(self, user: User, what: str, filters: Mapping[str, Any]) -> None:
        asked = sorted(
            (name, str(value)) for name, value in filters.items() if name not in {"cursor", "limit"}
        )
        self._bound_to = keyed_digest("cursor", f"{user.pk} {what} {asked}")[:24]

    def write(self, *keys: str | int) -> str:
        return signing.dumps([self._bound_to, *keys], salt=SALT, compress=True)

    def read(self, cursor: str, *, count: int) -> list[Any]:
        """The keys written before. Raises ValidationError for a broken cursor or somebody else's."""
        try:
            bound_to, *keys = signing.loads(cursor, salt=SALT)
        except (signing.BadSignature, ValueError, TypeError):
            bound_to, keys = "", []
        if bound_to != self._bound_to or len(keys) != count:
            sentence = _(
                "This cursor belongs to another list. Start again without one, with the same filters."
            )
            raise ValidationError({"cursor": [sentence]}, code="bad_cursor")
        return keys

"""Input that is taken literally: what we do not know is refused, not ignored."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail


class StrictSerializer(serializers.Serializer[Any]):
    """Refuses unknown keys, so that a misspelt one is not lost and a guessed one changes nothing."""

    def to_internal_value(self, data: Any) -> Any:
        if isinstance(data, Mapping):
            unknown = sorted(str(key) for key in data if key not in self.fields)
            if unknown:
                sentence = _("This is not a key we know. Known are: %(known)s.") % {
                    "known": ", ".join(self.fields) or _("none")
                }
                raise serializers.ValidationError(
                    {key[:80]: [ErrorDetail(sentence, code="unknown_key")] for key in unknown[:20]}
                )
        return super().to_internal_value(data)


class EmptySerializer(StrictSerializer):
    """A request without a body."""

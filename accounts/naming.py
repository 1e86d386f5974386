"""Names that others see carry no way around the mask (RULES §1)."""

from __future__ import annotations

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

Finder = Callable[[str], bool]
# Fewer are a name ("7-Eleven", "Studio 54"); as many are the half of a phone number.
PHONE_DIGITS = 6
_finders: list[Finder] = []


def watch_names(finder: Finder) -> None:
    """Have names looked at by what knows contact details in their disguises; it lives in a room above this one."""
    if finder not in _finders:
        _finders.append(finder)


def require_only_a_name(name: str) -> None:
    """A validator of names that sellers see. Raises ValidationError when one holds contact details."""
    digits = sum(char.isdigit() for char in name)
    if digits >= PHONE_DIGITS or any(finds(name) for finds in _finders):
        raise ValidationError(
            _("Leave out phone numbers, addresses and links: sellers see this name."), code="contact"
        )

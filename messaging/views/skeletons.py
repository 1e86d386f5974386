"""Rows that a page draws many times: their template is rendered once per language, then only filled in.

Twenty-five rows through the template engine cost more than the whole rest of the page; filling a skeleton
costs a tenth of that. The words and the markup stay in the template, where they belong: `{name}` marks what is
filled in, and is escaped unless it is markup already.
"""

from __future__ import annotations

from functools import cache
from html import escape
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language


class Skeleton:
    """The parts of one template in one language."""

    def __init__(self, template: str) -> None:
        self._template = template
        self._parts: dict[str, SafeString] = {}

    def part(self, name: str) -> SafeString:
        """A part as it is, nothing to fill in."""
        if name not in self._parts:
            self._parts[name] = SafeString(render_to_string(self._template, {"part": name}).strip())
        return self._parts[name]

    def fill(self, part: str, /, **values: Any) -> SafeString:
        return self.put(part, **{key: _escaped(value) for key, value in values.items()})

    def put(self, part: str, /, **values: object) -> SafeString:
        """As `fill`, for values that are markup already, or figures and times of our own making."""
        return SafeString(self.part(part).format_map(values))


def _escaped(value: Any) -> str:
    return value if hasattr(value, "__html__") else escape(str(value))


def skeleton(template: str) -> Skeleton:
    """The template's skeleton in the active language."""
    return _skeleton(template, get_language())


@cache
def _skeleton(template: str, language: str | None) -> Skeleton:
    # `language` is the cache's key: parts are drawn in the active one.
    return Skeleton(template)

"""`{% draw_messages shown %}`: the messages of a thread; `in_place=True` redraws those on the page."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.safestring import SafeString

from messaging.views import drawing
from messaging.views.showing import ShownMessage

register = template.Library()


@register.simple_tag(takes_context=True)
def draw_messages(
    context: dict[str, Any], shown: list[ShownMessage], *, in_place: bool = False
) -> SafeString:
    """Needs `thread` in the context, and `seller_view` on the seller's pages."""
    return drawing.draw_messages(
        shown or [],
        thread=context["thread"],
        csrf_token=str(context["csrf_token"]),
        for_seller=bool(context.get("seller_view")),
        in_place=in_place,
    )

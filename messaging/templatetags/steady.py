"""`{% steady "name" key … %}…{% endsteady %}`: drawn once per language and keys, then repeated as it is.

For parts of the frame that are the same for everybody. Whatever the part shows must be among its keys: no
token, no name, nothing of a person belongs inside. Kept in the process, so it costs a look into a dict.
"""

from __future__ import annotations

from typing import Any

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()

# Keys come from a page's few states; should one ever come from outside, memory stays bounded all the same.
MOST_KEPT = 2000
_kept: dict[tuple[Any, ...], SafeString] = {}


class SteadyNode(template.Node):
    def __init__(self, keys: list[FilterExpression], nodelist: NodeList) -> None:
        self.keys = keys
        self.nodelist = nodelist

    def render(self, context: template.Context) -> SafeString:
        # The node itself is a key: two parts that chose one name are not mixed up.
        key = (self, get_language(), *(expression.resolve(context) for expression in self.keys))
        drawn = _kept.get(key)
        if drawn is None:
            if len(_kept) >= MOST_KEPT:
                _kept.clear()
            drawn = _kept[key] = self.nodelist.render(context)
        return drawn


@register.tag
def steady(parser: Parser, token: Token) -> SteadyNode:
    _name, *keys = token.split_contents()
    nodelist = parser.parse(("endsteady",))
    parser.delete_first_token()
    return SteadyNode([parser.compile_filter(key) for key in keys], nodelist)

"""`{% push_switch %}`: the switch of push on this device, for any page of a person's settings."""

from __future__ import annotations

from typing import Any

from django import template

from notifications import devices, vapid

register = template.Library()


@register.inclusion_tag("notifications/_push.html", takes_context=True)
def push_switch(context: template.Context) -> dict[str, Any]:
    if not (key := vapid.public_key()):
        return {}
    return {"push_key": key, "is_on": devices.subscription_of(context["request"]) is not None}

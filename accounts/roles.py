"""What the operator's people may do: three groups, filled after each migration."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig

MODERATOR = "moderator"
CUSTOMER_SERVICE = "customer service"
ADMINISTRATOR = "administrator"

# To view messages is to see that there are some: their text takes a reason besides, and is recorded.
_READ = {
    "accounts": ["view_buyer", "view_seller"],
    "orders": ["view_order", "view_orderitem", "view_product", "view_shipment", "view_return"],
    "messaging": ["view_thread", "view_message", "view_attachment", "view_dispute", "view_report"],
    "ledger": ["view_ledgerentry"],
    "metrics": ["view_obligation"],
    "claims": ["view_claim", "view_claimstep"],
}
_ROOMS = ("accounts", "orders", "messaging", "ledger", "metrics", "claims", "gateway", "notifications")

GROUPS: dict[str, dict[str, list[str]]] = {
    MODERATOR: {
        **_READ,
        "accounts": [*_READ["accounts"], "change_buyer", "change_seller"],
        "messaging": [*_READ["messaging"], "change_message", "change_dispute", "change_report"],
        "gateway": ["view_inboundmail"],
    },
    CUSTOMER_SERVICE: {
        **_READ,
        "accounts": [*_READ["accounts"], "change_buyer"],
        # To add a message is to answer a case, a thread to post a notice; to change a claim is to decide it.
        "messaging": [*_READ["messaging"], "add_message", "add_thread"],
        "claims": [*_READ["claims"], "change_claim"],
    },
    ADMINISTRATOR: {room: ["*"] for room in _ROOMS},
}


def fill_groups(app_config: AppConfig, **kwargs: Any) -> None:
    """Give each group its permissions of this app; safe to repeat, takes nothing away."""
    from django.contrib.auth.models import Group, Permission

    known = Permission.objects.using(kwargs["using"]).filter(content_type__app_label=app_config.label)
    for name, rooms in GROUPS.items():
        wanted = rooms.get(app_config.label)
        if wanted is None:
            continue
        group, _made = Group.objects.using(kwargs["using"]).get_or_create(name=name)
        group.permissions.add(*(known if wanted == ["*"] else known.filter(codename__in=wanted)))

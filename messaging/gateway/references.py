"""Which thread an alert mail was about, for mails that name it in References or In-Reply-To."""

from __future__ import annotations

from messaging.gateway.models import AlertReference
from messaging.models import Side, Thread

_MAX_REFERENCES = 50


def remember_alert(message_id: str, thread: Thread, side: Side) -> None:
    """Note an alert mail when it is sent; `side` is whose alert it is. Safe to call twice."""
    AlertReference.objects.get_or_create(
        message_id=message_id.strip().strip("<>"), defaults={"thread": thread, "side": side}
    )


def thread_of(message_id: str) -> AlertReference | None:
    """The alert with this Message-ID; None when we never sent it."""
    return (
        AlertReference.objects.select_related("thread__buyer__user", "thread__seller", "thread__order")
        .filter(message_id=message_id.strip().strip("<>"))
        .first()
    )


def alerts_named(message_ids: tuple[str, ...]) -> list[AlertReference]:
    """The alerts among these ids, in the order given."""
    wanted = list(dict.fromkeys(message_ids))[:_MAX_REFERENCES]
    found = {
        alert.message_id: alert
        for alert in AlertReference.objects.select_related(
            "thread__buyer__user", "thread__seller", "thread__order"
        ).filter(message_id__in=wanted)
    }
    return [found[name] for name in wanted if name in found]

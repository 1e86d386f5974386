"""Push notices: short, encrypted for one browser, replaced by the next one about the same thread.

One delivery goes to each of the person's devices. It is sent when one of them was reached; only when none was
is it tried again, so no device shows an alert twice.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from pywebpush import WebPusher

from accounts.relay import keyed_digest
from notifications import outside, vapid
from notifications.channels.base import CannotSend, NothingToSay
from notifications.content import content_of
from notifications.models import Delivery, PushSubscription

# A phone that was off for longer finds its messages in the inbox.
KEPT_FOR = timedelta(days=1)
MOST_TITLE_CHARS = 80
MOST_BODY_CHARS = 140
TOPIC_CHARS = 32
GONE = {404, 410}


class PushCarrier:
    def send(self, delivery: Delivery, *, now: datetime) -> None:
        devices = list(PushSubscription.objects.filter(user=delivery.person, user__is_active=True))
        if not devices or not settings.VAPID_PRIVATE_KEY:
            raise NothingToSay("no device")
        notice, topic = compose(delivery), topic_of(delivery)
        failures = [code for device in devices if (code := push(device, notice, topic=topic))]
        if len(failures) < len(devices):
            return
        lasting = [code for code in failures if code != "gone"]
        if not lasting:
            raise NothingToSay("no device")
        raise CannotSend(lasting[0], is_final=False)


def push(device: PushSubscription, notice: dict[str, str], *, topic: str) -> str:
    """Hand one notice to a browser's push service; returns a code when it was not taken. One that is gone is let go."""
    headers = {
        **vapid.authorization(_origin(device.endpoint)),
        "Content-Encoding": "aes128gcm",
        "Content-Type": "application/octet-stream",
        "TTL": str(int(KEPT_FOR.total_seconds())),
        "Topic": topic,
        "Urgency": "normal",
    }
    try:
        answer = outside.post(device.endpoint, _sealed(device, notice), headers, hosts=settings.PUSH_HOSTS)
    except outside.Unreachable as failure:
        return str(failure)
    except outside.NotOutside:
        # Its host was taken off the list, or its name leads inside today.
        return "refused address"
    if answer.status in GONE:
        device.delete()
        return "gone"
    return "" if 200 <= answer.status < 300 else f"refused {answer.status}"


def compose(delivery: Delivery) -> dict[str, str]:
    """What the device shows, in its person's language. Raises NothingToSay."""
    person = delivery.person
    assert person is not None, "a push notice goes to a person"
    with translation.override(person.language or settings.LANGUAGE_CODE):
        content = content_of(delivery)
    return {
        "title": _short(content["heading"], MOST_TITLE_CHARS),
        "body": _short(_words(content), MOST_BODY_CHARS),
        "url": f"/messages/t/{content['thread'].pk}/",
        "tag": topic_of(delivery),
    }


def trial(user_language: str) -> dict[str, str]:
    """The notice of the button “Send a test”."""
    with translation.override(user_language or settings.LANGUAGE_CODE):
        return {
            "title": settings.MARKETPLACE_NAME,
            "body": _("Push works on this device."),
            "url": "/",
            "tag": "trial",
        }


def topic_of(delivery: Delivery) -> str:
    """The same for all alerts about one thread to one person: a later one takes the place of an unread earlier one."""
    return keyed_digest("push-topic", f"{delivery.thread_id}:{delivery.person_id}")[:TOPIC_CHARS]


def _words(content: dict[str, Any]) -> str:
    """The last message's delivered words; without any, as for a claim or a return, what the thread is about."""
    text = content["messages"][-1]["text"] if content["messages"] else ""
    return text or content["about"]


def _short(text: str, most: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def _sealed(device: PushSubscription, notice: dict[str, str]) -> bytes:
    keys = {"p256dh": device.p256dh, "auth": device.auth}
    pusher = WebPusher({"endpoint": device.endpoint, "keys": keys})
    sealed: bytes = pusher.encode(json.dumps(notice, ensure_ascii=False).encode())["body"]
    return sealed


def _origin(endpoint: str) -> str:
    return "/".join(endpoint.split("/", 3)[:3])

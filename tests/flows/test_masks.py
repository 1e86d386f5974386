"""Nobody learns who the other side really is: every page, API answer, file and mail of the demo is searched.

`/demo/mail/` is left out: it is the demo's mail program and stands for everybody's private mailbox.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from email import message_from_bytes
from email.message import Message as Mail
from html import unescape
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from django.core import mail
from django.db import transaction
from django.test import Client
from django.utils import timezone

from accounts.models import Seller, User
from messagecenter.demo import people
from messagecenter.demo.seeding import seed
from messagecenter.demo.threads import REACH_ME
from messaging.ledger.models import LedgerEntry
from messaging.models import Attachment, Thread
from notifications.dispatch import dispatch, send_delivery
from orders.models import Order

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.timeout(600)]

PHONES = [
    "415 555 0132",
    *(words for text in REACH_ME.values() for words in re.findall(r"\d[\d ]{7,}\d", text)),
]
VIEWERS = (
    people.BEA,
    people.OPTED_OUT,
    "seller@example.com",
    "seller2@example.com",
    "owner@trailhead-office.example",
)
LINK = re.compile(r"""(?:href|src|action|hx-get|data-[a-z-]*(?:url|src|href|from))=["']([^"']+)""")
ELSEWHERE = re.compile(
    r"^/(static|admin|demo/mail|accounts/logout|accounts/2fa|api/v1/(events|docs|schema)|unsubscribe|i18n)"
)
# A page with another query string only is the same page with other filters: enough of them is enough.
MOST_QUERIES_PER_PAGE = 12
LISTS = ("/api/v1/threads?limit=100", "/api/v1/changes?since=0", "/api/v1/preferences")
ROOTS = (
    "/",
    "/messages/",
    "/orders/",
    "/preferences/",
    "/seller/",
    "/seller/messages/",
    "/seller/orders/",
    "/verify-mail/",
)


@pytest.fixture(scope="module", autouse=True)
def demo(django_db_setup, django_db_blocker) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        seed(now=timezone.now())
        yield
        transaction.set_rollback(True)


@dataclass
class Secrets:
    """What one person must never read: everybody else's addresses and surnames, and the words that were removed."""

    words: set[str]
    found: list[str] = field(default_factory=list)

    def search(self, where: str, content: bytes) -> None:
        text = unescape(unquote(content.decode("utf-8", "replace"))).casefold()
        for word in self.words:
            if word in text and re.search(rf"(?<![\w.]){re.escape(word)}(?!\w)", text):
                self.found.append(f"{where} contains “{word}”")


def secrets_from(viewer: User) -> Secrets:
    """A shop's people know each other."""
    staff = getattr(viewer, "seller_staff", None)
    shop = Seller.objects.filter(pk=staff.seller_id) if staff else Seller.objects.none()
    known = set(User.objects.filter(seller_staff__seller__in=shop).values_list("pk", flat=True)) | {viewer.pk}
    others = User.objects.exclude(pk__in=known)
    words = {email.casefold() for email in others.values_list("email", flat=True)}
    words |= {name.casefold() for name in others.values_list("last_name", flat=True)}
    if staff:
        words |= set(PHONES)
    else:
        words.add("www.trailhead-office.example")
    return Secrets(words)


@dataclass
class Crawl:
    client: Client
    secrets: Secrets
    seen: set[str] = field(default_factory=set)
    queries: Counter[str] = field(default_factory=Counter)
    failed: list[str] = field(default_factory=list)

    def run(self, *roots: str) -> None:
        waiting = list(roots)
        while waiting:
            url = waiting.pop()
            if url not in self.seen and self._is_wanted(url):
                self.seen.add(url)
                waiting += self._read(url)

    def _is_wanted(self, url: str) -> bool:
        parts = urlsplit(url)
        if parts.netloc or not parts.path.startswith("/") or ELSEWHERE.match(parts.path):
            return False
        if parts.query:
            self.queries[parts.path] += 1
        return self.queries[parts.path] <= MOST_QUERIES_PER_PAGE or "cursor=" in parts.query

    def _read(self, url: str) -> list[str]:
        found = []
        is_page = not url.startswith(("/api/", "/messages/files/"))
        for headers in ({}, {"HX-Request": "true"})[: 1 + is_page]:
            response = self.client.get(url, headers=headers)
            if response.status_code >= 500:
                self.failed.append(f"{url} answered {response.status_code}")
            content = b"".join(response) if response.streaming else response.content
            head = "\n".join(f"{name}: {value}" for name, value in response.items()).encode()
            self.secrets.search(url, head + b"\n\n" + content)
            found += self._links(url, response.headers.get("Content-Type", ""), content)
            if location := response.headers.get("Location"):
                found.append(urljoin(url, location))
        return found

    def _links(self, url: str, kind: str, content: bytes) -> list[str]:
        text = content.decode("utf-8", "replace")
        if "json" in kind:
            keys = re.findall(r'"next": ?"([^"]+)"', text)
            separator = "&" if "?" in url else "?"
            return [key if key.startswith("/") else f"{url}{separator}cursor={key}" for key in keys]
        if "html" not in kind:
            return []
        return [urljoin(url, unescape(link)).partition("#")[0] for link in LINK.findall(text)]


def api_addresses(user: User) -> list[str]:
    threads = list(Thread.objects.visible_to(user).values_list("pk", flat=True))
    numbers = Order.objects.filter(threads__in=threads).values_list("number", flat=True)
    files = Attachment.objects.filter(message__thread__in=threads).values_list("pk", flat=True)
    return [
        *LISTS,
        *(f"/api/v1/threads/{pk}{end}" for pk in threads for end in ("", "/messages")),
        *(f"/api/v1/orders/{number}/contact" for number in numbers),
        *(f"/api/v1/attachments/{pk}" for pk in files),
        *(f"/messages/files/{pk}/{end}" for pk in files for end in ("", "?preview=1")),
        *(f"/messages/t/{pk}/" for pk in threads),
    ]


@pytest.mark.parametrize("email", VIEWERS)
def test_no_page_or_answer_shows_who_the_others_are(email):
    user = User.people.get(email=email)
    client = Client()
    client.force_login(user, backend="accounts.backends.PersonBackend")
    crawl = Crawl(client, secrets_from(user))
    crawl.run(*ROOTS, *api_addresses(user))
    assert crawl.failed == []
    assert crawl.secrets.found == []
    assert len(crawl.seen) > 40, "a crawl this short has not seen the pages"


def test_no_mail_shows_who_the_others_are():
    """All that was ever delivered, blocked or held, alerted as if it were new."""
    for entry in LedgerEntry.objects.exclude(thread=None).order_by("at", "seq"):
        LedgerEntry.objects.filter(pk=entry.pk).update(told_at=None)
        for delivery in dispatch(entry.pk, now=entry.at):
            send_delivery(delivery.pk, now=entry.at + timedelta(minutes=3))
    assert len(mail.outbox) > 100
    found = []
    for sent in mail.outbox:
        (recipient,) = sent.recipients()
        secrets = secrets_from(User.people.get(email=recipient))
        raw = sent.message().as_bytes()
        secrets.search(f"mail to {recipient}: {sent.subject}", raw)
        for part in _decoded(message_from_bytes(raw)):
            secrets.search(f"mail to {recipient}: {sent.subject}", part)
        found += secrets.found
    assert found == []


def test_the_search_finds_what_it_looks_for():
    secrets = secrets_from(User.people.get(email=people.BEA))
    secrets.search("a page", b"<p>Write to Seller@Example.com or to Mr. Okafor</p>")
    assert len(secrets.found) == 2
    assert people.BEA not in secrets.words
    secrets.search("another page", b"Okaforth and notseller@example.comx")
    assert len(secrets.found) == 2


def _decoded(message: Mail) -> list[bytes]:
    return [part.get_payload(decode=True) for part in message.walk() if not part.is_multipart()]

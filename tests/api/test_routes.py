"""Who may do what: every route of the API, by role. A route that is not in the table fails."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import transaction
from django.urls import URLPattern, URLResolver, get_resolver

from messaging.api import urls
from messaging.models import Message, Side, Topic, Via
from messaging.posting import start_thread
from tests import cast
from tests.api.caller import BASE, Caller, picture

ROLES = ("buyer", "owner", "agent", "viewer", "other buyer", "other seller", "moderator", "nobody")


@dataclass
class World:
    """A thread of Bea's with a file, seen by everybody who could ask."""

    message: Message
    file: str
    callers: dict[str, Caller]

    def fill(self, path: str) -> str:
        return path.format(
            thread=self.message.thread_id, message=self.message.pk, file=self.file, order=cast_order(self)
        )


def cast_order(world: World) -> str:
    order = world.message.thread.order
    assert order is not None
    return order.number


@pytest.fixture
def world(shop, agent, viewer, eve, eve_sells, mo) -> World:
    from django.utils import timezone

    from messaging.attaching import store_upload

    file = store_upload(uploader=shop.bea.user, name="photo.jpg", data=picture())
    message = start_thread(
        author=shop.bea.user, side=Side.BUYER, buyer=shop.bea, seller=shop.seller, order=shop.order,
        topic=Topic.SHIPPING, body="Call me on +1 555 010 2939.", via=Via.API, attachments=[file],
        now=timezone.now(),
    )  # fmt: skip
    people = (shop.bea, shop.sam, agent, viewer, eve, eve_sells, mo, None)
    callers = {role: Caller(who) for role, who in zip(ROLES, people, strict=True)}
    return World(cast.screened(message, now=timezone.now()), str(file.pk), callers)


@dataclass(frozen=True)
class Case:
    name: str
    method: str
    path: str
    expected: str
    body: Callable[[World], Any] = lambda world: None

    def ask(self, caller: Caller, world: World) -> int:
        path = world.fill(self.path)
        if self.path == "/attachments":
            return int(caller.upload().status_code)
        if self.method == "put":
            return int(caller.put(path, self.body(world)).status_code)
        answer = caller.get(path) if self.method == "get" else caller.post(path, self.body(world))
        return int(answer.status_code)


PARTIES = "200 200 200 200 404 404 404 401"
# A viewer reads and no more; whoever is not a party hears nothing of the thread.
WRITERS = "200 200 200 403 404 404 404 401"
MAKERS = "201 201 201 403 404 404 404 401"

NO_SCOPE = "403 403 403 403 403 403 403 401"

#                                                     buyer own. ag. view o.b. o.s. mod. nobody
TABLE = (
    Case("token", "post", "/token",                  "400 400 400 400 400 400 400 400", lambda world: {}),
    Case("threads", "get", "/threads",               "200 200 200 200 200 200 403 401"),
    Case("threads", "post", "/threads",              "201 201 201 403 404 404 404 401",
         lambda world: {"order": cast_order(world), "body": "Hello again."}),
    Case("thread", "get", "/threads/{thread}", PARTIES),
    Case("messages", "get", "/threads/{thread}/messages", PARTIES),
    Case("messages", "post", "/threads/{thread}/messages", MAKERS, lambda world: {"body": "Hello again."}),
    Case("no-response-needed", "post", "/threads/{thread}/no-response-needed",
                                                     "403 200 200 403 404 404 404 401"),
    Case("thread-read", "post", "/threads/{thread}/read", WRITERS),
    Case("thread-unread", "post", "/threads/{thread}/unread", WRITERS),
    Case("thread-archive", "post", "/threads/{thread}/archive", WRITERS),
    Case("thread-unarchive", "post", "/threads/{thread}/unarchive", WRITERS),
    Case("thread-delete", "post", "/threads/{thread}/delete", WRITERS),
    Case("thread-restore", "post", "/threads/{thread}/restore", WRITERS),
    Case("thread-star", "post", "/threads/{thread}/star", WRITERS),
    Case("thread-unstar", "post", "/threads/{thread}/unstar", WRITERS),
    Case("message", "get", "/messages/{message}", PARTIES),
    Case("report", "post", "/messages/{message}/report", "409 201 201 403 404 404 404 401",
         lambda world: {"reason": "spam"}),
    Case("dispute", "post", "/messages/{message}/dispute", "201 409 409 403 404 404 404 401",
         lambda world: {"note": "It is an order number."}),
    Case("undo", "post", "/messages/{message}/undo", "409 409 409 403 404 404 404 401"),
    Case("attachments", "post", "/attachments",      "201 201 201 403 201 201 403 401"),
    Case("attachment", "get", "/attachments/{file}", PARTIES),
    Case("order-contact", "get", "/orders/{order}/contact", PARTIES),
    Case("changes", "get", "/changes?since=0",       "200 200 200 200 200 200 403 401"),
    Case("policy-check", "post", "/policy/check",    "200 200 200 200 404 404 404 401",
         lambda world: {"body": "Hello", "order": cast_order(world)}),
    # Only for a program with the operator's scope, which nobody has by being somebody.
    Case("marketplace-notices", "post", "/marketplace/notices", NO_SCOPE, lambda world: {"notices": []}),
    Case("marketplace-transcript", "put", "/marketplace/transcripts/T-1", NO_SCOPE, lambda world: {}),
    Case("marketplace-rows", "put", "/marketplace/orders", NO_SCOPE, lambda world: {"rows": []}),
    Case("marketplace-row", "put", "/marketplace/orders/{order}", NO_SCOPE, lambda world: {}),
    Case("schema", "get", "/schema/",                "200 200 200 200 200 200 200 200"),
    Case("docs", "get", "/docs/",                    "200 200 200 200 200 200 200 200"),
)  # fmt: skip
# Routes below /api/v1/ that other rooms bring, and test themselves.
ELSEWHERE = {"events"}


@pytest.mark.parametrize("case", TABLE, ids=lambda case: f"{case.method} {case.name}")
def test_each_role_gets_what_the_table_says(case, world):
    found = []
    for role in ROLES:
        with transaction.atomic():
            found.append(str(case.ask(world.callers[role], world)))
            transaction.set_rollback(True)
    assert dict(zip(ROLES, found, strict=True)) == dict(zip(ROLES, case.expected.split(), strict=True))


def test_every_route_and_method_is_in_the_table():
    built = set()
    for pattern in urls.urlpatterns:
        view: Any = pattern.callback
        for method in ("get", "post", "put", "patch", "delete"):
            if method in view.view_class.http_method_names and hasattr(view.view_class, method):
                built.add((str(pattern.name).removesuffix("-slash"), method))
    # The filing views show a thread after a post, and answer no get.
    assert built == {(case.name, case.method) for case in TABLE}


def test_no_other_route_of_the_api_escapes_the_table():
    names = {str(name) for prefix, name in _api_routes() if not prefix}
    assert {name.removesuffix("-slash") for name in names} <= ELSEWHERE


def _api_routes() -> Iterator[tuple[str, str | None]]:
    def walk(patterns: list[Any], path: str, space: str) -> Iterator[tuple[str, str | None]]:
        for pattern in patterns:
            here = path + str(pattern.pattern)
            if isinstance(pattern, URLResolver):
                yield from walk(pattern.url_patterns, here, pattern.namespace or space)
            elif isinstance(pattern, URLPattern) and here.startswith(BASE[1:]):
                yield space, pattern.name or here

    yield from walk(get_resolver().url_patterns, "", "")


@pytest.mark.parametrize("case", [case for case in TABLE if case.method == "get"], ids=lambda case: case.name)
def test_a_slash_at_the_end_changes_nothing_and_nothing_redirects(case, world):
    path, _mark, query = world.fill(case.path).partition("?")
    caller = world.callers["owner"]
    spellings = [f"{path.rstrip('/')}{end}?{query}" for end in ("", "/")]
    assert [caller.get(spelling).status_code for spelling in spellings] == [200, 200]


@pytest.mark.parametrize("role", ["other buyer", "other seller", "moderator"])
def test_a_stranger_cannot_tell_a_foreign_thread_from_none(role, world):
    caller = world.callers[role]
    foreign = caller.get(world.fill("/threads/{thread}"))
    none = caller.get("/threads/01930000-0000-7000-8000-000000000000")
    assert (foreign.status_code, foreign.content) == (none.status_code, none.content)

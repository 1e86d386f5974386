"""GET /api/v1/events: server-sent events that name what changed; the page fetches it through the ordinary view.

thread    {"thread": id, "state": n}    an entry of the caller's mailbox changed
unread    {"count": n}                  the badge; 100 means “99+”
deadline  {"thread": id, "due": time}   when a reply is due, or null when none is (shops)
"""

from __future__ import annotations

import asyncio
import json
import time
import uuid
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

from asgiref.sync import sync_to_async
from django.core.handlers.asgi import ASGIRequest
from django.db import connections
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse, StreamingHttpResponse
from django.utils.translation import gettext as _
from rest_framework import exceptions
from rest_framework.authentication import get_authorization_header

from accounts.access import buyer_of, staff_of
from accounts.models import User
from messaging.api.authentication import BearerAuthentication
from messaging.models import Mailbox, Side, Thread
from messaging.models.thread import parse_id
from notifications import presence
from notifications.streaming import News, Watch, badge_of, hub

PING_SECONDS = 15
# A proxy or a phone may keep a dead stream for hours; the browser comes back by itself.
MOST_SECONDS = 600
RETRY_MILLISECONDS = 2000


@dataclass(frozen=True)
class Listener:
    """Who listens, to which mailbox, from which state on, and which thread is open before them."""

    user_id: int
    mailbox: int
    state: int
    badge: int
    thread: uuid.UUID | None


async def events(request: HttpRequest) -> HttpResponseBase:
    """Async, for the session or a bearer token; a process that cannot stream says so with 503."""
    if request.method != "GET":
        answer = _problem(405, _("Method not allowed"), _("Listen with GET."))
        answer.headers["Allow"] = "GET"
        return answer
    if not isinstance(request, ASGIRequest):
        answer = _problem(
            503, _("No live updates here"), _("This process answers pages only; ask again later.")
        )
        answer.headers["Retry-After"] = "60"
        return answer
    user = await sync_to_async(_caller)(request)
    if user is None:
        answer = _problem(401, _("Not signed in"), _("Sign in, or send a bearer token."))
        answer.headers["WWW-Authenticate"] = 'Bearer realm="api"'
        return answer
    listener = await sync_to_async(_listener)(request, user)
    if listener is None:
        return _problem(404, _("No mailbox"), _("This account neither buys nor sells."))
    # The stream may stay for minutes: this request's connection goes back first.
    await sync_to_async(connections.close_all)()
    response = StreamingHttpResponse(stream(listener), content_type="text/event-stream")
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Accel-Buffering"] = "no"
    return response


async def stream(listener: Listener) -> AsyncIterator[str]:
    """The events of one listener, until the time is up or the other end is gone."""
    centre = hub()
    watch = centre.open({listener.mailbox: listener.state})
    end = time.monotonic() + MOST_SECONDS
    try:
        yield f"retry: {RETRY_MILLISECONDS}\n\n"
        yield event("unread", {"count": listener.badge}, listener.state)
        if listener.thread:
            await centre.ask(presence.note, listener.user_id, listener.thread)
        while (left := end - time.monotonic()) > 0:
            for line in await _next_lines(watch, timeout=min(PING_SECONDS, left)):
                yield line
            if listener.thread:
                await centre.ask(presence.note, listener.user_id, listener.thread)
    finally:
        centre.close(watch)
        if listener.thread:
            # Not awaited: the other end may be gone, and this task cancelled with it.
            centre.tell(presence.forget, listener.user_id, listener.thread)


def event(name: str, data: dict[str, Any], state: int) -> str:
    return f"id: {state}\nevent: {name}\ndata: {json.dumps(data, separators=(',', ':'))}\n\n"


async def _next_lines(watch: Watch, *, timeout: float) -> list[str]:
    try:
        news = await asyncio.wait_for(watch.queue.get(), timeout)
    except TimeoutError:
        return [": ping\n\n"]
    return lines_of(news)


def lines_of(news: News) -> list[str]:
    """The events of one mailbox's news; each carries the state from which a device goes on."""
    lines = []
    for change in news.changes:
        lines.append(event("thread", {"thread": change.thread, "state": change.state}, change.state))
        if news.side == Side.SELLER:
            due = change.due_at.isoformat() if change.due_at else None
            lines.append(event("deadline", {"thread": change.thread, "due": due}, change.state))
    return [*lines, event("unread", {"count": news.badge}, news.state)]


def _problem(status: int, title: str, detail: str) -> HttpResponse:
    body = {"type": "about:blank", "title": title, "status": status, "detail": detail, "errors": []}
    return JsonResponse(body, status=status, content_type="application/problem+json")


def _caller(request: HttpRequest) -> User | None:
    """By bearer token, else by session."""
    if get_authorization_header(request):  # type: ignore[arg-type]
        try:
            found = BearerAuthentication().authenticate(request)  # type: ignore[arg-type]
        except exceptions.AuthenticationFailed:
            return None
        return found[0] if found else None
    user = request.user
    return user if isinstance(user, User) and user.is_active else None


def _listener(request: HttpRequest, user: User) -> Listener | None:
    """A shop's person listens to the shop, a buyer to their own mailbox; as the badge of the page counts."""
    staff, buyer = staff_of(user), buyer_of(user)
    owner = staff.seller if staff else buyer
    if owner is None:
        return None
    mailbox = Mailbox.of(owner)
    return Listener(
        user_id=user.pk,
        mailbox=mailbox.pk,
        state=_last_state(request, mailbox),
        badge=badge_of(mailbox),
        thread=_open_thread(request, user),
    )


def _last_state(request: HttpRequest, mailbox: Mailbox) -> int:
    """Where this device stopped (Last-Event-ID, or `?since=`), or now when it has not listened before.

    A page that opens a new stream cannot set the header, so it says it in the address.
    """
    given = request.headers.get("Last-Event-ID", "") or request.GET.get("since", "")
    known = int(given) if given.isascii() and given.isdigit() and len(given) < 19 else mailbox.state
    return min(known, mailbox.state)


def _open_thread(request: HttpRequest, user: User) -> uuid.UUID | None:
    """The thread this page shows, when the caller may see it: `?thread=` of the stream's address."""
    pk = parse_id(request.GET.get("thread", ""))
    return pk if pk and Thread.objects.visible_to(user).filter(pk=pk).exists() else None

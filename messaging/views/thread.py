"""A thread: the buyer's page, and the door to the seller's."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import OuterRef, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.access import buyer_of
from messaging.contact import CannotWrite, contact_options
from messaging.filing import Filing, file_entries
from messaging.forms import MessageForm
from messaging.metrics.models import Obligation
from messaging.models import MailboxEntry, Message, Side, Thread, Via
from messaging.models.thread import ThreadQuerySet, parse_id
from messaging.posting import post_message
from messaging.views import sending
from messaging.views.files import Uploads, read_uploads
from messaging.views.seller_thread import show_to_seller
from messaging.views.showing import PAGE_OF_MESSAGES, messages_of, place_in_thread, show_messages
from orders.models import OrderItem

# What the page shows of the thread and what it is about: half of the columns, a third of the query's cost.
ENTRY_COLUMNS = (
    *(f"thread__{name}" for name in ("buyer", "kind", "topic", "subject", "last_seq", "buyer_has_written")),
    *(f"thread__seller__{name}" for name in ("name", "standing", "standing_until", "buyer_messages_on")),
    *(f"thread__order__{name}" for name in ("number", "state", "currency", "placed_at")),
    *(f"thread__order__{name}" for name in ("shipped_at", "delivered_at", "completed_at", "cancelled_at")),
    *(f"thread__product__{name}" for name in ("title", "sku", "price_cents", "currency", "picture")),
    "thread__created_at",
    "mailbox__state",
    "mailbox__buyer",
    "folder",
    "unread",
)


def waiting_since(thread: str = "pk") -> Subquery:
    """Since when the buyer's side waits for an answer; null when the clock does not run."""
    running = Obligation.objects.running().filter(thread=OuterRef(thread))
    return Subquery(running.values("started_at")[:1])


@login_required
@require_http_methods(["GET", "POST"])
def thread(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The buyer's or the seller's view, by who is asking; for everybody else there is no such thread."""
    entry = _own_entry(request, pk)
    found = entry.thread if entry else get_object_or_404(_visible(request), pk=pk)
    if found.side_of(request.user) == Side.SELLER:
        return show_to_seller(request, found)
    if request.method == "POST":
        return _reply(request, found, entry)
    if "since" in request.GET:
        return _news(request, found, entry)
    form = MessageForm(initial={"body": _text_to_edit(request, found)})
    return _page(request, found, entry, form, Uploads())


def _own_entry(request: HttpRequest, pk: uuid.UUID) -> MailboxEntry | None:
    """The thread in the asker's own mailbox: both in one query. None for sellers, and for strangers."""
    buyer = buyer_of(request.user)
    if buyer is None:
        return None
    entry = (
        MailboxEntry.objects.filter(mailbox__buyer=buyer, thread=pk)
        .select_related("mailbox", "thread__seller", "thread__order", "thread__product")
        .only(*ENTRY_COLUMNS)
        .annotate(waiting_since=waiting_since("thread"))
        .first()
    )
    if entry is None or entry.thread.side_of(request.user) != Side.BUYER:
        return None
    entry.thread.buyer = buyer
    entry.thread.waiting_since = entry.waiting_since  # type: ignore[attr-defined]
    return entry


def _visible(request: HttpRequest) -> ThreadQuerySet:
    return Thread.objects.visible_to(request.user).with_parties().annotate(waiting_since=waiting_since())


def _text_to_edit(request: HttpRequest, thread: Thread) -> str:
    """The text of an own message that was undone or blocked, to be put back into the composer."""
    key = parse_id(request.GET.get("edit", ""))
    own = (
        Message.objects.filter(pk=key, thread=thread, side=Side.BUYER, author=request.user.pk).first()
        if key
        else None
    )
    return own.body if own else ""


def _reply(request: HttpRequest, thread: Thread, entry: MailboxEntry | None) -> HttpResponse:
    assert request.user.is_authenticated
    uploads = read_uploads(request)
    form = MessageForm(request.POST, has_files=bool(uploads.kept))
    if "drop" in request.POST or uploads.refused or not form.is_valid():
        return _page(request, thread, entry, form, uploads, status=422)
    now = timezone.now()
    try:
        message = sending.once(
            request,
            form.cleaned_data["key"],
            lambda: post_message(
                thread=thread,
                author=request.user,  # type: ignore[arg-type]
                side=Side.BUYER,
                body=form.cleaned_data["body"],
                via=Via.WEB,
                attachments=uploads.kept,
                now=now,
            ),
        )
    except CannotWrite as refusal:
        form.add_error(None, str(refusal))
        return _page(request, thread, entry, form, uploads, status=422)
    if request.htmx:  # type: ignore[attr-defined]
        return _sent(request, thread, message, now=now)
    messages.success(request, _("Your message is on its way."), extra_tags="accepted")
    return redirect(reverse("thread", args=[thread.pk]) + f"#m{message.seq}")


def _sent(request: HttpRequest, thread: Thread, message: Message, *, now: datetime) -> HttpResponse:
    """An empty composer, and the new message for the end of the list."""
    shown = show_messages([message], thread=thread, side=Side.BUYER, now=now, after=message.submitted_at)
    context = {**_composer(thread, MessageForm(), Uploads()), "appended": shown, "thread": thread}
    response = render(request, "messaging/_sent.html", context)
    response["HX-Trigger"] = "accepted"
    return response


def _news(request: HttpRequest, thread: Thread, entry: MailboxEntry | None) -> HttpResponse:
    """What came since the last message on the page, and own messages whose state has changed."""
    now = timezone.now()
    since = place_in_thread(request.GET["since"]) or 0
    pending = [key for key in map(parse_id, request.GET.get("pending", "").split(",")) if key is not None]
    own = messages_of(thread, Side.BUYER)
    new = list(own.filter(seq__gt=since)[:PAGE_OF_MESSAGES])
    moved = list(own.filter(pk__in=pending).exclude(status="submitted")) if pending else []
    if new and entry and entry.unread:
        file_entries([entry], Filing.READ, now=now)
    before = own.filter(seq__lte=since).last() if new else None
    context = {
        "appended": show_messages(
            new, thread=thread, side=Side.BUYER, now=now, after=before.submitted_at if before else None
        ),
        "moved": show_messages(moved, thread=thread, side=Side.BUYER, now=now),
        "thread": thread,
    }
    return render(request, "messaging/_news.html", context)


def _page(
    request: HttpRequest,
    thread: Thread,
    entry: MailboxEntry | None,
    form: MessageForm,
    uploads: Uploads,
    *,
    status: int = 200,
) -> HttpResponse:
    if status == 422 and request.htmx:  # type: ignore[attr-defined]
        return render(request, "messaging/_reply.html", _composer(thread, form, uploads), status=422)
    now = timezone.now()
    if entry and entry.unread and request.method == "GET":
        file_entries([entry], Filing.READ, now=now)
    before = place_in_thread(request.GET.get("before", ""))
    own = messages_of(thread, Side.BUYER)
    if before:
        own = own.filter(seq__lt=before)
    rows = list(own.reverse()[: PAGE_OF_MESSAGES + 1])
    has_earlier, rows = len(rows) > PAGE_OF_MESSAGES, rows[:PAGE_OF_MESSAGES][::-1]
    context = {
        **_composer(thread, form, uploads),
        "entry": entry,
        "shown": show_messages(rows, thread=thread, side=Side.BUYER, now=now),
        "earlier": rows[0].seq if has_earlier else None,
        "unanswered": _unanswered(thread, now=now),
        "items": _items(thread),
        "tab": "messages",
        **_may_write(thread, now=now),
    }
    return render(request, "messaging/thread.html", context, status=status)


def _composer(thread: Thread, form: MessageForm, uploads: Uploads) -> dict[str, Any]:
    return {"thread": thread, "form": form, "uploads": uploads, "name": thread.name_for(Side.BUYER)}


def _unanswered(thread: Thread, *, now: datetime) -> Any:
    """How long the buyer has waited, once that is longer than NO_ANSWER_AFTER."""
    return sending.overdue_wait(getattr(thread, "waiting_since", None), now=now)


def _items(thread: Thread) -> list[OrderItem]:
    if thread.order is None:
        return []
    items = thread.order.items.select_related("product")
    return list(
        items.only("order_id", "title", "quantity", "price_cents", "product__sku", "product__picture")
    )


def _may_write(thread: Thread, *, now: datetime) -> dict[str, Any]:
    """Whether the composer is there, and what stands in its place."""
    if thread.seller is None:
        return {"may_write": False, "because": "", "is_notice": True}
    option = contact_options(
        side=Side.BUYER, buyer=thread.buyer, seller=thread.seller, order=thread.order, thread=thread, now=now
    )[0]
    return {
        "may_write": option.allowed,
        "because": f"{option.because} {option.instead}".strip(),
        "seller_paused": thread.seller.standing == "suspended",
    }

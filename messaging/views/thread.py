"""A thread: the buyer's page, and the door to the seller's."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.access import buyer_of, staff_of
from messaging.contact import CannotWrite, contact_options
from messaging.filing import Filing, file_entries
from messaging.forms import MessageForm
from messaging.models import Message, Side, Thread, Via
from messaging.models.thread import parse_id
from messaging.posting import post_message
from messaging.views import sending
from messaging.views.cards import cards_of, sent_at, weave
from messaging.views.case_panel import buyer_panel
from messaging.views.files import Uploads, files_again, read_uploads
from messaging.views.order_panel import items_of
from messaging.views.seller_thread import show_to_seller
from messaging.views.showing import (
    PAGE_OF_MESSAGES,
    messages_of,
    page_of_messages,
    place_in_thread,
    show_messages,
)
from messaging.views.thread_entry import buyers_entry, buyers_thread, sellers_entry


@login_required
@require_http_methods(["GET", "POST"])
def thread(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The buyer's or the seller's view, by who is asking; for everybody else there is no such thread."""
    buyer, staff = buyer_of(request.user), staff_of(request.user)
    if buyer and request.method == "POST":
        if (mine := buyers_thread(buyer, pk)) is not None:
            return _reply(request, mine)
    elif buyer and (entry := buyers_entry(buyer, pk)):
        return _show(request, entry.thread, entry)
    if staff and (entry := sellers_entry(staff, pk)):
        return show_to_seller(request, staff, entry.thread, entry)
    # Theirs, but not in a mailbox: nothing has been shown to them yet.
    found = get_object_or_404(Thread.objects.visible_to(request.user).with_parties(), pk=pk)
    if staff and found.side_of(request.user) == Side.SELLER:
        return show_to_seller(request, staff, found, None)
    return _show(request, found, None)


def _show(request: HttpRequest, thread: Thread, entry: Any) -> HttpResponse:
    if "since" in request.GET:
        return _news(request, thread, entry)
    form = MessageForm(initial={"body": _text_to_edit(request, thread)})
    return _page(request, thread, entry, form, files_again(request))


def _text_to_edit(request: HttpRequest, thread: Thread) -> str:
    """The text of an own message that was undone or blocked, to be put back into the composer."""
    key = parse_id(request.GET.get("edit", ""))
    own = (
        Message.objects.filter(pk=key, thread=thread, side=Side.BUYER, author=request.user.pk).first()
        if key
        else None
    )
    return own.body if own else ""


def _reply(request: HttpRequest, thread: Thread) -> HttpResponse:
    assert request.user.is_authenticated
    uploads = read_uploads(request)
    form = MessageForm(request.POST, has_files=bool(uploads.kept))
    now = timezone.now()
    if "drop" in request.POST or uploads.refused or not form.is_valid():
        if (message := sending.made_before(request)) is not None:
            return _accepted(request, thread, message, now=now)
        return _refused(request, thread, form, uploads)
    try:
        message = sending.once(
            request,
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
        return _refused(request, thread, form, uploads)
    return _accepted(request, thread, message, now=now)


def _refused(request: HttpRequest, thread: Thread, form: MessageForm, uploads: Uploads) -> HttpResponse:
    """What was typed, with the reason: for htmx the composer alone, else the page, which is read only now."""
    if request.htmx:  # type: ignore[attr-defined]
        return render(request, "messaging/_reply.html", _composer(thread, form, uploads), status=422)
    entry = buyers_entry(thread.buyer, thread.pk)
    return _page(request, entry.thread if entry else thread, entry, form, uploads, status=422)


def _accepted(request: HttpRequest, thread: Thread, message: Message, *, now: datetime) -> HttpResponse:
    """For htmx an empty composer, and the new message for the end of the list; else the way to the thread."""
    if not request.htmx:  # type: ignore[attr-defined]
        messages.success(request, _("Your message is on its way."), extra_tags="accepted")
        return redirect(reverse("thread", args=[thread.pk]) + f"#m{message.seq}")
    shown = show_messages([message], thread=thread, side=Side.BUYER, now=now, after=message.submitted_at)
    context = {**_composer(thread, MessageForm(), Uploads()), "appended": shown, "thread": thread}
    response = render(request, "messaging/_sent.html", context)
    response["HX-Trigger"] = "accepted"
    return response


def _news(request: HttpRequest, thread: Thread, entry: Any) -> HttpResponse:
    """What came since the last message on the page, and own messages whose state has changed."""
    now = timezone.now()
    since = place_in_thread(request.GET["since"]) or 0
    pending = [key for key in map(parse_id, request.GET.get("pending", "").split(",")) if key is not None]
    own = messages_of(thread.pk, Side.BUYER)
    new = list(own.filter(seq__gt=since)[:PAGE_OF_MESSAGES])
    moved = list(own.filter(pk__in=pending).exclude(status="submitted")) if pending else []
    cards = cards_of(thread, Side.BUYER)[place_in_thread(request.GET.get("cards", "")) or 0 :]
    if (new or cards) and entry and entry.unread:
        file_entries([entry], Filing.READ, now=now)
    before = own.filter(seq__lte=since).last() if new else None
    shown = show_messages(
        new, thread=thread, side=Side.BUYER, now=now, after=before.submitted_at if before else None
    )
    context = {
        "appended": weave(shown, cards),
        "cards": cards,
        **(_panel(thread, entry, now=now) if cards else {}),
        "moved": show_messages(moved, thread=thread, side=Side.BUYER, now=now),
        "thread": thread,
    }
    return render(request, "messaging/_news.html", context)


def _page(
    request: HttpRequest,
    thread: Thread,
    entry: Any,
    form: MessageForm,
    uploads: Uploads,
    *,
    status: int = 200,
) -> HttpResponse:
    now = timezone.now()
    if entry and entry.unread and request.method == "GET":
        file_entries([entry], Filing.READ, now=now)
    elif entry:
        request.unread_total = entry.unread_total  # type: ignore[attr-defined]
    before = place_in_thread(request.GET.get("before", ""))
    rows, has_earlier = page_of_messages(thread, Side.BUYER, before=before)
    cards = cards_of(thread, Side.BUYER)
    context = {
        **_composer(thread, form, uploads),
        "entry": entry,
        "shown": weave(
            show_messages(rows, thread=thread, side=Side.BUYER, now=now),
            cards,
            since=rows[0].submitted_at if has_earlier else None,
            until=sent_at(thread, before) if before and cards else None,
        ),
        "cards_total": len(cards),
        "earlier": rows[0].seq if has_earlier else None,
        **_panel(thread, entry, now=now),
        "items": items_of(thread),
        "tab": "messages",
        **_may_write(thread, now=now),
    }
    return render(request, "messaging/thread.html", context, status=status)


def _composer(thread: Thread, form: MessageForm, uploads: Uploads) -> dict[str, Any]:
    name = thread.name_for(Side.BUYER) or settings.MARKETPLACE_NAME
    return {"thread": thread, "form": form, "uploads": uploads, "name": name}


def _panel(thread: Thread, entry: Any, *, now: datetime) -> dict[str, Any]:
    return buyer_panel(thread, waiting_since=entry.waiting_since if entry else None, now=now)


def _may_write(thread: Thread, *, now: datetime) -> dict[str, Any]:
    """Whether the composer is there, and what stands in its place."""
    if thread.seller is None:
        return {"may_write": thread.is_two_way, "because": "", "is_notice": not thread.is_two_way}
    option = contact_options(
        side=Side.BUYER, buyer=thread.buyer, seller=thread.seller, order=thread.order, thread=thread, now=now
    )[0]
    return {
        "may_write": option.allowed,
        "because": f"{option.because} {option.instead}".strip(),
        "seller_paused": thread.seller.standing == "suspended",
    }

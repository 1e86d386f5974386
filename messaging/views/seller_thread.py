"""A thread as the shop reads it: the talk, the order beside it, what may be sent, and the composer."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.doors import require_writer
from accounts.models import SellerStaff, User
from accounts.relay import RelayAddress, RelayKind
from messaging.contact import CannotWrite, ContactOption
from messaging.filing import Filing, file_entries
from messaging.forms import MessageForm, ProactiveForm
from messaging.models import Folder, Message, Side, Status, Thread, Via
from messaging.models.thread import parse_id
from messaging.posting import post_message
from messaging.views import sending
from messaging.views.cards import cards_of, sent_at, weave
from messaging.views.case_panel import seller_panel
from messaging.views.files import Uploads, files_again, read_uploads
from messaging.views.order_panel import order_panel
from messaging.views.seller_composer import bound_form, composer, options_of, summary
from messaging.views.showing import (
    PAGE_OF_MESSAGES,
    ShownMessage,
    messages_of,
    page_of_messages,
    place_in_thread,
    show_messages,
)


def show_to_seller(request: HttpRequest, staff: SellerStaff, thread: Thread, entry: Any) -> HttpResponse:
    """Called by the thread page once it knows that the asker works for the thread's shop."""
    if request.method == "POST":
        require_writer(staff)
        return _send(request, staff, thread, entry)
    if "since" in request.GET:
        return _news(request, staff, thread, entry)
    return _page(request, staff, thread, entry)


def _send(request: HttpRequest, staff: SellerStaff, thread: Thread, entry: Any) -> HttpResponse:
    now = timezone.now()
    uploads = read_uploads(request)
    options = options_of(thread, now=now)
    form = bound_form(request, options, uploads)
    if "drop" in request.POST or uploads.refused or not form.is_valid():
        if (before := sending.made_before(request)) is not None:
            return _accepted(request, staff, thread, before, now=now)
        return _page(request, staff, thread, entry, form=form, uploads=uploads, options=options, status=422)
    reasons: dict[str, Any] = form.chosen() if isinstance(form, ProactiveForm) else {}
    try:
        message = sending.once(
            request,
            lambda: post_message(
                thread=thread,
                author=staff.user,
                side=Side.SELLER,
                body=form.cleaned_data["body"],
                via=Via.WEB,
                attachments=uploads.kept,
                now=now,
                **reasons,
            ),
        )
    except CannotWrite as refusal:
        form.add_error(None, str(refusal))
        return _page(request, staff, thread, entry, form=form, uploads=uploads, options=options, status=422)
    return _accepted(request, staff, thread, message, now=now)


def _accepted(
    request: HttpRequest, staff: SellerStaff, thread: Thread, message: Message, *, now: datetime
) -> HttpResponse:
    """For htmx an empty composer, and the new message for the end of the list; else the way to the thread."""
    if not request.htmx:  # type: ignore[attr-defined]
        messages.success(request, _("Your message is on its way."), extra_tags="accepted")
        return redirect(reverse("thread", args=[thread.pk]) + f"#m{message.seq}")
    shown = show_messages([message], thread=thread, side=Side.SELLER, now=now, after=message.submitted_at)
    context = {
        **composer(thread, options=options_of(thread, now=now)),
        "appended": _named(shown, staff),
        "mode": request.POST.get("mode", "reply"),
    }
    response = render(request, "seller/_sent.html", context)
    response["HX-Trigger"] = "accepted"
    return response


def _news(request: HttpRequest, staff: SellerStaff, thread: Thread, entry: Any) -> HttpResponse:
    """What came since the last message on the page, own messages whose state changed, and the deadline."""
    now = timezone.now()
    since = place_in_thread(request.GET["since"]) or 0
    pending = [key for key in map(parse_id, request.GET.get("pending", "").split(",")) if key is not None]
    rows = messages_of(thread.pk, Side.SELLER)
    new = list(rows.filter(seq__gt=since)[:PAGE_OF_MESSAGES])
    moved = list(rows.filter(pk__in=pending).exclude(status=Status.SUBMITTED)) if pending else []
    _mark_read(staff, entry, now=now)
    before = rows.filter(seq__lte=since).last() if new else None
    after = before.submitted_at if before else None
    shown = _named(show_messages(new, thread=thread, side=Side.SELLER, now=now, after=after), staff)
    cards = cards_of(thread, Side.SELLER)[place_in_thread(request.GET.get("cards", "")) or 0 :]
    context = {
        "appended": weave(shown, cards),
        "cards": cards,
        **({"staff": staff, **_panel(entry, thread, now=now)} if cards else {}),
        "moved": _named(show_messages(moved, thread=thread, side=Side.SELLER, now=now), staff),
        "thread": thread,
        "entry": entry,
        **_deadline(entry, now=now),
    }
    return render(request, "seller/_news.html", context)


def _page(
    request: HttpRequest,
    staff: SellerStaff,
    thread: Thread,
    entry: Any,
    *,
    form: MessageForm | None = None,
    uploads: Uploads | None = None,
    options: list[ContactOption] | None = None,
    status: int = 200,
) -> HttpResponse:
    """The full page; for htmx the pane of the inbox, or after a refusal the composer alone."""
    now = timezone.now()
    options = options_of(thread, now=now) if options is None else options
    context = composer(thread, form=form, uploads=uploads, options=options)
    if form is None and "edit" in request.GET:
        context["reply"].initial["body"] = _text_to_edit(request, thread)
        context["reply_uploads"] = files_again(request)
    is_htmx = request.htmx and not request.htmx.history_restore_request  # type: ignore[attr-defined]
    if status == 422 and is_htmx:
        template = "seller/_proactive.html" if isinstance(form, ProactiveForm) else "seller/_reply.html"
        return render(request, template, context, status=422)
    request.needs_reply_total = entry.needs_reply_total if entry else 0  # type: ignore[attr-defined]
    if request.method == "GET":
        _mark_read(staff, entry, now=now)
    context |= {
        **_talk(request, staff, thread, now=now),
        "entry": entry,
        "staff": staff,
        "panel": order_panel(thread),
        "options": summary(options),
        "alias": _alias(entry),
        "days_left": _days_left(thread, now=now),
        "window_days": settings.PROACTIVE_WINDOW.days,
        **_panel(entry, thread, now=now),
        **_deadline(entry, now=now),
        "open_tab": "proactive" if isinstance(form, ProactiveForm) or not context["may_reply"] else "reply",
        "tab": "messages",
        "queue": _queue_of(entry),
    }
    if is_htmx and request.htmx.target == "conv":  # type: ignore[attr-defined]
        response = render(request, "seller/_pane.html", context)
        response["HX-Push-Url"] = reverse("thread", args=[thread.pk])
        return response
    return render(request, "seller/thread.html", context, status=status)


def _talk(request: HttpRequest, staff: SellerStaff, thread: Thread, *, now: datetime) -> dict[str, Any]:
    before = place_in_thread(request.GET.get("before", ""))
    found, has_earlier = page_of_messages(thread, Side.SELLER, before=before)
    shown = _named(show_messages(found, thread=thread, side=Side.SELLER, now=now), staff)
    cards = cards_of(thread, Side.SELLER)
    since = found[0].submitted_at if has_earlier else None
    until = sent_at(thread, before) if before and cards else None
    return {
        "shown": weave(shown, cards, since=since, until=until),
        "cards_total": len(cards),
        "earlier": found[0].seq if has_earlier else None,
    }


def _panel(entry: Any, thread: Thread, *, now: datetime) -> dict[str, Any]:
    statement_chars = settings.MAX_MESSAGE_CHARS
    return {"statement_chars": statement_chars} | seller_panel(
        thread, waiting_since=entry.needs_reply_since if entry else None, now=now
    )


def _named(shown: list[ShownMessage], staff: SellerStaff) -> list[ShownMessage]:
    """Colleagues by name; a name that never leaves the shop. Asked for only where a colleague wrote."""
    theirs = [one for one in shown if one.own and one.message.author_id not in {None, staff.user_id}]
    colleagues = User.objects.in_bulk({one.message.author_id for one in theirs}) if theirs else {}
    for one in theirs:
        author = colleagues.get(one.message.author_id or 0)
        one.name = (author.short_name if author else "") or _("A colleague")
    return shown


def _alias(entry: Any) -> RelayAddress | None:
    return RelayAddress(RelayKind.ALIAS, entry.alias) if entry and entry.alias else None


def _deadline(entry: Any, *, now: datetime) -> dict[str, bool]:
    """Late: the hour has passed. Pressing: late, or within the last hour."""
    due_at = entry.due_at if entry else None
    return {
        "is_late": bool(due_at and due_at <= now),
        "is_pressing": bool(due_at and due_at <= now + timedelta(hours=1)),
    }


def _days_left(thread: Thread, *, now: datetime) -> int | None:
    """Days left to write first; negative when they are over, None while no end is set."""
    until = thread.order.proactive_until if thread.order else None
    return (until - now).days if until else None


def _mark_read(staff: SellerStaff, entry: Any, *, now: datetime) -> None:
    """The shop has one mailbox: a viewer looking in does not take the mark from those who answer."""
    if entry and entry.unread and staff.may_write:
        file_entries([entry], Filing.READ, now=now)


def _queue_of(entry: Any) -> str:
    if entry is None or entry.due_at:
        return "needs_reply"
    return "archived" if entry.folder == Folder.ARCHIVE else "waiting"


def _text_to_edit(request: HttpRequest, thread: Thread) -> str:
    """The text of an own message that was undone or blocked, to be put back into the composer."""
    key = parse_id(request.GET["edit"])
    own = Message.objects.filter(pk=key, thread=thread, side=Side.SELLER).first() if key else None
    return own.body if own and own.status in {Status.BLOCKED, Status.WITHDRAWN} else ""

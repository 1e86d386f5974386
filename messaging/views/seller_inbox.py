"""The shop's inbox: queues, the list with the time left, and what is done with one thread."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.core import signing
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from accounts.doors import for_shop, require_writer
from accounts.models import SellerStaff
from messaging.delivering import stop_without_answer
from messaging.filing import Filing, file_entries
from messaging.models import Mailbox, MailboxEntry, Side
from messaging.views.inbox import undo_salt
from messaging.views.searching import Marks
from messaging.views.seller_queue import Kind, Queue, Sort, Wanted, counts_of, page_of_queue
from messaging.views.seller_rows import draw_items

NO_RESPONSE_NEEDED = "no-response-needed"


@require_safe
@for_shop
def seller_inbox(request: HttpRequest, staff: SellerStaff) -> HttpResponse:
    wanted = Wanted.read(request.GET)
    mailbox = Mailbox.objects.filter(seller_id=staff.seller_id).first()
    page = page_of_queue(mailbox, wanted, after=request.GET.get("after", ""))
    marks = Marks(wanted.asked, page.entries, side=Side.SELLER)
    context: dict[str, Any] = {
        "wanted": wanted,
        "page": page,
        "items": draw_items(page.entries, now=timezone.now(), marks=marks),
        "chips": wanted.chips(request.GET),
        "queue": wanted.queue,
        "staff": staff,
    }
    target = request.htmx.target if request.htmx else ""  # type: ignore[attr-defined]
    if target == "more":
        return render(request, "seller/_items.html", context)
    counts = counts_of(mailbox)
    request.needs_reply_total = counts["needs_reply"]  # type: ignore[attr-defined]
    context |= {
        "counts": counts,
        "count": counts.get(wanted.queue),
        "queues": [
            (queue.value, queue.label, counts.get(queue.value)) for queue in Queue if queue != Queue.ALL
        ],
        "kinds": [("", _("All")), *Kind.choices],
        "sorts": [sort for sort in Sort if sort != Sort.DUE or wanted.queue == Queue.NEEDS_REPLY],
        "empty": _empty(wanted),
        "tab": "messages",
    }
    template = "seller/_list.html" if target == "queue-list" else "seller/inbox.html"
    return render(request, template, context)


def _empty(wanted: Wanted) -> dict[str, Any]:
    """What an empty list says, and where to go from there."""
    here = reverse("seller-inbox") + ("" if wanted.queue == Queue.ALL else f"?queue={wanted.queue}")
    if wanted.is_narrowed:
        title = (
            _("Nothing matches “%(words)s”") % {"words": wanted.q} if wanted.q else _("Nothing of this kind")
        )
        text = _("Search for words, an order number, a product or a buyer’s first name.")
        return {"icon": "search", "title": title, "text": text, "url": here, "action": _("Clear search")}
    match wanted.queue:
        case Queue.NEEDS_REPLY:
            return {
                "icon": "checks",
                "title": _("Nothing needs a reply"),
                "text": _("New messages appear here, the one due first on top."),
                "url": f"{reverse('seller-inbox')}?queue={Queue.WAITING}",
                "action": _("See Waiting on buyer"),
            }
        case Queue.WAITING:
            text = _("Threads you answered stand here until the buyer writes again.")
            return {"icon": "hourglass", "title": _("Waiting for nobody"), "text": text}
        case Queue.SENT:
            text = _("Every thread somebody of the shop has written in.")
            return {"icon": "send", "title": _("Nothing sent yet"), "text": text}
        case Queue.PROACTIVE:
            text = _("What you write first, without having been asked. Start from an order.")
            url, action = reverse("seller-orders"), _("Go to Orders")
            return {
                "icon": "speakerphone",
                "title": _("No proactive messages"),
                "text": text,
                "url": url,
                "action": action,
            }
        case Queue.IMPORTANT:
            text = _("Safety, recalls, warranty, and what is critical for an order.")
            return {"icon": "alert-circle", "title": _("No Important messages"), "text": text}
        case Queue.HELD:
            text = _("Messages that were blocked, or wait for a person’s review, appear here.")
            return {"icon": "circle-check", "title": _("Everything was delivered"), "text": text}
    return {
        "icon": "archive",
        "title": _("Nothing archived"),
        "text": _("Archived threads come back when the buyer writes."),
    }


@require_POST
@for_shop
def file_thread(request: HttpRequest, staff: SellerStaff, pk: uuid.UUID) -> HttpResponse:
    """No response needed, archive, move back, mark as unread: one thread, then back to the list."""
    require_writer(staff)
    entry = get_object_or_404(
        MailboxEntry.objects.select_related("mailbox", "thread__seller", "thread__buyer__user"),
        thread=pk,
        mailbox__seller=staff.seller_id,
    )
    action, now = request.POST.get("action", ""), timezone.now()
    if action == NO_RESPONSE_NEEDED:
        with transaction.atomic():
            stopped = stop_without_answer(entry.thread, by=staff.user, now=now)
        if stopped:
            messages.success(request, _("No response needed: the clock has stopped. That is recorded."))
        else:
            messages.info(request, _("No clock was running for this thread."))
        return _back(request)
    if action not in {Filing.ARCHIVE, Filing.UNARCHIVE, Filing.UNREAD}:
        raise Http404
    changed = file_entries([entry], Filing(action), now=now)
    token = signing.dumps([action, [entry.pk.hex]], salt=undo_salt(request.user), compress=True)
    messages.success(request, str(_DONE[Filing(action)]), extra_tags=f"undo:{token}" if changed else "")
    return _back(request)


_DONE: dict[Filing, Any] = {
    Filing.ARCHIVE: gettext_lazy("Thread archived. It comes back when the buyer writes."),
    Filing.UNARCHIVE: gettext_lazy("The thread is back in the inbox."),
    Filing.UNREAD: gettext_lazy("Marked as unread."),
}


def _back(request: HttpRequest) -> HttpResponse:
    wanted = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return redirect(wanted if safe and wanted.startswith("/") else reverse("seller-inbox"))

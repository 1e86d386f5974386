"""The buyer's Message Center: categories, filters, pages by key, actions on many threads with Undo."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import AnonymousUser
from django.core import signing
from django.db import connection
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from accounts.access import buyer_of, seller_of, staff_of
from accounts.models import Buyer, User
from messaging.context import Shell
from messaging.filing import Filing, file_entries
from messaging.models import Category, Folder, MailboxEntry, Side
from messaging.models.mailbox import BADGE_LIMIT
from messaging.models.thread import parse_id
from messaging.search.finding import thread_of_number
from messaging.views.filters import Filters
from messaging.views.paging import page_of
from messaging.views.rows import draw_rows, for_rows
from messaging.views.searching import Marks

UNDO_SALT = "messages-undo"
UNDO_LIFE_SECONDS = 24 * 3600
MOST_AT_ONCE = 500
ICONS = {
    Category.ORDERS: "package",
    Category.SELLERS: "building-store",
    Category.SERVICE: "headset",
    Category.PROMOTIONS: "tag",
    Category.NOTICES: "alert-circle",
    Category.MEMBERSHIP: "certificate",
}


def _buyer(request: HttpRequest) -> Buyer:
    buyer = buyer_of(request.user)
    if buyer is None:
        raise Http404
    return buyer


@login_required
@require_GET
def inbox(request: HttpRequest) -> HttpResponse:
    buyer = buyer_of(request.user)
    if buyer is None:
        if seller_of(request.user):
            return redirect("/seller/messages/")
        raise Http404
    now = timezone.now()
    filters = Filters.read(request.GET)
    entries = for_rows(filters.entries_of(buyer))
    first = thread_of_number(entries, filters.asked)
    page = page_of(
        entries, older=request.GET.get("older", ""), newer=request.GET.get("newer", ""), first=first
    )
    marks = Marks(filters.asked, page.entries, side=Side.BUYER)
    context: dict[str, Any] = {
        "filters": filters,
        "page": page,
        "rows": draw_rows(page.entries, now=now, marks=marks, first=first),
        "chips": filters.chips(request.GET),
        "folder": filters.folder,
        "empty": None if page.entries else _empty(filters),
        "is_plain": request.GET.keys() <= {"category", "folder", "older", "newer"},
        "tab": "messages",
    }
    if request.htmx and request.htmx.target == "inbox-list":  # type: ignore[attr-defined]
        return render(request, "messaging/_inbox_list.html", context)
    counts = unread_by_category(buyer)
    request.unread_total = min(sum(counts.values()), BADGE_LIMIT + 1)  # type: ignore[attr-defined]
    context["unread"] = request.unread_total  # type: ignore[attr-defined]
    context["categories"] = [
        {
            "value": category.value,
            "label": category.label,
            "icon": ICONS[category],
            "unread": counts[category.value],
        }
        for category in Category
    ]
    return render(request, "messaging/inbox.html", context)


def unread_by_category(buyer: Buyer) -> dict[str, int]:
    """Unread threads of the inbox per category, each counted to 99 and no further, in one query."""
    capped = (
        "(SELECT COUNT(*) FROM (SELECT 1 FROM messaging_mailboxentry WHERE mailbox_id = box.id AND folder = %s"
        " AND unread AND category = %s LIMIT %s) counted)"
    )
    sql = f"SELECT {', '.join([capped] * len(Category))} FROM messaging_mailbox box WHERE box.buyer_id = %s"  # noqa: S608
    values = [
        value for category in Category for value in (Folder.INBOX.value, category.value, BADGE_LIMIT + 1)
    ]
    with connection.cursor() as cursor:
        cursor.execute(sql, [*values, buyer.pk])
        found = cursor.fetchone()
    return dict(zip(Category.values, found or [0] * len(Category), strict=True))


def _empty(filters: Filters) -> dict[str, Any]:
    """What an empty list says: where such messages come from, or how to see more."""
    if filters.is_narrowed:
        here = reverse("inbox") + (f"?category={filters.category}" if filters.category else "")
        title = (
            _("Nothing matches “%(words)s”") % {"words": filters.q}
            if filters.q
            else _("Nothing matches these filters")
        )
        return {
            "icon": "search",
            "title": title,
            "text": _("Search for words, a seller, a product or an order number, or clear the filters."),
            "url": here,
            "action": _("Clear search"),
        }
    if filters.folder == "deleted":
        return {
            "icon": "trash",
            "title": _("Nothing deleted"),
            "text": _("Deleted messages stay here for 30 days."),
        }
    if filters.folder == "sent":
        return {
            "icon": "send",
            "title": _("You have not written yet"),
            "text": _("Threads you wrote in appear here."),
        }
    if filters.folder == "archive":
        return {
            "icon": "archive",
            "title": _("Nothing archived"),
            "text": _("Archived threads come back when they are answered."),
        }
    if filters.category in {"", Category.SELLERS}:
        return {
            "icon": "mail-opened",
            "title": _("No messages from sellers yet") if filters.category else _("No messages yet"),
            "text": _("When you ask a seller something, the thread appears here."),
            "url": reverse("orders"),
            "action": _("Go to Your Orders"),
        }
    return {
        "icon": ICONS[Category(filters.category)],
        "title": _("Nothing here yet"),
        "text": _("Messages of this kind come from the marketplace."),
    }


@login_required
@require_POST
def file_threads(request: HttpRequest) -> HttpResponse:
    """Mark, archive, delete or restore the chosen threads; "read-all" takes the unread ones of the category."""
    buyer, now = _buyer(request), timezone.now()
    action = request.POST.get("action", "")
    own = MailboxEntry.objects.filter(mailbox__buyer=buyer).select_related("mailbox")
    if action == "read-all":
        category = request.POST.get("category", "")
        unread = own.in_folder(Folder.INBOX).unread()
        chosen = list((unread.filter(category=category) if category else unread)[:MOST_AT_ONCE])
        action = Filing.READ
    else:
        ids = [key for key in map(parse_id, request.POST.getlist("entry")) if key is not None]
        chosen = list(own.filter(pk__in=ids[:MOST_AT_ONCE]))
    if action not in Filing.values:
        return _back(request)
    if not chosen:
        messages.warning(request, _("Choose at least one message first."))
        return _back(request)
    changed = file_entries(chosen, Filing(action), now=now)
    token = signing.dumps(
        [action, [entry.pk.hex for entry in chosen]], salt=undo_salt(request.user), compress=True
    )
    # Longer lists of ids do not fit the cookie that carries the answer; those keep no Undo.
    tags = f"undo:{token}" if changed and len(chosen) <= 40 else ""
    messages.success(request, _what_happened(Filing(action), changed), extra_tags=tags)
    if action in {Filing.STAR, Filing.UNSTAR} and "next" not in request.POST:
        # A star is given while reading on.
        return redirect("thread", chosen[0].thread_id)
    return _back(request)


def undo_salt(user: User | AnonymousUser) -> str:
    """A token undoes for the person it was given to."""
    return f"{UNDO_SALT}:{user.pk}"


def _what_happened(action: Filing, count: int) -> str:
    match action:
        case Filing.DELETE:
            return ngettext(
                "%(n)d thread deleted. It stays in Deleted for 30 days.",
                "%(n)d threads deleted. They stay in Deleted for 30 days.",
                count,
            ) % {"n": count}
        case Filing.ARCHIVE:
            text = ngettext("%(n)d thread archived.", "%(n)d threads archived.", count)
        case Filing.RESTORE | Filing.UNARCHIVE:
            text = ngettext(
                "%(n)d thread is back in your inbox.", "%(n)d threads are back in your inbox.", count
            )
        case Filing.UNREAD:
            text = ngettext("%(n)d thread marked as unread.", "%(n)d threads marked as unread.", count)
        case Filing.STAR:
            text = ngettext("%(n)d thread has a star now.", "%(n)d threads have a star now.", count)
        case Filing.UNSTAR:
            text = ngettext("The star is gone.", "%(n)d stars are gone.", count)
        case Filing.READ:
            text = ngettext("%(n)d thread marked as read.", "%(n)d threads marked as read.", count)
    return text % {"n": count}


@login_required
@require_POST
def undo_filing(request: HttpRequest) -> HttpResponse:
    """Take back what was just done with threads of the buyer's mailbox, or of the shop's."""
    buyer, staff = buyer_of(request.user), staff_of(request.user)
    own = Q(mailbox__buyer=buyer) if buyer else Q(pk__in=[])
    if staff and staff.may_write:
        own |= Q(mailbox__seller=staff.seller_id)
    try:
        action, ids = signing.loads(
            request.POST.get("token", ""), salt=undo_salt(request.user), max_age=UNDO_LIFE_SECONDS
        )
    except signing.BadSignature:
        messages.warning(request, _("That can no longer be undone here."))
        return _back(request)
    chosen = MailboxEntry.objects.filter(own, pk__in=[uuid.UUID(hex=key) for key in ids])
    file_entries(chosen.select_related("mailbox"), Filing(action).reverse, now=timezone.now())
    messages.info(request, _("Undone."))
    return _back(request) if buyer else redirect("seller-inbox")


def _back(request: HttpRequest) -> HttpResponse:
    """To the list the person was looking at; a deleted thread's own page leads to the inbox."""
    wanted = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return redirect(wanted if safe and wanted.startswith("/") else reverse("inbox"))


@login_required
@require_GET
def badge(request: HttpRequest) -> JsonResponse:
    """The figures of the envelope, for live pages."""
    shell = Shell(request)
    return JsonResponse({"unread": shell.unread, "needs_reply": shell.needs_reply})

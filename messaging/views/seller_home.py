"""The shop's start page: what is due, what is late, what did not get out, and how the shop stands."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, F, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.doors import for_shop
from accounts.models import Seller, SellerStaff
from messaging.claims.models import Claim
from messaging.metrics.models import Ending, Obligation
from messaging.models import Folder, Mailbox, MailboxEntry
from messaging.models.mailbox import BADGE_LIMIT
from messaging.views.seller_queue import counts_of
from messaging.views.seller_rows import draw_items, for_items, name_of

HEALTH_WINDOW = timedelta(days=30)
DUE_SHOWN = 5
CLAIMS_SHOWN = 5


@require_safe
@for_shop
def seller_home(request: HttpRequest, staff: SellerStaff) -> HttpResponse:
    now = timezone.now()
    mailbox = Mailbox.objects.filter(seller_id=staff.seller_id).first()
    counts = counts_of(mailbox)
    request.needs_reply_total = counts["needs_reply"]  # type: ignore[attr-defined]
    open_entries = MailboxEntry.objects.filter(mailbox=mailbox, folder=Folder.INBOX).awaiting_seller()
    late = open_entries.overdue(now=now).order_by().values_list("pk", flat=True)
    due = list(for_items(open_entries.due_first())[:DUE_SHOWN])
    next_due = next((entry for entry in due if entry.due_at and entry.due_at >= now), None)
    context = {
        "counts": counts,
        "late": len(late[: BADGE_LIMIT + 1]),
        "due": draw_items(due, now=now),
        "next_due": next_due,
        "next_due_name": name_of(next_due) if next_due else "",
        "answered": answered_in_time(staff.seller, now=now),
        "standing": staff.seller.standing_at(now),
        "claims": Claim.objects.to_answer(staff.seller)[:CLAIMS_SHOWN],
        "staff": staff,
        "tab": "home",
    }
    return render(request, "seller/home.html", context)


def answered_in_time(seller: Seller, *, now: datetime) -> dict[str, Any] | None:
    """Of the last 30 days: how many needed a response, how many got it within 24 hours. None without any.

    What is still within its 24 hours, or was marked "no response needed", is not counted (RULES §8).
    """
    figures = (
        Obligation.objects.filter(seller=seller, started_at__gt=now - HEALTH_WINDOW)
        .exclude(ending=Ending.NOT_NEEDED)
        .exclude(ended_at=None, due_at__gte=now)
        .aggregate(all=Count("pk"), in_time=Count("pk", filter=Q(ended_at__lte=F("due_at"))))
    )
    if not figures["all"]:
        return None
    return {**figures, "share": round(100 * figures["in_time"] / figures["all"], 1)}

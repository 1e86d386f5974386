"""The review queue: held and disputed messages, oldest first; each decision takes a reason and is final."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from accounts.models import User
from messaging import reviewing
from messaging.admin.looking import frame, messages_of, note_look, require, staff
from messaging.admin.reasons import DecisionForm, DisputeForm, LookForm, LookReason
from messaging.models import Dispute, Message, Status
from messaging.models.review import Decision
from messaging.templatetags.operator import cut_out

QUEUE_SHOWN = 100


def review_queue(request: HttpRequest) -> HttpResponse:
    """Who waits since when and for which finding; no text."""
    require(request, "messaging.view_message", "messaging.change_message")
    held = Message.objects.filter(status=Status.QUARANTINED).select_related(
        "thread__order", "thread__product"
    )
    disputes = Dispute.objects.filter(decision=Decision.OPEN).select_related(
        "message__thread__order", "message__thread__product"
    )
    context = {
        **frame(request, _("Review queue")),
        "held": held.order_by("submitted_at")[:QUEUE_SHOWN],
        "disputes": disputes.order_by("created_at")[:QUEUE_SHOWN],
    }
    return render(request, "admin/messaging/review_queue.html", context)


@never_cache
def review_message(request: HttpRequest, message_id: object) -> HttpResponse:
    """GET asks why; POST with a look shows the thread and the decisions; POST with a decision takes it."""
    require(request, "messaging.view_message", "messaging.change_message")
    message = get_object_or_404(
        Message.objects.select_related(
            "thread__order", "thread__product", "thread__seller", "thread__buyer__user"
        ),
        pk=message_id,
    )
    look = LookForm(request.POST if "look" in request.POST else None, initial={"reason": LookReason.REVIEW})
    decision = _decision_form(message, request.POST if "decide" in request.POST else None)
    context = {
        **frame(request, _("Review a message")),
        "message": message,
        "thread": message.thread,
        "form": look,
    }
    context["decision"] = decision
    if "look" in request.POST and look.is_valid():
        note_look(message.thread, by=staff(request), **look.cleaned_data)
        context.update(shown=messages_of(message.thread), options=_options(message))
    elif "decide" in request.POST and decision.is_valid():
        _decide(request, message, decision.cleaned_data)
        return redirect("admin:messaging_review")
    elif "decide" in request.POST and _options(message):
        # The text stays for the second try; that is a look of its own, for the review of what waits for one.
        note_look(message.thread, by=staff(request), reason=LookReason.REVIEW)
        context.update(shown=messages_of(message.thread), options=_options(message))
    return render(request, "admin/messaging/review_message.html", context)


def _decision_form(message: Message, data: Any) -> DecisionForm:
    case = _open_dispute(message)
    if case is None:
        return DecisionForm(data)
    disputed = {
        place: "{label}: “{words}”".format(words=cut_out(message.body, found), **found)
        for place, found in enumerate(message.findings)
        if place in reviewing.disputed_places(message)
    }
    return DisputeForm(data, disputed=disputed)


def _options(message: Message) -> list[tuple[str, str]]:
    """The decisions that are open now, as value and button."""
    options = []
    if message.status == Status.QUARANTINED:
        options += [("release", _("Release")), ("discard", _("Discard"))]
    if _open_dispute(message):
        options += [("wrong", _("The finding was wrong")), ("right", _("The finding was right"))]
    return options


def _open_dispute(message: Message) -> Dispute | None:
    return (
        Dispute.objects.filter(message=message, decision=Decision.OPEN)
        .select_related("message__thread")
        .first()
    )


Move = Callable[[Message, User, dict[str, Any], datetime], bool]


def _wrong(message: Message, by: User, asked: dict[str, Any], now: datetime) -> bool:
    case, which = _open_dispute(message), asked.get("wrong")
    return case is not None and reviewing.decide_dispute(
        case, was_wrong=True, wrong=which, by=by, reason=asked["reason"], now=now
    )


def _right(message: Message, by: User, asked: dict[str, Any], now: datetime) -> bool:
    case = _open_dispute(message)
    return case is not None and reviewing.decide_dispute(
        case, was_wrong=False, by=by, reason=asked["reason"], now=now
    )


MOVES: dict[str, tuple[Move, object]] = {
    "release": (
        lambda message, by, asked, now: reviewing.release(message, by=by, reason=asked["reason"], now=now),
        gettext_lazy("Released: the message has been delivered."),
    ),
    "discard": (
        lambda message, by, asked, now: reviewing.discard(message, by=by, reason=asked["reason"], now=now),
        gettext_lazy("Discarded: nobody will see the message, and its author is told."),
    ),
    "wrong": (_wrong, gettext_lazy("The words are given back: the message has been delivered with them.")),
    "right": (_right, gettext_lazy("The finding stands; its author is told.")),
}
# What holds today, or another finding, may keep back what was decided to pass.
_WAITS = gettext_lazy("Decided. The message waits until the shop turns on Buyer Messages.")
_RETURNED = gettext_lazy("Decided. The message stays with its author, who may not write now.")
_STANDS = gettext_lazy(
    "Decided. The message stays where it is: another finding stands, or its author may not write."
)
KEPT_BACK: dict[tuple[str, str], object] = {
    ("release", Status.WAITING): _WAITS,
    ("release", Status.BLOCKED): _RETURNED,
    ("wrong", Status.WAITING): _WAITS,
    ("wrong", Status.BLOCKED): _STANDS,
    ("wrong", Status.QUARANTINED): _STANDS,
}


def _decide(request: HttpRequest, message: Message, asked: dict[str, Any]) -> None:
    move, done = MOVES.get(request.POST["decide"], (None, ""))
    if move and move(message, staff(request), asked, timezone.now()):
        message.refresh_from_db(fields=["status"])
        messages.success(request, str(KEPT_BACK.get((request.POST["decide"], message.status), done)))
    else:
        messages.warning(request, _("Somebody decided this before you; nothing was changed."))

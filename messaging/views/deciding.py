"""What a person decides about one message: undo it, report it, say that a finding is wrong. Both sides."""

from __future__ import annotations

import uuid
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.access import staff_of
from accounts.doors import require_writer
from messaging.forms import ReportForm
from messaging.models import Message, Side, Thread
from messaging.posting import undo
from messaging.reviewing import dispute, report


def _message_for(request: HttpRequest, pk: uuid.UUID) -> tuple[Message, Side]:
    """The message and the asker's side; 404 for strangers, and for what this side has not been shown."""
    message = get_object_or_404(
        Message.objects.select_related("thread__buyer__user", "thread__seller").filter(
            thread__in=Thread.objects.visible_to(request.user)
        ),
        pk=pk,
    )
    side = message.thread.side_of(request.user)
    if side is None or not Message.objects.seen_by(side).filter(pk=pk).exists():
        raise Http404
    return message, side


def _require_writer(request: HttpRequest, side: Side) -> None:
    """A shop's viewer reads only."""
    staff = staff_of(request.user)
    if side == Side.SELLER and staff:
        require_writer(staff)


def _to_thread(message: Message) -> HttpResponseRedirect:
    return redirect(reverse("thread", args=[message.thread_id]) + f"#m{message.seq}")


@login_required
@require_POST
def undo_send(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Take back a reply that has not left yet; its text and its files come back to the composer."""
    message, side = _message_for(request, pk)
    if message.side != side:
        raise Http404
    _require_writer(request, side)
    assert request.user.is_authenticated
    files = [str(key) for key in message.attachments.values_list("pk", flat=True)]
    if undo(message, by=request.user, now=timezone.now()):
        messages.info(request, _("Not sent. Your text is back in the field."))
        again = urlencode({"edit": message.pk, "stored": files}, doseq=True)
        return redirect(f"{reverse('thread', args=[message.thread_id])}?{again}#reply")
    messages.warning(request, _("Too late to undo: the message is already on its way."))
    return _to_thread(message)


@login_required
@require_http_methods(["GET", "POST"])
def report_message(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Report a received message: a small page, so that it works without script."""
    message, side = _message_for(request, pk)
    if message.side == side:
        raise Http404
    _require_writer(request, side)
    form = ReportForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        assert request.user.is_authenticated
        made = report(message, by=request.user, reason=form.cleaned_data["reason"], now=timezone.now())
        thanks = (
            _("Thank you. A person will look at it.") if made else _("You have reported this message before.")
        )
        messages.success(request, thanks)
        return _to_thread(message)
    status = 422 if form.is_bound else 200
    context = {
        "base": "seller_base.html" if side == Side.SELLER else "buyer_base.html",
        "form": form,
        "message": message,
        "name": message.thread.name_for(side),
    }
    return render(request, "messaging/report.html", context, status=status)


@login_required
@require_POST
def dispute_message(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One click: "this finding is wrong". A moderator decides."""
    message, side = _message_for(request, pk)
    if message.side != side:
        raise Http404
    _require_writer(request, side)
    assert request.user.is_authenticated
    if dispute(message, by=request.user, now=timezone.now()):
        messages.success(request, _("Passed on to a person. You will see the decision here."))
    else:
        messages.info(request, _("There is nothing to dispute, or it was disputed before."))
    return _to_thread(message)

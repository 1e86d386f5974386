"""The service queue: cases that wait for an answer and claims that wait for a decision, oldest first."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from messaging.admin.looking import frame, messages_of, note_look, require, staff
from messaging.admin.reasons import LookForm, LookReason
from messaging.claims.models import Claim
from messaging.models import Category, MailboxEntry, Side, Thread, ThreadKind
from messaging.serving import answer_case

QUEUE_SHOWN = 100


class AnswerForm(forms.Form):
    body = forms.CharField(
        label=gettext_lazy("Your answer"),
        max_length=settings.MAX_MESSAGE_CHARS,
        widget=forms.Textarea(attrs={"rows": 6, "cols": 80}),
        help_text=gettext_lazy("The buyer reads it as the marketplace's; your name is not shown."),
    )


def service_queue(request: HttpRequest) -> HttpResponse:
    """Who waits since when and about what; no text."""
    require(request, "messaging.view_thread", "claims.view_claim")
    waiting = MailboxEntry.objects.filter(category=Category.SERVICE, last_side=Side.BUYER)
    claims = Claim.objects.to_decide(now=timezone.now()).with_parties()
    context = {
        **frame(request, _("Customer service")),
        "cases": waiting.with_thread().order_by("last_activity")[:QUEUE_SHOWN],
        "claims": claims.order_by("answer_due_at")[:QUEUE_SHOWN],
    }
    return render(request, "admin/messaging/service_queue.html", context)


@never_cache
def answer(request: HttpRequest, thread_id: object) -> HttpResponse:
    """GET asks why; POST with a look shows the case and the answer's form; POST with an answer sends it."""
    require(request, "messaging.view_thread", "messaging.view_message", "messaging.add_message")
    cases = Thread.objects.with_parties().filter(kind=ThreadKind.SERVICE)
    thread = get_object_or_404(cases, pk=thread_id)
    look = LookForm(request.POST if "look" in request.POST else None, initial={"reason": LookReason.CUSTOMER})
    reply = AnswerForm(request.POST if "answer" in request.POST else None)
    context: dict[str, Any] = {
        **frame(request, _("Answer a case")),
        "thread": thread,
        "form": look,
        "reply": reply,
    }
    if "answer" in request.POST and reply.is_valid():
        answer_case(thread, by=staff(request), body=reply.cleaned_data["body"], now=timezone.now())
        messages.success(request, _("Your answer is on its way to the buyer."))
        return redirect("admin:messaging_service")
    if "answer" in request.POST:
        # The text stays for the second try; that is a look of its own.
        note_look(thread, by=staff(request), reason=LookReason.CUSTOMER)
        context["shown"] = messages_of(thread)
    elif "look" in request.POST and look.is_valid():
        note_look(thread, by=staff(request), **look.cleaned_data)
        context["shown"] = messages_of(thread)
    return render(request, "admin/messaging/answer.html", context)

"""Post a notice, a promotion or a transcript to one buyer: what the ingest does in bulk, by hand."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Buyer, User
from messaging.admin.looking import frame, require, staff
from messaging.announcing import ANNOUNCED, NoConsent, announce
from messaging.ids import new_id
from messaging.models import Category, Side
from messaging.serving import Line, keep_transcript

SPEAKERS = {"buyer": Side.BUYER, "service": Side.PLATFORM}


class NoticeForm(forms.Form):
    buyer = forms.EmailField(label=gettext_lazy("Buyer's e-mail address"))
    category = forms.ChoiceField(
        label=gettext_lazy("Category"),
        choices=[(category.value, category.label) for category in (*ANNOUNCED, Category.SERVICE)],
    )
    subject = forms.CharField(label=gettext_lazy("Subject"), max_length=200)
    body = forms.CharField(
        label=gettext_lazy("Text"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 10, "cols": 80}),
        help_text=gettext_lazy(
            "Under Customer service: a transcript, each line beginning with “buyer:” or “service:”."
        ),
    )
    # Pressed twice, it is posted once.
    reference = forms.CharField(widget=forms.HiddenInput, max_length=60)

    def clean_buyer(self) -> Buyer:
        email = User.objects.fold(self.cleaned_data["buyer"])
        buyer = Buyer.objects.select_related("user").filter(user__email=email).first()
        if buyer is None:
            raise forms.ValidationError(_("No buyer with this e-mail address is known."))
        return buyer

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("category") == Category.SERVICE and "body" in cleaned:
            cleaned["lines"] = self._lines(cleaned["body"])
        return cleaned

    def _lines(self, body: str) -> list[Line]:
        """One second apart, for a line has a time and nobody types it."""
        spoken = [line.partition(":") for line in body.splitlines() if line.strip()]
        if any(who.strip().lower() not in SPEAKERS or not text.strip() for who, _colon, text in spoken):
            self.add_error("body", _("Begin each line with “buyer:” or “service:”."))
            return []
        now = timezone.now()
        return [
            Line(SPEAKERS[who.strip().lower()], text.strip(), now + timedelta(seconds=place - len(spoken)))
            for place, (who, _colon, text) in enumerate(spoken)
        ]


def post_notice(request: HttpRequest) -> HttpResponse:
    require(request, "messaging.add_thread", "messaging.add_message")
    form = NoticeForm(request.POST or None, initial={"reference": f"by-hand-{new_id()}"})
    if request.method == "POST" and form.is_valid():
        try:
            _post(form.cleaned_data, by=staff(request))
        except NoConsent:
            form.add_error("category", _("This buyer has not agreed to promotions."))
        else:
            messages.success(request, _("Posted: the buyer finds it in their messages."))
            return redirect("admin:messaging_service")
    context = {**frame(request, _("Post a notice")), "form": form}
    return render(request, "admin/messaging/post_notice.html", context)


def _post(asked: dict[str, Any], *, by: User) -> None:
    common = {"buyer": asked["buyer"], "subject": asked["subject"], "by": by, "now": timezone.now()}
    if asked["category"] == Category.SERVICE:
        keep_transcript(asked["reference"], lines=asked["lines"], **common)
    else:
        announce(asked["reference"], category=Category(asked["category"]), body=asked["body"], **common)

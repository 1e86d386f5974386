"""Why a member of the operator's staff looks or decides: asked for before, recorded for good."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import MinLengthValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

REASON_CHARS = 200


class LookReason(models.TextChoices):
    REVIEW = "review", gettext_lazy("A held or disputed message")
    REPORT = "report", gettext_lazy("A report by a buyer or seller")
    CUSTOMER = "customer_request", gettext_lazy("Somebody in the thread asked for help")
    CLAIM = "claim", gettext_lazy("A claim or return")
    SECURITY = "security", gettext_lazy("Abuse, fraud or security")
    LEGAL = "legal", gettext_lazy("A legal request")


class LookForm(forms.Form):
    reason = forms.ChoiceField(
        label=gettext_lazy("Why do you look?"), choices=[("", "—"), *LookReason.choices]
    )
    case = forms.CharField(
        label=gettext_lazy("Case number"),
        required=False,
        max_length=40,
        validators=[RegexValidator(r"^[\w#/.-]*$", gettext_lazy("Letters, digits and # / . - only."))],
    )


class ReasonField(forms.CharField):
    """A sentence for the record: long enough to mean something, without addresses or phone numbers."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("label", gettext_lazy("Reason"))
        options.setdefault("max_length", REASON_CHARS)
        options.setdefault(
            "help_text", gettext_lazy("Kept for good in the record. No addresses, no phone numbers.")
        )
        options.setdefault("widget", forms.TextInput(attrs={"size": 60}))
        super().__init__(validators=[MinLengthValidator(5)], **options)

    def clean(self, value: Any) -> str:
        from messaging.policy import Context, Direction, scan

        text: str = super().clean(value)
        verdict = scan(text, Context(direction=Direction.SELLER_TO_BUYER))
        if any(finding.label.startswith(("contact.", "payment.")) for finding in verdict.findings):
            raise forms.ValidationError(
                _("Leave out addresses, phone numbers and account numbers."), code="contact"
            )
        return text


class DecisionForm(forms.Form):
    reason = ReasonField()


class DisputeForm(DecisionForm):
    """The decision on a dispute; when several findings are disputed, also which of them were wrong."""

    wrong = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Which were wrong?"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Only these words are given back."),
        error_messages={
            "required": gettext_lazy("Choose at least one, or decide that the finding was right.")
        },
    )

    def __init__(self, data: Any, *, disputed: dict[int, str]) -> None:
        super().__init__(data)
        if len(disputed) > 1:
            self.fields["wrong"].choices = list(disputed.items())  # type: ignore[attr-defined]
            self.fields["wrong"].initial = list(disputed)
            # Who decides that all were right chooses none.
            self.fields["wrong"].required = bool(data) and data.get("decide") == "wrong"
        else:
            del self.fields["wrong"]

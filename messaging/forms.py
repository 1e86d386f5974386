"""What people may post from pages, and the words beside each field."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from messaging.claims.models import Problem, Remedy
from messaging.contact import ContactOption
from messaging.models import Kind, Topic
from messaging.models.review import ReportReason


class MessageForm(forms.Form):
    """A text with files. Files travel beside it (`messaging.views.files.read_uploads`)."""

    body = forms.CharField(
        label=_("Message"),
        required=False,
        max_length=settings.MAX_MESSAGE_CHARS,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "max_length": _(
                "The message has %(show_value)d characters; %(limit_value)d fit. Shorten it, or send two."
            )
        },
    )
    key = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def __init__(self, *args: Any, has_files: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.has_files = has_files
        # A second press sends the same key, and makes nothing a second time.
        self.fields["key"].initial = uuid.uuid4().hex

    def clean_body(self) -> str:
        body: str = self.cleaned_data["body"].replace("\r\n", "\n")
        return body

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if "body" in cleaned and not cleaned["body"].strip() and not self.has_files:
            self.add_error("body", _("There is nothing to send yet. Write a message or add a file."))
        return cleaned


# How a topic is offered: icon and hint; the order is the one on the page.
TOPIC_PICKS: dict[str, tuple[str, Any]] = {
    Topic.SHIPPING: ("truck-delivery", _("Late or not moving")),
    Topic.DAMAGED: ("alert-triangle", _("Broken, or does not work")),
    Topic.ORDER_PROBLEM: ("package", _("Wrong or missing item, change or cancel")),
    Topic.RETURN: ("arrow-back-up", _("Send something back")),
    Topic.REFUND: ("receipt-refund", _("Start one or ask about one")),
    Topic.PRODUCT_SUPPORT: ("help-circle", _("Fit, set-up, materials")),
    Topic.INVOICE: ("receipt", _("VAT invoice, warranty papers")),
    Topic.FEEDBACK: ("star", _("Tell the seller what you think")),
    Topic.OTHER: ("dots", _("Tell us in your words")),
}


class ContactForm(MessageForm):
    """The first message about an order or a product. A topic helps, but never stands in the way of writing."""

    topic = forms.ChoiceField(label=_("Topic"), required=False, choices=[], widget=forms.RadioSelect)
    field_order = ["topic", "body"]

    def __init__(self, *args: Any, about_order: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.about_order = about_order
        self.fields["body"].widget.attrs["rows"] = 6
        self.fields["topic"].choices = [(topic, Topic(topic).label) for topic in TOPIC_PICKS]  # type: ignore[attr-defined]

    def clean_topic(self) -> Topic:
        if not self.about_order:
            return Topic.PRODUCT_QUESTION
        return Topic(self.cleaned_data["topic"] or Topic.OTHER)

    def picks(self) -> list[dict[str, Any]]:
        chosen = self["topic"].value()
        return [
            {
                "value": topic,
                "label": Topic(topic).label,
                "icon": icon,
                "hint": hint,
                "chosen": topic == chosen,
            }
            for topic, (icon, hint) in TOPIC_PICKS.items()
        ]


class ReportForm(forms.Form):
    reason = forms.ChoiceField(label=_("What is wrong?"), choices=ReportReason)


class ProactiveForm(MessageForm):
    """A seller writes first: the reason is chosen before the words, among those allowed now."""

    reason = forms.ChoiceField(
        label=_("Topic"),
        choices=[],
        error_messages={
            "required": _("Choose a topic."),
            "invalid_choice": _("Choose one of the topics offered."),
        },
    )
    field_order = ["reason", "body"]

    def __init__(self, *args: Any, options: list[ContactOption], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.options = [option for option in options if option.kind != Kind.REPLY]
        self.fields["reason"].choices = [  # type: ignore[attr-defined]
            (reason_key(option), option.title) for option in self.options
        ]

    def chosen(self) -> dict[str, str]:
        """As `post_message` takes it: `reason`, or `important_reason` for what is tagged [Important]."""
        kind, _colon, reason = self.cleaned_data["reason"].partition(":")
        return {"important_reason": reason} if kind == Kind.IMPORTANT else {"reason": reason}

    @property
    def offer(self) -> tuple[tuple[str, bool, str, bool], ...]:
        """All that `groups` depends on: rules and their words, nothing of a person."""
        wanted = self["reason"].value()
        keyed = ((reason_key(option), option) for option in self.options)
        return tuple((key, option.allowed, option.because, key == wanted) for key, option in keyed)

    def groups(self) -> list[dict[str, Any]]:
        """The topics as the page offers them: by kind, those not allowed greyed out under their reason."""
        wanted = self["reason"].value()
        groups: dict[tuple[str, bool, str], list[dict[str, Any]]] = {}
        for option in self.options:
            key = reason_key(option)
            row = {"value": key, "title": option.title, "chosen": key == wanted}
            groups.setdefault((option.kind, option.allowed, option.because), []).append(row)
        return [
            {"label": Kind(kind).label if allowed else because, "allowed": allowed, "rows": rows}
            for (kind, allowed, because), rows in groups.items()
        ]


def reason_key(option: ContactOption) -> str:
    return f"{option.kind}:{option.reason}"


class StatementForm(forms.Form):
    """What somebody says about a claim: the other side and the operator read it."""

    statement = forms.CharField(
        label=_("Message"),
        max_length=settings.MAX_MESSAGE_CHARS,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Say in a few words what happened.")},
    )


PROBLEM_ICONS = {
    Problem.NOT_ARRIVED: "truck-delivery",
    Problem.DAMAGED: "alert-triangle",
    Problem.NOT_AS_ORDERED: "package",
    Problem.NO_REFUND: "receipt-refund",
}


class ClaimForm(StatementForm):
    problem = forms.ChoiceField(
        label=_("What went wrong?"),
        choices=Problem,
        error_messages={"required": _("Choose what went wrong.")},
    )
    remedy = forms.ChoiceField(
        label=_("What would put it right?"),
        choices=Remedy,
        error_messages={"required": _("Choose what would put it right.")},
    )
    field_order = ["problem", "remedy", "statement"]

    def picks(self) -> list[dict[str, Any]]:
        chosen = self["problem"].value()
        return [
            {"value": problem, "label": problem.label, "icon": icon, "chosen": problem == chosen}
            for problem, icon in PROBLEM_ICONS.items()
        ]


class CaseForm(MessageForm):
    """The first message to customer service; what it is about is known when it comes from an order or thread."""

    topic = forms.ChoiceField(label=_("Topic"), required=False, choices=[])
    field_order = ["topic", "body"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].widget.attrs["rows"] = 6
        self.fields["topic"].choices = [(topic, topic.label) for topic in Topic.for_orders()]  # type: ignore[attr-defined]
        self.fields["topic"].initial = Topic.OTHER

    def clean_topic(self) -> Topic:
        return Topic(self.cleaned_data["topic"] or Topic.OTHER)

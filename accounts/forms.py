from __future__ import annotations

import zoneinfo
from typing import Any

from allauth.account.forms import LoginForm as AllauthLoginForm
from allauth.account.forms import ResetPasswordForm as AllauthResetPasswordForm
from allauth.account.forms import SignupForm as AllauthSignupForm
from django import forms
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from accounts.models import Buyer, User
from accounts.naming import require_only_a_name, require_own_name, visible

EMAIL_LABEL = _("E-mail address")


class LoginForm(AllauthLoginForm):
    """allauth's sign-in in this project's words: what is labelled needs no placeholder."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say_plainly(self.fields, email="login")


class ResetPasswordForm(AllauthResetPasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say_plainly(self.fields, email="email")


def say_plainly(fields: dict[str, forms.Field], *, email: str) -> None:
    fields[email].label = EMAIL_LABEL
    for field in fields.values():
        field.widget.attrs.pop("placeholder", None)


class PlainNameField(forms.CharField):
    """A name of which others see an initial at most."""

    def to_python(self, value: Any) -> str:
        return visible(super().to_python(value) or "")


class NameField(PlainNameField):
    """A name others will see."""

    default_validators = [require_only_a_name, require_own_name]


class SignupForm(AllauthSignupForm):
    """Sign-up as a buyer. The first name is what sellers will see; a company makes it a business account."""

    first_name = NameField(label=_("First name"), max_length=80)
    last_name = PlainNameField(label=_("Last name"), max_length=80)
    company_name = NameField(
        label=_("Company"), max_length=120, required=False, help_text=_("Only when you buy for a company.")
    )
    field_order = ["first_name", "last_name", "email", "company_name", "password1"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say_plainly(self.fields, email="email")

    def try_save(self, request: HttpRequest) -> tuple[Any, HttpResponse | None]:
        if self.account_already_exists:
            # As much work as for a new account, or the time it takes tells who has one.
            make_password(self.cleaned_data["password1"])
        saved: tuple[Any, HttpResponse | None] = super().try_save(request)
        return saved

    def custom_signup(self, request: Any, user: Any) -> None:
        """Names are saved by the account adapter together with the user."""


class PreferencesForm(forms.ModelForm):
    """The buyer's switches. "Let sellers write to me first" is the opt-out asked the kind way round."""

    let_sellers_write = forms.BooleanField(required=False)
    undo_sends = forms.BooleanField(required=False)
    language = forms.ChoiceField(
        label=_("Language"), required=False, choices=[("", _("As my browser says")), *settings.LANGUAGES]
    )
    time_zone = forms.ChoiceField(label=_("Time zone"), choices=[])

    class Meta:
        model = Buyer
        fields = ["alert_mail", "promotions"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        user: User = self.instance.user
        self.fields["time_zone"].choices = [(zone, zone) for zone in sorted(zoneinfo.available_timezones())]  # type: ignore[attr-defined]
        self.initial |= {  # type: ignore[operator]
            "let_sellers_write": not self.instance.opted_out,
            "undo_sends": user.undo_sends,
            "language": user.language,
            "time_zone": user.time_zone,
        }

    def save(self, commit: bool = True) -> Buyer:
        self.instance.opted_out = not self.cleaned_data["let_sellers_write"]
        user: User = self.instance.user
        user.undo_sends = self.cleaned_data["undo_sends"]
        user.language = self.cleaned_data["language"]
        user.time_zone = self.cleaned_data["time_zone"]
        if commit:
            user.save(update_fields=["undo_sends", "language", "time_zone"])
        return super().save(commit)


class AddressForm(forms.Form):
    """An address of the shop; kept lower-case, and never one of the masked ones."""

    address = forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        error_messages={
            "required": _("Write an address first."),
            "invalid": _("That is not an e-mail address."),
        },
    )

    def clean_address(self) -> str:
        address: str = self.cleaned_data["address"].strip().lower()
        if address.rpartition("@")[2] == settings.RELAY_DOMAIN:
            raise forms.ValidationError(
                _("That is a masked address. Use an address where you read your mail.")
            )
        return address

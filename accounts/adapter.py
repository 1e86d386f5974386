"""allauth's account rules: who signs up becomes a buyer, and verification mails leave through our sender."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

from accounts.models import Buyer, User


class AccountAdapter(DefaultAccountAdapter):
    def save_user(self, request: HttpRequest, user: User, form: Any, commit: bool = True) -> User:
        user.first_name = form.cleaned_data.get("first_name", "")
        user.last_name = form.cleaned_data.get("last_name", "")
        saved: User = super().save_user(request, user, form, commit)
        if commit:
            Buyer.enrol(saved, company_name=form.cleaned_data.get("company_name", ""))
        return saved

"""allauth's account rules: who signs up becomes a buyer, and who fails to sign in is counted."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest, HttpResponse

from accounts.models import Buyer, User
from accounts.tries import count_anywhere, know_device, tries_key


class AccountAdapter(DefaultAccountAdapter):
    def save_user(self, request: HttpRequest, user: User, form: Any, commit: bool = True) -> User:
        user.first_name = form.cleaned_data.get("first_name", "")
        user.last_name = form.cleaned_data.get("last_name", "")
        saved: User = super().save_user(request, user, form, commit)
        if commit:
            Buyer.enrol(saved, company_name=form.cleaned_data.get("company_name", ""))
        return saved

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        anywhere = count_anywhere(request, credentials.get("email", ""))
        if anywhere is None:
            raise self.validation_error("too_many_login_attempts")
        super().pre_authenticate(request, **credentials)
        # Given back together when the password is right.
        self._login_failed_rl_usage.usage.extend(anywhere.usage)

    def post_login(self, request: HttpRequest, user: User, **facts: Any) -> HttpResponse:
        response: HttpResponse = super().post_login(request, user, **facts)
        know_device(response, user.email)
        return response

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        return tries_key(request, credentials.get("email", ""))

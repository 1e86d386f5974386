"""What is decided before any view: the person's language and time zone, the operator staff's second factor."""

from __future__ import annotations

import zoneinfo
from collections.abc import Callable
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django_htmx.http import HttpResponseClientRedirect


class PersonMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or not request.user.is_authenticated:
            return self.get_response(request)
        if request.user.language:
            translation.activate(request.user.language)
            request.LANGUAGE_CODE = translation.get_language() or ""
        with timezone.override(zoneinfo.ZoneInfo(request.user.time_zone)):
            response = self.get_response(request)
        # What a person saw is gone with their signing out: the Back button asks anew.
        response.headers.setdefault("Cache-Control", "private, no-store")
        if request.user.is_authenticated:
            # Tells the device whose page it keeps for when it is offline, so that it shows it to nobody else.
            response.headers["X-Person"] = str(request.user.pk)
        return response


class SignInAgainMiddleware:
    """A part of a page asked for after the session ended leads the whole page to the sign-in, not the part."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if "Location" not in response.headers or not request.htmx:  # type: ignore[attr-defined]
            return response
        sign_in = resolve_url(settings.LOGIN_URL)
        if not response.headers["Location"].startswith(sign_in):
            return response
        # Back to the page as it stands: the part's own address may be one that only takes posts.
        return HttpResponseClientRedirect(
            redirect_to_login(request.htmx.current_url_abs_path or "/", sign_in).url  # type: ignore[attr-defined]
        )


class StaffSecondFactorMiddleware:
    """Operator pages open only to staff who sign in with a second factor; others are sent to set it up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *args: Any) -> HttpResponse | None:
        place = request.resolver_match
        if not settings.REQUIRE_STAFF_MFA or place is None or "admin" not in place.app_names:
            return None
        if not request.user.is_authenticated or not request.user.is_staff or is_mfa_enabled(request.user):
            return None
        messages.warning(request, _("Operator pages need a second factor. Set it up here, then come back."))
        return redirect("mfa_index")

"""Error pages: problem+json for the API, a page in plain words for people."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _


def problem(request: HttpRequest, status: int, title: str, detail: str) -> JsonResponse:
    body = {"type": "about:blank", "title": title, "status": status, "detail": detail, "errors": []}
    return JsonResponse(body, status=status, content_type="application/problem+json")


def show(request: HttpRequest, status: int, title: str, detail: str) -> HttpResponse:
    if request.path.startswith("/api/"):
        return problem(request, status, title, detail)
    context = {"status": status, "title": title, "detail": detail, "reference": getattr(request, "id", "")}
    return render(request, "error.html", context, status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return show(request, 400, _("We could not read that request"), _("Go back and try again."))


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    because = str(exception) if isinstance(exception, PermissionDenied) else ""
    title = _("This page is not open to you")
    return show(request, 403, title, because or _("Sign in with another account, or go back."))


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return show(
        request,
        404,
        _("We could not find that page"),
        _("It may have been moved, or it belongs to somebody else."),
    )


def server_error(request: HttpRequest) -> HttpResponse:
    return show(
        request, 500, _("Something went wrong on our side"), _("It has been recorded. Try again in a minute.")
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return show(
        request,
        403,
        _("This form has expired"),
        _("Go back, reload the page and send it again; copy your text first."),
    )

"""Conventions of every REST door: the shape of errors (RFC 9457) and how often somebody may ask."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import redis.exceptions
import structlog
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.db import OperationalError
from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from rest_framework import exceptions
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import SimpleRateThrottle

if TYPE_CHECKING:
    from rest_framework.views import APIView

log = structlog.get_logger(__name__)

PROBLEM_JSON = "application/problem+json"
RETRY_SECONDS = 5


def problem_response(exc: Exception, context: dict[str, Any]) -> Response | None:
    """DRF's exception handler: every refusal as a problem; None for our own faults, which Django's 500 answers."""
    if isinstance(exc, Http404):
        exc = exceptions.NotFound(_("There is nothing here, or it belongs to somebody else."))
    elif isinstance(exc, PermissionDenied):
        exc = exceptions.PermissionDenied()
    elif isinstance(exc, RequestDataTooBig):
        exc = _TooLarge()
    elif isinstance(exc, OperationalError):
        # The database is away or locked: what was asked may work in a moment.
        log.error("database away", error=type(exc).__name__)
        exc = _TryAgain()
    if not isinstance(exc, exceptions.APIException):
        return None
    # DRF's views import this module while they load.
    from rest_framework.views import set_rollback

    set_rollback()
    return Response(
        problem_body(exc), status=exc.status_code, headers=_headers(exc), content_type=PROBLEM_JSON
    )


def problem_body(exc: exceptions.APIException) -> dict[str, Any]:
    """A refusal that knows its own `type`, `title` and `errors` says them; all others get the usual ones."""
    errors = getattr(exc, "errors", None)
    detail = str(exc.detail)
    if isinstance(exc, exceptions.ValidationError):
        errors = list(_field_errors(exc.get_full_details(), ""))
        detail = _("Some of what was sent cannot be used.")
        if len(errors) == 1:
            detail = errors[0]["detail"]
    return {
        "type": getattr(exc, "type", "about:blank"),
        "title": str(getattr(exc, "title", "") or HTTPStatus(exc.status_code).phrase),
        "status": exc.status_code,
        "detail": detail,
        "errors": errors or [],
    }


def _field_errors(details: Any, pointer: str) -> Iterator[dict[str, Any]]:
    """DRF's nested details as a flat list, each with a JSON pointer into what was sent."""
    if isinstance(details, dict) and set(details) == {"message", "code"}:
        detail = _encodable(str(details["message"]))
        yield {"code": str(details["code"]), "detail": detail, "pointer": _encodable(pointer)}
    elif isinstance(details, dict):
        for name, inner in details.items():
            below = pointer if name == "non_field_errors" else f"{pointer}/{_escaped(str(name))}"
            yield from _field_errors(inner, below)
    elif isinstance(details, list):
        for place, inner in enumerate(details):
            is_message = isinstance(inner, dict) and set(inner) == {"message", "code"}
            if inner:
                yield from _field_errors(inner, pointer if is_message else f"{pointer}/{place}")


def _encodable(text: str) -> str:
    """An error may quote what was sent, and JSON can send half a surrogate pair, which no answer can carry."""
    return text.encode("utf-8", "replace").decode()


def _escaped(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")


def _headers(exc: exceptions.APIException) -> dict[str, str]:
    headers = {}
    if challenge := getattr(exc, "auth_header", None):
        headers["WWW-Authenticate"] = str(challenge)
    if wait := getattr(exc, "wait", None):
        headers["Retry-After"] = str(max(1, round(wait)))
    return headers


class _TooLarge(exceptions.APIException):
    status_code = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    default_detail = gettext_lazy("The request is larger than we read.")
    default_code = "too_large"


class _TryAgain(exceptions.APIException):
    status_code = HTTPStatus.SERVICE_UNAVAILABLE
    default_detail = gettext_lazy("The service is away for a moment. Try again.")
    default_code = "unavailable"
    wait = RETRY_SECONDS


class _CountingThrottle(SimpleRateThrottle):
    """Asks the cache how often; when the cache is away, reading goes on (a sign-in does not, see AddressThrottle)."""

    fails_open = True

    def allow_request(self, request: Request, view: APIView) -> bool:
        try:
            return super().allow_request(request, view)
        except (redis.exceptions.RedisError, OSError) as error:
            log.warning("throttle blind", scope=self.scope, error=type(error).__name__)
            if self.fails_open:
                return True
            raise _TryAgain from error


class PersonThrottle(_CountingThrottle):
    """So many requests a minute for one signed-in person, over all their devices and programs."""

    scope = "person"

    def get_cache_key(self, request: Request, view: APIView) -> str | None:
        return f"throttle:person:{request.user.pk}" if request.user.is_authenticated else None


class AddressThrottle(_CountingThrottle):
    """So many requests a minute from one network address that has not signed in.

    A view's `throttle_scope` names another rate. Where tokens are handed out, blind means closed.
    """

    scope = "address"

    def allow_request(self, request: Request, view: APIView) -> bool:
        self.scope = getattr(view, "throttle_scope", self.scope)
        self.num_requests, self.duration = self.parse_rate(self.get_rate())
        self.fails_open = self.scope != "token"
        return super().allow_request(request, view)

    def get_cache_key(self, request: Request, view: APIView) -> str | None:
        if request.user and request.user.is_authenticated:
            return None
        return f"throttle:{self.scope}:{network_of(self.get_ident(request))}"


def network_of(address: str) -> str:
    """One caller's address; of IPv6 the /64, for a caller owns all of it."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if isinstance(parsed, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((parsed, 64), strict=False).network_address)
    return str(parsed)

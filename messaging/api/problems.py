"""Refusals of the API, each a problem (RFC 9457) with what is wrong and what to do instead."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from rest_framework import status
from rest_framework.exceptions import APIException, ValidationError

from messaging.attaching import FileRefused
from messaging.contact import CannotWrite
from messaging.policy import ScanVerdict

# Refusals that say something of the request itself, not of a rule of contact: where in it they point.
POINTERS = {
    "empty": "/body",
    "too_long": "/body",
    "too_many_files": "/attachments",
    "files_too_large": "/attachments",
    "file_used": "/attachments",
    "about_nothing": "/order",
    "unknown_reason": "/reason",
}


class Problem(APIException):
    """A refusal with a type and a title of its own."""

    type = "about:blank"
    title: str = ""
    errors: tuple[dict[str, Any], ...] = ()


class NotPermitted(Problem):
    """A rule of the contact table forbids it; the rule is named."""

    status_code = status.HTTP_409_CONFLICT
    type = "urn:messagecenter:problem:not-permitted"

    def __init__(self, rule: str, because: str, instead: str = "") -> None:
        super().__init__(f"{because} {instead}".strip(), code=rule)
        self.title = _("Writing is not permitted")
        self.errors = ({"code": rule, "detail": because, "pointer": "", "rule": rule, "fix": instead},)


class TooLate(Problem):
    """What was asked was possible once, or was done before."""

    status_code = status.HTTP_409_CONFLICT
    type = "urn:messagecenter:problem:too-late"

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail, code=code)
        self.title = _("Not possible any more")
        self.errors = ({"code": code, "detail": detail, "pointer": ""},)


class BlockedByPolicy(Problem):
    """The policy hands the text back with the words marked."""

    status_code = status.HTTP_422_UNPROCESSABLE_ENTITY
    type = "urn:messagecenter:problem:blocked-by-policy"

    def __init__(self, verdict: ScanVerdict) -> None:
        super().__init__(_("The message was not sent: some of its words break the rules."), code="blocked")
        self.title = _("Blocked by policy")
        self.errors = tuple(finding_errors(verdict))


class UnusableFile(Problem):
    status_code = status.HTTP_422_UNPROCESSABLE_ENTITY
    type = "urn:messagecenter:problem:file-refused"

    def __init__(self, refusal: FileRefused) -> None:
        super().__init__(str(refusal), code="file_refused")
        self.title = _("The file was not taken")
        self.errors = (
            {"code": refusal.rule, "detail": refusal.because, "pointer": "/file", "name": refusal.name},
        )


class KeyReused(Problem):
    status_code = status.HTTP_422_UNPROCESSABLE_ENTITY
    type = "urn:messagecenter:problem:idempotency-key-reused"

    def __init__(self) -> None:
        detail = _("This Idempotency-Key came with another request in the last 24 hours. Use a new one.")
        super().__init__(detail, code="key_reused")
        self.title = _("Idempotency-Key used before")


class StateGone(Problem):
    status_code = status.HTTP_410_GONE
    type = "urn:messagecenter:problem:state-gone"

    def __init__(self) -> None:
        detail = _("Too much has changed since that state. Start over with GET /api/v1/threads.")
        super().__init__(detail, code="state_gone")
        self.title = _("State too old")


class NoMailbox(Problem):
    status_code = status.HTTP_403_FORBIDDEN

    def __init__(self) -> None:
        super().__init__(
            _("You are neither a buyer nor a member of a shop, so you have no inbox."), code="no_mailbox"
        )


class OnlyLooking(Problem):
    status_code = status.HTTP_403_FORBIDDEN

    def __init__(self) -> None:
        super().__init__(_("Your role in the shop is viewer: you can read, not write."), code="viewer")
        self.errors = ({"code": "viewer", "detail": str(self.detail), "pointer": "", "rule": "viewer"},)


def finding_errors(verdict: ScanVerdict) -> list[dict[str, Any]]:
    """The findings as entries of `errors`; `start` and `end` count code points of the body, end exclusive."""
    return [
        {
            "code": finding.label,
            "detail": str(finding.because),
            "pointer": "/body",
            "start": finding.start,
            "end": finding.end,
            "excerpt": verdict.text[finding.start : finding.end],
            "rule": finding.rule,
            "action": str(finding.action),
            "fix": str(finding.fix),
        }
        for finding in verdict.findings
    ]


def refusal_of(refused: CannotWrite) -> APIException:
    """409 for a rule of contact; 400 for what the sender can put right in the request itself."""
    pointer = POINTERS.get(refused.rule)
    if pointer is None:
        return NotPermitted(refused.rule, refused.because, refused.instead)
    sentence = f"{refused.because} {refused.instead}".strip()
    return ValidationError({pointer.removeprefix("/"): [sentence]}, code=refused.rule)

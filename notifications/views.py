"""Pages of the alerts: stop them, check one, and the demo's captured mail."""

from __future__ import annotations

import ipaddress
import uuid

from django.conf import settings
from django.contrib import messages
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import unsubscribing
from accounts.relay import RelayAddress, RelayKind
from messaging.models.thread import parse_id
from notifications import capture
from notifications.models import CapturedMail
from notifications.verifying import verify

CHECKS_PER_MINUTE = 30
MAILS_PER_PAGE = 25
MOST_REPLY_CHARS = 20_000


# Programs of mail providers press the button without our cookies (RFC 8058); the token is the permission.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """GET shows what would happen, POST does it: a link that is only looked at changes nothing."""
    if unsubscribing.find_buyer(token) is None:
        raise Http404
    done = request.method == "POST" and unsubscribing.unsubscribe(token)
    return render(request, "notifications/unsubscribe.html", {"done": done})


@require_safe
def verify_mail(request: HttpRequest) -> HttpResponse:
    code = request.GET.get("code", "").strip()
    context: dict[str, object] = {"code": code, "report_address": str(RelayAddress(RelayKind.REPORT))}
    if not code:
        return render(request, "notifications/verify_mail.html", context)
    if _asks_too_often(request):
        context["error"] = _("That was too often. Wait a minute and try again.")
        return render(request, "notifications/verify_mail.html", context, status=429)
    context["verdict"] = verify(code, user=request.user)
    return render(request, "notifications/verify_mail.html", context)


@require_safe
def demo_mail(request: HttpRequest) -> HttpResponse:
    """The demo's outbox, newest first."""
    _require_demo(request)
    mails = CapturedMail.objects.order_by("-id")
    before = parse_id(request.GET.get("before", ""))
    if before:
        mails = mails.filter(pk__lt=before)
    rows = list(mails[: MAILS_PER_PAGE + 1])
    context = {
        "mails": [capture.shown(mail) for mail in rows[:MAILS_PER_PAGE]],
        "older": rows[MAILS_PER_PAGE - 1].pk if len(rows) > MAILS_PER_PAGE else None,
    }
    return render(request, "notifications/demo_mail.html", context)


@require_POST
def demo_mail_reply(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Answer a captured mail as its receiver, through the real gateway."""
    _require_demo(request)
    mail = get_object_or_404(CapturedMail, pk=pk)
    words = request.POST.get("words", "").strip()[:MOST_REPLY_CHARS]
    if not capture.shown(mail).is_answerable:
        messages.error(request, _("This mail takes no answer."))
    elif not words:
        messages.error(request, _("Write an answer first."))
    else:
        said = capture.answer(mail, words, now=timezone.now())
        messages.info(request, _("Sent as a mail. The gateway said: %(said)s") % {"said": said})
    return redirect(reverse("demo-mail") + f"#m-{pk}")


def _require_demo(request: HttpRequest) -> None:
    """The outbox holds sign-in links of everybody: only in the demo, and only on the machine itself."""
    if not settings.DEMO or not _is_local(request):
        raise Http404


def _is_local(request: HttpRequest) -> bool:
    if any(name in request.headers for name in ("Forwarded", "X-Forwarded-For", "X-Real-IP")):
        return False
    try:
        return ipaddress.ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False


def _asks_too_often(request: HttpRequest) -> bool:
    key = f"verify-mail:{request.META.get('REMOTE_ADDR', '')}"
    cache.add(key, 0, timeout=60)
    try:
        return cache.incr(key) > CHECKS_PER_MINUTE
    except ValueError:
        # It expired in between.
        return False

"""Push on this device: on, off, and a test notice. Called by `static/push.js`; without script there is no push."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.models import User
from notifications import devices
from notifications.channels.push import push, trial

TRIALS_PER_MINUTE = 5
TRIAL_TOPIC = "trial"


@require_POST
@login_required
def subscribe(request: HttpRequest) -> HttpResponse:
    _require_key()
    assert isinstance(request.user, User)
    device = devices.device_of(request) or devices.new_device()
    given = {name: request.POST.get(name, "").strip() for name in ("endpoint", "p256dh", "auth")}
    try:
        devices.subscribe(request.user, **given, device=device, now=timezone.now())
    except devices.CannotSubscribe as refusal:
        return JsonResponse({"said": str(refusal)}, status=422)
    answer = JsonResponse({"said": _("On. Alerts are shown on this device.")}, status=201)
    devices.remember(answer, device)
    return answer


@require_POST
@login_required
def unsubscribe(request: HttpRequest) -> HttpResponse:
    devices.forget_device(devices.device_of(request))
    return JsonResponse({"said": _("Off. This device shows no alerts.")})


@require_POST
@login_required
def test(request: HttpRequest) -> HttpResponse:
    """Send a notice to this device now, and say how it went."""
    _require_key()
    assert isinstance(request.user, User)
    if _asks_too_often(request.user):
        return JsonResponse({"said": _("That was too often. Wait a minute and try again.")}, status=429)
    device = devices.subscription_of(request)
    if device is None:
        return JsonResponse({"said": _("Push is off on this device. Switch it on first.")}, status=409)
    failure = push(device, trial(request.user.language), topic=TRIAL_TOPIC)
    if failure == "gone":
        return JsonResponse(
            {"said": _("This device stopped taking alerts. Switch push on again.")}, status=409
        )
    if failure:
        said = _("The push service did not take it. Alerts are tried again by themselves; e-mail goes on.")
        return JsonResponse({"said": said}, status=502)
    return JsonResponse({"said": _("Sent. It appears in a moment.")})


def _require_key() -> None:
    if not settings.VAPID_PRIVATE_KEY:
        raise Http404


def _asks_too_often(user: User) -> bool:
    key = f"push-test:{user.pk}"
    cache.add(key, 0, timeout=60)
    try:
        return cache.incr(key) > TRIALS_PER_MINUTE
    except ValueError:
        # It expired in between.
        return False

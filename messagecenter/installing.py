"""What makes the site an app on a phone: its manifest, its service worker, and the page shown without a network."""

from __future__ import annotations

import hashlib
import json

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language_bidi, get_language_info
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

BAR_COLOUR, GROUND_COLOUR = "#18222f", "#f4f5f7"
ICONS = (("192", "any"), ("512", "any"), ("512", "maskable"))
# What a kept page needs to look and work as it did; whatever else a page asks for is kept when it is first seen.
SHELL = (
    *(f"css/{name}.css" for name in ("tokens", "base", "messages", "pages")),
    *(f"{name}.js" for name in ("theme", "clock", "list", "compose", "outbox", "drafts", "live", "app")),
    *("vendor/bootstrap.bundle.min.js", "vendor/htmx.min.js"),
    *("vendor/icons.svg", "vendor/inter-latin-wght-normal.woff2", "favicon.svg", "icons/192.png"),
)
# How many opened threads, with the inbox, a device keeps.
KEPT_PAGES = 30


@require_safe
@cache_control(max_age=3600, public=True)
def manifest(request: HttpRequest) -> HttpResponse:
    body = {
        "id": "/",
        "name": _("%(market)s messages") % {"market": settings.MARKETPLACE_NAME},
        "short_name": settings.MARKETPLACE_NAME,
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "lang": request.LANGUAGE_CODE,
        "dir": "rtl" if get_language_info(request.LANGUAGE_CODE)["bidi"] else "ltr",
        "theme_color": BAR_COLOUR,
        "background_color": GROUND_COLOUR,
        "icons": [
            {
                "src": static(f"icons/{'maskable' if purpose == 'maskable' else size}.png"),
                "sizes": f"{size}x{size}",
                "type": "image/png",
                "purpose": purpose,
            }
            for size, purpose in ICONS
        ],
    }
    response = JsonResponse(body, content_type="application/manifest+json")
    response["Vary"] = "Accept-Language, Cookie"
    return response


@require_safe
@cache_control(no_cache=True)
def service_worker(request: HttpRequest) -> HttpResponse:
    """Served at the root, so that it may answer for every page. Its first lines change with every file of the shell."""
    bootstrap = "vendor/bootstrap.rtl.min.css" if get_language_bidi() else "vendor/bootstrap.min.css"
    files = [static(name) for name in (bootstrap, *SHELL)]
    shell = {
        "version": hashlib.sha256("\n".join(files).encode()).hexdigest()[:12],
        "files": files,
        "offline": reverse("offline"),
        "icon": static("icons/192.png"),
        "keptPages": KEPT_PAGES,
        "static": settings.STATIC_URL,
    }
    script = render_to_string("app/sw.js", {"shell": json.dumps(shell)})
    response = HttpResponse(script, content_type="text/javascript")
    response["Service-Worker-Allowed"] = "/"
    return response


@require_safe
@cache_control(no_cache=True)
def offline(request: HttpRequest) -> HttpResponse:
    """The same for everybody: it is kept on the device, whoever uses it."""
    return render(request, "app/offline.html")

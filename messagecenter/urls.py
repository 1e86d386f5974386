"""Every address of the project, room by room."""

from __future__ import annotations

from allauth.account.decorators import secure_admin_login
from django.conf import settings
from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

from messagecenter import health, installing

admin.site.site_header = admin.site.site_title = f"{settings.MARKETPLACE_NAME} operator"
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", health.alive),
    path("readyz", health.ready),
    path("metrics", health.metrics),
    path("manifest.webmanifest", installing.manifest, name="manifest"),
    path("sw.js", installing.service_worker, name="service-worker"),
    path("offline/", installing.offline, name="offline"),
    path("admin/", admin.site.urls),
    path("accounts/", include("allauth.account.urls")),
    path("accounts/2fa/", include("allauth.mfa.urls")),
    path("api/v1/", include("messaging.api.urls")),
    path("api/v1/", include("notifications.urls_api")),
    path("", include("messaging.urls")),
    path("", include("messaging.urls_seller")),
    path("", include("orders.urls")),
    path("", include("accounts.urls")),
    path("", include("accounts.urls_seller")),
    path("", include("notifications.urls")),
    path("", include("notifications.urls_seller")),
]

handler400 = "messagecenter.errors.bad_request"
handler403 = "messagecenter.errors.forbidden"
handler404 = "messagecenter.errors.not_found"
handler500 = "messagecenter.errors.server_error"

"""Settings of the message center that the environment decides. `.env.example` explains each variable.

Without DATABASE_URL it runs embedded: SQLite, a folder for files, captured mail.
"""

from __future__ import annotations

from datetime import timedelta
from email.utils import formataddr
from pathlib import Path
from typing import Any

import environ

from messagecenter import wellformed
from messagecenter.environment import Environment, require
from messagecenter.fixed import *  # noqa: F403 (the other half of the settings)
from messagecenter.fixed import BASE_DIR, REST_FRAMEWORK, SPECTACULAR_SETTINGS
from messagecenter.logs import logging_config
from messagecenter.storage import s3_options

env = Environment(BASE_DIR)
EMBEDDED = env.embedded
DATA_DIR = env.data

SECRET_KEY = env.secret_key("SECRET_KEY")
MESSAGE_KEYS = env.key_ring("MESSAGE_KEYS")
DEBUG = env.flag("DEBUG", default=False)
require(EMBEDDED or not DEBUG, "DEBUG is on with DATABASE_URL set: production never runs with DEBUG.")

MARKETPLACE_NAME = env.text("MARKETPLACE_NAME", "Example Market")
MARKETPLACE_DOMAIN = env.one("MARKETPLACE_DOMAIN", wellformed.domain, "example-market.com")
RELAY_DOMAIN = env.one("RELAY_DOMAIN", wellformed.domain, "msg.example-market.com")
require(
    RELAY_DOMAIN != MARKETPLACE_DOMAIN,
    "RELAY_DOMAIN equals MARKETPLACE_DOMAIN: masked addresses need a domain of their own.",
)
TRUSTED_AUTHSERV_ID = env.one("TRUSTED_AUTHSERV_ID", wellformed.word, f"mx.{MARKETPLACE_DOMAIN}")
ALLOWED_LINK_DOMAINS = env.each("ALLOWED_LINK_DOMAINS", wellformed.domain)
SITE_URL = env.one("SITE_URL", wellformed.origin, "http://127.0.0.1:8000")
HTTPS = SITE_URL.startswith("https://")
ALLOWED_HOSTS = env.each("ALLOWED_HOSTS", wellformed.host, "127.0.0.1,localhost,[::1]" if EMBEDDED else "")
require(
    ALLOWED_HOSTS and (EMBEDDED or "*" not in ALLOWED_HOSTS),
    "ALLOWED_HOSTS must name the hosts this server answers for; “*” is refused.",
)
CSRF_TRUSTED_ORIGINS = [SITE_URL]
require(
    EMBEDDED or HTTPS or env.flag("ALLOW_HTTP", default=False),
    "SITE_URL must start with https:// in production (ALLOW_HTTP=true for a test network).",
)
DEMO = env.flag("DEMO", default=EMBEDDED)
require(
    EMBEDDED or not DEMO or wellformed.is_loopback(SITE_URL),
    "DEMO is on with DATABASE_URL set, and SITE_URL can be reached from outside: "
    "/demo/mail/ would show every mail to whoever asks.",
)

# The rulebook's figures (docs/rules.md). Durations are settings so that an operator can be stricter or kinder.
REPLY_DUE = timedelta(hours=env.number("REPLY_DUE_HOURS", 24, least=1))
NO_ANSWER_AFTER = timedelta(hours=env.number("NO_ANSWER_HOURS", 48, least=1))
KEEP_WAITING = timedelta(hours=env.number("KEEP_WAITING_HOURS", 24, least=1))
CLAIM_AFTER = timedelta(hours=env.number("CLAIM_AFTER_HOURS", 48))
CLAIM_WINDOW = timedelta(days=env.number("CLAIM_WINDOW_DAYS", 90, least=1))
CLAIM_ANSWER_DUE = timedelta(hours=env.number("CLAIM_ANSWER_HOURS", 72, least=1))
CLAIM_APPEAL = timedelta(days=env.number("CLAIM_APPEAL_DAYS", 30, least=1))
PROACTIVE_WINDOW = timedelta(days=env.number("PROACTIVE_WINDOW_DAYS", 30, least=1))
PROACTIVE_DAILY_BASE = env.number("PROACTIVE_DAILY_BASE", 600)
PROACTIVE_DAILY_FACTOR = env.number("PROACTIVE_DAILY_FACTOR", 5)
REPEAT_WARN_FROM = env.number("REPEAT_WARN_FROM", 10, least=1)
REPEAT_BLOCK_AFTER = env.number("REPEAT_BLOCK_AFTER", 20, least=1)
require(
    REPEAT_WARN_FROM <= REPEAT_BLOCK_AFTER,
    f"REPEAT_WARN_FROM is {REPEAT_WARN_FROM} and REPEAT_BLOCK_AFTER {REPEAT_BLOCK_AFTER}: the warning must come first.",
)
DELIVERY_ASSUMED = timedelta(days=env.number("DELIVERY_ASSUMED_DAYS", 14, least=1))
UNDO_SEND = timedelta(seconds=env.number("UNDO_SEND_SECONDS", 10))
ALERT_BUNDLE = timedelta(seconds=env.number("ALERT_BUNDLE_SECONDS", 60))
ALIAS_GRACE = timedelta(days=env.number("ALIAS_GRACE_DAYS", 30))
RESTORE_WINDOW = timedelta(days=env.number("RESTORE_DAYS", 30, least=1))
RAW_MAIL_KEPT = timedelta(days=env.number("RAW_MAIL_DAYS", 90, least=1))
MAX_MESSAGE_CHARS = env.number("MAX_MESSAGE_CHARS", 4000, least=1)
MAX_ATTACHMENTS = env.number("MAX_ATTACHMENTS", 5, least=1)
MAX_ATTACHMENT_BYTES = env.number("MAX_ATTACHMENT_BYTES", 10 * 1024 * 1024, least=1)
MAX_MAIL_BYTES = env.number("MAX_MAIL_BYTES", 25 * 1024 * 1024, least=1)
SWEEP_EVERY = timedelta(seconds=env.number("SWEEP_SECONDS", 1 if EMBEDDED else 60, least=1))

DATABASES = {"default": env.database()}

REDIS_URL = env.url("REDIS_URL", {"redis", "rediss", "unix"}, "" if EMBEDDED else "redis://127.0.0.1:6379/0")
CACHES = {
    "default": (
        {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL, "KEY_PREFIX": "mc"}
        if REDIS_URL
        else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    )
}

CELERY_BROKER_URL = env.url(
    "BROKER_URL",
    {"redis", "rediss", "redis+socket", "amqp", "amqps"} | ({"memory"} if EMBEDDED else set()),
    # The same socket as Celery spells it.
    REDIS_URL.replace("unix://", "redis+socket://").replace("?db=", "?virtual_host=") or "memory://",
)
# A door gives a lost broker one more try and goes on: without these kombu would try for ever.
CELERY_BROKER_TRANSPORT_OPTIONS: dict[str, Any] = {
    "max_retries": 1,
    "interval_start": 0,
    "interval_step": 0.1,
    "interval_max": 0.1,
}
if CELERY_BROKER_URL.startswith("redis"):
    CELERY_BROKER_TRANSPORT_OPTIONS |= {
        "visibility_timeout": 300,
        "unacked_restore_interval": 10,
        "unacked_restore_throttle": 1,
        "socket_connect_timeout": 2,
    }

STORAGE_URL = env.url("STORAGE_URL", {"file", "s3"}, f"file://{DATA_DIR / 'files'}")
# Compressing takes half a minute, once: worth it for a production image, not for the first minute of a trial.
STATIC_BACKEND = (
    "whitenoise.storage.CompressedManifestStaticFilesStorage"
    if env.flag("COMPRESS_STATIC", default=not EMBEDDED)
    else "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
)
STORAGES: dict[str, Any] = {
    "default": {"BACKEND": "messagecenter.storage.UnnamedFileStorage"},
    "staticfiles": {"BACKEND": STATIC_BACKEND},
}
if STORAGE_URL.startswith("s3://"):
    STORAGES["default"] = {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": s3_options(STORAGE_URL)}
else:
    MEDIA_ROOT = STORAGE_URL.removeprefix("file://")

STATIC_ROOT = Path(
    env.text("STATIC_ROOT", str(DATA_DIR / "static" if EMBEDDED else BASE_DIR / "staticfiles"))
)
WHITENOISE_USE_FINDERS = EMBEDDED

EMAIL_URL = env.url("EMAIL_URL", {"smtp", "smtp+tls", "smtp+ssl", "captured"}, "captured://" if DEMO else "")
require(
    EMAIL_URL or EMBEDDED,
    "EMAIL_URL is not set: say where alert mails go, e.g. smtp+tls://user:password@host:587.",
)
if EMAIL_URL.startswith("smtp"):
    _mail = environ.Env.email_url_config(EMAIL_URL)
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST, EMAIL_PORT = _mail["EMAIL_HOST"], _mail["EMAIL_PORT"]
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _mail["EMAIL_HOST_USER"] or "", _mail["EMAIL_HOST_PASSWORD"] or ""
    EMAIL_USE_TLS, EMAIL_USE_SSL = bool(_mail.get("EMAIL_USE_TLS")), bool(_mail.get("EMAIL_USE_SSL"))
    EMAIL_TIMEOUT = 20
else:
    EMAIL_BACKEND = "notifications.capture.CapturingBackend"
# The demo's page of captured mail answers through this listener (host:port); empty: it calls the gateway itself.
MAIL_LISTEN = env.one("MAIL_LISTEN", wellformed.address)
DEFAULT_FROM_EMAIL = formataddr((MARKETPLACE_NAME, f"no-reply@{RELAY_DOMAIN}"))
SERVER_EMAIL = DEFAULT_FROM_EMAIL

ALLAUTH_TRUSTED_PROXY_COUNT = env.number("TRUSTED_PROXY_COUNT", 0)
REST_FRAMEWORK |= {"NUM_PROXIES": ALLAUTH_TRUSTED_PROXY_COUNT}
SPECTACULAR_SETTINGS |= {"TITLE": f"{MARKETPLACE_NAME} message center"}
MFA_TOTP_ISSUER = MARKETPLACE_NAME
REQUIRE_STAFF_MFA = env.flag("REQUIRE_STAFF_MFA", default=not EMBEDDED)

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if env.flag("BEHIND_TLS_PROXY", default=False) else None
)
FILE_UPLOAD_MAX_MEMORY_SIZE = MAX_ATTACHMENT_BYTES

LOGGING = logging_config(json=not EMBEDDED or env.flag("LOG_JSON", default=False))
METRICS_TOKEN = env.text("METRICS_TOKEN", "")
CLAMD_URL = env.url("CLAMD_URL", {"tcp", "unix"})
SENTRY_DSN = env.one("SENTRY_DSN", wellformed.sentry_dsn)
VAPID_PRIVATE_KEY = env.vapid_key("VAPID_PRIVATE_KEY")
PUSH_HOSTS = env.each(
    "PUSH_HOSTS",
    wellformed.host,
    "fcm.googleapis.com,.push.services.mozilla.com,.push.apple.com,.notify.windows.com",
)
require("*" not in PUSH_HOSTS, "PUSH_HOSTS must name the push services' hosts; “*” is refused.")

"""Settings of the message center. `.env.example` explains each variable.

Without DATABASE_URL it runs embedded: SQLite, a folder for files, captured mail.
"""

from __future__ import annotations

import secrets
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from messagecenter.environment import Environment
from messagecenter.logs import logging_config

BASE_DIR = Path(__file__).resolve().parent.parent
env = Environment(BASE_DIR)
EMBEDDED = env.embedded
DATA_DIR = env.data
DEMO = env.flag("DEMO", default=EMBEDDED)

SECRET_KEY = env.secret("SECRET_KEY", secrets.token_urlsafe(50))
MESSAGE_KEYS = env.keys("MESSAGE_KEYS")
DEBUG = env.flag("DEBUG", default=False)
if DEBUG and not EMBEDDED:
    raise ImproperlyConfigured("DEBUG is on with DATABASE_URL set: production never runs with DEBUG.")

MARKETPLACE_NAME = env.text("MARKETPLACE_NAME", "Example Market")
MARKETPLACE_DOMAIN = env.domain("MARKETPLACE_DOMAIN", "example-market.com")
RELAY_DOMAIN = env.domain("RELAY_DOMAIN", "msg.example-market.com")
if RELAY_DOMAIN == MARKETPLACE_DOMAIN:
    raise ImproperlyConfigured(
        "RELAY_DOMAIN equals MARKETPLACE_DOMAIN: masked addresses need a domain of their own."
    )
TRUSTED_AUTHSERV_ID = env.text("TRUSTED_AUTHSERV_ID", f"mx.{MARKETPLACE_DOMAIN}")
ALLOWED_LINK_DOMAINS = env.names("ALLOWED_LINK_DOMAINS")
SITE_URL = env.url("SITE_URL", {"http", "https"}, "http://127.0.0.1:8000").rstrip("/")
ALLOWED_HOSTS = env.names("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]" if EMBEDDED else "")
if not ALLOWED_HOSTS or (not EMBEDDED and "*" in ALLOWED_HOSTS):
    raise ImproperlyConfigured("ALLOWED_HOSTS must name the hosts this server answers for; “*” is refused.")
CSRF_TRUSTED_ORIGINS = [SITE_URL]

# The rulebook's figures (docs/rules.md). Durations are settings so that an operator can be stricter or kinder.
REPLY_DUE = timedelta(hours=env.number("REPLY_DUE_HOURS", 24, least=1))
NO_ANSWER_AFTER = timedelta(hours=env.number("NO_ANSWER_HOURS", 48, least=1))
PROACTIVE_WINDOW = timedelta(days=env.number("PROACTIVE_WINDOW_DAYS", 30, least=1))
PROACTIVE_DAILY_BASE = env.number("PROACTIVE_DAILY_BASE", 600)
PROACTIVE_DAILY_FACTOR = env.number("PROACTIVE_DAILY_FACTOR", 5)
REPEAT_WARN_FROM = env.number("REPEAT_WARN_FROM", 10, least=1)
REPEAT_BLOCK_AFTER = env.number("REPEAT_BLOCK_AFTER", 20, least=1)
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

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "messagecenter",
    "accounts",
    "orders",
    "messaging",
    "messaging.ledger",
    "messaging.metrics",
    "messaging.gateway",
    "notifications",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "messagecenter.logs.RequestIdMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "accounts.middleware.PersonMiddleware",
    "accounts.middleware.StaffSecondFactorMiddleware",
]

ROOT_URLCONF = "messagecenter.urls"
WSGI_APPLICATION = "messagecenter.wsgi.application"
ASGI_APPLICATION = "messagecenter.asgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "messaging.context.shell",
            ],
            "builtins": ["messaging.templatetags.messagecenter"],
        },
    }
]

DATABASES = {"default": env.database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = env.url("REDIS_URL", {"redis", "rediss", "unix"}, "" if EMBEDDED else "redis://127.0.0.1:6379/0")
CACHES = {
    "default": (
        {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL, "KEY_PREFIX": "mc"}
        if REDIS_URL
        else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    )
}

CELERY_BROKER_URL = env.url(
    "BROKER_URL", {"redis", "rediss", "amqp", "amqps", "memory"}, REDIS_URL or "memory://"
)
# A door gives a lost broker one more try and goes on: without these kombu would try for ever.
CELERY_BROKER_TRANSPORT_OPTIONS: dict[str, Any] = {
    "max_retries": 1,
    "interval_start": 0,
    "interval_step": 0.1,
    "interval_max": 0.1,
}
if CELERY_BROKER_URL.startswith(("redis", "unix")):
    CELERY_BROKER_TRANSPORT_OPTIONS |= {
        "visibility_timeout": 300,
        "unacked_restore_interval": 10,
        "unacked_restore_throttle": 1,
        "socket_connect_timeout": 2,
    }
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# A nudge is only speed: a door must not wait for a lost broker, the sweep takes over.
CELERY_TASK_PUBLISH_RETRY = False
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_TIME_LIMIT = 120
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TIMEZONE = "UTC"
CELERY_WORKER_HIJACK_ROOT_LOGGER = False

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
    from messagecenter.storage import s3_options

    STORAGES["default"] = {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": s3_options(STORAGE_URL)}
else:
    MEDIA_ROOT = STORAGE_URL.removeprefix("file://")

STATIC_URL = "/static/"
STATIC_ROOT = Path(
    env.text("STATIC_ROOT", str(DATA_DIR / "static" if EMBEDDED else BASE_DIR / "staticfiles"))
)
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_USE_FINDERS = EMBEDDED

EMAIL_URL = env.url(
    "EMAIL_URL", {"smtp", "smtp+tls", "smtp+ssl", "captured", "memorymail"}, "captured://" if DEMO else ""
)
if not EMAIL_URL and not EMBEDDED:
    raise ImproperlyConfigured(
        "EMAIL_URL is not set: say where alert mails go, e.g. smtp+tls://user:password@host:587."
    )
if EMAIL_URL.startswith("smtp"):
    import environ as _environ

    _mail = _environ.Env.email_url_config(EMAIL_URL)
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST, EMAIL_PORT = _mail["EMAIL_HOST"], _mail["EMAIL_PORT"]
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _mail["EMAIL_HOST_USER"] or "", _mail["EMAIL_HOST_PASSWORD"] or ""
    EMAIL_USE_TLS, EMAIL_USE_SSL = bool(_mail.get("EMAIL_USE_TLS")), bool(_mail.get("EMAIL_USE_SSL"))
    EMAIL_TIMEOUT = 20
else:
    EMAIL_BACKEND = "notifications.capture.CapturingBackend"
# The demo's page of captured mail answers through this listener (host:port); empty: it calls the gateway itself.
MAIL_LISTEN = env.text("MAIL_LISTEN", "")
DEFAULT_FROM_EMAIL = f"{MARKETPLACE_NAME} <no-reply@{RELAY_DOMAIN}>"
SERVER_EMAIL = DEFAULT_FROM_EMAIL

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["accounts.backends.PersonBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "CommonPasswordValidator")
] + [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_ADAPTER = "accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "accounts.forms.LoginForm",
    "reset_password": "accounts.forms.ResetPasswordForm",
    "signup": "accounts.forms.SignupForm",
}
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# Ten failed tries per account in 15 minutes (docs/rules.md, people); many accounts may share one address.
ACCOUNT_RATE_LIMITS = {"login_failed": "10/15m/key,100/15m/ip"}
ALLAUTH_TRUSTED_PROXY_COUNT = env.number("TRUSTED_PROXY_COUNT", 0)
MFA_TOTP_ISSUER = MARKETPLACE_NAME
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
REQUIRE_STAFF_MFA = env.flag("REQUIRE_STAFF_MFA", default=not EMBEDDED)

REST_FRAMEWORK: dict[str, Any] = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "messaging.api.authentication.BearerAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "DEFAULT_THROTTLE_CLASSES": ["messagecenter.rest.PersonThrottle", "messagecenter.rest.AddressThrottle"],
    "DEFAULT_THROTTLE_RATES": {"person": "600/min", "address": "60/min", "token": "60/min"},
    "EXCEPTION_HANDLER": "messagecenter.rest.problem_response",
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
    "NUM_PROXIES": env.number("TRUSTED_PROXY_COUNT", 0),
}
SPECTACULAR_SETTINGS: dict[str, Any] = {
    "TITLE": f"{MARKETPLACE_NAME} message center",
    "VERSION": "1",
    "OAS_VERSION": "3.1.1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["rest_framework.permissions.AllowAny"],
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "COMPONENT_SPLIT_REQUEST": True,
    "SCHEMA_PATH_PREFIX": r"/api/v1",
    "ENUM_NAME_OVERRIDES": {
        "SideEnum": "messaging.models.Side",
        "ThreadKindEnum": "messaging.models.ThreadKind",
        "MessageKindEnum": "messaging.models.Kind",
        "ImportantReasonEnum": "messaging.models.ImportantReason",
        "ProactiveReasonEnum": "messaging.models.ProactiveReason",
        "ReportReasonEnum": "messaging.models.review.ReportReason",
    },
    "PREPROCESSING_HOOKS": ["messaging.api.schema.without_second_spellings"],
}

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("de", "Deutsch"), ("es", "Español"), ("fr", "Français"), ("ar", "العربية")]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = False
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "messagecenter.errors.csrf_failure"
HTTPS = SITE_URL.startswith("https://")
if not EMBEDDED and not HTTPS and not env.flag("ALLOW_HTTP", default=False):
    raise ImproperlyConfigured(
        "SITE_URL must start with https:// in production (ALLOW_HTTP=true for a test network)."
    )
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$", r"^metrics$"]
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if env.flag("BEHIND_TLS_PROXY", default=False) else None
)
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
        "manifest-src": ["'self'"],
        "worker-src": ["'self'"],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_HANDLERS = ["messaging.uploads.BoundedUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = MAX_ATTACHMENT_BYTES
APPEND_SLASH = True

LOGGING = logging_config(json=not EMBEDDED or env.flag("LOG_JSON", default=False))
METRICS_TOKEN = env.text("METRICS_TOKEN", "")
CLAMD_URL = env.url("CLAMD_URL", {"tcp", "unix"})
SENTRY_DSN = env.text("SENTRY_DSN", "")
VAPID_PRIVATE_KEY = env.text("VAPID_PRIVATE_KEY", "")

"""Settings of the test runs: the embedded ones, or production's when DATABASE_URL names a PostgreSQL.

What a developer has in the environment must not change a result, so everything is set here.
"""

from __future__ import annotations

import atexit
import base64
import os
import shutil
import tempfile
from pathlib import Path

_folder = tempfile.mkdtemp(prefix="messagecenter-tests-")
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
_given = {name: os.environ[name] for name in ("DATABASE_URL",) if os.environ.get(name)}
for _name in (
    "REDIS_URL",
    "BROKER_URL",
    "STORAGE_URL",
    "CLAMD_URL",
    "SENTRY_DSN",
    "PUSH_HOSTS",
    "DATABASE_URL",
):
    os.environ.pop(_name, None)
os.environ.update(
    {
        "DATA_DIR": _folder,
        "SECRET_KEY": "a-key-for-tests-only-" + "0123456789" * 4,
        "MESSAGE_KEYS": "test:" + base64.b64encode(b"\x07" * 32).decode(),
        "VAPID_PRIVATE_KEY": base64.urlsafe_b64encode(b"\x05" * 32).decode(),
        "DEMO": "true",
        "EMAIL_URL": "captured://",
        "SITE_URL": "http://127.0.0.1:8000",
        "ALLOW_HTTP": "true",
        "ALLOWED_HOSTS": "127.0.0.1,localhost,testserver",
        "MARKETPLACE_NAME": "Example Market",
        "MARKETPLACE_DOMAIN": "example-market.com",
        "RELAY_DOMAIN": "msg.example-market.com",
        "TRUSTED_AUTHSERV_ID": "mx.example-market.com",
        "REQUIRE_STAFF_MFA": "false",
        **_given,
    }
)

from messagecenter.settings import *  # noqa: E402, F403
from messagecenter.settings import (  # noqa: E402
    DATABASES,
    LOGGING,
    STORAGES,
)

# Argon2 is slow on purpose; tests sign in a hundred times.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["default"] = {"BACKEND": "messagecenter.storage.UnnamedFileStorage"}
# Pages are drawn without collectstatic.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
STATIC_ROOT = Path(_folder) / "static"
STATIC_ROOT.mkdir()
# A failed test shows what it logged; a line per request would bury it.
LOGGING["loggers"]["messagecenter.request"] = {"level": "WARNING"}
# Each process of a parallel run has a cache and a broker of its own; a test of Redis asks for it by need_redis().
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
REDIS_URL = ""
CELERY_BROKER_URL = "memory://"
if str(DATABASES["default"]["ENGINE"]).endswith("postgresql"):
    # Databases come and go here: a pool would hold them, and nothing needs to survive a power cut.
    DATABASES["default"]["OPTIONS"] = {"options": "-c synchronous_commit=off"}

"""What a test needs from the machine: absent, the test is skipped with the reason and how to get it.

With REQUIRE_ALL=1 nothing may be skipped: `tests/strict.py` turns every skip into a failure.
"""

from __future__ import annotations

import functools
import os
import shutil
import socket
from pathlib import Path
from urllib.parse import urlsplit

import pytest

PROJECT = Path(__file__).resolve().parent.parent


def need(condition: object, why: str) -> None:
    """Go on when the condition holds; else skip, or fail when REQUIRE_ALL=1."""
    if condition:
        return
    if require_all():
        pytest.fail(f"REQUIRE_ALL=1, and this is missing: {why}", pytrace=False)
    pytest.skip(why)


def require_all() -> bool:
    return os.environ.get("REQUIRE_ALL", "") == "1"


def need_chromium() -> str:
    """The path of a Chromium to drive."""
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")
    need(path, "no Chromium on PATH: apt-get install chromium")
    return path


def need_redis() -> str:
    """The URL of a Redis or Valkey server that tests may write to (a database of its own)."""
    url = os.environ.get("TEST_REDIS_URL", "redis://127.0.0.1:6379/5")
    need(
        _listens(url, 6379),
        f"nothing answers at {_shown(url)}: apt-get install redis-server, or set TEST_REDIS_URL",
    )
    return url


def need_postgres() -> str:
    """The URL of a PostgreSQL server whose user may create databases."""
    url = postgres_url()
    need(
        postgres_answers(url),
        f"no PostgreSQL answers at {_shown(url)}: apt-get install postgresql, or set TEST_POSTGRES_URL "
        "(postgres://user:password@host:port/postgres, a user who may create databases)",
    )
    return url


def postgres_url() -> str:
    return os.environ.get("TEST_POSTGRES_URL", "postgres://postgres@127.0.0.1:5432/postgres")


@functools.cache
def postgres_answers(url: str) -> bool:
    import psycopg

    try:
        psycopg.connect(url, connect_timeout=3).close()
    except psycopg.Error:
        return False
    return True


def need_data(name: str) -> Path:
    """The folder of labelled examples `name` ("policy", "mail"): POLICY_DATA, MAIL_DATA, or beside the project."""
    variable = f"{name.upper()}_DATA"
    folder = Path(os.environ.get(variable) or PROJECT.parent / "shared" / name)
    need(folder.is_dir(), f"no labelled data at {folder}: set {variable} to its folder")
    return folder


@functools.cache
def _listens(url: str, default_port: int) -> bool:
    parts = urlsplit(url)
    try:
        socket.create_connection(
            (parts.hostname or "127.0.0.1", parts.port or default_port), timeout=3
        ).close()
    except OSError:
        return False
    return True


def _shown(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.hostname}:{parts.port}" if parts.port else str(parts.hostname)

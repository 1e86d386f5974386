"""The environment, read once and checked: a wrong value stops the start with one sentence naming it."""

from __future__ import annotations

import base64
import fcntl
import os
import secrets
import sys
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TypeVar

import environ
from django.core.exceptions import ImproperlyConfigured

from messagecenter import wellformed

T = TypeVar("T")
# A century, in the unit a name ends with: what a moment can always be moved by.
LONGEST = {"_DAYS": 36_500, "_HOURS": 876_000, "_SECONDS": 3_153_600_000}
LARGEST_NUMBER = 2**40
# Letters and digits at random: more than 128 bits. `manage.py check --deploy` asks for 50.
LEAST_SECRET_CHARS = 32
_CONTROL = {"Cc", "Cs", "Zl", "Zp"}


def require(condition: object, sentence: str) -> None:
    """Stop the start with the sentence unless the condition holds."""
    if not condition:
        raise ImproperlyConfigured(sentence)


@contextmanager
def told_in_one_sentence() -> Iterator[None]:
    """End the program with the sentence alone: where a setting was read helps nobody who must mend it."""
    try:
        yield
    except ImproperlyConfigured as refusal:
        sys.exit(str(refusal))


class Environment:
    """Reads settings by name and remembers which exist, so that `.env.example` can be held complete.

    In the embedded mode (no DATABASE_URL) missing secrets are made once and kept in the data folder.
    """

    def __init__(self, base: Path) -> None:
        self.read: set[str] = set()
        # The data folder says what is kept there, so it is known before anything is kept.
        self._kept: dict[str, str] = {}
        self.data = self._folder("DATA_DIR", base / "var")
        self.embedded = not os.environ.get("DATABASE_URL", "").strip()
        self._secrets = self.data / "secrets.env"
        if self.embedded:
            self._kept = self._read_kept()

    def text(self, name: str, default: str | None = None) -> str:
        self.read.add(name)
        value = os.environ.get(name, "").strip() or self._kept.get(name, "")
        require(
            not any(unicodedata.category(letter) in _CONTROL for letter in value),
            f"{name} holds a line break or another control character: write it in one line.",
        )
        if not value and default is None:
            raise ImproperlyConfigured(
                f"{name} is not set: give it a value in the environment (see .env.example)."
            )
        return value or str(default)

    def secret(self, name: str, make: str) -> str:
        """A secret that must be given in production and is made once, and kept, in the embedded mode."""
        value = self.text(name, "")
        if value:
            return value
        require(self.embedded, f"{name} is not set: production needs its own (see .env.example).")
        return self._keep(name, make)

    def secret_key(self, name: str) -> str:
        value = self.secret(name, secrets.token_urlsafe(50))
        require(
            len(value) >= LEAST_SECRET_CHARS,
            f"{name} has {len(value)} characters: write at least {LEAST_SECRET_CHARS}, at random (see .env.example).",
        )
        return value

    def flag(self, name: str, *, default: bool) -> bool:
        value = self.text(name, "true" if default else "false").lower()
        if value in {"1", "true", "yes", "on"}:
            return True
        if value in {"0", "false", "no", "off"}:
            return False
        raise ImproperlyConfigured(f"{name} is “{value}”: write true or false.")

    def number(self, name: str, default: int, *, least: int = 0) -> int:
        value = self.text(name, str(default))
        shown = value if len(value) <= 20 else f"{value[:20]}…"
        if not value.isascii() or not value.isdigit() or int(value[:20]) < least:
            raise ImproperlyConfigured(f"{name} is “{shown}”: write a whole number, {least} or more.")
        most = next((most for end, most in LONGEST.items() if name.endswith(end)), LARGEST_NUMBER)
        require(int(value[:20]) <= most, f"{name} is “{shown}”: write a whole number, {most} or less.")
        return int(value)

    def names(self, name: str, default: str = "") -> list[str]:
        return [part.strip() for part in self.text(name, default).split(",") if part.strip()]

    def each(self, name: str, form: Callable[[str], T], default: str = "") -> list[T]:
        return [self._in_form(name, form, part) for part in self.names(name, default)]

    def one(self, name: str, form: Callable[[str], str], default: str = "") -> str:
        """The value in the form given (wellformed.py); an empty one stays empty."""
        value = self.text(name, default)
        return self._in_form(name, form, value) if value else ""

    def url(self, name: str, schemes: set[str], default: str = "") -> str:
        value = self.text(name, default)
        if value:
            self._in_form(name, partial(wellformed.url, schemes=schemes), value)
        return value

    def key_ring(self, name: str) -> list[tuple[str, bytes]]:
        value = self.secret(name, f"k1:{base64.b64encode(secrets.token_bytes(32)).decode()}")
        return self._in_form(name, wellformed.key_ring, value)

    def vapid_key(self, name: str) -> str:
        """The key of web push; empty in production means that push is off."""
        value = self.text(name, "") or (self._keep(name, new_vapid_key()) if self.embedded else "")
        return self._in_form(name, wellformed.vapid_key, value) if value else ""

    def database(self) -> dict[str, object]:
        if self.embedded:
            self.read.add("DATABASE_URL")
            self._make_folder()
            return sqlite(self.data / "db.sqlite3")
        url = self.url("DATABASE_URL", {"postgres", "postgresql", "sqlite"})
        try:
            config = environ.Env.db_url_config(url)
        except ValueError as error:
            raise ImproperlyConfigured(f"DATABASE_URL cannot be read: {error}.") from error
        require(
            config["NAME"] not in {"", ":memory:"},
            "DATABASE_URL names no database: write postgres://user:password@host:port/name.",
        )
        if url.startswith("sqlite"):
            return sqlite(Path(config["NAME"]))
        require(
            not config.get("CONN_MAX_AGE"),
            "DATABASE_URL asks for conn_max_age: leave it out, DB_POOL_SIZE says how many connections are kept.",
        )
        config["OPTIONS"] = {
            **config.get("OPTIONS", {}),
            "pool": {"min_size": 1, "max_size": self.number("DB_POOL_SIZE", 8, least=1)},
        }
        return config

    @staticmethod
    def _in_form(name: str, form: Callable[[str], T], value: str) -> T:
        try:
            return form(value)
        except wellformed.Malformed as because:
            raise ImproperlyConfigured(f"{name} {because}") from because

    def _folder(self, name: str, default: Path) -> Path:
        value = self.text(name, "")
        try:
            return Path(value or default).expanduser().resolve()
        except (OSError, RuntimeError) as error:
            raise ImproperlyConfigured(f"{name} is “{value}”: that is no folder's path ({error}).") from error

    def _make_folder(self) -> None:
        try:
            self.data.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise ImproperlyConfigured(
                f"DATA_DIR is “{self.data}”: that folder cannot be made ({error.strerror})."
            ) from error

    def _read_kept(self) -> dict[str, str]:
        try:
            lines = self._secrets.read_text().splitlines()
        except (FileNotFoundError, NotADirectoryError):
            return {}
        except (OSError, UnicodeDecodeError) as error:
            raise ImproperlyConfigured(
                f"DATA_DIR holds {self._secrets}, which cannot be read: {error}."
            ) from error
        return {name: value for name, _, value in (line.partition("=") for line in lines) if value}

    def _keep(self, name: str, value: str) -> str:
        """Keep the value unless another process, started at the same moment, kept one first; returns the kept one."""
        self._make_folder()
        try:
            descriptor = os.open(self._secrets, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
        except OSError as error:
            raise ImproperlyConfigured(
                f"DATA_DIR is “{self.data}”: nothing can be written there ({error.strerror})."
            ) from error
        with os.fdopen(descriptor, "a") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            if name not in self._read_kept():
                file.write(f"{name}={value}\n")
                file.flush()
                os.fsync(file.fileno())
        self._kept = self._read_kept()
        return self._kept[name]


def new_vapid_key() -> str:
    """32 bytes in URL-safe base64 that name a point on P-256."""
    return base64.urlsafe_b64encode(secrets.token_bytes(wellformed.VAPID_BYTES)).rstrip(b"=").decode()


def sqlite(path: Path) -> dict[str, object]:
    """SQLite that keeps its promise: FULL so that an answer follows the fsync; IMMEDIATE so that writers queue."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;",
        },
    }

"""The environment, read once and checked: a wrong value stops the start with one sentence naming it."""

from __future__ import annotations

import base64
import binascii
import os
import secrets
from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

NEED_A_HOST = {"http", "https", "redis", "rediss", "amqp", "amqps", "smtp", "smtp+tls", "smtp+ssl", "tcp"}
# A century, in the unit a name ends with: what a moment can always be moved by.
LONGEST = {"_DAYS": 36_500, "_HOURS": 876_000, "_SECONDS": 3_153_600_000}
LARGEST_NUMBER = 2**40


class Environment:
    """Reads settings by name and remembers which exist, so that `.env.example` can be held complete.

    In the embedded mode (no DATABASE_URL) missing secrets are made once and kept in the data folder.
    """

    def __init__(self, base: Path) -> None:
        self.read: set[str] = set()
        self.data = Path(os.environ.get("DATA_DIR", base / "var")).expanduser().resolve()
        self.read.add("DATA_DIR")
        self.embedded = not os.environ.get("DATABASE_URL", "").strip()
        self._kept = self._read_kept(self.data / "secrets.env")

    def text(self, name: str, default: str | None = None) -> str:
        self.read.add(name)
        value = os.environ.get(name, "").strip() or self._kept.get(name, "")
        if value:
            return value
        if default is None:
            raise ImproperlyConfigured(
                f"{name} is not set: give it a value in the environment (see .env.example)."
            )
        return default

    def secret(self, name: str, make: str) -> str:
        """A secret that must be given in production and is made once, and kept, in the embedded mode."""
        value = self.text(name, "")
        if value:
            return value
        if not self.embedded:
            raise ImproperlyConfigured(f"{name} is not set: production needs its own (see .env.example).")
        self._keep(name, make)
        return self._kept[name]

    def flag(self, name: str, *, default: bool) -> bool:
        value = self.text(name, "true" if default else "false").lower()
        if value in {"1", "true", "yes", "on"}:
            return True
        if value in {"0", "false", "no", "off"}:
            return False
        raise ImproperlyConfigured(f"{name} is “{value}”: write true or false.")

    def number(self, name: str, default: int, *, least: int = 0) -> int:
        value = self.text(name, str(default))
        if not value.isascii() or not value.isdigit() or int(value[:20]) < least:
            raise ImproperlyConfigured(f"{name} is “{value}”: write a whole number, {least} or more.")
        most = next((most for end, most in LONGEST.items() if name.endswith(end)), LARGEST_NUMBER)
        if int(value[:20]) > most:
            raise ImproperlyConfigured(f"{name} is “{value}”: write a whole number, {most} or less.")
        return int(value)

    def names(self, name: str, default: str = "") -> list[str]:
        return [part.strip() for part in self.text(name, default).split(",") if part.strip()]

    def url(self, name: str, schemes: set[str], default: str = "") -> str:
        value = self.text(name, default)
        try:
            parts = urlsplit(value)
            # Read for its check alone: a port must be a number.
            _port = parts.port
        except ValueError as error:
            raise ImproperlyConfigured(f"{name} cannot be read as a URL: {error}.") from error
        if value and parts.scheme not in schemes:
            raise ImproperlyConfigured(
                f"{name} starts with “{parts.scheme}”: it must be a URL with one of {', '.join(sorted(schemes))}."
            )
        if parts.scheme in NEED_A_HOST and not parts.hostname:
            raise ImproperlyConfigured(f"{name} names no host after “{parts.scheme}://”.")
        return value

    def domain(self, name: str, default: str) -> str:
        value = self.text(name, default).lower()
        if "@" in value or "/" in value or "." not in value:
            raise ImproperlyConfigured(f"{name} is “{value}”: write a bare domain such as {default}.")
        return value

    def keys(self, name: str) -> list[tuple[str, bytes]]:
        """`id:base64,id:base64`, each key 32 bytes; the first seals, all open."""
        ring = []
        for part in self.secret(name, f"k1:{base64.b64encode(secrets.token_bytes(32)).decode()}").split(","):
            key_id, _, encoded = part.strip().partition(":")
            try:
                key = base64.b64decode(encoded, validate=True)
            except (binascii.Error, ValueError):
                key = b""
            if not key_id.isalnum() or len(key_id) > 16 or len(key) != 32:
                raise ImproperlyConfigured(
                    f"{name} must be “id:key” pairs, comma-separated, each key 32 bytes in base64; “{key_id}” is not."
                )
            ring.append((key_id, key))
        return ring

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
        if url.startswith("sqlite"):
            return sqlite(Path(config["NAME"]))
        config["OPTIONS"] = {
            **config.get("OPTIONS", {}),
            "pool": {"min_size": 1, "max_size": self.number("DB_POOL_SIZE", 8, least=1)},
        }
        return config

    def _read_kept(self, path: Path) -> dict[str, str]:
        if not self.embedded or not path.exists():
            return {}
        lines = path.read_text().splitlines()
        return {name: value for name, _, value in (line.partition("=") for line in lines) if value}

    def _make_folder(self) -> None:
        try:
            self.data.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise ImproperlyConfigured(
                f"DATA_DIR is “{self.data}”: that folder cannot be made ({error.strerror})."
            ) from error

    def _keep(self, name: str, value: str) -> None:
        self._make_folder()
        path = self.data / "secrets.env"
        with os.fdopen(os.open(path, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600), "a") as file:
            file.write(f"{name}={value}\n")
        self._kept = self._read_kept(path)


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

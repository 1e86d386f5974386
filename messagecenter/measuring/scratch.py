"""Databases of their own for measuring, made before and dropped after."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import environ
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper


@dataclass(frozen=True)
class Scratch:
    connection: BaseDatabaseWrapper

    @property
    def vendor(self) -> str:
        return self.connection.vendor

    def use(self) -> None:
        """From here on the default connection leads to this one; the others stay open."""
        connections["default"] = self.connection


@contextmanager
def scratch_database(url: str, *, name: str) -> Iterator[Scratch]:
    """A fresh, migrated database while this lasts; afterwards the default connection leads where it led before.

    `url` names a PostgreSQL server whose user may create databases; empty: a SQLite file in a new folder.
    `name` tells it from others made at the same time.
    """
    with tempfile.TemporaryDirectory(prefix="messagecenter-bench-") as folder:
        settings_before, before = connections.settings["default"], connections["default"]
        connections.settings["default"] = _settings(url, Path(folder), name)
        connection = connections.create_connection("default")
        scratch = Scratch(connection)
        scratch.use()
        made = connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        try:
            yield scratch
        finally:
            scratch.use()
            connection.creation.destroy_test_db(made, verbosity=0)
            connections.settings["default"] = settings_before
            connections["default"] = before


def _config(url: str, folder: Path, name: str) -> dict[str, Any]:
    if url:
        config = environ.Env.db_url_config(url)
        return {**config, "CONN_MAX_AGE": None, "TEST": {"NAME": f"messagecenter_bench_{os.getpid()}_{name}"}}
    from messagecenter.environment import sqlite

    file = folder / "bench.sqlite3"
    return {**sqlite(file), "CONN_MAX_AGE": None, "TEST": {"NAME": str(file)}}


def _settings(url: str, folder: Path, name: str) -> dict[str, Any]:
    return connections.configure_settings({"default": _config(url, folder, name)})["default"]

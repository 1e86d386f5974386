"""A database of its own for measuring, made before and dropped after."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import environ
from django.db import connections


@contextmanager
def scratch_database(url: str) -> Iterator[str]:
    """The default connection leads to a fresh, migrated database while this lasts; gives its vendor.

    `url` names a PostgreSQL server whose user may create databases; empty: a SQLite file in a new folder.
    """
    with tempfile.TemporaryDirectory(prefix="messagecenter-bench-") as folder:
        before = connections.settings["default"]
        _point_to(_config(url, Path(folder)))
        creation = connections["default"].creation
        made = creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        try:
            yield connections["default"].vendor
        finally:
            creation.destroy_test_db(made, verbosity=0)
            _point_to(before)


def _config(url: str, folder: Path) -> dict[str, Any]:
    if url:
        config = environ.Env.db_url_config(url)
        return {**config, "CONN_MAX_AGE": None, "TEST": {"NAME": f"messagecenter_bench_{os.getpid()}"}}
    from messagecenter.environment import sqlite

    file = folder / "bench.sqlite3"
    return {**sqlite(file), "CONN_MAX_AGE": None, "TEST": {"NAME": str(file)}}


def _point_to(config: dict[str, Any]) -> None:
    connections["default"].close()
    connections.settings["default"] = connections.configure_settings({"default": config})["default"]
    del connections["default"]

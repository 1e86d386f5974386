"""What a start of the demo needs: tables, static files, demo data. Each is made only when it is missing or old.

Django is not asked, for that would cost every start two seconds: what a step depends on is kept as a
fingerprint beside the data, and a step runs again when it changed.
"""

from __future__ import annotations

import hashlib
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from pathlib import Path

from messagecenter.fixed import INSTALLED_APPS
from messagecenter.supervising import CannotRun


def prepare(data: Path, environment: Mapping[str, str], *, base: Path, say: Callable[[str], None]) -> None:
    """Raises CannotRun, with the last lines of its log, when a step fails."""

    def manage(what: str, *command: str) -> None:
        say(f"{what} …")
        _manage(what, command, environment, base=base, log=data / "logs" / "prepare.log")

    database, seeded = data / "db.sqlite3", data / "seeded"
    if not database.exists() and "DATABASE_URL" not in environment:
        seeded.unlink(missing_ok=True)
    seen = data / "tables.seen"
    if "DATABASE_URL" in environment or _read(seen) != _tables(base, database):
        manage("Making the database", "migrate")
        seen.write_text(_tables(base, database))
    seen = data / "static.seen"
    if _read(seen) != (wanted := _static_files(base)) or not (data / "static" / "staticfiles.json").exists():
        manage("Gathering static files", "collectstatic", "--noinput", "--clear")
        seen.write_text(wanted)
    if not seeded.exists():
        manage("Filling the shop with demo data", "seed_demo")
        seeded.touch()


def _manage(
    what: str, command: Iterable[str], environment: Mapping[str, str], *, base: Path, log: Path
) -> None:
    with log.open("ab") as output:
        done = subprocess.run(
            [sys.executable, "manage.py", *command],
            cwd=base,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            check=False,
        )
    if done.returncode:
        tail = "\n".join(log.read_text(errors="replace").splitlines()[-15:])
        raise CannotRun(f"{what} failed. {log} ends:\n{tail}")


def _tables(base: Path, database: Path) -> str:
    """Changes when a migration is added, ours or a package's, or when the database is another one."""
    folders = [base.joinpath(*app.split("."), "migrations") for app in INSTALLED_APPS]
    ours = sorted(str(path) for folder in folders for path in folder.glob("[0-9]*.py"))
    lock = (base / "requirements.lock").read_bytes()
    return _digest([lock, *(path.encode() for path in ours), *(row.encode() for row in _applied(database))])


def _applied(database: Path) -> list[str]:
    if not database.exists():
        return []
    try:
        with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as connection:
            rows = connection.execute("SELECT app, name FROM django_migrations ORDER BY id").fetchall()
    except sqlite3.DatabaseError:
        # Half made, or no database at all: the step itself will say.
        return []
    return [f"{app} {name}" for app, name in rows]


def _static_files(base: Path) -> str:
    """Changes when a static file changes, or a package that brings some."""
    found = [(base / "requirements.lock").read_bytes()]
    for path in sorted((base / "static").rglob("*")):
        if path.is_file():
            stat = path.stat()
            found.append(f"{path.relative_to(base)} {stat.st_size} {stat.st_mtime_ns}".encode())
    return _digest(found)


def _digest(parts: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def _read(path: Path) -> str:
    return path.read_text() if path.exists() else ""

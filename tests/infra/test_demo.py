"""`make demo` as a person starts it: one process tree that says Ready, mends itself, and leaves nothing."""

from __future__ import annotations

import fcntl
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.needs import PROJECT

pytestmark = [pytest.mark.slow, pytest.mark.sqlite_only]
START_SECONDS = 120


class Demo:
    def __init__(self, data: Path) -> None:
        self.data, self.port, self.mail_port = data, free_port(), free_port()
        self.output = data.parent / "said"

    def command(self) -> list[str]:
        ports = ["--port", str(self.port), "--mail-port", str(self.mail_port)]
        return [sys.executable, "-m", "messagecenter.demo", *ports]

    def environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        return {**kept, "DATA_DIR": str(self.data), "PYTHONUNBUFFERED": "1"}

    @contextmanager
    def running(self) -> Iterator[subprocess.Popen[bytes]]:
        with self.output.open("wb") as output:
            process = subprocess.Popen(
                self.command(), cwd=PROJECT, env=self.environment(), stdout=output, stderr=subprocess.STDOUT
            )
        try:
            until(lambda: "Ready: " in self.said() or process.poll() is not None, START_SECONDS)
            assert process.poll() is None, self.said()
            yield process
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=30)

    def run(self, *command: str, **extra: str) -> subprocess.CompletedProcess[str]:
        """To its end, for what ends at once."""
        return subprocess.run(
            command,
            cwd=PROJECT,
            env=self.environment() | extra,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    def said(self) -> str:
        return self.output.read_text(errors="replace")

    def get(self, path: str) -> int:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=20) as answer:
            return int(answer.status)

    def pids(self, *words: str) -> list[int]:
        """Processes that belong to this demo, by their environment, whose command holds all the words."""
        mark = f"DATA_DIR={self.data}".encode()
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                environment, command = (folder / "environ").read_bytes(), (folder / "cmdline").read_bytes()
            except OSError:
                continue
            if mark in environment.split(b"\0") and all(word.encode() in command for word in words):
                found.append(int(folder.name))
        return found


@pytest.fixture
def demo(tmp_path: Path) -> Demo:
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    # As if the shop had been filled at an earlier start: seeding has its own tests.
    (data / "db.sqlite3").touch()
    (data / "seeded").touch()
    return Demo(data)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def until(condition: Callable[[], object], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.1)


def test_it_says_ready_mends_itself_leaves_nothing_behind_and_only_starts_later(demo: Demo) -> None:
    with demo.running():
        said = demo.said()
        assert "Making the database" in said
        assert f"Ready: http://127.0.0.1:{demo.port}\n" in said
        assert "buyer@example.com" in said
        assert demo.get("/accounts/login/") == 200
        assert demo.get("/demo/mail/") == 200
        assert demo.get("/readyz") == 200
        worker = demo.pids("celery", "worker")
        for pid in worker:
            os.kill(pid, signal.SIGKILL)
        until(lambda: "worker ended (killed by signal 9)" in demo.said(), 60)
        until(lambda: demo.pids("celery", "worker") and not set(worker) & set(demo.pids("celery")), 60)
    assert demo.pids() == []
    kept = demo.data / "secrets.env"
    secrets = kept.read_text()
    assert kept.stat().st_mode & 0o777 == 0o600
    with demo.running():
        assert "…" not in demo.said(), "it did again what was done"
    assert kept.read_text() == secrets


def test_it_does_again_what_was_undone_since(demo: Demo) -> None:
    with demo.running():
        assert "Making the database" in demo.said()
    with sqlite3.connect(demo.data / "db.sqlite3") as database:
        # As if the program were older than its database's tables: here one table is gone, with its migration.
        database.execute("DELETE FROM django_migrations WHERE app = 'sessions'")
        database.execute("DROP TABLE django_session")
    (demo.data / "static" / "staticfiles.json").unlink()
    with demo.running():
        assert "Making the database" in demo.said()
        assert "Gathering static files" in demo.said()
        assert demo.get("/accounts/login/") == 200


def test_the_one_who_starts_the_others_does_not_load_django_itself(demo: Demo) -> None:
    """It would take a second of every start before the first server gets the machine."""
    code = (
        "import sys, messagecenter.demo.__main__; from django.conf import settings; settings.DATA_DIR\n"
        "print([name for name in ('django.db', 'rest_framework', 'allauth', 'messaging') if name in sys.modules])"
    )
    assert demo.run(sys.executable, "-c", code).stdout == "[]\n"


REFUSALS = [
    (["--port", "http"], "PORT is “http”: write a number from 1 to 65535."),
    (["--port", "0"], "PORT is “0”: write a number from 1 to 65535."),
    (["--mail-port", "70000"], "MAIL_PORT is “70000”: write a number from 1 to 65535."),
    (["--port", ""], "PORT is “”: write a number from 1 to 65535."),
    (["--mail-port", "{port}"], "PORT and MAIL_PORT are both {port}: each needs a port of its own."),
]


@pytest.mark.parametrize(("arguments", "sentence"), REFUSALS, ids=lambda value: str(value))
def test_an_odd_port_is_told_in_one_sentence(demo: Demo, arguments: list[str], sentence: str) -> None:
    done = demo.run(*demo.command(), *(part.format(port=demo.port) for part in arguments))
    assert (done.returncode, done.stderr) == (1, sentence.format(port=demo.port) + "\n")


def test_a_folder_that_cannot_be_used_is_told_in_one_sentence(demo: Demo) -> None:
    (demo.data / "logs").touch()
    done = demo.run(*demo.command())
    assert (done.returncode, done.stderr) == (
        1,
        f"DATA is “{demo.data}”: nothing can be written there (File exists).\n",
    )


def test_a_second_demo_on_the_same_folder_is_told_in_one_sentence(demo: Demo) -> None:
    with (demo.data / "demo.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = demo.run(*demo.command())
    assert (done.returncode, done.stderr) == (
        1,
        f"A demo runs already on {demo.data}: end it, or choose another folder with DATA=….\n",
    )


def test_without_demo_people_it_does_not_start(demo: Demo) -> None:
    done = demo.run(*demo.command(), DEMO="false")
    assert done.returncode == 1
    assert done.stderr.startswith("DEMO is false: ")


def test_a_taken_port_is_told_in_one_sentence(demo: Demo) -> None:
    with socket.create_server(("127.0.0.1", demo.port)):
        done = demo.run(*demo.command())
    assert (done.returncode, done.stderr) == (
        1,
        f"Port {demo.port} is taken or not allowed: choose another with PORT=….\n",
    )

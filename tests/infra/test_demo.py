"""`make demo` as a person starts it: one process tree that says Ready, mends itself, and leaves nothing."""

from __future__ import annotations

import os
import signal
import socket
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
        return [sys.executable, "manage.py", "demo", *ports]

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


def test_a_taken_port_is_told_in_one_sentence(demo: Demo) -> None:
    with socket.create_server(("127.0.0.1", demo.port)):
        done = subprocess.run(
            demo.command(),
            cwd=PROJECT,
            env=demo.environment(),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.returncode != 0
    assert (
        done.stderr.strip()
        == f"CommandError: Port {demo.port} is taken or not allowed: choose another with PORT=…."
    )

"""The demo's supervisor: what falls stands up again, and nothing is left at the end."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from messagecenter.supervising import CannotRun, Child, Supervisor

SLEEP = [sys.executable, "-c", "import time; time.sleep(60)"]
# Has a child of its own in the same group, as a web server has workers.
FORKS = [
    sys.executable,
    "-c",
    "import subprocess, sys, time; p = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
    "print(p.pid, flush=True); time.sleep(60)",
]
STUBBORN = [
    sys.executable,
    "-c",
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf', flush=True); time.sleep(60)",
]


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def supervisor(said: list[str]) -> Iterator[Supervisor]:
    running = Supervisor(said.append)
    yield running
    running.stop()


def child(name: str, command: list[str], tmp_path: Path, *, ends_last: bool = False) -> Child:
    return Child(name, command, os.environ, tmp_path / f"{name}.log", ends_last=ends_last)


def until(condition: Callable[[], object], supervisor: Supervisor | None = None, seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        if supervisor:
            supervisor.watch()
        time.sleep(0.02)


def lives(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_a_killed_process_is_started_again(supervisor: Supervisor, said: list[str], tmp_path: Path) -> None:
    worker = supervisor.add(child("worker", SLEEP, tmp_path))
    assert worker.process
    first = worker.process.pid
    os.kill(first, signal.SIGKILL)
    until(lambda: worker.process is not None and worker.process.pid != first, supervisor)
    assert said == ["worker ended (killed by signal 9); starting it again in 0.5 s."]


def test_what_a_fallen_process_forked_ends_with_it(supervisor: Supervisor, tmp_path: Path) -> None:
    web = supervisor.add(child("web", FORKS, tmp_path))
    until(lambda: web.log.read_text().strip())
    forked = int(web.log.read_text())
    assert web.process
    os.kill(web.process.pid, signal.SIGKILL)
    until(lambda: not lives(forked), supervisor)


def test_stopping_leaves_nobody_behind(tmp_path: Path) -> None:
    supervisor = Supervisor(print)
    web = supervisor.add(child("web", FORKS, tmp_path))
    broker = supervisor.add(child("broker", SLEEP, tmp_path, ends_last=True))
    until(lambda: web.log.read_text().strip())
    assert web.process
    assert broker.process
    pids = [web.process.pid, int(web.log.read_text()), broker.process.pid]
    supervisor.stop()
    until(lambda: not any(map(lives, pids)))


def test_a_process_that_does_not_listen_is_ended_by_force(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Half a second instead of eight: the wait itself is not what is tested.
    monkeypatch.setattr("messagecenter.supervising.STOP_SECONDS", 0.5)
    supervisor = Supervisor(print)
    deaf = supervisor.add(child("deaf", STUBBORN, tmp_path))
    until(lambda: deaf.log.read_text().strip())
    assert deaf.process
    supervisor.stop()
    assert not lives(deaf.process.pid)


def test_a_process_that_never_stands_is_told_with_the_end_of_its_log(
    supervisor: Supervisor, tmp_path: Path
) -> None:
    supervisor.add(child("web", [sys.executable, "-c", "raise SystemExit('the port is gone')"], tmp_path))
    with pytest.raises(CannotRun, match=r"(?s)web does not start.*the port is gone") as refusal:
        supervisor.wait_until(lambda: False, seconds=20, what="The web server")
    assert str(tmp_path) in str(refusal.value)


def test_children_end_with_a_supervisor_that_was_killed(tmp_path: Path) -> None:
    script = (
        "import os, time; from pathlib import Path; from messagecenter.supervising import Child, Supervisor\n"
        f"s = Supervisor(print); c = s.add(Child('web', {SLEEP!r}, os.environ, Path({str(tmp_path / 'web.log')!r})))\n"
        f"Path({str(tmp_path / 'pid')!r}).write_text(str(c.process.pid)); time.sleep(60)"
    )
    supervisor = child("supervisor", [sys.executable, "-c", script], tmp_path)
    supervisor.start()
    until(lambda: (tmp_path / "pid").exists() and (tmp_path / "pid").read_text())
    assert supervisor.process
    os.kill(supervisor.process.pid, signal.SIGKILL)
    supervisor.process.wait()
    until(lambda: not lives(int((tmp_path / "pid").read_text())))

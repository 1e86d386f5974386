"""Keeps a handful of processes running in the foreground: start, watch, start again, end together."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

STOP_SECONDS = 8
# A process that lives this long counts as well again: the next fall starts the pauses anew.
WELL_AFTER_SECONDS = 30
LONGEST_PAUSE_SECONDS = 10
MAX_LOG_BYTES = 5 * 1024 * 1024
_PR_SET_PDEATHSIG = 1


class CannotRun(Exception):
    """The whole cannot start or go on; the sentence is for the person at the terminal."""


@dataclass(slots=True)
class Child:
    """One process and all it forks, in a process group of its own, with its output in one log file."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    log: Path
    stdin: bytes = b""
    ends_last: bool = False
    process: subprocess.Popen[bytes] | None = None
    falls: int = 0
    started_at: float = 0.0
    start_again_at: float = field(default=0.0)

    def start(self) -> None:
        if self.log.exists() and self.log.stat().st_size > MAX_LOG_BYTES:
            self.log.replace(self.log.with_suffix(".log.1"))
        with self.log.open("ab") as output:
            self.process = subprocess.Popen(
                self.command,
                env=dict(self.environment),
                stdin=subprocess.PIPE if self.stdin else subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=_end_with_parent if sys.platform == "linux" else None,
            )
        if self.stdin and self.process.stdin:
            self.process.stdin.write(self.stdin)
            self.process.stdin.close()
        self.started_at = time.monotonic()

    def has_ended(self) -> bool:
        return self.process is not None and self.process.poll() is not None

    def note_fall(self) -> float:
        """Clear away what the process left behind; returns the seconds to wait before starting it again."""
        self.signal(signal.SIGKILL)
        self.falls = 1 if time.monotonic() - self.started_at > WELL_AFTER_SECONDS else self.falls + 1
        pause = min(0.5 * 2 ** (self.falls - 1), LONGEST_PAUSE_SECONDS)
        self.start_again_at = time.monotonic() + pause
        return pause

    def signal(self, number: signal.Signals) -> None:
        if self.process is not None:
            # The group outlives its first process: what it forked is ended with it.
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, number)

    def last_lines(self, count: int = 15) -> str:
        with contextlib.suppress(OSError):
            return "\n".join(self.log.read_text(errors="replace").splitlines()[-count:])
        return ""


class Supervisor:
    """Runs children until it is told to end by Ctrl-C, SIGTERM or SIGHUP; then none of them is left."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self.say = say
        self.children: list[Child] = []

    def add(self, child: Child) -> Child:
        child.start()
        self.children.append(child)
        return child

    def wait_until(self, condition: Callable[[], bool], *, seconds: float, what: str) -> None:
        """Watch over the children until the condition holds.

        Raises CannotRun, with the last lines of its log, when a child keeps falling or time is up.
        """
        deadline = time.monotonic() + seconds
        while not condition():
            self.watch()
            for child in self.children:
                if child.falls >= 3:
                    raise CannotRun(
                        f"{child.name} does not start. Its log, {child.log}, ends:\n{child.last_lines()}"
                    )
            if time.monotonic() > deadline:
                raise CannotRun(
                    f"{what} did not answer within {seconds:.0f} seconds; see {self.children[0].log.parent}."
                )
            time.sleep(0.1)

    def watch(self) -> None:
        """Start again what has ended, with growing pauses."""
        for child in self.children:
            if child.process is None:
                if time.monotonic() >= child.start_again_at:
                    child.start()
            elif child.has_ended():
                code = child.process.returncode
                pause = child.note_fall()
                child.process = None
                self.say(f"{child.name} ended ({_how(code)}); starting it again in {pause:.1f} s.")

    def run_forever(self) -> NoReturn:
        while True:
            self.watch()
            time.sleep(0.2)

    def stop(self) -> None:
        """End all children: the ones others lean on last, and by force what does not listen."""
        for last in (False, True):
            group = [
                child for child in self.children if child.ends_last is last and child.process is not None
            ]
            for child in group:
                child.signal(signal.SIGTERM)
            deadline = time.monotonic() + STOP_SECONDS
            while any(not child.has_ended() for child in group) and time.monotonic() < deadline:
                time.sleep(0.05)
            for child in group:
                child.signal(signal.SIGKILL)
                if child.process is not None:
                    child.process.wait()


def on_signals_exit() -> None:
    """Let SIGTERM and SIGHUP end the program the way Ctrl-C does: through `finally`."""

    def leave(number: int, frame: object) -> NoReturn:
        raise SystemExit(0)

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, leave)


def _end_with_parent() -> None:
    # Even a supervisor that was killed outright leaves no server behind.
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def _how(code: int) -> str:
    return f"killed by signal {-code}" if code < 0 else f"exit code {code}"

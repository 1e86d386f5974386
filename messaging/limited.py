"""Work on bytes that anybody may have made, in a child process with limits on memory and time.

What a hostile file or mail does to its parser it does to the child: this process lives on and
hears that it failed. A child serves many calls; it is replaced after a failure, and after
`calls_per_child` so that what was left behind in its memory does not stay.

Caller and child exchange lists of byte strings: `LimitedWorker.call` here, `serve` there.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import resource
import selectors
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO

_NUMBER = struct.Struct(">I")
# Instead of a number of parts: the work raised, and one part names the exception's type.
_RAISED = 2**32 - 1
_PROJECT = Path(__file__).resolve().parents[1]


class ChildFailed(OSError):
    """The child hit a limit, crashed, or took too long."""


class LimitedWorker:
    """Children that run one module, at most `children` of them in one process; they start when first needed."""

    def __init__(self, module: str, *, calls_per_child: int, children: int = 1) -> None:
        self._module = module
        self._calls_per_child = calls_per_child
        self._turns = threading.BoundedSemaphore(children)
        self._lock = threading.Lock()
        self._idle: list[_Child] = []
        self._owner = os.getpid()
        atexit.register(self._stop)

    def call(self, parts: Sequence[bytes], *, seconds: float) -> list[bytes]:
        """The child's answer. Waits for a free child first; `seconds` count from then.

        Raises ChildFailed; the next call gets a new child.
        """
        with self._turns:
            child = self._take()
            try:
                answer = child.exchange(parts, deadline=time.monotonic() + seconds)
            except BaseException as problem:
                child.end()
                if isinstance(problem, OSError) and not isinstance(problem, ChildFailed):
                    raise ChildFailed(type(problem).__name__) from problem
                raise
            self._give_back(child)
        return answer

    def _take(self) -> _Child:
        with self._lock:
            if self._owner != os.getpid():
                # After a fork the pipes belong to the parent; sharing them would mix two calls.
                self._idle, self._owner = [], os.getpid()
            while self._idle:
                child = self._idle.pop()
                if child.is_alive():
                    return child
                child.end()
        return _Child(self._module)

    def _give_back(self, child: _Child) -> None:
        if child.calls >= self._calls_per_child:
            child.end()
            return
        with self._lock:
            self._idle.append(child)

    def _stop(self) -> None:
        if self._owner == os.getpid():
            for child in self._idle:
                child.end()


class _Child:
    def __init__(self, module: str) -> None:
        self.calls = 0
        self._process = subprocess.Popen(
            [sys.executable, "-s", "-m", module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_PROJECT,
            # No keys, passwords or addresses of services where hostile input is parsed.
            env={"PATH": os.environ.get("PATH", ""), "PYTHONDONTWRITEBYTECODE": "1"},
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._in, self._out = self._process.stdin, self._process.stdout

    def is_alive(self) -> bool:
        return self._process.poll() is None

    def exchange(self, parts: Sequence[bytes], *, deadline: float) -> list[bytes]:
        self.calls += 1
        # It reads everything before it works, so writing waits for nothing hostile.
        _write(self._in, parts)
        self._in.flush()
        count = self._number(deadline)
        if count == _RAISED:
            raise ChildFailed(self._read(self._number(deadline), deadline).decode())
        return [self._read(self._number(deadline), deadline) for _ in range(count)]

    def end(self) -> None:
        self._process.kill()
        self._process.wait()
        for pipe in (self._in, self._out):
            with contextlib.suppress(OSError):
                pipe.close()

    def _number(self, deadline: float) -> int:
        (number,) = _NUMBER.unpack(self._read(_NUMBER.size, deadline))
        return int(number)

    def _read(self, length: int, deadline: float) -> bytes:
        data = bytearray()
        with selectors.DefaultSelector() as waiting:
            waiting.register(self._out, selectors.EVENT_READ)
            while len(data) < length:
                left = deadline - time.monotonic()
                if left <= 0 or not waiting.select(left):
                    raise TimeoutError("the child took too long")
                chunk = os.read(self._out.fileno(), min(1 << 20, length - len(data)))
                if not chunk:
                    raise BrokenPipeError("the child ended in the middle of an answer")
                data += chunk
        return bytes(data)


def serve(work: Callable[[list[bytes]], list[bytes]], *, memory_bytes: int, cpu_seconds: int) -> None:
    """In the child: answer calls from stdin on stdout until stdin ends; `cpu_seconds` are for each call.

    When `work` raises, the caller hears ChildFailed with the exception's name, and the child is replaced.
    """
    _set_limit(resource.RLIMIT_AS, memory_bytes)
    _set_limit(resource.RLIMIT_FSIZE, 0)
    _set_limit(resource.RLIMIT_CORE, 0)
    while (parts := _next_call(sys.stdin.buffer)) is not None:
        used = resource.getrusage(resource.RUSAGE_SELF)
        _set_limit(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + cpu_seconds)
        try:
            answer = work(parts)
        except Exception as problem:  # noqa: BLE001 - whatever hostile bytes provoke, the answer is the same
            sys.stdout.buffer.write(_NUMBER.pack(_RAISED))
            _write_part(sys.stdout.buffer, type(problem).__name__.encode())
        else:
            _write(sys.stdout.buffer, answer)
        sys.stdout.buffer.flush()


def _next_call(pipe: IO[bytes]) -> list[bytes] | None:
    """None when the caller is gone."""
    try:
        (count,) = _NUMBER.unpack(pipe.read(_NUMBER.size))
        return [pipe.read(*_NUMBER.unpack(pipe.read(_NUMBER.size))) for _ in range(count)]
    except struct.error:
        return None


def _write(pipe: IO[bytes], parts: Sequence[bytes]) -> None:
    pipe.write(_NUMBER.pack(len(parts)))
    for part in parts:
        _write_part(pipe, part)


def _write_part(pipe: IO[bytes], part: bytes) -> None:
    pipe.write(_NUMBER.pack(len(part)))
    pipe.write(part)


def _set_limit(kind: int, soft: int) -> None:
    _, hard = resource.getrlimit(kind)
    # A lower hard limit set from outside stays in force; not every system knows every limit.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(kind, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))

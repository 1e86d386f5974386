"""Read a mail that anybody may have made, without letting it hurt this process.

The parsing runs in a child process with limits on memory and time. One child serves
many mails; it is replaced after a failure, and after MAILS_PER_CHILD so that what a
mail left behind in memory does not stay.
"""

import atexit
import contextlib
import json
import os
import selectors
import struct
import subprocess
import sys
import threading
import time
from dataclasses import asdict
from pathlib import Path
from typing import IO

from .incoming import IncomingMail, MailFile, Proof, UnreadableMail

MAX_MAIL_BYTES = 25 * 1024 * 1024
SECONDS_PER_MAIL = 10
MAILS_PER_CHILD = 200
_LENGTH = struct.Struct(">I")
_PROJECT = Path(__file__).resolve().parents[2]


def read_mail(raw: bytes, authserv_id: str) -> IncomingMail:
    """Parse a mail as it came off the wire.

    `authserv_id` names the edge server whose Authentication-Results are believed.
    Text is decoded, with "\\n" line ends; files keep their order.

    Raises UnreadableMail when the mail is over a limit, encrypted, or beyond parsing.
    """
    if len(raw) > MAX_MAIL_BYTES:
        raise UnreadableMail("the mail is too large")
    return _reader.read(raw, authserv_id)


class _Reader:
    """The one child of this process and the pipe to it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._owner = 0
        self._served = 0

    def read(self, raw: bytes, authserv_id: str) -> IncomingMail:
        with self._lock:
            child = self._running_child()
            try:
                mail = _exchange(child, raw, authserv_id)
            except OSError as problem:
                self._end(child)
                raise UnreadableMail(
                    f"the mail was too much to parse ({type(problem).__name__})"
                ) from problem
            self._served += 1
            if self._served >= MAILS_PER_CHILD or isinstance(mail, _Exhausted):
                self._end(child)
        if isinstance(mail, _Exhausted):
            raise UnreadableMail(mail.because)
        return mail

    def stop(self) -> None:
        if self._child is not None and self._owner == os.getpid():
            self._end(self._child)

    def _running_child(self) -> subprocess.Popen[bytes]:
        # After a fork the pipe belongs to the parent; sharing it would mix two mails.
        if self._child is None or self._owner != os.getpid() or self._child.poll() is not None:
            self._child = subprocess.Popen(
                [sys.executable, "-s", "-m", "messaging.gateway.reading_child"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=_PROJECT,
                # No keys, passwords or addresses of services where hostile input is parsed.
                env={"PATH": os.environ.get("PATH", ""), "PYTHONDONTWRITEBYTECODE": "1"},
            )
            self._owner, self._served = os.getpid(), 0
        return self._child

    def _end(self, child: subprocess.Popen[bytes]) -> None:
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        self._child = None


class _Exhausted(Exception):
    def __init__(self, because: str) -> None:
        super().__init__(because)
        self.because = because


def _exchange(child: subprocess.Popen[bytes], raw: bytes, authserv_id: str) -> IncomingMail | _Exhausted:
    assert child.stdin is not None
    assert child.stdout is not None
    deadline = time.monotonic() + SECONDS_PER_MAIL
    write_block(child.stdin, authserv_id.encode())
    write_block(child.stdin, raw)
    child.stdin.flush()
    answer = json.loads(_read_block(child.stdout, deadline))
    if "unreadable" in answer:
        # The child is healthy after an orderly refusal; not so after running out of memory.
        if answer.get("exhausted"):
            return _Exhausted(answer["unreadable"])
        raise UnreadableMail(answer["unreadable"])
    contents = [_read_block(child.stdout, deadline) for _ in answer["files"]]
    return mail_from_values(answer, contents)


def _read_block(pipe: IO[bytes], deadline: float) -> bytes:
    (length,) = _LENGTH.unpack(_read_exactly(pipe, _LENGTH.size, deadline))
    return _read_exactly(pipe, length, deadline)


def _read_exactly(pipe: IO[bytes], length: int, deadline: float) -> bytes:
    data = bytearray()
    with selectors.DefaultSelector() as waiting:
        waiting.register(pipe, selectors.EVENT_READ)
        while len(data) < length:
            left = deadline - time.monotonic()
            if left <= 0 or not waiting.select(left):
                raise TimeoutError("the child took too long")
            chunk = os.read(pipe.fileno(), min(1 << 20, length - len(data)))
            if not chunk:
                raise _ChildEnded("the child ended")
            data += chunk
    return bytes(data)


class _ChildEnded(OSError):
    """The child ended in the middle of an answer: it hit a limit."""


def write_block(pipe: IO[bytes], data: bytes) -> None:
    pipe.write(_LENGTH.pack(len(data)))
    pipe.write(data)


def mail_to_values(mail: IncomingMail) -> tuple[dict[str, object], list[bytes]]:
    """The mail as values for JSON, and the contents of its files apart."""
    values = asdict(mail)
    contents = [file.pop("data") for file in values["files"]]
    return values, contents


def mail_from_values(values: dict, contents: list[bytes]) -> IncomingMail:
    files = [MailFile(**file, data=data) for file, data in zip(values.pop("files"), contents, strict=True)]
    headers = {name: tuple(found) for name, found in values.pop("headers").items()}
    return IncomingMail(
        **{**values, "proof": Proof(values["proof"]), "headers": headers, "files": tuple(files)}
    )


_reader = _Reader()
atexit.register(_reader.stop)

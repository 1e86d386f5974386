"""The process that parses mails for reading.py. It has no settings, no keys and no database."""

import contextlib
import json
import resource
import struct
import sys

from .incoming import UnreadableMail
from .parsing import parse_mail
from .reading import mail_to_values, write_block

MAX_MEMORY_BYTES = 640 * 1024 * 1024
MAX_CPU_SECONDS = 8
_LENGTH = struct.Struct(">I")


def serve() -> None:
    """Answer mails from stdin on stdout until stdin ends."""
    _set_limit(resource.RLIMIT_AS, MAX_MEMORY_BYTES)
    _set_limit(resource.RLIMIT_FSIZE, 0)
    while (name := _next_block()) is not None:
        raw = _next_block()
        if raw is None:
            return
        used = resource.getrusage(resource.RUSAGE_SELF)
        _set_limit(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + MAX_CPU_SECONDS)
        _answer(raw, name.decode())


def _answer(raw: bytes, authserv_id: str) -> None:
    try:
        values, contents = mail_to_values(parse_mail(raw, authserv_id))
    except UnreadableMail as refusal:
        values, contents = {"unreadable": refusal.because}, []
    except (MemoryError, RecursionError) as problem:
        values, contents = {"unreadable": type(problem).__name__, "exhausted": True}, []
    except Exception as problem:  # noqa: BLE001 - whatever a hostile mail provokes, the answer is the same
        values, contents = {"unreadable": f"parsing failed: {type(problem).__name__}", "exhausted": True}, []
    write_block(sys.stdout.buffer, json.dumps(values, ensure_ascii=True).encode())
    for data in contents:
        write_block(sys.stdout.buffer, data)
    sys.stdout.buffer.flush()


def _next_block() -> bytes | None:
    head = sys.stdin.buffer.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    data = sys.stdin.buffer.read(length)
    return data if len(data) == length else None


def _set_limit(kind: int, soft: int) -> None:
    _, hard = resource.getrlimit(kind)
    # A lower hard limit set from outside stays in force; not every system knows every limit.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(kind, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))


if __name__ == "__main__":
    serve()

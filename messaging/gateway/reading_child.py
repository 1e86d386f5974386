"""The process that parses mails for reading.py. It has no settings, no keys and no database."""

import json

from messaging.limited import serve

from .incoming import UnreadableMail
from .parsing import parse_mail
from .reading import mail_to_values

MAX_MEMORY_BYTES = 640 * 1024 * 1024
MAX_CPU_SECONDS = 8


def read(parts: list[bytes]) -> list[bytes]:
    """Whatever else a hostile mail provokes ends this process."""
    authserv_id, raw = parts
    try:
        values, contents = mail_to_values(parse_mail(raw, authserv_id.decode()))
    except UnreadableMail as refusal:
        values, contents = {"unreadable": refusal.because}, []
    return [json.dumps(values, ensure_ascii=True).encode(), *contents]


if __name__ == "__main__":
    serve(read, memory_bytes=MAX_MEMORY_BYTES, cpu_seconds=MAX_CPU_SECONDS)

"""The process that opens files for apart.py. It has no settings, no keys and no database."""

from __future__ import annotations

import json

from messaging.filetypes.checking import clean_copy
from messaging.filetypes.refusal import FileRefused
from messaging.limited import serve

# A turned JPEG of 50 megapixels, the largest picture there may be, takes 600 MB.
MAX_MEMORY_BYTES = 768 * 1024 * 1024
MAX_CPU_SECONDS = 30


def check(parts: list[bytes]) -> list[bytes]:
    """Whatever else a hostile file provokes ends this process."""
    name, data = parts
    try:
        found, copy = clean_copy(name.decode(), data)
    except FileRefused as refusal:
        return [json.dumps({"refused": refusal.rule, "because": refusal.because}).encode()]
    head = {"type": found, "width": copy.width, "height": copy.height}
    return [json.dumps(head).encode(), copy.data, copy.preview]


if __name__ == "__main__":
    serve(check, memory_bytes=MAX_MEMORY_BYTES, cpu_seconds=MAX_CPU_SECONDS)

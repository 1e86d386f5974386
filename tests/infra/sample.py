"""The environment of a production start: the sample values of `.env.example`, with keys of its own."""

from __future__ import annotations

import base64
import os
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def sample_environment(data: Path) -> dict[str, str]:
    lines = re.findall(r"^([A-Z][A-Z0-9_]*)=(.*)$", (ROOT / ".env.example").read_text(), re.M)
    return {name: value.strip('"') for name, value in lines} | {
        "PATH": os.environ["PATH"],
        "DATA_DIR": str(data),
        "SECRET_KEY": "a-sample-key-" + "0123456789" * 5,
        "MESSAGE_KEYS": "k1:" + base64.b64encode(b"\x01" * 32).decode(),
    }

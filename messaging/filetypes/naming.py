"""The name of a file as it may be shown and stored."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath

MAX_NAME_CHARS = 80
_PATH = re.compile(r".*[\\/]")
_CONTROL = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def clean_name(name: str) -> str:
    """A name without paths, control, BiDi or zero-width characters, short, that ends as it did."""
    bare = _PATH.sub("", unicodedata.normalize("NFC", name))
    bare = "".join(char for char in bare if unicodedata.category(char) not in _CONTROL)
    bare = " ".join(bare.split()).strip(". ") or "file"
    path = PurePosixPath(bare)
    if len(bare) > MAX_NAME_CHARS and len(path.suffix) < 8:
        bare = path.stem[: MAX_NAME_CHARS - len(path.suffix)].rstrip(". ") + path.suffix
    return bare[:MAX_NAME_CHARS]

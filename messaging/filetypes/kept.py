"""What a cleaner hands back."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class CleanCopy:
    """The bytes that may be served; for pictures also a small JPEG of them, and their size in pixels."""

    data: bytes
    preview: bytes = b""
    width: int | None = None
    height: int | None = None

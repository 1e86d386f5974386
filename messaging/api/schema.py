"""What the description leaves out: the second spelling of each path, with a slash at its end."""

from __future__ import annotations

from typing import Any


def without_second_spellings(endpoints: list[tuple[str, ...]], **kwargs: Any) -> list[tuple[str, ...]]:
    return [endpoint for endpoint in endpoints if not endpoint[0].endswith("/")]

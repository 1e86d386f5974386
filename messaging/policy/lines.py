"""Scan JSON lines: one message in, its labels and spans out."""

import json
from collections.abc import Iterable
from typing import Any, TextIO

from messaging.policy.scanning import scan
from messaging.policy.verdict import Context, Direction

# A placeholder is a matter between the author and us, and no label of the data.
_OUR_OWN = frozenset({"placeholder"})


class UnusableLine(ValueError):
    """A line that holds no message; str() says why."""


def answer_lines(lines: Iterable[str], out: TextIO, errors: TextIO) -> int:
    """Answer each line in order; returns 1 when one was unusable, else 0.

    An unusable line is named on `errors` with its number; the others are still answered.
    """
    status = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            answer = answer_line(line)
        except UnusableLine as problem:
            errors.write(f"line {number}: {problem}\n")
            status = 1
        else:
            out.write(json.dumps(answer, ensure_ascii=False) + "\n")
            out.flush()
    return status


def answer_line(line: str) -> dict[str, Any]:
    """The labels and spans of one message. Raises UnusableLine."""
    row = _read(line)
    context = Context(Direction(row["direction"]), proactive=row.get("proactive", False))
    verdict = scan(row["text"], context)
    spans = [{"start": found.start, "end": found.end, "kind": found.label} for found in verdict.data]
    return {"id": row["id"], "labels": sorted(verdict.labels - _OUR_OWN), "spans": spans}


def _read(line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as problem:
        raise UnusableLine(f"not JSON: {problem}") from problem
    if not isinstance(row, dict):
        raise UnusableLine("not an object")
    for name in ("id", "text", "direction"):
        if not isinstance(row.get(name), str):
            raise UnusableLine(f"'{name}' is missing or not a string")
    if row["direction"] not in set(Direction):
        raise UnusableLine(f"'direction' is none of {', '.join(Direction)}")
    if not isinstance(row.get("proactive", False), bool):
        raise UnusableLine("'proactive' is not true or false")
    return row

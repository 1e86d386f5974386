"""The lines of a mail and what each of them is, as far as the mail program marked it."""

import re
from dataclasses import dataclass
from enum import Enum


class Mark(Enum):
    WORDS = "words"
    QUOTE = "quote"
    SIGNATURE = "signature"


@dataclass(frozen=True)
class Line:
    text: str
    mark: Mark = Mark.WORDS

    @property
    def is_blank(self) -> bool:
        return not self.text.strip()


_QUOTED = re.compile(r"\s{0,3}(?:>|\u203a)")


def lines_of_text(text: str, *, signature_lines: frozenset[str] = frozenset()) -> list[Line]:
    """Plain text as lines; "> " marks a quote, `signature_lines` are known from the HTML twin."""
    found = []
    for line in text.split("\n"):
        if _QUOTED.match(line):
            found.append(Line(line, Mark.QUOTE))
        elif line.strip() and squeezed(line) in signature_lines:
            found.append(Line(line, Mark.SIGNATURE))
        else:
            found.append(Line(line))
    return found


def squeezed(line: str) -> str:
    """The letters and digits alone: equal for the plain and the HTML spelling of one line."""
    line = re.sub(r"<https?:[^>]*>", "", line)
    return re.sub(r"[\W_]+", "", line).lower()


def join_flowed(text: str, *, delete_space: bool) -> str:
    """Undo the soft line breaks of RFC 3676; the signature delimiter and quote levels stay apart."""
    joined: list[str] = []
    open_depth: int | None = None
    for line in text.split("\n"):
        depth = len(line) - len(line.lstrip(">"))
        content = line[depth:]
        # RFC 3676 puts one blank before lines that begin with a blank or ">".
        content = content[1:] if content.startswith(" ") else content
        is_delimiter = content == "-- "
        if open_depth == depth and not is_delimiter:
            joined[-1] += content
        else:
            joined.append((">" * depth + " " if depth else "") + content)
        open_depth = None if is_delimiter or not content.endswith(" ") else depth
        if open_depth is not None and delete_space:
            joined[-1] = joined[-1][:-1]
    return "\n".join(joined)

"""Header values: encoded words, parameters of Content-Type and Content-Disposition, file names."""

import base64
import binascii
import quopri
import re
from dataclasses import dataclass, field
from urllib.parse import unquote_to_bytes

from .charsets import clean_line, decode

MAX_NAME_LETTERS = 120

_ENCODED_WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*)\?=")
_GAP_BETWEEN_WORDS = re.compile(r"(=\?[^?\s]+\?[bBqQ]\?[^?]*\?=)\s+(?==\?[^?\s]+\?[bBqQ]\?)")
_PARAMETER = re.compile(r"""\s*([^\s=;"]{1,80})\s*=\s*("(?:[^"\\]|\\.)*"?|[^;]*)\s*(?:;|$)|[^;]*;?""")


@dataclass(frozen=True)
class FieldValue:
    """`text/plain; charset=utf-8` as its lower-case main value and its decoded parameters."""

    main: str
    parameters: dict[str, str] = field(default_factory=dict)


def header_text(raw: bytes) -> str:
    """A header's value as one clean line, encoded words decoded."""
    return clean_line(decode_words(decode(raw, "utf-8")))


def decode_words(text: str) -> str:
    """Decode the RFC 2047 words in a text, also where they stand inside quotes, as many programs do."""
    if "=?" not in text:
        return text
    return _ENCODED_WORD.sub(_decode_word, _GAP_BETWEEN_WORDS.sub(r"\1", text))


def read_field(raw: bytes) -> FieldValue:
    """Split a header value into its main value and its parameters, RFC 2231 continuations joined."""
    text = decode(raw, "utf-8")
    main, _, rest = text.partition(";")
    pieces: dict[str, str] = {}
    for match in _PARAMETER.finditer(rest):
        if match[1] and len(pieces) < 100:
            pieces.setdefault(match[1].lower(), _unquote(match[2]))
    main = re.sub(r"\(.*?\)", "", main).strip().lower()
    return FieldValue(main, _join(pieces))


def safe_file_name(name: str, fallback: str) -> str:
    """The name as it may be shown and stored: no path, no control or direction characters."""
    name = clean_line(decode_words(name)).replace("\u200c", "").replace("\u200d", "")
    name = re.split(r"[/\\]", name)[-1]
    name = re.sub(r'[<>:"|?*]', "_", name).strip(" .")
    if len(name) > MAX_NAME_LETTERS:
        stem, dot, ending = name.rpartition(".")
        keep = MAX_NAME_LETTERS - len(ending) - 1
        name = f"{stem[:keep]}{dot}{ending}" if dot and len(ending) <= 10 else name[:MAX_NAME_LETTERS]
    return name or fallback


def _decode_word(match: re.Match[str]) -> str:
    charset, kind, data = match[1].partition("*")[0], match[2].lower(), match[3]
    raw = data.encode("ascii", "replace")
    if kind == "q":
        return decode(quopri.decodestring(raw, header=True), charset)
    try:
        return decode(base64.b64decode(raw + b"=" * (-len(raw) % 4)), charset)
    except binascii.Error:
        return match[0]


def _unquote(value: str) -> str:
    value = value.strip()
    if value.startswith('"'):
        return re.sub(r"\\(.)", r"\1", value.strip('"'))
    return value


def _join(pieces: dict[str, str]) -> dict[str, str]:
    plain: dict[str, str] = {}
    extended: dict[str, list[tuple[int, bool, str]]] = {}
    for name, value in pieces.items():
        match = re.fullmatch(r"([^*]+)\*(?:(\d{1,3})(\*)?)?", name)
        if match is None:
            plain[name] = value
            continue
        encoded = match[2] is None or bool(match[3])
        extended.setdefault(match[1], []).append((int(match[2] or 0), encoded, value))
    for name, numbered in extended.items():
        # Browsers and most mail programs prefer the extended form when both are there.
        plain[name] = _extended(sorted(numbered))
    return plain


def _extended(numbered: list[tuple[int, bool, str]]) -> str:
    charset = "utf-8"
    data = b""
    for position, (_, encoded, value) in enumerate(numbered):
        if encoded:
            if position == 0 and value.count("'") >= 2:
                charset, _, value = value.split("'", 2)
            data += unquote_to_bytes(value)
        else:
            data += value.encode("utf-8", "replace")
    return decode(data, charset)

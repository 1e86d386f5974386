"""A raw mail to its parts, with every limit applied before anything is parsed.

Splitting is ours and not the standard library's: its parser reads headers and
nesting of any size first, and one small mail can then cost gigabytes.
"""

import base64
import binascii
import quopri
import re
from dataclasses import dataclass, field

from .incoming import UnreadableMail
from .parameters import FieldValue, read_field

MAX_HEADER_BLOCK_BYTES = 64 * 1024
MAX_HEADER_BYTES = 8 * 1024
MAX_PARTS = 1000
MAX_DEPTH = 20

_BLANK_LINE = re.compile(rb"\r\n\r\n|\n\n|\r\r|\n\r\n")
_LINE_END = re.compile(rb"\r\n|\n|\r")
_HEADER = re.compile(rb"([!-9;-~]{1,200})[ \t]*:(.*)", re.S)
# "<LF>.<CR><LF>" and its relatives end a mail for one server and not for the next one: whatever
# follows would be a second mail in somebody else's name.
_SMUGGLED_END = re.compile(rb"(?<!\r)\n\.(?:\r\n|\n|\r)|\r\n\.(?:\n|\r(?!\n))|\r(?!\n)\.(?:\r|\n)")


@dataclass
class Part:
    """One MIME part: its headers in order (lower-case names, raw values), its bytes, its children."""

    headers: list[tuple[str, bytes]]
    body: bytes
    default_type: str = "text/plain"
    children: list["Part"] = field(default_factory=list)

    def raw(self, name: str) -> bytes:
        for found, value in self.headers:
            if found == name:
                return value
        return b""

    @property
    def content_type(self) -> FieldValue:
        value = read_field(self.raw("content-type"))
        if not re.fullmatch(r"[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+", value.main):
            return FieldValue(self.default_type, value.parameters)
        return value

    @property
    def disposition(self) -> FieldValue:
        return read_field(self.raw("content-disposition"))

    def decoded(self) -> bytes:
        """The body without its transfer encoding; what cannot be decoded is left out."""
        encoding = self.raw("content-transfer-encoding").decode("ascii", "replace").strip().lower()
        encoding = re.sub(r"\s*\(.*", "", encoding)
        if encoding == "base64":
            return _from_base64(self.body)
        if encoding == "quoted-printable":
            return quopri.decodestring(self.body)
        return self.body


def split_mail(raw: bytes) -> Part:
    """The mail as a tree of parts. Raises UnreadableMail when it is over a limit."""
    lone_dot = any(mark in raw for mark in (b"\n.\r", b"\n.\n", b"\r.\r", b"\r.\n"))
    if lone_dot and b"\r\n" in raw and _SMUGGLED_END.search(raw):
        raise UnreadableMail("a second mail may be hidden behind an odd line end")
    if raw.startswith(b"From "):
        raw = raw.partition(b"\n")[2]
    root = _read_part(raw, "text/plain")
    count = 0
    waiting = [(root, 1)]
    while waiting:
        part, depth = waiting.pop()
        kind = part.content_type
        boundary = kind.parameters.get("boundary", "")
        if not kind.main.startswith("multipart/") or not boundary:
            continue
        if depth > MAX_DEPTH:
            raise UnreadableMail(f"more than {MAX_DEPTH} levels of parts")
        default = "message/rfc822" if kind.main == "multipart/digest" else "text/plain"
        for chunk in _between_boundaries(part.body, boundary.encode("utf-8", "replace"), MAX_PARTS - count):
            count += 1
            child = _read_part(chunk, default)
            part.children.append(child)
            waiting.append((child, depth + 1))
    return root


def _read_part(raw: bytes, default_type: str) -> Part:
    if raw[:2] == b"\r\n" or raw[:1] == b"\n":
        return Part([], raw.lstrip(b"\r\n"), default_type)
    end = _BLANK_LINE.search(raw, 0, MAX_HEADER_BLOCK_BYTES + 4)
    if end is None and len(raw) > MAX_HEADER_BLOCK_BYTES:
        raise UnreadableMail(f"more than {MAX_HEADER_BLOCK_BYTES} bytes of headers")
    block, body = (raw[: end.start()], raw[end.end() :]) if end else (raw, b"")
    return Part(_read_headers(block), body, default_type)


def _read_headers(block: bytes) -> list[tuple[str, bytes]]:
    unfolded: list[bytearray] = []
    for line in _LINE_END.split(block):
        if line[:1] in (b" ", b"\t") and unfolded:
            unfolded[-1] += b" " + line.strip()
        else:
            unfolded.append(bytearray(line))
    headers = []
    for line in unfolded:
        match = _HEADER.fullmatch(bytes(line[:MAX_HEADER_BYTES]))
        if match:
            headers.append((match[1].decode("ascii").lower(), match[2].strip()))
    return headers


def _between_boundaries(body: bytes, boundary: bytes, most: int) -> list[bytes]:
    mark = re.compile(rb"(?:^|\r\n|\n|\r)--" + re.escape(boundary) + rb"(--)?[ \t]*(?=\r\n|\n|\r|\Z)")
    chunks = []
    start = None
    for match in mark.finditer(body):
        if start is not None:
            chunks.append(body[start : match.start()])
        if match[1]:
            start = None
            break
        if len(chunks) >= most:
            raise UnreadableMail(f"more than {MAX_PARTS} parts")
        start = match.end()
    if start is not None:
        # The closing boundary is missing: the mail was cut off, what came is still worth reading.
        chunks.append(body[start:])
    return [re.sub(rb"\A(?:\r\n|\n|\r)", b"", chunk) for chunk in chunks]


def _from_base64(data: bytes) -> bytes:
    letters = re.sub(rb"[^A-Za-z0-9+/]", b"", data)
    letters = letters[: len(letters) - (1 if len(letters) % 4 == 1 else 0)]
    try:
        return base64.b64decode(letters + b"=" * (-len(letters) % 4))
    except binascii.Error:
        return b""

"""Pictures inside documents, without the notes a camera or program left in them: where, when, with what, by whom.

JPEG, PNG and JPEG 2000 keep their pixels as they are and lose every segment that holds none. Other pictures that
can be decoded are encoded anew, the first frame alone.
"""

from __future__ import annotations

import struct
import warnings
from collections.abc import Iterator
from io import BytesIO

from PIL import Image

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
JP2_SIGNATURE = b"\0\0\0\x0cjP  \r\n\x87\n"
# What is needed to show the pixels as they were meant; text, time, EXIF, profiles and private chunks are not.
PNG_KEPT = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD", b"pHYs"}
JP2_DROPPED = {b"uuid", b"xml ", b"uinf", b"asoc", b"lbl ", b"jp2i", b"free"}
# APP1 to APP15 and COM, without APP14 (Adobe): it says how the colours are stored.
_JPEG_NOTES = {*range(0xE1, 0xF0), 0xFE} - {0xEE}
_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
_MAX_PIXELS = 50_000_000
_OTHER_FORMATS = ("TIFF", "GIF", "BMP", "WEBP")
_OTHER_SIGNATURES = (b"II*\0", b"MM\0*", b"GIF8", b"BM", b"RIFF")


def without_notes(data: bytes) -> bytes:
    """The picture without notes; what is no picture, as it is. Raises ValueError when it is broken."""
    if data.startswith(b"\xff\xd8\xff"):
        return bare_jpeg(data)
    if data.startswith(PNG_SIGNATURE):
        return bare_png(data)
    if data.startswith(JP2_SIGNATURE):
        return bare_jp2(data)
    if data.startswith(_OTHER_SIGNATURES):
        return _encoded_anew(data)
    return data


def bare_jpeg(data: bytes) -> bytes:
    """Ends with the first picture: a preview or a second one behind it has notes of its own."""
    out = bytearray(b"\xff\xd8")
    for marker, segment in _segments(data):
        if marker == 0xE0:
            # JFIF may hold a thumbnail; its first 14 bytes tell all but that there is none.
            if segment[4:9] == b"JFIF\0" and len(segment) >= 18:
                out += b"\xff\xe0\0\x10" + segment[4:16] + b"\0\0"
        elif marker == 0xEE:
            if segment[4:9] == b"Adobe" and len(segment) >= 16:
                out += b"\xff\xee\0\x0e" + segment[4:16]
        elif marker not in _JPEG_NOTES:
            out += segment
    return bytes(out)


def bare_png(data: bytes) -> bytes:
    out, at = bytearray(PNG_SIGNATURE), len(PNG_SIGNATURE)
    kind = b""
    while kind != b"IEND":
        if at + 12 > len(data):
            raise ValueError("the picture is cut off")
        (length,) = struct.unpack_from(">I", data, at)
        kind = data[at + 4 : at + 8]
        if kind in PNG_KEPT:
            out += data[at : at + 12 + length]
        at += 12 + length
    return bytes(out)


def bare_jp2(data: bytes) -> bytes:
    out, at = bytearray(), 0
    while at < len(data):
        if at + 8 > len(data):
            raise ValueError("the picture is cut off")
        length, kind = struct.unpack_from(">I4s", data, at)
        if length == 1 and at + 16 <= len(data):
            (length,) = struct.unpack_from(">Q", data, at + 8)
        # 0: to the end.
        end = at + length if length else len(data)
        if end < at + 8:
            raise ValueError("a box that ends before it begins")
        if kind not in JP2_DROPPED:
            out += data[at:end]
        at = end
    return bytes(out)


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Each segment with its marker, the pixels behind a scan's header being part of it; ends with the end."""
    at = 2
    # Pixels that end without an end are shown as far as they go.
    while at + 2 <= len(data):
        if data[at] != 0xFF:
            raise ValueError("no marker where one belongs")
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == _END:
            yield _END, b"\xff\xd9"
            return
        if marker == 0x01 or 0xD0 <= marker <= _START:
            at += 2
            continue
        if at + 4 > len(data):
            return
        end = at + 2 + int(struct.unpack_from(">H", data, at + 2)[0])
        if marker == _SCAN:
            end = _end_of_pixels(data, end)
        yield marker, data[at:end]
        at = end


def _end_of_pixels(data: bytes, at: int) -> int:
    """Where the next marker stands: a byte FF that is neither stuffed (00) nor a restart (D0 to D7)."""
    while (at := data.find(b"\xff", at)) >= 0 and at + 1 < len(data):
        if data[at + 1] != 0 and not 0xD0 <= data[at + 1] <= 0xD7:
            return at
        at += 2 if data[at + 1] != 0xFF else 1
    return len(data)


def _encoded_anew(data: bytes) -> bytes:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(BytesIO(data), formats=_OTHER_FORMATS)
    except Image.DecompressionBombError as error:
        raise ValueError("a picture of too many pixels") from error
    if image.width * image.height > _MAX_PIXELS:
        raise ValueError("a picture of too many pixels")
    # A copy: a TIFF would write its old fields along.
    bare = image.copy()
    bare.info = {name: value for name, value in image.info.items() if name in {"transparency", "dpi"}}
    out = BytesIO()
    bare.save(out, image.format)
    return out.getvalue()

"""PDF: refused when encrypted or active, kept without author, dates and other properties."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject

from messaging.filetypes.kept import CleanCopy
from messaging.filetypes.refusal import FileRefused
from messaging.filetypes.refusal import marked as _

MAX_OBJECTS = 50_000
MAX_PAGES = 500
# Names of the PDF standard (ISO 32000-1, 12.6 and 7.11) that run something or carry another file.
ACTIVE = frozenset(
    {
        "/JS",
        "/JavaScript",
        "/Launch",
        "/EmbeddedFile",
        "/EmbeddedFiles",
        # A file specification that holds its file: pins on pages and associated files have one too.
        "/EF",
        "/RF",
        "/RichMedia",
        "/XFA",
        "/SubmitForm",
        "/ImportData",
        "/GoToE",
        "/AA",
    }
)


def clean_pdf(name: str, data: bytes) -> CleanCopy:
    try:
        reader = PdfReader(BytesIO(data), strict=False)
        if reader.is_encrypted:
            raise FileRefused(name, "encrypted", _("The PDF is protected with a password."))
        if len(reader.pages) == 0 or len(reader.pages) > MAX_PAGES:
            raise FileRefused(name, "broken", _("The PDF has no pages, or more than 500."))
        if _is_active(reader.trailer):
            raise FileRefused(name, "active_content", _("The PDF contains scripts or other files."))
        return CleanCopy(_without_properties(reader))
    except FileRefused:
        raise
    except (
        PyPdfError,
        OSError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        ArithmeticError,
        AssertionError,
        NotImplementedError,
        RecursionError,
        struct.error,
        zlib.error,
    ) as error:
        raise FileRefused(name, "broken", _("The PDF is broken and cannot be opened.")) from error


def _without_properties(reader: PdfReader) -> bytes:
    writer = PdfWriter()
    for page in reader.pages:
        added = writer.add_page(page)
        added.pop(NameObject("/Metadata"), None)
        added.pop(NameObject("/PieceInfo"), None)
    writer.metadata = None
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _is_active(root: Any) -> bool:
    """Whether anything in it runs or carries a file; a plain jump to a page (/GoTo) is harmless."""
    return any(key in ACTIVE or (key == "/S" and value in ACTIVE) for key, value in _entries(root))


def _entries(root: Any) -> Iterator[tuple[str, Any]]:
    """Every dictionary entry reachable, each object once; too many objects count as broken."""
    seen: set[int] = set()
    queue: list[Any] = [root]
    steps = 0
    while queue:
        item = queue.pop()
        steps += 1
        if steps > MAX_OBJECTS:
            raise ValueError("more objects than a letter needs")
        if isinstance(item, IndirectObject):
            if item.idnum in seen:
                continue
            seen.add(item.idnum)
            item = item.get_object()
        if isinstance(item, DictionaryObject):
            for key in item:
                value = item.raw_get(key)
                yield str(key), value.get_object() if key == "/S" else value
                queue.append(value)
        elif isinstance(item, ArrayObject):
            queue.extend(item)

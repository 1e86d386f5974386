"""PDF: refused when encrypted or active, kept without author, dates and other properties."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.filters import ASCII85Decode, ASCIIHexDecode, FlateDecode, RunLengthDecode
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, StreamObject

from messaging.filetypes.kept import CleanCopy
from messaging.filetypes.notes import without_notes
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
# What programs note beside pages, pictures and other objects (ISO 32000-1, 14.3 to 14.5), and small pictures of pages.
PRIVATE = ("/Metadata", "/PieceInfo", "/LastModified", "/Thumb")
# Remarks on a page (12.5.6.2): who made them and when. The /T of a field in a form is its name and stays.
MARKUP = frozenset(
    {
        "/Text", "/FreeText", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine", "/Highlight", "/Underline",
        "/Squiggly", "/StrikeOut", "/Caret", "/Stamp", "/Ink", "/Redact",
    }
)  # fmt: skip
PRIVATE_IN_MARKUP = ("/T", "/M", "/CreationDate")
PICTURE_FILTERS = ("/DCTDecode", "/DCT", "/JPXDecode")
# What such a picture may be packed in once more. Any other way is no way that programs write: such a file is broken.
UNPACK: dict[str, Callable[[bytes], bytes]] = {
    "/FlateDecode": FlateDecode.decode,
    "/Fl": FlateDecode.decode,
    "/ASCII85Decode": ASCII85Decode.decode,
    "/A85": ASCII85Decode.decode,
    "/ASCIIHexDecode": ASCIIHexDecode.decode,
    "/AHx": ASCIIHexDecode.decode,
    "/RunLengthDecode": RunLengthDecode.decode,
    "/RL": RunLengthDecode.decode,
}


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
        writer.add_page(page)
    writer.metadata = None
    for found in list(_dictionaries(writer.root_object)):
        for key in PRIVATE:
            found.pop(key, None)
        if str(found.get("/Subtype")) in MARKUP:
            for key in PRIVATE_IN_MARKUP:
                found.pop(key, None)
        if isinstance(found, StreamObject):
            _strip_picture(found)
    # What was private is referred to no more, but still there to be written.
    writer.compress_identical_objects(remove_duplicates=False, remove_unreferenced=True)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _strip_picture(stream: StreamObject) -> None:
    """A JPEG or JPEG 2000 as a camera made it, alone or packed once more, loses its notes."""
    filters = stream.get("/Filter")
    names = [str(name) for name in (filters if isinstance(filters, ArrayObject) else [filters])]
    if names[-1] not in PICTURE_FILTERS:
        return
    data = bytes(stream._data)
    for name in names[:-1]:
        data = UNPACK[name](data)
    stream._data = without_notes(data)
    stream[NameObject("/Filter")] = NameObject(names[-1])
    parameters = stream.get("/DecodeParms")
    if len(names) > 1 and isinstance(parameters, ArrayObject):
        stream[NameObject("/DecodeParms")] = parameters[-1]


def _is_active(root: Any) -> bool:
    """Whether anything in it runs or carries a file; a plain jump to a page (/GoTo) is harmless."""
    return any(
        key in ACTIVE or (key == "/S" and str(found["/S"]) in ACTIVE)
        for found in _dictionaries(root)
        for key in found
    )


def _dictionaries(root: Any) -> Iterator[DictionaryObject]:
    """Every dictionary reachable, each object once; too many objects count as broken."""
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
            queue.extend(item.raw_get(key) for key in item)
            yield item
        elif isinstance(item, ArrayObject):
            queue.extend(item)

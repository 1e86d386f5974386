"""DOCX: a ZIP whose sizes are checked before reading, without macros, kept without author properties."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from messaging.filetypes.kept import CleanCopy
from messaging.filetypes.notes import without_notes
from messaging.filetypes.refusal import FileRefused
from messaging.filetypes.refusal import marked as _

MAX_UNPACKED_BYTES = 100 * 2**20
MAX_RATIO = 100
MAX_MEMBERS = 2_000
TYPES_PART = "[Content_Types].xml"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
ACTIVE_PARTS = ("vbaproject", "activex", "embeddings/", "oleobject", "attachedtoolbars")
ACTIVE_TYPES = ("vbaproject", "macroenabled", "activex", "oleobject")
# What a part may point to, by the last word of the relation's type (ECMA-376 part 1, 11.3 and 15.2).
ACTIVE_RELATIONS = frozenset(
    {"vbaproject", "wordvbadata", "oleobject", "package", "control", "activexcontrolbinary", "afchunk"}
)
EMPTY_CORE = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties '
    b'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
)
EMPTY_APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties '
    b'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)
EMPTY_CUSTOM = EMPTY_APP.replace(b"extended-properties", b"custom-properties")
# Properties by the end of their content type: some programs keep them under names of their own.
EMPTY = {
    "core-properties+xml": EMPTY_CORE,
    "extended-properties+xml": EMPTY_APP,
    "custom-properties+xml": EMPTY_CUSTOM,
}
# Who commented or changed what, and the accounts of word/people.xml, in the words Word itself leaves behind.
_PERSON = re.compile(rb"(?<=[\s:])(author|initials|userId|providerId)(\s*=\s*)(\"[^\"<]*\"|'[^'<]*')")
NOBODY = {b"author": b"Author", b"initials": b"A", b"userId": b"Author", b"providerId": b"None"}


def clean_docx(name: str, data: bytes) -> CleanCopy:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            members = package.infolist()
            _require_bounded(name, members, packed=len(data))
            types = list(ElementTree.fromstring(package.read(TYPES_PART)))
            _require_document(name, types)
            _require_passive(name, package, members, types)
            return CleanCopy(_without_properties(package, members, types))
    except FileRefused:
        raise
    except (
        zipfile.BadZipFile,
        zlib.error,
        struct.error,
        ElementTree.ParseError,
        DefusedXmlException,
        LookupError,
        OSError,
        ValueError,
        EOFError,
        RuntimeError,
    ) as error:
        raise FileRefused(name, "broken", _("The document is broken and cannot be opened.")) from error


def _require_bounded(name: str, members: list[zipfile.ZipInfo], *, packed: int) -> None:
    unpacked = sum(member.file_size for member in members)
    if len(members) > MAX_MEMBERS or unpacked > MAX_UNPACKED_BYTES or unpacked > MAX_RATIO * packed:
        raise FileRefused(name, "bomb", _("The document unpacks to far more than it should."))
    if any(member.flag_bits & 0x1 for member in members):
        raise FileRefused(name, "encrypted", _("The document is protected with a password."))


def _require_document(name: str, types: list[Any]) -> None:
    if not any(element.get("ContentType") == MAIN_TYPE for element in types):
        raise FileRefused(name, "type", _("Only PDF, JPG, PNG and DOCX files can be sent."))


def _require_passive(
    name: str, package: zipfile.ZipFile, members: list[zipfile.ZipInfo], types: list[Any]
) -> None:
    """Asked of names, types and relations alike: a macro needs only one of them to be found."""
    named = any(part in member.filename.lower() for member in members for part in ACTIVE_PARTS)
    typed = any(kind in element.get("ContentType", "").lower() for element in types for kind in ACTIVE_TYPES)
    relations = list(_relations(package, members))
    if named or typed or any(kind in ACTIVE_RELATIONS for kind, _outside in relations):
        raise FileRefused(name, "active_content", _("The document contains macros or other files."))
    # A template or picture that is fetched when the document is opened; a link is followed by its reader.
    if any(outside and kind != "hyperlink" for kind, outside in relations):
        raise FileRefused(
            name, "active_content", _("The document loads a template or pictures from elsewhere.")
        )


def _relations(package: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> Iterator[tuple[str, bool]]:
    """Each relation's kind, and whether it leads out of the document."""
    for member in members:
        if member.filename.lower().endswith(".rels"):
            for relation in ElementTree.fromstring(package.read(member)):
                kind = relation.get("Type", "").rpartition("/")[2].lower()
                yield kind, relation.get("TargetMode", "").lower() == "external"


def _without_properties(package: zipfile.ZipFile, members: list[zipfile.ZipInfo], types: list[Any]) -> bytes:
    empty = _properties(types)
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as clean:
        for member in members:
            if member.is_dir():
                continue
            lowered = member.filename.lower()
            part = empty.get(lowered) or empty.get(lowered.rpartition(".")[2]) or package.read(member)
            if not lowered.endswith((".xml", ".rels")):
                part = without_notes(part)
            elif lowered.endswith(".xml"):
                part = _PERSON.sub(lambda found: found[1] + found[2] + b'"' + NOBODY[found[1]] + b'"', part)
            # A fresh entry: no dates, comments or extra fields of the sender's machine; reading checks the CRC.
            clean.writestr(zipfile.ZipInfo(member.filename), part)
    return out.getvalue()


def _properties(types: list[Any]) -> dict[str, bytes]:
    """What stands in for the parts that hold properties, by name or by extension, in lower case."""
    found = {
        "docprops/core.xml": EMPTY_CORE,
        "docprops/app.xml": EMPTY_APP,
        "docprops/custom.xml": EMPTY_CUSTOM,
    }
    for element in types:
        for end, part in EMPTY.items():
            if element.get("ContentType", "").endswith(end):
                where = element.get("PartName", "").lstrip("/") or element.get("Extension", "")
                found[where.lower()] = part
    return found

"""DOCX: a ZIP whose sizes are checked before reading, without macros, kept without author properties."""

from __future__ import annotations

import zipfile
from io import BytesIO

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException
from django.utils.translation import gettext as _

from messaging.filetypes.refusal import FileRefused

MAX_UNPACKED_BYTES = 100 * 2**20
MAX_RATIO = 100
MAX_MEMBERS = 2_000
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
ACTIVE_PARTS = ("vbaproject", "activex", "embeddings/", "oleobject", "attachedtoolbars")
EMPTY_CORE = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties '
    b'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
)
EMPTY_APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties '
    b'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)
EMPTY_CUSTOM = EMPTY_APP.replace(b"extended-properties", b"custom-properties")


def clean_docx(name: str, data: bytes) -> bytes:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            members = package.infolist()
            _require_bounded(name, members, packed=len(data))
            _require_passive(name, members)
            _require_document(name, package)
            return _without_properties(package, members)
    except FileRefused:
        raise
    except (
        zipfile.BadZipFile,
        ElementTree.ParseError,
        DefusedXmlException,
        KeyError,
        OSError,
        ValueError,
        EOFError,
        RuntimeError,
        NotImplementedError,
    ) as error:
        raise FileRefused(name, "broken", _("The document is broken and cannot be opened.")) from error


def _require_bounded(name: str, members: list[zipfile.ZipInfo], *, packed: int) -> None:
    unpacked = sum(member.file_size for member in members)
    if len(members) > MAX_MEMBERS or unpacked > MAX_UNPACKED_BYTES or unpacked > MAX_RATIO * packed:
        raise FileRefused(name, "bomb", _("The document unpacks to far more than it should."))
    if any(member.flag_bits & 0x1 for member in members):
        raise FileRefused(name, "encrypted", _("The document is protected with a password."))


def _require_passive(name: str, members: list[zipfile.ZipInfo]) -> None:
    if any(part in member.filename.lower() for member in members for part in ACTIVE_PARTS):
        raise FileRefused(name, "active_content", _("The document contains macros or other files."))


def _require_document(name: str, package: zipfile.ZipFile) -> None:
    types = ElementTree.fromstring(package.read("[Content_Types].xml"))
    if not any(element.get("ContentType") == MAIN_TYPE for element in types):
        raise FileRefused(name, "type", _("Only PDF, JPG, PNG and DOCX files can be sent."))


def _without_properties(package: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> bytes:
    empty = {
        "docProps/core.xml": EMPTY_CORE,
        "docProps/app.xml": EMPTY_APP,
        "docProps/custom.xml": EMPTY_CUSTOM,
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as clean:
        for member in members:
            if member.is_dir():
                continue
            # A fresh entry: no dates, comments or extra fields of the sender's machine; reading checks the CRC.
            clean.writestr(
                zipfile.ZipInfo(member.filename), empty.get(member.filename) or package.read(member)
            )
    return out.getvalue()

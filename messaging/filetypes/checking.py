"""check_file(): type by content, name and type agree, and a re-encoded or cleaned copy."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

from django.utils.translation import gettext as _

from messaging.filetypes.docx import clean_docx
from messaging.filetypes.images import clean_image
from messaging.filetypes.pdf import clean_pdf
from messaging.filetypes.refusal import FileRefused

try:
    import magic
except ImportError:  # no libmagic on this machine: the one that comes as a wheel
    import pylibmagic  # noqa: F401, I001 (it must come first: it tells magic where to look)
    import magic

DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# Ends of names → the type they promise. libmagic is a first filter only; the decoder has the last word.
EXTENSIONS = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".pdf": "application/pdf",
    ".docx": DOCX_TYPE,
}
USUAL_EXTENSION = {"image/jpeg": ".jpg", "image/png": ".png", "application/pdf": ".pdf", DOCX_TYPE: ".docx"}
CLEANERS: dict[str, Callable[[str, bytes], bytes]] = {
    "image/jpeg": clean_image,
    "image/png": clean_image,
    "application/pdf": clean_pdf,
    DOCX_TYPE: clean_docx,
}
MAX_NAME_CHARS = 80
_PATH = re.compile(r".*[\\/]")
_CONTROL = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


@dataclass(frozen=True)
class CheckedFile:
    """A file fit to be kept: a safe name, its true type, and the bytes that may be served."""

    name: str
    content_type: str
    data: bytes


def check_file(name: str, data: bytes, *, most_bytes: int) -> CheckedFile:
    """The clean copy of a file. Raises FileRefused with the reason."""
    shown = clean_name(name)
    if not data:
        raise FileRefused(shown, "empty", _("The file is empty."))
    if len(data) > most_bytes:
        raise FileRefused(
            shown, "too_large", _("The file is larger than %(most)d MB.") % {"most": most_bytes // 2**20}
        )
    promised = EXTENSIONS.get(PurePosixPath(shown).suffix.lower())
    found = true_type(data)
    if promised is None or found is None:
        raise FileRefused(shown, "type", _("Only PDF, JPG, PNG and DOCX files can be sent."))
    if promised != found:
        raise FileRefused(shown, "name_mismatch", _("Its name and its content do not agree."))
    return CheckedFile(shown, found, CLEANERS[found](shown, data))


def true_type(data: bytes) -> str | None:
    """The type by content, or None when it is not one we take."""
    if data.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    kind = magic.from_buffer(data[:8192], mime=True)
    if kind == "application/pdf" and data[:1024].lstrip().startswith(b"%PDF-"):
        return "application/pdf"
    if data.startswith(b"PK\x03\x04") and b"[Content_Types].xml" in data:
        return DOCX_TYPE
    return None


def clean_name(name: str) -> str:
    """A name without paths, control, BiDi or zero-width characters, short, that ends as it did."""
    bare = _PATH.sub("", unicodedata.normalize("NFC", name))
    bare = "".join(char for char in bare if unicodedata.category(char) not in _CONTROL)
    bare = " ".join(bare.split()).strip(". ") or "file"
    path = PurePosixPath(bare)
    if len(bare) > MAX_NAME_CHARS and len(path.suffix) < 8:
        bare = path.stem[: MAX_NAME_CHARS - len(path.suffix)].rstrip(". ") + path.suffix
    return bare[:MAX_NAME_CHARS]

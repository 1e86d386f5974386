"""Type by content, name and type agree, and a re-encoded or cleaned copy. Runs in the child (see apart.py)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath

from messaging.filetypes.docx import clean_docx
from messaging.filetypes.images import clean_image
from messaging.filetypes.kept import CleanCopy
from messaging.filetypes.pdf import clean_pdf
from messaging.filetypes.refusal import FileRefused
from messaging.filetypes.refusal import marked as _

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
CLEANERS: dict[str, Callable[[str, bytes], CleanCopy]] = {
    "image/jpeg": clean_image,
    "image/png": clean_image,
    "application/pdf": clean_pdf,
    DOCX_TYPE: clean_docx,
}


def clean_copy(name: str, data: bytes) -> tuple[str, CleanCopy]:
    """The file's true type and what may be kept of it. Raises FileRefused with the reason, not translated."""
    promised = EXTENSIONS.get(PurePosixPath(name).suffix.lower())
    found = true_type(data)
    if promised is None or found is None:
        raise FileRefused(name, "type", _("Only PDF, JPG, PNG and DOCX files can be sent."))
    if promised != found:
        raise FileRefused(name, "name_mismatch", _("Its name and its content do not agree."))
    return found, CLEANERS[found](name, data)


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

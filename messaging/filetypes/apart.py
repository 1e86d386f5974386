"""check_file(): a file that anybody may have made is decoded and cleaned apart, in a limited child process."""

from __future__ import annotations

import json
from dataclasses import dataclass

import structlog
from django.utils.translation import gettext
from django.utils.translation import gettext as _

from messaging.filetypes.naming import clean_name
from messaging.filetypes.refusal import FileRefused
from messaging.limited import ChildFailed, LimitedWorker

log = structlog.get_logger(__name__)

# The dearest honest file, a picture of 50 megapixels, takes a tenth of the processor time allowed.
SECONDS_PER_FILE = 40
# Two, so that one slow file does not hold up everybody's.
_worker = LimitedWorker("messaging.filetypes.apart_child", calls_per_child=50, children=2)


@dataclass(frozen=True)
class CheckedFile:
    """A file fit to be kept: a safe name, its true type, and the bytes that may be served.

    Pictures have a preview, a small JPEG, and their size in pixels; others have none.
    """

    name: str
    content_type: str
    data: bytes
    preview: bytes = b""
    width: int | None = None
    height: int | None = None


def check_file(name: str, data: bytes, *, most_bytes: int) -> CheckedFile:
    """The clean copy of a file. Raises FileRefused with the reason."""
    shown = clean_name(name)
    if not data:
        raise FileRefused(shown, "empty", _("The file is empty."))
    if len(data) > most_bytes:
        raise FileRefused(
            shown, "too_large", _("The file is larger than %(most)d MB.") % {"most": most_bytes // 2**20}
        )
    try:
        head, *kept = _worker.call([shown.encode(), data], seconds=SECONDS_PER_FILE)
    except ChildFailed as problem:
        log.warning("file ended its reader", problem=str(problem), size_bytes=len(data))
        because = _("The file is broken, or takes too much to open.")
        raise FileRefused(shown, "broken", because) from problem
    found = json.loads(head)
    if "refused" in found:
        raise FileRefused(shown, found["refused"], gettext(found["because"]))
    clean, preview = kept
    return CheckedFile(shown, found["type"], clean, preview, found["width"], found["height"])

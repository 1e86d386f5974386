"""Files of messages: checked, cleaned, sealed, stored under random names, opened only for the parties."""

from __future__ import annotations

import hashlib
import secrets
from pathlib import PurePosixPath

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from accounts.models import User
from messaging.filetypes import FileRefused, check_file
from messaging.models import Attachment, FileState, Side, Thread
from messaging.models.message import SHOWN, Status
from messaging.policy import Context, Direction, scan
from messaging.sealing import is_stale, open_sealed, seal

__all__ = ["FileRefused", "open_file", "open_preview", "reseal_file", "store_upload", "visible_attachments"]


def store_upload(*, uploader: User | None, name: str, data: bytes) -> Attachment:
    """Keep a clean, sealed copy of an uploaded file, not yet part of a message. Raises FileRefused."""
    checked = check_file(name, data, most_bytes=settings.MAX_ATTACHMENT_BYTES)
    file = Attachment(
        uploader=uploader,
        name=_masked_name(checked.name),
        content_type=checked.content_type,
        size_bytes=len(checked.data),
        width=checked.width,
        height=checked.height,
        sha256=hashlib.sha256(checked.data).hexdigest(),
    )
    if checked.preview:
        file.preview_as = _store(file, checked.preview, "preview")
    file.stored_as = _store(file, checked.data, "file")
    file.save()
    return file


def open_file(file: Attachment) -> bytes:
    return _read(file, "stored_as", "file")


def open_preview(file: Attachment) -> bytes:
    """A small JPEG; only pictures have one."""
    return _read(file, "preview_as", "preview")


def reseal_file(file: Attachment) -> int:
    """Seal the stored copies with the first key where an older one sealed them; returns how many were.

    Safe to call while others read the file. Raises CannotOpen when no key opens a copy.
    """
    moved = 0
    for column, part in (("stored_as", "file"), ("preview_as", "preview")):
        name = getattr(file, column)
        if not name or not is_stale(sealed := _stored_bytes(name)):
            continue
        fresh = _store(file, open_sealed(sealed, _about(file, part)), part)
        won = Attachment.objects.filter(pk=file.pk, **{column: name}).update(**{column: fresh})
        default_storage.delete(name if won else fresh)
        moved += won
    return moved


def visible_attachments(user: User) -> QuerySet[Attachment]:
    """Files this person may open: own ones not sent yet, own side's, and what the other side was shown."""
    threads = Thread.objects.visible_to(user)
    shown = Q(message__status__in=SHOWN, state=FileState.CLEAN)
    buyers = Q(message__side=Side.BUYER, message__thread__buyer__user=user)
    sellers = Q(message__side=Side.SELLER, message__thread__seller__staff__user=user)
    loose = Q(message=None, uploader=user)
    own = (buyers | sellers) & ~Q(message__status=Status.WITHDRAWN)
    return Attachment.objects.filter(loose | (Q(message__thread__in=threads) & (shown | own))).distinct()


def _masked_name(name: str) -> str:
    """Without what no text may pass on either, such as the address of whoever scanned it."""
    path = PurePosixPath(name)
    verdict = scan(path.stem, Context(direction=Direction.SELLER_TO_BUYER))
    return f"{_('file')}{path.suffix}" if verdict.data else name


def _store(file: Attachment, data: bytes, part: str) -> str:
    name = f"{secrets.token_hex(2)}/{secrets.token_hex(16)}"
    return default_storage.save(name, ContentFile(seal(data, _about(file, part))))


def _read(file: Attachment, column: str, part: str) -> bytes:
    try:
        sealed = _stored_bytes(getattr(file, column))
    except FileNotFoundError:
        # Sealed anew under another name since the row was read.
        file.refresh_from_db(fields=[column])
        sealed = _stored_bytes(getattr(file, column))
    return open_sealed(sealed, _about(file, part))


def _stored_bytes(name: str) -> bytes:
    with default_storage.open(name) as stored:
        content: bytes = stored.read()
        return content


def _about(file: Attachment, part: str) -> str:
    return f"attachment.{part}:{file.pk}"

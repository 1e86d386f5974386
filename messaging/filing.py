"""What a person does with threads in their own mailbox: read, archive, delete, and back. Nobody else's view changes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from messaging.models import Folder, MailboxEntry
from messaging.models.mailbox import change_entries


class Filing(TextChoices):
    READ = "read", _("Mark as read")
    UNREAD = "unread", _("Mark as unread")
    ARCHIVE = "archive", _("Archive")
    UNARCHIVE = "unarchive", _("Move to inbox")
    DELETE = "delete", _("Delete")
    RESTORE = "restore", _("Restore")
    STAR = "star", _("Add a star")
    UNSTAR = "unstar", _("Take the star away")

    @property
    def reverse(self) -> Filing:
        return _REVERSE[self]


_REVERSE = {
    Filing.READ: Filing.UNREAD,
    Filing.UNREAD: Filing.READ,
    Filing.ARCHIVE: Filing.UNARCHIVE,
    Filing.UNARCHIVE: Filing.ARCHIVE,
    Filing.DELETE: Filing.RESTORE,
    Filing.RESTORE: Filing.DELETE,
    Filing.STAR: Filing.UNSTAR,
    Filing.UNSTAR: Filing.STAR,
}


def file_entries(entries: Iterable[MailboxEntry], action: Filing, *, now: datetime) -> int:
    """Do one thing to entries of one mailbox; returns how many changed. Safe to repeat.

    Entries need `mailbox` loaded. A deleted entry can be restored for RESTORE_WINDOW.
    """
    chosen = list(entries)
    match action:
        case Filing.READ | Filing.UNREAD:
            return change_entries(chosen, unread=action == Filing.UNREAD)
        case Filing.STAR | Filing.UNSTAR:
            return change_entries(chosen, starred=action == Filing.STAR)
        case Filing.ARCHIVE:
            return change_entries(
                [entry for entry in chosen if entry.folder == Folder.INBOX], folder=Folder.ARCHIVE
            )
        case Filing.UNARCHIVE:
            return change_entries(
                [entry for entry in chosen if entry.folder == Folder.ARCHIVE], folder=Folder.INBOX
            )
        case Filing.DELETE:
            kept = [entry for entry in chosen if entry.folder != Folder.DELETED]
            return change_entries(kept, folder=Folder.DELETED, deleted_at=now)
        case Filing.RESTORE:
            kept = [entry for entry in chosen if may_restore(entry, now=now)]
            return change_entries(kept, folder=Folder.INBOX, deleted_at=None)


def may_restore(entry: MailboxEntry, *, now: datetime) -> bool:
    return (
        entry.folder == Folder.DELETED
        and entry.deleted_at is not None
        and entry.deleted_at > now - settings.RESTORE_WINDOW
    )

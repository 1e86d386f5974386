"""Threads, messages, mailboxes, and what hangs on them."""

from messaging.models.attachment import Attachment, FileState
from messaging.models.draft import Draft
from messaging.models.idempotency import IdempotencyKey
from messaging.models.mailbox import Category, Folder, Mailbox, MailboxEntry
from messaging.models.message import Kind, Message, Status, Via
from messaging.models.reason import ImportantReason, ProactiveReason, Topic
from messaging.models.review import Dispute, Report
from messaging.models.thread import ReplyAddress, Side, Thread, ThreadKind

__all__ = [
    "Attachment",
    "Category",
    "Dispute",
    "Draft",
    "FileState",
    "Folder",
    "IdempotencyKey",
    "ImportantReason",
    "Kind",
    "Mailbox",
    "MailboxEntry",
    "Message",
    "ProactiveReason",
    "ReplyAddress",
    "Report",
    "Side",
    "Status",
    "Thread",
    "ThreadKind",
    "Topic",
    "Via",
]

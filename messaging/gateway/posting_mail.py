"""A proven author's mail to a Message: files checked, policy asked, posted through the one flow."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _

from messaging.attaching import store_upload
from messaging.contact import CannotWrite
from messaging.filetypes import FileRefused
from messaging.gateway.incoming import IncomingMail, MailFile
from messaging.gateway.refusals import Reason
from messaging.gateway.routing import Writing
from messaging.models import Attachment, ImportantReason, Message, ProactiveReason, Side, Topic, Via
from messaging.policy import Outcome as PolicyOutcome
from messaging.posting import post_message, start_thread
from messaging.screening import check_text

_IMPORTANT = re.compile(r"\[\s*important\s*\]", re.I)
# What the words say an [Important] mail is about; without any of them it is about the order.
_IMPORTANT_ABOUT = (
    (ImportantReason.RECALL, r"\brecall|rückruf|rappel (?:de|du) produit|retirada del producto|richiamo|terugroep|wycofan|отзыв товара|リコール|召回"),
    (ImportantReason.PRODUCT_SAFETY, r"\bsafety|\bdanger|\bhazard|sicherheit|gefahr|sécurité|danger|seguridad|peligro|sicurezza|pericol|veiligheid|bezpiecze|安全|güvenlik"),
    (ImportantReason.WARRANTY, r"\bwarrant|\bguarantee|garantie|garantía|garanzia|gwarancj|гаранти|保証|保修|garanti"),
)  # fmt: skip


class MailRefused(Exception):
    """The mail does not become a message. `because` and `instead` stand in for the usual sentences."""

    def __init__(
        self, reason: Reason, because: str = "", instead: str = "", rules: Sequence[str] = ()
    ) -> None:
        super().__init__(reason)
        self.reason, self.because, self.instead, self.rules = reason, because, instead, tuple(rules)


@dataclass(frozen=True)
class WantedFile:
    """A file of the mail and what became of it: its stored copy, or why it is not delivered."""

    name: str
    content_type: str
    attachment: Attachment | None = None
    because: str = ""

    @property
    def is_kept(self) -> bool:
        return self.attachment is not None


@dataclass(frozen=True)
class Draft:
    writing: Writing
    mail: IncomingMail
    files: tuple[WantedFile, ...]
    important_reason: str = ""

    @property
    def attachments(self) -> list[Attachment]:
        return [file.attachment for file in self.files if file.attachment is not None]

    def require_something_to_say(self) -> None:
        if self.mail.text or self.attachments:
            return
        refused = any(file.because for file in self.files)
        raise MailRefused(Reason.ATTACHMENT_TYPE if refused else Reason.EMPTY)

    def require_policy(self, *, now: datetime) -> None:
        """Hand the words back before they become a message when the policy blocks them."""
        proactive = bool(self.important_reason or _proactive_reason(self.writing))
        verdict = check_text(
            self.mail.text, thread=self.writing.about, side=self.writing.side, is_proactive=proactive, now=now
        )
        if verdict.outcome == PolicyOutcome.BLOCK:
            found = list(dict.fromkeys(f"{finding.because} {finding.fix}" for finding in verdict.findings))
            rules = sorted({finding.rule for finding in verdict.findings})
            raise MailRefused(
                Reason.POLICY_BLOCK, because="\n".join(str(line) for line in found), rules=rules
            )


def make_draft(writing: Writing, mail: IncomingMail) -> Draft:
    """What would be posted: files are checked and stored, but nothing is sent yet."""
    important = ""
    if writing.side == Side.SELLER and _IMPORTANT.search(mail.subject):
        important = _important_reason(f"{mail.subject}\n{mail.text}")
    return Draft(writing, mail, tuple(_checked_files(writing, mail)), important)


def post_draft(draft: Draft, *, now: datetime) -> Message:
    """Post it through the flow every door uses. Raises MailRefused when the contact table forbids it."""
    writing = draft.writing
    reason = "" if draft.important_reason else _proactive_reason(writing)
    try:
        if writing.thread is not None:
            return post_message(
                thread=writing.thread,
                author=writing.author,
                side=writing.side,
                body=draft.mail.text,
                via=Via.MAIL,
                attachments=draft.attachments,
                reason=reason,
                important_reason=draft.important_reason,
                now=now,
            )
        assert writing.seller is not None, "what opens a thread here is about a shop"
        return start_thread(
            author=writing.author,
            side=writing.side,
            buyer=writing.buyer,
            seller=writing.seller,
            order=writing.order,
            topic=Topic.FROM_SELLER,
            body=draft.mail.text,
            via=Via.MAIL,
            attachments=draft.attachments,
            reason=reason,
            important_reason=draft.important_reason,
            now=now,
        )
    except CannotWrite as refusal:
        instead = refusal.instead
        if reason and writing.order and writing.order.is_open_at(now):
            instead += " " + _(
                "What the order itself needs you can write from your message center, with the reason chosen there."
            )
        raise MailRefused(Reason.NOT_PERMITTED, refusal.because, instead, [refusal.rule]) from refusal


def _proactive_reason(writing: Writing) -> str:
    """Why a shop writes first: a mail names no reason, so it is an ordinary update.

    What an order needs to be fulfilled passes the quota and a restriction; that is for who says so, on the web.
    """
    if writing.side == Side.BUYER or (writing.thread is not None and writing.thread.buyer_has_written):
        return ""
    return ProactiveReason.ORDER_UPDATE


def _important_reason(text: str) -> str:
    for reason, pattern in _IMPORTANT_ABOUT:
        if re.search(pattern, text, re.I):
            return reason
    return ImportantReason.ORDER_CRITICAL


def _checked_files(writing: Writing, mail: IncomingMail) -> list[WantedFile]:
    files: list[WantedFile] = []
    room, total = settings.MAX_ATTACHMENTS, 0
    for file in mail.files:
        if not file.belongs_to_words:
            # A logo in the part that is cut goes with it; nobody misses it.
            files.append(WantedFile(file.name, file.declared_type))
            continue
        total += len(file.data)
        if total > settings.MAX_ATTACHMENT_BYTES:
            total -= len(file.data)
            files.append(_dropped(file, _("The files are too large: 10 MB in all fit with a message.")))
        elif room == 0:
            files.append(_dropped(file, _("More files than fit with one message.")))
        else:
            checked = _checked(writing, file)
            room -= checked.is_kept
            files.append(checked)
    return files


def _checked(writing: Writing, file: MailFile) -> WantedFile:
    try:
        stored = store_upload(uploader=writing.author, name=file.name, data=file.data)
    except FileRefused as refusal:
        return _dropped(file, str(refusal.because))
    return WantedFile(stored.name, stored.content_type, stored)


def _dropped(file: MailFile, because: str) -> WantedFile:
    return WantedFile(file.name, file.declared_type, because=because)

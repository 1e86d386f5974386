"""Why a mail does not become a message: what the sending server hears and what the sender reads.

The words of `reason` are a contract with those who feed mails in (docs/mail-in.md).
"""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Reason(StrEnum):
    UNKNOWN_RECIPIENT = "unknown_recipient"
    NOT_AUTHENTICATED = "sender_not_authenticated"
    NOT_AUTHORISED = "sender_not_authorised"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    EMPTY = "empty"
    ATTACHMENT_TYPE = "attachment_type"
    NO_THREAD_OR_ORDER = "no_thread_or_order"
    NOT_PERMITTED = "not_permitted"
    POLICY_BLOCK = "policy_block"


@dataclass(frozen=True)
class Refusal:
    """`because` and `instead` are sentences for the sender; `exit_code` is from sysexits."""

    smtp_code: str
    exit_code: int
    because: str | Promise
    instead: str | Promise
    # Whether the author's address is proven at this point, so that an answer reaches its owner.
    may_answer: bool = True


REFUSALS: dict[Reason, Refusal] = {
    Reason.UNKNOWN_RECIPIENT: Refusal(
        "550 5.1.1",
        67,
        _("Nobody here has this address."),
        _("Answer one of our mails, or write from your message center."),
        may_answer=False,
    ),
    Reason.NOT_AUTHENTICATED: Refusal(
        "550 5.7.1",
        69,
        _("We could not prove that the mail comes from the address it names."),
        _("Ask your mail provider to set up SPF, DKIM and DMARC, or write from your message center."),
        may_answer=False,
    ),
    Reason.NOT_AUTHORISED: Refusal(
        "550 5.7.1",
        69,
        _("This address may not write here."),
        _(
            "Buyers write from the address of their account. Shops add the address under"
            " Settings → Sender addresses and open the link we mail there."
        ),
    ),
    Reason.UNREADABLE: Refusal(
        "554 5.6.0",
        65,
        _("We could not read the mail safely."),
        _("Send it again as an ordinary, unencrypted mail, or write from your message center."),
        may_answer=False,
    ),
    Reason.TOO_LARGE: Refusal(
        "552 5.3.4",
        69,
        _("The mail is too large."),
        _("Send fewer or smaller files: 10 MB in all fit with a message."),
    ),
    Reason.EMPTY: Refusal(
        "554 5.6.0",
        69,
        _("We found no new words in the mail."),
        _("Write your answer above the quoted mail, or from your message center."),
    ),
    Reason.ATTACHMENT_TYPE: Refusal(
        "554 5.6.1",
        69,
        _("The mail has no words, and none of its files can be delivered."),
        _("PDF, JPG, PNG and DOCX files can be sent, up to 5 files and 10 MB in all."),
    ),
    Reason.NO_THREAD_OR_ORDER: Refusal(
        "554 5.6.0",
        69,
        _("We could not see which order the mail is about."),
        _("Put the order number into the subject, or answer one of our mails about the order."),
    ),
    Reason.NOT_PERMITTED: Refusal(
        "554 5.7.1",
        69,
        _("This message is not permitted now."),
        _("Your message center shows what you may write about each order."),
    ),
    Reason.POLICY_BLOCK: Refusal(
        "554 5.7.1",
        69,
        _("The message breaks the rules for messages and was not delivered."),
        _("Change the words named below and send it again."),
    ),
}

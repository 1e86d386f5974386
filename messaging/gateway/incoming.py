"""A mail as it was read: plain values, nothing hostile left in them."""

from dataclasses import dataclass
from enum import StrEnum


class UnreadableMail(Exception):
    """The mail cannot be read safely; `because` is for our log, not for the sender."""

    def __init__(self, because: str) -> None:
        super().__init__(because)
        self.because = because


class Proof(StrEnum):
    """What our own edge server found out about the author's address."""

    PROVEN = "pass"
    FAILED = "fail"
    UNSURE = "temperror"


@dataclass(frozen=True)
class MailFile:
    """A file that came with a mail. Its name is safe to show; its content is not checked yet."""

    name: str
    declared_type: str
    data: bytes
    # False for a picture that only the cut part shows, such as the logo in a signature.
    belongs_to_words: bool = True


@dataclass(frozen=True)
class IncomingMail:
    """One mail, decoded. `text` holds the new words alone, `whole_text` also quotes and signatures.

    `author` is the one address in the one From header, in lower case, or None when the
    mail does not have exactly one author. `headers` holds only the headers this gateway
    asks for, by lower-case name, decoded and on one line each.
    """

    subject: str
    author: str | None
    proof: Proof
    headers: dict[str, tuple[str, ...]]
    content_type: str
    report_type: str
    calendar_method: str
    text: str
    whole_text: str
    files: tuple[MailFile, ...] = ()

    def header(self, name: str) -> str:
        """The first header of that name, or an empty string."""
        values = self.headers.get(name.lower(), ())
        return values[0] if values else ""

    def message_ids(self, name: str) -> tuple[str, ...]:
        """The ids in Message-ID, In-Reply-To or References, without angle brackets."""
        found: list[str] = []
        for value in self.headers.get(name.lower(), ()):
            for piece in value.replace("<", " ").replace(">", " ").split():
                if "@" in piece:
                    found.append(piece)
        return tuple(found)

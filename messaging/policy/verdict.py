"""What the policy says about a text: findings, and what follows from them."""

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property


class Direction(StrEnum):
    SELLER_TO_BUYER = "seller_to_buyer"
    BUYER_TO_SELLER = "buyer_to_seller"


class Action(StrEnum):
    """What one finding asks for."""

    REDACT = "redact"
    BLOCK = "block"
    FLAG = "flag"
    QUARANTINE = "quarantine"


class Outcome(StrEnum):
    """What becomes of the message as a whole."""

    DELIVER = "deliver"
    REDACT = "redact"
    BLOCK = "block"
    QUARANTINE = "quarantine"


# What the reader sees where a datum stood.
REMOVED = {
    "contact.phone": "[phone number removed]",
    "contact.email": "[e-mail address removed]",
    "contact.handle": "[user name removed]",
    "link.external": "[link removed]",
    "payment.details": "[payment details removed]",
}


@dataclass(frozen=True)
class Context:
    """What is known of a message besides its text.

    `innocent` holds strings of this thread that are never a finding (order id,
    tracking numbers, SKUs, prices); `allowed_domains` are the operator's, such
    as carriers' tracking pages, and cover their subdomains.
    """

    direction: Direction
    proactive: bool = False
    marketplace_domain: str = "example-market.com"
    allowed_domains: frozenset[str] = frozenset()
    innocent: frozenset[str] = frozenset()

    @property
    def is_from_seller(self) -> bool:
        return self.direction == Direction.SELLER_TO_BUYER


@dataclass(frozen=True)
class Finding:
    """One thing seen in a text.

    `start` and `end` count code points of the text as written, end exclusive.
    For a label about the message as a whole they mark the words that led to it.
    """

    label: str
    start: int
    end: int
    rule: str
    action: Action
    because: str
    fix: str

    @property
    def is_datum(self) -> bool:
        """Whether the words themselves are what must not be passed on; what is only noted stays."""
        return self.label in REMOVED and self.action != Action.FLAG


@dataclass(frozen=True)
class ScanVerdict:
    text: str
    findings: tuple[Finding, ...] = field(default=())

    @property
    def labels(self) -> frozenset[str]:
        return frozenset(finding.label for finding in self.findings)

    @property
    def data(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.is_datum)

    @property
    def outcome(self) -> Outcome:
        actions = {finding.action for finding in self.findings}
        if Action.QUARANTINE in actions:
            return Outcome.QUARANTINE
        if Action.BLOCK in actions:
            return Outcome.BLOCK
        if Action.REDACT in actions:
            return Outcome.REDACT if self._says_something else Outcome.BLOCK
        return Outcome.DELIVER

    @cached_property
    def delivered_text(self) -> str:
        """The text with every datum replaced; what the other side may see."""
        return self._rebuilt(REMOVED)

    @property
    def _says_something(self) -> bool:
        rest = self._rebuilt(dict.fromkeys(REMOVED, " "))
        return sum(char.isalpha() for char in rest) >= 3

    def _rebuilt(self, stand_ins: dict[str, str]) -> str:
        parts: list[str] = []
        position = 0
        for finding in sorted(self.data, key=lambda found: (found.start, -found.end)):
            if finding.end <= position:
                continue
            if finding.start >= position:
                parts += [self.text[position : finding.start], stand_ins[finding.label]]
            position = finding.end
        return "".join([*parts, self.text[position:]])

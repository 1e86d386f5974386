"""What a rule about the message as a whole is made of."""

from dataclasses import dataclass, field
from enum import StrEnum

from messaging.policy.phrases import Phrases
from messaging.policy.verdict import Action, Direction

SELLER = Direction.SELLER_TO_BUYER
BUYER = Direction.BUYER_TO_SELLER


class Within(StrEnum):
    """How near to each other a rule's patterns must stand."""

    SENTENCE = "sentence"
    NEAR = "near"  # one sentence or the next
    MESSAGE = "message"


@dataclass(frozen=True)
class Rule:
    """A label is found when every pattern occurs and none of `unless` does.

    `needs` names labels found earlier, `bars` labels that keep the rule out; `unless`
    looks at the same stretch as the patterns, `unless_anywhere` at the whole text;
    words of the first pattern do not count in a clause with one of `denied` ("we don't …"). `action` None follows the label's table.
    A `broad` rule knows many phrases that can be meant otherwise: the text model may overrule it.
    """

    code: str
    label: str
    patterns: tuple[Phrases, ...]
    because: str
    fix: str
    by: Direction | None = None
    proactive: bool | None = None
    within: Within = Within.SENTENCE
    unless: tuple[Phrases, ...] = ()
    denied: tuple[Phrases, ...] = ()
    unless_anywhere: tuple[Phrases, ...] = ()
    needs: frozenset[str] = field(default=frozenset())
    bars: frozenset[str] = field(default=frozenset())
    action: Action | None = None
    broad: bool = False
    catches: tuple[str, ...] = ()
    spares: tuple[str, ...] = ()

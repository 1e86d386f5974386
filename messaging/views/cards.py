"""What happened around the order, between the messages of its thread: each turn of a claim, each step of a return."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _

from messaging.claims.models import Claim, ClaimStep, Outcome, StepKind
from messaging.ledger.models import LedgerEntry
from messaging.models import Side, Thread
from messaging.templatetags.messagecenter import money
from messaging.timewords import spell
from messaging.views.showing import ShownMessage
from orders.models import Issuer, Return, ReturnState

ICONS = {
    StepKind.OPENED: "shield-check",
    StepKind.ANSWERED: "message",
    StepKind.DECIDED: "certificate",
    StepKind.APPEALED: "history",
    StepKind.WITHDRAWN: "circle-x",
}


@dataclass(frozen=True)
class Card:
    """One thing that happened, in the reader's words; `quote` is what a person said, as this side may read it.

    `number` is its place among all cards of the thread: a page that knows it asks for those after.
    """

    key: str
    at: datetime
    icon: str
    title: str
    text: str = ""
    quote: str = ""
    quoted: str = ""
    tone: str = ""
    number: int = 0


def cards_of(thread: Thread, side: Side) -> list[Card]:
    """In the order of their times. Two queries where a case belongs to the thread, none elsewhere."""
    if not thread.has_case:
        return []
    steps = ClaimStep.objects.filter(claim__thread=thread.pk).select_related("claim")
    returns = Return.objects.filter(order=thread.order_id).order_by("pk")
    cards = [_of_step(step, thread, side) for step in _numbered(steps)]
    for reported in returns:
        cards += [_of_return(reported, state, at, thread, side) for state, at in reported.times().items()]
    cards.sort(key=lambda card: card.at)
    return [Card(**{**vars(card), "number": place}) for place, card in enumerate(cards, start=1)]


def key_of(event: LedgerEntry) -> str:
    """The card that tells of a recorded turn of a claim, or step of a return."""
    if step := event.facts.get("step"):
        return _step_key(step)
    reported = Return.objects.filter(reference=event.facts["return"]).values_list("pk", flat=True).first()
    return _return_key(reported, event.kind.removeprefix("return."))


def _step_key(pk: object) -> str:
    return f"step-{pk}"


def _return_key(pk: object, state: str) -> str:
    return f"return-{pk}-{state}"


def weave(
    shown: Sequence[ShownMessage],
    cards: Iterable[Card],
    *,
    since: datetime | None = None,
    until: datetime | None = None,
) -> list[ShownMessage | Card]:
    """Messages and cards by time. `since`, `until`: where this page of the thread begins and ends, if not at its ends."""
    chosen = [card for card in cards if (not since or card.at >= since) and (not until or card.at < until)]
    woven: list[ShownMessage | Card] = []
    for one in shown:
        while chosen and chosen[0].at < one.message.submitted_at:
            woven.append(chosen.pop(0))
        woven.append(one)
    return [*woven, *chosen]


def sent_at(thread: Thread, seq: int) -> datetime | None:
    """When the message at this place was sent: where an earlier page of the thread ends."""
    return thread.messages.filter(seq=seq).values_list("submitted_at", flat=True).first()


def name_of(side: Side | str, thread: Thread, reader: Side) -> str:
    """Who said it, as this reader knows them."""
    if side == Side.PLATFORM:
        return settings.MARKETPLACE_NAME
    return _("You") if side == reader else thread.name_for(reader)


def _numbered(steps: Iterable[ClaimStep]) -> list[ClaimStep]:
    """Marks the decision after an appeal: it is the last word."""
    decided: set[object] = set()
    found = list(steps)
    for step in found:
        step.is_final = step.kind == StepKind.DECIDED and step.claim_id in decided  # type: ignore[attr-defined]
        if step.kind == StepKind.DECIDED:
            decided.add(step.claim_id)
    return found


def _of_step(step: ClaimStep, thread: Thread, reader: Side) -> Card:
    title, text, tone = _words(step, thread, reader)
    quote = step.text_for(reader)
    return Card(
        key=_step_key(step.pk),
        at=step.at,
        icon=ICONS[StepKind(step.kind)],
        title=title,
        text=text,
        quote=quote,
        quoted=name_of(step.side, thread, reader) if quote else "",
        tone=tone,
    )


def _words(step: ClaimStep, thread: Thread, reader: Side) -> tuple[str, str, str]:
    """Title, sentence and tone."""
    claim, names = step.claim, {"name": name_of(step.side, thread, reader)}
    is_own = step.side == reader
    match step.kind:
        case StepKind.OPENED:
            title = (
                _("You filed a guarantee claim") if is_own else _("%(name)s filed a guarantee claim") % names
            )
            return title, _asked(claim, thread, reader), "warn"
        case StepKind.ANSWERED:
            title = _("You answered the claim") if is_own else _("%(name)s answered the claim") % names
            return title, _("%(market)s decides next.") % {"market": settings.MARKETPLACE_NAME}, ""
        case StepKind.APPEALED:
            title = _("You appealed the decision") if is_own else _("%(name)s appealed the decision") % names
            text = _("%(market)s looks at it again; the next decision is final.")
            return title, text % {"market": settings.MARKETPLACE_NAME}, "warn"
        case StepKind.WITHDRAWN:
            title = _("You withdrew the claim") if is_own else _("%(name)s withdrew the claim") % names
            return title, "", ""
    title = _("The claim is decided: %(outcome)s") % {"outcome": Outcome(step.outcome).label}
    return title, _may_appeal(step), _tone(step.outcome, reader)


def _asked(claim: Claim, thread: Thread, reader: Side) -> str:
    facts = {"problem": claim.get_problem_display(), "remedy": claim.get_remedy_display()}
    facts |= {"until": spell(claim.answer_due_at, "full"), "name": thread.name_for(reader)}
    if reader == Side.SELLER:
        return _("%(problem)s. Asked for: %(remedy)s. Answer by %(until)s.") % facts
    return _("%(problem)s. Asked for: %(remedy)s. %(name)s has until %(until)s to answer.") % facts


def _may_appeal(step: ClaimStep) -> str:
    if step.is_final or step.claim.appeal_until is None:  # type: ignore[attr-defined]
        return _("This decision is final.")
    return _("Either side may appeal until %(day)s.") % {"day": spell(step.claim.appeal_until, "date")}


def _tone(outcome: str, reader: Side) -> str:
    """Green for whom it is good news."""
    if outcome == Outcome.PARTLY:
        return "info"
    is_good = (outcome == Outcome.GRANTED) == (reader == Side.BUYER)
    return "ok" if is_good else "bad"


def _of_return(reported: Return, state: ReturnState, at: datetime, thread: Thread, reader: Side) -> Card:
    seller = thread.seller.name if thread.seller else ""
    texts = {
        ReturnState.REQUESTED: (_("Return requested"), reported.get_reason_display(), ""),
        ReturnState.APPROVED: (_("Return approved"), "", ""),
        ReturnState.RECEIVED: (_("The return has arrived"), "", ""),
        ReturnState.REFUNDED: (_("Refund issued"), _refund(reported, thread, seller), "ok"),
        ReturnState.DECLINED: (_("Return declined"), "", "warn" if reader == Side.BUYER else ""),
    }
    title, text, tone = texts[state]
    return Card(_return_key(reported.pk, state), at, "receipt-refund", title, text, tone=tone)


def _refund(reported: Return, thread: Thread, seller: str) -> str:
    assert thread.order is not None, "a return is of an order"
    by = seller if reported.refunded_by == Issuer.SELLER else settings.MARKETPLACE_NAME
    amount = money(reported.refund_cents or 0, thread.order.currency)
    return _("%(name)s returned %(amount)s.") % {"name": by, "amount": amount}

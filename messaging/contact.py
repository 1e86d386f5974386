"""Who may write to whom, when: one table for web, mail, REST and SP-API alike (RULES §2).

Every refusal names the rule, says why, and what the writer can do instead. The reason is known before
writing, from `contact_options`, and enforced when writing, by `require_may_write`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from accounts.models import Buyer, Seller, Standing
from messaging.models import ImportantReason, Kind, Message, ProactiveReason, Side, Status, Thread, ThreadKind
from messaging.models.reason import NEEDED_TO_FULFIL
from orders.models import Order, Product

ANSWER = "answer"
QUESTION = "question"


class CannotWrite(Exception):
    """Writing is not permitted; carries a sentence for the person and what they can do instead."""

    def __init__(self, rule: str, because: str, instead: str = "") -> None:
        super().__init__(f"{because} {instead}".strip())
        self.rule, self.because, self.instead = rule, because, instead


@dataclass(frozen=True)
class Refusal:
    rule: str
    because: str
    instead: str = ""


@dataclass(frozen=True)
class ContactOption:
    """One reason to write: whether it is allowed now, why not, until when (None: no end)."""

    reason: str
    title: str
    allowed: bool
    rule: str = ""
    because: str = ""
    instead: str = ""
    until: datetime | None = None
    kind: Kind = Kind.REPLY


@dataclass(frozen=True)
class Case:
    """Everything the table asks about, loaded once."""

    buyer: Buyer
    seller: Seller
    order: Order | None
    buyer_has_written: bool
    now: datetime
    quota_left: bool | None = None


if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

Check = Callable[[Case], Refusal | None]


def _not_suspended(case: Case) -> Refusal | None:
    if case.seller.standing_at(case.now) != Standing.SUSPENDED:
        return None
    return Refusal(
        "seller_suspended", _("Messaging is suspended for your shop."), _("See Account health to appeal.")
    )


def _buyer_not_restricted(case: Case) -> Refusal | None:
    if case.buyer.restricted_at is None:
        return None
    return Refusal(
        "buyer_restricted",
        _("Writing to sellers is switched off for your account."),
        _("Contact customer service."),
    )


def _buyer_wrote(case: Case) -> Refusal | None:
    if case.buyer_has_written:
        return None
    return Refusal(
        "nothing_to_answer", _("The buyer has not written to you."), _("Choose a reason to write first.")
    )


def _order_open(case: Case) -> Refusal | None:
    if case.order and case.order.is_open_at(case.now):
        return None
    return Refusal(
        "order_completed", _("This order is completed."), _("Use [Important] when it cannot wait.")
    )


def _not_opted_out(case: Case) -> Refusal | None:
    if not case.buyer.opted_out:
        return None
    return Refusal(
        "buyer_opted_out",
        _("This buyer does not take unsolicited messages."),
        _("Answer when they write, or use [Important] when it cannot wait."),
    )


def _not_cancelled(case: Case) -> Refusal | None:
    if case.order and not case.order.is_cancelled:
        return None
    return Refusal("order_cancelled", _("This order was cancelled."), _("Answer when the buyer writes."))


def _window_open(case: Case) -> Refusal | None:
    until = case.order.proactive_until if case.order else None
    if until is None or case.now <= until:
        return None
    return Refusal(
        "contact_window_closed",
        _("The %(days)d days after the order's completion are over.")
        % {"days": settings.PROACTIVE_WINDOW.days},
        _("Answer when the buyer writes, or use [Important] for safety, recall or warranty."),
    )


def _not_restricted(case: Case) -> Refusal | None:
    if case.seller.standing_at(case.now) == Standing.GOOD:
        return None
    return Refusal(
        "proactive_restricted",
        _("Proactive messages are restricted for your shop."),
        _("See Account health."),
    )


def _within_quota(case: Case) -> Refusal | None:
    left = quota_left(case.seller, now=case.now) if case.quota_left is None else case.quota_left
    if left:
        return None
    return Refusal("quota_used", _("Today's proactive messages are used up."), _("Try again tomorrow."))


@dataclass(frozen=True)
class ContactRule:
    """One line of the table: the reasons it covers and the checks, the first refusal wins."""

    kind: Kind
    reasons: tuple[tuple[str, StrOrPromise], ...]
    checks: tuple[Check, ...]
    has_window: bool = False
    _titled: dict[str | None, list[tuple[str, str]]] = field(default_factory=dict, compare=False, repr=False)

    def titled(self) -> list[tuple[str, str]]:
        """Each reason with its title, put into words once per language: a page asks for all of them."""
        language = get_language()
        if language not in self._titled:
            self._titled[language] = [(reason, str(title)) for reason, title in self.reasons]
        return self._titled[language]


def _reasons(
    members: list[ProactiveReason] | type[ImportantReason],
) -> tuple[tuple[str, StrOrPromise], ...]:
    return tuple((member.value, member.label) for member in members)


SELLER_TABLE = (
    ContactRule(Kind.REPLY, ((ANSWER, gettext_lazy("Answer")),), (_not_suspended, _buyer_wrote)),
    ContactRule(
        Kind.PROACTIVE,
        _reasons([reason for reason in ProactiveReason if reason in NEEDED_TO_FULFIL]),
        (_not_suspended, _order_open, _not_opted_out),
    ),
    ContactRule(
        Kind.PROACTIVE,
        _reasons([reason for reason in ProactiveReason if reason not in NEEDED_TO_FULFIL]),
        (_not_suspended, _not_cancelled, _not_opted_out, _window_open, _not_restricted, _within_quota),
        has_window=True,
    ),
    ContactRule(Kind.IMPORTANT, _reasons(ImportantReason), (_not_suspended,)),
)
BUYER_TABLE = (
    ContactRule(Kind.REPLY, ((QUESTION, gettext_lazy("Write to the seller")),), (_buyer_not_restricted,)),
)


def contact_options(
    *,
    side: Side,
    buyer: Buyer,
    seller: Seller,
    order: Order | None = None,
    product: Product | None = None,
    thread: Thread | None = None,
    quota_left: bool | None = None,
    now: datetime,
) -> list[ContactOption]:
    """Every reason this side could have, each with whether it is allowed now and why not.

    A list of orders asks for `quota_left` once and hands it in; None means to ask when it matters.
    """
    case = Case(buyer, seller, order, bool(thread and thread.buyer_has_written), now, quota_left)
    table = BUYER_TABLE if side == Side.BUYER else SELLER_TABLE
    options = []
    for rule in table:
        refusal = next(filter(None, (check(case) for check in rule.checks)), None)
        until = order.proactive_until if rule.has_window and order else None
        for reason, title in rule.titled():
            options.append(
                ContactOption(
                    reason=reason,
                    title=title,
                    allowed=refusal is None,
                    rule=refusal.rule if refusal else "",
                    because=refusal.because if refusal else "",
                    instead=refusal.instead if refusal else "",
                    until=until,
                    kind=rule.kind,
                )
            )
    return options


def author_refusal(*, side: Side, buyer: Buyer, seller: Seller, now: datetime) -> Refusal | None:
    """What forbids this side to write at all, whatever the reason; asked again before a message is shown."""
    check = _buyer_not_restricted if side == Side.BUYER else _not_suspended
    return check(Case(buyer, seller, None, buyer_has_written=False, now=now))


def require_may_write(
    *, thread: Thread, side: Side, reason: str = "", important_reason: str = "", now: datetime
) -> ContactOption:
    """The line of the table that allows this message. Raises CannotWrite with the rule that forbids it."""
    if thread.kind == ThreadKind.SERVICE and side != Side.SELLER:
        # Also for a restricted buyer: the marketplace itself is always reached.
        return ContactOption(ANSWER, str(_("Customer service")), allowed=True)
    if thread.seller is None:
        raise CannotWrite("no_reply", _("Messages from the marketplace cannot be answered here."))
    wanted = _wanted(thread, side, reason, important_reason)
    # A buyer's line asks nothing of the order, which may not have been read.
    order = thread.order if side == Side.SELLER else None
    options = contact_options(
        side=side, buyer=thread.buyer, seller=thread.seller, order=order, thread=thread, now=now
    )
    for option in options:
        if (option.kind, option.reason) == wanted:
            if option.allowed:
                return option
            raise CannotWrite(option.rule, option.because, option.instead)
    raise CannotWrite("unknown_reason", _("Choose one of the reasons offered."))


def _wanted(thread: Thread, side: Side, reason: str, important_reason: str) -> tuple[Kind, str]:
    if side == Side.BUYER:
        return Kind.REPLY, QUESTION
    if important_reason:
        return Kind.IMPORTANT, important_reason
    if reason and reason != ANSWER:
        return Kind.PROACTIVE, reason
    if not thread.buyer_has_written:
        raise CannotWrite(
            "reason_needed", _("The buyer has not written to you."), _("Choose a reason to write first.")
        )
    return Kind.REPLY, ANSWER


def quota_left(seller: Seller, *, now: datetime) -> bool:
    """Whether one more proactive message fits into today's quota; one query for most shops."""
    sent = proactive_sent(seller, now=now)
    return sent < settings.PROACTIVE_DAILY_BASE or sent < proactive_quota(seller, now=now)


def proactive_quota(seller: Seller, *, now: datetime) -> int:
    """Proactive messages a day: 5 × the 30-day mean of daily orders + 600."""
    recent = Order.objects.filter(seller=seller, placed_at__gt=now - timedelta(days=30)).count()
    return settings.PROACTIVE_DAILY_FACTOR * recent // 30 + settings.PROACTIVE_DAILY_BASE


def proactive_sent(seller: Seller, *, now: datetime) -> int:
    """Proactive messages of the last 24 hours, but those needed to fulfil an order and those blocked or undone."""
    return (
        Message.objects.filter(
            kind=Kind.PROACTIVE, submitted_at__gt=now - timedelta(days=1), thread__seller=seller
        )
        .exclude(status__in=[Status.BLOCKED, Status.WITHDRAWN])
        .exclude(reason__in=NEEDED_TO_FULFIL)
        .count()
    )

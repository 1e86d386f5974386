"""Card numbers, bank accounts and wallets."""

import re

from messaging.policy.digits import Number
from messaging.policy.packs.payment import ACCOUNT, CARD, NOT_A_CARD, PAY_APP, PAY_TO
from messaging.policy.phrases import linear
from messaging.policy.sighting import Sighting

_IBAN = linear(r"\b[A-Za-z]{2}[ -]?[0-9]{2}(?:[ -]?[A-Za-z0-9]{2,4}){2,8}\b")
_CRYPTO = linear(
    r"\b(?:bc1[a-z0-9]{25,60}|0x[0-9a-fA-F]{40}|T[1-9A-HJ-NP-Za-km-z]{33}|[13][1-9A-HJ-NP-Za-km-z]{25,34}"
    r"|ltc1[a-z0-9]{30,50}|[1-9A-HJ-NP-Za-km-z]{43,44})\b"
)
_CASHTAG = re.compile(r"(?<![\w$])\$[A-Za-z][A-Za-z0-9_-]{2,24}")
_AT_NAME = re.compile(r"(?<![\w.@])@[A-Za-z0-9][\w.-]{2,30}[A-Za-z0-9_]")
_UPI = re.compile(
    r"(?<![\w.@])[A-Za-z0-9][\w.-]{1,40}@(?:ok(?:axis|sbi|hdfcbank|icici)|upi|paytm|ybl|ibl|axl|apl|sbi|icici|hdfcbank|axisbank"
    r"|[a-z]{3,12})(?![\w.@-])"
)
_ACCOUNT_PARTS = re.compile(r"\b(?:\d{2}-\d{2}-\d{2}|\d{6,12}|\d{2,4}(?:[ -]\d{3,5}){2,5})\b")
_WALLET_NAME = re.compile(
    r"[:：=→]\s?[(（「『\"']?((?=[A-Za-z0-9_.-]*[A-Za-z])[A-Za-z0-9][A-Za-z0-9_.-]{4,30}[A-Za-z0-9_])(?![\w@.])"
)


def find_payments(sight: Sighting) -> None:
    """Report what money can be taken from or sent to."""
    _find_ibans(sight)
    _find_cards(sight)
    _find_wallets(sight)
    _find_accounts(sight)


def _find_ibans(sight: Sighting) -> None:
    plain = sight.views.plain
    for match in _IBAN.finditer(plain.text):
        end = match.end()
        while end - match.start() >= 15:
            candidate = re.sub(r"[ -]", "", plain.text[match.start() : end]).upper()
            if _is_iban(candidate):
                start, stop = plain.span(match.start(), end)
                if sight.is_free(start, stop):
                    sight.report("payment.details", start, stop, "payment.iban", candidate)
                break
            cut = max(plain.text.rfind(" ", match.start(), end), plain.text.rfind("-", match.start(), end))
            if cut < 0:
                break
            end = cut
    for number in sight.numbers:
        start, stop = sight.views.folded.span(number.start, number.end)
        if len(number.digits) == 26 and _is_iban("PL" + number.digits) and sight.is_free(start, stop):
            sight.report("payment.details", start, stop, "payment.iban", number.digits)


def _is_iban(text: str) -> bool:
    if not 15 <= len(text) <= 34 or not text[:2].isalpha() or not text[2:4].isdigit() or not text.isascii():
        return False
    moved = text[4:] + text[:4]
    if sum(char.isdigit() for char in text) < 10:
        return False
    return int("".join(str(int(char, 36)) for char in moved)) % 97 == 1


def _find_cards(sight: Sighting) -> None:
    for number in sight.numbers:
        start, end = sight.views.folded.span(number.start, number.end)
        if not sight.is_free(start, end) or not _is_card(number):
            continue
        if not NOT_A_CARD.occurs(sight.before(start, 40)):
            sight.report("payment.details", start, end, "payment.card", number.digits)


def _is_card(number: Number) -> bool:
    digits = number.digits
    count, first, second = len(digits), digits[:2], int(digits[:4] or 0)
    if count < 13 or count > 19 or not is_luhn_valid(digits):
        return False
    if count == 13 and _is_article(digits):
        return False
    return (
        (digits[0] == "4" and count in {13, 16, 19})
        or (count == 16 and (51 <= int(first) <= 55 or 2221 <= second <= 2720))
        or (count == 15 and first in {"34", "37"})
        or (count == 14 and first in {"30", "36", "38"})
        or (
            count in {16, 19} and (digits.startswith("6011") or first in {"62", "64", "65", "35", "60", "81"})
        )
        or (count in {16, 18, 19} and first in {"50", "56", "57", "58", "63", "67", "97"})
    )


def _is_article(digits: str) -> bool:
    """Whether thirteen digits carry the check digit of a bar code."""
    return sum(int(char) * (3 if index % 2 else 1) for index, char in enumerate(digits)) % 10 == 0


def is_luhn_valid(digits: str) -> bool:
    total = 0
    for index, char in enumerate(reversed(digits)):
        value = int(char) * (1 + index % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def _find_wallets(sight: Sighting) -> None:
    plain = sight.views.plain
    for match in _CRYPTO.finditer(plain.text):
        start, end = plain.span(*match.span())
        mixed = any(char.isdigit() for char in match.group()) and any(
            char.isalpha() for char in match.group()
        )
        if (
            mixed
            and sight.is_free(start, end)
            and (match.group()[:2] in {"bc", "0x"} or PAY_TO.occurs(sight.before(start, 120)))
        ):
            sight.report("payment.details", start, end, "payment.wallet")
    for pattern in (_CASHTAG, _AT_NAME, _UPI):
        for found in pattern.finditer(plain.text):
            start, end = plain.span(*found.span())
            near = sight.before(start, 50) + " " + sight.after(end, 12)
            if sight.is_free(start, end) and (
                PAY_APP.occurs(near) or (pattern is _CASHTAG and PAY_TO.occurs(near))
            ):
                sight.report("payment.details", start, end, "payment.wallet")
    for place in PAY_APP.find(sight.views.folded.text):
        _find_wallet_name(sight, place[1])


def _find_wallet_name(sight: Sighting, place: int) -> None:
    """A wallet's user name: "PayPay ID: name_here"."""
    folded, plain = sight.views.folded, sight.views.plain
    if place >= len(folded.text):
        return
    tail = re.match(r"\s?(?:id|user|name|tag|アカウント|账号)?[^\n.!?]{0,8}", folded.text[place : place + 24])
    if not tail:
        return
    match = _WALLET_NAME.search(folded.text[place : place + 60])
    if match:
        start, end = folded.span(place + match.start(1), place + match.end(1))
        if sight.is_free(start, end) and plain.text:
            sight.report("payment.details", start, end, "payment.wallet")


def _find_accounts(sight: Sighting) -> None:
    """Account numbers without a check digit: only beside words that name an account."""
    plain = sight.views.plain
    for match in _ACCOUNT_PARTS.finditer(plain.text):
        start, end = plain.span(*match.span())
        if sight.is_free(start, end) and ACCOUNT.occurs(sight.before(start, 32)):
            sight.report("payment.details", start, end, "payment.account")
    for number in sight.numbers:
        start, end = sight.views.folded.span(number.start, number.end)
        near = sight.before(start, 32)
        pays = ACCOUNT.occurs(near) or (PAY_APP.occurs(near) and not CARD.occurs(near))
        if 7 <= len(number.digits) <= 20 and sight.is_free(start, end) and pays:
            sight.report("payment.details", start, end, "payment.account", number.digits)

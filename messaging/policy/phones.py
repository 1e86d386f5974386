"""Phone numbers: a run of digits, and what the words around it say it is."""

import re

import phonenumbers

from messaging.policy.digits import Number, value_of
from messaging.policy.packs.cues import PHONE, PHONE_HINT, REVERSED, THING
from messaging.policy.packs.handle import NUMERIC_APP
from messaging.policy.sighting import Sighting, position

_ENOUGH = 3.0
# National forms of the thirteen languages' larger countries, digits only.
_NATIONAL = re.compile(
    r"1?[2-9]\d{2}[2-9]\d{6}|0[1-9]\d{7,10}|[679]\d{8}|3\d{8,9}|[1-9]\d{8}|[1-9]{2}9?\d{8}|5\d{9}|[6-9]\d{9}"
    r"|1[3-9]\d{9}|0[5-9]0\d{8}|00[1-9]\d{8,12}"
)
_SHORT_NUMBER = re.compile(r"\d{3}[-. ]\d{4}|\d{2}[-. ]\d{2}[-. ]\d{2}|\d{4}[-. ]\d{4}|^\+|^0\d{6,}|[a-z]{3}")
_COUNTED = re.compile(r"(?:^|\W)(?:no|nr|n°|№|nº|num|#)[.:]?\s*$")
_VANITY = re.compile(
    r"(?i)\b(?:1[-. ]?)?8(?:00|33|44|55|66|77|88)[-. ](?:[0-9]{3}[-. ])?(?=[0-9]*[A-Z])[A-Z0-9]{4,7}\b"
)
_EXTENSION = re.compile(
    r"(?i)[ ,]*(?:ext\.?|extension|x|durchwahl|dw|poste|int\.?|interno|ramal|wew\.?|dahili|内線|分机)\s?\d{1,5}"
)
_OPENING = re.compile(r"[+＋(\[{]+[\s]*$")


def find_phones(sight: Sighting) -> None:
    folded = sight.views.folded
    for number in sight.numbers:
        start, end = folded.span(number.start, number.end)
        if 7 <= len(number.digits) <= 15 and sight.is_free(start, end):
            start = _with_opening(sight, start)
            if _weight(sight, number, start, end) >= _ENOUGH:
                sight.report("contact.phone", start, _with_closing(sight, end), "phone.number", number.digits)
    for match in _VANITY.finditer(sight.views.plain.text):
        start, end = sight.views.plain.span(*match.span())
        if sight.is_free(start, end) and PHONE.occurs(sight.before(start, 60) + " " + sight.after(end, 40)):
            sight.report("contact.phone", start, end, "phone.letters")
    _find_acrostic(sight)


def _weight(sight: Sighting, number: Number, start: int, end: int) -> float:
    """How much speaks for a phone number; from _ENOUGH on it is one."""
    count = len(number.digits)
    before, after = sight.before(start, 70), sight.after(end, 45)
    close = before[-26:]
    near = _last_clause(before) + " \n " + after.split("\n")[0]
    written = sight.text[start:end]
    total = 0.0
    if written.startswith(("+", "＋")):
        total += 3 if _is_possible(number.digits) else 1
    if number.is_disguised and count >= 8:
        total += 4 if number.words >= 5 or number.swaps else 3
    if _is_written_oddly(written) and 9 <= count <= 13:
        total += 2
    if _NATIONAL.fullmatch(number.digits):
        total += 1.5
    if PHONE.occurs(near):
        total += 3
    elif PHONE_HINT.occurs(near) or PHONE.occurs(before) or PHONE_HINT.occurs(sight.before(start, 160)):
        total += 1.5
    if sight.says(REVERSED) and count >= 9:
        total += 3
    if THING.occurs(close) and not PHONE.occurs(close[-16:]):
        total -= 4
    if _COUNTED.search(close) and not PHONE.occurs(close):
        total -= 3
    if NUMERIC_APP.occurs(before[-16:]) and not written.startswith("+"):
        total -= 9
    if _is_attached(sight, start, end) and not number.is_disguised:
        total -= 4
    if count < 9 and not (PHONE.occurs(near) and _SHORT_NUMBER.search(written)):
        total -= 1.5
    return total


def _last_clause(before: str) -> str:
    """What stands before the number, from the end of the sentence before the last one on."""
    parts = re.split(r"[.!?。！？](?=\s)|\n", before)
    return " ".join(parts[-2:])


def _is_possible(digits: str) -> bool:
    try:
        return phonenumbers.is_possible_number(phonenumbers.parse("+" + digits))
    except phonenumbers.NumberParseException:
        return False


def _is_written_oddly(written: str) -> bool:
    """Circled, raised or wide digits, emoji or invisible characters in between."""
    return any(ord(char) > 0x2000 or 0x00B2 <= ord(char) <= 0x00B9 for char in written)


def _is_attached(sight: Sighting, start: int, end: int) -> bool:
    """Letters or further groups grown onto the number: a part's name, not a phone's."""
    head, tail = sight.before(start, 2), sight.after(end, 4)
    grown_head = bool(head) and (
        (head[-1].isascii() and head[-1].isalnum()) or (head[-1] in "-/_." and head[:1].isalnum())
    )
    grown_tail = re.match(r"[a-z](?![a-z])|[-/_][0-9]*[a-z0-9]|[0-9]| ?[vw]\b|\d* ?v ", tail) is not None
    return grown_head or grown_tail


def _with_opening(sight: Sighting, start: int) -> int:
    """The start with "+" or an opening bracket that belongs to the number."""
    at = position(sight.views.folded, start)
    match = _OPENING.search(sight.views.folded.text[max(0, at - 4) : at])
    if match and match.group().strip():
        head = sight.views.folded.starts[at - len(match.group())]
        if sight.is_free(head, start):
            return head
    return start


def _with_closing(sight: Sighting, end: int) -> int:
    folded = sight.views.folded
    at = position(folded, end)
    match = _EXTENSION.match(folded.text, at)
    if match:
        return folded.ends[match.end() - 1]
    if folded.text[at : at + 1] in {"}", "]"} and folded.text[at : at + 1]:
        return folded.ends[at]
    return end


def _find_acrostic(sight: Sighting) -> None:
    """A number spelled by the first word of each line."""
    folded = sight.views.folded
    firsts: list[tuple[int, int]] = []
    for start, end in sight.sentences:
        stripped = folded.text[start:end]
        lead = len(stripped) - len(stripped.lstrip())
        word = re.match(r"[^\W\d_]+", stripped.lstrip())
        if word and _is_digit_word(word.group()):
            firsts.append((start + lead, start + lead + word.end()))
    if len(firsts) >= 7:
        for start, end in firsts:
            begin, stop = folded.span(start, end)
            if sight.is_free(begin, stop):
                sight.report("contact.phone", begin, stop, "phone.acrostic")


def _is_digit_word(word: str) -> bool:
    return len(value_of(word)) == 1

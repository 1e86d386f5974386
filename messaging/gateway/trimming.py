"""The new words of a mail: quotes, signatures, app footers and legal notices are cut.

Losing a person's words is worse than showing a quote, so a cut needs more than one
sign: a lone "From:" or "--", a phone number or a "sincerely" cuts nothing.
"""

import re

from .contact_blocks import without_contact_block
from .html_words import PICTURE_CLOSE, PICTURE_OPEN
from .lines import Line, Mark
from .phrases import BEGIN_FORWARDED, DEVICE_FOOTER, HEADER_LINE, LEGAL_WORDS, ORIGINAL, WROTE, YOU_WROTE

MAX_ATTRIBUTION_LINES = 4
MAX_SIGNATURE_LINES = 15

_DATE = re.compile(
    r"\b(?:19|20)\d\d\b|\d{4}年|\d{4}년|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{1,2}[:.h]\d\d\b"
)
_ADDRESS = re.compile(r"\S@\S+\.\S|<[^<>\s]*@")
_RULE = re.compile(r"\s*(?:[_=*\u2014\u2500-]{5,}|[-\u2013]{5,})\s*")
_RULED_WORDS = re.compile(r"\s*[-_=]{3,}\s*([^-_=].{0,120}?)\s*[-_=]{3,}\s*")
# What our own alerts begin with, in any language.
_REPLY_ABOVE = re.compile(r"\s*##- .{1,80} -##\s*")
_PICTURE = re.compile(f"{PICTURE_OPEN}([^{PICTURE_CLOSE}]*){PICTURE_CLOSE}")


def new_words(lines: list[Line]) -> str:
    """The words alone; pictures keep their place as PICTURE_OPEN id PICTURE_CLOSE.

    Empty only when every line is a quote, a forwarded mail, a marked signature or a footer.
    """
    lines = _without_earlier_mail(lines)
    lines = _without_attributions(lines)
    lines = _without_marked_signatures(lines)
    texts = [line.text.rstrip() for line in lines if line.mark is Mark.WORDS]
    return _squeeze(_without_tail(texts))


def pictures_in(text: str) -> frozenset[str]:
    """The Content-IDs of the pictures that stand in a text."""
    return frozenset(_PICTURE.findall(text))


def without_pictures(text: str) -> str:
    return _squeeze([line.rstrip() for line in _PICTURE.sub("", text).split("\n")])


def _without_earlier_mail(lines: list[Line]) -> list[Line]:
    """Cut from the first line on that opens a replied-to or forwarded mail down to the end."""
    for place, line in enumerate(lines):
        if line.mark is Mark.WORDS and not line.is_blank and _opens_earlier_mail(lines, place):
            end = place
            while end and (lines[end - 1].is_blank or _RULE.fullmatch(lines[end - 1].text)):
                end -= 1
            if end and _REPLY_ABOVE.fullmatch(line.text):
                # The line a mail program put above our alert went unnoticed without a quote mark below it.
                first = _attribution_start(lines, end - 1)
                end = end if first is None else first
            return lines[:end]
    return lines


def _opens_earlier_mail(lines: list[Line], place: int) -> bool:
    text = lines[place].text
    if BEGIN_FORWARDED.fullmatch(text) or _REPLY_ABOVE.fullmatch(text):
        return True
    ruled = _RULED_WORDS.fullmatch(text)
    if ruled and (ORIGINAL.search(ruled[1]) or _is_header_block(lines, place + 1)):
        return True
    if HEADER_LINE.match(text) and _is_header_block(lines, place):
        return True
    # Some programs indent the quote or leave it bare instead of marking its lines.
    first = _attribution_start(lines, place)
    if first is None or _quote_follows(lines, place):
        return False
    joined = _joined(lines, first, place)
    wrote = WROTE.search(joined)
    # An address or "via" names a sender as a mail program does; "on Monday you wrote:" does not.
    named = _ADDRESS.search(joined) or " via " in joined or lines[place].text != lines[place].text.lstrip()
    return bool(
        wrote and _DATE.search(joined) and named and not YOU_WROTE.search(joined[: wrote.start() + 1])
    )


def _is_header_block(lines: list[Line], place: int) -> bool:
    kinds: set[str] = set()
    text = ""
    for line in lines[place : place + 10]:
        if line.is_blank:
            if kinds:
                break
            continue
        match = HEADER_LINE.match(line.text)
        if match is None and not kinds:
            break
        if match:
            kinds.update(kind for kind, value in match.groupdict().items() if value)
        text += line.text + "\n"
    if "from" not in kinds and not {"to", "subject"} <= kinds:
        return False
    has_address = bool(_ADDRESS.search(text))
    return (len(kinds) >= 3 and ("subject" in kinds or has_address)) or (len(kinds) == 2 and has_address)


def _without_attributions(lines: list[Line]) -> list[Line]:
    """Cut the "On Monday, Bea wrote:" above each quote."""
    drop: set[int] = set()
    for place, line in enumerate(lines):
        if line.mark is not Mark.WORDS or line.is_blank or not _quote_follows(lines, place):
            continue
        first = _attribution_start(lines, place)
        if first is not None:
            drop.update(range(first, place + 1))
    return [line for place, line in enumerate(lines) if place not in drop]


def _attribution_start(lines: list[Line], end: int) -> int | None:
    """Where the attribution that ends in line `end` begins, or None when that line ends none.

    It may be broken over several lines. The fewest that name a writer and a day are
    taken, so that words standing right above are not taken with it.
    """
    if not re.search(r"[:：]\W{0,3}$", lines[end].text):
        return None
    without_day = None
    for first in range(end, max(-1, end - MAX_ATTRIBUTION_LINES), -1):
        if lines[first].mark is not Mark.WORDS or lines[first].is_blank:
            break
        joined = _joined(lines, first, end)
        if len(joined) > 400:
            break
        wrote, address = WROTE.search(joined), _ADDRESS.search(joined)
        if (wrote or address) and _DATE.search(joined):
            return first
        if wrote and without_day is None and _quote_follows(lines, end):
            without_day = first
    return without_day


def _joined(lines: list[Line], first: int, end: int) -> str:
    return " ".join(line.text.strip() for line in lines[first : end + 1])


def _quote_follows(lines: list[Line], place: int) -> bool:
    for line in lines[place + 1 : place + 4]:
        if not line.is_blank:
            return line.mark is Mark.QUOTE
    return False


def _without_marked_signatures(lines: list[Line]) -> list[Line]:
    kept: list[Line] = []
    place = 0
    while place < len(lines):
        line = lines[place]
        if line.mark is Mark.WORDS and line.text.rstrip() in ("--", "-- ", "\u2014", "--\u00a0"):
            end = _end_of_signature(lines, place)
            if end is not None:
                place = end
                continue
        kept.append(line)
        place += 1
    return kept


def _end_of_signature(lines: list[Line], delimiter: int) -> int | None:
    """Where the signature below a delimiter ends, or None when what stands there is none."""
    # Without its blank the line may as well be a divider between two of the writer's paragraphs.
    certain = lines[delimiter].text == "-- "
    left = 2 * MAX_SIGNATURE_LINES if certain else MAX_SIGNATURE_LINES
    end = delimiter + 1
    while end < len(lines) and lines[end].mark is not Mark.QUOTE:
        if not lines[end].is_blank:
            left -= 1
            if left < 0 or (not certain and len(lines[end].text) > 90):
                return None
        end += 1
    return end


def _without_tail(texts: list[str]) -> list[str]:
    """Cut app footers, legal notices and contact blocks from the end until none is left."""
    while True:
        end = len(texts)
        while end and (not texts[end - 1].strip() or _RULE.fullmatch(texts[end - 1])):
            end -= 1
        texts = texts[:end]
        shorter = without_contact_block(_without_legal_notice(_without_app_footer(texts)))
        if len(shorter) == len(texts):
            return texts
        texts = shorter


def _without_app_footer(texts: list[str]) -> list[str]:
    if not texts:
        return texts
    last = re.sub(r"\s*(?:<https?:[^>]*>|\[https?:[^\]]*\]|https?://\S+)", "", texts[-1]).strip()
    if DEVICE_FOOTER.fullmatch(last) and len(last) <= 120:
        return texts[:-1]
    return texts


def _without_legal_notice(texts: list[str]) -> list[str]:
    start = len(texts)
    while start and texts[start - 1].strip():
        start -= 1
    notice = " ".join(texts[start:])
    signs = {match.group(0).lower() for match in LEGAL_WORDS.finditer(notice)}
    if len(notice) >= 60 and len(signs) >= (2 if len(notice) >= 120 else 3) and start:
        return texts[:start]
    return texts


def _squeeze(texts: list[str]) -> str:
    return re.sub(r"\n{3,}", "\n\n", "\n".join(texts)).strip()

"""The unmarked signature at the end of a text: title, firm, address, phone, mail and web.

The closing and the name above it are the writer's words and stay.
"""

import re

from .html_words import PICTURE_OPEN
from .phrases import CLOSING

MAX_BLOCK_LINES = 12

_LABEL = (
    r"(?:tel(?:efon|e?phone|[ée]fono)?|phone|ph|mobile?|mob|cell|handy|fax|office|direct|whatsapp|e-?mail|mail|web(?:site)?|www|url|internet"
    r"|t|m|f|p|e|w|тел(?:ефон)?|моб|факс|電話|电话|전화|puh|gsm|portable|móvil|cellulare)"
)
_PHONE = r"[+(]?\d[\d\s()./\u2010-\u2013-]{5,22}\d"
_MAIL = r"(?:mailto:)?[^\s@<>|]{1,64}@[^\s@<>|]{1,100}"
# A site's front page only: a link with a path is something the writer wants to show.
_SITE = r"(?:https?://)?(?:[a-z0-9-]+\.){1,4}[a-z]{2,12}/?"
_PIECE = rf"(?:{_LABEL}\s*[.:]*\s*)?(?:{_PHONE}|{_MAIL}|{_SITE})(?:\s*<[^>]*>)?"
_CONTACT_LINE = re.compile(
    rf"\W{{0,4}}(?:{_PIECE})(?:\s*(?:[|·•,;/]|\s{{2,}}|\s-\s)\s*(?:{_PIECE}))*\W{{0,4}}", re.I
)
_LABELLED = re.compile(rf"\W{{0,4}}{_LABEL}\s*[.:]*\s*(?:{_PHONE}|{_MAIL}).*", re.I)
_PICTURE_LINE = re.compile(rf"\s*(?:{PICTURE_OPEN}.*|\[[^\]]{{1,80}}\]\s*<https?:[^>]*>|\[cid:[^\]]*\].*)\s*")
_NAME = re.compile(r"[^\W\d_][\w.'\u2019-]*(?:\s+(?:&\s+)?[^\W\d_][\w.'\u2019-]*){0,4}[,.!]?")


def without_contact_block(texts: list[str]) -> list[str]:
    """The lines without a contact block at their end; the same list when there is none."""
    filled = [place for place, text in enumerate(texts) if text.strip()]
    if len(filled) < 3:
        return texts
    return _below_a_closing(texts, filled) or _last_paragraph(texts, filled) or texts


def _below_a_closing(texts: list[str], filled: list[int]) -> list[str] | None:
    for order in range(len(filled) - 2, max(0, len(filled) - MAX_BLOCK_LINES - 3), -1):
        if not _is_closing(texts[filled[order]]):
            continue
        below = filled[order + 1 :]
        if _NAME.fullmatch(texts[below[0]].strip()) and not _is_contact(texts[below[0]]):
            below = below[1:]
        leading = []
        for place in below:
            if _is_sentence(texts[place]):
                break
            leading.append(place)
        if any(_is_contact(texts[place]) for place in leading):
            return texts[: leading[0]] + texts[leading[-1] + 1 :]
    return None


def _last_paragraph(texts: list[str], filled: list[int]) -> list[str] | None:
    end = filled[-1] + 1
    start = filled[-1]
    while start and texts[start - 1].strip():
        start -= 1
    block = texts[start:end]
    above = next((text for text in reversed(texts[:start]) if text.strip()), "")
    contacts = sum(_is_contact(text) for text in block)
    if not above or not contacts or len(block) > MAX_BLOCK_LINES:
        return None
    # "Our address is:" and what stands below it are what the writer wants to say.
    if above.rstrip().endswith((":", "：")) or any(text.rstrip().endswith((":", "：")) for text in block):
        return None
    if any(_is_sentence(text) or len(text) > 80 for text in block):
        return None
    if len(block) < 3 and contacts < 2:
        return None
    keep = 1 if _NAME.fullmatch(block[0].strip()) and not _is_contact(block[0]) else 0
    return texts[: start + keep]


def _is_closing(text: str) -> bool:
    stripped = text.strip()
    match = CLOSING.match(stripped)
    return bool(match) and len(stripped) - match.end() <= 25 and len(stripped) <= 60 if match else False


def _is_contact(text: str) -> bool:
    line = text.strip()
    return bool(_CONTACT_LINE.fullmatch(line) or _LABELLED.fullmatch(line) or _PICTURE_LINE.fullmatch(line))


def _is_sentence(text: str) -> bool:
    words = re.findall(r"[^\W\d_]{2,}", text)
    return (len(words) >= 5 and text.rstrip().endswith((".", "!", "?", "…", "。"))) or len(words) >= 12

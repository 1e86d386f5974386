"""Shapes that look like contact data and are none: order ids, tracking numbers, dates, versions."""

import re
from ipaddress import ip_address

from messaging.policy.phrases import linear
from messaging.policy.sighting import Sighting

_SHAPES = linear(
    r"(?i)\b(?:"
    r"[0-9]{3}-[0-9]{7}-[0-9]{7}"  # order id
    r"|1z[0-9a-z]{16}|[a-z]{2}[0-9]{9}[a-z]{2}|jd[0-9]{4}(?:[ ]?[0-9]{4}){3,4}"  # parcels
    r"|9[0-9]{3}(?: [0-9]{4}){4}(?: [0-9]{2})?|b0[0-9a-z]{8}"
    r"|97[89][- ]?[0-9][- ]?[0-9]{2,7}[- ]?[0-9]{2,7}[- ]?[0-9]|[0-9]-[0-9]{2}-[0-9]{6}-[0-9x]"  # books
    r"|[0-9a-f]{2}(?::[0-9a-f]{2}){5}"  # MAC
    r"|(?:19|20)[0-9]{2}[-./][01]?[0-9][-./][0-3]?[0-9]|[0-3]?[0-9][-./][01]?[0-9][-./](?:19|20)?[0-9]{2}"
    r"|[0-2]?[0-9][:.][0-5][0-9]\s?[-–—~〜]\s?[0-2]?[0-9][:.][0-5][0-9]|[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?"
    r"|-?[0-9]{1,3}\.[0-9]{3,6}, ?-?[0-9]{1,3}\.[0-9]{3,6}"  # coordinates
    r"|(?:19|20)[0-9]{2}\.[0-9]{4}\.[0-9]+|v?[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}(?:\.[0-9]{1,3})?"  # version, address in a network
    r"|(?:de|gb|atu|fr|it|es|nl|pl|be|ie)[ ]?[0-9]{3}[ ]?[0-9]{4}[ ]?[0-9]{2}"  # VAT
    r"|[0-9]+(?:[.,][0-9]+)? ?[x×*] ?[0-9]+(?:[.,][0-9]+)?(?: ?[x×*] ?[0-9]+(?:[.,][0-9]+)?)?"
    r"|[0-9]{1,6}(?:[.,][0-9]{1,3})? ?(?:kg|g|mg|mm|cm|km|ml|kw|w|v|hz|mah|inch|lbs?|oz|mhz|ghz|gb|tl|eur|usd|gbp|€|\$|£)"
    r")\b"
)
_PRICE = linear(r"[$€£¥₹]\s?[0-9][0-9.,]*|[0-9][0-9.,]*\s?[€£¥₹元円]")
_LOCAL_URL = linear(r"(?i)(?:https?://)?([0-9]{1,3}(?:\.[0-9]{1,3}){3})(?::[0-9]+)?(?:/[^\s]*)?")
_FILE = re.compile(
    r"(?i)(?<![/\w.-])[^\s/\\:*?\"<>|()（）「」『』]{1,80}\.(?:pdf|docx?|xlsx?|csv|txt|md|zip|rar|7z|exe|dmg|bin|iso|jpe?g|png|gif|webp"
    r"|heic|mp3|mp4|mov|avi|wav|html?|xml|json|ya?ml|py|js|ts|sh|ini|cfg|log|stl|step|dxf|svg|epub|gpx|apk|hex|inf)\b(?![/.][a-z])"
)
_TECHNOLOGY = re.compile(r"(?i)\b(?:asp|vb|ado)\.net\b|\b(?:node|vue|next|react|three|socket)\.(?:js|io)\b")
_FILE_WORD = linear(
    r"(?:files?|called|named|datei|fichier|archivo|archivos|bestand|plik|dosya|arquivo)\s[\"'«„]?$"
)


def set_names_aside(sight: Sighting) -> None:
    """Mark what this thread is known to hold, files, and devices in a local network."""
    plain = sight.views.plain
    for known in sorted(sight.context.innocent):
        for start in _occurrences(sight.text, known):
            sight.take(start, start + len(known))
    for match in _LOCAL_URL.finditer(plain.text):
        if _is_local(match.group(1)) and not _goes_on(plain.text, *match.span()):
            sight.take(*plain.span(*match.span()))
    for pattern in (_FILE, _TECHNOLOGY):
        for found in pattern.finditer(plain.text):
            if "://" not in found.group() and not found.group().lower().startswith("www."):
                sight.take(*plain.span(*found.span()))


def set_numbers_aside(sight: Sighting) -> None:
    """Mark numbers that are no contact, so that no detector trips over them."""
    plain = sight.views.plain
    for match in _SHAPES.finditer(plain.text):
        if not _goes_on(plain.text, *match.span()):
            sight.take(*plain.span(*match.span()))
    for match in _PRICE.finditer(plain.text):
        if not _goes_on(plain.text, *match.span()):
            sight.take(*plain.span(*match.span()))


def is_file_named(sight: Sighting, start: int) -> bool:
    """Whether the words just before say that a file's name follows."""
    return _FILE_WORD.search(sight.before(start, 24)) is not None


def _occurrences(text: str, known: str) -> list[int]:
    found = []
    start = text.find(known) if len(known) >= 2 else -1
    while start >= 0:
        found.append(start)
        start = text.find(known, start + len(known))
    return found


def _is_local(address: str) -> bool:
    try:
        return not ip_address(address).is_global
    except ValueError:
        return False


def _goes_on(text: str, start: int, end: int) -> bool:
    """A number that runs on past the shape is a longer one, such as a phone number."""
    around = re.compile(r"[.\-/]\d|[ ]?\d{3,}")
    tail = around.match(text, end)
    head = re.search(r"(?:\d{3,}|\+\d{1,3})[ .\-/]{0,2}$|\d[.\-/]$", text[max(0, start - 12) : start])
    return tail is not None or head is not None

"""E-mail addresses, plain or disguised."""

import base64
import binascii
import re

from messaging.policy.packs.cues import REVERSED
from messaging.policy.packs.payment import PAY_APP, PAY_TO
from messaging.policy.phrases import linear
from messaging.policy.sighting import Sighting
from messaging.policy.unfold import View

_AT_WORDS = (
    "at the rate|at|arroba|arobase|arrobas|chiocciola|chiocciolina|apenstaartje|apestaartje|apenstaart|małpa|malpa|klammeraffe|ät"
    "|kuyruklu a|kuyruklu|et işareti|isareti|chez|alpha|monkey"
)
_DOT_WORDS = "dot|punkt|punto|point|ponto|punt|kropka|nokta|doot|period|full stop"
_AT = (
    r"(?:\s?[@＠]\s?|\s?[(\[{<«\"_*|/\\-]{1,2}\s?(?:AT_WORDS|a|@)\s?[)\]}>»\"_*|/\\-]{1,2}\s?|\s+(?:AT_WORDS)\s+"
    r"|\s?(?:艾特|圈a|アットマーク|アット|آت|ات|एट|ऐट|एट द रेट)\s?|\s?[★☆●◎]\s?)"
).replace("AT_WORDS", _AT_WORDS)
_DOT = (
    r"(?:\s?[.。．]\s?|\s?[(\[{<\"_*|/-]{1,2}\s?(?:DOT_WORDS|\.)\s?[)\]}>\"_*|/-]{1,2}\s?|\s+(?:DOT_WORDS)\s+|\s,\s?"
    r"|\s?(?:点|點|ドット|دوت|نقطة|نقطه|डॉट|डोट)\s?|[🔸🔹🔴⚫•·])"
).replace("DOT_WORDS", _DOT_WORDS)
_TLD = (
    "com|net|org|info|biz|shop|store|online|site|xyz|club|app|dev|io|co|me|tv|eu|uk|us|de|at|ch|fr|es|it|pt|nl|be|pl|ru|ua|cz|se|no|dk|fi"
    "|tr|in|jp|cn|kr|hk|tw|br|mx|ar|sa|ae|eg|ma|ca|au|nz|ie|gr|ro|hu|il|za|ng|id|vn|th|my|sg|ph|pk|bd|c0m|top|agency|studio|tech|cc|ws|pro"
)
_PLAIN = linear(
    r"[A-Za-z0-9\x{C0}-\x{24F}\x{370}-\x{97F}._%+'-]+@(?:[A-Za-z0-9\x{C0}-\x{24F}\x{370}-\x{97F}-]+\.)+[A-Za-z\x{C0}-\x{97F}]+"
)
_HIDDEN_TAIL = linear(
    rf"(?i){_AT}[\w\x{{C0}}-\x{{24F}}-]+(?:{_DOT}[\w\x{{C0}}-\x{{24F}}-]+){{0,3}}?{_DOT}(?:{_TLD})(?:\s?\.\s?[a-z]{{2}})?(?:[^\pL\pN]|$)"
)
_LOCAL = re.compile(
    rf"(?ai)[\w.%+\-\u00c0-\u024f\u0600-\u06ff]+"
    rf"(?:(?:\s?\.\s?|\s+(?:{_DOT_WORDS})\s+|\s?[\"(\[](?:{_DOT_WORDS})[\")\]]\s?)[\w.%+\-\u00c0-\u024f\u0600-\u06ff]+)*\s*$"
)
_BARE_AT = re.compile(r"(?i)\s+at\s")
_BARE_DOT = re.compile(rf"(?i)\s(?:{_DOT_WORDS})\s|[(\[{{<\"_*](?:{_DOT_WORDS}|\.)[)\]}}>\"_*]|\s[.,]\s")
_VERBS = {
    "is",
    "are",
    "was",
    "shop",
    "us",
    "it",
    "look",
    "order",
    "me",
    "here",
    "store",
    "site",
    "page",
    "found",
    "be",
    "buy",
    "available",
}
_WORDY_ENDING = re.compile(
    r"(?i)\s(?:at|in|me|us|no|be|se|my|sa|id|so|to|th|il|ma|it|is|es|de|la|pro|top|club)\W?$"
)
_PROVIDER = re.compile(
    r"(?i)g-?mail|googlemail|yahoo|hotmail|outlook|icloud|proton|gmx|web\.de|aol|mail\.|live\.|qq\.com|163\.com|yandex|zoho"
)
_SUM = re.compile(r"[$€£₹¥]\s?\d|\d\s?(?:[$€£₹¥]|usd|eur|euros?|dollars?|bucks|pounds|rs)\b")
_SPACED = re.compile(r"(?<!\S)(?:[!-?A-~] ){2,40}[!-?A-~]? ?@ ?(?:[!-?A-~] ){3,40}[!-?A-~](?![\w@])")
_BACKWARDS = re.compile(r"(?<!\S)(?:[a-z0-9]{2,3}\.)+[a-z0-9-]+@[a-z0-9._-]{3,}(?!\S)")
_ENCODED = re.compile(r"(?<![\w+/=])[A-Za-z0-9+/]{12,400}={0,2}(?![\w+/=])")


def find_addresses(sight: Sighting) -> None:
    """Report e-mail addresses; one of the marketplace's own is left alone."""
    plain = sight.views.plain
    for match in _PLAIN.finditer(plain.text):
        _report(sight, plain, match.start(), match.end(), match.group())
    for spaced in _SPACED.finditer(plain.text):
        address = re.sub(r"\s", "", spaced.group())
        if _PLAIN.fullmatch(address):
            _report(sight, plain, spaced.start(), spaced.end(), address)
    for match in _HIDDEN_TAIL.finditer(plain.text):
        local = _LOCAL.search(plain.text[max(0, match.start() - 60) : match.start()])
        if local and _is_meant(plain.text, match.start(), match.group(), local.group()):
            start = max(0, match.start() - 60) + local.start()
            end = match.end() - (
                1 if match.end() <= len(plain.text) and not match.group()[-1].isalnum() else 0
            )
            _report(sight, plain, start, end, plain.text[start:end], rule="email.hidden")
    for match in _BACKWARDS.finditer(sight.views.folded.text):
        written = match.group().rstrip(".")
        turned = written[::-1]
        if _PLAIN.fullmatch(turned) and (sight.says(REVERSED) or turned.endswith((".com", ".net", ".org"))):
            _report(
                sight,
                sight.views.folded,
                match.start(),
                match.start() + len(written),
                turned,
                rule="email.backwards",
            )


def decoded_words(sight: Sighting) -> list[tuple[int, int, str]]:
    """Words that are base64 of readable text, with what they say."""
    found = []
    plain = sight.views.plain
    for match in _ENCODED.finditer(plain.text):
        word = match.group()
        if not (any(char.isupper() for char in word) and any(char.islower() for char in word)):
            continue
        try:
            says = base64.b64decode(word + "=" * (-len(word) % 4), validate=True).decode("ascii")
        except (binascii.Error, UnicodeDecodeError):
            continue
        if says.isprintable() and len(says) >= 8:
            found.append((*plain.span(*match.span()), says))
    return found


def is_address(text: str) -> bool:
    return _PLAIN.fullmatch(text) is not None


def _is_meant(text: str, at: int, tail: str, local: str) -> bool:
    """Whether "name at place dot com" is an address and not just words.

    With bare words, "write to us at shop.com" is a link, and "at the dot at" nothing.
    """
    if len(local.strip()) < 2 or at == 0:
        return False
    if not _BARE_AT.match(tail):
        return True
    if local.split()[-1].lower() in _VERBS:
        return False
    if _BARE_DOT.search(tail):
        return not _WORDY_ENDING.search(tail) or text[at + len(tail.rstrip()) :].strip()[:1] in set(
            ",.;:!?)"
        ) | {""}
    return _PROVIDER.search(tail) is not None


def _report(
    sight: Sighting, view: View, start: int, end: int, address: str, *, rule: str = "email.address"
) -> None:
    begin, stop = view.span(start, end)
    if not sight.is_free(begin, stop) or is_ours(sight, address):
        if is_ours(sight, address):
            sight.take(begin, stop)
        return
    near = sight.before(begin, 70)
    pays = PAY_APP.occurs(near) or (
        PAY_TO.occurs(near) and (PAY_APP.occurs(sight.before(begin, 160)) or _SUM.search(near))
    )
    label = "payment.details" if pays else "contact.email"
    sight.report(label, begin, stop, "payment.wallet" if pays else rule, address)


def is_ours(sight: Sighting, address: str) -> bool:
    """Whether the address is at the marketplace or one of its subdomains."""
    domain = address.rpartition("@")[2].strip().lower()
    ours = sight.context.marketplace_domain
    return domain == ours or domain.endswith("." + ours)

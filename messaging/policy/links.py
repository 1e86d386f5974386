"""Links and domains, plain or disguised, except the marketplace's own."""

import re
from functools import cache

import tldextract

from messaging.policy.addresses import decoded_words, is_address
from messaging.policy.innocent import is_file_named
from messaging.policy.packs.cues import REVERSED
from messaging.policy.packs.link import FORGOTTEN_SPACE_WORDS, LINK_CUE
from messaging.policy.phrases import linear
from messaging.policy.sighting import Sighting
from messaging.policy.unfold import View

_URL = linear(
    r"(?i)\b(?:h(?:tt|xx)ps?|ftp)\s?(?::|\[:\])\s?//\s?[^\s<>\"'「」（），。、\x{3000}-\x{9FFF}]+|\bwww\.[^\s<>\"'「」（），。、\x{3000}-\x{9FFF}]+"
)
_DOMAIN = linear(
    r"(?i)(?:[\w\x{C0}-\x{24F}\x{370}-\x{52F}][\w\x{C0}-\x{24F}\x{370}-\x{52F}-]*\.)+[a-z][a-z0-9-]+(?::[0-9]{2,5})?(?:[/?#][^\s<>\"'「」（），。、\x{3000}-\x{9FFF}]*)?"
)
_IP_PAGE = linear(r"\b[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?::[0-9]{2,5})?/[^\s<>\"']+")
_DOT = r"(?:\s?(?:\(|\[|\{|<)\s?(?:dot|punkt|punto|point|ponto|punt|kropka|nokta|\.)\s?(?:\)|\]|\}|>)\s?|\s+(?:dot|punkt|punto|point|ponto|punt|kropka|nokta)\s+|[点點]|ドット|\s?(?:دوت|نقطة|نقطه|डॉट)\s?|\s\.\s|\s*\n\s*\.|\s\.|[\x{1F534}-\x{1F53B}\x{2B50}\x{25CF}\x{26AA}\x{26AB}\x{2022}\x{1F7E0}-\x{1F7EB}])"
_HIDDEN = linear(
    rf"(?i)[a-z0-9\x{{C0}}-\x{{24F}}][\w\x{{C0}}-\x{{24F}}-]+(?:\s*\n\s*[a-z0-9-]+)?(?:{_DOT}[\w\x{{C0}}-\x{{24F}}-]+){{0,2}}?(?:{_DOT}|\.)"
    r"(?:com|net|org|info|shop|store|co\s+dot\s+uk|co|io|de|fr|es|it|pt|nl|pl|tr|jp|cn|in|eu|me|uk|us|online|site|app|club|xyz|biz|br|ru|ch|at|be)"
    r"(?:(?:\s+(?:slash|schrägstrich|barra|barre)\s+|斜杠|斜线|/)[a-z0-9/_.-]+)?(?:[^a-z0-9]|$)"
)
_ARTICLES = {"the", "a", "polka", "this", "that", "one", "red", "blue", "il", "le", "el", "der", "mein"}
_TRAILING = ".,;:!?)]}>'\"»”’*_"


def find_links(sight: Sighting) -> None:
    """Report links with a scheme, page addresses and disguised links."""
    plain = sight.views.plain
    for pattern in (_URL, _IP_PAGE):
        for match in pattern.finditer(plain.text):
            _report(sight, plain, match.start(), _cut(plain.text, match.start(), match.end()), "link.url")
    for start, end, says in decoded_words(sight):
        if sight.is_free(start, end):
            if re.match(r"(?i)https?://|www\.", says) or _ends_well(says):
                sight.report("link.external", start, end, "link.encoded", says)
            elif is_address(says):
                sight.report("contact.email", start, end, "email.encoded", says)
            elif re.fullmatch(r"[+0-9 ().-]{8,20}", says):
                sight.report("contact.phone", start, end, "phone.encoded", says)


def find_domains(sight: Sighting) -> None:
    """Report bare domains; runs after handles, which may look like one."""
    plain = sight.views.plain
    squeezed = _is_squeezed(plain.text)
    for match in _DOMAIN.finditer(plain.text):
        end = _cut(plain.text, match.start(), match.end())
        if _is_link(sight, match.start(), end, squeezed=squeezed):
            _report(sight, plain, match.start(), end, "link.domain")
    for match in _HIDDEN.finditer(plain.text):
        end = (
            match.end()
            if match.group()[-1].isalnum() or (match.end() == len(plain.text) and match.group()[-1].isalnum())
            else match.end() - 1
        )
        if _is_hidden_link(sight, match.start(), end):
            _report(sight, plain, match.start(), end, "link.hidden")
    if sight.says(REVERSED):
        for match in _DOMAIN_BACKWARDS.finditer(plain.text):
            if _ends_well(match.group()[::-1]):
                _report(sight, plain, match.start(), match.end(), "link.backwards")


_DOMAIN_BACKWARDS = linear(r"(?i)\b[a-z]{2,6}\.[a-z0-9.-]+[a-z0-9]\b")


@cache
def _suffixes() -> tldextract.TLDExtract:
    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)


def host_of(url: str) -> str:
    """The host a link leads to, in small letters; "" when there is none."""
    url = re.sub(r"(?i)^h(?:tt|xx)ps?\s?(?::|\[:\])\s?//\s?", "", url.replace("[.]", "."))
    return (
        re.split(r"[/?#:\s]", url.rpartition("@")[2] if "@" in url.split("/")[0] else url)[0]
        .lower()
        .strip(".")
    )


def is_allowed(sight: Sighting, host: str) -> bool:
    """Whether the host is the marketplace, on the operator's list, or below one of them."""
    allowed = {sight.context.marketplace_domain, *sight.context.allowed_domains}
    return any(host == domain or host.endswith("." + domain) for domain in allowed)


def _report(sight: Sighting, view: View, start: int, end: int, rule: str) -> None:
    begin, stop = view.span(start, end)
    if not sight.is_free(begin, stop):
        return
    host = host_of(view.text[start:end])
    # The marketplace's name in foreign letters is a look-alike, not the marketplace.
    written = sight.text[begin:stop]
    if is_allowed(sight, host) and (written.isascii() or not _has_foreign_letters(written)):
        sight.take(begin, stop)
    else:
        sight.report("link.external", begin, stop, rule, view.text[start:end])


def _has_foreign_letters(written: str) -> bool:
    return any("\u0370" <= char <= "\u052f" for char in written)


def _cut(text: str, start: int, end: int) -> int:
    """The end without punctuation of the sentence."""
    while end > start and text[end - 1] in _TRAILING:
        if text[end - 1] == ")" and "(" in text[start:end]:
            break
        end -= 1
    return end


def _is_link(sight: Sighting, start: int, end: int, *, squeezed: bool) -> bool:
    plain = sight.views.plain
    found = plain.text[start:end]
    host = re.split(r"[/?#:]", found)[0]
    has_page = len(host) < len(found)
    parts = _suffixes()(host)
    if (
        not parts.suffix
        or not parts.domain
        or plain.text[max(0, start - 1) : start] in {"@", "/", "\\", "-", "_"}
    ):
        return False
    if host.split(".")[0].isdigit() and not has_page and len(host.split(".")) == 2:
        return False
    if plain.text[end : end + 1] == "@" or is_file_named(sight, plain.starts[start]):
        return False
    if has_page or host.lower().startswith("www."):
        return True
    return _is_meant(sight, plain, start, end, host, squeezed=squeezed)


def _is_meant(sight: Sighting, view: View, start: int, end: int, host: str, *, squeezed: bool) -> bool:
    """Whether a bare domain is one, and no space forgotten after a full stop."""
    label, ending = host.rsplit(".", 1)
    cued = LINK_CUE.occurs(sight.before(view.starts[start], 28))
    if is_allowed(sight, host.lower()):
        return True
    if ending != ending.lower() and host != host.upper():
        return False
    if squeezed and not cued:
        return False
    goes_on = re.match(r" [a-zà-ÿ]", view.text[end : end + 2]) is not None
    if ending in FORGOTTEN_SPACE_WORDS and goes_on and not cued:
        return bool(re.search(r"[\d-]", label))
    return True


_RUN_ON = linear(r"(\pL\pL+)([.,!?])(\pL\pL+)")


def _is_squeezed(text: str) -> bool:
    """Whether the writer leaves out spaces after full stops and commas elsewhere."""
    signs = 0
    for match in _RUN_ON.finditer(text):
        ending = match.group(3)
        if (
            match.group(2) != "."
            or not _ends_well(match.group(1) + "." + ending.lower())
            or ending[0].isupper()
        ):
            signs += 1
    return signs >= 1 and len(re.findall(r"[^\W\d_][.,][^\W\d_]", text)) >= 2


def _ends_well(text: str) -> bool:
    host = re.split(r"[/?#:]", text)[0]
    parts = _suffixes()(host)
    return bool(parts.suffix and parts.domain) and "." in host


def _is_hidden_link(sight: Sighting, start: int, end: int) -> bool:
    found = sight.views.plain.text[start:end]
    if "\n" in found or re.search(r"[^\x00-\x7f]|\[|\(|斜杠|点", found):
        return True
    worded = re.search(r"(?i)\s(?:dot|punkt|punto|point|ponto|punt|kropka|nokta)\s", found)
    if worded:
        ending = found.split()[-1].lower()
        rest = sight.views.plain.text[end : end + 2]
        if ending in FORGOTTEN_SPACE_WORDS - {"com", "co", "pl"} and re.match(r"\s\w", rest):
            return False
        return not found.istitle() and found.split()[0].lower() not in _ARTICLES
    return re.search(r"\s\.\s?", found) is not None and LINK_CUE.occurs(
        sight.before(sight.views.plain.starts[start], 40)
    )

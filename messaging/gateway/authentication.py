"""Who wrote a mail, and whether that is proven.

The author is the one address in the one From header; Sender, Reply-To and the display
name decide nothing. Proof is the Authentication-Results header (RFC 8601) that our own
edge server put on top; every other one, whoever it names, is ignored.
"""

import re
from functools import cache

import tldextract

from .charsets import clean_line, decode
from .incoming import Proof
from .parameters import header_text

MAX_RECEIVED_ABOVE = 1

_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]"
_ADDRESS = re.compile(
    rf"({_ATOM}{{1,64}})@((?:[A-Za-z0-9](?:[A-Za-z0-9-]{{0,61}}[A-Za-z0-9])?\.)+[A-Za-z0-9-]{{2,63}})"
)
_RESULT = re.compile(r"\s*(dmarc|dkim|spf)\s*(?:/\s*\d+\s*)?=\s*([a-z]+)", re.I)
# What stands in quotes is the sender's to choose: it ends no result and starts no property (RFC 8601, 2.2).
_QUOTED = r'"(?:[^"\\]|\\.)*"'
_PIECES = re.compile(rf"(?:{_QUOTED}|[^\";])+")
_PROPERTY = re.compile(rf"{_QUOTED}|([\w.-]+)\s*=\s*((?:{_QUOTED}|[^\s\";])*)")
_DOMAIN = re.compile(r"[a-z0-9.-]+")


def author_of(from_values: list[bytes]) -> str | None:
    """The author's address in lower case, or None when there is not exactly one."""
    if len(from_values) != 1:
        return None
    value = _without_comments(clean_line(decode(from_values[0], "utf-8")))
    if value is None:
        return None
    # Display names may hold anything, also somebody else's address: quoted or encoded they name nobody.
    bare = re.sub(r'"(?:[^"\\]|\\.)*"|=\?[^?\s]+\?[bBqQ]\?[^?]*\?=', " ", value)
    if bare.count("<") > 1 or "," in bare or ";" in bare or '"' in bare:
        return None
    if "<" in bare:
        display, _, rest = bare.partition("<")
        address, closed, tail = rest.partition(">")
        # Servers disagree on whom "a@x <b@y>" names.
        if not closed or tail.strip() or "@" in display or ":" in display:
            return None
    else:
        address = bare
    match = _ADDRESS.fullmatch(address.strip())
    if match is None or ".." in match[1]:
        return None
    return f"{match[1]}@{match[2]}".lower()


def proof_of(author: str | None, headers: list[tuple[str, bytes]], authserv_id: str) -> Proof:
    """What our edge server, named `authserv_id`, says of the author's domain."""
    results = _our_results(headers, authserv_id)
    if author is None or results is None:
        return Proof.FAILED
    domain = author.rpartition("@")[2]
    verdicts: set[str] = set()
    aligned, unsure = False, False
    for method, result, properties in _methods(results):
        if method == "dmarc":
            about = properties.get("header.from", domain)
            verdicts.add(result if _domain_of(about) == domain else "fail")
        elif result == "pass":
            claimed = properties.get("smtp.mailfrom" if method == "spf" else "header.d", "")
            aligned = aligned or _aligned(_domain_of(claimed), domain)
        elif result == "temperror":
            unsure = True
    # There is one DMARC result per mail; where there are two, somebody wrote one of them.
    dmarc = (verdicts or {"none"}).pop() if len(verdicts) < 2 else "fail"
    if dmarc == "pass":
        return Proof.PROVEN
    if dmarc == "temperror":
        return Proof.UNSURE
    if dmarc in ("none", "bestguesspass"):
        # A domain without a policy: what DMARC would have asked for.
        return Proof.PROVEN if aligned else Proof.UNSURE if unsure else Proof.FAILED
    return Proof.FAILED


def _our_results(headers: list[tuple[str, bytes]], authserv_id: str) -> str | None:
    received = 0
    for name, raw in headers:
        if name == "received":
            received += 1
            if received > MAX_RECEIVED_ABOVE:
                return None
        elif name == "authentication-results":
            value = _without_comments(header_text(raw))
            if value is None:
                return None
            server, _, results = value.partition(";")
            words = server.split()
            if authserv_id and words and words[0].lower() == authserv_id.lower():
                return results
    return None


def _methods(results: str) -> list[tuple[str, str, dict[str, str]]]:
    found = []
    for piece in _PIECES.findall(results):
        match = _RESULT.match(piece)
        if match:
            named = [pair for pair in _PROPERTY.findall(piece[match.end() :]) if pair[0]]
            found.append(
                (match[1].lower(), match[2].lower(), {name.lower(): value.lower() for name, value in named})
            )
    return found


def _domain_of(value: str) -> str:
    """The domain of an address or of a domain alone; empty for what is neither."""
    # A quoted local part may hold an address of its own: "a@b"@c is at c.
    bare = re.sub(_QUOTED, "", value) if "@" in re.sub(_QUOTED, "", value) else value.strip('"')
    domain = bare.rpartition("@")[2].strip("<>. ")
    return domain if _DOMAIN.fullmatch(domain) else ""


def _aligned(claimed: str, domain: str) -> bool:
    return bool(claimed) and (claimed == domain or _organisation(claimed) == _organisation(domain))


def _organisation(domain: str) -> str:
    # A name under no known suffix has one label as its suffix, as the list's default rule says.
    return _suffixes()(domain).top_domain_under_public_suffix or ".".join(domain.split(".")[-2:])


@cache
def _suffixes() -> tldextract.TLDExtract:
    # The list that comes with the package: nothing is fetched.
    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)


def _without_comments(value: str) -> str | None:
    """The value without its (comments), which may be nested; parentheses inside quotes stay.

    None when a comment or quote never ends: nobody knows what would have stood after it.
    """
    out: list[str] = []
    depth, quoted, escaped = 0, False, False
    for letter in value:
        if escaped:
            escaped = False
        elif letter == "\\":
            escaped = True
        elif quoted:
            quoted = letter != '"'
        elif letter == '"' and not depth:
            quoted = True
        elif letter == "(":
            depth += 1
        elif letter == ")" and depth:
            depth -= 1
            continue
        if not depth:
            out.append(letter)
    return None if depth or quoted else "".join(out)

"""Names under which somebody is found elsewhere: user names, ids, pages, groups."""

import re

from messaging.policy.apps import find_apps
from messaging.policy.callings import TITLE, find_callings
from messaging.policy.packs.adverts import FOLLOW
from messaging.policy.packs.cues import INVITE
from messaging.policy.packs.handle import (
    APP,
    BESIDE_NAME,
    FILLER,
    INVITED_BY_NAME,
    KINDS,
    NAMING,
    NAMING_FOR_SURE,
    NUMERIC_APP,
    PAGE_APP,
    PRINTED,
    PRODUCT,
    SEARCH_HERE,
    SEEK,
    SEEN,
)
from messaging.policy.sighting import Sighting, position
from messaging.policy.unfold import fold

_AT_NAME = re.compile(
    r"(?<![A-Za-z0-9_.@/+-])@[^\W](?:[\w.\-]{1,38}\w)|(?<![\w/])/?(?:u/(?!min\b)[\w-]{3,20}|r/\w{4,21})"
)
_TAGGED = re.compile(r"(?<![\w#])[\w.]{2,32}#\d{4}(?!\d)")
_QUOTED = re.compile(r"[\"“”„«「『‘'（(]\s?([^\"“”»」』’'\n]{2,40}?)\s?[\"”“»」』’'）)]")
_TITLED = re.compile(TITLE)
_TOKEN = re.compile(
    r"@?[^\s,;:!?()\[\]\"“”„«»「」『』（），。：、→=\u3040-\u30ff\u4e00-\u4e35\u4e37-\u9fff]+"
)
_ID_LIKE = re.compile(
    r"(?=.*[^\W\d])[\w\u0900-\u0963.\-丶\U0001f000-\U0001faff\u2190-\u2bff]*(?:\d|_|[^\W\d]\.[^\W\d]|[a-z][A-Z]|丶|[\U0001f300-\U0001faff])[\w\u0900-\u0963.\-丶\U0001f000-\U0001faff\u2190-\u2bff]*"
)
_MEANT = APP | INVITED_BY_NAME
_INVITATION = INVITED_BY_NAME | INVITE | FOLLOW
_NAMING_WORD = NAMING | FILLER | BESIDE_NAME
_QUOTES_BUTTON = re.compile(r"\b(?:tap|press|click|button|menu|choose|select|log ?in|sign ?in|settings)\b")
_SPACED = re.compile(r"[^\W_](?:(?: [^\W_]){4,24}|(?:-[^\W_]){4,24})(?!\w)")


_ON = r"(?:on|over on|auf|en|sur|su|op|na|no|em|bei|at)"
_BEFORE = re.compile(
    rf"(?:^|[\s\"'(])([^\s\"'(),;:!?]{{4,40}})[\")']?\s+(?:{_ON}|is my|is|ist|es|est|è|é|to)\s+(?:\w+\s)?$"
)
_FOLLOWED = re.compile(
    r"(?i:follow|search for|search|find|add|folgen sie|folgt|sucht|siga|sigue|síguenos como|busca|suivez|cherchez|segui|cerca"
    rf"|procura por|procure por|segue|volg|zoek|szukaj|obserwuj|look for|look up)\s([^\s,;:!?]{{5,30}}(?:\s[A-Z&][\w&]*|\sde){{0,4}})\s{_ON}\s(?:\w+\s)?$"
)
_PAGE_NAMED = re.compile(
    rf"(?i:page|channel|group|shop|store|kanal|seite|gruppe|canal|página|page|chaîne|canale|pagina|kanaal|kanał|profil)\s"
    rf"([A-ZÀ-Þ][^\s,;:!?]{{3,30}}(?:\s[A-ZÀ-Þ&][\w&]*){{0,4}})\s{_ON}\s(?:\w+\s)?$"
)
_QUOTED_BEFORE = re.compile(rf"[\"“„«]([^\"“”„»\n]{{3,40}})[\"”“»]\s{_ON}\s$")
_IS_NAME = re.compile(
    r"\s?(?:is|é|è|ist|es|est|jest|=|→|->)\s([a-zà-ÿ][\w.-]{5,30})(?![\w-])|\s?[\w']{0,12}\s([\w.-]{5,30})\s(?:hesab|account\b|search karo|को )"
)
# "ted-the-tailor": nobody is called that by chance.
_HYPHENED = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+){2,4}")
# "my telegram is …", and not "on Instagram is …".
_POSSESSED = re.compile(
    r"\b(?:my|our|mein|meine|unser|unsere|mi|nuestro|nuestra|mon|notre|mio|nostro|meu|minha|nosso|nossa|mijn|ons|onze|moj|moja|nasz|nasza|mera|meri|hamara|hamari|ka|mera|id)\s(?:\w+\s)?$"
)
_HAVING = r"(?:mamy|we have|there is|wir haben|es gibt|tenemos|hay|on a|il y a|abbiamo|temos|hebben we|is er|var)\s(?:a|an|eine|einen|un|une|una|um|uma|een)?\s?"
_KIND_LEAD = re.compile(rf"[ ,:：でのに]{{0,2}}(?:(?:{_HAVING})?(?:{KINDS}))?は?\s?")
_GROUPED_NUMBER = re.compile(
    r"(?:\s?id)?(?:\s?(?:is|:|：|=))?\s(\d{2,4}(?:[ -]\d{2,4}){2,3})(?!\d)", re.IGNORECASE
)
_SPELLED_NUMBER = re.compile(r"[〇零一二三四五六七八九]{6,}")
# "型号是 W88", "model: W88" name a thing; "@home" is a figure of speech.
_THING_NAMED = re.compile(
    r"(?:型号|货号|订单号|单号|编号|型番|品番|model|modell|modelo|modèle|modello)\s?(?:是|は|[:：=]|is)?$"
)
_FIGURES_OF_SPEECH = frozenset({"home", "work", "school", "night", "sea", "heart", "peace", "all", "once"})
# The name may stand in the sentence behind: "… on WhatsApp? My name there is …".
_GOES_ON = (
    r"(?!\s+(?:I'm under|I'm there|I am there|user ?name|nick(?:name)?\b|name\b|handle\b|(?:my|our|the) (?:\w+ )?(?:name|id|user|nick|account|handle|number)\b"
    r"|just\b|simply\b|mine\b|add\b|it's\b|that's\b|einfach\b|simplemente\b|c'est\b|è\b|mein (?:name|nick)|mi (?:usuario|nombre)|mon (?:nom|pseudo)|id\b|nick\b))"
)
_ENDS = re.compile(rf"[.!?](?=\s|$){_GOES_ON}|[。！？](?!\s?(?:id|アカウント))|\n\n", re.IGNORECASE)
_CJK_NAME = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]{2,14}")


def find_handles(sight: Sighting) -> None:
    plain = sight.views.plain
    is_print = PRINTED.occurs(sight.views.folded.text) and not _MEANT.occurs(sight.views.folded.text)
    for match in () if is_print else _AT_NAME.finditer(plain.text):
        start, end = plain.span(*match.span())
        name = match.group()[1:].lower()
        if sight.is_free(start, end) and not name.isdigit() and name not in _FIGURES_OF_SPEECH:
            sight.report("contact.handle", start, end, "handle.at")
    for match in _TAGGED.finditer(plain.text):
        start, end = plain.span(*match.span())
        if sight.is_free(start, end) and sight.says(APP):
            sight.report("contact.handle", start, end, "handle.tag")
    places = find_apps(sight)
    for start, end in places:
        sight.take(start, end)
    for start, end in places:
        if not _look_after(sight, start, end):
            _look_before(sight, start)
    for place in PAGE_APP.find(sight.views.folded.text):
        _look_titled(sight, sight.views.folded.span(*place)[1])
    for start, end in find_callings(sight, places):
        _report(sight, start, end, "handle.calling")
    for place in SEEK.find(sight.views.folded.text):
        _look_sought(sight, sight.views.folded.span(*place)[1])


def _look_after(sight: Sighting, app_start: int, app_end: int) -> bool:
    plain = sight.views.plain
    at = position(plain, app_end)
    tail = _first_sentence(plain.text[at : at + 110])
    spaced = re.match(r"[^\w]{1,4}", tail)
    if spaced and (stretched := _SPACED.match(tail, spaced.end())):
        return _report(sight, at + stretched.start(), at + stretched.end(), "handle.spaced")
    app = sight.text[app_start:app_end].lower()
    grouped = _GROUPED_NUMBER.match(tail)
    if grouped and (NUMERIC_APP.occurs(app) or app == "zoom"):
        return _report(sight, at + grouped.start(1), at + grouped.end(1), "handle.number")
    spelled = _SPELLED_NUMBER.search(tail[:20])
    if spelled and NUMERIC_APP.occurs(app):
        return _report(sight, at + spelled.start(), at + spelled.end(), "handle.number")
    for token in list(_TOKEN.finditer(tail))[:14]:
        word = token.group().strip(".-'’")
        if word.isdigit() and NUMERIC_APP.occurs(app) and len(word) >= 5:
            return _report(sight, at + token.start(), at + token.start() + len(word), "handle.number")
        begin = at + token.start() + (len(token.group()) - len(token.group().lstrip(".-'’")))
        if PRODUCT.occurs(word.lower()) or not _leads_to_name(sight, tail[: token.start()]):
            continue
        if _is_id(word) and sight.is_free(plain.starts[begin], plain.ends[begin + len(word) - 1]):
            return _report(sight, begin, begin + len(word), "handle.name")
    lead = _KIND_LEAD.match(tail)
    quoted = _QUOTED.match(tail, lead.end() if lead else 0)
    if (
        quoted
        and tail.lstrip(" :：でのに")[:1] not in "(（"
        and not _QUOTES_BUTTON.search(sight.before(app_start, 40))
    ):
        return _report(sight, at + quoted.start(1), at + quoted.end(1), "handle.quoted")
    simple = _IS_NAME.match(_lowered(tail))
    if simple and (simple.group(2) or _POSSESSED.search(sight.before(app_start, 24))):
        group = 1 if simple.group(1) else 2
        if not FILLER.occurs(simple.group(group)) and not simple.group(group).endswith(("ing", "ed", "ly")):
            return _report(sight, at + simple.start(group), at + simple.end(group), "handle.named")
    return not SEEN.occurs(sight.before(app_start, 24)) and _look_named(sight, at, tail)


def _leads_to_name(sight: Sighting, between: str) -> bool:
    """Whether only naming words stand between app and name, or the reader is asked to go there."""
    if _invited(sight):
        return True
    words = re.findall(r"[^\W\d_]+", _lowered(between))
    return all(not word.isascii() or _NAMING_WORD.occurs(word) for word in words)


def _invited(sight: Sighting) -> bool:
    return _INVITATION.occurs(sight.views.folded.text)


def _is_id(word: str) -> bool:
    if (
        not 4 <= len(word) <= 40
        or not _ID_LIKE.fullmatch(word)
        or re.match(r"[a-z]\.[a-z]\.?$", word, re.IGNORECASE)
    ):
        return False
    # "e.g.", "3rd", "10am", "v2.4": no names.
    return sum(char.isalpha() for char in word) >= 3 and not re.fullmatch(
        r"(?i)v?\d[\d.]*[a-z]{0,3}|\d+[a-z]{1,2}-\w+|[a-z]{1,3}-\d+", word
    )


def _look_named(sight: Sighting, at: int, tail: str) -> bool:
    """A name without the look of one, after words that announce it: "the group is called …"."""
    lowered = _lowered(tail)
    cues = [(end, False) for _, end in NAMING.find(lowered)] + [
        (end, True) for _, end in NAMING_FOR_SURE.find(lowered)
    ]
    return any(
        _report_named(sight, at, tail, begin, sure=sure)
        for begin, sure in cues
        if not _THING_NAMED.search(lowered[:begin])
    )


def _report_named(sight: Sighting, at: int, tail: str, begin: int, *, sure: bool) -> bool:
    rest = tail[begin : begin + 60]
    lead = re.match(
        r"[\s:：=→\-–—❤️♥\U0001f300-\U0001faff]*(?:(?:der|die|das|the|el|la|le|il|de) (?=[„“«]|\"))?", rest
    )
    skip = lead.end() if lead else 0
    quoted = _QUOTED.match(rest, skip)
    if quoted:
        return _report(sight, at + begin + quoted.start(1), at + begin + quoted.end(1), "handle.quoted")
    titled = _TITLED.match(rest, skip)
    if titled and (
        " " in titled.group().strip() or not FILLER.occurs(_lowered(titled.group().split(" ")[0]))
    ):
        return _report(
            sight,
            at + begin + titled.start(),
            at + begin + len(titled.group().rstrip(".,")) + titled.start(),
            "handle.titled",
        )
    word = _TOKEN.match(rest, skip)
    sure = sure or bool(word and _HYPHENED.fullmatch(word.group().rstrip(".!?'’")))
    written = _CJK_NAME.match(rest, skip)
    if (
        sure
        and written
        and rest[:begin].strip(" ")
        and tail[max(0, begin - 2) : begin].endswith(("：", ":", "叫", "という"))
    ):
        return _report(sight, at + begin + written.start(), at + begin + written.end(), "handle.named")
    if sure and word and len(word.group()) >= 4 and not FILLER.occurs(_lowered(word.group())):
        return _report(
            sight,
            at + begin + word.start(),
            at + begin + word.start() + len(word.group().rstrip(".!?'’")),
            "handle.named",
        )
    return False


def _look_titled(sight: Sighting, after: int) -> None:
    """Two or more capitalised words right behind: "our Substack Slow Stitches"."""
    plain = sight.views.plain
    at = position(plain, after)
    match = re.compile(r"[ :]{1,3}").match(plain.text, at)
    title = _TITLED.match(plain.text[: (match.end() if match else at) + 60], match.end()) if match else None
    if title and " " in title.group():
        _report(sight, title.start(), title.end(), "handle.titled")


def _look_before(sight: Sighting, app_start: int) -> bool:
    """ "ruby_tues on snapchat", "follow RubyTues on snapchat"."""
    plain = sight.views.plain
    at = position(plain, app_start)
    base = max(0, at - 60)
    head = plain.text[base:at]
    match = _BEFORE.search(head)
    if match and _is_id(match.group(1)):
        return _report(sight, base + match.start(1), base + match.end(1), "handle.before")
    for pattern in (_PAGE_NAMED, _FOLLOWED, _QUOTED_BEFORE):
        match = pattern.search(head)
        if match and not FILLER.occurs(_lowered(match.group(1).split(" ")[0])):
            return _report(sight, base + match.start(1), base + match.end(1), "handle.before")
    return False


def _look_sought(sight: Sighting, after: int) -> None:
    """A name to type into a search box."""
    plain = sight.views.plain
    at = position(plain, after)
    rest = plain.text[at : at + 70]
    match = _QUOTED.match(rest.lstrip(), 0)
    skip = len(rest) - len(rest.lstrip())
    around = sight.sentence_around(after)
    if match and not (SEARCH_HERE.occurs(around) and not APP.occurs(around)):
        _report(sight, at + skip + match.start(1), at + skip + match.end(1), "handle.sought")


def _report(sight: Sighting, start: int, end: int, rule: str) -> bool:
    if end <= start:
        return False
    begin, stop = sight.views.plain.span(start, end)
    if not sight.is_free(begin, stop):
        return False
    sight.report("contact.handle", begin, stop, rule)
    return True


def _first_sentence(tail: str) -> str:
    match = _ENDS.search(tail)
    return tail[: match.start()] if match else tail


def _lowered(text: str) -> str:
    """Small letters without accents, one for each character, so that places stay the same; "ß" is "s"."""
    text = text.replace("ß", "s")
    return "".join(folded if len(folded := fold(char)) == 1 else char.lower()[:1] for char in text)

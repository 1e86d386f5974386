"""Names without the look of one: known by the words around them, in whatever script."""

import re

from messaging.policy.packs.handle import APP, COMMON, FILLER, INVITED_BY_NAME, KINDS
from messaging.policy.sighting import Sighting, position
from messaging.policy.unfold import fold

_BIG = "A-Z\u00c0-\u00de\u0106-\u017d\u0400-\u042f"
_SMALL_WORDS = "&|and|of|the|by|del|della|delle|dei|degli|al|für|aux|de|des|du|la|le|les|los|el|y|et|e|di|do|da|dos|od|z|von|van|der|und|zu|ve|ki|ke|ka"
# Ends in a word with a capital: "Koszyki z Rudnika", "Les Tricoteuses de Vannes".
TITLE = rf"[{_BIG}][\w'’.&-]*(?:[ ](?:(?:{_SMALL_WORDS})[ ]){{0,2}}[{_BIG}&][\w'’.&-]*){{0,6}}"
_LONG_TITLE = rf"[{_BIG}][\w'’.&-]*(?:[ ](?:(?:{_SMALL_WORDS})[ ]){{0,2}}[{_BIG}&][\w'’.&-]*){{1,6}}"
_WORD = r"[^\W_][\w.-]{4,29}"
_ON = r"(?:over on|on|at|auf|bei|in|en|sur|su|no|na|op|w)"
_I_AM = (
    r"i['’]m|(?-i:im(?=\s[a-z]))|i am|we['’]?re|we are|under|as|named|called|by|ich bin|bin ich|wir sind|sind wir|unter|als|hei(?:ß|ss)e(?: ich|n wir)?|soy|somos|como"
    r"|je suis|on est|nous sommes|sous|sono|siamo|come|sou|somos|ik ben|wij zijn|we zijn|ik heet|onder|jestem|jesteśmy|jako|pod"
)
_SEEK = (
    r"follow|message|contact|write to|schreiben sie an|find|see|join|(?:become|be) a fan of|werden sie fan von|hazte fan de|devenez fan de|diventa fan di|vire fã d[eao]|word fan van|search(?: for)?|look (?:for|up)|check out|visit|like|subscribe to|folgen sie|folgt|finden sie|suchen sie|suche|besuchen sie"
    r"|síg[ua][enos]*|siga[n]?|sigue|busque|busca|encuentre|visite|suivez|retrouvez|cherchez|rejoignez|likez|seguite|segui|segua|cerchi|cercate|cerca"
    r"|trova|siga|procure|procura|busque|curta|visite|volg|zoek|bekijk|like|obserwujcie|obserwuj|szukajcie|szukaj|polub|znajdź|typing|type|enter|escriba|tapez|digite|digiti|typ|wpisz"
)
_BEFORE_APP = re.compile(
    rf"(?i:(?<!\w)(?:{_I_AM})\s)(?:(?i:the|dort|da|la|le|el|the shop)\s)?(?P<name>{TITLE}|{_WORD})\s(?i:{_ON})\s(?i:(?:the|our|my)\s)?$"
)
_SOUGHT_BEFORE_APP = re.compile(
    rf"(?i:(?<!\w)(?:{_SEEK})\s)(?i:(?:l['’]|the\s|den\s|die\s|das\s|el\s|la\s|le\s|les\s|a\s|por\s|de\s)?)(?P<name>{TITLE})\s(?i:into|{_ON})\s$"
)
# "dm moonandback on the gram".
_WRITTEN_TO_BEFORE_APP = re.compile(
    rf"(?i:(?<!\w)(?:dm|pm|add|hit up)\s)(?P<name>{_WORD})\s(?i:{_ON})\s(?:the\s)?$"
)
# Behind the app: "… look for vintagevicky." and "… Ceviz Atölyesi olarak".
_SOUGHT_BEHIND = re.compile(
    r"(?i:(?<!\w)(?:look (?:for|up)|search(?: for)?|find|connect with|befriend|follow|suche nach|such nach|busca a|busque a|busca|busque|cherchez?|cerca|cerchi|procurar|buscar|chercher|cercare|suchen|zoeken|szukać|procura|procure|zoek (?:op|naar)|zoek|szukaj)\s)"
    rf"(?P<name>{_LONG_TITLE}|{_WORD})(?=\s?(?:[.,;!?。]|$))"
)
# "I'm there as mossandmarble, send me a message".
_SELF_BEHIND = re.compile(
    rf"(?i:(?<!\w)(?:{_I_AM})\s(?:there |dort |da |ahí |allí |là |là-bas |lì |lá |daar |tam )?(?:(?:as|under|called|als|unter|como|sous|come|jako) )?)(?P<name>{_LONG_TITLE}|{_WORD})(?=\s?(?:[.,;!?。]|$))"
)
# "our Patreon, Slow Stitch Society, …".
_APPOSED = re.compile(rf"(?:\s(?i:{KINDS}))?,\s(?P<name>{_LONG_TITLE})\s?,")
# "Twitch, channel noodlecat", "gruppo Amici del Caffè", "Shopee a nossa loja é a Casa do Barro".
_KIND_BEHIND = re.compile(
    rf"[,;:]?\s(?i:(?:the|our|my|a nossa|la nostra|la nuestra|nuestra|notre|unsere?|unser|onze|nasz|nasza)\s)?(?i:{KINDS})"
    rf"(?i:\s(?:is|ist|es|est|è|é|to|named|namens)\b)?(?i:\s(?:the|a|o|la|le|el|il|die|der|das)\b)?[,:]?\s(?P<name>{TITLE}|{_WORD})"
)
# "the Facebook page of Otter Lane Crafts", "our Etsy branch, Thimble & Thorn."
_KIND_OF = re.compile(
    rf"\s(?i:{KINDS})(?:\s(?i:of|by|von|vom|de|du|di|del|della|do|da|van)|,)\s(?P<name>{_LONG_TITLE})"
)
# "tiktok – potterybymo, new videos".
_DASHED = re.compile(rf"\s?[–—-]\s(?P<name>{_WORD})(?=\s?(?:[.,;!?]|$))")
_IN_BRACKETS = re.compile(rf"\s?[(（](?P<name>{_LONG_TITLE})[)）]")
_SHOP_BEHIND = re.compile(
    r"(?i:(?<!\w)(?:my|our|meinem?|unserem?|mi|nuestra|ma|notre|mio|nostro|minha|nossa|mijn|onze|moim|naszym) (?:shop|store|laden|tienda|boutique|negozio|loja|winkel|sklepie)\s)"
    rf"(?P<name>{TITLE})"
)
_NAMED_BEHIND = re.compile(
    rf"(?P<name>{TITLE}|(?<=\s){_WORD})\s(?:olarak|adıyla|ismiyle|diye|adında|adlı|isimli|naam se|ke naam)\b"
)
_IS_TITLED = re.compile(rf"\s(?:to|is|ist|es|est|è|é|are|sind|son|sono|são|zijn|:)\s(?P<name>{_LONG_TITLE})")
_DEVANAGARI = re.compile(
    r"(?:पेज|चैनल|ग्रुप|नाम|अकाउंट|दुकान)\s(?:का नाम\s)?(?P<name>[\u0900-\u0963\u0970-\u097f ]{3,30}?)\s(?:है|हैं|को|से|पर|नाम)(?=[\s,।.]|$)"
)
_ARABIC = re.compile(
    r"(?:ابحث عن|اسمها|اسمه|اسمنا|باسم|يوتيوب|صفحه|قناه|قروب|مجموعه|صفحة|قناة|مجموعة)\s(?P<name>(?:[\u0621-\u064a]{2,}\s?){1,2})"
)
_HAN = re.compile(
    r"(?:账号|帐号|公众号|频道|店名|群名|名字|昵称|用户名|群|店铺|旗舰店)(?:是|叫|：|:|为)\s?[\"“「]?(?P<name>[\w\u4e00-\u9fff]{2,14})"
)
_KANA = re.compile(
    r"(?:チャンネル|アカウント|ページ|グループ|ショップ名|屋号|名前)(?:名)?(?:は|：|:|「|『)+\s?(?P<name>[^」』。、\s]{2,20}?)(?=[」』。、\s]|です|という|$)"
)
_SEPARATOR = (
    r"(?:underscore|under score|dot|dash|hyphen|punkt|unterstrich|bindestrich|punto|guion bajo|guión bajo|guion|point|tiret bas|tiret|trattino basso|trattino"
    r"|ponto|underline|sublinhado|traço|punt|laag streepje|streepje|kropka|podkreślnik|podkreślenie|nokta|alt çizgi|tire"
    r"|アンダーバー|ドット|下划线|点|شرطه سفليه|نقطه|अंडरस्कोर|डॉट)"
)
_SPELLED = re.compile(
    rf"[^\W_][\w]{{0,24}}(?:(?:\s{_SEPARATOR}\s|\s?[\[({{<]\s?{_SEPARATOR}\s?[\])}}>]\s?)[^\W_]\w{{0,24}}){{1,4}}",
    re.IGNORECASE,
)
_SPELLED_BEFORE_APP = re.compile(rf"(?P<name>{_SPELLED.pattern})\s{_ON}\s(?:the\s)?$", re.IGNORECASE)
_EVERYWHERE = re.compile(
    r"(?:everywhere|on every app|on all apps|on all platforms|on all socials|uberall|partout|en todas partes|ovunque|dappertutto|em todo lugar|em todas as redes|overal|wszedzie|her yerde|どこでも|到处都|في كل مكان|har jagah|हर जगह)"
)
_OWN = re.compile(
    r"(?:my|our) (?:handle|nick|nickname|user ?name|screen name|gamertag|account|profile)\b|mein (?:nick|nutzername|benutzername|profil|konto)|mi (?:usuario|nick|perfil)|mon (?:pseudo|compte|profil)"
    r"|mio (?:nick|profilo|nome utente)|meu (?:usuario|perfil|nick|user)|mijn (?:gebruikersnaam|profiel|nick)|moj (?:nick|profil)|kullanici adim|hesabim|ユーザー名|我的账号|我的id|حسابي|معرفي|meri id|मेरी आईडी"
)
_SHAPED = re.compile(r"(?<![\w.@/-])(?=[\w.]*[a-z])[a-z0-9]+(?:[._][a-z0-9]+)+(?![\w@])")
_ARTICLES = frozenset(
    {
        "the",
        "der",
        "die",
        "das",
        "le",
        "la",
        "les",
        "el",
        "los",
        "las",
        "il",
        "lo",
        "gli",
        "o",
        "a",
        "os",
        "as",
        "de",
        "het",
    }
)
_RIGHT_BEHIND = (_IS_TITLED, _APPOSED, _IN_BRACKETS, _KIND_BEHIND, _KIND_OF, _DASHED)
_REACH = 80


def find_callings(sight: Sighting, places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where such names stand in the plain view, near these apps; the caller reports those still free."""
    found: list[tuple[int, int]] = []
    invited = INVITED_BY_NAME.occurs(sight.views.folded.text)
    for start, end in places:
        found += _before(sight, start, invited=invited)
        found += _behind(sight, end, invited=invited)
    return found + _own(sight)


def _before(sight: Sighting, app_start: int, *, invited: bool) -> list[tuple[int, int]]:
    """ "I'm brassmonkey on eBay", "follow Copper Lane Studio on Instagram"."""
    plain = sight.views.plain
    at = position(plain, app_start)
    base = max(0, at - _REACH)
    head = plain.text[base:at]
    for pattern in (_BEFORE_APP, _SOUGHT_BEFORE_APP, _WRITTEN_TO_BEFORE_APP, _SPELLED_BEFORE_APP):
        match = pattern.search(head)
        sure = invited or pattern is _WRITTEN_TO_BEFORE_APP
        if match and _may_be_name(match.group("name"), invited=sure):
            return [(base + match.start("name"), base + match.end("name"))]
    return []


def _behind(sight: Sighting, app_end: int, *, invited: bool) -> list[tuple[int, int]]:
    plain = sight.views.plain
    at = position(plain, app_end)
    tail = plain.text[at : at + _REACH]
    spelled = _SPELLED.search(tail[:60])
    if spelled and spelled.start() <= 12:
        return [(at + spelled.start(), at + spelled.end())]
    for pattern in (
        _IS_TITLED,
        _APPOSED,
        _IN_BRACKETS,
        _KIND_BEHIND,
        _KIND_OF,
        _DASHED,
        _SHOP_BEHIND,
        _NAMED_BEHIND,
        _SELF_BEHIND,
        _SOUGHT_BEHIND,
        _DEVANAGARI,
        _ARABIC,
        _HAN,
        _KANA,
    ):
        match = pattern.match(tail) if pattern in _RIGHT_BEHIND else pattern.search(tail)
        sure = invited or (pattern is _KIND_BEHIND and tail.startswith(","))
        if match and _may_be_name(match.group("name"), invited=sure):
            name = match.group("name").rstrip(" .,'’-")
            return [(at + match.start("name"), at + match.start("name") + len(name))]
    return []


def _own(sight: Sighting) -> list[tuple[int, int]]:
    """ "My handle is the same everywhere, quiet_otter, write me on Signal"."""
    plain = sight.views.plain
    lowered = plain.text.lower()
    found = []
    for cue in (*_OWN.finditer(lowered), *_EVERYWHERE.finditer(lowered)):
        match = _SHAPED.search(lowered, cue.end(), min(len(lowered), cue.end() + 60))
        if match:
            found.append(match.span())
    return found


def _may_be_name(name: str, *, invited: bool) -> bool:
    """A word in small letters is a name only where the reader is asked to go there."""
    words = [word for word in fold(name).split() if word not in _ARTICLES]
    first = words[0] if words else ""
    if not first or APP.occurs(fold(name)) or FILLER.occurs(first) or COMMON.occurs(first):
        return False
    if name.isascii() and name == name.lower() and name.isalpha():
        return invited and len(name) >= 6 and not name.endswith(("ing", "ed", "ly"))
    return True

"""Numbers however they are written: digits, words in thirteen languages, or both mixed."""

import re
from dataclasses import dataclass
from functools import cache

from messaging.policy.unfold import View, fold

_WORDS = {
    "0": "zero oh null nul cero zéro sıfır sifir shunya صفر शून्य ゼロ nought",
    "1": "one uno un une eins ein um uma een één jeden bir ek واحد एक",
    "2": "two dos deux zwei zwo due dois duas twee dwa iki do اثنان اثنين دو दो",
    "3": "three tres trois drei tre três drie trzy üç uc teen ثلاثة ثلاث तीन",
    "4": "four cuatro quatre vier quattro quatro cztery dört dort char أربعة اربع أربع चार",
    "5": "five cinco cinq fünf fuenf cinque vijf pięć beş paanch panch خمسة خمس पाँच पांच",
    "6": "six seis sechs sei meia zes sześć altı chhe chhah ستة ست छह छः",
    "7": "seven siete sept sieben sette sete zeven siedem yedi saat سبعة سبع सात",
    "8": "eight ocho huit acht otto oito osiem sekiz aath ثمانية ثمان आठ",
    "9": "nine nueve neuf neun nove negen dziewięć dokuz nau تسعة تسع नौ",
    "10": "ten diez dix zehn dieci dez tien dziesięć on das عشرة दस",
    "11": "eleven once onze elf undici jedenaście gyarah",
    "12": "twelve doce douze zwölf dodici doze twaalf dwanaście barah",
    "13": "thirteen trece treize dreizehn tredici treze dertien",
    "14": "fourteen catorce quatorze vierzehn quattordici veertien",
    "15": "fifteen quince quinze fünfzehn quindici vijftien",
    "16": "sixteen dieciséis seize sechzehn sedici dezesseis zestien",
    "17": "seventeen diecisiete siebzehn diciassette zeventien",
    "18": "eighteen dieciocho achtzehn diciotto dezoito achttien",
    "19": "nineteen diecinueve neunzehn diciannove dezenove negentien",
    "20": "twenty veinte vingt vingts zwanzig venti vinte twintig dwadzieścia yirmi عشرون बीस",
    "30": "thirty treinta trente dreißig trenta trinta dertig trzydzieści otuz",
    "40": "forty cuarenta quarante vierzig quaranta quarenta veertig czterdzieści kırk",
    "50": "fifty cincuenta cinquante fünfzig cinquanta cinquenta vijftig pięćdziesiąt elli",
    "60": "sixty sesenta soixante sechzig sessanta sessenta zestig sześćdziesiąt altmış",
    "70": "seventy setenta siebzig settanta zeventig siedemdziesiąt yetmiş",
    "80": "eighty ochenta achtzig ottanta oitenta tachtig osiemdziesiąt seksen",
    "90": "ninety noventa neunzig novanta negentig dziewięćdziesiąt doksan",
    "00": "hundred hundert honderd",
}
_CJK = dict(zip("〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖两", "0012345678911234567892", strict=True))
_REPEATS = {"double": 2, "doppel": 2, "doble": 2, "dubbel": 2, "triple": 3, "treble": 3, "plus": 0}
# Short words that mean something else more often: they count inside a number only.
_INNER_ONLY = {"o", "l", "i", "on", "do", "un", "une", "um", "uma", "ein", "een", "das", "sei", "due", "bir",
               "ek", "once", "char", "saat", "nau", "teen", "elf", "no", "ست"}  # fmt: skip
_JOINERS = {"and", "then", "und", "y", "et", "e", "en", "i", "ve", "plus"}
_TOKEN = re.compile(
    r"[0-9]+|[a-z]+|[〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖两]|[\u0621-\u064a]+|[\u0900-\u097f]+|ゼロ|[^\W\d_]"
)
_GAP = re.compile(r"[\s\-–—−‐‑.,/()\[\]{}_*·•|:+'\"~のと、،و\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]*")


@dataclass(frozen=True, slots=True)
class Number:
    """A run of digits, spoken or written; start and end are in the folded view."""

    digits: str
    start: int
    end: int
    words: int  # how many of its parts are words
    swaps: int  # letters standing for digits inside it
    pieces: int

    @property
    def is_disguised(self) -> bool:
        return self.words >= 3 or self.swaps > 0


@dataclass(slots=True)
class _Part:
    value: str
    start: int
    end: int
    kind: str  # digit, word, letter, repeat, joiner


@cache
def _values() -> dict[str, str]:
    return {fold(word): value for value, words in _WORDS.items() for word in words.split()}


def find_numbers(view: View, *, at_least: int = 6) -> list[Number]:
    """Runs of at least so many digits, in order, not overlapping."""
    runs: list[list[_Part]] = []
    run: list[_Part] = []
    for part in _parts(view.text):
        if run and not _joins(view.text, run[-1], part):
            runs.append(run)
            run = []
        run.append(part)
    runs.append(run)
    found = (_number(_trimmed(run, view.text)) for run in runs)
    return [number for number in found if number and len(number.digits) >= at_least]


def _parts(text: str) -> list[_Part]:
    values = _values()
    parts: list[_Part] = []
    for match in _TOKEN.finditer(text):
        token, start, end = match.group(), match.start(), match.end()
        if token[0] in "0123456789":
            parts.append(_Part(token, start, end, "digit"))
        elif token in values:
            parts.append(_Part(values[token], start, end, "word"))
        elif token in _CJK:
            parts.append(_Part(_CJK[token], start, end, "word"))
        elif token in {"o", "oo", "l", "i"}:
            parts.append(
                _Part(token.replace("o", "0").replace("l", "1").replace("i", "1"), start, end, "letter")
            )
        elif token in _REPEATS:
            parts.append(_Part(token, start, end, "repeat"))
        elif token in _JOINERS:
            parts.append(_Part("", start, end, "joiner"))
    return parts


def _joins(text: str, left: _Part, right: _Part) -> bool:
    gap = text[left.end : right.start]
    if len(gap) > 8 or not _GAP.fullmatch(gap):
        return False
    if left.kind == "letter" or right.kind == "letter":
        return gap in {"", " "}
    if left.kind == right.kind == "digit":
        # "2, 10 and 30" and "4.\n2. next" are lists; phone numbers part otherwise.
        short = len(left.value) == len(right.value) == 1
        return short or not ("," in gap or ":" in gap or gap.count("\n") > 1 or re.search(r"\.\s*\n", gap))
    return True


def _trimmed(run: list[_Part], text: str) -> list[_Part]:
    """The run without edges that are only ordinary words."""
    first, last = 0, len(run)
    while last > first and (
        run[last - 1].kind in {"joiner", "repeat"} or _is_stray(run[first:last][-3:], -1, text)
    ):
        last -= 1
    while last > first and (run[first].kind == "joiner" or _is_stray(run[first:last][:3], 0, text)):
        first += 1
    return run[first:last]


def _is_stray(run: list[_Part], edge: int, text: str) -> bool:
    part = run[edge]
    if part.kind == "letter":
        neighbour = run[1] if edge == 0 and len(run) > 1 else run[-2] if len(run) > 1 else None
        return neighbour is None or (neighbour.start != part.end and neighbour.end != part.start)
    if part.kind != "word" or len(run) < 2 or text[part.start : part.end] not in _INNER_ONLY:
        return False
    return run[1 if edge == 0 else -2].kind == "digit" and (
        edge == 0 or len([other for other in run if other.kind == "word"]) == 1
    )


def _number(run: list[_Part]) -> Number | None:
    if not run or not any(part.kind in {"digit", "word"} for part in run):
        return None
    digits = ""
    repeat = 1
    for index, part in enumerate(run):
        before = run[index - 1] if index else None
        if part.kind == "repeat":
            repeat = _REPEATS[part.value] or 1
            continue
        is_unit = part.kind == "word" and len(part.value) == 1 and part.value != "0"
        if (
            is_unit
            and before
            and before.kind in {"word", "joiner"}
            and digits.endswith("0")
            and _is_tens(run, index)
        ):
            digits = digits[:-1] + part.value
        else:
            digits += part.value * repeat
        repeat = 1
    return Number(
        digits,
        run[0].start,
        run[-1].end,
        words=sum(part.kind == "word" for part in run),
        swaps=sum(part.kind == "letter" for part in run),
        pieces=sum(part.kind in {"digit", "word"} for part in run),
    )


def _is_tens(run: list[_Part], index: int) -> bool:
    earlier = next((part for part in reversed(run[:index]) if part.kind != "joiner"), None)
    return (
        earlier is not None and len(earlier.value) == 2 and earlier.value != "00" and earlier.value[1] == "0"
    )


def value_of(word: str) -> str:
    """The digits a folded word stands for; "" for any other word."""
    return _values().get(word, "")

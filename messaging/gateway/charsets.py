"""Bytes of a mail to text, whatever their label says."""

import codecs
import re
import unicodedata

# Labels that mail programs write against what they mean; browsers read them the same way.
_MEANT = {
    "ascii": "utf-8",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "big5": "big5hkscs",
    "iso2022_jp": "iso2022_jp_ext",
}
# Codecs that Python knows and that are no charset of a mail.
_REFUSED = {
    "idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "utf-7", "mbcs", "oem",
}  # fmt: skip
_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb]"
)


def decode(data: bytes, label: str) -> str:
    """Text of the bytes; falls back from the label to UTF-8 and then to windows-1252."""
    labelled = _codec(label)
    # Bytes that are UTF-8 by chance are next to impossible; a wrong latin label is common.
    tries = ("utf-8", labelled) if labelled == "cp1252" else (labelled, "utf-8")
    for name in dict.fromkeys(tries):
        try:
            return data.decode(name)
        except (UnicodeError, LookupError):
            continue
    if labelled not in ("utf-8", "cp1252") and _mostly_readable(data, labelled):
        return data.decode(labelled, errors="replace")
    return data.decode("cp1252", errors="replace")


def clean_text(text: str) -> str:
    """One kind of line end, composed characters, no control or direction characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n")
    text = text.replace("\u2028", "\n").replace("\u2029", "\n")
    return unicodedata.normalize("NFC", _UNWANTED.sub("", text))


def clean_line(text: str) -> str:
    """The same on one line: for subjects and names, where a line break would forge a header."""
    return re.sub(r"\s+", " ", clean_text(text)).strip()


def _codec(label: str) -> str:
    label = label.strip().strip("\"'").lower()
    if not label or "\x00" in label or len(label) > 40:
        return "utf-8"
    try:
        found = codecs.lookup(_MEANT.get(label, label))
    except (LookupError, ValueError):
        return "utf-8"
    if found.name in _REFUSED or not getattr(found, "_is_text_encoding", True):
        return "utf-8"
    return _MEANT.get(found.name, found.name)


def _mostly_readable(data: bytes, codec: str) -> bool:
    text = data.decode(codec, errors="replace")
    return text.count("\ufffd") * 20 <= len(text)

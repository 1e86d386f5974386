"""The words of a mail's HTML part, line by line, with the marks mail programs leave in it.

The HTML is sanitised first (nh3), so the tree walked here is well formed. Quotes,
signatures and replied-to blocks keep their mark; style, script and hidden text are no words.
"""

import re
from html.parser import HTMLParser

import nh3

from .charsets import clean_text
from .lines import Line, Mark

# A picture in the text stands as one of these around its Content-ID until the trimming is done.
PICTURE_OPEN, PICTURE_CLOSE = "\ue0a0", "\ue0a1"
MAX_DEPTH = 200
# Sanitising costs the square of the depth; no person's words lie this far down.
MAX_TAGS = 15_000

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
        "hr",
    ]
)
_PARAGRAPHS = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl"))
_TAGS = _BLOCKS | frozenset(("a", "br", "img", "span", "b", "i", "font", "strong", "em"))
_ATTRIBUTES = {"*": {"class", "id", "style", "type", "hidden", "data-smartmail"}, "img": {"src"}}
_DROPPED = {"script", "style", "title", "head", "template", "noscript", "textarea", "select", "svg", "math"}
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]*[1-9])|mso-hide\s*:\s*all", re.I
)
_QUOTE_NAMES = re.compile(
    r"\byahoo_quoted|protonmail_quote|tutanota_quote|moz-cite-prefix|zmail_extra|OutlookMessageHeader"
    r"|\b_reply_\b|mail-quote|gmail_attr_quote|yandex_quote|mailru-blockquote|OLK_SRC_BODY_SECTION|mb-reply",
    re.I,
)
_SIGNATURE_NAMES = re.compile(
    r"gmail_signature|moz-signature|ms-outlook-mobile-signature|composer_signature|AppleMailSignature"
    r"|protonmail_signature|tutanota_signature|\bsignature\b|signature_block|mail-signature",
    re.I,
)
_REST_IS_QUOTE = re.compile(
    r"\bappendonsend\b|\bdivRplyFwdMsg\b|\bmail-editor-reference-message-container\b", re.I
)
_NO_MARGIN = re.compile(r"MsoNormal|MsoPlainText|\bp\s*\{[^}]*margin(?:-top)?\s*:\s*0", re.I)


def lines_of_html(html: str) -> list[Line]:
    """The visible lines of an HTML part."""
    html = _first_tags(html)
    tight = bool(_NO_MARGIN.search(html))
    safe = nh3.clean(
        html,
        tags=set(_TAGS),
        attributes=_ATTRIBUTES,
        clean_content_tags=_DROPPED,
        url_schemes={"cid", "http", "https"},
        link_rel=None,
        strip_comments=True,
    )
    walker = _Walker(tight_paragraphs=tight)
    walker.feed(safe)
    walker.close()
    walker.end_line()
    return walker.lines


def _first_tags(html: str) -> str:
    pieces = html.split("<", MAX_TAGS)
    return "<".join(pieces[:MAX_TAGS])


class _Walker(HTMLParser):
    def __init__(self, *, tight_paragraphs: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[Line] = []
        self._tight = tight_paragraphs
        self._open: list[tuple[str, Mark, bool]] = []
        self._line = ""
        self._rest_is_quote = False
        self._line_mark: Mark | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        if tag == "br":
            self._break()
        elif tag == "img":
            self._picture(known.get("src", ""))
        if tag in _BLOCKS:
            self.end_line()
            if tag in _PARAGRAPHS and not self._tight:
                self._blank()
        if tag in ("br", "img", "hr"):
            return
        names = f"{known.get('class', '')} {known.get('id', '')} {known.get('data-smartmail', '')}"
        if _REST_IS_QUOTE.search(names):
            self._rest_is_quote = True
        hidden = self._hidden or "hidden" in known or bool(_HIDDEN.search(known.get("style", "")))
        self._open.append((tag, self._mark_of(tag, names, known), hidden))

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.end_line()
            if tag in _PARAGRAPHS and not self._tight:
                self._blank()
        for place in range(len(self._open) - 1, max(-1, len(self._open) - MAX_DEPTH), -1):
            if self._open[place][0] == tag:
                del self._open[place:]
                return

    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        in_pre = any(tag == "pre" for tag, _, _ in self._open[-MAX_DEPTH:])
        if not in_pre:
            self._add(re.sub(r"[ \t\r\n]+", " ", data))
            return
        first, *others = data.split("\n")
        self._add(first)
        for other in others:
            self._break()
            self._add(other)

    def end_line(self) -> None:
        if self._line.strip(" "):
            self._emit()
        self._line = ""

    @property
    def _hidden(self) -> bool:
        return bool(self._open) and self._open[-1][2]

    @property
    def _mark(self) -> Mark:
        if self._rest_is_quote:
            return Mark.QUOTE
        return self._open[-1][1] if self._open else Mark.WORDS

    def _mark_of(self, tag: str, names: str, known: dict[str, str]) -> Mark:
        if self._mark is Mark.QUOTE or _QUOTE_NAMES.search(names):
            return Mark.QUOTE
        if tag == "blockquote":
            # A blockquote without any of these is only indented text.
            style = known.get("style", "")
            if known.get("type") == "cite" or "quote" in names or "border-left" in style:
                return Mark.QUOTE
        if _SIGNATURE_NAMES.search(names):
            return Mark.SIGNATURE
        return self._mark

    def _add(self, text: str) -> None:
        if text.strip() and not self._line.strip(" "):
            self._line_mark = self._mark
        self._line += text.lstrip(" ") if not self._line else text

    def _picture(self, source: str) -> None:
        if source.lower().startswith("cid:") and not self._hidden:
            self._add(PICTURE_OPEN + clean_text(source[4:])[:200].strip() + PICTURE_CLOSE)

    def _break(self) -> None:
        self._emit()
        self._line = ""

    def _blank(self) -> None:
        if self.lines and not self.lines[-1].is_blank:
            self.lines.append(Line("", self._mark))

    def _emit(self) -> None:
        mark = self._line_mark or self._mark
        self._line_mark = None
        text = clean_text(self._line).replace("\n", " ").replace("\u00a0", " ")
        self.lines.append(Line(re.sub(r" {2,}", " ", text).strip(), mark))

"""Where a text names an app or a site on which people have names."""

import re

from messaging.policy.packs.handle import APP, HOMONYM, KINDS
from messaging.policy.sighting import Sighting

# Beside an app that is a plain word too: "on Steam", "my snap", "Zoom id".
_APP_BEFORE = re.compile(
    r"\b(?:on|my|our|via|through|use|have|or|is|mein|unser|auf|bei|uber|mon|notre|sur|ton|mi|nuestro|en|mio|nostro|su|meu|nosso|no|mijn|ons|op|moj|nasz|na|add)\s?$"
)
_APP_AFTER = re.compile(
    rf"\s?[:：=→–]|\s(?:me|id|name|nickname|nick|user|username|is|app|{KINDS})\b|\?|'?[dt][ae]\b|\s?[-@]\s?\w|の|で"
)


def find_apps(sight: Sighting) -> list[tuple[int, int]]:
    """Where an app is named, in the text as written, disguised names too; neighbours are one place."""
    views = (sight.views.folded, sight.views.loose)
    merged: list[tuple[int, int]] = []
    for start, end in sorted({view.span(*place) for view in views for place in APP.find(view.text)}):
        if not _means_app(sight, start, end):
            continue
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _means_app(sight: Sighting, start: int, end: int) -> bool:
    """Whether a word that is also a plain one names the app: "on Steam", and not "steam iron"."""
    if not HOMONYM.occurs(sight.text[start:end].lower()) or " " in sight.text[start:end]:
        return True
    before, after = sight.before(start, 20), sight.after(end, 20)
    return bool(_APP_AFTER.match(after)) or (
        bool(_APP_BEFORE.search(before)) and not re.match(r"\s(?:deck|of|the|on|machine|iron|a)\b", after)
    )

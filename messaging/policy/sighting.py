"""What detectors share: a text in all its views, and the parts already accounted for."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from messaging.policy.digits import Number, find_numbers
from messaging.policy.phrases import Phrases, sentences
from messaging.policy.unfold import Unfolded, View, unfold
from messaging.policy.verdict import Context


@dataclass(frozen=True, slots=True)
class Datum:
    """Something that must not be passed on; start and end are in the text as written."""

    label: str
    start: int
    end: int
    rule: str
    value: str = ""


class Sighting:
    """One message under examination."""

    def __init__(self, text: str, context: Context) -> None:
        self.text = text
        self.context = context
        self.views: Unfolded = unfold(text)
        self.data: list[Datum] = []
        self._taken = bytearray(len(text))

    @cached_property
    def numbers(self) -> list[Number]:
        return find_numbers(self.views.folded)

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        return list(sentences(self.views.folded.text))

    def is_free(self, start: int, end: int) -> bool:
        return self._taken.find(1, start, end) < 0

    def take(self, start: int, end: int) -> None:
        """These characters are explained; no later detector looks at them."""
        self._taken[start:end] = b"\x01" * (end - start)

    def report(self, label: str, start: int, end: int, rule: str, value: str = "") -> None:
        self.data.append(Datum(label, start, end, rule, value))
        self.take(start, end)

    def before(self, start: int, length: int) -> str:
        """The folded text just before this place of the original."""
        at = position(self.views.folded, start)
        return self.views.folded.text[max(0, at - length) : at]

    def after(self, end: int, length: int) -> str:
        at = position(self.views.folded, end)
        return self.views.folded.text[at : at + length]

    def sentence_around(self, start: int) -> str:
        at = position(self.views.folded, start)
        bounds = self.sentences
        index = max(0, bisect_left(bounds, (at + 1, 0)) - 1)
        return self.views.folded.text[slice(*bounds[index])] if bounds else ""

    def says(self, cue: Phrases) -> bool:
        return cue.occurs(self.views.folded.text) or cue.occurs(self.views.loose.text)


def position(view: View, start: int) -> int:
    """Index in the view of the first character that stands at or after `start`."""
    return bisect_left(view.starts, start)

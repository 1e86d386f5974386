"""Words hidden in the first letters of lines or sentences."""

from messaging.policy.phrases import sentences
from messaging.policy.unfold import View

_HIDDEN = {
    "offplatform": (
        "whatsapp",
        "telegram",
        "wechat",
        "paypal",
        "callme",
        "textme",
        "mailme",
        "emailme",
        "phoneme",
        "signal",
        "insta",
        "venmo",
    ),
    "solicitation.review": (
        "rateus",
        "rateme",
        "review",
        "fivestar",
        "5stars",
        "stars",
        "bewerte",
        "opinion",
    ),
}
_MIN_LINES = 5


def find_acrostic(view: View) -> tuple[str, int, int] | None:
    """The label of a word spelled by first letters, with the stretch that spells it."""
    firsts = []
    for start, end in sentences(view.text):
        for index in range(start, end):
            if view.text[index].isalnum():
                firsts.append((view.text[index], index, end))
                break
    if len(firsts) < _MIN_LINES:
        return None
    spelled = "".join(char for char, _, _ in firsts)
    for label, words in _HIDDEN.items():
        for word in words:
            at = spelled.find(word)
            if at >= 0:
                return label, firsts[at][1], firsts[at + len(word) - 1][2]
    return None

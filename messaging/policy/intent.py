"""What a datum is given for: as order data, or as a way out of the marketplace."""

import re

from messaging.policy.links import host_of, is_allowed
from messaging.policy.packs.adverts import FOLLOW
from messaging.policy.packs.cues import INVITE, ORDER_DATA, SIGN_OFF, WRITE_TO
from messaging.policy.packs.leaving import GO_THERE, INSTEAD
from messaging.policy.packs.link import CHAT_LINK, PAY_LINK
from messaging.policy.sighting import Datum, Sighting

# "Our office e-mail:" and the like.
WORDS_OF_A_LABEL = 4
# Undisguised: a number in digits, or a mail address as programs write it.
_PLAIN_DATUM = re.compile(r"[+(]?[0-9][0-9 ()./-]+|[\w.+-]+@[\w.-]+", re.ASCII)


def leads_away(sight: Sighting, datum: Datum) -> bool:
    """Whether the datum comes with an invitation to talk, pay or trade elsewhere."""
    if datum.label == "payment.details":
        return datum.rule != "payment.card" or sight.context.is_from_seller
    if datum.label == "link.external":
        return _link_leads_away(sight, datum)
    if _signs_off(sight, datum):
        return False
    if datum.label == "contact.handle":
        return not _is_channel(sight, datum) or _invites(sight, datum)
    if sight.context.is_from_seller and _stands_alone(sight, datum):
        return False
    around = _around(sight, datum, 170)
    return INVITE.occurs(_around(sight, datum, 60)) or not ORDER_DATA.occurs(around)


def advertises(sight: Sighting, datum: Datum) -> bool:
    """Whether a seller's page or channel is named for the reader to follow."""
    return datum.label == "contact.handle" and sight.context.is_from_seller and _is_channel(sight, datum)


def _is_channel(sight: Sighting, datum: Datum) -> bool:
    """A page to look at, and no one to write to; unasked, a seller names no other kind."""
    if sight.context.is_from_seller and sight.context.proactive:
        return True
    return FOLLOW.occurs(_around(sight, datum, 160))


def looks_like_us(sight: Sighting, datum: Datum) -> bool:
    """Whether a link imitates the marketplace's name."""
    if datum.label != "link.external":
        return False
    host = host_of(datum.value)
    name = sight.context.marketplace_domain.split(".")[0]
    if is_allowed(sight, host):
        return True  # our name in foreign letters, else it would not be a finding
    if name in datum.value.lower() or name.replace("-", "") in host.replace("-", ""):
        return True
    return any(
        _distance_at_most_two(label.replace("rn", "m"), name.replace("rn", "m")) for label in host.split(".")
    )


def _link_leads_away(sight: Sighting, datum: Datum) -> bool:
    value = datum.value.lower()
    host = host_of(value)
    if any(host == link or value.find(link) >= 0 for link in CHAT_LINK):
        return not FOLLOW.occurs(_around(sight, datum, 120))
    if any(link in value for link in PAY_LINK if "." in link.strip(".")):
        return True
    if sight.context.is_from_seller and sight.context.proactive:
        return INSTEAD.occurs(_around(sight, datum, 110)) and not looks_like_us(sight, datum)
    return GO_THERE.occurs(_around(sight, datum, 110)) and not looks_like_us(sight, datum)


def _invites(sight: Sighting, datum: Datum) -> bool:
    if sight.context.proactive:
        return WRITE_TO.occurs(sight.sentence_around(datum.start))
    return INVITE.occurs(sight.sentence_around(datum.start)) or bool(
        re.search(r"\bid\b|ＩＤ", _around(sight, datum, 24))
    )


def _stands_alone(sight: Sighting, datum: Datum) -> bool:
    """Nothing but the datum and a name or two: "Oak Lamps, phone …" invites nobody, it is only taken out."""
    rest = sight.text[: datum.start] + " " + sight.text[datum.end :]
    plainly = _PLAIN_DATUM.fullmatch(sight.text, datum.start, datum.end) is not None
    return plainly and len(rest.split()) <= WORDS_OF_A_LABEL and not INVITE.occurs(sight.views.folded.text)


def _signs_off(sight: Sighting, datum: Datum) -> bool:
    """A signature: the last thing in the text, below a closing formula or a name of its own."""
    rest = sight.text[datum.end :].strip(" )）\n.–-—|")
    if len(rest) > 12 or INVITE.occurs(sight.sentence_around(datum.start)):
        return False
    return SIGN_OFF.occurs(sight.before(datum.start, 120)) or bool(
        re.search(r"\n[^\n.!?]{0,60}$", sight.before(datum.start, 90))
    )


def _around(sight: Sighting, datum: Datum, reach: int) -> str:
    return sight.before(datum.start, reach) + " ␣ " + sight.after(datum.end, reach)


def _distance_at_most_two(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 2 or len(one) < 6:
        return False
    row = list(range(len(other) + 1))
    for index, char in enumerate(one, 1):
        previous, row[0] = row[0], index
        for column, wanted in enumerate(other, 1):
            previous, row[column] = (
                row[column],
                min(row[column] + 1, row[column - 1] + 1, previous + (char != wanted)),
            )
    return row[-1] <= 2

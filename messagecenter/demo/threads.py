"""Threads in bulk: the dialogues, told with each buyer's goods, in every state a thread can be in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import cycle, islice
from random import Random

from messagecenter.demo.dialogues import DIALOGUES, Dialogue
from messagecenter.demo.orders import Bought
from messagecenter.demo.people import BEA, OPTED_OUT, Person, Shop
from messagecenter.demo.showpieces import PHISHING, STORIES
from messagecenter.demo.story import BUYER, SELLER, End, Story, Then, Turn
from messaging.models import Topic, Via

DAY = 24.0
# Days an order must be old, so that a thread about it can have come to its end.
YOUNGEST = 3.5
BEFORE_DELIVERY = {Topic.SHIPPING, Topic.INVOICE}
AFTER_DELIVERY = {
    Topic.DAMAGED,
    Topic.RETURN,
    Topic.PRODUCT_SUPPORT,
    Topic.ORDER_PROBLEM,
    Topic.REFUND,
    Topic.SHIPPING,
}
REACH_ME = {
    "en": "You can reach me on +1 415 555 0163 after six.",
    "de": "Sie erreichen mich auch unter +49 30 23125 014.",
    "es": "También puede llamarme al +34 612 345 678.",
    "fr": "Vous pouvez aussi m'appeler au +33 6 39 98 01 22.",
    "it": "Il mio indirizzo è {email}.",
    "pt": "O meu e-mail é {email}.",
    "nl": "Mijn e-mailadres is {email}.",
    "pl": "Mój e-mail: {email}.",
    "ja": "メールアドレスは {email} です。",
    "ar": "بريدي الإلكتروني {email}",
    "zh": "我的邮箱是 {email}。",
}
OUR_PAGE = {
    "en": "See www.{shop}.example/help.",
    "de": "Siehe www.{shop}.example/hilfe.",
    "es": "Más en www.{shop}.example/ayuda.",
    "fr": "Voir www.{shop}.example/aide.",
}
ASK_FOR_REVIEW = {
    "en": "If you are happy, a 5-star review would help us a lot.",
    "de": "Über eine 5-Sterne-Bewertung würden wir uns sehr freuen.",
    "es": "Una reseña de 5 estrellas nos ayudaría mucho.",
    "fr": "Un avis 5 étoiles nous aiderait beaucoup.",
}
PROACTIVE = (
    (
        "shipping_details",
        "Your parcel is packed and leaves our warehouse tonight. It takes two to three working days.",
    ),
    (
        "product_instructions",
        "Before the first use, wipe it with a dry cloth and keep the small card with the serial number.",
    ),
    ("invoice", "The invoice for your order is attached."),
    ("order_update", "One item of your order arrives a day later than planned. We are sorry for the wait."),
)


@dataclass(frozen=True)
class Material:
    """What a thread is made of: who writes about what, in which words, at most how many hours ago.

    `first_words`: hours ago at which the shop may have written first; None when it may not.
    """

    about: str
    buyer: Person
    shop: Shop
    dialogue: Dialogue
    title: str
    oldest: float
    first_words: float | None
    draw: Random

    def turn(self, index: int, after: float | None = None, **changes: object) -> Turn:
        text = self.dialogue.turns[index].replace("{product}", self.title)
        wait = self.draw.uniform(0.4, 9) if after is None else after
        made = Turn(SELLER if index % 2 else BUYER, text, wait if index else 0)
        return replace(made, **changes)

    def turns(self, count: int) -> tuple[Turn, ...]:
        return tuple(self.turn(index) for index in range(min(count, len(self.dialogue.turns))))

    def story(self, opens: float, turns: tuple[Turn, ...], *ends: End) -> Story:
        return Story(self.about, self.buyer.email, self.dialogue.topic, min(opens, self.oldest), turns, ends)

    @property
    def past(self) -> float:
        """Hours ago for a thread that is settled: old enough for all its answers."""
        return self.draw.uniform(2.5 * DAY, max(3 * DAY, self.oldest))


Pattern = Callable[[Material], Story]


def answered(m: Material) -> Story:
    return m.story(m.past, m.turns(2))


def thanked(m: Material) -> Story:
    turns = m.turns(9)
    ends = (End.NO_RESPONSE_NEEDED,) if turns[-1].who == BUYER else ()
    return m.story(m.past, turns, *ends)


def fresh(m: Material) -> Story:
    return m.story(m.draw.uniform(0.5, 22), m.turns(1))


def overdue(m: Material) -> Story:
    return m.story(m.draw.uniform(26, 70), m.turns(1))


def late(m: Material) -> Story:
    return m.story(max(m.past, 3 * DAY), (m.turn(0), m.turn(1, m.draw.uniform(25, 40))))


def with_files(m: Material) -> Story:
    name = m.draw.choice(("photo.jpg", "label.jpg", "box.png", "mug.jpg", "scan.pdf"))
    return m.story(m.past, (m.turn(0, files=(name,)), *m.turns(9)[1:2]))


def by_mail(m: Material) -> Story:
    return m.story(m.past, (m.turn(0), m.turn(1, via=Via.MAIL)))


def reaches_out(m: Material) -> Story:
    first = m.turn(0)
    said = REACH_ME[m.dialogue.language].format(email=m.buyer.email)
    return m.story(m.past, (replace(first, text=f"{first.text} {said}"), m.turn(1)))


def answers_with_link(m: Material) -> Story:
    shop = m.shop.name.lower().replace(" & ", "-").replace(" ", "-")
    return _second_turn(m, OUR_PAGE.get(m.dialogue.language, OUR_PAGE["en"]).format(shop=shop))


def asks_for_review(m: Material) -> Story:
    return _second_turn(m, ASK_FOR_REVIEW.get(m.dialogue.language, ""), again=True)


def disputed(m: Material) -> Story:
    return _second_turn(m, ASK_FOR_REVIEW["en"], again=True, then=(Then.DISPUTE,))


def _second_turn(m: Material, more: str, *, again: bool = False, then: tuple[Then, ...] = ()) -> Story:
    """The answer with `more` words added; `again`: followed by the plain answer, for the first was not sent."""
    plain = m.turn(1)
    answer = replace(plain, text=f"{plain.text} {more}".strip(), then=then)
    rest = (replace(plain, after=0.3),) if again and more else ()
    return m.story(m.past, (m.turn(0), answer, *rest))


def long(m: Material) -> Story:
    again = tuple(replace(turn, after=turn.after or m.draw.uniform(5, 30)) for turn in m.turns(2))
    return m.story(max(m.past, 6 * DAY), m.turns(2) + again)


def proactive(m: Material) -> Story:
    if m.first_words is None:
        return answered(m)
    reason, text = m.draw.choice(PROACTIVE)
    files = ("invoice.pdf",) if reason == "invoice" else ()
    turn = Turn(SELLER, text, reason=reason, files=files)
    return replace(m.story(m.first_words, (turn,)), topic=Topic.FROM_SELLER)


def held(m: Material) -> Story:
    return m.story(m.past, (m.turn(0), m.turn(1, text=PHISHING), m.turn(1, after=20)))


def reported(m: Material) -> Story:
    return m.story(m.past, (m.turn(0), m.turn(1, then=(Then.REPORT,))))


def kept_away(m: Material) -> Story:
    ends = m.draw.choice(
        ((End.SELLER_ARCHIVED,), (End.BUYER_ARCHIVED,), (End.BUYER_DELETED,), (End.SELLER_ARCHIVED,))
    )
    return m.story(m.past, m.turns(2), *ends)


# Repeated over all threads, so that each state appears in the same share at every size.
PATTERNS: tuple[Pattern, ...] = (
    answered, thanked, fresh, with_files, thanked, by_mail, proactive, reaches_out, long, answered,
    late, thanked, overdue, with_files, kept_away, answered, answers_with_link, proactive, thanked, fresh,
    asks_for_review, long, answered, by_mail, thanked, with_files, proactive, fresh, kept_away, reaches_out,
    reported, answered, late, thanked, disputed, long, thanked, held, answered, proactive,
)  # fmt: skip
OPEN = {fresh, overdue}


def stories(
    count: int, *, shops: list[Shop], buyers: list[Person], orders: list[Bought], titles: dict[str, str]
) -> list[Story]:
    """The showpieces whose goods are there, then made-up threads up to `count`. Always the same for the same world."""
    told = [story for story in STORIES if _is_there(story, buyers, orders, titles)][:count]
    materials = _materials(told, shops, buyers, orders, titles)
    made = [_tell(pattern, material) for pattern, material in zip(cycle(PATTERNS), materials, strict=False)]
    return told + list(islice(made, max(0, count - len(told))))


def _tell(pattern: Pattern, material: Material) -> Story:
    # The queue of Northwind Audio is told in full by the showpieces.
    if material.shop.code == "NA" and pattern in OPEN:
        pattern = answered
    return pattern(material)


def _is_there(story: Story, buyers: list[Person], orders: list[Bought], titles: dict[str, str]) -> bool:
    known = titles.keys() | {order.number for order in orders}
    return story.about in known and story.buyer in {person.email for person in buyers}


def _materials(
    told: list[Story], shops: list[Shop], buyers: list[Person], orders: list[Bought], titles: dict[str, str]
) -> list[Material]:
    """Every order not told about yet and, two to one, questions about products by other buyers."""
    used = {(story.about, story.buyer if story.is_question else "") for story in told}
    people = {person.email: person for person in buyers}
    by_code = {shop.code: shop for shop in shops if shop.messages_on}
    about_orders = [
        _about_order(order, people[order.buyer], by_code[order.skus[0].partition("-")[0]], titles)
        for order in orders
        if (order.number, "") not in used
        and order.buyer != BEA
        and order.skus[0].partition("-")[0] in by_code
    ]
    questions = [
        _question(sku, person, by_code[sku.partition("-")[0]], title)
        for step in range(len(buyers))
        for sku, title, person in _pairs(step, titles, buyers)
        if sku.partition("-")[0] in by_code and person.email != BEA and (sku, person.email) not in used
    ]
    return _two_to_one([material for material in about_orders if material], questions)


def _pairs(step: int, titles: dict[str, str], buyers: list[Person]) -> list[tuple[str, str, Person]]:
    """Each product with one buyer; with each step, another one."""
    return [
        (sku, title, buyers[(place * 7 + step) % len(buyers)])
        for place, (sku, title) in enumerate(titles.items())
    ]


def _two_to_one(first: list[Material], second: list[Material]) -> list[Material]:
    mixed: list[Material] = []
    while first and second:
        mixed += [*first[:2], second[0]]
        first, second = first[2:], second[1:]
    return mixed + first + second


def _about_order(order: Bought, buyer: Person, shop: Shop, titles: dict[str, str]) -> Material | None:
    """None for an order too young for a settled thread."""
    draw = Random(f"thread {order.number}")  # noqa: S311
    dialogue = _words(draw, buyer, AFTER_DELIVERY if order.delivered else BEFORE_DELIVERY)
    since = order.placed if dialogue.topic in BEFORE_DELIVERY else order.delivered or order.placed
    if since < YOUNGEST:
        return None
    done = order.delivered or order.shipped or order.placed
    first_words: float | None = draw.uniform(max(0.2, done - 20), done * 0.95) * DAY
    if order.cancelled is not None or buyer.email == OPTED_OUT:
        first_words = None
    title = titles[order.skus[0]]
    return Material(order.number, buyer, shop, dialogue, title, since * 0.9 * DAY, first_words, draw)


def _question(sku: str, buyer: Person, shop: Shop, title: str) -> Material:
    draw = Random(f"question {sku} {buyer.email}")  # noqa: S311
    dialogue = _words(draw, buyer, {Topic.PRODUCT_QUESTION})
    return Material(sku, buyer, shop, dialogue, title, 80 * DAY, None, draw)


def _words(draw: Random, buyer: Person, topics: set[Topic]) -> Dialogue:
    """In the buyer's language when there are words for it."""
    fitting = [dialogue for dialogue in DIALOGUES if dialogue.topic in topics]
    own = [dialogue for dialogue in fitting if dialogue.language == (buyer.language or "en")]
    return draw.choice(own or [dialogue for dialogue in fitting if dialogue.language == "en"])

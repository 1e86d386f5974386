"""Words and their stems: what is looked for and what is found, in any language. Plain values, no database."""

from __future__ import annotations

import pytest

from messaging.search.marking import Marker
from messaging.search.tokens import token_of, tokens_of
from messaging.search.words import beginnings_of, stems_of, wanted_in

FINDS = (
    # what is looked for, in which text
    ("headphone", "My Headphones crackle."),
    ("delivery", "Three deliveries came at once."),
    ("bestellung", "Wo sind meine Bestellungen?"),
    ("größe", "Die GRÖSSE passt nicht"),
    ("strasse", "In der Straße 5"),
    ("informacion", "Necesito información sobre el pedido"),
    ("información", "necesito informacion"),
    ("écouteur", "Les écouteurs sont cassés"),
    ("ecouteurs", "Les écouteurs sont cassés"),
    ("lodz", "Łódź"),
    ("посылка", "Где моя посылку?"),
    ("طلب", "أين الطَّلَب؟"),
    ("किताब", "मेरी किताबें कहाँ हैं"),
    ("手机", "我的手机壳坏了"),
    ("壳", "我的手机壳坏了"),
    ("充電器", "iPhone充電器が壊れました"),
    ("iphone", "iPhone充電器が壊れました"),
    ("배송", "배송이 늦어요"),
    ("สินค้า", "ได้รับสินค้าแล้ว"),
    ("ＡＢＣ", "abc"),
    ("email", "Send me an e-mail."),
    ("e-mail", "Send me an email."),
    ("wireless", "wire\u00adless"),
    ("EM-204771-9330", "About order em-204771-9330, thanks"),
    ("EM-204771-9330", "EM 204771 9330"),
    ("204771", "About order EM-204771-9330"),
    ("1Z999AA10123456784", "Parcel 1z999aa10123456784"),
    ("don't", "I don’t know"),
    ("arrived", "It arrived.Thanks"),
)
SPARES = (
    ("mug", "My headphones crackle."),
    ("204772", "About order EM-204771-9330"),
    ("EM-204771-9330", "EM-204771-9331"),
    ("机手", "我的手机壳坏了"),
    ("head", "My headphones crackle."),
    ("किताब", "कितने"),
)


def found(words: str, text: str) -> bool:
    stems = stems_of(text)
    return all(
        any(all(stems & any_of for any_of in way) for way in wanted.ways)
        for wanted in wanted_in(words, most=12)
    )


@pytest.mark.parametrize(("words", "text"), FINDS)
def test_a_word_is_found_in_any_form_and_script(words, text):
    assert found(words, text)


@pytest.mark.parametrize(("words", "text"), SPARES)
def test_another_word_is_not(words, text):
    assert not found(words, text)


@pytest.mark.parametrize("text", ["", "❤️ …", "—", "\u00ad", "🙂🙂", "' - ."])
def test_signs_alone_are_no_words(text):
    assert wanted_in(text, most=12) == ()
    assert stems_of(text) == set()


def test_the_beginning_of_a_name_is_enough_and_no_word_of_a_message():
    (north,) = wanted_in("north", most=12)
    assert north.stems & beginnings_of("Northwind Audio")
    assert not north.stems & stems_of("Northwind Audio")


def test_only_so_many_words_are_looked_for():
    assert len(wanted_in(" ".join(f"word{number}" for number in range(500)), most=12)) == 12


def test_a_pasted_heap_of_letters_is_cut():
    assert all(len(stem) <= 41 for stem in stems_of("a" * 4000) | stems_of("9" * 4000))


def test_a_token_is_letters_alone_and_another_in_each_mailbox():
    token = token_of("mug", b"a" * 32)
    assert len(token) == 16
    assert set(token) <= set("abcdefghijklmnop")
    assert token == token_of("mug", b"a" * 32)
    assert token != token_of("mug", b"b" * 32)


def test_tokens_do_not_keep_the_order_of_words():
    assert tokens_of(["one", "two", "three"], b"k") == tokens_of(["three", "one", "two"], b"k")


def shown(stretches) -> str:
    return "".join(f"[{part.text}]" if part.is_marked else part.text for part in stretches)


MARKED = (
    ("headphones", "My headphone crackles", "My [headphone] crackles"),
    ("204771", "About EM-204771-9330", "About EM-[204771]-9330"),
    ("EM-204771-9330", "About EM-204771-9330.", "About [EM-204771-9330]."),
    ("EM-204771-9330", "EM-300000 and 204771", "EM-300000 and [204771]"),
    ("email", "An e-mail", "An [e-mail]"),
    ("充電器", "iPhone充電器が", "iPhone[充電器]が"),
    ("mug", "<b>mug</b>", "<b>[mug]</b>"),
    ("cup", "A mug", "A mug"),
)


@pytest.mark.parametrize(("words", "text", "expected"), MARKED)
def test_the_words_found_are_marked_where_they_stand(words, text, expected):
    assert shown(Marker(wanted_in(words, most=12)).snippet(text)) == expected


def test_a_snippet_of_a_long_text_shows_the_word_and_little_around():
    text = f"{'before ' * 60} parcel {'after ' * 60}"
    snippet = shown(Marker(wanted_in("parcel", most=12)).snippet(text))
    assert "[parcel]" in snippet
    assert snippet.startswith("… ")
    assert snippet.endswith(" …")
    assert len(snippet) < 160


def test_in_a_title_the_beginning_of_a_word_is_marked_as_the_word():
    marker = Marker(wanted_in("north", most=12))
    assert shown(marker.head("Northwind Audio")) == "[Northwind] Audio"
    assert shown(marker.snippet("Northwind Audio")) == "Northwind Audio"

"""The new words stay, what stands around them goes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from messaging.gateway.lines import join_flowed, lines_of_text
from messaging.gateway.trimming import new_words

WORDS = "Yes, it fits.\n\nIt leaves on Monday."


def trim(text: str) -> str:
    return new_words(lines_of_text(text))


QUOTES = {
    "gmail en": "On Tue, Feb 3, 2026 at 9:14 AM Bea <x@msg.example> wrote:\n\n> Does it fit?",
    "gmail en, broken": "On Tue, Feb 3, 2026 at 9:14 AM Bea via Example Market\n<x@msg.example> wrote:\n\n> Does it fit?",
    "gmail fr": "Le mar. 3 févr. 2026 à 09:14, Bea <x@msg.example> a écrit :\n\n> Ça va ?",
    "gmail es": "El mar, 3 feb 2026 a las 9:14, Bea (<x@msg.example>) escribió:\n\n> ¿Cabe?",
    "gmail de": "Am Di., 3. Feb. 2026 um 09:14 Uhr schrieb Bea <x@msg.example>:\n\n> Passt es?",
    "gmail it": "Il giorno mar 3 feb 2026 alle ore 09:14 Bea <x@msg.example> ha scritto:\n\n> Ci sta?",
    "gmail pt": "Em ter., 3 de fev. de 2026 às 09:14, Bea <x@msg.example> escreveu:\n\n> Cabe?",
    "gmail nl": "Op di 3 feb 2026 om 09:14 schreef Bea <x@msg.example>:\n\n> Past het?",
    "gmail pl": "wt., 3 lut 2026 o 09:14 Bea <x@msg.example> napisał(a):\n\n> Pasuje?",
    "gmail ru": "вт, 3 февр. 2026 г. в 09:14, Bea <x@msg.example>:\n\n> Подходит?",
    "gmail ja": "2026年2月3日(火) 9:14 Bea <x@msg.example>:\n\n> 合いますか",
    "gmail zh": "Bea <x@msg.example> 于2026年2月3日周二 09:14写道：\n\n> 合适吗",
    "gmail ko": "2026년 2월 3일 (화) 오전 9:14, Bea <x@msg.example>님이 작성:\n\n> 맞나요",
    "gmail tr": "Bea <x@msg.example>, 3 Şub 2026 Sal, 09:14 tarihinde şunu yazdı:\n\n> Uyuyor mu?",
    "gmail sv": "Den tis 3 feb. 2026 kl 09:14 skrev Bea <x@msg.example>:\n\n> Passar den?",
    "gmail he": "בתאריך יום ג׳, 3 בפבר׳ 2026 ב-9:14 מאת Bea <x@msg.example>:\n\n> מתאים?",
    "apple": "> On 3 Feb 2026, at 09:14, Bea <x@msg.example> wrote:\n> \n> Does it fit?",
    "yahoo": "   On Tuesday, February 3, 2026 at 09:14:51 AM EST, Bea via Example Market <x@msg.example> wrote:  \n \n Does it fit?",
    "outlook en": "From: Bea <x@msg.example>\nSent: Tuesday, February 3, 2026 9:14 AM\nTo: Sam <s@shop.example>\nSubject: New message\n\nDoes it fit?",
    "outlook de": "________________________________\nVon: Bea <x@msg.example>\nGesendet: Dienstag, 3. Februar 2026 09:14\nAn: Sam\nBetreff: Neue Nachricht\n\nPasst es?",
    "outlook fr": "________________________________\nDe : Bea <x@msg.example>\nEnvoyé : mardi 3 février 2026 09:14\nÀ : Sam\nObjet : Nouveau message\n\nÇa va ?",
    "outlook bold": "*From:* Bea <x@msg.example>\n*Sent:* Tuesday, 3 February 2026 9:14\n*To:* Sam\n*Subject:* New message\n\nDoes it fit?",
    "outlook zh": "发件人: Bea <x@msg.example>\n发送时间: 2026年2月3日 9:14\n收件人: Sam\n主题: 新消息\n\n合适吗",
    "outlook pl": "Od: Bea <x@msg.example>\nWysłano: wtorek, 3 lutego 2026 09:14\nDo: Sam\nTemat: Nowa wiadomość\n\nPasuje?",
    "original message": "-----Original Message-----\nFrom: Bea <x@msg.example>\nSent: 2026-02-03 09:14\nSubject: New\n\nDoes it fit?",
    "ursprüngliche": "-----Ursprüngliche Nachricht-----\nVon: Bea\nGesendet: 03.02.2026\nAn: Sam\nBetreff: Neu\n\nPasst es?",
    "forwarded": "---------- Forwarded message ---------\nFrom: Bea <x@msg.example>\nDate: Tue, Feb 3, 2026\nSubject: x\nTo: Sam\n\nDoes it fit?",
    "apple forward": "Begin forwarded message:\n\nFrom: Bea <x@msg.example>\nSubject: x\nDate: 3 Feb 2026\nTo: s@shop.example\n\nDoes it fit?",
    "our own line": "Bea on 3 Feb 2026, <x@msg.example>:\n\n##- Reply above this line -##\n\nBea asks: does it fit?",
    "unmarked lines": "> Does it fit?\n> I hope so.",
}
TAILS = {
    "delimiter": "-- \nSam Okafor\nNorthwind Audio\n+44 1632 960187",
    "delimiter without its blank": "--\nSam Okafor\nNorthwind Audio",
    "iphone": "Sent from my iPhone",
    "iphone de": "Von meinem iPhone gesendet",
    "iphone fr": "Envoyé de mon iPhone",
    "outlook app": "Get Outlook for Android<https://aka.ms/AAb9ysg>",
    "samsung": "Sent from my Galaxy",
    "legal": "This e-mail is confidential and intended solely for the addressee. If you received it in error, notify the sender and delete it.",
    "legal de": "Diese E-Mail ist vertraulich und nur für den bestimmten Empfänger. Falls Sie sie irrtümlich erhalten haben, ist jede Weitergabe unbefugt.",
    "contact block": "Sam Okafor\nNorthwind Audio, Leeds\n0113 496 0755\nnorthwind-audio.example",
}


@pytest.mark.parametrize("quote", QUOTES.values(), ids=QUOTES.keys())
def test_words_above_a_quote_are_kept_alone(quote: str) -> None:
    assert trim(f"{WORDS}\n\n{quote}\n") == WORDS


@pytest.mark.parametrize(
    "quote", [text for text in QUOTES.values() if "\n> " in text or text.startswith(">")]
)
def test_words_below_a_marked_quote_are_kept_alone(quote: str) -> None:
    assert trim(f"{quote}\n\n{WORDS}\n") == WORDS


@pytest.mark.parametrize("tail", TAILS.values(), ids=TAILS.keys())
@pytest.mark.parametrize(
    "quote", ["", QUOTES["gmail en"], QUOTES["outlook en"]], ids=["alone", "gmail", "outlook"]
)
def test_what_programs_add_below_the_words_goes(tail: str, quote: str) -> None:
    left = trim(f"{WORDS}\n\n{tail}\n\n{quote}")
    assert left in (WORDS, f"{WORDS}\n\nSam Okafor")


def test_a_typed_closing_and_name_stay_and_the_block_below_goes() -> None:
    text = f"{WORDS}\n\nKind regards,\n\nSam Okafor\nManager\nNorthwind Audio\nT +44 1632 960187 | sam@shop.example"
    assert trim(text) == f"{WORDS}\n\nKind regards,\n\nSam Okafor"


def test_answers_between_quoted_lines_stay_in_order() -> None:
    text = "On Mon, Feb 9, 2026, Bea wrote:\n> 1. Blue?\n\nYes.\n\n> 2. When?\n\nOn Monday.\n\n> Bye\n"
    assert trim(text) == "Yes.\n\nOn Monday."


@pytest.mark.parametrize(
    "text",
    [
        "From: my view this is fine.\nTo: be honest, I am glad.",
        "My new address:\n\nBea Marlowe\n12 Mill Lane\nLeeds\n0113 496 0755",
        "First part of my answer, which is rather long.\n--\nSecond part, also long, and it goes on for a while: "
        + "the colour is right but the size is wrong, so I would like to have the smaller one instead, please.",
        "Sincerely, I did not expect that.",
        "Sent you the papers from my phone yesterday, did they arrive?",
        "On Monday you wrote:\nit would come. It has not come.",
        "Is 5 > 3?\nThanks",
        "Here is the link:\nwww.carrier.example\n0113 496 0755",
        "The parcel has three things:\n- one\n- two\n- three",
        "Original message of the maker: do not wash.",
        "Best\nBea",
    ],
)
def test_nothing_of_a_persons_words_is_cut(text: str) -> None:
    assert trim(text) == text


def test_a_quote_alone_leaves_nothing() -> None:
    assert trim(QUOTES["gmail en"]) == ""
    assert trim(QUOTES["outlook en"]) == ""
    assert trim("-- \nSam Okafor") == ""


def test_flowed_lines_are_joined_within_their_quote_level() -> None:
    text = "> a quote \n> goes on\nwords \nthat flow\n-- \nSam"
    assert join_flowed(text, delete_space=False) == "> a quote goes on\nwords that flow\n-- \nSam"
    assert join_flowed("flow \ning", delete_space=True) == "flowing"


_sentence = st.text(st.characters(categories=["L", "Zs"]), min_size=3, max_size=40).map(
    lambda text: " ".join(text.split()) + " x."
)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(_sentence, min_size=1, max_size=4),
    st.sampled_from(sorted(QUOTES)),
    st.sampled_from(["", *sorted(TAILS)]),
)
def test_new_words_are_never_lost(sentences: list[str], quote: str, tail: str) -> None:
    words = "\n\n".join(sentences)
    text = "\n\n".join(piece for piece in (words, TAILS.get(tail, ""), QUOTES[quote]) if piece)
    assert trim(text).startswith(trim(words))
    assert trim(words) == words


@settings(max_examples=300, deadline=None)
@given(
    st.text(
        st.characters(exclude_characters="\r\x00>\u203a", exclude_categories=["Cs", "Cc"]), min_size=1
    ).filter(str.strip)
)
def test_one_line_of_words_is_never_emptied(line: str) -> None:
    assert trim(f"Dear shop, {line}")


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("> -\n:ab@.0:_|F"), max_size=300))
def test_trimming_twice_changes_nothing_more_than_once_in_layout(text: str) -> None:
    once = trim(text)
    assert len(trim(once)) <= len(once)

"""Disguises are undone, and every place leads back to the text as written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from messaging.policy.unfold import unfold


@pytest.mark.parametrize(
    ("written", "loose"),
    [
        ("r-e-v-i-e-w", "review"),
        ("s c u m", "scum"),
        ("p@ssw0rd", "password"),
        ("rev\u200biew", "review"),
        ("ｒｅｖｉｅｗ", "review"),
        ("rеviеw", "review"),
        ("Bewertung", "bewertung"),
        ("reseña", "resena"),
        ("تـ.ـقـ.ـيـ.ـيـ.ـم", "تقييم"),
    ],
)
def test_a_disguise_is_undone(written: str, loose: str) -> None:
    assert unfold(written).loose.text == loose


@pytest.mark.parametrize(
    ("written", "plain"), [("⓪⑦⑦", "077"), ("٠٥٠", "050"), ("９８", "98"), ("⁰⁷", "07"), ("7️⃣", "7")]
)
def test_every_digit_becomes_an_ascii_one(written: str, plain: str) -> None:
    assert unfold(written).plain.text == plain


def test_whole_words_in_other_scripts_are_left_alone() -> None:
    assert unfold("Наталья Ковалёва").plain.text == "Наталья Ковалёва"


@given(st.text(max_size=200))
def test_every_place_of_a_view_leads_back_into_the_text(text: str) -> None:
    views = unfold(text)
    for view in (views.plain, views.folded, views.loose):
        assert len(view.text) == len(view.starts) == len(view.ends)
        assert all(0 <= start < end <= len(text) for start, end in zip(view.starts, view.ends, strict=True))
        assert list(view.starts) == sorted(view.starts)


@given(st.text(alphabet="abc 123.-", max_size=80))
def test_plain_text_maps_onto_itself(text: str) -> None:
    view = unfold(text).plain
    assert view.text == text
    assert all(view.span(index, index + 1) == (index, index + 1) for index in range(len(text)))

"""The bar, on the fifth of the labelled messages the rules were not written against."""

import pytest

from messaging.policy.measure import LABELS, Score, read_messages, score
from tests.needs import need_data

STRICT = {"contact.phone", "contact.email", "contact.handle", "link.external"}


@pytest.fixture(scope="module")
def held_out() -> Score:
    return score(read_messages(need_data("policy") / "dev.jsonl", held_out=True))


# Still below the bar, with the figure when last measured. Strict: reaching the bar asks for the line to go.
BELOW = {"contact.handle": "0.88"}


@pytest.mark.parametrize(
    "label",
    [
        pytest.param(label, marks=pytest.mark.xfail(reason=f"F1 {BELOW[label]}", strict=True))
        if label in BELOW
        else label
        for label in LABELS
    ],
)
def test_a_label_reaches_its_bar(held_out: Score, label: str) -> None:
    assert held_out.f1(label) >= (0.90 if label in STRICT else 0.75)


def test_clean_messages_pass(held_out: Score) -> None:
    assert held_out.clean_pass >= 0.97

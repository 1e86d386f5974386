"""The bar, on the fifth of the labelled messages the rules were not written against."""

import pytest

from messaging.policy.measure import LABELS, Score, read_messages, score
from tests.needs import need_data

STRICT = {"contact.phone", "contact.email", "contact.handle", "link.external"}


@pytest.fixture(scope="module")
def held_out() -> Score:
    return score(read_messages(need_data("policy") / "dev.jsonl", held_out=True))


@pytest.mark.parametrize("label", LABELS)
def test_a_label_reaches_its_bar(held_out: Score, label: str) -> None:
    assert held_out.f1(label) >= (0.90 if label in STRICT else 0.75)


def test_clean_messages_pass(held_out: Score) -> None:
    assert held_out.clean_pass >= 0.97

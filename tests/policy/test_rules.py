"""Every rule finds what it says it catches and lets pass what it says it spares."""

from pathlib import Path

import pytest

from messaging.policy import Context, Direction, scan
from messaging.policy.content import ALL_RULES
from messaging.policy.measure import LABELS
from messaging.policy.rules import Rule

SENTENCES = [
    line.split("\t")
    for line in Path(__file__).with_name("sentences.tsv").read_text(encoding="utf-8").splitlines()
    if line
]


def context_for(rule: Rule) -> Context:
    direction = rule.by or Direction.SELLER_TO_BUYER
    return Context(direction, proactive=bool(rule.proactive))


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule in ALL_RULES for text in rule.catches])
def test_a_rule_catches(rule: Rule, text: str) -> None:
    assert rule.label in scan(text, context_for(rule)).labels


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule in ALL_RULES for text in rule.spares])
def test_a_rule_spares(rule: Rule, text: str) -> None:
    assert rule.code not in {finding.rule for finding in scan(text, context_for(rule)).findings}


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)
def test_a_rule_explains_itself_and_has_examples(rule: Rule) -> None:
    assert rule.because.endswith(".")
    assert rule.fix.endswith(".")
    assert rule.catches
    assert rule.spares


def test_rule_codes_are_unique() -> None:
    codes = [rule.code for rule in ALL_RULES]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize(("by", "labels", "text"), SENTENCES)
def test_a_sentence_gets_its_labels(by: str, labels: str, text: str) -> None:
    direction = Direction.SELLER_TO_BUYER if by.startswith("S") else Direction.BUYER_TO_SELLER
    verdict = scan(text, Context(direction, proactive="p" in by))
    assert verdict.labels & set(LABELS) == set(labels.split(",")) - {"-"}

"""scan() on any text: never an error, spans inside the text, time in proportion to length."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from messaging.policy import Context, Direction, scan
from messaging.policy.verdict import REMOVED

PIECES = st.sampled_from(
    ["+1 503 555 0162", "anna@x.com", " at ", " dot ", "com", "www.", "https://", "@name_1", "Telegram", "4111 1111 1111 1111",
     "zero seven seven", "。", "\n", " ", "\u200b", "é", "①", "5️⃣", "مرحبا", "review", "refund", "{x}", "GB85", "[slur]", "\ud7ff", "😀"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=25).map("".join))
CONTEXTS = st.builds(Context, st.sampled_from(Direction), proactive=st.booleans())
SECONDS_PER_20_KB = 1.6


@settings(max_examples=40, deadline=None)
@given(TEXTS, CONTEXTS)
def test_findings_lie_inside_the_text(text: str, context: Context) -> None:
    for finding in scan(text, context).findings:
        assert 0 <= finding.start < finding.end <= len(text)


@settings(max_examples=40, deadline=None)
@given(TEXTS, CONTEXTS)
def test_data_do_not_overlap_and_are_gone_from_what_is_delivered(text: str, context: Context) -> None:
    verdict = scan(text, context)
    data = sorted(verdict.data, key=lambda finding: finding.start)
    assert all(one.end <= other.start for one, other in pairwise(data))
    rebuilt, position = [], 0
    for finding in data:
        rebuilt += [text[position : finding.start], REMOVED[finding.label]]
        position = finding.end
    assert verdict.delivered_text == "".join([*rebuilt, text[position:]])


@settings(max_examples=25, deadline=None)
@given(st.binary(max_size=200), CONTEXTS)
def test_broken_text_raises_nothing(raw: bytes, context: Context) -> None:
    scan(raw.decode("utf-8", errors="surrogateescape"), context)


@pytest.mark.parametrize(
    "unit",
    ["a", "a ", "1 ", "1", "a@", "a.", "at ", "dot com ", "zero ", "(", "http://", "www.", "@a ", "r-", "review ", "refund or ", "\u200b",
     "é", "薇", "x@y. ", "telegram ", "+1 ", "\n", "1.", "GB85 ", "A1b2C3d4", ". ", "a b ", "٠ ", "{", "my number is ", "$a "],
)  # fmt: skip
def test_time_grows_with_length_and_not_faster(unit: str) -> None:
    context = Context(Direction.SELLER_TO_BUYER)
    scan(unit * 100, context)
    began = time.process_time()
    scan((unit * 20_000)[:20_000], context)
    assert time.process_time() - began < SECONDS_PER_20_KB

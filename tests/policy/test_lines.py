"""scan_policy: JSON lines in, JSON lines out."""

import io
import json

from messaging.policy.lines import answer_lines


def answer(*lines: str) -> tuple[int, list[dict], str]:
    out, errors = io.StringIO(), io.StringIO()
    status = answer_lines(lines, out, errors)
    return status, [json.loads(line) for line in out.getvalue().splitlines()], errors.getvalue()


def line(text: str, **more: object) -> str:
    return json.dumps({"id": "m1", "text": text, "direction": "seller_to_buyer", "proactive": False} | more)


def test_each_line_is_answered_in_order() -> None:
    status, rows, errors = answer(line("Hello", id="a"), line("Call me on +1 503 555 0162", id="b"))
    assert (status, errors) == (0, "")
    assert rows[0] == {"id": "a", "labels": [], "spans": []}
    assert rows[1]["labels"] == ["contact.phone", "offplatform"]
    assert rows[1]["spans"] == [{"start": 11, "end": 26, "kind": "contact.phone"}]


def test_a_bad_line_is_named_and_the_others_are_answered() -> None:
    bad = ["{", "[]", '{"id": 1}', line("x", direction="sideways"), line("x", proactive="yes")]
    status, rows, errors = answer(line("a", id="a"), *bad, line("b", id="b"))
    assert status == 1
    assert [row["id"] for row in rows] == ["a", "b"]
    assert [part.split(":")[0] for part in errors.splitlines()] == [
        f"line {number}" for number in range(2, 7)
    ]


def test_our_own_placeholder_finding_is_no_label() -> None:
    assert answer(line("Hello {customer_name}"))[1][0]["labels"] == []

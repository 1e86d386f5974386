"""Whatever is sent to a route that writes is answered as problem+json or done: never with a 500."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given
from hypothesis import settings as examined
from hypothesis import strategies as st

from tests import cast
from tests.api.caller import BASE, Caller, picture, problem_of
from tests.api.test_routes import TABLE, Case, World, world

__all__ = ["world"]

# Of the moves of a thread one, for they are one view.
WRITES = [
    case
    for case in TABLE
    if case.method == "post" and (case.name == "thread-read" or not case.name.startswith("thread-"))
]
KEYS = (
    "order", "product", "topic", "body", "attachments", "important", "reason", "note", "findings", "proactive",
    "email", "password", "grant_type", "client_id", "client_secret", "refresh_token", "code",
)  # fmt: skip
# Half a surrogate pair, a NUL, and what databases, paths and headers trip over.
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=()), max_size=40),
    st.sampled_from(
        ["\x00", "a\x00b", "\ud800", "\udfff\ud800", "‮", "../../etc/passwd", "%00", "\r\n\r\n", "1e400"]
    ),
    st.sampled_from(["x" * 100_001, "\ud83d" * 5000, "́" * 3000]),
)
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**40), 10**40),
    st.floats(),
    TEXTS,
    st.sampled_from([10**300, -1]),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS) | TEXTS, inner, max_size=4)
    ),
    max_leaves=12,
)
OBJECTS = st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=6)
RAW = (
    b"", b"{", b"[", b"null", b"[]", b"{}x", b'"x"', b"NaN", b"-Infinity", b'{"body": NaN}', b'{"body": 1e999}', b"\x00",
    b"\xff\xfe\x00{", b"\xef\xbb\xbf{}", '{"body": "é"}'.encode("latin-1"), '{"body": "x"}'.encode("utf-16"),
    b'{"body": "\\ud800"}', b'{"body": "a\\u0000b"}', b'{"body": "x", "body": ["y"]}', b'{"\\ud800": 1}', b'{"": 1}',
    b'{"body": ' + b"9" * 5000 + b"}", b'{"body": -' + b"9" * 4000 + b".5e-9}", b"[" * 100_000, b'{"a":' * 50_000,
    b'{"body":' + b"[" * 900 + b"]" * 900 + b"}", b'{"attachments": ' + b"[[" * 400 + b"]]" * 400 + b"}",
    b"body=hello&order=1", b"<xml/>", b"--x\r\n\r\n--x--",
)  # fmt: skip
KINDS = (
    "application/json", "application/json; charset=utf-16", "application/json; charset=nonsense", "application/JSON",
    "application/json; charset=\"", "application/problem+json", "text/plain", "application/x-www-form-urlencoded",
    "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=x",
    "multipart/form-data; boundary=é", "multipart/form-data; boundary=" + "x" * 500, "multipart/mixed; boundary=x",
    "application/octet-stream", "", "/", "json", ";", "application/json, text/html", "application/", "*/*",
)  # fmt: skip
PARTS = (
    b"", b"--x", b"--x--", b"--x\r\n", b"--x\r\n\r\n--x--",
    b'--x\r\nContent-Disposition: form-data\r\n\r\nv\r\n--x--\r\n',
    b'--x\r\nContent-Disposition: form-data; name="file"\r\n\r\nno file\r\n--x--\r\n',
    b'--x\r\nContent-Disposition: form-data; name="file"; filename=""\r\n\r\nv\r\n--x--\r\n',
    b'--x\r\nContent-Disposition: form-data; name="file"; filename="a\x00.jpg"\r\n\r\nv\r\n--x--\r\n',
    b'--x\r\nContent-Disposition: form-data; name="file"; filename="\xff\xfe.jpg"\r\n\r\nv\r\n--x--\r\n',
    b"--x\r\nContent-Disposition: form-data; name=\"file\"; filename*=nonsense''%ff%00.jpg\r\n\r\nv\r\n--x--\r\n",
    b"--x\r\nContent-Disposition: form-data; name=\"file\"; filename*=utf-8''%ed%a0%80.jpg\r\n\r\nv\r\n--x--\r\n",
    b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\nContent-Transfer-Encoding: base64\r\n\r\n'
    b"***\r\n--x--\r\n",
    b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\nContent-Type: ;;;\r\n\r\nv\r\n--x--\r\n',
    b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\ncut off',
    b'--x\r\nContent-Disposition: form-data; name="\x00"\r\n\r\nv\r\n--x--\r\n',
    b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n\xff\x00\r\n--x--\r\n',
    b"".join(b'--x\r\nContent-Disposition: form-data; name="a%d"\r\n\r\nv\r\n' % n for n in range(1500)) + b"--x--\r\n",
    b"".join(b'--x\r\nContent-Disposition: form-data; name="file"; filename="%d"\r\n\r\nv\r\n' % n for n in range(150)) + b"--x--\r\n",
)  # fmt: skip


@contextmanager
def undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def post(caller: Caller, path: str, data: bytes, kind: str, **headers: str) -> Any:
    """The answer, after checking that it is one of ours; a fault of ours would raise here."""
    with undone():
        answer = caller.client.generic("POST", BASE + path, data, kind, headers=caller.headers | headers)
    if answer.status_code >= 400:
        problem_of(answer, answer.status_code)
    assert answer.status_code < 500, (path, data[:100], kind, answer.content[:300])
    return answer


def each(cases: list[Case]) -> Any:
    return pytest.mark.parametrize("case", cases, ids=lambda case: case.name)


@pytest.fixture
def unhurried(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is throttled or locked out here: it is about what is read, not how often."""
    monkeypatch.setattr("messagecenter.rest._CountingThrottle.allow_request", lambda *args: True)
    settings.ACCOUNT_RATE_LIMITS = False


@each(WRITES)
def test_bytes_that_are_no_such_request_are_told_so(case: Case, world: World, unhurried: None) -> None:
    for role in ("owner", "buyer"):
        for raw in RAW:
            post(world.callers[role], world.fill(case.path), raw, "application/json")
        for kind in KINDS:
            for raw in (b"", b'{"body": "x"}'):
                post(world.callers[role], world.fill(case.path), raw, kind)


@pytest.mark.parametrize("body", PARTS, ids=lambda body: repr(body[38:78]))
def test_a_form_that_is_broken_is_told_so(body: bytes, world: World, unhurried: None) -> None:
    for kind in ("multipart/form-data; boundary=x", "multipart/form-data", "multipart/form-data; boundary=y"):
        post(world.callers["owner"], "/attachments", body, kind)


@pytest.mark.parametrize(
    "name",
    ["", ".", "..", "a" * 5000 + ".jpg", "‮gpj.exe", "a/b\\c.jpg", "\ud800.jpg", ".jpg", "x.JPG ", "n\nn.jpg"],
)
def test_a_file_of_any_name_is_taken_or_refused(name: str, world: World, unhurried: None) -> None:
    head = f'--x\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
    body = head.encode("utf-8", "surrogatepass") + picture() + b"\r\n--x--\r\n"
    answer = post(world.callers["owner"], "/attachments", body, "multipart/form-data; boundary=x")
    assert answer.status_code in {201, 400, 422}


@pytest.mark.parametrize("key", ["\x00", "é", "k" * 201, "\u2028", " ", "a\x7fb", "\ud800"], ids=repr)
def test_an_odd_idempotency_key_is_refused(key: str, world: World, unhurried: None) -> None:
    body = json.dumps({"order": world.fill("{order}"), "body": "Hello."}).encode()
    answer = post(world.callers["owner"], "/threads", body, "application/json", **{"Idempotency-Key": key})
    assert answer.status_code == (201 if key == " " else 400)


@each(WRITES)
@examined(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
)
@given(odd=OBJECTS, at=st.integers(0, 3), value=VALUES)
def test_any_json_is_told_what_is_wrong_with_it_or_done(
    case: Case, world: World, unhurried: None, odd: dict[str, Any], at: int, value: Any
) -> None:
    """Odd values alone, beside a right body, in the place of one of its values, and as the whole body."""
    right = case.body(world) or {}
    replaced = right | dict.fromkeys(list(right)[at : at + 1], value)
    for body in (odd, right | odd, replaced, value):
        data = json.dumps(body).encode()
        post(world.callers["buyer" if at % 2 else "owner"], world.fill(case.path), data, "application/json")


def test_odd_words_that_are_taken_can_be_read_again(shop: cast.Shop, unhurried: None) -> None:
    caller, body = Caller(shop.bea), "b \u202e\u0301 \U0001f600 \ufffe end"
    made = caller.post("/threads", {"order": shop.order.number, "body": body})
    assert made.status_code == 201
    [message] = caller.get(f"/threads/{made.json()['id']}/messages").json()["results"]
    assert message["body"] == body

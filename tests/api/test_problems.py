"""Whatever goes wrong below /api/ is told as problem+json."""

from __future__ import annotations

import pytest
import redis.exceptions
from django.core.cache import cache
from django.db import OperationalError
from django.test import Client
from rest_framework.settings import api_settings

from messagecenter.rest import network_of
from tests.api.caller import BASE, Caller, problem_of


@pytest.mark.parametrize(
    "path", ["/nothing", "/threads/nonsense", "/threads/1/messages", "/orders/x/contact"]
)
def test_what_is_not_there_is_a_404(path, sam_calls):
    problem_of(sam_calls.get(path), 404)


def test_a_method_that_is_not_there_is_a_405_that_names_the_others(sam_calls):
    answer = sam_calls.client.put(f"{BASE}/threads", headers=sam_calls.headers)
    problem_of(answer, 405)
    assert answer.headers["Allow"] == "GET, HEAD, POST"
    problem_of(sam_calls.client.options(f"{BASE}/threads", headers=sam_calls.headers), 405)


def test_a_body_of_another_kind_is_a_415(sam_calls, thread):
    path = f"{BASE}/threads/{thread.pk}/messages"
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"):
        problem_of(sam_calls.client.generic("POST", path, "body=x", kind, headers=sam_calls.headers), 415)
    json = sam_calls.client.post(
        f"{BASE}/attachments", "{}", content_type="application/json", headers=sam_calls.headers
    )
    problem_of(json, 415)


@pytest.mark.parametrize(
    "body",
    [b"{", b"[" * 100_000, b'{"a":' * 50_000, b"\xff\xfe", b"NaN", b"1" * 5000, b"", b"null", b'"x"', b"[1]"],
    ids=lambda body: repr(body[:12]),
)
def test_a_body_that_is_no_object_is_a_400(body, thread, sam_calls):
    problem_of(sam_calls.post(f"/threads/{thread.pk}/messages", body), 400)


def test_a_body_that_is_too_large_is_a_413(thread, sam_calls, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    problem_of(sam_calls.post(f"/threads/{thread.pk}/messages", {"body": "x" * 1000}), 413)


def test_an_accept_header_we_cannot_serve_is_a_406(sam_calls):
    answer = sam_calls.client.get(f"{BASE}/threads", headers=sam_calls.headers | {"Accept": "text/html"})
    problem_of(answer, 406)


def test_a_session_posts_only_with_its_csrf_token(shop, thread):
    client = Client(enforce_csrf_checks=True)
    client.force_login(shop.sam.user, backend="accounts.backends.PersonBackend")
    path = f"{BASE}/threads/{thread.pk}/read"
    problem_of(client.generic("POST", path), 403)
    client.cookies["csrftoken"] = "x" * 32
    assert client.generic("POST", path, headers={"X-CSRFToken": "x" * 32}).status_code == 200
    assert client.get(f"{BASE}/threads").status_code == 200


def test_nobody_is_told_to_sign_in(db):
    answer = Caller().get("/threads")
    problem_of(answer, 401)
    assert answer.headers["WWW-Authenticate"] == 'Bearer realm="api"'


def test_a_host_we_do_not_serve_is_a_400(sam_calls):
    for host in ("evil.example", "evil.example:80", "127.0.0.1.evil.example", "a b"):
        answer = sam_calls.client.get(f"{BASE}/threads", headers=sam_calls.headers | {"Host": host})
        problem_of(answer, 400)


def test_our_own_fault_is_a_500_without_its_reason(shop, monkeypatch):
    def break_down(*args: object) -> None:
        raise RuntimeError("secret reason")

    monkeypatch.setattr("messaging.api.views.threads.mailbox_of", break_down)
    caller = Caller(shop.sam, client=Client(raise_request_exception=False))
    answer = caller.get("/threads")
    problem_of(answer, 500)
    assert b"secret" not in answer.content


def test_a_database_that_is_away_means_try_again(sam_calls, monkeypatch):
    def go_away(*args: object) -> None:
        raise OperationalError("connection refused")

    monkeypatch.setattr("messaging.api.views.threads.mailbox_of", go_away)
    answer = sam_calls.get("/threads")
    problem_of(answer, 503)
    assert answer.headers["Retry-After"] == "5"


@pytest.fixture
def rates(monkeypatch) -> dict[str, str]:
    given = {name: str(rate) for name, rate in api_settings.DEFAULT_THROTTLE_RATES.items()}
    monkeypatch.setattr("rest_framework.throttling.SimpleRateThrottle.THROTTLE_RATES", given)
    return given


def test_who_asks_too_often_is_told_when_to_come_back(shop, rates, calls):
    rates["person"] = "2/min"
    one, other = calls(shop.sam), calls(shop.bea)
    assert [one.get("/threads").status_code for _try in range(2)] == [200, 200]
    answer = calls(shop.sam).get("/changes?since=0")
    problem_of(answer, 429)
    assert 1 <= int(answer.headers["Retry-After"]) <= 60
    assert other.get("/threads").status_code == 200


def test_tokens_are_handed_out_at_a_bounded_rate(db, rates):
    rates["token"] = "1/min"
    problem_of(Caller().post("/token", {}), 400)
    problem_of(Caller().post("/token", {}), 429)
    forged = Caller(headers={"X-Forwarded-For": "203.0.113.9"})
    problem_of(forged.post("/token", {}), 429)


def test_without_the_cache_reading_goes_on_and_signing_in_does_not(sam_calls, monkeypatch):
    def fail(*args: object, **options: object) -> None:
        raise redis.exceptions.ConnectionError

    monkeypatch.setattr(cache, "get", fail)
    assert sam_calls.get("/threads").status_code == 200
    problem_of(Caller().post("/token", {}), 503)


@pytest.mark.parametrize(
    ("address", "network"),
    [("192.0.2.7", "192.0.2.7"), ("2001:db8:1:2:3::4", "2001:db8:1:2::"), ("", "unknown")],
)
def test_a_caller_with_ipv6_is_their_network(address, network):
    assert network_of(address) == network


def test_nothing_of_the_api_is_kept_by_caches(sam_calls):
    for path in ("/threads", "/nothing-here", "/changes?since=0"):
        answer = sam_calls.get(path)
        assert answer.status_code == 404 or "no-store" in answer.headers["Cache-Control"]

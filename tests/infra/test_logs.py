"""Log lines carry ids and never an address."""

from __future__ import annotations

import io
import json
import logging
import time
from collections.abc import Iterator

import pytest
import structlog.testing
from django.test import Client

from messagecenter.logs import logging_config, scrub
from messaging.filetypes import FileRefused, check_file


@pytest.fixture
def logged() -> Iterator[io.StringIO]:
    """What a logger writes that is set up as in production."""
    config = logging_config(json=True)["formatters"]["line"]
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(config.pop("()")(**config))
    logger = logging.getLogger("tests.lines")
    logger.addHandler(handler)
    logger.setLevel("INFO")
    yield stream
    logger.removeHandler(handler)


@pytest.mark.parametrize(
    "line",
    [
        "refused bea.miller+shop@mail.example.org today",
        "<k7m2q9x4r8t3vna@msg.example-market.com>",
        "user%40 is fine but sam@localhost is not",
        "a" * 100_000 + " eve@example.com",
        "ünïcode@exämple.com",
    ],
)
def test_an_address_does_not_reach_the_log(line: str) -> None:
    assert "@" not in scrub(line)


def test_scrubbing_is_quick_on_long_lines() -> None:
    started = time.perf_counter()
    scrub("a." * 200_000 + "@")
    assert time.perf_counter() - started < 2


def test_a_traceback_is_scrubbed_too(logged: io.StringIO) -> None:
    try:
        raise ValueError("no such person: bea@example.com")
    except ValueError:
        logging.getLogger("tests.lines").exception("could not tell %s", "sam@example.com")
    told = json.loads(logged.getvalue())
    assert told["event"] == "could not tell [address]"
    assert "no such person: [address]" in told["exception"]


def test_an_id_from_the_proxy_is_kept_and_a_strange_one_is_not(client: Client, db: None) -> None:
    kept = client.get("/healthz", headers={"x-request-id": "0123456789abcdef"})
    assert kept.headers["X-Request-ID"] == "0123456789abcdef"
    made = client.get("/healthz", headers={"x-request-id": "two words\u2028"})
    assert len(made.headers["X-Request-ID"]) == 32


def test_a_request_is_logged_by_its_route_without_its_path(client: Client, db: None) -> None:
    with structlog.testing.capture_logs() as lines:
        client.get("/nowhere/a-secret-token/", headers={"x-request-id": "0123456789abcdef"})
    told = next(line for line in lines if line["event"] == "request")
    assert (told["method"], told["route"], told["status"]) == ("GET", "-", 404)
    assert "a-secret-token" not in str(lines)


def test_a_file_that_cannot_be_read_leaves_nothing_of_itself_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    broken = b"%PDF-1.7\n1 0 obj\n<< /Author (Bea Marlowe) oops Marlowe >>\nendobj\nstartxref\n9\n%%EOF\n"
    with pytest.raises(FileRefused):
        check_file("letter.pdf", broken, most_bytes=1000)
    assert caplog.text == ""

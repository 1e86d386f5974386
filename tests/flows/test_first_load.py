"""The buyer's inbox on its first visit: light, still, and useful without script."""

from __future__ import annotations

import gzip
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Response, expect
from whitenoise.compress import Compressor

from tests.flows.site import DESK, PHONE, Site

pytestmark = [pytest.mark.slow, pytest.mark.sqlite_only, pytest.mark.browser, pytest.mark.timeout(240)]

MOST_BYTES = 150 * 1024
PROXY_LEVEL = 5
MOST_SHIFT = 0.02
SHIFTS = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => { if (!entry.hadRecentInput) sum += entry.value; }))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 1500);
})"""


@pytest.mark.parametrize("page", ["/messages/", "thread"])
def test_a_first_visit_costs_less_than_150_kb_compressed(site: Site, chromium: Browser, page: str) -> None:
    state = site.signed_in_state(chromium)
    context = chromium.new_context(viewport=PHONE, storage_state=state)  # type: ignore[arg-type]
    path = site.thread("Is this light enough?") if page == "thread" else page
    answers: list[Response] = []
    tab = context.new_page()
    tab.on("response", lambda answer: answers.append(answer))
    tab.goto(site.url + path, wait_until="load")
    tab.wait_for_timeout(2_000)
    bytes_of = dict(weighed(answer) for answer in answers)
    context.close()
    assert any(name.endswith(".css") for name in bytes_of)
    assert any(name.endswith(".js") for name in bytes_of)
    heaviest = sorted(bytes_of.items(), key=lambda each: -each[1])
    assert sum(bytes_of.values()) <= MOST_BYTES, heaviest


def weighed(answer: Response) -> tuple[str, int]:
    """Its path and its bytes on the way: a static file as WhiteNoise packs it, a page as the proxy does (deploy/nginx.conf)."""
    path = urlsplit(answer.url).path
    if answer.headers.get("content-type", "").startswith("text/event-stream"):
        return path, 0
    body = answer.body()
    if not path.startswith("/static/"):
        return path, len(gzip.compress(body, PROXY_LEVEL))
    if not Compressor().should_compress(path):
        return path, len(body)
    return path, min(len(body), len(Compressor.compress_brotli(body)))


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_nothing_moves_once_it_is_drawn(site: Site, chromium: Browser, size: dict[str, int]) -> None:
    thread = site.thread("Does this stay where it is?")
    context = chromium.new_context(viewport=size, storage_state=site.signed_in_state(chromium))  # type: ignore[arg-type]
    page = context.new_page()
    for path in ("/", "/messages/", thread, "/orders/", "/preferences/"):
        page.goto(site.url + path)
        assert page.evaluate(SHIFTS) < MOST_SHIFT, path
    context.close()


def test_without_script_a_buyer_reads_writes_and_sends(site: Site, chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = site.sign_in(context)
    thread = site.thread("Where is my lamp?")
    page.goto(f"{site.url}/messages/?folder=sent")
    page.locator(f"a[href='{thread}']").first.click()
    expect(page.get_by_text("Where is my lamp?").first).to_be_visible()
    page.get_by_label("Message", exact=True).fill("Is it on its way?")
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_text("Is it on its way?")).to_be_visible()
    assert site.said(thread) == ["Where is my lamp?", "Is it on its way?"]
    _asks_about_an_order(page, site)
    context.close()


def _asks_about_an_order(page: Page, site: Site) -> None:
    page.goto(f"{site.url}/orders/")
    page.get_by_role("button", name="Contact Seller").first.click()
    page.get_by_label("Message", exact=True).fill("Can I change the colour?")
    page.locator("input[name=topic]").first.check()
    page.get_by_role("button", name="Send", exact=True).click()
    page.wait_for_url("**/messages/t/**")
    expect(page.get_by_text("Can I change the colour?").last).to_be_visible()

"""Without a network: what was read last is still there, and what is written leaves once when it is back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.flows.site import OTHER_BUYER, PHONE, Site
from tests.flows.stack import wait_for

pytestmark = [pytest.mark.slow, pytest.mark.sqlite_only, pytest.mark.browser, pytest.mark.timeout(240)]

KEPT = "caches.keys().then((names) => names.filter((name) => name.startsWith('pages:')))"
KEPT_PATHS = """Promise.all([caches.keys()]).then(async ([names]) => {
  const found = [];
  for (const name of names.filter((each) => each.startsWith("pages:")))
    for (const request of await (await caches.open(name)).keys()) found.push(new URL(request.url).pathname);
  return found;
})"""


@pytest.fixture
def phone(site: Site, chromium: Browser) -> Iterator[BrowserContext]:
    """The buyer's phone, its service worker at work."""
    context = chromium.new_context(viewport=PHONE)  # type: ignore[arg-type]
    page = site.sign_in(context)
    page.goto(f"{site.url}/messages/")
    # The very page that brought the service worker.
    wait_for(lambda: "/messages/" in page.evaluate(KEPT_PATHS), what="the inbox to be kept")
    yield context
    context.close()


def opened(phone: BrowserContext, site: Site, path: str) -> Page:
    """The page, and kept by the device."""
    page = phone.pages[0]
    page.goto(site.url + path)
    wait_for(lambda: path in page.evaluate(KEPT_PATHS), what=f"{path} to be kept")
    return page


def test_the_inbox_and_the_threads_read_last_open_without_a_network(
    site: Site, phone: BrowserContext
) -> None:
    thread = site.thread("Will this be readable in the tunnel?")
    page = opened(phone, site, thread)
    opened(phone, site, "/messages/")
    phone.set_offline(True)
    page.goto(f"{site.url}/messages/")
    expect(page.get_by_role("heading", name="Your Messages")).to_be_visible()
    expect(page.get_by_text("You are offline:")).to_be_visible()
    page.goto(site.url + thread)
    expect(page.get_by_text("Will this be readable in the tunnel?").first).to_be_visible()
    colour = page.evaluate("getComputedStyle(document.querySelector('.mc-bar')).backgroundColor")
    assert colour == "rgb(24, 34, 47)", "drawn without its style"
    page.goto(f"{site.url}/orders/")
    expect(page.get_by_role("heading", name="You are offline")).to_be_visible()
    page.get_by_role("link", name="Your Messages").click()
    expect(page.get_by_role("heading", name="Your Messages")).to_be_visible()


def test_what_is_sent_offline_waits_in_sight_and_arrives_once(site: Site, phone: BrowserContext) -> None:
    thread = site.thread("Where is my parcel?")
    page = opened(phone, site, thread)
    phone.set_offline(True)
    page.goto(site.url + thread)
    page.get_by_label("Message", exact=True).fill("I am at home on Friday.")
    page.get_by_role("button", name="Send", exact=True).click()
    waiting = page.get_by_label("Your message, not sent yet")
    expect(waiting).to_contain_text("I am at home on Friday.")
    expect(waiting).to_contain_text("Will be sent when you are back online")
    expect(page.get_by_label("Message", exact=True)).to_have_value("")
    assert site.said(thread) == ["Where is my parcel?"]
    # Still there after the page was closed and opened again, and told on other pages.
    page.goto(f"{site.url}/messages/")
    expect(page.get_by_text("1 message will be sent when you are back online.")).to_be_visible()
    page.goto(site.url + thread)
    expect(waiting).to_be_visible()

    phone.set_offline(False)
    expect(waiting).to_have_count(0, timeout=20_000)
    expect(page.get_by_text("I am at home on Friday.")).to_be_visible()
    page.reload()
    page.wait_for_timeout(1_500)
    assert site.said(thread) == ["Where is my parcel?", "I am at home on Friday."]


def test_a_send_whose_answer_was_lost_makes_one_message(site: Site, phone: BrowserContext) -> None:
    thread = site.thread("Where is my kettle?")
    page = opened(phone, site, thread)
    lost: list[int] = []

    def lose_the_answer(route: object) -> None:
        if route.request.method != "POST" or lost:  # type: ignore[attr-defined]
            return route.continue_()  # type: ignore[attr-defined, no-any-return]
        lost.append(route.fetch().status)  # type: ignore[attr-defined]
        return route.abort("connectionreset")  # type: ignore[attr-defined, no-any-return]

    phone.route(f"**{thread}", lose_the_answer)
    page.get_by_label("Message", exact=True).fill("It should be blue.")
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_label("Your message, not sent yet")).to_be_visible()
    assert lost == [200]
    page.reload()
    expect(page.get_by_label("Your message, not sent yet")).to_have_count(0, timeout=20_000)
    expect(page.get_by_text("It should be blue.")).to_have_count(1)
    assert site.said(thread) == ["Where is my kettle?", "It should be blue."]


def test_a_message_that_waits_can_be_taken_back(site: Site, phone: BrowserContext) -> None:
    thread = site.thread("Where is my chair?")
    page = opened(phone, site, thread)
    phone.set_offline(True)
    page.get_by_label("Message", exact=True).fill("Never mind.")
    page.get_by_role("button", name="Send", exact=True).click()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_label("Your message, not sent yet")).to_have_count(0)
    expect(page.get_by_label("Message", exact=True)).to_have_value("Never mind.")
    phone.set_offline(False)
    page.reload()
    page.wait_for_timeout(1_500)
    assert site.said(thread) == ["Where is my chair?"]


def test_signing_out_leaves_nothing_of_the_person_on_the_device(site: Site, phone: BrowserContext) -> None:
    page = opened(phone, site, site.thread("Nobody else reads this."))
    page.goto(f"{site.url}/")
    page.get_by_role("main").get_by_role("button", name="Sign out").click()
    page.wait_for_url(f"{site.url}/**")
    wait_for(lambda: page.evaluate(KEPT) == [], what="the kept pages to go")
    assert page.evaluate("Object.keys(localStorage).filter((key) => /^(draft|outbox):/.test(key))") == []


def test_another_person_on_the_device_finds_nothing_of_the_first(site: Site, phone: BrowserContext) -> None:
    thread = site.thread("This is mine alone.")
    opened(phone, site, thread)
    # The session ends by itself: nobody pressed Sign out.
    phone.clear_cookies()
    page = phone.pages[0]
    site.sign_in(phone, OTHER_BUYER)
    phone.pages[1].goto(f"{site.url}/messages/")
    wait_for(lambda: "/messages/" in page.evaluate(KEPT_PATHS), what="the second person's inbox to be kept")
    assert page.evaluate(KEPT_PATHS) == ["/messages/"]
    phone.set_offline(True)
    page.goto(site.url + thread)
    expect(page.get_by_role("heading", name="You are offline")).to_be_visible()


def test_a_device_keeps_no_more_than_thirty_pages(site: Site, phone: BrowserContext) -> None:
    page = opened(phone, site, site.thread("The newest stays."))
    newest = page.url.removeprefix(site.url)
    page.evaluate(
        """async () => {
          const [name] = (await caches.keys()).filter((each) => each.startsWith("pages:"));
          const cache = await caches.open(name);
          for (let at = 0; at < 40; at++) await cache.put("/messages/t/old-" + at + "/", new Response("old"));
        }"""
    )
    page.goto(f"{site.url}/orders/")
    opened(phone, site, newest)
    kept = wait_for(
        lambda: len(page.evaluate(KEPT_PATHS)) <= 30 and page.evaluate(KEPT_PATHS), what="the oldest to go"
    )
    assert len(kept) == 30
    assert newest in kept


def test_the_site_can_be_installed(site: Site, phone: BrowserContext) -> None:
    page = phone.pages[0]
    session = phone.new_cdp_session(page)
    told = session.send("Page.getAppManifest")
    assert told["errors"] == []
    assert '"name": "Example Market messages"' in told["data"]
    faults = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert [fault["errorId"] for fault in faults if fault["errorId"] != "in-incognito"] == []

"""WCAG 2.2 A and AA on every page a buyer comes to, light and dark, and on the shop's; and how a phone shows them."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.flows.site import DESK, PHONE, SELLER, SIGNED_OUT_PAGES, Site, buyer_pages, shown

pytestmark = [pytest.mark.slow, pytest.mark.sqlite_only, pytest.mark.browser, pytest.mark.timeout(240)]

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
}
SELLER_PAGES = [
    "/seller/", "/seller/messages/", "/seller/orders/", "/seller/settings/notifications/",
    "/seller/settings/senders/", "/seller/settings/staff/",
]  # fmt: skip

# What a thumb must hit: every link, button and field, but links inside a sentence (WCAG 2.5.8, exceptions).
MEASURE = """() => {
  const seen = (element) => {
    const box = element.getBoundingClientRect(), style = getComputedStyle(element);
    return box.width > 1 && box.height > 1 && style.visibility !== "hidden" && style.opacity !== "0" && !element.closest("[inert]");
  };
  const inline = (element) => element.matches("a, .mc-linkbtn") && getComputedStyle(element).display.startsWith("inline")
    && [...element.parentElement.childNodes].some((node) => node !== element && node.textContent.trim());
  const area = (element) => {
    const label = element.matches("input[type=checkbox], input[type=radio], input[type=file]") && element.closest("label");
    const row = element.matches("[data-open]") && element.closest("[data-row]");
    return (label || row || element).getBoundingClientRect();
  };
  const covered = (element) => element.matches(".visually-hidden, .mc-skip, .mc-skip *") ;
  const targets = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")]
    .filter((element) => seen(element) && !covered(element) && !element.disabled);
  const told = targets.filter((element) => !inline(element)).map((element) => {
    const box = area(element);
    return { element, box, x: box.x + box.width / 2, y: box.y + box.height / 2,
             name: (element.getAttribute("aria-label") || element.textContent || element.name || "").trim().slice(0, 40),
             kind: element.tagName.toLowerCase() + "." + element.className };
  });
  const main = "MAIN";
  const small = [];
  for (const one of told) {
    const least = Math.min(one.box.width, one.box.height), size = Math.round(one.box.width) + "x" + Math.round(one.box.height);
    if (one.element.matches(main) && one.box.height < 43.5) small.push(["under 44", size, one.kind, one.name]);
    else if (least < 23.5) {
      const near = told.some((other) => other !== one && !other.element.contains(one.element) && !one.element.contains(other.element)
        && distance(one, other) < 12);
      if (near) small.push(["under 24 and crowded", size, one.kind, one.name]);
    }
  }
  function distance(one, other) {
    const dx = Math.max(other.box.left - one.x, 0, one.x - other.box.right);
    const dy = Math.max(other.box.top - one.y, 0, one.y - other.box.bottom);
    return Math.hypot(dx, dy);
  }
  return { small, over: document.documentElement.scrollWidth - document.documentElement.clientWidth };
}""".replace("MAIN", ".btn, .mc-bottom a, .mc-bar__item, .mc-brand, [data-open], .form-control, .form-select, textarea, .mc-pill, .mc-pick")  # fmt: skip


def violations(page: Page) -> list[list[str]]:
    found: list[dict[str, Any]] = Axe().run(page, options=RULES).response["violations"]
    return [[rule["id"], node["target"][0], node["html"][:120]] for rule in found for node in rule["nodes"]]


def checked(page: Page, url: str, paths: list[str], faults: dict[str, Any]) -> None:
    for path in paths:
        page.goto(url + path)
        if found := violations(page):
            faults[path] = found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_of_a_buyer_breaks_a_rule_of_wcag(site: Site, chromium: Browser, scheme: str) -> None:
    faults: dict[str, Any] = {}
    stranger = chromium.new_context(viewport=DESK, color_scheme=scheme)  # type: ignore[arg-type]
    checked(stranger.new_page(), site.url, SIGNED_OUT_PAGES, faults)
    page = site.sign_in(stranger)
    checked(page, site.url, buyer_pages(page, site.url), faults)
    stranger.close()
    assert not faults, shown(faults)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_of_a_shop_breaks_a_rule_of_wcag(site: Site, chromium: Browser, scheme: str) -> None:
    faults: dict[str, Any] = {}
    context = chromium.new_context(viewport=DESK, color_scheme=scheme)  # type: ignore[arg-type]
    page = site.sign_in(context, SELLER)
    page.goto(site.url + "/seller/messages/")
    thread = page.locator("#queue-list [data-open]").first.get_attribute("href") or ""
    checked(page, site.url, [*SELLER_PAGES, thread], faults)
    context.close()
    assert not faults, shown(faults)


def test_on_a_phone_every_target_is_large_enough_and_nothing_scrolls_sideways(
    site: Site, chromium: Browser
) -> None:
    faults: dict[str, Any] = {}
    context = chromium.new_context(viewport=PHONE, is_mobile=True, has_touch=True)  # type: ignore[arg-type]
    page = site.sign_in(context)
    paths = buyer_pages(page, site.url)
    assert len(paths) > 20
    for path in paths:
        page.goto(site.url + path)
        measured = page.evaluate(MEASURE)
        if measured["small"] or measured["over"]:
            faults[path] = measured
        if path in {"/messages/", paths[11]} and (broken := violations(page)):
            faults[path] = [measured, broken]
    context.close()
    assert not faults, shown(faults)

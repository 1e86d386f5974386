"""The demo, running: what browser tests look at when they need every page rather than one job."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from tests.flows.stack import Stack

PASSWORD = "demo-demo-demo"
BUYER, OTHER_BUYER, SELLER = "buyer@example.com", "buyer2@example.com", "seller@example.com"
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1440, "height": 900}


@dataclass(frozen=True)
class Site:
    stack: Stack

    @property
    def url(self) -> str:
        return self.stack.url

    def sign_in(self, context: BrowserContext, email: str = BUYER) -> Page:
        page = context.new_page()
        page.goto(f"{self.url}/accounts/login/")
        page.get_by_label("E-mail").fill(email)
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url(lambda url: "/accounts/login" not in url)
        return page

    def signed_in_state(self, chromium: Browser, email: str = BUYER) -> Any:
        """What a browser remembers of somebody who signed in: given to a new context, they are in."""
        context = chromium.new_context()
        self.sign_in(context, email)
        state = context.storage_state()
        context.close()
        return state

    def thread(self, text: str) -> str:
        """The path of a new thread of the demo's buyer with the demo's shop, opened with these words."""
        made: dict[str, str] = self.stack.scene("ask", BUYER, text)
        return f"/messages/t/{made['thread']}/"

    def answer(self, path: str, text: str) -> None:
        """The shop's owner writes in the thread."""
        self.stack.scene("answer", _id_in(path), text)

    def said(self, path: str) -> list[str]:
        """The texts of a thread, in order, as the database holds them."""
        told: dict[str, list[str]] = self.stack.scene("said", _id_in(path))
        return told["texts"]


def buyer_pages(page: Page, url: str) -> list[str]:
    """The path of every kind of page a buyer can come to, found as a buyer finds them: by following links."""
    paths = ["/", "/messages/", "/orders/", "/preferences/", "/verify-mail/", "/verify-mail/?code=AAAA-AAAA"]
    paths += [f"/messages/?folder={folder}" for folder in ("sent", "archive", "deleted")]
    paths += ["/messages/?category=sellers&unread=1", "/messages/?q=nothing-like-it"]
    page.goto(f"{url}/messages/")
    threads = _links(page, "/messages/t/")
    page.goto(f"{url}/orders/")
    order = _links(page, r"/orders/[^/]+/$")[0]
    number = order.split("/")[2]
    page.goto(url + order)
    product = _links(page, "/products/")[0]
    paths += [*threads, order, product, f"/messages/new/?order={number}"]
    paths += ["/messages/new/", f"/messages/new/?product={product.split('/')[2]}"]
    for thread in threads:
        page.goto(url + thread)
        if reports := [action for action in _actions(page) if "/report/" in action]:
            paths.append(reports[0])
            break
    return [
        *paths,
        "/accounts/email/",
        "/accounts/password/change/",
        "/accounts/2fa/",
        "/accounts/logout/",
        "/offline/",
        "/nowhere/",
    ]


SIGNED_OUT_PAGES = [
    "/",
    "/accounts/login/",
    "/accounts/signup/",
    "/accounts/password/reset/",
    "/verify-mail/",
]


def _links(page: Page, pattern: str) -> list[str]:
    found: list[str] = page.eval_on_selector_all(
        "a[href]", "links => links.map(link => link.getAttribute('href'))"
    )
    return list(dict.fromkeys(link for link in found if re.search(pattern, link)))


def _actions(page: Page) -> list[str]:
    found: list[str] = page.eval_on_selector_all(
        "form[action]", "forms => forms.map(form => form.getAttribute('action'))"
    )
    return found


def _id_in(path: str) -> str:
    return path.rstrip("/").rpartition("/")[2]


@contextmanager
def running_site(folder: Path) -> Iterator[Site]:
    stack = Stack(folder)
    stack.environment |= {"DEMO": "true", "EMAIL_URL": "captured://"}
    try:
        stack.start(with_doors=True)
        stack.manage("seed_demo", "--buyers", "4", "--sellers", "3", "--threads", "40")
        yield Site(stack)
    finally:
        stack.close()


def shown(found: Any) -> str:
    return json.dumps(found, indent=1, ensure_ascii=False)

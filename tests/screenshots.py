"""Pictures of every page of a running demo, both widths and themes, for looking at and for docs/screenshots/.

python -m tests.screenshots http://127.0.0.1:8000 FOLDER [page …]
"""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.flows.conftest import CHROMIUM_FLAGS
from tests.needs import need_chromium

PASSWORD = "demo-demo-demo"
WIDTHS = {"desktop": (1440, 900), "phone": (390, 844)}
BUYER = {
    "buyer-inbox": "/messages/",
    "buyer-orders": "/orders/",
    "buyer-order": "first:/orders/ a[href^='/orders/EM-']",
    "buyer-thread": "first:/messages/ a[href^='/messages/t/']",
    "contact-seller": "first:/orders/ a[href^='/messages/new/']",
    "buyer-preferences": "/preferences/",
    "product": "first:/orders/ a[href^='/products/']",
    "verify-mail": "/verify-mail/",
}
SELLER = {
    "seller-home": "/seller/",
    "seller-inbox": "/seller/messages/",
    "seller-thread": "first:/seller/messages/ a[href^='/messages/t/']",
    "seller-orders": "/seller/orders/",
    "seller-notifications": "/seller/settings/notifications/",
    "seller-senders": "/seller/settings/senders/",
    "seller-staff": "/seller/settings/staff/",
}
NOBODY = {
    "home": "/",
    "sign-in": "/accounts/login/",
    "sign-up": "/accounts/signup/",
    "password-reset": "/accounts/password/reset/",
    "not-found": "/nowhere/",
    "demo-mail": "/demo/mail/",
}
ROLES = {"buyer@example.com": BUYER, "seller@example.com": SELLER, "": NOBODY}


def main(base: str, folder: str, *only: str) -> None:
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=need_chromium(), args=CHROMIUM_FLAGS)
        for email, pages in ROLES.items():
            for width, (across, down) in WIDTHS.items():
                for theme in ("light", "dark"):
                    chosen = {name: place for name, place in pages.items() if not only or name in only}
                    if chosen:
                        page = _open(browser, base, email, across=across, down=down, theme=theme)
                        for name, place in chosen.items():
                            _visit(page, base, place)
                            _shoot(page, target / f"{name}-{width}-{theme}.png")
                        page.context.close()
        browser.close()


def _open(browser: Browser, base: str, email: str, *, across: int, down: int, theme: str) -> Page:
    scheme = "dark" if theme == "dark" else "light"
    page = browser.new_context(viewport={"width": across, "height": down}, color_scheme=scheme).new_page()
    page.on("console", lambda message: print(f"console: {message.text}") if message.type == "error" else None)
    if email:
        page.goto(f"{base}/accounts/login/")
        page.locator("#id_login").fill(email)
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url(lambda url: "/accounts/login" not in url)
    return page


def _visit(page: Page, base: str, place: str) -> None:
    """A path, or `first:PATH SELECTOR`: the first such link on that page."""
    if not place.startswith("first:"):
        page.goto(base + place)
        return
    path, _, selector = place.removeprefix("first:").partition(" ")
    page.goto(base + path)
    link = page.locator(selector).first.get_attribute("href") if page.locator(selector).count() else None
    if link is None:
        print(f"nothing matches {selector} on {path}")
        return
    page.goto(base + link)


def _shoot(page: Page, path: Path) -> None:
    page.wait_for_timeout(300)
    sideways = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if sideways > 0:
        print(f"{path.name}: scrolls sideways by {sideways} px")
    page.screenshot(path=path, full_page=True)
    print(path.name)


if __name__ == "__main__":
    main(*sys.argv[1:])

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.flows.site import Site, running_site
from tests.flows.stack import Stack, running_stack
from tests.needs import need_chromium

CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="module", params=["embedded", "production"])
def stack(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """The whole program as processes: SQLite in one run, PostgreSQL in the other."""
    on_postgres = request.param == "production"
    with running_stack(tmp_path_factory.mktemp("stack"), on_postgres=on_postgres, with_doors=True) as running:
        yield running


@pytest.fixture(scope="module", params=["embedded", "production"])
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """Broker, database and worker without doors."""
    on_postgres = request.param == "production"
    with running_stack(
        tmp_path_factory.mktemp("engine"), on_postgres=on_postgres, with_doors=False
    ) as running:
        yield running


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The demo with its people and threads, on SQLite; tests of pages share it."""
    need_chromium()
    with running_site(tmp_path_factory.mktemp("site")) as running:
        yield running


# Not for the session: Playwright keeps an event loop running in this process, and others need to start theirs.
@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    path = need_chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()

"""The site as an app: manifest, service worker, and whose page a device may keep."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from PIL import Image

from accounts.models import Buyer
from messagecenter import installing
from tests.infra.sample import ROOT


def shell_of(client: Client, **headers: str) -> dict[str, Any]:
    script = client.get("/sw.js", headers=headers).content.decode()
    found = re.search(r"^const SHELL = (\{.*\});$", script, re.M)
    assert found, script[:300]
    shell: dict[str, Any] = json.loads(found.group(1))
    return shell


def test_the_app_is_named_after_the_marketplace_and_brings_its_icons(
    db: None, client: Client, settings: Any
) -> None:
    settings.MARKETPLACE_NAME = 'The "Best" Market'
    answer = client.get("/manifest.webmanifest")
    assert answer["Content-Type"] == "application/manifest+json"
    told = answer.json()
    assert told["name"] == 'The "Best" Market messages'
    assert (told["scope"], told["display"], told["dir"]) == ("/", "standalone", "ltr")
    for icon in told["icons"]:
        with Image.open(Path(ROOT) / icon["src"].lstrip("/")) as image:
            assert f"{image.width}x{image.height}" == icon["sizes"]
    assert {icon["purpose"] for icon in told["icons"]} == {"any", "maskable"}
    assert client.get("/manifest.webmanifest", headers={"accept-language": "ar"}).json()["dir"] == "rtl"
    assert 'rel="manifest" href="/manifest.webmanifest"' in client.get("/").content.decode()


def test_the_service_worker_answers_for_the_whole_site_and_names_every_file_of_the_shell(
    db: None, client: Client
) -> None:
    answer = client.get("/sw.js")
    assert answer["Content-Type"] == "text/javascript"
    assert answer["Service-Worker-Allowed"] == "/"
    assert "no-cache" in answer["Cache-Control"]
    shell = shell_of(client)
    assert shell["keptPages"] == 30
    for url in shell["files"]:
        assert (Path(ROOT) / url.lstrip("/")).is_file(), url
    page = client.get("/offline/").content.decode()
    used = set(re.findall(r'(?:href|src)="(/static/[^"#]+)', page))
    assert used - set(shell["files"]) <= {"/static/icons/192.png"}
    rtl = shell_of(client, **{"accept-language": "ar"})
    assert "/static/vendor/bootstrap.rtl.min.css" in rtl["files"]
    assert rtl["version"] != shell["version"]


def test_a_changed_file_makes_another_version(
    db: None, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stands for a deployment with another style sheet: its name carries another digest."""
    before = shell_of(client)["version"]
    assert shell_of(client)["version"] == before
    monkeypatch.setattr(installing, "static", lambda name: f"/static/{name}?new")
    assert shell_of(client)["version"] != before


def test_the_offline_page_is_nobodys(db: None, client: Client) -> None:
    page = client.get("/offline/").content.decode()
    assert "You are offline" in page
    assert "data-person" not in page


def test_a_persons_page_says_whose_it_is_and_nobodys_says_nothing(
    bea: Buyer, client_of: Any, client: Client
) -> None:
    browser = client_of(bea)
    assert browser.get("/messages/")["X-Person"] == str(bea.user.pk)
    assert "X-Person" not in client.get("/")
    assert "X-Person" not in client.get("/accounts/login/")
    assert "X-Person" not in browser.post("/accounts/logout/")
    assert "X-Person" not in browser.get("/")

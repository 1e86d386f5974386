from __future__ import annotations

import re
from io import StringIO

import yaml
from django.core.management import call_command

from tests.api.caller import BASE, Caller


def test_the_description_is_valid_and_complete(db):
    out = StringIO()
    call_command("spectacular", "--validate", "--fail-on-warn", stdout=out)
    described = yaml.safe_load(out.getvalue())
    assert described["openapi"].startswith("3.1")
    paths = described["paths"]
    assert not [path for path in paths if path.endswith("/")]
    for path in ("/threads", "/threads/{thread_id}/messages", "/policy/check", "/changes", "/token"):
        assert BASE + path in paths
    for path, operations in paths.items():
        for operation in operations.values():
            assert operation.get("description"), f"{path} says nothing of itself"


def test_the_description_is_served_as_json_and_yaml(db):
    caller = Caller()
    assert caller.get("/schema/", {"format": "json"}).json()["openapi"].startswith("3.1")
    assert caller.get("/schema/").headers["Content-Type"].startswith("application/vnd.oai.openapi")


def test_the_page_to_try_it_runs_under_our_content_policy(db):
    page = Caller().get("/docs/")
    assert page.status_code == 200
    html = page.content.decode()
    assert not re.search(r"<style|style=|<script>|\son\w+=|https?://", html)
    policy = page.headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    script = Caller().get("/docs/", {"script": ""})
    assert script.headers["Content-Type"].startswith("application/javascript")
    assert f"{BASE}/schema" in script.content.decode().replace("\\u002D", "-")

"""The measuring runs, says what it measured on, and leaves nothing behind."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from messagecenter.measuring import search
from tests.needs import PROJECT

pytestmark = [pytest.mark.slow, pytest.mark.sqlite_only]


def bench(folder, *arguments: str) -> subprocess.CompletedProcess[str]:
    keep = {name: value for name, value in os.environ.items() if not name.endswith(("_URL", "_MODULE"))}
    return subprocess.run(
        [sys.executable, "manage.py", "bench", "--only", "pages", "--rounds", "1", *arguments],
        cwd=PROJECT,
        env={**keep, "DATA_DIR": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_each_page_is_told_beside_its_limit(tmp_path):
    ran = bench(tmp_path, "--messages", "200,600", "--json")
    assert ran.returncode == 0, ran.stderr
    told = json.loads(ran.stdout)
    assert told["database"] == "sqlite"
    assert {row["page"] for row in told["pages"]["costs"]} == {
        "inbox",
        "seller inbox",
        "thread of 50",
        "seller thread of 50",
        "badge",
        "send",
    }
    for row in told["pages"]["costs"]:
        assert 0 < row["empty_ms"] < row["floor_ms"]
        assert row["limit"] == 2.0
    assert {row["page"] for row in told["pages"]["growth"]} == {
        "floor",
        *(row["page"] for row in told["pages"]["costs"]),
    }


def test_on_sqlite_it_says_so(tmp_path):
    ran = bench(tmp_path, "--messages", "200")
    assert ran.returncode == 0, ran.stderr
    assert "Measured on SQLite" in ran.stdout


@pytest.mark.parametrize("wrong", ["many", "10", "1000;2000"])
def test_a_size_that_measures_nothing_is_refused(tmp_path, wrong):
    ran = bench(tmp_path, "--messages", wrong)
    assert ran.returncode != 0
    assert "--messages" in ran.stderr


@pytest.mark.django_db
def test_a_search_is_told_beside_its_limit_and_its_growth(monkeypatch):
    monkeypatch.setattr(search, "THREADS", 60)
    costs, growth = search.measure((200, 400), rounds=2)
    found = {(cost.search, cost.messages): cost.found for cost in costs}
    assert len(found) == 8
    assert {count for (name, _size), count in found.items() if name == "common"} == {60}
    assert {count for (name, _size), count in found.items() if name == "none"} == {0}
    for cost in costs:
        assert 0 < cost.median_ms <= cost.worst_ms
        assert cost.as_dict()["limit_ms"] == 50.0
    assert {row.search for row in growth} == {"rare", "common", "two words", "none"}

"""The rooms and habits of the code, held by a test (docs/architecture.md)."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.needs import PROJECT

ROOMS = ("accounts", "messagecenter", "messaging", "notifications", "orders")
MOST_LINES = 300


def sources(*folders: str) -> list[Path]:
    found = [path for folder in folders for path in (PROJECT / folder).rglob("*.py")]
    return sorted(path for path in found if "migrations" not in path.parts)


def test_imports_point_down() -> None:
    from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

    assert lint_imports(config_filename=str(PROJECT / "pyproject.toml")) == EXIT_STATUS_SUCCESS


def test_a_module_is_named_for_the_one_thing_in_it() -> None:
    assert [path for path in sources(*ROOMS) if path.stem in {"utils", "helpers", "misc", "common"}] == []


@pytest.mark.parametrize("room", ROOMS)
def test_a_file_can_be_read_at_one_sitting(room: str) -> None:
    long = {
        str(path.relative_to(PROJECT)): lines
        for path in sources(room)
        if (lines := len(path.read_text().splitlines())) > MOST_LINES
    }
    assert long == {}


def test_nothing_hangs_on_saving_a_row() -> None:
    """Consequences are found by their event in the ledger, not by a signal of the ORM."""
    banned = {"post_save", "pre_save", "post_delete", "pre_delete", "m2m_changed"}
    for path in sources(*ROOMS):
        imported = {
            alias.name
            for node in ast.walk(ast.parse(path.read_text()))
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("django.db.models.signals")
            for alias in node.names
        }
        assert not imported & banned, path


@pytest.mark.django_db
def test_every_migration_is_written() -> None:
    from django.core.management import call_command

    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_pages_hold_no_inline_code() -> None:
    """The content security policy would refuse it in front of people instead of here. Mails have no policy."""
    inline = re.compile(r"<style|<script[^>]*>[^<]|\sstyle=|\son(click|change|submit|load|input)=")
    pages = [path for path in (PROJECT / "templates").rglob("*.html") if "mail" not in path.parts]
    assert [str(path) for path in pages if inline.search(path.read_text())] == []

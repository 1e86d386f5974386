"""A wrong or missing setting stops the start with one sentence that names it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.infra.sample import ROOT, sample_environment


def start(data: Path, **changes: str | None) -> subprocess.CompletedProcess[str]:
    environment = sample_environment(data)
    for name, value in changes.items():
        if value is None:
            environment.pop(name, None)
        else:
            environment[name] = value
    command = [sys.executable, "-c", "import messagecenter.settings"]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def test_the_sample_settings_start(tmp_path: Path) -> None:
    done = start(tmp_path)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", None),
        ("MESSAGE_KEYS", None),
        ("MESSAGE_KEYS", "k1:short"),
        ("DATABASE_URL", "mysql://user@host/name"),
        ("REDIS_URL", "http://host"),
        ("BROKER_URL", "ftp://host"),
        ("STORAGE_URL", "s3://key:secret@host"),
        ("EMAIL_URL", "pigeon://host"),
        ("SITE_URL", "http://messages.example-market.com"),
        ("ALLOWED_HOSTS", "*"),
        ("ALLOWED_HOSTS", ""),
        ("RELAY_DOMAIN", "example-market.com"),
        ("MARKETPLACE_DOMAIN", "https://example-market.com/"),
        ("REPLY_DUE_HOURS", "soon"),
        ("PROACTIVE_WINDOW_DAYS", "0"),
        ("DEBUG", "true"),
        ("REQUIRE_STAFF_MFA", "maybe"),
        ("CLAMD_URL", "http://host"),
        ("DATABASE_URL", "postgres://[half/name"),
        ("REDIS_URL", "redis://host:port"),
        ("STORAGE_URL", "s3://key:secret@host:port/bucket"),
        ("EMAIL_URL", "smtp://host:port"),
        ("EMAIL_URL", "smtp://"),
        ("SITE_URL", "https://"),
        ("REPLY_DUE_HOURS", "9" * 14),
        ("RAW_MAIL_DAYS", "9" * 5000),
    ],
)
def test_a_wrong_setting_stops_the_start_and_is_named(name: str, value: str | None, tmp_path: Path) -> None:
    done = start(tmp_path, **{name: value})
    assert done.returncode != 0
    last = done.stderr.strip().splitlines()[-1]
    assert last.startswith("django.core.exceptions.ImproperlyConfigured: "), done.stderr
    assert name in last


def test_the_command_line_says_the_sentence_and_nothing_else(tmp_path: Path) -> None:
    environment = sample_environment(tmp_path) | {"DEBUG": "maybe"}
    command = [sys.executable, "manage.py", "check"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "DEBUG is “maybe”: write true or false.\n")


def test_a_data_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("")
    done = start(tmp_path, DATA_DIR=str(taken / "data"), DATABASE_URL=None, SECRET_KEY=None)
    assert (
        done.stderr.strip()
        .splitlines()[-1]
        .startswith("django.core.exceptions.ImproperlyConfigured: DATA_DIR")
    )


def test_the_embedded_mode_makes_its_secrets_once_and_keeps_them_private(tmp_path: Path) -> None:
    unset = dict.fromkeys(("DATABASE_URL", "SECRET_KEY", "MESSAGE_KEYS"))
    assert start(tmp_path, **unset).returncode == 0
    kept = tmp_path / "secrets.env"
    made = kept.read_text()
    assert kept.stat().st_mode & 0o777 == 0o600
    assert start(tmp_path, **unset).returncode == 0
    assert kept.read_text() == made

"""The containers' description agrees with the code: commands exist, variables are explained."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.core.management import get_commands

from tests.infra.sample import sample_environment

ROOT = Path(__file__).resolve().parent.parent.parent
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
OURS = sorted(name for name, service in SERVICES.items() if "build" in service)
EXAMPLE = (ROOT / ".env.example").read_text()
EXPLAINED = sample_environment(Path("/nowhere")).keys() - {"PATH"}


def test_every_process_of_production_is_there() -> None:
    assert {"web", "live", "worker", "beat", "mail", "proxy", "postgres", "redis", "store"} <= set(SERVICES)


@pytest.mark.parametrize("name", OURS)
def test_a_service_runs_something_that_exists(name: str) -> None:
    command = SERVICES[name]["command"]
    program = command[0]
    if program == "python":
        assert command[1] == "manage.py"
        assert command[2] in get_commands()
    else:
        assert shutil.which(program, path=str(Path(sys.executable).parent)), f"{program} is not installed"
    for module in (part.partition(":")[0] for part in command if part.startswith("messagecenter")):
        assert importlib.util.find_spec(module), f"{module} cannot be imported"


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_a_service_that_keeps_running_says_whether_it_is_well(name: str) -> None:
    service = SERVICES[name]
    assert "healthcheck" in service or service.get("restart") == "no"


def test_images_are_pinned() -> None:
    for name, service in SERVICES.items():
        if name not in OURS:
            assert re.search(r":[\w.-]*\d", service["image"]), f"{name} floats"


def test_variables_in_the_compose_file_are_explained() -> None:
    text = (ROOT / "docker-compose.yml").read_text()
    named = set(re.findall(r"(?<!\$)\$\{([A-Z0-9_]+)", text))
    given = {variable for name in OURS for variable in SERVICES[name].get("environment", {})}
    assert named | given <= EXPLAINED


def test_every_setting_that_is_read_is_explained() -> None:
    """In both modes: what the settings read, and nothing that nobody reads."""
    read: set[str] = set()
    database = {"DATABASE_URL": "postgres://user:password@127.0.0.1/name"}
    for extra in ({}, {**database, "SITE_URL": "http://127.0.0.1:8080", "ALLOW_HTTP": "true"}):
        read |= _settings_read(extra)
    compose_only = {"POSTGRES_PASSWORD", "S3_ACCESS_KEY", "S3_SECRET_KEY", "HTTP_PORT", "LMTP_PORT"}
    assert read == EXPLAINED - compose_only


def test_every_variable_has_a_comment() -> None:
    block: list[str] = []
    for line in EXAMPLE.splitlines():
        if not line:
            block = []
        elif line.startswith("#"):
            block.append(line)
        else:
            assert any(not comment.startswith("# ---") for comment in block), f"{line} has no comment above"


def _settings_read(extra: dict[str, str]) -> set[str]:
    script = "from messagecenter import settings; print('\\n'.join(settings.env.read))"
    with tempfile.TemporaryDirectory() as folder:
        environment = sample_environment(Path(folder))
        del environment["DATABASE_URL"]
        done = subprocess.run(
            [sys.executable, "-c", script],
            cwd=ROOT,
            env=environment | extra,
            capture_output=True,
            text=True,
            check=True,
        )
    return set(done.stdout.split())

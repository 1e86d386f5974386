"""The demo, seeded once for all tests of a file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.db import transaction

from messagecenter.demo.seeding import Seeded, seed

NOW = datetime(2026, 11, 21, 12, 40, tzinfo=UTC)


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker) -> Iterator[Seeded]:
    """The whole demo as it stands on a Saturday noon; rolled back after the file's last test."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield seed(now=NOW)
        transaction.set_rollback(True)

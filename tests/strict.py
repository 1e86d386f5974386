"""With REQUIRE_ALL=1 a skip is a failure: a machine that should run everything must not quietly run less."""

from __future__ import annotations

from collections.abc import Generator

import pytest

from tests.needs import require_all


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    # An expected failure (xfail) also reports as skipped; it did run.
    if report.skipped and not hasattr(report, "wasxfail") and require_all():
        _fail(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    if report.skipped and require_all():
        _fail(report)
    return report


def _fail(report: pytest.TestReport | pytest.CollectReport) -> None:
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    report.outcome = "failed"
    report.longrepr = f"REQUIRE_ALL=1, and this was skipped: {reason.removeprefix('Skipped: ')}"

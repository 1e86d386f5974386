from __future__ import annotations

import json
import logging
import os
import warnings
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from messagecenter import wellformed
from messagecenter.measuring import pages, search
from messagecenter.measuring.scratch import scratch_database

Found = dict[str, list[dict[str, Any]]]


class Command(BaseCommand):
    help = (
        "Measures what the project promises, each beside its limit, on a scratch database made and dropped."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--only", choices=sorted(MEASURES), action="append")
        parser.add_argument("--json", action="store_true")
        parser.add_argument("--rounds", type=int, default=25)
        parser.add_argument(
            "--messages", default=",".join(map(str, pages.SIZES)), help="sizes, comma-separated"
        )
        parser.add_argument("--database-url", default="", help="a PostgreSQL whose user may create databases")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            sizes = tuple(sorted({int(size) for size in options["messages"].split(",")}))
        except ValueError as error:
            raise CommandError(
                "--messages takes whole numbers, comma-separated, such as 1000,100000."
            ) from error
        if sizes[0] < 200 or options["rounds"] < 1:
            raise CommandError("--messages starts at 200 and --rounds at 1: fewer measure nothing.")
        if options["database_url"]:
            _require_postgres(options["database_url"])
        # A line per request is written in production too, but it would drown the figures here.
        logging.disable(logging.WARNING)
        warnings.filterwarnings("ignore", message="No directory at")
        server = _server(options["database_url"])
        vendor, found = "", {}
        for name in options["only"] or sorted(MEASURES):
            vendor, found[name] = MEASURES[name](sizes, server, options["rounds"])
        if options["json"]:
            self.stdout.write(json.dumps({"database": vendor, **found}, indent=2))
            return
        if vendor != "postgresql":
            self.stdout.write(
                "Measured on SQLite, whose own work is part of the figures: give --database-url for PostgreSQL."
            )
        tell = {"pages": self._tell_pages, "search": self._tell_search}
        for name, rows in found.items():
            tell[name](vendor, rows)

    def _tell_search(self, vendor: str, found: Found) -> None:
        self.stdout.write(
            f"A search's first page in ms at the database ({vendor}), in a mailbox of 10,000 threads."
        )
        head = f"{'search':<20}{'messages':>10}{'found':>9}{'median':>8}{'worst':>8}{'limit':>7}"
        self.stdout.write(head)
        for row in found["costs"]:
            self.stdout.write(
                f"{row['search']:<20}{row['messages']:>10}{row['found']:>9}{row['median_ms']:>8.2f}"
                f"{row['worst_ms']:>8.2f}{row['limit_ms']:>7.1f}  {_word(row)}"
            )
        self._tell_growth("search", found)

    def _tell_pages(self, vendor: str, found: Found) -> None:
        self.stdout.write(
            f"CPU per request in ms ({vendor}); a floor is session, user, CSRF, one query, 25 rows."
        )
        head = f"{'page':<20}{'messages':>10}{'bytes':>9}{'page':>8}{'empty':>8}{'floor':>8}{'floors':>8}{'limit':>7}"
        self.stdout.write(head)
        for row in found["costs"]:
            self.stdout.write(
                f"{row['page']:<20}{row['messages']:>10}{row['bytes']:>9}{row['page_ms']:>8.2f}{row['empty_ms']:>8.2f}"
                f"{row['floor_ms']:>8.2f}{row['floors']:>8.2f}{row['limit']:>7.1f}  {_word(row)}"
            )
        self._tell_growth("page", found)

    def _tell_growth(self, what: str, found: Found) -> None:
        for row in found["growth"]:
            self.stdout.write(
                f"{row[what]:<20} × {row['times']:.2f} from few to many, limit {row['limit']}  {_word(row)}"
            )


def _require_postgres(url: str) -> None:
    try:
        wellformed.url(url, {"postgres", "postgresql"})
    except wellformed.Malformed as because:
        raise CommandError(f"--database-url {because}") from because


def _word(row: dict[str, Any]) -> str:
    return "ok" if row["holds"] else "OVER"


def _server(given: str) -> str:
    """The PostgreSQL to measure on: the one given, the one in use, or the tests' one; empty when there is none."""
    if not given and connection.vendor == "postgresql":
        given = os.environ.get("DATABASE_URL", "")
    return given or os.environ.get("TEST_POSTGRES_URL", "")


def _pages(sizes: tuple[int, ...], server: str, rounds: int) -> tuple[str, Found]:
    vendor, costs, growth = pages.measure(sizes, server=server, rounds=rounds)
    return vendor, _found(costs, growth)


def _search(sizes: tuple[int, ...], server: str, rounds: int) -> tuple[str, Found]:
    with scratch_database(server, name="search") as scratch:
        return scratch.vendor, _found(*search.measure(sizes, rounds=rounds))


def _found(costs: Sequence[Any], growth: Sequence[Any]) -> Found:
    return {"costs": [cost.as_dict() for cost in costs], "growth": [row.as_dict() for row in growth]}


MEASURES: dict[str, Callable[[tuple[int, ...], str, int], tuple[str, Found]]] = {
    "pages": _pages,
    "search": _search,
}

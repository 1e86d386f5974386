"""Rows written many at a time: COPY on PostgreSQL, INSERT with many rows elsewhere."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.management.color import no_style
from django.db import connection, models

from messaging.sealing import SealedTextField

Prepare = Callable[[Any], Any]


class Table:
    """One model's table, written by the attribute names given; every other column gets the model's default."""

    def __init__(self, model: type[models.Model], *names: str) -> None:
        fields = {field.attname: field for field in model._meta.concrete_fields}
        self.model = model
        given = [fields.pop(name) for name in names]
        rest = [field for field in fields.values() if not isinstance(field, models.AutoField)]
        self.columns = [field.column for field in (*given, *rest)]
        self.prepared = [_preparation(field) for field in given]
        # Sealed columns are filled by the caller, who knows the row's id; left out, they are empty.
        self.constants = [
            b""
            if isinstance(field, SealedTextField)
            else field.get_db_prep_save(field.get_default(), connection)
            for field in rest
        ]

    def write(self, rows: Iterable[Sequence[Any]]) -> None:
        if connection.vendor == "postgresql":
            self._copy(rows)
        else:
            self._insert(rows)

    def next_id(self) -> int:
        """The first free number of a table that counts its rows."""
        return (self.model._default_manager.aggregate(last=models.Max("pk"))["last"] or 0) + 1

    def _copy(self, rows: Iterable[Sequence[Any]]) -> None:
        with connection.cursor() as cursor, cursor.copy(f"COPY {self._target()} FROM STDIN") as copy:
            for row in self._values(rows):
                copy.write_row(row)

    def _insert(self, rows: Iterable[Sequence[Any]]) -> None:
        marks = ", ".join(["%s"] * len(self.columns))
        with connection.cursor() as cursor:
            # The names are our own models'; the values go as parameters.
            cursor.executemany(f"INSERT INTO {self._target()} VALUES ({marks})", list(self._values(rows)))  # noqa: S608

    def _values(self, rows: Iterable[Sequence[Any]]) -> Iterable[list[Any]]:
        plain = all(prepare is None for prepare in self.prepared)
        for row in rows:
            given = (
                row if plain
                else [value if prepare is None else prepare(value) for prepare, value in zip(self.prepared, row, strict=True)]
            )  # fmt: skip
            yield [*given, *self.constants]

    def _target(self) -> str:
        name = connection.ops.quote_name
        return (
            f"{name(self.model._meta.db_table)} ({', '.join(name(str(column)) for column in self.columns)})"
        )


def trust_references() -> None:
    """Until the transaction ends, PostgreSQL checks no reference and waits for no disk: these rows fit by construction.

    Only a superuser may; for others, and on other databases, loading is merely slower.
    """
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
        if cursor.fetchone()[0]:
            cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("SET LOCAL synchronous_commit = off")


def count_anew() -> None:
    """Tell PostgreSQL's planner what has come in, as it would find out by itself after a while."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def reset_counters(tables: Iterable[Table]) -> None:
    """Let the database count on from the numbers that were given out here."""
    statements = connection.ops.sequence_reset_sql(no_style(), [table.model for table in tables])
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _preparation(field: models.Field[Any, Any]) -> Prepare | None:
    """How a value of this column goes to the database; None when as it is."""
    if isinstance(field, models.JSONField):
        return json.dumps
    if connection.vendor == "postgresql":
        return None
    target = field.target_field if isinstance(field, models.ForeignKey) else field
    if isinstance(target, models.UUIDField):
        return _hex
    if isinstance(target, models.DateTimeField):
        return _moment
    return None


def _hex(value: UUID | None) -> str | None:
    return None if value is None else value.hex


def _moment(value: datetime | None) -> str | None:
    return None if value is None else connection.ops.adapt_datetimefield_value(value)

"""Queries that a page asks each time with another key: written into SQL once, then only sent.

Writing such a query costs its page several times what sending it does. The query set stays where it is read and
changed; this keeps its SQL, for each kind of database, and nothing of what it finds.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Field, QuerySet


@dataclass(frozen=True)
class Key:
    """What a query is asked with: a value of `field`.

    `stand_in` takes its place while the SQL is written: a value of the field that nothing else in the query has.
    """

    field: Field[Any, Any]
    stand_in: Any

    def places_in(self, params: Sequence[Any]) -> tuple[int, ...]:
        stand_in = self.prepared(self.stand_in)
        return tuple(place for place, value in enumerate(params) if value == stand_in)

    def prepared(self, value: Any) -> Any:
        return self.field.get_db_prep_value(value, connection)


@dataclass(frozen=True)
class _Written:
    sql: str
    params: tuple[Any, ...]
    places: tuple[tuple[int, ...], ...]
    converters: tuple[tuple[int, Any, list[Callable[..., Any]]], ...]


class KeptQuery:
    """`build` makes the query set for a value of each key, with `values_list` of `columns`."""

    def __init__(
        self, build: Callable[..., QuerySet[Any, Any]], columns: tuple[str, ...], *keys: Key
    ) -> None:
        self._build, self._keys = build, keys
        self._row = _row_of(columns)
        self._written: dict[str, _Written] = {}

    def rows(self, *values: Any) -> list[Any]:
        """What the query set for these keys gives, as rows with named columns."""
        written = self._written.get(connection.vendor)
        if written is None:
            written = self._written[connection.vendor] = self._write()
        params = list(written.params)
        for key, value, places in zip(self._keys, values, written.places, strict=True):
            prepared = key.prepared(value)
            for place in places:
                params[place] = prepared
        with connection.cursor() as cursor:
            cursor.execute(written.sql, params)
            found = cursor.fetchall()
        return [self._row._make(_converted(row, written)) for row in found]

    def _write(self) -> _Written:
        query = self._build(*(key.stand_in for key in self._keys)).query
        compiler = query.get_compiler(connection=connection)
        sql, params = compiler.as_sql()
        places = tuple(key.places_in(params) for key in self._keys)
        if not all(places):
            raise ValueError("the query does not ask for its key")
        converters = compiler.get_converters([expression for expression, _sql, _alias in compiler.select])
        return _Written(
            sql,
            tuple(params),
            places,
            tuple((index, expression, steps) for index, (steps, expression) in converters.items()),
        )


def _row_of(columns: tuple[str, ...]) -> Any:
    return namedtuple("Row", columns)


def _converted(row: tuple[Any, ...], written: _Written) -> list[Any]:
    values = list(row)
    for index, expression, steps in written.converters:
        for step in steps:
            values[index] = step(values[index], expression, connection)
    return values

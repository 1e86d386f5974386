"""Queries that a page asks each time with another key: written into SQL once, then only sent.

Writing such a query costs its page several times what sending it does. The query set stays where it is read and
changed; this keeps its SQL, for each kind of database, and nothing of what it finds.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Field, QuerySet


@dataclass(frozen=True)
class _Written:
    sql: str
    params: tuple[Any, ...]
    places: tuple[int, ...]
    converters: tuple[tuple[int, Any, list[Callable[..., Any]]], ...]


class KeptQuery:
    """`build` makes the query set for a key, with `values_list` of `columns`; `field` says what a key is.

    `stand_in` takes the key's place while the SQL is written: a value of the field that nothing else in the
    query has.
    """

    def __init__(
        self,
        build: Callable[[Any], QuerySet[Any, Any]],
        columns: tuple[str, ...],
        *,
        field: Field[Any, Any],
        stand_in: Any,
    ) -> None:
        self._build, self._field, self._stand_in = build, field, stand_in
        self._row = _row_of(columns)
        self._written: dict[str, _Written] = {}

    def rows(self, key: Any) -> list[Any]:
        """What the query set for this key gives, as rows with named columns."""
        written = self._written.get(connection.vendor)
        if written is None:
            written = self._written[connection.vendor] = self._write()
        params, value = list(written.params), self._field.get_db_prep_value(key, connection)
        for place in written.places:
            params[place] = value
        with connection.cursor() as cursor:
            cursor.execute(written.sql, params)
            found = cursor.fetchall()
        return [self._row._make(_converted(row, written)) for row in found]

    def _write(self) -> _Written:
        compiler = self._build(self._stand_in).query.get_compiler(connection=connection)
        sql, params = compiler.as_sql()
        stand_in = self._field.get_db_prep_value(self._stand_in, connection)
        places = tuple(place for place, value in enumerate(params) if value == stand_in)
        if not places:
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

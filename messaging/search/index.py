"""The index, whichever database holds it: statements by vendor, tokens in, entries out."""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType
from typing import Any

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BooleanField, F, Func, Value
from django.db.models.sql.compiler import SQLCompiler

from messaging.models import MailboxEntry
from messaging.search import postgres, sqlite
from messaging.search.models import SearchKey
from messaging.search.tokens import tokens_of
from messaging.search.words import Wanted

# A full document takes no more words: some thousand messages of ordinary talk, and far below what a tsvector holds.
MOST_TOKENS = 20_000
_PUT = (
    "INSERT INTO search_document (entry_id, mailbox_id, tokens) VALUES {rows}"
    " ON CONFLICT (entry_id) DO UPDATE SET tokens = excluded.tokens"
)


def _vendor() -> ModuleType:
    return postgres if connection.vendor == "postgresql" else sqlite


def add(entry: MailboxEntry, tokens: Sequence[str]) -> bool:
    """Add tokens to the entry's document; returns False when there is none to add to."""
    vendor = _vendor()
    with connection.cursor() as cursor:
        cursor.execute(vendor.ADD, [vendor.fullness(MOST_TOKENS), " ".join(tokens), _stored(entry)])
        return cursor.rowcount > 0


def put(documents: Sequence[tuple[MailboxEntry, Sequence[str]]]) -> None:
    """Write whole documents in place of those there are."""
    if not documents:
        return
    values: list[Any] = []
    for entry, tokens in documents:
        values += [_stored(entry), entry.mailbox_id, " ".join(tokens[:MOST_TOKENS])]
    with connection.cursor() as cursor:
        cursor.execute(_PUT.format(rows=", ".join(["(%s, %s, %s)"] * len(documents))), values)


def found_by(key: SearchKey, wanted: Sequence[Wanted]) -> IsFound:
    """A condition on entries: of this key's mailbox, with a document that holds every wanted word.

    No other condition on the mailbox may stand beside it: PostgreSQL would walk the mailbox and look for each
    entry among all those found, one by one.
    """
    return IsFound(F("pk"), Value(_query(wanted, key.secret, _vendor())), Value(key.mailbox_id))


class IsFound(Func):
    output_field = BooleanField()

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **_context: Any) -> Any:  # type: ignore[override]
        compiled = [compiler.compile(expression) for expression in self.get_source_expressions()]
        entry, query, mailbox = (part for part, _parameters in compiled)
        sql = _vendor().IS_FOUND.format(entry=entry, query=query, mailbox=mailbox)
        return sql, tuple(value for _part, values in compiled for value in values)


def _query(wanted: Sequence[Wanted], secret: bytes, vendor: ModuleType) -> str:
    words = []
    for word in wanted:
        ways = [_joined(vendor.AND, [_any(stems, secret, vendor) for stems in way]) for way in word.ways]
        words.append(_joined(vendor.OR, ways))
    return _joined(vendor.AND, words)


def _any(stems: frozenset[str], secret: bytes, vendor: ModuleType) -> str:
    return _joined(vendor.OR, tokens_of(stems, secret))


def _joined(sign: str, parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"({sign.join(parts)})"


def _stored(entry: MailboxEntry) -> Any:
    """The entry's id as the database keeps it."""
    return MailboxEntry._meta.pk.get_db_prep_value(entry.pk, connection)

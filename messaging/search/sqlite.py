"""The index on SQLite: an FTS5 table that reads the documents' own rows, and triggers that keep it in step.

A migration that makes the table `search_document` anew must make the triggers anew as well.
"""

from __future__ import annotations

from messaging.search.tokens import TOKEN_LETTERS

_TAKE_OUT = "INSERT INTO search_words (search_words, rowid, tokens) VALUES ('delete', old.id, old.tokens);"
_PUT_IN = "INSERT INTO search_words (rowid, tokens) VALUES (new.id, new.tokens);"
MAKE_INDEX = (
    # No positions and no sizes: a token is there or it is not.
    "CREATE VIRTUAL TABLE search_words USING fts5(tokens, content='search_document', content_rowid='id',"
    " detail='none', columnsize=0, tokenize='ascii')",
    f"CREATE TRIGGER search_document_made AFTER INSERT ON search_document BEGIN {_PUT_IN} END",
    f"CREATE TRIGGER search_document_gone AFTER DELETE ON search_document BEGIN {_TAKE_OUT} END",
    "CREATE TRIGGER search_document_changed AFTER UPDATE OF tokens ON search_document"
    f" BEGIN {_TAKE_OUT} {_PUT_IN} END",
)
DROP_INDEX = (
    "DROP TRIGGER search_document_changed",
    "DROP TRIGGER search_document_gone",
    "DROP TRIGGER search_document_made",
    "DROP TABLE search_words",
)

ADD = (
    "UPDATE search_document SET tokens = CASE WHEN length(tokens) < %s THEN tokens || ' ' || %s ELSE tokens END"
    " WHERE entry_id = %s"
)
IS_FOUND = (
    "{entry} IN (SELECT document.entry_id FROM search_words JOIN search_document document"
    " ON document.id = search_words.rowid WHERE search_words MATCH {query} AND document.mailbox_id = {mailbox})"
)
AND, OR = " AND ", " OR "


def fullness(tokens: int) -> int:
    """How `ADD` measures a document of so many tokens."""
    return tokens * (TOKEN_LETTERS + 1)

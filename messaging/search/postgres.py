"""The index on PostgreSQL: a tsvector column and a GIN index over it."""

from __future__ import annotations

MAKE_INDEX = (
    # New documents wait in a list that each search reads as well: kept short, so that searches stay even.
    "CREATE INDEX search_document_tokens ON search_document USING gin (tokens)"
    " WITH (fastupdate = on, gin_pending_list_limit = 512)",
    # A mailbox's tokens are rare among all, so the planner's guess of how many it finds is always wrong: told to
    # expect few and never to read the whole table, it looks in the index and fetches what is found by id.
    "CREATE FUNCTION search_found(wanted tsquery, own bigint) RETURNS SETOF uuid LANGUAGE sql STABLE ROWS 10"
    " SET enable_seqscan = off"
    " AS 'SELECT entry_id FROM search_document WHERE tokens @@ wanted AND mailbox_id = own'",
)
DROP_INDEX = ("DROP FUNCTION search_found(tsquery, bigint)", "DROP INDEX search_document_tokens")

# The whole document is one value of at most 1 MB; a full one takes no more words.
ADD = (
    "UPDATE search_document SET tokens = CASE WHEN length(tokens) < %s THEN tokens || %s::tsvector ELSE tokens END"
    " WHERE entry_id = %s"
)
IS_FOUND = (
    "{entry} = ANY (ARRAY("
    "SELECT found FROM search_found(CAST({query} AS tsquery), CAST({mailbox} AS bigint)) found))"
)
AND, OR = " & ", " | "


def fullness(tokens: int) -> int:
    """How `ADD` measures a document of so many tokens."""
    return tokens

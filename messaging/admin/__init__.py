"""The operator's admin of messages: rows without text, a reasoned look, the review queue, standings."""

from messaging.admin import people, review, rows

__all__ = ["people", "review", "rows"]

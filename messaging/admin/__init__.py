"""The operator's admin of messages: rows without text, a reasoned look, review and service queues, standings."""

from messaging.admin import claims, people, review, rows, service

__all__ = ["claims", "people", "review", "rows", "service"]

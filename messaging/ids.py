"""Ids of threads, messages, attachments and events: UUIDv7 (RFC 9562), ordered by time, made without coordination."""

from __future__ import annotations

import uuid

import uuid6


def new_id() -> uuid.UUID:
    return uuid.UUID(int=uuid6.uuid7().int)

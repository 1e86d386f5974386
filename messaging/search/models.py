from __future__ import annotations

import secrets
from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.translation import gettext_lazy as _

from messaging.models import Mailbox, MailboxEntry
from messaging.sealing import SealedTextField

KEY_BYTES = 32


class SearchKey(models.Model):
    """The key of one mailbox's words: random, sealed like a message, so `rotate_keys` re-seals it and no token changes."""

    mailbox = models.OneToOneField(
        Mailbox, primary_key=True, on_delete=models.CASCADE, related_name="search_key"
    )
    key = SealedTextField()

    class Meta:
        verbose_name = _("search key")

    def __str__(self) -> str:
        return str(self.pk)

    @classmethod
    def of(cls, mailbox: Mailbox) -> SearchKey:
        """The mailbox's key, made on first use."""
        if hasattr(mailbox, "search_key"):
            return mailbox.search_key
        made = {"key": secrets.token_hex(KEY_BYTES)}
        mailbox.search_key = cls.objects.get_or_create(mailbox=mailbox, defaults=made)[0]
        return mailbox.search_key

    @property
    def secret(self) -> bytes:
        return bytes.fromhex(self.key)


class TokensField(models.TextField):
    """Tokens with a space between: to PostgreSQL a tsvector, elsewhere text that a full-text table reads."""

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        return "tsvector" if connection.vendor == "postgresql" else "text"

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "messaging.search.models.TokensField", args, kwargs


class Document(models.Model):
    """The words of one thread as one side may read them, as tokens keyed for that side's mailbox."""

    # A number, because SQLite's full-text table knows its rows by one.
    id = models.BigAutoField(primary_key=True)
    entry = models.OneToOneField(MailboxEntry, on_delete=models.CASCADE, related_name="search_document")
    # For spreading over machines by mailbox; nothing looks it up.
    mailbox = models.ForeignKey(
        Mailbox, on_delete=models.CASCADE, related_name="+", db_index=False, db_constraint=False
    )
    tokens = TokensField()

    class Meta:
        verbose_name = _("search document")

    def __str__(self) -> str:
        return str(self.entry_id)

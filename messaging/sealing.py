"""Encryption at rest: AES-256-GCM, the key's id in front, the row's identity as associated data.

A sealed value is `length of key id (1 byte) | key id | nonce (12 bytes) | ciphertext and tag`. The first
key of MESSAGE_KEYS seals, all open; a value copied to another row or column does not open.
"""

from __future__ import annotations

import os
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import models
from django.db.models.query_utils import DeferredAttribute

NONCE_BYTES = 12


class CannotOpen(Exception):
    """A sealed value that no key of the ring opens in this place: wrong key, wrong row, or changed bytes."""


def seal(plain: bytes, about: str) -> bytes:
    """Seal `plain`; `about` says which row and column it belongs to and must be given again to open it."""
    key_id, key = settings.MESSAGE_KEYS[0]
    nonce = os.urandom(NONCE_BYTES)
    name = key_id.encode("ascii")
    return bytes([len(name)]) + name + nonce + AESGCM(key).encrypt(nonce, plain, about.encode())


def open_sealed(sealed: bytes, about: str) -> bytes:
    """Raises CannotOpen."""
    key = dict(settings.MESSAGE_KEYS).get(key_id_of(sealed))
    if key is None:
        raise CannotOpen(f"{about}: its key is not in MESSAGE_KEYS")
    start = 1 + sealed[0]
    try:
        return AESGCM(key).decrypt(
            sealed[start : start + NONCE_BYTES], sealed[start + NONCE_BYTES :], about.encode()
        )
    except (InvalidTag, ValueError) as error:
        raise CannotOpen(f"{about}: it was changed or belongs elsewhere") from error


def key_id_of(sealed: bytes) -> str:
    return sealed[1 : 1 + sealed[0]].decode("ascii", "replace") if sealed else ""


def is_stale(sealed: bytes) -> bool:
    """Whether it was sealed with a key that is no longer the first."""
    return key_id_of(sealed) != settings.MESSAGE_KEYS[0][0]


class _SealedBytes(bytes):
    """Bytes as the database holds them, not yet opened."""


class _OpenOnRead(DeferredAttribute):
    """Opens on first read, so that rows listed but not read cost no decryption."""

    def __get__(self, instance: models.Model | None, cls: type | None = None) -> Any:
        if instance is None:
            return self
        value = super().__get__(instance, cls)
        if isinstance(value, _SealedBytes):
            value = opened(value, type(instance), self.field.attname, instance.pk)
            instance.__dict__[self.field.attname] = value
        return value

    def __set__(self, instance: models.Model, value: Any) -> None:
        instance.__dict__[self.field.attname] = value


def opened(value: Any, model: type[models.Model], column: str, pk: object) -> str:
    """The text of a sealed column as a query gave it, with `values_list` too; text is given back as it is."""
    if not isinstance(value, _SealedBytes):
        return str(value)
    return open_sealed(value, _place(model, column, pk)).decode() if value else ""


def about(instance: models.Model, column: str) -> str:
    return _place(type(instance), column, instance.pk)


def _place(model: type[models.Model], column: str, pk: object) -> str:
    return f"{model._meta.db_table}.{column}:{pk}"


class SealedTextField(models.BinaryField):
    """Text sealed at rest; read and written as `str`.

    The row's id is part of the seal, so the row must have one before it is saved (our ids are made in
    Python), and neither filter() nor update() can take such a value.
    """

    descriptor_class = _OpenOnRead
    # For the type checker: what an attribute takes and gives.
    _pyi_private_set_type: str
    _pyi_private_get_type: str  # type: ignore[assignment]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", "")
        kwargs.setdefault("editable", False)
        super().__init__(*args, **kwargs)

    def _check_str_default_value(self) -> list[Any]:
        # To Python it is text, whatever the column holds.
        return []

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> _SealedBytes | None:
        return None if value is None else _SealedBytes(value)

    def to_python(self, value: Any) -> Any:
        return value

    def get_default(self) -> Any:
        return ""

    def pre_save(self, model_instance: models.Model, add: bool) -> bytes:
        value = model_instance.__dict__.get(self.attname, "")
        if isinstance(value, _SealedBytes):
            return bytes(value)
        if model_instance.pk is None:
            raise ValueError(
                f"{model_instance._meta.label}.{self.attname} needs the row's id before it can be sealed"
            )
        return seal(value.encode(), about(model_instance, self.attname)) if value else b""

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        if isinstance(value, str):
            raise TypeError(f"{self.attname} is sealed: save the row instead of update() or filter()")
        return super().get_db_prep_value(value, connection, prepared)

"""Re-sealing what was sealed with an older key: columns and files, in batches, while everything runs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import models

from messaging.attaching import reseal_file
from messaging.models import Attachment
from messaging.sealing import CannotOpen, SealedTextField, about, is_stale, open_sealed, seal

BATCH = 500
# Values of many megabytes are read a few at a time.
BATCH_OF_BYTES = 5


@dataclass
class Tally:
    """What one column held: values sealed anew, and places no key opens."""

    place: str  # such as "messaging.Message.body"
    resealed: int = 0
    unreadable: list[str] = field(default_factory=list)


def reseal_all(*, batch: int = BATCH) -> Iterator[Tally]:
    """Seal every stale value of every sealed column, and every stale file, with the first key.

    A value that somebody saves meanwhile is left alone: it was sealed with the first key just then.
    Safe to break off and to call again.
    """
    for model in apps.get_models():
        for column in model._meta.concrete_fields:
            if isinstance(column, SealedTextField):
                yield _reseal_column(model, column.attname, batch)
        for name in getattr(model, "SEALED_BYTES", ()):
            yield _reseal_column(model, name, min(batch, BATCH_OF_BYTES))
    yield _reseal_files(batch)


def _reseal_files(batch: int) -> Tally:
    tally = Tally("files")
    last: Any = None
    while True:
        rows = Attachment.objects.order_by("pk")
        page = list((rows if last is None else rows.filter(pk__gt=last))[:batch])
        for file in page:
            try:
                tally.resealed += reseal_file(file)
            except (CannotOpen, FileNotFoundError) as error:
                tally.unreadable.append(f"file of attachment {file.pk}: {type(error).__name__}")
        if len(page) < batch:
            return tally
        last = page[-1].pk


def _reseal_column(model: type[models.Model], column: str, batch: int) -> Tally:
    tally = Tally(f"{model._meta.label}.{column}")
    rows = model._base_manager.order_by("pk").values_list("pk", column)
    last: Any = None
    while True:
        page = list((rows if last is None else rows.filter(pk__gt=last))[:batch])
        for pk, sealed in page:
            if sealed and is_stale(sealed):
                _reseal_value(model, pk, column, bytes(sealed), tally)
        if len(page) < batch:
            return tally
        last = page[-1][0]


def _reseal_value(model: type[models.Model], pk: Any, column: str, sealed: bytes, tally: Tally) -> None:
    place = about(model(pk=pk), column)
    try:
        fresh = seal(open_sealed(sealed, place), place)
    except CannotOpen as error:
        tally.unreadable.append(str(error))
        return
    # The old value is part of the condition: a newer one must not be overwritten.
    tally.resealed += model._base_manager.filter(pk=pk, **{column: sealed}).update(**{column: fresh})

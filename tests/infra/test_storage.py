"""Sealed files in an S3 store: the bucket is made once, and a file goes there and back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from moto import mock_aws
from pytest_django.fixtures import Settings

from messagecenter.health import storage_answers
from messagecenter.management.commands.prepare import make_bucket
from messagecenter.storage import s3_options


@pytest.fixture(params=["us-east-1", "eu-central-1"])
def s3(request: pytest.FixtureRequest, settings: Settings) -> Iterator[None]:
    url = f"s3://key:secret@/sealed-files?region={request.param}"
    options = s3_options(url)
    with mock_aws():
        settings.STORAGES = {
            **settings.STORAGES,
            "default": {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options},
        }
        yield


def test_a_missing_bucket_is_made_once(s3: None) -> None:
    assert make_bucket()
    assert not make_bucket()


def test_a_file_goes_there_and_back_and_never_replaces_another(s3: None) -> None:
    make_bucket()
    first = default_storage.save("a/name", ContentFile(b"sealed one"))
    second = default_storage.save("a/name", ContentFile(b"sealed two"))
    assert first != second
    assert default_storage.open(first).read() == b"sealed one"
    assert storage_answers()


def test_a_folder_needs_no_bucket() -> None:
    assert not make_bucket()

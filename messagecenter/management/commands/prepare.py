from __future__ import annotations

from typing import Any

from django.core.files.storage import default_storage
from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Makes what a start needs: tables, and the bucket for sealed files. Safe to run at every start."

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", interactive=False)
        if make_bucket():
            self.stdout.write("Made the bucket for sealed files.")


def make_bucket() -> bool:
    """Make the S3 bucket of STORAGE_URL when it is missing; a folder needs no making. True when made."""
    bucket = getattr(default_storage, "bucket", None)
    if bucket is None:
        return False
    from botocore.exceptions import ClientError

    client = bucket.meta.client
    try:
        client.head_bucket(Bucket=bucket.name)
    except ClientError as error:
        if error.response.get("ResponseMetadata", {}).get("HTTPStatusCode") != 404:
            raise
    else:
        return False
    region = client.meta.region_name
    # The first region is the one that must not be named.
    place = (
        {} if region in (None, "us-east-1") else {"CreateBucketConfiguration": {"LocationConstraint": region}}
    )
    client.create_bucket(Bucket=bucket.name, **place)
    return True

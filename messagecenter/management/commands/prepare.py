from __future__ import annotations

from typing import Any

from django.core.files.storage import default_storage
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    help = "Makes what a start needs: tables, and the bucket for sealed files. Safe to run at every start."

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", interactive=False)
        if make_bucket():
            self.stdout.write("Made the bucket for sealed files.")


def make_bucket() -> bool:
    """Make the S3 bucket of STORAGE_URL when it is missing; a folder needs no making. True when made.

    Raises CommandError when the store does not answer or refuses.
    """
    bucket = getattr(default_storage, "bucket", None)
    if bucket is None:
        return False
    from botocore.exceptions import BotoCoreError, ClientError

    client = bucket.meta.client
    try:
        if _has_bucket(client, bucket.name):
            return False
        region = client.meta.region_name
        # The first region is the one that must not be named.
        is_first = region in (None, "us-east-1")
        place = {} if is_first else {"CreateBucketConfiguration": {"LocationConstraint": region}}
        client.create_bucket(Bucket=bucket.name, **place)
    except (BotoCoreError, ClientError) as error:
        raise CommandError(f"The store of STORAGE_URL cannot be used: {error}") from error
    return True


def _has_bucket(client: Any, name: str) -> bool:
    from botocore.exceptions import ClientError

    try:
        client.head_bucket(Bucket=name)
    except ClientError as error:
        if error.response.get("ResponseMetadata", {}).get("HTTPStatusCode") != 404:
            raise
        return False
    return True

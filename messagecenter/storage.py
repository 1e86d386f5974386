"""Where sealed files are kept: a folder, or any S3-compatible store."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured
from django.core.files.storage import FileSystemStorage


class UnnamedFileStorage(FileSystemStorage):
    """A folder only this user may read; files get random names from the caller and are never served by URL."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"file_permissions_mode": 0o600, "directory_permissions_mode": 0o700, **options})

    def url(self, name: str | None) -> str:
        raise NotImplementedError("Sealed files have no public address; download goes through a view.")


def s3_options(url: str) -> dict[str, Any]:
    """`s3://key:secret@host:port/bucket?region=…&tls=true`; without a host, Amazon's own endpoint."""
    parts = urlsplit(url)
    query = {name: values[0] for name, values in parse_qs(parts.query).items()}
    bucket = parts.path.strip("/")
    if not bucket:
        raise ImproperlyConfigured("STORAGE_URL names no bucket: write s3://key:secret@host/bucket.")
    if not query.keys() <= {"region", "tls"} or query.get("tls", "true") not in {"true", "false"}:
        raise ImproperlyConfigured(
            "STORAGE_URL takes ?region=…&tls=true or tls=false after the bucket, and no more."
        )
    options: dict[str, Any] = {
        "bucket_name": bucket,
        "access_key": unquote(parts.username or ""),
        "secret_key": unquote(parts.password or ""),
        "region_name": query.get("region", "us-east-1"),
        "default_acl": None,
        "file_overwrite": False,
        "querystring_auth": True,
        "addressing_style": "path",
    }
    if parts.hostname:
        scheme = "https" if query.get("tls", "true") == "true" else "http"
        options["endpoint_url"] = f"{scheme}://{parts.hostname}" + (f":{parts.port}" if parts.port else "")
    return options

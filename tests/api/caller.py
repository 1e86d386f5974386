"""A program that calls the API for one of the cast, with a bearer token."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass, field
from typing import Any

from django.test import Client
from django.utils import timezone
from PIL import Image

from accounts.models import AccessToken, Buyer, SellerStaff, User

BASE = "/api/v1"


@dataclass
class Caller:
    """Without a person: nobody signed in."""

    who: Buyer | SellerStaff | User | None = None
    client: Client = field(default_factory=lambda: Client(raise_request_exception=True))
    headers: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.who is not None:
            user = self.who if isinstance(self.who, User) else self.who.user
            _token, plain = AccessToken.issue(user, now=timezone.now())
            self.headers["Authorization"] = f"Bearer {plain}"

    def get(self, path: str, query: dict[str, Any] | None = None) -> Any:
        return self.client.get(BASE + path, query, headers=self.headers)

    def post(self, path: str, body: Any = None, *, key: str = "", **options: Any) -> Any:
        """Without a body nothing is sent, not even an empty object."""
        headers = self.headers | ({"Idempotency-Key": key} if key else {})
        if body is None:
            return self.client.generic("POST", BASE + path, headers=headers, **options)
        data = body if isinstance(body, bytes) else json.dumps(body, default=str)
        return self.client.generic("POST", BASE + path, data, "application/json", headers=headers, **options)

    def put(self, path: str, body: Any) -> Any:
        return self.client.put(
            BASE + path, json.dumps(body, default=str), "application/json", headers=self.headers
        )

    def upload(self, name: str = "photo.jpg", data: bytes | None = None, *, key: str = "") -> Any:
        file = io.BytesIO(picture() if data is None else data)
        file.name = name
        headers = self.headers | ({"Idempotency-Key": key} if key else {})
        return self.client.post(f"{BASE}/attachments", {"file": file}, headers=headers)


def picture(color: str = "teal") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (64, 48), color).save(out, "JPEG")
    return out.getvalue()


def problem_of(response: Any, status: int) -> dict[str, Any]:
    """The answer's problem, after checking its shape."""
    assert response.status_code == status, (response.status_code, response.content[:500])
    assert response.headers["Content-Type"] == "application/problem+json"
    problem: dict[str, Any] = response.json()
    assert set(problem) == {"type", "title", "status", "detail", "errors"}
    assert problem["status"] == status
    assert problem["title"]
    assert problem["detail"]
    for error in problem["errors"]:
        assert {"code", "detail", "pointer"} <= set(error)
    return problem

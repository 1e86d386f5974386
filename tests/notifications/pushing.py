"""What tests of push do with a device."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.test import Client

from tests.notifications.push_service import Browser

SignIn = Callable[[Any], Client]


def switch_on(client: Client, browser: Browser) -> Client:
    answer = client.post("/push/subscribe/", browser.fields)
    assert answer.status_code == 201, answer.content
    return client

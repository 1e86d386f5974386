"""A browser without a network: requests go straight into the WSGI handler, through every middleware."""

from __future__ import annotations

import secrets
from http.cookies import SimpleCookie
from importlib import import_module
from io import BytesIO
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.core.handlers.wsgi import WSGIHandler

from accounts.models import User


class Unexpected(Exception):
    """An answer with another status than the one measured."""


class Browser:
    """One signed-in person, or with None somebody unknown. The environment is written by hand: a test client would cost more than a page."""

    def __init__(self, handler: WSGIHandler, user: User | None) -> None:
        self.handler = handler
        self.token = secrets.token_urlsafe(24)[:32].replace("-", "a").replace("_", "b")
        cookies = SimpleCookie({settings.CSRF_COOKIE_NAME: self.token})
        if user is not None:
            cookies[settings.SESSION_COOKIE_NAME] = _session_of(user)
        host = "127.0.0.1" if "127.0.0.1" in settings.ALLOWED_HOSTS else settings.ALLOWED_HOSTS[0]
        self.common = {
            "HTTP_COOKIE": "; ".join(f"{morsel.key}={morsel.value}" for morsel in cookies.values()),
            "HTTP_HOST": host,
            "HTTP_ACCEPT": "text/html",
            "HTTP_ACCEPT_LANGUAGE": "en",
            "HTTP_REFERER": f"{settings.SITE_URL}/",
            "SERVER_NAME": host,
            "SERVER_PORT": "443" if settings.HTTPS else "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "SCRIPT_NAME": "",
            "REMOTE_ADDR": "127.0.0.1",
            "wsgi.url_scheme": "https" if settings.HTTPS else "http",
        }

    def get(self, path: str) -> bytes:
        path, _, query = path.partition("?")
        return self._ask({"REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": query}, b"", {200})

    def post(self, path: str, form: dict[str, str]) -> bytes:
        """Send a form as the page's script does."""
        data = urlencode(form).encode()
        environ = {
            "REQUEST_METHOD": "POST",
            "PATH_INFO": path,
            "QUERY_STRING": "",
            "CONTENT_TYPE": "application/x-www-form-urlencoded",
            "CONTENT_LENGTH": str(len(data)),
            "HTTP_HX_REQUEST": "true",
            "HTTP_X_CSRFTOKEN": self.token,
        }
        return self._ask(environ, data, {200, 204})

    def _ask(self, environ: dict[str, Any], data: bytes, expected: set[int]) -> bytes:
        response = self.handler({**self.common, **environ, "wsgi.input": BytesIO(data)}, _start_response)  # type: ignore[arg-type]
        body = b"".join(response)
        response.close()
        if response.status_code not in expected:
            raise Unexpected(
                f"{environ['REQUEST_METHOD']} {environ['PATH_INFO']} answered {response.status_code}"
            )
        return body


def _start_response(status: str, headers: list[tuple[str, str]], *_rest: Any) -> None:
    """The handler's answer is read from what it returns."""


def _session_of(user: User) -> str:
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return str(session.session_key)

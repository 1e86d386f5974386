"""Structured logs: JSON lines with request and task ids; never an address, never a message's text.

Code logs codes and ids (`log.info("mail refused", reason="unknown_recipient", mail=mail.pk)`). What a library
writes is scrubbed of addresses at the very end, tracebacks included, so that one careless line leaks nothing.
"""

from __future__ import annotations

import logging
import re
import sys
import time
import uuid
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

import structlog
from asgiref.sync import iscoroutinefunction, markcoroutinefunction

if TYPE_CHECKING:
    # The settings import this module: whoever reads only them must not wait for the ORM behind these.
    from django.http import HttpRequest, HttpResponseBase

log = structlog.get_logger("messagecenter.request")

# Bounded repeats: a long line without "@" must not cost the square of its length.
_ADDRESS = re.compile(r"[\w.+=-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}")
_REQUEST_ID = re.compile(r"[A-Za-z0-9-]{8,64}\Z")
_QUIET_ROUTES = frozenset(
    {"messagecenter.health.alive", "messagecenter.health.ready", "messagecenter.health.metrics"}
)


class ScrubbingFormatter(structlog.stdlib.ProcessorFormatter):
    """Renders a record, then takes every address out of the finished line."""

    def format(self, record: logging.LogRecord) -> str:
        return scrub(super().format(record))


def scrub(line: str) -> str:
    return _ADDRESS.sub("[address]", line) if "@" in line else line


def logging_config(*, json: bool) -> dict[str, Any]:
    """Django's LOGGING: JSON for machines, or short coloured lines for a person at a terminal."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.StackInfoRenderer(),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    last: list[Any] = [structlog.stdlib.ProcessorFormatter.remove_processors_meta]
    if json:
        last += [structlog.processors.format_exc_info, structlog.processors.JSONRenderer(ensure_ascii=False)]
    else:
        # Plain tracebacks: a rich one prints local variables, and those may hold a message's text.
        last.append(
            structlog.dev.ConsoleRenderer(
                colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
            )
        )
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"()": ScrubbingFormatter, "processors": last, "foreign_pre_chain": shared}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["stderr"], "level": "INFO"},
        "loggers": {
            # Our own request line says the same with ids, and without the query string.
            "django.server": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
            "django": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
            "mail.log": {"level": "WARNING"},
            # Its warnings quote the file that it reads; that one was refused is told by our own lines.
            "pypdf": {"level": "CRITICAL"},
            "botocore": {"level": "WARNING"},
            "celery.worker.strategy": {"level": "WARNING"},
            "celery.app.trace": {"level": "WARNING"},
            "celery.beat": {"level": "WARNING"},
        },
    }


class RequestIdMiddleware:
    """Gives each request an id, carries it into every log line of that request, and logs one line at its end.

    An id from outside is kept when it is harmless, so that a proxy's lines and ours meet.
    """

    sync_capable = True
    async_capable = True

    def __init__(self, get_response: Callable[[HttpRequest], Any]) -> None:
        self.get_response = get_response
        self.is_async = iscoroutinefunction(get_response)
        if self.is_async:
            markcoroutinefunction(self)

    def __call__(self, request: HttpRequest) -> HttpResponseBase | Awaitable[HttpResponseBase]:
        if self.is_async:
            return self._answer_later(request)
        started = self._begin(request)
        return self._end(request, self.get_response(request), started)

    async def _answer_later(self, request: HttpRequest) -> HttpResponseBase:
        started = self._begin(request)
        return self._end(request, await self.get_response(request), started)

    @staticmethod
    def _begin(request: HttpRequest) -> float:
        given = request.headers.get("X-Request-ID", "")
        request_id = given if _REQUEST_ID.match(given) else uuid.uuid4().hex
        request.id = request_id  # type: ignore[attr-defined]  # an error page shows it as its reference
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=request_id)
        return time.perf_counter()

    @staticmethod
    def _end(request: HttpRequest, response: HttpResponseBase, started: float) -> HttpResponseBase:
        response.headers["X-Request-ID"] = structlog.contextvars.get_contextvars().get("request_id", "")
        # The route's name, not the path: a path may hold a token.
        match = request.resolver_match
        route = match.view_name if match else "-"
        if route not in _QUIET_ROUTES:
            log.info(
                "request",
                method=request.method,
                route=route,
                status=response.status_code,
                ms=round((time.perf_counter() - started) * 1000, 1),
            )
        return response

"""What pages are measured beside: an empty view of the same bytes, and the least a page of rows can cost.

The floor is written by hand: session, user, CSRF, one indexed query, 25 rows in a plain template.
"""

from __future__ import annotations

from functools import cache

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template import Context, Template
from django.urls import include, path

from messagecenter import urls
from messaging.models import Folder, MailboxEntry

ROWS = 25
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Messages</title></head><body>
<form method="post"><input type="hidden" name="csrfmiddlewaretoken" value="{{ token }}"><button>Send</button></form>
<ul>{% for row in rows %}<li{% if row.unread %} class="unread"{% endif %}>
<a href="/messages/t/{{ row.thread_id }}/">{{ row.thread__seller__name }}: {{ row.thread__subject }}</a>
<time datetime="{{ row.last_activity|date:"c" }}">{{ row.last_activity|date:"j M H:i" }}</time></li>{% endfor %}</ul>
</body></html>"""


def empty(request: HttpRequest, size: int) -> HttpResponse:
    return HttpResponse(_bytes(size))


@login_required
def floor(request: HttpRequest) -> HttpResponse:
    rows = MailboxEntry.objects.filter(mailbox__buyer__user=request.user.pk, folder=Folder.INBOX)
    shown = rows.order_by("-last_activity", "-id").values(
        "thread_id", "thread__seller__name", "thread__subject", "last_activity", "unread"
    )[:ROWS]
    return HttpResponse(_template().render(Context({"rows": shown, "token": get_token(request)})))


@cache
def _bytes(size: int) -> bytes:
    return b"x" * size


@cache
def _template() -> Template:
    return Template(PAGE)


urlpatterns = [
    path("bench/empty/<int:size>/", empty),
    path("bench/floor/", floor),
    path("", include(urls)),
]

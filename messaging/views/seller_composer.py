"""The shop's composer: a reply, or a message nobody asked for, with what may be sent and why not."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from messaging.contact import ContactOption, contact_options
from messaging.forms import MessageForm, ProactiveForm
from messaging.models import Kind, Side, Thread
from messaging.views.files import Uploads


def options_of(thread: Thread, *, now: datetime) -> list[ContactOption]:
    assert thread.seller is not None, "the thread was found as this shop's"
    return contact_options(
        side=Side.SELLER, buyer=thread.buyer, seller=thread.seller, order=thread.order, thread=thread, now=now
    )


def composer(
    thread: Thread,
    *,
    options: list[ContactOption],
    form: MessageForm | None = None,
    uploads: Uploads | None = None,
) -> dict[str, Any]:
    """Both forms; the one that was refused keeps what was typed, the other is empty."""
    offered = [option for option in options if thread.order_id or option.kind == Kind.IMPORTANT]
    is_proactive = isinstance(form, ProactiveForm)
    return {
        "thread": thread,
        "name": thread.name_for(Side.SELLER),
        "reply": form if form and not is_proactive else MessageForm(initial={}, auto_id="reply-%s"),
        "proactive": form if is_proactive else ProactiveForm(options=offered, auto_id="proactive-%s"),
        "reply_uploads": uploads if uploads and not is_proactive else Uploads(),
        "proactive_uploads": uploads if uploads and is_proactive else Uploads(),
        "may_reply": any(option.allowed for option in options if option.kind == Kind.REPLY),
        "may_write_first": any(option.allowed for option in offered if option.kind != Kind.REPLY),
        "refused": next(
            (option for option in options if option.kind == Kind.REPLY and not option.allowed), None
        ),
    }


def summary(options: list[ContactOption]) -> list[ContactOption]:
    """What you can send: one line for reasons that stand or fall together."""
    lines: dict[tuple[str, bool, str, Any], list[ContactOption]] = {}
    for option in options:
        lines.setdefault((option.kind, option.allowed, option.because, option.until), []).append(option)
    return [_line(same) for same in lines.values()]


def _line(same: list[ContactOption]) -> ContactOption:
    first, titles = same[0], ", ".join(option.title for option in same)
    if first.kind == Kind.REPLY:
        because = _("Always, also after the days to write first") if first.allowed else first.because
        return replace(first, title=_("Reply to this thread"), because=because)
    if first.kind == Kind.IMPORTANT:
        because = _("Also reaches buyers who opted out") if first.allowed else first.because
        return replace(first, title=_("Important: %(reasons)s") % {"reasons": titles}, because=because)
    return replace(first, title=titles)


def bound_form(request: HttpRequest, options: list[ContactOption], uploads: Uploads) -> MessageForm:
    if request.POST.get("mode") == "proactive":
        return ProactiveForm(
            request.POST, options=options, has_files=bool(uploads.kept), auto_id="proactive-%s"
        )
    return MessageForm(request.POST, has_files=bool(uploads.kept), auto_id="reply-%s")

"""Messages of a thread drawn for a page: by skeleton, for a thread shows fifty of them."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from messaging import timewords
from messaging.ids import new_id
from messaging.models import Side, Thread
from messaging.templatetags.messagecenter import avatar, icon
from messaging.views.cards import Card
from messaging.views.showing import ShownMessage, State
from messaging.views.skeletons import skeleton


def draw_messages(
    shown: Iterable[ShownMessage | Card],
    *,
    thread: Thread,
    csrf_token: str,
    for_seller: bool = False,
    in_place: bool = False,
) -> SafeString:
    """All of them with their day lines, and the cards between them; `in_place` redraws what is on the page already (without day lines)."""
    artist = MessageArtist(thread, csrf_token=csrf_token, for_seller=for_seller, in_place=in_place)
    return SafeString(
        "".join([_draw_card(one) if isinstance(one, Card) else artist.draw(one) for one in shown])
    )


def _draw_card(card: Card) -> str:
    return render_to_string("parts/_card.html", {"card": card, "market": settings.MARKETPLACE_NAME})


class MessageArtist:
    """Draws the messages of one page; what they have in common is looked up once."""

    def __init__(self, thread: Thread, *, csrf_token: str, for_seller: bool, in_place: bool) -> None:
        self.thread = thread
        self.for_seller = for_seller
        self.in_place = in_place
        self.skeleton = skeleton("parts/_message.html")
        self.csrf = format_html('<input type="hidden" name="csrfmiddlewaretoken" value="{}">', csrf_token)
        self.today, self.names = timezone.localdate(), timewords.names()
        self.is_ours = thread.seller_id is None
        self.states: dict[State, SafeString] = {}
        self.clocks: dict[str, SafeString] = {}
        sample = new_id()
        self.report_before, self.report_after = reverse("report", args=[sample]).split(str(sample))

    def draw(self, one: ShownMessage) -> str:
        message, fill = one.message, self.skeleton.fill
        local = one.at or timezone.localtime(message.submitted_at)
        name = settings.MARKETPLACE_NAME if self.is_ours and not one.own else one.name
        label_time, whole_time = timewords.label_and_title(local, self.today, self.names)
        drawn = self.skeleton.put(
            "message",
            own_class=" mc-msg--own" if one.own else "",
            seq=message.seq,
            pending=fill("pending", id=message.pk) if one.is_pending else "",
            oob=_IN_PLACE if self.in_place else "",
            name=escape(name),
            label_time=label_time,
            avatar=self._avatar(one),
            marks=self._marks(one),
            machine_time=local.isoformat(timespec="seconds"),
            whole_time=whole_time,
            time=timewords.clock(local),
            text=one.html,
            files=self._files(one),
            under=self._under(one),
            foot=self._foot(one),
            clock=self._clock(one),
        )
        line = fill("day", day=one.day) if one.day and not self.in_place else ""
        return line + drawn

    def _avatar(self, one: ShownMessage) -> str:
        if one.own:
            return ""
        return self.skeleton.part("our_avatar") if self.is_ours else avatar(one.name)

    def _marks(self, one: ShownMessage) -> SafeString:
        part, marks = self.skeleton.part, []
        if not one.own and one.message.side == Side.SELLER:
            marks.append(part("seller"))
        if not one.own and self.is_ours:
            marks.append(part("verified"))
        if one.is_important:
            marks.append(part("important"))
        if one.door:
            marks.append(self.skeleton.fill("door", door=one.door))
        return SafeString("".join(marks))

    def _files(self, one: ShownMessage) -> SafeString | str:
        if not one.files:
            return ""
        drawn = [
            (render_to_string("parts/_attachment.html", {"file": file, "own": one.own}),)
            for file in one.files
        ]
        items = format_html_join("", "<li>{}</li>", drawn)
        return format_html('<ul class="mc-files">{}</ul>', items)

    def _under(self, one: ShownMessage) -> str:
        if one.own or not one.was_removed:
            return ""
        return self.skeleton.part("removed_for_seller" if self.for_seller else "removed_for_buyer")

    def _foot(self, one: ShownMessage) -> str:
        """The state of an own message, or the way to report a received one."""
        fill, key = self.skeleton.fill, [one.message.pk]
        if one.undo_until:
            until = one.undo_until.isoformat()
            return fill("undo", until=until, undo_url=reverse("undo-send", args=key), csrf=self.csrf)
        if one.state and not (one.may_edit or one.may_dispute):
            if one.state not in self.states:
                self.states[one.state] = self._state(one.state)
            return self.states[one.state]
        if one.state:
            edit = fill("edit", edit_url=self._edit_url(one)) if one.may_edit else ""
            return self._state(one.state, edit=edit, dispute=self._dispute(key) if one.may_dispute else "")
        if not one.own and not self.is_ours:
            return self.skeleton.put(
                "report", report_url=f"{self.report_before}{one.message.pk}{self.report_after}"
            )
        return ""

    def _state(self, state: State, *, edit: str = "", dispute: str = "") -> SafeString:
        tone = f" text-{state.tone}" if state.tone else ""
        sign = icon(state.icon, "mc-i--sm")
        return self.skeleton.fill("state", tone=tone, icon=sign, state=state.text, edit=edit, dispute=dispute)

    def _dispute(self, key: list[Any]) -> SafeString:
        return self.skeleton.fill("dispute", dispute_url=reverse("dispute", args=key), csrf=self.csrf)

    def _edit_url(self, one: ShownMessage) -> str:
        return f"{reverse('thread', args=[self.thread.pk])}?edit={one.message.pk}#reply"

    def _clock(self, one: ShownMessage) -> str:
        """Whether it counts for the 24 hours and why: the shop's business alone."""
        because = one.message.counts_because
        if not self.for_seller or not because:
            return ""
        if because not in self.clocks:
            self.clocks[because] = self.skeleton.fill("clock", because=_(because))
        return self.clocks[because]


_IN_PLACE = SafeString(' hx-swap-oob="outerHTML"')

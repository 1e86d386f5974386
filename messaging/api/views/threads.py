"""Threads: the inbox, one thread, starting one, and what a person does with it in their own mailbox."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.db import transaction
from django.db.models import Prefetch
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.exceptions import PermissionDenied
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.models import BuyerAlias
from messaging.api.asking import FROM_THE_TOP, keys_of, matching, page_after, read_q
from messaging.api.base import ApiView
from messaging.api.describing import IDEMPOTENCY_KEY, problems
from messaging.api.finding import Place, find_place, mailbox_of
from messaging.api.paging import Cursors
from messaging.api.problems import TooLate
from messaging.api.serializers.threads import (
    THREAD_OF,
    AnyThread,
    EntryPageSerializer,
    InboxQuerySerializer,
    NewThreadReceiptSerializer,
    NewThreadSerializer,
    shown_entries,
)
from messaging.api.writing import canonical, check_reasons, open_about, require_sendable, thread_about
from messaging.contact import contact_options
from messaging.delivering import stop_without_answer
from messaging.filing import Filing, file_entries, may_restore
from messaging.models import Folder, Message, Side
from messaging.models.mailbox import MailboxEntryQuerySet
from messaging.search.finding import thread_of_number


class ThreadsView(ApiView):
    @extend_schema(
        operation_id="list_threads",
        parameters=[InboxQuerySerializer],
        responses={200: EntryPageSerializer, **problems(400, 401, 403)},
    )
    def get(self, request: Request) -> Response:
        """The caller's inbox, newest first."""
        asked = self.read_query(InboxQuerySerializer)
        mailbox, side = mailbox_of(self.user, asked.get("side", ""))
        cursors = Cursors(self.user, f"threads {side}", asked)
        keys = cursors.read(asked["cursor"], count=2) if "cursor" in asked else []
        q = read_q(asked.get("q", ""))
        entries = with_alias(matching(mailbox, asked, q, side), side)
        # An order's number leads to that order: its thread stands first, whatever came after it.
        exact = thread_of_number(entries, q)
        first = [exact] if exact and not keys else []
        limit = asked["limit"] - len(first)
        rest = entries.exclude(pk=exact.pk) if exact else entries
        page = list(page_after(rest.newest_first(), keys)[: limit + 1])
        following = None
        if len(page) > limit:
            following = cursors.write(*(keys_of(page[limit - 1]) if limit else FROM_THE_TOP))
        results = shown_entries(side, [*first, *page[:limit]])
        return Response({"results": results, "next": following, "state": str(mailbox.state)})

    @extend_schema(
        operation_id="start_thread",
        parameters=[IDEMPOTENCY_KEY],
        request=NewThreadSerializer,
        responses={201: NewThreadReceiptSerializer, **problems(400, 401, 403, 404, 409, 422)},
    )
    def post(self, request: Request) -> Response:
        """Write about an order or a product: opens its thread, or joins the one there is."""
        self.require_writer()
        asked = self.read_body(NewThreadSerializer)
        about, side = thread_about(self.user, asked)
        check_reasons(side, asked, has_order=about.order is not None)

        def make() -> object:
            require_sendable(about, side, asked, now=self.now)
            return open_about(about, self.user, side, asked, now=self.now).pk

        made = self.make_once(canonical(asked), make)
        message = Message.objects.select_related("thread__order", "thread__product").get(pk=made.id)
        body = NewThreadReceiptSerializer(message).data
        where = f"/api/v1/threads/{message.thread_id}"
        return Response(body, status=status.HTTP_201_CREATED, headers={"Location": where})


class ThreadView(ApiView):
    @extend_schema(operation_id="get_thread", responses={200: AnyThread, **problems(401, 404)})
    def get(self, request: Request, thread_id: uuid.UUID) -> Response:
        """One thread, with what the caller may write in it now."""
        return Response(self.shown(find_place(self.user, thread_id)))

    def shown(self, place: Place) -> dict[str, Any]:
        thread = place.thread
        options = (
            contact_options(
                side=place.side,
                buyer=thread.buyer,
                seller=thread.seller,
                order=thread.order,
                thread=thread,
                now=self.now,
            )
            if thread.seller
            else []
        )
        place.entry.options = options  # type: ignore[attr-defined]
        return dict(THREAD_OF[place.side](place.entry).data)


class FilingView(ThreadView):
    """read, unread, archive, unarchive, delete, restore: one view each, made by `as_view(action=…)`."""

    action: Filing = Filing.READ
    too_late: ClassVar[str] = "not_restorable"

    http_method_names = ["post"]

    @extend_schema(request=None, responses={200: AnyThread, **problems(400, 401, 403, 404, 409)})
    def post(self, request: Request, thread_id: uuid.UUID) -> Response:
        self.require_no_body()
        place = find_place(self.user, thread_id)
        self.require_writer()
        is_deleted = place.entry.folder == Folder.DELETED
        if self.action == Filing.RESTORE and is_deleted and not may_restore(place.entry, now=self.now):
            raise TooLate(self.too_late, _("Deleted threads can be restored for 30 days."))
        file_entries([place.entry], self.action, now=self.now)
        return Response(self.shown(find_place(self.user, thread_id)))


class NoResponseNeededView(ThreadView):
    http_method_names = ["post"]

    @extend_schema(
        operation_id="mark_no_response_needed",
        request=None,
        responses={200: AnyThread, **problems(400, 401, 403, 404)},
    )
    def post(self, request: Request, thread_id: uuid.UUID) -> Response:
        """The shop says this needs no answer: the clock stops, and the record says who decided. Safe to repeat."""
        self.require_no_body()
        place = find_place(self.user, thread_id)
        self.require_writer()
        if place.side != Side.SELLER:
            raise PermissionDenied(_("Only the shop can say that no response is needed."))
        with transaction.atomic():
            stop_without_answer(place.thread, by=self.user, now=self.now)
        return Response(self.shown(find_place(self.user, thread_id)))


def with_alias(entries: MailboxEntryQuerySet, side: Side) -> MailboxEntryQuerySet:
    """The rows a page of entries draws from: the shop also sees each buyer's alias, in one query for the page."""
    entries = entries.with_thread()
    if side == Side.BUYER:
        return entries
    current = BuyerAlias.objects.filter(is_current=True)
    return entries.prefetch_related(Prefetch("thread__buyer__aliases", queryset=current))

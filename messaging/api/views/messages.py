"""Messages of a thread: reading, writing, and what a person can do with one."""

from __future__ import annotations

import uuid
from typing import Any

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from messaging.api.base import ApiView
from messaging.api.describing import IDEMPOTENCY_KEY, problems
from messaging.api.finding import find_message, find_place
from messaging.api.paging import Cursors
from messaging.api.problems import NotPermitted, TooLate
from messaging.api.serializers.messages import (
    AnyMessage,
    MadeSerializer,
    MessagePageSerializer,
    MessagesQuerySerializer,
    NewDisputeSerializer,
    NewReportSerializer,
    shown_to,
)
from messaging.api.serializers.threads import NewMessageSerializer, ReceiptSerializer
from messaging.api.writing import canonical, check_reasons, require_sendable, write_in
from messaging.models import Dispute, ImportantReason, Message, Report
from messaging.models.review import ReportReason
from messaging.posting import undo
from messaging.reviewing import dispute, report


class MessagesView(ApiView):
    @extend_schema(
        operation_id="list_messages",
        parameters=[MessagesQuerySerializer],
        responses={200: MessagePageSerializer, **problems(400, 401, 404)},
    )
    def get(self, request: Request, thread_id: uuid.UUID) -> Response:
        """The thread's messages as the caller's side may read them, in order."""
        asked = self.read_query(MessagesQuerySerializer)
        place = find_place(self.user, thread_id)
        cursors = Cursors(self.user, f"messages {thread_id}", asked)
        keys = cursors.read(asked["cursor"], count=1) if "cursor" in asked else []
        messages = place.thread.messages.seen_by(place.side)
        if asked["newest_first"]:
            messages = messages.filter(seq__lt=keys[0]) if keys else messages
            messages = messages.order_by("-seq")
        else:
            messages = messages.filter(seq__gt=keys[0]) if keys else messages
            messages = messages.order_by("seq")
        limit = asked["limit"]
        page = list(messages.select_related("author").prefetch_related("attachments")[: limit + 1])
        for message in page:
            message.thread = place.thread
        following = cursors.write(page[limit - 1].seq) if len(page) > limit else None
        results = [shown_to(place.side, message) for message in page[:limit]]
        return Response({"results": results, "next": following, "state": str(place.entry.mailbox.state)})

    @extend_schema(
        operation_id="post_message",
        parameters=[IDEMPOTENCY_KEY],
        request=NewMessageSerializer,
        responses={201: ReceiptSerializer, **problems(400, 401, 403, 404, 409, 422)},
    )
    def post(self, request: Request, thread_id: uuid.UUID) -> Response:
        """Write in the thread. 201 means committed: it will be checked and delivered."""
        place = find_place(self.user, thread_id)
        self.require_writer()
        asked = self.read_body(NewMessageSerializer)
        check_reasons(place.side, asked)

        def make() -> object:
            require_sendable(place.thread, place.side, asked, now=self.now)
            return write_in(place.thread, self.user, place.side, asked, now=self.now).pk

        made = self.make_once(canonical(asked), make)
        body = ReceiptSerializer(Message.objects.get(pk=made.id)).data
        headers = {"Location": f"/api/v1/messages/{made.id}"}
        return Response(body, status=status.HTTP_201_CREATED, headers=headers)


class MessageView(ApiView):
    @extend_schema(operation_id="get_message", responses={200: AnyMessage, **problems(401, 404)})
    def get(self, request: Request, message_id: uuid.UUID) -> Response:
        """One message, with what became of it."""
        message, side = find_message(self.user, message_id)
        return Response(shown_to(side, message))


class UndoView(ApiView):
    @extend_schema(
        operation_id="undo_message",
        request=None,
        responses={200: MadeSerializer, **problems(400, 401, 403, 404, 409)},
    )
    def post(self, request: Request, message_id: uuid.UUID) -> Response:
        """Take back an own message that has not left yet."""
        self.require_no_body()
        message = self.own_message(message_id)
        if not undo(message, by=self.user, now=self.now):
            raise TooLate("already_sent", _("The message has left and cannot be taken back."))
        return Response({"id": message.pk, "message": message.pk})

    def own_message(self, message_id: uuid.UUID) -> Message:
        message, side = find_message(self.user, message_id)
        self.require_writer()
        if message.side != side:
            raise NotPermitted("not_the_author", _("Only its author's side can do that."))
        return message


class DisputeView(UndoView):
    @extend_schema(
        operation_id="dispute_message",
        parameters=[IDEMPOTENCY_KEY],
        request=NewDisputeSerializer,
        responses={201: MadeSerializer, **problems(400, 401, 403, 404, 409, 422)},
    )
    def post(self, request: Request, message_id: uuid.UUID) -> Response:
        """Say that the policy was wrong about an own message; a moderator decides."""
        message = self.own_message(message_id)
        asked = self.read_body(NewDisputeSerializer)

        def make() -> object:
            made = dispute(
                message, by=self.user, note=asked["note"], findings=asked.get("findings"), now=self.now
            )
            if made is None:
                sentence = _("There is nothing to dispute, or it was disputed before.")
                raise TooLate("nothing_to_dispute", sentence)
            return made.pk

        made = self.make_once(canonical(asked), make)
        case = Dispute.objects.get(pk=made.id)
        return _made(case.pk, case.message_id)


class ReportView(ApiView):
    @extend_schema(
        operation_id="report_message",
        parameters=[IDEMPOTENCY_KEY],
        request=NewReportSerializer,
        responses={201: MadeSerializer, **problems(400, 401, 403, 404, 409, 422)},
    )
    def post(self, request: Request, message_id: uuid.UUID) -> Response:
        """Report a message of the other side to the marketplace, once per person."""
        message, side = find_message(self.user, message_id)
        self.require_writer()
        if message.side == side:
            raise NotPermitted("own_message", _("That is a message of your own side."))
        asked = self.read_body(NewReportSerializer)
        self._require_fitting(message, asked)

        def make() -> object:
            made = report(message, by=self.user, reason=ReportReason(asked["reason"]), now=self.now)
            if made is None:
                raise TooLate("reported_before", _("You reported this message before."))
            return made.pk

        made = self.make_once(canonical(asked), make)
        case = Report.objects.get(pk=made.id)
        return _made(case.pk, case.message_id)

    @staticmethod
    def _require_fitting(message: Message, asked: dict[str, Any]) -> None:
        is_misuse = asked["reason"] == ReportReason.MISUSE
        if is_misuse and message.important_reason not in ImportantReason.values:
            raise ValidationError(
                {"reason": [_("This message is not marked [Important].")]}, code="not_important"
            )


def _made(case_id: uuid.UUID, message_id: uuid.UUID) -> Response:
    return Response({"id": case_id, "message": message_id}, status=status.HTTP_201_CREATED)

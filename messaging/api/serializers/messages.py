"""Messages and files, by who reads them: the author what was written and why it was changed, the other side what arrived."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from drf_spectacular.utils import PolymorphicProxySerializer, extend_schema_field
from rest_framework import serializers

from messaging.api.paging import MAX_LIMIT, USUAL_LIMIT
from messaging.api.serializers.strict import StrictSerializer
from messaging.models import Attachment, FileState, Kind, Message, Side, Status, Via
from messaging.models.review import ReportReason

# Which of the policy's notes about a buyer's text the shop is told, so that it can report them.
TOLD_TO_SELLER = {"feedback.coercion", "offplatform", "abuse"}


class FileSerializer(serializers.Serializer[Attachment]):
    """A file as the other side gets it."""

    id = serializers.UUIDField()
    name = serializers.CharField()
    content_type = serializers.CharField()
    size_bytes = serializers.IntegerField()
    width = serializers.IntegerField(allow_null=True)
    height = serializers.IntegerField(allow_null=True)


class OwnFileSerializer(FileSerializer):
    state = serializers.ChoiceField(choices=FileState.choices)
    because = serializers.CharField(allow_blank=True)


class FindingSerializer(serializers.Serializer[Any]):
    """What the policy saw in a text; positions count code points of `body`, the end exclusive."""

    label = serializers.CharField()  # type: ignore[assignment]  # also a property of fields
    start = serializers.IntegerField()
    end = serializers.IntegerField()
    rule = serializers.CharField()
    action = serializers.CharField(help_text="redact, block, flag or quarantine")
    because = serializers.CharField()
    fix = serializers.CharField()


class OwnMessageSerializer(serializers.Serializer[Message]):
    """A message of the reader's own side."""

    id = serializers.UUIDField()
    thread = serializers.UUIDField(source="thread_id")
    seq = serializers.IntegerField()
    is_own = serializers.SerializerMethodField()
    side = serializers.ChoiceField(choices=Side.choices)
    author = serializers.CharField(source="author.short_name", default="")
    via = serializers.ChoiceField(choices=Via.choices)
    kind = serializers.ChoiceField(choices=Kind.choices)
    topic = serializers.CharField(allow_blank=True)
    reason = serializers.CharField(allow_blank=True)
    important_reason = serializers.CharField(allow_blank=True)
    body = serializers.CharField(help_text="As written.")
    delivered_body = serializers.CharField(
        help_text="As the other side reads it; empty until it was delivered."
    )
    status = serializers.ChoiceField(choices=Status.choices)
    findings = FindingSerializer(many=True)
    submitted_at = serializers.DateTimeField()
    send_after = serializers.DateTimeField(help_text="Until then it can be undone.")
    delivered_at = serializers.DateTimeField(allow_null=True)
    attachments = OwnFileSerializer(many=True)

    def get_is_own(self, message: Message) -> bool:
        return True


class SellerOwnMessageSerializer(OwnMessageSerializer):
    counts_for_clock = serializers.BooleanField(allow_null=True)
    counts_because = serializers.CharField()


class ReceivedMessageSerializer(serializers.Serializer[Message]):
    """A message of the other side, as it arrived."""

    id = serializers.UUIDField()
    thread = serializers.UUIDField(source="thread_id")
    seq = serializers.IntegerField()
    is_own = serializers.SerializerMethodField()
    side = serializers.ChoiceField(choices=Side.choices)
    author = serializers.SerializerMethodField(help_text="The shop's name, or the buyer's shown name.")
    kind = serializers.ChoiceField(choices=Kind.choices)
    topic = serializers.CharField(allow_blank=True)
    important_reason = serializers.CharField(allow_blank=True)
    body = serializers.CharField(source="delivered_body")
    status = serializers.SerializerMethodField(help_text="delivered, or redacted when words were removed.")
    delivered_at = serializers.DateTimeField(allow_null=True)
    attachments = serializers.SerializerMethodField()

    def get_is_own(self, message: Message) -> bool:
        return False

    def get_author(self, message: Message) -> str:
        if message.side == Side.PLATFORM:
            return settings.MARKETPLACE_NAME
        return message.thread.name_for(Side(message.side).other)

    def get_status(self, message: Message) -> str:
        # How a moderator decided is between them and the author.
        return str(Status.REDACTED if message.status == Status.REDACTED else Status.DELIVERED)

    @extend_schema_field(FileSerializer(many=True))
    def get_attachments(self, message: Message) -> list[Any]:
        clean = [file for file in message.attachments.all() if file.state == FileState.CLEAN]
        return [FileSerializer(file).data for file in clean]


class SellerReceivedMessageSerializer(ReceivedMessageSerializer):
    submitted_at = serializers.DateTimeField(help_text="When the buyer sent it: the clock runs from here.")
    counts_for_clock = serializers.BooleanField(allow_null=True)
    counts_because = serializers.CharField()
    flagged = serializers.SerializerMethodField(help_text="What the policy noted, for a report.")

    def get_flagged(self, message: Message) -> list[str]:
        noted = {finding["label"] for finding in message.findings if finding["action"] == "flag"}
        return sorted(noted & TOLD_TO_SELLER)


class BuyerOwnMessageSerializer(OwnMessageSerializer):
    """A message the buyer wrote."""


class BuyerReceivedMessageSerializer(ReceivedMessageSerializer):
    """A message the shop or the marketplace wrote."""


OWN = {Side.BUYER: BuyerOwnMessageSerializer, Side.SELLER: SellerOwnMessageSerializer}
RECEIVED = {Side.BUYER: BuyerReceivedMessageSerializer, Side.SELLER: SellerReceivedMessageSerializer}
AUDIENCES = [*OWN.values(), *RECEIVED.values()]
AnyMessage = PolymorphicProxySerializer(
    component_name="Message", serializers=AUDIENCES, resource_type_field_name=None
)


def shown_to(side: Side, message: Message) -> dict[str, Any]:
    """The message as this side may read it."""
    serializer = OWN[side] if message.side == side else RECEIVED[side]
    return dict(serializer(message).data)


class MessagePageSerializer(serializers.Serializer[Any]):
    results = serializers.SerializerMethodField()
    next = serializers.CharField(allow_null=True)
    state = serializers.CharField()

    @extend_schema_field(
        PolymorphicProxySerializer(
            component_name="Messages", serializers=AUDIENCES, resource_type_field_name=None, many=True
        )
    )
    def get_results(self, page: Any) -> list[Any]:
        raise NotImplementedError("Only a description; views fill it.")


class MessagesQuerySerializer(StrictSerializer):
    cursor = serializers.CharField(required=False, max_length=600)
    limit = serializers.IntegerField(required=False, default=USUAL_LIMIT, min_value=1, max_value=MAX_LIMIT)
    newest_first = serializers.BooleanField(required=False, default=False)


class NewReportSerializer(StrictSerializer):
    reason = serializers.ChoiceField(choices=ReportReason.choices)


class NewDisputeSerializer(StrictSerializer):
    note = serializers.CharField(required=False, default="", allow_blank=True, max_length=2000)
    findings = serializers.ListField(
        child=serializers.IntegerField(min_value=0),
        required=False,
        allow_empty=False,
        max_length=100,
        help_text="Places in the message's `findings`, from 0; without it, all of them.",
    )


class MadeSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    message = serializers.UUIDField()


class UploadSerializer(StrictSerializer):
    file = serializers.FileField(allow_empty_file=True)

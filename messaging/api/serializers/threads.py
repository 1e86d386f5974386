"""Threads as each side sees them: one serializer per audience, every field named."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from drf_spectacular.utils import PolymorphicProxySerializer, extend_schema_field
from rest_framework import serializers

from accounts.relay import RelayAddress, RelayKind
from messaging.api.paging import MAX_LIMIT, USUAL_LIMIT
from messaging.api.serializers.strict import StrictSerializer
from messaging.models import (
    Category,
    Folder,
    ImportantReason,
    MailboxEntry,
    ProactiveReason,
    Side,
    ThreadKind,
    Topic,
)


class ShopSerializer(serializers.Serializer[Any]):
    """What a buyer sees of a shop."""

    name = serializers.CharField()
    usual_reply_hours = serializers.IntegerField(allow_null=True)


class MaskedBuyerSerializer(serializers.Serializer[Any]):
    """What a shop sees of a buyer."""

    name = serializers.CharField(source="masked_name", help_text="First name and initial.")
    company = serializers.CharField(source="company_name", allow_blank=True)
    alias = serializers.SerializerMethodField(help_text="The buyer's one masked address.")

    def get_alias(self, buyer: Any) -> str:
        # All of the few, so that a prefetch serves a whole page.
        current = next((alias.local for alias in buyer.aliases.all() if alias.is_current), "")
        return str(RelayAddress(RelayKind.ALIAS, current)) if current else ""


class EntrySerializer(serializers.Serializer[MailboxEntry]):
    """What both sides see of a thread, in their own mailbox."""

    id = serializers.UUIDField(source="thread_id")
    kind = serializers.ChoiceField(source="thread.kind", choices=ThreadKind.choices)
    topic = serializers.ChoiceField(source="thread.topic", choices=Topic.choices)
    subject = serializers.CharField(source="thread.subject")
    order = serializers.CharField(source="thread.order.number", default=None, allow_null=True)
    product = serializers.CharField(source="thread.product.sku", default=None, allow_null=True)
    category = serializers.ChoiceField(choices=Category.choices)
    folder = serializers.ChoiceField(choices=Folder.choices)
    unread = serializers.BooleanField()
    starred = serializers.BooleanField()
    last_activity = serializers.DateTimeField()
    last_side = serializers.ChoiceField(choices=Side.choices, allow_blank=True)
    preview = serializers.CharField()
    has_attachment = serializers.BooleanField()
    is_important = serializers.BooleanField()
    is_held = serializers.BooleanField(help_text="The last message of this side was blocked or is held.")
    state = serializers.CharField(help_text="The mailbox state this entry changed at last.")


class BuyerEntrySerializer(EntrySerializer):
    seller = ShopSerializer(source="thread.seller", allow_null=True)


class SellerEntrySerializer(EntrySerializer):
    buyer = MaskedBuyerSerializer(source="thread.buyer")
    needs_reply_since = serializers.DateTimeField(allow_null=True)
    due_at = serializers.DateTimeField(allow_null=True)
    is_proactive = serializers.BooleanField()
    has_sent = serializers.BooleanField()


class ContactOptionSerializer(serializers.Serializer[Any]):
    """One reason to write, and whether it is allowed now."""

    reason = serializers.CharField()
    title = serializers.CharField()
    kind = serializers.CharField(help_text="reply, proactive or important")
    allowed = serializers.BooleanField()
    rule = serializers.CharField(help_text="The rule that forbids it; empty when allowed.")
    because = serializers.CharField()
    instead = serializers.CharField()
    until = serializers.DateTimeField(allow_null=True)


class BuyerThreadSerializer(BuyerEntrySerializer):
    contact = ContactOptionSerializer(many=True, source="options")


class SellerThreadSerializer(SellerEntrySerializer):
    contact = ContactOptionSerializer(many=True, source="options")


ENTRY_OF: dict[Side, type[EntrySerializer]] = {
    Side.BUYER: BuyerEntrySerializer,
    Side.SELLER: SellerEntrySerializer,
}
THREAD_OF = {Side.BUYER: BuyerThreadSerializer, Side.SELLER: SellerThreadSerializer}


def shown_entries(side: Side, entries: list[MailboxEntry]) -> list[Any]:
    """The entries as this side sees them."""
    return [ENTRY_OF[side](entry).data for entry in entries]


AnyThread = PolymorphicProxySerializer(
    component_name="Thread",
    serializers=[BuyerThreadSerializer, SellerThreadSerializer],
    resource_type_field_name=None,
)


class ChangesSerializer(serializers.Serializer[Any]):
    """Entries of one mailbox, and the state they show."""

    results = serializers.SerializerMethodField()
    state = serializers.CharField()

    @extend_schema_field(
        PolymorphicProxySerializer(
            component_name="Entry",
            serializers=[BuyerEntrySerializer, SellerEntrySerializer],
            resource_type_field_name=None,
            many=True,
        )
    )
    def get_results(self, page: Any) -> list[Any]:
        raise NotImplementedError("Only a description; views fill it.")


class EntryPageSerializer(ChangesSerializer):
    next = serializers.CharField(allow_null=True)


class ContactSerializer(serializers.Serializer[Any]):
    order = serializers.CharField()
    thread = serializers.UUIDField(allow_null=True)
    results = ContactOptionSerializer(many=True)


class LimitSerializer(StrictSerializer):
    cursor = serializers.CharField(required=False, max_length=600)
    limit = serializers.IntegerField(required=False, default=USUAL_LIMIT, min_value=1, max_value=MAX_LIMIT)


class InboxQuerySerializer(LimitSerializer):
    folder = serializers.ChoiceField(required=False, choices=Folder.choices)
    category = serializers.ChoiceField(required=False, choices=Category.choices)
    unread = serializers.BooleanField(required=False)
    q = serializers.CharField(
        required=False,
        allow_blank=True,
        max_length=200,
        help_text=(
            "Words of the messages, an order number (its thread comes first), and from: order: has:attachment"
            " is:unread is:read is:starred before: after:. Without `folder` it searches inbox and archive."
        ),
    )
    order = serializers.CharField(required=False, max_length=40)
    after = serializers.DateTimeField(required=False)
    before = serializers.DateTimeField(required=False)
    needs_reply = serializers.BooleanField(required=False)
    side = serializers.ChoiceField(
        required=False,
        choices=[Side.BUYER.value, Side.SELLER.value],
        help_text="For people with two mailboxes.",
    )

    def get_fields(self) -> dict[str, Any]:
        # "with" is a word of Python's.
        name = serializers.CharField(
            required=False, max_length=120, help_text="The shop's name; or the buyer's shown name or alias."
        )
        return super().get_fields() | {"with": name}


class ChangesQuerySerializer(StrictSerializer):
    since = serializers.RegexField(r"\A[0-9]{1,18}\Z", help_text="A state of an earlier answer.")
    side = serializers.ChoiceField(required=False, choices=[Side.BUYER.value, Side.SELLER.value])


class ImportantSerializer(StrictSerializer):
    reason = serializers.ChoiceField(choices=ImportantReason.choices)


class NewMessageSerializer(StrictSerializer):
    """What a person writes. `reason` and `important` are the shop's: why it writes first."""

    body = serializers.CharField(required=False, default="", allow_blank=True, max_length=100_000)
    attachments = serializers.ListField(
        child=serializers.UUIDField(), required=False, default=list, max_length=50
    )
    reason = serializers.ChoiceField(choices=ProactiveReason.choices, required=False)
    important = ImportantSerializer(required=False)

    def validate_attachments(self, ids: list[Any]) -> list[Any]:
        if len(set(ids)) != len(ids):
            raise serializers.ValidationError(_("A file is named twice."), code="duplicate")
        return ids


class NewThreadSerializer(NewMessageSerializer):
    order = serializers.CharField(required=False, max_length=40)
    product = serializers.SlugField(required=False, max_length=40)
    topic = serializers.ChoiceField(choices=Topic.choices, required=False)

    def validate(self, asked: dict[str, Any]) -> dict[str, Any]:
        if ("order" in asked) == ("product" in asked):
            raise serializers.ValidationError(
                {"order": [_("Say what it is about: an order, or a product, not both.")]},
                code="about_nothing",
            )
        return asked


class ReceiptSerializer(serializers.Serializer[Any]):
    """A message was taken: committed, and about to be checked. The same for every repeat of its key."""

    id = serializers.UUIDField()
    thread = serializers.UUIDField(source="thread_id")
    seq = serializers.IntegerField()
    status = serializers.SerializerMethodField(
        help_text="Always `submitted`; GET the message for what became of it."
    )
    kind = serializers.CharField()
    submitted_at = serializers.DateTimeField()

    def get_status(self, message: Any) -> str:
        return "submitted"


class NewThreadReceiptSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField(source="thread_id")
    kind = serializers.CharField(source="thread.kind")
    topic = serializers.CharField(source="thread.topic")
    subject = serializers.CharField(source="thread.subject")
    order = serializers.CharField(source="thread.order.number", default=None, allow_null=True)
    product = serializers.CharField(source="thread.product.sku", default=None, allow_null=True)
    message = ReceiptSerializer(source="*")

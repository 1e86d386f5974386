"""What the marketplace reports and posts: rows in bulk, each with its own result."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from messaging.announcing import ANNOUNCED
from messaging.api.serializers.strict import StrictSerializer
from orders.importing import MAX_ROWS, Taken

MOST_LINES = 500
MOST_ID_CHARS = 60
MOST_NOTICE_CHARS = 20_000


class RowsSerializer(StrictSerializer):
    """Rows of one kind. Each is checked by itself: one that is refused leaves the others alone."""

    rows = serializers.ListField(child=serializers.JSONField(), min_length=1, max_length=MAX_ROWS)


class RowSerializer(serializers.Serializer[Any]):
    """One row; its names are those of its kind (docs/api.md), its key stands in the address."""


class RowProblemSerializer(serializers.Serializer[Any]):
    field = serializers.CharField()
    because = serializers.CharField()


class RowResultSerializer(serializers.Serializer[Any]):
    index = serializers.IntegerField()
    key = serializers.CharField()
    taken = serializers.ChoiceField(choices=[taken.value for taken in Taken])
    problems = RowProblemSerializer(many=True)


class RowResultsSerializer(serializers.Serializer[Any]):
    results = RowResultSerializer(many=True)


class NoticeSerializer(StrictSerializer):
    id = serializers.RegexField(
        r"\A[\w./:-]+\Z",
        max_length=MOST_ID_CHARS,
        help_text="The marketplace's own; posted once, however often it is sent.",
    )
    buyer = serializers.EmailField(max_length=254)
    category = serializers.ChoiceField(choices=[(category.value, category.label) for category in ANNOUNCED])
    subject = serializers.CharField(max_length=200)
    body = serializers.CharField(max_length=MOST_NOTICE_CHARS)
    order = serializers.CharField(required=False, max_length=40)


class NoticesSerializer(StrictSerializer):
    notices = serializers.ListField(child=serializers.JSONField(), min_length=1, max_length=MAX_ROWS)


class LineSerializer(StrictSerializer):
    side = serializers.ChoiceField(choices=["buyer", "service"])
    text = serializers.CharField(max_length=MOST_NOTICE_CHARS)
    at = serializers.DateTimeField()


class TranscriptSerializer(StrictSerializer):
    buyer = serializers.EmailField(max_length=254)
    subject = serializers.CharField(max_length=200)
    lines = LineSerializer(many=True, allow_empty=False, max_length=MOST_LINES)  # type: ignore[call-arg]


class PostedSerializer(serializers.Serializer[Any]):
    id = serializers.CharField()
    thread = serializers.UUIDField()

"""Words for the schema that many views share."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from drf_spectacular.utils import OpenApiParameter, OpenApiResponse
from rest_framework import serializers


class ProblemErrorSerializer(serializers.Serializer[Any]):
    """One thing that is wrong; the last six only for findings of the policy and rules of contact."""

    code = serializers.CharField()
    detail = serializers.CharField()
    pointer = serializers.CharField(
        help_text="Where in the request: a JSON pointer, or /name of a parameter."
    )
    start = serializers.IntegerField(required=False)
    end = serializers.IntegerField(required=False)
    excerpt = serializers.CharField(required=False)
    rule = serializers.CharField(required=False)
    action = serializers.CharField(required=False)
    fix = serializers.CharField(required=False)
    name = serializers.CharField(required=False, help_text="The refused file's name.")


class ProblemSerializer(serializers.Serializer[Any]):
    """RFC 9457."""

    type = serializers.CharField()
    title = serializers.CharField()
    status = serializers.IntegerField()
    detail = serializers.CharField()
    errors = ProblemErrorSerializer(many=True)  # type: ignore[assignment]  # also a property of serializers


IDEMPOTENCY_KEY = OpenApiParameter(
    "Idempotency-Key",
    str,
    OpenApiParameter.HEADER,
    description="Any text of up to 200 characters: a repeat with the same key makes nothing and gets the same answer for 24 h.",
)


def problems(*statuses: int) -> dict[Any, OpenApiResponse]:
    """The refusals of an operation, as responses of its description; 429 may come everywhere."""
    return {
        (status, "application/problem+json"): OpenApiResponse(ProblemSerializer, HTTPStatus(status).phrase)
        for status in (*statuses, 429)
    }

"""Asking the policy about a text that is not sent."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from rest_framework import serializers

from messaging.api.describing import ProblemErrorSerializer
from messaging.api.serializers.strict import StrictSerializer


class PolicyCheckSerializer(StrictSerializer):
    body = serializers.CharField(
        allow_blank=True, trim_whitespace=False, max_length=settings.MAX_MESSAGE_CHARS
    )
    order = serializers.CharField(
        required=False, max_length=40, help_text="Its own numbers are never a finding."
    )
    proactive = serializers.BooleanField(required=False, default=False, help_text="The shop writes first.")


class PolicyVerdictSerializer(serializers.Serializer[Any]):
    outcome = serializers.CharField(help_text="deliver, redact, block or quarantine")
    labels = serializers.ListField(child=serializers.CharField())
    delivered_body = serializers.CharField(help_text="As the other side would read it.")
    findings = ProblemErrorSerializer(many=True)

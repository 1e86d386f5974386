"""What the operator's pages say in one word."""

from __future__ import annotations

from typing import Any

from django import template

register = template.Library()


@register.filter
def cut_out(body: str, finding: dict[str, Any]) -> str:
    """The words a finding is about."""
    return body[finding["start"] : finding["end"]]


@register.filter
def labels(findings: list[dict[str, Any]]) -> str:
    """What was found, each label once."""
    return ", ".join(dict.fromkeys(finding["label"] for finding in findings))

"""The content policy: what a message may say. Pure Python; one call, `scan`."""

from messaging.policy.scanning import scan
from messaging.policy.verdict import Action, Context, Direction, Finding, Outcome, ScanVerdict

__all__ = ["Action", "Context", "Direction", "Finding", "Outcome", "ScanVerdict", "scan"]

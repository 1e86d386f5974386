"""Synthetic load for measuring: many rows at once, beside the flows, in one shape at every size."""

"""What a request costs, measured beside its limit in the same run."""

"""The 24-hour clock and response figures."""

"""The append-only record, and the outbox that everything else listens to."""

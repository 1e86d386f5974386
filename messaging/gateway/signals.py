"""What mail in tells others. Receivers get ids and tokens, never a mail's content."""

from django.dispatch import Signal

# A mail to unsubscribe+<token>@: `token`, `now`.
unsubscribe_asked = Signal()
# A delivery report for an alert of this `thread` and `side`, sent to its secret reply address: `now`.
alert_bounced = Signal()

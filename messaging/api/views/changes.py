"""What changed in a mailbox since a state the caller knows."""

from __future__ import annotations

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from messaging.api.base import ApiView
from messaging.api.describing import problems
from messaging.api.finding import mailbox_of
from messaging.api.problems import StateGone
from messaging.api.serializers.threads import ChangesQuerySerializer, ChangesSerializer, shown_entries
from messaging.api.views.threads import with_alias

# More than this, and reading the inbox afresh is cheaper for both.
MOST_CHANGES = 500


class ChangesView(ApiView):
    @extend_schema(
        operation_id="list_changes",
        parameters=[ChangesQuerySerializer],
        responses={200: ChangesSerializer, **problems(400, 401, 403, 410)},
    )
    def get(self, request: Request) -> Response:
        """Entries that changed after `since`, in the order of their changes, and the state they lead to."""
        asked = self.read_query(ChangesQuerySerializer)
        mailbox, side = mailbox_of(self.user, asked.get("side", ""))
        since = int(asked["since"])
        if since > mailbox.state:
            # A state from the future: of another mailbox, or of one that was restored from a backup since.
            raise StateGone
        # Not beyond the state we answer with: a change made meanwhile belongs to the next answer.
        changed = mailbox.entries.filter(state__gt=since, state__lte=mailbox.state).order_by("state", "id")
        entries = list(with_alias(changed, side)[: MOST_CHANGES + 1])
        if len(entries) > MOST_CHANGES:
            raise StateGone
        return Response({"results": shown_entries(side, entries), "state": str(mailbox.state)})

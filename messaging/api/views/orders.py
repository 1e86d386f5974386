"""What may be written about an order, known before writing."""

from __future__ import annotations

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from messaging.api.base import ApiView
from messaging.api.describing import problems
from messaging.api.finding import find_order, mailbox_of
from messaging.api.serializers.threads import ContactSerializer
from messaging.api.writing import about_order
from messaging.contact import contact_options


class OrderContactView(ApiView):
    @extend_schema(
        operation_id="get_contact_options", responses={200: ContactSerializer, **problems(401, 404)}
    )
    def get(self, request: Request, number: str) -> Response:
        """Each reason the caller could have to write now: whether it is allowed, why not, and until when."""
        order, side = find_order(self.user, number)
        thread = about_order(order, side)
        options = contact_options(
            side=side, buyer=order.buyer, seller=order.seller, order=order, thread=thread, now=self.now
        )
        mailbox, _side = mailbox_of(self.user, side)
        # A thread that has not reached this side does not exist for it.
        has_reached = not thread._state.adding and mailbox.entries.filter(thread=thread).exists()
        answer = {"order": order.number, "thread": thread.pk if has_reached else None, "results": options}
        return Response(ContactSerializer(answer).data)

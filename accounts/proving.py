"""Proving that an address is read: a link mailed there, good for three days, opened by pressing a button."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import NotificationAddress, Seller, SenderAddress
from accounts.tokens import make_link_token

LINK_PAUSE = timedelta(minutes=1)
LINKS_AN_HOUR = 20
MOST_ADDRESSES = 20
Address = SenderAddress | NotificationAddress


class CannotMailLink(Exception):
    """No link was mailed; the sentence is for the person who asked."""


def mail_link(address: Address, *, now: datetime) -> None:
    """Mail the link that verifies the address. Raises CannotMailLink when it was mailed a moment ago.

    The pause and the hourly limit keep the page from being used to flood a stranger's mailbox.
    """
    if address.is_verified:
        raise CannotMailLink(_("This address is verified already."))
    _require_within_limits(address, now=now)
    free = Q(link_sent_at=None) | Q(link_sent_at__lte=now - LINK_PAUSE)
    if not type(address)._default_manager.filter(free, pk=address.pk).update(link_sent_at=now):
        raise CannotMailLink(
            _("We mailed a link less than a minute ago. Look for it, also in the spam folder.")
        )
    address.link_sent_at = now
    link = settings.SITE_URL + reverse("verify-address", args=[make_link_token(address)])
    words = {
        "address": address,
        "shop": address.seller.name,
        "link": link,
        "market": settings.MARKETPLACE_NAME,
    }
    EmailMessage(
        subject=_("Confirm this address for %(shop)s") % {"shop": " ".join(address.seller.name.split())},
        body=render_to_string("seller/mail/verify_address.txt", words),
        to=[address.address],
        headers={"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"},
    ).send()


def _require_within_limits(address: Address, *, now: datetime) -> None:
    recent = sum(
        model._default_manager.filter(
            seller=address.seller_id, link_sent_at__gt=now - timedelta(hours=1)
        ).count()
        for model in (SenderAddress, NotificationAddress)
    )
    if recent >= LINKS_AN_HOUR:
        raise CannotMailLink(_("Many links were mailed in the last hour. Wait an hour, then try again."))


def add_address(
    model: type[SenderAddress] | type[NotificationAddress], seller: Seller, **fields: object
) -> Address:
    """The shop's row for this address, made when missing. Raises CannotMailLink when there are too many."""
    known = model._default_manager.filter(seller=seller)
    found = known.filter(address=fields["address"]).first()
    if found is not None:
        return found
    if known.count() >= MOST_ADDRESSES:
        raise CannotMailLink(
            _("A shop keeps up to %(most)d addresses. Remove one first.") % {"most": MOST_ADDRESSES}
        )
    return model._default_manager.create(seller=seller, **fields)

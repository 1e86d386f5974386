"""The shop's settings: addresses that prove themselves, Buyer Messages, roles. Owners change, others read."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from accounts.models import Buyer, Role, Seller, SellerStaff, SenderAddress, User
from accounts.tokens import make_link_token
from messaging.models import Message, Side, Status
from notifications.models import Channel, Event
from notifications.preferences import preference_matrix
from tests import cast

SignIn = Callable[[Buyer | SellerStaff | User], Client]
SENDERS = "/seller/settings/senders/"
NOTIFICATIONS = "/seller/settings/notifications/"
STAFF = "/seller/settings/staff/"


def page(response: Any) -> str:
    text: str = response.content.decode()
    return text


@pytest.fixture(autouse=True)
def _mails_stay_here(settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


@pytest.fixture
def new_shop(db: None) -> SellerStaff:
    """An owner whose shop has nothing set up yet."""
    seller = Seller.objects.create(name="Trailhead Supply")
    return cast.make_staff("kim@trailhead-office.example", seller=seller)


@pytest.fixture
def agent(shop: cast.Shop) -> SellerStaff:
    return cast.make_staff("priya@northwind-office.example", seller=shop.seller, role=Role.AGENT)


# Addresses ----------------------------------------------------------------------------------------------------------------


def test_a_sender_address_counts_only_after_its_link_was_opened_and_confirmed(
    client_of: SignIn, new_shop: SellerStaff, client: Client
) -> None:
    owner = client_of(new_shop)
    assert "Link sent" in page(
        owner.post(SENDERS, {"action": "add", "address": " Care@Trailhead.example "}, follow=True)
    )
    (sent,) = mail.outbox
    assert sent.to == ["care@trailhead.example"]
    found = re.search(r"http://\S+(/verify-address/\S+/)", str(sent.body))
    assert found
    shown = client.get(found[1])
    assert "Trailhead Supply wants to answer its buyers" in page(shown)
    assert SenderAddress.objects.get().verified_at is None, "looking is not confirming"
    assert "can now answer buyers" in page(client.post(found[1]))
    assert SenderAddress.objects.get().is_verified
    assert "Verified" in page(owner.get(SENDERS))


@pytest.mark.parametrize("token", ["nonsense", "a:b:c", "%00"])
def test_a_broken_link_says_so(client: Client, db: None, token: str) -> None:
    response = client.get(f"/verify-address/{token}/")
    assert response.status_code == 404
    assert "no longer works" in page(response)


def test_a_link_stops_working_when_the_address_was_removed(client: Client, shop: cast.Shop) -> None:
    address = SenderAddress.objects.get(seller=shop.seller)
    token = make_link_token(address)
    address.delete()
    assert client.post(f"/verify-address/{token}/").status_code == 404


@pytest.mark.parametrize(
    ("address", "because"),
    [
        ("", "Write an address first"),
        ("care@", "That is not an e-mail address"),
        ("k7m2q9x4r8t3vna@msg.example-market.com", "That is a masked address"),
    ],
)
def test_a_wrong_address_is_told_beside_its_field(
    client_of: SignIn, shop: cast.Shop, address: str, because: str
) -> None:
    for path in (SENDERS, NOTIFICATIONS):
        response = client_of(shop.sam).post(path, {"action": "add", "address": address})
        assert response.status_code == 422
        assert because in page(response)
        assert address in page(response)
    assert mail.outbox == []


def test_a_link_is_mailed_again_after_a_minute_not_before(client_of: SignIn, new_shop: SellerStaff) -> None:
    owner = client_of(new_shop)
    owner.post(SENDERS, {"action": "add", "address": "care@trailhead.example"})
    address = SenderAddress.objects.get()
    again = {"action": "resend", "address_id": address.pk}
    assert "less than a minute ago" in page(owner.post(SENDERS, again, follow=True))
    SenderAddress.objects.update(link_sent_at=timezone.now() - timedelta(minutes=2))
    owner.post(SENDERS, again)
    assert len(mail.outbox) == 2


def test_a_shop_cannot_flood_strangers_with_links(client_of: SignIn, new_shop: SellerStaff) -> None:
    owner = client_of(new_shop)
    for number in range(25):
        owner.post(SENDERS, {"action": "add", "address": f"person{number}@elsewhere.example"})
    assert len(mail.outbox) == 20
    assert SenderAddress.objects.count() <= 20


def test_another_shops_address_cannot_be_touched(
    client_of: SignIn, shop: cast.Shop, eve_sells: SellerStaff
) -> None:
    address = SenderAddress.objects.get(seller=shop.seller)
    for action in ("remove", "resend"):
        response = client_of(eve_sells).post(SENDERS, {"action": action, "address_id": address.pk})
        assert response.status_code == 404
    assert SenderAddress.objects.filter(pk=address.pk).exists()


# Buyer Messages -------------------------------------------------------------------------------------------------------------


def test_buyer_messages_need_a_confirmed_address_and_deliver_what_waited(
    client_of: SignIn, new_shop: SellerStaff
) -> None:
    bea = cast.make_buyer(cast.BEA_EMAIL)
    product = cast.make_product(new_shop.seller)
    message = cast.ask(cast.Shop(bea, new_shop, cast.make_order(bea, product), product))
    assert message.status == Status.WAITING
    owner = client_of(new_shop)
    refused = owner.post(NOTIFICATIONS, {"action": "save", "buyer_messages": "1"})
    assert refused.status_code == 422
    assert 'id="buyer-messages-error"' in page(refused)
    assert re.search(r'name="buyer_messages"[^>]* checked', page(refused)), "what was ticked stays ticked"
    assert not Seller.objects.get(pk=new_shop.seller.pk).buyer_messages_on

    owner.post(NOTIFICATIONS, {"action": "add", "address": "care@trailhead.example"})
    found = re.search(r"(/verify-address/\S+/)", str(mail.outbox[0].body))
    assert found
    owner.post(found[1])
    saved = owner.post(NOTIFICATIONS, {"action": "save", "buyer_messages": "1"}, follow=True)
    assert "1 message that waited has been delivered" in page(saved)
    assert Message.objects.get().status == Status.DELIVERED
    assert cast.texts(message.thread, Side.SELLER) == ["Where is my order?"]


def test_both_boxes_are_off_for_a_new_shop(client_of: SignIn, new_shop: SellerStaff) -> None:
    text = page(client_of(new_shop).get(NOTIFICATIONS))
    for name in ("buyer_messages", "return_messages"):
        box = re.search(rf'<input[^>]*name="{name}"[^>]*>', text)
        assert box
        assert "checked" not in box[0]


def test_alerts_are_each_persons_own(client_of: SignIn, shop: cast.Shop, agent: SellerStaff) -> None:
    client_of(agent).post(NOTIFICATIONS, {"action": "save", "buyer_message.email": "1"})
    mine, owners = preference_matrix(agent.user), preference_matrix(shop.sam.user)
    assert mine[Event.BUYER_MESSAGE][Channel.EMAIL]
    assert not mine[Event.OVERDUE][Channel.EMAIL]
    assert mine[Event.VIOLATION][Channel.EMAIL], "always on"
    assert owners[Event.OVERDUE][Channel.EMAIL]


def test_an_agent_cannot_switch_the_shop(client_of: SignIn, shop: cast.Shop, agent: SellerStaff) -> None:
    client = client_of(agent)
    client.post(NOTIFICATIONS, {"action": "save"})
    assert Seller.objects.get(pk=shop.seller.pk).buyer_messages_on
    for path in (SENDERS, NOTIFICATIONS):
        response = client.post(path, {"action": "add", "address": "mine@elsewhere.example"})
        assert response.status_code == 403
        assert "Only an owner" in page(response)
    assert client.get(STAFF).status_code == 403


# Staff ----------------------------------------------------------------------------------------------------------------------


def test_an_owner_changes_roles_but_a_shop_keeps_an_owner(
    client_of: SignIn, shop: cast.Shop, agent: SellerStaff
) -> None:
    owner = client_of(shop.sam)
    last_owner = {"member": shop.sam.pk, "action": "role", "role": Role.VIEWER}
    assert "A shop needs an owner" in page(owner.post(STAFF, last_owner, follow=True))
    assert "A shop needs an owner" in page(owner.post(STAFF, {**last_owner, "action": "remove"}, follow=True))
    owner.post(STAFF, {"member": agent.pk, "action": "role", "role": Role.VIEWER})
    agent.refresh_from_db()
    assert agent.role == Role.VIEWER
    owner.post(STAFF, {"member": agent.pk, "action": "remove"})
    assert not SellerStaff.objects.filter(pk=agent.pk).exists()


def test_people_of_another_shop_cannot_be_touched(
    client_of: SignIn, shop: cast.Shop, eve_sells: SellerStaff
) -> None:
    response = client_of(eve_sells).post(STAFF, {"member": shop.sam.pk, "action": "remove"})
    assert response.status_code == 404

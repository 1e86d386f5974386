"""What an alert mail says and what it hides."""

from __future__ import annotations

import email
import re
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from accounts.models import Buyer, Seller, SellerStaff
from accounts.relay import RelayAddress, RelayKind
from messaging.gateway.references import thread_of
from messaging.models import Side, Thread, Via
from notifications.channels.email import compose
from notifications.channels.headers import UnsafeHeader, display_name, guard, header_text
from notifications.models import Delivery
from tests import cast
from tests.notifications.conftest import Alert, words_of


def header_names(sent: mail.EmailMultiAlternatives) -> list[str]:
    return [name.lower() for name, _value in sent.message().items()]


def test_the_seller_is_told_under_the_buyers_mask(thread: Thread, alert: Alert) -> None:
    [sent] = alert()
    parsed = sent.message()
    alias = f"{thread.buyer.alias}@msg.example-market.com"
    assert sent.to == [cast.SAM_EMAIL]
    assert parsed["From"] == f'"Bea M. via Example Market" <{alias}>'
    assert parsed["Reply-To"] == str(thread.reply_address(Side.SELLER))
    assert "Where is my order?" in sent.body
    assert "EM-204771-9330" in parsed["Subject"]
    assert "EM-204771-9330" in sent.body


def test_the_buyer_is_told_under_the_threads_address(thread: Thread, sam: SellerStaff, alert: Alert) -> None:
    alert()
    cast.say(thread, sam, "It leaves on Monday.")
    [sent] = alert()
    parsed = sent.message()
    assert sent.to == [cast.BEA_EMAIL]
    assert "Northwind Audio via Example Market" in parsed["From"]
    assert (
        parsed["Reply-To"] == str(thread.reply_address(Side.BUYER)) != str(thread.reply_address(Side.SELLER))
    )
    assert RelayAddress.parse(parsed["Reply-To"]).kind == RelayKind.REPLY
    assert "Northwind Audio replied" in parsed["Subject"]


def test_no_alert_shows_an_address_or_surname_of_the_other_side(
    thread: Thread, sam: SellerStaff, alert: Alert
) -> None:
    [to_sam] = alert()
    cast.say(thread, sam, "It leaves on Monday.")
    [to_bea] = alert()
    for hidden in (cast.BEA_EMAIL, "buyers-post", "Marlowe"):
        assert hidden not in words_of(to_sam)
    for hidden in (cast.SAM_EMAIL, "northwind-office", "Okafor"):
        assert hidden not in words_of(to_bea)


def test_the_words_of_an_alert_are_the_delivered_ones(shop: cast.Shop, alert: Alert) -> None:
    cast.ask(shop, "The left side crackles. Call me on +1 555 010 2939 please.")
    [sent] = alert()
    assert "[phone number removed]" in sent.body
    assert "010 2939" not in words_of(sent)


def test_markup_in_a_message_is_shown_as_text(shop: cast.Shop, alert: Alert) -> None:
    cast.ask(shop, 'Is it <b>black</b>? <img src=x onerror="alert(1)"> & more')
    [sent] = alert()
    html = str(sent.alternatives[0][0])
    assert "<img" not in html
    assert "&lt;img src=x" in html
    assert '<img src=x onerror="alert(1)"> & more' in sent.body


def test_an_alert_says_that_a_machine_wrote_it_and_how_to_stop_it(
    thread: Thread, sam: SellerStaff, alert: Alert
) -> None:
    [to_sam] = alert()
    cast.say(thread, sam, "It leaves on Monday.")
    [to_bea] = alert()
    for sent in (to_sam, to_bea):
        parsed = sent.message()
        assert parsed["Auto-Submitted"] == "auto-generated"
        assert parsed["X-Auto-Response-Suppress"] == "All"
    parsed = to_bea.message()
    assert parsed["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert re.match(
        r"<http://127.0.0.1:8000/unsubscribe/[0-9a-f-]+/>, <mailto:unsubscribe\+[0-9a-f-]+@msg\.",
        parsed["List-Unsubscribe"],
    )
    assert "list-unsubscribe" not in header_names(to_sam)


def test_the_alerts_of_a_thread_share_one_root_per_side(
    thread: Thread, sam: SellerStaff, alert: Alert
) -> None:
    now = timezone.now()
    [first] = alert(now)
    cast.say(thread, thread.buyer, "And the second one?")
    [second] = alert(now + timedelta(minutes=5))
    cast.say(thread, sam, "Both leave on Monday.")
    [other] = alert(now + timedelta(minutes=6))
    roots = [sent.message()["References"] for sent in (first, second, other)]
    assert roots[0] == roots[1] != roots[2]
    assert len({sent.message()["Message-ID"] for sent in (first, second, other)}) == 3


def test_an_answer_to_the_alert_is_known_to_mail_in(thread: Thread, alert: Alert) -> None:
    [sent] = alert()
    known = thread_of(sent.message()["Message-ID"])
    assert known is not None
    assert (known.thread, known.side) == (thread, Side.SELLER)


def test_the_message_id_stands_on_its_headers_own_line(thread: Thread, alert: Alert) -> None:
    raw = alert()[0].message().as_bytes()
    assert re.search(rb"^Message-ID: <[a-z0-9]{26}\.[a-z0-9]{12}@msg\.example-market\.com>$", raw, re.M)


def test_a_bounce_comes_back_to_an_address_nobody_can_guess(thread: Thread, alert: Alert) -> None:
    [sent] = alert()
    assert sent.from_email == str(thread.reply_address(Side.SELLER))


def test_the_bytes_of_a_mail_hold_text_and_html_and_the_reply_line(thread: Thread, alert: Alert) -> None:
    [sent] = alert()
    parsed = email.message_from_bytes(sent.message().as_bytes())
    assert [part.get_content_type() for part in parsed.walk()] == [
        "multipart/alternative",
        "text/plain",
        "text/html",
    ]
    assert sent.body.startswith("##- Reply above this line -##")
    assert "style=" not in str(sent.alternatives[0][0]).split("</style>")[1]


def test_the_alert_speaks_the_receivers_language_and_direction(
    thread: Thread, sam: SellerStaff, bea: Buyer, alert: Alert
) -> None:
    bea.user.language = "ar"
    bea.user.save(update_fields=["language"])
    alert()
    cast.say(thread, sam, "It leaves on Monday.")
    [sent] = alert()
    assert '<html lang="ar" dir="rtl">' in str(sent.alternatives[0][0])


def test_an_author_who_wrote_by_mail_is_told_what_was_not_sent_and_why(
    thread: Thread, sam: SellerStaff, alert: Alert
) -> None:
    alert()
    cast.say(thread, sam, "Please leave us a 5-star review and we refund 10 dollars.", via=Via.MAIL)
    [sent] = alert()
    assert sent.to == [cast.SAM_EMAIL]
    assert "not sent" in sent.subject
    assert sent.message()["From"].endswith("<no-reply@msg.example-market.com>")
    assert "review" in sent.body


def test_an_author_who_wrote_on_the_web_sees_it_there_and_gets_no_mail(
    thread: Thread, sam: SellerStaff, alert: Alert
) -> None:
    alert()
    cast.say(thread, sam, "Please leave us a 5-star review and we refund 10 dollars.", via=Via.WEB)
    assert alert(timezone.now() + timedelta(minutes=1)) == []


HOSTILE = [
    "Bea\r\nBcc: eve@elsewhere.example",
    "Bea\nX-Evil: 1",
    "Bea\u2028Bcc: eve@elsewhere.example",
    "Bea\u2029X: 1",
    "Bea\x85X: 1",
    "Bea\x0b\x0c\x1c\x1d\x1eX: 1",
    "=?utf-8?q?Bea=0D=0ABcc:_eve=40elsewhere.example?=",
    "\u202eevil\u202c",
    'Bea" <eve@elsewhere.example>, "',
    "eve@elsewhere.example",
    "B" * 500,
    "",
]


@pytest.mark.parametrize("text", HOSTILE, ids=[repr(text)[:40] for text in HOSTILE])
def test_no_name_or_title_adds_a_header_or_a_recipient(
    shop: cast.Shop, sam: SellerStaff, alert: Alert, text: str
) -> None:
    shop.bea.user.first_name = text[:80]
    shop.bea.user.save(update_fields=["first_name"])
    Seller.objects.filter(pk=sam.seller_id).update(name=text[:80])
    thread = cast.ask(shop).thread
    Thread.objects.filter(pk=thread.pk).update(subject=text[:200])
    to_sam = alert()
    cast.say(thread, sam, "It leaves on Monday.")
    to_bea = alert()
    expected = {"content-type", "mime-version", "subject", "from", "to", "reply-to", "date", "message-id"}
    expected |= {"in-reply-to", "references", "auto-submitted", "x-auto-response-suppress"}
    unsubscribing = {"list-unsubscribe", "list-unsubscribe-post"}
    for [sent], extra in ((to_sam, set()), (to_bea, unsubscribing)):
        parsed = email.message_from_bytes(sent.message().as_bytes())
        names = [name.lower() for name, _value in parsed.items()]
        assert len(names) == len(set(names))
        assert set(names) == expected | extra
        assert sent.recipients() == sent.to
        assert parsed["From"].count("@") == 1
        assert "elsewhere" not in parsed["From"]


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n", "\x00", "\u2028", "\u2029", "\x85", "\x0b", "\x0c"])
def test_the_guard_lets_no_line_end_pass(end: str) -> None:
    with pytest.raises(UnsafeHeader):
        guard({"Subject": f"Hello{end}Bcc: x"})
    with pytest.raises(UnsafeHeader):
        guard({f"X{end}Y": "1"})


def test_header_text_keeps_what_people_write() -> None:
    assert header_text("  Zoë  Łukasz\u200d 山田 ") == "Zoë Łukasz\u200d 山田"
    assert display_name("a@b.example", fallback="Buyer") == "Buyer"
    assert display_name("a＠b.example", fallback="Buyer") == "Buyer"
    assert display_name("Example\u200bMarket Support", fallback="Seller") == "Seller"
    assert "=?" not in header_text("=?utf-8?q?x?=")
    assert header_text("Bea\x00\r\nBcc: x") == "Bea Bcc: x"


def test_a_mail_with_an_unsafe_header_does_not_leave(
    thread: Thread, alert: Alert, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Mocks the cleaning away: the guard stands behind it, whatever a later change forgets."""
    alert()
    monkeypatch.setattr(
        "notifications.channels.email.header_text", lambda text: text + "\nBcc: eve@elsewhere.example"
    )
    delivery = Delivery.objects.get()
    with pytest.raises(UnsafeHeader):
        compose(delivery)

"""What each side finds: the words it may read, in its own mailbox, at the moment it may read them."""

from __future__ import annotations

import io
from datetime import timedelta

from django.core.management import call_command
from django.db import connection
from django.db.models import Q
from django.test import override_settings
from django.utils import timezone

from messaging.announcing import announce
from messaging.delivering import hold_back
from messaging.models import Category, Mailbox, MailboxEntry, Message, Side, Status
from messaging.posting import post_message, undo
from messaging.reviewing import decide_dispute, discard, dispute, release
from messaging.screening import deliver_waiting
from messaging.search import index
from messaging.search.box import read_box
from messaging.search.finding import found_in
from messaging.search.models import Document, SearchKey
from tests.cast import ask, make_order, make_product, say

PHONE = "The left one crackles. Call me on +1 555 010 2939 after six."
BLOCKED = "Leave us a 5-star review and we refund you in full by PayPal."


def finds(owner, words: str) -> int:
    """How many threads of this person's mailbox, or their shop's, the words find."""
    box = Mailbox.of(getattr(owner, "seller", owner))
    asked = read_box(words)
    return found_in(MailboxEntry.objects.all(), asked, own=Q(mailbox=box), side=Side(box.side)).count()


def both(shop, words: str) -> tuple[int, int]:
    return finds(shop.bea, words), finds(shop.sam, words)


def test_both_sides_find_what_was_said(shop, thread):
    say(thread, shop.sam, "Your parcels left our warehouse in Rotterdam this morning.")
    assert both(shop, "parcel rotterdam") == (1, 1)
    assert both(shop, "order warehouse") == (1, 1)  # words of two messages of one thread
    assert both(shop, "rotterdam antwerp") == (0, 0)


def test_a_thread_is_found_by_its_subject_its_product_its_order_and_the_other_sides_name(shop, thread):
    for words in ("aria earbuds", "EM-204771-9330", "204771", "earb"):
        assert both(shop, words) == (1, 1), words
    assert both(shop, "northwind") == (1, 0)
    assert both(shop, "bea") == (0, 1)


def test_what_the_marketplace_posts_is_found(shop):
    announce(
        "n1", buyer=shop.bea, category=Category.NOTICES, subject="Changes from December",
        body="Our privacy notice has changed.", now=timezone.now(),
    )  # fmt: skip
    assert finds(shop.bea, "privacy december") == 1
    assert finds(shop.bea, "privacy from:market") == 1
    assert finds(shop.sam, "privacy") == 0


def test_a_shop_cannot_probe_what_is_masked(shop, thread):
    assert finds(shop.sam, "Marlowe") == 0
    assert finds(shop.sam, "marl") == 0
    assert finds(shop.sam, shop.bea.user.email) == 0


def test_withheld_words_are_found_by_their_author_alone(shop):
    assert ask(shop, PHONE).status == Status.REDACTED
    assert both(shop, "crackles") == (1, 1)
    assert both(shop, "2939") == (1, 0)


def test_words_given_back_after_a_dispute_are_found(shop, mo):
    message = ask(shop, PHONE)
    case = dispute(message, by=shop.bea.user, now=timezone.now())
    assert finds(shop.sam, "2939") == 0
    decide_dispute(case, was_wrong=True, by=mo, reason="A shop's number", now=timezone.now())
    assert both(shop, "2939") == (1, 1)


def test_a_blocked_message_is_found_by_its_author_alone(shop, thread):
    assert say(thread, shop.sam, BLOCKED).status == Status.BLOCKED
    assert both(shop, "paypal") == (0, 1)


def test_what_waits_for_buyer_messages_is_found_when_it_is_shown(shop):
    shop.seller.buyer_messages_on = False
    shop.seller.save()
    assert ask(shop, "Do you sell bananas?").status == Status.WAITING
    assert both(shop, "bananas") == (1, 0)
    shop.seller.buyer_messages_on = True
    shop.seller.save()
    deliver_waiting(shop.seller, now=timezone.now())
    assert both(shop, "bananas") == (1, 1)


def test_a_held_message_is_found_once_it_is_released_and_never_once_it_is_discarded(shop, mo):
    shown = ask(shop, "Is the blue one waterproof?")
    for decide, count in ((discard, 0), (release, 1)):
        message = post_message(
            thread=shown.thread, author=shop.bea.user, side=Side.BUYER, body=f"{decide.__name__}ing bananas",
            via="api", now=timezone.now(),
        )  # fmt: skip
        hold_back(message, status=Status.QUARANTINED, facts={"rules": []}, now=timezone.now())
        assert both(shop, f"{decide.__name__}ing") == (1, 0)
        decide(message, by=mo, reason="Seen", now=timezone.now())
        assert both(shop, f"{decide.__name__}ing") == (1, count)


def test_a_message_is_found_once_it_is_checked_and_an_undone_one_by_nobody(shop, thread):
    now = timezone.now()
    reply = post_message(
        thread=thread, author=shop.bea.user, side=Side.BUYER, body="Forget bananas", via="web", now=now
    )
    assert both(shop, "bananas") == (0, 0)
    assert undo(reply, by=shop.bea.user, now=now + timedelta(seconds=1))
    assert both(shop, "bananas") == (0, 0)
    assert both(shop, "where order") == (1, 1)


def test_what_a_side_reads_is_one_rule_in_sql_and_in_python(thread):
    message = thread.messages.get()
    for status in Status:
        message.status = status
        message.save()
        for side in Side:
            assert message.is_seen_by(side) == Message.objects.seen_by(side).exists(), (status, side)


def test_a_stranger_finds_nothing_and_no_two_mailboxes_share_a_token(shop, thread, eve, eve_sells):
    assert finds(eve, "where") == finds(eve_sells, "where") == 0
    one, other = (set(tokens.replace("'", "").split()) for tokens in _tokens())
    assert one
    assert one.isdisjoint(other)


def test_another_mailboxs_key_finds_nothing_even_in_the_whole_table(shop, thread, eve):
    key = SearchKey.of(Mailbox.of(eve))
    words = read_box("where order").words
    assert not MailboxEntry.objects.filter(index.found_by(key, words)).exists()
    stolen = SearchKey(mailbox=key.mailbox, key=SearchKey.of(Mailbox.of(shop.bea)).key)
    assert not MailboxEntry.objects.filter(index.found_by(stolen, words)).exists()


def test_the_database_looks_in_the_index_and_fetches_what_it_finds_by_id(shop, thread):
    own = Q(mailbox=Mailbox.of(shop.bea))
    found = found_in(MailboxEntry.objects.all(), read_box("where"), own=own, side=Side.BUYER)
    by = {"postgresql": "messaging_mailboxentry_pkey", "sqlite": "search_words VIRTUAL TABLE INDEX"}
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # With a handful of rows it would read them all.
            cursor.execute("SET LOCAL enable_seqscan = off")
        plan = found.newest_first()[:26].explain()
    assert by[connection.vendor] in plan
    assert "mailbox_id" not in plan.replace("document.mailbox_id", "")


PLANTED = ("xylophone", "rotterdam", "wunderbare", "кириллица", "手机壳", "RX77129Q")


def test_the_database_holds_no_readable_word_of_a_message(shop):
    thread = ask(
        shop, "My xylophone from Rotterdam, die wunderbare, кириллица and 手机壳, parcel RX77129Q"
    ).thread
    say(thread, shop.sam, "We send another xylophone.")
    assert both(shop, "xylophone") == both(shop, "кириллица") == both(shop, "rx77129q") == (1, 1)
    kept = _whole_database().lower()
    assert b"northwind audio" in kept  # what is not sealed is there to be seen
    for word in PLANTED:
        for coding in ("utf-8", "utf-16-le"):
            assert word.encode(coding) not in kept
            assert word.encode(coding).hex().encode() not in kept


def test_a_rotated_key_changes_no_token(shop):
    old, new = ("old", b"\x01" * 32), ("new", b"\x02" * 32)
    with override_settings(MESSAGE_KEYS=[old]):
        ask(shop, "Where is my mug?")
        before = _tokens()
    with override_settings(MESSAGE_KEYS=[new, old]):
        call_command("rotate_keys", stdout=io.StringIO())
    with override_settings(MESSAGE_KEYS=[new]):
        assert both(shop, "mug") == (1, 1)
        assert _tokens() == before


def test_the_index_is_made_anew_as_the_flows_made_it(shop, thread):
    say(thread, shop.sam, "It left Rotterdam.")
    say(thread, shop.bea, PHONE)
    before = [sorted(set(tokens.split())) for tokens in _tokens()]
    Document.objects.all().delete()
    assert both(shop, "rotterdam") == (0, 0)
    for _again in range(2):
        out = io.StringIO()
        call_command("index_search", "--batch", "1", stdout=out)
        assert "2 of 2 threads" in out.getvalue()
        assert [sorted(tokens.split()) for tokens in _tokens()] == before


def test_a_thread_without_a_document_gets_a_whole_one_with_its_next_message(shop, thread):
    Document.objects.all().delete()
    say(thread, shop.sam, "It left Rotterdam.")
    assert both(shop, "where rotterdam earbuds") == (1, 1)


def test_a_full_document_takes_no_more_words_and_delivers_all_the_same(shop, thread, monkeypatch):
    monkeypatch.setattr(index, "MOST_TOKENS", 10)
    assert say(thread, shop.sam, "It left Rotterdam.").status == Status.DELIVERED
    assert both(shop, "rotterdam") == (0, 0)
    assert both(shop, "where") == (1, 1)


def test_operators_narrow_a_search(shop, thread):
    other = make_product(shop.seller, sku="NA-MUG", title="Stoneware mug")
    shop.order = make_order(shop.bea, other, number="EM-300000-1111")
    ask(shop, "Where is my mug? Order EM-204771-9330 came.", now=timezone.now() - timedelta(days=40))
    month = (timezone.now() - timedelta(days=30)).date().isoformat()
    for words, count in (
        ("where", 2),
        ("where order:EM-300000-1111", 1),
        ("where order:em-300000-1111", 1),
        (f"where after:{month}", 1),
        (f"where before:{month}", 1),
        ('from:"Bea M." where', 2),
        ("from:Ada where", 0),
        ("is:unread", 2),
        ("is:read", 0),
        ("is:starred", 0),
        ("has:attachment", 0),
        ('"where is" mug', 1),
        ("colour:where", 0),
        ("EM-204771-9330", 2),
    ):
        assert finds(shop.sam, words) == count, words


def _tokens() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT CAST(tokens AS text) FROM search_document ORDER BY entry_id, id")
        return [row[0].replace("'", "") for row in cursor.fetchall()]


def _whole_database() -> bytes:
    """The SQLite file, or all tables of PostgreSQL as a dump writes them."""
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        return connection.connection.serialize()
    dump = b""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            with cursor.copy(f"COPY {connection.ops.quote_name(table)} TO STDOUT") as copy:
                dump += b"".join(bytes(part) for part in copy)
    return dump

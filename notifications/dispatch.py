"""dispatch(): what was recorded becomes Delivery rows; send_delivery(): a row becomes a mail, once."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta

import structlog
from django.conf import settings
from django.db import connection, transaction
from django.db.models import Q

from accounts.models import NotificationAddress
from messaging.failpoints import reach
from messaging.ledger.models import LedgerEntry
from messaging.models import MailboxEntry, Side, Thread
from messaging.nudging import nudge
from notifications import presence
from notifications.channels import CHANNELS
from notifications.channels.base import CannotSend, NothingToSay, NotNow
from notifications.channels.live import publish
from notifications.models import Channel, Delivery, DeliveryState, Notice
from notifications.receivers import Receiver, by_the_next_channel, receivers_of

log = structlog.get_logger(__name__)

# Pauses between tries, the last one repeated: a mail for five days in all (RFC 5321 §4.5.4.1).
PAUSES = tuple(timedelta(seconds=s) for s in (30, 120, 600, 1800, 3600, 4 * 3600, 12 * 3600))
GIVE_UP_AFTER = {Channel.EMAIL: timedelta(days=5), Channel.PUSH: timedelta(days=1)}
# An alert about a thread somebody has open is looked at again after this, then twice as long each time.
LOOK_AGAIN = timedelta(seconds=30)
LOOK_AGAIN_MOST = timedelta(minutes=15)
WATCHED = "thread is open"


@transaction.atomic
def dispatch(entry_id: str | uuid.UUID, *, now: datetime) -> list[Delivery]:
    """Make the deliveries of one ledger entry and mark it told, in one commit.

    Safe to call any number of times and by several workers: an entry that is told, or that another worker
    has, gives an empty list.
    """
    entry = _take(entry_id)
    if entry is None:
        return []
    reach("dispatch.claimed")
    made = []
    if told := receivers_of(entry):
        if entry.thread_id:
            # One at a time per thread, so that two messages at once still make one alert.
            Thread.objects.select_for_update(no_key=True).get(pk=entry.thread_id)
        made = [
            delivery for receiver, notice in told if (delivery := _deliver(entry, receiver, notice, now=now))
        ]
    LedgerEntry.objects.filter(pk=entry.pk).update(told_at=now)
    _after_commit(entry, made, now=now)
    return made


def send_delivery(delivery_id: str | uuid.UUID, *, now: datetime) -> bool:
    """Send one alert if it is due; returns whether it went out.

    A killed worker's mail is repeated when its lease ends, with the same Message-ID.
    """
    delivery = (
        Delivery.objects.select_related(
            "event", "person", "address__seller", "thread__buyer__user", "thread__seller"
        )
        .filter(pk=delivery_id)
        .first()
    )
    if delivery is None or not delivery.claim(now=now):
        return False
    reach("delivery.claimed")
    try:
        _wait_while_watched(delivery, now=now)
        CHANNELS[delivery.channel].send(delivery, now=now)
    except NothingToSay as nothing:
        delivery.finish(DeliveryState.SKIPPED, because=str(nothing), now=now)
        return False
    except NotNow as later:
        _look_again(delivery, because=str(later), now=now)
        return False
    except CannotSend as failure:
        _retry_or_give_up(delivery, failure, now=now)
        return False
    except Exception as error:
        # A fault of ours: kept for a later try with growing pauses, and raised so that it is seen.
        _retry_or_give_up(delivery, CannotSend(type(error).__name__, is_final=False), now=now)
        raise
    reach("delivery.sent")
    delivery.finish(DeliveryState.SENT, now=now)
    log.info("alert sent", delivery=str(delivery.pk), notice=delivery.notice, attempts=delivery.attempts)
    return True


def note_bounce(thread: Thread, side: Side, *, now: datetime) -> bool:
    """The newest alert about this thread to this side came back; returns False when none was sent.

    Counted once per mail: the report came to an address that only the alert's own receiver knows.
    """
    sent = (
        Delivery.objects.select_related("person", "address")
        .filter(thread=thread, side=side, channel=Channel.EMAIL, state=DeliveryState.SENT)
        .order_by("-due_at")
        .first()
    )
    if sent is None:
        return False
    with transaction.atomic():
        moved = Delivery.objects.filter(pk=sent.pk, state=DeliveryState.SENT).update(
            state=DeliveryState.FAILED, because="bounced", done_at=now
        )
        if moved:
            _show_banner(sent, now=now)
            _go_on_by_the_next_channel(sent, now=now)
    return bool(moved)


def _take(entry_id: str | uuid.UUID) -> LedgerEntry | None:
    skip = connection.features.has_select_for_update_skip_locked
    pending = LedgerEntry.objects.select_for_update(skip_locked=skip, no_key=True).filter(
        pk=entry_id, told_at=None
    )
    return pending.first()


def _deliver(
    entry: LedgerEntry, receiver: Receiver, notice: Notice, *, now: datetime, bundled: bool = True
) -> Delivery | None:
    delivery = Delivery(
        event=entry,
        thread_id=entry.thread_id,
        side=receiver.side,
        person=receiver.person,
        address=receiver.address,
        channel=receiver.channel,
        notice=notice,
        due_at=now,
        next_try_at=now,
        created_at=now,
    )
    if Delivery.objects.filter(
        event=entry, person=receiver.person, address=receiver.address, channel=receiver.channel
    ).exists():
        return None
    if bundled and notice == Notice.NEW_MESSAGE and delivery.thread_id:
        _bundle(delivery, now=now)
    delivery.save(force_insert=True)
    return delivery


def _bundle(delivery: Delivery, *, now: datetime) -> None:
    """The first alert goes at once; what follows within the bundle time is gathered into one at its end."""
    recent = Q(due_at__gt=now - settings.ALERT_BUNDLE) | Q(state=DeliveryState.PENDING, because=WATCHED)
    last = (
        Delivery.objects.select_for_update(no_key=True)
        .to_the_same(delivery)
        .filter(recent, gathered_into=None)
        .exclude(state=DeliveryState.SKIPPED)
        .order_by("-due_at")
        .first()
    )
    if last is None:
        return
    # Not into one that is just being sent: its text may be read already. `claim` clears `because`.
    if last.state == DeliveryState.PENDING and (last.attempts == 0 or last.because == WATCHED):
        delivery.gathered_into = last
        delivery.state, delivery.because, delivery.done_at = DeliveryState.SKIPPED, "gathered", now
        return
    delivery.due_at = delivery.next_try_at = last.due_at + settings.ALERT_BUNDLE


def _after_commit(entry: LedgerEntry, made: list[Delivery], *, now: datetime) -> None:
    mailboxes: list[int] = []
    if entry.thread_id:
        mailboxes = list(
            MailboxEntry.objects.filter(thread_id=entry.thread_id).values_list("mailbox_id", flat=True)
        )
    if mailboxes:
        transaction.on_commit(lambda: publish(mailboxes))
    _nudge_all(made, now=now)


def _nudge_all(made: list[Delivery], *, now: datetime) -> None:
    from notifications import tasks

    for delivery in made:
        if delivery.state == DeliveryState.PENDING:
            wait = (delivery.due_at - now).total_seconds()
            nudge(tasks.send_delivery, delivery.pk, countdown=wait)


def _wait_while_watched(delivery: Delivery, *, now: datetime) -> None:
    """Raises NotNow while the receiver has the thread open, NothingToSay when an alert that waited was read since."""
    if delivery.notice != Notice.NEW_MESSAGE:
        return
    has_waited = delivery.because == WATCHED or delivery.due_at > delivery.created_at
    if has_waited and not _is_unread(delivery):
        raise NothingToSay("read before it was sent")
    if presence.is_watched(delivery):
        raise NotNow(WATCHED)


def _is_unread(delivery: Delivery) -> bool:
    entries = MailboxEntry.objects.filter(thread=delivery.thread, mailbox__side=delivery.side)
    return entries.filter(unread=True).exists()


def _look_again(delivery: Delivery, *, because: str, now: datetime) -> None:
    pause = min(LOOK_AGAIN * 2 ** min(delivery.attempts - 1, 10), LOOK_AGAIN_MOST)
    delivery.postpone(now + pause, because=because)


@transaction.atomic
def _retry_or_give_up(delivery: Delivery, failure: CannotSend, *, now: datetime) -> None:
    if failure.is_final or now - delivery.due_at > GIVE_UP_AFTER[Channel(delivery.channel)]:
        if delivery.finish(DeliveryState.FAILED, because=failure.code, now=now):
            _go_on_by_the_next_channel(delivery, now=now)
        if failure.is_final:
            _show_banner(delivery, now=now)
        log.warning("alert failed", delivery=str(delivery.pk), code=failure.code, attempts=delivery.attempts)
        return
    pause = PAUSES[min(delivery.attempts, len(PAUSES)) - 1]
    delivery.postpone(now + pause, because=failure.code)
    log.warning("alert delayed", delivery=str(delivery.pk), code=failure.code, attempts=delivery.attempts)


def _go_on_by_the_next_channel(failed: Delivery, *, now: datetime) -> None:
    """An alert that could not be mailed is told another way (RULES §6), once: who was told that way already is left alone."""
    if failed.thread_id:
        Thread.objects.select_for_update(no_key=True).get(pk=failed.thread_id)
    notice = Notice(failed.notice)
    made = [
        delivery
        for receiver in by_the_next_channel(failed)
        if (delivery := _deliver(failed.event, receiver, notice, now=now, bundled=False))
    ]
    _nudge_all(made, now=now)


def _show_banner(delivery: Delivery, *, now: datetime) -> None:
    """The shop's pages say that this address takes no mail; its other addresses and its inbox still tell."""
    if delivery.address_id is not None:
        address = NotificationAddress.objects.filter(pk=delivery.address_id, bouncing_since=None)
        address.update(bouncing_since=now)

"""An answer owed to the author of a mail, from its first word until it is sent or given up."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.relay import keyed_digest
from messaging.ids import new_id
from messaging.sealing import SealedTextField

# How long a process may hold an answer it is sending; after that another one takes it over.
LEASE = timedelta(seconds=10 if settings.EMBEDDED else 60)


class AnswerState(models.TextChoices):
    DRAFT = "draft", _("Its message is being checked")
    OWED = "owed", _("To be sent")
    SENT = "sent", _("Sent")
    GIVEN_UP = "given_up", _("Given up")


class MailAnswerQuerySet(models.QuerySet["MailAnswer"]):
    def drafts(self) -> MailAnswerQuerySet:
        """Begun when a message was posted; whether they are owed shows when it is screened."""
        return self.filter(state=AnswerState.DRAFT)

    def due(self, *, now: datetime) -> MailAnswerQuerySet:
        return self.filter(state=AnswerState.OWED, next_try_at__lte=now).order_by("next_try_at")

    def owed_since(self, moment: datetime, author_digest: str) -> MailAnswerQuerySet:
        return self.filter(author_digest=author_digest, owed_at__gte=moment)


class MailAnswer(models.Model):
    """What we owe the author of one mail: written in the commit that decides about the mail, sent after it.

    `next_try_at` is also the lease: a process that takes the row moves it ahead, so a killed process's
    answer is repeated after the lease, with the same Message-ID.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    mail = models.OneToOneField("gateway.InboundMail", on_delete=models.CASCADE, related_name="answer")
    state = models.CharField(max_length=8, choices=AnswerState)
    recipient = SealedTextField()
    subject = models.CharField(max_length=150, blank=True)
    body = SealedTextField()
    reference = SealedTextField()
    author_digest = models.CharField(max_length=64, editable=False)
    tries = models.PositiveSmallIntegerField(default=0)
    because = models.CharField(max_length=60, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    owed_at = models.DateTimeField(null=True, blank=True)
    next_try_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)

    objects = MailAnswerQuerySet.as_manager()

    class Meta:
        verbose_name = _("answer to a mail")
        verbose_name_plural = _("answers to mails")
        indexes = [
            models.Index(fields=["author_digest", "owed_at"], name="mail_answers_of_author"),
            models.Index(fields=["next_try_at"], condition=models.Q(state="owed"), name="mail_answers_due"),
            models.Index(
                fields=["created_at"], condition=models.Q(state="draft"), name="mail_answers_drafts"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def message_id(self) -> str:
        """Made from the row's id and a key: a repeat carries it again, and nobody guesses it."""
        return f"<answer.{keyed_digest('mail-answer', str(self.pk))[:26]}@{settings.RELAY_DOMAIN}>"

    @transaction.atomic
    def become_owed(self, subject: str, body: str, *, now: datetime) -> bool:
        """Turn the draft into a letter; returns False when that was decided before."""
        moved = self._leave(AnswerState.DRAFT, to=AnswerState.OWED, owed_at=now, next_try_at=now)
        if moved:
            self.subject, self.body = subject, body
            self.save(update_fields=["subject", "body"])
        return moved

    def drop(self) -> None:
        """There is nothing to say."""
        type(self).objects.drafts().filter(pk=self.pk).delete()

    def claim(self, *, now: datetime) -> bool:
        """Take it for one try; returns False when it is not due or another process has it."""
        due = type(self).objects.due(now=now).order_by().filter(pk=self.pk)
        taken = due.update(next_try_at=now + LEASE, tries=models.F("tries") + 1)
        self.tries += taken
        return bool(taken)

    def finish(self, *, now: datetime) -> bool:
        return self._leave(AnswerState.OWED, to=AnswerState.SENT, because="", done_at=now)

    def postpone(self, until: datetime, *, because: str) -> None:
        """Stay owed, to be tried again at `until`."""
        type(self).objects.filter(pk=self.pk, state=AnswerState.OWED).update(
            next_try_at=until, because=because[:60]
        )

    def give_up(self, *, because: str, now: datetime) -> bool:
        return self._leave(AnswerState.OWED, to=AnswerState.GIVEN_UP, because=because[:60], done_at=now)

    def forget(self, *, now: datetime) -> None:
        """Drop its words and its receiver; one that was never sent never will be."""
        for state in (AnswerState.DRAFT, AnswerState.OWED):
            self._leave(state, to=AnswerState.GIVEN_UP, because="too old", done_at=now)
        self.recipient, self.body, self.reference = "", "", ""
        self.save(update_fields=["recipient", "body", "reference"])

    def _leave(self, state: AnswerState, *, to: AnswerState, **facts: Any) -> bool:
        moved = type(self).objects.filter(pk=self.pk, state=state).update(state=to, **facts)
        if moved:
            self.state = to
            for name, value in facts.items():
                setattr(self, name, value)
        return bool(moved)

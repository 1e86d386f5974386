from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from messaging.ids import new_id
from messaging.models.message import Message
from messaging.sealing import SealedTextField


class FileState(models.TextChoices):
    CLEAN = "clean", _("Checked")
    WITHHELD = "withheld", _("Withheld")


class AttachmentQuerySet(models.QuerySet["Attachment"]):
    def loose(self, uploader: User) -> AttachmentQuerySet:
        """Uploaded by this person and not yet part of a message."""
        return self.filter(uploader=uploader, message=None)


class Attachment(models.Model):
    """A file of a message: checked and re-encoded before it is kept, sealed, under a random name."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    message = models.ForeignKey(
        Message, null=True, blank=True, on_delete=models.PROTECT, related_name="attachments"
    )
    uploader = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="attachments")
    position = models.PositiveSmallIntegerField(default=0)
    name = SealedTextField()
    content_type = models.CharField(max_length=80)
    size_bytes = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    stored_as = models.CharField(max_length=80)
    preview_as = models.CharField(max_length=80, blank=True)
    width = models.PositiveIntegerField(null=True, blank=True)
    height = models.PositiveIntegerField(null=True, blank=True)
    state = models.CharField(max_length=8, choices=FileState, default=FileState.CLEAN)
    because = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("attachment")
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_image(self) -> bool:
        return self.content_type.startswith("image/")

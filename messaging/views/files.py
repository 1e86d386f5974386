"""Files: taken in one by one, given out only to the two parties, as a download from a sandboxed answer."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from accounts.models import User
from messaging.attaching import FileRefused, open_file, open_preview, store_upload, visible_attachments
from messaging.models import Attachment
from messaging.models.thread import parse_id

SANDBOX = "default-src 'none'; sandbox; frame-ancestors 'none'"


@dataclass
class Refused:
    name: str
    because: str


@dataclass
class Uploads:
    """The files of one form: what is kept, and what was refused and why."""

    kept: list[Attachment] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)

    @property
    def used_bytes(self) -> int:
        return sum(file.size_bytes for file in self.kept)

    def add(self, upload: UploadedFile, *, uploader: User) -> Attachment | None:
        """Keep one more file, or note why not."""
        name = upload.name or _("file")
        size = upload.size or 0
        if len(self.kept) >= settings.MAX_ATTACHMENTS:
            return self._refuse(
                name, _("a message takes up to %(most)d files.") % {"most": settings.MAX_ATTACHMENTS}
            )
        if self.used_bytes + size > settings.MAX_ATTACHMENT_BYTES:
            return self._refuse(name, self._too_large(size))
        try:
            file = store_upload(uploader=uploader, name=name, data=upload.read())
        except FileRefused as refusal:
            return self._refuse(refusal.name, refusal.because)
        self.kept.append(file)
        return file

    def _refuse(self, name: str, because: str) -> None:
        self.refused.append(Refused(name, because))

    def _too_large(self, size: int) -> str:
        return _("%(size)s MB. All files together may be %(most)d MB; you have used %(used)s.") % {
            "size": f"{size / 2**20:.1f}",
            "most": settings.MAX_ATTACHMENT_BYTES // 2**20,
            "used": f"{self.used_bytes / 2**20:.1f}",
        }


def read_uploads(request: HttpRequest) -> Uploads:
    """The files of a posted form: those kept before (hidden ids) and the new ones. A dropped one is left out."""
    assert request.user.is_authenticated
    dropped = request.POST.get("drop", "")
    stored = [name for name in request.POST.getlist("stored") if name != dropped]
    uploads = Uploads(kept=_loose(request.user, stored))
    for upload in request.FILES.getlist("attachments"):
        uploads.add(upload, uploader=request.user)
    return uploads


def files_again(request: HttpRequest) -> Uploads:
    """The files of a message that was undone, named in the way back to the composer."""
    assert request.user.is_authenticated
    return Uploads(kept=_loose(request.user, request.GET.getlist("stored")[: settings.MAX_ATTACHMENTS]))


def _loose(user: User, names: list[str]) -> list[Attachment]:
    """Those of the named files that are this person's and in no message, in the order named."""
    ids = [key for key in map(parse_id, names) if key is not None]
    if not ids:
        return []
    kept = Attachment.objects.loose(user).in_bulk(ids)
    return [kept[key] for key in dict.fromkeys(ids) if key in kept]


@login_required
@require_POST
def upload(request: HttpRequest) -> HttpResponse:
    """Files chosen in a form, sent ahead of it: answers with their rows only."""
    assert request.user.is_authenticated
    before = {key for key in map(parse_id, request.POST.getlist("stored")) if key is not None}
    uploads = read_uploads(request)
    new = [file for file in uploads.kept if file.pk not in before]
    return render(request, "parts/_upload.html", {"kept": new, "refused": uploads.refused})


@login_required
@require_GET
def download(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The file as a download; with `?preview=1` the small picture made from it."""
    assert request.user.is_authenticated
    file = get_object_or_404(visible_attachments(request.user), pk=pk)
    preview = request.GET.get("preview") == "1"
    if preview and not file.preview_as:
        raise Http404
    response: HttpResponse
    if preview:
        response = HttpResponse(open_preview(file), content_type="image/jpeg")
        response["Cache-Control"] = "private, max-age=3600, immutable"
    else:
        response = HttpResponse(open_file(file), content_type=file.content_type)
        response["Content-Disposition"] = content_disposition_header(True, file.name) or "attachment"
        response["Cache-Control"] = "private, no-store"
    response["Content-Security-Policy"] = SANDBOX
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response

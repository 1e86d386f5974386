"""Files: taking one before it is sent, and giving one to whom it is for."""

from __future__ import annotations

import hashlib
import uuid

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import status
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from messaging.api.base import ApiView
from messaging.api.describing import IDEMPOTENCY_KEY, problems
from messaging.api.finding import mailbox_of
from messaging.api.problems import UnusableFile
from messaging.api.serializers.messages import OwnFileSerializer, UploadSerializer
from messaging.attaching import FileRefused, open_file, open_preview, store_upload, visible_attachments
from messaging.models import Attachment


class AttachmentsView(ApiView):
    parser_classes = [MultiPartParser]

    @extend_schema(
        operation_id="upload_attachment",
        parameters=[IDEMPOTENCY_KEY],
        request={"multipart/form-data": UploadSerializer},
        responses={201: OwnFileSerializer, **problems(400, 401, 403, 415, 422)},
    )
    def post(self, request: Request) -> Response:
        """Keep a checked, cleaned copy of a file, to be named in a message after."""
        self.require_writer()
        # Who has no mailbox has nothing to send it with.
        mailbox_of(self.user)
        upload: UploadedFile = self.read_body(UploadSerializer)["file"]
        name, data = upload.name or "", upload.read()
        if (upload.size or 0) > settings.MAX_ATTACHMENT_BYTES:
            # The upload handler kept only a part; one byte too many makes the check say so.
            data = data.ljust(settings.MAX_ATTACHMENT_BYTES + 1, b"\0")

        def make() -> object:
            try:
                return store_upload(uploader=self.user, name=name, data=data).pk
            except FileRefused as refused:
                raise UnusableFile(refused) from refused

        made = self.make_once(f"{name} {hashlib.sha256(data).hexdigest()}", make)
        file = Attachment.objects.get(pk=made.id)
        headers = {"Location": f"/api/v1/attachments/{made.id}"}
        return Response(OwnFileSerializer(file).data, status=status.HTTP_201_CREATED, headers=headers)


class AttachmentView(ApiView):
    @extend_schema(
        operation_id="get_attachment",
        parameters=[OpenApiParameter("preview", bool, description="A small JPEG instead; pictures only.")],
        responses={(200, "application/octet-stream"): OpenApiTypes.BINARY, **problems(401, 404)},
    )
    def get(self, request: Request, attachment_id: uuid.UUID) -> HttpResponse:
        """The file's bytes, always as a download that can run nothing."""
        file = visible_attachments(self.user).filter(pk=attachment_id).first()
        wants_preview = request.query_params.get("preview", "").lower() in {"1", "true"}
        if file is None or (wants_preview and not file.preview_as):
            raise Http404
        data = open_preview(file) if wants_preview else open_file(file)
        content_type = "image/jpeg" if wants_preview else file.content_type
        name = f"preview-{file.pk}.jpg" if wants_preview else file.name
        headers = {
            "Content-Disposition": content_disposition_header(as_attachment=True, filename=name)
            or "attachment",
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "Cross-Origin-Resource-Policy": "same-origin",
            "X-Content-Type-Options": "nosniff",
        }
        return HttpResponse(data, content_type=content_type, headers=headers)

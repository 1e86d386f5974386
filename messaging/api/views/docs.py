"""The API's description, and a page to try it, under the same content policy as every other page."""

from __future__ import annotations

import functools
from typing import Any

from django.utils.translation import get_language
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.utils import extend_schema
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView
from rest_framework.request import Request
from rest_framework.response import Response


@functools.cache
def _described(language: str) -> dict[str, Any]:
    """The description is the same for everybody; making it takes a second, and anybody may ask."""
    made: dict[str, Any] = SchemaGenerator().get_schema(request=None, public=True)
    return made


class SchemaView(SpectacularAPIView):
    @extend_schema(exclude=True)
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return Response(_described(get_language() or ""))


class DocsView(SpectacularSwaggerSplitView):
    template_name = "messaging/api_docs.html"
    url_name = "api:schema"

"""Images: decoded and encoded anew, so that only pixels are left of what was sent."""

from __future__ import annotations

import struct
import warnings
from io import BytesIO

from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

from messaging.filetypes.refusal import FileRefused

MAX_PIXELS = 50_000_000
PREVIEW_EDGE = 480
FORMATS = ("JPEG", "PNG")


def clean_image(name: str, data: bytes) -> bytes:
    """The same picture without EXIF, GPS, comments or trailing bytes; turned as the camera meant it."""
    image = _decode(name, data)
    kind = image.format or "PNG"
    return _encode(_upright(image), kind)


def preview_image(data: bytes) -> tuple[bytes, int, int]:
    """A small JPEG of a cleaned picture, and the width and height of the picture itself."""
    image = _decode("preview", data)
    width, height = image.size
    image.thumbnail((PREVIEW_EDGE, PREVIEW_EDGE))
    return _encode(_on_white(image), "JPEG"), width, height


def _decode(name: str, data: bytes) -> Image.Image:
    try:
        with warnings.catch_warnings():
            # Pillow warns above a limit and raises at twice that; ours is exact and asked before decoding.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(BytesIO(data), formats=FORMATS)
            if image.width * image.height > MAX_PIXELS:
                raise FileRefused(name, "too_many_pixels", _("The picture has more than 50 megapixels."))
            image.load()
        return image
    except FileRefused:
        raise
    except (
        UnidentifiedImageError,
        Image.DecompressionBombError,
        OSError,
        SyntaxError,
        ValueError,
        IndexError,
    ) as error:
        raise FileRefused(name, "broken", _("The picture is broken and cannot be opened.")) from error


def _upright(image: Image.Image) -> Image.Image:
    """Turned as the camera meant it; one whose notes cannot be read stays as it lies."""
    try:
        return ImageOps.exif_transpose(image)
    except (struct.error, SyntaxError, ValueError, TypeError, LookupError, OSError):
        return image


def _encode(image: Image.Image, kind: str) -> bytes:
    if kind == "JPEG":
        image = _on_white(image)
    elif image.mode not in {"RGB", "RGBA", "L", "LA", "P", "1"}:
        image = image.convert("RGBA")
    bare = Image.new(image.mode, image.size)
    if image.mode == "P" and (palette := image.getpalette()):
        bare.putpalette(palette)
    bare.paste(image)
    out = BytesIO()
    if kind == "JPEG":
        bare.save(out, "JPEG", quality=88, optimize=True)
    else:
        bare.save(out, "PNG")
    return out.getvalue()


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode in {"RGBA", "LA", "P"}:
        clear = image.convert("RGBA")
        flat = Image.new("RGB", clear.size, "white")
        flat.paste(clear, mask=clear.getchannel("A"))
        return flat
    return image if image.mode in {"RGB", "L"} else image.convert("RGB")

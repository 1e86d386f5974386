"""Images: decoded and encoded anew, so that only pixels are left of what was sent."""

from __future__ import annotations

import struct
import warnings
from io import BytesIO

from PIL import ExifTags, Image, UnidentifiedImageError

from messaging.filetypes.kept import CleanCopy
from messaging.filetypes.refusal import FileRefused
from messaging.filetypes.refusal import marked as _

MAX_PIXELS = 50_000_000
PREVIEW_EDGE = 480
FORMATS = ("JPEG", "PNG")
# What undoes each value of the EXIF field Orientation.
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def clean_image(name: str, data: bytes) -> CleanCopy:
    """The same picture without EXIF, GPS, comments or trailing bytes; turned as the camera meant it."""
    image = _decode(name, data)
    kind = image.format or "PNG"
    image = _bare(_upright(image), kind)
    copy = _encode(image, kind)
    width, height = image.size
    image.thumbnail((PREVIEW_EDGE, PREVIEW_EDGE))
    return CleanCopy(copy, _encode(_on_white(image), "JPEG"), width, height)


def _decode(name: str, data: bytes) -> Image.Image:
    try:
        with warnings.catch_warnings():
            # Pillow warns above a limit and raises at twice that; ours is exact and asked before decoding.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(BytesIO(data), formats=FORMATS)
            if image.width * image.height > MAX_PIXELS:
                raise _too_many_pixels(name)
            image.load()
        return image
    except FileRefused:
        raise
    except Image.DecompressionBombError as error:
        raise _too_many_pixels(name) from error
    except (
        UnidentifiedImageError,
        OSError,
        SyntaxError,
        ValueError,
        IndexError,
    ) as error:
        raise FileRefused(name, "broken", _("The picture is broken and cannot be opened.")) from error


def _too_many_pixels(name: str) -> FileRefused:
    return FileRefused(name, "too_many_pixels", _("The picture has more than 50 megapixels."))


def _upright(image: Image.Image) -> Image.Image:
    """Turned as the camera meant it; one whose notes cannot be read stays as it lies."""
    try:
        turn = TURNS.get(image.getexif().get(ExifTags.Base.Orientation, 1))
    except (struct.error, SyntaxError, ValueError, TypeError, LookupError, OSError):
        return image
    # Not ImageOps.exif_transpose: it also writes the notes anew, and stumbles over damaged ones.
    return image if turn is None else image.transpose(turn)


def _bare(image: Image.Image, kind: str) -> Image.Image:
    """Pixels and palette alone, in a mode that both formats can hold."""
    if kind == "JPEG":
        image = _on_white(image)
    elif image.mode not in {"RGB", "RGBA", "L", "LA", "P", "1"}:
        image = image.convert("RGBA")
    clear = image.info.get("transparency") if image.mode == "P" else None
    # What Pillow would write along stands here; a copy of the pixels would take as much memory once more.
    image.info = {} if clear is None else {"transparency": clear}
    return image


def _encode(image: Image.Image, kind: str) -> bytes:
    out = BytesIO()
    if kind == "JPEG":
        image.save(out, "JPEG", quality=88, optimize=True)
    else:
        # Level 3: a third of the default's time for a photo, at about the same size.
        image.save(out, "PNG", compress_level=3)
    return out.getvalue()


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode in {"RGBA", "LA", "P"}:
        clear = image.convert("RGBA")
        flat = Image.new("RGB", clear.size, "white")
        flat.paste(clear, mask=clear.getchannel("A"))
        return flat
    return image if image.mode in {"RGB", "L"} else image.convert("RGB")

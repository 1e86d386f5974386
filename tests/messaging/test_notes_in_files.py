"""Pictures inside documents keep nothing of where, when and by whom they were taken."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

import docx
import pytest
from PIL import Image, PngImagePlugin, TiffImagePlugin
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from messaging.filetypes import check_file
from messaging.filetypes.notes import bare_jp2, bare_jpeg, bare_png
from tests.messaging.test_attaching import MARKER, MB, document, unpacked

PICTURE = Image.linear_gradient("L").convert("RGB").resize((64, 48))


def place() -> Image.Exif:
    """Where and by whom, in EXIF."""
    notes = Image.Exif()
    notes[0x013B] = MARKER.decode()
    gps = notes.get_ifd(0x8825)
    gps[1], gps[2] = "N", (52.0, 31.0, 12.0)
    gps[29] = MARKER.decode()
    return notes


def photo() -> bytes:
    """A JPEG with EXIF, a comment, XMP, a profile, and a second picture behind it with notes of its own."""
    out = io.BytesIO()
    PICTURE.save(out, "JPEG", exif=place(), comment=MARKER, xmp=MARKER, icc_profile=MARKER)
    data = out.getvalue()
    return data + data


def drawing() -> bytes:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", MARKER.decode())
    notes.add_itxt("XML:com.adobe.xmp", MARKER.decode())
    out = io.BytesIO()
    PICTURE.save(out, "PNG", pnginfo=notes, exif=place())
    return out.getvalue() + MARKER


def scan() -> bytes:
    fields = TiffImagePlugin.ImageFileDirectory_v2()
    for tag in (270, 315, 33432):
        fields[tag] = MARKER.decode()
    fields[700] = MARKER
    out = io.BytesIO()
    PICTURE.save(out, "TIFF", tiffinfo=fields)
    return out.getvalue()


def clip() -> bytes:
    out = io.BytesIO()
    PICTURE.save(out, "GIF", comment=MARKER)
    return out.getvalue()


@pytest.mark.parametrize("make", [photo, drawing, scan, clip])
def test_a_picture_in_a_document_keeps_no_notes(make):
    given = make()
    assert MARKER in given
    kept = check_file("a.docx", document(lambda z: z.writestr("word/media/image1", given)), most_bytes=MB)
    assert MARKER not in unpacked(kept.data)
    assert b"GPS" not in unpacked(kept.data)
    assert docx.Document(io.BytesIO(kept.data)).paragraphs[0].text == "Manual"


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"restart_marker_blocks": 2}])
@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_a_photo_without_its_notes_has_the_same_pixels(mode, options):
    out = io.BytesIO()
    PICTURE.convert(mode).save(out, "JPEG", exif=place(), **options)
    bare = bare_jpeg(out.getvalue())
    assert MARKER not in bare
    assert Image.open(io.BytesIO(bare)).tobytes() == Image.open(io.BytesIO(out.getvalue())).tobytes()


def test_a_drawing_without_its_notes_has_the_same_pixels():
    assert Image.open(io.BytesIO(bare_png(drawing()))).tobytes() == PICTURE.tobytes()


def test_a_jpeg_2000_loses_its_boxes_of_notes():
    out = io.BytesIO()
    PICTURE.save(out, "JPEG2000")
    noted = out.getvalue() + struct.pack(">I4s", 8 + len(MARKER), b"uuid") + MARKER
    assert bare_jp2(noted) == out.getvalue()


def with_picture(data: bytes, filters: list[str]) -> bytes:
    """A PDF with this picture, noted upon in every place programs note in."""
    writer = PdfWriter()
    page = writer.add_blank_page(200, 200)
    notes = DecodedStreamObject()
    notes.set_data(MARKER)
    image = StreamObject()
    image._data = data
    names = ArrayObject([NameObject(name) for name in filters])
    image.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Image"),
            NameObject("/Width"): NumberObject(64),
            NameObject("/Height"): NumberObject(48),
            NameObject("/ColorSpace"): NameObject("/DeviceRGB"),
            NameObject("/BitsPerComponent"): NumberObject(8),
            NameObject("/Filter"): names if len(names) > 1 else names[0],
            NameObject("/Metadata"): writer._add_object(notes),
        }
    )
    shown = DictionaryObject({NameObject("/Im0"): writer._add_object(image)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): shown})
    remark = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Text"),
            NameObject("/Rect"): ArrayObject([NumberObject(1)] * 4),
            NameObject("/T"): TextStringObject(MARKER.decode()),
            NameObject("/Contents"): TextStringObject("a remark"),
        }
    )
    page[NameObject("/Annots")] = ArrayObject([writer._add_object(remark)])
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "filters"),
    [
        (photo(), ["/DCTDecode"]),
        (zlib.compress(photo()), ["/FlateDecode", "/DCTDecode"]),
        (photo().hex().encode() + b">", ["/ASCIIHexDecode", "/DCTDecode"]),
    ],
    ids=["as it is", "packed", "as hexadecimal"],
)
def test_a_picture_in_a_pdf_keeps_no_notes_and_its_pixels(data, filters):
    kept = check_file("a.pdf", with_picture(data, filters), most_bytes=MB).data
    assert MARKER not in kept
    page: Any = PdfReader(io.BytesIO(kept)).pages[0]
    assert MARKER not in page["/Resources"]["/XObject"]["/Im0"]._data
    assert page.images[0].image.tobytes() == Image.open(io.BytesIO(photo())).tobytes()
    assert page["/Annots"][0]["/Contents"] == "a remark"

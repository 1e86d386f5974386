from __future__ import annotations

import io
import zipfile

import docx
import pytest
from django.core.files.storage import default_storage
from django.utils import timezone
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from messaging.attaching import FileRefused, open_file, open_preview, store_upload, visible_attachments
from messaging.filetypes import check_file, clean_name
from messaging.models import Side, Via
from messaging.posting import post_message
from tests.cast import ask, screened

MB = 2**20
MARKER = b"SECRET-PLACE-4711"


def picture(kind: str = "JPEG", size: tuple[int, int] = (64, 48), **options: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "teal").save(out, kind, **options)
    return out.getvalue()


def photo_with_place() -> bytes:
    exif = Image.Exif()
    exif[0x010E] = MARKER.decode()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"
    return picture(exif=exif)


def letter(change=None) -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.add_metadata({"/Author": MARKER.decode()})
    if change:
        change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def add_script(writer: PdfWriter) -> None:
    action = {"/S": NameObject("/JavaScript"), "/JS": TextStringObject("app.alert(1)")}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(
        {NameObject(key): value for key, value in action.items()}
    )


def document(change=None) -> bytes:
    out = io.BytesIO()
    paper = docx.Document()
    paper.core_properties.author = MARKER.decode()
    paper.add_paragraph("Manual")
    paper.save(out)
    if change is None:
        return out.getvalue()
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as package:
        change(package)
    return out.getvalue()


def add_comments(package: zipfile.ZipFile) -> None:
    """As Word writes them: who commented, and that person's account."""
    package.writestr(
        "word/comments.xml",
        f"<w:comments xmlns:w='urn:w'><w:comment w:id='1' w:author='{MARKER.decode()}' w:initials='SP'/></w:comments>",
    )
    person = f'<w15:person w15:author="{MARKER.decode()}"><w15:presenceInfo w15:providerId="AD" w15:userId="S::{MARKER.decode()}"/>'
    package.writestr("word/people.xml", f'<w15:people xmlns:w15="urn:w15">{person}</w15:person></w15:people>')


def document_with(types: str = "", relations: str = "", part: str = "") -> bytes:
    """The least that is a DOCX, with something more declared, related or inside."""
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr(
            "[Content_Types].xml",
            f'<Types><Override PartName="/word/document.xml" ContentType="{main}"/>{types}</Types>',
        )
        package.writestr("word/document.xml", "<document/>")
        package.writestr("word/_rels/settings.xml.rels", f"<Relationships>{relations}</Relationships>")
        package.writestr("package/part.psmdcp", part)
    return out.getvalue()


def relation(kind: str, target: str) -> str:
    return f'<Relationship Id="rId1" Type="http://schemas.example/relationships/{kind}" {target}/>'


CORE_BY_EXTENSION = (
    '<Default Extension="psmdcp" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
)
HIDDEN_MACRO = '<Override PartName="/word/x.bin" ContentType="application/vnd.ms-office.vbaProject"/>'
TEMPLATE = relation("attachedTemplate", 'Target="https://evil.example/t.dotm" TargetMode="External"')
TRACKER = relation("image", 'Target="https://evil.example/seen.png" TargetMode="External"')
CHUNK = relation("aFChunk", 'Target="page.htm"')
LINK = relation("hyperlink", 'Target="https://example-market.com/" TargetMode="External"')


def add_file_note(writer: PdfWriter) -> None:
    """A pin on the page that carries a file; nothing in the catalogue tells of it."""
    file = StreamObject()
    file.set_data(b"MZ")
    carried = DictionaryObject({NameObject("/F"): writer._add_object(file)})
    pin = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/FileAttachment"),
            NameObject("/Rect"): ArrayObject([NumberObject(1)] * 4),
            NameObject("/FS"): DictionaryObject({NameObject("/EF"): carried}),
        }
    )
    writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(pin)])


def damaged(data: bytes) -> bytes:
    """Its packed words spoiled in the middle, its table of contents as it was."""
    at = data.index(b"word/document.xml") + 40
    return data[:at] + bytes(255 - byte for byte in data[at : at + 60]) + data[at + 60 :]


KEPT = [
    ("photo.jpg", photo_with_place),
    ("scan.PNG", lambda: picture("PNG")),
    ("slip.pdf", letter),
    ("a.docx", document),
    ("comments.docx", lambda: document(add_comments)),
    ("packaging.docx", lambda: document_with(CORE_BY_EXTENSION, part=f"<x>{MARKER.decode()}</x>")),
    ("link.docx", lambda: document_with(relations=LINK)),
]


def unpacked(data: bytes) -> bytes:
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return b"".join(package.read(name) for name in package.namelist())


@pytest.mark.parametrize(("name", "make"), KEPT, ids=[name for name, _ in KEPT])
def test_allowed_files_are_kept_without_what_they_told_of_their_author(name, make):
    kept = check_file(name, make(), most_bytes=10 * MB)
    assert MARKER not in unpacked(kept.data)
    assert kept.name == name


def test_a_photo_is_turned_as_the_camera_meant_it():
    kept = check_file("p.jpg", photo_with_place(), most_bytes=10 * MB)
    image = Image.open(io.BytesIO(kept.data))
    assert image.size == (48, 64)
    assert not image.getexif()


def test_a_photo_with_damaged_camera_notes_is_turned_all_the_same():
    # Orientation 6, and text where a number belongs: written anew, Pillow stumbles over it.
    notes = b"Exif\0\0MM\0*\0\0\0\x08\0\x02" + b"\x01\x12\0\x03\0\0\0\x01\0\x06\0\0"
    notes += b"\x01\x1c\0\x02\0\0\0\x02N\0\0\0" + b"\0\0\0\0"
    kept = check_file("p.jpg", picture(exif=notes), most_bytes=MB)
    assert Image.open(io.BytesIO(kept.data)).size == (48, 64)


def test_a_cleaned_document_still_opens():
    kept = check_file("a.docx", document(), most_bytes=10 * MB)
    assert docx.Document(io.BytesIO(kept.data)).paragraphs[0].text == "Manual"
    assert len(PdfReader(io.BytesIO(check_file("a.pdf", letter(), most_bytes=MB).data)).pages) == 1


REFUSED = [
    ("empty.pdf", lambda: b"", "empty"),
    ("big.jpg", lambda: picture() + b"\0" * MB, "too_large"),
    ("run.exe", lambda: b"MZ" + b"\0" * 100, "type"),
    ("a.zip", lambda: b"PK\x03\x04" + b"\0" * 60, "type"),
    ("clip.gif", lambda: picture("GIF"), "type"),
    ("photo.jpg", lambda: picture("PNG"), "name_mismatch"),
    ("page.pdf", lambda: b"<html><script>", "type"),
    ("cut.jpg", lambda: picture(size=(640, 480))[:300], "broken"),
    ("cut.png", lambda: picture("PNG", size=(640, 480))[:60], "broken"),
    ("cut.pdf", lambda: b"%PDF-1.7\nnothing", "broken"),
    ("locked.pdf", lambda: letter(lambda writer: writer.encrypt("secret")), "encrypted"),
    ("script.pdf", lambda: letter(add_script), "active_content"),
    ("carrier.pdf", lambda: letter(lambda writer: writer.add_attachment("x.exe", b"MZ")), "active_content"),
    ("pinned.pdf", lambda: letter(add_file_note), "active_content"),
    ("damaged.docx", lambda: damaged(document()), "broken"),
    ("hidden.docx", lambda: document_with(HIDDEN_MACRO), "active_content"),
    ("template.docx", lambda: document_with(relations=TEMPLATE), "active_content"),
    ("tracker.docx", lambda: document_with(relations=TRACKER), "active_content"),
    ("chunk.docx", lambda: document_with(relations=CHUNK), "active_content"),
    ("macro.docx", lambda: document(lambda z: z.writestr("word/vbaProject.bin", b"x")), "active_content"),
    ("bomb.docx", lambda: document(lambda z: z.writestr("word/pad.xml", b"\0" * (8 * MB))), "bomb"),
    ("wide.png", lambda: picture("PNG", size=(10_000, 5_001)), "too_many_pixels"),
]


@pytest.mark.parametrize(
    ("name", "make", "rule"), REFUSED, ids=[f"{name} {rule}" for name, _, rule in REFUSED]
)
def test_anything_else_is_refused_with_its_reason(name, make, rule):
    with pytest.raises(FileRefused) as refusal:
        check_file(name, make(), most_bytes=MB)
    assert refusal.value.rule == rule
    assert refusal.value.name == name
    assert refusal.value.because.endswith(".")


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\Bea Marlowe\\slip.pdf", "slip.pdf"),
        ("in\u202egpj.exe", "ingpj.exe"),
        ("a\u200bb\x00c\n.png", "abc.png"),
        ("", "file"),
        ("x" * 300 + ".docx", "x" * 75 + ".docx"),
    ],
)
def test_a_name_is_shown_without_paths_and_tricks(given, shown):
    assert clean_name(given) == shown


def test_files_are_sealed_in_the_store_and_open_for_the_parties_only(shop, sam, eve):
    file = store_upload(uploader=shop.bea.user, name="photo.jpg", data=photo_with_place())
    with default_storage.open(file.stored_as) as stored:
        assert b"JFIF" not in stored.read()
    assert open_file(file).startswith(b"\xff\xd8\xff")
    assert open_preview(file).startswith(b"\xff\xd8\xff")
    assert visible_attachments(shop.bea.user).filter(pk=file.pk).exists()
    assert not visible_attachments(sam.user).filter(pk=file.pk).exists()
    ask(shop, "See the photo", attachments=[file])
    assert visible_attachments(sam.user).filter(pk=file.pk).exists()
    assert not visible_attachments(eve.user).filter(pk=file.pk).exists()


def test_a_file_of_a_blocked_message_stays_with_its_author(thread, shop, sam):
    file = store_upload(uploader=sam.user, name="slip.pdf", data=letter())
    now = timezone.now()
    message = post_message(
        thread=thread, author=sam.user, side=Side.SELLER, body="Leave a five star review please!", via=Via.API,
        attachments=[file], now=now,
    )  # fmt: skip
    assert screened(message, now=now).status == "blocked"
    assert not visible_attachments(shop.bea.user).filter(pk=file.pk).exists()
    assert visible_attachments(sam.user).filter(pk=file.pk).exists()


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("bea.marlowe@buyers-post.example.jpg", "file.jpg"),
        ("call +1 555 010 2939.jpg", "file.jpg"),
        ("IMG_20240512_101530.jpg", "IMG_20240512_101530.jpg"),
        ("Invoice-EM-204771-9330.jpg", "Invoice-EM-204771-9330.jpg"),
    ],
)
def test_a_file_name_passes_on_no_address_or_number(bea, given, kept):
    assert store_upload(uploader=bea.user, name=given, data=picture()).name == kept

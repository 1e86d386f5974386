"""Files made to break what opens them: refused with a reason, and the process that took them hardly notices."""

from __future__ import annotations

import io
import json
import struct
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import pytest
from PIL import Image

from messaging.filetypes import FileRefused, check_file
from messaging.limited import ChildFailed, LimitedWorker

MB = 2**20
# What a process that imports Django and hands files on takes by itself is about 40 MB.
MOST_PARENT_MB = 120
PROJECT = Path(__file__).resolve().parents[2]

PARENT = """
import json, sys
from django.conf import settings
settings.configure(USE_I18N=False)
from messaging.filetypes import FileRefused, check_file
try:
    check_file(sys.argv[1], sys.stdin.buffer.read(), most_bytes=20 * 2**20)
    rule = ""
except FileRefused as refusal:
    rule = refusal.rule
# Not ru_maxrss: it begins with what the process had that started this one.
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(json.dumps([rule, int(peak.split()[1]) // 1024]))
"""


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(width: int, height: int, *, pixels: bytes = b"", extra: bytes = b"") -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    parts = chunk(b"IHDR", head), extra, chunk(b"IDAT", pixels), chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def zeros(size: int) -> bytes:
    """So many zero bytes, packed."""
    packer = zlib.compressobj(9)
    return b"".join([*(packer.compress(bytes(MB)) for _each in range(size // MB)), packer.flush()])


def picture_bomb() -> bytes:
    """Some kB that would be 1.6 GB of pixels."""
    return png(20_000, 20_000, pixels=zeros(50 * MB))


def long_note_bomb() -> bytes:
    """A small picture whose notes unpack to 200 MB."""
    note = chunk(b"zTXt", b"Comment\0\0" + zeros(200 * MB))
    return png(8, 8, pixels=zlib.compress(bytes(33 * 8)), extra=note)


def pdf(*objects: bytes) -> bytes:
    """The objects, numbered from 1, the first one being the catalogue."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return bytes(
        out + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    )


def deep_pdf() -> bytes:
    nested = b"[" * 100_000 + b"]" * 100_000
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents %s >>" % nested
    return pdf(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page)


def endless_pdf() -> bytes:
    """A tree of pages that is its own branch."""
    return pdf(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 400 >>")


def lying_document() -> bytes:
    """A DOCX whose table of contents says that its part is small."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types>" + " " * (90 * MB) + "</Types>")
    data = out.getvalue()
    small = struct.pack("<I", 1000)
    return data.replace(struct.pack("<I", 90 * MB + 15), small)


def deep_document() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as package:
        package.writestr("[Content_Types].xml", "<a>" * 200_000 + "</a>" * 200_000)
    return out.getvalue()


HOSTILE = [
    ("bomb.png", picture_bomb, "too_many_pixels"),
    ("note.png", long_note_bomb, "broken"),
    ("deep.pdf", deep_pdf, "broken"),
    ("endless.pdf", endless_pdf, "broken"),
    ("lying.docx", lying_document, "broken"),
    ("deep.docx", deep_document, "type"),
]


@pytest.mark.parametrize(("name", "make", "rule"), HOSTILE, ids=[name for name, _, _ in HOSTILE])
def test_a_hostile_file_is_refused_and_its_taker_stays_small(name, make, rule):
    done = subprocess.run(
        [sys.executable, "-c", PARENT, name], input=make(), capture_output=True, cwd=PROJECT, check=True
    )
    found, used_mb = json.loads(done.stdout.splitlines()[-1])
    assert found == rule
    assert used_mb < MOST_PARENT_MB


def test_after_a_file_that_ended_its_reader_the_next_one_is_read():
    with pytest.raises(FileRefused):
        check_file("note.png", long_note_bomb(), most_bytes=20 * MB)
    fine = io.BytesIO()
    Image.new("RGB", (8, 8)).save(fine, "PNG")
    assert check_file("fine.png", fine.getvalue(), most_bytes=MB).width == 8


def test_the_largest_picture_allowed_fits_into_the_reader():
    large = io.BytesIO()
    notes = Image.Exif()
    notes[0x0112] = 6
    Image.new("RGB", (10_000, 5_000), "teal").save(large, "JPEG", exif=notes)
    kept = check_file("large.jpg", large.getvalue(), most_bytes=20 * MB)
    assert (kept.width, kept.height) == (5_000, 10_000)


@pytest.fixture
def worker() -> LimitedWorker:
    """A child that does what it is told, however bad."""
    return LimitedWorker("tests.messaging.obedient_child", calls_per_child=5)


@pytest.mark.parametrize("deed", ["eat memory", "spin", "sleep", "crash", "raise"])
def test_a_child_over_a_limit_is_replaced(worker: LimitedWorker, deed: str):
    first = worker.call([b"who"], seconds=20)
    with pytest.raises(ChildFailed):
        worker.call([deed.encode()], seconds=3)
    assert worker.call([b"who"], seconds=20) != first


def test_a_child_knows_none_of_our_secrets_and_can_write_no_file(
    worker: LimitedWorker, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("MESSAGE_KEYS", "1:secret")
    assert b"MESSAGE_KEYS" not in worker.call([b"environment"], seconds=20)[0]
    with pytest.raises(ChildFailed):
        worker.call([b"write"], seconds=20)


def test_a_child_is_replaced_after_its_calls(worker: LimitedWorker):
    seen = {worker.call([b"who"], seconds=20)[0] for _each in range(6)}
    assert len(seen) == 2

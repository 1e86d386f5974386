"""Files people attach in the demo: photos drawn on the spot, and small documents."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from io import BytesIO
from random import Random

from PIL import Image, ImageDraw, ImageFilter

SIZE = (880, 660)
Paint = Callable[[ImageDraw.ImageDraw, Random], None]


@cache
def file_bytes(name: str) -> bytes:
    """The file of this name; the same name always gives the same bytes."""
    stem, _, extension = name.rpartition(".")
    if extension == "pdf":
        return small_pdf(stem.replace("-", " ").capitalize())
    return photo(stem, "PNG" if extension == "png" else "JPEG")


def photo(subject: str, kind: str) -> bytes:
    draw_from = Random(subject)  # noqa: S311
    image = _table(draw_from)
    _motif(subject)(ImageDraw.Draw(image), draw_from)
    image = image.filter(ImageFilter.GaussianBlur(0.8))
    out = BytesIO()
    image.save(out, kind, **({"quality": 82} if kind == "JPEG" else {}))
    return out.getvalue()


def _table(draw_from: Random) -> Image.Image:
    """A wooden table in soft light, so that what lies on it looks photographed."""
    tone = draw_from.choice(((196, 164, 128), (172, 178, 184), (214, 206, 192), (150, 128, 108)))
    image = Image.new("RGB", SIZE, tone)
    draw = ImageDraw.Draw(image)
    for y in range(SIZE[1]):
        light = 30 - y * 55 // SIZE[1] + draw_from.randint(-4, 4)
        draw.line((0, y, SIZE[0], y), fill=tuple(max(0, min(255, part + light)) for part in tone))
    return image


def _motif(subject: str) -> Paint:
    for word, paint in MOTIFS.items():
        if word in subject:
            return paint
    return _box


def _earbud(draw: ImageDraw.ImageDraw, draw_from: Random) -> None:
    draw.ellipse((300, 180, 540, 420), fill=(58, 62, 70))
    draw.ellipse((345, 222, 495, 372), fill=(82, 88, 98))
    draw.rounded_rectangle((400, 380, 470, 570), 32, fill=(58, 62, 70))
    points = [(372, 240), (396, 268), (388, 300), (414, 330), (408, 366)]
    draw.line(points, fill=(214, 216, 220), width=4)


def _case(draw: ImageDraw.ImageDraw, draw_from: Random) -> None:
    draw.rounded_rectangle((220, 190, 660, 500), 110, fill=(62, 66, 74))
    draw.line((220, 320, 660, 320), fill=(36, 38, 44), width=6)
    draw.ellipse((428, 410, 452, 434), fill=(120, 210, 140))


def _poles(draw: ImageDraw.ImageDraw, draw_from: Random) -> None:
    for number in range(3):
        y = 260 + number * 70
        draw.line((120, y, 760, y - 60), fill=(86, 96, 88), width=16)
        for x in range(200, 760, 140):
            draw.line((x, y - (x - 120) // 11, x + 26, y - (x - 94) // 11), fill=(208, 170, 60), width=18)


def _label(draw: ImageDraw.ImageDraw, draw_from: Random) -> None:
    draw.rectangle((190, 150, 690, 510), fill=(248, 246, 240))
    for row in range(4):
        draw.rectangle(
            (230, 190 + row * 44, 230 + draw_from.randint(220, 400), 208 + row * 44), fill=(70, 70, 74)
        )
    x = 230
    while x < 640:
        width = draw_from.choice((3, 5, 8))
        draw.rectangle((x, 390, x + width, 480), fill=(20, 20, 22))
        x += width + draw_from.choice((4, 6, 9))


def _lamp(draw: ImageDraw.ImageDraw, draw_from: Random) -> None:
    draw.polygon([(300, 220), (560, 220), (620, 340), (240, 340)], fill=(240, 214, 150))
    draw.rectangle((418, 340, 442, 520), fill=(90, 92, 98))
    draw.ellipse((330, 500, 530, 560), fill=(70, 72, 78))


def _mug(draw: ImageDraw.ImageDraw, draw_from: Random) -> None:
    draw.arc((520, 260, 680, 440), 270, 90, fill=(150, 84, 62), width=34)
    draw.rounded_rectangle((280, 210, 580, 520), 40, fill=(168, 96, 72))
    draw.ellipse((280, 180, 580, 250), fill=(110, 62, 46))
    draw.line([(360, 260), (388, 320), (372, 380), (398, 460)], fill=(240, 224, 214), width=5)


def _shoe(draw: ImageDraw.ImageDraw, draw_from: Random) -> None:
    draw.polygon(
        [(180, 430), (250, 280), (400, 300), (520, 400), (700, 430), (700, 480), (180, 480)],
        fill=(126, 44, 73),
    )
    draw.rounded_rectangle((170, 470, 716, 520), 24, fill=(238, 236, 232))
    for number in range(4):
        draw.line(
            (330 + number * 44, 318 + number * 20, 370 + number * 44, 300 + number * 22),
            fill="white",
            width=7,
        )


def _box(draw: ImageDraw.ImageDraw, draw_from: Random) -> None:
    draw.polygon([(220, 260), (460, 190), (690, 260), (450, 350)], fill=(206, 168, 120))
    draw.polygon([(220, 260), (450, 350), (450, 560), (220, 460)], fill=(182, 142, 96))
    draw.polygon([(690, 260), (450, 350), (450, 560), (690, 460)], fill=(160, 122, 80))
    dent = draw_from.randint(250, 360)
    draw.polygon([(dent, 330), (dent + 60, 352), (dent + 36, 410)], fill=(128, 94, 60))


MOTIFS: dict[str, Paint] = {
    "crack": _earbud,
    "case": _case,
    "pole": _poles,
    "label": _label,
    "lamp": _lamp,
    "adapter": _case,
    "mug": _mug,
    "shoe": _shoe,
    "sole": _shoe,
}


def small_pdf(title: str) -> bytes:
    """A one-page PDF with a title and a few lines, written by hand."""
    lines = [title, "", "1 x item as ordered", "Packed with care", "Thank you for your order"]
    text = "BT /F1 16 Tf 72 760 Td 22 TL " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(text)} >>\nstream\n{text}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    count = len(objects) + 1
    trailer = f"trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return (out + f"xref\n0 {count}\n0000000000 65535 f \n{table}" + trailer).encode("ascii")

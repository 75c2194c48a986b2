"""Tiny real files, made on the spot. People and firms in all texts of this folder are invented."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from kg.ingest.found import text_blocks
from kg.types import Block, Source

FIXTURES = Path(__file__).parents[1] / "fixtures"
Placed = tuple[float, float, float, str]  # x, y from below, size, text


@pytest.fixture
def source() -> Callable[..., Source]:
    """A source of the text, as the reader of plain text makes it."""

    def make(text: str, **known: str | None) -> Source:
        blocks = (*([Block(known.pop("title") or "", "title")] if known.get("title") else []), *text_blocks(text))
        return Source("x", "x.txt", "text/plain", blocks, **known)

    return make


@pytest.fixture
def pdf() -> Callable[..., bytes]:
    """A PDF of placed lines in a Chinese font that need not be embedded; `extra` goes into the trailer."""

    def make(placed: Sequence[Placed], extra: str = "") -> bytes:
        ops = "\n".join(f"BT /F1 {size} Tf {x} {y} Td <{text.encode('utf-16-be').hex()}> Tj ET" for x, y, size, text in placed)
        objects = [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            f"<</Length {len(ops)}>>stream\n{ops}\nendstream",
            "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>",
            "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>"
            "/FontDescriptor 7 0 R/DW 1000>>",
            "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120"
            "/CapHeight 880/StemV 93>>",
            f"<</Filter/Standard/V 1/R 2/O<{'41' * 32}>/U<{'42' * 32}>/P -4>>",
        ]
        out, places = "%PDF-1.4\n", []
        for number, body in enumerate(objects, start=1):
            places.append(len(out))
            out += f"{number} 0 obj\n{body}\nendobj\n"
        table = "".join(f"{place:010} 00000 n \n" for place in places)
        size = len(objects) + 1
        return f"{out}xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<</Size {size}/Root 1 0 R{extra}>>\nstartxref\n{len(out)}\n%%EOF".encode(
            "latin-1"
        )

    return make

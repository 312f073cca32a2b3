"""A page of a network scanner is kept as a whole picture, or not at all."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from counter_app.ports import ScanMode
from devices.scanner.escl_pages import keep_picture
from devices.scanner.escl_xml import BadAnswer
from devices.scanner.pages import TruncatedPage


def page(kind: str = "JPEG", mode: str = "RGB") -> bytes:
    """Return a page that no codec makes small."""
    kept = BytesIO()
    Image.effect_noise((200, 300), 90).convert(mode).save(kept, kind)
    return kept.getvalue()


def png_of(width: int, height: int) -> bytes:
    """Return a small file that says that it is a large picture."""
    chunks = (b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0), b"IDAT" + zlib.compress(b""))
    packed = (struct.pack(">I", len(one) - 4) + one + struct.pack(">I", zlib.crc32(one)) for one in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
@pytest.mark.parametrize("padding", [b"", b"\x00" * 1000])
def test_a_whole_page_is_kept_also_where_the_scanner_pads_it(tmp_path: Path, kind: str, padding: bytes) -> None:
    raw, target = tmp_path / "raw", tmp_path / "page.png"
    raw.write_bytes(page(kind) + padding)

    keep_picture(raw, target, 300, ScanMode.COLOR)

    with Image.open(target) as kept:
        kept.load()
        assert (kept.format, kept.mode, kept.size, round(kept.info["dpi"][0])) == ("PNG", "RGB", (200, 300), 300)
    assert sorted(tmp_path.iterdir()) == [target, raw]


@pytest.mark.parametrize(
    "kind, cut",
    [
        ("JPEG", lambda whole: whole[: len(whole) // 2]),
        ("JPEG", lambda whole: whole[:-2]),
        ("PNG", lambda whole: whole[: len(whole) // 2]),
        ("PNG", lambda whole: whole[:40]),
        ("PNG", lambda _: b""),
    ],
)
def test_a_page_that_lacks_its_end_is_refused_and_leaves_nothing(
    tmp_path: Path, kind: str, cut: Callable[[bytes], bytes]
) -> None:
    raw, target = tmp_path / "raw", tmp_path / "page.png"
    raw.write_bytes(cut(page(kind)))

    with pytest.raises(TruncatedPage):
        keep_picture(raw, target, 300, ScanMode.COLOR)
    assert list(tmp_path.iterdir()) == [raw]


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"<html>busy</html>", png_of(60_000, 60_000), png_of(14_000, 14_500)])
def test_what_is_no_picture_of_a_page_is_refused_before_it_takes_room(tmp_path: Path, data: bytes) -> None:
    raw = tmp_path / "raw"
    raw.write_bytes(data)

    with pytest.raises(BadAnswer):
        keep_picture(raw, tmp_path / "page.png", 300, ScanMode.COLOR)

"""Pictures and documents that were made to hurt: refused by their heads, before a dot of them is unpacked."""

import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PySide6.QtWidgets import QApplication

from counter_app.documents.card_page import card_page
from counter_app.documents.page_pictures import MOST_PIXELS, open_page, pdf_ready
from counter_app.documents.scan_pdf import pages_to_pdf
from counter_app.errors import Code, CounterError
from counter_app.services.board_pictures import read_picture
from devices.scanner.split_program import REFUSED
from tests.hostile.fuzzing import fuzzed
from tests.hostile.test_files import bomb_png, picture
from tests.support.hostile_files import one_page_pdf, pdf_with
from ui.board.gallery import decode_picture
from ui.desk.pdf_pages import LARGEST_SIDE, MOST_PAGES, page_image, page_sizes
from ui.desk.process.files import as_pdf

pytestmark = [
    pytest.mark.filterwarnings("ignore::UserWarning:PIL", "ignore::PIL.Image.DecompressionBombWarning"),
    pytest.mark.allows_log("img2pdf"),  # a page may be tiny
    pytest.mark.qt_log_level_fail("CRITICAL"),  # libpng tells of each damaged chunk
]
SIDE = 13_000  # more dots than any page, fewer than those at which Pillow gives up by itself
BOMBS = {"of-megapixels": bomb_png(SIDE), "of-gigapixels": bomb_png(60_000), "of-no-size": bomb_png(0)}


def refused(read: Callable[[], object]) -> Code:
    with pytest.raises(CounterError) as caught:
        read()
    return caught.value.code


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_a_small_file_of_a_huge_picture_is_refused_everywhere(bomb: bytes, tmp_path: Path) -> None:
    assert SIDE * SIDE > MOST_PIXELS
    path = tmp_path / "a.png"
    path.write_bytes(bomb)
    assert refused(lambda: open_page(bomb)) is Code.PAGE_UNREADABLE
    assert refused(lambda: pdf_ready(bomb)) is Code.PAGE_UNREADABLE
    assert refused(lambda: card_page(bomb, picture("PNG"))) is Code.PAGE_UNREADABLE
    assert refused(lambda: read_picture(path)) is Code.PICTURE_UNREADABLE
    assert refused(lambda: as_pdf("a.png", (bomb,))) is Code.FILE_NOT_SHOWN


def test_a_file_in_the_watched_folder_that_hurts_is_refused_by_the_program_apart(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    hostile = {
        "bomb.png": BOMBS["of-megapixels"],
        "huge-page.pdf": pdf_with({}, {"/MediaBox": pikepdf.Array([0, 0, 90_000, 90_000])}),
    }
    for name, content in hostile.items():
        path = tmp_path / name
        path.write_bytes(content)
        command = [sys.executable, "-P", "-m", "devices.scanner.split_program", str(path), str(tmp_path / "out")]
        done = subprocess.run(command, capture_output=True, timeout=60, check=False)
        assert done.returncode == REFUSED, (name, done.stderr)
    assert list((tmp_path / "out").iterdir()) == []


READERS: tuple[Callable[[bytes], object], ...] = (
    open_page,
    pdf_ready,
    lambda content: card_page(content, content),
    lambda content: as_pdf("a", (content,)),
    lambda content: pages_to_pdf([content]),
)
START = {kind: picture(kind) for kind in ("PNG", "JPEG", "TIFF", "BMP")}


def tiff_with(frames: int, broken: bool) -> bytes:
    """A TIFF of so many pictures; the chain of a broken one leads to an empty directory."""
    made = BytesIO()
    sheets = [Image.new("L", (9, 9), 200) for _ in range(frames)]
    sheets[0].save(made, "TIFF", save_all=True, append_images=sheets[1:])
    content = bytearray(made.getvalue())
    if broken:
        at = int.from_bytes(content[4:8], "little")
        next_at = at + 2 + 12 * int.from_bytes(content[at : at + 2], "little")
        content[next_at : next_at + 4] = len(content).to_bytes(4, "little")
        content += bytes(6)
    return bytes(content)


def test_a_picture_whose_chain_of_pictures_breaks_is_not_shown_and_no_crash() -> None:
    # Found by fuzzing: Pillow reads on in the file while it writes the PDF, and raised TypeError there.
    assert refused(lambda: as_pdf("a.tif", (tiff_with(1, broken=True),))) is Code.FILE_NOT_SHOWN


def test_a_page_whose_parts_contradict_each_other_is_named_among_sound_ones() -> None:
    # Found by fuzzing: the length of a chunk behind the picture leads out of the file; img2pdf raised a bare Exception.
    sound = picture("PNG")
    at = sound.rindex(b"IEND") - 4
    broken = sound[:at] + (1 << 20).to_bytes(4, "big") + sound[at + 4 :]
    with pytest.raises(CounterError) as caught:
        pages_to_pdf([sound, broken, sound])
    assert (caught.value.code, caught.value.params["page"]) == (Code.PAGE_UNREADABLE, 2)


def test_each_picture_of_a_sound_one_is_a_page() -> None:
    assert len(page_sizes(as_pdf("a.tif", (tiff_with(3, broken=False),)))) == 3


@fuzzed(examples=20)
@given(st.sampled_from(sorted(START)), st.integers(0, 300), st.binary(min_size=1, max_size=8))
def test_any_picture_is_opened_or_refused(kind: str, at: int, put: bytes) -> None:
    content = START[kind][:at] + put + START[kind][at + len(put) :]
    for read in (
        open_page,
        pdf_ready,
        lambda one: card_page(one, one),
        lambda one: as_pdf("a", (one,)),
        lambda one: pages_to_pdf([one]),
    ):
        with suppress(CounterError):
            read(content)


@fuzzed(examples=20)
@given(st.sampled_from(["PNG", "JPEG"]), st.integers(0, 300), st.binary(min_size=1, max_size=8))
def test_any_picture_of_a_board_is_drawn_or_left_out(look_app: None, kind: str, at: int, put: bytes) -> None:
    made = decode_picture(START[kind][:at] + put + START[kind][at + len(put) :])
    assert made.isNull() or made.width() <= 3840


@pytest.fixture(scope="module")
def look_app(qapp: QApplication) -> None:
    """Qt decodes pictures."""


@pytest.mark.parametrize(
    "pdf",
    [
        pdf_with({}, {"/MediaBox": pikepdf.Array([0, 0, 2 * LARGEST_SIDE, 800])}),
        pdf_with({}, {"/MediaBox": pikepdf.Array([0, 0, 10**9, 10**9])}),
        one_page_pdf()[:150],
    ],
    ids=["too-wide", "absurd", "cut"],
)
def test_a_document_that_no_sheet_has_is_not_shown(pdf: bytes) -> None:
    assert refused(lambda: as_pdf("a.pdf", (pdf,))) is Code.FILE_NOT_SHOWN


def test_a_document_of_thousands_of_pages_is_not_shown() -> None:
    made = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(100, 100))
        sheet = pdf.pages[0]
        for _ in range(MOST_PAGES):
            pdf.pages.append(sheet)
        pdf.save(made)
    assert refused(lambda: as_pdf("a.pdf", (made.getvalue(),))) is Code.FILE_NOT_SHOWN


def test_the_largest_sheet_is_drawn_less_finely_and_does_not_fill_the_memory(qapp: QApplication) -> None:
    pdf = pdf_with({}, {"/MediaBox": pikepdf.Array([0, 0, LARGEST_SIDE, LARGEST_SIDE])})
    drawn = page_image(as_pdf("a.pdf", (pdf,)), 0, 300)
    assert 0 < drawn.width() * drawn.height() <= 41_000_000


def test_pillow_itself_would_open_what_is_refused_here() -> None:
    assert Image.MAX_IMAGE_PIXELS is not None
    assert SIDE * SIDE < 2 * Image.MAX_IMAGE_PIXELS

"""Text of scanned pages: pages a minute, how much of it is right, the file with its words, a search among many pages.

The baseline is tesseract alone on the same dense page, straight from a file: what the program adds is opening the
page, making it level, a pipe, and the words kept and indexed in the encrypted store.
"""

import os
import subprocess
from collections.abc import Callable
from dataclasses import asdict
from difflib import SequenceMatcher
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image, ImageDraw, ImageFont
from sqlalchemy import insert

from counter_app.documents.fonts import Serif, font_file
from counter_app.documents.page_pictures import open_page
from counter_app.documents.page_text import PageText, Word, packed
from counter_app.domain.dossier_filter import DossierFilter
from counter_app.services.dossiers import Dossiers
from counter_app.services.text_reader import TextReader
from counter_app.store import page_texts, tables
from counter_app.store.page_texts import WaitingPage
from tests.benchmarks.measure import Case, measure, report
from tests.support.office import OpenOffice, open_office
from tests.support.scanned import receive_scanned

LINES = (
    "Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024 và các văn bản hướng dẫn thi hành;",
    "Xét đề nghị của ông Vũ Đức An, thường trú tại thôn Phú Hòa, xã An Phúc;",
    "Theo biên bản xác minh hiện trạng sử dụng đất của Phòng Kinh tế ngày 12/11/2026,",
    "thửa đất số 417, tờ bản đồ số 23, diện tích 186,5 m2, mục đích sử dụng: đất ở",
    "tại nông thôn, nguồn gốc: nhận thừa kế quyền sử dụng đất của bà Trần Thị Hoa.",
    "Người sử dụng đất đã thực hiện đầy đủ nghĩa vụ tài chính, không có tranh chấp.",
    "Tôi cam đoan những lời khai trên đây là đúng sự thật và chịu trách nhiệm trước",
    "pháp luật về lời khai của mình. Kính đề nghị Ủy ban nhân dân xã xem xét, giải quyết.",
)
ROWS = 34
MANY = 20_000


def dense(dpi: int, turned: float = 0.0) -> bytes:
    """An A4 page full of text of 13 points, as a scanner gives it."""
    width, height = round(8.27 * dpi), round(11.69 * dpi)
    sheet = Image.new("L", (width, height), 250)
    pen = ImageDraw.Draw(sheet)
    size = round(13 / 72 * dpi)
    font = ImageFont.truetype(font_file(Serif.REGULAR), size)
    for row in range(ROWS):
        pen.text((dpi, round(0.8 * dpi + row * size * 1.6)), LINES[row % len(LINES)], font=font, fill=25)
    if turned:
        sheet = sheet.rotate(turned, Image.Resampling.BICUBIC, fillcolor=250)
    made = BytesIO()
    sheet.save(made, "PNG", dpi=(dpi, dpi))
    return made.getvalue()


def right(text: str) -> float:
    """The share of letters that are as they were printed, spaces aside."""
    printed = "".join("".join(LINES[row % len(LINES)] for row in range(ROWS)).split())
    matched = SequenceMatcher(None, printed, "".join(text.split()), autojunk=False).get_matching_blocks()
    return sum(block.size for block in matched) / len(printed)


def bare(folder: Path, content: bytes, name: str) -> Callable[[int], object]:
    """Tesseract alone on a file, in one thread as ours."""
    path = folder / f"{name}.png"
    path.write_bytes(content)
    asked = ["tesseract", str(path), "stdout", "-l", "vie", "--psm", "1", "tsv"]
    return lambda _: subprocess.run(asked, env={**os.environ, "OMP_THREAD_LIMIT": "1"}, capture_output=True, check=True)


def fill(office: OpenOffice, pages: int) -> None:
    """Pages that were read, of dossiers all of which have the words of every heading."""
    words = LINES[0].split() + LINES[1].split()
    with office.journal.database.write() as connection:
        for number in range(pages):
            said = f"{' '.join(words)} thửa số {number} tờ {number % 97}"
            text = PageText(1654, 2338, 0.0, (tuple(Word(9, 9, 9, 9, word) for word in said.split()),))
            page = WaitingPage(number + 1_000_000, f"{number % 500 + 1:032x}", number, f"{number:064x}")
            connection.execute(insert(tables.page_texts), {**asdict(page), "state": 0})
            page_texts.finish(connection, page, packed(text), said)


def main() -> None:
    """Measure and report."""
    with TemporaryDirectory() as temporary, open_office(Path(temporary) / "data") as office:
        folder, reader = Path(temporary), TextReader(gently=False)
        pages = {200: dense(200), 300: dense(300)}
        accuracy = {
            f"{dpi} dpi{f', {turned} degrees askew' if turned else ''}": round(right(text.text) * 100, 2)
            for dpi, turned in ((200, 0.0), (300, 0.0), (200, 3.0), (300, -2.0))
            if (text := reader.read(open_page(dense(dpi, turned)))) is not None
        }
        cases = (
            Case("tesseract alone, 200 dpi", bare(folder, pages[200], "200")),
            Case("our reader, 200 dpi", lambda _: reader.read(open_page(pages[200]))),
            Case("our reader, 300 dpi", lambda _: reader.read(open_page(pages[300]))),
        )
        figures = measure(cases, rounds=3, calls=2)
        for number in range(1, 501):
            receive_scanned(office, number, (pages[200],) * 10 if number == 1 else ())
        fill(office, MANY)
        found = office.services.dossiers
        made = office.services.scan_files
        first = f"{1:032x}"
        figures += measure(
            (
                Case("the file of 10 pages", lambda _: made.paper(first, 0)),
                Case(f"search, a rare number among {MANY} pages", lambda call: _found(found, f"thua {call * 7}")),
                Case(f"search, words on all {MANY} pages", lambda _: _found(found, "căn cứ luật đất đai")),
            ),
            rounds=3,
            calls=3,
        )
    a_minute = {one.name: round(60_000 / one.p50_ms, 1) for one in figures[:3]}
    report("ocr", figures, pages_a_minute=a_minute, letters_right_percent=accuracy)
    print(f"pages a minute: {a_minute}\nletters right, percent: {accuracy}")


def _found(dossiers: Dossiers, typed: str) -> object:
    return dossiers.list(DossierFilter(text=typed, in_papers=True))


if __name__ == "__main__":
    main()

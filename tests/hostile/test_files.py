"""What somebody attaches to a dossier: papers are taken, whatever runs, hides or swells is refused with a reason."""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from counter_app.documents import untrusted_files
from counter_app.documents.pdf_check import look_into
from counter_app.documents.untrusted_files import LARGEST_FILE, Finding, check_file
from counter_app.domain.dossier_facts import FileRole
from counter_app.domain.file_names import LONGEST_SAFE, safe_file_name
from counter_app.domain.security_facts import EventFilter, SecurityKind
from counter_app.errors import Code, CounterError
from sync.records import LARGEST_BLOB
from tests.hostile.fuzzing import fuzzed
from tests.support.hostile_files import one_page_pdf, pdf_with
from tests.support.office import open_office
from ui.messages import message

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:PIL")  # it tells of each damaged tag

SCRIPT = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def picture(kind: str, size: tuple[int, int] = (8, 8)) -> bytes:
    made = BytesIO()
    Image.new("L", size, 200).save(made, kind)
    return made.getvalue()


def archive(*names: str) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        for name in names:
            packed.writestr(name, b"")
    return made.getvalue()


def bomb_png(side: int) -> bytes:
    """A head that promises ``side`` x ``side`` dots, and hardly any data."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(99))) + chunk(b"IEND", b"")


def refused(name: str, content: bytes) -> tuple[Code, str]:
    with pytest.raises(CounterError) as caught:
        check_file(name, content)
    told = message(caught.value)
    assert "{" not in told.title + told.next_step
    return caught.value.code, str(caught.value.params.get("detail", "")).removeprefix("file-")


@contextmanager
def suppress_refusal() -> Iterator[None]:
    """A typed refusal is an answer; anything else is a crash."""
    try:
        yield
    except CounterError as error:
        if error.code not in (Code.FILE_REFUSED, Code.FILE_EMPTY):
            raise


@pytest.mark.parametrize(
    "name, content",
    [
        ("MO O TRANG.PDF", pdf_with({"/OpenAction": pikepdf.Array([0, pikepdf.Name.FitH, 842])})),
        ("a.png", picture("PNG")),
        ("a.jpeg", picture("JPEG")),
        ("a.tif", picture("TIFF")),
        ("tờ trình.docx", archive("[Content_Types].xml", "word/document.xml")),
        ("bảng.ods", archive("mimetype", "content.xml")),
        ("ghi chú.txt", "Ghi chú của cán bộ".encode()),
    ],
)
def test_papers_are_taken(name: str, content: bytes) -> None:
    check_file(name, content)


@pytest.mark.parametrize(
    "name, content, why",
    [
        ("a.pdf", pdf_with({"/OpenAction": SCRIPT}), "script"),
        ("a.pdf", pdf_with({}, password="1234"), "locked"),
        ("a.pdf", b"GIF89a" + one_page_pdf(), "disguised"),
        ("a.png", one_page_pdf(), "disguised"),
        ("a.pdf", picture("PNG"), "disguised"),
        ("a.jpg", picture("PNG"), "disguised"),
        ("a.png", b"\x89PNG\r\n\x1a\n broken", "disguised"),
        ("a.png", bomb_png(10_001), "too-much"),
        ("a.png", bomb_png(50_000), "too-much"),
        ("hoa-don.pdf.exe", one_page_pdf(), "program"),
        ("hoa-don.pdf.exe. ", one_page_pdf(), "program"),
        ("a.pdf", b"MZ\x90\x00", "program"),
        ("anh.jpg", b"\x7fELF\x02\x01", "program"),
        ("a", b"#!/bin/sh\nrm -rf ~", "program"),
        ("a.lnk", b"L\0\0\0\x01\x14\x02\0", "program"),
        ("a.svg", b"<svg onload=alert(1)>", "program"),
        ("a.txt", b"\xef\xbb\xbf<HTML><script>", "markup"),
        ("a.zip", archive("a.pdf"), "archive"),
        ("a.docx", archive("evil.exe"), "archive"),
        ("a.rar", b"Rar!\x1a\x07", "archive"),
        ("a.docx", archive("word/document.xml", "word/vbaProject.bin"), "macro"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64) + "_VBA_PROJECT".encode("utf-16-le"), "macro"),
        ("a.docx", b"PK\x03\x04 cut off", "damaged"),
    ],
)
def test_what_runs_hides_or_swells_is_refused_with_its_reason(name: str, content: bytes, why: str) -> None:
    assert refused(name, content) == (Code.FILE_REFUSED, why)


@pytest.mark.parametrize(
    "content, why",
    [
        (pdf_with({}, {"/AA": pikepdf.Dictionary(O=SCRIPT)}), Finding.SCRIPT),
        (pdf_with({"/OpenAction": pikepdf.Dictionary(S=pikepdf.Name.Launch, F="cmd.exe")}), Finding.SCRIPT),
        (pdf_with({"/AcroForm": pikepdf.Dictionary(XFA="x")}), Finding.SCRIPT),
        (pdf_with({"/Names": pikepdf.Dictionary(EmbeddedFiles=pikepdf.Dictionary())}), Finding.EMBEDDED),
        (one_page_pdf()[:200], Finding.DAMAGED),
        (pdf_with({}, {"/MediaBox": pikepdf.Array([0, 0, 500_000, 500_000])}), Finding.TOO_MUCH),
    ],
)
def test_whatever_a_pdf_would_do_by_itself_is_found(tmp_path: Path, content: bytes, why: Finding) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(content)
    assert look_into(path) is why


def test_a_pdf_that_unpacks_beyond_all_measure_is_refused_by_a_process_of_its_own() -> None:
    # Object streams are unpacked when a file is opened: this one has a hundred thousand times its size.
    swollen = zlib.compress(b"1 0 " + b"[" * 40_000_000)
    made = b"%PDF-1.5\n1 0 obj\n<</Type/ObjStm/N 1/First 4/Length " + str(len(swollen)).encode()
    made += b"/Filter/FlateDecode>>\nstream\n" + swollen + b"\nendstream\nendobj\ntrailer\n<</Root 2 0 R>>\n%%EOF"
    assert refused("a.pdf", made)[0] is Code.FILE_REFUSED


def test_a_file_too_large_to_travel_is_refused_before_it_is_looked_into(monkeypatch: pytest.MonkeyPatch) -> None:
    assert LARGEST_FILE == LARGEST_BLOB
    monkeypatch.setattr(untrusted_files, "LARGEST_FILE", 10)
    assert refused("a.txt", bytes(11))[0] is Code.FILE_TOO_LARGE


@fuzzed(examples=40)
@given(
    name=st.sampled_from(["a.pdf", "a.png", "a.jpg", "a.tif", "a.docx", "a.doc", "a.txt", "a", ".", ""]),
    start=st.sampled_from([picture("PNG"), picture("TIFF"), picture("JPEG"), archive("word/a"), b"PK", b"II*\0", b""]),
    cut=st.integers(0, 400),
    more=st.binary(max_size=64),
)
def test_any_bytes_are_taken_or_refused_and_nothing_else(name: str, start: bytes, cut: int, more: bytes) -> None:
    content = start[:cut] + more
    with suppress_refusal():
        check_file(name, content)


@pytest.mark.parametrize(
    "told, kept",
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Windows\\a.pdf", "a.pdf"),
        ("a\0b.pdf", "ab.pdf"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("LPT1.pdf", "_LPT1.pdf"),
        ("hoa\u202efdp.exe", "hoafdp.exe"),
        ("a\r\nb.pdf", "a b.pdf"),
        ("giấy: khai <sinh>?.pdf", "giấy- khai -sinh--.pdf"),
        ("...", "tep"),
        ("", "tep"),
        (" a.pdf. ", "a.pdf"),
        ("dự thảo.docx", "dự thảo.docx"),
        (f"{'ế' * 300}.pdf", f"{'ế' * 48}.pdf"),
    ],
)
def test_a_name_is_a_plain_name_wherever_it_comes_from(told: str, kept: str) -> None:
    assert safe_file_name(told) == kept


@fuzzed(examples=80)
@given(st.text(max_size=400))
def test_any_name_is_a_file_of_that_folder(told: str) -> None:
    kept = safe_file_name(told)
    assert kept == Path(kept).name
    assert kept not in ("", ".", "..")
    assert len(kept.encode()) <= LONGEST_SAFE
    assert kept.isprintable()
    assert safe_file_name(kept) == kept


def test_an_attached_file_is_judged_by_the_service_whoever_asks_and_noted(tmp_path: Path) -> None:
    with open_office(tmp_path) as office:
        with pytest.raises(CounterError) as caught:
            office.services.lifecycle.attach("some-dossier", "ha", FileRole.DRAFT, "../a.pdf.exe", b"MZ")
        assert caught.value.code is Code.FILE_REFUSED
        assert caught.value.params["name"] == "a.pdf.exe"
        (noted,) = office.services.security.page(EventFilter(frozenset({SecurityKind.INPUT_REFUSED})), most=5)
        assert (noted.officer, noted.subject, noted.detail) == (
            "ha",
            "dossier/some-dossier",
            {"reason": "file-program"},
        )

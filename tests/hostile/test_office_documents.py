"""Office documents that hide a macro, and files that a double click would run."""

import zipfile
from io import BytesIO

import pytest

from counter_app.documents import untrusted_files
from counter_app.documents.untrusted_files import check_file
from counter_app.errors import CounterError

TYPES = "[Content_Types].xml"
MACRO = '<Override PartName="/word/a.bin" ContentType="application/vnd.ms-office.vbaProject"/>'


def document(types: bytes, *names: str) -> bytes:
    """An office document with these parts, and this list of their types."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in ((TYPES, types), ("word/document.xml", b""), *((name, b"") for name in names)):
            packed.writestr(name, content)
    return made.getvalue()


def locked(content: bytes) -> bytes:
    """The same, with every member said to be encrypted."""
    return content.replace(b"PK\x03\x04\x14\x00\x00", b"PK\x03\x04\x14\x00\x01").replace(
        b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01"
    )


def why(name: str, content: bytes) -> str:
    """Why a file is refused; nothing where it is taken."""
    try:
        check_file(name, content)
    except CounterError as error:
        return str(error.params["detail"]).removeprefix("file-")
    return ""


def test_a_plain_document_with_a_list_of_types_is_taken() -> None:
    plain = b'<Types><Default Extension="xml" ContentType="application/xml"/></Types>'
    assert why("to trinh.docx", document(plain)) == ""
    assert why("to trinh.docx", document(plain, *(f"word/media/{number}.png" for number in range(300)))) == ""


def test_a_macro_behind_thousands_of_members_is_not_overlooked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(untrusted_files, "_MOST_MEMBERS", 50)
    many = (f"word/{number}" for number in range(60))
    assert why("a.docx", document(b"", *many, "word/vbaProject.bin")) == "too-much"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_macro_under_another_name_is_found_by_its_type(encoding: str) -> None:
    types = f"<Types>{MACRO}</Types>"
    assert why("a.docx", document(types.encode(encoding), "word/a.bin")) == "macro"


@pytest.mark.parametrize(
    "types",
    [b"<Types>&#118;baProject</Types>", b" " * (2 << 20) + MACRO.encode()],
    ids=["written in numbers", "far down"],
)
def test_a_list_of_types_as_no_program_writes_it_is_refused(types: bytes) -> None:
    assert why("a.docx", document(types)) == "damaged"


def test_a_document_whose_list_of_types_cannot_be_read_is_refused() -> None:
    sealed = locked(document(b"<Types/>"))
    assert sealed != document(b"<Types/>")
    assert why("a.docx", sealed) == "damaged"
    torn = document(b"<Types>" + b"abcdefgh" * 500 + b"</Types>")
    at = torn.index(TYPES.encode()) + len(TYPES) + 4
    assert why("a.docx", torn[:at] + b"\xff" * 8 + torn[at + 8 :]) == "damaged"


@pytest.mark.parametrize("suffix", ["mhtml", "py", "psm1", "msc", "wsc", "vhdx", "slk", "iqy", "xll", "accdb", "one"])
def test_what_a_double_click_would_run_is_refused_by_its_name(suffix: str) -> None:
    assert why(f"giay to.{suffix}", b"MIME-Version: 1.0") == "program"

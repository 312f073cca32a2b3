"""Is a file that somebody brings fit to be kept, shown and handed on? Its content says so, never its name alone."""

import re
import subprocess
import sys
import tempfile
import zipfile
import zlib
from enum import StrEnum
from io import BytesIO
from pathlib import Path, PurePath
from struct import error as StructError

from PIL import Image

from counter_app.documents.page_pictures import FORMATS, UNREADABLE
from counter_app.errors import Code, CounterError

LARGEST_FILE = 128 << 20
"""Bytes: the most that travels to the province in one piece (``sync.records.LARGEST_BLOB``)."""

MOST_PIXELS = 100_000_000

_CHECK_S = 30.0
_MOST_MEMBERS = 20_000
_PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe", b"\xfe\xed\xfa")
_SHORTCUT = b"L\0\0\0\x01\x14\x02\0"
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"MSCF", b"CD001")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_MACROS = "_VBA_PROJECT".encode("utf-16-le")
_MARKUP = (b"<html", b"<script", b"<svg", b"<!doctype", b"<?xml", b"<hta:", b"<iframe")
_HEAD = 1024
_PICTURES = {"PNG": (".png",), "JPEG": (".jpg", ".jpeg", ".jfif"), "TIFF": (".tif", ".tiff"), "BMP": (".bmp",)}
_ACTIVE_NAMES = re.compile(
    r"\.(?:exe|com|scr|bat|cmd|ps1|vbs|vbe|js|jse|wsf|wsh|hta|msi|msp|lnk|url|pif"
    r"|cpl|jar|reg|dll|sys|sh|desktop|appimage|deb|rpm|apk|html|htm|mht|svg|xhtml|docm|dotm"
    r"|xlsm|xltm|xlam|pptm|ppam|iso|img|vhd|chm|scf|application|gadget"
    r"|py|pyw|pyz|pl|rb|php|psm1|psd1|ps1xml|msc|mst|msu|wsc|sct|ws|csh|run|command|inf|job"
    r"|mhtml|shtml|xht|htc|vhdx|one|iqy|slk|xll|xla|mdb|mde|accdb|accde|ade|adp)"
)
_TYPES = "[content_types].xml"
_LARGEST_TYPES = 1 << 20
_OFFICE_PARTS = ("word/", "xl/", "ppt/", "content.xml")


_NO_ZIP = (
    *(zipfile.BadZipFile, OSError, ValueError, RuntimeError, StructError, OverflowError, LookupError),
    *(EOFError, zlib.error),
)
"""What the library may raise about an archive, or a member, that is damaged, locked or made to trip it."""


class Finding(StrEnum):
    """Why a PDF, and what else is looked into, is not taken."""

    SCRIPT = "script"
    EMBEDDED = "embedded"
    LOCKED = "locked"
    DAMAGED = "damaged"
    TOO_MUCH = "too-much"


def check_file(name: str, content: bytes) -> None:
    """Let pass what only shows something: a PDF, a picture, an office document without macros, plain text.

    Blocks, for a PDF up to some seconds. Raises FILE_EMPTY, FILE_TOO_LARGE (name, megabytes, most), FILE_REFUSED (name,
    detail: program, archive, macro, markup, disguised, or a Finding of the PDF).
    """
    if not content:
        raise CounterError(Code.FILE_EMPTY, name=name)
    if len(content) > LARGEST_FILE:
        raise CounterError(Code.FILE_TOO_LARGE, name=name, megabytes=len(content) >> 20, most=LARGEST_FILE >> 20)
    detail = _fault(PurePath(name.strip(" .")).suffix.lower(), content)
    if detail:
        raise CounterError(Code.FILE_REFUSED, name=name, detail=f"file-{detail}")


def _fault(suffix: str, content: bytes) -> str:
    head = content[:_HEAD]
    if _ACTIVE_NAMES.fullmatch(suffix) or content.startswith((*_PROGRAMS, _SHORTCUT)):
        return "program"
    if b"%PDF-" in head:
        # A reader takes a PDF that begins later too: what stands before it may be something else for another program.
        return "disguised" if suffix != ".pdf" or not content.startswith(b"%PDF-") else _of_pdf(content)
    if suffix == ".pdf":
        return "disguised"
    if content.startswith(_ARCHIVES):
        return "archive"
    if content.startswith(b"PK"):
        return _of_zip(suffix, content)
    if content.startswith(_OLD_OFFICE):
        return "macro" if _OLD_MACROS in content else ""
    if any(mark in head.lower() for mark in _MARKUP):
        return "markup"
    return _of_picture(suffix, content)


def _of_picture(suffix: str, content: bytes) -> str:
    """Only the head is read: dots are counted before any of them is unpacked."""
    try:
        with Image.open(BytesIO(content), formats=FORMATS) as picture:
            kind, dots = picture.format or "", picture.width * picture.height
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return Finding.TOO_MUCH.value
    except UNREADABLE:
        return "disguised" if any(suffix in names for names in _PICTURES.values()) else ""
    if suffix not in _PICTURES.get(kind, ()):
        return "disguised"
    return Finding.TOO_MUCH.value if dots > MOST_PIXELS else ""


def _of_zip(suffix: str, content: bytes) -> str:
    """Office documents are archives: their list of members, and of their types, is enough."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = [one.filename.lower() for one in archive.infolist()]
            types = _content_types(archive) if _TYPES in names and len(names) <= _MOST_MEMBERS else b""
    except _NO_ZIP:
        return Finding.DAMAGED.value
    if len(names) > _MOST_MEMBERS:
        return Finding.TOO_MUCH.value
    if any(name.endswith(("vbaproject.bin", "vbadata.xml")) or name.startswith("basic/") for name in names):
        return "macro"
    if b"vbaproject" in types or b"macroenabled" in types:
        return "macro"  # a part with a macro may have any name; the list of types says what it is
    if suffix in (".zip", "") or not any(name.startswith(_OFFICE_PARTS) for name in names):
        return "archive"
    return ""


def _content_types(archive: zipfile.ZipFile) -> bytes:
    """Return what an office document says of its parts, in small letters. Raises one of _NO_ZIP."""
    found = next(one for one in archive.infolist() if one.filename.lower() == _TYPES)
    with archive.open(found) as member:
        content = member.read(_LARGEST_TYPES + 1)
    if len(content) > _LARGEST_TYPES or b"&#" in content:
        raise ValueError("not as any program writes it")
    return content.replace(b"\0", b"").lower()  # it may be UTF-16


def _of_pdf(content: bytes) -> str:
    """Say what a process of its own finds, which may take no more than so much memory and time."""
    with tempfile.TemporaryDirectory(prefix="counter-app-") as folder:
        path = Path(folder, "file.pdf")
        path.write_bytes(content)
        command = [sys.executable, "-P", "-m", "counter_app.documents.pdf_check", str(path)]
        try:
            done = subprocess.run(
                command, stdin=subprocess.DEVNULL, capture_output=True, timeout=_CHECK_S, check=False, text=True
            )
        except subprocess.TimeoutExpired:
            return Finding.TOO_MUCH.value
    return done.stdout.strip() if done.returncode == 0 else Finding.DAMAGED.value

"""Looks for what a PDF would do by itself: programs, scripts, other files in it.

Runs as a program of its own, because a small file may unpack to gigabytes or crash the library. Prints one word of
``Finding``, or nothing for a PDF that only shows pages.
"""

import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pikepdf

from counter_app.documents.untrusted_files import Finding

MOST_MEMORY = 1_500_000_000  # bytes
MOST_OBJECTS = 500_000
MOST_PAGES = 2_000
LARGEST_SIDE = 14_400.0
"""Points; what the standard allows."""
_DEEPEST = 64
_ACTING = frozenset(
    {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/RichMediaExecute", "/GoToE", "/Rendition"}
)
_HOLDING = ("/EF", "/EmbeddedFiles")


def main() -> int:
    """Look at the file that the command line names; always 0, what was found is printed."""
    _limit_memory()
    found = look_into(Path(sys.argv[1]))
    if found is not None:
        print(found.value)
    return 0


def look_into(path: Path) -> Finding | None:
    """Return why a PDF is not taken; in the caller's own memory, so ask ``untrusted_files`` instead."""
    try:
        with pikepdf.open(path) as pdf:
            return _found(pdf)
    except pikepdf.PasswordError:
        return Finding.LOCKED
    except MemoryError:
        return Finding.TOO_MUCH
    except (pikepdf.PdfError, RuntimeError, ValueError, OSError, TypeError, KeyError, AttributeError):
        return Finding.DAMAGED


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def _found(pdf: pikepdf.Pdf) -> Finding | None:
    pages = len(pdf.pages)
    if pages > MOST_PAGES or len(pdf.objects) > MOST_OBJECTS:
        return Finding.TOO_MUCH
    if not pages:
        return Finding.DAMAGED
    for page in pdf.pages:
        left, low, right, high = (float(edge) for edge in page.mediabox)
        if max(abs(right - left), abs(high - low)) > LARGEST_SIDE:
            return Finding.TOO_MUCH
    for one in _dictionaries(pdf):
        if found := _judged(one):
            return found
    return None


def _dictionaries(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every dictionary of the file, also those inside of others."""
    waiting: list[tuple[Any, int]] = [(one, 0) for one in pdf.objects]
    waiting.append((pdf.trailer, 0))
    while waiting:
        one, depth = waiting.pop()
        if depth > _DEEPEST:
            raise ValueError("nested too deeply")
        if isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
            yield one
            inner = [value for _, value in one.items()]
        elif isinstance(one, pikepdf.Array):
            inner = list(one)
        else:
            continue
        # What has a number of its own is in the list of objects already; numbers and texts have no parts.
        waiting.extend((value, depth + 1) for value in inner if not getattr(value, "is_indirect", True))


def _judged(one: Any) -> Finding | None:  # noqa: ANN401 - pikepdf's objects have no common type for dictionaries
    if "/JS" in one or "/XFA" in one or str(one.get("/S", "")) in _ACTING:
        return Finding.SCRIPT
    if any(name in one for name in _HOLDING) or str(one.get("/Type", "")) == "/EmbeddedFile":
        return Finding.EMBEDDED
    if str(one.get("/Subtype", "")) in ("/RichMedia", "/Movie", "/Screen", "/3D", "/FileAttachment"):
        return Finding.EMBEDDED
    return None


if __name__ == "__main__":
    sys.exit(main())

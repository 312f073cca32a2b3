"""Dossiers with scanned papers, for tests: pages drawn, kept and told as a reception does."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

from PIL import Image

from counter_app.demo.pages import draw_page
from counter_app.domain.dossier_facts import PageScanned, ReceivedPaper
from counter_app.domain.dossiers import Dossier
from counter_app.domain.procedures import PaperForm
from counter_app.services.text_reader import TextReader
from tests.benchmarks.journal_append import RECEIVED
from tests.support.dossiers import DUE
from tests.support.office import OpenOffice

PAPERS = (
    ReceivedPaper("Tờ khai đăng ký khai sinh", PaperForm.ORIGINAL, 1),
    ReceivedPaper("Giấy chứng sinh", PaperForm.ORIGINAL, 1),
)


def page(title: str, person: str, number: int = 1, *, turned: float = 0) -> bytes:
    """One page as a scanner gives it, PNG."""
    drawn = draw_page(title, person, number)
    if turned:
        drawn = drawn.rotate(turned, Image.Resampling.BICUBIC, fillcolor=252)
    made = BytesIO()
    drawn.save(made, "PNG", dpi=(100, 100))
    return made.getvalue()


def stand_in(folder: Path, does: str, languages: str = "vie", *, gently: bool = False) -> TextReader:
    """A reader whose program, in the place of tesseract, ``does`` something when it is given a page."""
    program = folder / "reader"
    program.write_text(f'#!/bin/sh\n[ "$1" = --list-langs ] && {{ echo {languages}; exit 0; }}\n{does}\n')
    program.chmod(0o755)
    return TextReader(str(program), gently=gently)


def saying(*words: str) -> str:
    """What a stand-in does to find these words on each page."""
    rows = [f"5 1 1 1 1 {place} {60 * place} 100 50 20 95 {word}" for place, word in enumerate(words, 1)]
    table = r"\n".join(row.replace(" ", r"\t") for row in rows)
    return f"cat > /dev/null; printf '{table}\\n'"


def receive_scanned(office: OpenOffice, number: int, *papers: tuple[bytes, ...]) -> Dossier:
    """Receive a dossier with the pages of its papers, told in one transaction."""
    key, blobs = f"{number:032x}", office.journal.database.blobs
    code = f"H99.17-261123-03{number:04d}"
    fact = replace(RECEIVED, code=code, due=DUE, papers=PAPERS)
    with office.journal.transaction() as transaction:
        transaction.append(f"dossier/{key}", fact, "officer/ha")
        for index, pages in enumerate(papers):
            for place, content in enumerate(pages, 1):
                sha256 = blobs.put(content)
                transaction.append(f"dossier/{key}", PageScanned(index, place, sha256, len(content)), "officer/ha")
                transaction.add_blob(sha256, len(content))
    return office.services.dossiers.dossier(key)

"""``counter-app forms --sample``: every form of the law, filled with invented data."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from counter_app.cli.words import Parser
from counter_app.documents.form_records import RegisterForm
from counter_app.documents.forms import draw
from counter_app.documents.samples import samples
from counter_app.services.output import save_file
from counter_app.services.register import COLUMNS
from counter_app.services.tables import Value, write_table


def add_words(parser: Parser) -> None:
    """Add what ``forms`` takes."""
    text = "with invented data (the forms of dossiers are made at the desk)"
    parser.add_argument("--sample", action="store_true", required=True, help=text)
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the files go")


def run(arguments: argparse.Namespace) -> int:
    """Write into ``--out``, one line a file. Raises OUTPUT_NOT_WRITABLE, DISK_FULL."""
    out: Path = arguments.out
    for name, form in samples().items():
        _told(out / f"{name}.pdf", draw(form))
        if isinstance(form, RegisterForm):
            path = out / f"{name}.xlsx"
            write_table(path, COLUMNS, _rows(form), title=f"SỔ THEO DÕI HỒ SƠ · {form.field}")
            print(path.name, flush=True)
    return 0


def _told(path: Path, content: bytes) -> None:
    save_file(path, content)
    print(path.name, flush=True)


def _rows(form: RegisterForm) -> Iterator[tuple[Value, ...]]:
    for number, row in enumerate(form.rows, 1):
        yield (
            number,
            row.code,
            row.procedure,
            row.applicant,
            row.address,
            row.phone,
            row.agency,
            row.received,
            row.due,
            row.returned,
            row.return_way,
            row.signed,
        )

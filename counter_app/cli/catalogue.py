"""``counter-app catalogue``: import, export and search of the procedures, of a station or of what the program ships."""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from counter_app.cli.station_data import is_there, opened
from counter_app.cli.words import Acts, Parser, add_json
from counter_app.domain.procedures import Procedure
from counter_app.errors import Code, CounterError
from counter_app.services.catalogue import COMMAND_LINE, Catalogue
from counter_app.services.catalogue_data import load_procedures
from counter_app.services.catalogue_exchange import (
    ImportItem,
    ImportReport,
    Outcome,
    apply_import,
    export_catalogue,
    plan_import,
)
from counter_app.services.catalogue_file import encode_catalogue, load_file
from counter_app.services.catalogue_search import Index
from counter_app.services.setup import is_set_up

MOST_FOUND = 20
MOST_SHOWN = 160


def add_words(parser: Parser) -> None:
    """Add the acts of ``catalogue``."""
    acts = Acts(parser)
    import_ = acts.add("import", "import a JSON file: our own export, or a crawl of the national portal")
    import_.add_argument("file", type=Path, metavar="FILE", help="the file")
    import_.add_argument("--partial", action="store_true", help="import the sound items of a file with refused ones")
    export = acts.add("export", "write every version of every procedure to one JSON file")
    export.add_argument("--out", type=Path, required=True, metavar="FILE", help="where it goes")
    search = acts.add("search", "find procedures by code, name, field or usual words, with or without diacritics")
    search.add_argument("words", nargs="+", metavar="WORDS", help="such as: làm giấy khai sinh")
    for act in (import_, search):
        add_json(act, "print one JSON value")


def run(arguments: argparse.Namespace) -> int:
    """Do what ``arguments.act`` says. Raises what opening the data, reading the file and publishing raise."""
    if arguments.act == "search":
        return _search(arguments)
    return _export(arguments.data, arguments.out) if arguments.act == "export" else _import(arguments)


def _import(arguments: argparse.Namespace) -> int:
    """Import what is sound; with a refused item nothing at all, unless ``--partial`` says so."""
    content = load_file(arguments.file)
    with _station(arguments.data) as catalogue:
        if catalogue is None:
            raise CounterError(Code.NOT_SET_UP, path=arguments.data)
        report = plan_import(catalogue, content)
        held_back = bool(report.of(Outcome.REFUSED)) and not arguments.partial
        imported = 0 if held_back else apply_import(catalogue, report, COMMAND_LINE)
    if arguments.json:
        print(json.dumps(_record(report, imported), ensure_ascii=False))
    else:
        _print(report, imported)
    for item in report.of(Outcome.SKIPPED, Outcome.REFUSED):
        print(f"counter-app: {_refused(item)}", file=sys.stderr)
    if held_back:
        print("counter-app: nothing imported; --partial imports the rest", file=sys.stderr)
    return 1 if held_back or not report.of(Outcome.ADDED, Outcome.CHANGED, Outcome.UNCHANGED) else 0


def _export(folder: Path, out: Path) -> int:
    with _station(folder) as catalogue:
        content = encode_catalogue(load_procedures()) if catalogue is None else export_catalogue(catalogue)
    try:
        out.write_bytes(content)
    except OSError as error:
        raise CounterError(Code.OUTPUT_NOT_WRITABLE, path=out) from error
    print(f"{out} {content.count(chr(10).encode()) - 2} procedures")
    return 0


def _search(arguments: argparse.Namespace) -> int:
    words = " ".join(arguments.words)
    with _station(arguments.data) as catalogue:
        shipped = Index(load_procedures()) if catalogue is None else None
        found = shipped.search(words, MOST_FOUND) if shipped else _found(catalogue, words)
    if arguments.json:
        told = [{"code": one.code, "name": one.name, "field": one.field, "aliases": one.aliases} for one in found]
        print(json.dumps(told, ensure_ascii=False))
    else:
        for one in found:
            print(f"{one.code} {one.name} ({one.field})")
    return 0 if found else 1


def _found(catalogue: Catalogue | None, words: str) -> tuple[Procedure, ...]:
    return catalogue.search(words, MOST_FOUND) if catalogue is not None else ()


@contextmanager
def _station(folder: Path) -> Iterator[Catalogue | None]:
    """The catalogue of the station in ``folder``, None where none is set up."""
    if not is_there(folder):
        yield None
        return
    with opened(folder) as journal:
        yield Catalogue(journal) if is_set_up(journal) else None


def _print(report: ImportReport, imported: int) -> None:
    for item in report.items:
        for repair, times in Counter(done.repair.value for done in item.repairs).items():
            print(f"{item.code} repaired {repair}" + (f" ×{times}" if times > 1 else ""))
    for item in report.of(Outcome.ADDED):
        print(f"{item.code} added {item.name}")
    for item in report.of(Outcome.CHANGED):
        print(f"{item.code} changed {' '.join(item.changed)}")
    counts = " ".join(f"{outcome.value}={len(report.of(outcome))}" for outcome in Outcome)
    print(f"read={len(report.items)} imported={imported} repaired={len(report.repaired)} {counts}")


def _refused(item: ImportItem) -> str:
    """One line of what is refused and why, such as ``item 3, line 41: 1.000656 name: markup``."""
    where = " ".join(part for part in (item.code, item.field) if part)
    text = " ".join(item.text.split())[:100]
    told = f"item {item.number}, line {item.line}: {where}{': ' if where else ''}{item.outcome.value} {item.reason}"
    return f"{told} ({text})" if text else told


def _record(report: ImportReport, imported: int) -> dict[str, object]:
    refused = report.of(Outcome.SKIPPED, Outcome.REFUSED)
    return {
        "read": len(report.items),
        "imported": imported,
        "added": [item.code for item in report.of(Outcome.ADDED)],
        "changed": [{"code": item.code, "fields": item.changed} for item in report.of(Outcome.CHANGED)],
        "unchanged": len(report.of(Outcome.UNCHANGED)),
        "repaired": [
            {
                "code": item.code,
                "repairs": [{"repair": done.repair.value, "text": done.text[:MOST_SHOWN]} for done in item.repairs],
            }
            for item in report.repaired
        ],
        "refused": [
            {
                "number": item.number,
                "line": item.line,
                "code": item.code,
                "outcome": item.outcome.value,
                "reason": item.reason,
                "field": item.field,
                "text": item.text,
            }
            for item in refused
        ],
    }

"""What may be typed after ``counter-app``: the commands here, what each takes in its own module."""

import argparse
import sys
from importlib import import_module
from types import ModuleType

from counter_app import __version__
from counter_app.cli.words import DATA, Parser, add_data

ALL = "all"
"""What no command means: the windows of the settings."""
COMMANDS = {
    "demo": "an invented commune with virtual devices and a province, all on this machine",
    "desk": "the officer's desk",
    "kiosk": "the touch screen that gives out numbers",
    "board": "the hall's board",
    "rating": "the screen where citizens rate",
    "province": "the province's server",
    "office": "the office station: keeps the queue for the other machines, without windows",
    "sync": "the link to the province, and the USB stick of an office that has none",
    "officers": "the accounts of this office: list, add, reset, disable, enable; with the program closed",
    "deadline": "when the result of a procedure is due, and why",
    "catalogue": "the procedures: import, export, search",
    "dossiers": "the dossiers of this station: export as XLSX or CSV",
    "queue": "the queue: how it stands, a day as a file, and such a day under another rule of calling",
    "forms": "every form of the law as PDF, filled with invented data",
    "voice": "what the hall hears: one call as a WAV file",
    "scan": "the pages of a scanner as one PDF",
    "print-test": "a trial ticket: all Vietnamese letters, a ruler, a code, the cut",
    "devices": "the devices of this machine: list what is set up and found, test one",
    "doctor": "look at this machine and its devices, and say what to do",
    "key": "the data key: how it is kept, and how a dead machine's data is opened",
    "verify": "replay the journal and say what differs",
    "backup": "one encrypted backup of this machine now, beside the program or without it",
    "restore": "go on from a backup in an empty data folder, as another station of its office",
    "update": "new versions of the program: what there is, find, install, go back",
    "audit": "the security record of this station: export as CSV, CEF or JSON lines",
    "screens": "draw every screen in every state as PNG",
}
_WINDOWS = (ALL, "desk", "kiosk", "board", "rating")


def parse(words: list[str] | None) -> argparse.Namespace:
    """Parse a command line; exits with 2 and one line when it makes no sense.

    Only the modules of commands that are among the words are loaded: the others would take a second.
    """
    given = sys.argv[1:] if words is None else words
    parser = Parser(prog="counter-app", description="The counter of a one-stop office. Without a command: its windows.")
    parser.add_argument("--version", action="version", version=f"counter-app {__version__}")
    parser.set_defaults(command=ALL, data=DATA)
    add_data(parser)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=Parser)
    for name, text in COMMANDS.items():
        command = commands.add_parser(name, help=text, description=text[:1].upper() + text[1:])
        command.set_defaults(command=name)
        if name in given:
            module_of(name).add_words(command)
    return parser.parse_args(given)


def module_of(command: str) -> ModuleType:
    """Return what a command takes (``add_words``) and does (``run``), by name: ``verify`` never loads Qt."""
    name = "windows" if command in _WINDOWS else command.replace("-", "_")
    return import_module(f"counter_app.cli.{name}")

"""What the words of the command line have in common: acts, the data folder, and what a word may be."""

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NoReturn

from platformdirs import user_data_path

DATA = user_data_path("counter-app", appauthor=False)


class Parser(argparse.ArgumentParser):
    """Says what is wrong with the command in one line."""

    def error(self, message: str) -> NoReturn:
        """Exit with 2."""
        self.exit(2, f"{self.prog}: {message}. See: {self.prog} --help\n")


class Acts:
    """The acts of one command, such as ``sync export``; the data folder may stand before or after an act's name."""

    def __init__(self, parser: Parser, title: str = "acts", *, required: bool = True) -> None:
        add_data(parser)
        self._acts = parser.add_subparsers(
            title=title, metavar="ACT", dest="act", required=required, parser_class=Parser
        )

    def add(self, name: str, text: str) -> Parser:
        """Add one act that works on the data folder."""
        act = self.add_elsewhere(name, text)
        add_data(act)
        return act

    def add_elsewhere(self, name: str, text: str) -> Parser:
        """Add one act that needs no data of this machine."""
        return self._acts.add_parser(name, help=text, description=text[:1].upper() + text[1:])


def add_data(parser: Parser) -> None:
    """Add the data folder."""
    text = f"the data folder (default: {DATA})"
    parser.add_argument("--data", type=Path, default=argparse.SUPPRESS, metavar="DIR", help=text)


def add_json(parser: Parser, text: str = "print one JSON object") -> None:
    """Add the answer for programs."""
    parser.add_argument("--json", action="store_true", help=text)


def number(least: int, most: int, what: str) -> Callable[[str], int]:
    """Return what reads a whole number in these bounds; ``what`` says what it is."""

    def read(text: str) -> int:
        if not (text.isascii() and text.isdecimal()) or not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"{text} is not {what} ({least} to {most})")
        return int(text)

    return read


port = number(0, 65535, "a port")


def day(text: str) -> date:
    """Read a day."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text} is not a day like 2026-11-20") from error

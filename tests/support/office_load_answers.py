"""What the machines of an office under load were asked to do and were answered, one JSON object a line."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import msgspec


class Twice(StrEnum):
    """How one command was sent more than once."""

    NO = "no"
    AGAIN = "again"  # after its answer
    TOGETHER = "together"  # by two threads at one time
    LOST = "lost"  # its first answer never arrived


@dataclass(frozen=True, slots=True)
class Plan:
    """One machine: it gives out ``tickets`` numbers (kiosk; -1: until told), or serves at ``desk``, or only follows.

    ``serve``: it may take over, on ``port``. Not ``whole``: it only asks, and keeps no copy of the journal.
    ``pause_s`` is rested after each number given out.
    """

    name: str
    folder: Path
    urls: tuple[str, ...]
    answers: Path
    seed: int
    code: str = ""
    desk: int = 0
    tickets: int = 0
    serve: bool = False
    port: int = 0
    whole: bool = True
    pause_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Answer:
    """One command that was answered: ``act`` is its name, ``refused`` the code of a refusal by the queue's rules.

    ``ticket``, ``label`` and ``desk`` are what the machine was told. ``began`` and ``ended`` are seconds of the clock
    that all processes share; ``tries`` counts how often it was sent until somebody answered.
    """

    act: str
    command: str
    began: float
    ended: float
    ticket: str = ""
    label: str = ""
    desk: int = 0
    twice: Twice = Twice.NO
    tries: int = 1
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """What a machine says when it was asked: how much it holds of each station, and the processor's seconds it took.

    ``in_charge`` is the station that keeps the queue, as it sees it; empty for nobody.
    """

    heads: dict[str, int]
    processor_s: float
    in_charge: str = ""
    fault: str = ""


def write_plan(plan: Plan, path: Path) -> None:
    """Keep a plan for the process that does it."""
    path.write_bytes(msgspec.json.encode(plan, enc_hook=str))


def read_plan(path: Path) -> Plan:
    """Return a plan that was kept."""
    return msgspec.json.decode(path.read_bytes(), type=Plan, dec_hook=lambda kind, value: kind(value))


def read_answers(path: Path) -> list[Answer]:
    """Every whole line of one machine's file."""
    lines = path.read_bytes().split(b"\n")[:-1] if path.exists() else []
    return [msgspec.json.decode(line, type=Answer) for line in lines]

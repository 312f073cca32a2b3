"""``counter-app deadline``: when a result is due, and why, by the office's catalogue and calendar."""

import argparse
import json
from datetime import datetime
from pathlib import Path

from counter_app.cli.station_data import is_there, opened
from counter_app.cli.words import Parser, add_data, add_json
from counter_app.domain.appointments import Appointment, Part
from counter_app.domain.holiday_seed import vietnam
from counter_app.domain.procedures import Channel, Procedure
from counter_app.domain.working_calendar import VIETNAM
from counter_app.errors import Code, CounterError
from counter_app.services.calendar import Calendar
from counter_app.services.catalogue import Catalogue
from counter_app.services.catalogue_data import load_procedures
from counter_app.services.setup import is_set_up, office_of
from ui import due_words

_YEARS = (2000, 2098)
"""The lunar calendar is known up to 2099."""


def add_words(parser: Parser) -> None:
    """Add what ``deadline`` takes."""
    add_data(parser)
    parser.add_argument("--procedure", required=True, metavar="CODE", help="the procedure's code, such as 1.004873")
    text = "when it came in, such as 2026-11-20T15:20; Vietnam's time unless it has a zone"
    parser.add_argument("--received", required=True, type=_moment, metavar="WHEN", help=text)
    channels = [channel.value for channel in Channel]
    parser.add_argument("--channel", choices=channels, default=channels[0], help="how it came (default: in-person)")
    add_json(parser)


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or not _YEARS[0] <= moment.year <= _YEARS[1]:
        raise argparse.ArgumentTypeError(f"{text} is not a date and time like 2026-11-20T15:20")
    return moment if moment.tzinfo else moment.replace(tzinfo=VIETNAM)


def run(arguments: argparse.Namespace) -> int:
    """Print the appointment and its explanation. Raises PROCEDURE_UNKNOWN, TERM_UNSET, and what opening data raises."""
    received: datetime = arguments.received
    channel = Channel(arguments.channel)
    procedure, appointment = _answer(arguments.data, arguments.procedure, received, channel)
    explanation = due_words.explanation(appointment.explanation, due_words.source_text)
    if arguments.json:
        print(json.dumps(_record(procedure, received, channel, appointment, explanation), ensure_ascii=False))
    else:
        due = appointment.due
        print(f"{procedure.code} {procedure.name}")
        print(f"{due:%H:%M} {due_words.day_words(due.date(), due_words.source_text)}/{due.year}")
        print(explanation)
    return 0


def _answer(folder: Path, code: str, received: datetime, channel: Channel) -> tuple[Procedure, Appointment]:
    """Ask the office of the data folder; without one, what the program ships."""
    if is_there(folder):
        with opened(folder) as journal:
            if is_set_up(journal):
                procedure = Catalogue(journal).procedure(code, received.astimezone(VIETNAM).date())
                return procedure, Calendar(journal, office_of(journal)).appointment(procedure, received, channel)
    found = next((one for one in load_procedures() if one.code == code), None)
    if found is None:
        raise CounterError(Code.PROCEDURE_UNKNOWN, code=code)
    return found, vietnam(()).appointment(received, found.term_for(channel))


def _record(
    procedure: Procedure, received: datetime, channel: Channel, appointment: Appointment, explanation: str
) -> dict[str, object]:
    term = procedure.term_for(channel)
    return {
        "procedure": procedure.code,
        "name": procedure.name,
        "received": received.astimezone(VIETNAM).isoformat(),
        "channel": channel.value,
        "term": {"amount": term.amount, "unit": term.unit.value, "same_day_until": term.same_day_until},
        "due": appointment.due.isoformat(),
        "explanation": explanation,
        "parts": [_part(part) for part in appointment.explanation],
        "days": [
            {"date": day.date.isoformat(), "role": day.role.value, "label": day.label} for day in appointment.days
        ],
    }


def _part(part: Part) -> dict[str, object]:
    """The fields of a part that say something."""
    fields: dict[str, object] = {"point": part.point.value}
    for name in ("at", "day", "until"):
        moment = getattr(part, name)
        if moment is not None:
            fields[name] = moment.isoformat()
    if part.name:
        fields["name"] = part.name
    if part.amount:
        fields |= {"amount": part.amount, "unit": part.unit.value}
    return fields

"""``counter-app`` and ``counter-app desk|kiosk|board|rating``: the windows of this machine's station."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from counter_app.cli.words import Parser, add_data
from counter_app.crash_watch import ends_cleanly, expect_sudden_end
from counter_app.store.memory import leave_nothing_on_the_disk
from ui.shell.program import run_program
from ui.shell.station import Launch, OpenStation, Role

if TYPE_CHECKING:  # heavy: imported after the first paint, off the main thread
    from sync.office.finding import Finding, FoundOffice
    from sync.office.joining import Joining, Progress
    from sync.office.restoring import Restoring
    from ui.setup.answers import Answers


def add_words(parser: Parser) -> None:
    """Add what every window takes."""
    add_data(parser)


def run(arguments: argparse.Namespace) -> int:
    """Open the windows until they are closed. Raises NO_DISPLAY."""
    leave_nothing_on_the_disk()
    folder: Path = arguments.data
    roles = () if arguments.command == "all" else (Role(arguments.command),)
    try:
        return run_program(
            Launch(
                lambda: _open(folder, roles),
                lambda answers: _set_up(folder, answers),
                lambda joining, told: _join(folder, joining, told),
                _find,
                lambda restoring, told: _restore(folder, restoring, told),
                lambda file, words, told: _recall(folder, file, words, told),
            )
        )
    finally:
        ends_cleanly()


def _open(folder: Path, roles: tuple[Role, ...]) -> OpenStation:
    """Open the station of ``folder`` with these windows, or with those of its settings."""
    from counter_app.bootstrap import open_counter
    from sync.by_hand import SyncByHand

    counter = open_counter(folder)
    ended = expect_sudden_end(folder, "windows")
    settings = counter.settings
    counter.services.calendar.warm_up()  # here, in the worker: the kiosk's window asks for it on the main thread
    return OpenStation(
        services=counter.services,
        devices=counter.devices,
        link=counter.replicator,
        roles=roles or tuple(Role(role.value) for role in settings.roles),
        desk=settings.desk,
        board=settings.board,
        office=counter.office,
        folder=counter.folder,
        sync=SyncByHand(counter.journal, counter.services.office.id),
        language="en" if settings.language == "en" else "vi",
        contrast=settings.contrast,
        text_scale=settings.text_scale,
        start=counter.start,
        close=counter.close,
        ended_before=ended[0].number if ended else "",
    )


def _set_up(folder: Path, answers: Answers) -> None:
    """Enrol the station where a code was given, then write its first entries and its settings."""
    from counter_app.bootstrap import enrol_station, set_up_station
    from counter_app.settings import load_settings, save_settings

    office = enrol_station(folder, answers.province_url, answers.enrolment_code) if answers.enrolment_code else ""
    # What was put there beforehand stays: the authority of the province's certificate, say.
    save_settings(folder, replace(load_settings(folder), desk=answers.desk, province_url=answers.province_url))
    set_up_station(folder, answers.new_station(office))


def _join(folder: Path, joining: Joining, told: Progress) -> None:
    """Make this machine a further one of an office."""
    from counter_app.bootstrap import join_office

    join_office(folder, joining, told=told)


def _restore(folder: Path, restoring: Restoring, told: Progress) -> None:
    """Make this machine the successor of one that is gone."""
    from counter_app.bootstrap import restore_station

    restore_station(folder, restoring, told=told)


def _recall(folder: Path, file: Path, words: str, told: Progress) -> None:
    """Go on from a backup."""
    from counter_app.bootstrap import restore_from_backup
    from counter_app.services.restoring import Opening

    restore_from_backup(file, folder, Opening(words), told=told)


def _find(told: Callable[[FoundOffice], None]) -> Finding:
    """Look for offices on the network."""
    from sync.office.finding import Finding

    return Finding(told)

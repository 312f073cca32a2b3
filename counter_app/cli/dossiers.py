"""``counter-app dossiers export``: a list of this station's dossiers for a spreadsheet."""

import argparse
from pathlib import Path

from counter_app.cli.station_data import opened
from counter_app.cli.words import Acts, Parser, day
from counter_app.domain.dossier_filter import DossierFilter
from counter_app.domain.dossiers import DossierState
from counter_app.domain.procedures import Channel
from counter_app.services.dossiers import Dossiers
from counter_app.services.export import Export
from counter_app.services.register import Period
from counter_app.services.releases import Release, Releases
from counter_app.services.security_log import SecurityLog


def add_words(parser: Parser) -> None:
    """Add the act of ``dossiers``."""
    export = Acts(parser).add("export", "write a list of dossiers for a spreadsheet")
    export.add_argument("--out", type=_table, required=True, metavar="FILE", help="a name ending in .xlsx or .csv")
    export.add_argument("--text", default="", metavar="WORDS", help="words of code, name, number, telephone")
    export.add_argument("--procedure", default="", metavar="CODE", help="the procedure's code, such as 1.004873")
    export.add_argument("--field", default="", metavar="NAME", help="the field, such as 'Hộ tịch'")
    states = [state.name.lower() for state in DossierState]
    export.add_argument("--state", choices=states, action="append", default=[], help="may be given several times")
    export.add_argument("--from", dest="since", type=day, default=None, metavar="DAY", help="from 2026-11-01 on")
    export.add_argument("--to", dest="until", type=day, default=None, metavar="DAY", help="up to 2026-11-30")
    export.add_argument("--officer", default="", metavar="ID", help="received by this officer")
    text = "with whole identity numbers, telephones and addresses, for this reason: it is written down"
    export.add_argument("--whole-because", default="", metavar="REASON", help=text)
    export.add_argument("--late", action="store_true", help="only what is late now")
    export.add_argument("--channel", choices=[channel.value for channel in Channel], default=None, help="how it came")


def _table(text: str) -> Path:
    if Path(text).suffix.lower() not in (".xlsx", ".csv"):
        raise argparse.ArgumentTypeError(f"{text} ends in neither .xlsx nor .csv")
    return Path(text)


def run(arguments: argparse.Namespace) -> int:
    """Write the file and print how many dossiers are in it.

    Raises NOT_SET_UP, DATA_IN_USE, PERIOD_INVALID, DISK_FULL, OUTPUT_NOT_WRITABLE.
    """
    wanted = _filter(arguments)
    with opened(arguments.data) as journal:
        security = SecurityLog(journal)
        release = Release(whole=bool(arguments.whole_because), reason=arguments.whole_because)
        export = Export(journal, Releases(journal, security))
        count = export.dossiers(Dossiers(journal).each(wanted), arguments.out, release)
        security.close()
    print(f"dossiers={count} file={arguments.out}")
    return 0


def _filter(arguments: argparse.Namespace) -> DossierFilter:
    if arguments.since and arguments.until:
        Period(arguments.since, arguments.until).instants()  # refuses days the wrong way round
    return DossierFilter(
        text=arguments.text,
        procedure=arguments.procedure,
        field=arguments.field,
        states=tuple(DossierState[name.upper()] for name in arguments.state),
        received_from=arguments.since,
        received_to=arguments.until,
        officer=arguments.officer,
        late=arguments.late,
        channel=Channel(arguments.channel) if arguments.channel else None,
    )

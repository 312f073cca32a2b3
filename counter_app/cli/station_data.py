"""The data of this machine's station, as the commands open it."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from counter_app.clocks import SystemClock
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from counter_app.store.database import open_database, open_to_read


def is_there(folder: Path) -> bool:
    """Whether there is a database; no command but the program itself makes one."""
    return (folder / "counter.db").exists()


def check_there(folder: Path) -> None:
    """Raise NOT_SET_UP where there is none: a wrong folder is said, and not made into a station."""
    if not is_there(folder):
        raise CounterError(Code.NOT_SET_UP, path=folder)


@contextmanager
def opened(folder: Path) -> Iterator[Journal]:
    """The journal, with the program closed. Raises NOT_SET_UP and what open_database raises."""
    check_there(folder)
    with closing(open_database(folder)) as database:
        yield Journal(database, SystemClock())


@contextmanager
def opened_to_read(folder: Path) -> Iterator[Journal]:
    """The journal, also beside the program. Raises what open_to_read raises."""
    with closing(open_to_read(folder)) as database:
        yield Journal(database, SystemClock())

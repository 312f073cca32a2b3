"""The composition root: the only package that knows all the folders."""

from counter_app.bootstrap.counter import VOICE, Counter, open_counter
from counter_app.bootstrap.first_start import (
    enrol_station,
    join_office,
    restore_from_backup,
    restore_station,
    set_up_station,
)

__all__ = [
    "VOICE",
    "Counter",
    "enrol_station",
    "join_office",
    "open_counter",
    "restore_from_backup",
    "restore_station",
    "set_up_station",
]

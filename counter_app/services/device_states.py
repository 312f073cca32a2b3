"""How this station's devices were when its program last wrote it down; read beside the program."""

from counter_app.domain.devices import REMOVED, DeviceRecord
from counter_app.journal.journal import Journal
from counter_app.store import places


def device_states(journal: Journal) -> tuple[DeviceRecord, ...]:
    """Return the devices of the journal's own station, without those that it has no more."""
    own = f"device/{journal.key.station}-"
    with journal.database.read() as connection:
        rows = places.by_stream(connection, DeviceRecord)
    return tuple(one for stream, one in sorted(rows.items()) if stream.startswith(own) and one.state != REMOVED)

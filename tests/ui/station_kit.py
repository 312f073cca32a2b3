"""An open station, as its program hands it to the windows."""

from counter_app.bootstrap import Counter
from ui.shell.station import OpenStation, Role


def station_of(counter: Counter, *roles: Role, desk: int = 1) -> OpenStation:
    """Return the station of a counter, which does what these roles do."""
    return OpenStation(
        services=counter.services,
        devices=counter.devices,
        link=None,
        roles=roles,
        desk=desk,
        language="vi",
        contrast=False,
        text_scale=1.0,
        start=counter.start,
        close=counter.close,
        keeps_hours=False,
        office=counter.office,
        folder=counter.folder,
    )

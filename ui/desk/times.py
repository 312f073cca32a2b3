"""Instants and spans as the desk writes them: Vietnam's clock, minutes a person reads at a glance."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from counter_app.domain.working_calendar import VIETNAM

_MINUTE = 60
_HOUR = 3600


def clock(at: datetime) -> str:
    """Return ``09:14``."""
    return f"{at.astimezone(VIETNAM):%H:%M}"


def day(at: datetime | None) -> str:
    """Return ``23/11/2026``, a dash where there is no day yet."""
    return "–" if at is None else f"{at.astimezone(VIETNAM):%d/%m/%Y}"


def day_short(at: datetime) -> str:
    """Return ``23/11``, for lists where the year is known."""
    return f"{at.astimezone(VIETNAM):%d/%m}"


def short(at: datetime) -> str:
    """Return ``23/11 09:14``."""
    return f"{at.astimezone(VIETNAM):%d/%m %H:%M}"


def day_and_clock(at: datetime) -> str:
    """Return ``23/11/2026 09:14``."""
    return f"{at.astimezone(VIETNAM):%d/%m/%Y %H:%M}"


def stopwatch(span: timedelta) -> str:
    """Return ``06:42``, or ``1:06:42`` from an hour on."""
    seconds = max(0, int(span.total_seconds()))
    hours, rest = divmod(seconds, _HOUR)
    minutes, seconds = divmod(rest, _MINUTE)
    return f"{hours}:{minutes:02d}:{seconds:02d}" if hours else f"{minutes:02d}:{seconds:02d}"


def minutes(span: timedelta) -> str:
    """Return ``18 phút``."""
    return QCoreApplication.translate("Times", "{count} phút").format(
        count=max(0, int(span.total_seconds())) // _MINUTE
    )

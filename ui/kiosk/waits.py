"""How long one waits, as the hall says it: whole minutes, and rounder ones the longer it takes."""

from counter_app.domain.queue_facts import WaitEstimate
from ui.kiosk.views import WaitView
from ui.language import Tongue

_ROUND_FROM = 30
_STEP = 5
_MINUTE = 60


def wait_view(estimate: WaitEstimate | None, likely: int | None = None) -> WaitView | None:
    """Return an estimate in minutes; with ``likely`` minutes alone the range is that one figure."""
    if estimate is None:
        return None if likely is None else WaitView(likely, likely, likely)
    low, middle, high = (_minutes(one) for one in (estimate.low_s, estimate.likely_s, estimate.high_s))
    return WaitView(_rounded(low), _rounded(middle), _rounded(high, up=True))


def range_words(tongue: Tongue, wait: WaitView) -> str:
    """Return e.g. ``8 đến 16 phút``."""
    if not wait.high:
        return tongue.translate("Kiosk", "Đến lượt ngay")
    if not wait.low:
        return tongue.translate("Kiosk", "Dưới {count} phút").format(count=wait.high)
    if wait.low == wait.high:
        return tongue.translate("Kiosk", "{count} phút").format(count=wait.high)
    return tongue.translate("Kiosk", "{low} đến {high} phút").format(low=wait.low, high=wait.high)


def _minutes(seconds: int) -> int:
    return -(-max(0, seconds) // _MINUTE)


def _rounded(minutes: int, up: bool = False) -> int:
    """A figure that does not pretend to know the minute of an hour's wait."""
    if minutes < _ROUND_FROM:
        return minutes
    return (-(-minutes // _STEP) if up else round(minutes / _STEP)) * _STEP

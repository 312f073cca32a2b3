"""How an office signs itself in the hall: what it is, and where."""

import re

CENTRE_NAME = "Trung tâm Phục vụ hành chính công"
_PLACE = re.compile(r"(?:^|\s+)(?=(?:xã|phường|đặc khu|thị trấn)\s)", re.IGNORECASE)


def office_lines(name: str) -> tuple[str, str]:
    """Return an office's name as two lines, e.g. ``Xã An Phúc`` as (the centre's usual name, ``Xã An Phúc``)."""
    first, *rest = _PLACE.split(name, maxsplit=1)
    return first or CENTRE_NAME, rest[0] if rest else ""

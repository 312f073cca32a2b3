"""What a board may be set to: its pictures and its numbers."""

import hashlib
import io
from dataclasses import dataclass
from datetime import time
from pathlib import Path

from PIL import Image

from counter_app.domain.queue_policy import BoardChoices
from counter_app.errors import Code, CounterError

MOST_BYTES = 4_000_000
MOST_PICTURES = 12
MOST_SIGNS = 600
"""The longest running text."""
_MOST_PIXELS = 50_000_000


@dataclass(frozen=True, slots=True)
class BoardPicture:
    """A picture as it is kept: named by the SHA-256 of its content."""

    sha256: str
    content: bytes


def read_picture(path: Path) -> BoardPicture:
    """Read a picture for the boards. Raises PICTURE_UNREADABLE, PICTURE_TOO_LARGE (name, megabytes, most)."""
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= MOST_BYTES else b""
    except OSError:
        raise CounterError(Code.PICTURE_UNREADABLE, name=path.name) from None
    if size > MOST_BYTES:
        most = MOST_BYTES // 1_000_000
        raise CounterError(Code.PICTURE_TOO_LARGE, name=path.name, megabytes=-(-size // 1_000_000), most=most)
    try:
        with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as picture:
            width, height = picture.size
            if width * height > _MOST_PIXELS:
                raise CounterError(Code.PICTURE_UNREADABLE, name=path.name)
            picture.load()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise CounterError(Code.PICTURE_UNREADABLE, name=path.name) from None
    return BoardPicture(hashlib.sha256(content).hexdigest(), content)


def check_board(number: int, choices: BoardChoices) -> None:
    """Raise RULE_INVALID (field) for what no board can do."""
    checks = {
        "number": 1 <= number <= 99,
        "volume": 0 <= choices.volume <= 100,
        "running_text": len(choices.running_text) <= MOST_SIGNS,
        "pictures": len(choices.pictures) <= MOST_PICTURES,
        "quiet_from": bool(choices.quiet_from) == bool(choices.quiet_to),
    }
    for field in ("quiet_from", "quiet_to"):
        checks[field] = checks.get(field, True) and is_hour(getattr(choices, field), empty=True)
    for field, fine in checks.items():
        if not fine:
            raise CounterError(Code.RULE_INVALID, field=field)


def is_hour(text: str, *, empty: bool = False) -> bool:
    """Whether ``text`` is a time of day as ``07:30``; also true for nothing where it may be ``empty``."""
    if not text:
        return empty
    try:
        return f"{time.fromisoformat(text):%H:%M}" == text
    except ValueError:
        return False

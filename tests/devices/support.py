"""A fixed clock, a notebook that can be waited on, and pictures to print."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Generic, TypeVar

import pytest
from PIL import Image

from counter_app.errors import Code, CounterError
from counter_app.ports import Raster

T = TypeVar("T")
PATIENCE_S = 10.0


class FixedClock:
    """Always the same moment."""

    def now(self) -> datetime:
        return datetime(2025, 8, 4, 1, 0, tzinfo=UTC)


class Notebook(Generic[T]):
    """Writes down what it is told, from any thread; ``until`` waits for it."""

    def __init__(self) -> None:
        self.notes: list[T] = []
        self._told = threading.Condition()

    def __call__(self, note: T) -> None:
        with self._told:
            self.notes.append(note)
            self._told.notify_all()

    def until(self, wanted: Callable[[list[T]], bool]) -> list[T]:
        with self._told:
            assert self._told.wait_for(lambda: wanted(self.notes), PATIENCE_S), f"only came: {self.notes}"
            return list(self.notes)

    def until_count(self, count: int) -> list[T]:
        return self.until(lambda notes: len(notes) >= count)


def stripes(width: int = 576, height: int = 400, byte: int = 0xA5) -> Raster:
    """Rows in turn patterned and blank, with a long blank stretch."""
    size = -(-width // 8)
    rows = [bytes([byte]) * size if row % 3 and not 100 <= row < 160 else bytes(size) for row in range(height)]
    return Raster(width, height, b"".join(rows))


def printed_rows(picture: Image.Image, raster: Raster) -> bytes:
    """Return what is on the ticket as the raster's own rows."""
    assert picture.height == raster.height
    ticket = picture.crop((0, 0, raster.width, raster.height)).point(lambda dot: 0 if dot else 255, "1")
    return ticket.tobytes()


def refused(code: Code, work: Callable[[], object]) -> CounterError:
    """Do ``work``, which must be refused with this code, and return the error."""
    with pytest.raises(CounterError) as caught:
        work()
    assert caught.value.code is code, caught.value
    return caught.value

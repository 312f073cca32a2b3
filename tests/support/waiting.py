"""Waiting for a promise; the end is generous, because a slow machine is no fault."""

import threading
from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # most tests need no window
    from pytestqt.qtbot import QtBot

PATIENCE_S = 60.0
WAIT_MS = 10_000


def until_true(promise: Callable[[], bool], seconds: float = PATIENCE_S) -> None:
    """Wait until a promise is kept; looks again and again."""
    end, pause = monotonic() + seconds, threading.Event()
    while not promise():
        assert monotonic() < end
        pause.wait(0.01)


def until_seen(bot: "QtBot", seen: Callable[[], bool]) -> None:
    """Wait for what a person would see."""
    bot.waitUntil(seen, timeout=WAIT_MS)


class Watching:
    """Somebody at a window."""

    bot: "QtBot"

    def until(self, seen: Callable[[], bool]) -> None:
        """Wait for what a person would see."""
        until_seen(self.bot, seen)

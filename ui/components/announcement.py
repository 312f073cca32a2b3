"""What a screen reader says by itself: that something came on screen, or went wrong, where the focus did not move."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

_URGENT, _CALM = QAccessible.AnnouncementPoliteness.Assertive, QAccessible.AnnouncementPoliteness.Polite


def announce(source: QWidget, *parts: str, urgent: bool = False) -> None:
    """Say ``parts``; what is ``urgent`` interrupts. Nothing is said of what is not on screen, nor of nothing."""
    text = " ".join(part for part in parts if part)
    if text and QAccessible.isActive() and source.isVisible():
        event = QAccessibleAnnouncementEvent(source, text)
        event.setPoliteness(_URGENT if urgent else _CALM)
        QAccessible.updateAccessibility(event)

"""Tab within a sheet that covers a screen: it comes round to the beginning, and never to the work underneath."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def step_within(sheet: QWidget, *, forward: bool) -> bool:
    """Put the focus on the next control of ``sheet``; for its ``focusNextPrevChild``. False without any."""
    start = QApplication.focusWidget()
    inside = start is not None and (start is sheet or sheet.isAncestorOf(start))
    at = start if inside and start is not None else sheet
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    one = at.nextInFocusChain() if forward else at.previousInFocusChain()
    while one is not None and one is not at:
        if sheet.isAncestorOf(one) and _takes_tab(one):
            one.setFocus(reason)
            return True
        one = one.nextInFocusChain() if forward else one.previousInFocusChain()
    return inside and at is not sheet


def _takes_tab(one: QWidget) -> bool:
    policy = one.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(policy) and one.focusProxy() is None and one.isEnabled() and one.isVisible()

"""A name may hold HTML, a report may begin like a formula: screens show the signs, and draw nothing of them."""

import re
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from tests.support.office import OpenOffice
from tests.ui.process_kit import taken
from tests.ui.test_dossier_page import at_dossier
from ui.desk.page_keys import DOSSIERS, PROCESS
from ui.tasks import Tasks

UI = Path(__file__).parent.parent.parent / "ui"
EVIL = "<img src=x><b>Nguyễn</b> &lt;i&gt;"


def test_a_hint_shows_signs_and_draws_no_html(look: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    for text in (EVIL, "<u>again</u>"):
        QToolTip.showText(QPoint(10, 10), text, window)
        tips = [one for one in look.topLevelWidgets() if one.metaObject().className() == "QTipLabel"]
        assert [(tip.text(), tip.textFormat()) for tip in tips if isinstance(tip, QLabel)] == [
            (text, Qt.TextFormat.PlainText)
        ]
    QToolTip.hideText()


GUESSING = r"QLabel|QTextBrowser|QTextEdit|QMessageBox|QTextDocument|QStaticText"
USED = re.compile(rf"class \w+\([^)]*\b(?:{GUESSING})\b|\b(?:{GUESSING}|setHtml|insertHtml|toHtml)\(")
ALLOWED = {
    "components/label.py": "plain text",
    "hall.py": "plain text",
    "shell/crash.py": "plain text",
    "components/icon_label.py": "no text",
    "desk/admin/devices/trial.py": "the picture of a trial page",
}


def test_no_screen_has_a_label_that_guesses_whether_its_text_is_html() -> None:
    found = {str(path.relative_to(UI)) for path in UI.rglob("*.py") if USED.search(path.read_text("utf-8"))}
    assert found == set(ALLOWED)
    for name, why in ALLOWED.items():
        assert ("setTextFormat(Qt.TextFormat.PlainText)" in (UI / name).read_text("utf-8")) is (why == "plain text")


def _guessing(window: QWidget) -> list[str]:
    return [
        f"{type(label).__name__}: {label.text()!r}"
        for label in window.findChildren(QLabel)
        if label.text() and label.textFormat() is not Qt.TextFormat.PlainText
    ]


def test_a_dossier_with_a_hostile_name_is_shown_sign_by_sign(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    dossier = taken(office, EVIL)
    with at_dossier(qtbot, office, tasks, dossier) as (desk, _controller):
        shown = [label.text() for label in desk.window.findChildren(QLabel)]
        assert any(EVIL in text for text in shown)
        assert _guessing(desk.window) == []
        for page in (DOSSIERS, PROCESS):
            desk.window.open_page(page)
            QApplication.processEvents()
            assert _guessing(desk.window) == []

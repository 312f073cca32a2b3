"""Vietnamese is the source; English, and Vietnamese for Qt's own buttons, come from ``resources/translations``."""

import logging
from datetime import date
from importlib import resources
from typing import Literal

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

log = logging.getLogger(__name__)

Language = Literal["vi", "en"]
_CATALOGUES: dict[Language, str] = {"vi": "qt_vi", "en": "counter_app_en"}
"""Qt speaks English by itself and ships no Vietnamese; the program is the other way round."""
_installed: dict[str, QTranslator] = {}
_current: Language = "vi"


def language() -> Language:
    """Return the language on screen."""
    return _current


def set_language(app: QApplication, wanted: Language) -> None:
    """Show everything in ``wanted``: every widget is told by a LanguageChange event."""
    global _current
    for old in _installed.values():
        app.removeTranslator(old)
        old.deleteLater()
    _installed.clear()
    _current = wanted
    QLocale.setDefault(
        QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam) if wanted == "vi" else QLocale("en_GB")
    )
    translator = QTranslator(app)
    name = _CATALOGUES[wanted]
    file = resources.files("resources").joinpath("translations", f"{name}.qm")
    if file.is_file() and translator.load(str(file)):
        app.installTranslator(translator)
        _installed[name] = translator
    else:
        log.info("event=translation_absent name=%s", name)


def weekday(day: date) -> str:
    """Return the name of the day of the week."""
    translate = QCoreApplication.translate
    names = (
        translate("Days", "Thứ Hai"),
        translate("Days", "Thứ Ba"),
        translate("Days", "Thứ Tư"),
        translate("Days", "Thứ Năm"),
        translate("Days", "Thứ Sáu"),
        translate("Days", "Thứ Bảy"),
        translate("Days", "Chủ Nhật"),
    )
    return names[day.weekday()]


def long_date(day: date) -> str:
    """Return e.g. ``Thứ Hai, 23/11/2026``."""
    return f"{weekday(day)}, {day:%d/%m/%Y}"

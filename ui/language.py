"""Vietnamese is the source; English, and Vietnamese for Qt's own buttons, come from ``resources/translations``."""

import logging
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Literal

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

log = logging.getLogger(__name__)

Language = Literal["vi", "en"]
_PROGRAM = "counter_app_en"
_QT = "qt_vi"
"""Qt speaks English by itself and ships no Vietnamese; the program is the other way round."""
_installed: list["_Catalogue"] = []
_current: Language = "vi"


def language() -> Language:
    """Return the language of the program's windows (the kiosk has its own, see :class:`Tongue`)."""
    return _current


def set_language(app: QApplication, wanted: Language) -> None:
    """Show everything in ``wanted``: every widget is told by a LanguageChange event."""
    global _current
    while _installed:
        app.removeTranslator(_installed.pop().translator)
    _current = wanted
    QLocale.setDefault(QLocale("vi_VN" if wanted == "vi" else "en_GB"))
    catalogue = _catalogue(_QT if wanted == "vi" else _PROGRAM)
    if not catalogue.translator.isEmpty():
        app.installTranslator(catalogue.translator)
        _installed.append(catalogue)


@dataclass(frozen=True, slots=True)
class _Catalogue:
    translator: QTranslator
    content: bytes
    """Qt reads from it as long as the translator lives; a file would change under it when it is compiled anew."""


@cache
def _catalogue(name: str) -> _Catalogue:
    translator = QTranslator()
    try:
        content = resources.files("resources").joinpath("translations", f"{name}.qm").read_bytes()
    except OSError:
        content = b""
    if not content or not translator.load(content):
        log.info("event=translation_absent name=%s", name)
    return _Catalogue(translator, content)


class Tongue:
    """The language of one screen: a citizen who turns the kiosk to English leaves the desks in Vietnamese."""

    def __init__(self, language: Language = "vi") -> None:
        self.language: Language = language

    def translate(self, context: str, source: str) -> str:
        """Return ``source`` in this language; named as Qt's own, so that lupdate finds the strings."""
        if self.language == "vi":
            return source
        return _catalogue(_PROGRAM).translator.translate(context, source) or source

    def pick(self, vietnamese: str, english: str) -> str:
        """Return the one of two names from the data that is in this language."""
        return english if self.language == "en" and english else vietnamese

    def weekday(self, day: date) -> str:
        """Return the name of the day of the week."""
        names = (
            self.translate("Days", "Thứ Hai"),
            self.translate("Days", "Thứ Ba"),
            self.translate("Days", "Thứ Tư"),
            self.translate("Days", "Thứ Năm"),
            self.translate("Days", "Thứ Sáu"),
            self.translate("Days", "Thứ Bảy"),
            self.translate("Days", "Chủ Nhật"),
        )
        return names[day.weekday()]

    def weekday_inside(self, day: date) -> str:
        """Return the name of the day as it is written inside a sentence, e.g. ``thứ Tư``, ``Wednesday``."""
        name = self.weekday(day)
        return name[0].lower() + name[1:] if self.language == "vi" else name

    def long_date(self, day: date) -> str:
        """Return e.g. ``Thứ Hai, 23/11/2026``."""
        return f"{self.weekday(day)}, {day:%d/%m/%Y}"


def weekday(day: date) -> str:
    """Return the name of the day of the week in the program's language."""
    return Tongue(_current).weekday(day)


def weekday_inside(day: date) -> str:
    """Return the name of the day inside a sentence in the program's language."""
    return Tongue(_current).weekday_inside(day)


def long_date(day: date) -> str:
    """Return e.g. ``Thứ Hai, 23/11/2026`` in the program's language."""
    return Tongue(_current).long_date(day)


def forget_catalogues() -> None:
    """Read the compiled translations again when they are next needed."""
    _catalogue.cache_clear()

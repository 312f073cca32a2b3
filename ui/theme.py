"""Colours, type and the one style sheet, from ``resources/theme.json``; sizes in points, so that text scales."""

import json
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache
from importlib import resources
from string import Template
from typing import Any

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

FAMILY = "Be Vietnam Pro"
_POINTS_PER_INCH = 72
_FONTS_KEPT = 256
_WORD_SPACE = 0.05
"""In em: the hook of ư overhangs the space after it."""


class Weight(IntEnum):
    """The weights in use; 700 and above for tickets and the hall."""

    REGULAR = 400
    MEDIUM = 500
    SEMIBOLD = 600
    BOLD = 700
    EXTRABOLD = 800


@dataclass(frozen=True, slots=True)
class Look:
    """How the program looks now."""

    contrast: bool = False
    scale: float = 1.0


_look = Look()


@cache
def tokens() -> dict[str, Any]:
    """Return the design tokens."""
    text = resources.files("resources").joinpath("theme.json").read_text("utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


@cache
def load_fonts() -> bool:
    """Register the fonts that the program ships; once a process. Returns whether the family is there."""
    for file in resources.files("resources").joinpath("fonts").iterdir():
        if file.name.endswith(".ttf"):
            QFontDatabase.addApplicationFontFromData(QByteArray(file.read_bytes()))
    return FAMILY in QFontDatabase.families()


def look() -> Look:
    """Return how the program looks now."""
    return _look


def color(name: str) -> QColor:
    """Return a colour of the palette in use, e.g. ``text_muted``; ``board.called`` names one of the hall's own.

    The hall has its own palettes, ``board``, ``kiosk`` and ``kiosk_contrast``, whatever the desk's look.
    """
    group, _, key = name.rpartition(".")
    palette = "contrast" if _look.contrast else "light"
    return QColor(tokens()[group or palette][key])


def points(role: str | float) -> float:
    """Return the scaled size of a role of the desk (``key small base strong title ticket``) or of a number."""
    size: float = tokens()["desk_points"][role] if isinstance(role, str) else role
    return size * _look.scale


def font(role: str | float = "base", weight: int = Weight.REGULAR) -> QFont:
    """Return the font of a role, e.g. ``font("title", Weight.SEMIBOLD)``; a number is a size in points."""
    return sized(points(role), weight)


def sized(size: float, weight: int = Weight.REGULAR) -> QFont:
    """Return the font of exactly ``size`` points, whatever the scale: the hall measures by its screen."""
    return QFont(_made_font(size, int(weight), dots_per_inch()))


@lru_cache(maxsize=_FONTS_KEPT)
def _made_font(size: float, weight: int, dots: float) -> QFont:
    """Return a font that is not to be changed: widgets ask for theirs at each paint."""
    made = QFont(FAMILY)
    made.setStyleHint(QFont.StyleHint.SansSerif)
    made.setPointSizeF(size)
    made.setWeight(QFont.Weight(weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setWordSpacing(_WORD_SPACE * size * dots / _POINTS_PER_INCH)
    return made


def px(length: float) -> int:
    """Return a length of the design (pixels at 100 %) in pixels at the scale in use."""
    return round(length * _look.scale)


def dots_per_inch() -> float:
    """Return the logical resolution that Qt turns points into pixels with."""
    return QGuiApplication.primaryScreen().logicalDotsPerInch()


def apply(app: QApplication, contrast: bool = False, scale: float = 1.0) -> None:
    """Give the whole program its look; called again, it changes everything that is on screen."""
    global _look
    load_fonts()
    _look = Look(contrast, scale)
    if app.style().name() != "fusion":
        app.setStyle("Fusion")
    app.setPalette(_palette())
    app.setFont(font())
    app.setStyleSheet(_style_sheet())


_ROLES = {
    QPalette.ColorRole.Window: "background",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "surface_alt",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "danger",
    QPalette.ColorRole.Highlight: "primary",
    QPalette.ColorRole.HighlightedText: "text_on_primary",
    QPalette.ColorRole.Accent: "primary",
    QPalette.ColorRole.PlaceholderText: "placeholder",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Link: "primary",
    QPalette.ColorRole.LinkVisited: "primary",
}
_DISABLED_OPACITY = 0.45


def _palette() -> QPalette:
    made = QPalette()
    for role, name in _ROLES.items():
        made.setColor(role, color(name))
    faded = color("text")
    faded.setAlphaF(_DISABLED_OPACITY)
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, faded)
    return made


def _style_sheet() -> str:
    palette = "contrast" if _look.contrast else "light"
    root = resources.files("resources")
    names: dict[str, str] = dict(tokens()[palette])
    lengths = {f"px{length}": f"{px(length)}px" for length in (2, 4, 6, 7, 8, 10, 12, 14, 16, 20, 22)}
    arrows = {way: str(root.joinpath("arrows", f"{palette}-{way}.svg")) for way in ("up", "down", "check", "dot")}
    soft_line = names["line"] if _look.contrast else names["surface_alt"]
    sheet = root.joinpath("style.qss").read_text("utf-8")
    return Template(sheet).substitute(names | lengths | arrows, soft_line=soft_line, small=f"{points('small')}pt")

"""Tabler outline icons (MIT), tinted by the palette."""

import logging
from functools import cache, lru_cache
from importlib import resources

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui import theme

log = logging.getLogger(__name__)

_UNKNOWN = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2">'
    '<circle cx="12" cy="12" r="8"/></svg>'
)
"""Drawn for a name that is not shipped: an icon may be named by an office's own service group."""

_KEPT = 512
"""Pixmaps, a few kilobytes each: every icon of a desk in both palettes at two sizes of text."""


@cache
def _source(name: str) -> str:
    file = resources.files("resources").joinpath("icons", f"{name}.svg")
    try:
        return file.read_text("utf-8")
    except OSError:
        log.info("event=icon_unknown name=%s", name)
        return _UNKNOWN


def svg(name: str, color: QColor | str) -> bytes:
    """Return the icon's drawing in one colour, as SVG."""
    stroke = theme.tokens()["icon_stroke"]
    text = _source(name).replace('stroke-width="2"', f'stroke-width="{stroke}"')
    return text.replace("currentColor", QColor(color).name()).encode()


def pixmap(name: str, color: QColor | str, size: float, ratio: float = 2.0) -> QPixmap:
    """Return the icon ``size`` device-independent pixels wide, ``ratio`` times finer; drawn once, then kept."""
    return _drawn(name, QColor(color).name(), max(1, round(size * ratio)), ratio)


@lru_cache(maxsize=_KEPT)
def _drawn(name: str, color: str, side: int, ratio: float) -> QPixmap:
    made = QPixmap(side, side)
    made.fill(Qt.GlobalColor.transparent)
    with QPainter(made) as painter:
        QSvgRenderer(QByteArray(svg(name, color))).render(painter, QRectF(0, 0, side, side))
    made.setDevicePixelRatio(ratio)
    return made


def icon(name: str, color: QColor | str = "text", size: float = 18) -> QIcon:
    """Return the icon; ``color`` is a token of the theme (``text_muted``) or a colour; ``size`` grows with the text."""
    tint = theme.color(color) if isinstance(color, str) and not color.startswith("#") else QColor(color)
    made = QIcon(pixmap(name, tint, theme.px(size)))
    made.addPixmap(pixmap(name, theme.color("text_muted"), theme.px(size)), QIcon.Mode.Disabled)
    return made

"""The look: readable contrast, text that scales, shipped fonts and icons."""

import pytest
from PySide6.QtGui import QColor, QFontInfo
from PySide6.QtWidgets import QApplication, QLabel

from ui import icons, theme
from ui.theme import Weight


def luminance(color: QColor) -> float:
    """Relative luminance (WCAG 2)."""
    parts = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (color.redF(), color.greenF(), color.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(first: str, second: str, palette: str) -> float:
    """Contrast of two tokens of a palette."""
    tokens = theme.tokens()[palette]
    light, dark = sorted((luminance(QColor(tokens[first])), luminance(QColor(tokens[second]))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


DESK = [
    ("text", "background"),
    ("text_muted", "surface_alt"),
    ("text_on_primary", "primary"),
    ("text_on_call", "call"),
    ("success", "success_soft"),
    ("warning", "warning_soft"),
    ("danger", "danger_soft"),
    ("ticket_muted", "ticket_bg"),
    ("placeholder", "surface"),
]
KIOSK = [
    ("text", "background"),
    ("text_muted", "background"),
    ("on_primary", "primary"),
    ("on_call", "call"),
    ("on_call_soft", "call_soft"),
    ("on_soft", "soft"),
    ("success", "surface"),
    ("on_header", "header_button"),
]
BOARD = [("text", "background"), ("text_muted", "surface"), ("called", "surface"), ("on_called", "called")]


@pytest.mark.parametrize("palette", ["light", "contrast"])
@pytest.mark.parametrize("ink, ground", DESK)
def test_the_desk_is_readable(palette: str, ink: str, ground: str) -> None:
    assert contrast(ink, ground, palette) >= 4.5


@pytest.mark.parametrize("palette", ["kiosk", "kiosk_contrast"])
@pytest.mark.parametrize("ink, ground", KIOSK)
def test_the_kiosk_is_readable_by_old_eyes(palette: str, ink: str, ground: str) -> None:
    assert contrast(ink, ground, palette) >= 7


@pytest.mark.parametrize("ink, ground", BOARD)
def test_the_board_is_readable_from_afar(ink: str, ground: str) -> None:
    assert contrast(ink, ground, "board") >= 7


def test_the_shipped_font_is_used(look: QApplication) -> None:
    assert QFontInfo(theme.font("ticket", Weight.BOLD)).family() == theme.FAMILY


def test_text_grows_with_the_scale(look: QApplication) -> None:
    label = QLabel("Tiếp nhận")
    before = label.sizeHint().height()
    theme.apply(look, scale=2.0)
    label.setFont(theme.font())
    assert label.sizeHint().height() >= 1.9 * before
    assert theme.px(32) == 64
    label.deleteLater()


def test_contrast_mode_changes_the_palette_of_what_is_on_screen(look: QApplication) -> None:
    theme.apply(look, contrast=True)
    assert look.palette().window().color() == QColor("#000000")
    assert theme.color("primary") == QColor("#8FD0FF")
    assert theme.color("kiosk.primary") == QColor("#0F4C81")


def test_an_icon_takes_the_colour_asked_for(look: QApplication) -> None:
    picture = icons.pixmap("printer", QColor("#B3261E"), 24).toImage()
    seen = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() == 255
    }
    assert seen == {"#b3261e"}


def test_an_unknown_icon_is_drawn_all_the_same(look: QApplication) -> None:
    assert not icons.icon("no-such-icon").isNull()

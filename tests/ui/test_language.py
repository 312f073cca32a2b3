"""Vietnamese is the source, English comes from the catalogue, Qt's own buttons speak Vietnamese."""

import xml.etree.ElementTree as ElementTree
from datetime import date
from importlib import resources

import pytest
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from ui import language
from ui.language import Tongue

HALL = [
    "Messages",
    "Kiosk",
    "Days",
    "AskPage",
    "Band",
    "BoardScreen",
    "BoardWindow",
    "CallCard",
    "CallList",
    "CallingCard",
    "IdlePage",
    "LostCard",
    "Notice",
    "RatingScreen",
    "RatingPage",
    "ReasonsPage",
    "ThanksPage",
    "WaitingRow",
    "_CallRow",
    "KioskScreen",
]


@pytest.mark.parametrize("context", HALL)
def test_every_string_of_the_hall_is_translated_with_the_same_placeholders(context: str) -> None:
    text = resources.files("resources").joinpath("translations", "counter_app_en.ts").read_text("utf-8")
    root = ElementTree.fromstring(text)  # noqa: S314 - our own file
    found = next(one for one in root.findall("context") if one.findtext("name") == context)
    for message in found.findall("message"):
        source, translation = message.findtext("source") or "", message.findtext("translation") or ""
        assert translation, source
        assert source.count("{") == translation.count("{"), source


def test_qts_own_buttons_speak_vietnamese(look: QApplication, catalogues: None) -> None:
    language.set_language(look, "vi")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == "Hủy"
    language.set_language(look, "en")
    other = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert other.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == "Cancel"
    box.deleteLater()
    other.deleteLater()


def test_a_screen_can_speak_english_while_the_others_stay_vietnamese(look: QApplication, catalogues: None) -> None:
    monday = date(2026, 11, 23)
    assert Tongue("en").long_date(monday) == "Monday, 23/11/2026"
    assert language.long_date(monday) == "Thứ Hai, 23/11/2026"

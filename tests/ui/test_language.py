"""Vietnamese is the source, English comes from the catalogue, Qt's own buttons speak Vietnamese."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from datetime import date
from importlib import resources
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QDialogButtonBox

import ui
from ui import language
from ui.language import Tongue

CATALOGUE = resources.files("resources").joinpath("translations", "counter_app_en.ts")
PLACEHOLDER = re.compile(r"\{\w+\}|%n")


def messages(catalogue: str) -> dict[tuple[str, str, str], Element]:
    """Return the messages of a catalogue by context, source and comment."""
    return {
        (context.findtext("name", ""), message.findtext("source", ""), message.findtext("comment", "")): message
        for context in ElementTree.fromstring(catalogue).iter("context")  # noqa: S314 - our own file
        for message in context.iter("message")
    }


def english(message: Element) -> list[str]:
    """Return the translation, or its forms for one and for many."""
    translation = message.find("translation")
    assert translation is not None
    forms = [form.text or "" for form in translation.iter("numerusform")]
    return forms or [translation.text or ""]


def test_the_catalogue_holds_exactly_the_strings_of_the_screens_and_all_are_finished(tmp_path: Path) -> None:
    kept = CATALOGUE.read_text("utf-8")
    copy = tmp_path / "counter_app_en.ts"
    copy.write_text(kept, "utf-8")
    lupdate = Path(sys.executable).parent / "pyside6-lupdate"
    screens = str(Path(ui.__file__).parent)
    options = ("-silent", "-no-obsolete", "-locations", "none", "-extensions", "py")
    subprocess.run([str(lupdate), *options, screens, "-ts", str(copy)], check=True, timeout=120)
    drawn = messages(copy.read_text("utf-8"))
    assert len(drawn) > 500
    assert drawn.keys() == messages(kept).keys()
    assert [key for key, message in drawn.items() if message.find("translation[@type]") is not None] == []


def test_every_string_is_translated_with_the_same_placeholders() -> None:
    for key, message in messages(CATALOGUE.read_text("utf-8")).items():
        forms = english(message)
        assert len(forms) == (2 if message.get("numerus") else 1), key
        for form in forms:
            assert form.strip(), key
            assert sorted(PLACEHOLDER.findall(form)) == sorted(PLACEHOLDER.findall(key[1])), key


def test_one_and_many_are_counted_in_english(look: QApplication, catalogues: None) -> None:
    def told(count: int) -> str:
        return QCoreApplication.translate("SetupWindow", "Còn %n chỗ cần xem lại", None, count)

    language.set_language(look, "en")
    assert told(1) == "1 field to check"
    assert told(3) == "3 fields to check"


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


def test_a_catalogue_compiled_anew_does_not_break_the_words_in_use(
    look: QApplication, catalogues: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "translations").mkdir()
    file = tmp_path / "translations" / "counter_app_en.qm"
    shipped = resources.files("resources").joinpath("translations", file.name)
    file.write_bytes(shipped.read_bytes())
    monkeypatch.setattr(language.resources, "files", lambda _: tmp_path)
    language.forget_catalogues()
    try:
        language.set_language(look, "en")
        with file.open("r+b") as open_file:
            open_file.truncate(64)
        assert QCoreApplication.translate("Days", "Thứ Hai") == "Monday"
        assert QCoreApplication.translate("Days", "Chủ Nhật") == "Sunday"
    finally:
        monkeypatch.undo()
        language.set_language(look, "vi")
        language.forget_catalogues()

"""Every expected error has its sentences, in both languages."""

import pytest
from PySide6.QtWidgets import QApplication

from counter_app.domain.tickets import TicketState
from counter_app.errors import Code, CounterError
from counter_app.ports import DeviceKind
from ui import language, messages


@pytest.mark.parametrize("code", list(Code))
def test_every_code_has_a_sentence_and_a_next_step_in_both_languages(
    look: QApplication, catalogues: None, code: Code
) -> None:
    vietnamese = messages.message_for(code)
    language.set_language(look, "en")
    english = messages.message_for(code)
    for told in (vietnamese, english):
        assert told.title.endswith((".", "?", "!"))
        assert told.next_step.endswith((".", "?", "!")) or "…" in told.next_step
    assert vietnamese.title != english.title
    assert vietnamese.next_step != english.next_step


def test_parameters_are_filled_in_as_people_say_them(look: QApplication) -> None:
    error = CounterError(Code.TICKET_STATE, label="A012", state=TicketState.CALLED.value)
    assert messages.message(error).title == "Số A012 đã gọi, nên không làm được việc này."
    absent = CounterError(Code.DEVICE_ABSENT, device=DeviceKind.PRINTER)
    assert messages.message(absent).title == "Chưa thấy máy in."
    missing = CounterError(Code.PAPER_MISSING, names=("Tờ khai", "Giấy chứng sinh"))
    assert messages.message(missing).title == "Còn thiếu giấy tờ: Tờ khai, Giấy chứng sinh."


def test_a_missing_parameter_still_makes_a_sentence(look: QApplication) -> None:
    assert messages.message(CounterError(Code.DESK_BUSY)).title == "Quầy … đang có số …."

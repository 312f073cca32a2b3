"""What a model can do is data: profiles, what settings change of them, and Vietnamese in the printer's own letters."""

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.documents.trial_words import LETTERS
from counter_app.errors import Code
from counter_app.ports import DeviceKind, PrintHead, TextLine, TextTicket
from devices.printer import escpos
from devices.printer.escpos import Cut
from devices.printer.letters import CodePage, Letters, without_marks
from devices.printer.profiles import encode, head_of, profile_of, profiles
from devices.printer.virtual_letters import read_letters
from devices.printer.virtual_paper import Paper
from devices.settings import DeviceSettings, TransportKind
from tests.devices.support import printed_rows, refused, stripes

ALL = "".join(LETTERS).replace(" ", "")


def record(transport: TransportKind = TransportKind.TCP, **more: object) -> DeviceSettings:
    fields: dict[str, Any] = {"kind": DeviceKind.PRINTER, "name": "p", "transport": transport, "address": "x", **more}
    return DeviceSettings(**fields)


def test_there_are_134_letters_with_marks() -> None:
    assert len(set(ALL + ALL.upper())) == 134
    assert all(without_marks(letter).isascii() for letter in ALL + ALL.upper())


def test_every_shipped_profile_can_be_chosen_and_has_a_name_and_a_source() -> None:
    assert len({one.key for one in profiles()}) == len(profiles()) >= 6
    for one in profiles():
        assert profile_of(record(profile=one.key)) == one
        assert one.name
        assert one.source


def test_the_settings_own_words_stand_over_the_profile() -> None:
    own = profile_of(
        record(
            profile="generic-58",
            width=400,
            options={"cut": "full", "bands": "24", "feed": "no", "push": "yes", "letters": "cp1258:27"},
        )
    )
    assert (own.width, own.cut, own.band_rows, own.feed_blank) == (400, Cut.FULL, 24, False)
    assert (own.pushes, own.letters, own.columns) == (True, "cp1258:27", 33)
    plain = profile_of(record(profile="generic-58"))
    assert (plain.width, plain.cut, plain.band_rows) == (384, Cut.NONE, 96)


@pytest.mark.parametrize(
    "more, detail",
    [
        ({"profile": "no-such"}, "profile"),
        ({"options": {"bands": "256"}}, "bands"),
        ({"options": {"bands": "1.5"}}, "bands"),
        ({"options": {"letters": "cp437:0"}}, "letters"),
        ({"options": {"letters": "tcvn3"}}, "letters"),
        ({"options": {"letters": "tcvn3:256"}}, "letters"),
        ({"options": {"push": "maybe"}}, "push"),
    ],
)
def test_options_that_make_no_sense_are_refused_by_name(more: dict[str, Any], detail: str) -> None:
    assert refused(Code.DEVICE_SETTINGS, lambda: profile_of(record(**more))).params["detail"] == detail


@pytest.mark.parametrize(
    "settings, columns",
    [
        (record(TransportKind.SERIAL, baud=19_200), 48),
        (record(TransportKind.SERIAL, profile="generic-58"), 32),
        (record(TransportKind.SERIAL, baud=38_400), 0),
        (record(TransportKind.SERIAL, baud=115_200, profile="epson-t82"), 0),
        (record(TransportKind.SERIAL, baud=19_200, options={"text": "no"}), 0),
        (record(TransportKind.TCP), 0),
        (record(TransportKind.TCP, options={"text": "yes"}), 48),
    ],
)
def test_a_slow_line_gets_letters_and_the_settings_may_say_otherwise(settings: DeviceSettings, columns: int) -> None:
    head = head_of(profile_of(settings))
    assert head == PrintHead(384 if settings.profile == "generic-58" else 576, columns)


@pytest.mark.parametrize("key", [one.key for one in profiles()])
@pytest.mark.parametrize("bands", ["255", "24", "1"])
def test_whole_and_in_bands_a_ticket_is_the_same_picture(key: str, bands: str) -> None:
    profile = profile_of(record(profile=key, options={"bands": bands}))
    raster = stripes(profile.width, 300)
    tickets: list[Any] = []
    paper = Paper(profile.width, tickets.append, lambda _: None)

    paper.feed(escpos.INIT + encode(raster, profile, "p"))

    (ticket,) = tickets
    rows = ticket.crop((0, 0, raster.width, raster.height))
    assert printed_rows(rows, raster) == raster.rows
    assert (paper.unknown_bytes, paper.text, bytes(paper.held)) == (0, [], b"")


@pytest.mark.parametrize("words", ["tcvn3:30", "cp1258:52"])
def test_a_code_page_has_every_small_letter(words: str) -> None:
    letters = Letters.named(words)
    assert read_letters(letters.encode(ALL), letters) == ALL
    assert letters.select.endswith(b"\x1bt" + bytes([letters.number]))


def test_windows_page_has_the_capitals_too_and_the_other_leaves_out_their_tones() -> None:
    windows, tcvn = Letters.named("cp1258:52"), Letters.named("tcvn3:30")
    assert read_letters(windows.encode(ALL.upper()), windows) == ALL.upper()
    assert read_letters(tcvn.encode("ẾĂĐỘ Á"), tcvn) == "ÊĂĐÔ A"


@pytest.mark.parametrize("words", ["", "tcvn3:30", "cp1258:52"])
@given(text=st.text(max_size=60))
def test_no_text_makes_a_command_of_itself(words: str, text: str) -> None:
    data = Letters.named(words).encode(text)
    assert all(byte >= 0x20 and byte != 0x7F for byte in data)


def test_letters_typed_in_pieces_are_put_together_first() -> None:
    assert Letters().encode(unicodedata.normalize("NFD", "Trần Thị Hạnh – “số 5”…")) == b'Tran Thi Hanh - "so 5"...'


def test_a_ticket_in_letters_is_read_back_line_by_line() -> None:
    lines = (TextLine("PHIẾU SỐ THỨ TỰ", bold=True), TextLine("A012", 6), TextLine("Đến quầy: 1, 2 hoặc 3"))
    for words, said in (
        ("", ["PHIEU SO THU TU", "A012", "Den quay: 1, 2 hoac 3"]),
        ("cp1258:52", [line.text for line in lines]),
    ):
        profile = profile_of(record(options={"letters": words} if words else {}))
        tickets: list[Any] = []
        paper = Paper(576, tickets.append, lambda _: None, pages={52: CodePage.CP1258})
        paper.feed(escpos.INIT + encode(TextTicket(lines), profile, "p"))
        assert paper.text == said
        assert paper.unknown_bytes == 0
        assert len(tickets) == 1

"""Every parser of what devices and files say: any input is an answer or a typed refusal, in bounded time and memory."""

import math
import time
import wave
from contextlib import closing, suppress
from io import BytesIO
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from hypothesis import example, given
from hypothesis import strategies as st

from counter_app.domain.citizen_card import LONGEST, Mismatch, check_identity_number, identity_mismatches, parse_card
from counter_app.domain.text import fold
from counter_app.errors import Code, CounterError
from counter_app.services.catalogue_crawl import CrawledChannel, CrawledPaper, Record, procedure_of
from counter_app.services.catalogue_file import split
from counter_app.settings import load_settings
from counter_app.store.dossier_words import question as dossier_question
from counter_app.store.page_texts import question as page_question
from devices.keypad.device import KeypadProtocol
from devices.keypad.framing import Bcc, Framing, make_framer
from devices.keypad.learning import KeyLearning
from devices.printer.answers import Answers
from devices.reader.device import MAX_LINE, LineProtocol
from devices.scanner import escl_xml
from devices.scanner.escl_http import parse_url
from devices.scanner.escl_xml import BadAnswer, parse_capabilities, parse_job, parse_status
from devices.scanner.pages import TruncatedPage, check_pnm
from devices.scanner.sane_list import read_line
from devices.scanner.sane_options import parse_options
from devices.speaker.samples import read_wav
from tests.hostile.fuzzing import fuzzed

CASES = Path(__file__).parent / "cases"
CARD = "000123456789|012345678|Nguyễn Thị Hòa|01021990|Nữ|Thôn 3, xã An Phúc|05052021"
STATUS = (
    '<?xml version="1.0"?><scan:ScannerStatus xmlns:scan="s" xmlns:pwg="p"><pwg:State>Idle</pwg:State>'
    "<scan:AdfState>ScannerAdfLoaded</scan:AdfState><scan:Jobs><scan:JobInfo><pwg:JobUri>/eSCL/1</pwg:JobUri>"
    "<pwg:JobState>Processing</pwg:JobState><pwg:ImagesCompleted>2</pwg:ImagesCompleted></scan:JobInfo></scan:Jobs>"
    "</scan:ScannerStatus>"
)
OPTIONS = (
    "    --mode Lineart|Gray|Color [Gray]",
    "    --resolution 50..1200dpi (in steps of 1) [50]",
    "    -x 0..215.9mm (in steps of 0.1) [215.9]",
    "    --source Flatbed|Automatic Document Feeder [Flatbed]",
)


def mangled(text: str) -> st.SearchStrategy[str]:
    """A sound text with a part cut out, doubled or replaced by anything."""
    place = st.integers(0, len(text))
    return st.builds(
        lambda at, upto, new, times: text[: min(at, upto)] + new * times + text[max(at, upto) :],
        place,
        place,
        st.text(max_size=12),
        st.sampled_from([0, 1, 1, 2, 400]),
    )


# identity cards and readers


@fuzzed(examples=40)
@given(mangled(CARD) | st.text(max_size=200))
@example("|" * 5000)
@example(CARD.replace("01021990", "00000000"))
@example(CARD.replace("Thôn 3", "Thôn\u202e3"))
@example("\ufeff\x02" + CARD + "\x03\r\n")
def test_any_card_is_read_or_refused(line: str) -> None:
    with suppress(CounterError):
        card = parse_card(line)
        assert card.number.isdecimal()
        assert card.full_name.isprintable()
        assert "\u202e" not in card.residence
        assert set(identity_mismatches(card.number, card.birth, card.sex)) <= set(Mismatch)


def test_a_card_longer_than_any_code_is_refused() -> None:
    with pytest.raises(CounterError) as caught:
        parse_card(CARD + "|" + "x" * LONGEST)
    assert caught.value.code is Code.CARD_TEXT


@fuzzed(examples=25)
@given(st.text(max_size=40))
def test_any_number_is_digits_or_refused(typed: str) -> None:
    with suppress(CounterError):
        assert check_identity_number(typed).isdecimal()


@fuzzed(examples=25)
@given(st.lists(st.tuples(st.binary(max_size=300), st.floats(0, 2)), max_size=20))
@example([(b"A" * 300, 0.0)] * 100)
@example([(b"\r\n" * 150, 0.0)])
def test_any_bytes_of_a_reader_become_clean_lines_or_are_counted(pieces: list[tuple[bytes, float]]) -> None:
    protocol, now = LineProtocol(), 0.0
    for data, pause in pieces:
        now += pause
        for line in protocol.feed(data, now):
            assert line.isprintable() or all(ord(sign) > 127 for sign in line if not sign.isprintable())
            assert 0 < len(line) <= MAX_LINE
    protocol.reset()


# keypads and printers


@fuzzed(examples=25)
@given(st.sampled_from(list(Framing)), st.sampled_from(list(Bcc)), st.lists(st.binary(max_size=200), max_size=20))
@example(Framing.STX_ETX, Bcc.STX, [b"\x02" * 5000])
@example(Framing.STX_ETX, Bcc.STX, [b"\x02\x20" * 500] * 10)
@example(Framing.LINE, Bcc.LENGTH, [b"1" * 100_000, b"\n"])
@example(Framing.WHOLE, Bcc.LENGTH, [b"1" * 100_000])
def test_any_bytes_of_a_keypad_are_presses_or_rubbish(framing: Framing, bcc: Bcc, pieces: list[bytes]) -> None:
    protocol = KeypadProtocol({b"1": 5, b"2": 1}, make_framer(framing, [b"1", b"2"], bcc))
    now, scores = 0.0, []
    for data in pieces:
        now += 1.0
        scores += protocol.feed(data, now)
        scores += protocol.settle(now + 0.5)
    assert set(scores) <= {1, 5}


@fuzzed(examples=40)
@given(st.lists(st.binary(max_size=300), max_size=12))
def test_any_press_is_learned_or_asked_for_again(presses: list[bytes]) -> None:
    learning = KeyLearning(5)
    for raw in presses:
        learning.take(raw)
    assert len(learning.known) <= 5


@fuzzed(examples=25)
@given(st.lists(st.binary(max_size=200), max_size=20))
@example([b"\x37" + b"A" * 500])
@example([bytes(range(256))] * 10)
def test_any_bytes_of_a_printer_are_a_status_or_passed_over(pieces: list[bytes]) -> None:
    answers = Answers()
    for data in pieces:
        answers.take(data)
    status = answers.take_status()
    assert status is None or 0 <= status < 256
    if answers.pushed is not None:
        assert answers.pushed.fault is None or answers.pushed.fault in Code


# scanners


XML_CASES = sorted(CASES.glob("escl-*.xml"))


@pytest.mark.parametrize("path", XML_CASES, ids=lambda path: path.stem)
def test_a_kept_case_of_escl_is_refused_at_once(path: Path) -> None:
    began = time.process_time()
    for read in (parse_status, parse_capabilities, parse_job):
        with pytest.raises(BadAnswer):
            read(path.read_bytes())
    assert time.process_time() - began < 5.0


@fuzzed(examples=30)
@given(mangled(STATUS) | st.text(max_size=200))
@example(STATUS.replace("Idle", "&a;"))
@example('<!DOCTYPE x [<!ENTITY a "aaaa">]>' + STATUS)
@example('<?xml version="1.0" encoding="utf-7"?><a/>')
def test_any_xml_of_a_scanner_is_read_or_refused(text: str) -> None:
    for read in (parse_status, parse_capabilities, parse_job):
        with suppress(BadAnswer):
            read(text.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("levels", [escl_xml.DEEPEST + 2, 20_000])
def test_nested_jobs_cannot_keep_a_scanner_s_thread_for_minutes(levels: int) -> None:
    with pytest.raises(BadAnswer, match="too deep"):
        parse_status(b"<ScannerStatus>" + b"<JobInfo>" * levels + b"</JobInfo>" * levels + b"</ScannerStatus>")


@fuzzed(examples=25)
@given(st.text(max_size=60))
@example("http://[::1")
@example("http://a:99999/")
@example("http://a:b")
@example("http://a@b")
def test_any_address_of_a_scanner_is_read_or_no_address(words: str) -> None:
    with suppress(ValueError):
        assert parse_url(words).host


@fuzzed(examples=30)
@given(st.lists(st.one_of([mangled(line) for line in OPTIONS]), max_size=6))
@example(["    -x 0..1.2.3.4mm [0]"])
@example(["    --resolution .|1.1.1|٣|" + "9" * 400 + " [1]"])
@example(["    --resolution 0..99999999999999999999999999999999999dpi [1]"])
def test_any_option_of_scanimage_is_understood_or_ignored(lines: list[str]) -> None:
    options = parse_options(lines)
    assert options.resolution(300) >= 0
    for option in options.table.values():
        if option.range is not None:
            assert math.isfinite(option.range.nearest(210.0))


@fuzzed(examples=40)
@given(st.text(max_size=80))
def test_any_line_of_scanimage_s_list_is_a_scanner_or_none(line: str) -> None:
    found = read_line(line)
    assert found is None or found.name


@fuzzed(examples=25)
@given(st.binary(max_size=600), st.sampled_from([b"P4 8 8\n", b"P5\n# x\n2 2\n255\n", b"P6 2 2 65535\n", b"P5 " * 99]))
@example(b"", b"P5 99999999999999999999 99999999999999999999 255\n")
@example(b"", b"P5" + b" " * 505 + b"1")
def test_any_raw_page_is_whole_or_refused(tmp_path_factory: pytest.TempPathFactory, rest: bytes, head: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "page.pnm"
    path.write_bytes(head + rest)
    with suppress(TruncatedPage):
        check_pnm(path)


# sound


def wav(seconds: float = 0.1, channels: int = 1, rate: int = 22_050) -> bytes:
    made = BytesIO()
    with wave.open(made, "wb") as clip:
        clip.setnchannels(channels)
        clip.setsampwidth(2)
        clip.setframerate(rate)
        clip.writeframes(bytes(2 * channels * int(rate * seconds)))
    return made.getvalue()


@fuzzed(examples=25)
@given(st.integers(0, 60), st.binary(max_size=12))
@example(14, b"\0\0\0")
@example(22, b"\xff\xff")
@example(24, b"\x01\x00\x00\x00")
def test_any_recording_is_read_or_refused(at: int, put: bytes) -> None:
    sound = wav()
    with suppress(CounterError):
        read_wav(sound[:at] + put + sound[at + len(put) :], "a.wav")


@pytest.mark.parametrize("content", [b"", b"RIFF", b"OggS\0\0", b"ID3\x04", wav()[:30]])
def test_what_is_no_plain_recording_is_refused(content: bytes) -> None:
    with pytest.raises(CounterError) as caught:
        read_wav(content, "a.wav")
    assert caught.value.code is Code.SOUND_FILE_UNREADABLE


# catalogues and settings


@pytest.mark.parametrize("part", ["1", " ", "ngày ", "đồng", "Giấy (", "- ", "1.000.", "a.doc/", "1 ngày làm việc, "])
def test_a_long_text_of_the_portal_is_repaired_in_good_time(part: str) -> None:
    long = part * (120_000 // len(part))
    channel = CrawledChannel("Trực tiếp", long, long)
    record = Record("1.004873", long, "x", "cấp xã", channels=(channel,), papers=(CrawledPaper(long),))
    began = time.process_time()
    procedure_of(record, None)
    assert time.process_time() - began < 10.0


@fuzzed(examples=25)
@given(st.binary(max_size=200) | mangled('[{"code": "1.1", "name": "x"}, {"a": [1, {"b": "]"}]}]').map(str.encode))
@example(b"[" + b"[" * 100_000)
@example(b'["' + b"\\" * 100_001)
@example(b"[" + b'"' * 100_001)
def test_any_catalogue_is_cut_into_items_or_refused(content: bytes) -> None:
    with suppress(CounterError):
        assert split(content)


@fuzzed(examples=25)
@given(mangled('desk = 3\nroles = ["desk"]\n[office]\nport = 8471\n[[devices]]\nkind = "printer"\n'))
@example("a=" + "[" * 3000)
@example("desk = " + "9" * 5000)
@example("desk = 1e999\n")
@example("[office]\nport = -1")
def test_any_settings_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.getbasetemp()
    (folder / "settings.toml").write_bytes(text.encode("utf-8", "surrogatepass"))
    with suppress(CounterError):
        load_settings(folder)


# words that are searched for


@fuzzed(examples=40)
@given(st.text(max_size=100))
@example('"')
@example('NEAR("a" "b", 5) OR *')
@example("a* AND NOT b OR (c")
@example("' OR 1=1 --")
@example("words : a ^b {c d} + - ")
@example("\0")
def test_what_is_typed_never_becomes_a_question_s_own_language(typed: str) -> None:
    with closing(sqlcipher.connect(":memory:")) as database:
        database.execute("CREATE VIRTUAL TABLE pages USING fts5(words)")
        database.execute("INSERT INTO pages VALUES ('nguyen thi hoa 0001')")
        for asked in (" AND ".join(dossier_question(typed)), page_question(typed)):
            if asked:
                found = database.execute("SELECT count(*) FROM pages WHERE pages MATCH ?", (asked,)).fetchone()[0]
                assert found == 0 or fold(typed)

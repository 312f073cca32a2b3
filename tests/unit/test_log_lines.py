"""The log: one line a record whatever is in it, and no words of an exception, for they may be a citizen's."""

import io
import logging
import threading
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.errors import Code, CounterError
from counter_app.log_lines import LogLine, error_words, log_thread_crashes

NAME = "Nguyễn Thị Bí Mật"


def line(message: str, *words: object, error: BaseException | None = None) -> str:
    caught = (type(error), error, error.__traceback__) if error is not None else None
    return LogLine().format(logging.LogRecord("x", logging.INFO, __file__, 1, message, words, caught))


def raised() -> BaseException:
    secret = NAME
    try:
        try:
            raise ValueError(f"cannot read {secret}")
        except ValueError as error:
            raise CounterError(Code.FILE_REFUSED, name=secret) from error
    except CounterError as error:
        return error


@given(st.text(max_size=60))
def test_nothing_from_outside_makes_a_second_line(text: str) -> None:
    made = line("event=read device=%s", text)
    assert len(made.splitlines()) == 1
    assert {unicodedata.category(one) for one in made}.isdisjoint({"Cc", "Cs", "Zl", "Zp"})
    assert "event=read" in made


def test_a_forged_line_stays_within_its_own() -> None:
    made = line("event=read what=%s", "x\r\n2026-11-23 10:00:00 INFO 1 y event=security kind=signed-in")
    assert made.endswith(r"what=x\r\n2026-11-23 10:00:00 INFO 1 y event=security kind=signed-in")


def test_an_error_is_its_type_code_and_frames() -> None:
    made = line("event=crash id=1", error=raised())
    assert "event=crash id=1 error=CounterError file-refused [unit/test_log_lines.py:" in made
    assert ":raised] caused by ValueError [" in made
    assert NAME not in made
    assert NAME in str(raised()) + str(raised().__cause__), "the words that must not be there would be found"


def test_an_error_without_an_end_of_causes_has_one() -> None:
    one = ValueError(NAME)
    one.__cause__ = one
    assert error_words(one).count("ValueError") == 4


@pytest.fixture
def log_file() -> Iterator[io.StringIO]:
    """What the program's own log holds; the hooks are put back."""
    before, stream = threading.excepthook, io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(LogLine())
    logging.getLogger().addHandler(handler)
    yield stream
    logging.getLogger().removeHandler(handler)
    threading.excepthook = before


@pytest.mark.expects_log("event=thread_crashed")
def test_a_thread_that_ends_by_an_error_is_in_the_log_without_its_words(
    log_file: io.StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> None:
        raise ValueError(NAME)

    log_thread_crashes()
    thread = threading.Thread(target=fail, name="device-x")
    thread.start()
    thread.join()
    assert "event=thread_crashed thread='device-x' error=ValueError [" in log_file.getvalue()
    assert NAME not in log_file.getvalue() + capsys.readouterr().err

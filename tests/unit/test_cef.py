"""A security event as a CEF line: one line whatever is in it, and read back as it was."""

import re
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.cef import cef, syslog_line
from counter_app.domain.security_facts import SecurityEvent, SecurityKind

AT = datetime(2026, 11, 23, 1, 55, tzinfo=UTC)
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
TEXT = st.text(st.characters(codec="utf-8"), max_size=40) | st.text("|=\\\n\r ab", max_size=20)


def event(officer: str = "", subject: str = "", **detail: str | int) -> SecurityEvent:
    return SecurityEvent(7, AT, SecurityKind.INPUT_REFUSED, 5, officer, subject, detail, "0" * 64)


def read(line: str) -> tuple[list[str], dict[str, str]]:
    """What a collector reads, by the rules of the format: 7 fields of the head, then keys and values."""
    *head, rest = re.split(r"(?<!\\)(?:\\\\)*\|", line, maxsplit=7)
    found = list(re.finditer(r"(?:^| )(\w+)(?<!\\)=", rest))
    ends = [*(one.start() for one in found[1:]), len(rest)]
    pairs = {one.group(1): rest[one.end() : end] for one, end in zip(found, ends, strict=True)}
    plain = {"\\n": "\n", "\\\\": "\\", "\\=": "="}
    return head, {key: re.sub(r"\\[n\\=]", lambda two: plain[two.group()], value) for key, value in pairs.items()}


@given(officer=TEXT, subject=TEXT, detail=TEXT)
def test_whatever_is_in_it_stays_one_line_and_is_read_back(officer: str, subject: str, detail: str) -> None:
    line = cef(event(officer, subject, why=detail), "a1b2", "1.0")
    assert CONTROL.search(line) is None
    head, values = read(line)
    assert head == ["CEF:0", "Quay Mot Cua", "counter-app", "1.0", "input-refused", "Input refused", "5"]

    def seen(text: str) -> str:
        return CONTROL.sub(
            lambda one: "\n" if one.group() in "\r\n\u2028\u2029\x85" else " ", text.replace("\r\n", "\n")
        )

    assert values.get("suser", "") == seen(officer)
    assert values.get("cs1", "") == seen(subject)
    assert values["msg"] == f"why:{seen(detail)}"
    assert values["externalId"] == "7"


@given(station=TEXT, version=TEXT)
def test_the_head_keeps_its_seven_fields(station: str, version: str) -> None:
    line = cef(event(), station, version)
    head, values = read(line)
    assert (len(head), head[4:], values["externalId"]) == (7, ["input-refused", "Input refused", "5"], "7")
    assert CONTROL.search(line) is None


@given(station=TEXT)
def test_the_syslog_head_has_no_spaces_of_its_own(station: str) -> None:
    head = syslog_line(event(), station, "1.0").decode().split(" CEF:0|")[0]
    assert re.fullmatch(r"<108>1 2026-11-23T01:55:00\.000Z [!-~]{1,255} counter-app - input-refused -", head)


def test_it_looks_as_the_format_says() -> None:
    made = cef(event("ha", "dossier/1", reason="a=b|c\\d\ne", size=3), "a1b2", "0|5")
    assert made == (
        "CEF:0|Quay Mot Cua|counter-app|0\\|5|input-refused|Input refused|5|rt=1795398900000 externalId=7 "
        "deviceExternalId=a1b2 suser=ha cs1Label=subject cs1=dossier/1 msg=reason:a\\=b|c\\\\d\\ne size:3"
    )

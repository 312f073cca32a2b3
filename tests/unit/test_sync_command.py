"""``counter-app sync status`` and ``sync now``: what waits, whether the province answers, and all sent or why not."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from counter_app.cli.arguments import parse
from counter_app.cli.sync import run
from counter_app.errors import Code, CounterError
from counter_app.journal import outbox
from counter_app.settings import Settings, save_settings
from sync.server.program import ServerThread
from sync.server.store import Introduced
from tests.support.office import OpenOffice, open_office

OFFICE = "H99.17"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A station that has written its first entries and never sent one."""
    made = tmp_path / "station"
    made.mkdir()
    open_office(made).close()
    return made


@pytest.fixture
def province(tmp_path: Path, folder: Path) -> Iterator[ServerThread]:
    """A province that knows the station, whose settings know the province."""
    server = ServerThread(tmp_path / "province")
    server.start()
    with open_office(folder) as office:
        introduce(server, office)
    save_settings(folder, Settings(province_url=server.url))
    yield server
    server.stop()


def introduce(server: ServerThread, office: OpenOffice) -> None:
    key = office.journal.key
    server.store.introduce(OFFICE, [Introduced(key.station, key.public_hex)])


def told(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def sync(folder: Path, act: str, *more: str) -> int:
    return run(parse(["sync", act, "--data", str(folder), *more]))


def test_status_says_what_waits_beside_the_running_program(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_office(folder) as office:
        waits = outbox.waiting(office.journal).entries
        assert sync(folder, "status", "--json") == 0
    said = told(capsys)
    assert (said["entries"], said["link"], said["province"]) == (waits, "none", "")
    assert waits > 0
    assert said["oldest"] == "2026-11-23T08:55:00+07:00"


def test_status_names_the_province_and_whether_it_answers(
    folder: Path, province: ServerThread, capsys: pytest.CaptureFixture[str]
) -> None:
    assert sync(folder, "status", "--json") == 0
    up = told(capsys)
    assert (up["link"], up["fault"], up["province"]) == ("up", None, province.url)
    assert up["server_program"]
    assert up["server_protocol"]
    province.stop()
    assert sync(folder, "status") == 0
    assert "link=down fault=link-down" in capsys.readouterr().out


def test_status_of_a_machine_that_was_never_set_up_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CounterError) as refused:
        sync(tmp_path, "status")
    assert refused.value.code is Code.NOT_SET_UP


def test_now_sends_everything_and_says_so(
    folder: Path, province: ServerThread, capsys: pytest.CaptureFixture[str]
) -> None:
    assert sync(folder, "now", "--json") == 0
    said = told(capsys)
    assert (said["sent"], said["fault"], said["entries"], said["papers"]) == (True, None, 0, 0)
    with open_office(folder) as office:
        station = office.journal.key.station
        assert outbox.waiting(office.journal).entries == 0
        assert province.store.heads([station]) == outbox.heads(office.journal, [station])


def test_now_says_why_not_and_keeps_what_waits(
    folder: Path, province: ServerThread, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_office(folder) as office:
        province.store.revoke(office.journal.key.station)
        waits = outbox.waiting(office.journal).entries
    assert sync(folder, "now", "--json") == 1
    said = told(capsys)
    assert (said["sent"], said["fault"], said["entries"]) == (False, "station-revoked", waits)


def test_now_without_a_province_says_where_to_write_its_address(folder: Path) -> None:
    with pytest.raises(CounterError) as refused:
        sync(folder, "now")
    assert refused.value.code is Code.PROVINCE_UNSET


def test_now_does_not_disturb_the_running_program(folder: Path, province: ServerThread) -> None:
    save_settings(folder, replace(Settings(), province_url=province.url))
    with open_office(folder), pytest.raises(CounterError) as refused:
        sync(folder, "now")
    assert refused.value.code is Code.DATA_IN_USE

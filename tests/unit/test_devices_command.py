"""``counter-app doctor`` and ``devices``: what is there, how it is, what to do; with virtual devices on real ports."""

import json
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Timer
from typing import Any

import pytest
from PIL import Image

from counter_app.cli import checks
from counter_app.cli.checks import Finding, machine_checks
from counter_app.cli.run import main
from counter_app.errors import Code
from counter_app.ports import DeviceKind, DeviceState, DeviceStatus
from counter_app.settings import Settings, save_settings
from devices.settings import DeviceSettings, TransportKind
from devices.virtual import VirtualStation
from tests.support.office import open_office

Ask = Callable[..., tuple[int, Any]]


@pytest.fixture
def virtual(tmp_path: Path, folder: Path) -> Iterator[VirtualStation]:
    made = VirtualStation(tmp_path / "devices", sound=TransportKind.FILE)
    save_settings(folder, Settings(desk=3, devices=made.settings()))
    yield made
    made.close()


@pytest.fixture
def ask(folder: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    def asked(*words: str) -> tuple[int, Any]:
        code = main([*words, "--json", "--data", str(folder)])
        said = capsys.readouterr().out
        return code, json.loads(said) if said else None

    return asked


def check(told: dict[str, Any], what: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in told["checks"] if one["what"] == what)
    return found


def test_a_machine_whose_devices_are_well_needs_nothing(ask: Ask, virtual: VirtualStation) -> None:
    code, told = ask("doctor")
    assert (code, told["ok"]) == (0, True)
    for what in ("data", "database", "chain", "schema", "program"):
        assert check(told, what)["finding"] == "ok"
    assert str(check(told, "clock")["value"]).endswith("+07:00"), "the time that the clock on the wall shows"
    kinds = {one["value"] for one in told["checks"] if one["what"].endswith(" ảo")}
    assert kinds == {kind.value for kind in DeviceKind}


def test_each_fault_is_said_with_what_to_do(ask: Ask, virtual: VirtualStation) -> None:
    virtual.printer.take_paper()
    virtual.reader.unplug()
    code, told = ask("doctor")
    assert (code, told["ok"]) == (1, False)
    printer, reader = check(told, "Máy in ảo"), check(told, "Đầu đọc ảo")
    assert (printer["code"], printer["finding"]) == (Code.PAPER_OUT.value, "fault")
    assert "Thay cuộn giấy" in printer["do"]
    assert (reader["code"], reader["said"]) == (Code.DEVICE_ABSENT.value, "Chưa thấy Đầu đọc ảo.")
    assert check(told, "Bàn phím ảo")["finding"] == "ok"


def test_the_same_is_said_in_lines_for_a_person(
    folder: Path, virtual: VirtualStation, capsys: pytest.CaptureFixture[str]
) -> None:
    virtual.printer.take_paper()
    assert main(["doctor", "--data", str(folder)]) == 1
    lines = capsys.readouterr().out.splitlines()
    place = next(place for place, line in enumerate(lines) if line.startswith("CẦN LÀM  Máy in ảo: Máy in hết"))
    assert lines[place + 1].strip().startswith("→ Thay cuộn giấy")


def test_beside_the_running_program_its_own_word_about_its_devices_is_told(ask: Ask, folder: Path) -> None:
    with open_office(folder) as office:
        log, now = office.services.fleet_log, office.clock.now()
        log.know([(DeviceKind.PRINTER, "Máy in"), (DeviceKind.KEYPAD, "Bàn phím")])
        log.record(DeviceStatus(DeviceKind.PRINTER, "Máy in", DeviceState.FAULTY, Code.COVER_OPEN, now))
        log.record(DeviceStatus(DeviceKind.KEYPAD, "Bàn phím", DeviceState.READY, None, now))
        code, told = ask("doctor")
        assert code == 1
        assert check(told, "running")["finding"] == "ok"
        assert check(told, "Máy in")["code"] == Code.COVER_OPEN.value
        assert check(told, "Bàn phím")["finding"] == "ok"


def test_a_folder_that_is_not_set_up_is_looked_at_and_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["doctor", "--json", "--data", str(tmp_path / "nothing")]) == 0
    assert check(json.loads(capsys.readouterr().out), "data")["code"] == Code.NOT_SET_UP.value
    assert not (tmp_path / "nothing").exists()


def test_settings_that_cannot_be_read_are_a_fault(ask: Ask, folder: Path) -> None:
    (folder / "settings.toml").write_text("desk = [", encoding="utf-8")
    code, told = ask("doctor")
    assert (code, check(told, "settings")["code"]) == (1, Code.SETTINGS_INVALID.value)


def test_a_clock_before_the_last_write_and_a_full_disk_are_faults(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = time.time() + 86_400
    os.utime(folder / "counter.db", (later, later))
    monkeypatch.setattr(checks, "LEAST_FREE_MB", 10**12)
    found = {one.what: one for one in machine_checks(folder)[1]}
    assert (found["clock"].finding, found["clock"].code) == (Finding.FAULT, Code.CLOCK_BEHIND)
    assert (found["disk"].finding, found["disk"].code) == (Finding.FAULT, Code.DISK_LOW)


def test_a_program_that_a_device_needs_is_a_fault_and_else_a_note(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    found = {one.what: one for one in machine_checks(folder)[1]}
    assert (found["scanimage"].finding, found["scanimage"].code) == (Finding.NOTE, Code.PROGRAM_MISSING)
    scanner = DeviceSettings(DeviceKind.SCANNER, "s", TransportKind.SANE)
    speaker = DeviceSettings(DeviceKind.SPEAKER, "l", TransportKind.SOUND)
    save_settings(folder, Settings(devices=(scanner, speaker)))
    found = {one.what: one for one in machine_checks(folder)[1]}
    assert found["scanimage"].finding is found["sound"].finding is Finding.FAULT
    assert found["tesseract"].params == {"program": "tesseract-ocr"}


def test_devices_are_listed_as_set_up_and_as_found(ask: Ask, virtual: VirtualStation) -> None:
    code, told = ask("devices", "list", "--seconds", "1")
    assert code == 0
    assert [one["name"] for one in told["set_up"]] == [record.name for record in virtual.settings()]
    ports = {one["address"]: one["set_up"] for one in told["found"]}
    assert ports[virtual.keypad.port] is True
    assert all(set(one) == {"where", "code"} for one in told["failed"])


def test_one_device_is_tried_from_the_command_line(ask: Ask, virtual: VirtualStation) -> None:
    virtual.scanner.load([Image.new("L", (413, 585), 255)])
    assert ask("devices", "test", "Máy quét ảo")[1]["pages"] == 1
    assert ask("devices", "test", "Máy in ảo")[1]["confirmed"] is True
    assert ask("devices", "test", "Loa ảo")[1]["said"].startswith("Mời")


def test_a_key_and_a_card_are_waited_for_and_the_card_is_not_shown(ask: Ask, virtual: VirtualStation) -> None:
    press = Timer(0.5, lambda: virtual.keypad.press(4))
    press.start()
    assert ask("devices", "test", "Bàn phím ảo")[1]["score"] == 4
    card = "000093001234|000123456|Nguyễn Thị Hậu|02031993|Nữ|Thôn 1, xã An Phúc|01072021"
    read = Timer(0.5, lambda: virtual.reader.scan(card))
    read.start()
    told = ask("devices", "test", "Đầu đọc ảo")[1]
    assert (told["read"], told["shown"]) == ("card", "…234")
    press.join()
    read.join()


def test_what_does_not_come_or_is_not_there_is_said(
    ask: Ask, folder: Path, virtual: VirtualStation, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["devices", "test", "Bàn phím ảo", "--seconds", "1", "--data", str(folder)]) == 1
    assert "không trả lời sau 1 giây" in capsys.readouterr().err
    assert main(["devices", "test", "khong-co", "--data", str(folder)]) == 1
    assert "Máy này không có thiết bị tên “khong-co”." in capsys.readouterr().err
    records = [replace(one, address="/dev/nowhere") for one in virtual.settings() if one.kind is DeviceKind.KEYPAD]
    save_settings(folder, Settings(devices=tuple(records)))
    assert main(["devices", "test", "Bàn phím ảo", "--data", str(folder)]) == 1
    assert "Chưa thấy Bàn phím ảo." in capsys.readouterr().err

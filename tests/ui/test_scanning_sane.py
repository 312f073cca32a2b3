"""Debian's SANE test back end into the checklist: ten A4 pages in colour, and each of its errors said in place."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from counter_app.ports import DeviceKind
from devices.fleet import Devices
from devices.settings import DeviceSettings, TransportKind
from tests.support.office import OpenOffice
from tests.ui.desk_kit import Desk, open_desk
from tests.ui.scanning_kit import begin, count, still
from ui.tasks import Tasks

ERRORS = {
    "JAMMED": "Kẹt giấy. {pages} trang",
    "COVER_OPEN": "Nắp máy quét đang mở",
    "IO_ERROR": "Máy quét ngừng giữa chừng",
    "DEVICE_BUSY": "Chương trình khác đang dùng máy quét",
    "ACCESS_DENIED": "Máy tính chưa cho phép dùng máy quét",
}


@pytest.fixture
def trouble(tmp_path: Path) -> Path:
    """The file that names the status with which a scan ends after three pages; without it there are ten."""
    return tmp_path / "trouble"


@pytest.fixture
def devices(tmp_path: Path, office: OpenOffice, trouble: Path) -> Iterator[Devices]:
    config, program = tmp_path / "sane.d", tmp_path / "program"
    config.mkdir()
    (config / "dll.conf").write_text("test\n", "ascii")
    # As coarse as can be, for the time that drawing ten pages takes.
    (config / "test.conf").write_text("geometry_max 300.0\nresolution_max 50.0\n", "ascii")
    program.write_text(
        "#!/bin/sh\n"
        f"if [ ! -e '{trouble}' ]; then exec scanimage \"$@\"; fi\n"
        'case "$*" in *--batch=*) ;; *) exec scanimage "$@" ;; esac\n'
        'scanimage "$@" --batch-count=3 2>/dev/null\n'
        f'exec scanimage "$@" --batch-start=4 --read-return-value "SANE_STATUS_$(cat \'{trouble}\')"\n',
        "utf-8",
    )
    program.chmod(0o755)
    options = {"config": str(config), "program": str(program), "extra": "--test-picture 'Color pattern'"}
    record = DeviceSettings(DeviceKind.SCANNER, "máy quét", TransportKind.SANE, "test:0", options=options)
    made = Devices([record], clock=office.clock)
    made.start()
    yield made
    made.close()


def until_said(desk: Desk, words: str) -> None:
    desk.until(lambda: any(words in notice.title for notice in desk.window.notices.all))


def test_ten_pages_in_colour_come_from_the_feeder_into_the_row(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, devices: Devices
) -> None:
    with open_desk(qtbot, office, tasks, devices) as desk:
        begin(desk)

        desk.window.receive.papers.scanning.scan(0, "seal")

        desk.until(lambda: count(desk) == 10)
        still(desk)
        draft = desk.window.receive.keeper.draft
        assert draft is not None
        for page in draft.papers[0].pages:
            picture = office.services.pages.preview(page.sha256)
            assert picture.mode == "RGB"
            assert picture.width / picture.height == pytest.approx(210 / 297, rel=0.01)


def test_each_error_of_sane_is_said_in_place_and_the_pages_before_it_stay(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, devices: Devices, trouble: Path
) -> None:
    with open_desk(qtbot, office, tasks, devices) as desk:
        begin(desk)
        for number, (status, sentence) in enumerate(ERRORS.items(), 1):
            trouble.write_text(status, "ascii")
            desk.until(desk.window.receive.scanner_ready)

            desk.window.receive.papers.scanning.scan(0)

            until_said(desk, sentence.format(pages=3))
            still(desk)
            assert count(desk) == 3 * number

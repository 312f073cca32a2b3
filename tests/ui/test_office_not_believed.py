"""A desk whose office answers wrongly says what is the matter, and what to do; it is not silent."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.bootstrap import join_office
from sync.office.joining import Joining
from tests.support.foreign_server import CaptivePage, serving
from tests.sync.offices import LOCAL, first_station, running
from tests.ui.test_admin_machines import Bench, of_counter
from ui.desk.outside import Outside
from ui.desk.status_strip import StatusStrip
from ui.tasks import Tasks

PLAIN = "Máy ở 127.0.0.1 trả lời không mã hóa"


def test_an_office_of_an_older_version_is_named_on_the_desk_and_at_the_machines(
    qtbot: QtBot, look: QApplication, tmp_path: Path
) -> None:
    with first_station(tmp_path / "first") as first:
        assert first.office is not None
        code = first.office.make_code()
        join_office(tmp_path / "second", Joining(first.office.url, code, "Máy", ("desk",), 7, find=False))
    with serving(CaptivePage) as port:
        settings = replace(LOCAL, serve=False, urls=(f"https://127.0.0.1:{port}",))
        with running(tmp_path / "second", settings) as second:
            tasks = Tasks(second.services.changes)
            bench = Bench(qtbot, of_counter(second, tasks))
            strip = StatusStrip(bench.context.now)
            qtbot.addWidget(strip)
            outside = Outside(bench.context, strip, None, None, strip)
            bench.until(lambda: any(one.title.startswith(PLAIN) for one in bench.context.notices.all))
            bench.controller.refresh()
            bench.until(lambda: PLAIN in bench.tab.facts.text())
            outside.close()
            tasks.close()

"""Quản trị → Giấy tờ → Thời hạn lưu: the rules are read by everybody, the list is an administrator's."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.support.office import OpenOffice
from tests.ui.desk_kit import nameless, open_desk
from ui.desk.admin.papers.controller import PapersController
from ui.desk.admin.papers.tab import PapersTab
from ui.desk.context import DeskContext
from ui.tasks import Tasks


def papers(context: DeskContext) -> PapersController:
    made = PapersController(context, PapersTab())
    made.refresh()
    return made


def test_the_rules_are_said_with_their_law_and_the_list_is_written(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, tmp_path: Path
) -> None:
    with open_desk(qtbot, office, tasks, officer_id="son") as desk:
        controller = papers(desk.window._context)
        part, path = controller.tab.retention, tmp_path / "den-han.csv"
        assert "10 năm (đơn vị đối chiếu lại). Luật Lưu trữ" in part.rules.text()
        assert nameless(part) == []
        controller.retention.choose_file = lambda _: path
        part.button.click()
        desk.until(lambda: path.exists() and part.button.isEnabled())
        assert any(one.id == "retention" for one in desk.window.notices.all)
        controller.tab.deleteLater()


def test_who_does_not_administer_is_told_why_not(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    with open_desk(qtbot, office, tasks) as desk:
        controller = papers(desk.window._context)
        assert not controller.tab.retention.button.isEnabled()
        controller.tab.deleteLater()

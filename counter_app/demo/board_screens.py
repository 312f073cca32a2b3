"""Pictures of Quản trị: the boards of the hall, the voice that calls the numbers, the rating."""

from typing import Unpack

from counter_app.bootstrap import VOICE as VOICE_FOLDER
from counter_app.demo.commune import LEADER
from counter_app.demo.desk_pictures import Seen, pictured
from counter_app.demo.office import DemoOffice
from counter_app.domain.queue_policy import BoardChoices
from devices.fleet import Devices
from ui.desk.admin.boards.tab import BOARDS as BOARDS_PART
from ui.desk.admin.boards.tab import RATING, VOICE
from ui.desk.admin.controller import BOARDS
from ui.desk.page_keys import ADMIN
from ui.shell.pictures import Studio

_WORD = "b"
_TEXT = "Mời ông/bà chuẩn bị sẵn căn cước và giấy tờ gốc."


class BoardAdminPictures:
    """Takes the pictures of the tab in one open office."""

    def __init__(self, studio: Studio, office: DemoOffice) -> None:
        self._studio, self._counter = studio, office.counter

    def draw(self) -> None:
        """Take all of them."""
        choices = self._counter.services.queue_choices
        quiet = BoardChoices(running_text=_TEXT, volume=80, quiet_from="11:30", quiet_to="13:00")
        choices.set_board(1, quiet, LEADER)
        groups = tuple(placed.group.id for placed in choices.groups()[:2])
        choices.set_board(2, BoardChoices(groups=groups, speaks=False), LEADER)
        self._one("admin-boards-1366", BOARDS_PART)
        self._one("admin-boards-locked-1366", BOARDS_PART, officer="ha")
        self._one("admin-boards-200pct-1366", BOARDS_PART, scale=2.0)
        self._one("admin-rating-1366", RATING)
        self._one("admin-voice-1366", VOICE)
        self._one("admin-voice-contrast-1366", VOICE, contrast=True)

    def _one(self, name: str, part: int, **seen: Unpack[Seen]) -> None:
        services = self._counter.services
        devices = Devices((), clock=services.clock, voice=self._counter.folder / VOICE_FOLDER)
        seen["devices"] = devices
        with pictured(self._studio, services, name, **seen) as window:
            window.open_page(ADMIN)
            if window.admin is not None:
                window.admin.page.open_tab(BOARDS)
                tab = window.admin.boards.tab
                self._studio.wait(
                    lambda: tab.boards.list.count() == 2 and tab.voice.list.count() > 0, "boards and voice"
                )
                tab.open_part(part)
                tab.voice.choose(_WORD)
        devices.close()

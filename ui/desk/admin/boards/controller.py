"""Wires the tab of boards and voice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from counter_app.domain.facts import Duty
from counter_app.domain.procedures import ServiceGroup
from counter_app.domain.queue_places import BoardRecord
from counter_app.domain.queue_policy import BoardChoices
from counter_app.errors import Code, CounterError
from counter_app.services.board_pictures import BoardPicture, read_picture
from ui.components.banner import Notice
from ui.components.tone import Tone
from ui.desk.admin.boards.rating_controller import RatingChoicesController
from ui.desk.admin.boards.tab import RATING, VOICE, BoardsTab
from ui.desk.admin.boards.voice_controller import VoiceController
from ui.desk.context import DeskContext

_NOTICE = "boards"
_LABEL = "A012"
_DESK = 3


@dataclass(frozen=True, slots=True)
class _Read:
    """What the part of the boards shows."""

    boards: tuple[BoardRecord, ...]
    groups: tuple[ServiceGroup, ...]
    pictures: dict[str, bytes]
    may: bool


class BoardsController(QObject):
    """Reads and keeps the boards; the voice and the rating have controllers of their own."""

    def __init__(
        self,
        context: DeskContext,
        tab: BoardsTab,
        parent: QObject | None = None,
        *,
        choose_pictures: Callable[[], Sequence[Path]] | None = None,
        choose_file: Callable[[], Path | None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self.tab = context, tab
        self._choose_pictures = choose_pictures or self._ask_pictures
        self.voice = VoiceController(context, tab.voice, self, choose_file=choose_file)
        self.rating = RatingChoicesController(context, tab.rating, self)
        self._number = 1
        self._read: _Read | None = None
        self._new: dict[str, BoardPicture] = {}
        tab.parts.chosen.connect(self._open_part)
        form = tab.boards
        form.chosen.connect(self._choose)
        form.add_asked.connect(self._add)
        form.save_asked.connect(self.save)
        form.hear_asked.connect(self._hear)
        form.pictures_asked.connect(self._add_pictures)

    def refresh(self) -> None:
        """Read the boards and the clips again."""
        self._context.tasks.read(self._reading, self._show, owner=self, topic="boards")
        self.voice.refresh()
        self.rating.refresh()

    def focus(self) -> None:
        """Put the focus on the list in front."""
        if self.tab.part == VOICE:
            self.voice.focus()
        elif self.tab.part == RATING:
            self.rating.focus()
        else:
            self.tab.boards.list.setFocus()

    def act(self) -> None:
        """Do the main act of the part in front (Ctrl+Enter)."""
        if self.tab.part == VOICE:
            self.voice.act()
        elif self.tab.part == RATING:
            self.rating.act()
        elif self.tab.boards.save_button.isEnabled():
            self.save()

    def save(self) -> None:
        """Keep the board in the form."""
        choices, number = self.tab.boards.choices(), self.tab.boards.number
        if choices is None:
            return
        pictures = [self._new[name] for name in choices.pictures if name in self._new]
        kept, by = self._context.services.queue_choices, self._context.officer.id
        self._context.tasks.run(
            lambda: kept.set_board(number, choices, by, pictures), lambda _: self._saved(), self._refused, owner=self
        )

    def _reading(self) -> _Read:
        services = self._context.services
        boards = services.queue_choices.boards()
        if not any(board.number == 1 for board in boards):  # the first board is there before anybody sets it
            boards = (BoardRecord(services.office.id, 1, BoardChoices()), *boards)
        groups = tuple(placed.group for placed in services.queue_choices.groups())
        names = {name for board in boards for name in board.choices.pictures}
        me = next((one for one in services.officers.all() if one.id == self._context.officer.id), None)
        may = (me or self._context.officer).may(Duty.ADMINISTRATION)
        return _Read(boards, groups, {name: self._picture(name) for name in names}, may)

    def _picture(self, name: str) -> bytes:
        """A picture that another station added may not be here yet."""
        try:
            return self._context.services.queue_choices.picture(name)
        except CounterError as error:
            if error.code not in (Code.BLOB_MISSING, Code.BLOB_DAMAGED, Code.BLOB_AWAY):
                raise
            return b""

    def _show(self, read: _Read) -> None:
        self._read = read
        self.tab.boards.set_groups(read.groups)
        self.tab.boards.present(read.boards, self._number)
        self._edit(self._number)
        self.tab.set_allowed(read.may)

    def _edit(self, number: int) -> None:
        if self._read is not None:
            self._number, self._new = number, {}
            choices = next((one.choices for one in self._read.boards if one.number == number), BoardChoices())
            self.tab.boards.edit(number, choices, self._read.pictures)

    def _choose(self, number: int) -> None:
        self._context.notices.drop(_NOTICE)
        self._edit(number)

    def _add(self) -> None:
        if self._read is not None:
            self._context.notices.drop(_NOTICE)
            self._edit(max(board.number for board in self._read.boards) + 1)
            self.tab.boards.list.setCurrentRow(-1)
            self.tab.boards.text.line.setFocus()

    def _saved(self) -> None:
        self._context.notices.put(Notice(_NOTICE, Tone.SUCCESS, self.tr("Đã lưu. Bảng đổi theo trong vài giây.")))
        self.refresh()

    def _refused(self, error: CounterError) -> None:
        self._context.notices.put_error(_NOTICE, error)

    def _hear(self) -> None:
        studio, form = self._context.voice, self.tab.boards
        if studio is None:
            self._refused(CounterError(Code.SOUND_UNAVAILABLE))
            return
        chimes, volume = form.chimes.isChecked(), form.volume.value()
        self._context.tasks.slow(
            lambda: studio.rehearse(_LABEL, _DESK, chimes=chimes, volume=volume), failed=self._refused, owner=self
        )

    def _add_pictures(self) -> None:
        paths = tuple(self._choose_pictures())
        if paths:
            number = self._number
            self._context.tasks.slow(
                lambda: [read_picture(path) for path in paths],
                lambda pictures: self._take_pictures(number, pictures),
                self._refused,
                owner=self,
            )

    def _take_pictures(self, number: int, pictures: Sequence[BoardPicture]) -> None:
        if number != self._number:
            return
        for picture in pictures:
            self._new[picture.sha256] = picture
            self.tab.boards.add_picture(picture.sha256, picture.content)

    def _open_part(self, part: int) -> None:
        if part != VOICE:
            self.voice.leave()
        self.focus()

    def _ask_pictures(self) -> Sequence[Path]:
        chosen, _ = QFileDialog.getOpenFileNames(
            self.tab, self.tr("Chọn hình"), str(Path.home()), self.tr("Hình (*.png *.jpg *.jpeg)")
        )
        return [Path(one) for one in chosen]

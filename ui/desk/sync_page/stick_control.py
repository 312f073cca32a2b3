"""The stick: which folder, whose key, then out or in, off the main thread."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject

from counter_app.errors import CounterError
from sync.by_hand import SyncByHand
from sync.stick.station import Exported, Imported, ProvinceKey
from ui import messages
from ui.components.tone import Tone
from ui.desk.context import DeskContext
from ui.desk.sync_page import words
from ui.desk.sync_page.stick_part import Compared, StickPart, Way
from ui.machine import Machine
from ui.setup.answers import plain_code


@dataclass(frozen=True, slots=True)
class _Found:
    """The key on a stick, and the one that was confirmed ("" where none was)."""

    stick: Path
    way: Way
    key: ProvinceKey
    trusted: str


class StickControl(QObject):
    """One act at a time. ``may``: the officer is an administrator, who alone confirms a key."""

    def __init__(
        self,
        context: DeskContext,
        part: StickPart,
        choose_folder: Callable[[Path], Path | None],
        done: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._part, self._choose, self._done = context, part, choose_folder, done
        self.may = False
        self._found: _Found | None = None
        part.out_asked.connect(lambda: self.ask(Way.OUT))
        part.in_asked.connect(lambda: self.ask(Way.IN))
        part.confirmed.connect(self.confirm)
        part.cancelled.connect(self._cancel)

    def ask(self, way: Way) -> None:
        """Ask for the stick, then look whose key is on it."""
        found = self._by_hand
        stick = self._choose(Path.home())
        if found is None or stick is None:
            return
        machine, by_hand = found

        def look() -> _Found:
            trusted = machine.settings().province_key
            if way is Way.IN and trusted:  # what comes in is signed by it
                return _Found(stick, way, ProvinceKey(trusted), trusted)
            return _Found(stick, way, by_hand.province_key(stick), trusted)

        self._part.busy(self.tr("Đang xem thẻ nhớ…"))
        self._context.tasks.slow(look, self._looked, self._failed, owner=self)

    def confirm(self) -> None:
        """The key was compared: keep it, and go on."""
        machine, found = self._context.machine, self._found
        if machine is None or found is None or not self.may:
            return
        kept_machine, key = machine, found.key.public_hex

        def keep() -> _Found:
            kept_machine.keep(replace(kept_machine.settings(), province_key=key))
            return replace(found, trusted=key)

        self._part.busy(self.tr("Đang lưu khóa của tỉnh…"))
        self._context.tasks.run(keep, self._go, self._failed, owner=self)

    @property
    def _by_hand(self) -> tuple[Machine, SyncByHand] | None:
        machine = self._context.machine
        return (machine, machine.sync) if machine is not None and machine.sync is not None else None

    def _looked(self, found: _Found) -> None:
        if found.key.public_hex == found.trusted:
            self._go(found)
            return
        self._found = found
        self._part.tell("", Tone.NEUTRAL)
        self._part.compare(Compared(found.key.fingerprint, found.way, bool(found.trusted), self.may))

    def _cancel(self) -> None:
        self._found = None
        self._part.close_comparison()
        self._part.tell(self.tr("Chưa xác nhận khóa nên chưa xuất, chưa nhập gì."), Tone.NEUTRAL)

    def _go(self, found: _Found) -> None:
        by_hand = self._by_hand
        if by_hand is None:
            return
        sync, tasks = by_hand[1], self._context.tasks

        def told(done: int, all_: int) -> None:
            tasks.post(lambda: self._part.progress(done, all_))

        if found.way is Way.OUT:
            code = plain_code(self._part.code.text)
            self._part.busy(self.tr("Đang ghi ra thẻ nhớ. Đừng rút thẻ."))
            tasks.slow(lambda: sync.export_to(found.stick, found.key, code, told), self._out, self._failed, owner=self)
        else:
            self._part.busy(self.tr("Đang nhận từ thẻ nhớ. Đừng rút thẻ."))
            tasks.slow(lambda: sync.import_from(found.stick, found.key, told), self._in, self._failed, owner=self)

    def _out(self, written: Exported) -> None:
        self._part.code.set_text("")
        said = self.tr("Đã ghi {entries} mục và {blobs} giấy tờ ra thẻ nhớ. Rút thẻ an toàn rồi mang lên tỉnh.")
        if not (written.entries or written.blobs):
            said = self.tr("Không có gì chờ gửi. Thẻ nhớ vẫn dùng được để xin tỉnh gửi dữ liệu về.")
        told = said.format(entries=words.number(written.entries), blobs=words.number(written.blobs))
        self._part.tell(told, Tone.SUCCESS)
        self._done()

    def _in(self, got: Imported) -> None:
        said = self.tr(
            "Tỉnh đã nhận {acknowledged} mục và {blobs} giấy tờ của máy này; nhận về {entries} mục của máy khác."
        )
        self._part.tell(
            said.format(
                acknowledged=words.number(got.acknowledged),
                blobs=words.number(got.blobs),
                entries=words.number(got.entries),
            ),
            Tone.SUCCESS,
        )
        self._done()

    def _failed(self, error: CounterError) -> None:
        said = messages.message(error)
        self._part.tell(f"{said.title} {said.next_step}", Tone.WARNING)

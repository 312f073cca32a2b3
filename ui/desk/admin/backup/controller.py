"""Wires the tab of the backups."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from counter_app.domain.backup_plan import BackupPlan
from counter_app.domain.facts import Duty
from counter_app.errors import CounterError
from counter_app.services.backup import Backup
from counter_app.services.backup_check import Checked
from counter_app.services.backups import BackupOverview
from counter_app.store.recovery import new_words
from ui import messages
from ui.components.banner import Notice
from ui.components.fact_table import Row
from ui.components.tone import Tone
from ui.desk import times
from ui.desk.admin.backup import words
from ui.desk.admin.backup.tab import BackupTab
from ui.desk.context import DeskContext

_NOTICE = "backup"
_LOOK_MS = 5000


@dataclass(frozen=True, slots=True)
class _Read:
    seen: BackupOverview
    rows: tuple[Row, ...]
    may: bool


class BackupController(QObject):
    """Reads how the backups stand while they are looked at; what is typed stays."""

    def __init__(
        self,
        context: DeskContext,
        tab: BackupTab,
        parent: QObject | None = None,
        choose_folder: Callable[[Path], Path | None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self.tab = context, tab
        self._choose_folder = choose_folder or self._ask
        self._read: _Read | None = None
        self._plan: BackupPlan | None = None
        self._busy = False
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._look_again)
        self._look.start()
        tab.now_asked.connect(self.make)
        tab.stop_asked.connect(context.services.backups.stop)
        tab.place_asked.connect(self.choose_place)
        tab.save_asked.connect(self.save)
        tab.check_asked.connect(self.check)
        tab.recovery.made_asked.connect(lambda: tab.recovery.show_words(new_words()))
        tab.recovery.kept.connect(self._keep_words)
        context.tasks.closing.connect(self._leave)

    def refresh(self) -> None:
        """Read how the backups stand."""
        services, me = self._context.services, self._context.officer

        def read() -> _Read:
            known = next((one for one in services.officers.all() if one.id == me.id), me)
            seen = services.backups.overview()
            rows = tuple(words.row(path, path.stat().st_size) for path in seen.kept if path.exists())
            return _Read(seen, rows, known.may(Duty.ADMINISTRATION))

        self._context.tasks.read(read, self._show, self._refused, owner=self, topic="backup")

    def focus(self) -> None:
        """Put the focus where the work begins."""
        (self.tab.now if self.tab.now.isEnabled() else self.tab.table).setFocus()

    def act(self) -> None:
        """Ctrl+Enter: make a backup now."""
        if self.tab.now.isEnabled():
            self.make()

    def make(self) -> None:
        """Make a backup beside whoever works."""
        backups, me = self._context.services.backups, self._context.officer.id

        def done(made: Backup) -> None:
            self._end()
            told = self.tr("Đã sao lưu lúc {time}, đã đọc lại và so khớp.").format(time=times.clock(made.taken_at))
            self._context.notices.put(Notice(_NOTICE, Tone.SUCCESS, told))

        self._begin()
        self._context.tasks.slow(lambda: backups.make(me, self._told), done, self._ended_badly, owner=self)

    def check(self) -> None:
        """Try the chosen backup, the newest where none is chosen."""
        read, backups, me = self._read, self._context.services.backups, self._context.officer.id
        if read is None or not read.seen.kept:
            return
        place = self.tab.table.current
        path = read.seen.kept[place if 0 <= place < len(read.seen.kept) else 0]

        def done(found: Checked) -> None:
            self._end()
            self.tab.tell(words.checked(found))

        def bad(error: CounterError) -> None:
            self._end()
            said = messages.message(error)
            self.tab.tell(words.Said(Tone.DANGER, said.title, said.next_step))

        self._begin()
        self._context.tasks.slow(lambda: backups.check(path, me, self._told), done, bad, owner=self)

    def choose_place(self) -> None:
        """Choose the folder by hand; it counts once it is saved."""
        chosen = self._choose_folder(Path(self.tab.folder.text.strip() or str(Path.home())))
        if chosen is not None:
            self.tab.folder.set_text(str(chosen))
            self.tab.folder.set_verdict()
            self.tab.save.setFocus()

    def save(self) -> None:
        """Keep where and how often."""
        backups, machine, me = self._context.services.backups, self._context.machine, self._context.officer.id
        typed = self.tab.plan()

        def keep() -> BackupPlan:
            plan = backups.choose(typed, me)
            if machine is not None:
                machine.keep(replace(machine.settings(), backup=plan))
            return plan

        def kept(plan: BackupPlan) -> None:
            self._plan = plan
            self.tab.folder.set_verdict(right=bool(plan.folder))
            self._context.notices.put(Notice(_NOTICE, Tone.SUCCESS, self.tr("Đã lưu nơi và lịch sao lưu.")))
            self.refresh()

        def wrong(error: CounterError) -> None:
            self.tab.folder.set_verdict(problem=messages.message(error).title)
            self._refused(error)

        self._context.tasks.run(keep, kept, wrong, owner=self)

    def _keep_words(self, chosen: str) -> None:
        backups, me = self._context.services.backups, self._context.officer.id

        def kept(_: None) -> None:
            self.tab.recovery.forget()
            told = self.tr("Cụm từ khôi phục đã có hiệu lực từ bản sao lưu tới.")
            self._context.notices.put(Notice(_NOTICE, Tone.SUCCESS, told))
            self.refresh()

        self._context.tasks.run(lambda: backups.choose_words(chosen, me), kept, self._refused, owner=self)

    def _show(self, read: _Read) -> None:
        tab, self._read = self.tab, read
        tab.present(words.standing(read.seen), words.facts(read.seen), read.rows)
        if read.seen.plan != self._plan:
            self._plan = read.seen.plan
            tab.present_plan(read.seen.plan)
        tab.recovery.present(worded=read.seen.worded, may=read.may)
        tab.set_allowed(read.may)
        tab.check.setEnabled(read.may and bool(read.rows))
        if self._busy or read.seen.running is not None:
            tab.set_busy(True)
            if read.seen.running is not None:
                self._progress(*read.seen.running)
        elif tab.bar.isVisible():
            tab.set_busy(False)
            tab.set_allowed(read.may)

    def _leave(self) -> None:
        """The window closes: it waits for no backup that it began itself."""
        if self._busy:
            self._context.services.backups.stop()

    def _begin(self) -> None:
        self._busy = True
        self.tab.found.setText("")
        self.tab.set_busy(True)

    def _end(self) -> None:
        self._busy = False
        self.tab.set_busy(False)
        self.refresh()

    def _ended_badly(self, error: CounterError) -> None:
        self._end()
        self._refused(error)

    def _told(self, done: int, all_: int) -> None:
        """From the working thread; not more often than a person sees."""
        self._context.tasks.post(lambda: self._progress(done, all_))

    def _progress(self, done: int, all_: int) -> None:
        if self.tab.bar.isVisible() and all_:
            self.tab.progress(done, all_)

    def _look_again(self) -> None:
        if self.tab.isVisible():
            self.refresh()

    def _refused(self, error: CounterError) -> None:
        self._context.notices.put_error(_NOTICE, error)

    def _ask(self, start: Path) -> Path | None:
        title = self.tr("Chọn thư mục để bản sao lưu")
        chosen = QFileDialog.getExistingDirectory(self.tab, title, str(start))
        return Path(chosen) if chosen else None

"""Wires the page Xử lý."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from counter_app.domain.dossiers import Dossier
from counter_app.errors import Code, CounterError
from ui import messages
from ui.components.banner import Notice
from ui.components.tone import Tone
from ui.desk.context import DeskContext
from ui.desk.looking import note_look
from ui.desk.printing.paper_panel import PaperPanel
from ui.desk.process.acts import Acts, Outcome, read_day
from ui.desk.process.detail import DetailState
from ui.desk.process.files import FileRef
from ui.desk.process.opening import Opening
from ui.desk.process.page import ProcessPage, ProcessState
from ui.desk.process.reading import DossierRead, WorkRead, read_dossier, read_work
from ui.desk.process.step_form import FormState, Mode, mode_of
from ui.desk.process.work import Bucket, Desk, Stage, Work, candidates, next_step

_NOTICE = "process"
_SOON_MS = 200
_MINUTE_MS = 60_000
_ACTS = {"Alt+T": "attach", "Alt+Y": "comment", "Alt+B": "supplement", "Alt+H": "extend"}
"""The same keys as on the dossier's own page, where the acts are done."""


class ProcessController(QObject):
    """Reads, sorts, acts. ``opened(Dossier, str)`` asks for a dossier's own page, with an act's name or none."""

    opened = Signal(object, str)
    return_asked = Signal(object)

    def __init__(
        self,
        context: DeskContext,
        page: ProcessPage,
        choose_folder: Callable[[Path], Path | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._page = context, page
        self._acts = Acts(context.services.lifecycle, context.officer.id)
        self._state = ProcessState()
        self._desk: Desk | None = None
        self._rows: tuple[Work, ...] = ()
        self._read: tuple[str, DossierRead] | None = None
        self._busy = False
        self._opening = Opening(context, page.stack, choose_folder, self)
        self._soon = _timer(self, _SOON_MS, self.refresh)
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(self._on_minute)
        self._minute.start()
        self._wire()

    def _wire(self) -> None:
        page = self._page
        page.bucket_chosen.connect(self._choose_bucket)
        page.whole_department.connect(self._choose_scope)
        page.searched.connect(lambda words: self._show(replace(self._state, words=words)))
        page.picked.connect(self._pick)
        page.looked.connect(self.look)
        page.submitted.connect(self.act)
        page.opened.connect(self.open_dossier)
        page.detail.form.step_chosen.connect(self._choose_step)
        page.detail.form.sent_back.connect(self.send_back)
        page.detail.file_opened.connect(self._open_file)
        page.take_all.clicked.connect(self.take_all)
        self._opening.closed.connect(page.show_list)
        self._opening.looked_at.connect(self._was_seen)
        for key, call in (("Alt+N", self.take_all), ("Alt+L", self.send_back)):
            QShortcut(QKeySequence(key), page).activated.connect(call)
        for key, act in _ACTS.items():
            QShortcut(QKeySequence(key), page).activated.connect(lambda act=act: self._open_act(act))
        self._context.tasks.streams_changed.connect(self._changed)

    @property
    def state(self) -> ProcessState:
        """What is listed."""
        return self._state

    @property
    def paper(self) -> PaperPanel | None:
        """The file on screen."""
        return self._opening.panel

    def open(self) -> None:
        """Be shown: read again and put the focus in the list."""
        self.refresh()
        self._page.focus_list()

    def refresh(self) -> None:
        """Read the list again."""
        services, officer, department = self._context.services, self._context.officer, self._state.department

        def show(read: WorkRead) -> None:
            self._desk = read.desk
            first = not self._state.read
            self._show(replace(self._state, rows=read.rows, counts=read.counts, read=True, cut=read.cut))
            if first and self._page.isVisible():
                self._page.focus_list()

        self._context.tasks.read(
            lambda: read_work(services, officer, department=department),
            show,
            self._not_read,
            owner=self,
            topic="list",
        )

    # what a person chooses

    def _choose_bucket(self, bucket: Bucket) -> None:
        self._show(replace(self._state, bucket=bucket), keep=False)

    def _choose_scope(self, department: bool) -> None:
        self._state = replace(self._state, department=department)
        self.refresh()

    def _choose_step(self, step: int) -> None:
        self._present_detail(step=step)

    def _pick(self, rows: tuple[Work, ...]) -> None:
        changed = [row.dossier.id for row in rows] != [row.dossier.id for row in self._rows]
        self._rows = rows
        if changed:
            self._read = None
        self._present_detail()
        if len(rows) == 1 and self._desk is not None:
            self._read_one(rows[0].dossier, self._desk)

    def _read_one(self, dossier: Dossier, desk: Desk) -> None:
        services = self._context.services

        def show(read: DossierRead) -> None:
            if [row.dossier.id for row in self._rows] == [dossier.id]:
                self._read = (dossier.id, read)
                self._present_detail()
                note_look(self._context, dossier.id, self)

        self._context.tasks.read(
            lambda: read_dossier(services, dossier, desk), show, self._not_read, owner=self, topic="dossier"
        )

    # files

    def look(self) -> None:
        """Space: show the draft, of several the first that was not looked at; without a draft the first file."""
        unseen = [row for row in self._rows if row.dossier.id not in self._state.seen]
        rows = unseen or self._rows
        if rows:
            self._opening.look(rows[0].dossier)

    def _open_file(self, file: FileRef) -> None:
        if self._rows:
            self._opening.open(self._rows[0].dossier, file)

    def _was_seen(self, dossier_id: str) -> None:
        self._show(replace(self._state, seen=self._state.seen | {dossier_id}))

    # acts

    def act(self) -> None:
        """Ctrl+Enter: do what the main button says."""
        if self._page.stack.currentIndex() or self._busy or not self._page.detail.form.main.isEnabled():
            return
        rows, filled = self._rows, self._page.detail.form.filled
        match self._page.detail.form.mode:
            case Mode.TAKE:
                self._run(lambda: self._acts.take(rows), self.tr("Đã nhận {count} hồ sơ."))
            case Mode.HAND if filled.taker:
                self._run(lambda: self._acts.hand_over(rows, filled), self.tr("Đã bàn giao {count} hồ sơ."))
            case Mode.APPROVE:
                self._run(lambda: self._acts.approve(rows, filled.note), self.tr("Đã duyệt {count} hồ sơ."))
            case Mode.READY:
                self._finish(rows[0])
            case Mode.DELIVER:
                self._run(lambda: self._acts.deliver(rows, filled.note), self.tr("Đã chuyển {count} kết quả về quầy."))
            case Mode.OPEN:
                self.open_dossier()

    def take_all(self) -> None:
        """Alt+N: take over everything that was given to this officer."""
        rows = tuple(row for row in self._state.rows if row.waits_for(self._context.officer))
        if rows and not self._busy:
            self._run(lambda: self._acts.take(rows), self.tr("Đã nhận {count} hồ sơ."))

    def send_back(self) -> None:
        """Alt+L: give back with a reason."""
        form = self._page.detail.form
        if form.mode is not Mode.APPROVE or self._busy:
            return
        reason, rows = form.filled.note.strip(), self._rows
        if not reason:
            form.refuse(form.note, self.tr("Ghi lý do trả lại"))
            return
        self._run(lambda: self._acts.send_back(rows, reason), self.tr("Đã trả lại {count} hồ sơ."))

    def open_dossier(self, act: str = "") -> None:
        """Ctrl+O: go to the dossier's own page; a result that is ready goes to its handing over."""
        if not self._rows:
            return
        row = self._rows[0]
        if not act and row.stage is Stage.RESULT:
            self.return_asked.emit(row.dossier)
            return
        self.opened.emit(row.dossier, act)

    def _open_act(self, act: str) -> None:
        """Go to the form of an act, where this officer may do it."""
        if self._page.detail.form.mode in (Mode.HAND, Mode.READY) and len(self._rows) == 1:
            self.open_dossier(act)

    def _finish(self, row: Work) -> None:
        form = self._page.detail.form
        filled = form.filled
        try:
            issued = read_day(filled.issued)
        except ValueError:
            form.refuse(form.issued, self.tr("Ghi như 23/11/2026"))
            return
        self._run(lambda: self._acts.finish(row, filled, issued), self.tr("Đã có kết quả {count} hồ sơ."))

    def _run(self, work: Callable[[], Outcome], told: str) -> None:
        self._busy = True
        self._present_detail()

        def done(outcome: Outcome) -> None:
            self._busy = False
            self._tell(outcome, told)
            self.refresh()

        self._context.tasks.run(work, done, owner=self)

    def _tell(self, outcome: Outcome, told: str) -> None:
        if outcome.error is not None:
            said = messages.message(outcome.error)
            title = said.title
            if outcome.failed > 1:
                more = self.tr("{title} Còn {count} hồ sơ khác chưa làm được.")
                title = more.format(title=title, count=outcome.failed - 1)
            self._context.notices.put(Notice(_NOTICE, Tone.WARNING, title, said.next_step))
        else:
            self._context.notices.put(Notice(_NOTICE, Tone.SUCCESS, told.format(count=len(outcome.done))))

    # what is shown

    def _show(self, state: ProcessState, *, keep: bool = True) -> None:
        self._state = state
        chosen = frozenset(row.dossier.id for row in self._rows) if keep else frozenset()
        self._page.present(state, chosen)

    def _present_detail(self, step: int | None = None) -> None:
        rows, desk = self._rows, self._desk
        if desk is None:
            return
        read = self._read[1] if self._read and len(rows) == 1 and self._read[0] == rows[0].dossier.id else None
        form = self._form(rows, desk, step)
        self._page.present_detail(DetailState(form, read.way if read else (), read.remarks if read else ()))

    def _form(self, rows: tuple[Work, ...], desk: Desk, step: int | None) -> FormState:
        mode = mode_of(rows, desk.officer)
        if mode is not Mode.HAND:
            unseen = sum(row.dossier.id not in self._state.seen for row in rows) if mode is Mode.APPROVE else 0
            return FormState(rows, mode, unseen=unseen, busy=self._busy, told=self._told(rows))
        first = rows[0].dossier
        chosen = self._page.detail.form.filled.step if step is None else step
        same = [row.dossier.id for row in self._page.detail.form_rows] == [first.id]
        place = chosen if chosen is not None and same else next_step(first)
        names = tuple(one.name for one in first.steps)
        return FormState(rows, mode, names, place, candidates(first, place, desk), busy=self._busy)

    def _told(self, rows: tuple[Work, ...]) -> str:
        if len(rows) > 1 and mode_of(rows, self._context.officer) is Mode.NOTHING:
            return self.tr("Các hồ sơ này đang ở những bước khác nhau; chọn những hồ sơ cùng bước để làm một lượt.")
        if len(rows) != 1:
            return ""
        row = rows[0]
        if row.with_leader:
            return self.tr("Đang ở {holder}.").format(holder=row.holder)
        words = {
            Stage.SUPPLEMENT: self.tr("Đang chờ ông/bà nộp bổ sung; thời hạn tạm dừng."),
            Stage.PAYMENT: self.tr("Đang chờ ông/bà nộp tiền; thời hạn tạm dừng."),
            Stage.WITHDRAWING: self.tr("Ông/bà xin rút hồ sơ: mở hồ sơ để dừng xử lý."),
            Stage.RESULT: self.tr("Kết quả đã sẵn sàng để trả."),
        }
        if row.dossier.holder != self._context.officer.id and row.stage not in words:
            return self.tr("Hồ sơ đang ở {holder}.").format(holder=row.holder)
        return words.get(row.stage, "")

    def _not_read(self, error: CounterError) -> None:
        if error.code is Code.DOSSIER_UNKNOWN:
            return  # it went away between two readings; the list follows
        said = messages.message(error)
        self._page.present_failure(said.title, said.next_step)

    def _changed(self, streams: frozenset[str]) -> None:
        mine = any(stream.startswith(("dossier/", "officer/", "calendar/", "hours/")) for stream in streams)
        if mine and self._page.isVisible():
            self._soon.start()

    def _on_minute(self) -> None:
        """Time passes: what was due today may be late now."""
        if self._page.isVisible():
            self.refresh()


def _timer(owner: QObject, delay: int, call: Callable[[], None]) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(delay)
    timer.timeout.connect(call)
    return timer

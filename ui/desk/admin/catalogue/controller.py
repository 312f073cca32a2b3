"""Wires the tab of the catalogue: reads, corrects, adds, makes versions, retires, imports, exports."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

from counter_app.domain.facts import Duty
from counter_app.domain.procedures import Procedure, ServiceGroup
from counter_app.errors import Code, CounterError
from counter_app.services.catalogue_check import flaws
from counter_app.services.catalogue_exchange import ImportReport, apply_import, export_catalogue, plan_import
from counter_app.services.catalogue_file import load_file
from counter_app.services.catalogue_search import Index
from ui.components.banner import Notice
from ui.components.tone import Tone
from ui.desk.admin.catalogue.form import NEW
from ui.desk.admin.catalogue.tab import CatalogueTab
from ui.desk.context import DeskContext

_NOTICE = "catalogue"
_FILE = "danh-muc-thu-tuc.json"
AskFile = Callable[[Path, bool], Path | None]
"""Asks for a file to open (False) or to save (True), beginning at a path."""


class _Doing(Enum):
    """What the form is open for."""

    CORRECTING = auto()
    ADDING = auto()
    DATING = auto()


@dataclass(frozen=True, slots=True)
class _Read:
    """The catalogue as read off the main thread."""

    versions: dict[str, tuple[Procedure, ...]]
    rows: tuple[Procedure, ...]
    index: Index
    groups: tuple[ServiceGroup, ...]
    may: bool


class CatalogueController(QObject):
    """The tab and the services behind it."""

    def __init__(
        self, context: DeskContext, tab: CatalogueTab, parent: QObject | None = None, *, ask_file: AskFile | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self.tab = context, tab
        self._ask_file = ask_file or self._dialog
        self._read: _Read | None = None
        self._code = ""
        self._doing = _Doing.CORRECTING
        self._report = ImportReport(())
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._folder = Path(documents)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.refresh)
        tab.list.chosen.connect(self._choose)
        tab.list.add_asked.connect(self._add)
        tab.list.import_asked.connect(self._import)
        tab.list.export_asked.connect(self._export)
        tab.detail.edit_asked.connect(self._edit)
        tab.detail.version_asked.connect(self._new_version)
        tab.detail.retire_asked.connect(self._retire)
        tab.form.saved.connect(self._save)
        tab.form.cancelled.connect(self._leave)
        tab.report.accepted.connect(self._apply)
        tab.report.declined.connect(self._leave)
        context.tasks.streams_changed.connect(self._changed)

    def refresh(self) -> None:
        """Read the catalogue again."""
        self._context.tasks.read(self._reading, self._show, owner=self, topic="catalogue")

    def focus(self) -> None:
        """Put the focus where the work begins."""
        if self.tab.part is self.tab.detail:
            self.tab.list.line.setFocus()

    def act(self) -> None:
        """Ctrl+Enter: the main act of what is in front."""
        if self.tab.part is self.tab.form:
            self._save()
        elif self.tab.part is self.tab.report:
            self.tab.report.accept_button.click()
        elif self.tab.detail.edit_button.isVisible():
            self._edit()

    def _reading(self) -> _Read:
        services, me = self._context.services, self._context.officer.id
        catalogue, today = services.catalogue, services.catalogue.today()
        versions: dict[str, tuple[Procedure, ...]] = {}
        for one in catalogue.all_versions():
            versions[one.code] = (*versions.get(one.code, ()), one)
        rows = tuple(catalogue.procedure(code, today) for code in versions)
        officer = next((one for one in services.officers.all() if one.id == me), self._context.officer)
        ordered = {code: catalogue.versions(code) for code in versions}
        return _Read(ordered, rows, Index(rows), catalogue.groups(), officer.may(Duty.ADMINISTRATION))

    def _show(self, read: _Read) -> None:
        self._read = read
        self.tab.list.set_may(may=read.may)
        self.tab.list.present(read.rows, read.index, self._code, self._context.services.catalogue.today)
        self._present(self.tab.list.current)

    def _choose(self, code: str) -> None:
        self._context.notices.drop(_NOTICE)
        self._present(code)

    def _present(self, code: str) -> None:
        if self._read is None:
            return
        self._code = code
        today = self._context.services.catalogue.today()
        self.tab.detail.present(self._read.versions.get(code, ()), self._read.groups, today, may=self._read.may)

    def _changed(self, streams: frozenset[str]) -> None:
        if self._read is not None and any(stream.startswith(("procedure/", "catalogue/")) for stream in streams):
            self._soon.start()

    # one procedure

    def _add(self) -> None:
        self._open_form(_Doing.ADDING, NEW, self.tr("Thêm thủ tục"))

    def _edit(self) -> None:
        shown = self.tab.detail.shown
        if shown is not None:
            self._open_form(_Doing.CORRECTING, shown, self.tr("Sửa thủ tục {code}").format(code=shown.code))

    def _new_version(self) -> None:
        shown = self.tab.detail.shown
        if shown is not None:
            title = self.tr("Phiên bản mới của thủ tục {code}").format(code=shown.code)
            self._open_form(_Doing.DATING, replace(shown, valid_from=None, valid_to=None, retired=False), title)

    def _open_form(self, doing: _Doing, procedure: Procedure, title: str) -> None:
        if self._read is None or not self._read.may:
            return
        self._doing = doing
        self._context.notices.drop(_NOTICE)
        new, dated = doing is _Doing.ADDING, doing is _Doing.DATING
        self.tab.show_part(self.tab.form)
        self.tab.form.present(procedure, self._read.groups, title, new=new, dated=dated)

    def _save(self) -> None:
        form, read = self.tab.form, self._read
        if read is None or form.wrong():
            return
        typed = form.procedure
        wrong = flaws(typed, {group.id for group in read.groups})
        if wrong:
            form.tell(wrong)
            return
        if self._doing is _Doing.DATING and typed.valid_from is None:
            form.since.set_verdict(problem=self.tr("Ghi ngày bắt đầu của phiên bản mới"))
            form.since.line.setFocus()
            return
        catalogue, officer = self._context.services.catalogue, self._context.officer.id
        act = {
            _Doing.ADDING: catalogue.add,
            _Doing.CORRECTING: catalogue.correct,
            _Doing.DATING: catalogue.new_version,
        }[self._doing]
        self._context.tasks.run(lambda: act(typed, officer), self._saved, self._refused, owner=self)

    def _saved(self, procedure: Procedure) -> None:
        self._code = procedure.code
        self._leave()
        told = self.tr("Đã lưu thủ tục {code}.").format(code=procedure.code)
        self._context.notices.put(Notice(_NOTICE, Tone.SUCCESS, told))
        self.refresh()

    def _retire(self, typed: str) -> None:
        shown, detail = self.tab.detail.shown, self.tab.detail
        day = _day(typed)
        if shown is None or day is None:
            detail.retire_day.set_verdict(problem=self.tr("Ghi ngày như 01/01/2027"))
            return
        catalogue, officer, code = self._context.services.catalogue, self._context.officer.id, shown.code
        self._context.tasks.run(
            lambda: catalogue.retire(code, day, officer),
            lambda _: self._retired(code, typed),
            self._refused,
            owner=self,
        )

    def _retired(self, code: str, day: str) -> None:
        self.tab.detail.stop_asking()
        told = self.tr("Không nhận hồ sơ {code} từ ngày {day}; hồ sơ đã nhận vẫn giữ nguyên.").format(
            code=code, day=day
        )
        self._context.notices.put(Notice(_NOTICE, Tone.SUCCESS, told))
        self.refresh()

    def _leave(self) -> None:
        self.tab.show_part(self.tab.detail)
        self._context.notices.drop(_NOTICE)
        self.tab.list.line.setFocus()

    def _refused(self, error: CounterError) -> None:
        self._context.notices.put_error(_NOTICE, error)

    # files

    def _import(self) -> None:
        path = self._ask_file(self._folder, False)
        if path is None:
            return
        self._folder = path.parent
        catalogue = self._context.services.catalogue

        def plan() -> ImportReport:
            return plan_import(catalogue, load_file(path))

        self._context.tasks.slow(plan, lambda report: self.show_report(report, path.name), self._refused, owner=self)

    def show_report(self, report: ImportReport, name: str) -> None:
        """Show what an import would do."""
        self._report = report
        self._context.notices.drop(_NOTICE)
        self.tab.show_part(self.tab.report)
        self.tab.report.present(report, name)

    def _apply(self) -> None:
        catalogue, officer, report = self._context.services.catalogue, self._context.officer.id, self._report
        self._context.tasks.run(
            lambda: apply_import(catalogue, report, officer), self._imported, self._refused, owner=self
        )

    def _imported(self, count: int) -> None:
        self._leave()
        told = self.tr("Đã nhập {count} thủ tục.").format(count=count)
        self._context.notices.put(Notice(_NOTICE, Tone.SUCCESS, told))
        self.refresh()

    def _export(self) -> None:
        path = self._ask_file(self._folder / _FILE, True)
        if path is None:
            return
        self._folder = path.parent
        catalogue = self._context.services.catalogue

        def write() -> Path:
            content = export_catalogue(catalogue)
            try:
                path.write_bytes(content)
            except OSError as error:
                raise CounterError(Code.OUTPUT_NOT_WRITABLE, path=path) from error
            return path

        self._context.tasks.slow(write, self._exported, self._refused, owner=self)

    def _exported(self, path: Path) -> None:
        told = self.tr("Đã xuất danh mục: {path}").format(path=path)
        self._context.notices.put(Notice(_NOTICE, Tone.SUCCESS, told))

    def _dialog(self, start: Path, saving: bool) -> Path | None:  # noqa: FBT001 - as AskFile has it
        owner: QWidget = self.tab
        kinds = self.tr("Tệp danh mục (*.json)")
        if saving:
            chosen, _ = QFileDialog.getSaveFileName(owner, self.tr("Xuất danh mục"), str(start), kinds)
        else:
            chosen, _ = QFileDialog.getOpenFileName(owner, self.tr("Nhập danh mục"), str(start), kinds)
        return Path(chosen) if chosen else None


def _day(text: str) -> date | None:
    try:
        return datetime.strptime(text, "%d/%m/%Y").date()  # noqa: DTZ007 - a day without a clock
    except ValueError:
        return None

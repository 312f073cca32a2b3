"""Wires the list of dossiers: pages of rows, counts, filters kept; the dossier's page and the lists on paper."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.domain.dossier_filter import Count, DossierFilter, DossierPage
from counter_app.domain.dossiers import Dossier
from counter_app.domain.places import Officer
from counter_app.domain.procedures import Procedure
from counter_app.errors import CounterError
from counter_app.services.bundle import Services
from ui import messages
from ui.desk.context import DeskContext
from ui.desk.dossier.acts import Act
from ui.desk.dossier.reading import touch
from ui.desk.dossiers.filters import Filter
from ui.desk.dossiers.page import DossiersPage, Found
from ui.desk.receive.papers import Receipts

if TYPE_CHECKING:  # imported at the first opening
    from ui.desk.dossier.controller import DossierController
    from ui.desk.dossiers.exports import DossierExports

_PAGE = 50
_SOON_MS = 200
_COUNT_MS = 250
_NOTICE = "dossiers"


class DossiersController(QObject):
    """Finds and shows; ``return_asked(Dossier)`` asks for the page that hands over."""

    return_asked = Signal(object)

    def __init__(
        self,
        context: DeskContext,
        page: DossiersPage,
        receipts: Receipts,
        choose_folder: Callable[[Path], Path | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._page, self._receipts = context, page, receipts
        self._choose_folder = choose_folder
        self._selected = ""
        self._after, self._reading_more = "", False
        self._listed = DossierFilter()
        self._count = Count(0)
        self._offered = False
        self.dossier: DossierController | None = None
        self.exports: DossierExports | None = None
        self._soon, self._counting = self._timer(_SOON_MS, self.refresh), self._timer(_COUNT_MS, self._read_counts)
        self._wire()

    def _timer(self, wait: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(wait)
        timer.timeout.connect(then)
        return timer

    def _wire(self) -> None:
        page = self._page
        page.asked.connect(self.refresh)
        page.table.opened.connect(self.show)
        page.table.more_asked.connect(self._read_more)
        page.detail.open_asked.connect(self.show)
        page.detail.act_asked.connect(self.show)
        page.detail.print_asked.connect(self._receipts.print)
        page.exports_asked.connect(self._show_exports)
        page.filter_named.connect(self._keep_filter)
        page.filter_dropped.connect(self._drop_filter)
        self._context.tasks.streams_changed.connect(self._changed)

    # the list

    def enter(self) -> None:
        """Come to the page: the list is read again unless a person is deep in it, or a dossier is open."""
        if not self._page.showing_list:
            (self._page.stack.currentWidget() or self._page).setFocus()
            return
        if not self._offered:
            self._offered = True
            self._context.tasks.read(
                self._read_choices, lambda read: self._page.filters.offer(*read, self._page.today), owner=self
            )
        if self._page.table.row < _PAGE:
            self.refresh()
        self._page.line.setFocus()

    def refresh(self) -> None:
        """Read the first page of the list again."""
        services, wanted, officer = self._context.services, self._page.wanted, self._context.officer.id
        self._listed = wanted

        def show(read: tuple[DossierPage, Found]) -> None:
            self._after = read[0].after
            self._page.present(read[1], self._selected)
            self._selected = ""
            self._counting.start()

        self._context.tasks.read(lambda: _read(services, wanted, officer), show, self._failed, owner=self, topic="list")

    def _read_more(self) -> None:
        if not self._after or self._reading_more:
            return
        services, wanted, after = self._context.services, self._listed, self._after
        self._reading_more = True

        def show(page: DossierPage) -> None:
            self._reading_more = False
            if wanted == self._listed and after == self._after:
                self._after = page.after
                self._page.table.append(page.dossiers)
                self._page.say_count(self._count)

        def failed(error: CounterError) -> None:
            self._reading_more = False
            self._failed(error)

        self._context.tasks.read(lambda: services.dossiers.list(wanted, _PAGE, after), show, failed, owner=self)

    def _read_counts(self) -> None:
        """Count each list within what is chosen; while words are searched for, this list only."""
        services, listed, today = self._context.services, self._listed, self._page.today
        chosen = self._page.filters.wanted
        lists = {} if chosen.text else {which: which.narrow(chosen, today) for which in Filter}

        def work() -> tuple[dict[Filter, Count], Count]:
            counts = {which: services.dossiers.count(wanted) for which, wanted in lists.items()}
            return counts, services.dossiers.count(listed)

        def show(read: tuple[dict[Filter, Count], Count]) -> None:
            if listed == self._listed:
                self._count = read[1]
                self._page.present_counts(*read)

        self._context.tasks.read(work, show, self._failed, owner=self, topic="counts")

    def _read_choices(self) -> tuple[tuple[Procedure, ...], tuple[Officer, ...]]:
        services = self._context.services
        return services.catalogue.procedures(), services.officers.all()

    def _keep_filter(self, name: str) -> None:
        services, wanted, officer = self._context.services, self._page.wanted, self._context.officer.id
        self._context.tasks.run(
            lambda: services.dossiers.save_filter(officer, name, wanted), lambda _: self.refresh(), owner=self
        )

    def _drop_filter(self, name: str) -> None:
        services, officer = self._context.services, self._context.officer.id
        self._context.tasks.run(
            lambda: services.dossiers.drop_filter(officer, name), lambda _: self.refresh(), owner=self
        )

    # one dossier

    def open(self, dossier: Dossier, act: Act | None = None) -> None:
        """Show a dossier found elsewhere; the list behind it has it selected."""
        self._page.set_filter(Filter.ALL)
        self._page.filters.show_filter(DossierFilter(text=dossier.code))
        self._selected = dossier.id
        self.refresh()
        self.show(dossier, act)

    def show(self, dossier: Dossier, act: Act | None = None) -> None:
        """Open a dossier's page, and the form of an act at once."""
        if act is Act.RETURN:
            self.return_asked.emit(dossier)
            return
        controller = self._made_page()
        self._page.stack.setCurrentWidget(controller.page)
        controller.page.setFocus()
        controller.open(dossier.id, act)

    def show_current(self) -> None:
        """Ctrl+O: open the dossier selected."""
        if self._page.showing_list and self._page.table.current is not None:
            self.show(self._page.table.current)

    def act(self) -> None:
        """Ctrl+Enter: do what is main in what is shown."""
        shown = self._page.stack.currentWidget()
        if self.dossier is not None and shown is self.dossier.page:
            self.dossier.act()
        elif self.exports is not None and shown is self.exports:
            self.exports.run()
        else:
            self._page.detail.ask_act()

    def print(self) -> None:
        """Ctrl+P: print or show the paper of what is shown."""
        if self.dossier is not None and self._page.stack.currentWidget() is self.dossier.page:
            self.dossier.print()
        elif self._page.showing_list and self._page.table.current is not None:
            self._receipts.print(self._page.table.current)

    def _made_page(self) -> "DossierController":
        if self.dossier is None:
            from ui.desk.dossier.controller import DossierController
            from ui.desk.dossier.page import DossierPage

            page = DossierPage()
            self._page.stack.addWidget(page)
            self.dossier = DossierController(self._context, page, self._choose_folder, parent=self)
            self.dossier.closed.connect(self._page.show_list)
            self.dossier.return_asked.connect(self.return_asked)
        return self.dossier

    # lists on paper and as files

    def _show_exports(self, register: bool) -> None:
        if self.exports is None:
            from ui.desk.dossiers.exports import DossierExports

            self.exports = DossierExports(self._context)
            self.exports.closed.connect(self._page.show_list)
            self._page.stack.addWidget(self.exports)
        self._page.stack.setCurrentWidget(self.exports)
        if register:
            self.exports.show_register()
        else:
            services, wanted = self._context.services, self._page.wanted
            self.exports.show_list(self._page.words, lambda: services.dossiers.each(wanted))

    # what happens elsewhere

    def _failed(self, error: CounterError) -> None:
        said = messages.message(error)
        self._page.present_failure(said.title, said.next_step)

    def _changed(self, streams: frozenset[str]) -> None:
        changed = {stream.partition("/")[2] for stream in streams if stream.startswith("dossier/")}
        if not changed:
            return
        for dossier_id in changed & self._page.table.ids:
            self._context.tasks.read(
                partial(self._context.services.dossiers.dossier, dossier_id),
                self._page.table.replace,
                lambda _: None,
                owner=self,
                topic=f"dossier/{dossier_id}",
            )
        if self._page.isVisible() and self._page.showing_list:
            if changed - self._page.table.ids and self._page.table.row < _PAGE:
                self._soon.start()
            else:
                self._counting.start()


def _read(services: Services, wanted: DossierFilter, officer: str) -> tuple[DossierPage, Found]:
    calendar = services.calendar.calendar()
    touch(calendar, None, services.clock.now())
    page = services.dossiers.list(wanted, _PAGE)
    return page, Found(page.dossiers, calendar, services.officers.all(), services.dossiers.filters(officer))

"""The logic of forms 02 and 03 at the counter: opened with what is missing, recorded together with the dossier."""

from collections.abc import Callable
from datetime import date, time

from PySide6.QtCore import QObject, Signal

from counter_app.domain.dossier_facts import FormKind, PersonKind, Rule
from counter_app.domain.dossiers import Dossier
from counter_app.domain.law import law_on
from counter_app.domain.working_calendar import VIETNAM
from counter_app.errors import Code, CounterError
from counter_app.services.draft_facts import typed_moment
from counter_app.services.drafts import Draft, missing_papers
from counter_app.services.lifecycle import Override
from ui.components.banner import Act
from ui.desk.context import DeskContext
from ui.desk.receive import checks
from ui.desk.receive.incomplete import IncompleteState
from ui.desk.receive.keeper import DraftKeeper
from ui.desk.receive.page import ReceivePage

_NOTICE = "receive"


class IncompleteControl(QObject):
    """Fills the panel and records.

    ``registered(Dossier)``, ``failed(CounterError)``; ``override_asked(CounterError)`` when the law forbids it and the
    officer wants an administrator.
    """

    registered = Signal(object)
    failed = Signal(object)
    override_asked = Signal(object)

    def __init__(
        self,
        context: DeskContext,
        page: ReceivePage,
        keeper: DraftKeeper,
        put: Callable[[str, str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._page, self._keeper, self._put = context, page, keeper, put
        self._form = FormKind.SUPPLEMENT
        self.busy = False
        self.procedure_name = ""
        page.incomplete.edited.connect(put)

    def open(self, form: FormKind) -> None:
        """Open form 02 or 03 with what is known; what was typed in it before is still there."""
        draft = self._keeper.draft
        if draft is None:
            return
        self._form = form
        self._page.incomplete.forget()
        self._prefill(draft)
        self.present()
        self._page.incomplete.focus()

    def reset(self) -> None:
        """Be ready for another dossier."""
        self.busy = False
        self._page.incomplete.forget()

    def present(self) -> None:
        """Show the form anew."""
        draft = self._keeper.draft
        if draft is not None:
            self._page.present_incomplete(self._state(draft))

    def submit(self, override: Override | None = None) -> None:
        """Record the dossier and its form 02 or 03."""
        draft = self._keeper.draft
        if draft is None or self.busy:
            return
        try:
            until = typed_moment(draft.until, time())
        except CounterError as error:
            self.failed.emit(error)
            self._page.incomplete.until.line.setFocus()
            return
        chosen = self._page.incomplete.chosen()
        if not chosen:
            self.failed.emit(CounterError(Code.REASON_MISSING))
            self._page.incomplete.focus()
            return
        self._keeper.let_go()
        self.busy = True
        self.present()
        record = self._record(draft, chosen, until.date() if until else None, override)
        self._context.tasks.run(record, self._was_registered, self._was_not, owner=self)

    def _record(
        self, draft: Draft, chosen: tuple[str, ...], until: date | None, override: Override | None
    ) -> Callable[[], Dossier]:
        reception, desk, officer = self._context.services.reception, self._context.desk, self._context.officer.id
        if self._form is FormKind.REFUSAL:
            return lambda: reception.refuse_at_counter(draft, desk, officer, chosen, override=override)
        return lambda: reception.register_incomplete(
            draft, desk, officer, chosen, draft.reason, contact=draft.contact, until=until, override=override
        )

    def _was_registered(self, dossier: Dossier) -> None:
        self.busy = False
        self.registered.emit(dossier)

    def _was_not(self, error: CounterError) -> None:
        self.busy = False
        if self._keeper.draft is not None:
            self._keeper.change(self._keeper.draft)
        self.present()
        if error.code is Code.LAW_FORBIDS:
            acts = (Act("override", self.tr("Cho phép, ghi lý do…"), "lock-open"),)
            self._context.notices.put_error(_NOTICE, error, acts, lambda _: self.override_asked.emit(error))
        else:
            self.failed.emit(error)

    def _prefill(self, draft: Draft) -> None:
        if self._form is not FormKind.SUPPLEMENT:
            return
        if not draft.reason.strip():
            self._put("reason", self.tr("Hồ sơ chưa đủ giấy tờ theo quy định."))
        if not draft.contact.strip():
            self._put("contact", self._context.officer.name)

    def _state(self, draft: Draft) -> IncompleteState:
        supplement = self._form is FormKind.SUPPLEMENT
        today = self._context.now().astimezone(VIETNAM).date()
        citizen = draft.kind is PersonKind.CITIZEN
        name = draft.name.strip() or self.tr("người nộp")
        return IncompleteState(
            form=self._form,
            who=self.tr("Ông/bà {name}").format(name=name) if citizen else name,
            what=self.procedure_name,
            items=_items(draft) if supplement else tuple((reason, False) for reason in self._reasons()),
            reason=draft.reason,
            contact=draft.contact,
            until=draft.until,
            content=draft.content,
            asks_content=not draft.procedure,
            again=supplement and draft.resumed,
            article=law_on(today).articles[Rule.SUPPLEMENT_ONCE],
            verdicts=checks.moment_verdicts(draft, self._context.now()),
            busy=self.busy,
        )

    def _reasons(self) -> tuple[str, ...]:
        return (
            self.tr("Không thuộc thẩm quyền giải quyết của UBND cấp xã"),
            self.tr("Giấy tờ không hợp lệ hoặc đã hết hiệu lực"),
            self.tr("Không thuộc đối tượng, không đủ điều kiện theo quy định của thủ tục"),
            self.tr("Đã có hồ sơ cùng nội dung đang được giải quyết"),
            self.tr("Người nộp không có giấy tờ chứng minh được ủy quyền"),
        )


def _items(draft: Draft) -> tuple[tuple[str, bool], ...]:
    """Every paper that could be asked for: what is missing is ticked, alternatives stand in one line."""
    missing = missing_papers(draft.papers)
    alone = {group[0] for group in missing if len(group) == 1}
    grouped = {name for group in missing if len(group) > 1 for name in group}
    rest = [paper.name for paper in draft.papers if paper.name not in grouped | alone and paper.required]
    asked = [" / ".join(group) for group in missing]
    return (*((name, True) for name in asked), *((name, False) for name in rest))

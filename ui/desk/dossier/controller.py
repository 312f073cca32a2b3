"""Wires one dossier's page: reads it, offers its acts, does them, shows its papers."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from counter_app.domain.dossier_facts import FormKind
from counter_app.domain.dossiers import Dossier
from counter_app.domain.places import Officer
from counter_app.errors import CounterError
from counter_app.services.lifecycle import Override
from ui import messages
from ui.components.banner import Act as Button
from ui.components.banner import Notice
from ui.components.tone import Tone
from ui.desk.context import DeskContext
from ui.desk.dossier import act_words
from ui.desk.dossier.act_forms import ActForm, Setting
from ui.desk.dossier.acts import KINDS, Act, Offer, offers, refusal
from ui.desk.dossier.citizen_copy import CitizenCopyControl
from ui.desk.dossier.filled import Doing, Filled, fact_of, perform
from ui.desk.dossier.override import Leave, OverrideForm
from ui.desk.dossier.page import DossierPage
from ui.desk.dossier.papers import DossierPapers
from ui.desk.dossier.parts import ChooseFile
from ui.desk.dossier.reading import DossierRead, PaperTexts, read_dossier, read_texts
from ui.desk.looking import note_look
from ui.desk.process.files import FileRef

_NOTICE = "dossier"
_SOON_MS = 150


class DossierController(QObject):
    """One dossier at a time; ``closed()`` asks for the list, ``return_asked(Dossier)`` for the page that hands over."""

    closed = Signal()
    return_asked = Signal(object)
    shown = Signal(object)

    def __init__(
        self,
        context: DeskContext,
        page: DossierPage,
        choose_folder: Callable[[Path], Path | None],
        choose_file: ChooseFile | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self.page = context, page
        self.choose_file: ChooseFile = choose_file or self._ask_file
        self.read: DossierRead | None = None
        self._id = ""
        self._wanted: Act | None = None
        self._forms: dict[Act, ActForm] = {}
        self._pleas: dict[Act, OverrideForm] = {}
        self._leaves: dict[Act, Override] = {}
        self._last_form: FormKind | None = None
        self._busy = False
        self.papers = DossierPapers(context, page, choose_folder, self)
        self.copies = CitizenCopyControl(context, page, choose_folder, self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self.refresh)
        self._wire()

    def _wire(self) -> None:
        page = self.page
        page.back_asked.connect(self.leave)
        page.act_key.connect(self._key)
        page.form_key.connect(self._form_number)
        page.acts.chosen.connect(self.begin)
        page.acts.forbidden_chosen.connect(self.plead)
        page.acts.done.paper_asked.connect(self.print)
        page.sheet.file_opened.connect(self._open_file)
        page.sheet.save_asked.connect(self._save_scanned)
        page.sheet.form_opened.connect(self.show_form)
        page.sheet.payment_opened.connect(self._show_payment)
        self.papers.closed.connect(self._paper_closed)
        self.papers.recognised.connect(self._recognised)
        notices = self._context.notices
        notices.changed.connect(page.banners.present)
        page.banners.acted.connect(notices.act)
        page.banners.dismissed.connect(notices.drop)
        page.banners.present(notices.all)
        self._context.tasks.streams_changed.connect(self._changed)

    # which dossier

    @property
    def typed(self) -> bool:
        """Whether something is typed that is in no journal yet."""
        forms, pleas = self._forms.values(), self._pleas.values()
        return any(not form.blank for form in forms) or any(not plea.blank for plea in pleas)

    def open(self, dossier_id: str, act: Act | None = None) -> None:
        """Show a dossier, and the form of an act at once; what is typed for another one is asked about first."""
        if dossier_id != self._id and self.typed:
            self._ask_to_drop(partial(self._open, dossier_id, act))
        else:
            self._open(dossier_id, act)

    def leave(self) -> None:
        """Esc: go back to the list; what is typed is asked about first."""
        if self.page.form is not None:
            self.page.show_acts()
        elif self.typed:
            self._ask_to_drop(self._leave)
        else:
            self._leave()

    def refresh(self) -> None:
        """Read the dossier again."""
        services, asked, me = self._context.services, self._id, self._context.officer.id
        if asked:
            self._context.tasks.read(
                lambda: read_dossier(services, asked, me),
                lambda read: self._present(read) if read.dossier.id == self._id else None,
                self._failed,
                owner=self,
                topic="dossier",
            )

    def _open(self, dossier_id: str, act: Act | None) -> None:
        if dossier_id != self._id:
            self._forget()
            self._id, self.read = dossier_id, None
            self.page.acts.done.present("")
        self._wanted = act
        self.page.show_body()
        self.refresh()

    def _leave(self) -> None:
        self._forget()
        self._id, self.read = "", None
        self.closed.emit()

    def _forget(self) -> None:
        self._context.notices.drop(_NOTICE)
        self.papers.forget()
        self.page.show_acts()
        for form in (*self._forms.values(), *self._pleas.values()):
            self.page.side.removeWidget(form)
            form.deleteLater()
        self._forms, self._pleas, self._leaves = {}, {}, {}
        self._last_form = None

    def _ask_to_drop(self, then: Callable[[], None]) -> None:
        told = self.tr("Nội dung đã nhập chưa được ghi vào hồ sơ.")
        more = self.tr("Rời hồ sơ này thì phần đã nhập không còn.")
        acts = (Button("drop", self.tr("Bỏ và rời"), "trash"), Button("keep", self.tr("Ở lại")))
        notice = Notice(_NOTICE, Tone.WARNING, told, more, acts=acts)
        self._context.notices.put(notice, lambda act: then() if act == "drop" else None)

    def _present(self, read: DossierRead) -> None:
        first = self.read is None
        self.read = read
        self.page.present(read, self._offers(read))
        self.papers.load_thumbs()
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self._choose(wanted)
        elif first and self.page.used and self.page.form is None:
            self.page.acts.focus()
        if first:
            note_look(self._context, read.dossier.id, self)
            self.shown.emit(read.dossier)

    def _offers(self, read: DossierRead) -> tuple[Offer, ...]:
        return offers(read.dossier, self._me(read), self._context.now())

    def _me(self, read: DossierRead) -> Officer:
        """The officer as the journal has him or her now: duties may have changed since signing in."""
        return read.officers.get(self._context.officer.id, self._context.officer)

    # acts

    def act(self) -> None:
        """Ctrl+Enter: do what is filled in, or begin the main act."""
        form = self.page.form
        if not self.page.showing_body:
            return
        if isinstance(form, ActForm | OverrideForm):
            form.submit()
        elif self.read is not None and form is None:
            first = next((offer for offer in self._offers(self.read) if offer.allowed), None)
            if first is not None:
                self.begin(first.act)

    def begin(self, act: Act) -> None:
        """Open an act's form; what asks for nothing is done at once."""
        if self.read is None or self._busy:
            return
        self.page.acts.done.present("")
        if act is Act.RETURN:
            self.return_asked.emit(self.read.dossier)
        elif act is Act.TAKE_OVER:
            self._do(act, Filled())
        else:
            form = self._form(act, self.read)
            self.page.show_form(form)
            form.focus()

    def plead(self, offer: Offer) -> None:
        """Say why an act is forbidden, and let an administrator allow it."""
        if self.read is None:
            return
        if offer.act in self._leaves:
            self.begin(offer.act)
            return
        plea = self._pleas.get(offer.act)
        if plea is None:
            said = messages.message(refusal(self.read.dossier, offer))
            title = act_words.act_words(offer.act)
            plea = OverrideForm(title, said.title, said.next_step, tuple(self.read.officers.values()))
            plea.given.connect(partial(self._check_leave, offer.act))
            plea.left.connect(self.page.show_acts)
            self._pleas[offer.act] = plea
        self.page.show_form(plea)
        plea.focus()

    def _form(self, act: Act, read: DossierRead) -> ActForm:
        form = self._forms.get(act)
        if form is None:
            form = ActForm(act, Setting(read, self._me(read), lambda: self.choose_file()))
            form.submitted.connect(partial(self._submit, act))
            form.preview_asked.connect(partial(self._preview, act))
            form.left.connect(self.page.show_acts)
            self._forms[act] = form
        leave = self._leaves.get(act)
        if leave is not None:
            told = self.tr("Vượt quy tắc, {who} cho phép: {reason}")
            form.tell_leave(told.format(who=read.name_of(leave.administrator), reason=leave.reason))
        return form

    def _check_leave(self, act: Act, leave: Leave) -> None:
        door, plea = self._context.services.sign_ins, self._pleas[act]
        plea.set_busy(True)

        def opened(_: Officer) -> None:
            if self._pleas.get(act) is not plea:  # another dossier is on screen by now
                return
            self._leaves[act] = Override(leave.administrator, leave.reason)
            self.page.show_acts()
            self._pleas.pop(act)
            self.page.side.removeWidget(plea)
            plea.deleteLater()
            self.begin(act)

        self._context.tasks.run(
            lambda: door.give_leave(leave.administrator, leave.pin, leave.code), opened, plea.refuse, owner=plea
        )

    def _submit(self, act: Act) -> None:
        self._do(act, self._forms[act].filled)

    def _do(self, act: Act, filled: Filled) -> None:
        if self._busy or self.read is None:
            return
        self._set_busy(act, True)
        doing = Doing(
            self._context.services.lifecycle, self._id, self._context.officer.id, filled, self._leaves.get(act)
        )
        self._context.tasks.run(
            lambda: perform(act, doing), partial(self._was_done, act), partial(self._refused, act), owner=self
        )

    def _was_done(self, act: Act, dossier: Dossier) -> None:
        self._set_busy(act, False)
        self._context.notices.drop(_NOTICE)
        self._leaves.pop(act, None)
        form = self._forms.pop(act, None)
        if dossier.id != self._id:
            return
        self._last_form = KINDS[act].form
        number = self._last_form.value if self._last_form else ""
        self.page.acts.done.present(act_words.done_words(act), number)
        self.page.show_acts()
        if form is not None:
            self.page.side.removeWidget(form)
            form.deleteLater()
        self.refresh()

    def _refused(self, act: Act, error: CounterError) -> None:
        self._set_busy(act, False)
        said = messages.message(error)
        form = self._forms.get(act)
        if form is not None:
            form.say(f"{said.title} {said.next_step}")
        else:
            self._context.notices.put_error(_NOTICE, error)
        self.refresh()

    def _set_busy(self, act: Act, busy: bool) -> None:
        self._busy = busy
        if act in self._forms:
            self._forms[act].set_busy(busy)

    def _choose(self, act: Act) -> None:
        """Begin an act, or say why it is forbidden."""
        if self.read is None:
            return
        offer = next((one for one in self._offers(self.read) if one.act is act), None)
        if offer is not None and offer.allowed:
            self.begin(act)
        elif offer is not None:
            self.plead(offer)

    def _key(self, key: str) -> None:
        if not self.page.showing_body:
            return
        form = self.page.form
        if key == "Alt+V":
            if isinstance(form, OverrideForm):
                form.open_leave()
            elif form is None:
                self.page.acts.toggle_far()
            return
        self._choose(next(act for act, kind in KINDS.items() if kind.key == key))

    # papers

    def print(self) -> None:
        """Ctrl+P: print the paper on screen, see the paper just made or filled in, else the receipt."""
        form = self.page.form
        if self.papers.print_shown() or self.read is None:
            return
        if isinstance(form, ActForm) and KINDS[form.act].form is not None:
            form.preview()
        else:
            self.show_form(self._last_form or FormKind.RECEIPT)

    def show_form(self, kind: FormKind) -> None:
        """Show a form of the circular as it was given out."""
        if self.read is not None and (kind in self.read.forms or kind is self._last_form):
            self.papers.show_form(self.read.dossier, kind)

    def _preview(self, act: Act) -> None:
        fact = fact_of(act, self._context.officer.id, self._forms[act].filled)
        if fact is not None and self.read is not None:
            self.papers.preview(self.read.dossier, fact, act_words.act_words(act))

    def _show_payment(self, number: int) -> None:
        if self.read is not None:
            self.papers.show_payment(self.read.dossier, number)

    def _paper_closed(self) -> None:
        self.page.show_body()
        form = self.page.form
        if isinstance(form, ActForm):
            form.submit_button.setFocus()
        else:
            self.page.acts.focus()

    def _form_number(self, number: int) -> None:
        if self.page.showing_body:
            self.show_form(FormKind(f"{number:02d}"))

    def _open_file(self, file: FileRef) -> None:
        if self.read is not None:
            self.papers.open_file(self.read.dossier, file)

    def _save_scanned(self, file: FileRef) -> None:
        if self.read is not None:
            self.papers.save_scanned(self.read.dossier, file)

    # what happens elsewhere

    def _changed(self, streams: frozenset[str]) -> None:
        if self._id and (f"dossier/{self._id}" in streams or any(one.startswith("officer/") for one in streams)):
            self._soon.start()

    def _recognised(self, of: str) -> None:
        """Say how far the text is, and leave the page as it is otherwise: somebody may be typing."""
        services, asked = self._context.services, self._id
        if not asked or of != asked:
            return

        def show(texts: PaperTexts) -> None:
            if asked == self._id:
                self.page.sheet.present_texts(texts)

        self._context.tasks.read(lambda: read_texts(services, asked), show, owner=self, topic="texts")

    def _failed(self, error: CounterError) -> None:
        self._context.notices.put_error(_NOTICE, error)

    def _ask_file(self) -> Path | None:
        chosen, _ = QFileDialog.getOpenFileName(self.page, self.tr("Chọn tệp đính kèm"))
        return Path(chosen) if chosen else None

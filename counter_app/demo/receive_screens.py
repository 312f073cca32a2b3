"""Pictures of what a reception seldom needs, warns of, asks for and refuses."""

from collections.abc import Callable
from dataclasses import replace

from counter_app.demo.morning import CARDS, OFFICERS, SINGLE
from counter_app.demo.office import DemoOffice
from counter_app.demo.scan_screens import ScanPictures
from counter_app.domain.citizen_card import parse_card
from counter_app.domain.dossier_facts import FormKind, PersonKind, ReturnWay
from counter_app.domain.procedures import Channel
from counter_app.services.drafts import Draft, DraftPerson, put_paper
from ui.desk.receive.state import ApplicantField
from ui.desk.window import DeskWindow
from ui.shell.pictures import Studio
from ui.tasks import Tasks

_DESK = 3
_SMALL, _LARGE = (1366, 768), (1920, 1080)
_SIZES = (("1366", _SMALL, 1.0), ("1920", _LARGE, 1.15), ("200pct", _LARGE, 2.0))
_CERTIFIED, _DEATH = "2.000815", "1.000656"


class ReceivePictures:
    """Takes them with one open office; each begins with a form of its own at desk 3."""

    def __init__(self, studio: Studio, office: DemoOffice) -> None:
        self._studio, self._office = studio, office
        self._services = office.counter.services

    def draw(self) -> None:
        """Take all of them."""
        self._everywhere("desk-more", self._more(), lambda window: self._scroll(window, 170))
        self._everywhere("desk-form02", self._lacking(), lambda window: self._ask(window, FormKind.SUPPLEMENT))
        self._small("desk-form03", self._nameless(), lambda window: self._ask(window, FormKind.REFUSAL))
        self._small("desk-lacking", self._lacking())
        self._small("desk-organisation", self._organisation())
        self._small("desk-certified", replace(self._form(_CERTIFIED, 1), copies=5, fee_copies=3))
        self._small("desk-usual", self._form("", 2), self._usual)
        self._small("desk-form02-done", self._lacking(), self._register)
        self._small("desk-waiting", replace(self._form(SINGLE, 2), id="waiting-again"))
        self._small("desk-visit", self._form(SINGLE, 1), self._visit)
        self._small("desk-duplicate", replace(self._form(SINGLE, 1), id="once-more"))
        self._services.reception.discard(_DESK)
        ScanPictures(self._studio, self._office).draw()

    def _form(self, procedure: str, card: int) -> Draft:
        reception = self._services.reception
        draft = reception.fill(reception.begin(_DESK), parse_card(CARDS[card][2]))
        draft = reception.choose(draft, procedure) if procedure else draft
        return replace(draft, phone="0905 000 203")

    def _lacking(self) -> Draft:
        draft = self._form(SINGLE, 2)
        return replace(draft, papers=put_paper(draft.papers, 0, replace(draft.papers[0], applies=False)))

    def _nameless(self) -> Draft:
        return replace(self._form("", 1), content="Cấp hộ chiếu phổ thông")

    def _organisation(self) -> Draft:
        return replace(
            self._form(SINGLE, 1),
            kind=PersonKind.ENTERPRISE,
            name="CÔNG TY TNHH HOA SEN GIẢ",
            identity="58012345",
            representative="Nguyễn Văn Bình",
        )

    def _more(self) -> Draft:
        return replace(
            self._form(SINGLE, 0),
            channel=Channel.POSTAL,
            other_code="EB 000 152 417 VN",
            submitted="20/11/2026 08:15",
            authorised=DraftPerson(
                "Lê Minh Khôi",
                "000096001234",
                residence="Thôn An Khê, xã An Phúc",
                phone="0905 000 123",
                paper="Giấy ủy quyền số 12/2026",
            ),
            co_applicants=(DraftPerson("Nguyễn Văn Bình", "000085001203", "02/09/1985"),),
            sets=2,
            content="Xác nhận để bổ sung hồ sơ vay vốn",
            return_way=ReturnWay.POST,
            return_address="Thôn Phú Hòa, xã An Phúc",
            authority_name="UBND xã Bình Hòa",
        )

    def _everywhere(self, name: str, draft: Draft, act: Callable[[DeskWindow], None]) -> None:
        for suffix, size, scale in _SIZES:
            self._take(f"{name}-{suffix}", draft, size, scale, act)

    def _small(self, name: str, draft: Draft, act: Callable[[DeskWindow], None] | None = None) -> None:
        self._take(f"{name}-1366", draft, _SMALL, 1.0, act)

    def _take(
        self, name: str, draft: Draft, size: tuple[int, int], scale: float, act: Callable[[DeskWindow], None] | None
    ) -> None:
        self._services.reception.save(_DESK, draft)
        self._studio.look(scale=scale)
        counter, tasks = self._office.counter, Tasks(self._services.changes)
        officer = next(one for one in self._services.officers.all() if one.id == OFFICERS[_DESK])
        window = DeskWindow(self._services, tasks, counter.devices, counter.replicator, _DESK, officer)
        self._studio.show(window, *size)
        self._studio.wait(lambda: window.receive.keeper.draft is not None, "the form")
        self._studio.settle(500)
        window.notices.drop("receive")  # "opened again" is true of every window that is made for a picture
        if act is not None:
            act(window)
        self._studio.settle(500)
        self._studio.take(name, window)
        self._studio.put_away(window)
        tasks.close()
        self._studio.look()

    def _scroll(self, window: DeskWindow, to: int) -> None:
        scale = window.receive_page.form.applicant.fields[ApplicantField.NAME].line.height() / 32
        window.receive_page.form.verticalScrollBar().setValue(round(to * scale))

    def _ask(self, window: DeskWindow, form: FormKind) -> None:
        window.receive.ask_incomplete(form)
        window.notices.drop("receive")

    def _usual(self, window: DeskWindow) -> None:
        window.help.read_often("certification")
        self._studio.settle(300)
        window.receive_page.form.procedure.line.setFocus()
        window.receive_page.form.procedure.usual_asked.emit()

    def _register(self, window: DeskWindow) -> None:
        self._ask(window, FormKind.SUPPLEMENT)
        window.receive.act()
        self._studio.wait(lambda: window.receive.ending.done is not None, "the form 02")

    def _visit(self, window: DeskWindow) -> None:
        """Receive one dossier, then another of the same person."""
        receive = window.receive
        receive.act()
        self._studio.wait(lambda: receive.ending.done is not None, "the first dossier")
        receive.start_another()
        self._studio.wait(lambda: receive.ending.done is None, "the second form")
        receive.choose(_DEATH)
        self._studio.wait(lambda: receive.procedure is not None, "the second procedure")
        receive.act()
        self._studio.wait(lambda: receive.ending.done is not None, "the second dossier")

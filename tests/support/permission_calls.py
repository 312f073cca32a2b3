"""One real call of each method that asks for a duty; its arguments let it come as far as its check."""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from uuid import uuid4

import pyrage
from PIL import Image

from counter_app.domain.backup_plan import BackupPlan
from counter_app.domain.citizen_card import parse_card
from counter_app.domain.dossier_facts import Commented, FileRole, FormKind, PaymentMethod
from counter_app.domain.dossier_filter import DossierFilter
from counter_app.domain.facts import DayKind, Duty, Session
from counter_app.domain.places import Desk, PlacedGroup
from counter_app.domain.queue_facts import KioskMode
from counter_app.domain.queue_policy import BoardChoices, QueuePolicy, RatingChoices, TicketTemplate
from counter_app.domain.review_facts import Decision
from counter_app.domain.spoken import CLIPS
from counter_app.services.bundle import Services
from counter_app.services.drafts import Draft, DraftPage, PageEdit
from counter_app.services.officers import NewOfficer
from counter_app.services.register import Period
from counter_app.services.releases import Release
from counter_app.store.security_events import EventFilter
from tests.support.hostile_files import one_page_pdf

DAY = date(2026, 12, 30)
NOTHING = "0" * 64
CARD = "000152000417||Trần Thị Hoa|14031952|Nữ|Thôn Phú Hòa, xã An Phúc|01012022"
RECIPIENT = str(pyrage.x25519.Identity.generate().to_public())
SECRET = "hoa-sen-2026-an"  # noqa: S105 - invented
Call = Callable[[Services, str], object]


@dataclass(frozen=True)
class Setting:
    """What the calls are about: another officer's dossier, its entry under review, a device, a form, a folder."""

    dossier: str
    review: str
    device: str
    draft: Draft
    folder: Path


def calls(of: Setting) -> Mapping[str, Call]:
    """Every call, by ``service.method``; its arguments are the services and the officer."""
    return {
        **_queue(of),
        **_administration(of),
        **_catalogue(),
        **_reception(of),
        **_pages(of),
        **_dossiers(of),
        **_lifecycle(of),
        **_lists(of),
        **_backups(of),
        **_reviews(of),
    }


def _queue(of: Setting) -> dict[str, Call]:
    return {
        "queue.call_next": lambda s, o: s.queue.call_next(3, o, command=uuid4().hex),
        "queue.call_back": lambda s, o: s.queue.call_back("none", 3, o, command=uuid4().hex),
        "queue.call_chosen": lambda s, o: s.queue.call_chosen("none", 3, o, "Người già", command=uuid4().hex),
        "queue.switch_kiosk": lambda s, o: s.queue.switch_kiosk(KioskMode.HOURS, o, command=uuid4().hex),
        "queue.close_day": lambda s, o: s.queue.close_day(o, command=uuid4().hex),
        "fleet_log.serviced": lambda s, o: s.fleet_log.serviced(of.device, o),
    }


def _administration(of: Setting) -> dict[str, Call]:
    def new(s: Services, o: str) -> None:
        s.officers.register(NewOfficer(uuid4().hex, "Trần Văn Mới", "", SECRET), by=o)

    return {
        "queue_choices.set_policy": lambda s, o: s.queue_choices.set_policy(QueuePolicy(), o),
        "queue_choices.set_template": lambda s, o: s.queue_choices.set_template(TicketTemplate(), o),
        "queue_choices.set_board": lambda s, o: s.queue_choices.set_board(1, BoardChoices(), o),
        "queue_choices.set_rating": lambda s, o: s.queue_choices.set_rating(RatingChoices(), o),
        "queue_choices.define_group": lambda s, o: s.queue_choices.define_group(
            PlacedGroup(s.catalogue.groups()[0], 1), o
        ),
        "queue_choices.define_desk": lambda s, o: s.queue_choices.define_desk(Desk(9, s.office.id, ()), o),
        "voice.keep": lambda s, o: s.voice.keep(CLIPS[0].name, b"RIFF", o),
        "voice.restore": lambda s, o: s.voice.restore(CLIPS[0].name, o),
        "stations.bar": lambda s, o: s.stations.bar("none", o),
        "calendar.set_day": lambda s, o: s.calendar.set_day(DAY, DayKind.OFF, "Nghỉ", "Quyết định", o),
        "calendar.swap": lambda s, o: s.calendar.swap(DAY, date(2027, 1, 2), "Hoán đổi", "Quyết định", o),
        "calendar.set_hours": lambda s, o: s.calendar.set_hours(DAY, (Session(0, "07:30", "11:30"),), "", o),
        "officers.register": new,
        "officers.change": lambda s, o: s.officers.change(
            "lan", name="Đỗ Ngọc Lan", title="", department="", duties=(Duty.RECEPTION,), by=o
        ),
        "officers.reset_pin": lambda s, o: s.officers.reset_pin("lan", SECRET, by=o),
        "officers.bar": lambda s, o: s.officers.bar("lan", "Nghỉ việc", by=o),
        "officers.admit": lambda s, o: s.officers.admit("lan", by=o),
        "key_escrow.name": lambda s, o: s.key_escrow.name(RECIPIENT, o),
        "forwarding.forward_to": lambda s, _: s.forwarding.forward_to(None),
        "security.page": lambda s, _: s.security.page(EventFilter(), most=1),
        "security.officers": lambda s, _: s.security.officers(),
    }


def _backups(of: Setting) -> dict[str, Call]:
    return {
        "backups.choose": lambda s, o: s.backups.choose(BackupPlan(), o),
        "backups.make": lambda s, o: s.backups.make(o),
        "backups.choose_words": lambda s, o: s.backups.choose_words("ngan", o),
        "backups.check": lambda s, o: s.backups.check(of.folder / "none.backup", o),
    }


def _catalogue() -> dict[str, Call]:
    def known(s: Services) -> str:
        return s.catalogue.procedures()[1].code

    return {
        "catalogue.add": lambda s, o: s.catalogue.add(
            replace(s.catalogue.procedures()[0], code=f"9.{uuid4().int % 999_999:06d}"), o
        ),
        "catalogue.correct": lambda s, o: s.catalogue.correct(s.catalogue.procedures()[0], o),
        "catalogue.new_version": lambda s, o: s.catalogue.new_version(
            replace(s.catalogue.procedures()[0], valid_from=DAY), o
        ),
        "catalogue.retire": lambda s, o: s.catalogue.retire(known(s), DAY, o),
        "catalogue.publish": lambda s, o: s.catalogue.publish(s.catalogue.procedures()[:1], o),
    }


def _reception(of: Setting) -> dict[str, Call]:
    draft, why = of.draft, "Thiếu chữ ký"
    return {
        "reception.begin": lambda s, _: s.reception.begin(7),
        "reception.begin_another": lambda s, _: s.reception.begin_another(7, "none"),
        "reception.resume": lambda s, _: s.reception.resume(7, "none"),
        "reception.draft": lambda s, _: s.reception.draft(7),
        "reception.save": lambda s, _: s.reception.save(7, draft),
        "reception.discard": lambda s, _: s.reception.discard(7),
        "reception.choose": lambda s, _: s.reception.choose(draft, "none"),
        "reception.fill": lambda s, _: s.reception.fill(draft, parse_card(CARD)),
        "reception.add_page": lambda s, _: s.reception.add_page(draft, 0, of.folder / "none.png"),
        "reception.page": lambda s, _: s.reception.page(NOTHING),
        "reception.problems": lambda s, _: s.reception.problems(draft),
        "reception.preview": lambda s, o: s.reception.preview(replace(draft, name=""), 7, o),
        "reception.receipt": lambda s, _: s.reception.receipt("none"),
        "reception.receive": lambda s, o: s.reception.receive(replace(draft, id=uuid4().hex), 7, o),
        "reception.register_incomplete": lambda s, o: s.reception.register_incomplete(
            replace(draft, id=uuid4().hex), 7, o, ("Tờ khai",), why
        ),
        "reception.refuse_at_counter": lambda s, o: s.reception.refuse_at_counter(
            replace(draft, id=uuid4().hex), 7, o, (why,)
        ),
        "people.known": lambda s, _: s.people.known(draft),
    }


def _pages(of: Setting) -> dict[str, Call]:
    page, path = DraftPage(NOTHING, 1), of.folder / "scans" / "none.page"
    return {
        "pages.begin": lambda s, _: s.pages.begin("draft", 0),
        "pages.land": lambda s, _: s.pages.land(path),
        "pages.content": lambda s, _: s.pages.content(path),
        "pages.end": lambda s, _: s.pages.end(s.pages.begin("draft", 0)),
        "pages.take": lambda s, _: s.pages.take(_picture()),
        "pages.placed": lambda s, _: s.pages.placed(7, page, path),
        "pages.waiting": lambda s, _: s.pages.waiting(),
        "pages.unwanted": lambda s, _: s.pages.unwanted(path),
        "pages.preview": lambda s, _: s.pages.preview(NOTHING),
        "pages.proof": lambda s, _: s.pages.proof(page, PageEdit()),
        "pages.edited": lambda s, _: s.pages.edited(page, PageEdit()),
        "pages.straightened": lambda s, _: s.pages.straightened(page),
        "pages.trimmed": lambda s, _: s.pages.trimmed(page),
        "pages.card": lambda s, _: s.pages.card(page, page),
        "pages.sheets": lambda s, _: s.pages.sheets(of.draft.papers[:1]),
    }


def _dossiers(of: Setting) -> dict[str, Call]:
    return {
        "dossiers.find": lambda s, _: s.dossiers.find("Hoa"),
        "dossiers.list": lambda s, _: s.dossiers.list(DossierFilter()),
        "dossiers.count": lambda s, _: s.dossiers.count(DossierFilter()),
        "dossiers.each": lambda s, _: list(s.dossiers.each(DossierFilter())),
        "dossiers.work": lambda s, o: s.dossiers.work(officer=o),
        "dossiers.duplicates": lambda s, _: s.dossiers.duplicates("", "Hoa", DAY, "1"),
        "dossiers.dossier": lambda s, _: s.dossiers.dossier(of.dossier),
        "dossiers.earlier": lambda s, _: s.dossiers.earlier("000152000417"),
        "dossiers.history": lambda s, _: s.dossiers.history(of.dossier),
        "citizen_copies.write": lambda s, o: s.citizen_copies.write("000152000417", of.folder, o, "Theo đơn"),
        "retention.due": lambda s, _: list(s.retention.due()),
        "retention.write": lambda s, o: s.retention.write(of.folder / "due.csv", o),
        "looks.of": lambda s, o: s.looks.of(of.dossier, o),
        "forms.form": lambda s, _: s.forms.form("none", FormKind.RECEIPT),
        "forms.available": lambda s, _: s.forms.available("none"),
        "forms.preview": lambda s, _: s.forms.preview("none", Commented("ha", "Đã xem")),
        "forms.payments": lambda s, _: s.forms.payments("none"),
        "forms.fee_receipt": lambda s, _: s.forms.fee_receipt("none"),
        "recognition.progress": lambda s, _: s.recognition.progress(of.dossier),
        "recognition.texts": lambda s, _: s.recognition.texts(of.dossier, 0),
        "scan_files.paper": lambda s, _: s.scan_files.paper("none", 0),
    }


def _lifecycle(of: Setting) -> dict[str, Call]:
    one, why = of.dossier, "Theo đề nghị"
    return {
        "lifecycle.refuse": lambda s, o: s.lifecycle.refuse(one, o, (why,)),
        "lifecycle.take_supplement": lambda s, o: s.lifecycle.take_supplement(one, o, ()),
        "lifecycle.return_result": lambda s, o: s.lifecycle.return_result(one, o, "Trần Thị Hoa"),
        "lifecycle.request_payment": lambda s, o: s.lifecycle.request_payment(one, o, 5_000, why),
        "lifecycle.extend": lambda s, o: s.lifecycle.extend(one, o, why, s.clock.now() + timedelta(days=90)),
        "lifecycle.mark_ready": lambda s, o: s.lifecycle.mark_ready(one, o),
        "lifecycle.approve": lambda s, o: s.lifecycle.approve(one, o),
        "lifecycle.send_back": lambda s, o: s.lifecycle.send_back(one, o, "minh", why),
        "lifecycle.request_supplement": lambda s, o: s.lifecycle.request_supplement(one, o, ("Tờ khai",), why),
        "lifecycle.request_withdrawal": lambda s, o: s.lifecycle.request_withdrawal(one, o, "Trần Thị Hoa", why),
        "lifecycle.hand_over": lambda s, o: s.lifecycle.hand_over(one, o, "minh"),
        "lifecycle.take_over": lambda s, o: s.lifecycle.take_over(one, o),
        "lifecycle.comment": lambda s, o: s.lifecycle.comment(one, o, "Đã xem"),
        "lifecycle.attach": lambda s, o: s.lifecycle.attach(one, o, FileRole.DRAFT, "du-thao.pdf", one_page_pdf()),
        "lifecycle.record_payment": lambda s, o: s.lifecycle.record_payment(one, o, PaymentMethod.CASH),
        "lifecycle.stop": lambda s, o: s.lifecycle.stop(one, o, why),
    }


def _lists(of: Setting) -> dict[str, Call]:
    days, out = Period(DAY, DAY), of.folder / "list.csv"
    return {
        "export.dossiers": lambda s, o: s.export.dossiers((), out, Release(o)),
        "security.export": lambda s, o: s.security.export(out, EventFilter(), o),
        "register.dossiers": lambda s, _: list(s.register.dossiers(days)),
        "register.write": lambda s, o: s.register.write(out, Release(o), days),
        "register.form": lambda s, o: s.register.form(Release(o), days),
        "register.handings": lambda s, _: s.register.handings(days),
        "register.hand_over_list": lambda s, o: s.register.hand_over_list(Release(o), days),
        "register.write_hand_overs": lambda s, o: s.register.write_hand_overs(out, Release(o), days),
    }


def _reviews(of: Setting) -> dict[str, Call]:
    return {
        "reviews.settle": lambda s, o: s.reviews.settle((of.review,), o, Decision.KEPT),
        "reviews.redo": lambda s, o: s.reviews.redo(of.review, o),
        "reviews.reopen": lambda s, o: s.reviews.reopen((of.review,), o),
    }


def _picture() -> bytes:
    out = io.BytesIO()
    Image.new("L", (64, 64), 255).save(out, "PNG")
    return out.getvalue()

"""What can be said of a field while it is typed: nothing here is sent anywhere, and a doubt forbids nothing."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time

from PySide6.QtCore import QCoreApplication

from counter_app.domain.citizen_card import Sex
from counter_app.domain.dossier_facts import PersonKind
from counter_app.domain.identity import (
    Doubt,
    birth_doubts,
    normal_number,
    number_doubts,
    phone_doubts,
    same_person,
)
from counter_app.domain.procedures import Channel
from counter_app.domain.text import fold
from counter_app.domain.working_calendar import VIETNAM
from counter_app.errors import CounterError
from counter_app.services.draft_facts import typed_moment
from counter_app.services.drafts import Draft, DraftPerson
from ui.desk.receive.state import AUTHORISED, ApplicantField, MoreField, PersonField, Verdict

_BARE_DATE = re.compile(r"([0-9]{1,2})[-./ ]?([0-9]{1,2})[-./ ]?([0-9]{4})")
_SEXES = {"nam": Sex.MALE.value, "nu": Sex.FEMALE.value, "male": Sex.MALE.value, "female": Sex.FEMALE.value}
_DATES = ("birth",)


def tidied(field: str, text: str) -> str:
    """Return what was typed as it is kept: 14031952 becomes 14/03/1952, Nữ its code, spaces single."""
    bare = " ".join(text.split())
    if field in _DATES and (found := _BARE_DATE.fullmatch(bare)):
        day, month, year = found.groups()
        return f"{int(day):02d}/{int(month):02d}/{year}"
    if field == ApplicantField.SEX:
        return _SEXES.get(fold(bare), bare)
    return bare


def verdicts(draft: Draft, finished: frozenset[ApplicantField], today: date) -> Mapping[ApplicantField, Verdict]:
    """Return a verdict for each field; problems and doubts only of those that the person has left."""
    found = {field: _verdict(draft, field, today) for field in ApplicantField}
    return {field: verdict if field in finished else Verdict(verdict.right) for field, verdict in found.items()}


def people_verdicts(
    draft: Draft, finished: frozenset[tuple[int, PersonField]], today: date
) -> Mapping[tuple[int, PersonField], Verdict]:
    """Return a verdict for each field of those beside the applicant that the person has left."""
    people = ((AUTHORISED, draft.authorised), *enumerate(draft.co_applicants))
    return {
        (place, field): _person_verdict(draft, place, person, field, today)
        for place, person in people
        for field in PersonField
        if (place, field) in finished
    }


def moment_verdicts(draft: Draft, now: datetime) -> Mapping[MoreField, Verdict]:
    """Return a verdict for each typed moment that is complete enough to be judged."""
    found: dict[MoreField, Verdict] = {}
    if draft.channel is not Channel.IN_PERSON:
        found[MoreField.SUBMITTED] = _moment(draft.submitted, now, ahead=False)
    found[MoreField.DUE] = _moment(draft.due, now, ahead=True)
    found[MoreField.UNTIL] = _moment(draft.until, now, ahead=True)
    return found


def _verdict(draft: Draft, field: ApplicantField, today: date) -> Verdict:
    text: str = getattr(draft, field.value).strip()
    citizen = draft.kind is PersonKind.CITIZEN
    if field is ApplicantField.NAME:
        needed = (
            QCoreApplication.translate("Checks", "Cần có họ tên")
            if citizen
            else QCoreApplication.translate("Checks", "Cần có tên tổ chức")
        )
        return Verdict(bool(text), "" if text else needed)
    if not text or (not citizen and field in (ApplicantField.BIRTH, ApplicantField.SEX)):
        return Verdict()
    if field is ApplicantField.IDENTITY:
        sex = Sex(draft.sex) if draft.sex in set(Sex) else None
        return _number(text, draft.kind, _date(draft.birth), sex)
    return _plain(field.value, text, today)


def _person_verdict(draft: Draft, place: int, person: DraftPerson, field: PersonField, today: date) -> Verdict:
    text: str = getattr(person, field.value).strip()
    if field is PersonField.NAME:
        if not text and not person.blank:
            return Verdict(problem=QCoreApplication.translate("Checks", "Cần có họ tên"))
        twice = same_person(person.name, person.identity, draft.name, draft.identity)
        told = (
            QCoreApplication.translate("Checks", "Trùng với người nộp")
            if twice and draft.kind is PersonKind.CITIZEN
            else ""
        )
        return Verdict(bool(text), doubt=told)
    if not text:
        return Verdict()
    if field is PersonField.IDENTITY:
        return _number(text, PersonKind.CITIZEN, _date(person.birth), None)
    return _plain(field.value, text, today)


def _plain(field: str, text: str, today: date) -> Verdict:
    if field == PersonField.BIRTH:
        birth = _date(text)
        if birth is None:
            return Verdict(problem=QCoreApplication.translate("Checks", "Ngày sinh chưa đúng"))
        return _doubted(birth_doubts(birth, today)) or Verdict(right=True)
    if field == PersonField.PHONE:
        return _doubted(phone_doubts(text)) or Verdict()
    return Verdict()


def _number(text: str, kind: PersonKind, birth: date | None, sex: Sex | None) -> Verdict:
    try:
        number = normal_number(text, kind)
    except CounterError:
        return Verdict(problem=QCoreApplication.translate("Checks", "Số định danh cần 12 chữ số"))
    return _doubted(number_doubts(number, kind, birth, sex)) or Verdict(right=True)


def _doubted(doubts: tuple[Doubt, ...]) -> Verdict | None:
    if not doubts:
        return None
    if set(doubts) == {Doubt.SEX, Doubt.BIRTH_YEAR}:
        return Verdict(doubt=QCoreApplication.translate("Checks", "Số này khác giới tính, năm sinh"))
    return Verdict(doubt=_doubt_words(doubts[0]))


def _doubt_words(doubt: Doubt) -> str:
    translate = QCoreApplication.translate
    said = {
        Doubt.PROVINCE: translate("Checks", "Không có mã tỉnh này"),
        Doubt.SEX: translate("Checks", "Số này khác giới tính"),
        Doubt.BIRTH_YEAR: translate("Checks", "Số này khác năm sinh"),
        Doubt.OLD_NUMBER: translate("Checks", "Số chứng minh cũ, 9 số"),
        Doubt.BIRTH_IN_FUTURE: translate("Checks", "Ngày này chưa đến"),
        Doubt.PHONE: translate("Checks", "Xem lại số điện thoại"),
        Doubt.TAX_NUMBER: translate("Checks", "Mã số thuế có 10 hoặc 13 số"),
        Doubt.SAME_PERSON: translate("Checks", "Trùng với người nộp"),
    }
    return said[doubt]


def _moment(text: str, now: datetime, *, ahead: bool) -> Verdict:
    try:
        at = typed_moment(text, time(17) if ahead else time())
    except CounterError:
        return Verdict(problem=QCoreApplication.translate("Checks", "Ghi như 27/11/2026 17:00"))
    if at is None:
        return Verdict()
    if ahead and at <= now:
        return Verdict(problem=QCoreApplication.translate("Checks", "Ngày này đã qua"))
    return (
        Verdict(doubt=QCoreApplication.translate("Checks", "Lúc này chưa đến"))
        if not ahead and at > now
        else Verdict(right=True)
    )


def _date(text: str) -> date | None:
    try:
        return datetime.strptime(text.strip(), "%d/%m/%Y").replace(tzinfo=VIETNAM).date()
    except ValueError:
        return None

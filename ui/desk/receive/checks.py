"""What can be said of a field while it is typed: nothing here is sent anywhere."""

import re
from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from counter_app.domain.citizen_card import Sex, check_identity_number, identity_mismatches
from counter_app.domain.text import fold
from counter_app.domain.working_calendar import VIETNAM
from counter_app.errors import CounterError
from counter_app.services.reception import Draft
from ui.desk.receive.state import ApplicantField, Verdict

_BARE_DATE = re.compile(r"([0-9]{1,2})[-./ ]?([0-9]{1,2})[-./ ]?([0-9]{4})")
_PHONE = re.compile(r"\+?[0-9]{9,12}")
_SEXES = {"nam": Sex.MALE.value, "nu": Sex.FEMALE.value, "male": Sex.MALE.value, "female": Sex.FEMALE.value}


def tidied(field: ApplicantField, text: str) -> str:
    """Return what was typed as it is kept: 14031952 becomes 14/03/1952, Nữ its code, spaces single."""
    bare = " ".join(text.split())
    if field is ApplicantField.BIRTH and (found := _BARE_DATE.fullmatch(bare)):
        day, month, year = found.groups()
        return f"{int(day):02d}/{int(month):02d}/{year}"
    if field is ApplicantField.SEX:
        return _SEXES.get(fold(bare), bare)
    return bare


def verdicts(draft: Draft, finished: frozenset[ApplicantField]) -> Mapping[ApplicantField, Verdict]:
    """Return a verdict for each field; problems only of those that the person has left."""
    found = {field: _verdict(draft, field) for field in ApplicantField}
    return {
        field: verdict if field in finished or not verdict.problem else Verdict() for field, verdict in found.items()
    }


def _verdict(draft: Draft, field: ApplicantField) -> Verdict:
    text: str = getattr(draft, field.value).strip()
    if field is ApplicantField.NAME:
        return Verdict(bool(text), "" if text else QCoreApplication.translate("Checks", "Cần có họ tên"))
    if not text:
        return Verdict()
    check = {
        ApplicantField.IDENTITY: _identity,
        ApplicantField.BIRTH: _birth,
        ApplicantField.PHONE: _phone,
    }.get(field)
    return Verdict() if check is None else check(draft, text)


def _identity(draft: Draft, text: str) -> Verdict:
    try:
        number = check_identity_number(text)
    except CounterError:
        return Verdict(problem=QCoreApplication.translate("Checks", "Số định danh cần 12 chữ số"))
    sex = Sex(draft.sex) if draft.sex in set(Sex) else None
    if identity_mismatches(number, _date(draft.birth), sex):
        return Verdict(problem=QCoreApplication.translate("Checks", "Khác ngày sinh, giới tính"))
    return Verdict(right=True)


def _birth(draft: Draft, text: str) -> Verdict:
    right = _date(text) is not None
    return Verdict(right, "" if right else QCoreApplication.translate("Checks", "Ngày sinh chưa đúng"))


def _phone(draft: Draft, text: str) -> Verdict:
    bare = re.sub(r"[\s.]", "", text)
    return Verdict(
        problem="" if _PHONE.fullmatch(bare) else QCoreApplication.translate("Checks", "Số điện thoại chưa đúng")
    )


def _date(text: str) -> datetime | None:
    try:
        return datetime.strptime(text.strip(), "%d/%m/%Y").replace(tzinfo=VIETNAM)
    except ValueError:
        return None

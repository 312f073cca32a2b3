"""What the page Trả kết quả says of a dossier that cannot be handed over, and of one that can."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from counter_app.domain.dossiers import Dossier, DossierState
from counter_app.domain.money import dong
from counter_app.domain.working_calendar import VIETNAM
from ui.desk import times
from ui.desk.returning.state import Known


def why_not(dossier: Dossier, known: Known | None, now: datetime) -> tuple[str, str]:
    """Return the two sentences an officer can say while there is no result; empty when there is one."""
    translate = QCoreApplication.translate
    due = _due(dossier, now)
    match dossier.state:
        case DossierState.NEW:
            return (
                translate("Return", "Hồ sơ mới đăng ký, chưa được tiếp nhận."),
                translate("Return", "Mở hồ sơ để tiếp nhận khi ông/bà có đủ giấy tờ."),
            )
        case DossierState.RECEIVED:
            return translate("Return", "Chưa có kết quả: hồ sơ còn ở quầy tiếp nhận."), due
        case DossierState.PROCESSING:
            where = known.holder if known and known.holder else dossier.department
            return translate("Return", "Chưa có kết quả: đang xử lý ở {where}.").format(where=where), due
        case DossierState.SUPPLEMENT:
            return _supplement(dossier)
        case DossierState.PAYMENT:
            told = translate("Return", "Chưa có kết quả: đang chờ ông/bà nộp {amount}.")
            return told.format(amount=dong(dossier.to_pay)), translate("Return", "Nộp xong thì thời hạn tính tiếp.")
        case DossierState.WITHDRAWING:
            return translate("Return", "Ông/bà đã xin rút hồ sơ này."), translate("Return", "Mở hồ sơ để dừng xử lý.")
        case _:
            return _ended(dossier)


def _supplement(dossier: Dossier) -> tuple[str, str]:
    translate = QCoreApplication.translate
    waiting = [one for one in dossier.supplements if one.came_at is None]
    items = "; ".join(waiting[-1].items) if waiting else ""
    told = translate("Return", "Chưa có kết quả: đang chờ ông/bà bổ sung giấy tờ.")
    return told, translate("Return", "Cần nộp: {items}").format(items=items) if items else ""


def _ended(dossier: Dossier) -> tuple[str, str]:
    translate = QCoreApplication.translate
    day = times.day(dossier.ended_at)
    if dossier.state is DossierState.REFUSED:
        reasons = "; ".join(dossier.refusal)
        return (
            translate("Return", "Hồ sơ không được tiếp nhận, ngày {day}.").format(day=day),
            translate("Return", "Lý do: {reason}").format(reason=reasons) if reasons else "",
        )
    if dossier.state is DossierState.STOPPED:
        return (
            translate("Return", "Hồ sơ đã dừng xử lý, ngày {day}.").format(day=day),
            translate("Return", "Lý do: {reason}").format(reason=dossier.stop_reason) if dossier.stop_reason else "",
        )
    if dossier.state is DossierState.RETURNED and dossier.returned_at is not None:
        told = translate("Return", "Đã trả kết quả cho {who} lúc {time}.")
        return told.format(who=dossier.returned_to, time=times.day_and_clock(dossier.returned_at)), ""
    return "", ""


def _due(dossier: Dossier, now: datetime) -> str:
    translate = QCoreApplication.translate
    if dossier.due is None:
        return ""
    local = dossier.due.astimezone(VIETNAM)
    day, clock = f"{local:%d/%m/%Y}", f"{local:%H:%M}"
    if dossier.is_late(now):
        told = translate("Return", "Đã quá hẹn {day}: xin lỗi ông/bà, hẹn lại ngày khác và báo phòng chuyên môn.")
        return told.format(day=day)
    return translate("Return", "Hẹn trả {day}, trước {clock}.").format(day=day, clock=clock)


def result_words(dossier: Dossier) -> tuple[str, str]:
    """Return the name of the result and, below it, its number, signer and day."""
    translate = QCoreApplication.translate
    name = dossier.result or translate("Return", "Kết quả giải quyết: {name}").format(name=dossier.procedure_name)
    outcome = dossier.outcome
    if outcome is None:
        return name, ""
    if outcome.refusal:
        name = translate("Return", "Văn bản từ chối giải quyết")
    parts = [translate("Return", "số {number}").format(number=outcome.number)] if outcome.number else []
    if outcome.signer:
        parts.append(translate("Return", "người ký: {name}").format(name=outcome.signer))
    if outcome.issued:
        parts.append(translate("Return", "ký ngày {day}").format(day=f"{outcome.issued:%d/%m/%Y}"))
    if dossier.done_at:
        parts.append(translate("Return", "xong {time}").format(time=times.day_and_clock(dossier.done_at)))
    return name, " · ".join(parts)

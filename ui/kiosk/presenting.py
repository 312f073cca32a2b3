"""What the services tell, as the kiosk says it."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from counter_app.clocks import VIETNAM
from counter_app.domain.dossiers import Dossier, DossierState
from counter_app.domain.procedures import Procedure
from counter_app.domain.working_calendar import WorkingCalendar, WorkingHours
from counter_app.services.queue import GroupWaiting, NumberGiven
from counter_app.services.queue_numbers import NumbersOpen
from ui.kiosk.views import AskView, ClosedView, FoundView, NumberView, ProcedureView, Standing, TileView
from ui.kiosk.waits import range_words, wait_view
from ui.language import Tongue

_LONGEST_NAME = 40
_USUAL_WORDS = 3
_LONGEST_PAPER = 44
_MOST_PAPERS = 3
_FILLED_HERE = re.compile(r"(tờ khai|đơn|phiếu|giấy đề nghị|văn bản đề nghị|bản đăng ký|dự thảo)\b", re.IGNORECASE)
"""Forms filled in at the counter: nobody brings them."""


def local(moment: datetime) -> datetime:
    """Return the moment in Vietnam."""
    return moment.astimezone(VIETNAM)


def tile_views(groups: Sequence[GroupWaiting], known: bool = True) -> tuple[TileView, ...]:
    """Return the fields; without counts while they are not ``known``."""
    return tuple(
        TileView(
            one.group.id,
            one.group.name,
            one.group.name_en,
            one.group.icon,
            one.waiting if known else None,
            wait_view(one.estimate) if known else None,
            one.left,
            one.long,
        )
        for one in groups
    )


def number_view(given: NumberGiven, matter: str) -> NumberView:
    """Return a number as its page shows it."""
    wait = wait_view(given.estimate, given.minutes)
    return NumberView(given.ticket.label, matter, given.ahead, wait, given.desks, given.follow_url)


def long_question(tongue: Tongue, tile: TileView) -> AskView:
    """Return the question whether a number is wanted all the same."""
    translate = tongue.translate
    detail = translate("Kiosk", "{count} người đang chờ").format(count=tile.waiting or 0)
    if tile.wait and tile.wait.high:
        detail += translate("Kiosk", ", khoảng {range}").format(range=range_words(tongue, tile.wait))
    return AskView(
        "users-group",
        translate("Kiosk", "Hàng đang dài.\nÔng/bà vẫn lấy số?"),
        detail + ".",
        translate("Kiosk", "Vẫn lấy số"),
        translate("Kiosk", "Không, để lúc khác"),
    )


def card_question(tongue: Tongue) -> AskView:
    """Return the notice before an identity card is used: what is read, what for, how long, and that it is a choice."""
    translate = tongue.translate
    return AskView(
        "id",
        translate("Kiosk", "Ông/bà cho máy dùng thẻ căn cước chứ?"),
        translate(
            "Kiosk",
            "Máy xem số căn cước và ngày sinh để tìm hồ sơ, không ghi lại.\n"
            "Ông/bà đi là máy quên. Không dùng thẻ vẫn lấy số được.",
        ),
        translate("Kiosk", "Đồng ý"),
        translate("Kiosk", "Không dùng thẻ"),
    )


def elderly_question(tongue: Tongue) -> AskView:
    """Return the offer made to one whose card says that priority is due."""
    translate = tongue.translate
    return AskView(
        "old",
        translate("Kiosk", "Ông/bà có muốn lấy số ưu tiên?"),
        translate("Kiosk", "Người cao tuổi được gọi trước."),
        translate("Kiosk", "Lấy số ưu tiên"),
        translate("Kiosk", "Lấy số thường"),
    )


def shut_view(told: NumbersOpen | None, calendar: WorkingCalendar | None, now: datetime, phone: str) -> ClosedView:
    """Return what an officer's closing says: when it opens again, if that is known, and the officer's note."""
    opens = local(told.opens) if told and told.opens else None
    hours = calendar.hours_on(opens.date() if opens else now.date()) if calendar else None
    return ClosedView(opens, hours or WorkingHours(), (), phone, told.note if told else "")


def closed_view(calendar: WorkingCalendar, now: datetime, phone: str) -> ClosedView:
    """Return when the office opens next after ``now`` (local), and the named days off in between."""
    today = now.date()
    hours = calendar.hours_on(today)
    if hours is not None and now.time() < hours.opening:
        return ClosedView(calendar.opening(today), hours, (), phone)
    start = today + timedelta(days=1)
    day = calendar.next_working(start)
    between = (start + timedelta(days=offset) for offset in range((day - start).days))
    days_off = [today, *between] if hours is None else list(between)
    named = tuple((one, calendar.name_of(one)) for one in days_off if calendar.name_of(one))
    return ClosedView(
        calendar.opening(day), calendar.hours_on(day) or WorkingHours(), named, phone, ended=hours is not None
    )


def procedure_view(procedure: Procedure) -> ProcedureView:
    """Say a procedure in everyday words: its name if it is short, else how people call it."""
    name = procedure.name
    if len(name) > _LONGEST_NAME and procedure.aliases:
        name = min(procedure.aliases[:_USUAL_WORDS], key=len)
    needed = [one.name for one in procedure.papers if one.required and not _FILLED_HERE.match(one.name)]
    papers = [_everyday_paper(one) for one in needed]
    bring = tuple(dict.fromkeys(paper for paper in papers if len(paper) <= _LONGEST_PAPER))
    return ProcedureView(procedure.code, name[:1].upper() + name[1:], bring[:_MOST_PAPERS])


def _everyday_paper(name: str) -> str:
    first = re.split(r",| hoặc | và |\(", name, maxsplit=1)[0].strip()
    if first.casefold() == "thẻ căn cước":
        return "căn cước"
    return first[:1].lower() + first[1:]


def found_view(dossier: Dossier, now: datetime) -> FoundView:
    """Return a dossier without name and procedure."""
    returned = local(dossier.returned_at) if dossier.returned_at else None
    due = local(dossier.due) if dossier.due else None
    return FoundView(dossier.id, dossier.code, dossier.field, due, _standing(dossier, now), returned)


def _standing(dossier: Dossier, now: datetime) -> Standing:
    fixed = {
        DossierState.NEW: Standing.SUPPLEMENT if dossier.supplements else Standing.NOT_YET,
        DossierState.REFUSED: Standing.REFUSED,
        DossierState.SUPPLEMENT: Standing.SUPPLEMENT,
        DossierState.PAYMENT: Standing.PAYMENT,
        DossierState.STOPPED: Standing.STOPPED,
        DossierState.DONE: Standing.READY,
        DossierState.RETURNED: Standing.RETURNED,
    }
    waits = Standing.LATE if dossier.is_late(now) else Standing.NOT_YET
    return fixed.get(dossier.state, waits)

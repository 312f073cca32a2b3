"""The live view in everyday words."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from counter_app.domain.queue_facts import DeskState, KioskMode, WaitEstimate
from counter_app.domain.tickets import TicketState
from counter_app.domain.waiting_time import EstimateScore
from counter_app.services.live import DeskNow, GroupNow, LiveView
from counter_app.services.rating_log import Oddity, OddPattern
from ui import theme
from ui.components.fact_table import Cell, Row
from ui.components.tone import Tone
from ui.desk import times
from ui.desk.queue.words import desk_words

_NOTHING = "–"
_STRONG = theme.Weight.SEMIBOLD


def decimal(value: float) -> str:
    """Return ``4,6``."""
    return f"{value:.1f}".replace(".", ",")


def mean_score(counts: tuple[int, ...]) -> float | None:
    """Return the mean of answers from 1 on; None without any."""
    total = sum(counts)
    return sum(score * count for score, count in enumerate(counts, start=1)) / total if total else None


def desk_row(desk: DeskNow, now: datetime) -> Row:
    """One desk: number and state, officer, ticket, work of the day, answers."""
    return (_desk_cell(desk), Cell(desk.officer or _NOTHING), _ticket_cell(desk, now), _work_cell(desk), _rated(desk))


def group_row(group: GroupNow, view: LiveView, now: datetime) -> Row:
    """One group: name and numbers given, who waits, the wait that is foretold, what became of the others."""
    translate = QCoreApplication.translate
    issued = translate("Live", "đã phát {count}").format(count=group.issued)
    if group.left is not None:
        issued = translate("Live", "{issued}, còn {left}").format(issued=issued, left=group.left)
    ended = [translate("Live", "vắng {count}").format(count=group.missed)] if group.missed else []
    ended += [translate("Live", "hủy {count}").format(count=group.cancelled)] if group.cancelled else []
    return (
        Cell(f"{group.group.prefix} · {group.group.short_name}", issued, weight=theme.Weight.MEDIUM),
        _waiting_cell(group, view, now),
        _foretold_cell(group.estimate),
        Cell(str(group.served), " · ".join(ended)),
    )


def score_words(score: EstimateScore) -> str:
    """How good the foretold waits were today, as a person says it."""
    translate = QCoreApplication.translate
    if not score.count:
        return translate("Live", "Hôm nay chưa có ai được gọi để so với thời gian đã báo.")
    minutes = round(score.mean_error_s / 60)
    away = (
        translate("Live", "Thời gian chờ báo trước lệch trung bình {minutes} phút").format(minutes=minutes)
        if minutes
        else translate("Live", "Thời gian chờ báo trước lệch trung bình dưới 1 phút")
    )
    within = translate("Live", "{tenths}/10 người chờ trong khoảng đã báo").format(tenths=round(10 * score.within))
    return translate("Live", "{away}; {within} ({count} người).").format(away=away, within=within, count=score.count)


def ratings_words(counts: tuple[int, ...]) -> str:
    """How many answers of each score there were today, the best first."""
    translate = QCoreApplication.translate
    told = [
        translate("Live", "{score} điểm: {count}").format(score=score, count=count)
        for score, count in reversed(list(enumerate(counts, start=1)))
        if count
    ]
    if not told:
        return translate("Live", "Hôm nay chưa có đánh giá nào.")
    return translate("Live", "Số ý kiến đánh giá hôm nay theo mức: {told}.").format(told=", ".join(told))


def odd_words(odd: tuple[OddPattern, ...]) -> str:
    """Answers that a manager should look into, a sentence each; they count all the same."""
    translate = QCoreApplication.translate
    told = {
        Oddity.IN_A_ROW: translate("Live", "Quầy {desk}: {count} ý kiến liền nhau cùng {score} điểm."),
        Oddity.AT_ONCE: translate("Live", "Quầy {desk}: {count} ý kiến đến trong vòng 1 giây sau câu hỏi."),
    }
    said = [told[one.oddity].format(desk=one.desk, count=one.count, score=one.score) for one in odd]
    return " ".join([translate("Live", "Đánh giá cần xem lại, trong 7 ngày:"), *said]) if said else ""


def kiosk_state(view: LiveView) -> tuple[str, Tone, str]:
    """Return whether numbers are given out, its tone and icon."""
    translate = QCoreApplication.translate
    opening = view.opening
    if opening.open:
        by_hand = opening.mode is KioskMode.OPEN
        said = (
            translate("Live", "Đang phát số, do người điều hành mở") if by_hand else translate("Live", "Đang phát số")
        )
        return said, Tone.SUCCESS, "ticket"
    if opening.mode is KioskMode.CLOSED:
        return translate("Live", "Ngừng phát số, do người điều hành"), Tone.WARNING, "ban"
    if view.day is not None and view.day.closed_at is not None:
        return translate("Live", "Đã kết thúc ngày"), Tone.NEUTRAL, "lock"
    if opening.opens is not None:
        at = times.short(opening.opens)
        return translate("Live", "Ngoài giờ, phát số lại lúc {time}").format(time=at), Tone.NEUTRAL, "clock"
    return translate("Live", "Ngoài giờ, chưa phát số"), Tone.NEUTRAL, "clock"


def ending_words(view: LiveView) -> str:
    """What the end of the day does to those who are still here."""
    translate = QCoreApplication.translate
    open_ = [
        (view.waiting, translate("Live", "{count} số đang chờ bị hủy")),
        (view.parked, translate("Live", "{count} số đang gác lại bị hủy")),
        (_called(view), translate("Live", "{count} số vừa gọi, chưa phục vụ bị hủy")),
        (view.at_desks - _called(view), translate("Live", "{count} số đang phục vụ được kết thúc")),
    ]
    parts = [words.format(count=count) for count, words in open_ if count]
    if not parts:
        return translate("Live", "Không còn số nào đang chờ. Mọi quầy được đóng, máy lấy số ngừng phát số.")
    ended = ", ".join(parts)
    return translate("Live", "{ended}. Mọi quầy được đóng, máy lấy số ngừng phát số.").format(ended=ended)


def _desk_cell(desk: DeskNow) -> Cell:
    translate = QCoreApplication.translate
    name = translate("Live", "Quầy {number}").format(number=desk.number)
    seat = desk.seat
    if seat is None:
        return Cell(name, translate("Live", "Chưa mở hôm nay"), weight=_STRONG)
    if seat.emergency_at is not None:
        words = translate("Live", "Cần hỗ trợ gấp từ {time}").format(time=times.clock(seat.emergency_at))
        if seat.helper:
            words = translate("Live", "Quầy {helper} đang hỗ trợ").format(helper=seat.helper)
        return Cell(name, words, Tone.WARNING if seat.helper else Tone.DANGER, _STRONG)
    since = translate("Live", "{state} từ {time}").format(state=desk_words(seat.state), time=times.clock(seat.since))
    return Cell(name, since, Tone.SUCCESS if seat.state is DeskState.OPEN else Tone.NEUTRAL, _STRONG)


def _ticket_cell(desk: DeskNow, now: datetime) -> Cell:
    translate = QCoreApplication.translate
    ticket = desk.ticket
    if ticket is None:
        return Cell(_NOTHING)
    if ticket.state is TicketState.CALLED:
        since = ticket.called_at or now
        said = translate("Live", "gọi lần {calls}, {span}").format(calls=ticket.calls, span=times.minutes(now - since))
    else:
        said = translate("Live", "phục vụ {span}").format(span=times.minutes(now - (ticket.served_at or now)))
    return Cell(ticket.label, said, weight=_STRONG)


def _work_cell(desk: DeskNow) -> Cell:
    if desk.mean_service_s is None:
        return Cell(_NOTHING)
    translate = QCoreApplication.translate
    served = translate("Live", "{count} lượt").format(count=desk.served)
    return Cell(served, translate("Live", "TB {minutes} phút").format(minutes=decimal(desk.mean_service_s / 60)))


def _rated(desk: DeskNow) -> Cell:
    mean = mean_score(desk.ratings)
    if mean is None:
        return Cell(_NOTHING)
    said = QCoreApplication.translate("Live", "{count} ý kiến").format(count=sum(desk.ratings))
    return Cell(f"{decimal(mean)}/5", said)


def _waiting_cell(group: GroupNow, view: LiveView, now: datetime) -> Cell:
    translate = QCoreApplication.translate
    people = translate("Live", "{count} người").format(count=group.waiting)
    if group.longest is None:
        return Cell(people)
    span = now - group.longest
    bound = view.rule.most_wait_minutes
    words = translate("Live", "lâu nhất {span}").format(span=times.minutes(span))
    late = bool(bound) and span >= timedelta(minutes=bound)
    return Cell(people, words, Tone.DANGER if late else Tone.WARNING if group.long else Tone.NEUTRAL, _STRONG)


def _foretold_cell(estimate: WaitEstimate | None) -> Cell:
    if estimate is None:
        return Cell(_NOTHING)
    translate = QCoreApplication.translate
    low, likely, high = (round(one / 60) for one in (estimate.low_s, estimate.likely_s, estimate.high_s))
    first = translate("Live", "{minutes} phút").format(minutes=likely)
    return Cell(first, translate("Live", "từ {low} đến {high}").format(low=low, high=high))


def _called(view: LiveView) -> int:
    return sum(one.ticket is not None and one.ticket.state is TicketState.CALLED for one in view.desks)

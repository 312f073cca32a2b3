"""The way of a dossier in a few lines, for the panel beside the list: from what the dossier itself knows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from counter_app.domain.dossiers import Dossier, DossierState, Hand
from ui.desk import times, words
from ui.desk.process.step_rail import StepSign
from ui.desk.process.work import StepState


@dataclass(frozen=True, slots=True)
class Milestone:
    """One line; ``color`` is the second line's."""

    title: str
    sub: str
    state: StepState = StepState.DONE
    color: str = "text_muted"


def milestones(dossier: Dossier, names: Mapping[str, str], now: datetime) -> tuple[Milestone, ...]:
    """What happened, what goes on, what is ahead."""
    return (*_behind(dossier, names), *_present(dossier, names, now), *_ahead(dossier))


def signs(lines: tuple[Milestone, ...]) -> Iterator[QWidget]:
    """Draw the lines."""
    for place, line in enumerate(lines):
        yield StepSign(line.title, line.sub, line.state, last=place == len(lines) - 1, color=line.color)


def _behind(dossier: Dossier, names: Mapping[str, str]) -> Iterator[Milestone]:
    translate = QCoreApplication.translate
    desk = translate("Way", "quầy {desk}").format(desk=dossier.desk) if dossier.desk else ""
    papers = sum(1 for paper in dossier.papers if paper.applies)
    told = translate("Way", "{papers} giấy tờ, {pages} trang quét").format(papers=papers, pages=len(dossier.pages))
    who = ", ".join(filter(None, (names.get(dossier.officer, ""), desk)))
    title = translate("Way", "Đăng ký") if dossier.state is DossierState.NEW else translate("Way", "Tiếp nhận")
    yield Milestone(title, "\n".join(filter(None, (f"{times.short(dossier.received_at)}, {told}", who))))
    ended = dossier.done_at or dossier.ended_at
    for place, hand in enumerate(dossier.hands):
        if place < len(dossier.hands) - 1 or ended:
            yield Milestone(_hand_title(dossier, hand), _handed(hand, names))
    for asked in dossier.supplements:
        if asked.came_at is not None:
            came = translate("Way", "yêu cầu {asked}, nhận {came}")
            days = came.format(asked=times.day_short(asked.asked_at), came=times.day_short(asked.came_at))
            yield Milestone(translate("Way", "Bổ sung giấy tờ"), days)


def _present(dossier: Dossier, names: Mapping[str, str], now: datetime) -> Iterator[Milestone]:
    translate = QCoreApplication.translate
    hand = dossier.hand
    if hand is not None and not (dossier.done_at or dossier.ended_at):
        late = hand.due is not None and hand.due < now and not dossier.state.paused
        due = translate("Way", "Hạn {time}").format(time=times.short(hand.due)) if hand.due else ""
        if late:
            due = translate("Way", "{due}, quá hạn").format(due=due)
        color = "danger" if late else "text_muted"
        sub = "\n".join(filter(None, (due, _handed(hand, names))))
        yield Milestone(_hand_title(dossier, hand), sub, StepState.NOW, color)
    if dossier.state.paused or dossier.state is DossierState.WITHDRAWING:
        chip, _, _ = words.state_chip(dossier, now)
        note, _ = words.due_note(dossier, now)
        yield Milestone(chip, note, StepState.NOW, "warning")
    if dossier.state is DossierState.REFUSED and dossier.ended_at is not None:
        yield Milestone(translate("Way", "Không tiếp nhận"), times.short(dossier.ended_at), StepState.DONE, "danger")
    if dossier.state is DossierState.STOPPED and dossier.ended_at is not None:
        yield Milestone(translate("Way", "Dừng giải quyết"), times.short(dossier.ended_at), StepState.DONE, "danger")
    if dossier.done_at is not None:
        number = dossier.outcome.number if dossier.outcome else ""
        yield Milestone(
            translate("Way", "Có kết quả"), " · ".join(filter(None, (times.short(dossier.done_at), number)))
        )


def _ahead(dossier: Dossier) -> Iterator[Milestone]:
    translate = QCoreApplication.translate
    if dossier.returned_at is not None:
        told = translate("Way", "{time}, người nhận: {who}")
        sub = told.format(time=times.short(dossier.returned_at), who=dossier.returned_to)
        yield Milestone(translate("Way", "Trả kết quả"), sub)
        return
    if dossier.state.ended:
        return
    if dossier.done_at is None:
        first = dossier.hand.step + 1 if dossier.hand else 0
        for step in dossier.steps[first:]:
            hours = translate("Way", "định mức {count} giờ").format(count=step.hours) if step.hours else ""
            yield Milestone(step.name, hours, StepState.AHEAD)
    due = translate("Way", "hẹn {day}").format(day=times.day_short(dossier.due)) if dossier.due else ""
    state = StepState.NOW if dossier.done_at is not None else StepState.AHEAD
    yield Milestone(translate("Way", "Trả kết quả tại quầy"), due, state)


def _hand_title(dossier: Dossier, hand: Hand) -> str:
    if 0 <= hand.step < len(dossier.steps):
        return dossier.steps[hand.step].name
    return QCoreApplication.translate("Way", "Xử lý")


def _handed(hand: Hand, names: Mapping[str, str]) -> str:
    translate = QCoreApplication.translate
    who = names.get(hand.taker, hand.taker)
    if hand.taken_at is None:
        return translate("Way", "chờ {who} nhận từ {time}").format(who=who, time=times.short(hand.given_at))
    return translate("Way", "{who} nhận {time}").format(who=who, time=times.short(hand.taken_at))

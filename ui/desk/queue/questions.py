"""The questions of the queue in words, with what may be chosen now."""

from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from counter_app.domain.facts import Duty, Priority
from counter_app.domain.queue_facts import DeskState
from counter_app.domain.tickets import Ticket, TicketState
from ui.desk import times
from ui.desk.context import DeskContext
from ui.desk.queue.choice_list import Choice
from ui.desk.queue.reading import QueueRead, short_name
from ui.desk.queue.sheet import Line, Question
from ui.desk.queue.state import priority_words
from ui.desk.queue.words import desk_choice, desk_icon, desk_words

HOLD = "hold"
OTHER = "other"
_MINUTES = (5, 10, 15, 30)
_BEFORE_SERVICE = (TicketState.ISSUED, TicketState.CALLED, TicketState.PARKED)


class Questions:
    """Makes each question anew, because what may be chosen changes by the second."""

    def __init__(self, context: DeskContext) -> None:
        self._context = context

    def more(self, read: QueueRead) -> Question:
        """What else can be done; what makes no sense now is faint."""
        translate = QCoreApplication.translate
        mine = read.view.mine
        serving = mine is not None and mine.state is TicketState.SERVING
        directs = self._context.officer.may(Duty.DIRECTING)
        choices = [
            Choice("park", translate("QueueQuestions", "Tạm gác số này"), icon="hourglass", enabled=mine is not None),
            Choice("switch", translate("QueueQuestions", "Thêm việc khác"), icon="plus", enabled=serving),
            Choice(
                "choose",
                translate("QueueQuestions", "Gọi ngoài lượt"),
                icon="player-skip-forward",
                enabled=directs and mine is None and read.view.total > 0,
            ),
            Choice("give", translate("QueueQuestions", "Lấy số giúp"), icon="ticket"),
            Choice("cancel", translate("QueueQuestions", "Hủy số theo yêu cầu"), icon="ban"),
            Choice("reprint", translate("QueueQuestions", "In lại phiếu"), icon="printer"),
            Choice(
                "held",
                translate("QueueQuestions", "Số đang giữ"),
                icon="arrow-back-up",
                key="Ctrl+G",
                enabled=mine is None and bool(read.view.held),
            ),
            Choice("state", translate("QueueQuestions", "Trạng thái quầy"), icon="coffee", key="F11"),
            Choice("emergency", translate("QueueQuestions", "Cần hỗ trợ gấp"), icon="urgent"),
        ]
        return Question("more", translate("QueueQuestions", "Việc khác của hàng chờ"), tuple(choices))

    def transfer(self, read: QueueRead, mine: Ticket) -> Question:
        """Groups, then desks that are not known to be closed."""
        translate = QCoreApplication.translate
        seats = {seat.desk: seat for seat in read.view.seats}
        groups, desks = translate("QueueQuestions", "Đến lĩnh vực"), translate("QueueQuestions", "Đến đúng một quầy")
        choices = [
            Choice(group.id, short_name(group), head=groups) for group in read.groups.values() if group.id != mine.group
        ]
        for desk in read.desks:
            if desk.number == self._context.desk:
                continue
            seat = seats.get(desk.number)
            closed = seat is not None and seat.state is DeskState.CLOSED
            said = desk_words(seat.state) if seat is not None and seat.state is not DeskState.OPEN else ""
            named = read.officers.get(seat.officer, "") if seat is not None and not said else ""
            words = translate("QueueQuestions", "Quầy {desk}").format(desk=desk.number)
            choices.append(
                Choice(
                    f"desk:{desk.number}",
                    " · ".join(filter(None, (words, _given_name(named)))),
                    said,
                    head=desks,
                    enabled=not closed,
                )
            )
        return Question(
            "transfer",
            translate("QueueQuestions", "Chuyển số {label}").format(label=mine.label),
            tuple(choices),
            act=translate("QueueQuestions", "Chuyển"),
            tick=translate("QueueQuestions", "Xong thì quay lại quầy này"),
        )

    def park(self, mine: Ticket) -> Question:
        """For how long, or until called back."""
        translate = QCoreApplication.translate
        now = self._context.now()
        choices = [
            Choice(
                str(minutes),
                translate("QueueQuestions", "{count} phút").format(count=minutes),
                translate("QueueQuestions", "đến {time}").format(time=times.clock(now + timedelta(minutes=minutes))),
            )
            for minutes in _MINUTES
        ]
        choices.append(Choice(HOLD, translate("QueueQuestions", "Giữ tại quầy, gọi khi cần")))
        note = translate("QueueQuestions", "Hết giờ, số tự vào lại hàng chờ, không mất lượt.")
        title = translate("QueueQuestions", "Tạm gác số {label}").format(label=mine.label)
        return Question("park", title, tuple(choices), note)

    def switch(self, read: QueueRead, mine: Ticket) -> Question:
        """Another matter of the same visit."""
        translate = QCoreApplication.translate
        choices = tuple(Choice(group.id, short_name(group)) for group in read.groups.values() if group.id != mine.group)
        title = translate("QueueQuestions", "Việc tiếp theo của {label}").format(label=mine.label)
        note = translate("QueueQuestions", "Cùng một lượt: mỗi việc được tính thời gian riêng.")
        return Question("switch", title, choices, note)

    def choose(self, read: QueueRead, line: tuple[Ticket, ...]) -> Question:
        """Everybody who waits, by group, and why this one now."""
        translate = QCoreApplication.translate
        now = self._context.now()
        waiting = sorted(line, key=lambda one: (one.waiting_since, one.label))
        choices = tuple(
            Choice(
                one.id,
                one.label if one.priority is None else f"{one.label} · {priority_words(one.priority)}",
                times.minutes(now - one.waiting_since),
                head=short_name(group),
            )
            for group in read.groups.values()
            for one in waiting
            if one.group == group.id
        )
        return Question(
            "choose",
            translate("QueueQuestions", "Gọi ngoài lượt"),
            choices,
            act=translate("QueueQuestions", "Gọi số này") if choices else "",
            lines=(Line(translate("QueueQuestions", "Lý do (được ghi lại)"), needed=True),) if choices else (),
            nothing=translate("QueueQuestions", "Không còn ai chờ."),
        )

    def give(self, read: QueueRead) -> Question:
        """A number for someone who stands here, or one torn from a paper roll."""
        translate = QCoreApplication.translate
        options = (
            Choice("", translate("QueueQuestions", "Không")),
            *(Choice(one.value, priority_words(one)) for one in Priority),
        )
        return Question(
            "give",
            translate("QueueQuestions", "Lấy số giúp người dân"),
            tuple(Choice(group.id, short_name(group), trail=group.prefix) for group in read.groups.values()),
            act=translate("QueueQuestions", "Lấy số"),
            options_name=translate("QueueQuestions", "Ưu tiên"),
            options=options,
            lines=(
                Line(
                    translate("QueueQuestions", "Số trên cuộn giấy, nếu đã xé"),
                    hint=translate("QueueQuestions", "để trống: in phiếu"),
                ),
            ),
        )

    def cancel(self, mine: Ticket | None) -> Question:
        """Which number, and why."""
        translate = QCoreApplication.translate
        label = mine.label if mine is not None and mine.state in _BEFORE_SERVICE else ""
        reasons = tuple(Choice(id_, self.reason(id_)) for id_ in ("leaves", "mistaken", "settled", OTHER))
        return Question(
            "cancel",
            translate("QueueQuestions", "Hủy số theo yêu cầu"),
            reasons,
            act=translate("QueueQuestions", "Hủy số"),
            lines=(
                Line(translate("QueueQuestions", "Số"), label, "A012", needed=True),
                Line(translate("QueueQuestions", "Lý do khác")),
            ),
        )

    def reason(self, id_: str) -> str:
        """Return a reason for cancelling, as it is kept."""
        translate = QCoreApplication.translate
        words = {
            "leaves": translate("QueueQuestions", "Ông/bà không chờ được"),
            "mistaken": translate("QueueQuestions", "Lấy nhầm số"),
            "settled": translate("QueueQuestions", "Việc đã xong"),
            OTHER: translate("QueueQuestions", "Lý do khác, ghi bên dưới"),
        }
        return words[id_]

    def reprint(self, mine: Ticket | None) -> Question:
        """Which number."""
        translate = QCoreApplication.translate
        return Question(
            "reprint",
            translate("QueueQuestions", "In lại phiếu"),
            note=translate("QueueQuestions", "Phiếu mới có chữ IN LẠI; số vẫn như cũ."),
            act=translate("QueueQuestions", "In lại"),
            lines=(Line(translate("QueueQuestions", "Số"), mine.label if mine else "", "A012", needed=True),),
        )

    def states(self, now: DeskState) -> Question:
        """What the desk does from now on."""
        translate = QCoreApplication.translate
        order = (DeskState.OPEN, DeskState.BREAK, DeskState.BACK_OFFICE, DeskState.CLOSED)
        current = translate("QueueQuestions", "hiện nay")
        choices = tuple(
            Choice(state.value, desk_choice(state), current if state is now else "", desk_icon(state))
            for state in order
        )
        title = translate("QueueQuestions", "Quầy {desk}").format(desk=self._context.desk)
        return Question("state", title, choices)


def _given_name(name: str) -> str:
    """The last two words of a Vietnamese name: how people call each other, short enough for a row."""
    return " ".join(name.split()[-2:])

"""Keeps the live view fresh, and does what a manager decides."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from counter_app.domain.facts import Duty
from counter_app.domain.queue_facts import KioskMode
from counter_app.errors import CounterError
from counter_app.services.live import STREAMS, LiveView
from ui.components.banner import Notice
from ui.components.tone import Tone
from ui.desk import times
from ui.desk.context import DeskContext
from ui.desk.live import words
from ui.desk.live.devices import DeviceRow, device_rows
from ui.desk.live.page import LivePage
from ui.desk.queue.asking import QueueAsking

_NOTICE = "live"
_GATHER_MS = 250
_TICK_MS = 60_000
_END, _TAKE, _SERVICED = "end-of-day", "take-over", "serviced"


@dataclass(frozen=True, slots=True)
class _Read:
    view: LiveView
    may: bool


class LiveController(QObject):
    """Reads, shows, and switches; ``seen`` is what was read last."""

    def __init__(self, context: DeskContext, page: LivePage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self.page = context, page
        self._asking = QueueAsking(context, self)
        self._question = ""
        self._serviced: DeviceRow | None = None
        self.seen: LiveView | None = None
        self._gather, self._tick = QTimer(self), QTimer(self)
        self._gather.setSingleShot(True)
        self._gather.setInterval(_GATHER_MS)
        self._gather.timeout.connect(self.refresh)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._tick_if_seen)
        self._tick.start()
        page.foot.switched.connect(self._switch)
        page.foot.day_end_asked.connect(self._ask_end)
        page.question.answered.connect(self._answered)
        page.takeover_asked.connect(self._ask_takeover)
        page.devices.serviced.connect(self._ask_serviced)
        self._asking.settled.connect(self.refresh)
        context.tasks.streams_changed.connect(self._changed)
        self._follow_office()

    def open(self) -> None:
        """The page comes to the front."""
        self.refresh()
        self.page.desks.setFocus()

    def act(self) -> None:
        """Ctrl+Enter: what is asked, else the chosen way of giving out numbers."""
        if self.page.asking:
            self._answered(yes=True)
        else:
            self.page.foot.submit()

    def refresh(self) -> None:
        """Read the office again."""
        services, me = self._context.services, self._context.officer

        def read() -> _Read:
            known = next((one for one in services.officers.all() if one.id == me.id), me)
            return _Read(services.live.view(), known.may(Duty.DIRECTING))

        self._context.tasks.read(read, self._show, owner=self, topic="live")

    # what is shown

    def _show(self, read: _Read) -> None:
        view, now, page = read.view, self._context.now(), self.page
        self.seen = view
        page.head.chip.set_state(*words.kiosk_state(view))
        page.locked.setVisible(not read.may)
        page.desks.present([words.desk_row(desk, now) for desk in view.desks])
        page.groups.present([words.group_row(group, view, now) for group in view.groups])
        self._show_figures(view)
        devices = device_rows(view.devices)
        page.devices.present(devices, may=read.may)
        faulty = sum(one.tone is Tone.DANGER for one in devices)
        page.figures["faults"].present(str(faulty), "danger" if faulty else "text")
        page.score.setText(words.score_words(view.score))
        self._show_head(view, may=read.may)
        day_open = view.day is not None and view.day.closed_at is None
        page.foot.present(view.opening, allowed=read.may, day_open=day_open)

    def _show_figures(self, view: LiveView) -> None:
        now, figures = self._context.now(), self.page.figures
        since = min((one.longest for one in view.groups if one.longest is not None), default=None)
        mean = words.mean_score(view.ratings)
        figures["waiting"].present(str(view.waiting))
        figures["longest"].present(times.minutes(now - since) if since else "–")
        figures["at_desks"].present(str(view.at_desks))
        figures["served"].present(str(sum(one.served for one in view.groups)))
        figures["missed"].present(str(sum(one.missed for one in view.groups)))
        figures["cancelled"].present(str(sum(one.cancelled for one in view.groups)))
        figures["rated"].present("–" if mean is None else f"{words.decimal(mean)}/5")
        self.page.ratings.setText(words.ratings_words(view.ratings))
        self.page.odd.setText(words.odd_words(view.odd))
        self.page.odd.setVisible(bool(view.odd))

    def _show_head(self, view: LiveView, *, may: bool) -> None:
        page, machine = self.page, self._context.machine
        node = machine.node if machine else None
        if node is None:
            page.head_words.setText(self.tr("Bộ phận một máy: máy này giữ hàng chờ."))
            page.takeover.hide()
            return
        status = node.status()
        if status.in_charge:
            said = self.tr("Máy này đang giữ hàng chờ từ {time}.").format(time=times.short(status.since))
            if not status.calls:
                said += " " + self.tr("Chưa đủ máy nghe theo, nên chỉ phát số, chưa gọi số.")
        elif status.reachable:
            name = status.name or view.head_name
            said = self.tr("{name} đang giữ hàng chờ.").format(name=name)
        else:
            last = self.tr(" Máy giữ lần cuối: {name}.").format(name=view.head_name) if view.head_name else ""
            since = times.clock(status.since)
            said = self.tr("Không máy nào giữ hàng chờ từ {time}.").format(time=since) + last
        well = status.in_charge and status.calls or not status.in_charge and status.reachable
        page.head_words.setText(said)
        page.head_words.set_color("text" if well else "danger")
        page.head_icon.set_icon("device-desktop" if well else "alert-octagon", "text_muted" if well else "danger")
        page.takeover.setVisible(status.serves and not status.in_charge)
        page.takeover.setEnabled(may)

    # what is done

    def _switch(self, mode: KioskMode, note: str) -> None:
        queue, officer = self._context.services.queue, self._context.officer.id

        def done(_: object) -> None:
            self.page.foot.done()
            said = {
                KioskMode.HOURS: self.tr("Máy lấy số phát số theo giờ làm việc."),
                KioskMode.OPEN: self.tr("Đã mở phát số, cho đến khi ông/bà đổi lại."),
                KioskMode.CLOSED: self.tr("Đã ngừng phát số, cho đến khi ông/bà đổi lại."),
            }
            self._context.notices.put(Notice(_NOTICE, Tone.SUCCESS, said[mode]))

        act = f"kiosk/{mode.value}/{note}"
        self._asking.do(act, lambda id_: queue.switch_kiosk(mode, officer, note, command=id_), done)

    def _ask_end(self) -> None:
        view = self.seen
        if view is None or view.day is None:
            return
        self._question = _END
        title = self.tr("Kết thúc ngày {day}?").format(day=f"{view.day.day:%d/%m/%Y}")
        self.page.ask(title, words.ending_words(view), self.tr("Kết thúc ngày"))

    def _ask_takeover(self) -> None:
        self._question = _TAKE
        name = (self.seen.head_name if self.seen else "") or self.tr("máy kia")
        title = self.tr("Chỉ tiếp quản khi {name} đã tắt hẳn.").format(name=name)
        text = self.tr("Nếu máy ấy còn chạy mà hai máy không thấy nhau, một số có thể bị gọi ở hai quầy.")
        self.page.ask(title, text, self.tr("Máy ấy đã tắt, tiếp quản"))

    def _ask_serviced(self, row: DeviceRow) -> None:
        self._question, self._serviced = _SERVICED, row
        title = self.tr("{name}: đã bảo dưỡng xong?").format(name=row.name)
        self.page.ask(title, self.tr("Số phiếu, số trang và số lần lỗi được đếm lại từ 0."), self.tr("Đã bảo dưỡng"))

    def _answered(self, yes: bool) -> None:  # noqa: FBT001 - a signal's argument
        question, self._question = self._question, ""
        self.page.leave()
        if yes and question == _END:
            self._end_day()
        elif yes and question == _TAKE:
            self._take_over()
        elif yes and question == _SERVICED and self._serviced is not None:
            self._write_serviced(self._serviced)

    def _end_day(self) -> None:
        queue, officer = self._context.services.queue, self._context.officer.id

        def done(_: object) -> None:
            self._context.notices.put(Notice(_NOTICE, Tone.SUCCESS, self.tr("Đã kết thúc ngày làm việc.")))

        self._asking.do("end-of-day", lambda id_: queue.close_day(officer, command=id_), done)

    def _take_over(self) -> None:
        machine, officer = self._context.machine, self._context.officer.id
        if machine is None or machine.node is None:
            return
        node = machine.node

        def done(_: object) -> None:
            self._context.notices.put(Notice(_NOTICE, Tone.SUCCESS, self.tr("Máy này đã giữ hàng chờ.")))
            self.refresh()

        self._context.tasks.ask(lambda: node.take_over(officer), done, self._refused, owner=self)

    def _write_serviced(self, row: DeviceRow) -> None:
        log, officer = self._context.services.fleet_log, self._context.officer.id

        def done(_: object) -> None:
            said = self.tr("Đã ghi lần bảo dưỡng: {name}.").format(name=row.name)
            self._context.notices.put(Notice(_NOTICE, Tone.SUCCESS, said))

        self._context.tasks.run(lambda: log.serviced(row.stream, officer), done, self._refused, owner=self)

    def _refused(self, error: CounterError) -> None:
        self._context.notices.put_error(_NOTICE, error)

    def _changed(self, streams: frozenset[str]) -> None:
        if self.page.isVisible() and any(stream.startswith(STREAMS) for stream in streams):
            self._gather.start()

    def _follow_office(self) -> None:
        """A machine that falls silent writes nothing: what this one hears is followed too."""
        machine, tasks = self._context.machine, self._context.tasks
        if machine is not None and machine.node is not None:
            unlisten = machine.node.listen(lambda _: tasks.post(self._look_if_there))
            self.destroyed.connect(lambda: unlisten())

    def _look_if_there(self) -> None:
        if isValid(self) and isValid(self.page):
            self._tick_if_seen()

    def _tick_if_seen(self) -> None:
        if self.page.isVisible():
            self.refresh()

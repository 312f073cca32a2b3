"""Pictures of the hall: kiosk, board, rating."""

from dataclasses import replace
from datetime import datetime, timedelta
from io import BytesIO

from counter_app.clocks import VIETNAM, ManualClock
from counter_app.demo.morning import SINGLE
from counter_app.demo.office import DemoOffice
from counter_app.demo.plan import DAY
from counter_app.domain.holiday_seed import vietnam
from counter_app.domain.queue_policy import BoardChoices, QueuePolicy
from counter_app.ports import DeviceKind, DeviceState
from ui.board.window import BoardWindow
from ui.kiosk.asking import AskPage
from ui.kiosk.number import PaperlessPage
from ui.kiosk.window import KioskWindow
from ui.rating.window import RatingWindow
from ui.shell.pictures import Studio
from ui.tasks import Tasks

_GROUP = "civil-status"
_WIDE, _TALL = (1920, 1080), (1080, 1920)
_TABLET = (1280, 800)
_LEADER = "son"
_WORDS = "Lấy số từ 7 giờ đến 16 giờ 30. Mời ông/bà giữ trật tự, chuẩn bị sẵn giấy tờ; quầy hướng dẫn ở cạnh cửa."
_OLD_CARD = "000040001234|000000002|Trần Văn Bảy|05091940|Nam|Thôn 2, xã An Phúc|01012022"
_EVENING = datetime(DAY.year, DAY.month, DAY.day, 17, 42, tzinfo=VIETNAM)


class HallPictures:
    """Takes the hall's pictures of one open office."""

    def __init__(self, studio: Studio, office: DemoOffice, clock: ManualClock) -> None:
        self._studio, self._office, self._clock = studio, office, clock
        self._services = office.counter.services
        self._calendar = vietnam((DAY.year, DAY.year + 1))

    # the board

    def board_calling(self) -> None:
        """A number is being called."""
        window, tasks = self._board()
        self._studio.take("board-calling", window)
        self._end(window, tasks)

    def board(self) -> None:
        """Between two calls, and with the link lost."""
        window, tasks = self._board()
        self._studio.take("board", window)
        window.show_link(self._services.clock.now() - timedelta(minutes=2))
        self._studio.settle()
        self._studio.take("board-offline", window)
        self._end(window, tasks)
        self._board_of_pictures()

    def _board_of_pictures(self) -> None:
        """A board with the office's own words and a picture, a while after the last call."""
        services, before = self._services, self._clock.now()
        picture = self._office.counter.journal.database.blobs.put(_picture())
        services.queue_choices.set_board(1, BoardChoices(running_text=_WORDS, pictures=(picture,)), _LEADER)
        self._clock.set(before + timedelta(minutes=1))
        window, tasks = self._board()
        self._studio.wait(lambda: window.gallery.isVisible(), "the picture")
        self._studio.take("board-picture", window)
        self._end(window, tasks)
        services.queue_choices.set_board(1, BoardChoices(), _LEADER)
        self._clock.set(before)

    # the kiosk

    def kiosk(self) -> None:
        """A visit, in its usual and unusual turns."""
        window, tasks = self._kiosk()
        take, settle = self._studio.take, self._studio.settle
        take("kiosk-home", window)
        window.turn_language()
        settle()
        take("kiosk-en", window)
        window.turn_language()
        window.turn_contrast()
        settle()
        take("kiosk-contrast", window)
        window.turn_contrast()
        self._studio.show(window, *_TALL)
        take("kiosk-portrait", window)
        self._studio.show(window, *_WIDE)
        window.priority_wanted.emit()
        settle()
        take("kiosk-priority", window)
        window.home_wanted.emit()
        settle()
        window.group_chosen.emit(_GROUP)
        settle()
        take("kiosk-procedures", window)
        self._take_number(window)
        take("kiosk-number", window)
        self._end(window, tasks)
        self._no_paper()
        self._in_doubt()
        self._result()
        self._card()
        self._faults()

    def closed(self) -> None:
        """After hours."""
        before = self._clock.now()
        self._clock.set(_EVENING)
        window, tasks = self._kiosk()
        self._studio.take("kiosk-closed", window)
        self._end(window, tasks)
        self._clock.set(before)

    def _no_paper(self) -> None:
        self._office.virtual.printer.take_paper()
        self._wait_for_printer(DeviceState.FAULTY)
        window, tasks = self._kiosk()
        window.group_chosen.emit(_GROUP)
        self._studio.settle()
        self._take_number(window)
        self._studio.take("kiosk-nopaper", window)
        self._end(window, tasks)
        self._office.virtual.printer.load_paper()
        self._wait_for_printer(DeviceState.READY)

    def _result(self) -> None:
        window, tasks = self._kiosk()
        window.result_wanted.emit()
        self._studio.settle()
        self._studio.take("kiosk-scan", window)
        window.look_up(self._services.dossiers.find("", 1)[0].code)
        self._studio.settle()
        self._studio.take("kiosk-result", window)
        self._end(window, tasks)

    def _in_doubt(self) -> None:
        window, tasks = self._kiosk()
        window.group_chosen.emit(_GROUP)
        self._studio.settle()
        self._office.virtual.printer.faults.drop_after = 6000
        self._take_number(window)
        self._studio.wait(lambda: isinstance(window.page, PaperlessPage), "the doubt")
        self._studio.take("kiosk-doubtful", window)
        self._end(window, tasks)
        self._office.virtual.printer.faults.drop_after = None
        self._wait_for_printer(DeviceState.READY)

    def _card(self) -> None:
        window, tasks = self._kiosk()
        window.look_up(_OLD_CARD)
        self._studio.settle()
        self._studio.take("kiosk-consent", window)
        notice = window.page
        window.answered.emit(True)
        self._studio.wait(lambda: isinstance(window.page, AskPage) and window.page is not notice, "the offer")
        self._studio.take("kiosk-elderly", window)
        window.answered.emit(True)
        self._studio.settle()
        self._studio.take("kiosk-card", window)
        self._end(window, tasks)

    def _faults(self) -> None:
        """A long queue, numbers given out, and an office that does not answer."""
        choices, window, tasks = self._services.queue_choices, *self._kiosk()
        waiting = self._services.queue.waiting()
        placed = choices.groups()
        choices.set_policy(QueuePolicy(long_queue=max(1, waiting[0].waiting)), _LEADER)
        choices.define_group(replace(placed[2], group=replace(placed[2].group, contingent=1)), _LEADER)
        self._studio.settle(400)
        self._studio.take("kiosk-used", window)
        window.group_chosen.emit(_GROUP)
        self._studio.settle()
        self._studio.take("kiosk-long", window)
        choices.set_policy(QueuePolicy(), _LEADER)
        choices.define_group(placed[2], _LEADER)
        window.show_busy()
        self._studio.settle()
        self._studio.take("kiosk-busy", window)
        window.show_away()
        self._studio.settle()
        self._studio.take("kiosk-away", window)
        self._studio.show(window, *_TALL)
        self._studio.take("kiosk-away-portrait", window)
        self._end(window, tasks)

    def _take_number(self, window: KioskWindow) -> None:
        before = window.page
        window.number_wanted.emit(self._services.catalogue.procedure(SINGLE).name)
        self._studio.wait(lambda: window.page is not before, "the number")
        self._studio.settle(900)  # the ticket prints

    def _wait_for_printer(self, state: DeviceState) -> None:
        statuses = self._office.counter.devices.statuses
        self._studio.wait(
            lambda: any(one.kind is DeviceKind.PRINTER and one.state is state for one in statuses()), "the printer"
        )

    # the rating

    def rating(self) -> None:
        """From the sign at the desk to the thanks."""
        tasks = Tasks(self._services.changes)
        window = RatingWindow(self._services, tasks, 3, officer=lambda: "ha")
        self._studio.show(window, *_TABLET)
        self._studio.take("rating-idle", window)
        mine = self._services.queue.view(3).mine
        if mine is not None:
            self._services.queue.finish(mine.id)
            self._studio.settle(400)
            self._studio.take("rating-ask5", window)
            for levels in (3, 4):
                window.show_ask(window.place, levels)
                self._studio.settle()
                self._studio.take(f"rating-ask{levels}", window)
            window.answered.emit(2)
            self._studio.settle()
            self._studio.take("rating-reasons", window)
            window.reasons_given.emit(())
            self._studio.settle()
            self._studio.take("rating-thanks", window)
        self._end(window, tasks)

    # windows

    def _board(self) -> tuple[BoardWindow, Tasks]:
        tasks = Tasks(self._services.changes)
        speaker = self._office.counter.devices.speaker
        window = BoardWindow(
            self._services, tasks, announcer=speaker, on_spoken=speaker.on_finished, calendar=self._calendar
        )
        self._studio.show(window, *_WIDE)
        return window, tasks

    def _kiosk(self) -> tuple[KioskWindow, Tasks]:
        tasks = Tasks(self._services.changes)
        window = KioskWindow(self._services, tasks, calendar=self._calendar, phone="0200 000 117")
        self._studio.show(window, *_WIDE)
        return window, tasks

    def _end(self, window: BoardWindow | KioskWindow | RatingWindow, tasks: Tasks) -> None:
        self._studio.put_away(window)
        tasks.close()


def _picture() -> bytes:
    """Draw a picture as an office would hang it up: paddies under a morning sky."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (1500, 1000))
    draw = ImageDraw.Draw(image)
    for y in range(1000):
        share = y / 1000
        sky = (round(150 + 100 * share), round(195 + 40 * share), round(235 - 40 * share))
        field = (round(120 - 70 * share), round(170 - 70 * share), round(90 - 50 * share))
        draw.line((0, y, 1500, y), fill=sky if y < 600 else field)
    draw.ellipse((1050, 190, 1290, 430), fill=(246, 196, 69))
    for row in range(7):
        draw.line((0, 640 + row * 56, 1500, 620 + row * 62), fill=(205, 222, 150), width=5)
    content = BytesIO()
    image.save(content, "JPEG", quality=90)
    return content.getvalue()

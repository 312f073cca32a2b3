"""The windows of ``counter-app demo``: kiosk, board, desk, rating, and the virtual devices beside them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ui.shell.program import run_program
from ui.shell.station import Launch, OpenStation, Role

if TYPE_CHECKING:  # heavy: imported after the first paint, off the main thread
    from PIL import Image

    from counter_app.demo.office import DemoOffice
    from ui.setup.answers import Answers
    from ui.shell.windows import StationWindows
    from ui.virtual_devices.bench import Bench

_OFFICER = "ha"


def show(folder: Path) -> int:
    """Open the demo until its desk or its devices are closed. Raises NO_DISPLAY."""
    demo = _Demo(folder)
    return run_program(Launch(demo.open, demo.set_up), demo.stand_beside)


class _Demo:
    """An office of the demo, opened off the main thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._bench: Bench | None = None

    def open(self) -> OpenStation:
        """Open province, station and devices, with a few people already there."""
        import ui.virtual_devices.window  # noqa: F401 - imported here for its time, used in stand_beside
        from counter_app.demo.commune import let_administer
        from counter_app.demo.morning import clock_before_morning, fill_demo
        from counter_app.demo.office import DemoOffice
        from counter_app.settings import save_settings
        from sync.by_hand import SyncByHand

        clock = clock_before_morning()
        office = DemoOffice(self._folder, clock, keeps_hours=False)
        try:
            fill_demo(office.counter.services, clock)
            let_administer(office.counter.services.officers, _OFFICER)
            save_settings(office.counter.folder, office.counter.settings)  # what administration changes, it keeps there
            self._bench = _bench(office)
        except BaseException:
            office.close()
            raise
        counter = office.counter
        return OpenStation(
            services=counter.services,
            devices=counter.devices,
            link=counter.replicator,
            roles=tuple(Role),
            desk=counter.settings.desk,
            language="vi",
            contrast=False,
            text_scale=1.0,
            start=office.start,
            close=office.close,
            signed_in=_OFFICER,
            keeps_hours=False,
            folder=counter.folder,
            sync=SyncByHand(counter.journal, counter.services.office.id),
        )

    def set_up(self, answers: Answers) -> None:
        """Nothing to ask: the demo's office is set up by itself."""

    def stand_beside(self, windows: StationWindows) -> None:
        """Add the virtual devices; closing them or the desk ends the demo."""
        from ui.virtual_devices.window import VirtualDevicesWindow

        if self._bench is None:
            return
        tasks = windows.new_tasks()
        window = VirtualDevicesWindow(self._bench, tasks, windows.station.services.clock)
        window.closed.connect(windows.ended)
        windows.desk_left.connect(windows.ended)
        windows.add(window, tasks)


def _bench(office: DemoOffice) -> Bench:
    from counter_app.demo.morning import CARDS
    from counter_app.demo.pages import draw_page
    from ui.virtual_devices.bench import Bench, Card

    dossiers = office.counter.services.dossiers

    def receipt() -> str:
        newest = dossiers.find("", 1)
        return newest[0].code if newest else ""

    def pages(count: int) -> Sequence[Image.Image]:
        return [draw_page("Tờ khai", CARDS[0][0], number) for number in range(1, count + 1)]

    return Bench(
        devices=office.counter.devices,
        printer=office.virtual.printer,
        keypad=office.virtual.keypad,
        reader=office.virtual.reader,
        scanner=office.virtual.scanner,
        speaker=office.virtual.speaker,
        cards=tuple(Card(*card) for card in CARDS),
        receipt=receipt,
        pages=pages,
        province_up=office.province.start,
        province_down=office.province.stop,
    )

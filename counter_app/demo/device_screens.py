"""Pictures of Quản trị → Thiết bị: set up, found, tried, taught, at fault."""

from collections.abc import Callable
from typing import Unpack

from counter_app.demo.desk_pictures import Seen, pictured
from counter_app.demo.office import DemoOffice
from counter_app.errors import Code, CounterError
from counter_app.ports import DeviceKind, DeviceState
from devices.finding.found import FailedSearch, Findings, FoundDevice, Where
from devices.settings import TransportKind
from ui.desk.admin.controller import DEVICES
from ui.desk.admin.devices.controller import DevicesController
from ui.desk.page_keys import ADMIN
from ui.machine import Machine
from ui.shell.pictures import Studio

_SERIAL = (DeviceKind.KEYPAD, DeviceKind.READER, DeviceKind.PRINTER)
_FOUND = Findings(
    (
        FoundDevice(
            (DeviceKind.PRINTER,),
            "EPSON TM-T82III",
            TransportKind.USB,
            "04b8:0e28",
            "04b8:0e28:X6NQ",
            "USB · 04b8:0e28",
        ),
        FoundDevice(
            _SERIAL, "USB Serial · CH340", TransportKind.SERIAL, "COM4", "1a86:7523:@1-2", "COM4 · 1a86:7523 · 1-2"
        ),
        FoundDevice(
            (DeviceKind.SCANNER,),
            "Brother ADS-2200",
            TransportKind.ESCL,
            "http://192.168.1.60/eSCL",
            "",
            "192.168.1.60",
        ),
    ),
    (FailedSearch(Where.SANE, CounterError(Code.SEARCH_TIMED_OUT, where=Where.SANE, seconds=8)),),
)


class DevicePictures:
    """Takes the pictures of the devices' tab in one open office."""

    def __init__(self, studio: Studio, office: DemoOffice) -> None:
        self._studio, self._office = studio, office

    def draw(self) -> None:
        """Take all of them."""
        self._one("admin-devices-1366", self._printed)
        self._one("admin-devices-found-1366", self._found)
        self._one("admin-devices-learn-1366", self._learning)
        self._one("admin-devices-fault-1366", self._fault)
        self._one("admin-devices-200pct-1366", self._keypad, scale=2.0)
        self._one("admin-devices-contrast-1366", self._keypad, contrast=True)

    def _one(self, name: str, bring: Callable[[DevicesController], None], **seen: Unpack[Seen]) -> None:
        counter = self._office.counter
        seen["devices"], seen["machine"] = counter.devices, Machine(counter.folder)
        with pictured(self._studio, counter.services, name, **seen) as window:
            window.open_page(ADMIN)
            if window.admin is not None:
                window.admin.page.open_tab(DEVICES)
                shown = window.admin.devices
                self._studio.wait(lambda: bool(shown.tab.list.rows), "the devices")
                bring(shown)
                self._studio.settle()

    def _printed(self, shown: DevicesController) -> None:
        self._choose(shown, DeviceKind.PRINTER)
        shown.print()
        self._studio.wait(lambda: not shown.trials.running, "the ticket")

    def _found(self, shown: DevicesController) -> None:
        shown.show_found(_FOUND)
        rows = [place for place, row in enumerate(shown.tab.list.rows) if "CH340" in row.first]
        shown.tab.list.list.setCurrentRow(rows[0])

    def _learning(self, shown: DevicesController) -> None:
        self._choose(shown, DeviceKind.KEYPAD)
        shown.tab.trial.learn_button.click()
        self._press(shown, 5, "Bấm phím: Rất hài lòng")
        self._press(shown, 4, "Bấm phím: Hài lòng")
        self._studio.wait(lambda: shown.tab.learn.asked.text() == "Bấm phím: Bình thường", "the third key")

    def _fault(self, shown: DevicesController) -> None:
        self._choose(shown, DeviceKind.PRINTER)
        self._office.virtual.printer.faults.cover_open = True
        self._studio.wait(lambda: "Nắp máy in" in shown.tab.form.state.text(), "the cover")
        self._office.virtual.printer.faults.cover_open = False

    def _keypad(self, shown: DevicesController) -> None:
        self._choose(shown, DeviceKind.KEYPAD)
        shown.print()
        self._office.virtual.keypad.press(5)
        self._studio.wait(lambda: "Vừa bấm" in shown.tab.trial.said.text(), "the key")

    def _press(self, shown: DevicesController, score: int, when: str) -> None:
        self._studio.wait(lambda: shown.tab.learn.asked.text() == when, when)
        self._office.virtual.keypad.press(score)

    def _choose(self, shown: DevicesController, kind: DeviceKind) -> None:
        devices = self._office.counter.devices

        def ready() -> bool:
            return any(one.kind is kind and one.state is DeviceState.READY for one in devices.statuses())

        self._studio.wait(ready, "the device")
        name = next(one.name for one in devices.settings if one.kind is kind)
        places = [place for place, row in enumerate(shown.tab.list.rows) if row.key and row.first == name]
        shown.tab.list.list.setCurrentRow(places[0])

"""What whoever tries the demo finds: everything may be tried, devices too, and every window is within the screen."""

from pathlib import Path

from counter_app.cli.demo_windows import _Demo
from counter_app.domain.facts import Duty
from counter_app.settings import load_settings
from devices.station_devices import StationDevices


def test_who_sits_at_the_demos_desk_may_try_every_page_and_change_its_devices(tmp_path: Path) -> None:
    station = _Demo(tmp_path).open()
    try:
        officer = next(one for one in station.services.officers.all() if one.id == station.signed_in)
        assert all(officer.may(duty) for duty in Duty)
        assert station.folder is not None
        devices = StationDevices(station.folder, station.devices)
        names = [record.name for record in devices.records()]
        assert names == ["Máy in ảo", "Bàn phím ảo", "Máy quét ảo", "Đầu đọc ảo", "Loa ảo"]
        devices.remove("Loa ảo")
        kept = load_settings(station.folder)
        assert [record.name for record in kept.devices] == names[:-1]
        assert kept.desk == station.desk
    finally:
        station.close()

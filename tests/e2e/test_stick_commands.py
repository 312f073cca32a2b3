"""A commune and a province that only a stick connects, each by its own command in its own process."""

import subprocess
import sys
from pathlib import Path

from counter_app.bootstrap import set_up_station
from counter_app.demo.commune import OFFICE as COMMUNE
from counter_app.journal import outbox
from counter_app.services.setup import NewStation
from tests.sync.stations import station


def _run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "counter_app", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def test_a_stick_goes_up_and_comes_back(tmp_path: Path) -> None:
    commune, province, stick = tmp_path / "commune", tmp_path / "province", tmp_path / "stick"
    stick.mkdir()
    set_up_station(commune, NewStation(COMMUNE, "Quầy 1", ("desk",), (1,), ()))
    with station(commune) as one:
        waiting = outbox.waiting(one.journal).entries
    first = _run("province", "stick", stick, "--data", province)
    assert first.returncode == 0, first.stderr
    fingerprint = first.stdout.split("'")[1]
    code = _run("province", "enrol-code", "--office", COMMUNE.id, "--data", province).stdout.strip()

    strange = _run("sync", "export", stick, "--data", commune, "--code", code)
    assert (strange.returncode, fingerprint in strange.stderr) == (1, True), "the key is compared before it is used"
    sent = _run("sync", "export", stick, "--data", commune, "--code", code, "--trust", fingerprint)
    assert sent.stdout == f"packets=1 entries={waiting} blobs=0\n", sent.stderr
    taken = _run("province", "stick", stick, "--data", province)
    assert f"entries={waiting} blobs=0" in taken.stdout, taken.stderr
    got = _run("sync", "import", stick, "--data", commune)
    assert got.stdout == f"entries=0 acknowledged={waiting} blobs=0\n", got.stderr

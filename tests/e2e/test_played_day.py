"""The whole job, as a process: a day of 60 citizens through the real services, devices' bytes and sync."""

import json
import os
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from counter_app.clocks import SystemClock
from counter_app.demo.commune import DESK_OFFICERS
from counter_app.documents.ticket import TicketSlip, draw_ticket, to_image
from counter_app.domain.dossiers import Dossier, DossierState
from counter_app.journal.journal import Journal
from counter_app.services.dossiers import Dossiers
from counter_app.store.database import open_database
from tests.support.naming import logged, naming


def run(*words: str, seconds: int = 300, **variables: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "counter_app", *words]
    around = {**os.environ, **variables}
    return subprocess.run(command, capture_output=True, text=True, timeout=seconds, check=False, env=around)


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, float]]:
    folder = tmp_path_factory.mktemp("day")
    every_line = {"XDG_STATE_HOME": str(folder / "state"), "COUNTER_APP_LOG": "debug"}
    done = run("demo", "--play", "--json", "--dir", str(folder), "--seed", "7", **every_line)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return folder, json.loads(done.stdout)


NUMBER_UNTIL = 352
"""The dots from the top that hold the office, the title and the number: the rest changes with the queue."""


def head(label: str) -> bytes:
    """The upper part of a ticket as it must be for a number of the commune An Phúc."""
    slip = TicketSlip("XÃ AN PHÚC", label, "", 0, None, (), datetime(2026, 11, 23, 9, tzinfo=UTC), "x")
    return upper(to_image(draw_ticket(slip)))


def upper(picture: Image.Image) -> bytes:
    return picture.convert("1").crop((0, 0, picture.width, NUMBER_UNTIL)).tobytes()


def dossiers(folder: Path) -> tuple[Dossier, ...]:
    database = open_database(folder / "station")
    try:
        return Dossiers(Journal(database, SystemClock())).find("", limit=1000)
    finally:
        database.close()


def test_everybody_is_served_or_missed(day: tuple[Path, dict[str, float]]) -> None:
    _, summary = day
    assert summary["citizens"] == summary["tickets"] == 60
    assert summary["served"] + summary["no_shows"] == 60
    assert summary["served"] > summary["dossiers"] > 40
    assert summary["calls"] >= 60 + 2 * summary["no_shows"]
    assert summary["receipts"] == summary["dossiers"]
    assert summary["pages"] > summary["dossiers"]
    assert 0 < summary["ratings"] <= summary["served"]
    assert summary["printer_bytes"] > 60 * 10_000


def test_dossiers_go_the_whole_lawful_way_or_part_of_it(day: tuple[Path, dict[str, float]]) -> None:
    folder, summary = day
    states = Counter(one.state for one in dossiers(folder))
    assert summary["handed_over"] > summary["results"] > summary["returned"] >= 5
    assert summary["supplements"] == summary["refusals"] == 1
    assert states[DossierState.RETURNED] == summary["returned"]
    assert states[DossierState.SUPPLEMENT] == 1
    assert states[DossierState.PROCESSING] >= 10
    assert all(one.outcome.signer for one in dossiers(folder) if one.outcome), "no result without who signed it"
    assert sum(states.values()) == summary["dossiers"]


def test_the_leader_sits_at_no_desk(day: tuple[Path, dict[str, float]]) -> None:
    folder, _ = day
    sat = {(one.desk, one.officer) for one in dossiers(folder)}
    assert len(sat) > 1  # on a quiet day the third desk may receive nothing
    assert sat <= set(DESK_OFFICERS.items())


def test_the_province_has_it_all(day: tuple[Path, dict[str, float]]) -> None:
    _, summary = day
    assert summary["province_entries"] == summary["entries"] > 500
    assert summary["province_blobs"] == summary["blobs"] > 100


def test_every_ticket_on_paper_shows_its_number_and_a_code_that_reads(day: tuple[Path, dict[str, float]]) -> None:
    folder, _ = day
    pictures = sorted((folder / "paper").glob("*.png"))
    assert len(pictures) == 60
    addresses = set()
    for picture in pictures:
        printed = Image.open(picture)
        assert upper(printed) == head(picture.stem)
        codes = zxingcpp.read_barcodes(printed.convert("L"))
        assert [code.format for code in codes] == [zxingcpp.BarcodeFormat.QRCode], picture.name
        addresses.add(codes[0].text)
    assert len(addresses) == 60
    assert head("A001") != head("A007")


def test_every_receipt_is_text_with_code_name_and_appointment(day: tuple[Path, dict[str, float]]) -> None:
    folder, summary = day
    received = dossiers(folder)
    assert len(received) == summary["dossiers"] == len(list((folder / "paper").glob("*.pdf")))
    for dossier in received:
        pdf = folder / "paper" / f"{dossier.code}.pdf"
        text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
        assert dossier.code in text
        assert dossier.applicant.name in text
        assert f"{dossier.due:%d/%m/%Y}" in text or f"ngày {dossier.due:%d}" in text


def test_both_sides_verify(day: tuple[Path, dict[str, float]]) -> None:
    folder, _ = day
    told = []
    for side in ("station", "province"):
        done = run("verify", "--data", str(folder / side))
        assert (done.returncode, done.stderr) == (0, "")
        told.append(done.stdout)
    assert told[0] == told[1], "nothing is written after the link has ended"


def test_no_line_of_the_log_or_the_security_record_names_a_citizen(day: tuple[Path, dict[str, float]]) -> None:
    folder, _ = day
    people = [dossier.applicant for dossier in dossiers(folder)]
    lines = logged(folder / "state")
    assert any(" DEBUG " in line for line in lines), "every line is there"
    assert any("event=program" in line or "kind=program-started" in line for line in lines), "from the first on"
    record = run(
        "audit", "export", "--data", str(folder / "station"), "--to", str(folder / "record"), "--format", "jsonl"
    )
    assert (record.returncode, record.stderr) == (0, "")
    events = (folder / "record").read_text(encoding="utf-8").splitlines()
    assert len(events) >= 2
    assert naming(people, (*lines, *events)) == []
    one = people[0]
    for said in (one.name, one.identity, one.residence):
        assert naming(people, (f"event=x {said} y",)), "what may not be there would be found"


def test_playing_a_finished_day_again_changes_nothing(day: tuple[Path, dict[str, float]]) -> None:
    folder, summary = day
    again = run("demo", "--play", "--json", "--dir", str(folder), "--seed", "7")
    assert again.returncode == 0, again.stderr
    second = json.loads(again.stdout)
    same = ["tickets", "calls", "served", "no_shows", "dossiers", "pages", "receipts", "ratings", "printer_bytes"]
    same += ["handed_over", "results", "returned", "supplements", "refusals"]
    assert {name: second[name] for name in same} == {name: summary[name] for name in same}


def test_a_day_whose_devices_fail_loses_nothing_and_prints_each_number_once(tmp_path: Path) -> None:
    words = ("demo", "--play", "--json", "--seed", "7", "--dir", str(tmp_path), "--faults", "8")
    done = run(*words, "--citizens", os.environ.get("COUNTER_APP_CITIZENS", "12"), seconds=600)
    assert (done.returncode, done.stderr) == (0, "")
    bad = json.loads(done.stdout)
    assert {one["device"] for one in bad["happened"]} >= {"printer", "keypad", "reader", "scanner"}
    assert bad["journal_faults"] == bad["paper"]["wrong"] == []
    assert bad["paper"]["printed"] == bad["tickets"] == bad["citizens"]
    assert bad["paper"]["failed"] + bad["paper"]["doubtful"] > 0
    assert bad["served"] + bad["no_shows"] == bad["citizens"]
    assert bad["receipts"] == bad["dossiers"] > 0
    assert (bad["province_entries"], bad["province_blobs"]) == (bad["entries"], bad["blobs"])
    counted = bad["devices"]
    assert counted["Máy in ảo"]["tickets"] == bad["tickets"]
    assert counted["Máy in ảo"]["faults"] > 0
    assert counted["Máy quét ảo"]["pages"] >= bad["pages"]

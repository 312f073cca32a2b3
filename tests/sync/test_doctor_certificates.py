"""``counter-app doctor`` and certificates: the province's own authority, and what this machine shows its office."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from counter_app.cli.certificate_checks import authority_check, office_check
from counter_app.cli.checks import Check, Finding
from counter_app.errors import Code
from counter_app.journal.signing import make_station_key
from counter_app.settings import OfficeSettings, SecuritySettings
from tests.support.authority import Authority
from tests.support.foreign_server import CaptivePage, certificate, province_of, serving
from tests.support.shown import shown_by
from tests.sync.stations import Station, station

EVERYWHERE = ".".join("0000")


def judged(path: Path) -> Check:
    [found] = authority_check(SecuritySettings(ca_file=str(path)))
    return found


def test_without_an_authority_in_the_settings_nothing_is_said() -> None:
    assert list(authority_check(SecuritySettings())) == []


def test_an_authority_that_lasts_is_well(tmp_path: Path) -> None:
    found = judged(Authority(tmp_path / "ca").ca_file)
    assert (found.finding, found.code) == (Finding.OK, None)


@pytest.mark.parametrize(
    "days, finding, code",
    [
        ((-400, -1), Finding.FAULT, Code.CA_FILE_ENDED),
        ((2, 400), Finding.FAULT, Code.CA_FILE_NOT_YET),
        ((-300, 10), Finding.NOTE, Code.CA_FILE_ENDS),
    ],
)
def test_the_days_of_an_authority_are_judged(
    tmp_path: Path, days: tuple[int, int], finding: Finding, code: Code
) -> None:
    found = judged(certificate(tmp_path, "127.0.0.1", days=days))
    assert (found.finding, found.code) == (finding, code)


def test_the_one_that_lasts_counts_where_the_file_has_an_old_one_too(tmp_path: Path) -> None:
    old = certificate(tmp_path, "127.0.0.1", days=(-400, -1))
    both = tmp_path / "both.pem"
    both.write_bytes(old.read_bytes() + Authority(tmp_path / "ca").ca_file.read_bytes())
    assert judged(both).finding is Finding.OK


@pytest.mark.parametrize("content", [None, b"", b"hello", b"-----BEGIN CERTIFICATE-----\nAAAA\n"])
def test_a_file_without_certificates_is_a_fault(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "ca.pem"
    if content is not None:
        path.write_bytes(content)
    assert (judged(path).finding, judged(path).code) == (Finding.FAULT, Code.CA_FILE_INVALID)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Station]:
    """A station that is only looked at."""
    with station(tmp_path_factory.mktemp("desk")) as made:
        made.register()
        yield made


def judged_at(desk: Station, port: int, *, running: bool = True) -> list[tuple[Finding, Code | None]]:
    office = OfficeSettings(serve=True, host=EVERYWHERE, port=port)
    return [(one.finding, one.code) for one in office_check(desk.journal, office, running=running)]


def test_a_machine_that_serves_nobody_has_no_certificate(desk: Station) -> None:
    assert list(office_check(desk.journal, OfficeSettings(), running=True)) == []
    loopback = OfficeSettings(serve=True, host="127.0.0.1")
    assert list(office_check(desk.journal, loopback, running=True)) == []


def test_an_office_machine_shows_its_own_certificate_and_how_long_it_lasts(tmp_path: Path, desk: Station) -> None:
    key = desk.journal.key
    with serving(province_of(1), shown_by(key, tmp_path / "own.pem")) as port:
        office = OfficeSettings(serve=True, host=EVERYWHERE, port=port)
        [found] = office_check(desk.journal, office, running=True)
    assert (found.finding, found.code, found.value) == (Finding.OK, None, f"{key.station}, còn 89 ngày")


def test_another_machine_at_its_port_is_named(tmp_path: Path, desk: Station) -> None:
    with serving(province_of(1), shown_by(make_station_key(), tmp_path / "other.pem")) as port:
        assert judged_at(desk, port) == [(Finding.FAULT, Code.CERTIFICATE_STATION)]
    with serving(province_of(1), certificate(tmp_path, "127.0.0.1")) as port:
        assert judged_at(desk, port) == [(Finding.FAULT, Code.CERTIFICATE_STATION)]
    with serving(CaptivePage) as port:
        assert judged_at(desk, port) == [(Finding.FAULT, Code.TLS_FAILED)]
    assert judged_at(desk, port) == [(Finding.FAULT, Code.HOST_CLOSED)]


def test_a_certificate_that_was_never_renewed_is_worth_a_note(tmp_path: Path, desk: Station) -> None:
    then = datetime.now(UTC) - timedelta(days=200)
    with serving(province_of(1), shown_by(desk.journal.key, tmp_path / "old.pem", then)) as port:
        assert judged_at(desk, port) == [(Finding.NOTE, Code.OFFICE_CERTIFICATE_OLD)]


def test_a_machine_that_should_serve_its_office_and_does_not_run_says_so(desk: Station) -> None:
    assert judged_at(desk, 1, running=False) == [(Finding.NOTE, Code.OFFICE_CLOSED)]

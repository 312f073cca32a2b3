"""A search by whoever works at a machine, and the installation by root: from the served repository to the program."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from counter_app import __version__
from counter_app.cli import update
from counter_app.cli.arguments import parse
from counter_app.domain.security_facts import SecurityKind
from counter_app.errors import Code, CounterError
from counter_app.services.security_log import SecurityLog
from counter_app.services.update_packages import Dpkg
from counter_app.services.updates import install_record, note_updates, update_state
from counter_app.settings import Settings, save_settings
from counter_app.store.security_events import EventFilter
from sync.server.program import ServerThread
from sync.updates.installing import MachineUpdates, Outcome, Why
from sync.updates.search import UpdateSearch
from tests.support.updates import ARCHITECTURE, NO_PROGRAM, Province, now, private_dpkg
from tests.sync.stations import station

OLD, NEW, LATER = "0.0.1", "999.0.0", "999.1.0"

pytestmark = pytest.mark.allows_threads("sync-", "AnyIO")


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    folder = tmp_path_factory.mktemp("province")
    server = ServerThread(folder / "data", updates=folder / "served")
    server.start()
    try:
        yield server.url, folder / "served"
    finally:
        server.stop()


@pytest.fixture
def province(running: tuple[str, Path], tmp_path: Path) -> Province:
    made = Province(tmp_path / "province")
    running[1].unlink(missing_ok=True)
    running[1].symlink_to(made.updates)
    return made


@pytest.fixture
def settings(running: tuple[str, Path]) -> Settings:
    return Settings(province_url=running[0], desk=2)


@pytest.fixture
def data(tmp_path: Path, settings: Settings) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    save_settings(folder, settings)
    (folder / "counter.db").write_bytes(b"encrypted")
    return folder


@pytest.fixture
def dpkg(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Dpkg:
    return private_dpkg(tmp_path / "root", monkeypatch)


@pytest.fixture
def updates(tmp_path: Path, data: Path, dpkg: Dpkg) -> MachineUpdates:
    return MachineUpdates(tmp_path / "system", data, dpkg, ARCHITECTURE, now)


def refused(act: Callable[[], object]) -> CounterError:
    with pytest.raises(CounterError) as caught:
        act()
    return caught.value


def test_a_search_fetches_what_is_newer_and_remembers_it(province: Province, data: Path, settings: Settings) -> None:
    mark = province.publish(NEW).fingerprint
    search = UpdateSearch(data, now)
    state = search.run(settings)
    assert state.newest is not None
    assert (state.newest.version, state.fingerprint, state.refusal) == (NEW, mark, None)
    assert (data / "updates" / "packages" / state.newest.name).exists()
    again = UpdateSearch(data, now).run(settings)
    assert again.fetched_at == state.fetched_at is not None
    assert update_state(data) == again


def test_a_search_fetches_nothing_that_is_older_than_this_program(
    province: Province, data: Path, settings: Settings
) -> None:
    province.publish(OLD)
    state = UpdateSearch(data, now).run(settings)
    assert state.fetched_at is None
    assert list((data / "updates" / "packages").iterdir()) == []


@pytest.mark.expects_log("event=update_not_believed")
def test_what_a_search_refused_is_remembered_and_comes_into_the_security_record_once(
    province: Province, settings: Settings, tmp_path: Path
) -> None:
    with station(tmp_path / "station") as desk:
        security = SecurityLog(desk.journal)
        note_updates(desk.folder, security, tmp_path)
        province.publish(NEW)
        path = province.target(NEW)
        path.write_bytes(path.read_bytes()[::-1])
        assert refused(lambda: UpdateSearch(desk.folder, now).run(settings)).code is Code.UPDATE_DAMAGED
        for _ in range(2):
            note_updates(desk.folder, security, tmp_path)
        security.flush()
        events = security.page(EventFilter(), most=10)
        security.close()
        assert [(one.kind, one.detail["reason"]) for one in events] == [
            (SecurityKind.UPDATE_REFUSED, Code.UPDATE_DAMAGED)
        ]
    found = update_state(desk.folder)
    assert found.refusal is not None
    assert found.refusal.code is Code.UPDATE_DAMAGED


def test_another_version_than_the_last_time_is_an_event(tmp_path: Path) -> None:
    with station(tmp_path / "station") as desk:
        security = SecurityLog(desk.journal)
        note_updates(desk.folder, security, tmp_path)
        noted = desk.folder / "updates" / "noted.json"
        noted.write_text(noted.read_text().replace(__version__, OLD))
        for _ in range(2):
            note_updates(desk.folder, security, tmp_path)
        security.flush()
        events = security.page(EventFilter(), most=10)
        security.close()
    assert [(one.kind, one.detail) for one in events] == [
        (SecurityKind.UPDATE_INSTALLED, {"before": OLD, "after": __version__})
    ]


def test_root_installs_once_somebody_compared_the_fingerprint_and_by_itself_from_then_on(
    province: Province, updates: MachineUpdates, settings: Settings, dpkg: Dpkg
) -> None:
    mark = province.publish(OLD).fingerprint
    dpkg.install(province.target(OLD), OLD)
    province.publish(NEW)
    assert refused(lambda: updates.install(settings)).code is Code.UPDATES_STRANGE
    assert refused(lambda: updates.install(settings, trust="0000 1111")).code is Code.UPDATES_STRANGE
    assert dpkg.installed() == OLD
    assert updates.install(settings, trust=mark.lower()) == Outcome(Why.INSTALLED, NEW, OLD, NEW)
    assert updates.install(settings) == Outcome(Why.NEWEST, NEW)
    province.publish(LATER)
    assert updates.install(settings).version == LATER
    assert updates.back().version == NEW
    assert updates.install(settings) == Outcome(Why.REFUSED_BEFORE, NEW, newest=LATER)
    assert updates.install(settings, again=True).version == LATER == dpkg.installed()


@pytest.mark.expects_log("event=update_failed")
def test_a_broken_version_is_undone_by_the_package_that_the_province_published_before(
    province: Province, updates: MachineUpdates, settings: Settings, dpkg: Dpkg, tmp_path: Path
) -> None:
    mark = province.publish(OLD).fingerprint
    dpkg.install(province.target(OLD), OLD)
    province.publish(NEW, program=NO_PROGRAM)
    assert refused(lambda: updates.install(settings, trust=mark)).code is Code.UPDATE_TRIAL_FAILED
    assert dpkg.installed() == OLD
    assert updates.install(settings) == Outcome(Why.REFUSED_BEFORE, OLD, newest=NEW)
    assert install_record(tmp_path / "system").refusal_of(NEW) is not None


def test_where_the_present_version_is_nowhere_to_be_had_only_who_says_so_installs(
    province: Province, updates: MachineUpdates, settings: Settings, dpkg: Dpkg
) -> None:
    before = Province(province.folder / "before")
    before.publish(OLD)
    dpkg.install(before.target(OLD), OLD)
    mark = province.publish(NEW).fingerprint
    error = refused(lambda: updates.install(settings, trust=mark))
    assert (error.code, error.params) == (Code.UPDATE_NO_WAY_BACK, {"version": OLD})
    assert updates.install(settings, no_way_back=True).version == NEW
    assert refused(updates.back).code is Code.UPDATE_NO_WAY_BACK


def test_what_has_the_data_open_by_itself_ends_only_for_an_installation(
    province: Province, data: Path, settings: Settings, dpkg: Dpkg, tmp_path: Path
) -> None:
    told: list[str] = []

    @contextmanager
    def ended() -> Iterator[None]:
        told.append("ended")
        yield
        told.append("begun")

    mark = province.publish(OLD).fingerprint
    dpkg.install(province.target(OLD), OLD)
    updates = MachineUpdates(tmp_path / "system", data, dpkg, ARCHITECTURE, now, ended)
    updates.install(settings, trust=mark)
    assert told == []
    province.publish(NEW)
    updates.install(settings)
    assert told == ["ended", "begun"]


def test_a_program_that_is_no_package_is_not_updated(updates: MachineUpdates, settings: Settings) -> None:
    assert refused(lambda: updates.install(settings)).code is Code.UPDATE_NO_PACKAGE


def test_the_command_checks_says_what_is_known_and_names_the_line_that_root_types(
    province: Province, data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    province.publish(NEW)
    assert update.run(parse(["update", "check", "--data", str(data)])) == 0
    assert f"newest={NEW}" in capsys.readouterr().out
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    error = refused(lambda: update.run(parse(["update", "install", "--data", str(data)])))
    assert error.code is Code.UPDATE_NEEDS_ROOT
    assert error.params["command"] == f"sudo counter-app update install --data {data}"
    with pytest.raises(CounterError) as caught:
        update.run(parse(["update", "check", "--data", str(data / "none")]))
    assert caught.value.code is Code.NOT_SET_UP

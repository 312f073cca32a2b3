"""Installing by the system's own dpkg, in a place of its own: what works stays, what does not is undone."""

import fcntl
from dataclasses import dataclass
from pathlib import Path

import pytest

from counter_app.errors import Code, CounterError
from counter_app.services.update_install import Candidate, Installer
from counter_app.services.update_packages import Dpkg, describe
from counter_app.services.updates import Installed, InstallRecord, Release, install_record, keep_record
from tests.support.updates import NO_DOCTOR, NO_PROGRAM, make_package, now, private_dpkg

UNDONE = pytest.mark.expects_log("event=update_failed")


@dataclass
class Machine:
    """One machine with version 1.0.0, and its data."""

    dpkg: Dpkg
    folder: Path
    data: Path
    keep: Path

    @property
    def installer(self) -> Installer:
        return Installer(self.keep, self.data, self.dpkg, now)

    def package(self, version: str, **package: str) -> Candidate:
        path = make_package(self.folder, version, **package)
        said = describe(path)
        return Candidate(
            Release(said.version, said.architecture, path.name, path.stat().st_size, "", said.schema), path
        )

    @property
    def record(self) -> InstallRecord:
        return install_record(self.keep)


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    for name in ("packages", "data", "keep"):
        (tmp_path / name).mkdir()
    made = Machine(
        private_dpkg(tmp_path / "root", monkeypatch), tmp_path / "packages", tmp_path / "data", tmp_path / "keep"
    )
    (made.data / "counter.db").write_bytes(b"encrypted")
    return made


@pytest.fixture
def first(machine: Machine) -> Candidate:
    made = machine.package("1.0.0")
    machine.dpkg.install(made.path, "1.0.0")
    return made


def refused(machine: Machine, new: Candidate, former: Candidate | None) -> CounterError:
    with pytest.raises(CounterError) as caught:
        machine.installer.install(new, former)
    return caught.value


def test_a_version_that_works_stays(machine: Machine, first: Candidate) -> None:
    machine.installer.install(machine.package("1.1.0"), first)
    assert machine.dpkg.installed() == "1.1.0"
    last = machine.record.last
    assert last is not None
    assert (last.version, last.former, last.saved) == ("1.1.0", "1.0.0", False)
    assert (machine.record.under_way, machine.record.bad) == (None, ())


@UNDONE
@pytest.mark.allows_log("event=update_trial_failed")
@pytest.mark.parametrize("program", [NO_PROGRAM, NO_DOCTOR, "#!/bin/sh\necho counter-app 1.0.0\n", "no script"])
def test_a_version_that_does_not_work_is_undone_and_not_tried_again(
    machine: Machine, first: Candidate, program: str
) -> None:
    error = refused(machine, machine.package("1.1.0", program=program), first)
    assert (error.code, error.params) == (Code.UPDATE_TRIAL_FAILED, {"version": "1.1.0", "former": "1.0.0"})
    assert machine.dpkg.installed() == "1.0.0"
    refusal = machine.record.refusal_of("1.1.0")
    assert refusal is not None
    assert refusal.code is Code.UPDATE_TRIAL_FAILED
    assert (machine.record.last, machine.record.under_way) == (None, None)


@UNDONE
def test_without_the_former_package_a_version_that_does_not_work_is_said_to_be_stuck(
    machine: Machine, first: Candidate
) -> None:
    assert refused(machine, machine.package("1.1.0", program=NO_PROGRAM), None).code is Code.UPDATE_STRANDED
    assert machine.dpkg.installed() == "1.1.0"


@UNDONE
@pytest.mark.parametrize(
    "package",
    [
        {"after": "#!/bin/sh\nexit 1\n"},  # it cannot run: there is no shell in that place
        {"more": "Depends: what-nobody-has\n"},
    ],
)
def test_what_the_system_installs_by_half_is_undone_and_its_reason_kept(
    machine: Machine, first: Candidate, package: dict[str, str]
) -> None:
    error = refused(machine, machine.package("1.1.0", **package), first)
    assert error.code is Code.UPDATE_NOT_INSTALLED
    assert machine.dpkg.installed() == "1.0.0"
    refusal = machine.record.refusal_of("1.1.0")
    assert refusal is not None
    assert (refusal.code, refusal.params["detail"]) == (Code.UPDATE_NOT_INSTALLED, error.params["detail"])


def test_what_the_system_refuses_before_it_begins_changes_nothing_and_may_be_tried_again(
    machine: Machine, first: Candidate
) -> None:
    new = machine.package("1.1.0", architecture="riscv64")
    assert refused(machine, new, first).code is Code.UPDATE_NOT_INSTALLED
    assert machine.dpkg.installed() == "1.0.0"
    assert machine.record == InstallRecord()


def test_a_package_that_is_another_than_its_name_says_is_not_installed(machine: Machine, first: Candidate) -> None:
    other = machine.package("1.1.0")
    named = Candidate(Release("1.2.0", other.release.architecture, "counter-app_1.2.0.deb", 1, ""), other.path)
    assert refused(machine, named, first).code is Code.UPDATE_PACKAGE_WRONG
    assert machine.dpkg.installed() == "1.0.0"


def test_nothing_is_installed_while_the_program_is_open(machine: Machine, first: Candidate) -> None:
    with (machine.data / "in-use.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert refused(machine, machine.package("1.1.0"), first).code is Code.DATA_IN_USE
    assert machine.dpkg.installed() == "1.0.0"
    machine.installer.install(machine.package("1.2.0"), first)


def test_a_lock_that_points_elsewhere_is_not_followed(machine: Machine, first: Candidate, tmp_path: Path) -> None:
    (machine.data / "in-use.lock").symlink_to(tmp_path / "made")
    assert refused(machine, machine.package("1.1.0"), first).code is Code.DATA_NOT_WRITABLE
    assert not (tmp_path / "made").exists()


def test_back_goes_to_the_version_before_which_stays_until_a_newer_one(machine: Machine, first: Candidate) -> None:
    machine.installer.install(machine.package("1.1.0"), first)
    (machine.data / "counter.db").write_bytes(b"written by the new version")
    machine.installer.back(first)
    assert machine.dpkg.installed() == "1.0.0"
    left = machine.record.refusal_of("1.1.0")
    assert left is not None
    assert left.code is Code.UPDATE_TAKEN_BACK
    with pytest.raises(CounterError) as caught:
        machine.installer.back(first)
    assert caught.value.code is Code.UPDATE_NO_WAY_BACK


def test_after_another_form_of_data_was_written_there_is_no_way_back_and_a_copy_of_before(
    machine: Machine, first: Candidate
) -> None:
    done = machine.installer.install(machine.package("1.1.0", schema="0010"), first)
    assert done.saved
    saved = machine.keep / "data-before"
    assert (saved / "1.1.0.counter.db").read_bytes() == b"encrypted"
    assert saved.stat().st_mode & 0o077 == 0
    (machine.data / "counter.db").write_bytes(b"in the new form")
    with pytest.raises(CounterError) as caught:
        machine.installer.back(first)
    assert (caught.value.code, machine.dpkg.installed()) == (Code.UPDATE_DATA_NEWER, "1.1.0")


def test_while_nobody_opened_the_data_since_there_is_a_way_back_from_another_form(
    machine: Machine, first: Candidate
) -> None:
    machine.installer.install(machine.package("1.1.0", schema="0010"), first)
    machine.installer.back(first)
    assert machine.dpkg.installed() == "1.0.0"


def test_an_installation_that_was_cut_short_after_its_end_is_kept(machine: Machine, first: Candidate) -> None:
    new = machine.package("1.1.0")
    begun = Installed(now(), "1.1.0", "1.0.0")
    keep_record(InstallRecord(under_way=begun), machine.keep)
    machine.dpkg.install(new.path, "1.1.0")
    machine.installer.finish(lambda version: None)
    assert machine.record == InstallRecord(last=begun)


@pytest.mark.allows_log("event=update_trial_failed")
def test_an_installation_that_was_cut_short_in_the_middle_is_undone_and_may_be_tried_again(
    machine: Machine, first: Candidate
) -> None:
    keep_record(InstallRecord(under_way=Installed(now(), "1.1.0", "1.0.0")), machine.keep)
    machine.dpkg.install(machine.package("1.1.0", program=NO_PROGRAM).path, "1.1.0")
    machine.installer.finish(lambda version: first if version == "1.0.0" else None)
    assert machine.dpkg.installed() == "1.0.0"
    assert machine.record == InstallRecord()


@pytest.mark.expects_log("event=update_file_unreadable")
def test_a_record_that_is_damaged_stops_nothing(machine: Machine, first: Candidate) -> None:
    (machine.keep / "installed.json").write_text('{"last": {"at": "never"}}')
    machine.installer.install(machine.package("1.1.0"), first)
    assert machine.record.last is not None

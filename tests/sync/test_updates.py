"""New versions: published by the province, served by its own server, found by the real client; every known attack."""

import http.client
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from counter_app.errors import Code, CounterError
from counter_app.services.updates import Release
from sync.server.program import ServerThread
from sync.updates.client import UpdateClient
from sync.wire import Upstream, far_server
from tests.support.authority import Authority
from tests.support.foreign_server import Answering, CaptivePage, serving
from tests.support.updates import ARCHITECTURE, Province

LONG_AGO = timedelta(days=40)
NOT_BELIEVED = pytest.mark.expects_log("event=update_not_believed")

# The server outlives each test; what it needs threads for, it keeps.
pytestmark = pytest.mark.allows_threads("sync-", "AnyIO")


@dataclass(frozen=True)
class Served:
    """A running server whose repository can be another one from one moment to the next."""

    url: str
    link: Path

    def serve(self, updates: Path) -> None:
        """Serve this folder from now on."""
        self.link.unlink(missing_ok=True)
        self.link.symlink_to(updates)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("province")
    server = ServerThread(folder / "data", updates=folder / "served")
    server.start()
    try:
        yield Served(server.url, folder / "served")
    finally:
        server.stop()


@pytest.fixture
def province(running: Served, tmp_path: Path) -> Province:
    made = Province(tmp_path / "province")
    running.serve(made.updates)
    return made


@pytest.fixture
def machine(running: Served, tmp_path: Path) -> Iterator[Callable[..., UpdateClient]]:
    """Make the client of one machine, as often as it starts anew."""
    made: list[UpdateClient] = []
    (tmp_path / "machine").mkdir()

    def make(url: str = running.url, believes: Callable[[str], bool] = lambda mark: True) -> UpdateClient:
        made.append(UpdateClient(tmp_path / "machine", Upstream(url, connect_s=5.0), ARCHITECTURE, believes))
        return made[-1]

    yield make
    for one in made:
        one.close()


def newest(client: UpdateClient) -> tuple[Release, Path]:
    found = client.check()[0]
    return found, client.fetch(found)


def refused(client: UpdateClient) -> Code:
    with pytest.raises(CounterError) as caught:
        newest(client)
    return caught.value.code


def test_a_machine_finds_the_newest_version_for_its_processor_and_gets_the_very_bytes(
    province: Province, machine: Callable[..., UpdateClient]
) -> None:
    for version in ("1.0.0", "1.10.0", "1.9.0"):
        published = province.publish(version)
    province.publish("2.0.0", architecture="riscv64")
    client = machine()
    found, path = newest(client)
    assert (found.version, found.schema) == ("1.10.0", "0009")
    assert path.read_bytes() == province.target("1.10.0").read_bytes()
    assert client.fingerprint == published.fingerprint
    assert [one.version for one in machine().check()] == ["1.10.0", "1.9.0", "1.0.0"]


def test_what_is_here_is_not_fetched_again_and_what_was_changed_here_is(
    province: Province, machine: Callable[..., UpdateClient]
) -> None:
    province.publish("1.0.0")
    found, path = newest(machine())
    target = province.target("1.0.0")
    whole = target.read_bytes()
    target.unlink()
    assert newest(machine())[1] == path
    path.write_bytes(b"x" * len(whole))
    assert machine().here(found) is None
    target.write_bytes(whole)
    assert newest(machine())[1].read_bytes() == whole


def test_a_package_that_another_folder_has_is_taken_from_there_only_if_it_is_the_signed_one(
    province: Province, machine: Callable[..., UpdateClient], tmp_path: Path
) -> None:
    province.publish("1.0.0")
    target, near = province.target("1.0.0"), tmp_path / "near"
    whole = target.read_bytes()
    near.mkdir()
    client = machine()
    found = client.check()[0]
    (near / found.name).write_bytes(whole[::-1])
    assert client.fetch(found, near).read_bytes() == whole
    client.keep_only([])
    (near / found.name).write_bytes(whole)
    target.unlink()
    assert client.fetch(found, near).read_bytes() == whole
    client.keep_only([])
    (near / found.name).unlink()
    (near / found.name).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(CounterError):
        client.fetch(found, near)


@NOT_BELIEVED
def test_what_somebody_else_signed_is_refused(
    running: Served, province: Province, machine: Callable[..., UpdateClient], tmp_path: Path
) -> None:
    province.publish("1.0.0")
    newest(machine())
    stranger = Province(tmp_path / "stranger")
    stranger.publish("9.0.0")
    stranger.publisher().refresh()
    running.serve(stranger.updates)
    assert refused(machine()) is Code.UPDATE_UNSIGNED


@NOT_BELIEVED
def test_a_list_that_was_changed_on_the_way_is_refused(
    province: Province, machine: Callable[..., UpdateClient]
) -> None:
    province.publish("1.0.0")
    path = province.updates / "metadata" / "2.targets.json"
    path.write_bytes(path.read_bytes().replace(b"1.0.0", b"9.0.0"))
    assert refused(machine()) is Code.UPDATE_UNSIGNED


@NOT_BELIEVED
def test_a_server_that_hides_new_versions_is_refused_after_a_week(
    province: Province, machine: Callable[..., UpdateClient]
) -> None:
    province.publish("1.0.0", age=timedelta(days=8))
    assert refused(machine()) is Code.UPDATE_EXPIRED
    province.publisher().refresh()
    assert newest(machine())[0].version == "1.0.0"


@NOT_BELIEVED
def test_an_older_state_than_the_one_that_was_seen_is_refused(
    running: Served, province: Province, machine: Callable[..., UpdateClient], tmp_path: Path
) -> None:
    province.publish("1.0.0")
    before = tmp_path / "before"
    shutil.copytree(province.updates, before)
    province.publish("1.1.0")
    newest(machine())
    running.serve(before)
    assert refused(machine()) is Code.UPDATE_OLDER


@NOT_BELIEVED
def test_a_package_with_other_bytes_or_more_or_fewer_is_refused_and_not_kept(
    province: Province, machine: Callable[..., UpdateClient], tmp_path: Path
) -> None:
    province.publish("1.0.0")
    target = province.target("1.0.0")
    whole = target.read_bytes()
    for other in (whole[::-1], whole + b"x", whole[:-1]):
        target.write_bytes(other)
        assert refused(machine()) is Code.UPDATE_DAMAGED
        assert list((tmp_path / "machine" / "packages").iterdir()) == []


@NOT_BELIEVED
def test_metadata_that_never_ends_is_cut_off(province: Province, machine: Callable[..., UpdateClient]) -> None:
    province.publish("1.0.0")
    with (province.updates / "metadata" / "timestamp.json").open("ab") as file:
        file.write(b" " * (1 << 20))
    assert refused(machine()) is Code.UPDATE_DAMAGED


def test_without_room_for_it_nothing_is_fetched(
    province: Province, machine: Callable[..., UpdateClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    province.publish("1.0.0")
    usage = shutil.disk_usage("/")._replace(free=1000)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage)
    assert refused(machine()) is Code.UPDATE_NO_ROOM


def test_no_link_a_foreign_page_and_a_province_that_publishes_nothing_have_words_of_their_own(
    running: Served, province: Province, machine: Callable[..., UpdateClient], tmp_path: Path
) -> None:
    running.serve(tmp_path / "nothing")
    assert refused(machine()) is Code.UPDATES_NOT_OFFERED
    with serving(CaptivePage) as port:
        url = f"http://127.0.0.1:{port}"
        client = machine(url)
        assert refused(client) is Code.CAPTIVE_PAGE
        client.close()
    assert refused(machine(url)) is Code.LINK_DOWN
    assert refused(machine("http://tinh.example")) is Code.PLAIN_REFUSED


def test_nobody_is_believed_whose_fingerprint_was_not_compared(
    province: Province, machine: Callable[..., UpdateClient], tmp_path: Path
) -> None:
    mark = province.publish("1.0.0").fingerprint
    client = machine(believes=lambda shown: False)
    with pytest.raises(CounterError) as caught:
        client.check()
    assert (caught.value.code, caught.value.params) == (Code.UPDATES_STRANGE, {"fingerprint": mark})
    assert client.fingerprint == ""
    assert not (tmp_path / "machine" / "metadata").exists()


@pytest.mark.allows_log("event=update_not_believed")
def test_new_keys_are_believed_once_somebody_compared_them(
    running: Served, province: Province, machine: Callable[..., UpdateClient], tmp_path: Path
) -> None:
    province.publish("1.0.0")
    newest(machine())
    made_anew = Province(tmp_path / "anew")
    mark = made_anew.publish("1.1.0").fingerprint
    running.serve(made_anew.updates)
    assert refused(machine()) is not None
    client = machine()
    client.forget_unless(mark)
    assert newest(client)[0].version == "1.1.0"
    client.forget_unless(mark)
    assert client.fingerprint == mark


def test_a_machine_follows_the_root_that_is_signed_again_in_its_last_year(
    province: Province, machine: Callable[..., UpdateClient]
) -> None:
    mark = province.publish("1.0.0", age=timedelta(days=1600)).fingerprint
    province.publish("1.1.0")
    assert (province.updates / "metadata" / "2.root.json").exists()
    client = machine()
    assert newest(client)[0].version == "1.1.0"
    assert client.fingerprint == mark


def test_the_way_there_is_the_machines_own_with_the_authority_of_the_province(tmp_path: Path) -> None:
    made, authority = Province(tmp_path / "province"), Authority(tmp_path / "ca")
    made.publish("1.0.0")
    server = ServerThread(tmp_path / "data", tls=authority.issue(), updates=made.updates)
    server.start()
    (tmp_path / "machine").mkdir()
    client = UpdateClient(tmp_path / "machine", far_server(server.url, str(authority.ca_file)), ARCHITECTURE)
    try:
        assert newest(client)[0].version == "1.0.0"
    finally:
        client.close()
        server.stop()


def test_nothing_but_the_files_of_the_repository_is_served(running: Served, province: Province) -> None:
    province.publish("1.0.0")
    (province.updates / "metadata" / "1.keys.json").write_text("{}")
    outside = ("../keys/root.key", "metadata/../../keys/root.key", "metadata/%2e%2e/%2e%2e/keys/root.key")
    no_files = ("", "metadata/", "targets", "metadata/timestamp.json/x", "metadata/1.keys.json")
    for name in (*outside, *no_files):
        assert status(running.url, f"/updates/{name}") == 404, name
    assert status(running.url, "/updates/metadata/timestamp.json") == 200


def status(url: str, target: str) -> int:
    """What is answered to a target exactly as it stands: a client library would tidy it up."""
    connection = http.client.HTTPConnection(url.removeprefix("http://"), timeout=10)
    try:
        connection.request("GET", target)
        answer = connection.getresponse()
        answer.read()
        return answer.status
    finally:
        connection.close()


class CutHalfway(Answering):
    """Sends half of each package, then hangs up; whoever asks for the rest gets it."""

    updates: Path
    asked: list[str]

    def answer(self, body: bytes) -> None:
        path = self.updates / self.path.removeprefix("/updates/")
        if not path.is_file():
            self.reply(404, b"", {"Sync-Protocol": "1"})
            return
        whole, wanted = path.read_bytes(), self.headers.get("Range", "")
        if wanted:
            self.asked.append(wanted)
            self.reply(206, whole[int(wanted[6:-1]) :], {"Sync-Protocol": "1"})
        elif "targets/" in self.path:
            self.send_response(200)
            self.send_header("Sync-Protocol", "1")
            self.send_header("Content-Length", str(len(whole)))
            self.end_headers()
            self.wfile.write(whole[: len(whole) // 2])
            self.close_connection = True
        else:
            self.reply(200, whole, {"Sync-Protocol": "1"})


def test_a_package_whose_line_breaks_goes_on_where_it_was(
    province: Province, machine: Callable[..., UpdateClient]
) -> None:
    province.publish("1.0.0", size=300_000)
    whole = province.target("1.0.0").read_bytes()
    CutHalfway.updates, CutHalfway.asked = province.updates, []
    with serving(CutHalfway) as port:
        client = machine(f"http://127.0.0.1:{port}")
        assert newest(client)[1].read_bytes() == whole
        client.close()
    (asked,) = CutHalfway.asked
    assert 0 < int(asked.removeprefix("bytes=").removesuffix("-")) <= len(whole) // 2


def test_a_search_that_is_ended_asks_for_nothing_more(province: Province, machine: Callable[..., UpdateClient]) -> None:
    province.publish("1.0.0")
    client = machine()
    client.cut()
    assert refused(client) is Code.LINK_DOWN


@NOT_BELIEVED
@pytest.mark.parametrize(
    "roles, attack",
    [
        (("snapshot", "timestamp"), lambda stolen: stolen.publisher().refresh()),
        (("targets",), lambda stolen: stolen.publish("9.0.0")),
        (("root",), lambda stolen: stolen.publisher().replace(["targets"])),
    ],
)
def test_keys_in_other_hands_are_replaced_and_the_old_ones_believed_no_more(
    running: Served,
    province: Province,
    machine: Callable[..., UpdateClient],
    tmp_path: Path,
    roles: tuple[str, ...],
    attack: Callable[[Province], object],
) -> None:
    mark = province.publish("1.0.0").fingerprint
    newest(machine())
    stolen = Province(tmp_path / "stolen")
    shutil.copytree(province.keys, stolen.keys)
    province.publisher().replace(roles)
    province.publish("1.1.0")
    client = machine()
    assert newest(client)[0].version == "1.1.0"
    assert client.fingerprint == mark
    shutil.copytree(province.updates, stolen.updates)
    attack(stolen)
    running.serve(stolen.updates)
    assert refused(machine()) is Code.UPDATE_UNSIGNED

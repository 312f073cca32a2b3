"""The province by TLS: its own authority alone, each way in which it goes wrong, and never without encryption."""

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests

from counter_app.bootstrap import open_counter, set_up_station
from counter_app.demo.commune import new_station
from counter_app.domain.security_facts import SecurityEvent
from counter_app.errors import Code, CounterError
from counter_app.journal import outbox
from counter_app.services.bundle import Services
from counter_app.services.security_log import SecurityKind
from counter_app.settings import SecuritySettings, Settings
from counter_app.store.security_events import EventFilter
from sync.addresses import is_plain
from sync.faults import Refusals
from sync.replicator import EntryPush
from sync.server.program import ServerThread
from sync.server.tls import FileEncryption
from sync.signing import ServerTime
from sync.wire import Upstream, Wire, far_server
from tests.support.authority import Authority, together
from tests.support.foreign_server import CaptivePage, certificate, province_of, serving
from tests.support.waiting import until_true
from tests.sync.stations import QUICK, Station, admit, all_sent, held, replicating, station, until


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Station]:
    with station(tmp_path / "desk") as made:
        made.issue(2)
        yield made


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return Authority(tmp_path / "ca")


@contextmanager
def province(folder: Path, authority: Authority) -> Iterator[ServerThread]:
    server = ServerThread(folder, tls=authority.issue())
    server.start()
    try:
        yield server
    finally:
        server.stop()


def refusal(desk: Station, upstream: Upstream) -> CounterError:
    """Why nothing was sent."""
    wire = Wire(upstream, desk.journal.key, ServerTime(desk.journal.clock))
    try:
        with pytest.raises(CounterError) as caught:
            EntryPush(desk.journal, wire, QUICK).step()
    finally:
        wire.close()
    assert outbox.waiting(desk.journal).entries == 2
    return caught.value


def test_what_waits_goes_to_a_province_that_has_the_encryption_itself(
    tmp_path: Path, desk: Station, authority: Authority
) -> None:
    with province(tmp_path / "province", authority) as server:
        admit(server, desk)
        assert server.url.startswith("https://")
        with replicating(desk, server.url, authority=str(authority.ca_file)) as replicator:  # type: ignore[arg-type]
            until(replicator, all_sent)
        assert held(server.journal) == {desk.id: 2}


@pytest.mark.parametrize(
    "host, days, code",
    [
        ("127.0.0.1", (-30, -1), Code.CERTIFICATE_EXPIRED),
        ("127.0.0.1", (1, 30), Code.CERTIFICATE_NOT_YET),
        ("other.example", (-1, 30), Code.CERTIFICATE_HOST),
    ],
)
def test_a_wrong_certificate_of_the_right_authority_is_named(
    desk: Station, authority: Authority, host: str, days: tuple[int, int], code: Code
) -> None:
    with serving(province_of(1), together(authority.issue(host, days=days))) as port:
        error = refusal(desk, far_server(f"https://127.0.0.1:{port}", str(authority.ca_file)))
    assert (error.code, error.params["host"]) == (code, "127.0.0.1")


def test_with_an_authority_in_the_settings_no_other_one_is_believed(
    tmp_path: Path, desk: Station, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Authority(tmp_path / "other", "Public CA")
    monkeypatch.setenv("SSL_CERT_FILE", str(other.ca_file))  # the system believes it
    with serving(province_of(1), together(other.issue())) as port:
        error = refusal(desk, far_server(f"https://127.0.0.1:{port}", str(authority.ca_file)))
    assert error.code is Code.CERTIFICATE_UNKNOWN


def test_a_certificate_that_only_itself_signed_has_its_own_words(tmp_path: Path, desk: Station) -> None:
    with serving(province_of(1), certificate(tmp_path, "127.0.0.1")) as port:
        assert refusal(desk, far_server(f"https://127.0.0.1:{port}")).code is Code.CERTIFICATE_SELF_SIGNED


def test_an_answer_without_encryption_at_an_encrypted_address_is_named(desk: Station) -> None:
    with serving(CaptivePage) as port:
        assert refusal(desk, Upstream(f"https://127.0.0.1:{port}")).code is Code.PLAIN_ANSWER


def test_a_connection_that_is_cut_while_encryption_is_agreed_on_is_named(desk: Station) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def cut() -> None:
            asked, _ = listening.accept()
            with asked:
                asked.recv(4096)

        cutting = threading.Thread(target=cut, name="cutting")
        cutting.start()
        error = refusal(desk, Upstream(f"https://127.0.0.1:{listening.getsockname()[1]}"))
        cutting.join()
    assert error.code is Code.TLS_FAILED


@pytest.mark.parametrize("url", ["http://192.0.2.7:8470", "http://province.example", "HTTP://192.0.2.7"])
def test_nothing_goes_out_without_encryption_beyond_this_machine(desk: Station, url: str) -> None:
    assert refusal(desk, Upstream(url)).code is Code.PLAIN_REFUSED


@pytest.mark.parametrize(
    "url, plain",
    [
        ("http://127.0.0.1:8470", False),
        ("http://127.9.9.9", False),
        ("http://[::1]:1", False),
        ("http://localhost", False),
        ("https://province.example", False),
        ("http://localhost.example", True),
        ("http://127.0.0.1.example", True),
        ("http://127.0.0.1@province.example", True),
        ("http://0.0.0.0:1", True),
        ("http://[::1", True),
    ],
)
def test_only_the_loopback_may_go_without_encryption(url: str, plain: bool) -> None:
    assert is_plain(url) is plain


def test_who_comes_without_encryption_is_told_that_it_is_too_old(tmp_path: Path, authority: Authority) -> None:
    """A program of before knows this answer: the sentence is that it has to be updated."""
    with province(tmp_path / "province", authority) as server:
        plain = f"http://127.0.0.1:{server.port}"
        bare = requests.get(f"{plain}/v1/health", timeout=20)
        with station(tmp_path / "older") as older:
            wire = older.wire(plain)
            with pytest.raises(CounterError) as caught:
                wire.call("POST", "/v1/enrol", b"{}")
            wire.close()
    assert (bare.status_code, bare.headers["Upgrade"]) == (426, "TLS/1.3")
    assert caught.value.code is Code.SERVER_NEWER


@pytest.mark.expects_log("event=certificate_not_renewed")
def test_a_renewed_certificate_is_shown_without_a_restart_and_a_broken_one_is_not(authority: Authority) -> None:
    files = authority.issue()
    encryption = FileEncryption(files)
    first = _shown(encryption.context)
    encryption.renew()
    assert _shown(encryption.context) == first
    authority.issue()
    encryption.renew()
    second = _shown(encryption.context)
    assert second != first
    files.key.write_bytes(b"no key")
    encryption.renew()
    assert _shown(encryption.context) == second


@pytest.mark.parametrize("wrong", ["missing", "rubbish", "another's key"])
def test_a_server_does_not_start_with_files_that_are_no_certificate(
    tmp_path: Path, authority: Authority, wrong: str
) -> None:
    files = authority.issue()
    if wrong == "missing":
        files.key.unlink()
    elif wrong == "rubbish":
        files.chain.write_bytes(b"\x00rubbish")
    else:
        files.key.write_bytes(Authority(tmp_path / "other").issue().key.read_bytes())
    with pytest.raises(CounterError) as caught:
        ServerThread(tmp_path / "province", tls=files).start()
    assert caught.value.code is Code.TLS_FILES_INVALID


@pytest.mark.parametrize("content", [None, b"", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"])
def test_a_file_without_an_authority_is_named(tmp_path: Path, desk: Station, content: bytes | None) -> None:
    path = tmp_path / "province-ca.pem"
    if content is not None:
        path.write_bytes(content)
    error = refusal(desk, far_server("https://127.0.0.1:9", str(path)))
    assert (error.code, str(error.params["path"])) == (Code.CA_FILE_INVALID, str(path))


@pytest.mark.parametrize("proxy", ["proxy.example:3128", "ftp://proxy.example", "http://", "http://a:b@host:x"])
def test_a_proxy_that_is_none_is_named_without_its_password(desk: Station, proxy: str) -> None:
    error = refusal(desk, far_server("https://127.0.0.1:9", proxy=proxy))
    assert error.code is Code.PROXY_INVALID
    assert "a:b" not in str(error)


def refused_certificates(services: Services) -> list[SecurityEvent]:
    found = services.security.page(EventFilter(), most=50)
    return [one for one in found if one.kind == SecurityKind.CERTIFICATE_REFUSED]


@pytest.mark.expects_log("event=server_not_believed")
def test_a_refused_certificate_is_in_the_security_record(tmp_path: Path) -> None:
    set_up_station(tmp_path / "desk", new_station())
    with serving(province_of(1), certificate(tmp_path, "127.0.0.1")) as port:
        settings = Settings(province_url=f"https://127.0.0.1:{port}", security=SecuritySettings(proxy=""))
        counter = open_counter(tmp_path / "desk", settings)
        try:
            counter.start()
            assert counter.replicator is not None
            until(counter.replicator, lambda status: status.fault is Code.CERTIFICATE_SELF_SIGNED)  # type: ignore[arg-type]
            until_true(lambda: bool(refused_certificates(counter.services)))  # the row is written a moment later
            told = refused_certificates(counter.services)
        finally:
            counter.close()
    assert [(one.detail["reason"], one.detail["host"]) for one in told] == [("certificate-self-signed", "127.0.0.1")]


@pytest.mark.expects_log("event=server_not_believed")
def test_a_refusal_is_told_once_an_hour_and_a_machine_let_in_just_now_only_after_a_minute() -> None:
    now = [0.0]
    told: list[Code] = []
    refusals = Refusals(lambda: now[0])
    refusals.listener = lambda error: told.append(error.code)
    wrong = CounterError(Code.CERTIFICATE_STATION, host="a")
    new = CounterError(Code.CERTIFICATE_STATION, host="b", new=True)
    for second, both in ((0.0, 1), (59.0, 1), (61.0, 2), (3599.0, 2), (3600.0, 3), (3661.0, 4)):
        now[0] = second
        refusals(wrong)
        refusals(new)
        assert len(told) == both, second


def _shown(context: ssl.SSLContext) -> bytes:
    """The certificate that a server with this context shows."""
    asking = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    asking.check_hostname = False
    asking.verify_mode = ssl.CERT_NONE
    there, back = ssl.MemoryBIO(), ssl.MemoryBIO()
    client = asking.wrap_bio(back, there, server_hostname="127.0.0.1")
    server = context.wrap_bio(there, back, server_side=True)
    for one in (client, server, client):
        try:
            one.do_handshake()
        except ssl.SSLWantReadError:
            continue
    return client.getpeercert(binary_form=True) or b""

"""The data key: wrapped by a keyring that encrypts, never by one that does not."""

import json
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend

from counter_app.errors import Code, CounterError
from counter_app.store.database import open_database
from counter_app.store.keys import Wrapping, close_to_others, load_or_make_key, protection


class Memory(KeyringBackend):
    """What stands behind the keyring's interface: passwords by service and name."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password


class Keyring(Memory):
    """Named as the Secret Service's backend is."""

    __module__ = "keyring.backends.SecretService"


@pytest.fixture
def before() -> Iterator[None]:
    kept = keyring.get_keyring()
    yield
    keyring.set_keyring(kept)


@pytest.mark.usefixtures("before")
def test_a_trusted_keyring_wraps_the_key_and_the_file_alone_opens_nothing(tmp_path: Path) -> None:
    keyring.set_keyring(Keyring())
    key = load_or_make_key(tmp_path)
    record = json.loads((tmp_path / "station.key").read_text())
    assert record["wrapped_by"] == "keyring"
    assert key.hex() not in (tmp_path / "station.key").read_text()
    assert load_or_make_key(tmp_path) == key
    keyring.set_keyring(Keyring())
    with pytest.raises(CounterError) as lost:
        load_or_make_key(tmp_path)
    assert lost.value.code is Code.KEY_MISSING


@pytest.mark.usefixtures("before")
def test_a_keyring_that_may_keep_plain_text_is_not_used(tmp_path: Path) -> None:
    plain = Memory()
    keyring.set_keyring(plain)
    load_or_make_key(tmp_path)
    assert plain.kept == {}
    assert json.loads((tmp_path / "station.key").read_text())["wrapped_by"] == "none"


@pytest.mark.usefixtures("before")
def test_another_password_in_the_keyring_is_a_wrong_key(tmp_path: Path) -> None:
    ring = Keyring()
    keyring.set_keyring(ring)
    load_or_make_key(tmp_path)
    ring.kept = dict.fromkeys(ring.kept, "00" * 32)
    with pytest.raises(CounterError) as wrong:
        load_or_make_key(tmp_path)
    assert wrong.value.code is Code.KEY_WRONG


@pytest.mark.usefixtures("before")
def test_what_is_no_key_in_the_keyring_is_a_wrong_key(tmp_path: Path) -> None:
    ring = Keyring()
    keyring.set_keyring(ring)
    load_or_make_key(tmp_path)
    for password in ("not of the sort", "00"):
        ring.kept = dict.fromkeys(ring.kept, password)
        with pytest.raises(CounterError) as wrong:
            load_or_make_key(tmp_path)
        assert wrong.value.code is Code.KEY_WRONG


@pytest.mark.parametrize("key", ["", "00" * 31])
def test_a_key_file_cut_short_opens_and_makes_no_database(tmp_path: Path, key: str) -> None:
    (tmp_path / "station.key").write_text(json.dumps({"wrapped_by": "none", "key": key}))
    with pytest.raises(CounterError) as wrong:
        open_database(tmp_path)
    assert wrong.value.code is Code.KEY_WRONG
    assert not (tmp_path / "counter.db").exists()


class PlaintextKeyring(Memory):
    """Named and placed as the backend of keyrings.alt that writes passwords into a file as they are."""

    __module__ = "keyrings.alt.file"


class Chainer(Memory):
    """As keyring chooses where several backends are installed: it may hand what it gets to any of them."""

    __module__ = "keyring.backends.chainer"


@pytest.mark.usefixtures("before")
@pytest.mark.parametrize("backend", [PlaintextKeyring, Chainer])
def test_no_backend_gets_the_key_that_is_not_known_to_encrypt(backend: type[Memory], tmp_path: Path) -> None:
    ring = backend()
    keyring.set_keyring(ring)
    load_or_make_key(tmp_path)
    assert ring.kept == {}
    assert protection(tmp_path).wrapping is Wrapping.NONE
    assert (tmp_path / "station.key").stat().st_mode & 0o077 == 0


@pytest.mark.usefixtures("before")
def test_how_the_key_is_kept_can_be_asked_without_opening_it(tmp_path: Path) -> None:
    keyring.set_keyring(Keyring())
    load_or_make_key(tmp_path)
    keyring.set_keyring(Keyring())  # another account's: it could not open the key
    assert protection(tmp_path).wrapping is Wrapping.KEYRING


def test_a_key_file_that_others_could_read_is_closed_to_them_and_told(tmp_path: Path) -> None:
    open_database(tmp_path).close()
    (tmp_path / "station.key").chmod(0o644)
    opened = open_database(tmp_path)
    opened.close()
    assert opened.key_was_open
    assert (tmp_path / "station.key").stat().st_mode & 0o077 == 0
    again = open_database(tmp_path)
    again.close()
    assert not again.key_was_open
    assert not close_to_others(tmp_path / "nowhere")


def test_what_sqlite_writes_in_passing_stays_in_memory(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    with database.read() as connection:
        options = {row[0] for row in connection.exec_driver_sql("PRAGMA compile_options")}
        chosen = connection.exec_driver_sql("PRAGMA temp_store").scalar()
    database.close()
    assert "HAS_CODEC" in options
    assert chosen != 1  # 1: in files, which no key covers
    assert options & {"TEMP_STORE=2", "TEMP_STORE=3"}

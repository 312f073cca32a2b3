"""The data key: wrapped by a keyring that encrypts, never by one that does not."""

import json
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend

from counter_app.errors import Code, CounterError
from counter_app.store.keys import load_or_make_key


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

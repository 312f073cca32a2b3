"""What is sealed for the province's escrow key: it alone opens it, and what is damaged or another's is told apart."""

from pathlib import Path

import pytest

from counter_app.errors import Code, CounterError
from counter_app.store import escrow

SECRET = bytes(range(32))


def test_only_the_private_key_of_the_recipient_opens_what_was_sealed() -> None:
    ours, strange = escrow.make_identity(), escrow.make_identity()
    sealed = escrow.seal_for(escrow.recipient_of(ours), SECRET)

    assert SECRET not in sealed
    assert escrow.open_sealed(ours, sealed) == SECRET
    with pytest.raises(CounterError) as another:
        escrow.open_sealed(strange, sealed)
    assert another.value.code is Code.ESCROW_NOT_OURS


def test_what_was_changed_or_cut_is_damaged() -> None:
    ours = escrow.make_identity()
    sealed = escrow.seal_for(escrow.recipient_of(ours), SECRET)
    for broken in (b"", sealed[:-1], sealed[:-1] + bytes([sealed[-1] ^ 1]), b"not age at all"):
        with pytest.raises(CounterError) as damaged:
            escrow.open_sealed(ours, broken)
        assert damaged.value.code is Code.ESCROW_DAMAGED


@pytest.mark.parametrize("text", ["", "age1", "ssh-ed25519 AAAA", "AGE-SECRET-KEY-1QQQQ"])
def test_what_is_no_key_is_refused(text: str) -> None:
    for call in (escrow.recipient_of, escrow.checked_recipient, lambda bad: escrow.seal_for(bad, SECRET)):
        with pytest.raises(CounterError) as invalid:
            call(text)
        assert invalid.value.code is Code.ESCROW_KEY_INVALID


def test_a_private_key_is_kept_for_its_owner_only_and_read_back_also_when_typed_in_from_paper(tmp_path: Path) -> None:
    ours = escrow.make_identity()
    escrow.write_identity(tmp_path / "escrow.txt", ours)
    assert (tmp_path / "escrow.txt").stat().st_mode & 0o077 == 0
    assert escrow.read_identity(tmp_path / "escrow.txt") == ours

    (tmp_path / "typed.txt").write_text(f"\n  {ours.lower()}  \n")
    typed = escrow.read_identity(tmp_path / "typed.txt")
    assert escrow.recipient_of(typed) == escrow.recipient_of(ours)

    (tmp_path / "other.txt").write_bytes(b"\xff\xfe nothing")
    for path in (tmp_path / "other.txt", tmp_path / "absent.txt"):
        with pytest.raises(CounterError) as invalid:
            escrow.read_identity(path)
        assert invalid.value.code is Code.ESCROW_KEY_INVALID


def test_two_recipients_have_two_fingerprints_that_can_be_said_by_telephone() -> None:
    one, two = (escrow.recipient_of(escrow.make_identity()) for _ in range(2))
    assert escrow.fingerprint_of(one) != escrow.fingerprint_of(two)
    assert [len(group) for group in escrow.fingerprint_of(one).split()] == [4] * 6

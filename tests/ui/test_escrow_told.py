"""What an administrator is told of the escrow key: that the province signed it, and that it is another than before."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from counter_app.domain.security_facts import SecurityKind
from counter_app.journal import checkpoints, province_escrow
from counter_app.journal.signing import make_station_key
from counter_app.services.key_escrow import KeyState
from counter_app.store import escrow
from counter_app.store.security_events import EventFilter
from tests.support.office import MORNING, OpenOffice
from tests.ui.desk_kit import open_desk
from tests.ui.test_machine_key import Bench
from ui.desk.admin.security import words
from ui.tasks import Tasks

FIRST, SECOND = (escrow.recipient_of(escrow.make_identity()) for _ in range(2))
PROVINCE = make_station_key()


def signed(office: OpenOffice, recipient: str) -> None:
    """The province says for whom, and this machine has sealed its key."""
    checkpoints.pin(office.journal, PROVINCE.public_hex)
    assert province_escrow.take(office.journal, province_escrow.signed(recipient, MORNING, PROVINCE))
    assert office.services.key_escrow.seal_now()


def typed(office: OpenOffice, recipient: str) -> None:
    """An administrator named it by hand, before the province said anything."""
    office.services.key_escrow.name(recipient, "son")
    assert office.services.key_escrow.seal_now()


@pytest.mark.parametrize("officer, told", [("son", True), ("ha", False)])
def test_an_administrator_is_told_both_fingerprints_of_a_changed_key_on_every_page(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, officer: str, told: bool
) -> None:
    typed(office, FIRST)
    signed(office, SECOND)
    with open_desk(qtbot, office, tasks, officer_id=officer) as desk:
        desk.window.outside.escrow.refresh()
        if told:
            desk.until(lambda: any(one.id == "escrow-changed" for one in desk.window.notices.all))
            notice = next(one for one in desk.window.notices.all if one.id == "escrow-changed")
            assert escrow.fingerprint_of(FIRST) in notice.title
            assert escrow.fingerprint_of(SECOND) in notice.title
            desk.window.notices.drop("escrow-changed")  # put away
            desk.window.outside.escrow.refresh()
        read: list[KeyState] = []
        tasks.read(office.services.key_escrow.state, read.append, owner=desk.window)
        desk.until(lambda: bool(read))
        assert all(one.id != "escrow-changed" for one in desk.window.notices.all)


def test_a_key_that_the_province_signed_is_not_typed_over_and_both_are_beside_it(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, tmp_path: Path
) -> None:
    typed(office, FIRST)
    signed(office, SECOND)
    seen = Bench(qtbot, office, tasks, tmp_path, "son")
    assert seen.box.recipient.text == SECOND
    assert not seen.box.recipient.line.isEnabled()
    assert seen.box.button.isHidden()
    assert "do tỉnh đặt và ký" in seen.box.fingerprint.text()
    assert escrow.fingerprint_of(FIRST) in seen.box.changed.text()
    assert escrow.fingerprint_of(SECOND) in seen.box.changed.text()


def test_the_security_record_says_instead_of_which_key_in_words(office: OpenOffice) -> None:
    typed(office, FIRST)
    signed(office, SECOND)
    office.services.security.flush()
    newest = office.services.security.page(EventFilter(frozenset((SecurityKind.KEY_ESCROWED.value,))), most=1)[0]
    said = words.particulars(newest, {})
    assert f"thay cho: {escrow.fingerprint_of(FIRST)}" in said
    assert f"khóa nhận: {escrow.fingerprint_of(SECOND)}" in said

"""What the screens of safety say, worked by keyboard: ``python -m tests.support.spoken_screens FOLDER FILE``, on X.

Each scene leaves under its name what shows (``tree``), what was told (``heard``) and where Tab stops (``stops``).
"""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.support.listener import Listener, until
from tests.support.office import OpenOffice, open_office

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.desk.window import DeskWindow
    from ui.tasks import Tasks

CITIZEN = "Trần Thị Hoa"
SECRET = "ca-phe-sua-7"
WRONG = "tra-da-via-he"
_CARD = "000040001234|000000002|Trần Văn Bảy|05091940|Nam|Thôn 2, xã An Phúc|01012022"
_DESK = 3
_JOIN, _RESTORE, _BACKUP = 1, 2, 3


class Scenes:
    """An office whose administrator works without seeing the screen; ``found`` has what he or she was told."""

    def __init__(self, listener: Listener, office: OpenOffice, folder: Path, tasks: "Tasks") -> None:
        self.listener, self.office, self.folder, self.tasks = listener, office, folder, tasks
        self.services = office.services
        self.found: dict[str, dict[str, Any]] = {}
        self._key = b""
        self._window: QWidget | None = None

    def play(self) -> None:
        """One scene after another."""
        self.set_up_a_machine()
        self.first_sign_in()
        self.sign_in_with_the_telephone()
        with self._desk() as window:
            self.lock(window)
            self.account(window)
            self.administration(window)
        self.hall()

    def _note(self, name: str, *, round_: bool = False, looks: bool = True) -> None:
        """Keep what is told and, if it ``looks``, what shows now; with ``round_`` also where Tab stops."""
        heard, tree = self.listener.heard(), self.listener.read() if looks else []
        stops = self.listener.walk() if round_ else []
        self.found[name] = {"tree": tree, "heard": heard, "stops": stops}

    def _enter(self, text: str) -> None:
        self.listener.type(text)
        self.listener.press("Return")

    # a new machine

    def set_up_a_machine(self) -> None:
        """All four ways to begin; the first one is filled in and handed on."""
        from ui.setup.window import SetupWindow

        window = SetupWindow(joins=True, restores=True, recalls=True)
        window.submitted.connect(lambda answers: self.found.update(answers={"commune": answers.commune}))
        self.listener.show(window)
        self._note("set-up", round_=True)
        self.listener.press("Control", "Return")
        until(lambda: not window.finish.hasFocus() and bool(window._hint.text()), "what is missing")
        self._note("set-up-missing", looks=False)
        self._fill_in(window)
        self.listener.press("Control", "Return")
        until(lambda: "answers" in self.found, "the answers")
        window.set_busy(True)
        window.show_refusal("Ổ đĩa đã đầy.", "Dọn bớt rồi lưu lại.")
        self._note("set-up-refused")
        self.listener.go_to(window.ways.button(0))
        for way, name in ((_JOIN, "joining"), (_RESTORE, "restoring"), (_BACKUP, "from-backup")):
            self.listener.press("Right")
            until(lambda way=way: window.ways.current == way, name)  # type: ignore[misc]
            self._note(name, round_=True)
            self.listener.press("Control", "Return")
            until(lambda way=way: not window.ways.button(way).hasFocus(), f"what is missing for {name}")  # type: ignore[misc]
            self._note(f"{name}-missing", looks=False)
            self.listener.go_to(window.ways.button(way))
        self.listener.put_away(window)

    def _fill_in(self, window: Any) -> None:  # noqa: ANN401 - imported late
        from ui.setup.answers import Asked

        (row,) = window.officers.rows
        typed = (
            (window.fields[Asked.COMMUNE], "xa an phuc"),
            (window.fields[Asked.CODE], "h99.17"),
            (row.name, "pham duc son"),
            (row.pin, SECRET),
            (row.again, SECRET),
        )
        for field, text in typed:
            self.listener.go_to(field.line)
            self.listener.type(text)
            until(lambda field=field, text=text: field.text == text, text)  # type: ignore[misc]

    # signing in

    def first_sign_in(self) -> None:
        """An administrator who has to set the telephone up before the work begins."""
        self.services.officers.change_own("son", "1234", SECRET)
        self.services.sign_ins.sign_in("son", SECRET)
        self.office.clock.move(timedelta(days=7))
        page = self._door("sign-in")
        form = page.steps.second
        self._enter(SECRET)
        until(form.code.line.hasFocus, "the code is asked for")
        self._note("second-factor", round_=True)
        self._enter("000000")
        until(lambda: form.code.line.property("wrong") is True, "the code is refused")
        self._note("second-factor-refused", looks=False)
        self._key = page.steps.proposed.key
        self._enter(self._shown())
        until(form.finish_button.hasFocus, "the codes for the paper")
        self.found["codes"] = {"codes": page.steps.proposed.codes}
        self._note("recovery-codes", round_=True)
        signed_in: list[object] = []
        page.signed_in.connect(signed_in.append)
        self.listener.press("Return")
        until(lambda: bool(signed_in), "the work begins")
        self._note("recovery-codes-gone")
        self.listener.put_away(page.window())

    def sign_in_with_the_telephone(self) -> None:
        """The next time the code is asked for."""
        self.office.clock.move(timedelta(minutes=1))
        page = self._door("sign-in-again")
        self._enter(WRONG)
        until(lambda: bool(page.banners.shown), "the secret is refused")
        self._note("secret-refused")
        self._enter(SECRET)
        until(page.code.line.hasFocus, "the code is asked for")
        self._note("code-asked", round_=True)
        self._enter("000000")
        until(lambda: bool(page.banners.shown), "the code is refused")
        self._note("code-refused")
        signed_in: list[object] = []
        page.signed_in.connect(signed_in.append)
        self._enter(self._shown())
        until(lambda: bool(signed_in), "the work begins")
        self.listener.put_away(page.window())

    def _door(self, name: str) -> Any:  # noqa: ANN401 - imported late
        from ui.shell.seat import SignInWindow

        self._window = window = SignInWindow(self.services, self.tasks, _DESK)  # Qt lets a window go with its last name
        page = window.page
        self.listener.show(window)
        until(lambda: page.officers.count() > 0 and page.officers.hasFocus(), "the officers")
        self._note(name, round_=True)
        at = [one.id for one in self.services.officers.all() if not one.disabled].index("son")
        for _ in range(at):
            self.listener.press("Down")
        self.listener.press("Return")
        until(page.pin.line.hasFocus, "the secret is asked for")
        return page

    def _shown(self) -> str:
        from counter_app.domain.totp import code_at, step_of

        return code_at(self._key, step_of(self.office.clock.now()))

    # at the desk

    @contextmanager
    def _desk(self) -> "Iterator[DeskWindow]":
        from ui.desk.receive.state import ApplicantField
        from ui.desk.window import DeskWindow
        from ui.machine import Machine

        officer = next(one for one in self.services.officers.all() if one.id == "son")
        window = DeskWindow(self.services, self.tasks, None, None, _DESK, officer, machine=Machine(self.folder))
        self.listener.show(window)
        until(lambda: window.receive.keeper.draft is not None, "the form")
        window.receive_page.form.applicant.fields[ApplicantField.NAME].line.setText(CITIZEN)
        yield window
        self.listener.put_away(window)

    def lock(self, window: "DeskWindow") -> None:
        """Ctrl+L, a wrong secret, the right one."""
        self.listener.heard()
        self.listener.press("Control", "l")
        until(lambda: window.session.screen is not None, "the lock")
        screen = window.session.screen
        assert screen is not None
        self._note("lock", round_=True)
        screen.secret.line.setFocus()
        self._enter(WRONG)
        until(lambda: bool(screen.banners.shown), "it stays locked")
        self._note("lock-refused")
        self._enter(SECRET)
        until(lambda: window.session.screen is None, "it opens")

    def account(self, window: "DeskWindow") -> None:
        """Ctrl+U: what there is, a secret that is refused, the telephone anew."""
        sheet = window.account
        before = window.focusWidget()
        self.listener.press("Control", "u")
        until(sheet.lock_button.hasFocus, "the sheet")
        self._note("account", round_=True)
        self.listener.go_to(sheet.secret_button)
        self.listener.press("Return")
        until(sheet.secret.old.line.hasFocus, "the form")
        self._note("account-secret", round_=True)
        sheet.secret.focus()
        for text in (WRONG, "sua-chua-nep-cam", "sua-chua-nep-cam"):
            self._enter(text)
        until(lambda: sheet.secret.old.line.property("wrong") is True, "the old secret is refused")
        self._note("account-secret-refused", looks=False)
        self.listener.press("Escape")
        until(lambda: window.focusWidget() is before, "the work goes on")
        sheet.open_second()
        self._note("account-second", round_=True)
        self.listener.press("Escape")
        until(lambda: not sheet.isVisible(), "the sheet is away")
        self._note("account-gone")

    def administration(self, window: "DeskWindow") -> None:
        """The tabs of safety, one after the other by Ctrl+PgDn."""
        from ui.desk.admin.controller import BACKUP, MACHINES, SECURITY

        self.listener.press("Control", "5")
        until(lambda: window.admin is not None and window.admin.page.isVisible(), "Quản trị")
        admin = window.admin
        assert admin is not None
        for tab in (MACHINES, SECURITY, BACKUP):
            while admin.page.tab != tab:
                before = admin.page.tab
                self.listener.press("Control", "Page_Down")
                until(lambda before=before: admin.page.tab != before, "the next tab")  # type: ignore[misc]
            {MACHINES: self._key_of_the_data, SECURITY: self._record, BACKUP: self._backup}[tab](admin)

    def _key_of_the_data(self, admin: Any) -> None:  # noqa: ANN401 - imported late
        box = admin.machines.tab.key
        until(lambda: bool(box.kept.text()), "how the key is kept")
        self._note("data-key", round_=True)
        self.listener.go_to(box.recipient.line)
        self.listener.type("age1nobody")
        self.listener.go_to(box.button)
        self.listener.press("Return")
        until(box.recipient.line.hasFocus, "the key is refused")
        self._note("data-key-refused", looks=False)

    def _record(self, admin: Any) -> None:  # noqa: ANN401 - imported late
        tab = admin.security.tab
        until(lambda: bool(tab.table.events) and bool(tab.state.text()), "the record")
        self._note("record", round_=True)
        self.listener.go_to(tab.line)
        self.listener.type("khong-co-viec-nay")
        until(lambda: "Không có" in tab.words.text() and tab.words.isVisible(), "nothing is found")
        self._note("record-nothing", looks=False)
        self.listener.go_to(tab.day)
        self.listener.type("99/99")
        until(lambda: bool(tab.day.accessibleDescription()), "the day is none")
        self._note("record-wrong-day", looks=False)

    def _backup(self, admin: Any) -> None:  # noqa: ANN401 - imported late
        tab = admin.backup.tab
        until(lambda: bool(tab.title.text()), "how the backups stand")
        self._note("backup")
        banners = admin.page.head.banners
        self.listener.press("Control", "Return")
        until(lambda: any(one.id == "backup" for one in banners.shown), "there is no place for it")
        self._note("backup-refused", looks=False)
        self.listener.go_to(tab.recovery.make)
        self.listener.press("Return")
        until(tab.recovery.again.line.hasFocus, "the words")
        self.found["words"] = {"words": tab.recovery.words.accessibleName()}
        self.listener.press("Shift", "Tab")
        until(tab.recovery.words.hasFocus, "the words are read")
        self._note("recovery-words")
        self.listener.go_to(tab.recovery.again.line)
        self._enter("nham")
        until(lambda: tab.recovery.again.line.property("wrong") is True, "the words are not those")
        self._note("recovery-words-refused", looks=False)
        self.listener.go_to(tab.recovery.cancel)
        self.listener.press("Return")
        until(tab.recovery.make.isVisible, "the words are gone")
        self._note("recovery-words-gone")

    # in the hall

    def hall(self) -> None:
        """A kiosk that somebody tries to close, and one that reads an identity card."""
        from ui.hall_door import HallDoor
        from ui.kiosk.asking import AskPage
        from ui.kiosk.window import KioskWindow

        window = KioskWindow(self.services, self.tasks)
        door = HallDoor(window, self.services, self.tasks)
        self.listener.show(window)
        until(lambda: window.page is not None, "the kiosk")
        self.listener.heard()
        window.close()
        until(lambda: door.panel is not None and door.panel.leave_button.isEnabled(), "the question")
        door.countdown.stop()
        self._note("hall-door", round_=True)
        assert door.panel is not None
        self.listener.go_to(door.panel.secret.line)
        self._enter(WRONG)
        until(lambda: door.panel is not None and bool(door.panel.banners.shown), "it stays")
        self._note("hall-door-refused")
        self._enter(SECRET)
        until(lambda: door.panel is not None and door.panel.code.line.hasFocus(), "the code is asked for")
        door.countdown.stop()
        self._note("hall-door-code", round_=True)
        self.listener.press("Escape")
        until(lambda: door.panel is None, "the question is away")
        window.look_up(_CARD)
        until(lambda: isinstance(window.page, AskPage), "the consent is asked for")
        page = window.page
        assert isinstance(page, AskPage)
        window.countdown.stop()
        self.listener.step()
        self._note("consent", round_=True)
        self.listener.go_to(page.yes)
        self.listener.press("space")
        until(lambda: window.page is not page, "what the card is for")
        door.unlock()
        self.listener.put_away(window)


def main(folder: Path, file: Path) -> None:
    """Play all scenes and write what was told."""
    listener = Listener()  # before Qt, which then knows from the beginning that somebody listens
    from PySide6.QtWidgets import QApplication

    from ui import theme
    from ui.tasks import Tasks

    app = QApplication([])
    theme.apply(app)
    with open_office(folder) as office:
        tasks = Tasks(office.services.changes)
        scenes = Scenes(listener, office, folder, tasks)
        try:
            scenes.play()
        finally:
            tasks.close()
    listener.close()
    file.write_text(json.dumps(scenes.found))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

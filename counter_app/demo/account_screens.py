"""Pictures of accounts: the second factor, a secret of one's own, the locked desk."""

from collections.abc import Iterator
from contextlib import contextmanager

from counter_app.demo.commune import LEADER
from counter_app.demo.morning import OFFICERS
from counter_app.demo.office import DemoOffice
from counter_app.domain.places import Officer
from counter_app.domain.totp import address, typed_key
from counter_app.services.second_factor import NewSecondFactor
from counter_app.services.sign_in import Due, Reminder, SignedIn
from ui.desk.sign_in import SignIn
from ui.desk.window import DeskWindow
from ui.shell.pictures import Studio
from ui.tasks import Tasks

_DESK = 3
_SIZE = (1366, 768)
_KEY = bytes(range(20))
_CODES = tuple(f"AB{place}D-EFGH-2345-JK{place}M" for place in range(10))


class AccountPictures:
    """Takes the pictures of one open office; the key and the codes are invented, and the same each time."""

    def __init__(self, studio: Studio, office: DemoOffice) -> None:
        self._studio, self._office = studio, office
        self._services = office.counter.services

    def draw(self) -> None:
        """Take all of them."""
        self._steps()
        self._sheet()
        self._locked("desk-locked-1366")
        self._locked("desk-locked-contrast-1366", contrast=True)
        self._locked("desk-locked-200pct-1366", scale=2.0)

    def _steps(self) -> None:
        page, tasks = self._sign_in()
        leader = self._officer(LEADER)
        page.steps.begin(SignedIn(leader, (Reminder(Due.SECRET, 0),)), "1234")
        self._studio.settle()
        self._studio.take("desk-signin-secret-1366", page)
        page.steps.begin(SignedIn(leader, (Reminder(Due.SECOND_FACTOR, 0),)), "1234")
        new = self._new(leader)
        page.steps.second.begin(new)
        self._studio.settle()
        self._studio.take("desk-signin-second-1366", page)
        page.steps.second.show_codes(new.codes)
        self._studio.settle()
        self._studio.take("desk-signin-codes-1366", page)
        self._studio.put_away(page)
        tasks.close()

    def _sign_in(self) -> tuple[SignIn, Tasks]:
        tasks = Tasks()
        page = SignIn(self._services, tasks, _DESK)
        self._studio.show(page, *_SIZE)
        self._studio.wait(lambda: page.officers.count() > 0, "the officers")
        return page, tasks

    @contextmanager
    def at_desk(self) -> Iterator[DeskWindow]:
        """A desk at work, put away afterwards."""
        window, tasks = self._window()
        yield window
        self._end(window, tasks)

    def _sheet(self) -> None:
        window, tasks = self._window()
        window.account.open()
        self._studio.settle()
        self._studio.take("desk-account-1366", window)
        window.account.open_secret()
        self._studio.settle()
        self._studio.take("desk-account-secret-1366", window)
        window.account.close_sheet()
        self._end(window, tasks)

    def _locked(self, name: str, *, contrast: bool = False, scale: float = 1.0) -> None:
        self._studio.look(contrast=contrast, scale=scale)
        window, tasks = self._window()
        window.session.lock(idle=True)
        self._studio.settle()
        self._studio.take(name, window)
        self._end(window, tasks)
        self._studio.look()

    def _new(self, officer: Officer) -> NewSecondFactor:
        told = address(_KEY, officer.name, self._services.office.name)
        return NewSecondFactor(_KEY, told, typed_key(_KEY), _CODES)

    def _officer(self, officer: str) -> Officer:
        return next(one for one in self._services.officers.all() if one.id == officer)

    def _window(self) -> tuple[DeskWindow, Tasks]:
        counter, tasks = self._office.counter, Tasks(self._services.changes)
        officer = self._officer(OFFICERS[_DESK])
        window = DeskWindow(self._services, tasks, counter.devices, counter.replicator, _DESK, officer)
        self._studio.show(window, *_SIZE)
        self._studio.wait(lambda: window.receive.keeper.draft is not None, "the form")
        self._studio.settle(500)
        window.notices.drop("receive")
        return window, tasks

    def _end(self, window: DeskWindow, tasks: Tasks) -> None:
        self._studio.put_away(window)
        tasks.close()

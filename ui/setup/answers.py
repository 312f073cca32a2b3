"""What is typed at set-up, and what is wrong with it; a sentence for each, beside its field."""

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from counter_app.domain.dossier_code import LONGEST_OFFICE_CODE
from counter_app.domain.facts import Duty
from counter_app.domain.places import Office
from counter_app.domain.secret_rule import Weakness, weakness
from counter_app.domain.text import fold
from counter_app.services.officers import NewOfficer
from counter_app.services.setup import NewStation
from counter_app.services.verifiers import check_rule
from sync.addresses import is_plain, secured

MOST_DESKS = 99
_CODE = re.compile(r"[0-9A-Z]{2,4}(\.[0-9A-Z]{1,4}){0,5}")
_KINDS = re.compile(r"^(xã|phường|đặc khu|thị trấn)\s+", re.IGNORECASE)
_ENROLMENT = re.compile(r"[A-Z0-9]{12}")
_JOINING = re.compile(r"[A-Z0-9]{20}")
_ROLES = ("desk", "kiosk", "board", "rating")


class Asked(StrEnum):
    """The fields that can be wrong."""

    COMMUNE = "commune"
    SUPERIOR = "superior"
    PLACE = "place"
    CODE = "code"
    STATION = "station"
    DESKS = "desks"
    OFFICER = "officer"
    PIN = "pin"
    PIN_AGAIN = "pin-again"
    PROVINCE = "province"
    ENROLMENT = "enrolment"
    ADDRESS = "address"
    JOIN_CODE = "join-code"
    ROLES = "roles"
    JOIN_NAME = "join-name"
    RESTORE_URL = "restore-url"
    RESTORE_CODE = "restore-code"
    RESTORE_NAME = "restore-name"
    BACKUP_FILE = "backup-file"
    BACKUP_WORDS = "backup-words"


class Wrong(StrEnum):
    """What can be wrong with a field."""

    EMPTY = "empty"
    CODE = "code"
    DESK = "desk"
    PIN = "pin"
    PIN_GUESSED = "pin-guessed"
    PIN_AGAIN = "pin-again"
    ADDRESS = "address"
    ENROLMENT = "enrolment"
    JOINING = "joining"
    ADDRESS_FIRST = "address-first"
    TWICE = "twice"
    HOST = "host"
    ROLES = "roles"


@dataclass(frozen=True, slots=True)
class Problem:
    """One field that is not right yet; ``row`` is the officer's, from 0."""

    field: Asked
    wrong: Wrong
    row: int = 0


@dataclass(frozen=True, slots=True)
class OfficerAnswer:
    """One officer as typed; the secret twice."""

    name: str
    title: str
    pin: str
    again: str

    def secret(self) -> str:
        """Return the secret. Raises PIN_WEAK."""
        return check_rule(self.pin, self.name)


@dataclass(frozen=True, slots=True)
class Answers:
    """The whole form; ``desks`` is how many the office has, ``desk`` the number of the one at this machine."""

    commune: str
    superior: str
    place: str
    code: str
    station: str
    desks: int
    desk: int
    officers: tuple[OfficerAnswer, ...]
    province_url: str = ""
    enrolment_code: str = ""

    def problems(self) -> tuple[Problem, ...]:
        """Return what is not right yet, from top to bottom."""
        found = [Problem(field, Wrong.EMPTY) for field, text in self._required() if not text.strip()]
        if self.code.strip() and not _is_office_code(self.code.strip()):
            found.append(Problem(Asked.CODE, Wrong.CODE))
        if not 1 <= self.desk <= self.desks <= MOST_DESKS:
            found.append(Problem(Asked.DESKS, Wrong.DESK))
        for row in range(len(self.officers)):
            found += self._officer_problems(row)
        found += self._province_problems()
        order = list(Asked)
        return tuple(sorted(found, key=lambda one: (order.index(one.field), one.row)))

    def new_station(self, office_id: str = "") -> NewStation:
        """Return what is written; ``office_id`` is the one that the province gave, else it is made of the name."""
        own = fold(_KINDS.sub("", self.commune.strip())).replace(" ", "-")
        office = Office(
            id=office_id or own,
            code=self.code.strip(),
            name=self.commune.strip().upper(),
            superior=self.superior.strip().upper(),
            place=self.place.strip(),
            parent="",
        )
        officers = tuple(
            NewOfficer(f"{office.id}-{number}", one.name.strip(), one.title.strip(), one.secret(), _duties(number))
            for number, one in enumerate(self.officers, start=1)
        )
        return NewStation(office, self.station.strip(), _ROLES, tuple(range(1, self.desks + 1)), officers)

    def _required(self) -> tuple[tuple[Asked, str], ...]:
        return (
            (Asked.COMMUNE, self.commune),
            (Asked.SUPERIOR, self.superior),
            (Asked.PLACE, self.place),
            (Asked.CODE, self.code),
            (Asked.STATION, self.station),
        )

    def _officer_problems(self, row: int) -> list[Problem]:
        one = self.officers[row]
        found = []
        if not one.name.strip():
            found.append(Problem(Asked.OFFICER, Wrong.EMPTY, row))
        elif fold(one.name) in [fold(other.name) for other in self.officers[:row]]:
            found.append(Problem(Asked.OFFICER, Wrong.TWICE, row))
        why = weakness(one.pin, one.name)
        if why is not None:
            wrong = Wrong.PIN if why in (Weakness.SHORT, Weakness.LONG) else Wrong.PIN_GUESSED
            found.append(Problem(Asked.PIN, wrong, row))
        elif one.again != one.pin:
            found.append(Problem(Asked.PIN_AGAIN, Wrong.PIN_AGAIN, row))
        return found

    def _province_problems(self) -> list[Problem]:
        found = []
        if self.province_url.strip() and not is_address(self.province_url.strip()):
            found.append(Problem(Asked.PROVINCE, Wrong.ADDRESS))
        if self.enrolment_code.strip():
            if not self.province_url.strip():
                found.append(Problem(Asked.ENROLMENT, Wrong.ADDRESS_FIRST))
            elif not _ENROLMENT.fullmatch(plain_code(self.enrolment_code)):
                found.append(Problem(Asked.ENROLMENT, Wrong.ENROLMENT))
        return found


@dataclass(frozen=True, slots=True)
class JoinAnswers:
    """What is typed to join an office; ``desk`` counts where somebody sits at this machine or is rated here."""

    url: str
    code: str
    name: str
    roles: tuple[str, ...]
    desk: int
    serve: bool = False

    def problems(self) -> tuple[Problem, ...]:
        """Return what is not right yet, from top to bottom."""
        found = []
        if not self.url.strip():
            found.append(Problem(Asked.ADDRESS, Wrong.EMPTY))
        elif not is_address(secured(self.url) if "://" in self.url else f"https://{self.url}"):
            found.append(Problem(Asked.ADDRESS, Wrong.HOST))
        if not self.code.strip():
            found.append(Problem(Asked.JOIN_CODE, Wrong.EMPTY))
        elif not _JOINING.fullmatch(plain_code(self.code)):
            found.append(Problem(Asked.JOIN_CODE, Wrong.JOINING))
        if not self.roles:
            found.append(Problem(Asked.ROLES, Wrong.ROLES))
        if not self.name.strip():
            found.append(Problem(Asked.JOIN_NAME, Wrong.EMPTY))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class RestoreAnswers:
    """What is typed to take the place of a machine that is gone, from what the province knows."""

    url: str
    code: str
    name: str
    desk: int

    def problems(self) -> tuple[Problem, ...]:
        """Return what is not right yet, from top to bottom."""
        found = []
        if not self.url:
            found.append(Problem(Asked.RESTORE_URL, Wrong.EMPTY))
        elif not is_address(self.url):
            found.append(Problem(Asked.RESTORE_URL, Wrong.ADDRESS))
        if not self.code:
            found.append(Problem(Asked.RESTORE_CODE, Wrong.EMPTY))
        elif not _ENROLMENT.fullmatch(plain_code(self.code)):
            found.append(Problem(Asked.RESTORE_CODE, Wrong.ENROLMENT))
        if not self.name:
            found.append(Problem(Asked.RESTORE_NAME, Wrong.EMPTY))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class BackupAnswers:
    """What is typed to go on from a backup."""

    file: str
    words: str

    def problems(self) -> tuple[Problem, ...]:
        """Return what is not right yet, from top to bottom."""
        fields = ((Asked.BACKUP_FILE, self.file), (Asked.BACKUP_WORDS, self.words))
        return tuple(Problem(field, Wrong.EMPTY) for field, text in fields if not text)


def place_of(commune: str) -> str:
    """Return the place in a date line: ``Xã An Phúc`` is ``An Phúc``."""
    return _KINDS.sub("", commune.strip())


def plain_code(typed: str) -> str:
    """Return an enrolment code without the dashes and spaces that make it readable."""
    return typed.replace("-", "").replace(" ", "").upper()


def _is_office_code(code: str) -> bool:
    return len(code) <= LONGEST_OFFICE_CODE and _CODE.fullmatch(code) is not None


def is_address(text: str) -> bool:
    """Tell whether ``text`` is the address of a server that is reached encrypted, or of this machine's own."""
    try:
        parts = urlsplit(text)
        named = bool(parts.hostname) and not any(letter.isspace() for letter in parts.hostname or "")
        known = parts.scheme in ("http", "https") and not is_plain(text)
        return known and named and (parts.port is None or parts.port > 0)
    except ValueError:
        return False


def _duties(number: int) -> tuple[Duty, ...]:
    """The first officer of a new office has every duty: somebody must be able to give them out."""
    return tuple(Duty) if number == 1 else (Duty.RECEPTION, Duty.PROCESSING, Duty.REPORTS)

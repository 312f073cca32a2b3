"""This station's settings: one typed tree, one TOML file, ``settings.toml`` in the data folder."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

import msgspec

from counter_app.domain.backup_plan import BackupPlan
from counter_app.errors import Code, CounterError
from counter_app.store.durable import write_durably
from devices.settings import DeviceSettings

_FILE = "settings.toml"


class Role(StrEnum):
    """What a station does; each has a window."""

    DESK = "desk"
    KIOSK = "kiosk"
    BOARD = "board"
    RATING = "rating"


@dataclass(frozen=True, slots=True)
class OfficeSettings:
    """This machine among the office's others. The default is an office of one machine, with no network at all.

    ``serve``: it answers the others, on ``host`` and ``port``, and may give out the numbers. ``urls`` are where such
    stations answer, the first one first; with ``find`` they are looked for on the network too (DNS-SD). ``direct``:
    while none of them answers, this machine sends what it wrote straight to the province.
    """

    serve: bool = False
    host: str = "0.0.0.0"  # noqa: S104 - the office's own network; every request is signed
    port: int = 8471
    urls: tuple[str, ...] = ()
    find: bool = False
    direct: bool = False

    @property
    def has_others(self) -> bool:
        """Whether the office has other machines, or may have."""
        return bool(self.serve or self.urls or self.find)


@dataclass(frozen=True, slots=True)
class SecuritySettings:
    """How this machine reaches the province, and how long its officers may stay signed in or away.

    After ``lock_minutes`` (1 to 60) without key or mouse the desk is locked. After ``offline_days`` without the
    upstream only administrators sign in.

    ``escrow`` is the province's escrow key (``age1…``), for an office that named none.
    ``ca_file`` is a file with the certificates (PEM) of the province's own authority: only those are trusted then.
    ``proxy`` is the URL of an HTTP proxy, ``system`` for what the system's settings say, empty for none.

    ``syslog`` is where a monitoring centre collects the security record (``tls://host:6514``, ``tcp://``, ``udp://``),
    empty for nowhere. Its rows stay ``keep_days``: level 3 (Decree 331/2026/NĐ-CP) asks for three months at least.
    """

    escrow: str = ""
    ca_file: str = ""
    proxy: str = "system"
    lock_minutes: int = 15
    offline_days: int = 45
    syslog: str = ""
    keep_days: int = 365


@dataclass(frozen=True, slots=True)
class Settings:
    """What an office chooses for one machine; what the law or the catalogue says is not here.

    ``desk`` is the number of the desk at this machine; ``province_url`` empty means that nothing is sent anywhere;
    ``province_key`` is the province's (Ed25519, hex), once somebody compared it: what goes by stick is sealed for it;
    ``board`` is the number of its board; ``follow_base`` is the address in the tickets' and receipts' QR codes.
    """

    roles: tuple[Role, ...] = tuple(Role)
    desk: int = 1
    language: str = "vi"
    contrast: bool = False
    text_scale: float = 1.0
    board: int = 1
    province_url: str = ""
    province_key: str = ""
    follow_base: str = "https://dichvucong.gov.vn"
    office: OfficeSettings = field(default_factory=OfficeSettings)
    security: SecuritySettings = field(default_factory=SecuritySettings)
    backup: BackupPlan = field(default_factory=BackupPlan)
    devices: tuple[DeviceSettings, ...] = field(default=())

    @property
    def has_upstream(self) -> bool:
        """Whether there is another machine whose word counts here."""
        return bool(self.province_url or self.office.urls or self.office.find)


def load_settings(folder: Path) -> Settings:
    """Read the settings of a data folder; the defaults where there is no file. Raises SETTINGS_INVALID."""
    path = folder / _FILE
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise CounterError(Code.SETTINGS_INVALID, path=path, detail=type(error).__name__) from error
    try:
        return msgspec.toml.decode(text, type=Settings)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise CounterError(Code.SETTINGS_INVALID, path=path, detail=str(error)) from error


def settings_of(text: str) -> Settings:
    """Return the settings of a backup's text; the defaults for one that makes no sense now."""
    try:
        return msgspec.toml.decode(text, type=Settings)
    except (msgspec.DecodeError, ValueError):
        return Settings()


def save_settings(folder: Path, settings: Settings) -> None:
    """Write the settings whole or not at all. Raises DISK_FULL, DATA_NOT_WRITABLE."""
    write_durably(folder / _FILE, msgspec.toml.encode(settings, enc_hook=_plain))


def _plain(value: object) -> object:
    """Return what TOML can hold: the usual map of keys, or of no options, is a view that cannot be changed."""
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(type(value).__name__)

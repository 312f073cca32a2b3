"""The province's acts on its escrow key: made once, told to offices, and the keys that stations sealed for it."""

import sys
from pathlib import Path

from counter_app.domain.key_facts import KeyEscrowed
from counter_app.errors import Code, CounterError
from counter_app.store import escrow, keys
from counter_app.store.codec import from_text
from counter_app.store.durable import write_durably
from sync.server.store import ServerStore

_PUBLIC = "escrow.pub"
_PAGE = 500


def make_or_tell(folder: Path, out: Path | None) -> int:
    """Print the public escrow key and its fingerprint; the first time it is made, and ``out`` gets the private part.

    Raises ESCROW_KEY_THERE where ``out`` exists, ESCROW_KEY_INVALID, DISK_FULL, DATA_NOT_WRITABLE.
    """
    public = folder / _PUBLIC
    if not public.exists():
        if out is None:
            print("counter-app province escrow-key: --out FILE is needed the first time", file=sys.stderr)
            return 2
        _make(public, out)
    recipient = escrow.checked_recipient(public.read_text(encoding="ascii"))
    print(f"recipient={recipient}\nfingerprint={escrow.fingerprint_of(recipient)!r}", flush=True)
    return 0


def write_escrowed(store: ServerStore, station: str, out: Path) -> None:
    """Write the newest key that ``station`` sealed, as a ``station.escrow``. Raises STATION_UNKNOWN, ESCROW_ABSENT."""
    known = store.station(station)
    if known is None:
        raise CounterError(Code.STATION_UNKNOWN, station=station)
    newest: KeyEscrowed | None = None
    position, more = 0, True
    while more:
        page = store.feed_page(known.office, position, _PAGE)
        for entry in page.entries:
            if entry.station == station and entry.stream == f"key/{station}":
                newest = from_text(entry.data, KeyEscrowed)
        position, more = page.position, page.more
    if newest is None:
        raise CounterError(Code.ESCROW_ABSENT, path=station)
    keys.keep_sealed_key(out, newest.recipient, newest.sealed)
    print(f"station={station} fingerprint={escrow.fingerprint_of(newest.recipient)!r} file={out}", flush=True)


def _make(public: Path, out: Path) -> None:
    if out.exists():
        raise CounterError(Code.ESCROW_KEY_THERE, path=out)
    identity = escrow.make_identity()
    public.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    escrow.write_identity(out, identity)
    write_durably(public, f"{escrow.recipient_of(identity)}\n".encode())
    print(
        f"Khóa riêng đã ghi vào {out}. Chép ra hai USB hoặc in ra giấy, cất trong két, rồi xóa khỏi máy này:"
        " ai có nó mở được dữ liệu của mọi máy đã ký gửi.",
        file=sys.stderr,
    )

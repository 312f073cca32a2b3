"""The province's acts on its escrow key: made once, told to offices, and the keys that stations sealed for it."""

import sys
from pathlib import Path

from counter_app.clocks import SystemClock
from counter_app.domain.key_facts import KeyEscrowed
from counter_app.errors import Code, CounterError
from counter_app.store import escrow, keys
from counter_app.store.codec import from_text
from sync.server.escrow_file import EscrowFile
from sync.server.store import ServerStore

_PAGE = 500


def make_or_tell(folder: Path, out: Path | None, use: Path | None = None) -> int:
    """Print the public escrow key and its fingerprint, as stations are told it from now on.

    The first time it is made, and ``out`` gets the private part; or it is the one in the file ``use``, at any time.
    Raises ESCROW_KEY_THERE where ``out`` exists, ESCROW_KEY_INVALID, DISK_FULL, DATA_NOT_WRITABLE.
    """
    file = EscrowFile(folder)
    before = file.recipient
    if fault := _misused(out, use, before):
        print(f"counter-app province escrow-key: {fault}", file=sys.stderr)
        return 2
    if use is not None:
        _use(file, escrow.read_recipient(use), before)
    elif out is not None and not before:
        _make(file, out)
    recipient = file.recipient
    print(f"recipient={recipient}\nfingerprint={escrow.fingerprint_of(recipient)!r}", flush=True)
    return 0


def _misused(out: Path | None, use: Path | None, before: str) -> str:
    if out is not None and use is not None:
        return "--out makes a key, --use takes one: not both"
    if out is None and use is None and not before:
        return "--out FILE or --use FILE is needed the first time"
    return ""


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


def _use(file: EscrowFile, recipient: str, before: str) -> None:
    """Name another key; one that is named already stays as it is, so that nobody seals anew."""
    if recipient == before:
        return
    file.name(recipient, SystemClock().now())
    if before:
        print(
            f"Khóa ký gửi cũ ({escrow.fingerprint_of(before)}) không dùng cho bản ký gửi mới nữa, nhưng vẫn mở các"
            " bản ký gửi và bản sao lưu cũ: giữ lại khóa riêng của nó.",
            file=sys.stderr,
        )


def _make(file: EscrowFile, out: Path) -> None:
    if out.exists():
        raise CounterError(Code.ESCROW_KEY_THERE, path=out)
    identity = escrow.make_identity()
    escrow.write_identity(out, identity)
    file.name(escrow.recipient_of(identity), SystemClock().now())
    print(
        f"Khóa riêng đã ghi vào {out}. Chép ra hai USB hoặc in ra giấy, cất trong két, rồi xóa khỏi máy này:"
        " ai có nó mở được dữ liệu của mọi máy đã ký gửi.",
        file=sys.stderr,
    )

"""What a province on PostgreSQL takes in: beside a bare INSERT of the same rows, while 1,500 stations poll, at 8:00.

Server processes, PostgreSQL (fsync on) and the stations that send share this machine. Prints one JSON line a part.
"""

import argparse
import asyncio
import json
import random
import tempfile
import time
from pathlib import Path

import psycopg

from counter_app.domain.entry import Entry
from counter_app.journal.signing import fault_of
from sync.server.keeping import Keeping, open_store
from sync.server.store import Introduced
from tests.support import postgres
from tests.support.chains import Chain
from tests.support.ingest_load import Polling, Sender, Taken, send_all, senders
from tests.support.ingest_server import Server, serving
from tests.support.postgres import cluster

KEPT = Path("build/bench")
CONNECTIONS = 32
_COLUMNS = ("station", "seq", "stream", "kind", "version", "time", "actor", "data", "previous", "hash", "signature")
_BARE = """
    CREATE TABLE bare (station text, seq bigint, stream text NOT NULL, kind text NOT NULL, version bigint NOT NULL,
        time bigint NOT NULL, actor text NOT NULL, data text NOT NULL, previous text NOT NULL, hash text NOT NULL,
        signature text NOT NULL, PRIMARY KEY (station, seq))
"""
_ARRAYS = ", ".join(f"%b::{'bigint' if name in ('seq', 'version', 'time') else 'text'}[]" for name in _COLUMNS)
_INSERT = f"INSERT INTO bare ({', '.join(_COLUMNS)}) SELECT * FROM unnest({_ARRAYS})"  # noqa: S608


def main() -> None:
    """Run all parts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=8.0, help="about how long each rate is measured")
    parser.add_argument("--stations", type=int, default=1500)
    parser.add_argument("--entries", type=int, default=200, help="of each station in the morning")
    parser.add_argument("--jitter", type=float, default=15.0, help="seconds over which the stations begin")
    asked = parser.parse_args()
    told: list[dict[str, object]] = []
    with tempfile.TemporaryDirectory(prefix="ingest-") as folder, cluster(fsync="on", full_page_writes="on") as pg:
        url = pg.create()
        for size in (1, 50):
            told += _say(_bare(url, size, asked.seconds))
            with serving(Path(folder) / "p", url, asked.workers) as server:
                told += _say(_rate(server, url, size, asked.seconds, bare=float(str(told[-1]["entries_s"]))))
        with serving(Path(folder) / "p", url, asked.workers) as server:
            told += _say(asyncio.run(_while_polling(server, url, asked.stations, asked.seconds)))
        with serving(Path(folder) / "p", url, asked.workers) as server:
            told += _say(_morning(server, url, asked.stations, asked.entries, asked.jitter))
    KEPT.mkdir(parents=True, exist_ok=True)
    (KEPT / "ingest.json").write_text(json.dumps(told, indent=1) + "\n")


def _say(part: dict[str, object]) -> list[dict[str, object]]:
    print(json.dumps(part), flush=True)
    return [part]


_taken = 0


def _known(url: str, count: int, batches: int, size: int) -> list[Sender]:
    """Stations that no part before had, known to the province."""
    global _taken
    made = senders(count, batches, size, _taken + 1)
    _taken += count
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Keeping(Path(folder), url))
        for one in made:
            store.introduce(one.office, [Introduced(one.station, one.public_key)])
        store.close()
    return made


def _bare(url: str, size: int, seconds: float) -> dict[str, object]:
    """The same rows in the same batches over as many connections, and nothing else."""
    chains = [Chain("H99.0") for _ in range(CONNECTIONS)]
    batches = max(4, int(seconds * (40 if size == 1 else 8)))
    rows = [[_values(chain.next(size)) for _ in range(batches)] for chain in chains]
    postgres.change(url, f"DROP TABLE IF EXISTS bare; {_BARE}")
    times: list[float] = []

    async def write(one: list[list[list[object]]]) -> None:
        async with await psycopg.AsyncConnection.connect(url, autocommit=True) as connection:
            for batch in one:
                began = time.perf_counter()
                await connection.execute(_INSERT.encode(), batch)
                times.append(time.perf_counter() - began)

    async def all_of_them() -> float:
        began = time.perf_counter()
        await asyncio.gather(*(write(one) for one in rows))
        return time.perf_counter() - began

    whole_s = asyncio.run(all_of_them())
    taken = Taken(seconds=times, whole_s=whole_s)
    return {
        "part": "bare INSERT",
        "batch": size,
        "entries_s": round(CONNECTIONS * batches * size / whole_s),
        "p95_ms": round(taken.p95_ms(), 1),
    }


def _values(entries: tuple[Entry, ...]) -> list[list[object]]:
    return [[getattr(entry, name) for entry in entries] for name in _COLUMNS]


def _rate(server: Server, url: str, size: int, seconds: float, bare: float) -> dict[str, object]:
    """As many entries as it takes, over 32 connections."""
    batches = max(4, int(seconds * (25 if size == 1 else 2)))
    made = _known(url, CONNECTIONS, batches, size)
    before = server.cpu_s()
    taken = asyncio.run(send_all(server.port, [one.requests for one in made], lambda _number: 0.0))
    used = server.cpu_s() - before
    entries = sum(one.entries for one in made)
    _check(url, made)
    return {
        "part": "province",
        "batch": size,
        "entries_s": round(entries / taken.whole_s),
        "p95_ms": round(taken.p95_ms(), 1),
        "of_bare": round(entries / taken.whole_s / bare, 2),
        "signatures_of_server_cpu": round(entries * _signature_s() / used, 2),
        "server_cpu_cores": round(used / taken.whole_s, 2),
        "statuses": taken.statuses,
    }


async def _while_polling(server: Server, url: str, stations: int, seconds: float) -> dict[str, object]:
    """Batches of 50 over 32 connections while ``stations`` wait for news; then the news for 200 of them."""
    listeners = _known(url, stations, 1, 1)
    made = _known(url, CONNECTIONS, max(4, int(seconds * 2)), 50)
    before_kb = server.memory_kb()
    polling = Polling(server.port, [one.poll for one in listeners])
    await server.until_connected(stations)
    connected_kb = server.memory_kb()
    idle = server.cpu_s()
    await asyncio.sleep(5)
    idle_cores = (server.cpu_s() - idle) / 5
    taken = await send_all(server.port, [one.requests for one in made], lambda _number: 0.0)
    told = listeners[:200]
    began: dict[int, float] = {}

    def due(number: int) -> float:
        began[number] = time.perf_counter() + number * 0.01
        return number * 0.01

    news = await send_all(server.port, [one.requests for one in told], due)
    await asyncio.sleep(1)
    heard = sorted((polling.heard[one] - at) * 1000 for one, at in began.items() if one in polling.heard)
    await polling.end()
    _check(url, made)
    return {
        "part": "while stations poll",
        "stations": stations,
        "entries_s": round(sum(one.entries for one in made) / taken.whole_s),
        "p95_ms": round(taken.p95_ms(), 1),
        "news_p95_ms": round(heard[int(len(heard) * 0.95)], 1),
        "news_heard": f"{len(heard)}/{len(told)}",
        "news_taken_p95_ms": round(news.p95_ms(), 1),
        "memory_kb_a_connection": round((connected_kb - before_kb) / stations, 1),
        "idle_cores": round(idle_cores, 3),
        "statuses": taken.statuses,
    }


def _morning(server: Server, url: str, stations: int, entries: int, jitter: float) -> dict[str, object]:
    """Each station sends a day's entries in batches of 50, all of them within the same seconds."""
    made = _known(url, stations, entries // 50, 50)
    draw = random.Random(1)
    begins = [draw.uniform(0, jitter) for _ in made]
    before = server.cpu_s()
    taken = asyncio.run(send_all(server.port, [one.requests for one in made], lambda number: begins[number]))
    used = server.cpu_s() - before
    total = sum(one.entries for one in made)
    _check(url, made)
    return {
        "part": "morning",
        "stations": stations,
        "entries": total,
        "seconds": round(taken.whole_s, 1),
        "entries_s": round(total / taken.whole_s),
        "p95_ms": round(taken.p95_ms(), 1),
        "signatures_of_server_cpu": round(total * _signature_s() / used, 2),
        "memory_mb": round(server.memory_kb() / 1024),
        "statuses": taken.statuses,
    }


def _check(url: str, made: list[Sender]) -> None:
    """Nothing lost, nothing doubled."""
    held = postgres.held(url)
    wrong = [one.station for one in made if held.get(one.station) != one.entries]
    if wrong:
        raise SystemExit(f"{len(wrong)} stations are not here as they were sent")


def _signature_s() -> float:
    """Seconds of one core that checking one entry's hash and signature takes."""
    chain = Chain("H99.0")
    entries = chain.next(500)
    began = time.process_time()
    for entry in entries:
        fault_of(entry, chain.public_key)
    return (time.process_time() - began) / len(entries)


if __name__ == "__main__":
    main()

"""A bad line (sync.server.chaos) before a server of the tests, in a thread."""

import asyncio
import contextlib
import socket
import threading
from collections.abc import Callable

from sync.server.chaos import Chaos, Odds


class ChaosLine:
    """Listens on a loopback port of its own; as a context manager it leaves nothing behind."""

    def __init__(
        self, target_port: int, seed: int, odds: Odds | None = None, restart: Callable[[], None] | None = None
    ) -> None:
        self.chaos = Chaos(("127.0.0.1", target_port), seed, odds, restart)
        self._listening = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = int(self._listening.getsockname()[1])
        self._loop = asyncio.new_event_loop()
        self._started = threading.Event()
        self._serving: asyncio.Task[None] | None = None
        self._thread = threading.Thread(target=self._run, name="chaos")

    @property
    def url(self) -> str:
        """Where the bad line begins."""
        return f"http://127.0.0.1:{self.port}"

    def cut(self) -> None:
        """End every connection that is open now."""
        self._loop.call_soon_threadsafe(self.chaos.cut)

    def __enter__(self) -> "ChaosLine":
        self._thread.start()
        self._started.wait()
        return self

    def __exit__(self, *_exception: object) -> None:
        if self._serving is not None:
            self._loop.call_soon_threadsafe(self._serving.cancel)
        self._thread.join()

    def _run(self) -> None:
        async def serve() -> None:
            self._serving = asyncio.current_task()
            self._started.set()
            with contextlib.suppress(asyncio.CancelledError):
                await self.chaos.serve(self._listening)

        try:
            self._loop.run_until_complete(serve())
        finally:
            self._loop.close()
            self._listening.close()

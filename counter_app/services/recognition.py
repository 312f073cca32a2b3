"""Recognises what is written on the pages scanned here: in the background, one page at a time, on after a restart.

What waits is a table of this station, filled from its own entries: nothing is asked of the officer, and a page that was
under way when the program ended is read again. Pictures that cannot be read are tried once more at the next start.
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace

from PIL import Image

from counter_app.documents.page_pictures import open_page
from counter_app.documents.page_text import PageText, packed, unpacked
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from counter_app.services.text_reader import ReaderState, TextReader
from counter_app.store import page_texts as rows
from counter_app.store.page_texts import TextState, WaitingPage

log = logging.getLogger(__name__)

_REST_S = 20.0
"""Between the program's start and the first page: whoever opens a desk in the morning does not wait for it."""
_LOOK_AGAIN_S = 300.0
_AFTER_FAULT_S = 30.0

Told = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class RecognitionState:
    """How the work stands: ``done`` of ``total`` pages since there was last nothing to do."""

    reader: ReaderState = ReaderState.READY
    waiting: int = 0
    failed: int = 0
    done: int = 0
    paused: bool = False
    reading: bool = False

    @property
    def total(self) -> int:
        """Pages of this stretch of work."""
        return self.done + self.waiting


@dataclass(frozen=True, slots=True)
class PaperProgress:
    """Of one paper's different pages so many are read; ``failed`` cannot be."""

    pages: int
    read: int
    failed: int


class Recognition:
    """The work and what it found; ``start`` and ``close`` its thread. Everything else may be called from any thread."""

    def __init__(self, journal: Journal, reader: TextReader | None = None, rest_s: float = _REST_S) -> None:
        self._journal = journal
        self._reader = reader or TextReader()
        self._rest_s = rest_s
        self._condition = threading.Condition()
        self._state = RecognitionState()
        self._woken = self._closing = False
        self._listeners: list[Told] = []
        self._unlisten: Callable[[], None] = lambda: None
        self._thread = threading.Thread(target=self._run, name="recognition", daemon=True)

    def start(self) -> None:
        """Begin after a rest, and follow what is received from now on."""
        self._unlisten = self._journal.changes.listen(self._hear)
        self._thread.start()

    def close(self) -> None:
        """Give up the page under way, which waits on, and end."""
        self._unlisten()
        with self._condition:
            self._closing = True
            self._condition.notify_all()
        self._reader.stop()
        if self._thread.ident is not None:
            self._thread.join()

    # how it stands

    def state(self) -> RecognitionState:
        """How the work stands; answers at once."""
        return self._state

    def pause(self) -> None:
        """Begin no further page until ``resume``, or until the program is opened again."""
        self._change(paused=True)

    def resume(self) -> None:
        """Go on."""
        self._change(paused=False)
        self._wake()

    def listen(self, told: Told) -> Callable[[], None]:
        """Tell ``told`` of each page, with its dossier (empty: the work as a whole); returns what ends that.

        It is told on the thread that works.
        """
        with self._condition:
            self._listeners.append(told)
        return lambda: self._forget(told)

    def progress(self, dossier_id: str) -> dict[int, PaperProgress]:
        """How far the papers of a dossier are, by their index; one that was not scanned here is not in it."""
        found: dict[int, list[TextState]] = {}
        with self._journal.database.read() as connection:
            for paper, _, state in rows.states(connection, dossier_id):
                found.setdefault(paper, []).append(state)
        return {
            paper: PaperProgress(len(states), states.count(TextState.READ), states.count(TextState.FAILED))
            for paper, states in found.items()
        }

    def texts(self, dossier_id: str, paper: int) -> dict[str, PageText]:
        """What was read on a paper's pages, by picture."""
        with self._journal.database.read() as connection:
            kept = rows.words_of(connection, dossier_id, paper)
        return {sha256: unpacked(words) for sha256, words in kept.items()}

    # the work

    def _run(self) -> None:
        with self._condition:
            self._condition.wait_for(lambda: self._closing, self._rest_s)
        try:
            self._begin()
        except CounterError as error:
            log.info("event=recognition_not_begun code=%s", error.code.value)
        while not self._closing:
            with self._condition:
                self._woken = False
            try:
                worked, pause = self._step(), _LOOK_AGAIN_S
            except CounterError as error:  # a full disk: the pages wait
                log.info("event=recognition_stopped code=%s", error.code.value)
                worked, pause = False, _AFTER_FAULT_S
            except Exception:
                log.exception("event=recognition_failed")
                worked, pause = False, _AFTER_FAULT_S
            if not worked:
                self._wait(pause)

    def _begin(self) -> None:
        with self._journal.database.write() as connection:
            rows.try_again(connection)

    def _step(self) -> bool:
        """Read one page; tells whether there may be another at once."""
        self._take_in()
        with self._journal.database.read() as connection:
            waiting, failed = rows.count(connection, TextState.WAITING), rows.count(connection, TextState.FAILED)
            page = rows.next_waiting(connection)
        self._change(waiting=waiting, failed=failed)
        if page is None:
            self._change(done=0, reading=False)
            return False
        if self._state.paused or self._closing:
            self._change(reading=False)
            return False
        ready = self._ready()
        self._change(reader=ready, reading=ready is ReaderState.READY)
        if ready is not ReaderState.READY:
            return False
        return self._read(page)

    def _ready(self) -> ReaderState:
        """Once it could read it is not asked before every page again."""
        return ReaderState.READY if self._state.reading else self._reader.state()

    def _take_in(self) -> None:
        more = True
        while more and not self._closing:
            with self._journal.database.write() as connection:
                more = rows.take_in(connection, self._journal.key.station)

    def _read(self, page: WaitingPage) -> bool:
        with self._journal.database.read() as connection:
            known = rows.read_before(connection, page.sha256)
        try:
            text = unpacked(known) if known else self._reader.read(self._picture(page))
        except CounterError as error:
            log.info("event=page_not_read code=%s", error.code.value)
            if error.code is Code.TEXT_NOT_READ and self._reader.state() is not ReaderState.READY:
                self._change(reading=False)  # uninstalled meanwhile: nothing is wrong with the page
                return True
            with self._journal.database.write() as connection:
                rows.give_up(connection, page)
            self._was_done(page)
            return True
        if text is None:  # stopped: it waits for the next start
            return False
        with self._journal.database.write() as connection:
            rows.finish(connection, page, packed(text), text.text)
        self._was_done(page)
        return True

    def _picture(self, page: WaitingPage) -> Image.Image:
        return open_page(self._journal.database.blobs.get(page.sha256))

    def _was_done(self, page: WaitingPage) -> None:
        self._change(done=self._state.done + 1, waiting=max(0, self._state.waiting - 1), dossier=page.dossier)

    def _change(self, *, dossier: str = "", **now: object) -> None:
        with self._condition:
            after = replace(self._state, **now)  # type: ignore[arg-type]
            same, self._state = after == self._state, after
            listeners = tuple(self._listeners)
        if not same:
            for told in listeners:
                told(dossier)

    def _forget(self, told: Told) -> None:
        with self._condition:
            if told in self._listeners:
                self._listeners.remove(told)

    def _hear(self, streams: frozenset[str]) -> None:
        if any(stream.startswith("dossier/") for stream in streams):
            self._wake()

    def _wake(self) -> None:
        with self._condition:
            self._woken = True
            self._condition.notify_all()

    def _wait(self, seconds: float) -> None:
        with self._condition:
            self._condition.wait_for(lambda: self._woken or self._closing, seconds)

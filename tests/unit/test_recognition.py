"""Recognised text: found by its words, nothing read twice, nothing lost by a stop, no desk held up for want of it."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest

from counter_app.domain.dossier_filter import DossierFilter
from counter_app.services.recognition import Recognition, RecognitionState
from counter_app.services.text_reader import ReaderState, TextReader, recognition_state
from counter_app.store import page_texts
from counter_app.store.page_texts import TextState
from tests.support.office import OpenOffice
from tests.support.scanned import page, receive_scanned, saying, stand_in

WAIT_S = 60
BIRTH = page("Tờ khai đăng ký khai sinh", "Vũ Đức An")


class Watch:
    """Waits until the work stands as wanted; told on its thread, so nobody sleeps."""

    def __init__(self, work: Recognition) -> None:
        self._work = work
        self._told = threading.Condition()
        work.listen(self._hear)

    def until(self, wanted: Callable[[RecognitionState], bool]) -> RecognitionState:
        with self._told:
            assert self._told.wait_for(lambda: wanted(self._work.state()), WAIT_S), self._work.state()
        return self._work.state()

    def _hear(self, _: str) -> None:
        with self._told:
            self._told.notify_all()


@contextmanager
def working(office: OpenOffice, reader: TextReader | None = None) -> Iterator[tuple[Recognition, Watch]]:
    work = Recognition(office.journal, reader or TextReader(gently=False), rest_s=0)
    watch = Watch(work)
    work.start()
    try:
        yield work, watch
    finally:
        work.close()


def settled(office: OpenOffice, pages: int) -> Callable[[RecognitionState], bool]:
    """Whether so many pages were read or given up."""

    def seen(_: RecognitionState) -> bool:
        with office.journal.database.read() as connection:
            return (
                page_texts.count(connection, TextState.READ) + page_texts.count(connection, TextState.FAILED) == pages
            )

    return seen


def ids(office: OpenOffice, typed: str) -> list[str]:
    wanted = DossierFilter(text=typed, in_papers=True)
    return [dossier.id for dossier in office.services.dossiers.list(wanted).dossiers]


def test_pages_are_read_in_the_background_and_found_by_their_words(office: OpenOffice) -> None:
    first = receive_scanned(office, 1, (BIRTH,), (page("Giấy chứng sinh", "Vũ Đức An"),))
    with working(office) as (work, watch):
        watch.until(settled(office, 2))
        second = receive_scanned(office, 2, (page("Đơn xin xác nhận", "Trần Thị Hoa", turned=-3),))
        watch.until(lambda _: second.id in {one for one in ids(office, "xac nhan hoa")})
        assert work.progress(first.id)[0].read == work.progress(first.id)[0].pages == 1
        (text,) = work.texts(first.id, 0).values()
    assert "Họ, chữ đệm, tên: Vũ Đức An" in text.text
    assert ids(office, "khai sinh") == [first.id]
    assert ids(office, "CHỨNG sinh") == [first.id]
    assert ids(office, "cộng hòa xã hội") == [second.id, first.id]  # newest first
    assert ids(office, "khai chung") == []  # on no page together
    assert ids(office, "†") == []


def test_a_file_has_the_words_of_its_pages(office: OpenOffice, tmp_path: Path) -> None:
    dossier = receive_scanned(office, 1, (BIRTH, page("Trang hai", "Vũ Đức An", 2)))
    bare = office.services.scan_files.paper(dossier.id, 0)
    assert (bare.pages, bare.read) == (2, 0)
    with working(office, stand_in(tmp_path, saying("Nguyễn", "Ánh"))) as (_, watch):
        watch.until(settled(office, 2))
    told = office.services.scan_files.paper(dossier.id, 0)
    assert (told.pages, told.read) == (2, 2)
    assert told.name == bare.name
    shown = pypdfium2.PdfDocument(told.pdf)
    assert [one.get_textpage().get_text_range() for one in shown] == ["Nguyễn Ánh"] * 2


def test_what_was_under_way_when_the_program_ended_is_read_at_the_next_start(
    office: OpenOffice, tmp_path: Path
) -> None:
    dossier = receive_scanned(office, 1, (BIRTH,))
    with working(office, stand_in(tmp_path, "exec sleep 60")) as (work, watch):
        watch.until(lambda state: state.reading)
        work.close()  # kills it, and does not wait for it
    assert work.progress(dossier.id)[0].read == 0
    with working(office, stand_in(tmp_path, saying("đất"))) as (work, watch):
        watch.until(settled(office, 1))
        assert work.progress(dossier.id)[0].read == 1


def test_a_pause_holds_the_next_page_and_going_on_reads_it(office: OpenOffice, tmp_path: Path) -> None:
    with working(office, stand_in(tmp_path, saying("đất"))) as (work, watch):
        work.pause()
        dossier = receive_scanned(office, 1, (BIRTH,))
        watch.until(lambda state: state.paused and state.waiting == 1)
        assert work.progress(dossier.id)[0].read == 0
        work.resume()
        watch.until(settled(office, 1))
        assert work.progress(dossier.id)[0].read == 1


@pytest.mark.parametrize("languages, state", [(None, ReaderState.NO_PROGRAM), ("eng", ReaderState.NO_LANGUAGE)])
def test_without_the_program_or_its_language_pages_wait_and_files_are_made(
    office: OpenOffice, tmp_path: Path, languages: str | None, state: ReaderState
) -> None:
    dossier = receive_scanned(office, 1, (BIRTH,))
    reader = TextReader(str(tmp_path / "none")) if languages is None else stand_in(tmp_path, "exit 0", languages)
    with working(office, reader) as (_, watch):
        told = watch.until(lambda now: now.reader is state)
    assert (told.waiting, told.failed, told.reading) == (1, 0, False)
    assert office.services.scan_files.paper(dossier.id, 0).pages == 1


def test_this_machine_is_asked_what_it_has(tmp_path: Path) -> None:
    assert recognition_state() is ReaderState.READY
    assert recognition_state(str(tmp_path / "none")) is ReaderState.NO_PROGRAM


@pytest.mark.parametrize("reads", ["exit 3", "kill -9 $$", "exec sleep 60"])
def test_a_page_that_cannot_be_read_holds_up_no_other_and_is_tried_at_the_next_start(
    office: OpenOffice, tmp_path: Path, reads: str
) -> None:
    dossier = receive_scanned(office, 1, (BIRTH, page("Trang hai", "Vũ Đức An", 2)))
    once = f"[ -e {tmp_path}/once ] || {{ touch {tmp_path}/once; {reads}; }}"
    reader = stand_in(tmp_path, f"{once}\n{saying('đất')}")
    reader._longest_s = 4.0
    with working(office, reader) as (work, watch):
        watch.until(settled(office, 2))
        progress = work.progress(dossier.id)[0]
        assert (progress.read, progress.failed) == (1, 1)
        watch.until(lambda state: state.failed == 1)
    with working(office, stand_in(tmp_path, saying("đất"))) as (work, watch):
        watch.until(lambda _: work.progress(dossier.id)[0].read == 2)


def test_a_picture_that_is_gone_or_no_picture_is_given_up(office: OpenOffice) -> None:
    dossier = receive_scanned(office, 1, (b"no picture", BIRTH))
    office.journal.database.blobs.remove(dossier.pages[1].sha256)
    with working(office) as (work, watch):
        watch.until(lambda state: state.failed == 2)
        assert work.progress(dossier.id)[0].failed == 2


def test_the_same_picture_is_read_once_and_found_in_both_dossiers(office: OpenOffice, tmp_path: Path) -> None:
    counted = tmp_path / "count"
    reader = stand_in(tmp_path, f"echo x >> {counted}\n{saying('khai', 'sinh')}")
    first, second = (receive_scanned(office, number, (BIRTH,)) for number in (1, 2))
    with working(office, reader) as (_, watch):
        watch.until(settled(office, 2))
    assert counted.read_text().split() == ["x"]
    assert ids(office, "khai sinh") == [second.id, first.id]


def test_the_program_gives_way_to_all_others(office: OpenOffice, tmp_path: Path) -> None:
    receive_scanned(office, 1, (BIRTH,))
    said = tmp_path / "said"
    reader = stand_in(
        tmp_path, f'echo "$(nice) $OMP_THREAD_LIMIT" > {said}\ncat > {tmp_path}/page\nexit 1', gently=True
    )
    with working(office, reader) as (_, watch):
        watch.until(lambda state: state.failed == 1)
    assert said.read_text().split() == ["19", "1"]
    assert (tmp_path / "page").read_bytes().startswith(b"P5")  # the page came by a pipe


def test_a_long_journal_is_walked_in_pieces(office: OpenOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_texts, "_AT_ONCE", 3)
    receive_scanned(office, 1, (BIRTH,), (page("Giấy chứng sinh", "Vũ Đức An"),))
    more, steps = True, 0
    while more:
        with office.journal.database.write() as connection:
            more = page_texts.take_in(connection, office.journal.key.station)
        steps += 1
    with office.journal.database.read() as connection:
        assert page_texts.count(connection, TextState.WAITING) == 2
    assert steps > 3


def test_filters_narrow_what_is_found_in_papers(office: OpenOffice, tmp_path: Path) -> None:
    dossier = receive_scanned(office, 1, (BIRTH,))
    with working(office, stand_in(tmp_path, saying("khai", "sinh"))) as (_, watch):
        watch.until(settled(office, 1))
    listed = office.services.dossiers
    for wanted, found in (
        (DossierFilter(text="khai sinh", in_papers=True, open=True), 1),
        (DossierFilter(text="khai sinh", in_papers=True, procedure=dossier.procedure), 1),
        (DossierFilter(text="khai sinh", in_papers=True, procedure="9.9"), 0),
        (DossierFilter(text="khai sinh", in_papers=True, late=True), 0),
    ):
        assert len(listed.list(wanted).dossiers) == listed.count(wanted).number == found

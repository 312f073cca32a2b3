"""What a machine of the office was asked it can show to nobody else, not even with a date that it told."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import requests

from counter_app.journal import outbox
from counter_app.journal.signing import make_station_key
from sync import signing
from sync.faults import Refusals
from sync.office.reaching import Reaching
from sync.records import RefusedError
from sync.server.program import ServerThread
from sync.signing import OFFICE as ANY_OF_THE_OFFICE
from sync.signing import ReceivedMessage, ServerTime, sign
from sync.wire import Wire
from tests.support.foreign_server import Answering, serving
from tests.support.office_middle import Middle
from tests.sync.stations import OFFICE, Station, admit, station

FEED = "/v1/feed?after=0&wait=0"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Station]:
    with station(tmp_path / "desk") as made:
        yield made


@pytest.fixture
def middle(tmp_path: Path, server: ServerThread, desk: Station) -> Iterator[Middle]:
    made = Middle(tmp_path / "office", server.url)
    outbox.admit(made.station.journal, desk.id, desk.journal.key.public_hex, OFFICE)
    yield made
    made.end()


def asked(desk: Station, url: str, tag: str, target: str = FEED) -> int:
    """The status of what ``desk`` signed for ``tag``, shown to the server at ``url`` by whoever has it."""
    prepared = requests.Request("GET", url + target).prepare()
    sign(prepared, desk.journal.key, desk.journal.clock.now(), None, tag)
    with requests.Session() as session:
        return session.send(prepared, timeout=30).status_code


def test_what_was_signed_for_a_machine_of_the_office_is_worth_nothing_at_the_province(
    server: ServerThread, desk: Station
) -> None:
    admit(server, desk)
    assert [asked(desk, server.url, tag) for tag in ("", ANY_OF_THE_OFFICE, make_station_key().station)] == [
        200,
        401,
        401,
    ]


@pytest.mark.allows_log("event=")
def test_a_machine_of_the_office_takes_what_is_for_it_and_for_any_of_them_and_no_other_s(
    middle: Middle, desk: Station
) -> None:
    url, own = f"http://127.0.0.1:{middle.port}", middle.station.id
    tags = ("", ANY_OF_THE_OFFICE, own, make_station_key().station)
    assert [asked(desk, url, tag) for tag in tags] == [200, 200, 200, 401]


def test_a_follower_signs_for_whom_it_follows_and_else_for_the_office(desk: Station) -> None:
    reaching, head = Reaching(desk.journal, OFFICE, Refusals()), make_station_key().station
    said: list[str] = []

    class Keeping(Answering):
        """Keeps what is shown to it, and answers as a server of the office."""

        def answer(self, body: bytes) -> None:
            """Keep who and what the request is for."""
            said.append(self.headers["Signature-Input"])
            self.reply(200, b"{}", {"Sync-Protocol": "1", "Sync-Schema": "1"})

    with serving(Keeping) as port:
        for meant in (head, ""):
            upstream = reaching.upstream(f"http://127.0.0.1:{port}", 5, 5, meant)
            wire = Wire(upstream, desk.journal.key, ServerTime(desk.journal.clock))
            wire.call("GET", FEED)
            wire.close()
    assert [one.rpartition(";")[2] for one in said] == [f'tag="{head}"', f'tag="{ANY_OF_THE_OFFICE}"']


@pytest.mark.parametrize("general", [False, True], ids=["usual form", "any form"])
def test_the_tag_is_signed(desk: Station, *, general: bool) -> None:
    key, now = desk.journal.key, desk.journal.clock.now()
    target = "http://upstream/v1/office?beat=" + (
        "%7b%7d" if general else "1"
    )  # escapes in small letters: by the library
    prepared = requests.Request("GET", target).prepare()
    prepared.url = target
    sign(prepared, key, now, None, "here")
    headers = {name.lower(): value for name, value in prepared.headers.items()}

    def status(**changed: str) -> int:
        message = ReceivedMessage("GET", target, {**headers, **changed})
        try:
            signing.check(message, lambda _station: key.public_hex, now + timedelta(seconds=1), {"here", "there"})
        except RefusedError as refused:
            return refused.status
        return 200

    about = headers["signature-input"]
    assert status() == 200
    assert status(**{"signature-input": about.replace("here", "there")}) == 401
    assert status(**{"signature-input": about.replace(';tag="here"', "")}) == 401

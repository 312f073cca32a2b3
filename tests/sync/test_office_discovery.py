"""Stations of one office find each other on the network, without an address in the settings."""

import threading
from uuid import uuid4

from sync.office.discovery import Discovery, Found, reachable_host
from sync.office.finding import Finding, FoundOffice

LOOPBACK = ("127.0.0.1",)
PATIENCE_S = 20
OWN, OTHER = (f"{name}-{uuid4().hex}" for name in ("an-phuc", "other"))
"""New in each run: the network may have offices of other runs."""


def test_a_station_finds_the_one_that_serves_its_office_and_no_other() -> None:
    urls: list[str] = []
    found = threading.Event()

    def tell(url: str) -> None:
        urls.append(url)
        found.set()

    stranger = Discovery(OTHER, Found(OTHER, "cafe", 0, "127.0.0.1", 9991), None, interfaces=LOOPBACK)
    office = Discovery(OWN, Found(OWN, "beef", 0, "127.0.0.1", 9992, tls=True), None, interfaces=LOOPBACK)
    desk = Discovery(OWN, None, tell, interfaces=LOOPBACK)
    for one in (stranger, office, desk):
        one.start()
    try:
        assert found.wait(PATIENCE_S)
    finally:
        for one in (stranger, office, desk):
            one.close()
    assert set(urls) == {"https://127.0.0.1:9992"}


def test_the_address_for_others_is_one_by_which_they_reach_it() -> None:
    everywhere = ".".join("0000")
    assert reachable_host("192.168.7.1") == "192.168.7.1"
    assert reachable_host(everywhere) not in (everywhere, "")


def test_a_machine_of_no_office_finds_those_that_there_are_by_their_names() -> None:
    told = threading.Condition()
    offices: dict[str, FoundOffice] = {}

    def tell(one: FoundOffice) -> None:
        with told:
            offices[one.office] = one
            told.notify_all()

    first = Discovery(OWN, Found(OWN, "beef", 0, "127.0.0.1", 9993, "XÃ AN PHÚC"), None, interfaces=LOOPBACK)
    other = Discovery(OTHER, Found(OTHER, "cafe", 2, "127.0.0.1", 9994, "X" * 300), None, interfaces=LOOPBACK)
    finding = Finding(tell, interfaces=LOOPBACK)
    for one in (first, other, finding):
        one.start()
    try:
        with told:
            assert told.wait_for(lambda: {OWN, OTHER} <= offices.keys(), PATIENCE_S)
    finally:
        for one in (finding, first, other):
            one.close()
    assert offices[OWN] == FoundOffice(OWN, "XÃ AN PHÚC", 0, "http://127.0.0.1:9993")
    assert (offices[OTHER].rank, len(offices[OTHER].name)) == (2, 200)

"""A collector whose name can be no name is away, and said to be; the sending goes on once the name is right."""

from pathlib import Path

import pytest

from counter_app.errors import Code
from counter_app.services.security_log import SecurityKind
from counter_app.services.syslog import SyslogForwarder, collector_of
from tests.support.collector import CollectorServer
from tests.support.office import open_office
from tests.support.waiting import until_true


@pytest.mark.parametrize("address", ["tcp://a..b:514", "udp://a..b", f"tls://{'x' * 70}.example"])
def test_a_name_that_can_be_none_is_said_and_nothing_is_lost(tmp_path: Path, address: str) -> None:
    with open_office(tmp_path) as office:
        office.services.security.note(SecurityKind.SIGN_IN_FAILED, officer="ha")
        office.services.security.flush()
        waiting = office.services.security.waiting()
        forwarder = SyslogForwarder(office.journal, 0.02)
        try:
            forwarder.forward_to(collector_of(address))
            until_true(lambda: forwarder.status().fault is Code.SYSLOG_AWAY)
            with CollectorServer() as collector:
                forwarder.forward_to(collector_of(f"tcp://127.0.0.1:{collector.port}"))
                until_true(lambda: len(collector.messages) == waiting)
        finally:
            forwarder.close()

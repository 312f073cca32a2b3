"""What network scanners say is read whatever their dialect, and whatever they say does no harm."""

import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counter_app.ports import ScanMode, ScanRequest, SheetSize
from devices.scanner.escl import job_settings
from devices.scanner.escl_virtual_xml import Model, bomb, capabilities_xml, external, status_xml
from devices.scanner.escl_xml import (
    MAX_BYTES,
    AdfState,
    BadAnswer,
    Capabilities,
    JobSettings,
    JobStatus,
    ScannerStatus,
    Source,
    job_xml,
    parse_capabilities,
    parse_job,
    parse_status,
)

SOURCE = Source(frozenset({ScanMode.GRAY, ScanMode.COLOR}), frozenset({"image/jpeg"}), (75, 300), 2550, 3508)

RANGED = b"""<?xml version="1.0"?>
<s:ScannerCapabilities xmlns:s="urn:whatever" xmlns:p="urn:other">
  <p:Version>2.1</p:Version><p:ModelName>Plain</p:ModelName><s:UUID>URN:UUID:ABCD-1</s:UUID>
  <s:Platen><s:PlatenInputCaps><s:MaxWidth>2480</s:MaxWidth><s:MaxHeight>nonsense</s:MaxHeight>
    <s:SettingProfiles><s:SettingProfile><s:SupportedResolutions><s:ResolutionRange>
      <s:XResolutionRange><s:Min>100</s:Min><s:Max>600</s:Max><s:Step>1</s:Step></s:XResolutionRange>
    </s:ResolutionRange></s:SupportedResolutions></s:SettingProfile></s:SettingProfiles>
  </s:PlatenInputCaps></s:Platen>
</s:ScannerCapabilities>"""


def test_the_namespaces_and_the_gaps_of_other_makers_do_not_matter() -> None:
    found = parse_capabilities(RANGED)

    assert (found.model, found.uuid, found.version) == ("Plain", "abcd-1", "2.1")
    assert found.feeder is None
    assert found.platen is not None
    assert (found.platen.max_width, found.platen.max_height) == (2480, 0)
    assert found.platen.formats == {"image/jpeg"}
    assert [found.platen.nearest(wanted) for wanted in (50, 200, 1200)] == [100, 200, 600]


@pytest.mark.parametrize("wanted, taken", [(50, 75), (75, 75), (76, 300), (200, 300), (1200, 300)])
def test_the_resolution_taken_is_never_less_fine_than_the_one_asked_for_if_there_is_one(
    wanted: int, taken: int
) -> None:
    assert SOURCE.nearest(wanted) == taken


@pytest.mark.parametrize("duplex", [True, False])
@pytest.mark.parametrize("mode", ScanMode)
def test_what_is_asked_of_a_scanner_is_what_it_reads(mode: ScanMode, duplex: bool) -> None:
    job = JobSettings(True, duplex, mode, 300, "image/png", 2480, 3508, "2.63")

    assert parse_job(job_xml(job)) == job


def test_a_region_is_no_larger_than_the_glass() -> None:
    small = Source(SOURCE.modes, SOURCE.formats, SOURCE.resolutions, 2000, 3000)
    can = Capabilities("m", "", "2.0", small, None, None)

    asked = job_settings(can, ScanRequest(300, feeder=False))
    card = job_settings(can, ScanRequest(300, feeder=False, size=SheetSize.CARD))

    assert (asked.width, asked.height) == (2000, 3000)
    assert (card.width, card.height) == (1011, 638)


def test_the_status_of_feeder_and_jobs_is_read() -> None:
    jobs = (JobStatus("/eSCL/ScanJobs/1", "Processing", 2, "JobScanning"),)

    assert parse_status(status_xml("Processing", AdfState.JAM, jobs)) == ScannerStatus("Processing", AdfState.JAM, jobs)
    assert parse_status(b"<ScannerStatus><State>Idle</State><AdfState>Odd</AdfState></ScannerStatus>").adf is None


@pytest.mark.parametrize("data", [bomb(), external("/etc/hostname")])
def test_a_document_with_entities_is_refused_in_no_time_and_no_room(data: bytes) -> None:
    tracemalloc.start()
    try:
        with pytest.raises(BadAnswer, match="dtd"):
            parse_capabilities(data)
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html><body>404</body></html>",
        b"<ScannerCapabilities/>",
        b"<?xml version='1.0' encoding='no-such'?><ScannerCapabilities/>",
        b" " * (MAX_BYTES + 1),
        capabilities_xml(Model(glass=False, feeder=False), "u"),
        b"\xff\xfe" + capabilities_xml(Model(), "u"),
    ],
)
def test_what_is_not_of_this_protocol_is_refused(data: bytes) -> None:
    with pytest.raises(BadAnswer):
        parse_capabilities(data)


def test_elements_inside_each_other_without_end_do_no_harm() -> None:
    depth = MAX_BYTES // 8
    deep = b"<a>" * depth + b"</a>" * depth

    with pytest.raises(BadAnswer):
        parse_capabilities(deep)


@settings(max_examples=200)
@given(
    st.binary(max_size=300),
    st.integers(0, 2000),
    st.integers(0, 40),
    st.sampled_from([capabilities_xml(Model(), "u"), RANGED, status_xml("Idle", AdfState.EMPTY, ())]),
)
def test_any_bytes_are_read_or_refused(noise: bytes, at: int, cut: int, whole: bytes) -> None:
    damaged = whole[:at] + noise + whole[at + cut :]
    for read in (parse_capabilities, parse_status, parse_job):
        try:
            read(damaged)
        except BadAnswer:
            continue

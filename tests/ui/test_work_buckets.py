"""The work list sorted: what is late, what waits for whom, how much time is used."""

from datetime import datetime, timedelta

import pytest

from tests.support.office import OpenOffice
from tests.ui.process_kit import given, local, name_steps, submitted, taken
from ui.desk.process.reading import read_work
from ui.desk.process.work import Bucket, Nearness, Stage, nearness


@pytest.fixture(autouse=True)
def steps(office: OpenOffice) -> None:
    """Give the procedure the office's own steps."""
    name_steps(office)


@pytest.mark.parametrize(
    "due, now, near",
    [
        (local(23, "11:00"), local(23, "10:59:59"), Nearness.TODAY),
        (local(23, "11:00"), local(23, "11:00"), Nearness.TODAY),  # the very instant is in time
        (local(23, "11:00"), local(23, "11:00") + timedelta(microseconds=1), Nearness.LATE),
        (local(23, "00:00"), local(22, "23:59"), Nearness.SOON),  # Sunday: Monday is the next working day
        (local(23, "00:00"), local(23, "00:00"), Nearness.TODAY),
        (local(25, "17:00"), local(23, "08:00"), Nearness.SOON),  # over the holiday
        (local(26, "07:00"), local(23, "08:00"), Nearness.LATER),
        (local(26, "07:00"), local(24, "08:00"), Nearness.LATER),
        (local(26, "07:00"), local(25, "08:00"), Nearness.SOON),
        (None, local(23, "08:00"), Nearness.NONE),
    ],
)
def test_what_is_due_is_near_to_the_instant(
    office: OpenOffice, due: datetime | None, now: datetime, near: Nearness
) -> None:
    assert nearness(due, now, office.services.calendar.calendar()) is near


def test_each_dossier_is_in_the_bucket_of_what_it_waits_for(office: OpenOffice) -> None:
    acts = office.services.lifecycle
    expected = {
        given(office).id: Stage.TAKING,
        taken(office).id: Stage.WORK,
        acts.request_supplement(taken(office).id, "ha", ("Tờ khai",), "thiếu chữ ký").id: Stage.SUPPLEMENT,
        acts.request_payment(taken(office).id, "ha", 15_000, "lệ phí").id: Stage.PAYMENT,
        acts.request_withdrawal(taken(office).id, "ha", "Nguyễn Thị Hậu", "thôi").id: Stage.WITHDRAWING,
        acts.mark_ready(taken(office).id, "ha", signer="son").id: Stage.RESULT,
    }
    with_leader = submitted(office).id
    approved = acts.approve(submitted(office).id, "son")
    expected[acts.hand_over(approved.id, "son", "ha", step=3).id] = Stage.TAKING
    given(office, taker="lan")  # somebody else's
    ended = acts.return_result(acts.mark_ready(taken(office).id, "ha", signer="son").id, "ha", "Nguyễn Thị Hậu")
    ha, son = (one for one in office.services.officers.all() if one.id in ("ha", "son"))
    read = read_work(office.services, ha, department=False)
    found = {row.dossier.id: row for row in read.rows}
    assert {key: row.stage for key, row in found.items() if not row.with_leader} == expected
    assert found[with_leader].with_leader
    assert ended.id not in found
    assert read.counts[Bucket.ALL] == len(expected)
    assert read.counts[Bucket.TAKING] == 2
    assert read.counts[Bucket.SIGNING] == 1
    assert read.counts[Bucket.WORK] == 2, "what is asked back still has to be stopped by somebody"
    running = sum(read.counts[one] for one in (Bucket.LATE, Bucket.TODAY, Bucket.SOON, Bucket.LATER))
    assert running == 4, "what waits for the citizen, and what is done, has no clock that runs"
    leads = read_work(office.services, son, department=False)
    assert [row.stage for row in leads.rows] == [Stage.APPROVAL]


def test_time_used_and_left_is_working_time(office: OpenOffice) -> None:
    given(office)  # Monday 08:55, eight hours for the step: to Wednesday 08:55, as Tuesday is a holiday
    office.clock.set(local(25, "07:30"))
    ha = next(one for one in office.services.officers.all() if one.id == "ha")
    (row,) = read_work(office.services, ha, department=False).rows
    assert row.allowed == timedelta(hours=8)
    assert row.used + row.left == timedelta(hours=8)
    assert row.nearness is Nearness.TODAY
    assert (row.step, row.number, row.steps, row.giver) == ("Kiểm tra, xác minh", 2, 4, "Phạm Quang Minh")

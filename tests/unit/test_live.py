"""What the manager sees of the office."""

from datetime import timedelta

from sqlalchemy import event

from counter_app.domain.facts import RatingSource
from counter_app.domain.queue_facts import DeskState, KioskMode
from tests.support.office import OpenOffice


def test_an_office_that_has_not_begun_shows_its_desks_and_groups(office: OpenOffice) -> None:
    seen = office.services.live.view()
    assert (seen.day, seen.waiting, seen.at_desks, seen.ratings) == (None, 0, 0, (0, 0, 0, 0, 0))
    assert [desk.number for desk in seen.desks] == [one.number for one in office.services.queue_choices.desks()]
    assert {one.seat for one in seen.desks} == {None}
    assert [one.group.id for one in seen.groups] == [one.group.id for one in office.services.queue_choices.groups()]


def test_each_desk_shows_its_officer_its_ticket_and_its_work_so_far(office: OpenOffice) -> None:
    queue, group = office.services.queue, office.services.queue_choices.groups()[0].group.id
    for number in range(3):
        queue.take_number(group, command=f"{number:032x}")
    first = queue.call_next(1, "ha", command="a" * 32)
    queue.start_service(first.id, 1, "ha")
    office.clock.move(timedelta(minutes=8))
    rating = queue.finish(first.id, "ha")
    office.services.ratings.give(rating.id, 5, RatingSource.SCREEN)
    second = queue.call_next(1, "ha", command="b" * 32)
    queue.miss(second.id, "ha")
    queue.call_next(1, "ha", command="c" * 32)
    queue.set_desk(2, "minh", DeskState.BREAK)
    seen = office.services.live.view()
    one, two = seen.desks[0], seen.desks[1]
    assert (one.officer, one.served, one.mean_service_s, one.ratings) == (
        next(one.name for one in office.services.officers.all() if one.id == "ha"),
        1,
        480.0,
        (0, 0, 0, 0, 1),
    )
    assert one.ticket is not None
    assert one.ticket.number == 3
    assert (two.seat.state if two.seat else None, two.ticket, two.served) == (DeskState.BREAK, None, 0)
    mine = seen.groups[0]
    assert (mine.issued, mine.waiting, mine.served, mine.missed, mine.cancelled) == (3, 0, 1, 1, 0)
    assert (seen.ratings, seen.at_desks) == ((0, 0, 0, 0, 1), 1)


def test_an_officers_word_about_the_kiosk_is_seen(office: OpenOffice) -> None:
    office.services.queue.switch_kiosk(KioskMode.CLOSED, "son", "Mất điện, mời ông/bà quay lại lúc 14:00")
    seen = office.services.live.view()
    assert not seen.opening.open
    assert seen.opening.note == "Mất điện, mời ông/bà quay lại lúc 14:00"


def test_what_was_on_other_days_is_not_read(office: OpenOffice) -> None:
    queue, group = office.services.queue, office.services.queue_choices.groups()[0].group.id
    for number in range(2):
        queue.take_number(group, command=f"{number:032x}")
        ticket = queue.call_next(1, "ha", command=f"{100 + number:032x}")
        queue.start_service(ticket.id, 1, "ha")
        queue.finish(ticket.id, "ha")
    asked: list[tuple[str, tuple[object, ...]]] = []

    def note(_connection: object, _cursor: object, query: str, values: tuple[object, ...], *_more: object) -> None:
        asked.append((query, values))

    engine = office.journal.database._engine
    event.listen(engine, "before_cursor_execute", note)
    office.services.live.view()
    office.services.rule_trial.days()
    office.services.stations.all()
    event.remove(engine, "before_cursor_execute", note)
    selects = [(query, values) for query, values in asked if query.lstrip().upper().startswith(("SELECT", "WITH"))]
    assert len(selects) > 10
    with office.journal.database.read() as connection:
        for query, values in selects:
            plan = [row.detail for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}", values)]
            whole = [one for one in plan if one.startswith("SCAN") and one.split()[1] in _GROWS]
            assert whole == [], query


_GROWS = ("journal", "tickets", "ratings", "calls", "dossiers", "feed")

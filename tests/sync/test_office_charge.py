"""Who keeps the queue: the rules, played by many stations without sockets. The play checks that two never call."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sync.charge_play import TAKEOVER_S, Play

OFFICE = (0, 1, None, None, None)


def _at_work(ranks: tuple[int | None, ...] = OFFICE, **kwargs: float) -> Play:
    play = Play(ranks, **kwargs)  # type: ignore[arg-type]
    play.run(TAKEOVER_S + 4)
    assert play.calling() == ["s0"]
    return play


def test_the_first_takes_the_queue_and_everybody_follows_it() -> None:
    play = _at_work()
    assert [play.following(f"s{at}") for at in range(1, 5)] == ["s0"] * 4


def test_one_office_station_without_a_standby_needs_nobody() -> None:
    play = _at_work((0, None, None))
    play.split("0", "12")
    play.run(700)
    assert play.calling() == ["s0"]


def test_the_standby_takes_over_soon_after_the_time_that_the_office_chose() -> None:
    play = _at_work()
    died = play.now
    play.stop("s0")
    play.run(TAKEOVER_S - 1)
    assert play.calling() == []
    play.run(8)
    assert play.calling() == ["s1"]
    assert TAKEOVER_S < play.takeovers[-1][0] - died < TAKEOVER_S + 3
    assert play.following("s4") == "s1"


def test_a_standby_that_alone_hears_nothing_leaves_the_queue_where_it_is() -> None:
    play = _at_work()
    play.split("0234", "1")
    play.run(60)
    assert (play.in_charge(), play.calling()) == (["s0"], ["s0"])


def test_in_a_split_only_the_larger_part_calls_and_both_give_numbers() -> None:
    play = _at_work()
    play.split("02", "134")
    play.run(30)
    assert (play.in_charge(), play.calling()) == (["s0", "s1"], ["s1"])
    play.heal()
    play.run(10)
    assert (play.in_charge(), play.calling()) == (["s0"], ["s0"])


def test_an_office_of_two_machines_stays_where_it_is() -> None:
    play = _at_work((0, 1))
    play.split("0", "1")
    play.run(60)
    assert (play.in_charge(), play.calling()) == (["s0"], ["s0"])


def test_an_officer_takes_over_by_hand_where_no_election_can() -> None:
    play = _at_work((0, 1))
    play.stop("s0")
    play.run(30)
    assert play.calling() == []
    standby = play.machines["s1"].charge
    standby.took(standby.top_term + 1, play.now, forced=True)
    play.run(5)
    assert play.calling() == ["s1"]


def test_who_was_away_gets_the_queue_back_and_says_so_with_a_new_term() -> None:
    play = _at_work()
    play.stop("s0")
    play.run(20)
    play.restart("s0")
    play.run(10)
    assert play.calling() == ["s0"]
    assert [term for _, _, term in play.takeovers] == [1, 2, 3]


def test_a_short_restart_of_the_first_changes_nothing() -> None:
    play = _at_work()
    play.restart("s0")
    play.run(6)
    assert play.calling() == ["s0"]
    assert [term for _, _, term in play.takeovers] == [1]


def test_who_took_over_by_hand_keeps_the_queue_while_the_first_hears_it() -> None:
    play = _at_work()
    standby = play.machines["s1"].charge
    standby.took(standby.top_term + 1, play.now, forced=True)
    play.run(40)
    assert play.in_charge() == ["s1"]


_PARTS = st.sampled_from([("01234",), ("0", "1234"), ("01", "234"), ("02", "134"), ("023", "14"), ("0234", "1")])
_ACTS = st.lists(
    st.tuples(
        st.one_of(
            _PARTS.map(lambda parts: ("split", *parts)),
            st.sampled_from([f"s{at}" for at in range(5)]).map(lambda name: ("restart", name)),
            st.sampled_from(["s0", "s1", "s2"]).map(lambda name: ("stop", name)),
        ),
        st.floats(0.3, 40),
    ),
    max_size=8,
)


@settings(max_examples=60)
@given(acts=_ACTS, seed=st.integers(0, 999), late=st.sampled_from([0.0, 0.4, 1.4]), second=st.sampled_from([1, 2]))
def test_whatever_is_cut_stopped_or_restarted_two_stations_never_call(
    acts: list[tuple[tuple[str, ...], float]], seed: int, late: float, second: int
) -> None:
    ranks = (0, 1, second if second == 2 else None, None, None)
    play = Play(ranks, seed=seed, late_s=late)
    play.run(6)
    for (act, *names), seconds in acts:
        if act == "split":
            play.split(*names)
        elif act == "restart":
            play.restart(names[0])
        else:
            play.stop(names[0])
        play.run(seconds)
    play.heal()
    for name, machine in play.machines.items():
        if not machine.up:
            play.restart(name)
    play.run(4 * TAKEOVER_S)
    assert play.calling() == ["s0"] or play.machines["s0"].charge.standing.value != "in-charge"
    assert len(play.calling()) == 1

"""Changes of a form's pages: nothing is lost, and every step goes back."""

import string

from hypothesis import given
from hypothesis import strategies as st

from counter_app.documents.separators import Separator
from counter_app.domain.procedures import PaperForm
from counter_app.services import page_edits as edits
from counter_app.services.drafts import Draft, DraftPage, DraftPaper, PageEdit
from counter_app.services.page_edits import Doubt
from counter_app.services.page_placing import Placing, place_page


def page(name: str, **marks: bool) -> DraftPage:
    return DraftPage(name, 1, **marks)


def paper(pages: str = "", name: str = "Tờ khai", **more: object) -> DraftPaper:
    row = tuple(page(one) for one in pages)
    return DraftPaper(name, PaperForm.ORIGINAL, 1, True, "", True, pages=row, **more)  # type: ignore[arg-type]


def draft(*rows: str) -> Draft:
    return Draft("d", papers=tuple(paper(row, f"Giấy {place}") for place, row in enumerate(rows)))


def rows(of: Draft) -> list[str]:
    return ["".join(one.sha256 for one in row.pages) for row in of.papers]


def test_a_page_goes_before_another_or_to_the_end() -> None:
    assert rows(edits.insert(draft("abc"), 0, 1, page("x"))) == ["axbc"]
    assert rows(edits.insert(draft("abc"), 0, 99, page("x"))) == ["abcx"]


def test_pages_taken_out_come_back_where_they_were() -> None:
    before = draft("abcd")
    after = edits.remove(before, 0, (1, 2))
    assert rows(after) == ["ad"]
    once = edits.restore(after)
    assert rows(once) == ["abd"]
    again = edits.restore(once)
    assert (rows(again), again.removed) == (["abcd"], ())
    assert edits.restore(again) == again


def test_a_replaced_page_is_kept_and_its_marks_stay() -> None:
    before = Draft("d", papers=(DraftPaper("t", PaperForm.ORIGINAL, 1, True, "", True, (page("a", noted=True),)),))
    after = edits.put_instead(before, 0, 0, page("x"))
    assert after.papers[0].pages == (page("x", noted=True),)
    assert [one.page.sha256 for one in after.removed] == ["a"]


def test_pages_move_in_their_order() -> None:
    assert rows(edits.move(draft("abcde"), 0, (1, 3), 0)) == ["bdace"]
    assert rows(edits.move(draft("abcde"), 0, (0, 1), 4)) == ["cdabe"]
    assert rows(edits.move(draft("abcde"), 0, (0,), 5)) == ["bcdea"]
    assert rows(edits.move_to_row(draft("abc", "x"), 0, (0, 2), 1)) == ["b", "xac"]


def test_backs_of_a_turned_pile_go_between_their_fronts() -> None:
    assert rows(edits.interleave(draft("pABCcbaz"), 0, 1, 3)) == ["pAaBbCcz"]
    assert rows(edits.interleave(draft("ABb"), 0, 0, 2)) == ["ABb"]


def test_a_turned_page_keeps_its_crop() -> None:
    edit = PageEdit(0, 1.5, (0.1, 0.2, 0.7, 0.9))
    once = edits.turned(edit, 1)
    assert once.turns == 1
    assert [round(share, 6) for share in once.crop] == [0.1, 0.1, 0.8, 0.7]
    again = edits.turned(edits.turned(once, -1), 4)
    assert (again.turns, again.angle) == (0, 1.5)
    assert [round(share, 6) for share in again.crop] == [0.1, 0.2, 0.7, 0.9]


def test_pictures_that_no_page_shows_go_with_the_form() -> None:
    before = draft("ab")
    changed = edits.change(before, 0, 0, DraftPage("turned", 1, original="a", original_size=1))
    assert changed.spare == ()
    joined = edits.join(changed, 0, 0, page("both"))
    assert edits.blobs_of(joined) == {"both", "turned", "a", "b"}
    assert edits.left_over(joined) == {"turned", "a", "b"}


def test_another_checklist_keeps_pages_of_the_same_paper_and_loses_no_other() -> None:
    before = Draft("d", papers=(paper("ab", "Tờ khai", sides=3), paper("x", "Hộ chiếu")))
    after = edits.carry(before, (paper("", "Ảnh"), paper("", "Tờ khai")))
    assert rows(after) == ["", "ab"]
    assert after.papers[1].sides == 3
    assert [one.page.sha256 for one in after.removed] == ["x"]


def test_as_many_pictures_as_pages_and_two_of_a_page_with_a_note() -> None:
    assert edits.page_doubt(0, paper("ab")) is None
    few = edits.page_doubt(0, paper("ab", sides=3))
    assert few is not None
    assert (few.doubt, few.have, few.wanted) == (Doubt.TOO_FEW, 2, 3)
    many = edits.page_doubt(0, paper("abcd", sides=3))
    assert many is not None
    assert many.doubt is Doubt.TOO_MANY
    noted = Draft("d", papers=(paper("abc", sides=3),))
    noted = edits.mark_noted(noted, 0, (1,), noted=True)
    lacking = edits.page_doubt(0, noted.papers[0])
    assert lacking is not None
    assert (lacking.doubt, lacking.wanted) == (Doubt.NO_TWIN, 4)
    twin = edits.insert(noted, 0, 2, page("n", bare=True))
    assert edits.page_doubts(twin) == ()


def test_what_is_only_shown_or_filed_electronically_need_not_be_scanned() -> None:
    for form in (PaperForm.PRESENTED, PaperForm.ELECTRONIC):
        shown = DraftPaper("Thẻ căn cước", form, 1, True, "", True, sides=2)
        assert not edits.is_scanned(shown)
        assert edits.page_doubt(0, shown) is None


def test_a_pile_is_parted_by_separator_sheets() -> None:
    pile = ["-", "a", "b", "-", "c", "3", "d", "1", "e"]
    form, placing = draft("", "", ""), Placing(0, separators=True)
    for sheet in pile:
        said = Separator(int(sheet)) if sheet.isdecimal() else Separator() if sheet == "-" else None
        placed = place_page(form, placing, page(sheet), said)
        form, placing = placed.draft, placed.placing
    assert rows(form) == ["abe", "c", "d"]
    assert [one.separator for one in form.removed] == [True] * 4


def test_a_pile_is_parted_every_so_many_pages_and_the_last_paper_takes_the_rest() -> None:
    form, placing = draft("", "", ""), Placing(0, every=2)
    shown = DraftPaper("Thẻ", PaperForm.PRESENTED, 1, True, "", True)
    form = Draft("d", papers=(form.papers[0], shown, form.papers[2]))
    for sheet in "abcdef":
        placed = place_page(form, placing, page(sheet))
        form, placing = placed.draft, placed.placing
    assert rows(form) == ["ab", "", "cdef"]


def test_the_first_page_takes_the_place_and_more_of_them_follow_it() -> None:
    form, placing = draft("abc"), Placing(0, 1, instead=True)
    for sheet in "xy":
        placed = place_page(form, placing, page(sheet))
        form, placing = placed.draft, placed.placing
    assert rows(form) == ["axyc"]
    assert [one.page.sha256 for one in form.removed] == ["b"]


_PLACES = st.sets(st.integers(0, 9))
_STEP = st.one_of(
    st.tuples(st.just("remove"), st.integers(0, 2), _PLACES),
    st.tuples(st.just("restore"), st.just(0), st.just(set())),
    st.tuples(st.just("move"), st.integers(0, 2), _PLACES),
    st.tuples(st.just("send"), st.integers(0, 2), _PLACES),
    st.tuples(st.just("note"), st.integers(0, 2), _PLACES),
)


def _do(form: Draft, step: tuple[str, int, set[int]]) -> Draft:
    what, row, places = step
    match what:
        case "remove":
            return edits.remove(form, row, places)
        case "restore":
            return edits.restore(form)
        case "move":
            return edits.move(form, row, places, min(places, default=0))
        case "send":
            return edits.move_to_row(form, row, places, (row + 1) % 3)
        case _:
            return edits.mark_noted(form, row, places, noted=True)


@given(st.lists(_STEP, max_size=12))
def test_whatever_is_done_no_page_is_lost_or_doubled_and_every_step_goes_back(
    steps: list[tuple[str, int, set[int]]],
) -> None:
    form = draft(string.ascii_lowercase[:6], string.ascii_lowercase[6:9], "")
    all_of_them = sorted("".join(rows(form)))
    past = []
    for step in steps:
        past.append(edits.pages_of(form))
        form = _do(form, step)
        there = "".join(rows(form)) + "".join(one.page.sha256 for one in form.removed)
        assert sorted(there) == all_of_them
    while past:
        form = edits.with_pages(form, past.pop())
    assert rows(form) == [string.ascii_lowercase[:6], string.ascii_lowercase[6:9], ""]
    assert form.removed == ()

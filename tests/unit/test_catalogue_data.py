import re
import unicodedata
from collections import Counter
from importlib.resources import files

from counter_app.domain.procedures import FeeUnit, PaperForm, Procedure, Term, TermUnit
from counter_app.domain.text import fold
from counter_app.services.catalogue_check import flaws
from counter_app.services.catalogue_crawl import load_corrections
from counter_app.services.catalogue_data import load_groups, load_procedures
from counter_app.services.catalogue_papers import LONGEST_CONDITION, LONGEST_PAPER
from counter_app.services.catalogue_repair import LONGEST_NAME

PROCEDURES = load_procedures()
GROUPS = load_groups()
BY_CODE = {procedure.code: procedure for procedure in PROCEDURES}
NOISE = re.compile(r"\(\?\)|\.docx?|nguồn không ghi|  |\($|^\W|[;,:]$|Mẫu số$")


def _texts(procedure: Procedure) -> list[str]:
    of_papers = [text for paper in procedure.papers for text in (paper.name, paper.condition)]
    fields = [procedure.name, procedure.field, procedure.result, procedure.fee.note, *procedure.aliases]
    return [text for text in (*fields, *of_papers) if text]


def test_the_kiosk_has_eight_groups_lettered_a_to_h() -> None:
    assert "".join(group.prefix for group in GROUPS) == "ABCDEFGH"
    assert [group.short_name for group in GROUPS][:3] == ["Hộ tịch", "Chứng thực", "Đất đai"]
    assert len({group.id for group in GROUPS}) == 8


def test_every_group_has_its_icon_and_both_languages() -> None:
    for group in GROUPS:
        assert (files("resources") / "icons" / f"{group.icon}.svg").is_file(), group.icon
        assert group.name_en.isascii()
        assert group.short_name_en.isascii()


def test_there_are_enough_procedures_each_once() -> None:
    assert len(PROCEDURES) == 353 - 8 + 3  # the crawl, without eight announcements of lists, and three by hand
    assert len(BY_CODE) == len(PROCEDURES)


def test_only_one_name_is_published_under_several_codes() -> None:
    names = Counter((procedure.name, procedure.group) for procedure in PROCEDURES)
    assert [name for (name, _), times in names.items() if times > 1] == ["Hỗ trợ phát triển sản xuất cộng đồng"]


def test_every_procedure_can_stand_in_the_catalogue() -> None:
    groups = {group.id for group in GROUPS}
    assert {procedure.code: flaws(procedure, groups) for procedure in PROCEDURES if flaws(procedure, groups)} == {}


def test_a_shortened_name_has_the_whole_one_beside_it() -> None:
    cut = [procedure for procedure in PROCEDURES if procedure.name.endswith("…")]
    assert cut
    assert all(len(procedure.official) > len(procedure.name) for procedure in cut)


def test_what_the_source_does_not_say_is_unset_and_not_guessed() -> None:
    unset = [procedure for procedure in PROCEDURES if procedure.term.unit is TermUnit.UNSET]
    assert 5 <= len(unset) <= 25
    assert not any(procedure.popular for procedure in unset)
    assert not any(term.term == procedure.term for procedure in PROCEDURES for term in procedure.terms)


def test_alternatives_are_named_together() -> None:
    for procedure in PROCEDURES:
        choices = Counter(paper.choice for paper in procedure.papers if paper.choice)
        assert all(times > 1 for times in choices.values()), procedure.code


def test_every_procedure_is_in_a_group_and_every_group_has_an_often_asked_one() -> None:
    ids = {group.id for group in GROUPS}
    assert {procedure.group for procedure in PROCEDURES} == ids
    assert {procedure.group for procedure in PROCEDURES if procedure.popular} == ids


def test_every_procedure_with_papers_needs_one_always() -> None:
    without = [procedure for procedure in PROCEDURES if not procedure.papers]
    assert len(without) < 25  # social insurance, whose pages list none
    assert not any(procedure.popular for procedure in without)
    for procedure in PROCEDURES:
        assert not procedure.papers or any(paper.required for paper in procedure.papers), procedure.code
        names = [fold(paper.name) for paper in procedure.papers]
        assert len(set(names)) == len(names), procedure.code


def test_a_paper_is_conditional_exactly_if_it_says_when() -> None:
    for procedure in PROCEDURES:
        for paper in procedure.papers:
            assert paper.required == (not paper.condition), (procedure.code, paper.name)


def test_names_do_not_begin_with_the_word_procedure() -> None:
    for procedure in PROCEDURES:
        assert not fold(procedure.name).startswith("thu tuc"), procedure.code
        assert procedure.name[0].isupper()


def test_no_text_is_noise_or_too_long() -> None:
    for procedure in PROCEDURES:
        assert len(procedure.name) <= LONGEST_NAME
        for text in _texts(procedure):
            assert NOISE.search(text) is None, (procedure.code, text)
            assert text.count("(") <= text.count(")"), (procedure.code, text)
            assert text == unicodedata.normalize("NFC", text.strip()), (procedure.code, text)
            assert not any(unicodedata.category(char) == "Cf" for char in text), (procedure.code, text)
        for paper in procedure.papers:
            assert len(paper.name) <= LONGEST_PAPER
            assert len(paper.condition) <= LONGEST_CONDITION
            assert 1 <= paper.copies <= 9


def test_terms_and_fees_are_in_range() -> None:
    for procedure in PROCEDURES:
        assert procedure.term.unit is TermUnit.UNSET or 1 <= procedure.term.amount <= 90
        assert procedure.fee.amount % 1000 == 0
        if procedure.term.same_day_until is not None:
            assert (procedure.term.unit, procedure.term.amount) == (TermUnit.WORKING_DAY, 1)


def test_the_single_status_certificate_is_as_the_desk_shows_it() -> None:
    single = BY_CODE["1.004873"]
    assert single.name == "Cấp Giấy xác nhận tình trạng hôn nhân"
    assert single.term == Term(3)
    assert (single.fee.amount, single.fee.unit) == (15_000, FeeUnit.COPY)
    assert [(paper.name, paper.form, paper.required) for paper in single.papers] == [
        ("Tờ khai theo mẫu", PaperForm.ORIGINAL, True),
        ("Trích lục ghi chú ly hôn", PaperForm.CERTIFIED, False),
        ("Văn bản ủy quyền", PaperForm.ORIGINAL, False),
        ("Thẻ căn cước", PaperForm.PRESENTED, True),
    ]
    assert "giấy độc thân" in single.aliases


def test_the_catalogue_holds_every_reviewed_correction() -> None:
    for correction in load_corrections():
        procedure = BY_CODE[correction.code]
        for name, value in correction.values().items():
            assert getattr(procedure, name) == value, (correction.code, name)


def test_usual_words_point_to_one_procedure() -> None:
    words = [fold(alias) for procedure in PROCEDURES for alias in procedure.aliases]
    assert sorted(words) == sorted(set(words))

"""Names of files: what archives refuse never comes out, and what tells two papers apart stays."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.file_names import LONGEST, paper_file_name

DAY = date(2026, 11, 23)
CODES = st.from_regex(r"[A-Z][0-9]{2}(\.[0-9A-Z]{1,4}){0,6}-[0-9]{6}-[0-9]{4,8}", fullmatch=True)


@pytest.mark.parametrize(
    "code, number, paper, name",
    [
        ("H99.17-261123-030001", 1, "Tờ khai đăng ký khai sinh", "H99-17-261123-030001_20261123_01-to-khai-dang.pdf"),
        ("H99.17-261123-030001", 12, "Đơn", "H99-17-261123-030001_20261123_12-don.pdf"),
        ("H99.17-261123-030001", 2, "Giấy/CN: \\..\\đất?*", "H99-17-261123-030001_20261123_02-giay-cn-dat.pdf"),
        ("H99.17-261123-030001", 3, "†‡", "H99-17-261123-030001_20261123_03.pdf"),
        ("", 1, "Giấy chứng sinh", "HO-SO_20261123_01-giay-chung-sinh.pdf"),
        ("000.00.06.H56-231027-0361", 1, "Phiếu", "00-06-H56-231027-0361_20261123_01-phieu.pdf"),
    ],
)
def test_names_say_dossier_day_and_paper(code: str, number: int, paper: str, name: str) -> None:
    assert paper_file_name(code, DAY, number, paper) == name


@given(CODES | st.text(max_size=60), st.integers(1, 99), st.text(max_size=200))
def test_every_name_is_one_that_archives_take(code: str, number: int, paper: str) -> None:
    name = paper_file_name(code, DAY, number, paper)
    assert len(name) <= LONGEST
    assert re.fullmatch(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*_20261123_[0-9]{2}(-[a-z0-9]+)*\.pdf", name)


@given(CODES, st.text(max_size=200), st.integers(1, 98))
def test_two_papers_of_a_dossier_never_share_a_name(code: str, paper: str, number: int) -> None:
    assert paper_file_name(code, DAY, number, paper) != paper_file_name(code, DAY, number + 1, paper)


@given(CODES)
def test_the_number_of_the_dossier_is_never_cut(code: str) -> None:
    day, number = code.split("-")[-2:]
    assert f"{day}-{number}_" in paper_file_name(code, DAY, 1, "Bản chính giấy chứng nhận quyền sử dụng đất")

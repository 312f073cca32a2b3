from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.text import fold

_VIETNAMESE = "aăâbcdđeêghiklmnoôơpqrstuưvxy" + "áàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"


def test_people_find_words_without_typing_diacritics() -> None:
    assert fold("Giấy  ĐỘC THÂN ") == "giay doc than"
    assert fold("Trích lục ghi chú ly hôn") == "trich luc ghi chu ly hon"


def test_composed_and_decomposed_letters_are_the_same() -> None:
    assert fold("Đa\u0306ng ky\u0301") == fold("Đăng ký") == "dang ky"


@given(st.text(alphabet=_VIETNAMESE + _VIETNAMESE.upper() + " 0123456789"))
def test_every_vietnamese_letter_becomes_ascii(text: str) -> None:
    assert fold(text).isascii()


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)

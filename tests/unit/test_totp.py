"""The code of the telephone is the one of RFC 6238, and a step counts once."""

from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from counter_app.domain.totp import STEP_S, address, code_at, matching_step, step_of, typed_key

KEY = b"12345678901234567890"
# RFC 6238, appendix B, SHA-1: the last six of its eight digits are the code of six digits.
VECTORS = {
    59: "94287082",
    1111111109: "07081804",
    1111111111: "14050471",
    1234567890: "89005924",
    2000000000: "69279037",
    20000000000: "65353130",
}


@pytest.mark.parametrize("second, code", VECTORS.items())
def test_the_codes_are_those_of_the_rfc(second: int, code: str) -> None:
    at = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=second)
    assert code_at(KEY, step_of(at)) == code[-6:]
    assert matching_step(KEY, code[-6:], at) == step_of(at)


@pytest.mark.parametrize("steps, counts", [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_a_telephone_may_be_one_step_ahead_or_behind(steps: int, counts: bool) -> None:
    at = datetime(2026, 11, 23, 2, tzinfo=UTC)
    code = code_at(KEY, step_of(at) + steps)
    assert (matching_step(KEY, code, at) is not None) == counts


def test_a_code_that_was_used_is_refused_and_so_is_an_older_one() -> None:
    at = datetime(2026, 11, 23, 2, tzinfo=UTC)
    used = matching_step(KEY, code_at(KEY, step_of(at)), at)
    assert used is not None
    assert matching_step(KEY, code_at(KEY, used), at, used) is None
    assert matching_step(KEY, code_at(KEY, used - 1), at, used) is None
    later = at + timedelta(seconds=STEP_S)
    assert matching_step(KEY, code_at(KEY, used + 1), later, used) == used + 1


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "abcdef", "١٢٣٤٥٦"])
def test_what_is_no_code_matches_nothing(typed: str) -> None:
    assert matching_step(KEY, typed, datetime(2026, 11, 23, 2, tzinfo=UTC)) is None


def test_the_qr_code_says_whose_key_it_is_in_any_letters() -> None:
    parts = urlsplit(address(KEY, "Vũ Hoàng Sơn", "XÃ AN PHÚC"))
    assert (parts.scheme, parts.netloc) == ("otpauth", "totp")
    assert unquote(parts.path) == "/XÃ AN PHÚC:Vũ Hoàng Sơn"
    assert parse_qs(parts.query) == {"secret": ["GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"], "issuer": ["XÃ AN PHÚC"]}


def test_the_key_is_typed_in_groups_of_four() -> None:
    assert typed_key(KEY) == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ"

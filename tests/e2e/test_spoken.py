"""The screens of safety as a screen reader gets them, worked by keyboard through a real X server and a real bus."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.test_windows import Screen
from tests.support.spoken_screens import CITIZEN, SECRET, WRONG

Told = list[dict[str, Any]]
Found = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Found]:
    folder = tmp_path_factory.mktemp("spoken")
    session = shutil.which("dbus-run-session")
    assert session is not None, "dbus-run-session is missing: run .ci/debian-packages"
    screen = Screen()
    try:
        yield json.loads(listen(session, screen, folder))
    finally:
        screen.close()


def listen(session: str, screen: Screen, folder: Path) -> str:
    around = {**os.environ, "DISPLAY": screen.name, "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    around.pop("AT_SPI_BUS_ADDRESS", None)
    told = str(folder / "told")
    command = [session, "--", sys.executable, "-m", "tests.support.spoken_screens", str(folder / "office"), told]
    done = subprocess.run(command, env=around, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    return (folder / "told").read_text()


def scenes(found: Found) -> dict[str, dict[str, Told]]:
    return {name: one for name, one in found.items() if "tree" in one}


def controls(found: Found, scene: str) -> set[tuple[str, str]]:
    """Role and name of whatever Tab or an arrow reaches on a screen."""
    return {(one["role"], one["name"]) for one in found[scene]["tree"] if one["focusable"]}


def stops(found: Found, scene: str) -> list[str]:
    """The names of what Tab stops at, in order."""
    return [one["name"] for one in found[scene]["stops"]]


def said(found: Found, scene: str) -> str:
    """What was announced, and what came with the focus."""
    heard = found[scene]["heard"]
    return " | ".join(
        f"{one['name']} {one['description']}" if one["what"] == "focus" else one["text"]
        for one in heard
        if one["what"] != "typed"
    )


def urgent(found: Found, scene: str) -> str:
    """What interrupts whatever is being read."""
    return " | ".join(one["text"] for one in found[scene]["heard"] if one["what"] == "said" and one["urgent"])


def words(found: Found, scene: str) -> str:
    """Every name, description and text that shows."""
    return "\n".join(f"{one['name']} {one['description']} {one['text']}" for one in found[scene]["tree"])


def focus(found: Found, scene: str) -> str:
    """The name of what has the keys."""
    (name,) = [one["name"] for one in found[scene]["tree"] if one["focused"] and one["focusable"]]
    return str(name)


def test_every_control_of_every_screen_has_a_role_and_a_name(found: Found) -> None:
    looked = [scene for scene, one in scenes(found).items() if one["tree"]]
    assert len(looked) > 20
    for scene in looked:
        spoken = controls(found, scene)
        assert spoken, scene
        assert not [one for one in spoken if one[0] in ("", "unknown", "invalid", "filler") or not one[1]], scene


def test_every_window_sheet_and_notice_is_spoken_as_what_it_is(found: Found) -> None:
    for scene, one in scenes(found).items():
        assert not one["tree"] or one["tree"][0]["role"] in ("frame", "window"), scene
    for scene, name in (("account", "Tài khoản của tôi"), ("lock", "Quầy 3 đang khóa"), ("hall-door", "Đóng màn hình")):
        assert any(name in told["name"] for told in found[scene]["tree"] if told["role"] == "dialog"), scene
    for scene in ("set-up-refused", "secret-refused", "code-refused", "lock-refused", "hall-door-refused"):
        (notice,) = [told["name"] for told in found[scene]["tree"] if told["role"] == "alert message"]
        assert notice in urgent(found, scene), scene


def test_tab_stops_only_at_what_is_named_and_enabled_and_comes_round(found: Found) -> None:
    rounds = [scene for scene, one in scenes(found).items() if one["stops"]]
    assert len(rounds) > 14
    for scene in rounds:
        assert all(one["name"] and one["enabled"] and one["shows"] for one in found[scene]["stops"]), scene


def test_no_letter_of_a_secret_is_told(found: Found) -> None:
    told = json.dumps(scenes(found), ensure_ascii=False)
    assert SECRET not in told
    assert WRONG not in told
    typed = [one for scene in scenes(found).values() for one in scene["heard"] if one["what"] == "typed"]
    assert "0" in [one["text"] for one in typed]  # the codes of the telephone are heard as they are typed
    assert "password" not in [one["role"] for one in typed]
    assert not [
        one for scene in scenes(found).values() for one in scene["tree"] if one["role"] == "password" and one["text"]
    ]


def test_the_sign_in_is_spoken(found: Found) -> None:
    spoken = controls(found, "sign-in")
    assert {("list", "Cán bộ"), ("password", "Mật khẩu"), ("push button", "Vào quầy (Enter)")} <= spoken
    assert any(role == "list item" and "Lê Thị Thu Hà" in name for role, name in spoken)
    assert stops(found, "sign-in") == ["Mật khẩu", "Vào quầy (Enter)", "Cán bộ"]
    assert "Mật khẩu" in urgent(found, "secret-refused")


def test_the_second_factor_is_set_up_without_seeing_the_picture(found: Found) -> None:
    assert "thêm mã trên điện thoại" in said(found, "second-factor")
    names = stops(found, "second-factor")
    assert [name.partition(":")[0] for name in names] == [
        "Dùng mã trên điện thoại (Enter)",
        "Khóa để nhập bằng tay",
        "6 chữ số điện thoại đang hiện",
    ]
    assert ("graphic", "Mã QR để điện thoại quét") in {
        (one["role"], one["name"]) for one in found["second-factor"]["tree"]
    }
    key = names[1].partition(": ")[2]
    assert all(len(letter.strip(",")) == 1 for letter in key.split())
    assert urgent(found, "second-factor-refused")


def test_the_codes_for_the_paper_are_each_within_reach_and_gone_afterwards(found: Found) -> None:
    codes = found["codes"]["codes"]
    assert "Ghi mười mã này ra giấy" in said(found, "recovery-codes")
    assert stops(found, "recovery-codes")[-1] == "Đã ghi lại mười mã này (Enter)"
    spelled = [name.partition(": ")[2] for name in stops(found, "recovery-codes")[:-1]]
    assert ["".join(letter for letter in one if letter.isalnum()) for one in spelled] == [
        code.replace("-", "") for code in codes
    ]
    assert not [code for code in codes if code in words(found, "recovery-codes-gone")]


def test_the_code_is_asked_for_at_sign_in_and_a_wrong_one_is_told(found: Found) -> None:
    assert "Mã trên điện thoại, hoặc mã dự phòng" in said(found, "code-asked")
    assert ("text", "Mã trên điện thoại, hoặc mã dự phòng") in controls(found, "code-asked")
    assert ("text", "Mã trên điện thoại, hoặc mã dự phòng") not in controls(found, "sign-in-again")
    assert "Mã" in urgent(found, "code-refused")


def test_a_new_machine_is_set_up_by_keyboard_in_each_way(found: Found) -> None:
    assert found["answers"]["commune"] == "xa an phuc"
    assert {("password", "Mật khẩu, cán bộ 1"), ("spin box", "Quầy ở máy này")} <= controls(found, "set-up")
    assert ("radio button", "Cài đặt máy này: Lấy lại từ bản sao lưu") in controls(found, "set-up")
    assert stops(found, "set-up")[-1] == "Tên xã, phường, đặc khu"
    assert "chưa nhập" in said(found, "set-up-missing")
    assert "chỗ cần xem lại" in said(found, "set-up-missing")
    assert "Ổ đĩa đã đầy. Dọn bớt rồi lưu lại." in urgent(found, "set-up-refused")
    assert focus(found, "set-up-refused") == "Nhập lại mật khẩu, cán bộ 1"
    for scene, field in (
        ("joining", "Mã nối máy"),
        ("restoring", "Địa chỉ máy chủ tỉnh"),
        ("from-backup", "Cụm từ khôi phục (trên tờ giấy)"),
    ):
        assert field in stops(found, scene), scene
        assert "chỗ cần xem lại" in said(found, f"{scene}-missing"), scene


def test_the_lock_says_what_it_is_and_nothing_of_the_work_underneath(found: Found) -> None:
    assert "Quầy 3 đang khóa" in said(found, "lock")
    assert set(stops(found, "lock")) == {"Mật khẩu", "Mở khóa (Enter)", "Cán bộ khác vào quầy"}
    assert {name for _, name in controls(found, "lock")} == set(stops(found, "lock"))
    assert CITIZEN not in words(found, "lock")
    assert urgent(found, "lock-refused")


def test_the_account_sheet_keeps_the_focus_until_it_is_put_away(found: Found) -> None:
    assert stops(found, "account") == [
        "Đổi mật khẩu",
        "Mã trên điện thoại",
        "Rời quầy",
        "Đóng (Esc)",
        "Khóa màn hình (Ctrl+L)",
    ]
    assert "Đổi mật khẩu" in said(found, "account-secret")
    assert stops(found, "account-secret") == [
        "Mật khẩu mới",
        "Nhập lại mật khẩu mới",
        "Đổi mật khẩu (Enter)",
        "Đóng (Esc)",
        "Mật khẩu đang dùng",
    ]
    assert "Mật khẩu đang dùng Mật khẩu chưa đúng." in said(found, "account-secret-refused")
    assert "Nhập lại. Còn" in said(found, "account-secret-refused")
    assert "Khóa để nhập bằng tay" in " ".join(stops(found, "account-second"))
    assert "Khóa để nhập bằng tay" not in words(found, "account-gone")


def test_the_tabs_of_safety_are_within_reach_and_their_refusals_are_told(found: Found) -> None:
    assert "Khóa ký gửi của tỉnh (dòng bắt đầu bằng age1)" in stops(found, "data-key")
    assert "khóa" in said(found, "data-key-refused").casefold()
    assert {"Tìm trong nhật ký", "Ngày", "Nơi thu nhật ký"} <= set(stops(found, "record"))
    described = {(one["role"], one["description"]) for one in found["record"]["stops"]}
    assert {("combo box", "Loại việc"), ("combo box", "Cán bộ")} <= described
    assert "Không có dòng nào như vậy." in said(found, "record-nothing")
    assert "Ngày chưa đúng" in said(found, "record-wrong-day")
    assert ("push button", "Sao lưu ngay (Ctrl+Enter)") in controls(found, "backup")
    assert urgent(found, "backup-refused")


def test_the_words_of_the_backup_are_read_once_and_gone_when_put_away(found: Found) -> None:
    secret = found["words"]["words"]
    assert secret in said(found, "recovery-words")
    assert "Chép cụm từ này ra giấy" in said(found, "recovery-words")
    assert "Chưa giống" in urgent(found, "recovery-words-refused")
    assert secret not in words(found, "recovery-words-gone")


def test_the_way_out_of_the_hall_keeps_the_focus_and_says_why_it_stays(found: Found) -> None:
    assert "Đóng màn hình này?" in said(found, "hall-door")
    assert set(stops(found, "hall-door")) == {"Mật khẩu của người quản trị", "Đóng màn hình (Enter)", "Quay lại (Esc)"}
    assert urgent(found, "hall-door-refused")
    assert "Mã trên điện thoại, hoặc mã dự phòng" in said(found, "hall-door-code")
    order = ["Mật khẩu của người quản trị", "Mã trên điện thoại, hoặc mã dự phòng"]
    assert stops(found, "hall-door-code")[-2:] == order


def test_the_consent_is_read_out_before_the_card_is_used(found: Found) -> None:
    assert "Máy xem số căn cước và ngày sinh" in said(found, "consent")
    assert {"Đồng ý", "Không dùng thẻ"} <= set(stops(found, "consent"))

"""Sign-in and lock as a screen reader gets them, over the accessibility bus of a real session."""

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
from tests.support.spoken_tree import CITIZEN

Tree = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tree]:
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
    told = str(folder / "tree")
    command = [session, "--", sys.executable, "-m", "tests.support.spoken_tree", str(folder / "office"), told]
    done = subprocess.run(command, env=around, capture_output=True, text=True, timeout=180, check=False)
    assert done.returncode == 0, done.stderr
    return (folder / "tree").read_text()


def controls(tree: Tree, screen: str) -> set[tuple[str, str]]:
    """Role and name of whatever Tab reaches on a screen."""
    return {(one["role"], one["name"]) for one in tree[screen] if one["focusable"]}


def test_every_control_of_the_sign_in_is_spoken_with_its_role(tree: Tree) -> None:
    spoken = controls(tree, "sign-in")
    assert all(role not in ("", "unknown", "invalid") and name for role, name in spoken), spoken
    assert {
        ("list", "Cán bộ"),
        ("password", "Mật khẩu"),
        ("text", "Mã trên điện thoại, hoặc mã dự phòng"),
    } <= spoken
    assert any("button" in role and name == "Vào quầy (Enter)" for role, name in spoken)
    assert any(role == "list item" and "Lê Thị Thu Hà" in name for role, name in spoken)


def test_every_control_of_the_lock_is_spoken_and_nothing_of_the_work_underneath(tree: Tree) -> None:
    spoken = controls(tree, "lock")
    assert all(role not in ("", "unknown", "invalid") and name for role, name in spoken), spoken
    assert ("password", "Mật khẩu") in spoken
    buttons = {name for role, name in spoken if "button" in role}
    assert buttons == {"Mở khóa (Enter)", "Cán bộ khác vào quầy"}
    told = [one["name"] for one in tree["lock"]]
    assert any("Quầy 3 đang khóa" in name for name in told)
    assert not [name for name in told if CITIZEN in name]

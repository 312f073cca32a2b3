"""``counter-app province publish``: keys for their owner alone, and one file a version."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from counter_app.cli import province
from counter_app.cli.arguments import parse
from counter_app.errors import Code, CounterError
from tests.support.updates import Province, make_package


@pytest.fixture
def made(tmp_path: Path) -> Province:
    return Province(tmp_path / "province")


def run(made: Province, *words: str) -> int:
    return province.run(
        parse(["province", "publish", "--keys", str(made.keys), "--updates", str(made.updates), *words])
    )


def timestamp(made: Province) -> int:
    signed = json.loads((made.updates / "metadata" / "timestamp.json").read_text())["signed"]
    return int(signed["version"])


def test_the_first_package_makes_the_keys_and_says_what_to_do_with_them(
    made: Province, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(made, str(make_package(tmp_path, "1.0.0"))) == 0
    said = capsys.readouterr()
    assert "packages=counter-app_1.0.0" in said.out
    assert "fingerprint='" in said.out
    assert "root.key" in said.err
    assert "targets.key" in said.err
    assert sorted(path.name for path in made.keys.iterdir()) == [
        "root.key",
        "snapshot.key",
        "targets.key",
        "timestamp.key",
    ]
    assert {path.stat().st_mode & 0o777 for path in made.keys.iterdir()} == {0o600}
    assert made.keys.stat().st_mode & 0o777 == 0o700
    assert run(made, str(make_package(tmp_path, "1.1.0"))) == 0
    assert capsys.readouterr().err == ""


def test_a_refresh_needs_neither_the_root_nor_the_targets_key(
    made: Province, capsys: pytest.CaptureFixture[str]
) -> None:
    made.publish("1.0.0", age=timedelta(days=20))
    for role in ("root", "targets"):
        (made.keys / f"{role}.key").unlink()
    before = timestamp(made)
    assert run(made, "--refresh") == 0
    assert timestamp(made) == before + 1
    assert "counter-app_1.0.0" in capsys.readouterr().out
    with pytest.raises(CounterError) as caught:
        made.publish("1.1.0")
    assert caught.value.code is Code.UPDATE_KEY_MISSING
    assert "targets.key" in str(caught.value.params["path"])


def test_a_version_is_one_file_for_ever(made: Province, tmp_path: Path) -> None:
    path = make_package(tmp_path, "1.0.0")
    run(made, str(path))
    run(made, str(path))
    (tmp_path / "other").mkdir()
    with pytest.raises(CounterError) as caught:
        run(made, str(make_package(tmp_path / "other", "1.0.0", schema="0010")))
    assert caught.value.code is Code.UPDATE_PUBLISHED


@pytest.mark.parametrize("wrong", [{"name": "other-app"}, {"version": "1.0.0-1"}])
def test_what_is_no_package_of_this_program_is_not_published(
    made: Province, tmp_path: Path, wrong: dict[str, str]
) -> None:
    path = make_package(tmp_path, **{"version": "1.0.0", **wrong})
    with pytest.raises(CounterError) as caught:
        run(made, str(path))
    assert caught.value.code is Code.UPDATE_PACKAGE_WRONG
    text = tmp_path / "text.deb"
    text.write_text("no package")
    with pytest.raises(CounterError):
        run(made, str(text))
    assert not made.updates.exists()


def test_there_is_nothing_to_refresh_before_something_was_published(made: Province) -> None:
    with pytest.raises(CounterError) as caught:
        run(made, "--refresh")
    assert caught.value.code is Code.UPDATE_KEY_MISSING

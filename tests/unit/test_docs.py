"""The documents say what is there: commands, links, pictures, modules, keys."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from PIL import Image

from counter_app import __version__
from counter_app.cli.arguments import COMMANDS

ROOT = Path(__file__).parents[2]
README, CHANGES = ROOT / "README.md", ROOT / "CHANGELOG.md"
DOCS = sorted((README, CHANGES, *(ROOT / "docs").glob("*.md")))
ARCHITECTURE, GUIDE = ROOT / "docs" / "architecture.md", ROOT / "docs" / "huong-dan.md"
PICTURES = ROOT / "docs" / "pictures"
LARGEST_PICTURE = 250_000
LONGEST_ARCHITECTURE = 250
TOP = ("counter_app", "devices", "sync", "ui", "resources", "tests", "docs")

_LINK = re.compile(r"\]\(([^)\s]+)\)")
_CODE = re.compile(r"`([^`\n]+)`")
_HEADING = re.compile(r"^#+ +(.+)$", re.MULTILINE)


def links(text: str) -> list[str]:
    return [unquote(target) for target in _LINK.findall(text)]


def anchors(text: str) -> set[str]:
    """The anchors of headings, as GitHub makes them."""
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in _HEADING.findall(text)}


def broken(page: Path) -> list[str]:
    found = []
    for target in links(page.read_text(encoding="utf-8")):
        if "://" in target:
            continue
        name, _, anchor = target.partition("#")
        there = page if not name else page.parent / name
        if not there.exists() or (anchor and anchor not in anchors(there.read_text(encoding="utf-8"))):
            found.append(target)
    return found


def paths_named(text: str) -> Iterator[str]:
    """What stands as code and is a file or a folder of the project: a path, or one word that is a package."""
    for code in _CODE.findall(text):
        for word in code.split():
            if word.endswith((".py", ".md")) or (word.split("/")[0] in TOP and re.fullmatch(r"[\w/.-]+", word)):
                yield word


def missing_paths(text: str) -> list[str]:
    return [path for path in paths_named(text) if not (ROOT / path).exists()]


def table_keys(text: str) -> set[str]:
    """The keys of the guide's table."""
    rows = re.findall(r"^\| ([^|]+) \|", text.partition("## Bảng phím")[2], re.MULTILINE)
    return {key.strip() for row in rows for key in row.split(",")}


def desk_keys() -> set[str]:
    """The keys that the desk's window binds."""
    tree = ast.parse((ROOT / "ui" / "desk" / "window.py").read_text(encoding="utf-8"))
    bind = next(node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == "_bind_keys")
    keys = next(node for node in ast.walk(bind) if isinstance(node, ast.Dict)).keys
    return {str(key.value).replace("Return", "Enter") for key in keys if isinstance(key, ast.Constant)}


def test_the_readme_names_every_command_and_no_other() -> None:
    named = set(re.findall(r"^\| `counter-app ?([a-z-]*)", README.read_text(encoding="utf-8"), re.MULTILINE))
    assert named == {"", *COMMANDS}


def test_the_readme_says_the_two_commands() -> None:
    text, targets = README.read_text(encoding="utf-8"), (ROOT / "Makefile").read_text(encoding="utf-8")
    for command in ("demo", "test"):
        assert f"\n    make {command}\n" in text
        assert f"\n{command}:" in targets


def test_every_figure_has_a_benchmark_that_is_there() -> None:
    named = re.findall(r"make bench NAME=(\w+)", README.read_text(encoding="utf-8"))
    assert len(named) > 3
    assert [name for name in named if not (ROOT / "tests" / "benchmarks" / f"{name}.py").exists()] == []


@pytest.mark.parametrize("page", DOCS, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    assert broken(page) == []


def test_a_broken_link_would_be_seen(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# Khi mất mạng\n[a](nowhere.md) [b](#nowhere) [c](#khi-mất-mạng)", encoding="utf-8")
    assert broken(page) == ["nowhere.md", "#nowhere"]


@pytest.mark.parametrize("page", [README, ARCHITECTURE, GUIDE], ids=lambda page: page.name)
def test_every_module_and_test_that_is_named_is_there(page: Path) -> None:
    assert missing_paths(page.read_text(encoding="utf-8")) == []


def test_a_module_that_is_gone_would_be_seen() -> None:
    text = "`counter_app/gone.py`, `ui/gone`, `pytest tests/gone.py`, but not `GET /v1/feed`, `ui/desk` or `sync`"
    assert missing_paths(text) == ["counter_app/gone.py", "ui/gone", "tests/gone.py"]


def test_the_architecture_names_modules_and_is_short() -> None:
    text = ARCHITECTURE.read_text(encoding="utf-8")
    assert len(set(paths_named(text))) > 30
    assert text.count("\n") <= LONGEST_ARCHITECTURE


def test_every_picture_is_shown_small_enough_and_whole() -> None:
    shown = {Path(target).name for page in DOCS for target in links(page.read_text(encoding="utf-8"))}
    pictures = sorted(PICTURES.iterdir())
    assert len(pictures) > 3
    for picture in pictures:
        assert picture.name in shown
        assert picture.stat().st_size <= LARGEST_PICTURE
        with Image.open(picture) as image:
            image.verify()
            assert image.format == "PNG"


def test_the_guide_has_every_key_of_the_desk_and_no_other() -> None:
    told = table_keys(GUIDE.read_text(encoding="utf-8"))
    assert desk_keys() > {"F1", "F2", "Ctrl+Enter"}
    assert desk_keys() - told == set()
    assert {key for key in told if key.startswith(("F", "Ctrl+"))} - desk_keys() == set()


def test_the_changes_begin_with_this_version() -> None:
    versions = re.findall(r"^## (\S+)", CHANGES.read_text(encoding="utf-8"), re.MULTILINE)
    assert versions[0] == __version__

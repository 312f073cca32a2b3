"""Words on screen are marked so that lupdate, which knows Qt's own names only, finds them."""

import ast
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

SCREENS = Path(str(resources.files("ui")))


def other_names_of_translate(tree: ast.AST) -> Iterator[str]:
    """Yield the names that a module gives to ``translate`` or ``tr`` and that are not these."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Attribute):
            for target in node.targets:
                if node.value.attr in ("translate", "tr") and isinstance(target, ast.Name) and target.id != "translate":
                    yield target.id


def test_a_shorter_name_for_translate_is_found() -> None:
    assert list(other_names_of_translate(ast.parse("say = QCoreApplication.translate"))) == ["say"]


def test_nothing_translates_under_a_name_that_lupdate_does_not_know() -> None:
    modules = sorted(SCREENS.rglob("*.py"))
    assert modules
    found = {path.name: list(other_names_of_translate(ast.parse(path.read_text("utf-8")))) for path in modules}
    assert {name: names for name, names in found.items() if names} == {}

"""What is installed with the program may be given away with it: every licence is one of those that were looked at."""

import re
from importlib.metadata import Distribution, distribution, distributions
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent.parent
ALLOWED = re.compile(
    r"apache|\bmit\b|mit-0|\bbsd\b|0bsd|\bisc\b|\bpsf\b|python software foundation|\bmpl|mozilla public|\blgpl"
    r"|lesser general public|\bzlib\b|unlicense|hpnd|public domain|\bcc0\b|zpl",
    re.IGNORECASE,
)
FORBIDDEN = re.compile(r"\b(?:a?gpl|affero)|(?<!lesser )general public licen|sspl|busl|commercial", re.IGNORECASE)
SAID_ELSEWHERE = {
    "pyside6-essentials": "LGPL-3.0, GPL-2.0 or commercial, at the taker's choice: used under the LGPL",
    "shiboken6": "as pyside6-essentials",
    "pyrage": "MIT, by the text in its sources",
    "sqlcipher3": "zlib, by the text in its sources",
}
"""Packages that offer a choice of licences, or whose wheel says nothing of one."""


def runtime() -> list[Distribution]:
    """Every pinned package of the program that is installed here."""
    pinned = re.findall(r"^([a-zA-Z0-9._-]+)==", (ROOT / "requirements.txt").read_text("utf-8"), re.MULTILINE)
    here = {canonicalize_name(one.metadata["Name"]) for one in distributions()}
    return [distribution(name) for name in sorted(map(canonicalize_name, pinned)) if canonicalize_name(name) in here]


def licence(found: Distribution) -> str:
    """What a package says of its licence: an expression, its classifiers, or the first lines of the text."""
    said = found.metadata
    classifiers = [one.rpartition("::")[2].strip() for one in said.get_all("Classifier") or () if "License ::" in one]
    return " / ".join(
        part for part in (said.get("License-Expression"), *classifiers, (said.get("License") or "")[:120]) if part
    )


def judged(name: str, said: str) -> bool:
    """Whether a package may be shipped; of a choice of licences one that may is enough."""
    if name in SAID_ELSEWHERE:
        return True
    choices = re.split(r"\bor\b| / ", said, flags=re.IGNORECASE)
    return any(ALLOWED.search(one) and not FORBIDDEN.search(re.sub(r"(?i)lgpl\S*", "", one)) for one in choices)


def test_every_package_of_the_program_may_be_given_away_with_it() -> None:
    found = {canonicalize_name(one.metadata["Name"]): licence(one) for one in runtime()}
    assert len(found) > 40
    assert {name: said for name, said in found.items() if not judged(name, said)} == {}


def test_every_package_of_the_program_is_listed_with_its_licence() -> None:
    text = (ROOT / "docs" / "dependencies.md").read_text("utf-8").lower()
    listed = set(re.findall(r"[a-z0-9][a-z0-9._-]+", text))
    names = {canonicalize_name(one.metadata["Name"]) for one in runtime()}
    assert {name for name in names if name not in {canonicalize_name(one) for one in listed}} == set()


@pytest.mark.parametrize(
    "name, said, fine",
    [
        ("x", "MIT", True),
        ("x", "GPL-3.0-only", False),
        ("x", "GNU General Public License v3 (GPLv3)", False),
        ("x", "GNU Lesser General Public License v2 or later (LGPLv2+)", True),
        ("x", "AGPL-3.0", False),
        ("x", "", False),
        ("x", "Proprietary", False),
        ("x", "Apache-2.0 OR GPL-2.0", True),
    ],
)
def test_a_licence_that_binds_the_whole_program_would_be_seen(name: str, said: str, fine: bool) -> None:
    assert judged(name, said) is fine

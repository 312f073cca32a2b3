"""What the unit tests share: an office of one machine."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.office import OpenOffice, open_office


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The data of an office whose program is closed."""
    open_office(tmp_path / "station").close()
    return tmp_path / "station"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenOffice]:
    with open_office(tmp_path / "data") as opened:
        yield opened

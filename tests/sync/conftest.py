"""A province for the tests of sync, and a PostgreSQL: started once, a database of its own for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.server.program import ServerThread
from tests.support.postgres import Cluster, cluster
from tests.sync.stations import province


@pytest.fixture(scope="session")
def postgres() -> Iterator[Cluster]:
    with cluster() as running:
        yield running


@pytest.fixture
def postgres_url(postgres: Cluster) -> Iterator[str]:
    url = postgres.create()
    yield url
    postgres.drop(url)


@pytest.fixture(params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest) -> str:
    """Where a province keeps what it gets: nothing, for its own folder, or the URL of an empty database."""
    return request.getfixturevalue("postgres_url") if request.param == "postgres" else ""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ServerThread]:
    with province(tmp_path / "province") as running:
        yield running

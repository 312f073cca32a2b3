"""End-to-end tests play whole days and thousands of crashes: minutes, and more of them on a slow machine."""

from pathlib import Path

import pytest

PATIENCE_S = 900
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let these tests, and only these, take longer than the general limit."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.timeout(PATIENCE_S))

"""What runs on PostgreSQL too is declared; see docs/contributing.md."""

from pathlib import Path

import pytest

from tests.conftest import HERE, KINDS, ON_SQLITE, kinds_for

ROOMS = [
    *sorted({file.parent for file in (HERE / "views").rglob("test_*.py")}),
    *(HERE / name for name in ON_SQLITE if name not in ("cli", "loop", "views", "web")),
]
"""Whose queries are asked there first; not those of commands, of the loop and of what is common."""


def test_folders_on_sqlite_alone_are_there() -> None:
    assert [name for name in ON_SQLITE if not any((HERE / name).glob("**/test_*.py"))] == []


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_every_room_with_queries_of_its_own_has_tests_on_both_kinds(room: Path) -> None:
    assert any("both_databases" in file.read_text() for file in room.glob("test_*.py"))


def test_whatever_is_elsewhere_runs_on_both_kinds(request: pytest.FixtureRequest) -> None:
    assert kinds_for(request.node, None) == list(KINDS)
    assert kinds_for(request.node, "sqlite") == ["sqlite"]

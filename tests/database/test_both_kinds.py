"""What runs on PostgreSQL too is declared; see docs/contributing.md."""

import re
from pathlib import Path

import pytest

from tests.conftest import HERE, KINDS, kinds_for

PROGRAM = HERE.parent / "tracker"
ROOMS = [
    *sorted({file.parent for file in (HERE / "views").rglob("test_*.py")}),
    *sorted({file.parent for file in (HERE / "models").rglob("test_*.py")}),
]
OWN_WORDS = re.compile(
    r"\bdialect\.name\b|\bdriver_connection\b|"
    r"from sqlalchemy(\.dialects\.\w+)? import (\([^)]*|[^\n(]*)\b(text|insert|literal_column)\b"
)
"""Of a module that speaks to the two databases in different words, or in words of its own."""
MARKED = re.compile(r"mark\.both_databases|mark\.on\(\"postgresql\"\)")


def is_marked(folder: Path) -> bool:
    """Whether a test in it runs on PostgreSQL."""
    return any(MARKED.search(file.read_text()) for file in folder.glob("test_*.py"))


def folder_of(module: Path) -> Path:
    """Where its tests are: at the same path, or as near to it as there are any."""
    folder = HERE / module.relative_to(PROGRAM).with_suffix("")
    while not any(folder.glob("test_*.py")):
        folder = folder.parent
    return folder


def test_whatever_has_words_of_its_own_for_a_database_has_tests_on_both() -> None:
    spoken = [file for file in PROGRAM.rglob("*.py") if OWN_WORDS.search(file.read_text())]
    assert [file for file in spoken if not is_marked(folder_of(file))] == []


def test_every_room_of_pages_and_of_models_has_tests_on_both() -> None:
    assert [room for room in ROOMS if not is_marked(room)] == []


@pytest.mark.both_databases
def test_what_is_marked_runs_on_both(request: pytest.FixtureRequest) -> None:
    assert kinds_for(request.node, None) == list(KINDS)
    assert kinds_for(request.node, "sqlite") == ["sqlite"]


def test_whatever_is_not_marked_runs_on_sqlite_and_on_what_is_asked_for(
    request: pytest.FixtureRequest,
) -> None:
    assert kinds_for(request.node, None) == ["sqlite"]
    assert kinds_for(request.node, "postgresql") == ["postgresql"]

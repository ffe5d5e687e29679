"""The house keeps its plan: rooms that can be taken in, and arrows that only point down."""

import ast
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from flask import Flask

from tracker.paths import CHECKOUT, PACKAGE, TEMPLATES

LARGEST_ROOM = 36
"""Files in one folder."""

LAYERS = (
    ("clock", "paths"),
    ("config", "fetching", "values"),
    ("leads", "loop"),
    ("models",),
    ("extensions", "models.search", "schema"),
    ("models.summary",),
    ("models.reads",),
    ("models.changes",),
    ("database",),
    ("sharing",),
    ("insights",),
    ("exports", "imports", "postings"),
    ("account_file", "backup", "demo", "mail", "setup_code"),
    ("mailbox", "reminders", "startup", "tasks", "web"),
    ("views", "cli"),
)
"""The lowest first: a room may ask those below it and those in its own line, never one above."""

EVERYWHERE = ("errors", "layouts", "letters", "shared")
"""Folders of templates that belong to no area."""


@cache
def modules() -> dict[str, Path]:
    """Every module of the program by its dotted name."""
    found = {}
    for file in PACKAGE.rglob("*.py"):
        parts = file.relative_to(PACKAGE.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = file
    return found


@cache
def imports() -> frozenset[tuple[str, str]]:
    """Who asks whom, wherever in the module it does so."""
    arrows = set()
    for name, file in modules().items():
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("tracker"):
                for alias in node.names:
                    inner = f"{node.module}.{alias.name}"
                    arrows.add((name, inner if inner in modules() else str(node.module)))
    return frozenset(arrows)


def layer(module: str) -> int | None:
    """The line of LAYERS that a module stands in; the factory and the migrations stand outside."""
    name = module.removeprefix("tracker").removeprefix(".")
    if not name or name.startswith("migrations"):
        return None
    fits = [
        (len(room), number)
        for number, line in enumerate(LAYERS)
        for room in line
        if name == room or name.startswith(f"{room}.")
    ]
    assert fits, f"{module} stands in no layer"
    return max(fits)[1]


def room(module: str) -> str:
    """The folder of a module; one that stands right in `tracker` is a room of its own."""
    if modules()[module].name == "__init__.py" or module.count(".") == 1:
        return module
    return module.rpartition(".")[0]


def circles(arrows: dict[str, set[str]]) -> Iterator[tuple[str, ...]]:
    """Every first way back to where one set out."""
    for start in sorted(arrows):
        seen, ways = {start}, [(start,)]
        while ways:
            way = ways.pop()
            for following in sorted(arrows.get(way[-1], ())):
                if following == start:
                    yield (*way, start)
                    ways.clear()
                    break
                if following not in seen:
                    seen.add(following)
                    ways.append((*way, following))


@pytest.mark.parametrize("top", ["tracker", "templates", "static", "tests", "e2e"])
def test_no_folder_holds_more_than_can_be_taken_in_at_a_glance(top: str) -> None:
    files = [path for path in (CHECKOUT / top).rglob("*") if path.is_file()]
    sizes = Counter(file.parent for file in files if "__pycache__" not in file.parts)

    assert {str(folder): size for folder, size in sizes.items() if size > LARGEST_ROOM} == {}


def test_arrows_only_point_down() -> None:
    upwards = [
        f"{asking} asks {asked}"
        for asking, asked in sorted(imports())
        if (mine := layer(asking)) is not None
        and (theirs := layer(asked)) is not None
        and theirs > mine
    ]

    assert upwards == []


def test_no_rooms_ask_each_other_in_a_circle() -> None:
    arrows: dict[str, set[str]] = defaultdict(set)
    for asking, asked in imports():
        if layer(asking) is not None and room(asking) != room(asked):
            arrows[room(asking)].add(room(asked))

    assert [" -> ".join(circle) for circle in circles(arrows)] == []


def test_views_hold_rooms_and_no_modules() -> None:
    assert [path.name for path in (PACKAGE / "views").glob("*.py")] == ["__init__.py"]


def test_the_name_of_an_endpoint_is_the_way_to_its_function(app: Flask) -> None:
    elsewhere = {
        endpoint: f"{view.__module__}.{view.__name__}"
        for endpoint, view in app.view_functions.items()
        if f"{view.__module__}.{view.__name__}" != f"tracker.views.{endpoint}"
    }

    assert elsewhere == {}


def areas() -> list[str]:
    """The rooms of `views`."""
    return sorted(path.parent.name for path in (PACKAGE / "views").glob("*/__init__.py"))


def named_templates(file: Path) -> Iterator[str]:
    """Every template that a module names."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        said = node.value if isinstance(node, ast.Constant) else None
        if isinstance(said, str) and said.endswith(".html") and " " not in said:
            yield said


@pytest.mark.parametrize("area", areas())
def test_the_templates_of_an_area_lie_in_the_folder_of_its_name(area: str) -> None:
    named = {
        template
        for file in (PACKAGE / "views" / area).glob("*.py")
        for template in named_templates(file)
    }

    assert {each for each in named if not (TEMPLATES / each).is_file()} == set()
    assert {
        each for each in named if each.split("/")[0] not in (area, *EVERYWHERE)
    } == BORROWED.get(area, set())


BORROWED: dict[str, set[str]] = {}
"""What one area shows of another's, and why: its own form would be the same to the letter."""


def test_templates_and_tests_have_the_rooms_of_the_views() -> None:
    drawn = {path.name for path in TEMPLATES.iterdir() if path.is_dir()}
    tried = {path.parent.name for path in (CHECKOUT / "tests" / "views").glob("*/__init__.py")}

    assert drawn - set(EVERYWHERE) == set(areas())
    assert tried == set(areas())

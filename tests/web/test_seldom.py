from importlib import import_module
from pathlib import Path

import pytest
from flask import Flask

from tracker.web.seldom import SeldomView


def test_every_view_that_is_loaded_late_is_there_and_its_marks_are_known_before(
    app: Flask,
) -> None:
    late = [view for view in app.view_functions.values() if isinstance(view, SeldomView)]
    functions = [getattr(import_module(view.__module__), view.__name__) for view in late]

    assert len(late) > 50
    assert all(map(callable, functions))
    for view, function in zip(late, functions, strict=True):
        marks = {name: mark for name, mark in vars(function).items() if name != "__wrapped__"}
        assert marks == {name: vars(view).get(name) for name in marks}, view.__name__


WHILE_LOADING = """
from concurrent.futures import ThreadPoolExecutor
from tracker.web.seldom import LOADING

free = ThreadPoolExecutor().submit(LOADING.acquire, blocking=False).result()

def view():
    return free
"""


def test_rooms_are_loaded_one_after_the_other_so_that_none_is_given_half_of_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "visited_by_two.py").write_text(WHILE_LOADING, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)

    assert SeldomView("visited_by_two", "view")() is False

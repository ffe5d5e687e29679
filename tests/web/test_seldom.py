from importlib import import_module

from flask import Flask

from tracker.web.access import FOR_MACHINES, OPEN
from tracker.web.carried_form import CARRIES
from tracker.web.seldom import SeldomView


def test_every_view_that_is_loaded_late_is_there_and_leaves_its_marks_to_its_route(
    app: Flask,
) -> None:
    late = [view for view in app.view_functions.values() if isinstance(view, SeldomView)]
    functions = [getattr(import_module(view.__module__), view.__name__) for view in late]

    assert len(late) > 50
    assert all(map(callable, functions))
    assert [
        function
        for function in functions
        for mark in (OPEN, FOR_MACHINES, CARRIES)
        if hasattr(function, mark)
    ] == []

from importlib import import_module

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

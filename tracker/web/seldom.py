"""Rooms that most servers are not asked for most days: their modules are loaded at the first visit.

A server knows their addresses from its start, and nothing else of them; what they need is most of
what it would otherwise hold for nobody.
"""

from collections import defaultdict
from collections.abc import Callable
from importlib import import_module
from threading import RLock
from typing import Any

from flask import Blueprint
from flask.typing import ResponseReturnValue

from tracker.web.access import public
from tracker.web.queued_changes import queueable

LOADING = RLock()
"""Two that load what asks for each other would each be given half of it."""


class SeldomView:
    """Stands for a function of a room until somebody asks for it."""

    def __init__(self, module: str, name: str) -> None:
        self.__module__ = module
        self.__name__ = name
        self._view: Callable[..., ResponseReturnValue] | None = None

    def __call__(self, **values: Any) -> ResponseReturnValue:
        return (self._view or self._load())(**values)

    def _load(self) -> Callable[..., ResponseReturnValue]:
        with LOADING:
            view: Callable[..., ResponseReturnValue] = getattr(
                import_module(self.__module__), self.__name__
            )
        self._view = view
        return view


def marked(view: SeldomView, mark: str, *told: str) -> None:
    """What is known of a view before it is loaded."""
    if mark == "queueable":
        kind, back = told
        queueable(kind, back)(view)
    else:
        assert mark == "public", mark
        public(view)


def seldom(room: str, *routes: str) -> Blueprint:
    """A room by its routes, each such as "GET /imports/<id:import_id> imports.show".

    Whatever its functions are decorated with holds, but for what has to be known before a view is:
    a route that strangers may ask ends in " public", one whose form may wait on a phone in
    " queueable:" with its kind and the page that is shown meanwhile ("queueable:mail:/today").
    """
    name = room.rpartition(".")[2]
    whole, rules = Blueprint(name, room), defaultdict(list)
    for route in routes:
        method, rule, endpoint, *marks = route.split()
        module, _, function = endpoint.partition(".")
        view = SeldomView(f"{room}.{module}", function)
        for mark in marks:
            marked(view, *mark.split(":"))
        rules[module].append((method, rule, view))
    for module, found in rules.items():
        part = Blueprint(module, room)
        for method, rule, view in found:
            part.add_url_rule(rule, view.__name__, view, methods=[method])
        whole.register_blueprint(part)
    return whole

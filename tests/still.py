"""What stays while tests run: the static files, and templates and statements once compiled."""

from collections import defaultdict
from functools import cached_property, partial
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Engine
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.util import LRUCache

from tracker.web.assets import Assets
from tracker.web.rendering import CompiledTemplates


class StillAssets(Assets):
    """Static files do not change while tests run: looked up once, and not again for each page."""

    @cached_property
    def build(self) -> str:
        """As it is when the first page is marked: all files are looked at for it."""
        return super().build

    @cached_property
    def style_urls(self) -> list[str]:
        """As they are when the first page asks."""
        return super().style_urls

    @cached_property
    def script_urls(self) -> list[str]:
        """As they are when the first page asks."""
        return super().script_urls


def keep_still(app: Flask, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Let it look up files once, and share compiled templates with all apps of all workers."""
    folder = tmp_path_factory.getbasetemp().parent / "compiled-templates"
    folder.mkdir(mode=0o700, exist_ok=True)
    app.extensions["assets"].__class__ = StillAssets
    app.jinja_env.bytecode_cache = CompiledTemplates(str(folder))


STATEMENTS = 2_000
"""How many are kept compiled; an engine by itself keeps 500, and goes with its test."""


def share_statements(patch: pytest.MonkeyPatch) -> None:
    """Let engines that speak alike find what another one has compiled."""
    kept: dict[Any, LRUCache[Any, Any]] = defaultdict(partial(LRUCache, STATEMENTS))

    def speech(dialect: DefaultDialect) -> tuple[Any, ...]:
        return type(dialect), getattr(dialect, "server_version_info", None)

    of_all = property(lambda engine: kept[type(engine.dialect)], lambda engine, own: None)
    patch.setattr(Engine, "_compiled_cache", of_all, raising=False)
    patch.setattr(DefaultDialect, "__hash__", lambda self: hash(type(self)))
    patch.setattr(DefaultDialect, "__eq__", lambda self, other: speech(self) == speech(other))

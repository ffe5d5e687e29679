"""What does not change while tests run: the static files, and templates once they are compiled."""

from functools import cached_property

import pytest
from flask import Flask

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

"""All that a command may load, for `ready.py`: once, and not for each."""

import pkgutil
from importlib import import_module

from sqlalchemy.orm import configure_mappers

import tracker.cli
import tracker.views

__all__ = ["tracker"]

for each in pkgutil.iter_modules(tracker.cli.__path__):
    if each.name != "__main__":
        import_module(f"tracker.cli.{each.name}")
configure_mappers()

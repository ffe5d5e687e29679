"""Worlds that many tests begin with: made by the first, a copy of its file for the others."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from flask import Flask

from tests.browser import Browser
from tracker.clock import now
from tracker.config.settings import Settings
from tracker.extensions import db
from tracker.models import Device, User

T = TypeVar("T")
QUARTER = 900
"""Seconds of a quarter of an hour: in no zone does a day begin within one."""


@dataclass
class World:
    """The database's file as it was then, and what was told of it."""

    file: bytes
    quarter: int
    told: Any


WORLDS: dict[Callable[..., Any], World] = {}


def world(app: Flask, make: Callable[..., T], *given: object) -> T:
    """What `make` tells of the rows that it makes; on SQLite they are made once for all tests.

    Nothing but plain values may be told: a row belongs to the test that made it. A world is not
    kept for longer than the clock's quarter of an hour, so that its today is that of the test.
    """
    settings: Settings = app.config["ONWARD"]
    file = settings.sqlite_file
    if file is None:
        return make(*given)
    kept, quarter = WORLDS.get(make), int(now().timestamp() // QUARTER)
    if kept is None or kept.quarter != quarter:
        told = make(*given)
        close()
        kept = WORLDS[make] = World(file.read_bytes(), quarter, told)
    else:
        close()
        file.write_bytes(kept.file)
    known: T = kept.told
    return known


def close() -> None:
    """Nothing has the database open, so all of it is in its one file."""
    db.session.remove()
    db.engine.dispose()


def begun(app: Flask, make: Callable[..., tuple[int, int, str]], *given: object) -> Browser:
    """A browser as it was in that world, which tells of it by `signed_in_as`."""
    return as_in(Browser.of(app), world(app, make, *given))


def as_in(browser: Browser, told: tuple[int, int, str]) -> Browser:
    """That browser, signed in as the one of which this was told."""
    user_id, device_id, cookie = told
    browser.set_cookie("onward", cookie)
    browser.user = db.session.get_one(User, user_id)
    browser.device = db.session.get_one(Device, device_id)
    return browser


def signed_in_as(browser: Browser) -> tuple[int, int, str]:
    """What a browser can be made from again."""
    cookie = browser.get_cookie("onward")
    assert cookie is not None
    return browser.user.id, browser.device.id, cookie.value

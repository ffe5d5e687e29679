"""Pages take turns, and wait for nothing that takes long."""

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tracker.cli import page_turns
from tracker.cli.page_turns import Turns

LONG = 60.0
Ask = Callable[[str, str], None]


class Rooms:
    """An app that notes who came in, and keeps whoever asks for /held until it is let go."""

    def __init__(self) -> None:
        self.came = {path: threading.Event() for path in ("/held", "/other")}
        self.letting_go = threading.Event()

    def __call__(self, environ: dict[str, Any], start_response: Any) -> list[bytes]:
        self.came[environ["PATH_INFO"]].set()
        if environ["PATH_INFO"] == "/held":
            assert self.letting_go.wait(LONG)
        return []


@pytest.fixture
def rooms() -> Rooms:
    return Rooms()


@pytest.fixture
def ask(rooms: Rooms) -> Iterator[Ask]:
    app, asking = Turns(rooms), []

    def asked(method: str, path: str) -> None:
        environ = {"REQUEST_METHOD": method, "PATH_INFO": path}
        thread = threading.Thread(target=app, args=[environ, None])
        asking.append(thread)
        thread.start()

    yield asked
    rooms.letting_go.set()
    for thread in asking:
        thread.join(LONG)


def test_pages_are_computed_one_after_another(
    rooms: Rooms, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_turns, "SLOW", LONG)
    ask("GET", "/held")
    assert rooms.came["/held"].wait(LONG)

    ask("GET", "/other")

    assert not rooms.came["/other"].wait(0.05)
    rooms.letting_go.set()
    assert rooms.came["/other"].wait(LONG)


def test_page_that_is_slow_holds_up_no_other(rooms: Rooms, ask: Ask) -> None:
    ask("GET", "/held")
    assert rooms.came["/held"].wait(LONG)

    ask("GET", "/other")

    assert rooms.came["/other"].wait(LONG)


def test_change_waits_for_no_page(rooms: Rooms, ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_turns, "SLOW", LONG)
    ask("GET", "/held")
    assert rooms.came["/held"].wait(LONG)

    ask("POST", "/other")

    assert rooms.came["/other"].wait(LONG / 2)

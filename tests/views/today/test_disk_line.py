"""The keeper's line while the disk is nearly full."""

from collections.abc import Callable

import pytest

from tests.browser import Browser
from tests.builders import Build
from tracker.clock import now
from tracker.config.settings import Settings
from tracker.web import disk_space
from tracker.web.disk_space import DiskSpace

LINE = "The server’s disk is nearly full: 312 MB left."
LOW, ENOUGH = DiskSpace(312_000_000, 10**12), DiskSpace(10**11, 10**12)


@pytest.fixture
def keeper(build: Build, sign_in: Callable[..., Browser], settings: Settings) -> Browser:
    """With a backup of today, so that nothing else is said."""
    made = settings.instance / "backups" / f"onward-{now():%Y%m%d-%H%M%S}.db"
    made.parent.mkdir(mode=0o700, exist_ok=True)
    made.touch()
    return sign_in(build.user(email="keeper@example.org", keeper=True))


def set_space(monkeypatch: pytest.MonkeyPatch, space: DiskSpace) -> None:
    monkeypatch.setattr(disk_space, "disk_space_of", lambda folder: space)


def test_the_keeper_reads_how_much_room_is_left(
    keeper: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_space(monkeypatch, LOW)

    assert LINE in keeper.get("/today").text


def test_others_are_not_bothered(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    set_space(monkeypatch, LOW)

    assert not browser.user.is_keeper
    assert "nearly full" not in browser.get("/today").text


def test_with_room_enough_nothing_is_said(keeper: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    set_space(monkeypatch, ENOUGH)

    assert "nearly full" not in keeper.get("/today").text


def test_a_page_that_the_browser_kept_hides_neither_the_line_nor_its_end(
    keeper: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    def come_back(mark: str) -> tuple[int, bool, str]:
        answer = keeper.get("/today", headers={"If-None-Match": mark})
        return answer.status_code, LINE in answer.text, answer.headers["ETag"]

    set_space(monkeypatch, ENOUGH)
    before = keeper.get("/today").headers["ETag"]
    assert come_back(before)[0] == 304

    set_space(monkeypatch, LOW)
    status, said, while_low = come_back(before)
    assert (status, said) == (200, True)

    set_space(monkeypatch, ENOUGH)
    assert come_back(while_low)[:2] == (200, False)

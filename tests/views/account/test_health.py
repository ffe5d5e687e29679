"""What a watcher of the server is told."""

import pytest

from tests.browser import Browser
from tracker.web import disk_space
from tracker.web.disk_space import DiskSpace


def test_a_server_that_is_well_says_so_to_anybody(
    visitor: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk_space, "disk_space_of", lambda folder: DiskSpace(10**12, 10**12))

    answer = visitor.get("/healthz")

    assert answer.status_code == 200
    assert answer.get_json() == {"status": "ok", "schema": "current", "disk": "ok"}


def test_a_disk_that_is_nearly_full_is_said_and_is_no_reason_for_a_restart(
    visitor: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk_space, "disk_space_of", lambda folder: DiskSpace(10**8, 10**12))

    answer = visitor.get("/healthz")

    assert answer.status_code == 200
    assert answer.get_json() == {"status": "ok", "schema": "current", "disk": "nearly full"}


def test_a_disk_that_cannot_be_counted_is_no_alarm(
    visitor: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk_space, "disk_space_of", lambda folder: None)

    assert visitor.get("/healthz").get_json()["disk"] == "ok"

"""Services that the whole module shares, and somebody who is reminded."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from tests.builders import Build
from tests.reminders.hunt import Hunt
from tests.reminders.services import Post, Service, post_office, service, ways
from tracker.config.smtp import Smtp


@pytest.fixture(scope="module")
def web() -> Iterator[Service]:
    with service() as running:
        yield running


@pytest.fixture(scope="module")
def office() -> Iterator[tuple[Smtp, Post]]:
    with post_office() as running:
        yield running


@pytest.fixture
def hunt(
    app: Flask,
    build: Build,
    web: Service,
    office: tuple[Smtp, Post],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Hunt:
    """Whose channels reach these services, which are empty."""
    web.got.clear()
    web.status = 201
    smtp, box = office
    box.__init__()
    made = Hunt(app, build, tmp_path, monkeypatch)
    made.by(ways(tmp_path, smtp))
    return made

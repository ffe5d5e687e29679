"""`/metrics`: off unless wanted, for whoever has the token, and about nobody."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask

from tests.browser import Browser
from tests.builders import Build
from tracker import create_app
from tracker.config.secrets import read_metrics_token
from tracker.config.settings import Settings
from tracker.extensions import db

LINE = re.compile(r'[a-z_]+(\{[a-z]+="(\\.|[^"\\])*"(,[a-z]+="(\\.|[^"\\])*")*\})? [0-9.e+-]+')


@pytest.fixture
def watched(settings: Settings, app: Flask) -> Iterator[Flask]:
    """An app whose keeper wants numbers, on the same database."""
    made = create_app(replace(settings, metrics=True, base_url="https://jobs.example.org"))
    made.test_client_class = Browser
    with made.app_context():
        yield made
        db.session.remove()
        db.engine.dispose()


def numbers_of(watched: Flask, token: str | None = None, **headers: str) -> str:
    shown = read_metrics_token(watched.config["ONWARD"].instance) if token is None else token
    answer = watched.test_client().get(
        "/metrics", headers={"Authorization": f"Bearer {shown}"} | headers
    )
    assert answer.status_code == 200
    assert answer.content_type == "text/plain; version=0.0.4; charset=utf-8"
    return answer.text


def test_nobody_finds_it_where_it_is_off(visitor: Browser, browser: Browser) -> None:
    assert visitor.get("/metrics").status_code == 404
    assert browser.get("/metrics").status_code == 404


def test_without_the_token_nothing_is_told(watched: Flask) -> None:
    for given in (None, "Bearer ", "Bearer guessed", "Basic dTpw", "x", "Bearer é"):
        headers = {"Authorization": given} if given else {}

        answer = watched.test_client().get("/metrics", headers=headers)

        assert answer.status_code == 401, given
        assert answer.headers["WWW-Authenticate"] == "Bearer", given
        assert "onward_" not in answer.text, given


@pytest.mark.both_databases
def test_it_counts_routes_and_times_and_tells_sizes(watched: Flask) -> None:
    visitor = watched.test_client()
    for _ in range(3):
        visitor.get("/healthz")
    visitor.get("/no/such/page", headers={"Host": "jobs.example.org"})
    (watched.config["ONWARD"].instance / "backups").mkdir(exist_ok=True)
    (watched.config["ONWARD"].instance / "backups" / "onward-20261123-093305.db").touch()

    told = numbers_of(watched).splitlines()

    assert 'onward_requests_total{route="/healthz",status="2xx"} 3' in told
    assert any(line.startswith('onward_requests_total{route="-"') for line in told)
    assert "onward_request_seconds_count 4" in told
    assert 'onward_request_seconds_bucket{le="+Inf"} 4' in told
    values = dict(line.rsplit(" ", 1) for line in told if not line.startswith("#"))
    assert int(values["onward_database_bytes"]) > 4096
    assert 0 < int(values["onward_disk_free_bytes"]) <= int(values["onward_disk_size_bytes"])
    assert int(values["onward_last_backup_timestamp_seconds"]) > 1_000_000_000
    assert all(line.startswith(("# HELP onward_", "# TYPE onward_")) or LINE.fullmatch(line)
               for line in told)  # fmt: skip
    assert len(values) == len([line for line in told if not line.startswith("#")])


def test_a_watcher_may_call_the_server_by_the_name_it_has_in_its_network(watched: Flask) -> None:
    assert "onward_info" in numbers_of(watched, Host="onward:8000")


def test_nothing_that_people_typed_or_are_called_is_among_the_numbers(
    watched: Flask, browser: Browser, build: Build
) -> None:
    card = build.application(browser.user, company="Wattle Zoo")
    visitor = watched.test_client()
    headers = {"Host": "jobs.example.org"}
    visitor.get(f"/applications/{card.id}?q=Wattle", headers=headers)
    visitor.get("/mia@example.org", headers=headers)
    visitor.get("/s/a-secret-token", headers=headers)
    visitor.get("/reset/a-secret-token", headers=headers)

    told = numbers_of(watched)

    assert 'route="/applications/<id:application_id>"' in told
    for secret in ("Wattle", "mia", "a-secret-token", browser.user.email):
        assert secret not in told

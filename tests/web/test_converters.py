"""Rules are matched as Werkzeug does, and are compiled backwards only when it is asked for."""

from flask import Flask, url_for
from werkzeug.routing import Rule

from tracker.web.converters import Route


def test_an_address_can_still_be_built(app: Flask) -> None:
    with app.test_request_context():
        assert url_for("applications.show.show", application_id=7, q="a b") == (
            "/applications/7?q=a+b"
        )


def test_every_rule_is_ours_and_what_it_puts_off_still_exists(app: Flask) -> None:
    assert {type(rule) for rule in app.url_map.iter_rules()} == {Route}
    assert hasattr(Rule, "_compile_builder")

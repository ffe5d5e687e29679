"""Which part of a list an address asks for."""

import pytest
from flask import Flask

from tracker.models.lists.cursor import ById
from tracker.web.paging import cursor, next_url, page_number, rows_passed


@pytest.mark.parametrize("odd", ["", "x", "-1", "²", "9" * 30, "1.5"])
def test_what_is_no_such_place_is_the_first_part(app: Flask, odd: str) -> None:
    query = {"page": odd, "from": odd, "before": odd}
    with app.test_request_context("/", query_string={k: v for k, v in query.items() if v}):
        assert (page_number(), rows_passed()) == (1, 0)


def test_address_names_its_part(app: Flask) -> None:
    with app.test_request_context("/?page=3&from=50&before=17&after=x"):
        assert (page_number(), rows_passed()) == (3, 50)
        assert cursor(ById, "before") == ById(17)
        assert cursor(ById) is None
    with app.test_request_context("/?page=0"):
        assert page_number() == 1


def test_list_goes_on_under_the_filters_that_are_on_and_ends_where_there_is_no_more() -> None:
    assert next_url("/people", "from", 50, {"q": "Mary Lou", "source": ""}) == (
        "/people?q=Mary+Lou&from=50"
    )
    assert next_url("/actions", "after", ById(7)) == "/actions?after=7"
    assert next_url("/actions", "after", None, {"q": "Mary"}) is None

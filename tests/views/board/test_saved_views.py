"""Views under a name: saved from the filter, opened in two taps, renamed, removed and back."""

import html
import re
from collections.abc import Callable

import pytest

from tests.browser import Browser
from tests.builders import Build
from tests.sent import form_of, undo_of
from tracker.models.many.saved_view import MOST


def saved(browser: Browser, name: str, **asked: str) -> str:
    """The address of a view that is saved now."""
    answer = browser.post("/board/views", data={"name": name, "key": name} | asked)
    assert answer.status_code == 303, answer.text
    return str(answer.location)


@pytest.mark.both_databases
def test_a_view_is_saved_and_listed_first_in_view_on_the_board(
    browser: Browser, build: Build
) -> None:
    card = build.application(browser.user, role="Baker", source="Seek", workplace="remote")
    build.tag(browser.user, "Plan B", card)

    asked = {"workplace": "remote", "tag": "Plan B", "standing": "waiting"}
    board = saved(browser, "Quiet, & far", **asked)
    table = saved(browser, "By source", source="Seek", shown_as="table", sort="-applied")

    page = browser.get("/board").text
    menu = html.unescape(page.partition('<details class="menu">')[2])
    assert (
        menu.index(f'href="{table}"') < menu.index(f'href="{board}"') < menu.index("Quiet, & far")
    )
    assert menu.index(board) < menu.index("/board/many")
    # how many each shows stands on their page, and comes to the rows of View once that is open
    number = board.rpartition("/")[2]
    assert f'hx-target="#view-{number}">1<' in browser.get("/board/views", htmx=True).text
    assert 'class="meta">1<' in browser.get("/board/views").text
    opened = browser.get(board).location
    assert opened == "/board?standing=waiting&workplace=remote&tag=Plan+B"
    assert "Baker" in browser.get(opened).text
    assert browser.get(table).location == "/board/table?source=Seek&sort=-applied"
    # opened, it says its name; anything else is told by its filters
    for at, name in ((opened, "Quiet, & far"), (browser.get(table).location, "By source")):
        page = html.unescape(browser.get(at).text)
        assert f'<b class="chip on" dir="auto">{name}</b>' in page and "Show all" in page, at
        assert f'<b dir="auto">{name}</b>' in page and "/board/views/new" not in page, at
    for at in ("/board?standing=waiting", "/board/table?source=Seek", "/board?source=Seek"):
        page = browser.get(at).text
        assert "Stop filtering by" in page and '<b class="chip on"' not in page
    # there it is given a name, and opens as it was seen
    for at in ("/board?standing=waiting", "/board/table?source=Seek&sort=pay"):
        new = re.findall(r'href="(/board/views/new[^"]*)">Save view', browser.get(at).text)[0]
        page = html.unescape(browser.get(html.unescape(new)).text)
        assert f'href="{at}">Cancel' in page
        form = form_of(page, "/board/views") | {"name": at}
        answer = browser.post("/board/views", data=form)
        assert browser.get(answer.location).location == at


@pytest.mark.parametrize("at", ["/board?q=officer", "/board/table?q=officer"])
def test_words_that_filter_alone_are_saved_from_view(
    browser: Browser, build: Build, at: str
) -> None:
    build.application(browser.user, role="Records officer")
    menu = browser.get(at).text.split('id="ways">')[1].split("</div>")[0]
    new = re.search(r'href="([^"]+)">Save this view', menu)

    assert new is not None
    form = form_of(browser.get(html.unescape(new[1])).text, "/board/views") | {"name": "Officers"}
    answer = browser.post("/board/views", data=form)
    assert browser.get(answer.location).location == at
    assert "Save this view" not in browser.get(at.partition("?")[0]).text


def test_what_a_view_asks_for_is_opened_as_far_as_it_holds(browser: Browser, build: Build) -> None:
    view = build.saved_view(
        browser.user, asked="tag=Gone&source=Never&standing=silent&stage=%00x&a=b"
    )
    broken = build.saved_view(browser.user, "Broken", asked="&&=%ff;;==", shown_as="table")

    assert browser.get(f"/board/views/{view.id}").location == "/board?standing=silent"
    assert browser.get(f"/board/views/{broken.id}").location == "/board/table"
    assert "No reply for longer" in browser.get("/board/views").text


def test_a_view_of_the_same_name_is_brought_up_to_date_and_a_second_name_is_told_apart(
    browser: Browser, build: Build
) -> None:
    first = saved(browser, "Mine", source="Seek")
    build.application(browser.user, source="Indeed")
    assert saved(browser, "MINE", source="Indeed") == first
    assert browser.get(first).location == "/board?source=Indeed"
    other = saved(browser, "Other")

    form = form_of(browser.get(f"{other}/edit").text, other)
    answer = browser.post(other, data=form | {"name": "mine"})
    assert answer.status_code == 422 and "Another view has that name." in answer.text
    assert browser.post(other, data=form | {"name": "E", "shown_as": "table"}).status_code == 303
    assert browser.get(other).location == "/board/table"
    for name in ("", "x" * 501):
        answer = browser.post("/board/views", data={"name": name, "source": "Seek", "key": name})
        assert answer.status_code == 422 and 'name="source" value="Seek"' in answer.text


def test_a_view_that_is_removed_comes_back_by_undo(browser: Browser, build: Build) -> None:
    view = build.saved_view(browser.user)

    gone = browser.post(f"/board/views/{view.id}/removal", data={"key": "a"})
    page = browser.get(gone.location).text
    assert "No views yet" in page

    browser.post(undo_of(page), data={"key": "b"})
    assert "Silent ones" in browser.get("/board/views").text


def test_no_more_than_thirty_are_kept_and_nobody_opens_another_persons(
    browser: Browser, sign_in: Callable[..., Browser], build: Build
) -> None:
    with build.together():
        for number in range(MOST):
            build.saved_view(browser.user, f"View {number}")
    answer = browser.post("/board/views", data={"name": "One more", "key": "x"})
    assert answer.status_code == 422 and "30 views" in answer.text
    assert saved(browser, "View 7", source="Seek")

    view = build.saved_view(sign_in().user)
    for path in (f"/board/views/{view.id}", f"/board/views/{view.id}/edit"):
        assert browser.get(path).status_code == 404
    assert browser.post(f"/board/views/{view.id}/removal").status_code == 404

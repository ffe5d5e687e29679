"""Every field of every form, found on the pages, with what would do harm elsewhere."""

import itertools
import os
import traceback
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from tests.attacks.forms import PageForm, forms_of_all_pages, takes_away
from tests.attacks.test_words import RAW, poison
from tests.browser import Browser
from tests.builders import Build
from tests.views.test_routes import filled, routes, rows_of, walked
from tracker.extensions import db
from tracker.models.base import Base

pytestmark = pytest.mark.on("sqlite")
NOT_SENT = ("/logout", "/sign-out", "/settings/password", "/settings/account")
"""They would end the session in which the rest is tried."""
WORDS = {
    "tags": "\"'><script>MARK</script><img src=x onerror=MARK><hx-partial hx-target='body'>",
    "addresses": "javascript:alert(1)//https://evil.example/%0d%0aX-Evil:%201",
    "headers": "a\r\nX-Evil: 1\r\n\r\n<script>MARK</script>",
    "templates": "{{7*7}}{% for x in (1).__class__.__mro__ %}{{x}}{% endfor %}${7*7}#{7*7}",
    "formulas": "=cmd|' /C calc'!A0\t+1\r-1@SUM(1)",
    "signs": "a\x00b\ufffec\u202ed\ufeffe\x1b[31m\x7f\u2028f",
    "statements": "1' OR '1'='1'; DROP TABLE users; -- \\ %_* \"a\" NEAR( ^",
    "numbers": "-99999999999999999999999999",
    "days": "-0001-13-45T99:99",
    "paths": "../../../../etc/passwd\x00.pdf",
    "long": "W" * 30_000,
    "piled": "a" + "\u0301" * 5_000,
}
MOST_HARMFUL = ("tags", "headers", "signs", "long")
"""What the usual round tries, one of them on each form; the rest where ONWARD_CRAFTED is set."""
EVERYTHING = (
    "".join(WORDS[each] for each in ("tags", "templates", "statements"))[:480]
    + "\u202e\r\nX-Evil: 1"
)
ASKING = ("/search?q=MARK", "/people?q=MARK", "/board?q=MARK", "/applications/earlier?company=")
"""Pages besides that show what is looked for."""
NO_ROWS = ("csrf_token", "key", "version")
"""Hidden fields of most forms, that name no row."""
TEXTS = ("text", "textarea", "search")
"""Fields that keep any words: all of a form at once are kept, as the others are as they should."""


def faults_of(answer: TestResponse) -> str:
    """What is wrong with an answer, whatever was sent: nothing, mostly."""
    location = answer.headers.get("Location", "/")
    if answer.status_code >= 500:
        return f"gave {answer.status_code}"
    if "X-Evil" in answer.headers or any(
        set("\r\n") & set(each) for each in answer.headers.values()
    ):
        return f"has headers of theirs: {answer.headers}"
    if not location.startswith("/") or location.startswith("//"):
        return f"leads to {location}"
    found = RAW.search(answer.text) if answer.mimetype == "text/html" else None
    return answer.text[found.start() - 150 : found.end() + 50] if found else ""


class Judge:
    """Asks, and keeps what went wrong until all has been asked."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.wrong: list[str] = []
        self.asked = self.taken = 0

    def ask(self, where: str, url: str, method: str = "get", **sent: Any) -> bool:
        """One request; whether there is a part of that page besides."""
        self.asked += 1
        try:
            answer = self.browser.open(url, method=method.upper(), **sent)
        except Exception as error:
            at = traceback.extract_tb(error.__traceback__)
            ours = [each for each in at if "/tracker/" in each.filename] or at
            self.wrong.append(f"{where}: {error!r:.200} at {ours[-1].filename}:{ours[-1].lineno}")
        else:
            self.taken += answer.status_code in (200, 303)
            if said := faults_of(answer):
                self.wrong.append(f"{where} {said}")
            return "HX-Request-Type" in answer.headers.get("Vary", "")
        return False

    def send(self, where: str, form: PageForm, changed: dict[str, str], **how: Any) -> None:
        """A form, some of its fields changed."""
        sent = form.filled(**changed)
        if form.method == "post":
            self.ask(where, form.action, "post", data=sent, **how)
        else:
            self.ask(where, form.action, query_string=sent, **how)

    def look_at_all_pages(self, app: Flask, numbers: dict[str, int]) -> None:
        """Every text of every row, as if it had got past every form: shown as it should be."""
        poison()
        pages = [filled(rule, numbers) for method, rule in routes(app) if method == "GET"]
        for url in (*pages, *ASKING):
            if self.ask(f"{url}, afterwards,", url):
                self.ask(f"A part of {url}, afterwards,", url, htmx=True)


@pytest.fixture(scope="module")
def found() -> list[tuple[str, PageForm]]:
    """All forms, as the first of these tests found them: the second has the same rows."""
    return []


@pytest.fixture
def forms(
    app: Flask, browser: Browser, build: Build, found: list[tuple[str, PageForm]]
) -> tuple[list[tuple[str, PageForm]], dict[str, int]]:
    """The forms of all pages of somebody with one row of everything, and the rows' numbers."""
    numbers = rows_of(build, browser)
    walk = walked(app, browser, build, numbers)
    assert walk.numbers == numbers
    found.extend(() if found else forms_of_all_pages(app, walk))
    return found, numbers


def rounds() -> Iterator[tuple[str, ...]]:
    """Which kinds of words each form gets: one of the most harmful, in turn; or all."""
    everything = os.environ.get("ONWARD_CRAFTED")
    return itertools.cycle([tuple(WORDS)] if everything else [(each,) for each in MOST_HARMFUL])


def test_no_form_and_no_field_breaks_on_such_words(
    app: Flask, browser: Browser, forms: tuple[list[tuple[str, PageForm]], dict[str, int]]
) -> None:
    """All fields of a form at once, all its texts, and each other field of a name alone.

    What was kept is looked at before the forms that take away are sent.
    """
    (found, numbers), judge = forms, Judge(browser)
    alone: set[tuple[str, str]] = set()
    texts = whole_forms = 0
    looked = False
    for (rule, form), kinds in zip(found, rounds(), strict=False):
        if rule.endswith(NOT_SENT):
            continue
        if takes_away(rule) and not looked:
            judge.look_at_all_pages(app, numbers)
            looked = True
        filled_in = [name for name in form.typed if form.kinds[name] != "hidden"]
        for each in kinds if filled_in else ():
            judge.send(f"{rule} with {each}", form, dict.fromkeys(form.typed, WORDS[each]))
            whole_forms += 1
        written = [name for name, kind in form.kinds.items() if kind in TEXTS]
        if written:
            judge.send(f"{rule}: {written}", form, dict.fromkeys(written, EVERYTHING))
            texts += len(written)
        for name, kind in form.kinds.items():
            if kind not in TEXTS and (name, kind) not in alone:
                alone.add((name, kind))
                judge.send(f"{rule}: {name}", form, {name: EVERYTHING})
    assert whole_forms > 40
    assert texts > 150
    assert len(alone) > 70
    assert judge.taken > 100, judge.taken
    assert looked

    assert judge.wrong == []


def ties() -> list[tuple[Any, Any, Any]]:
    """Columns that name a row of a table whose rows belong to somebody."""
    return [
        (table, column, key.column.table)
        for table in Base.metadata.tables.values()
        for column in table.columns
        for key in column.foreign_keys
        if "user_id" in table.columns and "user_id" in key.column.table.columns
    ]


def test_no_number_in_a_form_ties_a_row_to_somebody_elses(
    browser: Browser,
    sign_in: Callable[..., Browser],
    build: Build,
    forms: tuple[list[tuple[str, PageForm]], dict[str, int]],
) -> None:
    theirs, judge = sign_in(), Judge(browser)
    for _ in range(30):  # so that their numbers are none of mine, whatever they count
        build.note(build.application(theirs.user))
        build.lead(theirs.user)
        build.contact(theirs.user)
        build.document(theirs.user)
    kinds_tied = {named for _, _, named in ties()}
    foreign = 1 + max(
        db.session.scalar(select(func.max(each.c.id)).where(each.c.user_id == browser.user.id)) or 0
        for each in kinds_tied
    )
    for other in (theirs, *(sign_in() for _ in range(foreign - 2))):
        rows_of(build, other)
    for named in kinds_tied:
        whose = db.session.scalar(select(named.c.user_id).where(named.c.id == foreign))
        assert whose != browser.user.id, named.name
    for rule, form in forms[0]:
        if form.method != "post" or rule.endswith(NOT_SENT):
            continue
        for name, kind in form.kinds.items():
            if name in NO_ROWS:
                continue
            told = any(value.isdigit() for each, value in form.fields if each == name)
            if kind in ("select", "radio", "checkbox", "hidden") or told:
                judge.send(f"{rule}: {name}", form, {name: str(foreign)})

    assert judge.wrong == []
    assert judge.asked > 100
    assert judge.taken > 20, judge.taken
    assert len(ties()) > 20
    for table, column, named in ties():
        tied = named.alias()
        joined = select(table.c.user_id, tied.c.user_id).where(column == tied.c.id)
        crossed = joined.where(table.c.user_id != tied.c.user_id)
        assert db.session.execute(crossed).all() == [], f"{table.name}.{column.name}"

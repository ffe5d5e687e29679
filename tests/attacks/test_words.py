"""Words that would be tags, wherever a person or a file can put them: shown as words."""

import re

import pytest
from flask import Flask
from sqlalchemy import Text, cast, literal, update

from tests.browser import Browser
from tests.builders import Build
from tests.views.test_routes import filled, routes, rows_of
from tracker.database import writing
from tracker.models.base import Base

TAGS = (
    """<hx-partial hx-target="body">MARK</hx-partial></template><img src=x onerror=MARK>"""
    """'"><script>MARK</script>{{7*7}}&lt;hx-partial&gt;</title></textarea></option>"""
)
LINKS = (
    f"[{TAGS}](javascript:alert(1)) [x](http://a.example/{TAGS} '{TAGS}') `{TAGS}` \n\n    {TAGS}"
)
pytestmark = pytest.mark.on("sqlite")  # what templates make of words that either database keeps
OUR_BOOKMARK = re.escape("(()=&gt;{const d=document,s=&#39;&#39;+getSelection()")
"""How the one begins that `/postings/ways` offers to be dragged into a browser's bar."""
RAW = re.compile(
    r"<hx-partial hx-target=.body|<img src=x|<script>MARK|49&lt;hx"
    rf"|href=.javascript:(?!{OUR_BOOKMARK})"
)
KEPT = {
    "users": {"name"},
    "devices": {"label"},
    "documents": {"label", "filename"},
    "imports": {"filename"},
    "skills": {"name"},
    "sparks": {"name"},
    "contacts": {"name", "title", "company", "phone", "email", "notes"},
    "notes": {"body"},
    "interviews": {"people", "place", "preparation", "went_well", "would_change"},
    "rejections": {"words", "reason"},
    "leads": {"company", "role", "location", "source", "link", "posting", "pay_text", "notes"},
    "applications": {
        "company", "role", "location", "pay_text", "source", "link", "posting", "offer_note",
    },
}  # fmt: skip


def poison() -> None:
    """Every text of every row, as if it had got past every form; each told apart by its number.

    All pages are looked at then in `test_every_field.py`.
    """
    with writing() as session:
        for name, columns in KEPT.items():
            table = Base.metadata.tables[name]
            there = columns.intersection(table.columns.keys())
            long = {each for each in there if isinstance(table.c[each].type, Text)}
            words = dict.fromkeys(there, TAGS) | dict.fromkeys(long, LINKS)
            own = {name: literal(text) + cast(table.c.id, Text) for name, text in words.items()}
            session.execute(update(table).values(own))


def test_no_answer_to_a_form_takes_words_for_tags(
    app: Flask, browser: Browser, build: Build
) -> None:
    """In parts of a page; whole pages answer in `test_every_field.py`."""
    numbers = rows_of(build, browser)
    names = "company role name label body note words notes location link email q day code state"
    typed = dict.fromkeys([*names.split(), "sparks", "skills", "file", "key", "version"], TAGS)
    skipped = {"/logout", "/settings/devices/<id:device_id>/sign-out"}

    for method, rule in routes(app):
        if method != "POST" or rule.rule in skipped or "removal" in rule.rule:
            continue
        answer = browser.post(filled(rule, numbers), data=typed, htmx=True)

        assert answer.status_code < 500, rule.rule
        assert not RAW.search(answer.text), rule.rule


def test_toast_with_such_a_name_shows_it(browser: Browser, build: Build) -> None:
    card = build.application(browser.user, role=TAGS)
    browser.post(f"/applications/{card.id}/deletion")

    page = browser.get("/board").text

    assert "is in the bin" in page
    assert not RAW.search(page)

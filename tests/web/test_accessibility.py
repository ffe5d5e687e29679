"""What docs/accessibility.md says of every page, held where no browser is needed."""

import re

import pytest

from tests.browser import Browser
from tests.builders import Build
from tracker.paths import STATIC, TEMPLATES

PAGES = sorted(TEMPLATES.rglob("*.html"))
DOCS = TEMPLATES.parent / "docs" / "accessibility.md"


def test_each_notice_of_a_refused_form_can_have_the_focus_without_script() -> None:
    for file in PAGES:
        for tag in re.findall(r'<[^<>]*role="alert"[^<>]*>', file.read_text()):
            if 'class="error"' in tag and 'id="errors"' not in tag:
                continue  # beside its field, which has the focus
            assert "autofocus" in tag and 'tabindex="-1"' in tag, (file.name, tag)


def test_each_form_that_shows_errors_of_fields_sums_them_up() -> None:
    asks = {"made_before.html"}  # which of two to save; what it holds was right before
    for file in PAGES:
        text = file.read_text()
        whole = "{% extends" in text and "<form" in text
        if whole and re.search(r"\b(field|password)\(form\.", text) and file.name not in asks:
            alone = (
                len(re.findall(r"\bfield\(form\.", text)) == 1 and "autofocus=form.errors" in text
            )
            sums_up = ("error_summary", "still_open", "refusal")
            assert alone or any(each in text for each in sums_up), file.relative_to(TEMPLATES)


def test_live_region_never_holds_a_list_or_is_what_is_swapped() -> None:
    for file in PAGES:
        text = file.read_text()
        for tag in re.findall(r'<[^<>]*(?:role="status"|aria-live)[^<>]*>', text):
            assert "hx-swap" not in tag and "hx-get" not in tag, (file.name, tag)
    assert (
        'id="found" class="stack" aria-live'
        not in (TEMPLATES / "people" / "index.html").read_text()
    )


@pytest.mark.parametrize("path", ["/people/new", "/actions/new", "/settings/password"])
def test_refused_form_begins_its_title_with_error(browser: Browser, path: str) -> None:
    fresh = browser.get(path).text
    where = {"/settings/password": path}.get(path, path.removesuffix("/new"))
    refused = browser.post(where, data={})

    assert refused.status_code == 422
    assert "<title>Error: " in refused.text and "<title>Error" not in fresh
    assert re.search(r'<div class="notice warn" id="errors"[^>]* autofocus>', refused.text)
    assert 'class="needed"' in fresh


def test_move_says_which_card_and_where_it_is_now(browser: Browser, build: Build) -> None:
    first, second = (
        build.application(browser.user, role=role, position=n)
        for n, role in enumerate(("Baker", "Clerk"), start=1)
    )
    facts = {"version": first.version, "key": "a"}
    moved = browser.post(
        f"/applications/{first.id}/stage", data=facts | {"after": second.id}, htmx=True
    )
    assert "Baker moved to 2 of 2." in moved.text
    facts = {"version": second.version, "key": "b", "stage": "interview"}
    moved = browser.post(f"/applications/{second.id}/stage", data=facts, htmx=True)
    assert "Clerk moved to Interview." in moved.text


def test_statement_names_what_holds_it_and_what_was_not_tried(browser: Browser) -> None:
    words = DOCS.read_text()
    for file in re.findall(r"`(e2e/[a-z_]+\.py)`", words):
        assert (TEMPLATES.parent / file).is_file(), file
    for script, said in (("focus", "focus stays on the screen"), ("toast", "F6 goes to")):
        assert said in words and (STATIC / "js" / f"{script}.js").is_file()
    assert "Not tried:** a real screen reader" in words
    said = " ".join(browser.get("/accessibility").text.split())
    assert "No real screen reader has been tried" in said
    assert 'href="/accessibility"' in browser.get("/help").text

"""Résumé, letter and posting behind a link: only where they are ticked, and no other document."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask

from tests.browser import Browser
from tests.builders import Build
from tests.sent import form_of
from tracker.extensions import db
from tracker.models import ShareLink, User
from tracker.models.application import Application
from tracker.sharing.selection import BESIDE, USUAL, Selection, SharedPart

SECRET = b"%PDF-1.4 somebody else"


@pytest.fixture
def owner(build: Build) -> User:
    """Somebody with a résumé, a letter, and one more résumé that was sent nowhere."""
    return build.user(name="Robin")


@pytest.fixture
def card(build: Build, owner: User) -> Application:
    """Sent with both."""
    resume = build.document(owner, label="Résumé v2", content=b"%PDF-1.4 resume")
    letter = build.document(owner, kind="letter", label="To Acme", content=b"%PDF-1.4 letter")
    return build.application(
        owner, company="Acme", resume_id=resume.id, letter_id=letter.id, posting="Acme wants bakers"
    )


@pytest.fixture
def coach(app: Flask) -> Browser:
    """A browser without cookies."""
    return Browser.of(app)


def place(build: Build, owner: User, card: Application, choice: Selection) -> str:
    """Where that application stands behind a link of this choice."""
    _, token = build.link(owner, choice=choice.as_json())
    return f"/s/{token}/applications/{card.id}"


ALL = Selection(USUAL | frozenset(BESIDE))


@pytest.mark.both_databases
def test_what_is_ticked_opens_as_it_was_sent(
    coach: Browser, build: Build, owner: User, card: Application
) -> None:
    here = place(build, owner, card, ALL)
    page = coach.get(here).text
    resume, letter = coach.get(f"{here}/resume"), coach.get(f"{here}/letter")

    assert f'href="{here}/resume"' in page and "Résumé v2" in page
    assert "Acme wants bakers" in page
    assert (resume.data, letter.data) == (b"%PDF-1.4 resume", b"%PDF-1.4 letter")
    assert resume.headers["Content-Disposition"].startswith("attachment")
    assert resume.headers["Cache-Control"] == "no-store"


def test_what_is_not_ticked_is_not_there(
    coach: Browser, build: Build, owner: User, card: Application
) -> None:
    for part in BESIDE:
        here = place(build, owner, card, replace(ALL, parts=ALL.parts - {part}))
        page = coach.get(here).text

        assert (f"{here}/resume" in page) == (part is not SharedPart.RESUME)
        assert (f"{here}/letter" in page) == (part is not SharedPart.LETTER)
        assert ("Acme wants bakers" in page) == (part is not SharedPart.POSTING)
        if part is not SharedPart.POSTING:
            assert coach.get(f"{here}/{part}").status_code == 404


def test_none_of_it_is_ticked_at_first(browser: Browser) -> None:
    ticked = form_of(browser.get("/coach/links/new").text, "/coach/links")
    browser.post("/coach/links", data=ticked)
    link = db.session.scalar(ShareLink.of(browser.user.id))

    assert link is not None
    assert not Selection.from_json(link.choice).parts & frozenset(BESIDE)


def test_no_other_document_opens(
    coach: Browser, build: Build, owner: User, card: Application
) -> None:
    other = build.user()
    with build.together():
        theirs = build.document(other, content=SECRET)
        stray = build.application(owner, resume_id=theirs.id)
        of_other = build.application(other, resume_id=theirs.id)
        binned = build.application(owner, resume_id=card.resume_id, deleted_at=card.created_at)
        build.document(owner, label="Never sent", content=SECRET)
    here = place(build, owner, card, ALL)
    root = here.rpartition("/")[0]
    bare = place(build, owner, card, Selection(frozenset(BESIDE)))

    for tried in (stray.id, of_other.id, binned.id, 999_999):
        assert coach.get(f"{root}/{tried}/resume").status_code == 404
    for word in ("resumes", "photo", "../resume"):
        assert coach.get(f"{here}/{word}").status_code == 404
    assert coach.get(f"{bare}/resume").status_code == 404
    assert coach.get(f"/s/never/applications/{card.id}/resume").status_code == 404


def test_where_companies_are_letters_no_letter_opens_and_the_posting_is_masked(
    coach: Browser, build: Build, owner: User, card: Application
) -> None:
    here = place(build, owner, card, replace(ALL, companies=False))
    page = coach.get(here).text

    assert "Acme" not in page and "Company A wants bakers" in page
    assert coach.get(f"{here}/letter").status_code == 404
    assert coach.get(f"{here}/resume").status_code == 200


def test_a_choice_that_can_not_be_shown_is_asked_about(browser: Browser) -> None:
    form = form_of(browser.get("/coach/links/new").text, "/coach/links")
    letters = {"parts": ["applications", "letter"], "companies": "letters"}
    for facts, why in (
        ({"parts": ["summary", "resume"]}, "belong to applications: tick those, too."),
        (letters, "A letter names the company"),
    ):
        answer = browser.post("/coach/links", data=form | facts)

        assert answer.status_code == 422
        assert why in answer.text
        assert db.session.scalar(ShareLink.of(browser.user.id)) is None


def test_the_owner_opens_them_in_a_preview(
    build: Build, owner: User, card: Application, sign_in: Callable[..., Browser]
) -> None:
    link, _ = build.link(owner, choice=ALL.as_json())
    here = f"/coach/links/{link.id}/preview/applications/{card.id}"
    browser = sign_in(owner)
    asked = "?parts=applications&parts=resume&companies=names&span=all"
    early = f"/coach/preview/applications/{card.id}"

    assert f'href="{here}/resume"' in browser.get(here).text
    assert browser.get(f"{here}/resume").data == b"%PDF-1.4 resume"
    assert f"{early}/resume{asked}".replace("&", "&amp;") in browser.get(f"{early}{asked}").text
    assert browser.get(f"{early}/resume{asked}").data == b"%PDF-1.4 resume"
    assert browser.get(f"{early}/letter{asked}").status_code == 404

"""A hunt on the phone: what arrives by link and by mail, on a train without a connection too."""

import json
import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import select

from e2e.browser.wire import Wire
from e2e.conftest import PHONE, Server, until
from e2e.test_offline import bar, count, is_kept, online
from tracker.clock import now
from tracker.extensions import db
from tracker.fetching.fetch import Fetched
from tracker.models import Application, Interview, Lead, Rejection, User

LINK = "https://jobs.example.org/bakers/7"
POSTING = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "title": "Night baker",
    "hiringOrganization": {"@type": "Organization", "name": "Quandong Bakery"},
    "jobLocation": {"address": {"addressLocality": "Ballarat"}},
    "description": "<p>You bake from two to eight.</p>",
}
SHARE = """(fields) => {
  const form = document.createElement("form")
  Object.assign(form, { method: "post", action: "/share", enctype: "multipart/form-data" })
  for (const [name, value] of Object.entries(fields)) {
    const field = document.createElement("textarea")
    form.append(Object.assign(field, { name, value }))
  }
  document.body.append(form)
  form.submit()
}"""
"""As the phone's Share menu does, which no page can make believe."""
NO = "Unfortunately we have decided to go ahead with another candidate."


class Web:
    """The one page that there is out there."""

    def fetch(self, url: str) -> Fetched:
        data = json.dumps(POSTING)
        return Fetched(url, f'<script type="application/ld+json">{data}</script><p>Bake.</p>')


@pytest.fixture
def page(open_page: Callable[..., Page], person: User, server: Server, wire: Wire) -> Page:
    """A phone whose worker has begun."""
    server.app.extensions["fetcher"] = Web()
    page = open_page(
        PHONE, user=person, base_url=wire.url, service_workers="allow", path="/applications/new"
    )
    until(page, "!!navigator.serviceWorker.controller")
    page.goto("/applications/new")
    is_kept(page, "/applications/new")
    return page


def share(page: Page, **fields: str) -> None:
    page.wait_for_load_state()
    with page.expect_navigation():
        page.evaluate(SHARE, fields)


def email(words: str, subject: str) -> str:
    """One that came an hour ago."""
    sent = now() - timedelta(hours=1)
    return (
        f"From: Ida Wren <ida@quandongbakery.example>\nSubject: {subject}\n"
        f"Date: {sent:%a, %d %b %Y %H:%M:%S} +0000\n\nHello Sam,\n\n{words}\n\nIda Wren\n"
    )


def only(model: type) -> object:
    db.session.rollback()
    return db.session.scalars(select(model)).one()


def test_from_a_shared_link_to_a_no_on_the_train_that_is_there_at_home(
    page: Page, wire: Wire
) -> None:
    share(page, title="Night baker", text=f"Look: {LINK}")
    expect(page.get_by_label("Company")).to_have_value("Quandong Bakery")
    page.get_by_role("button", name="Save as a lead").tap()
    expect(page).to_have_url(re.compile("/leads$"))
    lead = only(Lead)
    assert isinstance(lead, Lead)
    assert (lead.role, lead.link) == ("Night baker", LINK)
    assert "You bake from two to eight." in lead.posting

    page.get_by_role("button", name="I applied: Night baker").tap()
    expect(page.get_by_text("On the board. Open it")).to_be_visible()
    card = only(Application)
    assert isinstance(card, Application)
    number = card.id
    assert (card.company, card.stage, card.link) == ("Quandong Bakery", "applied", LINK)
    for place in ("/board", "/today"):
        page.goto(place)
        is_kept(page, place)

    on = (now() + timedelta(days=12)).date()
    words = f"we would like to invite you to an interview on {on:%A} {on.day} {on:%B %Y} at 2.30pm."
    share(page, text=email(words, "Night baker: interview"))
    page.get_by_role("button", name=re.compile("^Add the interview")).tap()
    expect(page).to_have_url(re.compile(f"/applications/{number}$"))
    interview = only(Interview)
    assert isinstance(interview, Interview)
    assert (interview.on, interview.application_id) == (on, number)

    share(page, text=email(NO, "Your application as night baker"))
    is_kept(page, "/today")
    told = page.get_by_role("button", name="Save it", exact=True)
    expect(told).to_be_visible()
    wire.sever()
    told.tap()
    expect(bar(page)).to_contain_text("1 change waiting")
    share(page, title="Pastry cook", text=f"{LINK}8 Mornings only")
    expect(page.get_by_label("Role")).to_have_value("Pastry cook")
    page.get_by_label("Company").first.fill("Saltbush Cakes")
    page.get_by_role("button", name="Save", exact=True).tap()
    expect(bar(page)).to_contain_text("2 changes waiting")
    assert (count(Rejection), count(Application)) == (0, 1)

    wire.mend()
    online(page)
    rejection = only(Rejection)
    assert isinstance(rejection, Rejection)
    assert NO in rejection.words
    assert rejection.application_id == number
    db.session.rollback()
    added = db.session.scalars(select(Application).order_by(Application.id)).all()
    assert [(each.company, each.stage) for each in added] == [
        ("Quandong Bakery", "rejected"),
        ("Saltbush Cakes", "applied"),
    ]
    assert (added[1].link, added[1].role) == (f"{LINK}8", "Pastry cook")
    page.goto(f"/applications/{number}")
    expect(page.locator("main")).to_contain_text(NO)


def several(at: str = "9.30 am", other: str = "1.00 pm") -> str:
    """An email that names two times of one day."""
    on = (now() + timedelta(days=12)).date()
    lines = "".join(f"- {on:%A} {on.day} {on:%B %Y}, {each}\n" for each in (at, other))
    return f"we would like to invite you to an interview. These times are free:\n{lines}"


def test_back_finds_a_pasted_email_and_a_time_that_is_tapped_moves_nothing(
    open_page: Callable[..., Page], person: User
) -> None:
    page = open_page(PHONE, user=person, path="/mail")
    page.get_by_label("Paste the whole email").fill(email(several(), "Night baker: interview"))
    page.get_by_role("button", name="Read it").tap()
    expect(page).to_have_url(re.compile(r"/mail/proposals/\d+$"))
    page.get_by_role("button", name=re.compile("^Add the interview")).tap()
    expect(page.get_by_text("Tap one of these, or “Another time”.")).to_be_visible()
    page.go_back()

    rows, picked = page.locator(".times"), page.get_by_role("radio", name=re.compile("13:00$"))
    before = rows.bounding_box()
    picked.check()
    assert rows.bounding_box() == before
    expect(page.get_by_label("Day", exact=True)).to_be_hidden()
    page.get_by_role("link", name="Back to Emails").tap()
    expect(page.get_by_role("heading", name="Emails")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("radio", name=re.compile("13:00$"))).to_be_checked()
    page.get_by_role("radio", name="Another time").check()
    expect(page.get_by_label("Day", exact=True)).to_be_visible()
    page.get_by_role("link", name="Later").tap()
    expect(page).to_have_url(re.compile("/mail$"))
    expect(page.get_by_role("heading", name="To check")).to_be_visible()

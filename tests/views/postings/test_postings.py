"""Put a posting in: a link, an ad or a shared page becomes a lead or an application."""

import html
import json
import re

import pytest
from flask import Flask

from tests.browser import Browser
from tests.postings.measure import labelled
from tests.views.leads.test_leads import count, only
from tracker.extensions import db
from tracker.fetching.fetch import Fetched
from tracker.fetching.refusals import Refused, Why
from tracker.models import Application, Skill
from tracker.views.postings import posting_reader

PAGES = {case.name: case for case in labelled()}
AD = PAGES["ocr"].content
LINK = "https://jobs.bakery.example/7"


class Web:
    """Stands for the open web: what it answers is given, and what was asked is known."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.answer: str | Why = Why.UNREACHABLE

    def fetch(self, url: str) -> Fetched:
        assert db.engine.pool.checkedout() == 0, "a connection is held while a page is fetched"
        self.asked.append(url)
        if isinstance(self.answer, Why):
            raise Refused(self.answer)
        return Fetched(url, self.answer)


@pytest.fixture
def web(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Web:
    made = Web()
    monkeypatch.setitem(app.extensions, "fetcher", made)
    return made


def fields(page: str) -> dict[str, str]:
    """What the fields of a page hold, by name."""
    found = dict(re.findall(r'<input[^>]*? name="(\w+)"[^>]*? value="([^"]*)"', page))
    found |= dict(re.findall(r'<textarea[^>]*? name="(\w+)"[^>]*>\r?\n?([^<]*)', page))
    found |= dict(re.findall(r'name="(\w+)" value="([^"]*)" checked', page))
    return {name: html.unescape(value) for name, value in found.items()}


def test_an_ad_that_is_pasted_is_read_looked_at_and_saved_as_a_lead(
    browser: Browser, web: Web
) -> None:
    page = browser.post("/postings/look", data={"ad": AD})
    said = fields(page.text)

    assert page.status_code == 200 and not web.asked
    assert said["role"] == "Apprentice Plumber" and said["company"] == "Koala Plumbing Pty Ltd"
    assert said["closes_on"] == "2027-01-08" and said["employment"] == "apprenticeship"
    assert "Onward read the role, company, place, kind of work, pay and closing day." in page.text
    assert count() == 0 and 'formaction="/applications"' in page.text

    assert browser.post("/leads", data=said).status_code == 303
    lead = only()
    assert (lead.role, lead.employment) == ("Apprentice Plumber", "apprenticeship")
    assert "Must have: own transport, white card" in lead.posting


def test_a_link_becomes_an_application_with_its_posting_and_skills(
    browser: Browser, build, web: Web
) -> None:
    build.skill(browser.user, "Python")
    build.skill(browser.user, "Pottery")
    web.answer = PAGES["greenhouse"].content
    link = PAGES["greenhouse"].wanted["link"]
    page = browser.post("/postings/look", data={"ad": link})
    said = fields(page.text)

    assert web.asked == [link]
    assert said["link"] == link and said["source"] == "Greenhouse"
    assert browser.post("/applications", data=said).status_code == 303
    made = only(Application)
    assert (made.company, made.workplace, made.stage) == ("Harbourlight", "hybrid", "applied")
    assert "- Five years with Python and SQL" in made.posting and made.applied_on
    page = browser.get(f"/applications/{made.id}").text
    assert "Python" in page and "Pottery" not in page


def test_a_lead_takes_its_posting_skills_and_hours_along_when_it_is_applied_for(
    browser: Browser, build
) -> None:
    sent = {"role": "Cook", "company": "Bond", "posting": "We cook.", "workplace": "onsite",
            "employment": "casual", "skills": ["Baking", "Knives, Baking"], "key": "k"}  # fmt: skip
    browser.post("/leads", data=sent)
    lead = only()
    assert lead.skills == "Baking, Knives"
    browser.post(f"/leads/{lead.id}/application")
    made = only(Application)

    assert (made.posting, made.workplace, made.employment) == ("We cook.", "onsite", "casual")
    names = [each.name for each in db.session.scalars(Skill.of(browser.user.id))]
    assert names == ["Baking", "Knives"]


@pytest.mark.parametrize("why", list(Why))
def test_a_page_that_cannot_be_read_still_becomes_a_lead_with_its_link(
    browser: Browser, web: Web, why: Why
) -> None:
    web.answer = why
    page = browser.post("/postings/look", data={"ad": f"Look at {LINK}"})
    said = fields(page.text)

    assert (
        page.status_code == 200
        and html.escape(posting_reader.UNREAD[why], quote=False) in page.text
    )
    assert "<h1>The link could not be read</h1>" in page.text and "Your link is kept" in page.text
    assert page.text.index("Paste the ad instead") < page.text.index("Save as a lead")
    assert re.findall(r'class="main"[^>]*>([^<]+)', page.text) == ["Read it"]
    assert said["link"] == LINK
    assert browser.post("/leads", data=said).status_code == 303
    assert only().link == LINK


def test_a_title_that_was_shared_with_a_link_says_what_the_page_could_not(
    browser: Browser, web: Web
) -> None:
    web.answer = Why.REFUSED
    shared = f"Night Baker at Bond | LinkedIn\n{LINK}"
    said = fields(browser.post("/postings/look", data={"ad": shared}).text)

    assert (said["role"], said["company"], said["link"]) == ("Night Baker", "Bond", LINK)


def test_a_wall_before_the_page_is_told_as_one(browser: Browser, web: Web) -> None:
    for wall in (
        "",
        "<title>Sign in | LinkedIn</title><h1>Sign in</h1>",
        "<div id=root></div>",
        "{}",
        "<title>Just a moment...</title><h1>Verify you are human</h1>",
    ):
        web.answer = wall
        page = browser.post("/postings/look", data={"ad": LINK})

        assert "found no job ad in it" in page.text, wall
        assert fields(page.text)["link"] == LINK and not fields(page.text).get("role"), wall


def test_the_ad_pasted_after_a_link_could_not_be_read_keeps_the_link(
    browser: Browser, web: Web
) -> None:
    page = browser.post("/postings/look", data={"link": LINK, "ad": AD})

    assert fields(page.text)["link"] == LINK and not web.asked
    assert fields(page.text)["role"] == "Apprentice Plumber"
    browser.post("/postings/look", data={"link": LINK, "ad": "https://jobs.bakery.example/8"})
    assert web.asked == ["https://jobs.bakery.example/8"]


def test_nothing_is_fetched_where_the_setting_is_off(
    app: Flask, browser: Browser, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    monkeypatch.setitem(app.config, "ONWARD", replace(app.config["ONWARD"], fetch_postings=False))
    page = browser.post("/postings/look", data={"ad": LINK})

    assert not web.asked and html.escape(posting_reader.OFF, quote=False) in page.text
    assert fields(page.text)["link"] == LINK


def test_a_person_has_only_so_many_pages_fetched(
    browser: Browser, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert posting_reader.FETCHES.pair <= 60
    monkeypatch.setattr(posting_reader, "FETCHES", posting_reader.FETCHES._replace(pair=3))
    for _ in range(posting_reader.FETCHES.pair):
        browser.post("/postings/look", data={"ad": LINK})
    page = browser.post("/postings/look", data={"ad": LINK})

    assert len(web.asked) == posting_reader.FETCHES.pair
    assert page.status_code == 200 and "That was a lot of tries" in page.text


def test_what_was_typed_on_the_add_page_stays_and_the_rest_is_filled(
    browser: Browser, web: Web
) -> None:
    typed = {
        "ad": AD,
        "into": "application",
        "company": "My own words",
        "note": "A note",
        "key": "k",
    }
    page = browser.post("/postings/look", data=typed | {"applied_on": "2026-01-02"})
    said = fields(page.text)

    assert "Add an application" in page.text and said["key"] == "k"
    assert said["company"] == "My own words" and said["note"] == "A note"
    assert said["role"] == "Apprentice Plumber" and said["applied_on"] == "2026-01-02"
    said = fields(browser.post("/postings/look", data={"ad": AD, "into": "lead"}).text)
    assert said["role"] == "Apprentice Plumber" and said["closes_on"] == "2027-01-08"
    empty = browser.post("/postings/look", data={"ad": " ", "into": "lead", "role": "Cook"})
    assert "Paste a link or the ad first" in empty.text and fields(empty.text)["role"] == "Cook"


@pytest.mark.both_databases
def test_the_same_opening_is_noticed_and_never_in_the_way(
    browser: Browser, build, web: Web
) -> None:
    lead = build.lead(browser.user, link=f"{LINK}?utm_source=x", role="Baker", company="Bond")
    card = build.application(
        browser.user, company="KOALA plumbing pty ltd", role="apprentice plumber", link=""
    )
    build.application(build.user(), company="Koala Plumbing Pty Ltd", role="Apprentice Plumber")
    by_words = browser.post("/postings/look", data={"ad": AD}).text
    by_link = browser.post("/postings/look", data={"ad": f"http://www.{LINK[8:]}/#apply"}).text

    assert by_words.count("You have this already") == 1
    assert f'as an application: <a href="/applications/{card.id}"' in by_words
    assert f'as a lead: <a href="/leads/{lead.id}"' in by_link
    assert "Save as a lead" in by_link


def test_a_share_or_a_bookmark_fills_the_field_and_reads_nothing_unasked(
    browser: Browser, web: Web
) -> None:
    for address in ("/postings/new", "/capture"):
        page = browser.get(
            address, query_string={"title": "Cook <b>", "url": LINK, "text": f"{LINK} "}
        )
        assert fields(page.text)["ad"] == f"Cook <b>\n{LINK}" and not web.asked
    data = json.dumps({"@type": "JobPosting", "title": "Cook", "hiringOrganization": "Bond"})
    sent = {"ad": f"Cook - Bond\n{LINK}\n\n{'We cook. ' * 60}", "data": data, "only_words": "1"}
    said = fields(browser.post("/postings/look", data=sent).text)
    assert (said["role"], said["company"], said["link"]) == ("Cook", "Bond", LINK)


def test_an_empty_field_is_asked_about(browser: Browser, web: Web) -> None:
    page = browser.post("/postings/look", data={"ad": "  "})

    assert page.status_code == 422 and "Paste a link or the ad first." in page.text
    for sent, title in (
        ({"from": "ways"}, "Ways to put a posting in"),
        ({"into": "lead"}, "Save a lead"),
        ({"into": "application"}, "Add an application"),
    ):
        page = browser.post("/postings/look", data={"ad": " ", **sent})
        assert f"<h1>{title}</h1>" in page.text, title
        assert page.text.count("Paste a link or the ad first.") == 1
        assert 'id="ad-error"' in page.text and "autofocus" in page.text


def test_hostile_words_are_shown_as_words(browser: Browser, web: Web) -> None:
    web.answer = (
        "<title>x</title><h1>&lt;script&gt;alert(1)&lt;/script&gt; Cook</h1>" + "<p>a b" * 90
    )
    page = browser.post("/postings/look", data={"ad": LINK}).text

    assert "<script>alert(1)" not in page and "&lt;script&gt;alert(1)" in page
    said = browser.post("/postings/look", data={"ad": "javascript:alert(1)"}).text
    assert 'href="javascript:alert' not in said


def test_the_ways_name_this_servers_own_address(browser: Browser) -> None:
    page = browser.get("/postings/ways").text

    assert "http://localhost/postings/new#" in html.unescape(page)
    assert 'href="javascript:(()' in html.unescape(page)
    assert "/postings/new#" in page

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from tests.browser import Browser
from tracker.clock import now
from tracker.extensions import db
from tracker.models import Application, Lead, Note
from tracker.values.days import day_of

LEAD = {"role": "Barista", "company": "Bond", "link": "bond.example/jobs", "key": "a-key"}


def count(model: object = Lead) -> int:
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(model))


def only(model: type = Lead):
    db.session.rollback()
    return db.session.scalars(select(model)).one()


def test_another_persons_lead_is_not_there(browser: Browser, build) -> None:
    url = f"/leads/{build.lead(build.user()).id}"
    assert browser.get(url).status_code == 404
    assert browser.get(f"{url}/edit").status_code == 404
    for place in ("", "/application", "/application/reversal", "/deletion", "/deletion/reversal"):
        assert browser.post(url + place, data=LEAD).status_code == 404


def test_an_empty_lead_is_asked_about(browser: Browser) -> None:
    answer = browser.post("/leads", data={"notes": "Seen on the bus"})
    assert answer.status_code == 422
    assert "Seen on the bus" in answer.text and "is enough" in answer.text
    assert count() == 0


def test_notes_over_1_mb_are_refused_with_their_text_kept(browser: Browser) -> None:
    notes = "n" * (1024 * 1024 + 1)
    answer = browser.post("/leads", data=LEAD | {"notes": notes})
    assert answer.status_code == 413 and notes in answer.text


def test_no_leads_yet_says_what_they_are_for(browser: Browser) -> None:
    assert "Openings for later" in browser.get("/leads").text


def test_a_link_is_enough(browser: Browser) -> None:
    assert browser.post("/leads", data={"link": "example.org/j"}).status_code == 303
    page = browser.get("/leads").text
    assert 'href="https://example.org/j"' in page and "noreferrer" in page


def test_a_lead_sent_twice_is_saved_once_and_changed_on_the_way_back_is_asked_about(
    browser: Browser,
) -> None:
    for _ in range(2):
        assert browser.post("/leads", data=LEAD).status_code == 303
    answer = browser.post("/leads", data=LEAD | {"role": "Head barista"})
    assert answer.status_code == 409
    assert "Head barista" in answer.text and f'formaction="/leads/{only().id}"' in answer.text
    assert count() == 1


def test_those_that_close_first_stand_on_top(browser: Browser, build) -> None:
    today = day_of(now(), browser.user.zone)
    with build.together():
        build.lead(browser.user, role="Open end")
        build.lead(browser.user, role="Next week", closes_on=today + timedelta(days=7))
        build.lead(browser.user, role="Soon", closes_on=today + timedelta(days=1), excitement=4)
        build.lead(browser.user, role="Past", closes_on=today - timedelta(days=1))
        build.lead(browser.user, role="Gone", deleted_at=now())
    page = browser.get("/leads").text
    assert page.index("Soon") < page.index("Next week") < page.index("Open end")
    assert page.index("Open end") < page.index("Past")
    assert "closes tomorrow" in page and "You said it excites you a lot" in page
    assert "Gone" not in page


def test_many_leads_come_page_by_page(browser: Browser, build) -> None:
    with build.together():
        for number in range(51):
            build.lead(browser.user, role=f"Lead {number:02}")
    assert "/leads?page=2" in browser.get("/leads").text
    assert "Lead 00" in browser.get("/leads?page=2").text
    for number in ("0", "x", "-1", "9" * 40):
        assert browser.get(f"/leads?page={number}").status_code == 200


def test_it_can_be_changed_and_deleted_and_brought_back(browser: Browser, build) -> None:
    lead = build.lead(browser.user)
    assert "Barista" in browser.get(f"/leads/{lead.id}").text
    assert 'value="Barista"' in browser.get(f"/leads/{lead.id}/edit").text
    browser.post(f"/leads/{lead.id}", data=LEAD | {"closes_on": "2026-04-01"})
    assert (only().company, only().closes_on) == ("Bond", date(2026, 4, 1))
    browser.post(f"/leads/{lead.id}/deletion")
    assert "Undo" in browser.get("/leads").text
    browser.post(f"/leads/{lead.id}/deletion/reversal")
    assert only().deleted_at is None


def test_what_is_missing_is_asked_for_before_it_becomes_an_application(browser, build) -> None:
    lead = build.lead(browser.user, role="Barista", company="", notes="Seen on the bus")
    answer = browser.post(f"/leads/{lead.id}/application")
    assert answer.status_code == 422
    assert "Which company is it?" in answer.text and "Seen on the bus" in answer.text
    assert f'class="main" formaction="/leads/{lead.id}/application"' in answer.text
    assert count(Application) == 0
    answer = browser.post(f"/leads/{lead.id}/application", data=LEAD)
    assert answer.status_code == 303
    assert only(Application).company == "Bond"


def test_i_applied_takes_everything_along(browser: Browser, build) -> None:
    lead = build.lead(
        browser.user,
        company="Bond",
        link="https://example.org",
        posting="We pour.",
        pay_text="$30 an hour",
        notes="Ask for **Ines**",
        excitement=5,
        closes_on=date(2026, 4, 1),
    )
    answer = browser.post(f"/leads/{lead.id}/application")
    made = only(Application)
    assert answer.location == f"/board#card-{made.id}"
    assert (made.company, made.posting, made.pay_min) == ("Bond", "We pour.", 3000)
    assert made.applied_on == day_of(now(), browser.user.zone)
    assert only(Note).body == "Ask for **Ines**"
    assert only().application_id == made.id
    assert "Openings for later" in browser.get("/leads").text


@pytest.mark.parametrize("taps", [2, 8])
def test_i_applied_tapped_often_makes_one(app, build, sign_in, taps: int) -> None:
    user = build.user()
    url = f"/leads/{build.lead(user, company='Bond').id}/application"
    browsers = [sign_in(user) for _ in range(taps)]
    with ThreadPoolExecutor(taps) as pool:
        answers = list(pool.map(lambda each: each.post(url), browsers))
    assert len({answer.location for answer in answers}) == 1
    assert count(Application) == 1


def test_i_applied_can_be_taken_back(browser: Browser, build) -> None:
    lead = build.lead(browser.user, company="Bond")
    browser.post(f"/leads/{lead.id}/application")
    browser.post(f"/leads/{lead.id}/application/reversal")
    assert only(Application).deleted_at is not None
    assert "Barista" in browser.get("/leads").text


def test_what_is_ticked_in_the_list_stays_there_until_one_goes_on(browser, build) -> None:
    lead = build.lead(browser.user, role="Barista", company="Bond", excitement=4)
    bare = build.lead(browser.user, role="Usher", company="", excitement=5)
    url, came = f"/leads/{lead.id}/application", {"Referer": "http://localhost/leads?sort=newest"}
    done = browser.post(url, headers=came)
    assert done.location == f"/leads?sort=newest&ticked={lead.id}#lead-{lead.id}"
    page = browser.get(done.location).text
    card = only(Application)
    assert (
        page.index('"auto">Usher') < page.index('"auto">Barista')
        and f'action="{url}/reversal"' in page
    )
    assert "On the board." in page and f'href="/applications/{card.id}"' in page
    assert f'"lead-{lead.id}"' not in browser.get("/leads").text

    came = {"Referer": f"http://localhost{done.location}"}
    assert browser.post(f"{url}/reversal", headers=came).location == (
        f"/leads?sort=newest#lead-{lead.id}"
    )
    assert (only(Application).deleted_at is not None) and f'"{url}"' in browser.get("/leads").text

    came = {"Referer": f"http://localhost/leads/like/{card.id}"}
    row = browser.post(url, headers=came, htmx=True).text
    assert f'hx-target="#lead-{lead.id}"' in row and 'aria-pressed="true"' in row
    assert 'id="lead' not in row.partition("</hx-partial>")[2] and "Usher" not in row
    row = browser.post(f"{url}/reversal", headers=came, htmx=True).text
    assert "aria-pressed" not in row and "Not this one" not in row
    assert f'hx-post="/leads/{bare.id}/' not in browser.get("/leads").text, "it is asked about"
    other = build.lead(build.user(), role="Theirs", company="Fern")
    assert "Theirs" not in browser.get(f"/leads?ticked={other.id}&ticked=x").text


def test_a_lead_is_read_first_and_changed_on_a_page_of_its_own(browser: Browser, build) -> None:
    facts = {
        "location": "Darwin NT",
        "pay_text": "$30 an hour",
        "source": "A sign",
        "excitement": 4,
    }
    more = {
        "skills": "python, SQL",
        "posting": "We pour.",
        "notes": "Ask Ines",
        "link": "https://a.b/1",
    }
    build.skill(browser.user, "Python", level="gap")
    facts["closes_on"] = day_of(now(), browser.user.zone)
    lead = build.lead(browser.user, role="Barista", company="Bond", **facts, **more)
    page = browser.get(f"/leads/{lead.id}").text
    told = " ".join(re.sub(r"<[^>]+>", "", page.partition("<main")[2]).split())
    assert "Why it is here You said it excites you a lot Closes today" in told
    assert told.count("Closes") == 1
    for words in (
        "Darwin NT",
        "$30 an hour",
        "To learnpython",
        "SQL",
        "We pour.",
        "Ask Ines",
        "a.b",
    ):
        assert words in told, words
    assert page.count('class="button main"') + page.count('class="main') == 1
    assert f'href="/leads/{lead.id}/edit"' in page and "<textarea" not in page
    form = browser.get(f"/leads/{lead.id}/edit").text
    assert form.count('class="main"') == 1 and "I applied" not in form
    wrong = {"role": "Waiter", "company": "Bond", "closes_on": "soon", "notes": "Mine"}
    refused = browser.post(f"/leads/{lead.id}", data=wrong)
    assert (
        refused.status_code == 422 and 'value="Waiter"' in refused.text and "Mine" in refused.text
    )
    saved = browser.post(f"/leads/{lead.id}", data=wrong | {"closes_on": ""})
    assert saved.location == f"/leads/{lead.id}" and only().role == "Waiter"

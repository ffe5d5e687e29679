"""All there was with one company, by its name alone, and nothing that is private."""

import re
from datetime import date, timedelta
from html import unescape

import pytest

from tests.browser import Browser
from tests.sent import queries
from tracker.clock import now

NAME = "Öko Café & Söhne"
PLACE = "/companies?name=%C3%96ko+Caf%C3%A9+%26+S%C3%B6hne"


@pytest.mark.both_databases
def test_all_there_was_with_them_stands_on_one_page_whatever_the_capitals(browser, build) -> None:
    user = browser.user
    document = build.document(user, label="Résumé for cafés")
    one = build.application(
        user, company=NAME, role="Baker", applied_on=date(2026, 3, 2), resume_id=document.id,
        stage="rejected",
    )  # fmt: skip
    two = build.application(user, company=NAME.replace("Café", "CAFé"), role="Waiter")
    build.rejection(one, words="We chose another baker.")
    build.feedback(one, "Bring more samples.")
    build.feedback(one, "My own lesson", channel="own")
    build.attempt(one)
    build.interview(two, on=date(2026, 3, 9), kind="panel")
    build.offer(two, received_on=date(2026, 3, 20))
    build.lead(user, company=NAME, role="Barista", closes_on=date(2026, 3, 1))
    build.contact(user, "Ines Ito", company=NAME, phone="0400 000 000")
    build.part(two, build.contact(user, "Jo Recruits", company="An agency"))
    build.application(user, company="Another", role="Elsewhere")
    build.application(user, company=NAME, role="In the bin", deleted_at=now())
    other = build.user()
    build.application(other, company=NAME, role="Not yours")
    build.lead(other, company=NAME, role="Nor this")
    for private in (build.thought, build.check_in):
        private(one)
    build.note(one, "A private note", private=True)

    page = browser.get(PLACE).text

    for said in (
        "Baker", "Waiter", "Barista", "“We chose another baker.”", "“Bring more samples.”", "Panel",
        "An offer waits for your answer.",
        f'href="/applications/{two.id}/offer?from=%2Fcompanies%3Fname%3D',
        "Ines Ito", "Jo Recruits", "Résumé for cafés", "2 applications",
        "You asked them for advice once.", "closed Sun 1 Mar",
    ):  # fmt: skip
        assert said in page, said
    assert page.index(">People<") < page.index(">Applications<")
    assert 'href="tel:0400000000" aria-label="Call Ines Ito"' in page
    assert len(re.findall(r'class="dots far[0-6]"', page)) == 1, "the one with a no"
    for other_words in ("Elsewhere", "In the bin", "Not yours", "Nor this", "I freeze", "private"):
        assert other_words not in page.partition("<main")[2], other_words
    assert "My own lesson" not in page
    assert PLACE.replace("&", "&amp;") in browser.get(f"/applications/{one.id}").text
    assert "/companies?name=%C3%96ko" in browser.get("/search?q=Caf%C3%A9").text


def test_lead_and_person_lead_to_it_and_a_name_that_nobody_has_is_no_fault(browser, build) -> None:
    lead = build.lead(browser.user, company="Acme & Co")
    person = build.contact(browser.user, company="Acme & Co")
    for address, label in ((f"/leads/{lead.id}", "Lead"), (f"/people/{person.id}", "Person")):
        way = re.search(r'href="(/companies[^"]+)"', browser.get(address).text)
        assert way is not None and way[1].startswith("/companies?name=Acme+%26+Co&amp;from=")
        back = f'<a class="back" href="{address}"><span class="vh">Back to </span>{label}</a>'
        assert back in browser.get(unescape(way[1])).text
    for name in ("Nobody", "%25", "%00", "x" * 5_000, "%3Cscript%3Ealert(1)"):
        page = browser.get(f"/companies?name={name}")
        assert page.status_code in (200, 404) and "<script>alert" not in page.text
    assert "Nothing with them yet" in browser.get("/companies?name=Nobody").text
    assert browser.get("/companies").status_code == 404


def test_what_is_opened_from_it_leads_back_to_it_and_to_nowhere_else(browser, build) -> None:
    lead = build.lead(browser.user, company="Acme & Co", role="Clerk")
    build.application(browser.user, company="Acme & Co", role="Baker")
    page = browser.get("/companies?name=Acme+%26+Co").text
    assert 'class="back" href="/board"' in page
    rows = re.findall(r'href="(/(?:leads|applications)/\d[^"]+)" dir', page)
    assert len(rows) == 2
    for row in rows:
        back = re.search(r'<a class="back" href="([^"]+)"', browser.get(unescape(row)).text)
        assert back is not None and unescape(back[1]) == "/companies?name=Acme+%26+Co"
    for place in (
        "//evil.example",
        "/companies",
        "/leads/1/removal",
        "https://evil.example/leads/1",
    ):
        page = browser.get(f"/leads/{lead.id}", query_string={"from": place}).text
        assert 'class="back" href="/leads"' in page, place


def test_an_agency_with_sixty_applications_is_few_queries_and_its_long_lists_are_folded(
    browser: Browser, build
) -> None:
    build.application(browser.user, company="Agency")
    browser.get("/companies?name=Agency")
    asked = queries(lambda: browser.get("/companies?name=Agency"))
    for number in range(59):
        on = date(2026, 1, 5) + timedelta(days=number)
        build.application(browser.user, company="Agency", role=f"Role {number}", applied_on=on)
    page = browser.get("/companies?name=agency").text
    assert queries(lambda: browser.get("/companies?name=Agency")) == asked == 8
    assert "60 applications, the first in January 2026" in page
    assert "52 more</summary>" in page and "Role 0<" in page

"""People: listed, found, changed, and the parts they play."""

import pytest
from sqlalchemy import select

from tests.browser import Browser
from tests.sent import form_of, queries, undo_of
from tracker.extensions import db
from tracker.models import Application, ApplicationContact, Contact
from tracker.views.people.people import PAGE
from tracker.views.people.people_presenter import mailto, tel

LONG = "株" * 500


def people(user_id: int) -> list[Contact]:
    db.session.rollback()
    return list(db.session.scalars(Contact.of(user_id)))


def parts(card: Application) -> list[tuple[int, str]]:
    db.session.rollback()
    rows = Contact.on(db.session(), card)
    return [(contact.id, part) for contact, _, part in rows]


def part_id(card: Application) -> int:
    return db.session.scalars(
        select(ApplicationContact.id).where(ApplicationContact.application_id == card.id)
    ).one()


@pytest.fixture
def card(browser: Browser, build) -> Application:
    return build.application(browser.user)


def test_anothers_people_are_not_found_and_not_listed(browser, sign_in, build) -> None:
    theirs = build.contact(sign_in().user, "Somebody Else")

    assert browser.get(f"/people/{theirs.id}").status_code == 404
    assert browser.post(f"/people/{theirs.id}", data={"name": "Mine"}).status_code == 404
    assert browser.post(f"/people/{theirs.id}/removal").status_code == 404
    assert "Somebody Else" not in browser.get("/people?q=Somebody").text


def test_person_without_a_name_is_asked_for_again_with_the_rest_kept(browser) -> None:
    answer = browser.post("/people", data={"name": " ", "phone": "0400 1", "key": "k"})

    assert answer.status_code == 422
    assert form_of(answer.text, "/people")["phone"] == "0400 1"
    assert people(browser.user.id) == []


def test_name_that_is_too_long_is_refused_and_one_of_500_is_shown_whole(browser) -> None:
    assert browser.post("/people", data={"name": LONG + "株"}).status_code == 422
    browser.post("/people", data={"name": LONG})

    assert LONG in browser.get("/people").text


def test_person_sent_twice_is_one(browser) -> None:
    for _ in range(2):
        browser.post("/people", data={"name": "Mary", "key": "k"})

    assert [person.name for person in people(browser.user.id)] == ["Mary"]


def test_people_are_found_by_name_title_and_company_however_typed(browser, build) -> None:
    build.contact(browser.user, "Mary O’Connor", company="MÖWE & Söhne", title="Talent Partner")
    build.contact(browser.user, "Jo Bloggs")

    for q in ("mary", "MARY conn", "möwe", "mowe", "talent"):
        page = browser.get("/people", query_string={"q": q}).text

        assert "Mary O’Connor" in page, q
        assert "Jo Bloggs" not in page, q


def test_nobody_found_says_so(browser, build) -> None:
    build.contact(browser.user, "Mary")

    assert "Nobody fits" in browser.get("/people?q=100%25").text


def test_long_list_goes_on_and_asks_few_queries(browser, build) -> None:
    with build.together():
        for number in range(PAGE + 3):
            build.contact(browser.user, f"Person {number:03}")

    first = browser.get("/people").text
    further = browser.get(f"/people?from={PAGE}", htmx=True).text

    assert f"Person {PAGE - 1:03}" in first
    assert f"Person {PAGE:03}" not in first
    assert f"Person {PAGE:03}" in further
    assert "<html" not in further
    assert queries(lambda: browser.get("/people")) == 2


@pytest.mark.parametrize(
    ("phone", "link"),
    [
        ("0400 123 456", "tel:0400123456"),
        ("+61 (0)2 9000 0000", "tel:+61290000000"),
        ("02 9000 0000 ext 12", "tel:0290000000"),
        ("ask at reception", None),
        ("12", None),
        ("javascript:1234", None),
        ("1" * 30, None),
        ("", None),
    ],
)
def test_only_numbers_can_be_dialled(phone: str, link: str | None) -> None:
    assert tel(phone) == link


@pytest.mark.parametrize(
    ("email", "link"),
    [
        ("mary@example.org", "mailto:mary@example.org"),
        ("mary+jobs@example.org", "mailto:mary+jobs@example.org"),
        ("mary@example.org?cc=x@y.z", None),
        ("a@b.c,d@e.f", None),
        ("mary at example", None),
        ("j%0d@example.org", "mailto:j%250d@example.org"),
        ("", None),
    ],
)
def test_only_single_addresses_can_be_written_to(email: str, link: str | None) -> None:
    assert mailto(email) == link


def test_persons_page_shows_the_applications_with_them(browser, build, card) -> None:
    with build.together():
        contact = build.contact(browser.user)
        build.part(card, contact, "referrer")
        build.part(
            build.application(browser.user, role="Gone", deleted_at=card.created_at), contact
        )

    page = browser.get(f"/people/{contact.id}").text

    assert f'href="/applications/{card.id}"' in page
    assert "Referrer" in page
    assert "Gone" not in page


def test_deleted_person_comes_back_with_every_part(browser, build, card) -> None:
    contact = build.contact(browser.user, "Mary", notes="Kind")
    build.part(card, contact, "referrer")
    build.part(card, contact, "interviewer")
    browser.post(f"/people/{contact.id}/removal")
    assert people(browser.user.id) == []
    assert parts(card) == []

    undo = undo_of(browser.get("/people").text)
    assert browser.post(undo, data={"key": "u"}).status_code == 303

    back = people(browser.user.id)[0]
    assert (back.name, back.notes) == ("Mary", "Kind")
    assert sorted(part for _, part in parts(card)) == ["interviewer", "referrer"]


def test_removal_of_an_application_cannot_be_undone_as_a_persons(browser, build, card) -> None:
    removal = build.removal(card)

    assert browser.post(f"/people/removals/{removal.id}/reversal").status_code == 404


def test_part_needs_somebody(browser, card) -> None:
    place = f"/applications/{card.id}/people"

    answer = browser.post(place, data={"part": "recruiter", "phone": "0400"})

    assert answer.status_code == 422
    assert "Choose somebody, or write a name." in answer.text
    assert form_of(answer.text, place)["phone"] == "0400"


def test_anothers_person_cannot_be_given_a_part(browser, sign_in, build, card) -> None:
    theirs = build.contact(sign_in().user)

    answer = browser.post(
        f"/applications/{card.id}/people", data={"contact_id": theirs.id, "part": "hr"}
    )

    assert answer.status_code == 422
    assert parts(card) == []


def test_somebody_new_is_added_with_their_part(browser, card) -> None:
    sent = {"part": "hiring_manager", "name": "Jo", "phone": "0400 000 000", "key": "k"}
    for _ in range(2):
        browser.post(f"/applications/{card.id}/people", data=sent)

    made = people(browser.user.id)
    assert [person.name for person in made] == ["Jo"]
    assert parts(card) == [(made[0].id, "hiring_manager")]
    page = browser.get(f"/applications/{card.id}").text
    assert "Hiring manager" in page
    assert 'href="tel:0400000000"' in page


def test_somebody_known_gets_each_part_once(browser, build, card) -> None:
    contact = build.contact(browser.user)
    for key, part in (("a", "hr"), ("b", "hr"), ("c", "other")):
        sent = {"contact_id": contact.id, "part": part, "key": key}
        assert browser.post(f"/applications/{card.id}/people", data=sent).status_code == 303

    assert parts(card) == [(contact.id, "hr"), (contact.id, "other")]


@pytest.mark.both_databases
def test_part_is_changed(browser, build, card) -> None:
    build.part(card, build.contact(browser.user), "hr")
    address = f"/applications/{card.id}/people/{part_id(card)}"

    assert browser.post(address, data={"part": "villain"}).status_code == 422
    assert browser.post(address, data={"part": "referrer"}).status_code == 303

    assert [part for _, part in parts(card)] == ["referrer"]


def test_part_changed_to_one_they_have_becomes_one(browser, build, card) -> None:
    contact = build.contact(browser.user)
    build.part(card, contact, "hr")
    address = f"/applications/{card.id}/people/{part_id(card)}"
    build.part(card, contact, "referrer")

    browser.post(address, data={"part": "referrer"})

    assert [part for _, part in parts(card)] == ["referrer"]


def test_somebody_taken_off_stays_among_the_people_and_can_be_put_back(
    browser, build, card
) -> None:
    contact = build.contact(browser.user)
    build.part(card, contact, "hr")
    browser.post(f"/applications/{card.id}/people/{part_id(card)}/removal")
    assert parts(card) == []
    assert len(people(browser.user.id)) == 1

    browser.post(undo_of(browser.get(f"/applications/{card.id}").text), data={"key": "u"})

    assert parts(card) == [(contact.id, "hr")]

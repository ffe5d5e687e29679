"""Which application an email is about: a new company's own, the open one of two, no strangers."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from tests.browser import Browser
from tests.sent import form_of
from tests.stored import fresh
from tracker.clock import now
from tracker.extensions import db
from tracker.models import Application, Interview

READ, KEEP = "/mail/read", "/mail/records"
SAVED = ("Sunline Solar", "Pinnacle Print", "Galah Learning")
OPEN = "<details"


@pytest.fixture
def strangers(browser: Browser, build) -> list[Application]:
    return [
        build.application(browser.user, company=company, role="Clerk", stage="applied")
        for company in SAVED
    ]


def read(browser: Browser, text: str) -> str:
    return browser.post(READ, data={"text": text}, follow_redirects=True).text


def picks(page: str) -> str:
    return page.split('class="picks"')[1].split(OPEN)[0]


def german(said: str) -> str:
    on = (now() + timedelta(days=9)).date()
    months = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
    day = f"{on.day}. {months.split()[on.month - 1]} {on.year}"
    return (
        "Von: Anna Weber <weber@havel-analytics.example>\nBetreff: Einladung zum Gespräch\n\n"
        "Guten Tag Mia Novak,\n\nvielen Dank für Ihre Bewerbung als Datenanalystin (m/w/d) bei der "
        f"Havel Analytics GmbH. {said.format(day=day)}\n\nMit freundlichen Grüßen\nAnna Weber"
    )


@pytest.mark.parametrize(
    "said",
    [
        "Das Gespräch findet am {day} um 11 Uhr in unserem Büro statt.",
        "Das Gespräch ist am {day} um 11 Uhr in unserem Büro.",
        "Neuer Termin: Das Gespräch wurde auf den {day} um 11 Uhr verschoben.",
    ],
)
def test_an_invitation_of_a_company_that_is_not_saved_is_one_tap(
    browser: Browser, strangers: list[Application], said: str
) -> None:
    page = read(browser, german(said))
    form = form_of(page, KEEP)

    assert form["about"] == "0"
    assert (form["company"], form["role"]) == ("Havel Analytics GmbH", "Datenanalystin")
    assert not any(company in picks(page) for company in SAVED)
    assert all(company in page for company in SAVED)
    assert browser.post(KEEP, data=form).status_code == 303
    row = db.session.scalars(select(Interview)).one()
    made = db.session.get_one(Application, row.application_id)
    assert (made.company, row.hour_known) == ("Havel Analytics GmbH", True)


def test_an_invitation_to_a_talk_that_takes_place_is_no_move_in_the_list(browser: Browser) -> None:
    read(browser, german("Das Gespräch findet am {day} um 11 Uhr in unserem Büro statt."))

    page = browser.get("/mail").text
    assert "Reads as an invitation" in page
    assert "Moves your interview" not in page


def test_a_no_of_a_company_that_is_not_saved_is_one_tap(
    browser: Browser, strangers: list[Application]
) -> None:
    text = (
        "From: Jo Park <jo@weserworks.example>\nSubject: Your application\n\nHi Mia,\n\n"
        "Thank you for applying for the Data Officer role at Weser Works. Unfortunately we have "
        "decided to move forward with other candidates.\n\nJo"
    )
    form = form_of(read(browser, text), KEEP)

    assert (form["about"], form["company"], form["role"]) == ("0", "Weser Works", "Data Officer")
    assert browser.post(KEEP, data=form).status_code == 303


@pytest.mark.parametrize(
    ("said", "about"),
    [
        ("We have received your application for the Data Officer role at Weser Works.", "0"),
        ("Please find our invoice for October attached.", None),
    ],
)
def test_an_unknown_company_is_no_reason_to_show_strangers_and_a_note_makes_no_application_unasked(
    browser: Browser, strangers: list[Application], said: str, about: str | None
) -> None:
    text = f"From: Weser Works <jo@weserworks.example>\nSubject: Hello\n\nHi Mia,\n\n{said}\n\nJo"
    page = read(browser, text)
    form = form_of(page, KEEP)

    assert form.get("about") == about
    assert not any(company in picks(page) for company in SAVED)
    assert browser.post(KEEP, data=form).status_code == (303 if about else 422)


def no_of(company: str, address: str) -> str:
    return (
        f"From: Ines <ines@{address}>\nSubject: Data Quality Officer\n\nDear Mia,\n\n"
        f"Thank you for applying for the Data Quality Officer role at {company}. Unfortunately we "
        "have decided to move forward with other candidates.\n\nInes"
    )


def test_of_two_that_are_called_alike_the_open_one_gets_the_no(browser: Browser, build) -> None:
    names = {"company": "Emu Plains Distribution", "role": "Data Quality Officer"}
    ended = build.application(browser.user, stage="action_taken", **names)
    waiting = build.application(browser.user, stage="applied", **names)
    page = read(browser, no_of(names["company"], "emuplains.example"))
    form = form_of(page, KEEP)

    assert form["about"] == f"{waiting.id}"
    assert "Not named in the email" not in page
    assert "Emu Plains Distribution</small><small>Closed" in page
    assert browser.post(KEEP, data=form).status_code == 303
    assert (fresh(waiting).stage, fresh(ended).stage) == ("rejected", "action_taken")


def test_of_two_roles_at_a_company_the_open_one_gets_the_no_and_the_other_says_why_not(
    browser: Browser, build
) -> None:
    company = "Emu Plains Distribution"
    ended = build.application(
        browser.user, stage="rejected", company=company, role="Help Desk Analyst"
    )
    closed = build.application(
        browser.user, stage="rejected", company=company, role="Data Entry Operator"
    )
    build.rejection(ended, on=date(2025, 10, 3))
    build.rejection(closed, on=date(2025, 10, 4), role_cancelled=True)
    waiting = build.application(
        browser.user, stage="applied", company=company, role="IT Support Officer"
    )
    text = no_of(company, "emuplains.example").replace("the Data Quality Officer role at ", "")
    text = text.replace("Subject: Data Quality Officer", "Subject: Your application")

    page = read(browser, text)

    assert form_of(page, KEEP)["about"] == f"{waiting.id}"
    assert "Still open" in picks(page)
    assert "They said no on 3 Oct 2025" in picks(page)
    assert "They closed the role on 4 Oct 2025" in picks(page)


def test_two_open_ones_that_are_called_alike_are_told_apart_by_the_day(
    browser: Browser, build
) -> None:
    names = {"company": "Emu Plains Distribution", "role": "Data Quality Officer"}
    for on in (date(2025, 3, 12), date(2025, 5, 20)):
        build.application(browser.user, stage="applied", applied_on=on, **names)
    stranger = build.application(
        browser.user, company="Sunline Solar", role="Cook", link="https://emuplains.example/x"
    )
    page = read(browser, no_of(names["company"], "emuplains.example"))

    assert "about" not in form_of(page, KEEP)
    assert "Emu Plains Distribution</small><small>Still open, applied 12 Mar 2025" in picks(page)
    assert "Emu Plains Distribution</small><small>Still open, applied 20 May 2025" in picks(page)
    assert "Not named in the email" not in page
    assert "Sunline Solar" not in picks(page)
    assert f'value="{stranger.id}"' in page

    refused = browser.post(KEEP, data=form_of(page, KEEP))
    assert refused.status_code == 422
    assert "Tap the one it is about." in refused.text.split('class="picks"')[0]
    assert "Sunline Solar" not in picks(refused.text)


def test_a_no_that_names_no_role_is_asked_about_where_two_are_open(browser: Browser, build) -> None:
    facts = {"company": "Emu Plains", "stage": "applied"}
    build.application(browser.user, role="Data Officer", link="https://emuplains.example", **facts)
    build.application(browser.user, role="Dispatch Clerk", **facts)
    text = (
        "From: Recruitment <hr@emuplains.example>\nSubject: Your application\n\nHi Robin,\n\nThank "
        "you for applying to Emu Plains. Unfortunately we have chosen another candidate this time."
    )

    page = read(browser, text)
    assert "Data Officer" in picks(page)
    assert "Dispatch Clerk" in picks(page)
    assert "about" not in form_of(page, KEEP)


@pytest.mark.parametrize("said", ["Unfortunately we have chosen another candidate this time.",
                                  "We are delighted to offer you the position."])  # fmt: skip
def test_news_that_names_no_role_is_about_the_only_one_that_is_open(
    browser: Browser, build, said: str
) -> None:
    over = build.application(
        browser.user,
        company="Emu Plains",
        role="Data Officer",
        link="https://emuplains.example",
        stage="rejected",
    )
    build.rejection(over)
    card = build.application(
        browser.user, company="Emu Plains", role="Dispatch Clerk", stage="applied"
    )
    text = (
        "From: Recruitment <hr@emuplains.example>\nSubject: Your application\n\nHi Robin,\n\nThank "
        f"you for applying to Emu Plains. {said}"
    )

    assert form_of(read(browser, text), KEEP)["about"] == str(card.id)


@pytest.mark.parametrize(
    ("subject", "words", "why"),
    [
        (
            "Re: Asking your advice on my application: Paralegal Assistant",
            "I'm afraid it is our policy not to comment on individual applications.",
            "You asked them about this one.",
        ),
        (
            "Paralegal Assistant",
            "You were not among those we shortlisted this time, unfortunately.",
            "Its role is in the email, and the address ends in kestrelbridge.example.",
        ),
        (
            "Your application",
            "You were not among those we shortlisted this time, unfortunately.",
            "Not named in the email, but its address ends in kestrelbridge.example.",
        ),
    ],
)
def test_why_it_is_about_that_one_says_what_is_known_of_it(
    browser, build, subject: str, words: str, why: str
) -> None:
    link = "https://jobs.kestrelbridge.example/7"
    facts = {"company": "Kestrel Bridge Legal", "role": "Paralegal Assistant", "link": link}
    build.application(browser.user, **facts)
    text = f"From: Marlo <marlo@kestrelbridge.example>\nSubject: {subject}\n\nHi Robin,\n\n{words}"
    page = browser.post("/mail/read", data={"text": text}, follow_redirects=True).text
    assert why in page


@pytest.mark.parametrize(
    "said",
    [
        "Unfortunately your application was not successful.\n\nThe hiring team",
        "We have decided not to take your application further. All the best.",
        "leider müssen wir Ihnen absagen. Wir wünschen Ihnen alles Gute.",
    ],
)
def test_a_no_that_names_nobody_offers_the_open_applications_and_chooses_none(
    browser: Browser, build, strangers: list[Application], said: str
) -> None:
    for number in range(6):
        build.application(browser.user, company=f"Closed {number}", role="Clerk", archived_at=now())
    sent_by = "From: HR <hr@mail.example.com>\nSubject: Your application\n\n"
    page = read(browser, f"{sent_by}Hello,\n\n{said}\n")

    rows = picks(page)
    assert all(f'value="{each.id}"' in rows for each in strangers)
    assert " checked" not in rows
    assert rows.rindex("A new application") > max(
        rows.index(f'value="{each.id}"') for each in strangers
    )

"""Whole emails as strangers write them: recruiters, a bakery, a calendar, a text message."""

from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tracker.mail import Mail, read_kind, read_pasted
from tracker.mail.invitation import Invitation, read_invitation
from tracker.mail.other_hours import moves_one
from tracker.mail.subjects import about_of
from tracker.values.days import day_of

FOLDER = Path(__file__).parent / "strangers"
SYDNEY = ZoneInfo("Australia/Sydney")


def stranger(name: str) -> Mail:
    """As somebody would paste it."""
    return read_pasted((FOLDER / f"{name}.txt").read_text("utf-8"))


def invitation(mail: Mail) -> Invitation:
    sent = day_of(mail.sent_at, SYDNEY) if mail.sent_at else date(2026, 11, 30)
    return read_invitation(mail.text, mail.subject, sent, writer=mail.name)


@pytest.mark.parametrize(
    ("name", "kind", "company", "role"),
    [
        ("01-recruiter", "invitation", "Kestrel Insurance", "Claims Officer"),
        ("02-ats", "no", "Orbital Health", "Data Engineer"),
        ("03-bakery", "invitation", "", ""),
        ("04-university", "invitation", "Wombeyan University", "Student Services Officer"),
        ("05-government", "no", "Transport for NSW", "Customer Service Officer"),
        ("06-german", "invitation", "Nordlicht Energie GmbH", "Project Coordinator"),
        ("07-sms", "invitation", "Redgum Landscaping", ""),
        ("08-forwarded", "invitation", "Harbour Dental", "Administration Assistant"),
        ("09-html-mess", "invitation", "Ironbark Logistics", "Warehouse Team Leader"),
        ("10-calendar-text", "invitation", "", ""),
        ("11-chain-moved", "invitation", "Bramblecove", ""),
        ("12-teams-block", "invitation", "Corellawater", "Business Analyst"),
        ("13-acknowledgement", "acknowledgement", "Mossgardens", "Nursery Hand"),
        ("14-survey", "none", "Quill & Co", ""),
    ],
)
def test_what_it_is_and_what_it_is_about(name: str, kind: str, company: str, role: str) -> None:
    mail = stranger(name)
    about = about_of(mail)

    assert read_kind(mail.subject, mail.text).kind == kind
    assert (about.company, about.role) == (company, role)


@pytest.mark.parametrize(
    ("beside", "company"),
    [
        ("(Parental Leave Cover, Hybrid)", "Corella"),
        ("(12 months, part-time)", "Corella"),
        ("(Teilzeit)", "Corella"),
        ("(Wattle Water)", "Wattle Water"),
    ],
)
def test_what_stands_in_brackets_behind_a_role_is_a_company_where_it_says_no_terms(
    beside: str, company: str
) -> None:
    mail = read_pasted(
        f"From: Jo Reid <jo@corella.com>\nSubject: Interview: Records Officer {beside}\n\n"
        "We would like to invite you to an interview on Thursday.\n\nJo Reid\nPeople Partner\n"
    )

    assert about_of(mail)[:2] == (company, "Records Officer")


@pytest.mark.parametrize(
    ("name", "when", "how", "place", "people"),
    [
        (
            "01-recruiter",
            "2026-12-03 13:00 60 AEDT",
            "video",
            "https://meet.google.com/qrt-xbvd-mzk",
            "Renee Albrecht, Dev Patel",
        ),
        ("03-bakery", "2026-11-28 05:30 210 ", "onsite", "14 Wattle Lane", ""),
        (
            "04-university",
            "2026-12-09 14:15 45 ",
            "onsite",
            "Room 3.14, Chancellery Building, Wombeyan University, 200 Clarinda Road",
            "Dr Anita Rao, Mr Colm Byrne, Ms Leila Hosseini",
        ),
        (
            "06-german",
            "2026-12-08 13:00 45 CET",
            "video",
            "https://teams.microsoft.com/l/meetup-join/19%3ameeting_Zm9v%40thread.v2/0",
            "Mr. Jens Hoffmann, Annika Brandt",
        ),
        ("07-sms", "2026-12-03 15:30 None ", "onsite", "8 Depot Rd", ""),
        (
            "08-forwarded",
            "2026-12-04 10:30 None ",
            "onsite",
            "Suite 4, 77 Jones Street, Ultimo",
            "Wei Zhou",
        ),
        (
            "09-html-mess",
            "2026-12-10 11:00 45 AEDT",
            "video",
            "https://teams.microsoft.com/meet/4410023391?p=Zk3",
            "Kylie Nguyen, Tom Baxter",
        ),
        (
            "10-calendar-text",
            "2026-12-04 15:00 60 New Zealand Daylight Time",
            "video",
            "https://us02web.zoom.us/j/83055512345",
            "",
        ),
        ("11-chain-moved", "2026-12-08 09:00 None ", "other", "", ""),
        (
            "12-teams-block",
            "2026-12-07 10:00 60 ACDT",
            "video",
            "Microsoft Teams, meeting ID 455 201 887 34, passcode hY7rT2",
            "Fiona Marsh, Oluwaseun Adeyemi",
        ),
    ],
)
def test_when_where_and_with_whom(name: str, when: str, how: str, place: str, people: str) -> None:
    found = invitation(stranger(name))
    (slot,) = found.slots

    assert f"{slot.on} {slot.at:%H:%M} {slot.minutes} {slot.zone}" == when
    assert (found.kind, found.place, ", ".join(found.people)) == (how, place, people)


def test_only_the_one_that_puts_an_interview_on_another_day_moves_one() -> None:
    every = sorted(each.stem for each in FOLDER.glob("*.txt"))
    moving = [each for each in every if moves_one(stranger(each).text, stranger(each).subject)]

    assert moving == ["11-chain-moved"]


@pytest.mark.parametrize(
    ("words", "moves"),
    [
        ("Your interview will now be held on Tuesday 8 December, not Thursday 3 December.", True),
        ("Your interview is now on Tuesday.", True),
        ("The interview will now take place on 8 December.", True),
        ("We need to reschedule your interview.", True),
        ("We are moving forward with your application, and invite you to an interview.", False),
        ("We would like to move you to the next stage: an interview on 8 December.", False),
        ("Need to reschedule? Choose another time here.", False),
        ("[Confirm] [Reschedule] [Decline]", False),
        ("Your application is now at the interview stage.", False),
    ],
)
def test_a_move_is_told_from_what_only_speaks_of_one(words: str, moves: bool) -> None:
    assert moves_one(words, "Interview") is moves


@pytest.mark.parametrize(
    "words",
    [
        "Your interview will now be held on Tuesday 8 December at 9am, not Thursday 3 December.",
        "Your interview will now be held on 8 December at 9am, not 3 December at 2pm.",
        "Your interview is now on 8 December at 9am and not on Thursday 3 December at 2pm.",
        "Your interview will now take place on 8 December at 9am instead of 3 December at 2pm.",
        "Not 3 December at 2pm, but 8 December at 9am: your interview will now be held then.",
    ],
)
def test_of_a_new_day_and_the_one_it_replaces_only_the_new_one_is_meant(words: str) -> None:
    slots = read_invitation(words, "Interview", date(2026, 11, 24)).slots

    assert [f"{each.on:%d} {each.at:%H}" for each in slots] == ["08 09"]

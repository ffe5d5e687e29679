"""What goes out comes back: the same account, whatever is in it."""

import base64
import hashlib
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests.account_file.drawing import accounts
from tests.account_file.files import ALL, content_of, dumped, file_of, same, without_numbers
from tests.browser import Browser
from tests.builders import LONG_AGO, Build
from tests.imported import added
from tracker.account_file.account import Account
from tracker.account_file.older_files import DAY_UNKNOWN
from tracker.account_file.restore import restore_account
from tracker.backup.check import checks
from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.loop.rest import FOR_GOOD
from tracker.loop.stage import Stage
from tracker.models import Application, Interview, User
from tracker.models.changes.stage import move
from tracker.models.summary import FACTS
from tracker.sharing.selection import SharedPart

DATA = Path(__file__).parent.parent / "data"
WITH_LEADS, MESSY = DATA / "teal-export.csv", DATA / "messy-spreadsheet.csv"
# Not made smaller when one fails: each try is a whole account, and that would take minutes.
SOME = settings(
    phases=[Phase.generate],
    max_examples=5,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def back(build: Build, content: bytes) -> User:
    """A new person, into whose account the file came."""
    user = build.user()
    restore_account(user, Account(content), now())
    db.session.rollback()
    return db.session.get_one(User, user.id)


def well() -> None:
    """Nothing that `onward check` would speak of."""
    db.session.rollback()
    parts = [part for part in checks(db.session(), now()) if part.about != "Schema"]
    assert all(part.well for part in parts), parts
    db.session.rollback()


def as_written(file: dict[str, Any]) -> dict[str, Any]:
    """What a drawn file says of documents is worked out from their bytes."""
    for document in file["tables"]["documents"]:
        content = base64.b64decode(document["content"])
        document["size"] = len(content)
        document["sha256"] = hashlib.sha256(content).hexdigest()
    return without_numbers(file)


@SOME
@given(accounts())
def test_any_account_comes_back_the_same(build: Build, file: dict[str, Any]) -> None:
    person = back(build, dumped(file))

    same(without_numbers(file_of(person)), as_written(file))
    well()


def test_a_move_back_without_a_no_that_was_written_down_still_counts_after_coming_back(
    build: Build,
) -> None:
    person = build.user()
    card = build.application(person, stage="rejected", stage_since=LONG_AGO)
    with writing(person) as session:
        move(session, session.get_one(Application, card.id), Stage.APPLIED, now())
    db.session.rollback()
    assert db.session.get_one(Application, card.id).called_back

    other = back(build, content_of(person))

    (came,) = db.session.scalars(Application.of(other.id)).all()
    assert came.called_back
    well()


def a_person_with_everything(build: Build) -> User:
    """One row of everything, tied together."""
    with build.together():
        return everything(build)


def everything(build: Build) -> User:
    person = build.user(name="Ana 株", time_zone="Europe/Berlin", help_wanted="Interviews")
    content = b"%PDF-1.4 \0\xff a resume"
    resume = build.document(person, content=content, sha256=hashlib.sha256(content).hexdigest())
    sheet = build.spreadsheet(person)
    card = build.application(
        person, company="Ærø “Bakery”", resume_id=resume.id, import_id=sheet.id, position=-7
    )
    no = build.application(person, role="Baker", stage="rejected", stage_since=LONG_AGO)
    build.application(person, role="Gone", deleted_at=now())
    build.application(person, role="Old", archived_at=now(), outcome="withdrawn")
    build.application(person, role="Offer", offer_received_on=LONG_AGO.date())
    build.interview(card, starts_at=now() + timedelta(days=2), minutes=45)
    build.interview(card, starts_at=now() + timedelta(days=3), outcome="postponed")
    build.interview(no, starts_at=now() - timedelta(days=2), went_well="Most")
    build.rejection(no, on=now().date(), rest_until=now() + timedelta(hours=8))
    contact = build.contact(person, phone="0400 000 000")
    build.part(no, contact)
    build.attempt(no, contact_id=contact.id)
    feedback = build.feedback(no)
    theme = build.theme(person)
    point = build.point(feedback, theme_id=theme.id)
    skill = build.skill(person, "Python", level="growing")
    action = build.action(
        person, point, due_on=LONG_AGO.date(), application_id=no.id, skill_id=skill.id, grew=True
    )
    build.run(
        build.story(person, application_id=no.id, point_id=point.id, action_id=action.id),
        went="nearly",
    )
    build.action(person, step_back_id=build.step_back(person, fit="Half of them").id)
    build.note(card, "For everybody")
    build.note(card, "Marked-Private note", private=True)
    build.check_in(no, before=8, words="Marked-Private moment")
    build.thought(no, "Marked-Private thought")
    build.line(person, "Marked-Private line")
    build.lead(person)
    build.skill(person, level="core")
    build.spark(person)
    build.tag(person, "Plan B", card, no)
    build.saved_view(person, asked="standing=silent&tag=Plan+B")
    build.review(person, document_id=resume.id)
    build.activity(person)
    link, _ = build.link(person)
    build.coach_note(link, application_id=card.id, suggestion="Ask Sam")
    return person


@pytest.mark.both_databases
def test_account_with_one_of_everything_comes_back_the_same(build: Build) -> None:
    person = a_person_with_everything(build)
    file = file_of(person)
    assert all(file["tables"][name] for name in ("coach_notes", "action_points", "practice_runs"))

    again = back(build, content_of(person))

    same(without_numbers(file_of(again)), without_numbers(file))
    assert steps(again) == steps(person)
    assert (again.name, again.time_zone) == ("Ana 株", "Europe/Berlin")
    assert again.email != person.email
    well()


def test_what_an_older_onward_wrote_and_nothing_reads_is_passed_over(build: Build) -> None:
    person = a_person_with_everything(build)
    file = file_of(person)
    assert "locale" not in file["user"]

    file["user"]["locale"] = "en-AU"
    for action in file["tables"]["actions"]:
        del action["skill_id"], action["grew"]
    for name in ("practice_runs", "stories"):
        del file["tables"][name]
    for note in file["tables"]["coach_notes"]:
        note["answered_at"] = "2026-03-02T09:00:00+00:00"

    expected = file_of(person)
    expected["tables"] |= {"practice_runs": [], "stories": []}
    for action in expected["tables"]["actions"]:
        action |= {"skill_id": None, "grew": False}
    same(without_numbers(file_of(back(build, dumped(file)))), without_numbers(expected))


@pytest.mark.parametrize("sheet", [WITH_LEADS, MESSY], ids=["leads", "messy"])
def test_what_came_from_a_spreadsheet_comes_back_the_same(
    build: Build, browser: Browser, sheet: Path
) -> None:
    comes_back(build, browser, sheet)


def comes_back(build: Build, browser: Browser, sheet: Path) -> None:
    added(browser, sheet.read_bytes(), sheet.name)
    person = db.session.get_one(User, browser.user.id)
    again = back(build, content_of(person))

    same(without_numbers(file_of(again)), without_numbers(file_of(person)))
    assert steps(again) == steps(person)
    well()


def steps(person: User) -> list[tuple[Any, ...]]:
    facts = (Application.role, Application.position, Application.version, *FACTS)
    rows = Application.of(person.id).with_only_columns(*facts).order_by(Application.id)
    return [tuple(row) for row in db.session.execute(rows)]


def test_private_writing_is_in_it_only_where_it_was_ticked(build: Build) -> None:
    person = a_person_with_everything(build)

    assert content_of(person, ALL).count(b"Marked-Private") == 4
    for parts in (ALL - {SharedPart.PRIVATE}, frozenset()):
        content = content_of(person, parts)
        assert b"Marked-Private" not in content
        assert b"For everybody" in content
        assert b'"private_writing":false' in content


def test_nothing_of_another_person_is_in_it(build: Build) -> None:
    mine = build.user()
    theirs = a_person_with_everything(build)
    build.application(theirs, company="Marked-Theirs")

    assert b"Marked-" not in content_of(mine)
    assert all(rows == [] for rows in file_of(mine)["tables"].values())


def test_documents_come_back_byte_for_byte(build: Build) -> None:
    content = bytes(range(256)) * 100
    person = build.user()
    build.document(person, content=content)

    again = file_of(back(build, content_of(person)))

    assert base64.b64decode(again["tables"]["documents"][0]["content"]) == content


def test_secret_of_a_link_is_not_in_it_and_the_link_comes_back_closed(build: Build) -> None:
    person = build.user()
    link, token = build.link(person)
    content = content_of(person)

    assert token.encode() not in content
    assert link.token_hash.encode() not in content
    (again,) = file_of(back(build, content))["tables"]["share_links"]
    assert again["revoked_at"] is not None


def test_an_interrupted_coming_back_is_finished_by_the_next_look(
    build: Build, monkeypatch: pytest.MonkeyPatch, sign_in: Any
) -> None:
    content = content_of(a_person_with_everything(build))
    monkeypatch.setattr("tracker.account_file.restore._summarise", lambda user, at: None)
    person = back(build, content)
    sign_in(person).get("/today")

    well()
    coming = db.session.scalars(
        Application.of(person.id).where(Application.next_interview_at > now())
    )
    assert len(coming.all()) == 1
    assert db.session.scalars(Interview.__table__.select()).all()


def test_offers_of_an_older_onward_come_back_as_rounds(build: Build) -> None:
    person = build.user()
    for role in ("Open", "Taken", "Archived", "None"):
        build.application(person, role=role)
    file = file_of(person)
    del file["tables"]["offers"]
    told: list[dict[str, Any]] = [
        {"offer_received_on": "2026-03-02", "offer_decision": None, "offer_note": "65k"},
        {"offer_received_on": None, "offer_decision": "accepted", "offer_note": ""},
        {"outcome": "offer_declined", "archived_at": file["made_at"]},
        {"offer_received_on": None, "offer_decision": None, "offer_note": ""},
    ]
    for row, offer in zip(file["tables"]["applications"], told, strict=True):
        row |= offer

    again = file_of(back(build, dumped(file)))

    rounds = [(each["received_on"], each["decision"]) for each in again["tables"]["offers"]]
    assert rounds == [("2026-03-02", None), (None, "accepted"), (None, "declined")]
    assert again["tables"]["offers"][0]["note"] == "65k"
    well()


def test_offers_of_an_older_onward_lose_the_day_that_was_that_of_the_import(build: Build) -> None:
    """And say which of them were nothing but how an application ended."""
    person = build.user(time_zone="Australia/Sydney")
    written = datetime(2026, 3, 2, 21, tzinfo=UTC)
    for note, on, decision in (
        (DAY_UNKNOWN, date(2026, 3, 3), None),
        (DAY_UNKNOWN, date(2026, 3, 1), None),
        ("65k", date(2026, 3, 3), None),
        ("", None, "declined"),
    ):
        card = build.application(person)
        build.offer(card, note=note, received_on=on, decision=decision, created_at=written)
    file = file_of(person)
    for row in file["tables"]["offers"]:
        del row["implied"]

    rows = file_of(back(build, dumped(file)))["tables"]["offers"]

    assert [(row["received_on"], row["note"], row["implied"]) for row in rows] == [
        (None, "", False),
        ("2026-03-01", DAY_UNKNOWN, False),
        ("2026-03-03", "65k", False),
        (None, "", True),
    ]
    well()


def test_silence_of_an_older_onward_loses_the_pause_that_its_sheet_gave_it(build: Build) -> None:
    person = build.user()
    picked = datetime(2026, 3, 9, tzinfo=UTC)
    for how, rests in (("silence", FOR_GOOD), ("silence", picked), ("email", FOR_GOOD)):
        build.rejection(build.application(person, stage="rejected"), how=how, rest_until=rests)

    rows = file_of(back(build, dumped(file_of(person))))["tables"]["rejections"]

    rests = [row["rest_until"] and datetime.fromisoformat(row["rest_until"]) for row in rows]
    assert rests == [None, picked, FOR_GOOD]
    well()

"""A small sheet for each kind that was once read wrongly, and four real ones, by the command."""

import json
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.imports.reads import DATA
from tracker.backup import consistency
from tracker.clock import now
from tracker.extensions import db
from tracker.models import Application, ImportRow, Interview, Lead, Note, Rejection

CASES = DATA / "cases"
EXPECTED = json.loads((CASES / "expected.json").read_text("utf-8"))
SHEETS = [name for name in EXPECTED if name != "_"]


def test_every_case_has_its_sheet():
    assert set(SHEETS) <= {each.name for each in CASES.iterdir()}
    assert sum(len(EXPECTED[name]) for name in SHEETS) >= 30


@pytest.mark.parametrize("name", SHEETS)
def test_rows_come_to_what_their_owner_meant(onward_import, name):
    status, _ = onward_import(Path(CASES / name))
    assert status == 0

    wrong = {company: came_to_else(company, wanted) for company, wanted in EXPECTED[name].items()}
    assert {company: said for company, said in wrong.items() if said} == {}


def came_to_else(company, wanted):
    """What became of a row that it should not have become."""
    found = db.session.scalars(select(Application).where(Application.company == company)).all()
    saved = db.session.scalars(select(Lead).where(Lead.company == company)).all()
    if not found and not saved:
        waiting = db.session.scalars(select(ImportRow).where(ImportRow.state == "needs_a_look"))
        if not any(company in each.cells for each in waiting):
            return ["neither added nor waiting"]
        return [] if wanted.get("waits") or wanted.get("lead") else ["waits"]
    if wanted.get("lead"):
        return ["an application"] if found else []
    return list(told(found[0], wanted))


def told(made, wanted):
    """What is other than it should be."""
    no = db.session.scalar(Rejection.of(made))
    talks = db.session.scalars(select(Interview).where(Interview.application_id == made.id)).all()
    for name in ("stage", "workplace"):
        if name in wanted and getattr(made, name) != wanted[name]:
            yield f"{name} is {getattr(made, name)}"
    for name, on in (("applied_on", made.applied_on), ("rejected_on", no.on if no else None)):
        if name in wanted and on != (wanted[name] and date.fromisoformat(wanted[name])):
            yield f"{name} is {on}"
    if made.stage in wanted.get("not_stage", ()):
        yield f"stage is {made.stage}"
    if wanted.get("interviewed") and not (talks or made.interviewed):
        yield "no interview"
    if wanted.get("no_open_offer") and made.offer_received_on and not made.offer_decision:
        yield "an open offer"
    if wanted.get("not_accepted") and made.outcome == "offer_accepted":
        yield "accepted"


@pytest.mark.parametrize(
    "name", ["jobsync-export", "messy-spreadsheet", "semicolon-german", "wide-spreadsheet"]
)
def test_no_row_of_a_real_sheet_is_lost(onward_import, name):
    onward_import(DATA / f"{name}.csv")

    states = db.session.scalars(select(ImportRow.state)).all()
    assert set(states) <= {"landed", "needs_a_look", "likely_double"}
    assert states.count("landed") >= 25


def test_what_came_in_is_summed_up_as_its_facts_are(onward_import):
    for name in ("status-words", "notion-like", "state-column", "airtable-checkboxes", "french"):
        onward_import(CASES / f"{name}.csv")

    assert consistency.untrue_summaries(db.session(), now()) == []
    assert consistency.other_stages(db.session()) == []


def test_answers_about_oneself_go_into_a_private_note(onward_import):
    onward_import(CASES / "linkedin-job-applications.csv")

    notes = {note.body: note.private for note in db.session.scalars(select(Note))}
    private = [body for body, hidden in notes.items() if hidden]
    assert len(private) == 1
    assert "Gender:Female" in private[0]
    assert not any("me@example.com" in body or "5550001111" in body for body in notes)
    assert not any("Gender" in body for body, hidden in notes.items() if not hidden)

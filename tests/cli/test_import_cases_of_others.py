"""Small sheets as other people keep them, by the command: none of their rows is guessed."""

import json
from pathlib import Path

import pytest
from sqlalchemy import func, select

from tests.imports.reads import DATA
from tracker.extensions import db
from tracker.models import Application, ImportRow, Interview, Lead, Rejection

CASES = DATA / "cases-of-others"
EXPECTED = json.loads((CASES / "expected.json").read_text("utf-8"))
SHEETS = [name for name in EXPECTED if name != "_"]


def test_every_sheet_has_its_expectations():
    assert {each.name for each in CASES.iterdir()} - {"expected.json"} == set(SHEETS)
    assert sum(len(EXPECTED[name]) for name in SHEETS) >= 80


@pytest.mark.parametrize("name", SHEETS)
def test_rows_come_to_what_their_owner_meant(onward_import, name):
    status, _ = onward_import(Path(CASES / name))
    assert status == 0

    found = {company: came_to(company) for company in EXPECTED[name]}
    assert {
        company: found[company]
        for company, wanted in EXPECTED[name].items()
        if not any(found[company].items() >= each.items() for each in wanted)
    } == {}


def came_to(company):
    """What became of the one row of a company."""
    (waiting,) = [
        each.state == "needs_a_look"
        for each in db.session.scalars(select(ImportRow))
        if any(company in cell for cell in each.cells)
    ]
    if waiting:
        return {"waits": True}
    if db.session.scalar(select(Lead).where(Lead.company == company)):
        return {"lead": True}
    (made,) = db.session.scalars(select(Application).where(Application.company == company))
    no = db.session.scalar(Rejection.of(made))
    talks = select(func.count()).where(Interview.application_id == made.id)
    return {
        "stands": stands(made, no),
        "applied_on": made.applied_on and made.applied_on.isoformat(),
        "rejected_on": no and no.on and no.on.isoformat(),
        "interviewed": made.interviewed,
        "interviews": db.session.scalar(talks),
        "location": made.location,
    }


def stands(made, no):
    """Where it stands, in a word."""
    if made.outcome:
        return made.outcome.removeprefix("offer_")
    if made.offer_open:
        return "offer"
    return "silence" if no and no.how == "silence" else made.stage

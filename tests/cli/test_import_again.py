"""`onward import` of a sheet that was brought before."""

from collections import Counter

import pytest
from sqlalchemy import func, select

from tests.imports.reads import DATA
from tracker.database import writing
from tracker.extensions import db
from tracker.models import Application, ImportRow, Note, Rejection

HEAD = "Company,Role,Date Applied,Status,Notes,Link"


def stages(person):
    return Counter(each.stage for each in db.session.scalars(Application.of(person.id)))


def count(model):
    return db.session.scalar(select(func.count()).select_from(model))


def test_what_changed_is_said_and_waits(onward_import):
    onward_import(DATA / "again-1.csv")
    status, said = onward_import(DATA / "again-2.csv")

    assert status == 0
    assert said.startswith("2 added. 2 were there already: 2 have updates.")
    assert "Deckhand, Marlow Ferries (row 2): Where it stands: Applied -> Rejected" in said
    assert "New notes: they chose an internal person" in said
    assert "--take-changes" in said
    assert stages(onward_import.person) == {"applied": 5}
    assert (count(Note), count(Rejection)) == (0, 0)


@pytest.mark.both_databases
def test_what_waited_is_taken_over_where_that_is_said(onward_import):
    onward_import(DATA / "again-1.csv")
    onward_import(DATA / "again-2.csv")
    _, said = onward_import(DATA / "again-2.csv", "--take-changes")

    there = "4 were there already: 2 are brought up to date, 2 are as before."
    assert said.startswith(f"0 added. {there}")
    assert stages(onward_import.person) == {"applied": 3, "rejected": 1, "interview": 1}

    _, said = onward_import(DATA / "again-2.csv", "--take-changes")
    assert said.strip() == "0 added. 4 were there already."


def test_what_was_changed_here_too_waits_even_then(onward_import, tmp_path):
    file = tmp_path / "jobs.csv"
    file.write_text(f"{HEAD}\nAcme,Clerk,2026-03-02,Applied,,\n")
    onward_import(file)
    with writing(onward_import.person) as session:
        session.scalar(select(Application)).location = "Perth"
    file.write_text(f"{HEAD},Location\nAcme,Clerk,2026-03-02,Applied,,,Sydney\n")
    _, said = onward_import(file, "--take-changes")

    assert "Location: Perth -> Sydney (what is here may be newer, so it stays)" in said
    assert db.session.scalar(select(Application.location)) == "Perth"
    assert db.session.scalars(select(ImportRow.state).order_by(ImportRow.id)).all() == [
        "landed",
        "changed",
    ]

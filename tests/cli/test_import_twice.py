"""`onward import` of a sheet with two rows of one application."""

import json

import pytest
from sqlalchemy import select

from tracker.extensions import db
from tracker.models import Application

SHEET = (
    "Company,Role,Date Applied,Status\n"
    "Acme,Clerk,2026-03-02,Applied\n"
    "Bolt,Cook,2026-03-03,Applied\n"
    "Acme,Clerk,2026-03-02,Rejected\n"
)


@pytest.fixture
def sheet(tmp_path):
    file = tmp_path / "jobs.csv"
    file.write_text(SHEET)
    return file


def stages():
    db.session.rollback()
    return sorted(db.session.execute(select(Application.company, Application.stage)).all())


def test_both_rows_wait_and_it_says_how_to_answer(onward_import, sheet):
    status, said = onward_import(sheet)

    assert status == 0
    assert said.startswith("1 added, 2 need a look.")
    assert "2 rows: Same company, role and day in two rows: is it one application?" in said
    assert '"twice": "later"' in said
    assert stages() == [("Bolt", "applied")]


@pytest.mark.parametrize(
    ("answer", "came"),
    [
        ("later", [("Acme", "rejected"), ("Bolt", "applied")]),
        ("both", [("Acme", "applied"), ("Acme", "rejected"), ("Bolt", "applied")]),
    ],
)
def test_a_mapping_answers_it(onward_import, sheet, tmp_path, answer, came):
    chosen = tmp_path / "map.json"
    chosen.write_text(json.dumps({"answers": {"twice": answer}}))

    status, _ = onward_import(sheet, "--map", chosen)

    assert status == 0
    assert stages() == came

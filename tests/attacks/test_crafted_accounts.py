"""An account file made by hand: refused in a sentence, or every page and file of it still works."""

import contextlib
import json
import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from tests.account_file.files import dumped, file_of
from tests.account_file.test_round_trip import a_person_with_everything
from tests.attacks.crafted import accepted
from tests.attacks.test_words import RAW
from tests.browser import Browser
from tests.builders import Build
from tests.views.test_routes import filled, routes
from tracker.account_file.account import Account
from tracker.account_file.log_choice import log_choice
from tracker.account_file.restore import restore_account
from tracker.account_file.tables import PERSON, TABLES
from tracker.clock import now
from tracker.database import writing
from tracker.exports.formats import FOR_OTHERS, FORMATS
from tracker.exports.request import CannotMake, ExportRequest
from tracker.extensions import db
from tracker.imports.files.table import Unreadable
from tracker.models import Document, Import, ImportRow, User
from tracker.sharing.selection import Selection, SharedPart

pytestmark = pytest.mark.on("sqlite")
TIED = {
    *("applications.stage", "stage_changes.after", "stage_changes.recorded_at"),
    *("interviews.on", "interviews.starts_at", "interviews.hour_known"),
}
"""A history has to end where its application stands: refused by a rule with tests of its own."""
NOUNS = {
    "actions": "action_id", "activities": "activity_id", "application_contacts": "part_id",
    "applications": "application_id", "attempts": "attempt_id", "check_ins": "check_in_id",
    "coach_notes": "coach_note_id", "contacts": "contact_id", "documents": "document_id",
    "feedback": "feedback_id", "feedback_points": "point_id", "import_rows": "row_id",
    "imports": "import_id", "interviews": "interview_id", "leads": "lead_id", "notes": "note_id",
    "offers": "offer_id", "own_lines": "line_id", "practice_runs": "run_id",
    "rejections": "rejection_id",
    "reviews": "review_id", "share_links": "link_id", "skills": "skill_id", "sparks": "spark_id",
    "saved_views": "view_id", "stage_changes": "change_id", "step_backs": "look_id",
    "stories": "story_id", "tags": "tag_id", "themes": "theme_id", "thoughts": "thought_id",
}  # fmt: skip
SHEET: dict[str, Any] = {
    "number": 2, "facts": {"company": "Acme", "role": "Cook", "applied_on": "2026-01-02"},
    "path": ["applied"], "interviews": [{"kind": "video", "on": "2026-01-05"}],
    "rejection": {"on": "2026-02-01", "how": "email", "words": "No"}, "notes": "A note",
    "offer": {"on": "2026-01-09", "decision": "declined"},
    "problems": [["applied_on", "Which day?"]], "questions": [["order", "Which is the day?"]],
}  # fmt: skip
MAPPING: dict[str, Any] = {
    "columns": [{"header": "Company", "fact": "company", "samples": ["Acme"]}],
    "statuses": {"no": {"choice": "rejected", "text": "No", "count": 2, "certainty": "proposed"}},
    "order": "day_first", "years": [[1, 2026]], "currency": "AUD", "hangs": {"order": 1},
    "answered": ["order"], "idle_statuses": ["status-1"], "status_settled": False,
}  # fmt: skip


@pytest.fixture(scope="module")
def made_once() -> list[bytes]:
    """What the first test of these made, for those that come after."""
    return []


@pytest.fixture
def file(build: Build, made_once: list[bytes]) -> dict[str, Any]:
    """An account with a row in every table, and something in every column of JSON."""
    if not made_once:
        made_once.append(dumped(made_by(build)))
    file: dict[str, Any] = json.loads(made_once[0])
    return file


def made_by(build: Build) -> dict[str, Any]:
    """That account, as it is exported."""
    file = file_of(a_person_with_everything(build))
    tables = file["tables"]
    for sheet in tables["imports"]:
        sheet |= {"mapping": MAPPING, "headers": ["Company"], "other_sheets": ["B"]}
    at = "2026-01-02T03:00:00+00:00"
    row = {"id": 1, "import_id": tables["imports"][0]["id"], "number": 1, "cells": ["Acme"]}
    changes = [{"name": "role", "here": "Cook", "sheet": "Chef", "take": True}]
    tables["import_rows"] = [
        {**row, "reading": SHEET, "changes": changes, "state": "ready", "by_hand": False}
    ]
    said = {"facts": SHEET["facts"], "notes": ["0a1b2c"], "interviews": SHEET["interviews"]}
    known = {"id": 1, "cells": "0a", "said": said, "created_at": at}
    columns = {column.name for column in TABLES["known_rows"].columns}
    known |= {"application_id": tables["applications"][0]["id"], "seen_at": at}
    tables["known_rows"] = [{name: fact for name, fact in known.items() if name in columns}]
    changed = {"columns": ["on", "what"], "target": 20, "points": {"application": 5}, "minutes": 30}
    file["user"]["log_choice"] = {"preset": "au", "au": {**changed, "reference": "X", "week": 1}}
    file["user"]["former_zones"] = [[at, "Europe/Berlin"]]
    return file


Rows = dict[str, Any]


def twice(file: Rows) -> Rows:
    """An account with every row of it once more, tied to each other as the first ones are."""
    made = json.loads(json.dumps(file))
    for name, kept in TABLES.items():
        ties = {*kept.names, "id"}
        made["tables"][name] += [
            {column: fact + 10_000 if column in ties and fact else fact for column, fact in each}
            for each in [row.items() for row in made["tables"][name]]
        ]
    return made


def crafted(file: Rows, turn: int) -> tuple[Rows, str]:
    """An account in which every column holds one of the values that its reader lets through.

    The first row of each table is not deleted: its pages are asked for.
    """
    made, said = twice(file), []
    places = [("user", column, [made["user"]]) for column in PERSON]
    for name, kept in TABLES.items():
        named = (each for each in kept.columns if each.name not in {*kept.names, "id"})
        places += [(name, column, made["tables"][name]) for column in named]
    for place, (name, column, rows) in enumerate(places):
        if f"{name}.{column.name}" in TIED or not rows:
            continue
        values = accepted(column, rows[0].get(column.name))
        for number, row in enumerate(rows if values else ()):
            if column.name == "deleted_at" and not number:
                continue
            row[column.name] = values[(turn * (1 + place % 7) + number) % len(values)]
            said.append(f"{name}.{column.name} = {row[column.name]!r:.60}")
    return made, "\n".join(said)


def numbers_in(user: User) -> dict[str, int]:
    """A row of each table that is not deleted, of one application; by its name in addresses."""
    found: dict[str, int] = {}
    for name in ("applications", *NOUNS):
        table = TABLES[name].table
        mine = select(table.c.id).where(table.c.user_id == user.id)
        if "deleted_at" in table.c:
            mine = mine.order_by(table.c.deleted_at.isnot(None))
        if "application_id" in table.c:
            mine = mine.order_by(table.c.application_id != found["application_id"])
        found[NOUNS[name]] = db.session.scalar(mine.order_by(table.c.id).limit(1)) or 1
    db.session.rollback()
    return found


def made_files(user: User, turn: int) -> Iterator[str]:
    """Every file that one can take away; every other one of those for others with names.

    Says which could be made.
    """
    everything = Selection(frozenset(SharedPart), companies=True, people=True)
    hidden = Selection(frozenset(SharedPart), companies=False, people=False)
    for place, (name, each) in enumerate(FORMATS.items(), turn):
        wanted = ExportRequest(name, hidden if name in FOR_OTHERS and place % 2 else everything)
        person = db.session.get_one(User, user.id)
        with contextlib.suppress(CannotMake):
            each.make(db.session(), person, wanted, now(), lambda _hundredths: None)
            yield name
        db.session.rollback()


TURNS = range(1, 1 + int(os.environ.get("ONWARD_CRAFTED", "1")))
"""In turn 0 every column would hold the first of its values, which are empty."""


@pytest.mark.parametrize("turn", TURNS)
def test_crafted_account_breaks_no_page_and_no_file(
    app: Flask, build: Build, sign_in: Callable[..., Browser], file: Rows, turn: int
) -> None:
    made, said = crafted(file, turn)
    person = build.user()
    restore_account(person, Account(dumped(made)), now())
    browser, numbers, missing = sign_in(person), numbers_in(person), []

    for method, rule in routes(app):
        if method != "GET":
            continue
        answer = browser.get(filled(rule, numbers))

        assert answer.status_code < 500, f"{rule.rule}\n{said}"
        missing += [rule.rule] * (answer.status_code == 404)
        assert not RAW.search(answer.text if answer.mimetype == "text/html" else ""), rule.rule
        assert "X-Evil" not in answer.headers, rule.rule
    assert "/applications/<id:application_id>" not in missing and len(missing) < 44
    assert len(list(made_files(person, turn))) > len(FORMATS) / 2


ODD_JSON = {
    "user": ["log_choice", "former_zones"],
    "imports": ["headers", "mapping", "other_sheets"],
    "import_rows": ["cells", "reading", "changes"],
    "known_rows": ["said"],
    "share_links": ["choice"],
}


def test_json_that_is_let_through_is_shown(
    build: Build, sign_in: Callable[..., Browser], file: Rows
) -> None:
    """Every way in which what is kept as JSON can be another, each in a row of its own.

    All are listed; every other one is opened.
    """
    tables, shown = file["tables"], 0
    columns = TABLES["import_rows"].table.columns
    usual = tables["import_rows"][0]
    rows = [
        {**usual, name: value}
        for name in ODD_JSON["import_rows"]
        for value in accepted(columns[name], usual[name])
        if value is not None
    ]
    tables["import_rows"] = [{**row, "id": n, "number": n} for n, row in enumerate(rows, 1)]
    sheets = TABLES["imports"].table.columns
    mappings = accepted(sheets["mapping"], MAPPING)
    usual = tables["imports"][0]
    tables["imports"] += [
        {**usual, "id": 1000 + n, "mapping": value} for n, value in enumerate(mappings)
    ]
    person = build.user()
    restore_account(person, Account(dumped(file)), now())
    browser = sign_in(person)
    kept = db.session.execute(select(ImportRow.import_id, ImportRow.id, ImportRow.reading)).all()
    for import_id in db.session.scalars(select(Import.id).where(Import.user_id == person.id)):
        page = browser.get(f"/imports/{import_id}")
        assert page.status_code < 500, import_id
        if import_id in {row.import_id for row in kept}:
            for number in range(0, len(rows) + 1, 50):
                answer = browser.get(f"/imports/{import_id}?after={number}")
                assert answer.status_code < 500
    for row in kept[::2]:
        answer = browser.get(f"/imports/{row.import_id}/rows/{row.id}")
        shown += answer.status_code == 200
        assert answer.status_code < 500, row.reading
    assert shown > 50


def test_choices_of_logs_that_are_let_through_are_shown(
    build: Build, sign_in: Callable[..., Browser], file: Rows
) -> None:
    """Each that is kept as another one is."""
    given = accepted(User.__table__.columns["log_choice"], file["user"]["log_choice"])
    choices = {json.dumps(log_choice(each), sort_keys=True): each for each in given}.values()
    person = build.user()
    browser = sign_in(person)

    for place, choice in enumerate(choices):
        with writing() as session:
            session.get_one(User, person.id).log_choice = log_choice(choice)
        page = "/work-search" if place % 3 == 0 else "/work-search/log.csv"
        assert browser.get(page).status_code == 200, choice
    assert len(choices) > 20


def refused(file: Rows, table: str, column: str, value: Any) -> str:
    made = json.loads(json.dumps(file))
    rows = [made["user"]] if table == "user" else made["tables"][table]
    rows[0][column] = value
    with pytest.raises(Unreadable) as said:
        Account(dumped(made))
    return str(said.value)


REFUSED: list[tuple[str, str, Any]] = [
    ("user", "log_choice", {"au": []}),
    ("user", "log_choice", {"preset": ["au"]}),
    ("user", "log_choice", {"au": {"target": -1}}),
    ("user", "log_choice", {"au": {"target": "20"}}),
    ("user", "log_choice", {"au": {"points": {"application": 2**70}}}),
    ("user", "log_choice", {"au": {"points": {"unknown": 1}}}),
    ("user", "log_choice", {"au": {"columns": ["unknown"]}}),
    ("user", "log_choice", {"au": {"columns": [[]]}}),
    ("user", "log_choice", {"au": {"minutes": 1e308}}),
    ("user", "log_choice", {"au": {"week": 7}}),
    ("user", "log_choice", {"au": {"unknown": 1}}),
    ("applications", "link", "javascript:alert(1)"),
    ("leads", "link", "data:text/html,x"),
    ("interviews", "on", None),
    ("import_rows", "reading", {**SHEET, "facts": {"applied_on": 5}}),
    ("import_rows", "reading", {**SHEET, "facts": {"company": ["Acme"]}}),
    ("import_rows", "reading", {**SHEET, "interviews": [{"kind": "unknown"}]}),
    ("import_rows", "reading", {**SHEET, "interviews": [{"kind": "video", "at": "99"}]}),
    ("import_rows", "reading", {**SHEET, "path": ["nowhere"]}),
    ("import_rows", "reading", {**SHEET, "problems": ["ab", [1, 2]]}),
    ("import_rows", "reading", {**SHEET, "number": "2"}),
    ("imports", "mapping", {**MAPPING, "columns": [{"header": 1, "fact": "company"}]}),
    ("imports", "mapping", {**MAPPING, "hangs": {"order": []}}),
    ("imports", "mapping", {**MAPPING, "answered": "order"}),
    ("known_rows", "said", {"facts": {"applied_on": True}}),
]


def test_what_a_form_would_refuse_is_refused_in_a_sentence(file: Rows) -> None:
    said = [(*each, refused(file, *each)) for each in REFUSED]
    assert not [each for each in said if "Something in this file can’t be right" not in each[-1]]


def test_name_of_a_file_is_kept_as_an_upload_keeps_it(
    build: Build, sign_in: Callable[..., Browser], file: Rows
) -> None:
    """What a name may be is asked of an upload: `tests/views/documents/test_documents.py`."""
    file["tables"]["documents"][0]["filename"] = "../a\r\nX-Evil: 1.pdf"
    person = build.user()
    restore_account(person, Account(dumped(file)), now())
    (document,) = db.session.scalars(Document.of(person.id))
    assert document.filename == "a X-Evil: 1.pdf"

    answer = sign_in(person).get(f"/documents/{document.id}/file")

    assert answer.status_code == 200
    assert "X-Evil" not in answer.headers

"""What is held at once while a sheet is read beside what is there: a part of it, never all."""

import weakref
from typing import Any

import pytest
from sqlalchemy import event

from tests.imported import added, brought, heading
from tracker.extensions import db
from tracker.imports.reading.rows import ReadRow
from tracker.imports.steps import row_reader, staging
from tracker.imports.steps.upload import stored_rows

HEAD = "Company,Role,Date Applied,Source\n"
ROWS = 60
A_PART = 10


class Held:
    """How many rows are held as they were read, and how many were at most."""

    def __init__(self):
        self.now = self.most = 0

    def count(self, row):
        self.now += 1
        self.most = max(self.most, self.now)
        weakref.finalize(row, self.let_go)

    def let_go(self):
        self.now -= 1


@pytest.fixture
def held(monkeypatch):
    """Counts the rows that are held while parts are small."""
    found, made = Held(), ReadRow.__init__

    def counted(row, *args, **facts):
        made(row, *args, **facts)
        found.count(row)

    monkeypatch.setattr(ReadRow, "__init__", counted)
    monkeypatch.setattr(staging, "AT_ONCE", A_PART)
    monkeypatch.setattr(row_reader, "COMPARED_AT_ONCE", A_PART)
    monkeypatch.setattr("tracker.imports.steps.forecast.LOOKED_AT", A_PART)
    return found


def lines(source):
    return "".join(f"Company {n},Clerk,2026-03-02,{source}\n" for n in range(ROWS))


def test_where_a_little_is_known_a_large_sheet_of_others_is_not_held(browser, held):
    added(browser, HEAD + "Acme,Cook,2026-03-01,Seek\n")

    url = brought(browser, HEAD + lines("Seek"))

    assert heading(browser.get(url)) == f"{ROWS} rows ready to add"
    assert held.most <= 4 * A_PART


def test_where_much_is_known_and_all_of_it_has_changed_a_part_is_held(browser, held):
    added(browser, HEAD + lines("Seek"))
    held.most = 0

    url = brought(browser, HEAD + lines("LinkedIn"))

    assert f"Updates for {ROWS} you already have" in browser.get(url).text
    assert held.most <= 4 * A_PART


@pytest.mark.both_databases
def test_rows_are_read_again_without_being_sorted_in_memory(browser):
    url = brought(browser, HEAD + lines("Seek"))
    number = int(url.rpartition("/")[2])
    asked = []

    def note(*each: Any) -> None:
        asked.append((each[2], each[3]))

    event.listen(db.engine, "before_cursor_execute", note)
    again = list(stored_rows(number))
    event.remove(db.engine, "before_cursor_execute", note)

    assert [row[0] for row in again] == list(range(2, ROWS + 2))
    (statement, values) = next(each for each in asked if "import_rows" in each[0])
    if db.engine.dialect.name == "sqlite":
        plan = db.session().connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
        assert not [step for step in plan if "TEMP B-TREE" in str(step)]

"""Every fact of an application is wherever people look for it, or it says here why not.

What was forgotten is named, with its place. Nothing is asked of the database: a fact that has no
more than a column in the model is told as well.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Boolean, Date, Integer, inspect

from tests.exports.report.written import MADE_AT, record
from tracker.account_file.tables import COLUMNS_OUT, TABLES
from tracker.exports.columns import TABLES as SHEETS
from tracker.exports.report import tables
from tracker.exports.sheets import sheets
from tracker.imports.reading import Interpreter
from tracker.imports.reading.column_reading import ColumnReading
from tracker.imports.reading.mapping import Mapping
from tracker.imports.steps.insert_rows import RowBuilder
from tracker.imports.words import headers
from tracker.models import Application, Lead
from tracker.models.application_facts import BLANK, NAMES, OF_LEADS, SHARED, besides
from tracker.models.changes.merge_edits import NAMES as EDITED
from tracker.models.document import Paper
from tracker.models.reads.application_words import ApplicationWords
from tracker.models.search.index import FACTS as SEARCHED
from tracker.sharing.rows import ApplicationRow
from tracker.sharing.shared_columns import PAPERS, columns
from tracker.views.applications.application_form import ApplicationForm
from tracker.views.applications.facts_presenter import present_facts
from tracker.views.coach.shared_page_presenter import SharedPage
from tracker.views.leads.lead_form import LeadForm

DOCS = Path(__file__).parents[2] / "docs"
NO_FACTS = {
    *(
        "id",
        "user_id",
        "import_id",
        "came_from_id",
        "version",
        "position",
        "created_at",
        "updated_at",
    ),
    *("stage", "stage_since", "archived_at", "archived_on", "outcome", "deleted_at"),
    *("ended_on", "followed_up_on", "acknowledged_on", "answers_by"),
    *("pay_min", "pay_max", "pay_currency", "pay_period"),
    *COLUMNS_OUT["applications"],
}
"""Columns that people don't write: whose it is, where it stands, what is read from the others."""

READ = {
    "applied_how": "in_person",
    "workplace": "hybrid",
    "employment": "casual",
    "link": "https://jobs.example.org/1",
}
DAY = date(2026, 3, 2)


def column_of(name: str) -> Any:
    """The fact's column of the model, where it has one."""
    return inspect(Application).columns.get(name)


def known(name: str) -> Any:
    """A value for a fact."""
    kind = getattr(column_of(name), "type", None)
    if isinstance(kind, Boolean):
        return True
    if isinstance(kind, Date):
        return DAY
    return 4 if isinstance(kind, Integer) else READ.get(name, f"Known {name}")


def application(name: str = "") -> Application:
    """One of which nothing is known but this."""
    made = Application(id=1, **BLANK)
    if name:
        setattr(made, name, known(name))
    return made


def line(name: str = "") -> ApplicationRow:
    """The same as others read it."""
    shown = name.removesuffix("_id")
    blank: dict[str, Any] = dict.fromkeys(ApplicationRow._fields, "")
    blank |= {"id": 1, "applied_on": None, "excitement": None, "offer_on": None, "closes_on": None}
    blank |= {"replied_on": None, "no_on": None, "stage": "Applied", "standing": "Waiting"}
    return ApplicationRow(**blank | ({shown: known(name)} if shown in blank else {}))


def in_form(name: str) -> bool:
    return hasattr(ApplicationForm, name) and name in EDITED


def on_page(name: str) -> bool:
    papers = [Paper(name.removesuffix("_id"), 4, "v1")] if name in PAPERS else []

    def lines(made: Application, papers: list[Paper]) -> object:
        return present_facts(made, ApplicationWords([], [], []), papers, MADE_AT, ZoneInfo("UTC"))

    return lines(application(name), papers) != lines(application(), [])


def in_search(name: str) -> bool:
    return name in SEARCHED


def in_import(name: str) -> bool:
    if name not in headers.FACTS or headers.exact(headers.FACTS[name]) != name:
        return False
    value = known(name)
    cell = value.isoformat() if isinstance(value, date) else str(value)
    mapping = Mapping([ColumnReading("A heading", name), ColumnReading("Status", "status")])
    read = Interpreter(mapping).read(1, [cell, "Applied"])
    made = RowBuilder(1, 1, MADE_AT, ZoneInfo("UTC")).application(read)
    return bool(made.get(name) == value)


def in_export(name: str) -> bool:
    def told(made: ApplicationRow) -> object:
        found = sheets(replace(record(), applications=[made]))
        return next(sheet.rows for sheet in found if sheet.title == "Applications")

    return is_read(name) and told(line(name)) != told(line())


def on_coachs_page(name: str) -> bool:
    def told(made: ApplicationRow) -> object:
        return SharedPage(record(), "/s/x").facts(made)

    return is_read(name) and told(line(name)) != told(line())


def in_report(name: str) -> bool:
    def told(made: ApplicationRow) -> object:
        return list(tables.application_blocks(replace(record(), applications=[made])))

    return is_read(name) and told(line(name)) != told(line())


def is_read(name: str) -> bool:
    """Whether it is read for others at all: has a place in `tracker/sharing/rows.py`, too."""
    own = name in {column.name for column in columns(Application)}
    return name in PAPERS or (own and name in ApplicationRow._fields)


def in_account_file(name: str) -> bool:
    return name in {column.name for column in TABLES["applications"].columns}


def in_json_docs(name: str) -> bool:
    part = (DOCS / "json.md").read_text().partition("### `applications`")[2].partition("###")[0]
    return f"| `{name}` |" in part


def in_import_docs(name: str) -> bool:
    return f"`{name}`" in (DOCS / "import.md").read_text()


def in_export_docs(name: str) -> bool:
    told = (DOCS / "exports.md").read_text().partition("- Of an application: ")[2]
    labels = re.split(r",\s+", told.partition(".\n")[0])
    sheet = {fact: column.label for column, fact in SHEETS[0].columns}
    return sheet.get(name.removesuffix("_id")) in labels


Place = Callable[[str], bool]
PLACES: dict[str, tuple[Place, str]] = {
    "form": (in_form, "is in no form (ApplicationForm)"),
    "page": (on_page, "does not show on its page (facts_presenter)"),
    "search": (in_search, "is not searched (application_facts)"),
    "import": (in_import, "is read from no spreadsheet (application_facts)"),
    "export": (in_export, "is in no workbook or CSV file (sharing/rows)"),
    "coach": (on_coachs_page, "is not on the coach’s page (sharing/rows)"),
    "report": (in_report, "is in no report (exports/report/tables)"),
    "account": (in_account_file, "is not in the account file (account_file/tables)"),
    "json.md": (in_json_docs, "is not mentioned in docs/json.md"),
    "import.md": (in_import_docs, "is not mentioned in docs/import.md"),
    "exports.md": (in_export_docs, "is not mentioned in docs/exports.md"),
}

CODE = "a choice or a day: people search by words"
OWN = "nobody else’s business: it says something about the person"
NO_COLUMN = "no sheet that people keep has it"
TOLD = dict.fromkeys(("export", "coach", "report", "exports.md"), OWN)
NARROW = "a report’s table has room for five columns; the workbook has it"
EXCEPT: dict[str, dict[str, str]] = {
    "company": {"coach": "it stands in the head"},
    "role": dict.fromkeys(("page", "coach"), "it stands in the head"),
    "applied_on": {"search": CODE},
    "applied_how": {
        "search": CODE,
        **dict.fromkeys(("export", "coach", "report", "exports.md"), "asked by agencies alone"),
    },
    "workplace": {"search": CODE, "report": NARROW},
    "location": {"report": NARROW},
    "employment": {"search": CODE, "report": NARROW},
    "link": {"report": NARROW},
    "closes_on": {
        "search": CODE,
        "report": NARROW,
        "coach": "past, once an application is sent",
    },
    "posting": {
        "page": "folded below the facts",
        "search": "it would find every word of every advertisement",
        **dict.fromkeys(("export", "coach", "report", "exports.md"), "somebody else’s text, long"),
    },
    "excitement": {"search": CODE, "report": NARROW},
    "resume_id": {
        "search": "a paper is found under Documents",
        "report": NARROW,
        **dict.fromkeys(("import", "import.md"), NO_COLUMN),
    },
    "letter_id": {
        "search": "a paper is found under Documents",
        "report": NARROW,
        **dict.fromkeys(("import", "import.md"), NO_COLUMN),
    },
    "public_sector": {
        "search": CODE,
        **dict.fromkeys(("import", "import.md"), NO_COLUMN),
        **TOLD,
    },
    "internal_candidate": {
        "search": CODE,
        **dict.fromkeys(("import", "import.md"), NO_COLUMN),
        **TOLD,
    },
}
"""By fact, the places where it is not, each with the reason."""


def forgotten(name: str) -> list[str]:
    """Where a fact is missing without a reason."""
    excused = EXCEPT.get(name, {})
    return [
        f"`{name}` {words}"
        for place, (holds, words) in PLACES.items()
        if place not in excused and not holds(name)
    ]


def test_every_fact_is_everywhere_or_it_says_why_not() -> None:
    written = [each.key for each in inspect(Application).columns if each.key not in NO_FACTS]
    entries = [f"`{name}` has no entry in application_facts" for name in {*written} - {*NAMES}]
    missing = [words for name in written for words in forgotten(name)]

    assert not entries + missing, "\n".join(entries + missing)


def test_a_fact_that_is_nowhere_is_missed_in_every_place() -> None:
    assert forgotten("made_up") == [f"`made_up` {words}" for _, words in PLACES.values()]


@pytest.mark.parametrize("name", EXCEPT)
def test_no_reason_stands_for_a_place_where_the_fact_is(name: str) -> None:
    assert not [place for place in EXCEPT[name] if PLACES[place][0](name)]


def test_every_entry_has_its_column_and_what_stands_there_while_nothing_is_known() -> None:
    assert {*NAMES} <= {each.key for each in inspect(Application).columns}
    for name, blank in BLANK.items():
        assert (blank is None) == column_of(name).nullable, name


def test_what_a_lead_shares_it_has_and_asks_for() -> None:
    for name in OF_LEADS:
        assert hasattr(Lead, name) and hasattr(LeadForm, name), name


def test_a_place_gets_the_facts_that_it_does_not_name_itself() -> None:
    assert [each.name for each in besides(NAMES[2:])] == ["company", "role"]
    assert not {each.name for each in SHARED} & {"posting", "public_sector", "internal_candidate"}

"""How `onward import` is told what a sheet leaves open."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import func, select

from tracker.cli import app_context
from tracker.cli.app_context import opened_app
from tracker.cli.failure import Failure
from tracker.cli.import_file import import_
from tracker.extensions import db
from tracker.imports.reading.questions import ANSWERS
from tracker.imports.reading.status_meaning import CHOICES
from tracker.models import Application, Import

WHO = "me@example.org"
GUIDE = Path(__file__).parent.parent.parent / "docs" / "import.md"
OVER = ("Company,Role,Date Applied,Status", "Acme,Clerk,2026-03-02,humming along",
        "Bolt,Cook,2026-03-03,humming along", "Dell,Guide,2026-03-04,Applied")  # fmt: skip


@pytest.fixture
def onward_import(settings, app, build, monkeypatch):
    """Runs `onward import` for one person; what it says on standard output, and on error."""
    build.user(email=WHO)
    monkeypatch.setattr(app_context, "create_app", lambda settings: app)
    monkeypatch.setattr(app_context, "opened_app", lambda: opened_app(settings))

    def run(*options):
        said = CliRunner().invoke(import_, [*map(str, options), "--user", WHO])
        if said.exception is not None and not isinstance(said.exception, Failure | SystemExit):
            raise said.exception
        db.session.rollback()
        failure = str(said.exception) if isinstance(said.exception, Failure) else ""
        return said.stdout, said.stderr + failure

    return run


@pytest.fixture
def written(tmp_path):
    """Writes a file of these lines, or of a mapping."""

    def write(*lines, name="jobs.csv"):
        file = tmp_path / name
        text = "\n".join(lines) + "\n" if lines and isinstance(lines[0], str) else ""
        file.write_text(text or json.dumps(lines[0]), encoding="utf-8")
        return file

    return write


def stages():
    return Counter(db.session.scalars(select(Application.stage)))


def printed_map(said):
    """The mapping that is offered to answer what waits."""
    return json.loads(next(line for line in said.splitlines() if line.startswith("{")))


def test_what_the_page_would_ask_waits_and_is_named_with_its_rows(onward_import, written):
    said, _ = onward_import(written(*OVER))

    assert said.startswith("1 added, 2 need a look.")
    assert "2 rows: What does “humming along” mean?" in said
    assert stages() == {"applied": 1}


def test_the_mapping_that_is_offered_answers_what_waits(onward_import, written):
    said, _ = onward_import(written(*OVER))
    answer = printed_map(said)
    assert answer == {"statuses": {"humming along": "ask"}}
    answer["statuses"]["humming along"] = "withdrawn"
    again, _ = onward_import(written(*OVER), "--map", written(answer, name="map.json"))

    assert again.startswith("2 added. 1 was there already.")
    assert Counter(db.session.scalars(select(Application.outcome))) == {None: 1, "withdrawn": 2}


def test_a_dry_run_tells_the_same_and_prints_the_mapping_alone_on_standard_output(
    onward_import, written
):
    out, err = onward_import(written(*OVER), "--dry-run")

    assert json.loads(out)["columns"][3]["fact"] == "status"
    assert "Would add 1 applications and 0 leads; 2 need a look" in err
    assert printed_map(err) == {"statuses": {"humming along": "ask"}}
    assert db.session.scalar(select(func.count()).select_from(Import)) == 0


def test_a_sheet_that_leaves_nothing_open_asks_nothing(onward_import, written):
    said, err = onward_import(written(OVER[0], OVER[3]))

    assert said == "1 added.\n"
    assert err == ""


def test_without_a_company_the_mapping_is_printed_all_the_same_and_the_columns_named(
    onward_import, written
):
    sheet = written("Role,Colour", "Clerk,red")
    out, err = onward_import(sheet, "--dry-run")
    assert [column["header"] for column in json.loads(out)["columns"]] == ["Role", "Colour"]
    assert "No column of the file is known as the company. Its columns: Role, Colour." in err
    assert 'as in {"columns": {"Colour": "company"}}' in err

    given = written({"columns": {"Colour": "company"}, "answers": {"applied": "application"}},
                    name="map.json")  # fmt: skip
    said, _ = onward_import(sheet, "--map", given)
    assert said == "1 added.\n"


def test_dates_that_can_be_read_either_way_are_settled_by_the_mapping(onward_import, written):
    sheet = written("Company,Role,Date Applied", "Acme,Clerk,3/4/2026")
    said, _ = onward_import(sheet)
    assert said.startswith("0 added, 1 needs a look.")
    assert "order" in printed_map(said)

    onward_import(sheet, "--map", written({"order": "month_first"}, name="map.json"))
    assert [str(day) for day in db.session.scalars(select(Application.applied_on))] == [
        "2026-03-04"
    ]


def test_what_was_told_by_a_mapping_holds_for_the_next_file_until_it_is_read_afresh(
    onward_import, written
):
    told = written({"statuses": {"humming along": "withdrawn"}}, name="map.json")
    onward_import(written(*OVER), "--map", told)

    _, err = onward_import(written(*OVER[:2]), "--dry-run")
    assert "Read as you said on" in err
    assert "Would add 1 applications" in err
    _, err = onward_import(written(*OVER[:2]), "--dry-run", "--afresh")
    assert "Read as you said on" not in err
    assert "1 need a look" in err


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"statuses": {"humming along": "shoe"}}, "unknown meaning: shoe"),
        ({"statuses": {"humming along": 3}}, "unknown meaning"),
        ({"answers": {"shoe": "yes"}}, "unknown answer: shoe"),
        ({"answers": {"ended": "maybe"}}, "unknown answer: ended"),
        ({"order": "sideways"}, "unknown order"),
        ({"columns": "Company"}, "can't be used as a mapping"),
        ({"columns": [{"header": "Company"}]}, "can't be used as a mapping"),
        ({"statuses": ["over"]}, "can't be used as a mapping"),
    ],
)
def test_a_mapping_with_something_unknown_is_refused_in_one_line(
    onward_import, written, given, words
):
    _, err = onward_import(written(*OVER), "--map", written(given, name="map.json"))

    assert words in err
    assert "\n" not in err
    assert db.session.scalar(select(func.count()).select_from(Import)) == 0


def test_the_guide_names_every_question_and_every_answer():
    rows = re.findall(r"^\| `(\w+)` \|.*\|(.*)\|$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE)
    told = {code: set(re.findall(r"`(\w+)`", choices)) for code, choices in rows}

    for code, choices in ANSWERS.items():
        assert told[code] == set(choices)


@pytest.mark.parametrize("choice", CHOICES)
def test_the_guide_names_whatever_a_status_can_mean(choice):
    assert f"`{choice}`" in GUIDE.read_text(encoding="utf-8").partition("| `statuses` |")[2]


def test_the_example_of_the_guide_comes_to_what_the_guide_says(onward_import, written):
    blocks = dict(
        re.findall(
            r"<!-- example: (\S+) -->\n+```\w*\n(.*?)```",
            GUIDE.read_text(encoding="utf-8"),
            re.DOTALL,
        )
    )
    sheet = written(*blocks["sheet"].splitlines(), name="hunt.csv")
    answers = written(json.loads(blocks["map"]), name="map.json")

    assert onward_import(sheet)[0].startswith(blocks["before"])
    assert onward_import(sheet, "--map", answers)[0] == blocks["after"]


def test_a_column_of_company_and_role_in_one_is_named_and_answered_by_a_mapping(
    onward_import, written
):
    file = written("Job,Status", "Wurm - Zink,Applied", "Blau - Gelb,Applied")
    out, _ = onward_import(file)
    assert "2 need a look" in out
    assert "Which is the company in “Wurm - Zink”? (role_first, company_first, ask)" in out

    out, _ = onward_import(
        file, "--map", written({"answers": {"company_role": "company_first"}}, name="map.json")
    )
    assert "2 added" in out
    assert set(db.session.scalars(select(Application.company))) == {"Wurm", "Blau"}


def test_a_mapping_says_that_a_column_holds_both(onward_import, written):
    file = written("Was,Status", "Deckhand @ Wurm,Applied", "Zapf zu Zink,Applied")
    _, error = onward_import(file)
    assert 'a column that holds both is "company_role"' in error

    out, _ = onward_import(
        file, "--map", written({"columns": {"Was": "company_role"}}, name="map.json")
    )
    assert "1 added, 1 needs a look" in out

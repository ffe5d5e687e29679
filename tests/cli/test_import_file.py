import json
import zipfile
from collections import Counter

import pytest
from sqlalchemy import func, select

from tests.imports.reads import DATA, workbook
from tracker.extensions import db
from tracker.models import AccountEvent, Application, Import, Lead


@pytest.fixture
def sheet(tmp_path):
    """Writes a file of these lines."""

    def written(*lines, name="jobs.csv"):
        file = tmp_path / name
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return file

    return written


def stages(person):
    return Counter(each.stage for each in db.session.scalars(Application.of(person.id)))


def count(model):
    return db.session.scalar(select(func.count()).select_from(model))


@pytest.mark.parametrize(
    ("name", "said", "applications", "leads"),
    [
        (
            "messy-spreadsheet.csv",
            "78 added, 7 need a look, 2 probably duplicates left out.",
            78,
            0,
        ),
        (
            "wide-spreadsheet.csv",
            "127 added, 20 need a look, 3 probably duplicates left out.",
            127,
            0,
        ),
        ("jobsync-export.csv", "29 added, 11 need a look.", 23, 6),
        ("semicolon-german.csv", "25 added.", 23, 2),
    ],
)
def test_each_sample_file_comes_in_with_the_counts_made_by_hand(
    onward_import, name, said, applications, leads
):
    status, output = onward_import(DATA / name)

    assert status == 0
    assert output.startswith(said)
    assert (count(Application), count(Lead)) == (applications, leads)


def test_what_waits_is_found_on_the_web(onward_import):
    _, output = onward_import(DATA / "wide-spreadsheet.csv")

    assert output.rstrip().endswith(f"/imports/{db.session.scalar(select(Import.id))}")


def test_the_same_file_once_more_adds_nothing(onward_import):
    onward_import(DATA / "messy-spreadsheet.csv")
    status, output = onward_import(DATA / "messy-spreadsheet.csv")

    assert status == 0
    assert output.startswith("0 added, 7 need a look, 2 probably duplicates left out. 78 were")
    noted = db.session.execute(select(AccountEvent.kind, AccountEvent.detail)).all()
    assert [tuple(each) for each in noted] == [("imported", "a sheet")] * 2


def test_doubles_can_be_kept(onward_import):
    _, output = onward_import(DATA / "messy-spreadsheet.csv", "--duplicates", "keep")

    assert output.startswith("80 added, 7 need a look.")


def test_the_order_of_dates_can_be_told(onward_import, sheet):
    file = sheet("Company,Role,Date Applied", "Acme,Clerk,3/4/2026")
    onward_import(file, "--month-first")
    other = sheet("Company,Role,Date Applied", "Bolt,Clerk,3/4/2026", name="more.csv")
    onward_import(other, "--day-first")

    days = sorted(str(each) for each in db.session.scalars(select(Application.applied_on)))
    assert days == ["2026-03-04", "2026-04-03"]


def test_a_dry_run_prints_the_mapping_and_saves_nothing(onward_import):
    status, output = onward_import(DATA / "messy-spreadsheet.csv", "--dry-run")
    mapping, _ = json.JSONDecoder().raw_decode(output)

    assert status == 0
    assert mapping["columns"][3]["fact"] == "applied_on"
    assert mapping["statuses"]["accepted!"]["choice"] == "offer_accepted"
    assert "Would add 78 applications and 0 leads; 7 need a look, 2 probably duplicates." in output
    assert (count(Application), count(Import)) == (0, 0)


def test_a_mapping_that_was_printed_can_be_edited_and_used(onward_import, tmp_path):
    _, output = onward_import(DATA / "wide-spreadsheet.csv", "--dry-run")
    mapping, _ = json.JSONDecoder().raw_decode(output)
    mapping["answers"]["ended"] = "rejected"
    mapping["columns"] = [c for c in mapping["columns"] if c["fact"] != "company"] + [
        {"header": "Company", "fact": "company"}
    ]
    file = tmp_path / "map.json"
    file.write_text(json.dumps(mapping))
    status, _ = onward_import(DATA / "wide-spreadsheet.csv", "--map", file)

    assert status == 0
    assert stages(onward_import.person) == {"applied": 65, "interview": 12, "rejected": 70}


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("not json", "can't be used as a mapping"),
        ("[]", "can't be used as a mapping"),
        ('{"columns": [{"header": "Shoe", "fact": "company"}], "statuses": {}}', "Shoe"),
        ('{"columns": [{"header": "Company", "fact": "shoe"}], "statuses": {}}', "unknown fact"),
    ],
)
def test_a_mapping_that_doesnt_fit_is_refused_in_one_line(onward_import, tmp_path, written, words):
    file = tmp_path / "map.json"
    file.write_text(written)
    status, said = onward_import(DATA / "wide-spreadsheet.csv", "--map", file)

    assert status == 1
    assert words in said
    assert count(Import) == 0


def test_a_sheet_without_a_company_says_how_to_go_on(onward_import, sheet):
    status, said = onward_import(sheet("Role,Colour", "Clerk,red"))

    assert status == 1
    assert said.startswith(
        "No column of the file is known as the company. Its columns: Role, Colour."
    )
    assert "Name it with --map" in said


def test_a_file_that_cant_be_read_is_refused(onward_import, tmp_path):
    file = tmp_path / "cv.pdf"
    file.write_bytes(b"%PDF-1.7")
    status, said = onward_import(file)

    assert status == 1
    assert "This is a PDF" in said
    assert count(Import) == 0


def test_somebody_without_an_account_is_named(onward_import):
    status, said = onward_import(DATA / "wide-spreadsheet.csv", user="who@example.org")

    assert status == 1
    assert said == "There is no account for who@example.org."


@pytest.mark.parametrize(
    "options", [("--duplicates", "maybe"), ("--map", "/nowhere.json"), ("--sideways",)]
)
def test_wrong_use_ends_with_2(onward_import, options):
    assert onward_import(DATA / "wide-spreadsheet.csv", *options)[0] == 2


def test_a_file_that_isnt_there_ends_with_2(onward_import):
    assert onward_import("/nowhere/jobs.csv")[0] == 2


def years(tmp_path):
    """A workbook of two lists that may both be meant."""
    heads = ["Company", "Role", "Date applied"]
    file = tmp_path / "jobs.xlsx"
    file.write_bytes(
        workbook(
            ["Applied", 3],
            sheets={
                "2025": [heads, ["Acme", "Clerk", "2025-03-07"], ["Bolt", "Cook", "2025-03-08"]],
                "2026": [heads, ["Cask", "Clerk", "2026-03-07"]],
            },
        )
    )
    return file


def test_where_several_tables_may_be_meant_they_are_named_and_nothing_is_saved(
    onward_import, tmp_path
):
    status, said = onward_import(years(tmp_path))

    assert status == 1
    assert "“2025” (2)" in said
    assert "“2026” (1)" in said
    assert "--sheet" in said
    assert count(Import) == 0


def test_the_table_that_is_named_is_read(onward_import, tmp_path):
    assert onward_import(years(tmp_path), "--sheet", "2026")[0] == 0

    assert [each.company for each in db.session.scalars(Application.of(onward_import.person.id))]
    assert db.session.scalars(select(Application.company)).all() == ["Cask"]


def test_a_table_that_the_file_lacks_is_answered_with_those_it_has(onward_import, tmp_path):
    status, said = onward_import(years(tmp_path), "--sheet", "2027")

    assert status == 1
    assert "no table “2027”" in said
    assert "“2026” (1)" in said


def test_a_member_of_a_zip_is_named_by_as_much_as_tells_it(onward_import, tmp_path):
    file = tmp_path / "export.zip"
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("Mine/Old.csv", "Company,Role,Status\nAcme,Clerk,Applied\n")
        packed.writestr("Mine/New.csv", "Company,Role,Status\nBolt,Cook,Applied\n")

    assert onward_import(file, "--sheet", "new")[0] == 0
    assert db.session.scalars(select(Application.company)).all() == ["Bolt"]

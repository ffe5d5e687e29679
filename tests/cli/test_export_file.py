import csv
import io
import stat

import pytest
from click.testing import CliRunner

from tests.cli.served import Prepared, onward
from tests.exports.test_csv import files
from tests.sharing.test_record import somebody
from tracker.cli import app_context, export_file
from tracker.cli.app_context import opened_app
from tracker.cli.export_file import export
from tracker.cli.failure import Failure
from tracker.exports import csv as csv_tables
from tracker.exports.formats import FORMATS
from tracker.exports.request import CannotMake
from tracker.extensions import db
from tracker.sharing.selection import FOR_LINKS, SharedPart


@pytest.fixture
def onward_export(settings, app, build, monkeypatch, tmp_path):
    """Runs `onward export` for one person on this test's own database."""
    person = somebody(build)
    monkeypatch.setattr(app_context, "opened_app", lambda: opened_app(settings))
    monkeypatch.setattr(app_context, "create_app", lambda settings: app)

    def run(name, *options, out=None, user=person.email):
        words = ["--user", user, "--format", name, "--out", str(out or run.out)]
        said = CliRunner().invoke(export, [*words, *map(str, options)])
        if isinstance(said.exception, Failure):
            return 1, str(said.exception)
        if said.exception is not None and not isinstance(said.exception, SystemExit):
            raise said.exception
        db.session.rollback()
        return said.exit_code, said.output

    run.person, run.out = person, tmp_path / "out.zip"
    return run


def roles(out, sign=","):
    text = files(out.read_bytes())["applications.csv"]
    return [row["Role"] for row in csv.DictReader(io.StringIO(text, newline=""), delimiter=sign)]


def test_every_format_has_its_name_on_the_command_line():
    assert set(export_file.FORMATS) == set(FORMATS)


def test_a_file_is_written_for_its_owner_only(onward_export):
    status, said = onward_export("csv")

    assert status == 0
    assert said.startswith(f"{onward_export.out} (")
    assert roles(onward_export.out) == ["MARK-applications"]
    assert stat.S_IMODE(onward_export.out.stat().st_mode) == 0o600
    assert [each.name for each in onward_export.out.parent.iterdir()] == ["out.zip"]


def test_what_is_in_it_is_what_the_page_ticks_unless_it_is_told(onward_export):
    onward_export("csv")
    usual = set(files(onward_export.out.read_bytes()))
    onward_export("csv", "--parts", "pay, applications", "--force")

    assert "actions.csv" in usual and "notes.csv" not in usual
    assert set(files(onward_export.out.read_bytes())) == {
        "README.txt",
        "summary.csv",
        "applications.csv",
        "offers.csv",
    }


def test_companies_can_be_letters_and_people_named(onward_export):
    parts = ",".join(part.value for part in FOR_LINKS if part is not SharedPart.INSIGHTS)
    onward_export("csv", "--parts", parts, "--letters-for-companies")
    hidden = "".join(files(onward_export.out.read_bytes()).values())
    onward_export("csv", "--parts", parts, "--people", "--force")
    shown = "".join(files(onward_export.out.read_bytes()).values())

    assert "Company A" in hidden and "Banksia" not in hidden and "MARK-person" not in hidden
    assert "Banksia" in shown and "MARK-person" in shown


@pytest.mark.parametrize(
    ("days", "found"),
    [
        (("--from", "2026-11-01"), 1),
        (("--to", "2026-11-01"), 0),
        (("--from", "2026-11-02", "--to", "2026-11-02"), 1),
    ],
)
def test_days_can_be_given(onward_export, days, found):
    onward_export("csv", "--parts", "applications", *days)

    assert len(roles(onward_export.out)) == found


def test_columns_can_be_divided_by_semicolons(onward_export):
    onward_export("csv", "--divider", "semicolon")

    assert roles(onward_export.out, ";") == ["MARK-applications"]


def test_a_file_that_is_there_is_left_alone_unless_forced(onward_export):
    onward_export.out.write_text("precious")
    status, said = onward_export("csv")

    assert (status, onward_export.out.read_text()) == (1, "precious")
    assert "--force" in said
    assert onward_export("csv", "--force")[0] == 0
    assert roles(onward_export.out)


def test_a_dash_writes_the_file_to_standard_output_and_nothing_else(onward_export, monkeypatch):
    monkeypatch.chdir(onward_export.out.parent)
    ran = CliRunner().invoke(
        export, ["--user", onward_export.person.email, "--format", "csv", "--out", "-"]
    )

    assert ran.exit_code == 0
    assert "applications.csv" in files(ran.stdout_bytes)
    assert list(onward_export.out.parent.iterdir()) == []


def test_a_file_that_cant_be_made_is_not_begun_on_standard_output(onward_export, monkeypatch):
    def refuse(*_):
        raise CannotMake("There is nothing to write.")

    monkeypatch.setattr(csv_tables, "make", refuse)

    assert onward_export("csv", out="-") == (1, "There is nothing to write.")


def test_a_file_that_cant_be_made_leaves_the_old_one(onward_export, monkeypatch):
    def refuse(*_):
        raise CannotMake("There is nothing to write.")

    monkeypatch.setattr(csv_tables, "make", refuse)
    onward_export.out.write_text("precious")
    status, said = onward_export("csv", "--force")

    assert (status, said) == (1, "There is nothing to write.")
    assert onward_export.out.read_text() == "precious"
    assert [each.name for each in onward_export.out.parent.iterdir()] == ["out.zip"]


@pytest.mark.parametrize(
    "options",
    [
        ("--private",),
        ("--parts", "shoes"),
        ("--parts", "private"),
        ("--parts", ","),
        ("--from", "yesterday"),
        ("--divider", "tab"),
        ("--sideways",),
    ],
)
def test_wrong_use_ends_with_2(onward_export, options):
    assert onward_export("csv", *options)[0] == 2
    assert not onward_export.out.exists()


def test_an_unknown_format_ends_with_2(onward_export):
    assert onward_export("odt")[0] == 2


def test_somebody_without_an_account_is_named(onward_export):
    status, said = onward_export("csv", user="who@example.org")

    assert (status, said) == (1, "There is no account for who@example.org.")


def test_a_folder_that_isnt_there_ends_with_1(onward_export, tmp_path):
    status, said = onward_export("csv", out=tmp_path / "nowhere" / "out.zip")

    assert status == 1
    assert "nowhere" in said


@pytest.mark.parametrize(
    ("name", "private", "in_it"),
    [("json", True, True), ("json", False, False), ("ics", False, False)],
)
def test_private_writing_is_wished_for_only_by_its_option(name, private, in_it):
    wanted = export_file.export_request(name, None, (None, None), False, False, private, None)

    assert (SharedPart.PRIVATE in wanted.choice) is in_it
    assert wanted.choice.people and wanted.choice.companies


def test_the_command_is_listed_and_fails_in_one_line(tmp_path):
    Prepared.at(tmp_path)

    ran = onward(
        *("export", "--user", "a@example.org", "--format", "csv", "--out", tmp_path / "x"),
        instance=tmp_path,
    )

    assert ran.returncode == 1
    assert ran.stderr == "onward: There is no account for a@example.org.\n"

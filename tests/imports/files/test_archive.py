import io
import zipfile

import pytest

from tests.imports.files.open_documents import document, words, zipped
from tests.imports.reads import table, workbook
from tracker.imports.files import SeveralTables, archive, look_into, read_table
from tracker.imports.files.table import Unreadable

JOBS = "Company,Role,Status\nAcme,Clerk,Applied\nBolt,Cook,Rejected\n"
PEOPLE = "First Name,Last Name,Company,Position\nMia,Chen,Acme,Recruiter\n" * 40
LINKEDIN = {
    "Connections.csv": "Notes:\nsomething\n\nFirst Name,Last Name,Company,Position,Connected On\n"
    + "Mia,Chen,Acme,Recruiter,01 Mar 2026\n" * 50,
    "Positions.csv": "Company Name,Title,Started On\nOld Co,Clerk,Jan 2019\n",
    "Jobs/Job Applications.csv": "Application Date,Company Name,Job Title\n3/2/26,Acme,Clerk\n",
    "Jobs/Saved Jobs.csv": "Saved Date,Company Name,Job Title\n3/2/26,Bolt,Cook\n",
}


def names(content: bytes) -> list[str]:
    return [each.name for each in look_into(io.BytesIO(content)).candidates]


def first(content: bytes, sheet: str | None = None) -> list[str]:
    return next(read_table(io.BytesIO(content), sheet).rows())[1]


def test_the_only_table_in_a_zip_is_read_in_whatever_folder():
    found = table(zipped({"Export/2026/": b"", "Export/2026/My jobs.csv": JOBS}))
    assert found.name == "Export/2026/My jobs.csv"
    assert next(cells for _, cells in found.rows()) == ["Acme", "Clerk", "Applied"]


def test_what_a_system_adds_and_what_is_no_table_is_passed_over():
    content = zipped(
        {
            "__MACOSX/._jobs.csv": b"\0\5\x16\7",
            ".DS_Store": b"\0",
            "~$jobs.xlsx": b"x",
            "photo.jpg": b"\xff\xd8\xff",
            "broken.xlsx": b"PK\x03\x04 broken",
            "empty.csv": b"",
            "jobs.csv": JOBS,
        }
    )
    assert names(content) == ["jobs.csv"]


def test_linkedins_applications_are_known_by_their_name_and_the_rest_is_offered():
    content = zipped(LINKEDIN)
    assert table(content).name == "Jobs/Job Applications.csv"
    assert names(content)[:2] == ["Jobs/Job Applications.csv", "Jobs/Saved Jobs.csv"]
    assert first(content, "saved jobs")[1] == "Bolt"


def test_of_two_lists_that_may_be_meant_neither_is_taken():
    content = zipped({"a/2025.csv": JOBS, "a/2026.csv": JOBS + "Cask,Cook,Applied\n"})
    with pytest.raises(SeveralTables, match=r"“a/2026.csv” \(3\), “a/2025.csv” \(2\)"):
        table(content)
    assert first(content, "2025")[0] == "Acme"
    with pytest.raises(Unreadable, match="no table “2024”"):
        first(content, "2024")


def test_a_list_of_people_is_no_rival_of_a_list_of_applications():
    assert table(zipped({"People.csv": PEOPLE.replace("Position", "Job"), "j.csv": JOBS})).name == (
        "j.csv"
    )


def test_of_notions_two_copies_the_whole_one_is_read_from_the_archive_inside_the_archive():
    inner = zipped(
        {"Jobs 12ab.csv": JOBS[:-22], "Jobs 12ab_all.csv": JOBS, "Jobs/Acme.md": "# Acme"}
    )
    found = table(zipped({"Export-Part-1.zip": inner}))
    assert found.name == "Export-Part-1.zip: Jobs 12ab_all.csv"
    assert len(list(found.rows())) == 2


def test_archives_are_not_followed_without_end():
    content = zipped({"jobs.csv": JOBS})
    for _ in range(archive.DEEPEST + 1):
        content = zipped({"inner.zip": content})
    with pytest.raises(Unreadable, match="no table in this"):
        table(content)


def test_archives_in_an_archive_unpack_to_no_more_than_that_one_may():
    large = zipped({"jobs.csv": b"Company,Role\n" + b"a,b\n" * 15_000_000})
    with pytest.raises(Unreadable, match="unpacks to more"):
        table(zipped({"inner.zip": large}))


def test_workbooks_and_open_documents_are_found_in_a_zip_too():
    book = workbook(["Applied", 3], sheets={"Jobs": [["Company", "Role"], ["Acme", "Clerk"]]})
    assert table(zipped({"Drive/Hunt.xlsx": book})).name == "Drive/Hunt.xlsx: Jobs"
    sheet = document(words("Company", "Role"), words("Acme", "Clerk"))
    assert first(zipped({"Drive/Hunt.ods": sheet})) == ["Acme", "Clerk"]


def test_a_dashboard_before_the_list_and_a_template_beside_it_are_not_taken_for_it():
    book = workbook(
        ["Applications", 30],
        ["Interviews", 4],
        sheets={
            "Template": [["Company", "Role"], ["Example Pty Ltd", "Your role"]],
            "Hunt": [["Company", "Role"], *([f"Acme {n}", "Clerk"] for n in range(30))],
        },
    )
    assert table(book).name == "Hunt"


def test_a_sheet_may_be_called_as_a_part_of_linkedins_account_is():
    book = workbook(
        ["Applications", 30],
        sheets={"Positions": [["Company", "Role"], ["Acme", "Clerk"], ["Bolt", "Cook"]]},
    )
    assert table(book).name == "Positions"


def test_a_locked_archive_is_named_so():
    entry = bytearray(zipped({"jobs.csv": JOBS}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        entry[entry.find(mark) + place] |= 1
    with pytest.raises(Unreadable, match="password"):
        table(bytes(entry))


@pytest.mark.parametrize("name", ["../jobs.csv", "/jobs.csv", "a/../../jobs.csv", "C:\\jobs.csv"])
def test_members_that_would_escape_are_refused(name: str):
    with pytest.raises(Unreadable, match="no spreadsheet has"):
        table(zipped({name: JOBS}))


def test_a_member_that_unpacks_to_more_than_it_says_is_not_read():
    content = bytearray(zipped({"jobs.csv": b"Company,Role\n" + b"a,b\n" * 8_000_000}))
    size = (13 + 4 * 8_000_000).to_bytes(4, "little")
    while (at := content.find(size)) >= 0:
        content[at : at + 4] = (1000).to_bytes(4, "little")
    with pytest.raises(Unreadable):
        sum(1 for _ in table(bytes(content)).rows())


def test_twice_the_same_name_is_told_apart():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("jobs.csv", JOBS)
        with pytest.warns(UserWarning, match="Duplicate"):
            made.writestr("jobs.csv", JOBS)
    assert names(file.getvalue()) == ["jobs.csv", "jobs.csv (2)"]

import pytest

from tests.imports.reads import mapping, rows, shared
from tracker.imports.words import header_words, headers


def facts(content: bytes | str) -> dict[str, str]:
    return {column.header: column.fact for column in mapping(content).columns}


@pytest.mark.parametrize(
    ("header", "fact"),
    [
        ("Company", "company"),
        ("COMPANY NAME", "company"),
        ("company_name", "company"),
        ("Firma", "company"),
        ("Role / Title", "role"),
        ("Position (internal)", "role"),
        ("JobTitle", "role"),
        ("Stelle", "role"),
        ("Date Applied", "applied_on"),
        ("appliedDate", "applied_on"),
        ("Beworben am", "applied_on"),
        ("Gespräch am", "interview_on"),
        ("Where", "location"),
        ("Found via", "source"),
        ("Applicant Portal", "link"),
        ("Max. Salary", "pay_max"),
        ("Technical Interview/ Assessment", "step_assessment"),
        ("List Name", "status"),
    ],
)
def test_headers_name_their_fact(header: str, fact: str):
    assert headers.exact(header) == fact


def test_every_alias_belongs_to_a_fact():
    for fact in (*header_words.ALIASES, *header_words.MAY_BE_TOO):
        assert fact in headers.FACTS


def test_a_column_of_addresses_is_the_link_whatever_it_is_called():
    assert facts("Company,Role,Where I saw it??\nA,B,https://x.example/1\n") == {
        "Company": "company",
        "Role": "role",
        "Where I saw it??": "link",
    }


def test_a_column_may_hold_days_or_a_yes():
    assert facts("Company,Role,Applied,Rejected\nA,B,2/3/26,Y\nC,D,3/3/26,N\n") == {
        "Company": "company",
        "Role": "role",
        "Applied": "applied_on",
        "Rejected": "step_rejected",
    }
    assert facts("Company,Role,Applied,Rejected\nA,B,Yes,12 Mar\nC,D,No,\n")["Rejected"] == (
        "rejected_on"
    )


def test_an_interview_column_with_words_goes_to_the_notes():
    read = rows("Company,Role,Interview\nA,B,went really well\nC,D,so so\n")
    assert read[0].notes == "Interview: went really well"
    assert read[0].interviews == []


def test_a_number_that_only_counts_rows_is_left_out_and_other_ids_are_kept():
    assert facts("ID,Company,Role\n1,A,B\n2,C,D\n")["ID"] == "skip"
    assert facts("ID,Company,Role\nJOB-1,A,B\nJOB-2,C,D\n")["ID"] == "notes"


def test_a_second_column_for_the_same_fact_goes_to_the_notes():
    assert facts("Company,Role,Employer\nA,B,C\n")["Employer"] == "notes"
    assert rows("Company,Role,Employer\nA,B,C\n")[0].notes == "Employer: C"


def test_words_in_a_header_are_a_proposal():
    chosen = mapping("Name of the employer,Exact role wanted,Date I sent it off\nA,B,2/3/26\n")
    assert [(c.fact, c.certainty) for c in chosen.columns] == [
        ("company", "proposed"),
        ("role", "proposed"),
        ("applied_on", "proposed"),
    ]


def test_a_sheet_without_headers_is_known_by_what_is_in_it():
    chosen = mapping(
        "Acme,Clerk,2026-03-02,Applied\nBolt,Cook,2026-03-05,Rejected\n"
        "Dell,Baker,2026-03-06,Applied\nFern,Nurse,2026-03-07,Applied\n"
    )
    assert [column.fact for column in chosen.columns] == ["company", "role", "applied_on", "status"]
    assert {column.certainty for column in chosen.columns[:3]} == {"proposed"}


def test_huntr_export():
    read = rows(shared("huntr-export.csv"))
    assert [(row.kind, row.stage) for row in read] == [
        ("lead", None),
        ("application", "applied"),
        ("application", "interview"),
        ("application", "rejected"),
        ("application", "applied"),
    ]
    assert read[0].facts["posting"] == "Design levels"
    assert read[0].facts["link"] == "https://jobs.example.com/1"
    assert read[0].notes == "ask Priya"
    assert read[4].offer is not None
    assert not any(row.needs_a_look for row in read)


def test_teal_export():
    chosen = mapping(shared("teal-export.csv"))
    assert (chosen.order, chosen.order_certainty) == ("month_first", "certain")
    read = rows(shared("teal-export.csv"))
    assert [(row.kind, row.stage, row.outcome) for row in read] == [
        ("lead", None, None),
        ("application", "applied", None),
        ("application", "rejected", None),  # no answer
        ("application", "rejected", None),
        ("application", "applied", "withdrawn"),
        ("application", "applied", None),
    ]
    lead = read[0].facts
    assert (lead["excitement"], lead["pay_text"]) == (4, "70,000 - 85,000")
    assert (lead["pay_min"], lead["pay_max"]) == (7_000_000, 8_500_000)
    assert f"{lead['closes_on']}" == "2026-03-01"
    assert read[1].facts["workplace"] == "remote"
    assert "Follow up: 02/22/2026" in read[1].notes
    assert read[5].offer is not None

import pytest

from tracker.imports.reading import fact_readers


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Hybrid", "hybrid"), ("On-site", "onsite"), ("in office", "onsite"), ("Yes", "remote"),
     ("Remote (AU)", "remote"),
     ("vor Ort", "onsite"), ("moon", None),
     ("Home Office", "remote")],
)  # fmt: skip
def test_workplace(text: str, expected: str | None):
    assert fact_readers.workplace(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Email", "email"), ("e-mail to HR", "email"), ("in person", "in_person"),
     ("Walked in", "in_person"), ("Phone", "phone"), ("by mail", "post"), ("Post", "post"),
     ("via recruiter", "agency"), ("Company website", "website"), ("Online", "website"),
     ("Online portal", "website"), ("LinkedIn Easy Apply", "job_site"), ("SEEK", "job_site"),
     ("telefonisch", "phone"), ("per E-Mail", "email"), ("carrier pigeon", None), ("Mary", None),
     ("seeking advice", None), ("posting 12", None)],
)  # fmt: skip
def test_how_it_was_sent(text: str, expected: str | None):
    assert fact_readers.applied_how(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Full Time", "full_time"), ("part-time", "part_time"), ("Vollzeit", "full_time"),
     ("Contract", "contract"), ("Casual", "casual"), ("Praktikum", "internship"),
     ("Internal", None), ("Ausbildung", "apprenticeship"), ("Other", "other")],
)  # fmt: skip
def test_employment(text: str, expected: str | None):
    assert fact_readers.employment(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4", 4),
        ("4/5", 4),
        ("★★★☆☆", 3),
        ("⭐⭐", 2),
        ("High", 4),
        ("7", None),
        ("meh", None),
        ("5.0", 5),
    ],
)
def test_excitement(text: str, expected: int | None):
    assert fact_readers.excitement(text) == expected


def test_pay_from_several_columns_is_one_text():
    assert (
        fact_readers.joined_pay("70,000", "85,000", "AUD", "year") == "AUD 70,000 - 85,000 per year"
    )
    assert fact_readers.joined_pay("", "", "AUD", "year") == ""

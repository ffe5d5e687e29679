"""What an email asked for, in the words of its action."""

import pytest

from tracker.loop.by_email import without_things


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("Send Orana what they ask for (licence, two payslips)", "Send Orana what they ask for"),
        ("Upload what Orana asks for (licence), by 12:00", "Upload what Orana asks for, by 12:00"),
        ("Answer Orana (Sydney)", "Answer Orana (Sydney)"),
    ],
)
def test_a_row_of_one_line_names_no_papers_and_keeps_all_else(what: str, said: str) -> None:
    assert without_things(what) == said

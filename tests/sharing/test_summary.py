"""The numbers in words, true of none and of one too."""

import pytest

from tracker.sharing.summary import SharedSummary, in_words

LED = "something was done about it, or it was let go of after asking"


def counted(**numbers: int) -> SharedSummary:
    """Nothing but what is given."""
    return SharedSummary(**(dict.fromkeys(SharedSummary._fields, 0) | numbers))


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ({}, ["Nothing was written down for this time yet."]),
        (
            {"applications": 1},
            [
                "1 application sent: none came to an interview, and none is still open.",
                "No action is done yet.",
            ],
        ),
        (
            {"rejections": 1, "actions_done": 1},
            [
                "No application was sent in this time.",
                "1 rejection. Nobody has been asked for advice yet.",
                f"No loop is closed yet. A loop is closed when after a no {LED}.",
                "1 action done.",
            ],
        ),
        (
            {"applications": 3, "interviewed": 1, "waiting": 2, "rejections": 1, "asked": 1},
            [
                "3 applications sent: 1 came to an interview, and 2 are still open.",
                "1 rejection. Advice was asked for, and nobody has answered yet.",
                f"No loop is closed yet. A loop is closed when after a no {LED}.",
                "No action is done yet.",
            ],
        ),
        (
            {
                "applications": 1200,
                "interviewed": 30,
                "offers": 1,
                "waiting": 1,
                "rejections": 20,
                "asked": 3,
                "answered": 1,
                "closed": 1,
                "actions_done": 2,
            },
            [
                "1,200 applications sent: 30 came to an interview, 1 to an offer, "
                "and 1 is still open.",
                "20 rejections. Advice was asked for after 3 of them, and 1 answered.",
                f"1 of 20 loops closed: after the no {LED}.",
                "2 actions done.",
            ],
        ),
    ],
)
def test_a_few_sentences_tell_what_was_counted(numbers: dict[str, int], said: list[str]) -> None:
    assert in_words(counted(**numbers)) == said

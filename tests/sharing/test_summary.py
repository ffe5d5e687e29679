"""The numbers in words, true of none and of one too."""

from dataclasses import replace

import pytest

from tests.exports.report.written import record
from tracker.insights.one_minute import one_minute
from tracker.sharing.summary import SharedSummary

LED = "an action is done, or there was nothing to change after asking"


def counted(**numbers: int) -> SharedSummary:
    """Nothing but what is given."""
    return SharedSummary(**numbers)


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ({}, ["This time is empty so far."]),
        (
            {"applications": 1, "withdrawn": 1},
            [
                "1 application sent.",
                "Withdrawn 1.",
            ],
        ),
        (
            {"applications": 3, "they_said_no": 3, "rejections": 2},
            [
                "3 applications sent.",
                "They said no 3.",
                "2 rejections written down. A card that was only moved to Rejected has none "
                "written down.",
            ],
        ),
        (
            {"rejections": 1, "actions_done": 1},
            [
                "1 rejection written down.",
                "1 action done.",
            ],
        ),
        (
            {
                "applications": 3,
                "interviewed": 1,
                "waiting": 1,
                "silent": 1,
                "they_said_no": 1,
                "rejections": 1,
                "asked": 1,
            },
            [
                "3 applications sent: 1 came to an interview and 2 are still open.",
                "Waiting 1, silent 1, they said no 1.",
                "1 rejection written down. Advice was asked for.",
            ],
        ),
        (
            {
                "applications": 1200,
                "interviewed": 30,
                "offers": 1,
                "offer_to_answer": 1,
                "no_answer": 1180,
                "they_said_no": 19,
                "rejections": 20,
                "asked": 3,
                "answered": 1,
                "unasked": 2,
                "closed": 1,
                "actions_done": 2,
            },
            [
                "1 offer waits for an answer.",
                "1,200 applications sent: 30 came to an interview (3%, probably between 2 and 4%), "
                "1 to an offer, and 1 is still open.",
                "Offer to answer 1, they said no 19, no answer 1,180.",
                "20 rejections written down. Advice was asked for after 3 of them, and 1 answered. "
                "Feedback came unasked after 2.",
                f"Something was learnt from 1 of 20 rejections: {LED}.",
                "2 actions done.",
            ],
        ),
    ],
)
def test_a_few_sentences_tell_what_was_counted(numbers: dict[str, int], said: list[str]) -> None:
    told = one_minute(replace(record(), summary=counted(**numbers), pace=None))

    assert told == said

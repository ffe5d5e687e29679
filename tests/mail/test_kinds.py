"""What kind an email reads as, where single words could mislead."""

import pytest

from tracker.mail import read_kind


@pytest.mark.parametrize("role", ["IT Support Officer", "Help Desk Analyst", "Clerk"])
def test_an_interview_that_will_now_be_held_on_another_day_reads_as_one_whatever_the_role(
    role: str,
) -> None:
    text = (
        f"Hi Robin,\n\nYour interview for the {role} role will now be held on Tuesday, not Monday, "
        "at 10am. The place stays the same.\n\nRegards,\nHannah"
    )

    assert read_kind(f"Interview: {role}", text).kind == "invitation"
    assert (
        read_kind("Ticket 512", "Your IT support ticket is ready. IT support team").kind == "none"
    )

"""A role that is gone is told from one that somebody else got."""

import pytest

from tracker.mail.role_closed import role_cancelled, role_closed


@pytest.mark.parametrize(
    ("words", "closed", "cancelled"),
    [
        ("The position has been cancelled due to a change in budget.", True, True),
        ("The role has been put on hold.", True, True),
        ("The recruitment process for Clerk has been withdrawn.", True, True),
        ("We are no longer recruiting for this position.", True, True),
        ("We won't be filling this role after all: there is a hiring freeze.", True, True),
        ("Die Stelle wird leider nicht mehr besetzt.", True, True),
        ("The position has been filled internally.", True, False),
        ("We appointed an internal candidate.", True, False),
        ("Die Stelle wurde intern besetzt.", True, False),
        ("The position has been filled.", False, False),
        ("We have chosen somebody else for the role.", False, False),
        ("If the position is cancelled, we will let you know.", False, False),
        ("Your application for the role will not be progressing further.", False, False),
        ("We will not be proceeding with your application for the position.", False, False),
        ("For this role we will not be proceeding with your application.", False, False),
        ("For this position we will not be going ahead with an interview.", False, False),
        ("The role is no longer available to you, as others were closer.", False, False),
    ],
)
def test_a_role_that_is_gone(words: str, closed: bool, cancelled: bool) -> None:
    text = f"Dear Robin,\n\nThank you for your time. {words}\n\nKind regards\nKim"
    assert (role_closed(text), role_cancelled(text)) == (closed, cancelled)

"""Who would be invited, and when they choose them: nobody is invited yet."""

import pytest

from tests.mail.test_told import told
from tracker.mail.meeting.selection_plan import is_plan


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        (
            "Vacancy 4471",
            "The panel meets on Thursday 10 December to shortlist. Those shortlisted will be "
            "invited to interview on 17 December.",
        ),
        (
            "Admin Officer",
            "Shortlisting will take place on Friday 4 December. Candidates who are shortlisted "
            "will be invited for interview on Tuesday 15 December at 10am.",
        ),
        (
            "Your application",
            "We will shortlist next week and interviews are planned for Wednesday 16 December.",
        ),
        (
            "Ref 22",
            "Interviews will be held on 14 and 15 December. If you are shortlisted, we will "
            "invite you by email.",
        ),
        (
            "Ref 8",
            "You will see your interview time in the portal if you are shortlisted. Interviews "
            "take place on 15 December.",
        ),
        (
            "Library Assistant",
            "The sift is on Monday. Successful applicants will be asked to come in for an "
            "interview on Thursday 10 December.",
        ),
        (
            "Teacher aide",
            "Our board sits on 8 December to decide who to interview. The strongest candidates "
            "will be called in on the 11th.",
        ),
        (
            "Gardener",
            "I'm going through everyone's forms at the weekend. Anyone I like the look of will be "
            "called in for a chat on Tuesday.",
        ),
        (
            "Nurse",
            "Only shortlisted candidates will be contacted for an interview, which will be held on "
            "9 December at 9am.",
        ),
        (
            "Cook",
            "Closing date is 4 December. We'll be meeting the best candidates on Tuesday "
            "8 December.",
        ),
        (
            "Ihre Bewerbung",
            "die Auswahlkommission tagt am 10. Dezember. Wer in die engere Wahl kommt, wird zum "
            "Gespräch am 17. Dezember eingeladen.",
        ),
        (
            "Ihre Bewerbung",
            "Sollten Sie in die engere Auswahl kommen, laden wir Sie zu einem Vorstellungsgespräch "
            "am 17. Dezember ein.",
        ),
    ],
)
def test_a_plan_of_whom_they_will_invite_invites_nobody(subject: str, words: str) -> None:
    assert told(words, subject) in ("acknowledgement", "none")


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        (
            "Interview",
            "You have been shortlisted. Interviews will be held on Tuesday 8 December; yours is at "
            "10.45am.",
        ),
        (
            "Invitation to interview",
            "Interviews will be held on Tuesday 8 December at 2pm in Room 4. Please bring photo "
            "ID.",
        ),
        (
            "Your application",
            "I am pleased to say that you have been shortlisted. Shortlisted candidates will be "
            "interviewed on Tuesday 8 December at 2pm.",
        ),
        (
            "Your application",
            "We would like to invite you to an interview on 8 December at 2pm. If you are "
            "successful, a second interview will be held on 15 December.",
        ),
        (
            "Your application",
            "You are one of the candidates selected for interview. Interviews will take place on "
            "Tuesday 8 December; please come at 2pm.",
        ),
        (
            "Your application",
            "Could you come in on Tuesday 8 December at 2pm? Candidates who are selected will be "
            "invited to a second interview on 15 December.",
        ),
        (
            "Clerk",
            "The panel met to shortlist and they'd like to see you on Tuesday 8 December at 2pm.",
        ),
        (
            "Ihre Bewerbung",
            "Sie sind in der engeren Wahl. Die Gespräche finden am 8. Dezember statt, Ihr Termin "
            "ist um 14 Uhr.",
        ),
    ],
)
def test_somebody_who_is_among_them_is_invited(subject: str, words: str) -> None:
    assert told(words, subject) == "invitation"


def test_a_condition_is_a_plan_also_where_it_speaks_of_your_interview() -> None:
    assert is_plan("You will see your interview time if you are shortlisted.")
    assert not is_plan("Your interview will be held on Tuesday.")

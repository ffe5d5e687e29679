"""Another job that they offer beside the one that they refuse: a yes is not lost in the no."""

import pytest

from tests.mail.test_told import told


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        (
            "Team Leader",
            (
                "You weren't successful in getting the Team Leader post, but we would like to "
                "offer you the Deputy post instead, at grade 5."
            ),
        ),
        (
            "Your interview",
            (
                "Unfortunately you were not selected for the Senior role. However, we would like "
                "to offer you the Junior Analyst position."
            ),
        ),
        (
            "Manager job",
            (
                "Someone else got the manager job, sorry. But we'd love to offer you the "
                "supervisor role, $34 an hour."
            ),
        ),
        (
            "Lecturer",
            (
                "The panel decided not to appoint you to the lectureship; instead we are pleased "
                "to offer you a teaching fellow position for one year."
            ),
        ),
        (
            "Reception",
            (
                "We've filled the full-time job, but I'm happy to offer you a part-time "
                "position, three days a week."
            ),
        ),
        (
            "Ihre Bewerbung",
            (
                "für die Teamleitung hat es leider nicht gereicht, aber wir möchten Ihnen gerne "
                "die Stelle als Sachbearbeiterin anbieten."
            ),
        ),
        (
            "Ihre Bewerbung",
            (
                "Leider haben wir die Leitungsstelle anderweitig besetzt. Wir würden Ihnen "
                "jedoch gerne die Stellvertretung als feste Stelle anbieten."
            ),
        ),
        (
            "Head chef",
            "You didn't get head chef but we want to take you on as sous chef from January.",
        ),
        ("Baker", "not the baker role im afraid, but the counter job is yours if you want it"),
    ],
)
def test_another_job_instead_is_an_offer(subject: str, words: str) -> None:
    assert told(words, subject) == "offer"


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        (
            "Team Leader",
            (
                "You weren't successful in getting the Team Leader post, but we would like to "
                "offer you feedback on your interview."
            ),
        ),
        (
            "Team Leader",
            (
                "You were not successful this time, but we'd be happy to offer you the "
                "opportunity to apply for the Deputy role."
            ),
        ),
        (
            "Team Leader",
            (
                "We would have liked to offer you the role, but another candidate had more "
                "experience."
            ),
        ),
        (
            "Team Leader",
            (
                "You were not successful, but we would like to keep you in our talent pool for "
                "other positions."
            ),
        ),
        ("Team Leader", "Unfortunately we cannot offer you the Team Leader position."),
        (
            "Team Leader",
            (
                "Unfortunately you were not selected. If the first candidate declines, we would "
                "like to offer you the role."
            ),
        ),
        (
            "Team Leader",
            (
                "Unfortunately you were not successful, but we are happy to offer you a place on "
                "our reserve list for similar positions."
            ),
        ),
    ],
)
def test_what_is_offered_beside_a_no_and_is_no_job_leaves_a_no(subject: str, words: str) -> None:
    assert told(words, subject) == "no"

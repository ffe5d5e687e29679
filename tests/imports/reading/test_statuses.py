import pytest

from tracker.imports.reading.status_meaning import CHOICES
from tracker.imports.reading.statuses import guess_status, key


@pytest.mark.parametrize(
    ("text", "choice", "certainty"),
    [
        ("Applied", "applied", "certain"),
        ("applied ", "applied", "certain"),
        ("Submitted", "applied", "certain"),
        ("beworben", "applied", "certain"),
        ("Under review", "applied", "certain"),
        ("Eingangsbestätigung", "applied", "certain"),
        ("interview", "interview", "certain"),
        ("Interviewing", "interview", "certain"),
        ("Phone screen", "interview", "certain"),
        ("2nd interview", "interview", "certain"),
        ("Vorstellungsgespräch am Montag", "interview", "certain"),
        ("Rejected", "rejected", "certain"),
        ("REJECTED - auto email", "rejected", "certain"),
        ("Absage", "rejected", "certain"),
        ("Absage per Mail", "rejected", "certain"),
        ("Not Selected", "rejected", "certain"),
        ("Unfortunately unsuccessful", "rejected", "certain"),
        ("No offer", "rejected", "certain"),
        ("rejected after interview", "rejected_after_interview", "certain"),
        ("Absage nach Gespräch", "rejected_after_interview", "certain"),
        ("after 2nd interview rejected", "rejected_after_interview", "certain"),
        ("ghosted", "silence", "certain"),
        ("Ghosted :(", "silence", "certain"),
        ("no reply", "silence", "certain"),
        ("keine Antwort", "silence", "certain"),
        ("No Response", "silence", "certain"),
        ("Withdrew", "withdrawn", "certain"),
        ("I Withdrew", "withdrawn", "certain"),
        ("Bewerbung zurückgezogen", "withdrawn", "certain"),
        ("accepted another job", "withdrawn", "certain"),
        ("Withdrew before interview", "withdrawn", "certain"),
        ("withdrawn_by_candidate", "withdrawn", "certain"),
        ("Rejected w/o interview", "rejected", "certain"),
        ("Rejection email received", "rejected", "certain"),
        ("Application rejected due to visa", "rejected", "certain"),
        ("Withdrawn due to location", "withdrawn", "certain"),
        ("They passed on me", "rejected", "certain"),
        ("Waiting for rejection", "applied", "proposed"),
        ("Hoping for an interview", "applied", "proposed"),
        ("Not successful this time", "rejected", "certain"),
        ("No offer after final round", "rejected_after_interview", "certain"),
        ("Rejected the offer", "offer_declined", "certain"),
        ("Waiting on decision after final interview", "interview", "certain"),
        ("Einladung", "interview", "certain"),
        ("Rejected - reapplied", "rejected", "proposed"),
        ("Interview declined", "withdrawn", "proposed"),
        ("Invited to interview but declined", "withdrawn", "proposed"),
        ("phone screen done, turned down", "rejected_after_interview", "proposed"),
        ("2nd interview - turned down", "rejected_after_interview", "proposed"),
        ("Interview done, declined", "rejected_after_interview", "proposed"),
        ("Interview invite turned down", "withdrawn", "proposed"),
        ("Got turned down", "rejected", "certain"),
        ("I was turned down", "rejected", "certain"),
        ("I got rejected after the interview", "rejected_after_interview", "certain"),
        ("Interview turned down by me", "withdrawn", "proposed"),
        ("Offer, turned down", "offer_declined", "certain"),
        ("Not ghosted anymore", "applied", "proposed"),
        ("Recusei a proposta", "offer_declined", "proposed"),
        ("not_a_fit", "rejected", "proposed"),
        ("Odrzucono", "rejected", "proposed"),
        ("Inget svar", "silence", "proposed"),
        ("Offer", "offer", "certain"),
        ("offer!!", "offer", "certain"),
        ("Verbal offer from Sam", "offer", "proposed"),
        ("Accepted!", "offer_accepted", "certain"),
        ("Offer declined", "offer_declined", "certain"),
        ("declined their offer", "offer_declined", "certain"),
        ("archived", "archived", "certain"),
        ("archiviert", "archived", "certain"),
        ("expired", "archived", "proposed"),
        ("In Progress", "dated", "certain"),
        ("", "dated", "certain"),
        ("draft", "lead", "certain"),
        ("new", "lead", "certain"),
        ("interessant", "lead", "certain"),
        ("Bookmarked", "lead", "certain"),
        ("not yet applied", "lead", "certain"),
        ("haven't applied", "lead", "certain"),
        ("Feedback received", "feedback_received", "certain"),
        ("purple", "ask", "unknown"),
        ("株式", "ask", "unknown"),
    ],
)
def test_what_a_status_most_likely_means(text: str, choice: str, certainty: str):
    meaning = guess_status(text)
    assert (meaning.choice, meaning.certainty) == (choice, certainty)
    assert meaning.choice in CHOICES


def test_how_a_no_came_is_read_from_the_status():
    assert guess_status("REJECTED - auto email").how == "email"
    assert guess_status("Absage per Mail").how == "email"
    assert guess_status("rejected, they called").how == "phone"
    assert guess_status("rejected after phone screen").how is None


def test_the_kind_and_round_of_an_interview_are_read_from_the_status():
    assert guess_status("Phone screen").interview == "phone_screen"
    assert guess_status("Recruiter call").interview == "phone_screen"
    assert guess_status("Zoom interview").interview == "video"
    assert guess_status("Panel interview").interview == "panel"
    second = guess_status("2nd interview")
    assert (second.interview, second.round) == ("other", 2)
    assert guess_status("Interviewing").interview is None


def test_a_choice_of_ones_own_is_remembered_as_such():
    chosen = guess_status("purple").chosen("rejected")
    assert (chosen.choice, chosen.certainty, chosen.text) == ("rejected", "chosen", "purple")
    assert guess_status("Applied").chosen("applied").certainty == "certain"
    with pytest.raises(ValueError, match="unknown meaning"):
        guess_status("Applied").chosen("eaten")


def test_statuses_that_are_the_same_to_a_person_are_one():
    assert key(" APPLIED ") == key("applied")
    assert key("phone  screen") == key("Phone Screen")

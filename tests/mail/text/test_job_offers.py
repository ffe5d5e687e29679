"""An offer is only what offers the job, employment, a contract or a start, in words."""

from datetime import date

import pytest

from tests.mail.labelled_mails import labelled, later
from tests.mail.test_told import told
from tracker.mail import Mail
from tracker.mail.proposals import offers_work, proposed_kind, shown_kind
from tracker.mail.text.job_offers import offers_in

ON = date(2026, 12, 1)
THROUGH = (
    "We are working our way through the applications for our Data Quality Officer {} and noticed "
    "that yours came through without a cover letter. Could you please email us one, along with a "
    "copy of your most recent certificate in data management, when you get a chance? {}"
)


@pytest.mark.parametrize("word", ["position", "vacancy", "role", "job"])
@pytest.mark.parametrize(
    "then",
    [
        "There's no rush from our side, we'd just like to have a whole file before shortlisting.",
        "There's no rush from our side, it can wait.",
        "We'd just like to have a complete file before we shortlist.",
        "",
    ],
)
def test_a_request_for_papers_is_a_request_whatever_surrounds_it(word: str, then: str) -> None:
    assert told(THROUGH.format(word, then), "Your application for Data Officer") == "request"


@pytest.mark.parametrize(
    "words",
    [
        "Your file for the role is nearly complete, and we would be delighted to have your "
        "transcript with it. Could you send us a copy this week?",
        "Great to see yours among the applications for the position. Please send us your current "
        "resume, as the one that we have is from 2019.",
        "We would like to have two references on your file for the job. Could you email their "
        "names? It would be great to have them before the panel sits.",
        "Your salary expectations for the post were left blank. Could you tell us what you are "
        "hoping to earn per annum, with super?",
        "wir freuen uns sehr über Ihre Bewerbung auf die Stelle. Könnten Sie uns bitte noch Ihre "
        "Zeugnisse schicken? Es eilt nicht, wir hätten sie nur gern vollständig.",
        "für die Stelle fehlt uns noch Ihr Lebenslauf. Bitte senden Sie ihn uns als PDF, damit wir "
        "alles beisammen haben. Unbefristet ist die Frist nicht.",
        "schön, dass Sie sich beworben haben! Bitte nennen Sie uns noch Ihr Wunschgehalt "
        "(Jahresgehalt, brutto) und Ihren Eintrittstermin.",
    ],
)  # fmt: skip
def test_what_sounds_glad_and_asks_for_something_is_no_offer(words: str) -> None:
    assert told(words, "Your application") == "request"


def test_an_email_without_a_word_that_offers_is_none_whatever_the_others_weigh() -> None:
    words = "Good news about the Saturdays. The salary is $34 an hour plus super. Congratulations!"
    mail = Mail(words, "The job")
    assert not offers_in(words, "The job")
    assert proposed_kind("offer", mail, ON, False) == shown_kind("offer", mail, ON) == "none"


@pytest.mark.parametrize(
    "words",
    [
        "I'd like to give you the job, if you still want it. Please send me your tax file number.",
        "It's yours if you want it. Could you send us your bank details?",
        "We'd like to bring you on from 11 January. Please send two forms of ID.",
        "The panel has approved your engagement as Clerk. Please return the form.",
        "du hast den Job! Bitte schick mir noch deine Unterlagen.",
        "Sie haben die Stelle! Bitte senden Sie uns noch Ihren Ausweis.",
        "wir bieten Ihnen die Stelle an. Bitte schicken Sie uns Ihre Zeugnisse.",
    ],
)
def test_words_that_offer_the_job_do(words: str) -> None:
    assert offers_in(words, "Your application")


def test_no_offer_that_was_labelled_is_lost() -> None:
    offers = [each.mail for each in (*labelled(), *later()) if each.kind == "offer"]
    assert len(offers) >= 100
    assert all(offers_work(each) for each in offers)

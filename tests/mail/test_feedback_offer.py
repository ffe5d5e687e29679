"""A no that invites to ask for feedback is told from one that refuses it, or wants some itself."""

import pytest

from tracker.mail.feedback_offer import feedback_offer

NO = "Dear Mia,\n\nUnfortunately we have decided to go on with somebody else.\n\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "If you would like feedback on your interview, please reply to this email.",
        "I am happy to give you some feedback over the phone.",
        "Feedback is available on request.",
        "Please don’t hesitate to contact me for feedback.",
        "Feedback may be requested within ten working days.",
        "You can call Priya on Friday for a debrief.",
        "Unfortunately others were closer this time, but we would be glad to offer feedback.",
        "Gern geben wir Ihnen eine Rückmeldung am Telefon.",
        "Wenn Sie Feedback möchten, melden Sie sich bei mir.",
        "Zögern Sie nicht, nach Feedback zu fragen; wir stehen gern zur Verfügung.",
    ],
)
def test_a_sentence_that_offers_feedback_is_found(sentence) -> None:
    assert feedback_offer(f"{NO}{sentence}\n\nKind regards\nPriya") == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "Please note that we are unable to give individual feedback.",
        "Due to the number of applications we cannot offer feedback if you ask for it.",
        "No individual feedback will be available.",
        "If you wish, please understand that feedback can not be given.",
        "We would be happy to hear your feedback in a short survey.",
        "Please give us feedback on our process.",
        "Bitte haben Sie Verständnis, dass wir keine persönliche Rückmeldung geben.",
        "Gern hätten wir mehr gesagt; Feedback können wir leider nicht geben.",
        "Wir freuen uns, wenn Sie uns Ihr Feedback zum Ablauf geben.",
        "Thank you for your time.",
    ],
)
def test_a_sentence_that_does_not_offer_any_is_not(sentence) -> None:
    assert feedback_offer(f"{NO}{sentence}\n\nKind regards\nPriya") == ""


def test_an_earlier_mail_below_offers_nothing() -> None:
    below = "On Tue, 3 Mar 2026 Priya wrote:\n> I am happy to give you feedback.\n"

    assert feedback_offer(f"{NO}{below}") == ""

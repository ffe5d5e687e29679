import pytest

from tracker.loop.ask.invitation import invites_a_question


@pytest.mark.parametrize(
    "words",
    [
        "Thank you. If you have any questions, just reply.",
        "I'm happy to talk it through.",
        "Please feel free to get in touch.",
        "Happy to elaborate. Regards, Ana",
        "Give me a call if that helps.",
        "Bei Fragen melden Sie sich gern.",
        "Für Rückfragen stehe ich Ihnen gern zur Verfügung.",
        "Ruf mich gern an.",
    ],
)
def test_an_offer_to_say_more_is_an_invitation(words):
    assert invites_a_question(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "You were fine.",
        "There were many strong candidates.",
        "We cannot answer any further questions.",
        "We are unable to discuss individual decisions.",
        "Bitte sehen Sie von Rückfragen ab.",
        "Wir können keine weiteren Auskünfte geben.",
    ],
)
def test_what_offers_nothing_is_none(words):
    assert not invites_a_question(words)

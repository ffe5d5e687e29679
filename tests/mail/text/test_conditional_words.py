"""A refusal that only may come to be is no no; one that was decided stays one."""

import pytest

from tests.mail.test_told import told

FORM = "Please fill in the declaration by Sunday 6 December: https://apply.example.com/d/7741"
BOGEN = "Bitte füllen Sie den Bogen bis Sonntag, 6. Dezember aus: https://apply.example.com/d/7741"


@pytest.mark.parametrize(
    "words",
    [
        "Applications without a completed declaration can not be considered further.",
        "Applications without a completed declaration can’t be considered further.",
        "If we do not receive the form, your application can not be considered further.",
        "Your application can not be considered further if we do not receive the form.",
        "Late forms can not be considered further.",
        "Please note that incomplete forms cannot be considered further.",
        "We will be unable to progress your application unless we receive the form.",
        "Failure to return it means that your application will not be taken further.",
        "Your application can not be considered further until the form is complete.",
        "Otherwise we can not consider your application any further.",
        "We can’t take your application further without your details.",
        "Applicants who do not complete the form can not be considered further.",
        "Applications received after this date can not be considered further.",
    ],
)
def test_what_becomes_of_applications_without_a_form_is_no_no(words: str) -> None:
    assert told(f"{FORM}\n\n{words}", "ACTION REQUIRED: Declaration - Clerk") == "request"


@pytest.mark.parametrize(
    "words",
    [
        "Unvollständige Bewerbungen können leider nicht berücksichtigt werden.",
        "Bewerbungen ohne diese Erklärung können nicht berücksichtigt werden.",
        "Ohne den Bogen können wir Ihre Bewerbung nicht weiter berücksichtigen.",
        "Andernfalls können wir Ihre Bewerbung nicht weiter berücksichtigen.",
        "Verspätet eingereichte Formulare können nicht berücksichtigt werden.",
        "Wenn wir den Bogen nicht erhalten, müssen wir Ihre Bewerbung leider ablehnen.",
        "Wer den Bogen nicht bis Sonntag einreicht, kann nicht berücksichtigt werden.",
        "Geht der Bogen nicht ein, können wir Ihre Bewerbung nicht weiter berücksichtigen.",
        "Wir können Ihre Bewerbung nicht berücksichtigen, bis uns der Bogen vorliegt.",
        "Ihre Bewerbung kann nicht berücksichtigt werden, wenn Sie ihn nicht ausfüllen.",
    ],
)
def test_nor_is_it_in_german(words: str) -> None:
    assert told(f"{BOGEN}\n\n{words}", "Ihre Bewerbung als Sachbearbeiterin") == "request"


@pytest.mark.parametrize(
    "words",
    [
        "Your application was incomplete and can not be considered further.",
        "We will not be progressing your application as we did not receive the form.",
        "We won’t be taking your application further, but if you do not agree, please call us.",
        "It is not without regret that we won’t be taking your application further.",
        "Unfortunately we can not consider your application further without the licence.",
        "We have decided not to proceed with your application until the budget is complete.",
        "Your application arrived after the closing date and can not be considered further.",
        "Leider können wir Ihre Bewerbung nicht berücksichtigen, da Unterlagen fehlen.",
        "Ihre Bewerbung war unvollständig und kann leider nicht berücksichtigt werden.",
        "Leider müssen wir Ihre Bewerbung ablehnen, weil der Bogen nicht eingegangen ist.",
    ],
)
def test_a_no_with_its_reason_stays_a_no(words: str) -> None:
    assert told(f"Thank you for your application.\n\n{words}", "Your application: Clerk") == "no"

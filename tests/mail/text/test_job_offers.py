"""An offer stays one whatever papers it asks for; what only may become one is none."""

from datetime import date

import pytest

from tracker.mail import Mail, read_kind
from tracker.mail.form_request import form_request
from tracker.mail.proposals import Told, proposed_kind, shown_kind, told_as

MONDAY = date(2026, 11, 30)
OFFERS = [
    "We are delighted to offer you the role of Analyst. Please send us your licence and your bank "
    "details by Friday.",
    "We'd like to offer you the job! To get you set up, we need your tax file number declaration, "
    "bank details and a copy of your passport.",
    "I am pleased to be able to offer you a part-time position with us. Can you send me your TFN?",
    "We are happy to offer you employment from 14 December. Please email a copy of your visa.",
    "We would like to offer you the Warehouse Assistant (nights) position. Please return the "
    "declaration with your bank details.",
    "Wir freuen uns, Ihnen die Stelle als Analystin anzubieten. Bitte senden Sie uns Ihren Ausweis "
    "und Ihre Bankverbindung bis 4. Dezember.",
    "Wir möchten Ihnen die Stelle gern anbieten. Bitte schicken Sie uns Ihre Steuernummer.",
    "We would love to have you start Monday 14 December; please send your licence and bank "
    "details.",
    "We would love to have you start with us on Monday 14 December at 7am at the Laverton "
    "yard. Before then please send me a photo of your licence, your bank details and your "
    "super fund so payroll can set you up.",
    "You're hired! Can you send me your TFN and bank details before Monday?",
    "The job is yours. Please send through your licence and super details.",
    "We'd like you to start on 14 December. Could you send us your bank details and your passport?",
    "Welcome aboard! To get you on the payroll please send your bank details and tax file number.",
    "Happy to say you've got the job, start Monday. Need your bank details and a copy of your"
    " white card.",
    "We want you on the team from 7 December. Please email your licence.",
    "Wir möchten Sie zum 1. Januar einstellen. Bitte senden Sie uns Ihre Steuer-ID und Ihre "
    "Bankverbindung.",
    "Sie können am 4. Januar bei uns anfangen! Bitte schicken Sie uns noch Ihre "
    "Sozialversicherungsnummer.",
    "Herzlich willkommen im Team! Für den Vertrag brauchen wir noch Ihre Steuer-ID.",
]
NOT_YET = [
    "We are pleased to offer you a place on our interview course. Please send us your licence.",
    "As much as we would like to offer you the role, the budget is gone. Please send us your "
    "bank details for the travel refund.",
    "We are happy to offer you a spot in our talent pool. Please send us your CV.",
    "Before we are able to decide, whether we want to offer you a position, please send two "
    "references.",
    "We may be pleased to offer you the role if your checks are clear. Please send your licence.",
    "Wir können Ihnen die Stelle leider nicht anbieten. Bitte senden Sie uns die Schlüssel.",
    "Wenn alles passt, möchten wir Ihnen die Stelle anbieten. Bitte senden Sie uns Ihre Zeugnisse.",
    "If you are successful you would start on 14 December. Please send your licence.",
    "When could you start? Please send your licence and two references.",
    "Please send your licence so we can consider you for a start on 14 December.",
    "We do a police check before anyone starts with us. Please send us your ID.",
    "The successful candidate will start on 14 December. Please send us two references.",
    "We would love to have you in for a chat on Monday 14 December; please bring your licence.",
    "Wann könnten Sie bei uns anfangen? Bitte senden Sie uns Ihre Zeugnisse.",
    "We would love you to start with a short trial shift on Friday. Please send us your licence.",
    "Welcome to the team's talent community! Please complete your profile and upload your CV.",
    "Welcome aboard! Your account has been created. Please upload your CV.",
    "If all goes well we would like you to start on 14 December. Please send us two references.",
    "We had hoped you could start on 14 December but have gone with someone else.",
    "We'd like you to start with us by completing the online assessment.",
    "Sie können am 4. Januar zum Probearbeiten anfangen. Bitte schicken Sie uns Ihre Zeugnisse.",
]
DECLARATIONS = [
    "Please read and sign the declaration here: https://x.example/d",
    "Before we go on, please read and sign our declaration: https://x.example/d",
    "Everybody who applies needs to read and sign the declaration here before we can look at "
    "their application: https://x.example/d",
    "All applicants are asked to complete the Diversity and Eligibility Declaration: "
    "https://x.example/d",
    "You'll find a short declaration at https://x.example/d which we need you to sign.",
    "Kindly acknowledge the code of conduct by signing here: https://x.example/d",
    "Could you sign the privacy statement here, please? https://x.example/d",
    "The conflict of interest declaration must be signed online by 4 December: https://x.example/d",
    "Bitte lesen und unterschreiben Sie die Erklärung hier: https://x.example/d",
    "Bitte bestätigen Sie die Datenschutzerklärung unter https://x.example/d, damit wir Ihre "
    "Bewerbung bearbeiten können.",
    "Alle Bewerber müssen die Selbstauskunft hier ausfüllen: https://x.example/d",
]


def told(words: str) -> Told:
    """What it is called."""
    mail = Mail(f"Hi Robin,\n\n{words}\n\nKind regards\nSam", "Your application")
    kind = proposed_kind(read_kind(mail.subject, mail.text).kind, mail, MONDAY, ended=False)
    return told_as(shown_kind(kind, mail, MONDAY), mail, MONDAY)


@pytest.mark.parametrize("words", OFFERS)
def test_an_offer_that_asks_for_papers_is_an_offer_first(words: str) -> None:
    assert told(words) == "offer"


@pytest.mark.parametrize("words", NOT_YET)
def test_what_may_come_to_be_is_no_offer(words: str) -> None:
    assert told(words) != "offer"


@pytest.mark.parametrize("words", DECLARATIONS)
def test_a_declaration_to_sign_is_a_form_to_fill_in(words: str) -> None:
    assert told(words) == "request"
    found = form_request(words)
    assert found is not None and found.is_link

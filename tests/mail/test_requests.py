"""An email that asks the person for something is told as that, and its sentence is marked."""

import time

import pytest

from tests.mail.test_told import ON, told
from tracker.mail.answer_by import answer_by
from tracker.mail.requests import questions_in, requests_in, wants_papers

SUBJECTS = ("Your application for Claims Support Officer", "Frage zu Ihrer Bewerbung (Tester)")
THANKS = "Thank you for your application for Claims Support Officer. "
DANKE = "vielen Dank für Ihre Bewerbung als Sachbearbeiterin. "
PAPERS = [
    THANKS + "Could you send us two references, please?",
    "Could you please send us your certificates and two referees by Wednesday?",
    THANKS + "Please forward a copy of your driver licence.",
    THANKS + "To go on we need a copy of your right to work in Australia.",
    THANKS + "We noticed that your cover letter was missing. Could you upload it?",
    THANKS + "Your transcript is still missing.",
    "Would you mind sending me your portfolio when you have a moment?",
    "Please complete the attached form and return it to us by 4 December.",
    THANKS + "Can you email through the names of two referees we may ring?",
    "Before we look further we'd need proof of your qualifications.",
    "Your résumé would not open on our side. Could you send it again as a PDF?",
    THANKS + "We ask all applicants to provide a police check.",
    "I just need your contact details and a current CV to take this further, can you send both?",
    THANKS + "We are still waiting for your selection criteria.",
    DANKE + "könnten Sie uns bitte noch Ihre Zeugnisse schicken?",
    "könnten Sie uns bitte noch Ihre Zeugnisse schicken? Vielen Dank.",
    DANKE + "Leider fehlt uns noch Ihr Arbeitszeugnis von der letzten Stelle.",
    DANKE + "Wir benötigen noch eine Kopie Ihres Führerscheins.",
    DANKE + "Bitte reichen Sie uns Ihre vollständigen Unterlagen bis Freitag nach.",
    "Bitte senden Sie uns noch Ihren Lebenslauf als PDF zu.",
    DANKE + "Für die weitere Prüfung bitten wir Sie um Zusendung Ihrer Abschlusszeugnisse.",
    "Kannst du uns noch zwei Referenzen nennen?",
    "In Ihrer Bewerbung fehlen noch die Nachweise über Ihre Ausbildung.",
    "Bitte füllen Sie den beigefügten Personalbogen aus und schicken Sie ihn zurück.",
    "Wären Sie so nett, uns Ihr Abiturzeugnis nachzureichen?",
]
ANSWERS = [
    THANKS + "What are your salary expectations?",
    "Could you let me know what you are hoping to earn?",
    THANKS + "Please tell us your notice period and when you could start.",
    "Quick question about your application: do you hold a forklift licence?",
    THANKS + "Are you available to work on weekends?",
    "Please let us know whether you are still interested in the role.",
    "I have a question about your time at Banksia: why did you leave?",
    THANKS + "Could you confirm whether you would need visa sponsorship?",
    "Would you be willing to relocate to Geelong?",
    "When would you be available to start?",
    "Please advise your availability for the casual shifts.",
    "How many hours a week would you like to work?",
    DANKE + "Bitte teilen Sie uns noch Ihre Gehaltsvorstellung mit.",
    "Wie hoch ist Ihre Gehaltsvorstellung?",
    "Ab wann könnten Sie bei uns anfangen?",
    DANKE + "Wir haben noch eine Frage: Haben Sie Erfahrung mit SAP?",
    "Bitte nennen Sie uns Ihren frühestmöglichen Eintrittstermin.",
    "Könnten Sie uns bitte Ihre Kündigungsfrist mitteilen?",
    "Besteht bei dir weiterhin Interesse an der Stelle?",
    "Wäre für Sie auch eine Teilzeitstelle denkbar?",
    "Hätten Sie auch Interesse an der Stelle in Köln?",
]
NOTHING = [
    THANKS + "If you have any questions, please write to us.",
    THANKS + "We will be in touch within two weeks.",
    THANKS + "Please do not hesitate to contact us if you need further information.",
    THANKS + "We will review your documents and let you know.",
    THANKS + "We have received your résumé and your cover letter.",
    THANKS + "If we need any further documents, we will ask you for them.",
    THANKS + "Please let us know if your contact details change.",
    THANKS + "There is nothing you need to send us for now.",
    THANKS + "Please note that we will call your references only after an interview.",
    THANKS + "Should you wish to withdraw your application, please let us know.",
    THANKS + "Please quote the reference 2291 in any email to us.",
    THANKS + "Please do not reply to this message.",
    THANKS + "You can see the status of your application at any time on our page.",
    THANKS + "We may ask you for references later.",
    THANKS + "Shortlisted applicants will be asked to provide a police check.",
    THANKS + "Please let us know of any adjustments you need.",
    DANKE + "Bei Fragen können Sie sich jederzeit an uns wenden.",
    DANKE + "Haben Sie noch Fragen? Wir helfen gern.",
    DANKE + "Bitte haben Sie etwas Geduld, wir prüfen Ihre Unterlagen.",
    DANKE + "Ihre Unterlagen sind bei uns eingegangen.",
    DANKE + "Wir melden uns in den nächsten zwei Wochen bei Ihnen.",
    DANKE + "Falls wir noch Unterlagen benötigen, kommen wir auf Sie zu.",
    DANKE + "Bitte sehen Sie von Rückfragen zum Stand Ihrer Bewerbung ab.",
    DANKE + "Sobald wir Ihre Angaben geprüft haben, geben wir Ihnen Bescheid.",
]


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("words", [*PAPERS, *ANSWERS])
def test_what_asks_for_something_is_told_as_that(words: str, subject: str) -> None:
    assert told(words, subject) == "request"
    assert requests_in(words)


@pytest.mark.parametrize("words", PAPERS)
def test_papers_are_to_be_sent(words: str) -> None:
    assert wants_papers(words)


@pytest.mark.parametrize("words", NOTHING)
def test_an_acknowledgement_that_asks_nothing_stays_one(words: str) -> None:
    assert told(words, "Your application") == "acknowledgement"


@pytest.mark.parametrize(
    "words",
    [
        "Could you please send us two references by Wednesday?",
        "Please complete the attached form and return it to us by Wednesday.",
        "We need your certificates by Wednesday.",
        "Könnten Sie uns bitte bis Mittwoch Ihre Zeugnisse schicken?",
        "Bitte reichen Sie uns Ihre Unterlagen bis Mittwoch nach.",
        "Bitte teilen Sie uns bis Mittwoch Ihre Gehaltsvorstellung mit.",
        "Could you tell us your notice period by Wednesday?",
    ],
)
def test_the_day_by_which_they_want_it_is_read(words: str) -> None:
    assert told(words, "Your application") == "request"
    by = answer_by(words, ON)
    assert by is not None
    assert by.on.isoformat() == "2026-12-02"


@pytest.mark.parametrize(
    "words",
    [
        "We would like to meet you. Please let us know your availability for an interview.",
        "We'd love to interview you. When are you free next week for a call?",
        "Gerne möchten wir Sie kennenlernen. Wann passt Ihnen ein Gespräch?",
        "We invite you to an interview on 8 December at 10 am. Please bring your licence.",
    ],
)
def test_when_to_meet_stays_an_invitation(words: str) -> None:
    assert told(words, "Your application") == "invitation"


@pytest.mark.parametrize(
    "words",
    [
        "Unfortunately we chose somebody else. Could you tell us how you found the process?",
        "Leider müssen wir Ihnen absagen. Dürfen wir Ihre Unterlagen behalten?",
    ],
)
def test_a_no_that_asks_something_stays_a_no(words: str) -> None:
    assert told(words, "Your application") == "no"


def test_an_offer_that_asks_for_papers_stays_an_offer() -> None:
    words = "We are delighted to offer you the role of Tester. Please sign the contract form."
    assert told(words, "Your application") == "offer"


@pytest.mark.parametrize("words", ["bitte senden ", "könnten sie ", "please send ", "we need cv "])
def test_a_mail_that_says_please_without_end_is_read_in_a_moment(words: str) -> None:
    began = time.process_time()
    requests_in(f"{(words * 40)[:395]}.\n" * 100)
    assert time.process_time() - began < 5.0


LISTS = [
    "To progress your application, please send us the following by Wednesday:\n\n"
    "1. A certified copy of your qualifications\n2. Your Working With Children Check number\n"
    "3. Contact details of two referees\n4. Proof of your right to work",
    "Please provide the following by Wednesday 2 December:\n- Your blue card\n- Your TFN",
    "We need from you by Wednesday:\n\n• your transcript\n\n• your blue card number",
    "Please send us the following by Wednesday:\nYour blue card\nYour bank details",
    "Could you please provide the following by Wednesday: 1. Your blue card 2. Your bank details",
    "Bitte senden Sie uns folgende Unterlagen bis zum 02.12.2026 zu:\n- Führerschein\n- Impfpass",
    "Bitte reichen Sie uns bis zum 02.12.2026 nach:\nArbeitszeugnis\nImpfpass",
    "Wir benötigen bis 2.12. noch:\na) Ihren Impfpass\nb) Ihre Bankverbindung",
]


@pytest.mark.parametrize("words", LISTS)
def test_a_list_of_what_they_want_is_a_request_by_its_day(words: str) -> None:
    whole = f"Dear Robin,\n\n{words}\n\nKind regards\nSandra Pool"
    assert told(whole, "Your application") == "request"
    assert wants_papers(whole)
    by = answer_by(whole, ON)
    assert by is not None
    assert by.on.isoformat() == "2026-12-02"


@pytest.mark.parametrize(
    "words",
    [
        "Please note the following:\n1. We open at 9\n2. Bring a pen",
        "We will review the following:\n- your work\n- your history",
        "Please see the following links:\n- https://banksia.example/a",
        "Please send any questions to:\nHR, 12 High Street\nPerth",
        "Shortlisted applicants will be asked for these:\n- a blue card",
    ],
)
def test_a_list_that_asks_for_nothing_is_no_request(words: str) -> None:
    assert not requests_in(f"{THANKS}{words}\n\nKind regards\nKim")


@pytest.mark.parametrize(
    ("words", "asked", "papers"),
    [
        (
            "Two quick questions: do you have a manual driver's licence, and when could you start?",
            ["Do you have a manual driver's licence?", "When could you start?"],
            False,
        ),
        ("Do you hold a forklift licence?", ["Do you hold a forklift licence?"], False),
        (
            "Haben Sie einen Führerschein und wann könnten Sie anfangen?",
            ["Haben Sie einen Führerschein?", "Wann könnten Sie anfangen?"],
            False,
        ),
        ("Do you hold a licence? Please send us your CV.", ["Do you hold a licence?"], True),
        ("Please confirm whether you have a police check.", [], False),
        (
            "Please answer these questions:\n1. When could you start?\n2. Do you have a car?",
            ["When could you start?", "Do you have a car?"],
            False,
        ),
    ],
)
def test_what_is_asked_is_told_from_what_is_to_be_sent(
    words: str, asked: list[str], papers: bool
) -> None:
    assert (questions_in(words), wants_papers(words)) == (asked, papers)


BEFORE = "Before we go further with your application for Fleet Coordinator, please send us "
NUMBERED = (
    "the following by Friday 4 December:\n\n1. A certified copy of your degree\n"
    "2. Your police check (not older than six months)\n3. The names of two referees\n"
    "4. Proof of your right to work in Australia\n\n"
)
REPLY = "Please reply to this email with the documents attached."
NO_OFFERS = [
    BEFORE + NUMBERED + REPLY,
    BEFORE + NUMBERED,
    (BEFORE + NUMBERED + REPLY).replace("by Friday 4 December:", "below:"),
    BEFORE + "by Friday:\n- Your police check\n- Your earliest start date\n\n" + REPLY,
    "We now do a police check for everybody. Please send us your ID by Friday.",
    "Please complete the attached police check form and return it by Friday.",
    "Please sign and return the attached consent form for the reference check by 4 December.",
    "We need your police check and your Working With Children Check before Friday.",
    "As part of our pre-employment checks, please send us two references.",
    "Any appointment is subject to satisfactory references. Please send us two referees.",
    "Great meeting you! Could you please send us two references and a copy of your licence?",
    "Es fehlen noch Ihr Führungszeugnis und Ihre Zeugnisse. Bitte senden Sie sie uns bis Freitag.",
    "Bitte senden Sie uns bis zum 04.12.2026 folgende Unterlagen:\n1. Führungszeugnis\n"
    "2. Frühester Arbeitsbeginn\n3. Zwei Referenzen\n\nBitte antworten Sie mit den Anlagen.",
    "Bitte füllen Sie den Personalbogen anbei aus und schicken Sie ihn unterschrieben zurück.",
]


@pytest.mark.parametrize("subject", ["Documents needed", "Next steps", "Fehlende Unterlagen"])
@pytest.mark.parametrize("words", NO_OFFERS)
def test_papers_forms_checks_and_references_are_no_offer(words: str, subject: str) -> None:
    assert told(words, subject) == "request"
    assert told(words, subject, ended=True) == "request"


@pytest.mark.parametrize(
    "words",
    [
        "Congratulations, we would like to offer you the role. Please send us your police check.",
        "We are pleased to offer you the position. " + BEFORE + NUMBERED + REPLY,
        "Please sign and return your employment contract by Friday, with a copy of your licence.",
        "Wir möchten Ihnen die Stelle gern anbieten. Bitte senden Sie uns Ihr Führungszeugnis.",
        "Wir stellen Sie gern ein, der Arbeitsvertrag liegt bei. Bitte senden Sie Ihren Ausweis.",
    ],
)
def test_an_offer_beside_papers_stays_one(words: str) -> None:
    assert told(words, "Documents needed") == "offer"


def test_the_assessment_of_an_application_is_no_test_to_do() -> None:
    words = (
        "As part of the assessment of your application, all applicants are asked to complete the "
        "declaration by Sunday 6 December: https://forms.banksia.example/declaration/8d2f11"
    )
    assert told(words, "Complete your declaration") not in ("test", "invitation")

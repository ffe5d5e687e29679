"""An invitation asks the person to meet: no form, no portal, no referees, no answer to an ask."""

from datetime import date

import pytest

from tests.mail.labelled_mails import labelled, later
from tests.mail.test_told import told
from tracker.mail import Mail, read_kind
from tracker.mail.answer_by import answer_by
from tracker.mail.form_request import form_request
from tracker.mail.meeting.asks_to_meet import asks_to_meet
from tracker.mail.proposals import proposed_kind, shown_kind, told_as, wants_to_meet

ON = date(2026, 11, 30)
AT = "https://forms.example.com/c/9931"


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        (
            "Action required: complete your candidate questionnaire",
            "Thanks for applying for IT Support Officer at Galah Learning. To progress your "
            "application, please complete our short candidate questionnaire (it takes about 10 "
            f"minutes):\n\n{AT}\n\nPlease complete it by Thursday 3 December, 5pm AEDT.",
        ),
        (
            "IT Support Officer",
            "To progress your application for IT Support Officer, please complete this short "
            f"questionnaire by Thursday 3 December: {AT}",
        ),
        (
            "Your application",
            "Please log in to the candidate portal and complete the missing sections before "
            f"Friday 4 December at 11:59pm: {AT}",
        ),
        (
            "Candidate portal",
            "Your application has moved to the next step. Log in to your candidate account to "
            f"complete your profile: {AT}",
        ),
        (
            "Next stage",
            "We are pleased to progress your application to the next stage. Please complete the "
            f"online pre-screening form using the link below by Friday 4 December: {AT}",
        ),
        (
            "Your application",
            "Please click the link below to complete the candidate questionnaire by 4 December: "
            f"{AT}",
        ),
        (
            "Next step - referees",
            "It was lovely to meet you on Friday. The panel would like to speak with your referees "
            "before we make a decision on the Program Support Officer role. Could you please send "
            "me the names and phone numbers of two people who have supervised you?",
        ),
        (
            "Next steps",
            "The next step is to talk to your references. Please let me have two names by Friday.",
        ),
        (
            "Bitte Personalfragebogen ausfüllen",
            "für die weitere Bearbeitung Ihrer Bewerbung als Reporting Analyst bitten wir Sie, "
            f"unseren Bewerberfragebogen bis Freitag, 4. Dezember auszufüllen: {AT}",
        ),
        (
            "Ihre Bewerbung",
            "Um Ihre Bewerbung weiter bearbeiten zu können, füllen Sie bitte unseren "
            f"Online-Fragebogen bis zum 4. Dezember aus: {AT}",
        ),
        (
            "Ihre Bewerbung",
            "bitte loggen Sie sich im Bewerberportal ein und vervollständigen Sie Ihr Profil bis "
            "Freitag.",
        ),
        (
            "Ihre Bewerbung",
            "im nächsten Schritt möchten wir gern mit Ihren Referenzen sprechen. Könnten Sie uns "
            "bitte zwei Ansprechpartner nennen?",
        ),
        (
            "You're through to the next round",
            "Congratulations, you are through to the next round! Please fill in this form with "
            f"your preferred pronouns and T-shirt size: {AT}",
        ),
        (
            "Action required",
            "your application for Clerk is progressing! We need you to finish a few details in our "
            f"recruitment system by Wednesday: {AT}",
        ),
        (
            "Bewerbung als Analyst",
            "Ihre Bewerbung ist in die nächste Runde gekommen. Bitte laden Sie Ihre Zeugnisse bis "
            "zum 4. Dezember im Portal hoch.",
        ),
        (
            "Ihre Bewerbung",
            "wir würden gerne mit Ihrem früheren Vorgesetzten telefonieren. Bitte nennen Sie uns "
            "einen Ansprechpartner mit Telefonnummer.",
        ),
        (
            "Security clearance form",
            "As part of the recruitment process for the Graduate Program, you are required to "
            f"complete the security clearance form: {AT} . The form must be submitted within 5 "
            "business days.",
        ),
        (
            "Pre-employment medical form",
            "As discussed at your interview for Reporting Analyst, you will find attached a "
            "pre-employment declaration form. Please fill it in, sign it and return it to me by "
            "Friday.",
        ),
        (
            "Ihre Bewerbung",
            "im Anhang finden Sie einen Personalfragebogen. Bitte füllen Sie ihn aus und schicken "
            "Sie ihn bis Freitag unterschrieben zurück.",
        ),
        (
            "Nächster Schritt",
            "Wir freuen uns, Ihre Bewerbung weiter zu verfolgen. Der ausgefüllte Personalbogen ist "
            "innerhalb von fünf Werktagen zurückzusenden.",
        ),
    ],
)
def test_a_form_a_portal_or_referees_are_asked_for_and_nobody_is_invited(subject, words) -> None:
    assert told(words, subject) == "request"


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        (
            "AW: Rückmeldung zu meiner Bewerbung",
            "gern gebe ich Ihnen eine Rückmeldung. Ihr Auftreten war sehr sympathisch. Bei der "
            "Fallstudie fehlte uns eine klare Empfehlung am Ende. Ich würde Ihnen raten, Ihre "
            "Ergebnisse beim nächsten Mal in zwei Sätzen zusammenzufassen.",
        ),
        (
            "AW: Rückmeldung zu meiner Bewerbung",
            "gern gebe ich Ihnen eine Rückmeldung. Im Assessment fehlte uns etwas Struktur. Beim "
            "nächsten Mal würde ich die Ergebnisse kürzer vorstellen.",
        ),
        (
            "AW: Rückmeldung zum Gespräch",
            "danke für Ihre Nachfrage. Im Vorstellungsgespräch haben Sie die Teamarbeit gut "
            "erklärt. Bei der Präsentation fehlte uns der rote Faden. Ich würde Ihnen raten, die "
            "Ergebnisse in zwei Sätzen zusammenzufassen.",
        ),
        (
            "Re: Feedback on my application",
            "Happy to share some feedback. In the case study we missed a clear recommendation at "
            "the end. I would suggest summing up your findings in two sentences.",
        ),
    ],
)
def test_an_answer_to_somebody_who_asked_for_feedback_is_feedback(subject, words) -> None:
    assert told(words, subject) == "feedback"


@pytest.mark.parametrize(
    "words",
    [
        "Something has come up on our side and Friday no longer works for the panel. Sorry!",
        "Unfortunately Thursday no longer suits our manager. Apologies.",
        "I'm afraid we can't do Wednesday any more, Priya is ill.",
        "leider passt uns der Freitag doch nicht mehr. Bitte entschuldigen Sie.",
        "leider können wir den Termin am Freitag nicht halten.",
    ],
)
@pytest.mark.parametrize("subject", ["Program Support Officer", "Interview"])
def test_a_day_that_they_take_back_moves_an_interview_only_where_one_is_known(
    subject, words
) -> None:
    mail = Mail(f"Hi Robin,\n\n{words}\n\nPriya Larsen", subject)
    kind = read_kind(mail.subject, mail.text).kind
    for known, expected in ((True, "another_time"), (False, "none")):
        proposed = proposed_kind(kind, mail, ON, False, interviewing=known)
        assert told_as(shown_kind(proposed, mail, ON), mail, ON) == expected


@pytest.mark.parametrize(
    "words",
    [
        "We'd love to have a chat with you about the role. When are you free?",
        "Before we talk on the phone, please complete this form: https://a.example.com/q",
        "Could you come in to meet the team? Please send us two references before then.",
        "Wir möchten Sie gern kennenlernen. Bitte füllen Sie vorher den Fragebogen aus.",
    ],
)
def test_whoever_asks_to_meet_invites_whatever_else_they_want(words: str) -> None:
    assert asks_to_meet(words, "Your application")


def test_no_invitation_that_was_labelled_is_taken_for_none() -> None:
    invitations = [each.mail for each in (*labelled(), *later()) if each.kind == "invitation"]
    assert len(invitations) >= 200
    assert all(wants_to_meet(each, ON) for each in invitations)


@pytest.mark.parametrize(
    ("words", "on"),
    [
        ("Bitte füllen Sie den Bewerberfragebogen bis Freitag, 4. Dezember aus.", 4),
        ("wir bitten Sie, unseren Fragebogen bis Freitag, 4. Dezember auszufüllen.", 4),
        ("Please complete the missing sections before Friday 4 December at 11:59pm.", 4),
    ],
)
def test_the_day_by_which_a_form_is_filled_in_is_none_to_meet(words: str, on: int) -> None:
    found = answer_by(words, ON)
    assert found is not None and found.on.day == on
    assert not wants_to_meet(Mail(words, "Ihre Bewerbung"), ON)


@pytest.mark.parametrize(
    "words",
    [
        "We'd love to know a bit more about your availability for the Operations Coordinator job. "
        "Please fill out this short form when you have a moment: https://forms.example.com/ops",
        "Please let us know your availability for shifts by completing this form: https://a.example",
        "Could you complete our availability form? https://forms.example.com/a",
        "To plan the roster we need to know when you are available. Please complete this form by "
        "Friday: https://forms.example.com/a",
        "wir würden gern mehr über Ihre Verfügbarkeit wissen. Bitte füllen Sie dieses kurze "
        "Formular aus: https://forms.example.com/a",
    ],
)  # fmt: skip
def test_a_form_about_when_they_could_work_is_a_form(words: str) -> None:
    assert told(words, "A few details please") == "request"
    form = form_request(words)
    assert form is not None and form.only


def test_an_interview_whose_times_go_into_a_form_is_an_invitation() -> None:
    words = "We would like to interview you. Please give us your availability in this form: {}"
    assert told(words.format("https://a.example.com"), "Interview") == "invitation"

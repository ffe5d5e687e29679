"""An answer greets a person, and a button names one, only where the email says who that is."""

import pytest

from tracker.mail import Mail
from tracker.mail.writers import writer_of

SIGNED = "Please send them.\n\nKind regards\nSandra Pool\nHR Coordinator"
FORM = "Please fill out this short form.\n\nThanks!\nMarli"
TEAM = "Please send them.\n\nMit freundlichen Grüßen\nIhr Team"


@pytest.mark.parametrize(
    ("name", "address", "text", "writer"),
    [
        ("Jacaranda HR", "hr@jacaranda.example", SIGNED, "Sandra Pool"),
        ("Jacaranda HR", "hr@jacaranda.example", TEAM, ""),
        ("Mia Fischer via Calendly", "no-reply@calendly.example", TEAM, "Mia Fischer"),
        ("Kim O'Neil | Corella", "kim@corella.example", TEAM, "Kim O'Neil"),
        ("Jo (Banksia)", "jo@banksia.example", TEAM, "Jo"),
        ("Bewerbermanagement", "b@stadt.example", TEAM, ""),
        ("Bewerbermanagement", "b@stadt.example", SIGNED, "Sandra Pool"),
        ("Banksia", "hr@banksia.example", TEAM, ""),
        ("Talent Acquisition", "t@banksia.example", TEAM, ""),
        ("Omar Said", "omar@banksia.example", TEAM, "Omar Said"),
        ("Hannah", "hannah@gmail.com", TEAM, "Hannah"),
        ("Dr. Lena Groß", "l.gross@klinik.example", TEAM, "Dr. Lena Groß"),
        ("Bluebottle", "team@bluebottle.example.com", "Please do.\n\nThanks, Meg", "Meg"),
        ("Onboarding", "hr@freight.example.com", "Please do.\n\nHR, Freight", ""),
        ("Rosters", "jobs@tours.example.com", "Please do it soon.", ""),
        ("Jules", "jules@bikes.example.com", "Please do.\n\nTa,\nJules", "Jules"),
        ("", "info@praxis.example", "Bitte sehr.\n\nViele Grüße, Hanna", "Hanna"),
        ("", "careers@banksia.example", "Thanks,\nJo Wren, Banksia", "Jo Wren"),
        ("Cassowary Coast Tours", "jobs@cassowarycoast.example.com", FORM, "Marli"),
        ("Cassowary Coast Tours", "jobs@cassowarycoast.com.au", FORM, "Marli"),
        ("Cassowary Coast Tours", "jobs@tours.example", FORM, "Marli"),
        ("Cassowary Coast", "marli@cassowarycoast.com.au", "Please do it soon.", ""),
        ("Cassowary Coast Tours", "jobs@x.example", "See you.\n\nMarli, Cassowary Coast Tours",
         "Marli"),
        ("Bogong Alpine Parks", "a@bogongparks.example.com", "A role at Bogong Alpine Parks.", ""),
        ("Corella Bay", "x@mail.example", "Good luck!\nCorella Bay Recruitment", ""),
        ("Hannah Creswick", "jobs@galah.example.com", "Best\nHannah Creswick", "Hannah Creswick"),
        ("Priya Menon", "jobs@galah.example.com", "I'll call you.", "Priya Menon"),
        ("Möwe Logistik", "bewerbung@moewe.example.com", "Freundliche Grüße\nAnnika Brandt",
         "Annika Brandt"),
        ("Talent Acquisition", "talent@ploverpayments.example.com",
         "Best regards,\nTalent Acquisition\nPlover Payments", ""),
        ("Talent Acquisition", "jobs@mail.example", "Best,\nTalent Acquisition\nPlover", ""),
        ("", "", "Kind regards\nHuman Resources\nMalleeplains", ""),
        ("", "", "Kind regards\nPeople & Culture\nBanksia Grove", ""),
        ("", "", "Kind regards,\nRecruitment Team\nCorella", ""),
        ("", "", "Regards\nHR Department\nNightjar Ridge", ""),
        ("", "", "Viele Grüße\nPersonalabteilung\nMöwe", ""),
        ("", "", "Mit freundlichen Grüßen\nIhr Recruiting-Team\nNordlicht", ""),
        ("", "jobs@ploverbay.example", "Kind regards\nPlover Bay", ""),
        ("", "", "Your role at Plover Bay is next.\n\nKind regards\nPlover Bay", ""),
        ("Shire of Mallee Plains", "employment@malleeplains.example", "We write again.", ""),
        ("Cassowary Coast Tours", "jobs@cassowarytours.example.com", "See you.", ""),
        ("HR", "sandra.pool@banksia.example", "Regards\nHuman Resources\nSandra Pool",
         "Sandra Pool"),
        ("", "", "Kind regards\nSandra Pool\nTalent Acquisition\nPlover", "Sandra Pool"),
        ("Lea Brandt", "lea@moewe.example.com", "Wir sehen uns.", "Lea Brandt"),
    ],
)  # fmt: skip
def test_it_is_the_one_who_sent_or_signed_it(
    name: str, address: str, text: str, writer: str
) -> None:
    assert writer_of(Mail(text, "About you", name, address)) == writer

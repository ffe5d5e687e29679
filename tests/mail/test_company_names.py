"""Who an email is of: never a number or a word that names nobody, and a long name whole."""

import pytest

from tracker.mail import read_pasted
from tracker.mail.subjects import about_of

LONG = (
    "Gesellschaft für nachhaltige Binnenschifffahrt und kommunale Wasserwirtschaft "
    "Mecklenburgische Seenplatte mbH"
)
MAILS = [
    (
        "Pebble Careers <careers@pebble.example>",
        "Your application for Claims Support Officer",
        (
            "Thank you for your application for Claims Support Officer at Pebble Insurance "
            "Brokers. Could you please send us two references?"
        ),
        "Pebble Insurance Brokers",
    ),
    (
        "HR 9 <h9@ex9.example>",
        "Office Manager: Einladung zum Kennenlernen",
        (
            "Guten Tag Robin Quill,\n\n"
            "wir laden Sie herzlich zum Vorstellungsgespräch am Montag, 14. Dezember 2026 um "
            f"10:00 Uhr bei der {LONG} ein.\n\n"
            f"Viele Grüße\n{LONG}"
        ),
        LONG,
    ),
    (
        "HR 1 <h1@ex1.example>",
        "Data Entry Clerk: Einladung zum Kennenlernen",
        (
            "Guten Tag Robin Quill,\n\n"
            "wir laden Sie herzlich zum Vorstellungsgespräch am Montag, 14. Dezember 2026 um "
            "10:00 Uhr bei der Thistle & Rye Catering ein.\n\n"
            "Viele Grüße\nThistle & Rye Catering"
        ),
        "Thistle & Rye Catering",
    ),
    (
        "Óbuda Textile Works <o@ex.example>",
        "Offer: Program Lead",
        (
            "Hi Robin,\n\n"
            "We are pleased to offer you the role of Program Lead at Óbuda Textile Works. "
            "Please let us know by Monday 7 December.\n\n"
            "Óbuda Textile Works"
        ),
        "Óbuda Textile Works",
    ),
    (
        "Óbuda Textile Works <q@ex.example>",
        "Frage zu Ihrer Bewerbung (Program Lead)",
        (
            "Guten Tag,\n\n"
            "könnten Sie uns bitte noch Ihre Zeugnisse schicken? Vielen Dank.\n\n"
            "Óbuda Textile Works"
        ),
        "Óbuda Textile Works",
    ),
    (
        "Fjord & Fell Outfitters <q@ex.example>",
        "Terminabsage",
        (
            "Guten Tag Robin Quill,\n\n"
            "leider müssen wir den Termin am 10. Dezember um 9 Uhr absagen.\n\n"
            "Fjord & Fell Outfitters"
        ),
        "Fjord & Fell Outfitters",
    ),
    (
        f"{LONG} <q@ex.example>",
        "Frage zu Ihrer Bewerbung (Office Manager)",
        ("Guten Tag,\n\nkönnten Sie uns bitte noch Ihre Zeugnisse schicken? Vielen Dank."),
        LONG,
    ),
    (
        "Recruiting 3 <r@x3.example>",
        "Your interview",
        (
            "Hi Robin,\n\n"
            "We would like to meet you for the Office Manager role at Boroondara-Whitehorse "
            "Shared Services.\n\n"
            "Kind regards\nRecruiting"
        ),
        "Boroondara-Whitehorse Shared Services",
    ),
    (
        "HR <hr@ex4.example>",
        "Gespräch: Office Manager",
        (
            "Guten Tag,\n\n"
            "wir freuen uns auf das Gespräch bei der Möwe & Sohn GmbH am 9. Dezember um 10 Uhr.\n\n"
            "Viele Grüße"
        ),
        "Möwe & Sohn GmbH",
    ),
    (
        "Team 4 <t@ex5.example>",
        "Interview",
        (
            "Hi Robin,\n\n"
            "your interview with us is on 9 December at 10 am.\n\n"
            "Kind regards\nAnna\nPeople Team\nNgā Puna Wai Trust"
        ),
        "Ngā Puna Wai Trust",
    ),
    (
        "Talent 12 <t@brightwater.example>",
        "Data Clerk: next steps",
        ("Hi Robin,\n\nthank you for applying to Brightwater Foods.\n\nTalent Team"),
        "Brightwater Foods",
    ),
    (
        "Anna Berg <anna@gmail.com>",
        "Job Offer: Office Manager",
        (
            "Hi Robin,\n\n"
            "we'd love to offer you the Office Manager role at Saltmarsh Studio.\n\n"
            "Anna"
        ),
        "Saltmarsh Studio",
    ),
    (
        "Personal <personal@ex6.example>",
        "Rückfrage zu Ihrer Bewerbung (Tester)",
        (
            "Guten Tag,\n\n"
            "könnten Sie uns Ihr Zeugnis schicken?\n\n"
            "Mit freundlichen Grüßen\nGesellschaft für Wasserbau mbH"
        ),
        "Gesellschaft für Wasserbau mbH",
    ),
    (
        "Jo Chen <jo@ex7.example>",
        "Question about your application",
        ("Hi Robin,\n\ncould you send us your references?\n\nJo Chen\nHR Advisor\nQuokka Freight"),
        "Quokka Freight",
    ),
    (
        "Jobs <jobs@ex8.example>",
        "Kennenlernen",
        (
            "Guten Tag,\n\n"
            "wir laden Sie zum Kennenlernen bei der Stiftung für junge Forschung ein.\n\n"
            "Stiftung für junge Forschung"
        ),
        "Stiftung für junge Forschung",
    ),
    (
        "HR 22 <h@ex9.example>",
        "Zusage: Tester",
        (
            "Guten Tag,\n\n"
            "wir möchten Ihnen die Stelle als Tester bei der Kranich Verlag AG anbieten.\n"
        ),
        "Kranich Verlag AG",
    ),
]


@pytest.mark.parametrize(("sender", "subject", "words", "company"), MAILS)
def test_the_company_is_the_one_that_the_words_name(
    sender: str, subject: str, words: str, company: str
) -> None:
    date = "Mon, 30 Nov 2026 08:00:00 +1100"
    mail = read_pasted(f"From: {sender}\nDate: {date}\nSubject: {subject}\n\n{words}\n")
    assert about_of(mail).company == company


@pytest.mark.parametrize(
    ("subject", "words", "role", "company"),
    [
        ("Absage", "vielen Dank für Ihre Bewerbung als Sachbearbeiter (m/w/d) Kundenservice bei "
         "der Stadtwerke Norderau GmbH.", "Sachbearbeiter (m/w/d) Kundenservice",
         "Stadtwerke Norderau GmbH"),
        ("Gespräch", "wir laden Sie zu einem Vorstellungsgespräch im Klinikum Seeblick ein.", "",
         "Klinikum Seeblick"),
        ("Gespräch", "vielen Dank für Ihre Bewerbung als Erzieher (m/w/d) in der Kita Sonnenweg.",
         "Erzieher", "Kita Sonnenweg"),
        ("Gespräch", "Ihre Bewerbung als Amtsbote (m/w/d) beim Landratsamt Rosenau ist da.",
         "Amtsbote", "Landratsamt Rosenau"),
        ("Pflegefachkraft (m/w/d) Intensivstation – Einladung", "wir laden Sie zum Gespräch im "
         "Krankenhaus St. Marien ein.", "Pflegefachkraft (m/w/d) Intensivstation",
         "Krankenhaus St. Marien"),
        ("Eingang", "Ihre Bewerbung als Leiter (m/w/d) IT-Betrieb und Netze bei der Corella AG.",
         "Leiter (m/w/d) IT-Betrieb und Netze", "Corella AG"),
        ("Eingang", "Ihre Bewerbung als Koch (m/w/d) Vollzeit bei der Corella AG.", "Koch",
         "Corella AG"),
        ("Application", "thank you for applying for Engineer (f/m/x) Backend at Corella Labs.",
         "Engineer (f/m/x) Backend", "Corella Labs"),
        ("Gespräch", "das Gespräch findet im Rathaus Nord statt.", "", ""),
    ],
)  # fmt: skip
def test_a_role_is_read_whole_and_a_place_of_work_is_a_company(
    subject: str, words: str, role: str, company: str
) -> None:
    head = f"From: Bewerbermanagement <post@gmx.de>\nSubject: {subject}\n\n"
    about = about_of(read_pasted(f"{head}Guten Tag,\n\n{words}\n"))
    assert (about.role, about.company) == (role, company)

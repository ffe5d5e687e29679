"""The company and the role of emails as employers write them, or neither where nobody can know."""

import pytest

from tracker.mail.message import Mail
from tracker.mail.subjects import about_of

EMAILS = [
    (
        "DCJ Recruitment <jobs@dcj.nsw.example.com>",
        "Your application for Program Officer, Housing and Homelessness",
        "Thank you for your application for the position of Program Officer, Housing and "
        "Homelessness at NSW Department of Communities and Justice. We will be in touch.",
        ("NSW Department of Communities and Justice", "Program Officer, Housing and Homelessness"),
    ),
    (
        "Recruitment <no-reply@health.example.com>",
        "Application received",
        "Thank you for applying for the role of Registered Nurse, Emergency and Critical Care "
        "(Full-time) at St Brigid's Hospital. Applications close on Friday.",
        ("St Brigid's Hospital", "Registered Nurse, Emergency and Critical Care"),
    ),
    (
        "no-reply@myworkday.com",
        "Thank you for applying",
        "We received your application for the Senior Analyst, Risk & Compliance role with "
        "Wattle Bank. You can check its status at any time.",
        ("Wattle Bank", "Senior Analyst, Risk & Compliance"),
    ),
    (
        "Kookaburra Freight <no-reply@greenhouse.io>",
        "Thank you for applying to Kookaburra Freight",
        "Thank you for applying to the Operations Coordinator - Sydney position at Kookaburra "
        "Freight. Our team will review it.",
        ("Kookaburra Freight", "Operations Coordinator - Sydney"),
    ),
    (
        "Karriere <karriere@nordlicht.example>",
        "Ihre Bewerbung",
        "vielen Dank für Ihre Bewerbung als Sachbearbeiterin Einkauf/Logistik (m/w/d) bei "
        "Nordlicht Energie GmbH. Wir melden uns.",
        ("Nordlicht Energie GmbH", "Sachbearbeiterin Einkauf/Logistik"),
    ),
    (
        "Personalabteilung <personal@klinikum.example>",
        "Ihre Bewerbung als Pflegefachkraft, Intensiv und Anästhesie (m/w/d)",
        "vielen Dank für Ihre Bewerbung als Pflegefachkraft, Intensiv und Anästhesie (m/w/d) bei "
        "der Klinikum Auental gGmbH. Wir prüfen Ihre Unterlagen.",
        ("Klinikum Auental gGmbH", "Pflegefachkraft, Intensiv und Anästhesie"),
    ),
    (
        "Talent <noreply@smartrecruiters.com>",
        "Your application",
        "Thank you for your interest in the position of Lecturer, Nursing and Midwifery at "
        "University of Southern Queensland.",
        ("University of Southern Queensland", "Lecturer, Nursing and Midwifery"),
    ),
    (
        "Careers <no-reply@pageuppeople.com>",
        "Application for Customer Service Officer, Libraries, Arts and Culture",
        "Thank you for your application for the position of Customer Service Officer, Libraries, "
        "Arts and Culture with City of Greater Bendigo.",
        ("City of Greater Bendigo", "Customer Service Officer, Libraries, Arts and Culture"),
    ),
    (
        "Maya Chen <maya@hays.example.com>",
        "Interview",
        "On behalf of our client, Banksia Software, I would like to invite you to an interview "
        "for the position of Tester.",
        ("Banksia Software", "Tester"),
    ),
    (
        "Front Office <office@hillview.example.edu.au>",
        "Teacher, Science and Mathematics (Years 7-10)",
        "Thank you for applying for the position of Teacher, Science and Mathematics (Years 7-10) "
        "at Hillview Secondary College.",
        ("Hillview Secondary College", "Teacher, Science and Mathematics"),
    ),
    (
        "HR <hr@council.example>",
        "Outcome of your application",
        "Thank you for your application for the position of Team Leader, Parks & Gardens "
        "at the Shire of Augusta. Unfortunately you were not successful.",
        ("Shire of Augusta", "Team Leader, Parks & Gardens"),
    ),
    (
        "Recruiting <no-reply@personio.de>",
        "Einladung",
        "wir möchten Sie zu einem Gespräch als Referent Recht und Compliance (w/m/d) bei der "
        "Stadtwerke Auental AG einladen.",
        ("Stadtwerke Auental AG", "Referent Recht und Compliance"),
    ),
    (
        "no-reply@myworkday.com",
        "Your application for Policy Officer, Water and Environment",
        "Thank you for your application for Policy Officer, Water and Environment. We will be in "
        "touch.",
        ("", "Policy Officer"),
    ),
    (
        "notifications@smartrecruiters.com",
        "An update on your application",
        "Thank you for applying. We have decided to go ahead with other candidates.",
        ("", ""),
    ),
    (
        "PageUp <no-reply@pageuppeople.com>",
        "Application received",
        "Thank you for your application. This mailbox is not read.",
        ("", ""),
    ),
]


@pytest.mark.parametrize(("sender", "subject", "words", "about"), EMAILS)
def test_the_company_and_the_role_are_read_in_full(sender, subject, words, about) -> None:
    name, _, address = sender.rpartition("<")
    mail = Mail(
        f"Dear Robin,\n\n{words}\n\nKind regards", subject, name.strip(), address.strip(">")
    )
    found = about_of(mail)
    assert (found.company, found.role) == about

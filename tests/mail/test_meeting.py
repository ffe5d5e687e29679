"""The link of a talk, its length and its people, as invitations in words say them."""

import time
from datetime import date

import pytest

from tracker.mail import Mail
from tracker.mail.invitation import read_invitation
from tracker.mail.meeting.kinds import kind_in
from tracker.mail.meeting.lengths import minutes_in
from tracker.mail.meeting.links import meeting_link
from tracker.mail.meeting.places import place_in
from tracker.mail.meeting.replaced_people import replaced_in
from tracker.mail.people import people_in
from tracker.mail.senders import company_of
from tracker.mail.subjects import about_of

TIDELINE = "Tideline Insurance"


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("The link for the video call is https://talk.example/r/8.", "https://talk.example/r/8"),
        ("Meeting link:\n\nhttps://a.example/x, see you then", "https://a.example/x"),
        ("Please join here: https://a.example/x", "https://a.example/x"),
        ("https://meet.example.org/robin", "https://meet.example.org/robin"),
        ("Hier kannst du teilnehmen: https://bbb.example/b", "https://bbb.example/b"),
        ("Pick a time for the meeting: https://a.example/x", ""),
        ("Join our talent community: https://a.example/x", ""),
        ("Join us on LinkedIn: https://www.linkedin.com/company/a", ""),
        ("Before the meeting, read https://a.example/about", ""),
        ("Link: https://meet.google.com/abc-de", "https://meet.google.com/abc-de"),
        ("Video: quoll.whereby.com/talk.", "https://quoll.whereby.com/talk"),
        ("Route: https://www.google.com/maps/x", ""),
        ("Join: https://zoom.us@a.example/x", ""),
        ("Join: http://a.example/x", ""),
        ("See https://a.example/?zoom.us", ""),
        ("We meet on Microsoft Teams: https://teams.a.example/x", "https://teams.a.example/x"),
        ("By video on Teams. https://a.example/x", "https://a.example/x"),
        ("We’ll use Google Meet (https://a.example/x).", "https://a.example/x"),
        ("Video: https://a.example/x", "https://a.example/x"),
        ("Wir treffen uns per Teams: https://a.example/x", "https://a.example/x"),
        ("Read about the Teams we have: https://a.example/x", ""),
        ("Meet our Teams: https://a.example/x", ""),
    ],
)
def test_a_link_beside_the_words_that_say_join_is_the_meeting(text: str, link: str) -> None:
    assert meeting_link(text) == link


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("in unseren Räumen, Torstraße 12, 10119 Berlin.", "Torstraße 12, 10119 Berlin"),
        ("Der Termin ist bei uns, Neue Straße 10, 1070 Wien.", "Neue Straße 10, 1070 Wien"),
        ("in unserer Filiale (Am Markt 4a, 8001 Zürich)", "Am Markt 4a, 8001 Zürich"),
        ("in unser Büro:\n\nTorstraße 12\n10119 Berlin\n", "Torstraße 12, 10119 Berlin"),
        ("in unsere Niederlassung, Torstraße 4, ein", "Torstraße 4"),
        ("im Haus: Kaiser-Ring 27-29, 50672 Köln.", "Kaiser-Ring 27-29, 50672 Köln"),
        ("Viele Grüße\nAda Kern\nKern GmbH, Torstraße 12, 10119 Berlin", ""),
        ("at our office: Level 3, 12 Harbour St, Hobart.", "Level 3, 12 Harbour St, Hobart"),
        ("It will be at 12 Harbour Street, Level 4.", "12 Harbour Street, Level 4"),
        ("We are at 12 Harbour Street, Suite 5. Bring ID.", "12 Harbour Street, Suite 5"),
        ("Come to 5/88 King Street, Newtown NSW 2042.", "5/88 King Street, Newtown NSW 2042"),
        ("Come to 12 Harbour Street in Hobart.", "12 Harbour Street in Hobart"),
    ],
)
def test_a_street_is_the_place_where_a_sentence_leads_to_it(text: str, place: str) -> None:
    assert place_in(text) == place


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("A 45 minute video interview on Thursday", 45),
        ("The call takes about half an hour.", 30),
        ("Allow 1 hour 30 minutes.", 90),
        ("A talk of 40 minutes and a test of 20. Allow one hour in total.", 60),
        ("It takes an hour and a half.", 90),
        ("Das Gespräch dauert 45 Minuten.", 45),
        ("Please arrive 10 minutes early for the interview.", None),
        ("An interview with a ten minute presentation", None),
        ("A call of 20 minutes, then an interview of 40 minutes", None),
        ("Reply within 24 hours. We meet on Monday.", None),
    ],
)
def test_length_is_read_where_one_is_said_of_the_talk(text: str, minutes: int | None) -> None:
    assert minutes_in(text, "video") == minutes


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("A chat with Dana Ito, our team lead", ("Dana Ito",)),
        ("You will meet Dana and Tom Weir", ("Dana", "Tom Weir")),
        ("ein Gespräch mit Frau Yilmaz", ("Frau Yilmaz",)),
        (
            "You will be talking with Amira Haddad, our team lead, and Jonas Weber.",
            ("Amira Haddad", "Jonas Weber"),
        ),
        ("A call with Ida Nair (Head of Data) and Tom Lee (Analyst)", ("Ida Nair", "Tom Lee")),
        ("Interviewers: Sofia Rossi, Hiring Manager; Ben Carter", ("Sofia Rossi", "Ben Carter")),
        ("You will speak with Hugo and Ines from the data team", ("Hugo", "Ines")),
        ("The panel: Grace Okafor, Daniel Petrov and me", ("Grace Okafor", "Daniel Petrov")),
        ("You'll meet Leilani, who leads the desk, and her deputy Al Reid", ("Leilani", "Al Reid")),
        ("Tom Nguyen from our team will call you on Monday", ("Tom Nguyen",)),
        ("A coffee with me and our CFO, Ingrid Solberg", ("Ingrid Solberg",)),
        (
            "interviewed by Dr Helen Marsh and Ms van der Berg",
            ("Dr Helen Marsh", "Ms van der Berg"),
        ),
        (
            "Gespräch mit Herrn Keller, Abteilungsleiter, und Frau Weiss",
            ("Herrn Keller", "Frau Weiss"),
        ),
        ("Frau Huber und Herr Ott freuen sich auf Sie", ("Frau Huber", "Herr Ott")),
        ("Interviewing you: Ab Karim (Site Manager) / Tess Moran", ("Ab Karim", "Tess Moran")),
        ("A chat with Nora Lind, Engineering Manager at Fjord Systems", ("Nora Lind",)),
        (
            "You meet Minh Tran and Aaliyah Hassan from People & Culture",
            ("Minh Tran", "Aaliyah Hassan"),
        ),
        ("The talk is with Ola Berg from Finance and Ida Nair", ("Ola Berg", "Ida Nair")),
        ("Our practice manager, Wei-Ling Zhou, and I will be on the panel", ("Wei-Ling Zhou",)),
        ("It will be at 2pm with Hannah Osei", ("Hannah Osei",)),
        (
            "You'll speak with Sara al-Masri, Data Lead, and Jan van der Merwe",
            ("Sara al-Masri", "Jan van der Merwe"),
        ),
        ("With: Colleen O'Dwyer, Maria de la Cruz", ("Colleen O'Dwyer", "Maria de la Cruz")),
        ("You are familiar with Hannah Osei", ()),
        ("Interview experience with Power Automate, Excel and Salesforce", ()),
        ("We talk through your work with Adobe Creative Cloud", ()),
        ("A session with the Customer Success team and Harbour Dental", ()),
        ("Julia Kern will call you to arrange an interview", ()),
        ("Your interview with Cobalt", ()),
        ("Your interview with Blue Kettle", ()),
        ("Your interview with Harbour Freight", ()),
        ("We meet with Zoom and Teams", ()),
    ],
)
def test_only_who_is_surely_a_person_is_named(text: str, people: tuple[str, ...]) -> None:
    assert people_in(text, "Jo Blue Kettle") == people


@pytest.mark.parametrize(
    "text", ["You'll meet me and Daniel Price, our manager.", "You'll meet Daniel Price and me."]
)
def test_whoever_signed_is_among_those_whom_one_meets(text: str) -> None:
    assert people_in(text, writer="Hannah Wells") == ("Daniel Price", "Hannah Wells")


@pytest.mark.parametrize(
    ("sender", "text", "company"),
    [
        ("Amira Haddad <amira@gmail.com>", "An interview at Tideline Insurance on", TIDELINE),
        ("Amira Haddad <a@tideline.com>", "Tideline Insurance would like to meet you", TIDELINE),
        ("Amira Haddad <a@x.org>", "Can we talk?\n\nAmira Haddad\nTideline Insurance", TIDELINE),
        ("Amira Haddad <a@tideline.com.au>", "Can we talk?", "Tideline"),
        ("Amira Haddad <amira@gmail.com>", "Can we talk?", ""),
        ("Tideline Insurance Careers <no-reply@greenhouse.io>", "Hello", TIDELINE),
        ("Amira from Canva <amira@canva.com>", "Hello", "Canva"),
        ("Lena Vogt <lena@web.de>", "Ihre Bewerbung bei der Ahorn GmbH hat", "Ahorn GmbH"),
        (
            "Lena Vogt <lena@web.de>",
            "die Ahorn Energie GmbH dankt Ihnen.\n\nLena Vogt\nPersonalabteilung",
            "Ahorn Energie GmbH",
        ),
        ("Blue Kettle <jo@bluekettle.com>", "Hello", "Blue Kettle"),
    ],
)
def test_the_company_of_a_mail_is_never_its_senders_own_name(
    sender: str, text: str, company: str
) -> None:
    name, _, address = sender.rstrip(">").partition(" <")

    assert company_of(Mail(text, "", name, address)) == company


@pytest.mark.parametrize(
    ("sender", "subject", "text", "about"),
    [
        (
            "Deb",
            "",
            "Thank you for applying for the position of Records Officer at Jarrah Legal Centre.",
            ("Jarrah Legal Centre", "Records Officer", ""),
        ),
        (
            "Priya Shah, Hays Talent",
            "Interview",
            "Our client, Wollemi Council, will see you for the Clerk role.",
            ("Wollemi Council", "Clerk", "Priya Shah, Hays Talent"),
        ),
        (
            "Tern Careers",
            "Interview – Data Analyst – Tern Energy",
            "Come on Monday.",
            ("Tern Energy", "Data Analyst", ""),
        ),
        (
            "Al Ng",
            "",
            "You asked about the pastry chef job with Café Lind. We can meet.",
            ("Café Lind", "pastry chef", ""),
        ),
        (
            "Al Ng",
            "",
            "Your application for Tenancy Officer (ref 44) went well.",
            ("", "Tenancy Officer", ""),
        ),
        (
            "Seek",
            "Coolabah Motors has invited you to interview",
            "It is for Service Advisor.",
            ("Coolabah Motors", "", ""),
        ),
        ("Al Ng", "", "Can we talk about the role on Friday?", ("", "", "")),
        (
            "Anke Lang",
            "Einladung zum Vorstellungsgespräch – Datenanalystin (m/w/d)",
            "Vielen Dank für Ihre Bewerbung bei der Nordlicht Energie GmbH. Wir laden Sie ein.",
            ("Nordlicht Energie GmbH", "Datenanalystin", ""),
        ),
        (
            "Anke Lang",
            "Ihr Gespräch",
            "wir laden Sie ein als Fachkraft für Lagerlogistik (w/m/d) bei der Ahorn AG.",
            ("Ahorn AG", "Fachkraft für Lagerlogistik", ""),
        ),
        (
            "Anke Lang",
            "Software Engineer (all genders): your interview",
            "Thank you for your application at Ahorn Labs.",
            ("Ahorn Labs", "Software Engineer", ""),
        ),
    ],
)
def test_role_company_and_who_writes_for_it_are_told_apart(
    sender: str, subject: str, text: str, about: tuple[str, str, str]
) -> None:
    assert about_of(Mail(text, subject, sender)) == about


@pytest.mark.parametrize(
    "mark",
    [
        *("(m/w/d)", "(w/m/d)", "(f/m/d)", "(m/f/x)", "(d/m/w)", "m/w/d", "[m|w|d]", "(M/W/D)"),
        *("(all genders)", "all genders", "(gn)", "(m, w, d)", "(m/w/divers)", "(w/m/x)"),
    ],
)
@pytest.mark.parametrize(
    "subject", ["Einladung: Datenanalystin {}", "Datenanalystin {} – Gespräch"]
)
def test_what_says_that_a_job_is_for_everybody_is_neither_role_nor_company(
    mark: str, subject: str
) -> None:
    about = about_of(Mail("Wann passt es Ihnen?", subject.format(mark), "Anke Lang"))

    assert about == ("", "Datenanalystin", "")


def test_what_is_built_to_be_slow_is_read_in_a_moment() -> None:
    began = time.process_time()
    for part in (
        "https://",
        "https://a.b/ join ",
        "Aa Bb, ",
        "Aa and ",
        "one hour ",
        "book ",
        "9",
        "by ",
        "by 5pm ",
        "moved from ",
        "role of A",
        "our client ",
        "m/w/",
        "(m",
        "A & B und ",
        "not on Monday ",
        "same time ",
    ):
        text = "with " + (part * 12_000)[:12_000]
        assert minutes_in(text, "video") is None
        people_in(text)
        about_of(Mail(text, text, "Jo", "jo@a.example"))
        read_invitation(text, "rescheduled", date(2026, 11, 24))
        meeting_link(text)
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Das Gespräch ist bei uns im Haus.\n\nTelefon: 030 123 45", "onsite"),
        ("We meet in person at 20 Bridge Street.\nPhone: 03 5550 1234", "onsite"),
        ("We meet in person. My phone number: 03 5550 1234", "onsite"),
        ("In person, level 3. Telephone +61 3 5550 1234", "onsite"),
        ("It is a short talk by phone, in person later.", "phone_screen"),
        ("How: Phone\nWith: Dana", "phone_screen"),
        ("Wir sprechen am Telefon.", "phone_screen"),
        ("Ein Telefoninterview, 30 Minuten", "phone_screen"),
    ],
)
def test_the_number_of_a_writer_makes_no_talk_by_phone(text: str, kind: str) -> None:
    assert kind_in(text) == kind


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("You will meet Dana Ito instead of Dr. Sam Oduya.", {"Sam Oduya"}),
        ("Sam is away, so Dana Ito takes over.", {"Sam Oduya"}),
        ("Sam Oduya isn't able to join. Dana Ito will take his place.", {"Sam Oduya"}),
        ("Dana Ito replaces Mia Tran.", {"Mia Tran"}),
        ("Sam Oduya ist krank, Dana Ito übernimmt.", {"Sam Oduya"}),
        ("Sam is away on Monday. See you then.", set()),
        ("Sam Oduya will meet you instead.", set()),
        ("We meet by phone instead of in person, with Sam Oduya.", set()),
        ("Sam Oduya takes over the interview.", set()),
    ],
)
def test_only_those_in_whose_place_another_comes_are_replaced(text: str, gone: set[str]) -> None:
    assert replaced_in(text, ["Sam Oduya", "Mia Tran"]) == gone

"""An email as it comes: dropped as a file, pasted with or without its head, passed on, answered."""

from datetime import UTC, datetime
from email.message import EmailMessage

import pytest

from tracker.mail import read_eml, read_kind, read_pasted, reads_as_mail
from tracker.mail.parsing import UnreadableMail
from tracker.mail.text.own_words import own_words


def built(**headers: str) -> EmailMessage:
    message = EmailMessage()
    for name, value in ({"From": "Zoë Grün <zoe@acme.example>"} | headers).items():
        message[name] = value
    return message


def test_file_says_who_wrote_it_when_and_what() -> None:
    message = built(Subject="Ihre Bewerbung für Köln", Date="Tue, 24 Nov 2026 10:00:00 +0100")
    message.set_content("Größe zählt nicht.\n\nGrüße")
    mail = read_eml(message.as_bytes())

    assert (mail.name, mail.address, mail.domain) == (
        "Zoë Grün",
        "zoe@acme.example",
        "acme.example",
    )
    assert mail.subject == "Ihre Bewerbung für Köln"
    assert mail.sent_at == datetime(2026, 11, 24, 9, tzinfo=UTC)
    assert mail.text == "Größe zählt nicht.\n\nGrüße"


def test_mail_of_html_alone_is_read_without_style_and_script() -> None:
    message = built(Subject="x")
    message.set_content(
        "<style>p {color: red}</style><p>Dear&nbsp;Mia,</p><p>We are <b>sorry</b>.<br>Bye"
        "<ul><li>one<li>two</ul><script>alert(1)</script><img src=https://track.example/p.gif>",
        subtype="html",
    )

    assert read_eml(message.as_bytes()).text == "Dear Mia,\n\nWe are sorry.\nBye\n\n- one\n- two"


def test_plain_part_is_taken_unless_it_only_points_to_the_html() -> None:
    message = built(Subject="x")
    message.set_content("Please view this.")
    message.add_alternative("<p>Unfortunately the position has been filled.</p>", subtype="html")

    assert "position has been filled" in read_eml(message.as_bytes()).text


def test_mail_that_was_attached_to_another_is_the_one_that_is_read() -> None:
    inner = built(Subject="Your application")
    inner.set_content("We have chosen another candidate.")
    outer = EmailMessage()
    outer["From"], outer["Subject"] = "mia@home.example", "Fwd: Your application"
    outer.set_content("see below")
    outer.add_attachment(inner)

    assert read_eml(outer.as_bytes()).address == "zoe@acme.example"


@pytest.mark.parametrize(
    "mark",
    ["---------- Forwarded message ---------", "Begin forwarded message:",
     "-------- Weitergeleitete Nachricht --------"],
)  # fmt: skip
def test_mail_that_was_passed_on_in_words_is_read_from_inside(mark: str) -> None:
    mail = read_pasted(
        f"From: Me <me@home.example>\nSubject: Fwd: x\n\nlook\n\n{mark}\n"
        "Von: Jo <jo@acme.example>\nDatum: 24. November 2026 um 10:30\nBetreff: Bewerbung\n"
        "An: me@home.example\n\nLeider nein."
    )

    assert (mail.address, mail.subject, mail.text) == (
        "jo@acme.example",
        "Bewerbung",
        "Leider nein.",
    )
    assert mail.sent_at is not None
    assert mail.sent_at.date().isoformat() == "2026-11-24"


def test_pasted_words_alone_are_a_mail_too() -> None:
    mail = read_pasted("Dear Mia,\n\nWe have received your application.\n\nRegards")

    assert mail.text.startswith("Dear Mia,")
    assert (mail.subject, mail.address, mail.sent_at) == ("", "", None)


def test_a_line_with_a_colon_in_the_words_is_no_header() -> None:
    text = "Dear Mia,\nDate: Thursday\nFrom: the panel"

    assert read_pasted(text).text == text


def test_source_of_a_mail_pasted_whole_is_taken_apart() -> None:
    message = built(Subject="Hello", Received="from x by y; Tue, 24 Nov 2026 10:00:00 +0000")
    message.set_content("Hallo Köln, wir möchten Sie kennenlernen und laden Sie ein.")

    mail = read_pasted(message.as_string())
    assert (mail.subject, mail.address) == ("Hello", "zoe@acme.example")
    assert "Hallo Köln" in mail.text


def test_what_is_quoted_below_an_answer_is_kept_and_not_read() -> None:
    text = (
        "Hi Mia, would Tuesday suit you for an interview with the two of us?\n\n"
        "On 12 Nov 2026, Mia Lang wrote:\n> I would understand if you have decided to go with "
        "another candidate.\n"
    )

    assert own_words(text).strip().endswith("?")
    assert read_kind("Re: x", text).kind == "invitation"
    assert read_pasted(text).text == text.strip("\n")


def test_words_that_led_to_a_proposal_are_pieces_of_the_text() -> None:
    text = (
        "Dear Mia,\n\nthank you. We regret to inform you that we have decided to move\n"
        "forward with other candidates for this role. All the best"
    )
    reading = read_kind("", text)

    assert [text[one.start : one.end] for one in reading.because] == [
        "We regret to inform you that we have decided to move\nforward with other candidates "
        "for this role."
    ]


@pytest.mark.parametrize("content", [b"", b"\xd0\xcf\x11\xe0rest", b"%PDF-1.7", b"\0" * 100])
def test_what_is_no_mail_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(UnreadableMail):
        read_eml(content)


@pytest.mark.parametrize(
    ("text", "is_mail"),
    [
        ("From: Jo <jo@acme.example>\nSubject: Hi\n\nHello", True),
        ("Dear Mia,\n\nThank you for applying.", True),
        ("Sehr geehrte Frau Lang,\n\nvielen Dank", True),
        ("Received: from x\nFrom: a@b.example", True),
        ("Senior Cook (m/w/d)\nAcme, Berlin\n\nWe are looking for a cook.", False),
        ("https://jobs.example/1", False),
        ("", False),
    ],
)
def test_shared_text_reads_as_a_mail_or_not(text: str, is_mail: bool) -> None:
    assert reads_as_mail(text) is is_mail

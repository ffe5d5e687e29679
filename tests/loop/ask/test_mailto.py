from email.message import EmailMessage
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.loop.ask import KINDS, LANGUAGES, TONES, Letter, LetterFacts, letter, mailto

LETTER = Letter("Advice & more: 50% + you?", "Hi Zoë,\n\nWas it #1?\n\nMia + co")


def test_the_link_is_percent_encoded_with_crlf_and_no_plus_for_a_space():
    href = mailto(LETTER, "sam@example.org").href
    assert href == (
        "mailto:sam@example.org?subject=Advice%20%26%20more%3A%2050%25%20%2B%20you%3F"
        "&body=Hi%20Zo%C3%AB%2C%0D%0A%0D%0AWas%20it%20%231%3F%0D%0A%0D%0AMia%20%2B%20co"
    )


def test_what_was_encoded_reads_back_whole():
    parts = urlsplit(mailto(LETTER, "sam@example.org").href)
    fields = parse_qs(parts.query.replace("+", "%2B"), strict_parsing=True)
    assert fields == {
        "subject": [LETTER.subject],
        "body": [LETTER.body.replace("\n", "\r\n")],
    }


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("", ""),
        ("sam@example.org", "sam@example.org"),
        ("o'connor+jobs@example.org", "o%27connor%2Bjobs@example.org"),
        ("a?b&c=d%e@example.org", "a%3Fb%26c%3Dd%25e@example.org"),
        ("sam@example.org?bcc=eve@example.org", "sam@example.org%3Fbcc%3Deve@example.org"),
        ("sam@example.org\r\nBcc: eve", "sam@example.org%20Bcc%3A%20eve"),
        ("użytkownik@przykład.pl", "u%C5%BCytkownik@przyk%C5%82ad.pl"),
    ],
)
def test_an_address_cannot_add_fields_of_its_own(address, path):
    href = mailto(LETTER, address).href
    assert href.startswith(f"mailto:{path}?subject=")
    assert href.count("?") == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("kind", KINDS)
def test_our_letters_fit_into_a_link_whole(kind, tone, language):
    situation = LetterFacts(
        kind=kind,
        role="Senior Administration Officer",
        company="Department of Primary Industries",
        how="email",
        contact="Mary-Jane O'Connor",
        called="left_message",
        my_name="Zoë D’Arcy",
        my_phone="0400 123 456",
    )
    assert mailto(letter(situation, tone, language), "mary-jane@example.org").whole


def test_a_letter_that_is_too_long_is_cut_between_paragraphs_and_says_so():
    long = Letter(
        "Advice", "Hi,\n\n" + "\n\n".join(f"Paragraph {n} " + "x" * 200 for n in range(20))
    )
    link = mailto(long, "sam@example.org")
    assert not link.whole
    assert len(link.href) <= 1900
    body = unquote(urlsplit(link.href).query.partition("&body=")[2])
    assert body.startswith("Hi,\r\n\r\nParagraph 0 x")
    assert body.endswith("x\r\n\r\n[…]")


def test_one_long_paragraph_is_cut_between_words():
    link = mailto(Letter("Advice", "你好 " * 900), "sam@example.org")
    body = unquote(link.href.partition("&body=")[2])
    assert not link.whole
    assert body.startswith("你好 你好")
    assert body.endswith("你好\r\n\r\n[…]")


@given(st.text(max_size=3000), st.text(max_size=80), st.text(max_size=80))
def test_any_link_is_plain_ascii_and_short_enough(body, subject, address):
    letter = Letter(
        subject.encode("utf-8", "replace").decode(), body.encode("utf-8", "replace").decode()
    )
    href = mailto(letter, address.encode("utf-8", "replace").decode()).href
    assert href.isascii()
    assert " " not in href
    assert "+" not in href
    assert len(href) <= 1900


def test_a_letter_is_a_message_that_the_standard_library_takes():
    made = letter(LetterFacts(kind="interview", role="Barista", contact="李雷"))
    message = EmailMessage()
    message["Subject"] = made.subject
    message.set_content(made.body)
    assert made.text.startswith(f"{made.subject}\n\n")

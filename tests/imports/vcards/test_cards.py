"""Address cards as phones and programs write them."""

import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.imports.files.table import Unreadable
from tracker.imports.vcards.cards import MOST_BYTES, MOST_CARDS, AddressCard, read_cards

IPHONE = """BEGIN:VCARD\r
VERSION:3.0\r
PRODID:-//Apple Inc.//iPhone OS 17.4//EN\r
N:O’Connor;Mary;Ann;Ms;\r
FN:Ms Mary Ann O’Connor\r
ORG:Banksia Software\\, Pty Ltd;People;\r
TITLE:Head of People\r
item1.EMAIL;type=INTERNET;type=pref:mary@banksia.example\r
EMAIL;type=INTERNET;type=HOME:mary@home.example\r
TEL;type=HOME;type=VOICE:02 9999 0000\r
TEL;type=CELL;type=VOICE;type=pref:+61 400 000 000\r
NOTE:Met at the fair\\nCalls back\\; always\r
item1.X-ABLabel:_$!<Work>!$_\r
PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAASABIAAD\r
 AAAAAAAAAAAAAAAAAAAAAAAAAAAA\r
END:VCARD\r
"""
ANDROID_21 = """BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=96stberg;=4A=C3=BCrgen;;;
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=4A=C3=BCrgen=20=C3=96st=
berg
TEL;CELL;PREF:0400-111-222
TEL;WORK:03 8888 0000
EMAIL;HOME:juergen@example.org
ORG:Caf=E9
NOTE;ENCODING=QUOTED-PRINTABLE:line one=0D=0A=
line two
PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQ
 AAAAAAAAAAAAAAA=

END:VCARD
"""
VERSION_4 = """BEGIN:VCARD
VERSION:4.0
KIND:individual
FN:山田 太郎
N:山田;太郎;;;
TEL;VALUE=uri;PREF=1;TYPE="voice,cell":tel:+81-90-0000-0000
EMAIL;PREF=1:taro@example.jp
ROLE:Recruiter
ORG:株式会社
UID:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1
END:VCARD
"""


def test_iphones_card_is_read_with_preferred_first_and_the_others_in_the_notes() -> None:
    assert read_cards(IPHONE.encode()) == [
        AddressCard(
            name="Ms Mary Ann O’Connor",
            title="Head of People",
            company="Banksia Software, Pty Ltd",
            email="mary@banksia.example",
            phone="+61 400 000 000",
            notes="Met at the fair\nCalls back; always\n"
            "Other email: mary@home.example\nOther phone: 02 9999 0000",
        )
    ]


def test_androids_card_of_2_1_is_read_with_its_quoted_printable() -> None:
    (card,) = read_cards(ANDROID_21.encode())

    assert card.name == "Jürgen Östberg"
    assert card.phone == "0400-111-222"
    assert card.email == "juergen@example.org"
    assert card.notes == "line one\nline two\nOther phone: 03 8888 0000"


def test_card_of_version_4_is_read_with_its_addresses_as_links() -> None:
    assert read_cards(VERSION_4.encode()) == [
        AddressCard("山田 太郎", "Recruiter", "株式会社", "taro@example.jp", "+81-90-0000-0000")
    ]


def test_several_in_a_file_are_read_in_order() -> None:
    names = [card.name for card in read_cards((IPHONE + ANDROID_21 + VERSION_4).encode())]

    assert names == ["Ms Mary Ann O’Connor", "Jürgen Östberg", "山田 太郎"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_in_any_form_is_read(encoding: str) -> None:
    assert read_cards(VERSION_4.encode(encoding))[0].name == "山田 太郎"


def test_windows_letters_are_read() -> None:
    text = "BEGIN:VCARD\nVERSION:2.1\nFN:Zoë Café\nEND:VCARD\n"

    assert read_cards(text.encode("cp1252"))[0].name == "Zoë Café"


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        ("N:O'Connor;Mary;;;", "Mary O'Connor"),
        ("N:;;;;\nORG:Banksia", "Banksia"),
        ("EMAIL:mary@example.org", "mary@example.org"),
        ("FN:\nNICKNAME:Molly", "Molly"),
        ("N:a\\;b;c\\,d", "c,d a;b"),
        ("fn:small", "small"),
    ],
)
def test_name_is_found_wherever_there_is_one(lines: str, name: str) -> None:
    assert read_cards(f"BEGIN:VCARD\n{lines}\nEND:VCARD".encode())[0].name == name


def test_card_without_a_name_and_one_that_is_too_long_are_named_as_such() -> None:
    text = "BEGIN:VCARD\nTEL:1\nEND:VCARD\nBEGIN:VCARD\nFN:{}\nEND:VCARD\n".format("x" * 501)
    problems = [card.problem for card in read_cards(text.encode())]

    assert "no name" in problems[0]
    assert "too long" in problems[1]


def test_groups_of_people_are_no_people() -> None:
    group = "BEGIN:VCARD\nFN:Choir\nX-ADDRESSBOOKSERVER-KIND:group\nEND:VCARD\n"

    assert [card.name for card in read_cards((group + VERSION_4).encode())] == ["山田 太郎"]


def test_card_within_a_card_and_one_cut_short_are_read_as_far_as_they_go() -> None:
    text = (
        "BEGIN:VCARD\nFN:Boss\nAGENT:\nBEGIN:VCARD\nFN:Agent\nEND:VCARD\nTITLE:CEO\nEND:VCARD\n"
        "BEGIN:VCARD\nFN:Cut"
    )
    assert [(card.name, card.title) for card in read_cards(text.encode())] == [
        ("Boss", "CEO"),
        ("Cut", ""),
    ]


def test_nul_and_lone_surrogates_do_not_get_in() -> None:
    text = b"BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE:Ma=00ry=ED=A0=80\nEND:VCARD\n"

    name = read_cards(text)[0].name
    assert name.startswith("Mary")
    name.encode()


@pytest.mark.parametrize(
    "content", [b"", b"\0" * 1000, b"Company,Role\nA,B\n", b"BEGIN:VCARD\nEND:VCARD\n", b"\xff\xfe"]
)
def test_file_without_contacts_is_refused(content: bytes) -> None:
    with pytest.raises(Unreadable, match="no contacts"):
        read_cards(content)


def test_file_that_is_too_large_or_has_too_many_is_refused() -> None:
    with pytest.raises(Unreadable, match="10 MB"):
        read_cards(b"x" * (MOST_BYTES + 1))
    with pytest.raises(Unreadable, match="more than 500"):
        read_cards(b"BEGIN:VCARD\nFN:a\nEND:VCARD\n" * (MOST_CARDS + 1))


@pytest.mark.parametrize(
    "content",
    [
        b"BEGIN:VCARD\nNOTE:" + b"x" * 2_000_000 + b"\nEND:VCARD",
        b"BEGIN:VCARD\nORG:" + b";" * 2_000_000 + b"\nEND:VCARD",
        b"BEGIN:VCARD\nFN:a\nNOTE" + b";a" * 1_000_000 + b":x\nEND:VCARD",
        b'BEGIN:VCARD\nFN:a\nNOTE;a="' * 100_000,
        b"\n" * 2_000_000,
        b"BEGIN:VCARD\n" * 200_000,
        b"BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE:a" + b"=\n" * 1_000_000,
    ],
)
def test_hostile_file_takes_no_long_time(content: bytes) -> None:
    begun = time.process_time()
    with suppress(Unreadable):
        read_cards(content)
    assert time.process_time() - begun < 3


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(noise: bytes) -> None:
    for content in (noise, b"BEGIN:VCARD\nFN:a\n" + noise + b"\nEND:VCARD\n"):
        try:
            cards = read_cards(content)
        except Unreadable:
            continue
        for card in cards:
            "".join(card.facts().values()).encode()


def test_a_name_from_its_parts_alone_keeps_the_family_first_where_that_is_usual() -> None:
    card = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:田中;太郎;;;\r\nEND:VCARD\r\n"

    assert read_cards(card.encode())[0].name == "田中 太郎"

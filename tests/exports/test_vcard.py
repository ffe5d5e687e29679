"""Contacts as vCard 4: read back by another library, and held to the rules of RFC 6350."""

import pytest
import vobject
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import Build
from tracker.clock import now
from tracker.exports.request import ExportRequest
from tracker.exports.vcard import cards_of, make
from tracker.extensions import db
from tracker.imports.vcards.cards import read_cards
from tracker.models import Contact, User
from tracker.sharing.selection import Selection
from tracker.values.text import clean_line, clean_text

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=120)
SOMEBODY = User(id=7, created_at=now())
ODD = "Ærø; Bakery, “& Sons” \\n 株式会社👩‍👩‍👧 " * 4


def content_of(user: User, choice: Selection | None = None) -> bytes:
    wanted = ExportRequest("vcard", choice or Selection())
    return make(db.session(), user, wanted, now(), lambda _hundredths: None)


def check(content: bytes) -> None:
    """CRLF, lines of at most 75 octets cut between letters, VERSION first, one FN."""
    assert b"\n" not in content.replace(b"\r\n", b"")
    for line in content.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
    for card in content.split(b"BEGIN:VCARD\r\n")[1:]:
        lines = card.replace(b"\r\n ", b"").decode().split("\r\n")
        assert lines[0] == "VERSION:4.0"
        assert lines[-2:] == ["END:VCARD", ""]
        names = [line.partition(":")[0] for line in lines]
        assert names.count("FN") == names.count("N") == names.count("UID") == 1


def test_everything_about_a_contact_is_read_back_by_another_library(build: Build) -> None:
    user = build.user()
    facts = {"title": "Head, “People”", "company": ODD, "email": "mary@example.org"}
    build.contact(user, "Mary Ann O’Connor", phone="0400 000 000 ext 3", notes=ODD + "\n2", **facts)
    content = content_of(user)

    check(content)
    card = vobject.readOne(content.decode())
    assert card.fn.value == "Mary Ann O’Connor"
    assert (card.n.value.given, card.n.value.family) == ("Mary Ann", "O’Connor")
    assert card.org.value == [ODD]
    assert card.title.value == facts["title"]
    assert card.email.value == facts["email"]
    assert card.tel.value == "0400 000 000 ext 3"
    assert card.note.value == ODD + "\n2"
    assert card.uid.value.startswith("urn:uuid:")


def test_what_is_not_known_is_left_out(build: Build) -> None:
    user = build.user()
    build.contact(user, "山田")
    said = content_of(user).decode()

    assert "N:;山田;;;" in said
    for name in ("ORG", "TITLE", "EMAIL", "TEL", "NOTE"):
        assert f"\r\n{name}" not in said


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("田中 太郎", "田中;太郎"),
        ("タナカ たろう", "タナカ;たろう"),
        ("김 철수", "김;철수"),
        ("山田", ";山田"),
        ("Taro Tanaka", "Tanaka;Taro"),
        ("田中 Taro", "Taro;田中"),
    ],
)
def test_a_name_in_a_script_that_puts_the_family_first_keeps_it_first(
    build: Build, name: str, parts: str
) -> None:
    user = build.user()
    build.contact(user, name)

    assert f"\r\nN:{parts};;;\r\n" in content_of(user).decode()
    assert f"\r\nFN:{name}\r\n" in content_of(user).decode()


def test_uid_stays_and_is_nobody_elses(build: Build) -> None:
    user, other = build.user(), build.user()
    build.contact(user, "Mary")
    build.contact(user, "Ana")
    build.contact(other, "Mary")
    uids = [
        line
        for content in (content_of(user), content_of(user), content_of(other))
        for line in content.decode().split("\r\n")
        if line.startswith("UID")
    ]
    assert len(uids) == 5
    assert len(set(uids)) == 3


def test_companies_that_are_not_to_be_named_are_absent(build: Build) -> None:
    user = build.user()
    build.contact(user, "Mary", company="Marked", email="m@marked.example", notes="At Marked")

    assert b"arked" not in content_of(user, Selection(companies=False))


def test_nobody_elses_contacts_are_in_it(build: Build) -> None:
    build.contact(build.user(), "Mary")

    assert content_of(build.user()) == b""


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(WORDS, WORDS, WORDS, WORDS, WORDS, WORDS), min_size=1, max_size=3))
def test_any_contact_goes_out_and_comes_in_the_same(people: list[tuple[str, ...]]) -> None:
    contacts = [
        Contact(
            id=number,
            name=clean_line(name) or "Mary",
            title=clean_line(title),
            company=clean_line(company),
            email=clean_line(email).replace(":", ""),
            phone=clean_line(phone).replace(":", ""),
            notes=clean_text(notes).strip(),
        )
        for number, (name, title, company, email, phone, notes) in enumerate(people)
    ]
    content = cards_of(SOMEBODY, contacts)

    check(content)
    for contact, card in zip(contacts, read_cards(content), strict=True):
        for fact, value in card.facts().items():
            told = getattr(contact, fact)
            if not (fact == "company" and told == contact.name) and told.strip(" ;"):
                assert value == told, fact

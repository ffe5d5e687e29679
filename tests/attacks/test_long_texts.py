"""What is done with people’s words takes no longer than their length asks for."""

import contextlib
import io
from collections.abc import Callable
from datetime import date
from functools import partial
from itertools import islice

import pytest

from tests.attacks.growth import WHOLE, is_soon_over
from tests.attacks.processor_time import seconds
from tracker.exports.cells import without_formula
from tracker.imports.files import read_table
from tracker.imports.files.table import Unreadable
from tracker.imports.reading.column_content import is_no_name
from tracker.imports.vcards.cards import read_cards
from tracker.imports.words import headers
from tracker.loop.ask.invitation import invites_a_question
from tracker.loop.feedback_reading.points import read_feedback
from tracker.mail import read_eml, read_kind, read_pasted, reads_as_mail
from tracker.mail.application_match import Candidate, match
from tracker.mail.invitation import read_invitation
from tracker.mail.parsing import UnreadableMail as UnreadableMail
from tracker.mail.text.html_text import html_text
from tracker.postings.paste import pasted
from tracker.postings.posting import Hints
from tracker.postings.read import read_posting
from tracker.sharing.likely_names import names_in
from tracker.sharing.named_columns import people_in
from tracker.sharing.redaction import Redaction
from tracker.values.markdown import render
from tracker.values.text import clean_line, clean_text
from tracker.views.search.excerpts import excerpt

SIZES = SHORT, LONGER, SIZE = 2_500, 10_000, 100_000
"""Characters: of all of them, where two shorter texts show that time grows faster than they do."""
SUSPICIOUS, GROWING, MOST = 0.002, 3.0, 8.0
"""Seconds of the processor: what goes through a text once takes well under one for all of it."""
PIECES = {
    "one letter": "a",
    "spaces": " ",
    "tabs": "\t",
    "line breaks": "\n",
    "digits": "1 ",
    "brackets": "[",
    "links": "[a](",
    "emphasis": "*a **b ",
    "quotes in quotes": "> ",
    "list in list": "  - a\n",
    "backticks": "`",
    "quotation marks": '"',
    "dividers": ";,",
    "addresses": "a@",
    "domain of many parts": "a.",
    "domain of one part": "a-",
    "capitals": "Ab cd ",
    "names": "Name7 Surname7 said ",
    "letters that fold": "é\u0301",
}


def table(text: str) -> None:
    for content in (text, f"Company,Role,Notes\n{text}"):
        with contextlib.suppress(Unreadable):
            list(read_table(io.BytesIO(content.encode())).rows())


def cards(text: str) -> None:
    for content in (text, f"FN:{text}"):
        with contextlib.suppress(Unreadable, ValueError):
            read_cards(f"BEGIN:VCARD\nVERSION:3.0\n{content}\nEND:VCARD\n".encode())


def hidden() -> Redaction:
    """As of somebody who knows 2,000 people and applied to 1,000 companies."""
    people = [f"Name{number} Surname{number}" for number in range(2_000)]
    companies = [f"Company{number} GmbH" for number in range(1_000)]
    return Redaction(companies, people, links=["https://careers.acme.example/x"])


def email(text: str) -> None:
    """Pasted, dropped and matched, as its words, its subject and its sender."""
    for source in (f"From: {text}\nSubject: {text}\n\n{text}", f"<p>{text}"):
        mail = read_pasted(source)
        read_kind(mail.subject, mail.text)
        read_invitation(mail.text, mail.subject, date(2026, 11, 24))
        match(mail, [Candidate(1, "Acme Pty Ltd", "Cook", "https://acme.example")])
        reads_as_mail(source)
    with contextlib.suppress(UnreadableMail):
        read_eml(f"From: {text}\nSubject: {text}\n\n{text}".encode())
    html_text(text)


HINTS = Hints(date(2026, 11, 29), skills=("a", "Python", "C++"))
READERS: dict[str, Callable[[str], object]] = {
    "an email": email,
    "Markdown": render,
    "cleaning": lambda text: (clean_text(text), clean_line(text)),
    "feedback": lambda text: (read_feedback(text), invites_a_question(text)),
    "a sheet": table,
    "headers": lambda text: (headers.named(text), headers.loose(text)),
    "a cell": is_no_name,
    "address cards": cards,
    "likely names": lambda text: list(names_in(text)),
    "names in a field": lambda text: list(people_in([text])),
    "marking what was found": lambda text: excerpt(text, ["a", "surname", "1"]),
    "a cell of a workbook": without_formula,
    "a posting": lambda text: (read_posting(text, "", HINTS), pasted(text)),
    "a posting's page": lambda text: read_posting(f"<p>{text}", "", HINTS),
    "a posting's data": lambda text: read_posting(
        f'<script type="application/ld+json">{text}</script>', "", HINTS
    ),
}


def busy(read: Callable[[str], object]) -> list[str]:
    """What keeps it busy; all of an email, of which no more is read than so much.

    Of these texts every other one is an email: each of its patterns has texts of its own.
    """

    def looked(piece: str, size: int) -> float:
        text = (piece * (size // len(piece)))[:size]
        return seconds(lambda: read(f"{text}\n!@."), MOST)

    at_once = read is email
    return [
        what
        for what, piece in islice(PIECES.items(), 0, None, 2 if at_once else 1)
        if at_once or not is_soon_over(partial(looked, piece), SIZES, SUSPICIOUS, GROWING)
        if looked(piece, SIZE) >= MOST
    ]


def test_no_words_keep_a_reader_busy() -> None:
    assert [(reader, what) for reader, read in READERS.items() for what in busy(read)] == []


def test_no_words_keep_the_hiding_of_names_busy() -> None:
    assert busy(hidden().text) == []


def test_what_grows_faster_than_its_text_is_given_all_of_it() -> None:
    """At a step in a thousandth of a millionth of a second."""
    for power in (2, 3, 4):
        grows = partial(steps, power)

        assert not is_soon_over(grows, SIZES, 0, GROWING)
    assert WHOLE or is_soon_over(lambda size: size / SIZE, SIZES, 0, GROWING)


def steps(power: int, size: int) -> float:
    return size**power / 1e9


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\t\t=1", "a\t\t'=1"),
        ("a;'\" =1", "a;'\" '=1"),
        (";,\t;-1", ";,\t;'-1"),
        ("a;b=1", "a;b=1"),
        ("a; b\n;@x", "a; b\n;'@x"),
    ],
)
def test_formula_behind_several_dividers_is_still_none(text: str, kept: str) -> None:
    assert without_formula(text) == kept


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Write to ann.o'neil+job@mail.acme.example now", "Write to [address] now"),
        ("see https://au.linkedin.com/in/ann-oneil now", "see [link] now"),
        ("(linkedin.com/in/ann)", "([link]"),
    ],
)
def test_address_is_still_covered(text: str, shown: str) -> None:
    assert Redaction(None, ["Ann O'Neil"]).text(text) == shown


def test_domain_of_a_company_is_still_covered() -> None:
    mask = Redaction(["Acme"], None, links=["https://careers.bolt.example/x"])

    assert mask.text("jobs.acmegroup.example") == "[link]"
    assert mask.text("www.bolt.example and other.example") == "[link] and other.example"

"""No field that holds a name is forgotten by what hides names."""

import pytest
from sqlalchemy import String, Text

from tests.builders import Build
from tests.sharing.test_record import read
from tracker.extensions import db
from tracker.models.base import Base
from tracker.sharing.named_columns import people_for_certain, people_in, read_people
from tracker.sharing.selection import FOR_LINKS, Selection

NO_NAMES = {
    "account_events": "detail device address",
    "actions": "what cue plan first_step proof",
    "activities": "what result",
    "applications": "role location pay_text source posting offer_note",
    "attempts": "wording subject body note",
    "bulk_changes": "said kept",
    "check_ins": "words prompt writing",
    "coach_notes": "body suggestion answer",
    "contacts": "title phone notes",
    "devices": "token_hash label",
    "documents": "label filename media_type sha256",
    "exports": "filename media_type reason",
    "feedback": "words",
    "feedback_points": "quote",
    "identities": "issuer label subject",
    "idempotency_keys": "key route body_hash versions",
    "imports": "digest filename reason sheet",
    "interviews": "place preparation went_well would_change",
    "leads": "role location source posting pay_text skills sparks notes",
    "mail_proposals": "address subject text calendar",
    "mailboxes": "host username folder problem",
    "notes": "body",
    "offers": "pay_text note",
    "own_lines": "text",
    "password_resets": "token_hash",
    "passkeys": "credential_id label",
    "recovery_codes": "code_hash",
    "rejections": "words reason went_well would_change questions",
    "reminder_channels": "label file problem",
    "reminder_deliveries": "label",
    "reminders": "title body",
    "removals": "kept",
    "reviews": "said",
    "saved_views": "name asked",
    "second_steps": "secret salt key_mark",
    "share_links": "label token_hash",
    "skills": "name",
    "sparks": "name",
    "stories": "question situation task did result",
    "step_backs": "fit themes papers sources others",
    "tags": "name",
    "themes": "name",
    "thoughts": "fact story evidence_against balanced_line question",
    "calendar_feeds": "token_hash",
}
"""Columns of a person's words that are no field for a name: there, known names are looked for."""


def test_every_column_of_words_says_whether_it_holds_names() -> None:
    said: dict[str, set[str]] = {}
    for table in Base.metadata.sorted_tables:
        words = {
            column.name
            for column in table.columns
            if "user_id" in table.c
            and isinstance(column.type, String | Text)
            and (column.type.length or 500) > 32
        }
        unmarked = {name for name in words if "names" not in table.c[name].info}
        said |= {table.name: unmarked} if unmarked else {}

    assert said == {table: set(names.split()) for table, names in NO_NAMES.items()}


def test_whoever_is_named_in_any_field_is_hidden_in_every_text(build: Build) -> None:
    user = build.user()
    card = build.application(user, role="Cook")
    build.contact(user, name="Alba Quint")
    build.interview(card, people="Beda Quist (CTO), Cleo from Acme\nDara Quill and HR")
    build.feedback(card, "Fine.", giver="Ebba Quant, recruiter")
    build.review(user, by="Dr Fenn Quoll", said="Good.")
    build.activity(user, what="Coffee", with_whom="Gita Quaife")
    names = ("Alba", "Beda", "Cleo", "Dara", "Ebba", "Fenn", "Gita")
    build.note(card, "; ".join(f"{name} told me" for name in names))
    words = read(user, Selection(frozenset(FOR_LINKS))).notes[0].body

    assert words == "; ".join(["[name] told me"] * len(names))
    assert {name.split()[0] for name in read_people(db.session(), user.id)} == set(names)


def test_a_company_that_was_written_where_people_are_is_nobody(build: Build) -> None:
    user = build.user()
    build.application(user, company="Lorikeet Telecom")
    build.contact(user, name="Lorikeet Telecom Recruitment")
    build.contact(user, name="Lorikeet Wren")
    build.activity(user, what="Coffee", with_whom="Priya Nair, Lorikeet Telecom")

    assert read(user, Selection(frozenset(FOR_LINKS))).mask.text("Lorikeet Telecom, Priya") == (
        "Lorikeet Telecom, [name]"
    )
    assert read_people(db.session(), user.id, ["lorikeet telecom"]) == [
        "Lorikeet Wren",
        "Priya Nair",
    ]


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("Jo Wren (CTO), Dee Grey", ["Jo Wren", "Dee Grey"]),
        ("Head of Engineering", []),
        ("panel of three", []),
        ("HR and the team lead Anna", ["Anna"]),
        ("Recruiter: Sam Nguyen from Hays", ["Sam Nguyen"]),
        ("Frau Dr. Eva Weber und Herr von der Heide", ["Eva Weber", "von der Heide"]),
        ("jo wren", ["jo wren"]),
        ("email", []),
        ("田中 太郎", ["田中 太郎"]),
        ("", []),
    ],
)
def test_a_field_for_people_gives_their_names_alone(field: str, names: list[str]) -> None:
    assert list(people_in([field])) == names


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("Workforce Australia", []),
        ("TAFE", []),
        ("Seek", []),
        ("City Library", []),
        ("Anna from Jobs Victoria", ["Anna"]),
        ("Ms Grey", ["Grey"]),
        ("Jo Wren", ["Jo Wren"]),
    ],
)
def test_a_place_is_nobody(field: str, names: list[str]) -> None:
    assert list(people_for_certain([field])) == names

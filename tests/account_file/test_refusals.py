"""What is no account, or none that can be kept whole, is refused in a sentence; nothing is kept."""

import json
import tracemalloc
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from sqlalchemy import func, select

from tests.account_file.files import content_of, dumped, file_of
from tests.builders import LONG_AGO, Build
from tracker.account_file import row_stream
from tracker.account_file.account import Account
from tracker.account_file.restore import NOT_EMPTY, restore_account
from tracker.account_file.row_stream import NEWER, NOT_OURS
from tracker.clock import now
from tracker.extensions import db
from tracker.imports.files.table import Unreadable
from tracker.models import Application, StageChange, Theme

HEAD = b'{"format":"onward","version":1,"user":{},"tables":{'


MADE: list[bytes] = []


@pytest.fixture
def file(build: Build) -> dict[str, Any]:
    """A small account that could come back: made once, and read anew for each test."""
    if not MADE:
        person = build.user()
        card = build.application(person, stage="rejected")
        build.note(card)
        build.document(person)
        build.theme(person)
        build.interview(card, starts_at=LONG_AGO)
        build.rejection(card, on=LONG_AGO.date())
        MADE.append(content_of(person))
    read: dict[str, Any] = json.loads(MADE[0])
    return read


def refused(content: bytes) -> str:
    with pytest.raises(Unreadable) as said:
        Account(content)
    return str(said.value)


def add_to(table: str, **values: Any) -> Callable[[dict[str, Any]], None]:
    """Put a row into a table of the file."""

    def change(file: dict[str, Any]) -> None:
        file["tables"].setdefault(table, []).append({"id": 1, **values})

    return change


def set_to(table: str, column: str, value: Any) -> Callable[[dict[str, Any]], None]:
    def change(file: dict[str, Any]) -> None:
        file["tables"][table][0][column] = value

    return change


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b'"onward"',
        b'{"format":"other","version":1,"user":{},"tables":{}}',
        b'{"format":"onward","user":{},"tables":{}}',
        b'{"format":"onward","version":"1","user":{},"tables":{}}',
        b'{"format":"onward","version":true,"user":{},"tables":{}}',
        b'{"format":"onward","version":0,"user":{},"tables":{}}',
    ],
)
def test_what_is_no_account_is_called_so(content: bytes) -> None:
    assert refused(content) == NOT_OURS


def test_file_of_a_newer_onward_asks_to_bring_this_one_up_to_date() -> None:
    assert refused(b'{"format":"onward","version":2,"user":{},"tables":{}}') == NEWER


def test_file_that_was_cut_short_is_refused(file: dict[str, Any]) -> None:
    content = dumped(file)

    for cut in (0.2, 0.5, 0.9, 0.999):
        assert "broken or cut short" in refused(content[: int(len(content) * cut)])


@pytest.mark.parametrize(
    "content",
    [
        HEAD + b'"notes":[{}',
        HEAD + b'"notes":[{},]}}',
        HEAD + b'"notes":{}}}',
        HEAD + b'"notes":[1 2]}}',
        HEAD + b'"notes":[],"notes":[]}}',
        HEAD + b'"notes":[]}} and more',
        HEAD + b'"notes":[{"body":"\xff\xfe"}]}}',
        HEAD + b'"notes":[{"body":NaN}]}}',
        HEAD + b'"notes":[{"body":1e999}]}}',
        HEAD + b'"notes":[{"id":' + b"9" * 10_000 + b"}]}}",
        HEAD + b'"notes":[' + b"[" * 100_000,
        HEAD + b'"notes":[{"body":' + b'{"a":' * 100_000,
        b'{"format":"onward","version":1,"user":' + b"[" * 1_000_000,
        b'{"format":"onward" "version":1}',
    ],
)
def test_broken_json_is_refused(content: bytes) -> None:
    assert refused(content)


ODD_OFFER = {"offer": {"decision": "sold"}}
CHANGES: list[tuple[str, Callable[[dict[str, Any]], None]]] = [
    ("is no text", set_to("applications", "company", 7)),
    ("is no text", set_to("applications", "company", None)),
    ("is too long", set_to("applications", "company", "x" * 501)),
    ("can’t be kept", set_to("applications", "company", "a\0b")),
    ("can’t be kept", set_to("notes", "body", "lone \ud800 surrogate")),
    ("not one of the words", set_to("applications", "stage", "nowhere")),
    ("not one of the words", set_to("documents", "media_type", "text/html")),
    ("no number that fits", set_to("applications", "excitement", 6)),
    ("no number that fits", set_to("applications", "excitement", True)),
    ("no number that fits", set_to("applications", "position", 2**63)),
    ("no number that fits", set_to("applications", "id", 2**63)),
    ("no number that fits", set_to("applications", "id", "1")),
    ("no number that fits", set_to("interviews", "minutes", 2**31)),
    ("no number that fits", set_to("interviews", "minutes", 1.5)),
    ("neither true nor false", set_to("applications", "public_sector", 1)),
    ("no day", set_to("rejections", "on", "31.3.2026")),
    ("no day", set_to("rejections", "on", "0001-01-01")),
    ("no moment", set_to("interviews", "starts_at", "2026-01-01T00:00:00")),
    ("no moment", set_to("interviews", "starts_at", "0001-01-01T00:00:00+14:00")),
    ("no moment", set_to("interviews", "starts_at", "9999-12-31T23:59:59-14:00")),
    ("no file in base64", set_to("documents", "content", "not base64!")),
    ("no file in base64", set_to("documents", "content", None)),
    ("over 10 MB", set_to("documents", "content", "A" * 14_100_000)),
    (
        "reading can’t be read",
        add_to("import_rows", import_id=1, number=1, cells=[], reading={"number": 1} | ODD_OFFER),
    ),
    ("said can’t be read", add_to("known_rows", cells="", said=ODD_OFFER)),
    ("not in the file", set_to("notes", "application_id", 999_999)),
    ("not in the file", set_to("applications", "resume_id", 999_999)),
    ("not in the file", set_to("themes", "parent_id", 999_999)),
    ("not one of the words", lambda file: file["user"].update(time_zone="Mars/Olympus")),
    ("no number that fits", lambda file: file["user"].update(morning_hour=24)),
    ("broken", lambda file: file["tables"]["notes"].append([])),
    ("broken", lambda file: file["tables"]["notes"].append(None)),
    ("another form", lambda file: file["tables"]["notes"][0].update(unknown=1)),
    ("another form", lambda file: file["tables"]["notes"][0].update(user_id=1)),
    ("whose account", lambda file: file["user"].update(password_hash="x")),
    ("whose account", lambda file: file["user"].update(role="keeper")),
    ("whose account", lambda file: file.pop("user")),
    ("table that is not known", lambda file: file["tables"].update(devices=[])),
    ("stands there twice", lambda file: file["tables"]["notes"].extend(file["tables"]["notes"])),
    ("history ends", lambda file: file["tables"]["stage_changes"].clear()),
    ("history ends", set_to("applications", "stage", "applied")),
]


def test_what_cannot_be_right_is_refused_and_says_where(file: dict[str, Any]) -> None:
    wrong = {}
    for number, (said, change) in enumerate(CHANGES):
        changed = deepcopy(file)
        change(changed)
        try:
            Account(dumped(changed))
            wrong[number, said] = "taken"
        except Unreadable as refusal:
            if said not in str(refusal):
                wrong[number, said] = str(refusal)
    assert not wrong


def test_theme_below_a_theme_that_is_below_another_is_refused(file: dict[str, Any]) -> None:
    (theme,) = file["tables"]["themes"]
    file["tables"]["themes"] += [theme | {"id": 900, "parent_id": theme["id"]}]
    Account(dumped(file))
    file["tables"]["themes"] += [theme | {"id": 901, "parent_id": 900}]

    assert "third level" in refused(dumped(file))


def test_field_that_an_older_onward_did_not_know_takes_its_default(
    file: dict[str, Any], build: Build
) -> None:
    del file["tables"]["applications"][0]["letter_id"]
    del file["tables"]["interviews"][0]["people"]
    person = build.user()
    restore_account(person, Account(dumped(file)), now())

    again = file_of(person)
    assert again["tables"]["interviews"][0]["people"] == ""


def test_tables_may_come_in_any_order_and_with_any_space(
    file: dict[str, Any], build: Build
) -> None:
    file["tables"] = dict(reversed(file["tables"].items()))
    person = build.user()
    restore_account(person, Account(json.dumps(file, indent=2, sort_keys=True).encode()), now())

    assert len(file_of(person)["tables"]["notes"]) == 1


def test_account_that_is_not_empty_is_left_as_it_is(file: dict[str, Any], build: Build) -> None:
    person = build.user(name="As it was")
    build.lead(person)

    with pytest.raises(Unreadable, match=NOT_EMPTY[:20]):
        restore_account(person, Account(dumped(file)), now())

    db.session.rollback()
    assert file_of(person)["user"]["name"] == "As it was"
    assert file_of(person)["tables"]["notes"] == []


def test_themes_to_start_from_make_no_account_full(file: dict[str, Any], build: Build) -> None:
    person = build.user()
    build.theme(person, "Examples", slug="answers")
    restore_account(person, Account(dumped(file)), now())

    themes = db.session.scalars(select(Theme).where(Theme.user_id == person.id)).all()
    assert [theme.slug for theme in themes] == [None]


@pytest.mark.both_databases
def test_what_stands_twice_takes_everything_back(file: dict[str, Any], build: Build) -> None:
    skill = {"id": 1, "name": "SQL", "level": None}
    file["tables"]["skills"] = [skill, skill | {"id": 2}]
    person = build.user()
    before = db.session.scalar(select(func.count()).select_from(StageChange))

    with pytest.raises(Unreadable, match="twice"):
        restore_account(person, Account(dumped(file)), now())

    db.session.rollback()
    assert db.session.scalars(Application.of(person.id)).all() == []
    assert db.session.scalar(select(func.count()).select_from(StageChange)) == before


BOMBS = {
    "rows without anything": lambda: HEAD + b'"notes":[' + b"{}," * 200_000,
    "lists": lambda: HEAD + b'"notes":[' + b"[]," * 500_000,
    "one row of lists": lambda: HEAD + b'"notes":[{"body":[' + b"[]," * 500_000 + b"[]]}]}}",
    "one row of facts": lambda: HEAD + b'"notes":[{' + b'"a":1,' * 300_000 + b'"a":1}]}}',
    "numbers": lambda: b'{"format":"onward","version":1,"user":[' + b"1," * 900_000,
    "texts": lambda: b'{"format":"onward","version":1,"user":["' + b'aa","' * 400_000,
    "a long name": lambda: b'{"' + b"a" * 2_000_000,
    "space": lambda: b"{" + b" " * 2_000_000,
}


@pytest.mark.parametrize("kind", BOMBS)
def test_file_made_to_fill_the_memory_does_not(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    """Refused where it holds too many rows: so many are soon read."""
    monkeypatch.setattr(row_stream, "MOST_ROWS", 5_000)
    content = BOMBS[kind]()
    tracemalloc.start()
    try:
        assert refused(content)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 6_000_000, f"{most:,}"


def test_what_comes_after_a_refusal_is_as_before(build: Build) -> None:
    person = build.user()
    content = content_of(person)
    assert refused(content[:-10])
    restore_account(person, Account(content), now())

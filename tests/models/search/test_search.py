"""Search: what is found, what is not, and that the index stays true whatever happens."""

from typing import Any

import pytest
from sqlalchemy import delete, insert, inspect, select, text, update

from tests.builders import Build
from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models import (
    Application,
    ApplicationContact,
    Contact,
    Interview,
    Note,
    Rejection,
    User,
    search,
)
from tracker.models.base import Base
from tracker.models.search import results as found
from tracker.models.search.index import SQLITE_DDL

pytestmark = [pytest.mark.usefixtures("app"), pytest.mark.both_databases]


def results(user: User, q: str) -> list[int]:
    """The numbers of what a search finds."""
    return [row.id for row in found.applications(db.session(), user.id, q)]


@pytest.fixture
def user(build: Build) -> User:
    return build.user()


def facts_of(row: Base) -> dict[str, Any]:
    """A row's values by name, without its number."""
    names = [column.key for column in inspect(type(row)).column_attrs]
    return {name: getattr(row, name) for name in names if name != "id"}


@pytest.mark.parametrize(
    "q",
    ["banksia", "BANKSIA", "develop", "junior soft", "geel", "banksia geelong developer", "de ju"],
)
def test_finds_words_of_company_role_and_location_in_any_order(
    build: Build, user: User, q: str
) -> None:
    card = build.application(user, location="Geelong")
    build.application(user, company="Other", role="Nurse")

    assert results(user, q) == [card.id]


def test_every_word_has_to_be_found_but_not_in_the_same_place(build: Build, user: User) -> None:
    card = build.application(user, role="Nurse", company="Alfred")
    build.note(card, "They use a dragon.")
    build.part(card, build.contact(user, "Priya Raman", title="Ward manager"))

    assert results(user, "nurse dragon priya") == [card.id]
    assert results(user, "nurse dragon peter") == []


def test_finds_notes_and_people_but_no_private_note(build: Build, user: User) -> None:
    card = build.application(user)
    build.note(card, "Ask about the night shift", private=False)
    build.note(card, "I felt terribly small", private=True)

    assert results(user, "night shift") == [card.id]
    assert results(user, "terribly") == []


def test_note_that_turns_private_is_found_no_more(build: Build, user: User) -> None:
    card = build.application(user)
    note = build.note(card, "Secretive")
    with writing() as session:
        session.get_one(Note, note.id).private = True

    assert results(user, "secretive") == []


@pytest.mark.parametrize(
    ("kept", "asked"),
    [
        ("Café Zürich", "cafe zurich"),
        ("Cafe Zurich", "café ZÜRICH"),
        ("ÉCOLE", "école"),
        ("Straße", "strasse"),
        ("Strasse", "Straße"),
        ("O’Connor", "o'connor"),
        ("O'Connor", "O’CONNOR"),
        ("Łódź Øresund Æther", "lodz oresund aether"),
        ("Café", "Cafe\u0301"),
    ],
)
def test_marks_on_letters_make_no_difference(
    build: Build, user: User, kept: str, asked: str
) -> None:
    card = build.application(user, company=kept)

    assert results(user, asked) == [card.id]


@pytest.mark.parametrize(
    ("kept", "asked"),
    [
        ("株式会社東京", "東京"),
        ("株式会社東京", "東"),
        ("株式会社東京", "会社東"),
        ("任天堂 京都", "京都 任天"),
        ("서울대학교", "대학"),
        ("Почта России", "Почта"),
        ("Rocket 🚀 Labs", "🚀"),
        ("Family 👩‍👩‍👧", "👩‍👩‍👧"),
        ("C++ / C#", "c++"),
        ("AT&T", "at&t"),
        ("100% Design_Co", "100%"),
    ],
)
def test_finds_other_scripts_signs_and_short_words(
    build: Build, user: User, kept: str, asked: str
) -> None:
    card = build.application(user, company=kept, role="x")
    build.application(user, company="Banksia", role="y")

    assert results(user, asked) == [card.id]


SIGNS = (
    '"',
    '""',
    "'",
    "''; DROP TABLE notes; --",
    "NEAR(banksia, 2)",
    "bank*",
    "%",
    "_",
    "%%%",
    "\\",
    "facts:banksia",
    "^banksia",
    "banksia OR zebra",
    "banksia NOT zebra",
    "(banksia",
    "&",
    "!banksia",
    "a:*",
    "<->",
    "{banksia}",
    "x" * 10_000,
    "zebra " * 2_000,
    "\ud800zebra",
    "banksia\x00zebra",
    "\u202ezebra",
)


def test_signs_of_query_languages_mean_themselves(build: Build, user: User) -> None:
    build.application(user)

    assert [asked for asked in SIGNS if results(user, asked) != []] == []


def test_nul_and_lone_surrogate_are_no_part_of_a_word(build: Build, user: User) -> None:
    card = build.application(user)

    assert results(user, "\x00banksia\ud800") == [card.id]


def test_nothing_asked_finds_everything(build: Build, user: User) -> None:
    card = build.application(user)

    assert results(user, "  ") == [card.id]


def test_another_persons_rows_are_never_found(build: Build, user: User) -> None:
    other = build.user()
    theirs = build.application(other, company="Wombat Works")
    build.note(theirs, "wombat")
    build.part(theirs, build.contact(other, "Wombat Warner"))

    assert results(user, "wombat") == []
    assert results(user, "wo") == []
    assert results(other, "wombat") == [theirs.id]


def test_what_is_in_the_bin_is_not_found_and_what_is_put_away_is(build: Build, user: User) -> None:
    build.application(user, deleted_at=now())
    away = build.application(user, archived_at=now())

    assert results(user, "banksia") == [away.id]


def test_the_last_changed_comes_first_and_fifty_at_most(build: Build, user: User) -> None:
    cards = [build.application(user).id for _ in range(52)]
    with writing() as session:
        first = session.get_one(Application, cards[0])
        last = session.get_one(Application, cards[-1])
        first.touch(last.updated_at.replace(year=last.updated_at.year + 1))

    assert results(user, "banksia")[:2] == [cards[0], cards[-1]]
    assert len(results(user, "banksia")) == 50


def test_changed_facts_are_found_and_the_old_ones_are_not(build: Build, user: User) -> None:
    card = build.application(user)
    with writing() as session:
        session.get_one(Application, card.id).company = "Grevillea"

    assert results(user, "grevillea") == [card.id]
    assert results(user, "banksia") == []


def test_changed_and_deleted_notes_are_followed(build: Build, user: User) -> None:
    card = build.application(user)
    kept, gone = build.note(card, "wallaby"), build.note(card, "numbat")
    with writing() as session:
        session.get_one(Note, kept.id).body = "quokka"
        session.delete(session.get_one(Note, gone.id))

    assert results(user, "quokka") == [card.id]
    assert results(user, "wallaby") == results(user, "numbat") == []


def test_renamed_and_forgotten_people_are_followed(build: Build, user: User) -> None:
    card, other = build.application(user), build.application(user)
    person = build.contact(user, "Robin Before")
    build.part(card, person)
    build.part(other, person)
    with writing() as session:
        session.get_one(Contact, person.id).name = "Robin After"

    assert set(results(user, "after")) == {card.id, other.id}
    assert results(user, "before") == []

    with writing() as session:
        session.execute(delete(Contact).where(Contact.id == person.id))

    assert results(user, "robin") == []


def test_part_that_is_taken_back_is_followed(build: Build, user: User) -> None:
    card = build.application(user)
    part = build.part(card, build.contact(user, "Robin"))
    with writing() as session:
        session.execute(delete(ApplicationContact).where(ApplicationContact.id == part.id))

    assert results(user, "robin") == []


def test_rows_that_come_and_go_by_the_hundred_are_followed(build: Build, user: User) -> None:
    card = build.application(user)
    facts, noted = facts_of(card), facts_of(build.note(card, "numbat"))
    with writing() as session:
        session.execute(
            insert(Application),
            [facts | {"company": f"Number{number}x"} for number in range(300)],
        )
        made = list(
            session.scalars(
                select(Application.id).where(Application.id > card.id).order_by(Application.id)
            )
        )
        session.execute(
            insert(Note),
            [noted | {"application_id": id_, "body": f"noted{id_}y"} for id_ in made],
        )

    assert results(user, "number250x noted") == [made[250]]
    assert results(user, f"noted{made[7]}y") == [made[7]]

    with writing() as session:
        session.execute(
            update(Application).where(Application.id > card.id).values(company="Renamed")
        )

    assert len(results(user, "renamed noted")) == 50
    assert results(user, "number250x") == []

    with writing() as session:
        session.execute(delete(Application).where(Application.id > card.id))

    assert results(user, "renamed") == results(user, "noted") == []
    assert results(user, "numbat") == [card.id]


def test_whole_person_leaves_nothing_behind(build: Build, user: User) -> None:
    card = build.application(user)
    build.note(card, "wallaby")
    build.part(card, build.contact(user))
    other = build.application(build.user())
    with writing() as session:
        session.execute(delete(User).where(User.id == user.id))
        if session.get_bind().dialect.name == "sqlite":
            kept = session.scalars(text("SELECT rowid FROM application_search")).all()
            assert kept == [other.id]


def test_long_note_is_kept_and_found(build: Build, user: User) -> None:
    card = build.application(user)
    build.note(card, "wallaby " + " ".join(f"word{number}é" for number in range(90_000)))

    assert results(user, "wallaby") == [card.id]


def test_search_survives_being_taken_away_and_made_anew(build: Build, user: User) -> None:
    card = build.application(user, company="Café Numbat")
    build.note(card, "wallaby")
    build.note(card, "hidden", private=True)
    build.part(card, build.contact(user, "Robin"))
    with writing() as session:
        search.recreate(session.connection())

    assert results(user, "cafe wallaby robin") == [card.id]
    assert results(user, "hidden") == []

    build.note(card, "afterwards")
    assert results(user, "afterwards") == [card.id]


def test_tables_can_be_rebuilt_while_the_index_is_away(build: Build, user: User) -> None:
    card = build.application(user)
    build.note(card, "wallaby")
    with writing() as session:
        connection = session.connection()
        search.drop(connection)
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("CREATE TABLE rebuilt AS SELECT * FROM notes")
            connection.exec_driver_sql("DROP TABLE notes")
            connection.exec_driver_sql("ALTER TABLE rebuilt RENAME TO notes")
        search.create(connection)

    assert results(user, "wallaby") == [card.id]


@pytest.mark.on("sqlite")
def test_the_index_of_a_fresh_database_is_the_one_that_is_written_here() -> None:
    rows = db.session().scalars(text("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")).all()
    kept = {" ".join(row.split()) for row in rows}

    for line in SQLITE_DDL:
        if line.startswith("CREATE"):
            assert " ".join(line.split()) in kept


@pytest.mark.on("sqlite")
def test_part_of_a_word_is_found_and_every_sign_counts(build: Build, user: User) -> None:
    card = build.application(user)

    assert results(user, "anksi") == [card.id]
    assert results(user, "-banksia") == []


@pytest.mark.on("postgresql")
def test_postgresql_uses_its_indexes(build: Build, user: User) -> None:
    card = build.application(user)
    facts, noted = facts_of(card), facts_of(build.note(card))
    with writing() as session:
        session.execute(insert(Application), [facts] * 2_000)
        session.execute(insert(Note), [noted] * 2_000)
        session.execute(text("ANALYZE"))
    session = db.session()
    query = (
        select(Application.id)
        .where(Application.user_id == user.id, search.holds(session, user.id, "wallaby"))
        .compile(session.get_bind())
    )
    said = session.connection().exec_driver_sql(f"EXPLAIN {query}", query.params)
    plan = "\n".join(line for (line,) in said)

    assert "ix_notes_search" in plan
    assert "ix_applications_search" in plan


def test_finds_interviews_links_pay_and_what_they_said(build: Build, user: User) -> None:
    card = build.application(user, link="https://jobs.example.org/pastry", pay_text="$28.50/hr")
    build.interview(card, place="Level 4, Harbour St", people="Priya Raman", preparation="Scones")
    build.rejection(card, words="Somebody had more laminating", reason="Butter")
    build.feedback(card, "Your croissants were magnificent.")

    for q in ("jobs.example", "28.50", "harbour", "priya", "scones", "laminating", "butter"):
        assert results(user, q) == [card.id], q
    assert results(user, "croissants harbour laminating banksia") == [card.id]


def test_what_is_written_for_oneself_is_never_found(build: Build, user: User) -> None:
    card = build.application(user, stage="rejected")
    build.rejection(card, went_well="numbat", would_change="numbat")
    build.check_in(card, words="numbat", writing="numbat")
    build.thought(card, "numbat")
    build.line(user, "numbat")
    build.note(card, "numbat", private=True)

    assert results(user, "numbat") == results(user, "nu") == []


def test_changed_and_deleted_words_beside_it_are_followed(build: Build, user: User) -> None:
    card = build.application(user)
    bare, talk = build.interview(card), build.interview(card, place="Wombat Road")
    no = build.rejection(card, words="quokka")
    with writing() as session:
        session.get_one(Interview, bare.id).people = "Bilby"
        session.get_one(Rejection, no.id).words = ""
        session.delete(session.get_one(Interview, talk.id))

    assert results(user, "bilby") == [card.id]
    assert results(user, "wombat") == results(user, "quokka") == []

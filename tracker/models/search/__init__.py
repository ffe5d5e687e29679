"""Search: words, all of which have to be found somewhere about an application.

In company, role and location, in notes that are not private, in tags, and in the people who play
a part.
"""

import re

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    ScalarSelect,
    Select,
    String,
    TableClause,
    and_,
    column,
    func,
    literal_column,
    or_,
    select,
    table,
    true,
    union,
)
from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.contact import ApplicationContact, Contact
from tracker.models.feedback import Feedback
from tracker.models.interview import Interview
from tracker.models.note import Note
from tracker.models.rejection import Rejection
from tracker.models.search.index import (
    BESIDE,
    FACTS,
    NOTE,
    PARTS,
    PEOPLE,
    POSTGRESQL_DDL,
    SQLITE_DDL,
    TAGS,
    create,
    drop,
    joined,
    recreate,
    vector,
)
from tracker.models.skill import ApplicationTag, Tag
from tracker.values.folding import fold

MOST_WORDS = 12
TRIGRAM = 3
ESCAPE = "\\"
READ_BESIDE = (Interview, Rejection, Feedback)
UNSPOKEN = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff\ufffd]+")
UNSURE = "'\"-"
"""Signs that are kept in more than one form."""
UNSPACED = re.compile("[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]")
"""Writing without spaces between its words: a word's beginning can't be told."""

SearchCondition = ColumnElement[bool]
INDEX = table("application_search", column("rowid"), *(column(part) for part in PARTS))
KEPT_PARTS = tuple(f"c{number}" for number in range(len(PARTS)))
KEPT = table("application_search_content", column("id"), *(column(part) for part in KEPT_PARTS))
"""The text itself, where SQLite's full-text table keeps it: read at half the cost."""


def words_of(q: str) -> list[str]:
    """The words of a query, folded, without what no text holds; at most twelve."""
    return fold(UNSPOKEN.sub(" ", q)).split()[:MOST_WORDS]


def holds(
    session: Session, user_id: int, q: str, within: ScalarSelect[int] | None = None
) -> SearchCondition:
    """Whether every word of a query is found about an application of this person's.

    To be asked beside `Application.user_id == user_id`. Where every text has to be gone through,
    only those `within` are.
    """
    words = words_of(q)
    if not words:
        return true()
    if session.get_bind().dialect.name == "sqlite":
        return _in_trigrams(words, within)
    return and_(*(Application.id.in_(_anywhere(user_id, word)) for word in words))


def goes_through_all(session: Session, q: str) -> bool:
    """Whether no index helps: SQLite's knows no words of one letter or two."""
    sqlite = session.get_bind().dialect.name == "sqlite"
    return sqlite and all(len(word) < TRIGRAM for word in words_of(q))


def like(text: str) -> str:
    """A pattern for LIKE that finds these very characters anywhere."""
    return f"%{escaped(text)}%"


def escaped(text: str) -> str:
    """Text that means itself in a pattern for LIKE."""
    for special in (ESCAPE, "%", "_"):
        text = text.replace(special, ESCAPE + special)
    return text


def _in_trigrams(words: list[str], within: ScalarSelect[int] | None) -> SearchCondition:
    """The plus keeps SQLite to the order that is asked for: it would go by id, and then sort."""
    long = " ".join('"' + word.replace('"', '""') + '"' for word in words if len(word) >= TRIGRAM)
    short = [word for word in words if len(word) < TRIGRAM]
    if long:
        ids = select(INDEX.c.rowid).where(
            literal_column("application_search").op("MATCH")(long),
            *(_says_short(INDEX, PARTS, word) for word in short),
        )
    else:
        ids = select(KEPT.c.id).where(*(_says_short(KEPT, KEPT_PARTS, word) for word in short))
        ids = ids if within is None else ids.where(KEPT.c.id.in_(within))
    return literal_column("+applications.id", BigInteger).in_(ids)


def _says_short(rows: TableClause, columns: tuple[str, ...], word: str) -> SearchCondition:
    return or_(*(rows.c[name].like(like(word), escape=ESCAPE) for name in columns))


def _anywhere(user_id: int, word: str) -> Select[int]:
    facts = select(Application.id).where(
        Application.user_id == user_id, _says(FACTS, "applications", word)
    )
    notes = select(Note.application_id).where(
        Note.user_id == user_id, ~Note.private, _says(NOTE, "notes", word)
    )
    people = (
        select(ApplicationContact.application_id)
        .join(Contact, Contact.id == ApplicationContact.contact_id)
        .where(Contact.user_id == user_id, _says(PEOPLE, "contacts", word))
    )
    tagged = (
        select(ApplicationTag.application_id)
        .join(Tag, Tag.id == ApplicationTag.tag_id)
        .where(Tag.user_id == user_id, _says(TAGS, "tags", word))
    )
    beside = (
        select(model.application_id).where(
            model.user_id == user_id,
            _says(BESIDE[model.__tablename__], model.__tablename__, word),
        )
        for model in READ_BESIDE
    )
    found = union(facts, notes, people, tagged, *beside).subquery()
    return select(found.c[0])


def _says(columns: tuple[str, ...], row: str, word: str) -> SearchCondition:
    """By the index where the beginning of a word can be told, letter by letter where it can't.

    The index leaves signs out, so they are looked for afterwards in what it found.
    """
    text = literal_column(joined(columns, row), String)
    if UNSPACED.search(word) or not any(letter.isalnum() for letter in word):
        return text.ilike(like(word), escape=ESCAPE)
    lexeme = word.replace("\\", "\\\\").replace("'", "''")
    beginning = func.to_tsquery("simple", f"'{lexeme}':*")
    found: SearchCondition = literal_column(vector(columns, row)).op("@@")(beginning)
    signs = [escaped(sign) for sign in word if not (sign.isalnum() or sign in UNSURE)]
    return and_(found, text.like(f"%{'%'.join(signs)}%", escape=ESCAPE)) if signs else found


__all__ = [
    "POSTGRESQL_DDL",
    "SQLITE_DDL",
    "create",
    "drop",
    "goes_through_all",
    "holds",
    "like",
    "recreate",
    "words_of",
]

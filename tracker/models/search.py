"""Search: words, all of which have to be found somewhere about an application.

In company, role and location, in notes that are not private, and in the people who play a part.
"""

import re

from sqlalchemy import (
    Select,
    SQLColumnExpression,
    and_,
    column,
    exists,
    func,
    literal_column,
    or_,
    select,
    table,
    union,
)
from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.contact import ApplicationContact, Contact
from tracker.models.folding import fold
from tracker.models.note import Note
from tracker.models.search_index import (
    FACTS,
    NOTE,
    PARTS,
    PEOPLE,
    POSTGRESQL_DDL,
    SQLITE_DDL,
    create,
    drop,
    folded,
    recreate,
    vector,
)

MOST_WORDS = 12
TRIGRAM = 3
ESCAPE = "\\"
UNSPOKEN = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff\ufffd]+")
WHOLE = re.compile("[a-z0-9]")
UNSPACED = re.compile("[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]")
"""Writing without spaces between its words: a word's beginning can't be told."""

Found = SQLColumnExpression[bool]
index = table("application_search", column("rowid"), *(column(part) for part in PARTS))


def words_of(q: str) -> list[str]:
    """The words of a query, folded, without what no text holds; at most twelve."""
    return fold(UNSPOKEN.sub(" ", q)).split()[:MOST_WORDS]


def matching(session: Session, user_id: int, q: str) -> Select[int]:
    """The ids of a person's applications in which every word is found."""
    words = words_of(q)
    if not words:
        return select(Application.id).where(Application.user_id == user_id)
    if session.get_bind().dialect.name == "sqlite":
        return _in_trigrams(user_id, words)
    return _in_vectors(user_id, words)


def like(text: str) -> str:
    """A pattern for LIKE that finds these very characters anywhere."""
    for special in (ESCAPE, "%", "_"):
        text = text.replace(special, ESCAPE + special)
    return f"%{text}%"


def _in_trigrams(user_id: int, words: list[str]) -> Select[int]:
    phrases = " ".join('"' + word.replace('"', '""') + '"' for word in words if _long(word))
    ids = select(index.c.rowid).where(
        exists().where(Application.id == index.c.rowid, Application.user_id == user_id),
        *(_holds(word) for word in words if not _long(word)),
    )
    if phrases:
        ids = ids.where(literal_column("application_search").op("MATCH")(phrases))
    return ids


def _long(word: str) -> bool:
    return len(word) >= TRIGRAM


def _holds(word: str) -> Found:
    return or_(*(index.c[part].like(like(word), escape=ESCAPE) for part in PARTS))


def _in_vectors(user_id: int, words: list[str]) -> Select[int]:
    return select(Application.id).where(
        Application.user_id == user_id,
        and_(*(Application.id.in_(_anywhere(user_id, word)) for word in words)),
    )


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
    found = union(facts, notes, people).subquery()
    return select(found.c[0])


def _says(columns: tuple[str, ...], row: str, word: str) -> Found:
    if WHOLE.search(word) and not UNSPACED.search(word):
        lexeme = word.replace("\\", "\\\\").replace("'", "''")
        beginning = func.to_tsquery("simple", f"'{lexeme}':*")
        return literal_column(vector(columns, row)).op("@@")(beginning)
    return literal_column(folded(columns, row)).like(like(word), escape=ESCAPE)


__all__ = [
    "POSTGRESQL_DDL",
    "SQLITE_DDL",
    "create",
    "drop",
    "like",
    "matching",
    "recreate",
    "words_of",
]

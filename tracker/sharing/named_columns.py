"""Every name that a person wrote into a field for names, from the marks of the columns.

A column of the models says in its `info` that it holds names; a test asks for the others by name.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from sqlalchemy import ColumnElement, literal, select, union_all
from sqlalchemy.orm import Session

from tracker.models.base import MAYBE, PEOPLE, PERSON, Base
from tracker.sharing.known_names import TOKEN, folded_word

PARTS = re.compile(r"[\n,;/|&+•()\[\]]|\s[–—-]\s|\b(?:and|und|with|mit|sowie)\b", re.IGNORECASE)
WHENCE = re.compile(r"\s(?:from|at|of|bei|@)(?:\s.*|$)", re.IGNORECASE | re.DOTALL)
"""What follows a name says where somebody is from."""
TITLE = re.compile(
    r"^(?:(?:mrs?|ms|miss|mx|dr|prof|professor|sir|dame|frau|herrn?)\b\.?\s*)+", re.IGNORECASE
)
WORD = re.compile(r"[^\W\d_][\w’'.-]*")
LONGEST = 4
"""Words of a name."""
POSTS = frozenset(Path(__file__).with_name("posts.txt").read_text("utf-8").split())
"""Words for what somebody does; they are no name."""
BODIES = re.compile(
    r"\b(?:pty|ltd|inc|llc|gmbh|ag|group|services?|solutions|cent(?:re|er)|network|library|council|"
    r"tafe|university|college|school|institute|association|meet-?up|fair|expo|event|workshop|"
    r"job\w*|career\w*|work\w*|employment|agency|recruit\w*|australia\w*|government|department|"
    r"ministry|bank|hospital|club|foundation|society|union|city|online|agentur|arbeit|amt|verein)\b",
    re.IGNORECASE,
)
"""Words of organisations."""


def read_people(session: Session, user_id: int, companies: Iterable[str] = ()) -> list[str]:
    """The names of everybody that the person wrote down; a company's own name is nobody's."""
    known, several, perhaps = read_named(session, user_id, PERSON, PEOPLE, MAYBE)
    found = [
        *(TITLE.sub("", name) for name in known),
        *people_in(several),
        *people_for_certain(perhaps),
    ]
    firms = {_compared(name) for name in companies}
    return [name for name in dict.fromkeys(found) if not (_is_post(name) or _is_of(name, firms))]


def columns_naming(kind: Mapping[str, str]) -> list[ColumnElement[str]]:
    """The columns that hold this kind of name, table by table."""
    return [
        column
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if column.info.get("names") == kind["names"]
    ]


def read_named(session: Session, user_id: int, *kinds: Mapping[str, str]) -> list[dict[str, None]]:
    """What stands in the columns of each kind, each once, in no order."""
    asked = [
        select(literal(place), column).where(column.table.c.user_id == user_id, column != "")
        for place, kind in enumerate(kinds)
        for column in columns_naming(kind)
    ]
    found: list[dict[str, None]] = [{} for _ in kinds]
    for place, words in session.connection().execute(union_all(*asked)):
        found[place][words] = None
    return found


def people_in(fields: Iterable[str]) -> Iterator[str]:
    """The names in fields for people: parts, titles and where somebody is from are left out."""
    for field in fields:
        for piece in PARTS.split(field):
            words = WORD.findall(TITLE.sub("", WHENCE.sub("", f" {piece.strip()}").strip()))
            names = [word for word in words if word.strip(".").casefold() not in POSTS]
            if len(names) == len(words) <= LONGEST and (len(words) > 1 or _begins_large(words)):
                yield " ".join(names)
            else:
                yield from _runs(words)


def people_for_certain(fields: Iterable[str]) -> Iterator[str]:
    """Of fields that may name an organisation instead, those that name somebody."""
    for field in fields:
        for piece in PARTS.split(field):
            name = piece.strip()
            sure = TITLE.match(name) or WHENCE.search(name)
            words = WORD.findall(name)
            two = 2 <= len(words) <= LONGEST and all(word[0].isupper() for word in words)
            shouted = any(len(word) > 1 and word.isupper() for word in words)
            if sure or (two and not shouted and not BODIES.search(name)):
                yield from people_in([name])


def _runs(words: list[str]) -> Iterator[str]:
    """Words with a capital that stand together and are no post."""
    run: list[str] = []
    for word in [*words, ""]:
        if word and word[0].isupper() and word.strip(".").casefold() not in POSTS:
            run.append(word)
        elif run:
            if len(run) <= LONGEST:
                yield " ".join(run)
            run = []


def _begins_large(words: list[str]) -> bool:
    return bool(words) and not words[0][0].islower()


def _is_post(name: str) -> bool:
    words = WORD.findall(name)
    return bool(words) and all(word.strip(".").casefold() in POSTS for word in words)


def _compared(name: str) -> tuple[str, ...]:
    return tuple(map(folded_word, TOKEN.findall(name)))


def _is_of(name: str, companies: Collection[tuple[str, ...]]) -> bool:
    """Whether it is a company's, alone or before a post: Lorikeet Telecom Recruitment."""
    words = _compared(name)
    while words and words not in companies and words[-1] in POSTS:
        words = words[:-1]
    return bool(words) and words in companies

"""The facts of an application as a person edits them, and how two versions of them meet."""

import hashlib
from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.application_facts import NAMES as COLUMNS
from tracker.models.changes.vocabulary import SKILLS, SPARKS, TAGS

NAMES = (*COLUMNS, SPARKS.name, SKILLS.name, TAGS.name)
EditedFacts = Mapping[str, Any]
"""A value for each of NAMES; sparks, skills and tags are lists of words."""


class Merged(NamedTuple):
    """What can be saved, and the facts that both sides changed, each in its own way."""

    facts: dict[str, Any]
    conflicts: list[str]


def facts_of(session: Session, application: Application) -> dict[str, Any]:
    """As they are saved."""
    facts = {name: getattr(application, name) for name in COLUMNS}
    for words in (SPARKS, SKILLS, TAGS):
        facts[words.name] = words.on(session, application)
    return facts


def sign_of(value: Any) -> str:
    """A short sign of a value: two values are the same where their signs are."""
    if isinstance(value, list):
        value = "\n".join(sorted(word.casefold() for word in value))
    said = "" if value is None else str(value)
    return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:12]


def signs_of(facts: EditedFacts) -> dict[str, str]:
    """The sign of every fact: what a form carries, to tell later who changed what."""
    return {name: sign_of(facts[name]) for name in NAMES}


def merge(
    mine: EditedFacts, theirs: EditedFacts, was: Mapping[str, str], taken: Collection[str]
) -> Merged:
    """Mine where only I changed a fact, theirs where only they did or theirs is taken."""
    facts, conflicts = dict(mine), []
    for name in NAMES:
        before, my_mark, their_mark = was.get(name), sign_of(mine[name]), sign_of(theirs[name])
        if name in taken or my_mark == before:
            facts[name] = theirs[name]
        elif their_mark not in (before, my_mark):
            conflicts.append(name)
    return Merged(facts, conflicts)

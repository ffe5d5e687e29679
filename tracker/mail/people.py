"""With whom a talk is, as its invitation names them: only names that are surely people's."""

import re
from collections.abc import Iterator

from tracker.mail.meeting.replaced_people import replaced_in
from tracker.mail.people_words import (
    AFTER_NAME,
    ARRANGE,
    BEFORE_WITH,
    BETWEEN,
    BRACKETS,
    DEPARTMENT,
    ENDS,
    LEADS,
    NAME,
    NO_PERSON,
    ROLE,
    SKIPPED,
    TALKS,
    WHEN,
    WILL,
)  # fmt: skip
from tracker.mail.text.company_names import words

FARTHEST, BACK = 400, 200
AND_ME = re.compile(
    r"(?:,|\band|\bund|&)[ ](?:me|myself|I|mir|ich)\b(?![ ](?:will[ ]be[ ]in))"
    r"|^[ ]?(?:me|mir)(?:,|[ ](?:and|und|&))[ ]"
)


def people_in(text: str, others: str = "", writer: str = "") -> tuple[str, ...]:
    """With whom it is; `others` are names that are a company's, `writer` whom it calls me."""
    known = words(others)
    text = DEPARTMENT.sub("Team", text)
    for clause, sure in _clauses(text):
        listed = _listed(clause, sure, known)
        gone = replaced_in(text, listed)
        names = tuple(each for each in listed if each not in gone)
        if names:
            also = (writer,) if writer and AND_ME.search(clause) else ()
            return tuple(dict.fromkeys((*names, *also)))
    return ()


def _clauses(text: str) -> Iterator[tuple[str, bool]]:
    """What may be a list of people; and whether the words around it say that it is one."""
    for found in LEADS.finditer(text):
        before = ENDS.split(text[max(0, found.start() - BACK) : found.start()])[-1]
        if found["with"] and not (TALKS.search(before) or BEFORE_WITH.search(before)):
            continue
        after = text[found.end() : found.end() + FARTHEST]
        if not found["list"]:
            after = after.split("\n")[0]
        yield ENDS.split(after, maxsplit=1)[0], bool(found["list"])
    for found in WILL.finditer(text):
        after = ENDS.split(text[found.end() : found.end() + BACK], maxsplit=1)[0]
        if ARRANGE.search(after):
            continue
        before = ENDS.split(text[max(0, found.start() - BACK) : found.start()])[-1]
        yield before.rsplit("\n", 1)[-1].strip(), True


def _listed(clause: str, listed: bool, known: str) -> tuple[str, ...]:
    """The names at the beginning of a clause, without what they do."""
    names: list[str] = []
    sure = "(" in clause[:60]
    pieces = [each.strip(" -*•\t") for each in BETWEEN.split(BRACKETS.sub("", clause))]
    for piece in pieces:
        bare = AFTER_NAME.sub("", piece).strip()
        ended = bare != piece
        whole = NAME.fullmatch(bare)
        if whole is not None and _is_person(whole["name"], known):
            told = ended and not WHEN.match(piece[len(bare) :])
            sure = sure or told or bool(whole["title"])
            names.append(" ".join(bare.split()))
        elif ROLE.search(bare) or SKIPPED.match(bare) or not bare:
            behind = _behind_a_role(bare, known)
            names += [behind] if behind else []
            sure = sure or bool(names)
        else:
            break
    sure = sure or listed or len(names) > 1 or any(" " in name for name in names)
    return tuple(dict.fromkeys(names))[:8] if sure else ()


def is_persons(name: str) -> bool:
    """Whether it reads as a person's name and as nothing else."""
    whole = NAME.fullmatch(name.strip())
    return whole is not None and _is_person(whole["name"], " ")


def _is_person(name: str, known: str) -> bool:
    """Whether no word of it is a company's, a product's or a team's."""
    large = [each for each in name.split() if each[:1].isupper()]
    if any(NO_PERSON.match(each) or ROLE.fullmatch(each) for each in large):
        return False
    return words(name) not in known


def _behind_a_role(said: str, known: str) -> str:
    """Priya Nair, of "our team lead Priya Nair"."""
    taken: list[str] = []
    for word in reversed(said.split()):
        if len(taken) == 3 or not NAME.fullmatch(word) or not _is_person(word, " "):
            break
        taken.insert(0, word)
    name = " ".join(taken)
    is_one = 1 < len(taken) < len(said.split()) and _is_person(name, known)
    return name if is_one else ""

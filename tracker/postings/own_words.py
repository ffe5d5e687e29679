"""What a page or an ad says in its own words, where nothing is marked: the last way to read it."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from tracker.postings import companies, employments, labelled, pay_words, places, workplaces
from tracker.postings.closing_days import day_in_words
from tracker.postings.labels import fact_of
from tracker.postings.posting import Facts, Hints
from tracker.postings.titles import GENDERS, is_empty, is_role, read_title, without_call
from tracker.values.text import clean_line

WORDS = 40_000
"""Characters that are looked through: no posting has as many."""
WANTED = re.compile(
    r"(?:looking\sfor|seeking|hiring|recruiting(?:\sfor)?|join\s(?:us|our\steam)\sas|opportunity\sfor|need)"
    r"\s(?:an?\s|our\snext\s|the\s)(?:experienced\s|motivated\s|passionate\s|new\s|talented\s|friendly\s|"
    r"reliable\s|enthusiastic\s|skilled\s|highly\s|full[- ]time\s|part[- ]time\s|"
    r"casual\s|qualified\s){0,3}"
    r"(?P<role>[^\n.,;:!?()]{3,70}?)"
    r"(?=\s(?:to|who|with|for|in|at|based|on|and\s\w+ing)\b|[\n.,;:!?()]|$)",
    re.IGNORECASE,
)
GESUCHT = re.compile(
    r"(?:suchen|sucht)\b[^.\n]{0,80}?\b(?:eine?n?(?:\s?[(/]\w{1,3}\)?)?|Sie\sals|dich\sals|als)\s"
    r"(?:engagierte\w*\s|erfahrene\w*\s|motivierte\w*\s|freundliche\w*\s){0,2}"
    r"(?P<role>[A-ZÄÖÜ][^\n.,;:!?]{3,70}?(?:\((?:[mwfdxi]\s?[/|]\s?)+[mwfdxi]\))?)(?=\s(?:für|in|zur|zum|mit|am|bei|an|ab)\b|[\n.,;:!?]|$)"
)  # fmt: skip
GREETING = re.compile(
    r"^(?:hi|hello|hey|dear|hallo|guten|good\s(?:morning|day|afternoon)|liebe[rs]?|sehr\sgeehrte|"
    r"from:|to:|von:|an:|sent:|date:|datum:|cc:|gesendet:|---|>|http)\b", re.IGNORECASE,
)  # fmt: skip
NO_TITLE = re.compile(
    r"^(?:need|needs|must|you|we|call|start|starts|please|ring|have|our|do|are|is|if|with|for|there|who|"
    r"what|why|how|some|all|he|she|they|i|no|not|able|experience|apply|send|sie|wir|du|ihr|"
    r"bitte|mit|für|falls|wenn)\b", re.IGNORECASE,
)  # fmt: skip
"""How a line begins that is part of a story and names no role."""
TOWN = re.compile(r"[A-ZÄÖÜ][\w’'-]{2,25}(?:[ -][A-Za-zÄÖÜäöü][\w’'-]{1,20}){0,2}")
EMPTY: Mapping[str, str] = {}
SENTENCE = re.compile(r"[.!?]\s+[A-ZÄÖÜ]|[.!]$")


def facts_of(
    lines: Sequence[Sequence[str]],
    text: str,
    hints: Hints,
    ad: bool,
    hinted: Mapping[str, str] = EMPTY,
    known: Facts = EMPTY,
) -> dict[str, Any]:
    """What its labels say, then elements `hinted` by their names, else its words.

    Role and company too, of an `ad` that nothing titles; `known` is what is read of them already.
    """
    text = text[:WORDS]
    found = labelled.facts_of(lines, hints)
    named = [[name, said] for name, said in hinted.items()]
    for fact, value in labelled.facts_of(named, hints).items():
        found.setdefault(fact, value)
    head = _head(lines)
    if ad:
        found = _titled(found, lines, head, text)
    around = "\n".join(" ".join(line) for line in lines[:300])[:WORDS]
    role = str(known.get("role") or found.get("role") or "")
    below = companies.below(head, role)
    firm = str(known.get("company") or found.get("company") or "")
    where = next((each for each in below if places.is_place(each)), "")
    in_place = next((kind for each in below if (len(each.split()) <= 4 or places.is_place(each))
                     and (kind := workplaces.workplace_in_place(each))), "")  # fmt: skip
    in_head = next((kind for each in below if len(each) <= 40
                    and (kind := employments.in_line(each))), "")  # fmt: skip
    rest = {
        "location": workplaces.without_workplace(where)
        or _town(head, below, firm)
        or (places.in_words(text) if ad else "")
        or companies.town_in(text),
        "workplace": in_place or workplaces.workplace_in_words(text),
        "employment": in_head
        or employments.in_role(role)
        or employments.in_words(text)
        or found.get("for_good", ""),
        "pay_text": pay_words.in_words("\n".join(below)) or pay_words.in_words(text),
        "closes_on": day_in_words(text, hints.today, hints.month_first)
        or day_in_words(around, hints.today, hints.month_first),
    }
    return found | {name: value for name, value in rest.items() if not found.get(name)}


def _town(head: Sequence[str], below: Sequence[str], firm: str) -> str:
    """A town that stands alone right after the firm, or in one cell with the hours."""
    for before, each in pairwise(below[:6]):
        if before == firm and _is_town(each):
            return each
    for cell in head[:12]:
        parts = re.split(r"\s[|•·]\s", cell)
        works = any(
            employments.in_line(each) or workplaces.workplace_in_place(each) for each in parts
        )
        if works and len(parts) > 1:
            return next((each for each in parts if each != firm and _is_town(each)), "")
    return ""


def _is_town(said: str) -> bool:
    return TOWN.fullmatch(said) is not None and companies.is_name(said, "")


def _head(lines: Sequence[Sequence[str]]) -> list[str]:
    """The first cells, without greetings and labels."""
    cells = [_bare(cell) for line in lines[:60] for cell in line]
    cells = [part for cell in cells for part in companies.apart(cell)]
    return [each for each in cells if each and not GREETING.match(each)][: companies.HEAD * 2]


def _bare(cell: str) -> str:
    """A cell without the signs around it; a picture of a logo bears its firm's name."""
    return re.sub(r"(?<=\S)\slogo$", "", cell.strip("#*_=-–• "), flags=re.IGNORECASE)


def _titled(
    found: dict[str, Any], lines: Sequence[Sequence[str]], head: list[str], text: str
) -> dict[str, Any]:
    """Role and company of an ad: by its first lines, else by what it says of itself."""
    said = dict(found)
    if (role := str(said.get("role") or "")) and not said.get("company"):
        said |= {name: value for name, value in read_title(role).items()
                 if value and (name == "role" or not said.get(name))}  # fmt: skip
    first = head[: companies.HEAD]
    if not said.get("role"):
        said |= {name: value for name, value in _from_lines(first).items()
                 if value and not said.get(name)}  # fmt: skip
    said["company"] = said.get("company") or _firm(said.pop("guess", ""), text)
    if not said.get("role"):
        wanted = GESUCHT.search(text[:20_000]) or WANTED.search(text[:20_000])
        said["role"] = clean_line(wanted["role"]) if wanted else ""
    if not said.get("company"):
        said["company"] = companies.company_in(first, str(said.get("role") or ""), lines, text)
    return said


def _firm(guess: Any, text: str) -> str:
    """What is left of a title, where it is told again."""
    return str(guess) if guess and text.count(str(guess)) > 1 else ""


def _from_lines(head: list[str]) -> dict[str, str]:
    """The first line that reads as a title."""
    ranked = sorted(
        (each for each in map(without_call, head) if 3 < len(each) <= 120 and not is_empty(each)
         and not SENTENCE.search(each) and not NO_TITLE.match(each)
         and not fact_of(each.partition(":")[0])),
        key=lambda each: not GENDERS.search(each),
    )  # fmt: skip
    for each in ranked:
        said = read_title(each)
        if is_role(said.get("role", "")):
            return said
    return {}

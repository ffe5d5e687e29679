"""What a page or an ad says in its own words, where nothing is marked: the last way to read it."""

import re
from collections.abc import Sequence
from typing import Any

from tracker.postings import employments, labelled, pay_words, places
from tracker.postings.closing_days import day_in_words
from tracker.postings.labels import fact_of
from tracker.postings.links import is_board_name
from tracker.postings.posting import Hints
from tracker.postings.titles import GENDERS, LEGAL, is_empty, is_role, read_title
from tracker.values.text import clean_line

WORDS = 40_000
"""Characters that are looked through: no posting has as many."""
HEAD = 14
"""Lines at the top in which role, company and place stand."""
ABOUT = re.compile(
    r"^(?:about|über|who is|why join|why work at|why|join|life at|working at|über die|über das|"
    r"arbeiten bei|das ist|willkommen bei)\s(?P<company>[^\W\d_][^:?!.]{1,60}?)[:?!]?$",
    re.IGNORECASE,
)  # fmt: skip
NO_NAME = re.compile(
    r"^(?:the|an?|you|us|your|our|this|uns|dich|sie|ihre|deine|die|der|das|we|role|position|job|"
    r"team|company|unternehmen|stelle|me|candidate|it|with|it’s|now|today|apply)\b", re.IGNORECASE,
)  # fmt: skip
NAME = (
    r"(?P<company>(?:the\s)?[A-ZÄÖÜ0-9][\w.&’'+-]{0,40}"
    r"(?:\s(?:[A-ZÄÖÜ&][\w.&’'+-]{0,40}|of|and|for|und|für|de|&|der|des)){0,6})"
)
SEEKING = re.compile(
    rf"(?:^|[.!?\n]\s?){NAME}(?:,[^,.\n]{{2,80}},)?\s(?:is|are|has)\s(?:now\s|currently\s|an?\s)?"
    r"(?:hiring|looking\sfor|looking\sto|seeking|recruiting|opportunity|opening|vacancy|searching)",
)
SUCHT = re.compile(
    rf"(?:^|[.!?\n]\s?)(?:Die\s|Der\s|Das\s|Wir,?\s?(?:die|der|das)?\s)?{NAME},?\s(?:sucht|suchen|bietet)\b"
)
AT_US = re.compile(
    rf"\b(?:[Hh]ere\sat|[Jj]oin|[Aa]t|[Bb]ei(?:\sder|\sdem)?|work\sfor|team\sat)\s{NAME}"
)
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
SENTENCE = re.compile(r"[.!?]\s+[A-ZÄÖÜ]|[.!]$")


def facts_of(lines: Sequence[Sequence[str]], text: str, hints: Hints, ad: bool) -> dict[str, Any]:
    """What its labels say, else its words; the role and company of an `ad` that nothing titles."""
    text = text[:WORDS]
    found = labelled.facts_of(lines, hints)
    head = _head(lines)
    if ad:
        found = _titled(found, lines, head, text)
    around = "\n".join(" ".join(line) for line in lines[:300])[:WORDS]
    role = str(found.get("role") or "")
    below = _below(head, role)
    where = next((each for each in below if places.is_place(each)), "")
    in_place = next((kind for each in below if (len(each.split()) <= 4 or places.is_place(each))
                     and (kind := places.workplace_in_place(each))), "")  # fmt: skip
    in_head = next((kind for each in below if len(each) <= 40
                    and (kind := employments.in_line(each))), "")  # fmt: skip
    rest = {
        "location": places.without_workplace(where) or (places.in_words(text) if ad else ""),
        "workplace": in_place or places.workplace_in_words(text),
        "employment": in_head or employments.in_role(role) or employments.in_words(text),
        "pay_text": pay_words.in_words("\n".join(below)) or pay_words.in_words(text),
        "closes_on": day_in_words(text, hints.today, hints.month_first)
        or day_in_words(around, hints.today, hints.month_first),
    }
    return found | {name: value for name, value in rest.items() if not found.get(name)}


def _head(lines: Sequence[Sequence[str]]) -> list[str]:
    """The first cells, without greetings and labels."""
    cells = [_bare(cell) for line in lines[:60] for cell in line]
    return [each for each in cells if each and not GREETING.match(each)][: HEAD * 2]


def _bare(cell: str) -> str:
    """A cell without the signs around it; a picture of a logo bears its firm's name."""
    return re.sub(r"(?<=\S)\slogo$", "", cell.strip("#*_=-–• "), flags=re.IGNORECASE)


def _below(head: list[str], role: str) -> list[str]:
    """What stands right below the role, and beside it; without one, the whole head."""
    place = next((n for n, each in enumerate(head) if role and role in each), -1)
    after = head[place + 1 : place + 9] if place >= 0 else head[:HEAD]
    parts = [part for each in after for part in re.split(r"\s[|•·]\s|,\s(?=full|part)", each)]
    return [part for part in parts if len(part) <= 90]


def _titled(
    found: dict[str, Any], lines: Sequence[Sequence[str]], head: list[str], text: str
) -> dict[str, Any]:
    """Role and company of an ad: by its first lines, else by what it says of itself."""
    said = dict(found)
    if (role := str(said.get("role") or "")) and not said.get("company"):
        said |= {name: value for name, value in read_title(role).items()
                 if value and (name == "role" or not said.get(name))}  # fmt: skip
    first = head[:HEAD]
    if not said.get("role"):
        said |= {name: value for name, value in _from_lines(first).items()
                 if value and not said.get(name)}  # fmt: skip
    if not said.get("role"):
        wanted = GESUCHT.search(text[:20_000]) or WANTED.search(text[:20_000])
        said["role"] = clean_line(wanted["role"]) if wanted else ""
    if not said.get("company"):
        said["company"] = company_in(first, str(said.get("role") or ""), lines, text)
    return said


def _from_lines(head: list[str]) -> dict[str, str]:
    """The first line that reads as a title."""
    ranked = sorted(
        (each for each in head if 3 < len(each) <= 120 and not is_empty(each)
         and not SENTENCE.search(each) and not NO_TITLE.match(each)
         and not fact_of(each.partition(":")[0])),
        key=lambda each: not GENDERS.search(each),
    )  # fmt: skip
    for each in ranked:
        said = read_title(each)
        if is_role(said.get("role", "")):
            return said
    return {}


def company_in(head: Sequence[str], role: str, lines: Sequence[Sequence[str]], text: str) -> str:
    """Who hires: a firm's name at the top, a heading about it, or a sentence that it begins."""
    for pattern in (SEEKING, SUCHT):
        if (found := pattern.search(text[:20_000])) and (name := _name(found["company"])):
            return name
    near = _below(list(head), role)[:3] if role else []
    near += [each for each in head if each not in near]
    for each in near:
        if LEGAL.search(each) and _is_name(each, role):
            return each
    for line in lines[:400]:
        for cell in line:
            if (
                len(cell) <= 80
                and (found := ABOUT.match(cell))
                and (name := _name(found["company"]))
            ):
                return name
    found = AT_US.search(text[:20_000])
    if found and (name := _name(found["company"])) and text.count(name) > 1:
        return name
    return _second_line(near[:1], role, text)


def _second_line(near: list[str], role: str, text: str) -> str:
    for each in near:
        if _is_name(each, role) and re.match(r"[A-ZÄÖÜ0-9]", each) and len(each.split()) <= 6:
            return each
    return ""


def _is_name(each: str, role: str) -> bool:
    return (
        2 < len(each) <= 80
        and each != role
        and not is_role(each)
        and not places.is_place(each)
        and not is_empty(each)
        and not SENTENCE.search(each.rstrip("."))
        and ":" not in each
        and not fact_of(each)
        and not pay_words.MONEY.search(each)
        and not employments.in_line(each)
        and not places.workplace_in_place(each)
    )


def _name(said: str) -> str:
    plain = clean_line(said).strip(" ,.!")
    plain = re.sub(r"^(?:The|Die|Der|Das)\s(?=\w)", "", plain) if len(plain.split()) > 2 else plain
    small = NO_NAME.match(plain) or is_board_name(plain) or is_role(plain)
    return "" if small or len(plain) < 2 else plain

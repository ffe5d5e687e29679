"""What an email asks for, thing by thing, where every request of it names its things."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, pairwise

from tracker.loop.ask.replies import language_of
from tracker.mail.kinds import read_sentences
from tracker.mail.requests import Request, read_requests, requests, returns_form, wants_papers
from tracker.mail.text.form_words import names_doubtful_form, without_form_names
from tracker.mail.text.request_words import GIVEN
from tracker.mail.text.thing import Thing, is_single, literal
from tracker.mail.text.thing_names import ThingWords
from tracker.mail.text.thing_words import COUNT, FRAME, HOLDS, NUMBERS, THINGS

IN_TITLE = 2
"""As many as a title names where a list stands below it."""
MOST = 3
"""Named in a row; of more, the others are counted."""
LONGEST_ITEM, LONGEST_LINE = 70, 60
"""Characters of an item that is named in their own words, and of a row of things."""
WEB = re.compile(r"https?://[^\s<>\"')\]]{4,500}")
THE_FORM = "the form"
POINTS_BACK = re.compile(
    r"\b(?:it|them|both|these|sie|ihn|beides|diese\w?|unterlagen|documents|attachments?)\b",
    re.IGNORECASE,
)
ASIDE = re.compile(
    r"[ ]?\((?:if|where|when|optional|front|both|falls|wenn|sofern|soweit|vorder)\b[^()]{0,80}\)$",
    re.IGNORECASE,
)
"""Behind the name of a thing, what is no part of it."""
ALSO = re.compile(
    r"^[^.!?,]{0,20}(?:,|,?[ ](?:and|und|sowie|plus|&|as well as|along with"
    r"|together with))"
    r"[ ](?:also )?(?:a|an|the|your|any|some|ihr\w{0,2}|eine?[nrm]?|de[nr]|die|das)[ ]\w",
    re.IGNORECASE,
)
"""Behind a thing, that something else is wanted besides."""
OF = re.compile(
    r"\b(?:proof|evidence|cop(?:y|ies)|nachweise?|kopien?)[ ](?:of|über|von|ihre[nrs]?|des|der)[ ]"
    r"(?P<what>(?:(?![ ](?:and|und|sowie|&)[ ])[^.!?,;:\n]){1,40})",
    re.IGNORECASE,
)
"""A copy of something."""
PICTURED = re.compile(
    r"(?:photos?|pictures?|fotos?)[ ](?:of|von|ihre[nrs]|des|der)\b", re.IGNORECASE
)
"""How a paper is sent."""
EITHER = re.compile(
    r"[ ]?,?[ ](?:or|oder)(?:[ ](?:your|an?|the|ihr\w{0,2}|eine?[nrms]?|de[nr]|die|das))?"
    r"(?:[ ](?:copy|photo|scan) of (?:your )?)?[ ]?",
    re.IGNORECASE,
)
"""Between two of which one will do."""
JOINED = re.compile(r"^[^.!?]{0,30}(?:,|\b(?:and|und|sowie|&)\b)", re.IGNORECASE)


DETAILS = re.compile(
    r"\b(?:the )?(?:contact details|kontaktdaten)(?:,? (?:for|of|von|zu))? "
    r"(?:(?:at least|mindestens) )?(?:(?P<count>two|three|four|[2-4]|zwei|drei|vier)[ ])?"
    r"(?:(?:professional|work|written|recent|suitable|your|beruflichen?|ihre[rn]?)[ ])*"
    r"(?:referees?|references?|referenz(?:en|personen|gebern?))\b",
    re.IGNORECASE,
)
"""One thing, and not two: contact details for two referees."""
REFEREES = ThingWords(DETAILS, "contact details of referees", "Kontaktdaten", True, stated=True)
BACK = re.compile(
    r"\b(?:send|sending|e-?mail|forward|provide|upload|attach|share|supply|resend"
    r"|get|bring|let (?:us|me) have|schick\w*|send\w*|nachreich\w*|zukommen|hochladen)\b"
    r"[^.!?]{0,40}\b(?:one|it|them|that|those|these|ihn|es|sie|diese\w?|nach)\b"
    r"|\b(?:ihn|es|sie|diese\w?)\b[^.!?]{0,40}\b(?:\w{0,4}(?:schicken|senden|reichen)|zukommen)\b",
    re.IGNORECASE,
)
"""That what the sentence before names is wanted."""
GOT = re.compile(
    r"\b(?:thank(?:s| you)|received|have read|danke|dank|erhalten|bekommen)\b", re.IGNORECASE
)
"""In it, that they have it."""
HOW = re.compile(
    r"^(?:scans?|photos?|pdfs?|files?|page|attachments?|kopien?|dateien)$", re.IGNORECASE
)
"""How what was listed is sent."""


@lru_cache(maxsize=128)
def things_in(text: str) -> tuple[Thing, ...]:
    """In the order of the text; none where a request names something that is not known."""
    found: dict[str, Thing] = {}
    german = language_of(text) == "de"
    papers = wants_papers(text)
    for each in read_requests(text):
        said = WEB.sub(" ", each.text)
        if found and not each.items and _says_how(said):
            continue
        if names_doubtful_form(said):
            return ()
        said = without_form_names(said)
        things = tuple(_found_in(said))
        named = [thing for _, thing in things]
        before = [] if each.items else _named_before(each, text)
        if before and (not named or not _unread(said, things)):
            papers = True
            found |= {thing.words.name: thing for thing in before}
        known = {thing.words.name for thing in named}
        if not named and returns_form(each.text, text):
            named = [Thing(next(one for one in THINGS if one.name == THE_FORM))]
        items = [tuple(_found_in(item)) for item in each.items]
        told = all(items) and len(known) == len(items)
        if each.items and (_unread(said, things) or not told):
            named = [thing for item in each.items for thing in _item(item)]
            if any(thing.literal and _is_no_name(thing.words.name) for thing in named):
                return ()
            if len({thing.words.name for thing in named}) != len(named):
                named = [_in_their_words(item) for item in each.items]
            named = [each._replace(german=german and each.literal) for each in named]
        elif not before and _unread(said, things):
            return ()
        found |= {thing.words.name: thing for thing in named if thing.words.name not in found}
    return tuple(
        each for each in found.values()
        if papers or not each.words.to_send or each.words.name == THE_FORM
    )  # fmt: skip


def _says_how(said: str) -> bool:
    """Whether it says only how what was listed is sent: as scans, with this email."""
    given = [each[0] for each in GIVEN.finditer(said)]
    return bool(given) and all(HOW.match(each) for each in given)


def _named_before(request: Request, text: str) -> list[Thing]:
    """What the sentence before names, where this one asks for "one" or "it"."""
    if BACK.search(" ".join(request.text.split())) is None:
        return []
    every = [each for each in read_sentences(text) if each.start < request.sentence.start]
    last = every[-1].text if every and not every[-1].framing else ""
    if not last or requests(last) or GOT.search(last):
        return []
    return [thing for _, thing in _found_in(last)][:MOST]


def to_send(text: str) -> bool:
    """Whether they want something sent, as far as the things that they name say so."""
    things = things_in(text)
    return any(each.words.to_send for each in things) if things else wants_papers(text)


def _is_no_name(said: str) -> bool:
    return len(said) > LONGEST_ITEM or said.endswith("?")


def _item(said: str) -> list[Thing]:
    """A line of their list: as the things that it is, else in their own words."""
    things = tuple(_found_in(said))
    between = [said[a.end() : b.start()] for (a, _), (b, _) in pairwise(things)]
    if things and not _unread(said, things) and all(JOINED.search(each) for each in between):
        return [thing for _, thing in things]
    return [_in_their_words(said)]


def _in_their_words(said: str) -> Thing:
    return literal(ASIDE.sub("", said))


def things_line(text: str) -> str:
    """Your licence, two references and 2 more things; empty where it can't be read."""
    things = things_in(text)
    if any(each.german for each in things):
        return ""
    lines = [_line(things, most) for most in (MOST + 1, MOST, 2, 1)]
    return next((each for each in lines if len(each) <= LONGEST_LINE), lines[-1])


def _line(things: Sequence[Thing], most: int) -> str:
    said = listed(things, most)
    owned = (i for i, each in enumerate(things[: len(said)]) if each.owned)
    for first in islice(owned, 1):
        said[first] = f"your {said[first]}" if first < min(most, len(things)) else said[first]
    return " and ".join(filter(None, (", ".join(said[:-1]), *said[-1:])))


def list_below(text: str) -> list[str]:
    """Licence, Two references, Salary: each for a line, where they are more than a title holds."""
    things = things_in(text)
    if len(things) <= IN_TITLE or any(each.german for each in things):
        return []
    return [f"{said[0].upper()}{said[1:]}" for said in (each.listed for each in things)]


def short_list(things: Sequence[Thing]) -> list[str]:
    """As many of them as a title has room for."""
    if any(each.german for each in things):
        return []
    lists = [listed(things, most) for most in (MOST + 1, MOST, 2, 1)]
    return next((each for each in lists if len(", ".join(each)) <= LONGEST_LINE), lists[-1])


def listed(things: Sequence[Thing], most: int = MOST + 1) -> list[str]:
    """Licence, two references, 2 more things."""
    shown = things if len(things) <= most else things[: min(most, MOST)]
    left = len(things) - len(shown)
    more = [f"{left} more {'thing' if left == 1 else 'things'}"] if left else []
    return [*(each.listed for each in shown), *more]


def _found_in(sentence: str) -> Iterator[tuple[re.Match[str], Thing]]:
    """The longest where several stand over the same words; of two that may be chosen from, one."""
    before: tuple[re.Match[str], Thing] | None = None
    for hit, thing in _each_in(sentence):
        if before is not None and EITHER.fullmatch(sentence[before[0].end() : hit.start()]):
            before = (hit, before[1].either(thing))
            continue
        if before is not None:
            yield before
        before = hit, thing
    if before is not None:
        yield before


def _each_in(sentence: str) -> Iterator[tuple[re.Match[str], Thing]]:
    hits = [(hit, each) for each in (REFEREES, *THINGS) for hit in each.pattern.finditer(sentence)]
    hits.sort(key=lambda one: (one[0].start(), -one[0].end()))
    end = 0
    for hit, each in hits:
        if hit.start() < end:
            continue
        end = hit.end()
        if each is REFEREES:
            yield hit, _details_of(hit)
            continue
        found = COUNT.search(sentence[: hit.start()])
        count = found[1].lower() if found else ""
        count = count if count in NUMBERS else ""
        yield hit, Thing(each, count, single=not count and is_single(each, hit[0]))


def _details_of(hit: re.Match[str]) -> Thing:
    """Contact details of two referees."""
    count, zahl = NUMBERS.get((hit["count"] or "").lower(), ("", ""))
    return Thing(
        REFEREES._replace(
            name=" ".join(filter(None, ("contact details of", count or "your", "referees"))),
            german=" ".join(filter(None, ("Kontaktdaten von", zahl, "Referenzpersonen"))),
            mine=" ".join(filter(None, ("My", count, "referees are"))),
            german_mine=" ".join(filter(None, ("Meine", zahl, "Referenzpersonen sind"))),
        ),
        literal=True,
    )


def _unread(sentence: str, things: tuple[tuple[re.Match[str], Thing], ...]) -> bool:
    """Whether it asks for something beside what is known."""
    if not things:
        return POINTS_BACK.search(sentence) is None
    if HOLDS.search(sentence):
        return True
    spans = [hit.span() for hit, _ in _each_in(sentence)]
    ends = [start for start, _ in spans[1:]] + [len(sentence)]
    gaps = (sentence[a:b] for (_, a), b in zip(spans, ends, strict=True))
    last = [*gaps][-1]
    if any(
        not any(a < of.end("what") and of.start() < b for a, b in spans)
        for of in OF.finditer(sentence)
    ):
        return True
    if ALSO.search(last) and not GIVEN.search(last):
        return True
    others = (
        each for each in GIVEN.finditer(sentence)
        if not (FRAME.fullmatch(each[0]) or PICTURED.match(sentence, each.start()))
    )  # fmt: skip
    return any(
        not any(start < each.end() and each.start() < end for start, end in spans)
        for each in others
    )


__all__ = ["list_below", "listed", "short_list", "things_in", "things_line", "to_send"]

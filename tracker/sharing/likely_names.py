"""Words that look like names and are still shown: nobody wrote them into a field for names."""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Any

from tracker.sharing.known_names import folded_word, is_common
from tracker.sharing.record import Record

MOST = 12
"""So many are told: who sees thirty reads none."""
TEXTS = {
    "interviews": "went_well would_change",
    "noes": "words reason",
    "feedback": "words",
    "actions": "what cue plan proof",
    "reviews": "said",
    "notes": "body",
    "applications": "source",
    "offers": "terms",
}
"""Free words of each list of a record."""
PLAIN = ("role", "location", "company", "resume", "letter")
"""Facts whose words are shown anyway, and are no name that somebody overlooked."""
WORD = re.compile(r"\[[a-z]+\]|[^\W\d_][\w’'-]*")
ENDS = re.compile(r"(?:[.!?:;…\n\"“”(•*#>–—|/-]\s*)$")
SAYS = frozenset(
    """
    said says told tells asked asks rang called wrote writes thinks thought suggested recommended
    mentioned interviewed introduced liked wants wanted
    """.split()  # noqa: SIM905
)
"""After a word that begins a sentence, they make it somebody."""
NO_NAME = frozenset(
    """
    he she it we you they who one nobody somebody everybody this that these those there the
    their his her our my your no yes and but so if when then jobs job board careers
    i i'm i've i'd i'll monday tuesday wednesday thursday friday saturday sunday january february
    march april may june july august september october november december english german french
    spanish italian chinese japanese mandarin hindi arabic australia australian america american
    europe european germany british england zealand christmas easter company excel word powerpoint
    outlook office windows python java javascript linux google seek linkedin indeed zoom teams slack
    word github jira figma photoshop adobe internet christmas star mr mrs ms dr dear hi hello
    """.split()  # noqa: SIM905
)
GERMAN = re.compile(r"\b(?:und|sie|wir|nicht|ihre|für|haben|der|die|das)\b")


def likely_names(record: Record) -> list[str]:
    """Each once, as they come; none where names are shown anyway. One more than is told at most."""
    if not (record.mask.hides_people or record.mask.hides_companies):
        return []
    known = {folded_word(word) for word in _plain_words(record)} | NO_NAME
    found = (name for text in _texts(record) for name in names_in(text, known))
    return list(islice(dict.fromkeys(found), MOST + 1))


def names_in(text: str, known: Collection[str] = ()) -> Iterator[str]:
    """Words with a capital amid a sentence, or before "said"; together where they stand so."""
    if len(GERMAN.findall(text)) > 1:
        return
    run: list[str] = []
    last = 0
    words = list(WORD.finditer(text))
    for place, found in enumerate(words):
        word = _bare(found[0])
        following = words[place + 1][0] if place + 1 < len(words) else ""
        sure = following in SAYS
        is_name = _is_like_one(word, known) and (sure or bool(run) or not is_common(word))
        first = not place and not text[: found.start()].strip()
        if is_name and not run and not sure and (first or _begins(text, found.start())):
            is_name = _is_like_one(_bare(following), known) and not is_common(following)
        if run and not (is_name and text[last : found.start()] == " "):
            yield " ".join(run)
            run = []
        if is_name:
            run.append(word)
        last = found.end()
    if run:
        yield " ".join(run)


def _bare(word: str) -> str:
    return word.removesuffix("’s").removesuffix("'s")


def _is_like_one(word: str, known: Collection[str]) -> bool:
    return word[:1].isupper() and word[1:].islower() and folded_word(word) not in known


def _begins(text: str, place: int) -> bool:
    """Whether a sentence begins there: then a capital says nothing."""
    return bool(ENDS.search(text, max(0, place - 3), place))


def _texts(record: Record) -> Iterator[str]:
    yield record.help_wanted
    for name, facts in TEXTS.items():
        for line in getattr(record, name):
            yield from (getattr(line, fact) for fact in facts.split())
    yield from (point.theme for point in record.points)


def _plain_words(record: Record) -> Iterator[str]:
    """Of roles, places and companies as they are shown, and of the person's own name."""
    yield from WORD.findall(record.name)
    rows: Iterable[Any] = (*record.applications, *record.noes, *record.feedback, *record.notes)
    for line in rows:
        for fact in PLAIN:
            yield from WORD.findall(getattr(line, fact, ""))

"""An ad in two parts: what the work is, and what stands in every ad: benefits and small print."""

import re

from tracker.leads.words import words_of
from tracker.values.folding import fold

LINE = re.compile(r"[\n.!?•·]+")
_HEADS = """
    about us, benefits, what we offer, we offer, we can offer, our offer, perks, why join us,
    our values, how to apply, diversity, uber uns, wir bieten, unser angebot, das bieten wir,
    was wir bieten, ihre vorteile, deine vorteile, bewerbung, kontakt
"""
_WORK = """
    about the role, the role, your, about you, about the job, what you, you, tasks, duties,
    responsibilities, requirements, we are looking, we're looking, deine aufgaben, ihre aufgaben,
    aufgaben, dein, ihr profil, das bringst, das erwartet, was du, was sie, du, sie
"""
_SMALL = """
    pension, superannuation, holidays, days' holiday, annual leave, days' leave, discounted gym,
    gym membership, cycle to work, life assurance, private health, healthcare plan, healthcare
    benefit, health insurance, health plan, health cash, dental plan, parental leave, equal
    opportunity, equal opportunities, regardless of, encourage applic, encourages applic,
    reasonable adjust, criminal record, free parking, discount, refer a friend, public
    transport, award-winning, our values, leading provider, tage urlaub, urlaubstage, obstkorb,
    jobrad, altersvorsorge, bewerbungskosten, bevorzugt beruck, gleicher eignung,
    mitarbeiterrabatt, vermogenswirksam, health and safety, university degree, driving licence,
    driving license, driver's licence, fuhrerschein, training provided, training given, training
    will be, committed to safeguarding
"""


def _listed(text: str) -> tuple[str, ...]:
    return tuple(" ".join(each.split()) for each in text.split(","))


HEADS, SMALL = _listed(_HEADS), _listed(_SMALL)
MARKS = frozenset(max(words_of(each), key=len) for each in HEADS + SMALL)
"""An ad without any of these words is all work."""
WORK = re.compile(rf"(?:{'|'.join(_listed(_WORK))})\b")
NO_LETTERS = " \t-*#–—:"


def work_and_rest(text: str) -> tuple[list[str], list[str]]:
    """The words that tell of the work, and the rest; under a head such as Benefits all is rest."""
    words = words_of(text)
    if MARKS.isdisjoint(words):
        return words, []
    work: list[str] = []
    rest: list[str] = []
    aside = False
    for line in LINE.split(fold(text).replace("’", "'")):
        said = words_of(line)
        marked, begins = not MARKS.isdisjoint(said), line.lstrip(NO_LETTERS)
        if marked and begins.startswith(HEADS):
            aside = True
        elif aside and WORK.match(begins):
            aside = False
        part = rest if aside or (marked and any(each in line for each in SMALL)) else work
        part += [*said, "."]
    return work, rest

"""Why a lead stands where it does, in one line that a person would say."""

from collections.abc import Iterable, Iterator, Sequence, Set
from datetime import date
from typing import NamedTuple

from tracker.leads.ingredients import Ingredient
from tracker.leads.names import FEW, WHOLE, named, short
from tracker.leads.opening import Match, Ranked
from tracker.leads.role_name import is_same_role, role_name
from tracker.leads.words import role_words
from tracker.values.formatting import day, in_sentence

LONGEST = 12
"""Words of a line."""
WEEK = 7
"""Days within which the closing day is told."""
OWN = {5: "You said: this is the one", 4: "You said it excites you a lot",
       2: "You said it excites you only a little", 1: "You said it doesn’t excite you"}  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
OWN_WORDS = ("spark", "skill", "role")
LITTLE = 12
"""Less than a twelfth of what adds the most is not worth telling."""


class LeadReason(NamedTuple):
    """A line in two parts."""

    because: str
    closes: str = ""
    """When it closes, where that is within days."""

    def __str__(self) -> str:
        """Mentoring and Python, as at Acme; closes Friday."""
        return "; ".join(filter(None, self))

    @property
    def fits(self) -> bool:
        """Whether it is short enough."""
        return len(str(self).split()) <= LONGEST


def reason(ranked: Ranked, today: date) -> LeadReason:
    """Why it stands there among all of a person's leads; nothing where nothing is known of it."""
    closes = ranked.opening.closes_on
    if ranked.closed and closes is not None:
        return LeadReason(f"Closed {in_sentence(day(closes, today))}, so it stands last")
    return _fitting((_first(line, ranked) for line in _because(ranked)), "", ranked, today)


def by_day(ranked: Ranked, today: date) -> LeadReason:
    """The same while nothing is known of what excites the person: only its day tells."""
    closes = ranked.opening.closes_on
    if ranked.closed or ranked.opening.excitement or ranked.mine:
        return reason(ranked, today)
    if closes is None:
        return LeadReason("No closing day")
    return LeadReason("", f"Closes {_near(closes, today)}")


def shared(ranked: Ranked, today: date, same_role: bool = False) -> LeadReason:
    """What it has in common with one application: Mentoring, Python and remote."""
    found = _worth([each for each in ranked.matches if each.adds > 0])
    good = [each for each in found if each.ingredient.kind != "role"]
    lines = (
        _first(listed([_common(each, most) for each in good[:many]]), ranked)
        for many in (3, 2, 1)
        for most in (WHOLE, FEW)
        if len(good) >= many
    )
    alike = "Much the same work" if len(good) == len(found) else "A role of a similar name"
    otherwise = "Nothing else to compare yet" if same_role else alike
    return _fitting(lines, otherwise, ranked, today)


def _fitting(lines: Iterable[str], otherwise: str, ranked: Ranked, today: date) -> LeadReason:
    closes = ranked.opening.closes_on
    end = f"closes {_near(closes, today)}" if closes and (closes - today).days < WEEK else ""
    told = (LeadReason(line, end) for line in (*lines, otherwise))
    return next((each for each in told if each.fits), LeadReason(otherwise))


def _near(on: date, today: date) -> str:
    """Today, tomorrow, Friday: within a week that says it all; else with its date."""
    words = in_sentence(day(on, today))
    return WEEKDAYS[on.weekday()] if " " in words and (on - today).days < WEEK else words


def _because(ranked: Ranked) -> Iterator[str]:
    """What may be said, the most telling first, and of the same the longest first."""
    own = OWN.get(ranked.opening.excitement or 0)
    good = _worth([each for each in ranked.matches if each.adds > 0 and _is_meant(each, ranked)])
    bad = _worth([each for each in ranked.matches if each.adds < 0])
    role = [each for each in good if each.ingredient.kind == "role"]
    telling = [each for each in good if each.ingredient.kind not in ("role", "setting", "company")]
    if own and (ranked.opening.excitement or 0) <= 2:
        yield own
    broken = [each for each in bad if each.ingredient.avoids]
    if broken or (bad and ranked.likeness <= 0):
        yield from _worse([*broken, *bad][0])
    if role and (not telling or telling[0].adds < role[0].adds / 2):
        yield from _alike(role, ranked.opening.role)
    if telling:
        yield from _telling(telling)
    if own:
        yield own
    yield from _alike(role, ranked.opening.role)
    if ranked.mine:
        yield f"Asks for {listed([short(each) for each in ranked.mine[:2]])}, which you can do"
        yield f"Asks for {short(ranked.mine[0])}"
    if good:
        yield f"{named(good[0])}, as you had it before"


def _is_meant(found: Match, ranked: Ranked) -> bool:
    """An officer's work is no office: of a role only what it is about is told."""
    role = ranked.opening.role
    return (
        found.ingredient.kind != "role"
        or not role
        or found.ingredient.phrase[0] in role_words(role)
    )


def _worth(found: Sequence[Match]) -> list[Match]:
    """What is worth telling, in the person's own words if it can be."""
    told = [each for each in found if abs(each.adds) >= abs(found[0].adds) / LITTLE]
    return [each for each in told if each.ingredient.kind in OWN_WORDS] or told


def _telling(found: Sequence[Match]) -> Iterator[str]:
    """Two of them and where both were met; names whole where they fit, else their first words."""
    places = [company for company, _ in found[0].ingredient.met if company]
    for most in (WHOLE, FEW):
        first = named(found[0], most)
        for second in found[1:3]:
            at = _where_both(found[0], second)
            if at:
                yield f"{listed([first, named(second, most)])}, as at {short(at)}"
        for second in found[1:2]:
            yield listed([first, named(second, most)])
        if places:
            yield f"{first}, as at {short(places[0])}"
        yield first


def _where_both(one: Match, other: Match) -> str | None:
    theirs = {company for company, _ in other.ingredient.met}
    return next((each for each, _ in one.ingredient.met if each and each in theirs), None)


def _worse(found: Match) -> Iterator[str]:
    name = named(found)
    if found.ingredient.kind == "role":
        name = next((short(role_name(role), 4) for _, role in found.ingredient.met), name)
    if found.ingredient.avoids:
        yield f"Not what you look for: {name}"
    for company, _ in found.ingredient.met[: found.ingredient.kind != "company"]:
        yield f"{name}, which did not excite you at {short(company)}"
    yield f"{name} did not excite you before"


def _alike(found: Sequence[Match], name: str) -> Iterator[str]:
    """The same role, or like one with most of the same words; one word is only that word."""
    for first in found[:1]:
        met, own = first.ingredient.met, role_words(name).keys()
        yield from _same_role(first.ingredient, [at for at in met if is_same_role(at[1], name)])
        for company, role in (at for at in met if _is_alike(own, role_words(at[1]).keys())):
            like, at = f"Like {short(role_name(role), 4)}", short(company, WHOLE)
            if at and not at.endswith("…"):
                yield f"{like} at {at}"
            yield like
        yield named(first)


def _is_alike(own: Set[str], theirs: Set[str]) -> bool:
    return 2 * len(own & theirs) > len(theirs)


def _same_role(ingredient: Ingredient, same: Sequence[tuple[str, str]]) -> Iterator[str]:
    """What came of it, or how it felt, before where it was."""
    if came := ingredient.interviewed.intersection(same):
        one, more = "Like a role that got you an interview", "Like roles that got you interviews"
        yield more if len(came) > 1 else one
    for company, role in sorted(same, key=lambda at: at not in ingredient.excited):
        liked = (company, role) in ingredient.excited
        said = "This role excited you at" if liked else "You applied for this role at"
        yield from (f"{said} {short(company, most)}" for most in (WHOLE, FEW) if company)


def _common(found: Match, most: int) -> str:
    return "the same company" if found.ingredient.kind == "company" else named(found, most)


def listed(names: Sequence[str]) -> str:
    """One, two and three."""
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]


def _first(line: str, ranked: Ranked) -> str:
    """With a capital, but for a skill, which is written as its owner does: dbt, iOS."""
    skills = (each.ingredient for each in ranked.matches if each.ingredient.kind == "skill")
    own = any(line.startswith(each.name) for each in skills)
    return line if own else line[:1].upper() + line[1:]

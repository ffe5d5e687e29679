"""What columns are by their cells alone, where the headers say nothing that is known."""

from collections.abc import Sequence

from tracker.imports.reading import column_content, wide_format
from tracker.imports.reading.column_content import HALF, MOST, NEARLY_ALL, Profile
from tracker.imports.reading.column_reasons import BY_CONTENT, Claim
from tracker.imports.words import headers


def by_content(
    names: Sequence[str],
    profiles: Sequence[Profile],
    chosen: dict[int, Claim],
    taken: dict[str, int],
) -> list[Claim]:
    """What columns are whose headers say nothing that is known, or what their cells deny."""
    open_places = [
        place
        for place, name in enumerate(names)
        if place not in chosen and profiles[place].values and "notes" not in headers.named(name)
    ]
    found = []
    for place in open_places:
        profile = profiles[place]
        for fact, enough in (("link", MOST), ("status", MOST), ("workplace", 0.9)):
            reads = profile.reads(fact) or 0.0
            if reads >= enough and (fact == "link" or _is_kind(fact, profile)):
                found.append(Claim(place, fact, BY_CONTENT, reads, 0))
    days = [place for place in open_places if (profiles[place].reads("applied_on") or 0) > MOST]
    unnamed = [
        place
        for place in days
        if not headers.loose(names[place]) and not headers.is_other_day(names[place])
    ]
    if len(days) == 1 and unnamed and "applied_on" not in taken:
        found.append(Claim(days[0], "applied_on", BY_CONTENT, 1.0, 0))
    return found + _names_by_content(open_places, profiles, taken, found)


def _is_kind(fact: str, profile: Profile) -> bool:
    """Whether the same few words stand there again and again; answers alone are no kind."""
    if fact == "workplace" and profile.share(wide_format.is_answer) > 0:
        return False
    if fact != "status":
        return True
    certain = profile.share(column_content.is_plain_status)
    again = profile.repeats or (profile.reads("status") or 0) >= NEARLY_ALL
    return again and certain >= HALF


def _names_by_content(
    places: list[int], profiles: Sequence[Profile], taken: dict[str, int], found: list[Claim]
) -> list[Claim]:
    """The role by its words, and beside it the one column of names that may be the company."""
    spoken_for = {claim.place for claim in found}
    names = [
        place
        for place in places
        if place not in spoken_for and profiles[place].share(column_content.is_name) >= NEARLY_ALL
    ]
    claims = []
    if "role" not in taken:
        roles = {place: profiles[place].share(column_content.is_role) for place in names}
        best = max(roles, key=lambda place: roles[place], default=None)
        if best is not None and roles[best] >= HALF:
            claims.append(Claim(best, "role", BY_CONTENT, roles[best], 0))
            names.remove(best)
    if "company" not in taken:
        marked = [p for p in names if profiles[p].share(column_content.is_company) >= 0.3]
        alone = len(names) == 1 and profiles[names[0]].may_be_companies
        if len(marked) == 1 or (alone and (claims or "role" in taken)):
            claims.append(Claim((marked or names)[0], "company", BY_CONTENT, 1.0, 0))
    return claims

"""The one column that holds company and role, where no two columns do."""

from collections.abc import Iterator, Sequence

from tracker.imports.reading import column_content
from tracker.imports.reading.column_content import HALF, NEARLY_ALL, Profile
from tracker.imports.reading.column_reasons import BY_CONTENT, LOOSELY, Claim
from tracker.imports.reading.two_in_one import BOTH, Cut, cut_of, halves_of
from tracker.imports.words import headers
from tracker.imports.words.separators import WEAK, order_in_header


def claim_both(
    names: Sequence[str],
    profiles: Sequence[Profile],
    chosen: dict[int, Claim],
    taken: dict[str, int],
) -> tuple[int, str] | None:
    """Let one column be both, if it is; its place, and why."""
    places = list(_candidates(names, profiles, chosen, taken))
    cuts = [(place, cut) for place in places if (cut := cut_of(profiles[place], names[place]))]
    told = [(place, cut) for place, cut in cuts if cut.speaks or _is_named(place, names, chosen)]
    for place, cut in told + [each for each in cuts if profiles[each[0]].may_be_companies]:
        if not _holds_both(place, cut, names, profiles, chosen):
            continue
        for fact in ("company", "role"):
            if (before := taken.get(fact)) is not None:
                del chosen[before]
            taken[fact] = place
        chosen[place] = Claim(place, BOTH, LOOSELY, 1.0, 0)
        return place, f"as its cells hold both, like “{cut.example[:60]}”"
    return None


def _candidates(
    names: Sequence[str],
    profiles: Sequence[Profile],
    chosen: dict[int, Claim],
    taken: dict[str, int],
) -> Iterator[int]:
    """What is one of the two by now; else what nobody knows yet."""
    company, role = taken.get("company"), taken.get("role")
    if company is not None and chosen[company].weight > BY_CONTENT:
        if role is None:
            yield company
        return
    if role is not None:
        yield role
        if profiles[role].share(column_content.is_role) >= HALF:
            return
    fullest = max((each.values.total() for each in profiles), default=0)
    for place, name in enumerate(names):
        full = profiles[place].values.total() >= fullest * NEARLY_ALL
        if place not in chosen and full and "notes" not in headers.named(name):
            yield place


def _is_named(place: int, names: Sequence[str], chosen: dict[int, Claim]) -> bool:
    """Whether its header says one of the two, or both."""
    claim = chosen.get(place)
    return bool(order_in_header(names[place])) or (claim is not None and claim.weight > BY_CONTENT)


def _holds_both(
    place: int,
    cut: Cut,
    names: Sequence[str],
    profiles: Sequence[Profile],
    chosen: dict[int, Claim],
) -> bool:
    """Whether it is more than a role with something beside it."""
    if order_in_header(names[place]):
        return True
    if cut.by == "at" or cut.by in WEAK:
        return cut.by == "at"
    others = [profile for other, profile in enumerate(profiles) if other != place]
    if any(_says_the_same(cut, profiles[place], profile) for profile in others):
        return False
    return not any(
        other != place
        and (other not in chosen or chosen[other].fact == "company")
        and _may_be_companies(profile, profiles[place])
        for other, profile in enumerate(profiles)
    )


def _says_the_same(cut: Cut, profile: Profile, other: Profile) -> bool:
    """Whether another column says what would be the company, as a place that stands in both."""
    there = {text.casefold() for text in other.values}
    found = [halves_of(text, cut, cut.first).company.casefold() for text, _ in profile.tried]
    return sum(name in there for name in found) >= len(found) * HALF


def _may_be_companies(profile: Profile, beside: Profile) -> bool:
    return (
        profile.may_be_companies
        and profile.values.total() >= beside.values.total() * NEARLY_ALL
        and profile.share(column_content.is_name) >= NEARLY_ALL
    )

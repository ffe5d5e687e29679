"""How a column is read and why, in words for the page."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.imports.reading import column_content
from tracker.imports.reading.column_content import Profile
from tracker.imports.reading.column_reading import ColumnReading
from tracker.imports.reading.status_meaning import Certainty as StatusCertainty
from tracker.imports.words import headers

NAMED, ALSO, LOOSELY, BY_CONTENT = 1.0, 0.9, 0.6, 0.3
READ_AS = {"status": "a status", "link": "an address", "workplace": "a place of work",
           "employment": "a kind of job", "excitement": "1 to 5", "applied_how": "a way to apply",
           "company": "a company", "role": "a role"}  # fmt: skip


@dataclass(frozen=True)
class Claim:
    """That a column may be a fact: how well its header and its cells speak for it."""

    place: int
    fact: str
    weight: float
    """How plainly the header says so; BY_CONTENT where the cells alone do."""
    reads: float
    filled: float

    @property
    def score(self) -> float:
        """Cells count as much as the header; of two that are alike, the fuller column wins."""
        return self.weight + self.reads + self.filled / 4

    @property
    def certainty(self) -> StatusCertainty:
        """Certain where a header names it and the cells don't speak against it."""
        return "certain" if self.weight >= ALSO else "proposed"


def explained(
    name: str,
    profile: Profile,
    claim: Claim | None,
    claims: list[Claim],
    names: Sequence[str],
    taken: dict[str, int],
) -> ColumnReading:
    """How a column is read, and why."""
    samples = profile.samples
    proposed = headers.named(name) or headers.loose(name)
    if claim is None:
        lost = next((c.fact for c in claims if c.fact in taken), None)
        if lost is not None:
            why = f"as “{names[taken[lost]]}” is {headers.FACTS[lost]} already"
            return ColumnReading(name, "notes", "proposed", samples, why, lost)
        why = _unread(name, profile, proposed)
        return ColumnReading(name, "notes", "unknown", samples, why, next(iter(proposed), ""))
    others = [c.fact for c in sorted(claims, key=lambda c: -c.score) if c.fact != claim.fact]
    denied = [fact for fact in proposed if fact != claim.fact and fact not in ("notes", "skip")]
    why = ""
    if claim.weight == BY_CONTENT:
        why = f"as {_cells(profile, claim.fact)}"
    elif (claim.weight == LOOSELY and claim.fact != "notes") or (
        claim.fact in headers.DATES
        and headers.normalised(name) != headers.normalised(headers.FACTS[claim.fact])
    ):
        why = f"as the header says {name}"
    elif denied and column_content.TESTS.get(claim.fact):
        why = f"as {_cells(profile, claim.fact)}"
    why = "" if why.startswith("as 0 of ") else why
    runner_up = next(iter([*others, *denied]), "")
    return ColumnReading(name, claim.fact, claim.certainty, samples, why, runner_up)


def _unread(name: str, profile: Profile, proposed: Sequence[str]) -> str:
    if not proposed:
        return ""
    cells = _cells(profile, proposed[0])
    if cells.startswith("0 of "):
        return f"the header says {name}, but none of its cells{cells.partition('cells')[2]}"
    return f"the header says {name}, but only {cells}"


def _cells(profile: Profile, fact: str) -> str:
    tests = {"company": column_content.is_company, "role": column_content.is_role}
    total = profile.values.total()
    share = profile.share(tests[fact]) if fact in tests else (profile.reads(fact) or 0.0)
    kind = "days" if fact in headers.DATES else "a yes, a no or a day"
    if fact not in headers.DATES and not fact.startswith("step_"):
        kind = READ_AS.get(fact, headers.FACTS[fact])
    return f"{round(share * total)} of {total} cells read as {kind}"


def note_rivals(columns: list[ColumnReading], profiles: Sequence[Profile]) -> None:
    """Other columns that read as a status too."""
    if not any(column.fact == "status" for column in columns):
        return
    for column, profile in zip(columns, profiles, strict=True):
        if column.fact != "notes":
            continue
        if _is_rival(column, profile):
            column.runner_up = "status"
        elif column.runner_up == "status":
            column.runner_up = ""


def _is_rival(column: ColumnReading, profile: Profile) -> bool:
    """Where the header says status its words may be different ones in every row."""
    proposed = [*headers.named(column.header), *headers.loose(column.header)]
    if "status" not in proposed or "notes" in proposed[: proposed.index("status")]:
        return False
    return (profile.reads("status") or 0) >= LOOSELY

"""What gets interviews: by source, résumé version, fit and workplace."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from tracker.insights.charts.brief import of_dots
from tracker.insights.charts.chart import Chart
from tracker.insights.drawing.dots import Dot, DotGroup, dots
from tracker.insights.figures.flows import Flows, SentCount
from tracker.insights.figures.intervals import ENOUGH, Rate, percent
from tracker.insights.figures.sources import NONE, OTHERS, in_order, source_names
from tracker.models.application_facts import WORKPLACES
from tracker.sharing.redaction import Redaction
from tracker.values.formatting import plural

TITLE = "What gets interviews"
EMPTY = (
    "Which sources, résumé versions and kinds of work lead to interviews: it shows from "
    f"{ENOUGH} applications on, once one came to an interview."
)
KEY = "If the lines of two overlap, the difference may be chance."
NOTHING_NOTED = "Note where you found each, and what you sent, to see what differs between them."
"""Where there is nothing to compare, so that nothing is drawn."""
MANY = "Many are compared here: some differ only by luck."
FEW = 4
"""Of more shares than these it is said what comparing many does."""
SOURCES, RESUMES = 6, 5


def chart(ways: Flows, resumes: Mapping[int, str], mask: Redaction, quiet_days: int) -> Chart:
    """Every share with its n and interval, of those that are old enough to have been answered."""
    ripe = ways.ripe
    if ripe.n < ENOUGH or not ripe.met:
        return Chart("sources", TITLE, EMPTY, "")
    groups = [group for group in _groups(ripe, resumes, mask) if group.dots]
    compared, of_all = sum(len(group.dots) for group in groups), Rate(ripe.met, ripe.n)
    key = KEY if compared > 1 else ""
    shares = [row(group.title, dot) for group in groups for dot in group.dots]
    return Chart(
        "sources",
        TITLE,
        " ".join(filter(None, (_says(of_all), key, "" if compared else NOTHING_NOTED))),
        dots(TITLE, groups) if compared else "",
        ("By", "Which", "Applications", "Interviews", "Share", "Probably between"),
        tuple(shares or [row("All", Dot("All", of_all))]),
        _caution(ways, quiet_days, compared),
        of_dots(groups),
        key,
    )


def _says(rate: Rate) -> str:
    """Of how many it is known by now, and how sure the share is."""
    _, bracket, sure = rate.words.partition(" (")
    sent = f"{plural(rate.n, 'application')} with time enough for an answer"
    return f"Of {sent}, {rate.hits:,} came to an interview{bracket}{sure}."


def _caution(ways: Flows, quiet_days: int, compared: int) -> str:
    """Whom it leaves out, who may still come to an interview, and what comparing many does."""
    told = [MANY if compared > FEW else "", too_young(ways.sent, quiet_days)]
    still = sum(cell.n for cell in ways.cells if cell.ripe and not cell.met and cell.end.is_open)
    if still:
        told.append(
            f"{plural(still, 'application')} {'is' if still == 1 else 'are'} still open and may "
            "come to an interview later."
        )
    return " ".join(each for each in told if each)


def too_young(sent: Iterable[SentCount], quiet_days: int) -> str:
    """Those that are neither a yes nor a no yet, in words."""
    young = [each for each in sent if not each.ripe]
    dated = sum(each.n for each in young if each.on is not None)
    undated = sum(each.n for each in young if each.on is None)
    left = []
    if dated:
        left.append(f"{plural(dated, 'application')} of the last {plural(quiet_days, 'day')}")
    if undated:
        left.append(f"{plural(undated, 'open application')} without a date")
    return f"{' and '.join(left)} left out: too early to tell." if left else ""


def row(title: str, dot: Dot) -> tuple[str, str, int, int, str, str]:
    """One share as a row of a table."""
    rate = dot.rate
    share = f"{percent(rate.share)}%" if rate.enough else ""
    return title, dot.label, rate.n, rate.hits, share, rate.range


def _groups(ways: Flows, resumes: Mapping[int, str], mask: Redaction) -> list[DotGroup]:
    names = source_names(ways.cells, mask, SOURCES)
    sources = _rates((names[cell.source.strip()], cell.met, cell.n) for cell in ways.cells)
    sources.pop(NONE, None)
    order = in_order(Counter({name: rate.n for name, rate in sources.items()}))
    versions = _rates(
        (resumes.get(each.resume_id or 0, ""), each.met, each.n) for each in ways.sent
    )
    kept = [name for name in dict.fromkeys(resumes.values()) if name in versions][-RESUMES:]
    fit = {None: "", True: "I have at least half", False: "I have fewer"}
    inside = _rates((fit[job.inside], job.met, job.n) for job in ways.jobs)
    places = _rates((WORKPLACES.get(job.workplace or "", ""), job.met, job.n) for job in ways.jobs)
    return [
        _group("Where it was found", sources, [name for name in order if name != OTHERS or name]),
        _group("Résumé version", versions, kept),
        _group("Skills they ask for", inside if len(inside) > 1 else {}, list(fit.values())),
        _group("Workplace", places, list(WORKPLACES.values())),
    ]


def _group(title: str, rates: Mapping[str, Rate], order: Sequence[str]) -> DotGroup:
    return DotGroup(title, [Dot(name, rates[name]) for name in order if name in rates])


def _rates(counted: Iterable[tuple[str, bool, int]]) -> dict[str, Rate]:
    """By name, how many came to an interview; those without a name are left out."""
    tried: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    for name, met, n in counted:
        tried[name] += n
        hits[name] += n if met else 0
    return {name: Rate(hits[name], n) for name, n in tried.items() if name}

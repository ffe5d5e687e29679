"""What happened to your applications: from where they were found to what became of them."""

from collections import Counter

from tracker.insights.charts.brief import Brief
from tracker.insights.charts.chart import Chart
from tracker.insights.drawing.sankey import Node, sankey
from tracker.insights.figures.flows import Flows
from tracker.insights.figures.sources import in_order, source_names
from tracker.loop.facts import SILENT_FOR
from tracker.models.reads.standing import Standing
from tracker.sharing.redaction import Redaction
from tracker.values.formatting import count, plural

TITLE = "What happened to your applications"
EMPTY = (
    "From where you found them, by an interview or not, to what became of them: it shows with the "
    "first application."
)
SOURCES = 6
DRAWN_FROM = 5
"""Fewer applications are one sentence: a diagram of them says no more, in cut names."""
ENDED = {
    Standing.OFFER_ACCEPTED: ("offer was accepted", "offers were accepted"),
    Standing.OFFER_DECLINED: ("offer was declined", "offers were declined"),
    Standing.OFFER_TAKEN_BACK: ("offer was taken back", "offers were taken back"),
    Standing.THEY_SAID_NO: ("got a no", "got a no"),
    Standing.NO_ANSWER: ("got no answer", "got no answer"),
    Standing.WITHDRAWN: ("was withdrawn", "were withdrawn"),
}
"""What became of one, and of several."""
MET = Node("met", "Interview", "interview")
NOT_MET = Node("not", "No interview", "b")
TONES = {
    Standing.WAITING: "applied",
    Standing.INTERVIEW_AHEAD: "interview",
    Standing.OFFER_TO_ANSWER: "a",
    Standing.OFFER_ACCEPTED: "a",
    Standing.OFFER_DECLINED: "a",
    Standing.THEY_SAID_NO: "rejected",
}
"""Colour means a stage; an offer has the accent, and what ended in no stage is grey."""
ENDS = (
    Standing.OFFER_ACCEPTED,
    Standing.OFFER_DECLINED,
    Standing.OFFER_TAKEN_BACK,
    Standing.OFFER_TO_ANSWER,
    Standing.INTERVIEW_AHEAD,
    Standing.WAITING,
    Standing.SILENT,
    Standing.NO_ANSWER,
    Standing.THEY_SAID_NO,
    Standing.WITHDRAWN,
)
"""From above to below, what one hopes for first."""


def chart(ways: Flows, mask: Redaction, quiet_days: int, noes: int = 0) -> Chart:
    """How all of them stand, each of them once: what came of a no has a chart of its own.

    That counts `noes`, each by its own day.
    """
    if not ways.n:
        return Chart("way", TITLE, EMPTY, "")
    names = source_names(ways.cells, mask, SOURCES)
    starts: Counter[tuple[str, str]] = Counter()
    ends: Counter[tuple[str, str]] = Counter()
    sources: Counter[str] = Counter()
    for cell in ways.cells:
        middle = MET.key if cell.met else NOT_MET.key
        source = names[cell.source.strip()]
        sources[source] += cell.n
        starts[source, middle] += cell.n
        ends[middle, cell.end] += cell.n
    came = ways.ends()
    stops = (
        [Node(source, source, "b") for source in in_order(sources)],
        [node for node in (MET, NOT_MET) if any(key == node.key for key, _ in ends)],
        [Node(end, end.label, TONES.get(end, "b")) for end in ENDS if came[end]],
    )
    words = {MET.key: MET.label, NOT_MET.key: NOT_MET.label}
    rows = [(start, words[middle], number) for (start, middle), number in _most_first(starts)]
    rows += [
        (words[middle], Standing(end).label, number) for (middle, end), number in _most_first(ends)
    ]
    return Chart(
        "way",
        TITLE,
        _says(ways, came),
        sankey(TITLE, stops, (starts, ends)) if ways.n >= DRAWN_FROM else "",
        ("From", "To", "Applications"),
        tuple(rows),
        _cautions(came, quiet_days, noes),
        (
            Brief(
                "Where they were found",
                [(each.label, count(sources[each.key])) for each in stops[0]],
            ),
            Brief(
                "How they stand",
                [(each.label, count(came[Standing(each.key)])) for each in stops[2]],
            ),
        ),
    )


def _says(ways: Flows, came: Counter[Standing]) -> str:
    still = sum(came[each] for each in Standing if each.is_open)
    if ways.n < DRAWN_FROM:
        return _each(ways, came, still)
    said = [
        *([f"{count(ways.met)} came to an interview"] if ways.met else ()),
        *([f"{count(ways.offers)} to an offer"] if ways.offers else ()),
        *([f"{count(still)} {'is' if still == 1 else 'are'} still open"] if still else ()),
    ]
    told = plural(ways.n, "application")
    return f"{told}: {', '.join(said)}." if said else f"{told}."


def _each(ways: Flows, came: Counter[Standing], still: int) -> str:
    """Of few what became of every one."""
    said = [f"{count(still)} {'is' if still == 1 else 'are'} still open"] if still else []
    said += [f"{count(came[end])} {ENDED[end][came[end] > 1]}" for end in ENDED if came[end]]
    met = f" {count(ways.met)} came to an interview." if ways.met else ""
    return f"{plural(ways.n, 'application')}: {', '.join(said)}.{met}"


def _cautions(came: Counter[Standing], quiet_days: int, noes: int) -> str:
    told = []
    if came[Standing.SILENT]:
        told.append(
            f"Silent: no answer recorded in {plural(quiet_days, 'day')}. It may still come."
        )
        if quiet_days == SILENT_FOR:
            told.append(f"{SILENT_FOR} days is a default until five replies are known.")
    if came[Standing.NO_ANSWER]:
        told.append("No answer: closed without one.")
    if noes and came[Standing.THEY_SAID_NO] and came[Standing.THEY_SAID_NO] != noes:
        told.append(
            "They said no: all sent in this time that got a no, with or without a saved reply."
        )
    return " ".join(told)


def _most_first(flows: Counter[tuple[str, str]]) -> list[tuple[tuple[str, str], int]]:
    return sorted(flows.items(), key=lambda flow: (-flow[1], flow[0]))

"""The way of all applications: from where they were found to what became of them."""

from collections import Counter

from tracker.insights.charts.chart import Chart
from tracker.insights.drawing.sankey import Node, sankey
from tracker.insights.figures.flows import ENDS, Flows
from tracker.insights.figures.sources import in_order, source_names
from tracker.sharing.redaction import Redaction
from tracker.values.formatting import count, plural

TITLE = "The way of all applications"
EMPTY = (
    "From where you found them, by an interview or not, to what became of them: it shows with the "
    "first application."
)
SOURCES = 6
MET = Node("met", "Interview", "a")
NOT_MET = Node("not", "No interview", "b")
ENDED = {
    "offer": (Node("offer", "Offer", "a"), "Offer"),
    "next": (Node("next", "Next step", "a"), "A no that became a next step"),
    "no": (Node("no", "No", "b"), "They said no"),
    "silence": (Node("silence", "Silence", "b"), "No answer recorded"),
    "waiting": (Node("waiting", "Waiting", "b"), "Still waiting"),
    "withdrawn": (Node("withdrawn", "Withdrawn", "b"), "Withdrawn"),
}


def chart(ways: Flows, mask: Redaction, quiet_days: int) -> Chart:
    """Silence is shown as what it is: no answer recorded."""
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
        [ENDED[end][0] for end in ENDS if came[end]],
    )
    words = {MET.key: MET.label, NOT_MET.key: NOT_MET.label}
    rows = [(start, words[middle], number) for (start, middle), number in _most_first(starts)]
    rows += [(words[middle], ENDED[end][1], number) for (middle, end), number in _most_first(ends)]
    return Chart(
        "way",
        TITLE,
        _says(ways, came),
        sankey(TITLE, stops, (starts, ends)),
        ("From", "To", "Applications"),
        tuple(rows),
        f"Silence: no answer recorded in {quiet_days} days. It may still come, and is no verdict."
        if came["silence"]
        else "",
    )


def _says(ways: Flows, came: Counter[str]) -> str:
    met, offers = count(ways.met), plural(came["offer"], "offer")
    told = f"{plural(ways.n, 'application')}: {met} came to an interview, {offers}"
    return (
        f"{told}; {count(came['silence'])} without an answer so far."
        if came["silence"]
        else f"{told}."
    )


def _most_first(flows: Counter[tuple[str, str]]) -> list[tuple[tuple[str, str], int]]:
    return sorted(flows.items(), key=lambda flow: (-flow[1], flow[0]))

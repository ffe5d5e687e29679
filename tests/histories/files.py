"""The files as somebody opens them: the report on paper and in Word, the log."""

import csv
import re
from collections import Counter
from io import StringIO

from tests.histories.expected import Expected
from tests.histories.reading import between, number, numbers_in, paper, standings_in, word_file
from tests.histories.sentences import check_minute, labels, still_open
from tests.histories.steps import History
from tracker.exports.formats import FORMATS
from tracker.exports.request import ExportRequest
from tracker.extensions import db
from tracker.values.date_range import DateRange

FIGURES = (
    r"([\d,]+) applications?"
    r"(?: ·? ?([\d,]+) came to an interview(?:: \d+%, probably between \d+ and \d+%)?)?"
    r"(?: ·? ?([\d,]+) offers?)?(?: ·? ?([\d,]+) still open)?"
)
OTHERS = r"([\d,]+) (?:others?|applications?): "
NEXT = " (?:Offers Day|Asking for advice|Replies and interviews) "
"""The headings that may follow the applications."""
ROW = re.compile(r"(?:\d{4}|known) (?:Junior|Cook)")
"""How a line of a table of these histories begins: the end of its day, and its role."""


def made(history: History, name: str, **options: str) -> bytes:
    """A file of all of it."""
    wanted = ExportRequest(name, history.choice, DateRange(), options)
    return FORMATS[name].make(db.session(), history.user, wanted, history.at, lambda done: None)


def check_report_on_paper(history: History, expected: Expected) -> None:
    """The PDF."""
    text = paper(made(history, "pdf"))
    if not expected.n:
        return
    minute = between(text, "In one minute", "What happened so far")
    assert numbers_in(FIGURES, minute) == _figures(expected)
    check_minute(_without_roles(minute), expected)
    way = between(text, "What happened to the applications", "What they keep saying")
    came = f"{expected.interviewed:,} came to an interview"
    assert (came in way) == bool(expected.interviewed)
    _noes(text, expected)
    over = f"Applications {expected.n:,} application"
    begin = "Applied Application Source" if still_open(expected) else over
    listed = re.split(NEXT, begin + between(text, begin))[0]
    _applications(len(ROW.findall(listed)), listed, expected)


def check_report_in_word(history: History, expected: Expected) -> None:
    """The Word file: the same, and its tables row by row."""
    paragraphs, tables = word_file(made(history, "docx"))
    if not expected.n:
        return
    begin, end = paragraphs.index("In one minute"), paragraphs.index("What happened so far")
    minute = " ".join(paragraphs[begin:end])
    assert numbers_in(FIGURES, minute) == _figures(expected)
    check_minute(_without_roles(minute), expected)
    _noes(" ".join(paragraphs), expected)
    [rows] = [table[1:] for table in tables if "How it stands" in table[0]] or [[]]
    place = paragraphs.index("Applications") if "Applications" in paragraphs else 0
    below = " ".join(paragraphs[place : place + 3])
    _applications(len(rows), below, expected)
    others = below[re.search(OTHERS, below).start() :] if re.search(OTHERS, below) else ""  # type: ignore[union-attr]
    if not re.search(r"and [\d,]+ more", below):
        assert Counter(row[3] for row in rows) + standings_in(others) == +labels(expected)


def _figures(expected: Expected) -> list[int]:
    return [expected.n, expected.interviewed, expected.offers, still_open(expected)]


def _without_roles(minute: str) -> str:
    return re.sub(r"Roles aimed at: .*?\.(?= )", "", minute)


def _noes(text: str, expected: Expected) -> None:
    """What they keep saying begins with how many there are."""
    if "What they keep saying" in text:
        said = between(text, "What they keep saying")
        assert numbers_in(r"^\s*([\d,]+) rejections?[,.]", said) == [expected.loops[0]]


def _applications(rows: int, text: str, expected: Expected) -> None:
    """Those that are listed, those left out, and those counted as ended: all of them."""
    more = re.search(r"and ([\d,]+) more", text)
    ended = re.search(OTHERS, text)
    over = number(ended[1]) if ended else 0
    assert over == expected.n - still_open(expected)
    if ended:
        assert standings_in(text[ended.start() :]).total() == over
    assert rows + (number(more[1]) if more else 0) == still_open(expected)


def check_log(history: History, expected: Expected) -> None:
    """What stands first on paper are the lines of the file."""
    told = made(history, "log-csv", preset="plain", divider="comma").decode().removeprefix("\ufeff")
    head, *rows = csv.reader(StringIO(told))
    what, result = head.index("What"), head.index("Result")
    kinds = Counter(row[what] for row in rows)
    assert kinds["Application"] == expected.dated
    sent = [row[result] for row in rows if row[what] == "Application"]
    assert sent.count("Offer") == expected.dated_offers
    text = paper(made(history, "log-pdf", preset="plain"))
    if rows:
        first = between(text, "In all", "Date What")
        assert numbers_in(r"([\d,]+) entr(?:y|ies)", first) == [len(rows)]
        for kind, many in kinds.items():
            assert re.search(rf"{kind} {many:,}(?![\d,])", first), (kind, many, first)
    else:
        assert "Nothing recorded in this time." in text

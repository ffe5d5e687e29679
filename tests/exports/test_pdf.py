"""The PDF report: two to four pages that can be read aloud, and nothing in them that was hidden."""

import io
import re
from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from itertools import pairwise
from typing import Any

import pypdf
import pytest
from pypdf.generic import ArrayObject, DictionaryObject

from tests.builders import Build
from tests.exports.readers import printed
from tests.exports.report.written import MADE_AT, chart, charts, record
from tracker.clock import now
from tracker.exports import pdf
from tracker.exports.formats import FORMATS
from tracker.exports.report.compose import report_of
from tracker.exports.request import ExportRequest
from tracker.extensions import db
from tracker.insights.charts.chart import Chart
from tracker.sharing.record import Record
from tracker.sharing.selection import FOR_LINKS, USUAL, Selection, SharedPart
from tracker.sharing.summary import SharedSummary

LONG = "Übersetzungsbüro株式会社שלום🚀" * 20


def pages(written: Record, shown: list[Chart] | None = None, country: str = "AU") -> Any:
    """The report, read back."""
    return pypdf.PdfReader(io.BytesIO(file_of(written, shown, country)))


def file_of(told: Record, shown: list[Chart] | None = None, country: str = "AU") -> bytes:
    """The report as a file."""
    return pdf.write(report_of(told, charts() if shown is None else shown), country)


@cache
def usual(many: int = 1) -> bytes:
    """The file of the record as it comes: made once, for it is only read."""
    return file_of(record(many=many))


def of_usual(many: int = 1) -> Any:
    """The same, read back."""
    return pypdf.PdfReader(io.BytesIO(usual(many)))


def said(reader: Any) -> str:
    """The text of all pages."""
    return "\n".join(page.extract_text() for page in reader.pages)


def tags(reader: Any) -> Iterator[DictionaryObject]:
    """The elements of the structure, in the order in which they are read."""

    def below(thing: Any) -> Iterator[DictionaryObject]:
        thing = thing.get_object()
        if isinstance(thing, ArrayObject):
            for each in thing:
                yield from below(each)
        elif isinstance(thing, DictionaryObject) and "/S" in thing:
            yield thing
            yield from below(thing.get("/K", ArrayObject()))

    yield from below(reader.trailer["/Root"]["/StructTreeRoot"]["/K"])


def kinds(reader: Any) -> list[str]:
    """What the elements are."""
    return [tag["/S"] for tag in tags(reader)]


def test_it_can_be_read_aloud() -> None:
    reader = of_usual(30)
    root = reader.trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-AU"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    assert (reader.metadata.title, reader.metadata.author) == ("Job search report", "Robin Quill")


def test_every_drawing_has_words_and_every_table_a_head() -> None:
    reader = of_usual(30)
    figures = [tag for tag in tags(reader) if tag["/S"] == "/Figure"]

    assert len(figures) == 4
    assert all("says that 3 of 20 did." in figure["/Alt"] for figure in figures)
    tables = [tag for tag in tags(reader) if tag["/S"] == "/Table"]
    assert len(tables) == 5
    assert kinds(reader).count("/TH") == 4 + 5 + 4 + 2 + 4


def test_headings_skip_no_level() -> None:
    levels = [int(kind[2]) for kind in kinds(of_usual()) if kind[:2] == "/H" and len(kind) == 3]

    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_pages_are_numbered() -> None:
    reader = pages(record(many=100))

    for number, page in enumerate(reader.pages, 1):
        assert f"{number} of {len(reader.pages)}" in page.extract_text()


@pytest.mark.parametrize("many", [1, 30, 5000])
def test_there_are_four_pages_at_most_and_the_rest_is_counted(many: int) -> None:
    reader = of_usual(many)

    assert 1 <= len(reader.pages) <= 4
    if many == 5000:
        assert "4,9" in said(reader)
        assert "ask Robin Quill for the Excel" in said(reader)


def test_where_room_is_short_what_matters_least_gives_way_and_what_waits_for_an_answer_never() -> (
    None
):
    many = record(many=200)
    soon = MADE_AT + timedelta(days=3)
    ahead = [many.interviews[0]._replace(role=f"Ahead {number}", at=soon) for number in range(5)]
    tall = [chart(each, rows=16) for each in ("way", "loops", "replies", "sources")]
    word = "Words that go on for a while. " * 3
    text = said(pages(record(many=200, word=word, interviews=[*ahead, *many.interviews]), tall))
    told = text.partition("To answer, and coming up")[2].partition("What I’d like help")[0]

    assert all(f"Ahead {number}" in told for number in range(5))
    assert text.partition("Stage history")[2].count("MARK-history") == 1


def test_there_are_four_pages_at_most_whatever_was_typed() -> None:
    tall = [chart(each, rows=40) for each in ("way", "loops", "replies", "sources", "themes")]
    reader = pages(record(many=500, word=LONG), tall, "US")  # whose pages are the shorter ones

    assert len(reader.pages) <= 4
    assert "株式会社" in said(reader)


def test_no_word_is_wider_than_its_column() -> None:
    parts = Selection(frozenset({SharedPart.APPLICATIONS, SharedPart.PAY}))
    words = re.findall("W+", said(pages(record(parts, word="W" * 500, name="Robin"))))

    assert max(map(len, words)) < 30
    assert sum(map(len, words)) > 60


def test_people_who_print_on_us_letter_get_it() -> None:
    assert round(float(pages(record(), country="US").pages[0].mediabox.height)) == 792
    assert round(float(of_usual().pages[0].mediabox.height)) == 842


def test_an_empty_search_makes_a_page() -> None:
    bare = record(Selection(USUAL), many=0, help_wanted="", summary=SharedSummary())
    reader = pages(bare, [chart("way", svg="", says="The way will show here.")])

    assert "The way will show here." in said(reader)
    assert len(reader.pages) <= 2


def test_it_leads_nowhere_else() -> None:
    assert not any(page.get("/Annots") for page in pages(record(word="https://x.example")).pages)


@pytest.mark.parametrize("first", [0, 1])
def test_what_is_not_ticked_is_nowhere_in_the_file(first: int) -> None:
    """Every other part: the report that it is written from is asked for each of them."""
    hidden = FOR_LINKS[first::2]
    rest = printed(file_of(record(Selection(frozenset(FOR_LINKS) - set(hidden), people=True))))

    assert "MARK-" in rest
    assert [part for part in hidden if f"MARK-{part}" in rest] == []


def test_what_is_ticked_is_there() -> None:
    whole = printed(usual())

    assert [part for part in FOR_LINKS if f"MARK-{part}" not in whole] == [SharedPart.SUMMARY]
    assert "MARK-insights row 0: How many 0" in whole  # read aloud, not printed


def test_it_is_made_from_the_database(build: Build) -> None:
    user = build.user(name="Robin", country="US", help_wanted="My answers get long.")
    build.application(user, company="Banksia Software", role="Baker")
    build.application(build.user(), company="Wattle", role="Somebody else’s")
    told: list[int] = []
    wanted = ExportRequest("pdf", Selection(frozenset(FOR_LINKS), companies=False))
    made = FORMATS["pdf"].make(db.session(), user, wanted, now(), told.append)
    reader = pypdf.PdfReader(io.BytesIO(made))

    assert "Baker, Company A" in said(reader)
    assert "My answers get long." in said(reader)
    assert not {"Banksia", "Wattle"} & set(printed(made).split())
    assert round(float(reader.pages[0].mediabox.height)) == 792
    assert told

"""The Word report: Word's own headings, lists and tables, and nothing in it that was hidden."""

import io
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn

from tests.builders import Build
from tests.exports.made import made
from tests.exports.report.written import MADE_AT, chart, charts, record
from tracker.clock import now
from tracker.exports import docx
from tracker.exports.formats import FORMATS
from tracker.exports.report.compose import report_of
from tracker.exports.request import ExportRequest
from tracker.extensions import db
from tracker.insights.charts.chart import Chart
from tracker.sharing.record import Record
from tracker.sharing.selection import FOR_LINKS, USUAL, Selection, SharedPart
from tracker.sharing.summary import SharedSummary


def written(record: Record, shown: list[Chart] | None = None, country: str = "AU") -> bytes:
    """The file."""
    return docx.write(report_of(record, charts() if shown is None else shown), country)


def opened(record: Record, shown: list[Chart] | None = None, country: str = "AU") -> Any:
    """The file, read back."""
    return Document(io.BytesIO(written(record, shown, country)))


@cache
def usual() -> bytes:
    """The file of the record as it comes: made once, for it is only read."""
    return written(record())


def of_usual() -> Any:
    """The same, read back."""
    return Document(io.BytesIO(usual()))


def of_figures(document: Any) -> list[Any]:
    """The tables but for those that hold two drawings side by side."""
    return [table for table in document.tables if table.style.name != "Side by Side"]


def everything(file: bytes) -> str:
    """Every text that is in the file, whatever it is for."""
    with ZipFile(io.BytesIO(file)) as parts:
        return "\n".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


def test_headings_are_words_own_and_skip_no_level() -> None:
    styles = [each.style.name for each in of_usual().paragraphs]
    levels = [int(name[-1]) for name in styles if name.startswith("Heading")]

    assert styles[0] == "Title"
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert "List Bullet" in styles
    assert "Quote" in styles


def test_formatting_is_in_styles_alone() -> None:
    document = of_usual()

    assert not document.element.body.findall(f".//{qn('w:rPr')}/{qn('w:b')}")
    assert not document.element.body.findall(f".//{qn('w:rPr')}/{qn('w:sz')}")
    assert not document.element.body.findall(f".//{qn('w:rPr')}/{qn('w:color')}")


def test_heads_of_tables_are_repeated_on_every_page() -> None:
    tables = of_figures(of_usual())

    assert tables
    for table in tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert table.style.name == "Report Table"


def test_every_drawing_has_words() -> None:
    shapes = of_usual().inline_shapes

    assert len(shapes) == 4
    assert all("says that 3 of 20 did." in each._inline.docPr.get("descr") for each in shapes)


def test_a_charts_figures_stand_below_it_where_they_are_few() -> None:
    def heads(rows: int) -> list[str]:
        document = opened(record(many=0), [chart("way", rows=rows)])
        return [table.cell(0, 0).text for table in of_figures(document)]

    assert heads(3) == ["What"]
    assert heads(30) == []


def test_it_says_whose_it_is_and_in_which_language_and_nothing_of_the_machine() -> None:
    file = usual()
    facts = Document(io.BytesIO(file)).core_properties

    assert (facts.title, facts.author, facts.last_modified_by) == (
        "Job search report",
        "Robin Quill",
        "Robin Quill",
    )
    assert facts.created == MADE_AT
    assert facts.comments == ""
    assert 'w:lang w:val="en-AU"' in everything(file)
    assert "python" not in everything(file).lower()


def test_pages_are_numbered_by_word() -> None:
    [footer] = of_usual().sections[0].footer.paragraphs
    codes = [each.text for each in footer._p.iter(qn("w:instrText"))]

    assert codes == ["PAGE", "NUMPAGES"]
    assert footer.text.startswith("Robin Quill · Made on Wed 25 Nov 2026")


def test_people_who_print_on_us_letter_get_it() -> None:
    assert round(opened(record(), country="US").sections[0].page_height.inches, 2) == 11
    assert round(of_usual().sections[0].page_height.mm) == 297


def test_words_from_the_right_stand_there() -> None:
    document = opened(record(help_wanted="שלום עולם\nHello"))
    right, left = (each for each in document.paragraphs if each.text in ("שלום עולם", "Hello"))

    assert right._p.pPr.find(qn("w:bidi")) is not None
    assert left._p.pPr.find(qn("w:bidi")) is None


def test_whatever_was_typed_there_is_a_file() -> None:
    typed = "\x00\x0b\x1f\ufffe <b>&amp;</b> 🚀\u202e a\tb\r\nc"
    text = "\n".join(each.text for each in opened(record(word=f"so {typed} it was")).paragraphs)

    assert "so " in text
    assert "it was" in text
    assert "\u202e" not in text


def test_what_is_left_out_is_counted() -> None:
    text = [each.text for each in opened(record(many=500)).paragraphs]

    assert "and 470 more" in text


def test_an_empty_search_makes_a_file() -> None:
    bare = record(Selection(USUAL), many=0, help_wanted="", summary=SharedSummary())
    text = [each.text for each in opened(bare, [chart("way", svg="", says="Here.")]).paragraphs]

    assert "Here." in text
    assert "Applications" not in text


@pytest.mark.parametrize("first", [0, 1])
def test_what_is_not_ticked_is_nowhere_in_the_file(first: int) -> None:
    """Every other part: the report that it is written from is asked for each of them."""
    hidden = FOR_LINKS[first::2]
    rest = everything(written(record(Selection(frozenset(FOR_LINKS) - set(hidden), people=True))))

    assert "MARK-" in rest
    assert [part for part in hidden if f"MARK-{part}" in rest] == []


def test_what_is_ticked_is_there() -> None:
    whole = everything(usual())

    assert [part for part in FOR_LINKS if f"MARK-{part}" not in whole] == [SharedPart.SUMMARY]


@pytest.mark.both_databases
def test_it_is_made_from_the_database(build: Build) -> None:
    user = build.user(name="Robin", help_wanted="My answers get long.")
    build.application(user, company="Banksia Software", role="Baker")
    build.application(build.user(), company="Wattle", role="Somebody else’s")
    told: list[int] = []
    wanted = ExportRequest("docx", Selection(frozenset(FOR_LINKS), companies=False))
    made = FORMATS["docx"].make(db.session(), user, wanted, now(), told.append)

    assert "Baker, Company A" in everything(made)
    assert "My answers get long." in everything(made)
    assert "Banksia" not in everything(made)
    assert "Wattle" not in everything(made)
    assert told


def test_two_drawings_stand_side_by_side_each_with_its_title_and_its_words() -> None:
    document = opened(record(many=0), [chart("way", rows=30), chart("loops", rows=30)])
    [sides] = [each for each in document.tables if each.style.name == "Side by Side"]
    [cells] = [row.cells for row in sides.rows]

    assert [cell.paragraphs[0].text for cell in cells] == [
        "What happened to the applications",
        "Rejections learnt from",
    ]
    assert all(cell._tc.findall(f".//{qn('w:drawing')}") for cell in cells)
    assert all("says that 3 of 20 did." in cell.text for cell in cells)


def test_a_column_of_figures_that_says_nothing_is_left_out() -> None:
    few = chart("loops", headers=("Step", "Noes", "Share"), rows=2)
    few = few._replace(rows=(("No", 1, ""), ("Asked", 0, "")))
    [table] = of_figures(opened(record(many=0), [few]))

    assert [cell.text for cell in table.rows[0].cells] == ["Step", "Noes"]
    assert [cell.text for cell in table.rows[2].cells] == ["Asked", "0"]


def test_an_offer_says_by_when_it_is_to_be_answered(build: Build) -> None:
    user = build.user()
    days = {"offer_received_on": date(2026, 11, 20), "offer_answer_by": date(2026, 11, 30)}
    build.application(user, role="Baker", pay_text="", **days)
    text = [each.text for each in Document(io.BytesIO(made(user, "docx"))).paragraphs]
    place = text.index("To answer, and coming up")

    assert text[place + 1].startswith("Baker, ")
    assert "offer of 20 Nov 2026 · to answer by 30 Nov 2026" in text[place + 1]

"""The report as a Word file, to be edited: headings, lists and tables are Word's own."""

import io
from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import chain
from typing import Any

from docx.document import Document as Pages
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.shared import Length, Mm
from sqlalchemy.orm import Session

from tracker.exports.docx import styles as look
from tracker.exports.docx.pictures import drawings, figure_rows
from tracker.exports.docx.text import writable, write_text
from tracker.exports.pdf import paper
from tracker.exports.report.blocks import (
    Block,
    Figures,
    Heading,
    Items,
    Paragraph,
    Picture,
    Pictures,
    Quote,
    Report,
    Rows,
    Small,
    left_out,
)
from tracker.exports.report.read import read_report
from tracker.exports.request import ExportRequest, ProgressCallback
from tracker.models.user import User

SHORT = 6
"""The rows of a chart's table, at most."""
DAY = 4
"""The share of a column that is as wide as its words."""
WIDEST = Mm(80)
"""Of a drawing, so that two stand side by side."""


def make(
    session: Session, user: User, wanted: ExportRequest, now: datetime, told: ProgressCallback
) -> bytes:
    """The same as the PDF."""
    country, report = user.country, read_report(session, user, wanted, now)
    told(40)
    return write(report, country)


def write(report: Report, country: str = "AU") -> bytes:
    """A report in Word's own format."""
    return Writer(report, country).write()


class Writer:
    """Writes one report, block by block."""

    def __init__(self, report: Report, country: str) -> None:
        self.report = report
        size = paper(country)
        self.pages: Pages = look.blank(size, report.title, writable(report.name), report.made_at)
        self.width = look.width(size)
        self.drawings = drawings(report)
        self.known: dict[str, str | None] = {}
        self.writers: dict[type, Callable[[Any], None]] = {
            Paragraph: self.paragraph,
            Figures: self.figures,
            Items: self.items,
            Quote: self.quote,
            Rows: self.rows,
            Pictures: self.pictures,
            Small: lambda small: self.text(small.text, "Caption"),
            Heading: lambda heading: self.text(heading.text, "Heading 2"),
        }

    def write(self) -> bytes:
        """The whole file."""
        report = self.report
        self.text(report.title, "Title")
        self.text(report.name, "Subtitle")
        self.text(f"{report.span} · {report.made}", "Subtitle")
        for section in report.sections:
            self.text(section.heading, "Heading 1")
            for block in section.blocks:
                self.block(block)
        for note in report.notes:
            self.text(note, "Caption")
        self.footer()
        file = io.BytesIO()
        self.pages.save(file)
        return file.getvalue()

    def block(self, block: Block) -> None:
        """By its kind."""
        self.writers[type(block)](block)

    def styled(self, paragraph: Any, style: str) -> Any:
        """A paragraph in a style that is looked up once: each look goes through all there are."""
        if style not in self.known:
            part: Any = self.pages.part
            self.known[style] = part.get_style_id(style, WD_STYLE_TYPE.PARAGRAPH)
        paragraph._p.style = self.known[style]
        return paragraph

    def text(self, text: str, style: str = "Normal") -> Any:
        """A paragraph, in the direction of its first letter."""
        paragraph = self.styled(self.pages.add_paragraph(), style)
        write_text(paragraph, text)
        return paragraph

    def paragraph(self, block: Paragraph) -> None:
        """Each line is one: so they can be edited one by one."""
        for line in block.text.split("\n"):
            if line.strip():
                self.text(line, look.KEY if block.strong else "Normal")

    def figures(self, block: Figures) -> None:
        """On one line."""
        self.text(" · ".join(" ".join(figure) for figure in block.figures), look.FIGURES)

    def items(self, block: Items) -> None:
        """Bullets; what else is to say stands below, in the same one."""
        for item in block.items:
            bullet = self.text(item.text, "List Bullet")
            for about in item.about:
                bullet.add_run("\n" + writable(about), style=look.QUIETLY)
        self.left_out(block.more)

    def rows(self, block: Rows) -> None:
        """The latest."""
        self.table(block.head, block.rows, block.widths)
        self.left_out(block.more)

    def left_out(self, more: int) -> None:
        """Never silently."""
        if more:
            self.text(left_out(more), "Caption")

    def quote(self, block: Quote) -> None:
        """Where it comes from stays with it."""
        self.text(block.text, "Quote")
        self.text(block.source, look.SOURCE)

    def pictures(self, block: Pictures) -> None:
        """Two drawings side by side, below them the figures of those that have few."""
        drawn = [picture for picture in block.pictures if picture.svg]
        for picture in block.pictures:
            if not picture.svg:
                self.text(picture.title, "Heading 2")
                self.text(picture.says)
        for start in range(0, len(drawn), 2):
            sides = self.pages.add_table(rows=1, cols=2, style=look.SIDES)
            for cell, picture in zip(sides.rows[0].cells, drawn[start : start + 2], strict=False):
                self.drawing(cell, picture)
        for picture in block.pictures:
            head, rows = figure_rows(picture)
            if rows and len(rows) <= SHORT:
                self.text(picture.title, look.TITLE).paragraph_format.keep_with_next = True
                self.table(head, rows, (1,) * len(head))

    def drawing(self, cell: Any, picture: Picture) -> None:
        """With its words for whoever can't see it."""
        write_text(cell.paragraphs[0], picture.title)
        self.styled(cell.paragraphs[0], look.TITLE)
        paragraph = self.styled(cell.add_paragraph(), look.DRAWING)
        shape = paragraph.add_run().add_picture(io.BytesIO(next(self.drawings)))
        if shape.width > WIDEST:
            shape.height = Length(shape.height * WIDEST // shape.width)
            shape.width = WIDEST
        described = shape._inline.docPr
        described.set("descr", writable(picture.alt))
        described.set("title", writable(picture.title))
        write_text(cell.add_paragraph(), picture.says)
        if picture.caution:
            write_text(self.styled(cell.add_paragraph(), "Caption"), picture.caution)

    def table(
        self, head: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]
    ) -> None:
        """The head is repeated on every page, and no row is broken."""
        table = self.pages.add_table(rows=0, cols=len(head), style=look.TABLE)
        table.autofit = False
        share = self.width / sum(width or DAY for width in widths)
        for number, width in enumerate(widths):
            table.columns[number].width = Length(int(share * (width or DAY)))
        for number, row in enumerate(chain([head], rows)):
            added = table.add_row()
            mark = OxmlElement("w:cantSplit" if number else "w:tblHeader")
            added._tr.get_or_add_trPr().append(mark)
            for cell, text in zip(added.cells, row, strict=True):
                write_text(self.styled(cell.paragraphs[0], look.CELL), text)

    def footer(self) -> None:
        """Whose it is, and the page's number."""
        footer = self.pages.sections[0].footer.paragraphs[0]
        footer.add_run(writable(f"{self.report.name} · {self.report.made}\t"))
        look.field(footer.add_run(), "PAGE")
        footer.add_run(" of ")
        look.field(footer.add_run(), "NUMPAGES")

"""A worksheet that writes its rows itself: XlsxWriter's own way takes four times as long.

Cells hold their text in place, so nothing that a person typed is ever read as markup, as
XlsxWriter reads what begins with <r> and ends with </r>.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from tracker.exports.cells import Cell, without_illegal_characters
from tracker.exports.sheet_column import SheetColumn
from tracker.exports.xlsx.styles import height, shortened_to_cell

MOST_ROWS = 1_048_575
"""Below the headings."""
MORE = "{:,} more rows don’t fit on a sheet; all of them are in the JSON file."
FIRST_DAY = date(1900, 3, 1)
"""Excel takes 1900 for a leap year: earlier days would be one off, and are kept as words."""
ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - Excel knows no time zones
DAY = timedelta(days=1)
OPENS = re.compile(r"https?://[^\s<>\"#]{1,2000}(?:#[^\s<>\"#]{0,200})?", re.IGNORECASE)
"""An address that Excel opens; longer ones it calls broken."""
MOST_LINKS = 60_000
ESCAPE = re.compile("_x[0-9A-Fa-f]{4}_")
"""What Excel would read as one letter."""


class SheetRows(Worksheet):  # type: ignore[misc]
    """One table, written when the file is put together."""

    def hold(
        self,
        columns: Sequence[SheetColumn],
        rows: Sequence[tuple[Cell, ...]],
        looks: dict[str, Format],
    ) -> None:
        """Rows that will stand below the headings, which are written as usual."""
        left_out = len(rows) - MOST_ROWS
        if left_out > 0:
            note = (MORE.format(left_out + 1),) + (None,) * (len(columns) - 1)
            rows = [*rows[: MOST_ROWS - 1], note]
        self.held = columns, rows, looks
        self._link(columns, rows)
        self.dim_rowmax = len(rows)

    def _link(self, columns: Sequence[SheetColumn], rows: Sequence[tuple[Cell, ...]]) -> None:
        """Let addresses open: the cell's words stay ours."""
        self.ignore_write_string = True
        for number, column in enumerate(columns):
            for at, row in enumerate(rows if column.kind == "link" else (), start=1):
                if self.hlink_count < MOST_LINKS and OPENS.fullmatch(str(row[number] or "")):
                    self.write_url(at, number, row[number])
        self.ignore_write_string = False

    def _write_rows(self) -> None:
        (columns, rows, looks), last = self.held, self.dim_rowmax
        self.dim_rowmax = 0
        super()._write_rows()
        self.dim_rowmax = last
        write: Callable[[str], object] = self.fh.write
        styles = {kind: f'" s="{look._get_xf_index()}"' for kind, look in looks.items()}
        cells = [(xl_col_to_name(n), column.kind) for n, column in enumerate(columns)]
        for number, row in enumerate(rows, start=2):
            tall = height(columns, row)
            written = [f'<row r="{number}" ht="{tall}" customHeight="1">']
            for (letters, kind), cell in zip(cells, row, strict=True):
                if cell is not None and cell != "":
                    style = styles["day" if type(cell) is date else kind]
                    written.append(f'<c r="{letters}{number}{style}{cell_content(cell)}</c>')
            written.append("</row>")
            write("".join(written))


def cell_content(cell: Cell) -> str:
    """The rest of a cell's tag, and what stands in it."""
    if isinstance(cell, str):
        return f' t="inlineStr"><is><t xml:space="preserve">{escaped(cell)}</t></is>'
    if isinstance(cell, bool):
        return f' t="b"><v>{cell:d}</v>'
    if isinstance(cell, int | float):
        return f"><v>{cell!r}</v>"
    if isinstance(cell, datetime) and cell.date() >= FIRST_DAY:
        return f"><v>{(cell.replace(tzinfo=None) - ZERO) / DAY!r}</v>"
    if isinstance(cell, date) and not isinstance(cell, datetime) and cell >= FIRST_DAY:
        return f"><v>{cell.toordinal() - ZERO.toordinal()}</v>"
    return cell_content(str(cell))


def escaped(text: str) -> str:
    """What fits and what XML can carry, read back letter by letter."""
    text = shortened_to_cell(without_illegal_characters(text))
    if "_x" in text:
        text = ESCAPE.sub(lambda found: f"_x005F{found[0]}", text)
    if "&" in text or "<" in text or ">" in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text

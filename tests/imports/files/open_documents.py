"""Sheets of OpenDocument, as small as they can be."""

import io
import zipfile
from html import escape

START = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
    "><office:body><office:spreadsheet>"
)
END = "</office:spreadsheet></office:body></office:document-content>"
KIND = "application/vnd.oasis.opendocument.spreadsheet"


def zipped(parts: dict[str, bytes | str]) -> bytes:
    """These parts, packed."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return file.getvalue()


def cell(text: str) -> str:
    """A cell with words in it."""
    words = f"<text:p>{escape(text)}</text:p>" if text else ""
    return f'<table:table-cell office:value-type="string">{words}</table:table-cell>'


def row(*cells: str, times: int = 1) -> str:
    """A row of cells, which is there so many times."""
    return (
        f'<table:table-row table:number-rows-repeated="{times}">{"".join(cells)}</table:table-row>'
    )


def words(*texts: str) -> str:
    """A row of words."""
    return row(*map(cell, texts))


def document(*rows: str, **sheets: str) -> bytes:
    """A file with these rows on its first sheet, and other sheets by their names."""
    tables = {"Sheet1": "".join(rows)} | sheets if rows else sheets
    content = "".join(
        f'<table:table table:name="{escape(name)}">{lines}</table:table>'
        for name, lines in tables.items()
    )
    return zipped({"mimetype": KIND, "content.xml": START + content + END})

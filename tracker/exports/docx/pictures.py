"""Drawings and their figures in a Word file."""

from collections.abc import Iterator
from itertools import chain

from tracker.exports.report.blocks import Picture, Pictures, Report
from tracker.exports.typesetting import drawings_as_png


def drawings(report: Report) -> Iterator[bytes]:
    """All of a report, in their order."""
    blocks = chain.from_iterable(section.blocks for section in report.sections)
    pictures = chain.from_iterable(
        block.pictures for block in blocks if isinstance(block, Pictures)
    )
    return iter(drawings_as_png([picture.svg for picture in pictures if picture.svg]))


def figure_rows(picture: Picture) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Head and rows of a chart's figures, without columns that say nothing."""
    columns = [
        column for column in zip(picture.head, *picture.rows, strict=True) if any(column[1:])
    ]
    head, *rows = zip(*columns, strict=True) if columns else [()]
    return head, tuple(rows)

"""The report as a PDF that can be read aloud (PDF/UA-1)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from tracker.exports.report.blocks import Block, Picture, Pictures, Report
from tracker.exports.report.read import read_report
from tracker.exports.request import ExportRequest, ProgressCallback
from tracker.exports.typesetting import typeset
from tracker.models.user import User

LETTER = ("US", "CA", "MX", "CL", "CO", "PH")
"""Countries that print on US Letter; the others on A4."""


PAGES = 4


def make(
    session: Session, user: User, wanted: ExportRequest, now: datetime, told: ProgressCallback
) -> bytes:
    """Two to four pages."""
    country, report = user.country, read_report(session, user, wanted, now)
    told(50)
    return write(report, country)


def write(report: Report, country: str = "AU") -> bytes:
    """A report on paper."""
    return typeset("report.typ", as_data(report, country), PAGES)


def as_data(report: Report, country: str) -> dict[str, Any]:
    """As the template reads it: each block says what it is."""
    sections = [
        {"heading": section.heading, "blocks": [_block(block) for block in section.blocks]}
        for section in report.sections
    ]
    shown = ("title", "name", "span", "made", "notes")
    facts = {name: getattr(report, name) for name in shown}
    return {**facts, "sections": sections, "paper": paper(country)}


def paper(country: str) -> str:
    """What people print on there."""
    return "us-letter" if country in LETTER else "a4"


def _block(block: Block) -> Mapping[str, Any]:
    facts = block._asdict()
    if isinstance(block, Pictures):
        facts["pictures"] = [_picture(picture) for picture in block.pictures]
    return {"is": type(block).__name__.lower(), **facts}


def _picture(picture: Picture) -> Mapping[str, str]:
    shown = ("title", "svg", "says", "caution", "alt")
    return {name: getattr(picture, name) for name in shown}

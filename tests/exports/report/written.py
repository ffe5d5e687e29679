"""Records and charts made by hand, with a mark of its part in every text."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from tracker.insights.charts.chart import Chart
from tracker.sharing.loop_rows import (
    ActionRow,
    AskRow,
    FeedbackRow,
    PointRow,
    RejectionRow,
    ReviewRow,
)
from tracker.sharing.record import PARTS, Record
from tracker.sharing.redaction import Redaction
from tracker.sharing.rows import ApplicationRow, InterviewRow, MoveRow, NoteRow, OfferRow
from tracker.sharing.selection import FOR_LINKS, Selection, SharedPart
from tracker.sharing.summary import SharedSummary
from tracker.values.date_range import DateRange

MADE_AT = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
DAY = date(2026, 11, 2)
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 340 90" width="340" height="90">'
    '<rect width="200" height="20" fill="#28644b"/><text y="40" font-size="13">{}</text></svg>'
)
WHICH: dict[str, Any] = {"application_id": 1, "company": "Banksia Software", "role": "Developer"}
EVERYTHING = Selection(frozenset(FOR_LINKS), people=True)


def chart(id_: str, mark: str = "", rows: int = 3, **facts: Any) -> Chart:
    """A chart with a word of its own in every part."""
    word = mark or f"Chart {id_}"
    found = Chart(
        id_,
        f"{word} title",
        f"{word} says that 3 of 20 did.",
        DRAWING.format(f"{word} drawn"),
        ("What", "How many"),
        tuple((f"{word} row {number}", number) for number in range(rows)),
        f"{word} caution.",
    )
    return found._replace(**facts)


def charts() -> list[Chart]:
    """One of each that a report shows."""
    parts = {"themes": SharedPart.FEEDBACK, "asking": SharedPart.ASKS, "worked": SharedPart.ACTIONS}
    ids = ("loops", "way", "weeks", "stages", "replies", "sources", "themes", "asking", "worked")
    return [chart(id_, f"MARK-{parts.get(id_, SharedPart.INSIGHTS)}") for id_ in ids]


def record(choice: Selection = EVERYTHING, many: int = 1, word: str = "", **facts: Any) -> Record:
    """So many of each line of the parts that are chosen; `word` stands in every text."""

    def mark(part: str) -> str:
        return f"MARK-{part} {word}".strip()

    which = {**WHICH, **({"role": word, "company": word} if word else {})}
    lines: dict[str, Any] = {
        "applications": _application(which, mark("applications"), mark("pay"), choice),
        "moves": MoveRow(**which, on=MADE_AT.date(), before="Applied", after=mark("history")),
        "interviews": InterviewRow(
            **which,
            on=(MADE_AT - timedelta(days=3)).date(),
            at=MADE_AT - timedelta(days=3),
            minutes=45,
            kind="Panel",
            round=2,
            people="Jo",
            went_well=mark("interviews"),
            would_change="",
            rating=4,
            outcome="",
        ),
        "asks": AskRow(
            **which,
            on=DAY,
            kind="Ask",
            channel="Call",
            contact="Jo",
            wording="",
            result=mark("asks"),
        ),
        "noes": RejectionRow(**which, on=DAY, how="Email", words=mark("feedback"), reason=""),
        "feedback": FeedbackRow(
            1, **which, on=DAY, channel="Email", giver="Jo", words=mark("feedback"), specific=True
        ),
        "points": PointRow(
            1,
            **which,
            quote=mark("feedback"),
            kind="To improve",
            theme=mark("feedback"),
            agreed="",
        ),
        "actions": _action(which, mark("actions")),
        "reviews": ReviewRow("Résumé", "Ana", None, DAY, mark("reviews")),
        "notes": NoteRow(**which, at=MADE_AT, body=mark("notes")),
    }
    chosen = {
        name: [line] * many if PARTS[name][0] in choice else [] for name, line in lines.items()
    }
    people = None if choice.people else ["Jo"]
    companies = None if choice.companies else ["Banksia Software"]
    shown = {
        "name": word or "Robin Quill",
        "span": DateRange("dates", date(2026, 9, 1), date(2026, 11, 25)),
        "choice": choice,
        "made_at": MADE_AT,
        "mask": Redaction(companies, people),
        "help_wanted": mark("help") if SharedPart.HELP in choice else "",
        "summary": SharedSummary(
            many, 9, 2, waiting=12, rejections=20, asked=14, answered=8, closed=5, actions_done=6
        )
        if SharedPart.SUMMARY in choice
        else None,
    }
    return Record(**{**shown, **chosen, **facts})


def _application(which: dict[str, Any], words: str, pay: str, choice: Selection) -> ApplicationRow:
    return ApplicationRow(
        id=1,
        company=which["company"],
        role=words,
        location=which["role"],
        workplace="Hybrid",
        employment="Full time",
        source=which["role"],
        link="",
        applied_on=DAY,
        closes_on=None,
        stage="Applied",
        since=DAY,
        outcome="",
        archived_on=None,
        resume="",
        letter="",
        excitement=4,
        pay_text=pay if SharedPart.PAY in choice else "",
        offer_on=None,
        offer_decision="",
        standing="Waiting",
    )


def offer(**facts: Any) -> OfferRow:
    """A round that waits for an answer, of the first application."""
    row = OfferRow(
        application_id=1,
        company="Acme",
        role="Baker",
        on=DAY,
        answer_by=None,
        pay_text="",
        terms="",
        became="Waiting for an answer",
        became_on=None,
        answer="",
        answered_on=None,
        waits=True,
        implied=False,
    )
    return row._replace(**facts)


def _action(which: dict[str, Any], words: str) -> ActionRow:
    return ActionRow(
        id=1,
        **which,
        kind="Skill",
        what=words,
        cue="On Thursday",
        plan="write it",
        due_on=DAY,
        done_on=DAY,
        proof="Sent to Ana",
        used=2,
    )

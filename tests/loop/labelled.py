"""The labelled feedback; ../data/feedback.md says how it was made and what is held back."""

import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from tracker.loop.feedback_reading import FeedbackReading, read_feedback
from tracker.loop.feedback_reading.kinds import point_kind
from tracker.loop.feedback_reading.themes import themes_of

DATA = Path(__file__).parent.parent / "data" / "feedback.jsonl"
Split = Literal["tune", "held"]
UNSEEN = "unseen"
"""The batch written after the words were fixed; it is in neither part."""

OTHERS = "others"
"""The batch written and labelled by somebody who had not seen the rules."""


@dataclass(frozen=True)
class Labelled:
    """One piece as a person labelled it; points are quotes with a kind and themes."""

    text: str
    language: str
    register: str
    specificity: str
    themes: tuple[str, ...]
    points: tuple[tuple[str, str, tuple[str, ...]], ...]
    batch: str
    split: Split


def split_of(text: str) -> Split:
    """The same third whoever asks and whatever is added later."""
    return "held" if int(hashlib.sha256(text.encode()).hexdigest(), 16) % 3 == 0 else "tune"


def labelled(split: Split | None = None) -> list[Labelled]:
    """All pieces but the unseen, or those of one part."""
    return [piece for piece in _read() if piece.batch != UNSEEN and split in (None, piece.split)]


def unseen() -> list[Labelled]:
    """The pieces that no word was ever chosen by."""
    return [piece for piece in _read() if piece.batch == UNSEEN]


def others(split: Split | None = None) -> list[Labelled]:
    """What somebody else wrote, or one part of it."""
    return [piece for piece in labelled(split) if piece.batch == OTHERS]


@lru_cache(maxsize=1024)
def reading(text: str) -> FeedbackReading:
    """What is proposed for it, read once for all counts."""
    return read_feedback(text)


@lru_cache(maxsize=4096)
def kind_of(quote: str) -> str | None:
    """The kind that is proposed for a quote, read once for all counts."""
    found = point_kind(quote, themes_of(quote))
    return found.kind if found else None


@lru_cache(maxsize=1)
def _read() -> tuple[Labelled, ...]:
    rows = [json.loads(line) for line in DATA.read_text("utf-8").splitlines()]
    return tuple(
        Labelled(
            text=row["text"],
            language=row["language"],
            register=row["register"],
            specificity=row["specificity"],
            themes=tuple(row["themes"]),
            points=tuple((p["quote"], p["kind"], tuple(p["themes"])) for p in row["points"]),
            batch=row["batch"],
            split=row["split"],
        )
        for row in rows
    )

"""One entry of the timeline as the template shows it."""

from typing import NamedTuple

from markupsafe import Markup

from tracker.models.reads.timeline_story import BEGINNING


class Phrase(NamedTuple):
    """A few words of an entry, perhaps with what they are about."""

    label: str
    words: str


class PresentedEntry(NamedTuple):
    """What the template shows of one entry."""

    id: str
    step: bool
    title: str
    time: str
    said: str
    html: Markup | None
    parts: list[Phrase]
    href: str | None
    link_label: str
    undo_url: str | None


def phrases(*given: tuple[str, str | None]) -> list[Phrase]:
    """Those that say something; long ones end in an ellipsis."""
    return [
        Phrase(label, words + "…" if len(words) >= BEGINNING else words)
        for label, words in given
        if words
    ]

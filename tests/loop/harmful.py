"""The mistakes that do harm: words to act on that are read as praise or as not about the person."""

from typing import NamedTuple

from tests.loop.labelled import Labelled, kind_of, reading

LIMIT = 0.01
"""Fewer than one in a hundred."""


class Harm(NamedTuple):
    """Labelled improvements, what they were read as, and how often praise was proposed at all."""

    improvements: int
    praised: int
    set_aside: int
    praise: int

    @property
    def of_improvements(self) -> float:
        """Of what there is to improve, how much is read as a strength."""
        return self.praised / self.improvements if self.improvements else 0.0

    @property
    def of_praise(self) -> float:
        """Of what is read as a strength, how much is something to improve."""
        return self.praised / self.praise if self.praise else 0.0


def in_quotes(pieces: list[Labelled]) -> Harm:
    """When just the labelled words are read."""
    kinds = [(kind, kind_of(quote)) for piece in pieces for quote, kind, _ in piece.points]
    return Harm(
        sum(right == "improve" for right, _ in kinds),
        kinds.count(("improve", "strength")),
        kinds.count(("improve", "not_me")),
        sum(read == "strength" for _, read in kinds),
    )


def in_whole_texts(pieces: list[Labelled]) -> Harm:
    """As people get it: a sentence's one kind is what all in it is read as."""
    improvements = praised = set_aside = praise = 0
    for piece in pieces:
        points = reading(piece.text).points
        praise += sum(point.kind == "strength" for point in points)
        for quote, kind, _ in piece.points:
            if kind == "improve":
                read = kinds_over(piece.text, quote)
                improvements += 1
                praised += "strength" in read
                set_aside += "improve" not in read and "not_me" in read
    return Harm(improvements, praised, set_aside, praise)


def kinds_over(text: str, quote: str) -> set[str]:
    """The kinds of the sentences that hold a part of the quote."""
    start = text.index(quote)
    return {
        point.kind
        for point in reading(text).points
        if point.sentence.start < start + len(quote) and start < point.sentence.end
    }


def lines(pieces: list[Labelled]) -> str:
    """Both counts as they are printed."""
    rows = (("in quotes", in_quotes(pieces)), ("in whole texts", in_whole_texts(pieces)))
    return "\n".join(
        [
            "an improvement read as",
            *(
                f"  {name:<16}a strength: {one.praised} of {one.improvements} improvements"
                f" ({one.of_improvements:.1%}), of {one.praise} read as strengths"
                f" ({one.of_praise:.1%}); not about me: {one.set_aside}"
                for name, one in rows
            ),
        ]
    )

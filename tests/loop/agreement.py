"""How far the proposals agree with the labels: `python -m tests.loop.agreement`.

`--errors` lists what differs in the tuning part; the others are seen in totals only.
"""

import sys
from collections.abc import Iterable
from typing import NamedTuple

from tests.loop import harmful
from tests.loop.labelled import Labelled, kind_of, labelled, others, reading, unseen
from tracker.loop.feedback_reading import THEMES

SPECIFICITIES = ("specific", "generic", "none")
KINDS = ("strength", "improve", "not_me")


class Agreement(NamedTuple):
    """Counts for one label."""

    both: int
    proposed: int
    labelled: int

    @property
    def precision(self) -> float:
        """Of what is proposed, how much is right."""
        return self.both / self.proposed if self.proposed else 0.0

    @property
    def recall(self) -> float:
        """Of what is right, how much is proposed."""
        return self.both / self.labelled if self.labelled else 0.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        total = self.proposed + self.labelled
        return 2 * self.both / total if total else 0.0


Pairs = list[tuple[set[str], set[str]]]
"""What is labelled and what is proposed, piece by piece."""


def agreement(pairs: Pairs, labels: Iterable[str]) -> dict[str, Agreement]:
    """Label by label."""
    return {
        label: Agreement(
            sum(label in right and label in proposed for right, proposed in pairs),
            sum(label in proposed for _, proposed in pairs),
            sum(label in right for right, _ in pairs),
        )
        for label in labels
    }


def macro_f1(found: dict[str, Agreement]) -> float:
    """The mean of the labels' F1, each counting the same."""
    return sum(one.f1 for one in found.values()) / len(found)


def specificity(pieces: list[Labelled]) -> dict[str, Agreement]:
    """Specific, generic, none."""
    return agreement(
        [({one.specificity}, {reading(one.text).specificity}) for one in pieces],
        SPECIFICITIES,
    )


def themes(pieces: list[Labelled]) -> dict[str, Agreement]:
    """The themes of whole pieces."""
    pairs = [
        (set(one.themes), {theme.theme for theme in reading(one.text).themes}) for one in pieces
    ]
    return agreement(pairs, THEMES)


def kinds(pieces: list[Labelled]) -> dict[str, Agreement]:
    """The kinds of the labelled points."""
    pairs: Pairs = []
    for piece in pieces:
        for quote, kind, _ in piece.points:
            found = kind_of(quote)
            pairs.append(({kind}, {found} if found else set()))
    return agreement(pairs, KINDS)


def table(title: str, found: dict[str, Agreement]) -> str:
    """Precision, recall and F1 a label, and their mean."""
    head = f"{title:<18}{'precision':>10}{'recall':>8}{'F1':>7}{'n':>6}"
    rows = [
        f"  {label:<16}{one.precision:>10.2f}{one.recall:>8.2f}{one.f1:>7.2f}{one.labelled:>6}"
        for label, one in found.items()
    ]
    return "\n".join([head, *rows, f"  {'mean':<33} {macro_f1(found):>7.2f}"])


def errors(pieces: list[Labelled]) -> Iterable[str]:
    """What differs, to tune by; never of the part that is held back."""
    for piece in pieces:
        found = reading(piece.text)
        proposed = {one.theme for one in found.themes}
        wrong = set(piece.themes) ^ proposed
        if found.specificity == piece.specificity and not wrong:
            continue
        yield f"--- {piece.specificity} -> {found.specificity} {found.because}"
        yield f"    missing {sorted(set(piece.themes) - proposed)}"
        extra = [one for one in found.themes if one.theme not in piece.themes]
        yield f"    extra {[(one.key, one.because) for one in extra]}"
        yield f"    {piece.text}"


def parts() -> dict[str, list[Labelled]]:
    """What is measured apart."""
    return {
        "tuned on": labelled("tune"),
        "held back": labelled("held"),
        "by others, tuned on": others("tune"),
        "by others, held back": others("held"),
        "by others": others(),
        "unseen": unseen(),
        "everything": [*labelled(), *unseen()],
    }


def main() -> None:
    """Print every part, and the tuning part's errors when asked."""
    for name, pieces in parts().items():
        print(f"== {name}: {len(pieces)} pieces")
        print(table("specific?", specificity(pieces)))
        print(table("themes", themes(pieces)))
        print(table("kinds of points", kinds(pieces)))
        print(harmful.lines(pieces), end="\n\n")
    if "--errors" in sys.argv:
        print("\n".join(errors(labelled("tune"))))


if __name__ == "__main__":
    main()

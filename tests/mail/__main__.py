"""How well mails are read: `python -m tests.mail`.

`--errors` lists what differs in the part that the words were chosen by; what is held back is seen
in totals only.
"""

import sys
from collections.abc import Iterable, Sequence

from tests.loop.agreement import Agreement, agreement, macro_f1, table
from tests.mail.labelled_mails import Labelled, invitation, labelled, later, part, reading
from tracker.mail import KINDS


def kinds(mails: Sequence[Labelled]) -> dict[str, Agreement]:
    """Kind by kind."""
    return agreement([({each.kind}, {reading(each.source).kind}) for each in mails], KINDS)


def read_as_no(mails: Sequence[Labelled]) -> tuple[int, int]:
    """How many of those that are no no are read as one, and how many those are."""
    others = [each for each in mails if each.kind != "no"]
    return sum(reading(each.source).kind == "no" for each in others), len(others)


def days(mails: Sequence[Labelled]) -> tuple[int, int, int]:
    """Invitations with one day and hour: how many are read right, wrong, and how many there are."""
    right = wrong = 0
    timed = [each for each in mails if each.kind == "invitation" and each.when]
    for each in timed:
        slots = invitation(each).slots
        said = {f"{slot.on} {slot.at:%H:%M}" if slot.at else f"{slot.on}" for slot in slots}
        right += said == {each.when}
        wrong += bool(said) and each.when not in said
    return right, wrong, len(timed)


def errors(mails: Sequence[Labelled]) -> Iterable[str]:
    """What differs, to choose words by; never of what is held back."""
    for each in mails:
        found, mail = reading(each.source), each.mail
        if found.kind != each.kind:
            said = [mail.text[one.start : one.end] for one in found.because]
            yield f"--- {each.kind} -> {found.kind} {said}\n{each.source}\n"
    for each in mails:
        slots = [f"{s.on} {s.at:%H:%M}" if s.at else f"{s.on}" for s in invitation(each).slots]
        if each.kind == "invitation" and each.when and slots != [each.when]:
            yield f"--- {each.when} -> {slots}\n{each.source}\n"


def main() -> None:
    """Print both parts and all of it."""
    parts = {
        "tuned on": part("tune"),
        "held back": part("held"),
        "everything": list(labelled()),
        "later": list(later()),
    }
    for name, mails in parts.items():
        found = kinds(mails)
        wrongly, others = read_as_no(mails)
        right, wrong, timed = days(mails)
        print(f"== {name}: {len(mails)} mails")
        print(table("kind", found))
        print(f"  {wrongly} of {others} others read as a no; macro-F1 {macro_f1(found):.3f}")
        print(f"  day and hour: {right} of {timed} right, {wrong} another\n")
    if "--errors" in sys.argv:
        print("\n".join(errors([*part("tune"), *later()])))


if __name__ == "__main__":
    main()

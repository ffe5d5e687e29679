"""How well postings are read: `python -m tests.postings.measure [folder]`.

Each file of `pages` holds what is to be read of it (JSON), a line of three dashes, and the page or
the ad; all were written for this, in the forms that boards have.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from tracker.postings.paste import pasted
from tracker.postings.posting import Hints, Posting
from tracker.postings.read import read_posting

PAGES, LATER = Path(__file__).parent / "pages", Path(__file__).parent / "later"
FACTS = ("company", "role", "location", "workplace", "employment", "pay", "closes_on", "skills",
         "source", "text")  # fmt: skip
HINTS = Hints(
    date(2026, 11, 29),
    ZoneInfo("Australia/Sydney"),
    "AUD",
    skills=("C++", "Go", "Python", "R", "SQL"),
)


class Labelled(NamedTuple):
    """A posting, and what is to be read of it."""

    name: str
    wanted: dict[str, Any]
    content: str


def labelled(folder: Path = PAGES) -> Iterator[Labelled]:
    """All of a folder."""
    for file in sorted(folder.glob("*.txt")):
        head, _, content = file.read_text("utf-8").partition("\n---\n")
        yield Labelled(file.stem, json.loads(head), content)


def read(case: Labelled) -> Posting:
    """As the program does it."""
    return read_posting(case.content, case.wanted["link"] or pasted(case.content).link, HINTS)


def differences(case: Labelled) -> dict[str, tuple[Any, Any]]:
    """What was to be read and what was, for each fact that differs."""
    wanted, got = case.wanted, read(case)
    pay = got.pay("AUD")
    amounts = {"pay_min": pay.minimum, "pay_max": pay.maximum, "pay_currency": pay.currency,
               "pay_period": pay.period}  # fmt: skip
    read_pay = {name: amounts[name] for name in amounts if name in wanted}
    text = {said: said in got.text for said in (*wanted["text_has"], *wanted["text_lacks"])}
    pairs: dict[str, tuple[Any, Any]] = {
        name: (wanted[name], getattr(got, name))
        for name in ("company", "role", "location", "workplace", "employment", "source")
    }
    pairs["pay"] = ({name: wanted[name] for name in read_pay}, read_pay | _said(got, wanted))
    day = got.closes_on.isoformat() if got.closes_on else None
    pairs["closes_on"] = (wanted["closes_on"], day)
    pairs["skills"] = (wanted["skills"], list(got.skills))
    pairs["text"] = ({each: each in wanted["text_has"] for each in text}, text)
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def _said(got: Posting, wanted: dict[str, Any]) -> dict[str, Any]:
    """Where no amount is to be read, none is; what is written of it may stand."""
    return {"pay_min": None} if wanted.get("pay_min") is None and "TVöD" in got.pay_text else {}


def main(folder: Path = PAGES) -> None:
    """The table, and all that was read otherwise."""
    wrong: Counter[str] = Counter()
    cases = list(labelled(folder))
    whole = 0
    for case in cases:
        found = differences(case)
        wrong.update(list(found))
        whole += not found
        for name, (wanted, got) in found.items():
            print(f"{case.name}: {name}\n  wanted {wanted!r}\n  got    {got!r}")
    print(f"\n| fact | right of {len(cases)} |\n|---|---|")
    for name in FACTS:
        print(f"| {name} | {len(cases) - wrong[name]} |")
    print(f"| **all of it** | {whole} |")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else PAGES)

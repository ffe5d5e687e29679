"""Every letter and script with sample facts, as docs/letters.md shows them.

Run `python -m tests.loop.ask.rendered` to write that page anew after a change of the words.
"""

import textwrap
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import NamedTuple, get_args

from tracker.loop.ask import KINDS, LANGUAGES, TONES, LetterFacts, letter, script
from tracker.loop.ask.letter_facts import Moment, Purpose
from tracker.loop.ask.letters import review_request
from tracker.loop.ask.replies import reply, said_hour

PAGE = Path(__file__).parents[3] / "docs" / "letters.md"
HEAD = """# Every letter and every script

What Onward proposes, with sample facts, in both languages. `python -m tests.loop.ask.rendered`
writes this page, and a test compares it with the templates in `templates/letters`.
"""
FACTS = LetterFacts(
    kind="interview",
    role="Data Analyst (m/w/d)",
    company="Nordlicht GmbH",
    applied_on=date(2026, 10, 5),
    interviewed_on=date(2026, 11, 12),
    told_on=date(2026, 11, 27),
    how="email",
    contact="Frau Dr. Weber",
    contact_part="hiring_manager",
    contact_company="Nordlicht GmbH",
    my_name="Zoë Martin",
    my_phone="0400 123 456",
    today=date(2026, 11, 28),
    asked_on=date(2026, 11, 13),
)
COLLEAGUE = {"contact": "Jonas Weber"}
AGENCY = {"contact": "Ana Lee", "contact_part": "recruiter", "contact_company": "Talent Bridge"}
OF_A_KIND = {"internal": COLLEAGUE, "silence": {"how": "silence", "told_on": None}}
QUESTIONS = ("Was my example about the stocktake clear?", "What was missing?")
ALSO: dict[str, tuple[str, dict[str, object]]] = {
    "Told by phone": ("interview", {"how": "phone"}),
    "Told in person": ("interview", {"how": "in_person"}),
    "Told by their portal": ("application", {"how": "portal"}),
    "The role will not be filled": ("interview", {"role_cancelled": True}),
    "After a voicemail": ("interview", {"called": "left_message"}),
    "With two questions of one's own": ("interview", {"questions": QUESTIONS}),
    "To HR": ("interview", {"contact": "HR team", "contact_part": "hr"}),
    "To a recruiter of the company": ("application", {"contact_part": "recruiter"}),
    "To an agency, after an interview": ("interview", AGENCY),
    "To an agency, after an application": ("application", AGENCY),
    "To an agency that never answered": ("silence", AGENCY),
    "To an agency, about a panel": ("panel", AGENCY),
    "To somebody who recommended me": ("interview", COLLEAGUE | {"contact_part": "referrer"}),
    "To nobody known": ("application", {"contact": "", "contact_part": ""}),
    "To the US": ("interview", {"country": "US"}),
    "To Switzerland": ("interview", {"country": "CH"}),
}
LATER = {"nudge": "One reminder", "probe": "One more question", "thanks": "Thank you",
         "follow_up": "Follow up"}  # fmt: skip
LOOKS = {"resume": "a résumé", "linkedin": "LinkedIn", "social": "social media"}


class Row(NamedTuple):
    """The same words in both languages."""

    title: str
    english: list[str]
    german: list[str]


def situation(kind: str, **more: object) -> LetterFacts:
    """The sample facts of a kind."""
    return replace(FACTS, kind=kind, **{**OF_A_KIND.get(kind, {}), **more})


def letter_rows() -> Iterator[tuple[str, list[Row]]]:
    """First letters by situation and tone, those to others, and the later ones."""
    for kind, name in KINDS.items():
        yield f"Letter: {name}", [_letter(TONES[tone], situation(kind), tone) for tone in TONES]
    yield (
        "Letter: told otherwise, or to somebody else",
        [
            _letter(f"{title}, {TONES[tone].lower()}", situation(kind, **more), tone)
            for title, (kind, more) in ALSO.items()
            for tone in (("warm", "formal") if "country" in more else ("warm",))
        ],
    )
    for purpose, name in LATER.items():
        kinds = {"interview": "", "internal": " to a colleague"}
        yield (
            f"Letter: {name}",
            [
                _letter(f"{TONES[tone]}{to}", situation(kind), tone, purpose)
                for kind, to in kinds.items()
                for tone in TONES
            ],
        )
    looks = [
        Row(f"To look at {what}", *(_said(review_request(k, "Jonas", "Zoë", e)) for e in LANGUAGES))
        for k, what in LOOKS.items()
    ]
    yield "Message: would you have a look?", looks
    on, who = date(2026, 3, 19), ("Jana Weber", "Interview at Wattle Studio", "Zoë")
    answers = {
        "Which time suits": ("choose", on, time(14, 30)),
        "To confirm": ("confirm", on, time(14, 30)),
        "Hour not known": ("confirm", on, None),
        "They moved it": ("confirm", on, time(14, 30), True),
        "No interview any more": ("answer", None, None),
    }
    yield (
        "Letter: the answer to an invitation",
        [
            Row(
                name,
                *(
                    _said(
                        reply(
                            asks,
                            *who,
                            day,
                            said_hour(at, each) if at else "",
                            each,
                            moved=bool(moved),
                        )
                    )
                    for each in LANGUAGES
                ),
            )
            for name, (asks, day, at, *moved) in answers.items()
        ],
    )


def script_rows() -> Iterator[tuple[str, list[Row]]]:
    """What to say in a call, and in the call that brings the no."""
    for kind, name in KINDS.items():
        yield f"Call: {name}", [_script(TONES[tone], situation(kind), tone) for tone in TONES]
    yield "Call: to an agency", [_script("Warm", situation("interview", **AGENCY), "warm")]
    now = [_script(TONES[tone], situation("interview"), tone, "told_now") for tone in TONES]
    inside = _script("Warm, to a colleague", situation("internal"), "warm", "told_now")
    yield "Call: they say no on the phone just now", [*now, inside]


def rendered() -> str:
    """The whole page."""
    parts = [HEAD]
    for title, rows in (*letter_rows(), *script_rows()):
        parts.append(f"\n## {title}\n\n<table>\n<tr><th>English</th><th>Deutsch</th></tr>\n")
        for row in rows:
            parts.append(f'<tr><td colspan="2"><b>{row.title}</b></td></tr>\n<tr>')
            parts.extend(f"<td valign=top>\n{_cell(cell)}\n</td>" for cell in row[1:])
            parts.append("</tr>\n")
        parts.append("</table>\n")
    return "".join(parts)


def _letter(title: str, facts: LetterFacts, tone: str, purpose: str = "ask") -> Row:
    assert tone in TONES
    assert purpose in get_args(Purpose)
    return Row(title, *(_said(letter(facts, tone, each, purpose)) for each in LANGUAGES))


def _said(made) -> list[str]:
    return [f"**{made.subject}**", *made.body.split("\n\n")]


def _script(title: str, facts: LetterFacts, tone: str, moment: Moment = "call") -> Row:
    both = []
    for language in LANGUAGES:
        made = script(facts, tone, moment, language=language)
        both.append([
            f"*{part.title}*: {' '.join(part.paragraphs)}" for part in made.sections
        ])  # fmt: skip
    return Row(title, *both)


def _cell(paragraphs: list[str]) -> str:
    said = (paragraph.replace("&", "&amp;").replace("\n", "<br>\n") for paragraph in paragraphs)
    wrapped = (
        "\n".join(textwrap.fill(line, 116, break_on_hyphens=False) for line in one.split("\n"))
        for one in said
    )
    return "\n" + "\n\n".join(wrapped) + "\n"


if __name__ == "__main__":
    PAGE.write_text(rendered(), encoding="utf-8")

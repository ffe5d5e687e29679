"""The flat facts from which scripts and letters are built."""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from tracker.loop.ask.grammar import question
from tracker.loop.ask.names import Name, read_name
from tracker.loop.ask.role import role_in_a_letter
from tracker.values.text import clean_line

LetterKind = Literal["panel", "interview", "application", "silence", "internal", "offered"]
Tone = Literal["warm", "plain", "formal"]
Language = Literal["en", "de"]
Purpose = Literal["ask", "nudge", "thanks", "probe", "follow_up"]
Moment = Literal["call", "told_now"]
Called = Literal["", "left_message", "no_answer"]

KINDS: dict[str, str] = {
    "interview": "After an interview",
    "application": "After an application only",
    "panel": "Public sector panel",
    "silence": "They never answered",
    "internal": "I already work there",
    "offered": "They offered feedback",
}
TONES: dict[str, str] = {"warm": "Warm", "plain": "Plain", "formal": "Formal"}
LANGUAGES: dict[str, str] = {"en": "English", "de": "Deutsch"}
MOST_QUESTIONS = 2
LONGEST_FACT = 120
ELSEWHERE = ("recruiter", "hr", "referrer")
"""Parts of people who were not in the room."""
LEGAL = re.compile(r"[\s,]+(?:pty\.?\s*)?(?:ltd|limited|inc|llc|plc|gmbh|ag|se|kg|corp|group)\.?$")


@dataclass(frozen=True, kw_only=True)
class LetterFacts:
    """What is known; whatever is not is left empty and never shows."""

    kind: LetterKind
    role: str = ""
    company: str = ""
    applied_on: date | None = None
    interviewed_on: date | None = None
    told_on: date | None = None
    how: str = ""
    """As in Rejection.how: email, phone, in_person, portal, silence."""
    role_cancelled: bool = False
    questions: tuple[str, ...] = ()
    one_more: str = ""
    """For the probe: a question of the person's own, in place of ours."""
    contact: str = ""
    contact_part: str = ""
    """As in models.contact.PARTS: recruiter, interviewer, hr."""
    contact_company: str = ""
    my_name: str = ""
    my_phone: str = ""
    country: str = "AU"
    """Decides how dates are written."""
    today: date | None = None
    """Lets dates of this year go without it."""
    called: Called = ""
    """What came of the call before this letter, made on the same day."""
    asked_on: date | None = None
    """For the nudge: when the first letter went; for a follow-up: when they were asked last."""
    cancelled_on: date | None = None
    """For a follow-up: when they called the interview off, while a new time is awaited."""
    to_be_moved: bool = False
    """That interview: they want another time, and did not only cancel it."""
    talked: bool = False
    """For the thank-you and the probe: they answered by talking, not in writing."""

    @property
    def to(self) -> Name:
        """Whom it is for."""
        return read_name(self.contact)

    @property
    def interviewed(self) -> bool:
        """Whether there were answers to ask about."""
        met = self.interviewed_on is not None and self.kind != "application"
        return met or self.kind == "interview"

    @property
    def was_there(self) -> bool:
        """Whether they heard the answers themselves, as far as is known."""
        return self.contact_part not in ELSEWHERE

    @property
    def between(self) -> bool:
        """Whether they are an agency's, and so would have to ask the employer.

        A recruiter whose company is not known may be the employer's own: for either, "thank you
        for putting me forward" is right. What they offered themselves is asked of them.
        """
        if self.contact_part != "recruiter" or self.kind in ("internal", "offered"):
            return False
        theirs, employer = plain_company(self.contact_company), plain_company(self.company)
        return not theirs or theirs != employer

    @property
    def client(self) -> str:
        """The company, to somebody of an agency; the others know where they work."""
        return self.company if self.between and plain_company(self.contact_company) else ""

    @property
    def referred(self) -> bool:
        """Whether they put in a word for me."""
        return self.contact_part == "referrer" and not self.between

    def familiar(self, tone: Tone) -> bool:
        """Whether German says du: among colleagues, unless a title or the tone says otherwise."""
        close = self.kind == "internal" or self.referred
        return close and tone != "formal" and (not self.to.title or self.to.close)

    def clean(self) -> "LetterFacts":
        """One line for each fact, and no more than two questions."""
        asked = [question(one) for one in self.questions]
        return replace(
            self,
            role=_fact(role_in_a_letter(self.role)),
            company=_fact(self.company),
            contact_company=_fact(self.contact_company),
            my_name=_fact(self.my_name),
            my_phone=_fact(self.my_phone),
            one_more=question(self.one_more),
            questions=tuple(one for one in asked if one)[:MOST_QUESTIONS],
        )


def plain_company(name: str) -> str:
    """A company's name as it is compared: without what it is in law."""
    return LEGAL.sub("", clean_line(name).casefold()).strip(" .,")


def _fact(text: str) -> str:
    return clean_line(text)[:LONGEST_FACT].strip(" ,;")


def letter_kind(
    *, public_sector: bool, internal: bool, offered: bool, silent: bool, interviewed: bool
) -> LetterKind:
    """The situation that decides most about how to ask."""
    if silent:
        return "silence"
    if offered:
        return "offered"
    if public_sector:
        return "panel"
    if internal:
        return "internal"
    return "interview" if interviewed else "application"

"""What a mail is proposed as, in words, and the words of it that say so."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple
from urllib.parse import urlsplit

from tracker.mail.cancellation import says_off
from tracker.mail.duty import asking_words, papers_asked
from tracker.mail.feedback_offer import feedback_offer
from tracker.mail.kinds import Reading, Span, read_sentences
from tracker.mail.meeting.places import SAME_PLACE, says_same_place
from tracker.mail.proposals import ProposedKind, Told, feedback_spans
from tracker.mail.requests import requests_in
from tracker.mail.text.own_words import quoted_from
from tracker.mail.things import list_below, things_line
from tracker.models.interview import KINDS
from tracker.values.formatting import day, in_sentence, moment, shortened
from tracker.values.text import is_web_link
from tracker.views.mail.mail_form import MailForm
from tracker.views.mail.read_mail import ReadMail
from tracker.views.mail.time_words import ButtonPart, day_words, interview_button
from tracker.views.mail.words.proposal_words import (
    ADVICE,
    AGAIN,
    ALSO,
    ANSWER_BY,
    BUTTONS,
    CHOSEN,
    CLOSED,
    IN_DOUBT,
    LATER,
    LATER_BUTTON,
    LATER_NEW,
    LINES,
    MOVED,
    MOVES,
    NO_DAY,
    NOTHING_BEFORE,
    OFF,
    OFF_BUTTON,
    OFF_FOR_NOW,
    SEVERAL,
    STILL_ON,
    TAKE_OFF,
    TEST,
    TEST_NO_DAY,
    title_words,
)

SHOWN = 6_000
"""Characters of a mail that the page shows; all of it is kept."""


class Piece(NamedTuple):
    """Part of the mail's text, marked where it says what the mail is."""

    text: str
    marked: bool


def pieces(text: str, because: Sequence[Span]) -> list[Piece]:
    """The text above what it quotes, taken apart at the words that led to the proposal."""
    found: list[Piece] = []
    at, end = 0, min(len(text[: quoted_from(text)].rstrip()), SHOWN)
    for start, stop in sorted(because):
        if at <= start and stop <= end:
            found += [Piece(text[at:start], False), Piece(text[start:stop], True)]
            at = stop
    return [each for each in (*found, Piece(text[at:end], False)) if each.text]


def quoted(text: str) -> str:
    """The earlier email that it quotes below, without the signs of a quotation."""
    lines = text[quoted_from(text) :].strip()[:SHOWN].split("\n")
    return "\n".join(re.sub(r"^[ \t]*(?:>[ \t]?)+", "", each) for each in lines)


class MailView(NamedTuple):
    """What the template places."""

    head: str
    line: str
    day: str
    """The one day and hour of an invitation, which are to be looked at."""
    button: list[ButtonPart]
    pieces: list[Piece]
    before: str
    """The earlier email that it quotes."""
    cut: bool
    others: list[tuple[Told, str]]
    subject: str
    sender: str
    when: str
    sentence: str
    """The one that says the day of an interview, or that offers feedback after a no."""
    hour: str
    """Its day and hour, as they stand folded; empty where there is nothing to fold."""
    where: str
    """Kind and place of the interview, as they stand folded."""


def _button(
    kind: ProposedKind, form: MailForm, today: date, moves: bool, off: bool
) -> list[ButtonPart]:
    if form.instead.data and (off or form.day_to_come):
        return [ButtonPart(OFF_BUTTON if off else TAKE_OFF)]
    if form.day_to_come:
        return [ButtonPart(LATER_BUTTON)]
    known = BUTTONS.get(kind)
    return [ButtonPart(known)] if known else interview_button(form, today, moves)


def present_mail(
    read: ReadMail,
    kind: ProposedKind,
    form: MailForm,
    now: datetime,
    moves: bool = False,
    off: bool = False,
) -> MailView:
    """The page's words."""
    mail, today = read.mail, read.today
    advice = kind == "no" and read.brings_advice
    because = cancelling(read) if off else because_of(read.reading, kind, mail.text, advice)
    sent = mail.sent_at
    return MailView(
        head_of(kind, form, moves),
        off_line(read) if off else line_of(kind, form, moves),
        looked_at(form, today) if kind == "invitation" and not form.several else "",
        _button(kind, form, today, moves, off),
        pieces(mail.text, because),
        quoted(mail.text),
        len(mail.text) > SHOWN,
        others(read.told_as(kind)),
        form.subject.data or "",
        mail.name or mail.address,
        moment(sent, form.zone, today) if sent else "",
        said_by(read, kind),
        test_day(form, today) if form.day.data and not form.twice else "",
        where_words(form, moves),
    )


def looked_at(form: MailForm, today: date) -> str:
    """The day and the hour, right under the title."""
    words = test_day(form, today)
    return f"By {in_sentence(words)}" if words and form.read.invitation.by_itself else words


def test_day(form: MailForm, today: date) -> str:
    """Fri 4 Dec, 17:00: of a test the hour by which they want it, as they told it."""
    words, by = day_words(form, today), form.read.answer_by
    if not form.read.invitation.by_itself or by is None or by.on != form.day.data:
        return words
    return ", ".join(filter(None, (words, by.hour)))


def off_line(read: ReadMail) -> str:
    """Whether a new time will come."""
    return OFF if read.new_time is None else OFF_FOR_NOW


def cancelling(read: ReadMail) -> list[Span]:
    """The sentences that cancel it, and the one that promises a new time."""
    said = (each for each in read_sentences(read.mail.text) if says_off(each.text))
    spans = [Span(each.start, each.end) for each in said]
    return [*dict.fromkeys((*spans, *filter(None, [read.new_time])))]


def head_of(kind: ProposedKind, form: MailForm, moves: bool) -> str:
    """What it reads as, as its row says it; that it moves one may be ticked only here."""
    told = form.read.told_as(kind)
    if kind == "none" and form.read.in_doubt:
        return STILL_ON
    if moves and told in (kind, "moved"):
        return MOVES
    return title_words(told, form.read.mail.text)


def is_test(kind: ProposedKind, form: MailForm) -> bool:
    """Whether it is a test that is done alone, by a day."""
    return kind == "invitation" and form.read.invitation.by_itself


def where_words(form: MailForm, moves: bool = False) -> str:
    """Video, 45 min, meet.example.org, with Dana Ito: as it stands folded."""
    place, people = form.place.data or "", form.people.data
    if is_web_link(place):
        place = urlsplit(place).hostname or place
    length = f"{form.whole_minutes} min" if form.whole_minutes else ""
    given = form.interview_kind.data or "other"
    kind = KINDS.get(given) if given != "other" else ""
    if not (kind or length or place or people):
        if moves:
            return "As it was"
        return SAME_PLACE if says_same_place(form.read.mail.text) else "Not known yet"
    said = (kind, length, place, f"with {people}" if people else "")
    return ", ".join(filter(None, said))[:200]


def because_of(reading: Reading, kind: str, text: str, advice: bool = False) -> Sequence[Span]:
    """The words that say it is of this kind; with `advice`, what helps in a no besides."""
    if kind == "feedback":
        return feedback_spans(text)
    if kind == "request":
        return [Span(each.start, each.end) for each in requests_in(text)]
    said: Sequence[Span] = reading.because if reading.kind == kind else ()
    if kind == "offer":
        papers = [Span(each.start, each.end) for each in papers_asked(text)]
        said = [*(each for each in said if not within(each, papers)), *papers]
    return [*dict.fromkeys((*said, *feedback_spans(text)))] if advice else said


def within(span: Span, others: Sequence[Span]) -> bool:
    """Whether it stands in one of them."""
    return any(each.start <= span.start and span.end <= each.end for each in others)


def said_by(read: ReadMail, kind: ProposedKind) -> str:
    """The sentence that matters beside what is asked."""
    if kind == "invitation":
        return read.day_sentence
    return shortened(feedback_offer(read.mail.text), 300) if kind == "no" else ""


def line_of(kind: ProposedKind, form: MailForm, moves: bool = False) -> str:
    """What it means; of an invitation, what is still open."""
    if form.day_to_come and (moves or form.read.told_as(kind) == "another_time"):
        return LATER if moves else LATER_NEW
    if kind == "invitation" and form.read.asks_again:
        return AGAIN
    if moves and form.day.data:
        return MOVED
    if kind == "invitation" and form.several:
        return SEVERAL
    if is_test(kind, form):
        return TEST if form.day.data else TEST_NO_DAY
    if form.read.told_as(kind) == "closed":
        return ADVICE.format(CLOSED) if form.read.brings_advice else CLOSED
    if kind == "offer":
        by, asking = form.read.offer_by, asking_words(kind, form.read.mail.text)
        asked = "" if list_below(asking) else things_line(asking)
        when = in_sentence(day(by.on, form.read.today)) if by is not None else ""
        return (ANSWER_BY.format(when) if when else LINES[kind]) + ALSO.format(asked) * bool(asked)
    doubt = form.read.in_doubt if kind == "none" else None
    if doubt is not None:
        hour = f", {doubt.at:%H:%M}" if doubt.at is not None else ""
        return IN_DOUBT.format(f"{in_sentence(day(doubt.on, form.read.today))}{hour}")
    if kind == "acknowledgement" and form.read.answers_by is not None:
        return NOTHING_BEFORE.format(in_sentence(day(form.read.answers_by, form.read.today)))
    if kind == "no" and form.read.brings_advice:
        return ADVICE.format(LINES[kind])
    return NO_DAY if kind == "invitation" and not form.day.data else LINES[kind]


def others(told: Told) -> list[tuple[Told, str]]:
    """What else it may be; what is only a note is none of these."""
    same: dict[Told, Told] = {"acknowledgement": "none", "cancelled": "none", "moved": "invitation"}
    return [each for each in CHOSEN.items() if each[0] not in (told, same.get(told))]

"""What an email is proposed as: its kind, or feedback, where it has something to learn from."""

import re
from dataclasses import replace
from datetime import date
from typing import Literal

from tracker.loop.feedback_reading import read_feedback
from tracker.loop.feedback_reading.sentences import Sentence
from tracker.mail.another_time import asks_again, takes_back, without_taken_back
from tracker.mail.ask_answer import advises, announces, declines
from tracker.mail.cancellation import calls_off
from tracker.mail.feedback_offer import feedback_offer
from tracker.mail.invitation import asks_for_test, read_invitation
from tracker.mail.kinds import (
    ALONE,
    KINDS,
    MAY_BE,
    MailKind,
    Span,
    plain_subject,
    read_sentences,
    weigh,
)
from tracker.mail.meeting.asks_to_meet import asks_to_meet
from tracker.mail.meeting.selection_plan import is_meant, is_plan
from tracker.mail.message import Mail
from tracker.mail.other_hours import moves_one
from tracker.mail.proposed_days import days_in
from tracker.mail.refusal import refuses, refuses_by_why, weighs_no
from tracker.mail.requests import is_about_work, read_requests, requests_in, without_papers
from tracker.mail.role_closed import closes_surely, only_time_over, role_closed, says_time_over
from tracker.mail.text.job_offers import (
    offers_another,
    offers_in,
    only_registered,
    says_offer,
    takes_on,
)
from tracker.mail.text.own_words import own_text
from tracker.values.subject_lines import reply_to

ProposedKind = MailKind | Literal["feedback", "no_feedback", "request"]
PROPOSED: tuple[ProposedKind, ...] = (*KINDS, "feedback", "no_feedback", "request")
"""What an email may be proposed as."""
Told = ProposedKind | Literal["cancelled", "another_time", "moved", "test", "closed"]
KEPT_AS: dict[Told, ProposedKind] = {
    "cancelled": "none",
    "another_time": "invitation",
    "test": "invitation",
    "closed": "no",
    **{each: each for each in PROPOSED},
}
"""What a person may say that an email is, and the kind that it is kept as."""
ANSWERS = re.compile(
    r"\bthank(?:s| you) for (?:asking|your (?:question|request|interest in feed-?back))"
    r"|\b(?:you|that you) asked for|\bas (?:requested|promised)\b|\byour request for feed-?back"
    r"|\bwie (?:gewünscht|versprochen|besprochen)\b|\b(?:ihre|deine)r? (?:nach|an)frage",
    re.IGNORECASE,
)
"""How an answer to somebody who asked begins."""
INTERVIEW = re.compile(r"\binterview|gespräch", re.IGNORECASE)
REPLY = re.compile(r"\s*(?:re|aw|antw)\s*:.*(?:feed-?back|rückmeldung)", re.IGNORECASE)
BEGINNING = 400
NAMED = re.compile(r"\bfeed-?back\b|\brückmeldung\b", re.IGNORECASE)


def proposed_kind(
    kind: MailKind,
    mail: Mail,
    on: date,
    ended: bool,
    asked: bool = False,
    interviewing: bool = False,
) -> ProposedKind:
    """The kind that was read, or feedback, where it changes no interview; `on`: when it was sent.

    `ended`: the application that it is surely about waits for no answer any more. An email that
    says no once more then answers what was asked, as does one that says so itself. `asked`: it
    answers an ask for advice. `interviewing`: an interview of it is known, which may be moved.
    """
    if kind != "offer" and only_takes_back(mail, on):
        return "invitation" if interviewing else "none"
    if kind != "no" and takes_person_on(mail) and not calls_off(mail, on):
        return "offer"
    if kind == "no" and offers_another(mail.text):
        kind = "offer"
    if kind == "invitation" and not changes_interview(mail, on) and only_plans(mail):
        kind = "acknowledgement"
    if kind == "invitation" and not wants_to_meet(mail, on):
        kind = "none"
    if kind != "offer" and calls_off(mail, on):
        if refuses_by_why(mail):
            kind = "no"
        elif kind != "invitation" and not refuses(mail):
            return "none"
    if kind == "none" and says_when(mail, on):
        return "invitation"
    if kind in MAY_BE and only_requests(kind, mail, on):
        kind = "none"
    if kind == "offer" and not offers_work(mail):
        kind = "none"
    if asked and not (
        (kind == "offer" and offers_job(mail))
        or changes_interview(mail, on)
        or invites(kind, mail, on)
    ):
        return as_request(answer_kind(kind, mail, ended), mail, on)
    if kind in ("acknowledgement", "none") and closes_surely(mail.text):
        return "no"
    if kind in ("no", "none") and goes_on(mail):
        return "acknowledgement"
    if kind in ("acknowledgement", "none") and asks_for_test(mail.text, mail.subject, on):
        return "invitation"
    replies = ended and kind in ("acknowledgement", "none") and bool(reply_to(mail.subject))
    if replies and not changes_interview(mail, on) and advises(mail):
        return "feedback"
    may_be = kind == "none" and not changes_interview(mail, on)
    may_be = may_be or (kind == "no" and ended)
    may_be = may_be or (kind in ("no", "acknowledgement") and answers_the_ask(mail))
    return "feedback" if may_be and gives_feedback(mail) else as_request(kind, mail, on)


def as_request(kind: ProposedKind, mail: Mail, on: date) -> ProposedKind:
    """What says nothing else, and asks the person for something."""
    if kind not in ("acknowledgement", "none") or changes_interview(mail, on):
        return kind
    return "request" if requests_in(mail.text) else kind


def answer_kind(kind: MailKind, mail: Mail, ended: bool) -> ProposedKind:
    """Of an answer to an ask: their advice, that they give none, or neither yet."""
    if advises(mail):
        return "feedback"
    if declines(mail):
        return "no_feedback"
    return "no" if kind == "no" and not ended else "none"


def offers_job(mail: Mail) -> bool:
    """Whether a sentence offers it, whatever the subject says and whichever papers they want."""
    listed = [each.listed for each in read_requests(mail.text) if each.items]
    return (
        takes_person_on(mail)
        or offers_another(mail.text)
        or any(
            says_offer(each.text) and weigh(without_papers(each)).weights.get("offer", 0.0) >= ALONE
            for each in read_sentences(mail.text)
            if not any(start <= each.start < end for start, end in listed)
        )
    )


def takes_person_on(mail: Mail) -> bool:
    """Whether a sentence says that they take the person, and none that they do not."""
    said = any(takes_on(each.text) for each in read_sentences(mail.text))
    return said and not (only_registered(mail.text) or refuses(mail))


def offers_work(mail: Mail) -> bool:
    """Whether it says so in words, and does not only ask for papers."""
    if not offers_in(mail.text, mail.subject):
        return False
    return offers_job(mail) or not requests_in(mail.text)


def only_requests(kind: MailKind, mail: Mail, on: date) -> bool:
    """Whether it asks for something, and no sentence says what it was taken for, nor any day."""
    if not requests_in(mail.text) or role_closed(mail.text):
        return False
    left = [each for each in read_sentences(mail.text) if not is_about_work(each.text)]
    says_more = any(weigh(each).weights.get(kind, 0.0) >= ALONE for each in left)
    return not (says_more or changes_interview(mail, on) or invites(kind, mail, on))


def says_when(mail: Mail, on: date) -> bool:
    """Whether it names the new day of an interview, and says no more."""
    own = own_text(mail.text)
    moved = INTERVIEW.search(own) is not None and moves_one(mail.text, mail.subject)
    return moved and wants_to_meet(mail, on) and bool(days_in(own, on, mail.subject))


def goes_on(mail: Mail) -> bool:
    """Whether only the time to apply is over, and no sentence says no."""
    left = [each for each in read_sentences(mail.text) if not says_time_over(each.text)]
    refused = any(weigh(each).weights.get("no", 0.0) >= ALONE for each in left)
    return only_time_over(mail.text) and not refused


def invites(kind: MailKind, mail: Mail, on: date) -> bool:
    """Whether it names a day to meet, or a test: one that was asked may have another role."""
    named = bool(days_in(own_text(mail.text), on, mail.subject))
    return kind == "invitation" and (
        named or read_invitation(mail.text, mail.subject, on).by_itself
    )


def only_takes_back(mail: Mail, on: date) -> bool:
    """Whether a day does not suit them any more, and they name no other nor ask for one."""
    if not takes_back(mail.text) or changes_interview(mail, on):
        return False
    left = replace(mail, text=without_taken_back(mail.text))
    named = days_in(own_text(mail.text), on, mail.subject)
    more = moves_one(left.text, mail.subject) or asks_to_meet(left.text, "") or refuses(left)
    return not (named or more)


def only_plans(mail: Mail) -> bool:
    """Whether it tells whom they will invite, and neither a sentence nor the subject invites."""
    every = read_sentences(mail.text)
    left = [each for each in every if not is_plan(each.text)]
    invites = mail.calendars or any(
        is_meant(each.text) or weigh(each).weights.get("invitation", 0.0) >= ALONE
        for each in (Sentence(plain_subject(mail.subject), 0), *left)
    )
    return len(left) < len(every) and not invites


def wants_to_meet(mail: Mail, on: date) -> bool:
    """Whether it says so in words, names a time, or asks for a test."""
    if mail.calendars or asks_to_meet(mail.text, mail.subject) or changes_interview(mail, on):
        return True
    return moves_one(mail.text, mail.subject) or invites("invitation", mail, on)


def shown_kind(kind: ProposedKind, mail: Mail, on: date) -> ProposedKind:
    """What its page asks about: one that is off invites to none, another time is one to pick."""
    if (kind == "invitation" and calls_off(mail, on)) or (
        kind == "offer" and not offers_work(mail)
    ):
        kind = "none"
    if kind == "invitation" and not (takes_back(mail.text) or wants_to_meet(mail, on)):
        kind = "feedback" if gives_feedback(mail) else "none"
    if kind == "none" and asks_again(mail.text):
        return "invitation"
    return as_request(kind, mail, on)


def told_as(kind: ProposedKind, mail: Mail, on: date) -> Told:
    """What its row and its page call it: the kind, or more exactly which invitation, no or note.

    `kind` is the one that is shown.
    """
    if kind == "none" and calls_off(mail, on):
        return "cancelled"
    if kind == "no" and role_closed(mail.text):
        return "closed"
    if kind != "invitation":
        return kind
    if asks_again(mail.text) or only_takes_back(mail, on):
        return "another_time"
    if read_invitation(mail.text, mail.subject, on).by_itself:
        return "test"
    if not moves_one(mail.text, mail.subject):
        return kind
    named = days_in(own_text(mail.text), on, mail.subject)
    return "moved" if named else "another_time"


def changes_interview(mail: Mail, on: date) -> bool:
    """Whether it cancels one, or asks for another time."""
    return calls_off(mail, on) or asks_again(mail.text)


def answers_the_ask(mail: Mail) -> bool:
    """Whether somebody asked for it: by its subject, or how it begins."""
    own = own_text(mail.text)[:BEGINNING]
    return bool(REPLY.match(mail.subject)) or ANSWERS.search(own) is not None


def gives_feedback(mail: Mail) -> bool:
    """By its own words, not those that it quotes."""
    own = own_text(mail.text)
    named = NAMED.search(f"{mail.subject}\n{own}") is not None
    return named and bool(read_feedback(own).points)


def brings_advice(mail: Mail) -> bool:
    """Whether a no has the feedback in it, and does not only offer some."""
    own = own_text(mail.text)
    if any(announces(each.text) and not weighs_no(each) for each in read_sentences(mail.text)):
        return True
    if NAMED.search(own) is None or feedback_offer(mail.text) or declines(mail):
        return False
    said = (each for each in read_feedback(own).points if each.kind == "improve" and each.because)
    return any(not weighs_no(each.sentence) for each in said)


def feedback_spans(text: str) -> tuple[Span, ...]:
    """Where the sentences stand that can be learnt from."""
    said = (each for each in read_sentences(text) if not each.framing)
    learnt = (each for each in said if announces(each.text) or read_feedback(each.text).points)
    return tuple(Span(each.start, each.end) for each in learnt)

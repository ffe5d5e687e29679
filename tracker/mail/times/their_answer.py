"""By when they say that they answer, and when the time to apply is over, of an acknowledgement."""

import calendar
import re
from datetime import date, timedelta

from tracker.imports.words.date_words import MONTHS
from tracker.loop.feedback_reading.sentences import sentences
from tracker.loop.working_days import ANYWHERE, working_days_after
from tracker.mail.text.own_words import own_text
from tracker.mail.times.days import MONTH, dates_in
from tracker.mail.times.span_ends import span_end

THEY_ANSWER = re.compile(
    r"\b(?:we|i|our \w{1,20}|someone|somebody|they|the (?:panel|team|hiring manager|recruiter))"
    r"(?:['’]ll|[ ](?:will|shall|should|expect|aim|hope|plan|intend|anticipate|endeavou?r|try"
    r"|generally|usually|normally))\b[^.!?]{0,60}"
    r"\b(?:contact\w{0,3}|(?:be |get )?in touch|get(?:ting)? back|come back|respond\w{0,3}|reply"
    r"|let (?:you|all|every\w{0,12}) know|notify\w{0,3}|advise|inform|update|write|ring|call"
    r"|(?:be )?mak\w{1,3} (?:a |our )?decisions?|decide|be reviewing"
    r"|review\w{0,3}|shortlist\w{0,3})\b"
    r"|\byou(?:['’]ll|[ ](?:will|should|can expect to|may expect to))[ ](?:\w{1,12}[ ])?"
    r"(?:hear|receive|be (?:notified|contacted|advised|informed|told)|get (?:a|an)\b)"
    r"|\b(?:expect|hear)[ ](?:to hear )?(?:back )?from us\b|\bexpect to hear\b"
    r"|\b(?:applicants|candidates|everyone|outcomes?)[^.!?]{0,40}\b(?:will|should|to) (?:all )?be"
    r" (?:contacted|notified|advised|informed|told|known|sent)\b"
    r"|\bif you (?:have not|haven['’]t|do not|don['’]t) (?:yet )?hear\w?\b"
    r"|\b(?:wir|ich) (?:melden|melde|geben|gebe|antworten|informieren|kontaktieren|kommen|werden"
    r"|treffen|entscheiden)\b"
    r"|\b(?:melden|geben|werden|informieren|antworten|kommen|entscheiden) wir\b"
    r"|\b(?:sie|du) (?:hören|hörst|erhalten|erhältst|bekommen|bekommst)\b"
    r"|\b(?:erhalten|hören|bekommen) sie\b|\b(?:rückmeldung|antwort|nachricht|bescheid)\b",
    re.IGNORECASE,
)
ASKS = re.compile(
    r"\?$|\b(?:please|kindly|bitte(?:n)?)\b(?![^.!?]{0,30}\b(?:allow|note|be patient|assume"
    r"|consider|geduld|beachten|rückfragen|sehen sie)\b)",
    re.IGNORECASE,
)
"""Of what is wanted by that day, they say no answer of theirs."""
COUNTS = {
    **dict.fromkeys(("a", "one", "einer", "eine", "einem"), 1),
    **dict.fromkeys(("two", "zwei", "couple of"), 2),
    **dict.fromkeys(("three", "drei"), 3),
    **dict.fromkeys(("four", "vier"), 4),
    **dict.fromkeys(("five", "fünf"), 5),
    **dict.fromkeys(("six", "sechs"), 6),
    **dict.fromkeys(("eight", "acht"), 8),
    **dict.fromkeys(("ten", "zehn"), 10),
}
NUMBER = rf"(?:\d{{1,2}}|{'|'.join(sorted(COUNTS, key=len, reverse=True))})"
WITHIN = re.compile(
    r"\b(?:with)?in(?: the)?(?: next| coming)?[ ](?:about |around |approximately |a )?"
    rf"(?:{NUMBER}[ ](?:to|or|-|–)[ ]|\d{{1,2}}[-–])?(?P<count>{NUMBER})[ -]"
    r"(?P<working>business |working )?(?P<unit>day|week|month)s?\b"
    r"|\b(?:over|during) the (?:next|coming)[ ](?:(?:\w{1,6}[ ](?:to|or)[ ]))?"
    rf"(?P<count2>{NUMBER})[ ](?P<unit2>day|week|month)s?\b"
    r"|\b(?:innerhalb|binnen|in)[ ](?:von[ ])?(?:der[ ]|den[ ])?(?:nächsten[ ]|kommenden[ ])?"
    r"(?:etwa |circa |ca\.? |rund )?"
    rf"(?:{NUMBER}[ ](?:bis|oder)[ ])?(?P<anzahl>{NUMBER})[ ](?P<arbeit>werk|arbeits)?"
    r"(?P<einheit>tag|woche|monat)e?n?\b",
    re.IGNORECASE,
)
CLOSING = re.compile(
    r"\b(?:of|after|following|from|nach)[ ](?:the |dem )?"
    r"(?:closing(?: date)?|applications clos\w{1,3}|bewerbungsschluss)\b|\bafter (?:they|it) close",
    re.IGNORECASE,
)
"""From when it is counted, where that is not from today."""
PART = re.compile(
    r"\b(?P<part>by|end|mid|middle|beginning|early|late|start|during|in|course|bis|ende|mitte"
    r"|anfang|im|laufe)(?:[ -](?:of|to|the|des|in|laufe))*[ -]"
    rf"(?P<month>{MONTH})\b(?![ ]?\d)",
    re.IGNORECASE,
)
MIDDLE = ("mid", "middle", "mitte")
FIRST = ("beginning", "early", "start", "anfang")
CLOSES = re.compile(
    r"\b(?:applications?|ad|advert\w{0,10}|position|role|vacancy|it|job)[ ](?:will )?clos\w{1,3}\b"
    r"|\bclosing date\b|\bbewerbungs(?:schluss|frist|ende)\b|\bausschreibung läuft\b"
    r"|\b(?:accept\w{0,3}|tak\w{1,3}) applications until\b",
    re.IGNORECASE,
)
FARTHEST = timedelta(days=200)
WEEK, MONTH_DAYS, EARLY, HALF = 7, 30, 10, 15


def sentences_of(text: str) -> list[str]:
    """Those that its writer wrote this time, each in one line."""
    return [" ".join(each.text.split()) for each in sentences(own_text(text))]


def closes_on(sentences: list[str], sent: date) -> date | None:
    """The last day to apply, while it is ahead."""
    for said in sentences:
        if CLOSES.search(said):
            for day in dates_in(said, sent, with_near=True):
                if sent <= day.on <= sent + FARTHEST:
                    return day.on
    return None


def answers_by(sentences: list[str], sent: date) -> date | None:
    """The last day that they name for an answer of theirs, while it is ahead."""
    closing = closes_on(sentences, sent)
    for said in sentences:
        if not THEY_ANSWER.search(said) or ASKS.search(said):
            continue
        begins = closing if closing is not None and CLOSING.search(said) else sent
        on = _within(said, begins) or _part_of_month(said, sent) or _named(said, sent)
        if on is not None and sent < on <= sent + FARTHEST:
            return on
    return None


def _within(said: str, begins: date) -> date | None:
    found = WITHIN.search(said)
    if found is None:
        return None
    given = (found["count"] or found["count2"] or found["anzahl"]).lower()
    count = COUNTS.get(given) or int(given)
    unit = (found["unit"] or found["unit2"] or found["einheit"]).lower()
    if unit in ("day", "tag"):
        working = found["working"] or found["arbeit"]
        by_work = working_days_after(begins, count, ANYWHERE)
        return by_work if working else begins + timedelta(days=count)
    return begins + timedelta(days=count * (WEEK if unit in ("week", "woche") else MONTH_DAYS))


def _part_of_month(said: str, sent: date) -> date | None:
    """By the end of January; Mitte Januar."""
    found = PART.search(said)
    if found is None:
        return None
    month, part = MONTHS[found["month"].lower()], found["part"].lower()
    year = sent.year + (month < sent.month)
    last = calendar.monthrange(year, month)[1]
    return date(year, month, HALF if part in MIDDLE else EARLY if part in FIRST else last)


def _named(said: str, sent: date) -> date | None:
    if CLOSES.search(CLOSING.sub(" ", said)):
        return None
    ends = span_end(said, sent)
    days = dates_in(said, sent, with_near=True)
    return days[-1].on if days else ends.on if ends else None


__all__ = ["answers_by", "closes_on", "sentences_of"]

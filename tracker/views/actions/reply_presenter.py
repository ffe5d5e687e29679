"""An action that an email asked for: the time that it is about, and the way to answer them."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from flask import current_app

from tracker.loop.ask import mailto, tel
from tracker.loop.ask.letter_facts import Language
from tracker.loop.ask.letters import Letter
from tracker.loop.ask.mailto import LONGEST, Mailto
from tracker.loop.ask.replies import gaps_in, language_of, reply, said_hour, said_zone
from tracker.loop.by_email import title_below
from tracker.mail import Mail
from tracker.mail.another_time import asks_again
from tracker.mail.answer_by import AnswerBy
from tracker.mail.answer_within import asked_by
from tracker.mail.confirmation import Confirmation, asked_to_confirm
from tracker.mail.duty import asking_words, duty_in
from tracker.mail.form_request import FormRequest, form_request, upload_address
from tracker.mail.invitation import Invitation, read_invitation
from tracker.mail.meeting.answering import reads_no_answer, wants_answers
from tracker.mail.meeting.times_wanted import asks_which
from tracker.mail.requests import questions_in
from tracker.mail.saved_words import read_words
from tracker.mail.text.thing import Thing, fits_sentence
from tracker.mail.things import THE_FORM, list_below, short_list, things_in, to_send
from tracker.mail.writers import writer_of
from tracker.models.reads.mails.email_behind import EmailBehind
from tracker.models.reads.mails.saved_emails import SavedEmail
from tracker.models.user import User
from tracker.values.days import day_of
from tracker.values.formatting import day, in_sentence, moment, plural, shortened
from tracker.values.text import is_web_link
from tracker.views.actions.action_form import ReplyForm

EMAIL_THEM = "Email them"
WANTS = {
    "do": "They want it done",
    "fill": "They want it",
    "send": "They asked for this",
    "upload": "They asked for this",
}
ASKS_TO_DO = re.compile(
    r"(?:(?:could|can|would|will) you|would you mind|please|"
    r"(?:könnten|können|würden) sie|wären sie so)\b[^?]{0,80}\b(?:send\w*|emailing|email|complet\w*"
    r"|fill\w*|return\w*|sign\w*|attach\w*|forward\w*|provid\w*|upload\w*|submit\w*|reply\w*"
    r"|confirm\w*|let (?:me|us) know|schicken|senden|zusenden|ausfüllen|nachreichen|einreichen"
    r"|hochladen|unterschreiben|bestätigen|mailen)\b",
    re.IGNORECASE,
)
"""A question that is a request: what answers it is no line of one's own."""
MISUSED = ("bank details", "tax file number", "social security number", "passport")
"""What a false offer asks for."""
CARE = "Before you send {}: call them on a number that you had before, to be sure that it is them."
ASK_FOR_THINGS = ("note", "offer")
"""What an email became that may ask for papers; an invitation's are asked for there."""
TIMES: dict[Language, str] = {"en": "These times suit me", "de": "Diese Termine passen mir"}
NO_TIME: tuple[None, str, str] = (None, "", "")
LINKED = {"by text": ("sms", "Text"), "by phone": ("tel", "Call")}
"""How a number is used that they asked to confirm by."""


class EmailReply(NamedTuple):
    """What the page of the action shows of it."""

    page: str
    """Where the email is read."""
    when: str
    """You picked Wed 9 Dec, 14:30; empty where no interview stands any more."""
    by: date | None
    """The day that they named for an answer."""
    by_words: str
    href: str
    label: str
    """The way to them: Email Omar Said."""
    letter: ReplyForm | None
    """The words to send; None for what is done elsewhere, and where nobody reads an answer."""
    link: Mailto
    address: str
    form: FormRequest | None = None
    """That they ask for."""
    title: str = ""
    """What to do, without what stands in the list below it."""
    things: Sequence[str] = ()
    """What they ask for, where it is more than a title holds."""
    head: str = ""
    """Above the way there."""
    leads: bool = True
    """Whether the way there is the act itself; else it is only to ask them, beside Done."""
    longest: int = LONGEST
    care: str = ""
    """What to do before something is sent that a stranger could misuse."""
    gaps: str = ""
    """Fill in the 2 gaps first: before the words are sent; empty where they are whole."""


def present_email_reply(what: str, behind: EmailBehind, user: User, today: date) -> EmailReply:
    """What the email that was kept so asks for; `what` is the action's own title."""
    row, mail = behind.row, read_words(behind.words)
    sent, asked = day_of(row.kept_at, user.zone), row.became in ASK_FOR_THINGS
    invitation = read_invitation(mail.text, mail.subject, sent)
    asking = asking_words(row.became, mail.text)
    by = asked_by(asking, sent, user.country, user.state)
    confirmation = asked_to_confirm(mail.text)
    duty = duty_in(invitation, by, confirmation, asks_again(mail.text), sent)
    asks = duty.asks if duty is not None else "answer"
    if asked and to_send(asking):
        asks = "upload" if upload_address(mail.text) else "send"
    form = form_request(mail.text) if asked else None
    asks = "fill" if form is not None and form.only else asks
    letter = letter_to(mail, row, asks, invitation, user, form is not None)
    link = mailto(letter, mail.address)
    does = asks == "do"
    opens = does and is_web_link(invitation.place)
    if opens:
        href, label = invitation.place, "Open the test"
    elif form is not None and form.is_link and (asks == "fill" or form.alone_to_send):
        href, label = form.address, "Open the form"
    elif asks == "upload":
        href, label = upload_address(mail.text), "Open the upload page"
    else:
        href, label = way_to(mail, link, confirmation)
    elsewhere = href != link.href and reads_no_answer(mail.text, mail.address)
    wants = WANTS.get(asks, "They asked for an answer")
    return EmailReply(
        f"/mail/{row.kept_in}/{row.id}",
        time_words(row, asks, user.zone, today),
        by.on if by else None,
        by_words(by, wants, today),
        href,
        label,
        None
        if opens or elsewhere
        else ReplyForm(formdata=None, subject=letter.subject, body=letter.body),
        link,
        mail.address,
        form=form,
        title=title_below(without_list(what, asking), row.company or row.role),
        things=list_below(asking) if asked else (),
        care=care_words(things_in(asking)) if asked else "",
        head=HEADS.get(asks, "Answer them"),
        leads=opens or not does,
        gaps=gap_words(letter.body) if href == link.href else "",
    )


def gap_words(body: str) -> str:
    """What is to be done before they are sent."""
    gaps = gaps_in(body)
    return f"Fill in the {plural(gaps, 'gap') if gaps > 1 else 'gap'} first" if gaps else ""


def by_words(by: AnswerBy | None, wants: str, today: date) -> str:
    """They want it done by Fri 4 Dec, 17:00."""
    if by is None:
        return ""
    when = ", ".join(filter(None, (in_sentence(day(by.on, today)), by.hour)))
    return f"{wants} by {when} (“{by.said}”)." if by.said else f"{wants} by {when}."


HEADS = {
    "send": "Send what they asked for",
    "upload": "Upload what they asked for",
    "fill": "Fill it in",
    "do": "Do the test",
}
"""Above the way to them, where no time is named."""


def without_list(what: str, text: str) -> str:
    """A title, without the things in brackets where they stand in a list below it."""
    if not list_below(text):
        return what
    return what.replace(f" ({', '.join(short_list(things_in(text)))})", "")


STARTS = {"choose": "You picked", "do": "Test by"}


def time_words(row: SavedEmail, asks: str, zone: ZoneInfo, today: date) -> str:
    """You picked Wed 9 Dec, 14:30: of the interview as it stands now."""
    begins = begins_at(row)
    if begins is None:
        return ""
    when = in_sentence(moment(begins, zone, today, row.hour_known))
    return f"{STARTS.get(asks, 'Interview')} {when}"


def open_lines(text: str, language: Language) -> list[str]:
    """What is to be filled in: the times that suit, where they ask for them, and each question."""
    times = [TIMES[language]] if asks_which(text) else []
    return times + [
        each for each in questions_in(text) if not (asks_which(each) or ASKS_TO_DO.match(each))
    ]


def begins_at(row: SavedEmail) -> datetime | None:
    """When the interview is that came of the email, while it stands."""
    stands = row.became in ("invitation", "moved") and not row.off
    return row.starts_at if stands else None


def time_to_name(
    row: SavedEmail, invitation: Invitation, zone: ZoneInfo, language: Language
) -> tuple[date | None, str, str]:
    """The day and the hour of the interview, on their clock where that is another one."""
    begins = begins_at(row)
    if begins is None:
        return NO_TIME
    here = begins.astimezone(zone)
    if not row.hour_known:
        return here.date(), "", ""
    for slot in invitation.slots:
        own = slot.here(zone)
        if slot.at is not None and (own.on, own.at) == (here.date(), here.time()):
            same = (slot.on, slot.at) == (own.on, own.at)
            theirs = "" if same else said_zone(slot.zone, language)
            return slot.on, said_hour(slot.at, language), theirs
    return here.date(), said_hour(here.time(), language), ""


def care_words(things: Sequence[Thing]) -> str:
    """Before you send bank details: call them; nothing of what anybody may know."""
    named = [each.words.name for each in things if each.words.name in MISUSED]
    return CARE.format(" and ".join(named[:2])) if named else ""


def letter_to(
    mail: Mail, row: SavedEmail, asks: str, invitation: Invitation, user: User, elsewhere: bool
) -> Letter:
    """In their language; the hour as their own clock says it. A test has no time to confirm.

    `elsewhere`: they ask for a form that is filled in there, and not attached.
    """
    language = language_of(mail.text)
    on, at, clock = time_to_name(row, invitation, user.zone, language) if asks != "do" else NO_TIME
    asking = asking_words(row.became, mail.text)
    things = things_in(asking) if row.became in ASK_FOR_THINGS else ()
    things = tuple(each for each in things if not (elsewhere and each.words.name == THE_FORM))
    things = tuple(sorted(things, key=lambda each: each.words.name == THE_FORM))
    sent = [each.named(language) for each in things if not each.words.stated]
    stated = [each.line(language) for each in things if each.words.stated]
    asks_more = on is None and asks != "do"
    if asks == "do" and wants_answers(mail.text):
        asks = "hand_in"
    return reply(
        "answer" if stated and not sent else asks,
        writer_of(mail),
        mail.subject,
        user.name,
        on,
        at,
        language,
        current_app.config["ONWARD"].instance,
        sent,
        stated or (open_lines(mail.text, language) if asks_more else ()),
        elsewhere,
        row.became == "moved",
        asks == "upload",
        not fits_sentence(sent),
        clock,
        row.role or row.company,
    )


def way_to(mail: Mail, link: Mailto, confirmation: Confirmation | None) -> tuple[str, str]:
    """As they asked to be answered; by email where they named no number."""
    if confirmation is not None and confirmation.way in LINKED and tel(confirmation.number):
        scheme, does = LINKED[confirmation.way]
        number = tel(confirmation.number).removeprefix("tel:")
        return f"{scheme}:{number}", f"{does} {confirmation.number}"
    who = shortened(writer_of(mail), 40)
    return link.href, f"Email {who}" if who else EMAIL_THEM if mail.address else "Write the email"

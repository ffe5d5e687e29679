"""Which application an email is about: what is offered, and which of it is chosen."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.mail.application_match import Candidate, core_role, order
from tracker.mail.text.company_names import within, words
from tracker.models.application import Application
from tracker.models.interview import Interview
from tracker.models.reads.interviews_ahead import without_day
from tracker.models.reads.mails.match_candidates import read_with_interview
from tracker.values.folding import fold
from tracker.values.formatting import shortened
from tracker.views.mail.mail_form import NEW, MailForm
from tracker.views.mail.read_mail import ReadMail
from tracker.web.access import me

ABOUT_OPEN = ("no", "invitation", "offer", "request")
"""Kinds that are news of one that is still open."""
MOST_AHEAD = 12
MOST_FOUND, LATEST = 20, 5
"""Applications that are found by name, and those that are offered where a mail names none."""


def choose_application(session: Session, form: MailForm, of_interview: bool, again: bool) -> None:
    """What was tapped, else what it surely is about; nothing new where it was sent and refused.

    `of_interview`: it is about an interview, and so about an application that has one.
    """
    form.about.choices = about_choices(form)
    if form.about.data is not None and again:
        return
    read, looks = form.read, looked_for(form)
    chosen = form.about.data if form.about.data in dict(form.about.choices) else None
    form.about.data = read.matching.sure if chosen is None and not looks else chosen
    if form.about.data is None and (of_interview or names_stranger(form)) and not looks:
        form.about.data = inferred(session, form, read.calls_off or read.moves_one)
    if form.about.data is None and form.kind.data in ABOUT_OPEN and not looks:
        open_ones = [each.id for each in of_one_company(form) if each.waiting]
        form.about.data = open_ones[0] if len(open_ones) == 1 else None
    if chosen is None and form.kind.data == "invitation" and other_role(form):
        form.about.data = None


def names_stranger(form: MailForm) -> bool:
    """Whether it is about none of them that is known, and says about which.

    A no that names no role is about one that is open rather than about a new one.
    """
    named = form.company.data or (form.role.data and form.kind.data == "invitation")
    if form.kind.data == "no" and not form.role.data and any_open(form):
        return False
    return not form.read.matching.likely and bool(named)


def any_open(form: MailForm) -> bool:
    """Whether an application waits that it may be about."""
    return any(each.waiting for each in form.read.applications)


def inferred(session: Session, form: MailForm, of_one: bool) -> int | None:
    """`of_one` ahead: the only likely one that has it; a new application where none is named."""
    likely = form.read.matching.likely
    if of_one and likely:
        ahead = read_with_interview(session, me().id, likely, now())
        return ahead[0] if len(ahead) == 1 else None
    return NEW if names_stranger(form) and form.kind.data != "none" else None


def other_role(form: MailForm) -> bool:
    """Whether the mail names a role that shares no word with the one it seems to be about."""
    named = {*words(form.role.data or "").split()}
    known = form.read.applications
    own = next((each.role for each in known if each.id == form.about.data), "")
    return bool(named and own) and named.isdisjoint(words(own).split())


def of_one_company(form: MailForm) -> list[Candidate]:
    """Those that it may be about, where all are of one company and it names no role of them."""
    read = form.read
    named = set(read.matching.likely) - set(read.matching.by_domain) or set(read.matching.likely)
    found = [each for each in read.applications if each.id in named]
    of_one = read.matching.sure is None and len({each.name[1] for each in found}) == 1
    return found if of_one else []


def looked_for(form: MailForm) -> bool:
    """Whether another application is looked for."""
    return bool(form.look.data)


def about_choices(form: MailForm) -> list[tuple[int, str]]:
    """The likely ones, those that were looked for, the one that is chosen, and a new one."""
    known = form.read.applications
    latest = sorted(known, key=lambda one: form.kind.data in ABOUT_OPEN and not one.waiting)
    ids = list(form.read.matching.likely) or [each.id for each in latest[:LATEST]]
    if form.look.data:
        asked = fold(form.look.data).split()
        hits = [
            each.id
            for each in known
            if all(word in fold(f"{each.company} {each.role}") for word in asked)
        ]
        ids = [*hits[:MOST_FOUND], *ids]
    if form.about.data:
        ids.append(form.about.data)
    shown = order(known, list(dict.fromkeys(ids)))
    return [
        *((one.id, f"{shortened(one.role, 80)}, {shortened(one.company, 80)}") for one in shown),
        (NEW, "A new application"),
    ]


def in_sight(form: MailForm, chosen: int | None, choices: list[tuple[int, str]]) -> set[int]:
    """The one that is chosen; else those that it names, and no strangers beside them."""
    if chosen is not None:
        beside = {each.id for each in of_one_company(form)}
        return {chosen} | (beside if form.kind.data == "no" and chosen in beside else set())
    likely, by_domain = form.read.matching.likely, form.read.matching.by_domain
    named = {each for each in likely if each not in by_domain}
    if looked_for(form) or not (named or names_stranger(form)):
        return {value for value, _ in choices}
    return {*named, NEW} | ({form.about.data} if form.about.data else set())


def domain_words(read: ReadMail, chosen: int | None) -> str:
    """Why the one that is chosen is, where only the sender's address says so."""
    found, likely = read.matching.by_domain, read.matching.likely
    if not (chosen in found if chosen else found and found == likely):
        return ""
    if chosen and read.answers_ask:
        return "You asked them about this one."
    role = next((each.role for each in read.applications if each.id == chosen), "")
    said = words(f"{read.mail.subject}\n{read.mail.text}")
    if within(words(core_role(role)), said):
        return f"Its role is in the email, and the address ends in {read.mail.domain}."
    return f"Not named in the email, but its address ends in {read.mail.domain}."


def coming_of(session: Session, number: int | None, read: ReadMail) -> Interview | None:
    """The interview ahead of the application that is chosen: the one whose day the mail names.

    A test only where there is no other: what is cancelled or moved is an appointment. Where none
    has a day and the mail names one, the one that waits for its day, or for a new one.
    """
    application = session.get(Application, number) if number else None
    if application is None or application.user_id != me().id:
        return None
    ahead = session.scalars(Interview.coming(application, now()).limit(MOST_AHEAD)).all()
    if not ahead and read.invitation.slots and not read.invitation.by_itself:
        return without_day(session, application)
    return nearest(ahead, read)


def undated_of(session: Session, number: int | None) -> Interview | None:
    """The one that waits for its day, or for a new one, of the application that is chosen."""
    application = session.get(Application, number) if number else None
    if application is None or application.user_id != me().id:
        return None
    return without_day(session, application)


def nearest(ahead: Sequence[Interview], read: ReadMail) -> Interview | None:
    """The one on a day that the mail leaves, else on one that it names, else the first of all."""
    for days in (read.left_days, read.named_days):
        named = [each for each in ahead if each.on in days]
        if named:
            return min(named, key=lambda each: each.is_test)
    return min(ahead, key=lambda each: each.is_test, default=None)

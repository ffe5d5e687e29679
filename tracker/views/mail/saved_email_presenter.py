"""What the page of one saved email says: what became of it, and its words."""

from datetime import date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tracker.loop.by_email import EMAIL_TITLES, title_below
from tracker.mail import Mail, read_kind
from tracker.models.action import Action
from tracker.models.reads.mails.saved_emails import SavedEmail
from tracker.values.days import day_of
from tracker.values.formatting import TIME_TO_COME, ago, day, in_sentence
from tracker.views.mail.mail_presenter import (
    became_words,
    interview_words,
    kind_of,
    page_of,
    present_saved,
)
from tracker.views.mail.proposal_presenter import SHOWN, Piece, because_of, pieces, quoted
from tracker.views.mail.words.email_changes import CHANGES, change_of
from tracker.web.paging import address

INVITATION = "An invitation"
MENDED = "Change or delete it"
KINDS = {"closed": "no", "note": "request"}
"""By which words its text is marked, where that is not what it became."""


class NextPage(NamedTuple):
    """What an email became, and where that is looked at."""

    icon: str
    words: str
    besides: str
    href: str
    company: str = ""
    """Whose disc stands in the icon's place."""


class SavedEmailPage(NamedTuple):
    """What the page of one email places."""

    head: str
    line: str
    stage: str
    became: list[NextPage]
    subject: str
    sender: str
    when: str
    pieces: list[Piece]
    before: str
    cut: bool


def present_saved_email(
    row: SavedEmail,
    mail: Mail,
    now: datetime,
    zone: ZoneInfo,
    advice: str = "",
    asked: Action | None = None,
) -> SavedEmailPage:
    """Its words marked where they say what it is; an invitation leads to its interview first.

    `advice` is where the advice in a no is looked at; `asked` what it put on the list.
    """
    listed = present_saved(row, now, zone)
    became = change_of(row, zone)
    kind = "invitation" if became in CHANGES else kind_of(row, became)
    kind = KINDS.get(kind, kind)
    because = because_of(read_kind(mail.subject, mail.text), kind, mail.text, bool(advice))
    told = []
    if advice:
        told.append(NextPage("read_feedback", "The advice in it", "Word for word", advice))
    told += [_asked(asked, row, day_of(now, zone))] if asked is not None else []
    return SavedEmailPage(
        became_words(row, became, day_of(now, zone), EMAIL_TITLES["none"]) or INVITATION,
        ", ".join(filter(None, (row.role, row.company))),
        listed.stage,
        [*told, *_result_of(row, became, now, zone), _application_of(row)],
        mail.subject,
        mail.name or mail.address,
        ago(row.came, now, zone),
        pieces(mail.text, because),
        quoted(mail.text),
        len(mail.text) > SHOWN,
    )


def _asked(action: Action, row: SavedEmail, today: date) -> NextPage:
    """What is to do because of it, and by when; or that it is done."""
    due = in_sentence(day(action.due_on, today)) if action.due_on else ""
    besides = "Done" if action.done_on else f"Due {due}" if due else "On your list"
    words = title_below(action.what, row.company or row.role)
    icon = "do_action" if action.done_on else "to_do"
    return NextPage(icon, words, besides, _from(f"/actions/{action.id}", row))


def _result_of(row: SavedEmail, became: str, now: datetime, zone: ZoneInfo) -> list[NextPage]:
    """Its interview, its offer, or the points in it; else where its words can be changed."""
    place = f"/applications/{row.application_id}"
    if row.became == "offer":
        besides = "Pay, days and your answer"
        return [NextPage("answer_offer", "The offer", besides, _from(f"{place}/offer", row))]
    if row.became == "feedback":
        href = _from(f"/feedback/{row.id}/points", row)
        return [NextPage("pick_point", "Its points", "What to take from it", href)]
    if row.kept_in == "rejections":
        href = _from(f"{place}/rejection/{row.id}", row)
        return [NextPage("record_rejection", "How they told me", MENDED, href)]
    if became == "note":
        href = _from(f"{place}/notes/{row.id}", row)
        return [NextPage("note", "The note", MENDED, href)]
    if not row.interview_id:
        return []
    ahead = row.starts_at is not None and row.starts_at > now and not row.off
    href = f"{place}/interviews/" + ("coming" if ahead else f"{row.interview_id}")
    besides = "Look at it"
    if ahead:
        besides = "Prepare for it" if row.hour_known else TIME_TO_COME.capitalize()
    words = interview_words(row, day_of(now, zone), zone)
    return [NextPage("prepare_interview", words, besides, _from(href, row))]


def _application_of(row: SavedEmail) -> NextPage:
    name = ", ".join(filter(None, (row.role, row.company)))
    href = f"/applications/{row.application_id}"
    return NextPage("", "The application", name, _from(href, row), row.company or row.role)


def _from(href: str, row: SavedEmail) -> str:
    """Whose way back is the email."""
    return address(href, {"from": page_of(row)})

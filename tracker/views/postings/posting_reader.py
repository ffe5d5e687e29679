"""What was put in, read for one person: fetched where it is a link, with nothing held meanwhile."""

from typing import TYPE_CHECKING, NamedTuple

from flask import current_app
from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.config.settings import Settings
from tracker.extensions import db
from tracker.fetching.refusals import Refused, Why
from tracker.models.skill import Skill
from tracker.models.user import User
from tracker.postings.links import source_of
from tracker.postings.paste import Pasted, pasted
from tracker.postings.posting import Hints, Posting
from tracker.values.currency import of_country
from tracker.values.days import day_of
from tracker.values.text import is_web_link
from tracker.web.rate_limit import Limit, count_guess, words

if TYPE_CHECKING:
    from tracker.fetching.fetch import Fetcher

FETCHES = Limit("postings", pair=60, whole=1_000_000, everywhere=True)
"""Pages a person may have fetched in a quarter of an hour."""
MOST_SKILLS = 2_000
UNREAD = {
    Why.NO_LINK: "Onward can’t open that link.",
    Why.SCHEME: "Onward opens only links that begin with https:// or http://.",
    Why.SIGNED_IN: "There is a name or a password in that link, so Onward didn’t open it.",
    Why.PORT: "That link leads to a port other than 80 and 443, so Onward didn’t open it.",
    Why.INSIDE: "That link doesn’t lead to a public page, so Onward didn’t open it.",
    Why.UNKNOWN: "Onward found no page at that link. It may have no internet just now.",
    Why.UNREACHABLE: "That page didn’t answer.",
    Why.SLOW: "That page took too long to answer.",
    Why.UNSAFE: "That page couldn’t be opened safely.",
    Why.REFUSED: "That site doesn’t let Onward read the page. Many sites ask you to sign in first.",
    Why.GONE: "That page is gone.",
    Why.BROKEN: "That site had a problem.",
    Why.NO_PAGE: "That link leads to a file that Onward can’t read.",
    Why.BUSY: "Onward is busy with other pages. Try again in a moment.",
}
OFF = "This server doesn’t open links."
NOTHING = (
    "Onward could open the page, but found no job ad in it. Some sites show it only in a browser."
)


class ReadPosting(NamedTuple):
    """What was read, and why it is not more."""

    posting: Posting
    unread: str = ""
    """A sentence where the page behind the link could not be read."""


def fetcher() -> "Fetcher":
    """What fetches for this process; tests put their own in its place."""
    from tracker.fetching.fetch import Fetcher

    made: Fetcher = current_app.extensions.setdefault("fetcher", Fetcher())
    return made


def read_for(user: User, put_in: str, data: str = "", only_words: bool = False) -> ReadPosting:
    """Read what was put in; `data` is JSON-LD that a bookmarklet brought along."""
    parts = pasted(put_in)
    hints = hints_of(db.session(), user)
    if parts.is_ad or data or only_words or not parts.link:
        return ReadPosting(read_pasted(parts, hints, data))
    return fetched(user.id, parts, hints)


def read_pasted(parts: Pasted, hints: Hints, data: str = "") -> Posting:
    """The facts of an ad that was pasted whole, as words or as a page's source."""
    from tracker.postings.read import read_posting, read_words

    if data:
        return read_words(parts.words, parts.link, hints, parts.title, data)
    return read_posting(parts.words, parts.link, hints, parts.title)


def fetched(user_id: int, parts: Pasted, hints: Hints) -> ReadPosting:
    """The facts on the page behind a link; no connection to the database is held meanwhile."""
    from tracker.postings.blocked_pages import is_blocked_page
    from tracker.postings.read import read_posting

    settings: Settings = current_app.config["ONWARD"]
    alone = by_title(parts)
    if not settings.fetch_postings:
        return ReadPosting(alone, OFF)
    wait = count_guess(f"user {user_id}", FETCHES)
    if wait is not None:
        return ReadPosting(alone, words(wait))
    db.session.rollback()
    try:
        page = fetcher().fetch(parts.link)
    except Refused as refused:
        return ReadPosting(alone, UNREAD[refused.why])
    posting = read_posting(page.text, parts.link, hints, parts.title or parts.words)
    return ReadPosting(alone, NOTHING) if is_blocked_page(posting) else ReadPosting(posting)


def by_title(parts: Pasted) -> Posting:
    """What is known without the page: its link, and what the title shared with it tells."""
    from tracker.postings.titles import is_role, read_title

    said = read_title(parts.title or parts.words)
    known = said if is_role(said.get("role", "")) else {}
    return Posting(
        role=known.get("role", ""),
        company=known.get("company", ""),
        link=parts.link,
        source=source_of(parts.link),
    )


def hints_of(session: Session, user: User) -> Hints:
    """What the reading goes by: their day, their money, their words for skills."""
    names = select(Skill.name).where(Skill.user_id == user.id).order_by(Skill.name)
    return Hints(
        today=day_of(now(), user.zone),
        zone=user.zone,
        currency=of_country(user.country) or "AUD",
        month_first=user.country == "US",
        skills=tuple(session.scalars(names.limit(MOST_SKILLS))),
    )


def put_together(title: str, url: str, text: str) -> str:
    """What a share or a bookmarklet brings, as it stands in the one field."""
    link = url.strip() if is_web_link(url.strip()) else ""
    said = text.strip()
    if link and said == link:
        said = ""
    lines = [each for each in (title.strip(), link) if each and each != said]
    return "\n".join(lines) + (f"\n\n{said}" if lines and said else said)

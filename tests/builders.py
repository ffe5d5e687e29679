"""Makes rows for tests, in the words of the test: `build.application(role="Baker")`."""

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.database import GROW, writing
from tracker.extensions import db
from tracker.models import (
    Action,
    ActionPoint,
    Activity,
    Application,
    ApplicationContact,
    ApplicationTag,
    Attempt,
    BulkChange,
    CalendarFeed,
    CheckIn,
    CoachNote,
    Contact,
    Document,
    Export,
    Feedback,
    FeedbackPoint,
    Identity,
    Import,
    Interview,
    Lead,
    MailProposal,
    Note,
    Offer,
    OwnLine,
    Passkey,
    PracticeRun,
    Rejection,
    ReminderChannel,
    Review,
    SavedView,
    ShareLink,
    Skill,
    Spark,
    StageChange,
    StepBack,
    Story,
    Tag,
    Theme,
    Thought,
    User,
)
from tracker.models.base import Base
from tracker.models.changes.many import WantedChange, change_many, loaded
from tracker.models.changes.position import Placement
from tracker.models.undo import remove_with_undo
from tracker.models.user import KEEPER, MEMBER
from tracker.sharing.selection import FOR_LINKS, Selection
from tracker.values.days import day_of

numbers = itertools.count(1)
LONG_AGO = datetime(2026, 1, 5, 3, 0, tzinfo=UTC)


ROUND = ("received_on", "answer_by", "decision", "decided_on", "pay_text", "note")
"""Facts of an offer that may be given with its application, as `offer_received_on`."""


def _offer(application: Application, at: datetime, facts: dict[str, Any]) -> Offer:
    row = Offer.beside(application, at)
    for name, value in facts.items():
        setattr(row, name, value)
    row.implied = [name for name, value in facts.items() if value] == ["decision"]
    return row


class Build:
    """Each method saves what it makes and gives it back."""

    _session: Session | None = None

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is built inside is saved at its end, all at once; nothing else may save there."""
        with writing() as session:
            self._session = session
            try:
                yield
            finally:
                self._session = None

    @contextmanager
    def _writing(self, user: User | None = None) -> Iterator[Session]:
        if self._session is None:
            with writing(user) as session:
                yield session
            return
        if user is not None:
            self._session.connection().execute(GROW, {"user_id": user.id})
        yield self._session
        self._session.flush()

    def user(self, email: str | None = None, keeper: bool = False, **facts: Any) -> User:
        """A person without a password."""
        email = email or f"person{next(numbers)}@example.org"
        facts.setdefault("name", email.partition("@")[0].title())
        facts.setdefault("created_at", LONG_AGO)
        return self._save(User(email=email, role=KEEPER if keeper else MEMBER, **facts))

    def passkey(self, user: User, **facts: Any) -> Passkey:
        """A passkey whose other half nobody has."""
        facts = {"credential_id": f"{next(numbers):08x}", "public": bytes(200)} | facts
        return self._save(Passkey(user_id=user.id, label="A key", made_at=LONG_AGO, **facts))

    def identity(self, user: User, **facts: Any) -> Identity:
        """An account elsewhere that is joined to this one."""
        facts = {"issuer": "https://id.example.org", "subject": f"{next(numbers)}"} | facts
        return self._save(Identity(user_id=user.id, made_at=LONG_AGO, **facts))

    def application(self, user: User, **facts: Any) -> Application:
        """An application on top of its column, with the first row of its history."""
        at = facts.pop("at", None) or now()
        offered = {name: facts.pop(f"offer_{name}") for name in ROUND if f"offer_{name}" in facts}
        facts.setdefault("company", "Banksia Software")
        facts.setdefault("role", "Junior Developer")
        since = facts.pop("stage_since", at)
        facts["stage_since"] = day_of(since, user.zone) if isinstance(since, datetime) else since
        application = Application(user_id=user.id, created_at=at, updated_at=at, **facts)
        application.stage = facts.get("stage", "applied")
        with self._writing(user) as session:
            if "position" not in facts:
                application.position = Placement().position(session, application, application.stage)
            session.add(application)
            session.flush()
            session.add(StageChange.first(application, at, facts["stage_since"]))
            if offered:
                session.add(_offer(application, at, offered))
        return application

    def mail_proposal(self, user: User, **facts: Any) -> MailProposal:
        """An email of a mailbox that waits for a word."""
        facts = {"kind": "no", "text": "No.", "uid": 1, "found_at": now()} | facts
        return self._save(MailProposal(user_id=user.id, **facts))

    def reminder_channel(self, user: User, **facts: Any) -> ReminderChannel:
        """A way that reminders go; how it is reached is on no machine."""
        facts = {"kind": "ntfy", "label": "ntfy", "file": f"{next(numbers):032x}"} | facts
        return self._save(ReminderChannel(user_id=user.id, made_at=LONG_AGO, **facts))

    def offer(self, application: Application, **facts: Any) -> Offer:
        """A round of what they offer."""
        return self._beside(Offer, application, **facts)

    def note(self, application: Application, body: str = "A note", **facts: Any) -> Note:
        """A note on an application."""
        return self._beside(Note, application, body=body, updated_at=now(), **facts)

    def interview(self, application: Application, **facts: Any) -> Interview:
        """An interview of an application; `on` alone is a day without an hour."""
        zone = self._user(application).zone
        starts_at, on = facts.pop("starts_at", None), facts.pop("on", None)
        written = facts.setdefault("created_at", now())
        row = Interview(user_id=application.user_id, application_id=application.id, **facts)
        row.hold(on, starts_at, written, zone)
        return self._save(row)

    def rejection(self, application: Application, **facts: Any) -> Rejection:
        """A rejection, as told."""
        return self._beside(Rejection, application, **facts)

    def attempt(self, application: Application, **facts: Any) -> Attempt:
        """A call that nobody took, unless told otherwise."""
        facts = {"channel": "call", "result": "no_answer", "on": LONG_AGO.date()} | facts
        return self._beside(Attempt, application, **facts)

    def feedback(
        self, application: Application, words: str = "Your answers were long.", **facts: Any
    ) -> Feedback:
        """What they said, sorted by nobody yet."""
        return self._beside(Feedback, application, words=words, **facts)

    def point(self, feedback: Feedback, quote: str | None = None, **facts: Any) -> FeedbackPoint:
        """A point to improve, unless told otherwise."""
        application = self._application(feedback.application_id)
        facts = {"kind": "improve", "quote": quote or feedback.words} | facts
        return self._beside(FeedbackPoint, application, feedback_id=feedback.id, **facts)

    def theme(self, user: User, name: str = "Examples", **facts: Any) -> Theme:
        """A theme of the person's own."""
        return self._save(Theme(user_id=user.id, name=name, **facts))

    def action(self, user: User, *points: FeedbackPoint, **facts: Any) -> Action:
        """Something to do, perhaps because of what was said."""
        facts = {"what": "Practise two answers", "created_at": now(), "updated_at": now()} | facts
        action = Action(user_id=user.id, **facts)
        with self._writing() as session:
            session.add(action)
            session.flush()
            session.add_all(ActionPoint(action_id=action.id, point_id=each.id) for each in points)
        return action

    def contact(self, user: User, name: str = "Mary O’Connor", **facts: Any) -> Contact:
        """A person met on the way."""
        return self._save(Contact(user_id=user.id, name=name, created_at=now(), **facts))

    def part(self, application: Application, contact: Contact, part: str = "recruiter") -> Any:
        """That person's part in an application."""
        return self._save(
            ApplicationContact(
                user_id=application.user_id,
                application_id=application.id,
                contact_id=contact.id,
                part=part,
            )
        )

    def lead(self, user: User, **facts: Any) -> Lead:
        """A saved opening."""
        facts.setdefault("role", "Barista")
        return self._save(Lead(user_id=user.id, created_at=now(), **facts))

    def document(self, user: User, **facts: Any) -> Document:
        """A version of a résumé."""
        content = facts.pop("content", b"%PDF-1.4 a resume")
        facts = {
            "label": "Résumé v1",
            "filename": "resume.pdf",
            "media_type": "application/pdf",
            "size": len(content),
            "sha256": "0" * 64,
        } | facts
        return self._save(Document(user_id=user.id, content=content, created_at=now(), **facts))

    def spreadsheet(self, user: User, **facts: Any) -> Import:
        """A spreadsheet that was brought in."""
        facts = {"filename": "jobs.csv", "headers": ["Company"], "mapping": {}} | facts
        return self._save(Import(user_id=user.id, created_at=now(), **facts))

    def skill(self, user: User, name: str = "SQL", **facts: Any) -> Skill:
        """A skill of the person's vocabulary."""
        return self._save(Skill(user_id=user.id, name=name, **facts))

    def spark(self, user: User, name: str = "Outdoors") -> Spark:
        """A spark of the person's vocabulary."""
        return self._save(Spark(user_id=user.id, name=name))

    def tag(self, user: User, name: str = "Plan B", *cards: Application) -> Tag:
        """A tag of the person's vocabulary, on these."""
        tag: Tag = self._save(Tag(user_id=user.id, name=name))
        with self._writing() as session:
            session.add_all(ApplicationTag(application_id=card.id, tag_id=tag.id) for card in cards)
        return tag

    def saved_view(self, user: User, name: str = "Silent ones", **facts: Any) -> SavedView:
        """A view that the person keeps."""
        facts = {"asked": "standing=silent"} | facts
        return self._save(SavedView(user_id=user.id, name=name, **facts))

    def bulk_change(self, user: User, *cards: Application) -> BulkChange:
        """Some applications that were closed in one step, without an answer."""
        with writing(user, at := now()) as session:
            these = loaded(session, user.id, [card.id for card in cards])
            done = change_many(session, user, these, WantedChange(no_answer=True), at)
        assert done.change is not None
        return done.change

    def check_in(self, application: Application, **facts: Any) -> CheckIn:
        """A moment taken after a no."""
        return self._beside(CheckIn, application, **facts)

    def thought(self, application: Application, story: str = "I freeze", **facts: Any) -> Thought:
        """A thought record."""
        return self._beside(Thought, application, story=story, **facts)

    def line(self, user: User, text: str = "One no is one no.") -> OwnLine:
        """A sentence that helps you."""
        return self._save(OwnLine(user_id=user.id, text=text, created_at=now()))

    def link(self, user: User, **facts: Any) -> tuple[ShareLink, str]:
        """A link for a coach, showing all that a link may show, and its secret."""
        facts.setdefault("choice", Selection(frozenset(FOR_LINKS)).as_json())
        facts.setdefault("label", "For Ana")
        link, token = ShareLink.issue(user.id, now(), **facts)
        return self._save(link), token

    def coach_note(self, link: ShareLink, body: str = "Well done.", **facts: Any) -> CoachNote:
        """A note that a coach left through a link."""
        note = CoachNote(
            user_id=link.user_id, link_id=link.id, body=body, created_at=now(), **facts
        )
        return self._save(note)

    def review(self, user: User, **facts: Any) -> Review:
        """A look at the résumé that somebody took."""
        facts = {"subject": "resume", "by": "Ana", "on": LONG_AGO.date()} | facts
        return self._save(Review(user_id=user.id, created_at=now(), **facts))

    def step_back(self, user: User, **facts: Any) -> StepBack:
        """A look back that is under way."""
        return self._save(StepBack(user_id=user.id, started_at=now(), **facts))

    def story(self, user: User, question: str = "What went wrong?", **facts: Any) -> Story:
        """An answer to practise."""
        facts = {"created_at": now(), "updated_at": now()} | facts
        return self._save(Story(user_id=user.id, question=question, **facts))

    def run(self, story: Story, seconds: int | None = 95, **facts: Any) -> PracticeRun:
        """That story said aloud."""
        facts = {"user_id": story.user_id, "story_id": story.id, "created_at": now()} | facts
        return self._save(PracticeRun(seconds=seconds, **facts))

    def activity(self, user: User, what: str = "Résumé workshop", **facts: Any) -> Activity:
        """Something done for the search besides an application."""
        facts = {"on": LONG_AGO.date(), "kind": "workshop"} | facts
        return self._save(Activity(user_id=user.id, what=what, created_at=now(), **facts))

    def export(self, user: User, kind: str = "csv", **facts: Any) -> Export:
        """A file that was asked for."""
        facts.setdefault("choice", Selection().as_json())
        return self._save(Export(user_id=user.id, format=kind, created_at=now(), **facts))

    def feed(self, user: User) -> tuple[CalendarFeed, str]:
        """A calendar's secret address: its row, and the secret."""
        feed, token = CalendarFeed.issue(user.id, now())
        return self._save(feed), token

    def removal(self, application: Application) -> Any:
        """A note that was taken away."""
        note = self.note(application, "A note that was taken away")
        with self._writing() as session:
            return remove_with_undo(
                session, "note", [session.get_one(Note, note.id)], now(), application.id
            )

    def _user(self, application: Application) -> User:
        return db.session.get_one(User, application.user_id)

    def _application(self, application_id: int) -> Application:
        return db.session.get_one(Application, application_id)

    def _beside(self, model: Any, application: Application, **facts: Any) -> Any:
        facts.setdefault("created_at", now())
        row = model(user_id=application.user_id, application_id=application.id, **facts)
        with self._writing() as session:
            session.add(row)
        return row

    def _save(self, row: Any) -> Any:
        with self._writing() as session:
            session.add(row)
        assert isinstance(row, Base)
        return row

"""One application: what to do next, its facts, its people and its story."""

import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from flask import Blueprint
from flask.typing import ResponseReturnValue
from sqlalchemy import Row
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.database import optional_write, writing
from tracker.extensions import db
from tracker.loop.by_email import act_of, title_below
from tracker.loop.next_step import answer_awaited_until, next_step
from tracker.loop.stage import Stage
from tracker.loop.steps import STEPS, NextStep
from tracker.models.application import Application
from tracker.models.check_in import CheckIn
from tracker.models.coach_note import CoachNote
from tracker.models.contact import Contact
from tracker.models.document import Paper, papers_of
from tracker.models.interview import Interview
from tracker.models.reads.application_words import read_application_words
from tracker.models.reads.due_actions import PlannedAction, read_planned
from tracker.models.reads.leads.ingredients import MUCH
from tracker.models.reads.loop_progress import read_path_facts
from tracker.models.reads.tied_applications import tied_applications
from tracker.models.reads.timeline import timeline
from tracker.models.reads.timeline_loop import loop_lines
from tracker.models.summary import facts_of
from tracker.models.summary.before_commit import sweep
from tracker.models.summary.loop import attempts_since
from tracker.models.user import User
from tracker.values.days import day_of
from tracker.values.formatting import near_days, next_midnight
from tracker.views.applications.advice_presenter import advice_heading, present_advice
from tracker.views.applications.facts_presenter import present_facts
from tracker.views.applications.interviews_presenter import present_interview
from tracker.views.applications.path_presenter import PresentedPathPart, present_path
from tracker.views.applications.planned_presenter import SHOWN, present_planned
from tracker.views.applications.standing_presenter import stands_words
from tracker.views.applications.story import timeline_presenter
from tracker.views.applications.waiting_presenter import asked_step, thanks_words, waiting_words
from tracker.views.board.board import board_address
from tracker.views.coach import coach_presenter
from tracker.views.coach.coach_presenter import Brief
from tracker.views.people.people_presenter import present_person
from tracker.views.rejection.rest_presenter import resting_words
from tracker.web.access import device, me, own_application
from tracker.web.paging import next_url, rows_passed
from tracker.web.rendering import mark_page, page, unchanged

blueprint = Blueprint("show", __name__, url_prefix="/applications/<id:application_id>")


@blueprint.get("")
def show(application_id: int) -> ResponseReturnValue:
    """The whole page."""
    at, user = now(), me()
    same = unchanged(device(), at)
    if same is not None:
        return same
    session = db.session()
    application = refresh_summary(own_application(application_id), user, at)
    papers, lines = papers_of(session, application), loop_lines(session, application.id)
    planned = read_planned(session, application) if application.actions_open else []
    step = step_now(session, application, planned, lines, user, at)
    shown = page(
        "applications/show.html",
        application=application,
        **header(application, step, planned, user, at),
        **load_details(session, application, user, at, papers),
        **load_timeline(session, application, user, at, papers, loop=lines),
        tied=tied_applications(session, application),
        **load_advice(application, lines, planned, user, at),
        how_now=check_in_to_ask_about(session, application, user, at),
        path=load_path(session, application, step, user, at),
        on_board=board_address(session, application),
        coach_notes=by_coaches(session, application, user, at),
        key=uuid.uuid4(),
    )
    return mark_page(shown, device(), good_until(application, user, at))


def refresh_summary(application: Application, user: User, at: datetime) -> Application:
    """Bring up to date what time alone has changed, as the board and Today do."""
    if application.wake_at is not None and application.wake_at <= at:
        with optional_write(), writing(user, at) as writer:
            sweep(writer, [application.id])
        return own_application(application.id)
    return application


@blueprint.get("/timeline")
def earlier(application_id: int) -> ResponseReturnValue:
    """The further part of the story."""
    at, user, session = now(), me(), db.session()
    application = own_application(application_id)
    return page(
        "applications/timeline.html",
        fragment="applications/_timeline.html",
        application=application,
        **load_timeline(
            session, application, user, at, papers_of(session, application), rows_passed()
        ),
    )


def header(
    application: Application,
    step: NextStep,
    planned: Sequence[PlannedAction],
    user: User,
    at: datetime,
) -> dict[str, Any]:
    """Where it stands, the one next step, and what is planned."""
    known = facts_of(application)
    return {
        "resting": resting_words(known, at, user.zone),
        "stands": stands_words(application, at, user.zone),
        "step": step,
        "step_href": step.href(application.id),
        "planned": present_planned(
            planned, step, day_of(at, user.zone), application.company or application.role
        ),
        "stages": [(stage.value, stage.label) for stage in Stage],
        "open": application.live and application.is_open,
        "today": day_of(at, user.zone),
        "zone": user.zone,
    }


def step_now(
    session: Session,
    application: Application,
    planned: Sequence[PlannedAction],
    lines: Sequence[Row[Any]],
    user: User,
    at: datetime,
) -> NextStep:
    """What to do now, its days by name while they are near; of an action or an ask, what it is."""
    known = facts_of(application)
    step = next_step(known, at, user.zone)
    if step.kind == "do_action" and planned:
        first = planned[0]
        act = STEPS["do_action"]._replace(label=act_of(first.what)) if first.asked else None
        what = title_below(first.what, application.company or application.role)
        return step._replace(why=what, instead=act)
    if step.kind == "wait" and application.is_open and planned and planned[0].asked:
        step = asked_step(step, planned[0].due_on, day_of(at, user.zone))
    if step.kind == "thank":
        giver = next((line.people for line in lines if line.kind == "feedback" and line.people), "")
        return step._replace(why=thanks_words(giver) or step.why)
    until = answer_awaited_until(known, step)
    asked = waiting_words(attempts_since(session, application), lines, until) if until else ""
    return step._replace(why=near_days(asked or step.why, day_of(at, user.zone)))


def load_advice(
    application: Application,
    lines: Sequence[Row[Any]],
    planned: Sequence[PlannedAction],
    user: User,
    at: datetime,
) -> dict[str, Any]:
    """What they said while it is open, and what was done; what is planned stands in its card."""
    named = {row.id for row in planned[:SHOWN]}
    rest = [line for line in lines if line.kind != "action" or line.id not in named]
    shown = present_advice(rest, day_of(at, user.zone)) if application.is_open else []
    return {"advice": shown, "advice_heading": advice_heading(shown)}


def check_in_to_ask_about(
    session: Session, application: Application, user: User, at: datetime
) -> int | None:
    """The moment whose weight is asked about again: once, when the card has rested."""
    resting = resting_words(facts_of(application), at, user.zone)
    if resting or application.is_open:
        return None
    return session.scalar(CheckIn.untold(application, at))


def by_coaches(session: Session, application: Application, user: User, at: datetime) -> list[Brief]:
    """The latest notes that coaches left beside it."""
    rows = CoachNote.beside(session, application)
    return coach_presenter.present_briefs(rows, at, user.zone)


def load_path(
    session: Session, application: Application, step: NextStep, user: User, at: datetime
) -> list[PresentedPathPart]:
    """The path from a no to the next step, where there was one."""
    if application.is_open:
        return []
    facts = read_path_facts(session, application)
    return present_path(application, step, facts, at, user)


def load_details(
    session: Session, application: Application, user: User, at: datetime, papers: list[Paper]
) -> dict[str, Any]:
    """Facts, people, and the interviews that wait for something."""
    place = f"/applications/{application.id}/people"
    words = read_application_words(session, application)
    excites = (application.excitement or 0) >= MUCH
    dated = application.next_interview_at or application.unreviewed_interview_at
    waiting = dated or (application.interviewed and application.live and application.is_open)
    return {
        "facts": present_facts(application, words, papers, at, user.zone),
        "used": words.used,
        "more_like_it": application.no_said and (excites or words.sparks),
        "people": [
            present_person(contact, part, f"{place}/{part_id}")
            for contact, part_id, part in Contact.on(session, application)
        ],
        "interviews": [
            present_interview(each, at, user.zone)
            for each in (session.scalars(Interview.waiting(application, at)) if waiting else ())
        ],
    }


def load_timeline(
    session: Session,
    application: Application,
    user: User,
    at: datetime,
    papers: list[Paper],
    start: int = 0,
    loop: Sequence[Row[Any]] | None = None,
) -> dict[str, Any]:
    """A page of the timeline in words."""
    read = timeline(session, application, user.zone, papers, start, loop)
    return {
        "days": timeline_presenter.present_timeline(read, application.id, at, user.zone),
        "more_url": next_url(f"/applications/{application.id}/timeline", "from", read.more),
        "undo_key": uuid.uuid4(),
    }


def first_timeline_page(application: Application) -> dict[str, Any]:
    """The first page of the timeline, after a change to it."""
    session = db.session()
    return load_timeline(session, application, me(), now(), papers_of(session, application))


def good_until(application: Application, user: User, at: datetime) -> datetime:
    """When the page would read differently without anybody changing anything."""
    turns = (application.wake_at, application.next_interview_at, next_midnight(at, user.zone))
    return min(turn for turn in turns if turn is not None and turn > at)

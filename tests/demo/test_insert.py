from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select

from tracker.clock import now
from tracker.database import writing
from tracker.demo import insert
from tracker.demo.hunt import hunt
from tracker.demo.insert import insert_hunt
from tracker.exports.work_search.read import read_log
from tracker.extensions import db
from tracker.loop.steps import STEPS
from tracker.loop.today_rank import ORDER, SPAN
from tracker.loop.wake import wakes_at
from tracker.models import (
    Action,
    ActionPoint,
    ActionUse,
    Activity,
    Application,
    ApplicationContact,
    ApplicationSkill,
    ApplicationSpark,
    Attempt,
    CheckIn,
    Contact,
    Document,
    Feedback,
    FeedbackPoint,
    Interview,
    Lead,
    Note,
    Rejection,
    Review,
    Skill,
    Spark,
    StageChange,
    StepBack,
)
from tracker.models.summary import facts_of, summary_of
from tracker.sharing.selection import Selection
from tracker.values.date_range import DateRange
from tracker.values.days import day_of

NOUNS = (Application, ApplicationContact, Contact, Document, Interview, Lead, Note, Rejection)
NOUNS += (Skill, Spark, StageChange, CheckIn, Attempt, Feedback, FeedbackPoint, Action, ActionUse)


@pytest.fixture
def person(build):
    return build.user()


def grown(person, n=60, seed=3, moment=None):
    moment = moment or now()
    made = hunt(seed, n, day_of(moment, person.zone), person.zone)
    with writing(person) as session:
        insert_hunt(session, person, made, moment)
    return made, moment


def rows(model):
    return db.session.scalar(select(func.count()).select_from(model))


def test_all_of_a_hunt_is_written(person):
    made, _ = grown(person)
    each = made.applications
    assert rows(Application) == 60
    assert rows(StageChange) == sum(len(one.stages) for one in each)
    assert rows(Interview) == sum(len(one.interviews) for one in each)
    assert rows(Rejection) == sum(one.rejection is not None for one in each)
    assert rows(Note) == sum(len(one.notes) for one in each)
    assert rows(ApplicationContact) == sum(len(one.contacts) for one in each)
    assert rows(ApplicationSkill) == sum(len(one.skills) for one in each)
    assert rows(ApplicationSpark) == sum(len(one.sparks) for one in each)
    assert rows(CheckIn) == sum(len(one.check_ins) for one in each)
    assert rows(Attempt) == sum(len(one.attempts) for one in each)
    assert rows(Feedback) == sum(len(one.answers) for one in each)
    assert rows(FeedbackPoint) == sum(len(a.points) for one in each for a in one.answers)
    assert rows(Action) == rows(ActionPoint) == sum(len(one.actions) for one in each)
    assert rows(ActionUse) == sum(len(a.used_by) for one in each for a in one.actions)
    assert (rows(Contact), rows(Lead)) == (len(made.contacts), len(made.leads))
    assert (rows(Document), rows(Skill)) == (len(made.documents), len(made.skills))


def test_everything_belongs_to_that_person(person, build):
    other = build.user()
    grown(person)
    for noun in NOUNS:
        owners = set(db.session.scalars(select(noun.user_id)))
        assert owners == {person.id}
    assert person.id != other.id


def test_summaries_are_what_the_rows_add_up_to_however_many_there_are(person, monkeypatch):
    monkeypatch.setattr(insert, "SUMMARIES_AT_ONCE", 40)
    _, moment = grown(person, 100)
    assert rows(Application) == 100
    for application in db.session.scalars(Application.of(person.id)):
        for name, value in (
            summary_of(db.session(), application, moment, person.zone).columns().items()
        ):
            assert getattr(application, name) == value, name
        assert application.pinned == (application.offer_open and application.live)
        assert application.wake_at == wakes_at(facts_of(application), moment, person.zone)


@pytest.mark.parametrize("hour", [0, 23])
def test_today_is_alive_at_any_hour_of_a_working_day(person, hour):
    grown(person, 48, seed=1, moment=datetime(2026, 11, 25, hour, 30, tzinfo=person.zone))
    places = list(db.session.scalars(select(Application.today_place).order_by("today_place")))
    kinds = {ORDER[place // SPAN] for place in places if place is not None}
    assert {"answer_offer", "prepare_interview", "do_action", "nudge", "rest"} <= kinds
    assert {"review_interview", "read_feedback", "record_rejection"} <= kinds
    assert {"due", "next"} <= {STEPS[kind].section for kind in kinds}


def test_the_stage_is_that_of_the_latest_change(person):
    grown(person)
    for application in db.session.scalars(Application.of(person.id)):
        latest = StageChange.latest(db.session(), application)
        assert (latest.after, latest.on) == (application.stage, application.stage_since)


def test_rows_beside_belong_to_their_own_application(person):
    made, _ = grown(person)
    told = {(one.company, one.role, one.applied_on): one for one in made.applications}
    for application in db.session.scalars(Application.of(person.id)):
        one = told[application.company, application.role, application.applied_on]
        bodies = [note.body for note in db.session.scalars(Note.of(application))]
        assert sorted(bodies) == sorted(note.body for note in one.notes)
        names = {contact.name for contact, _, _ in Contact.on(db.session(), application)}
        assert names == {made.contacts[at].name for at, _ in one.contacts}
        document = db.session.get(Document, application.resume_id)
        assert document.label == made.documents[one.resume].label


def test_within_a_column_the_latest_arrival_stands_on_top(person):
    grown(person)
    cards = list(db.session.scalars(Application.of(person.id).order_by(Application.position)))
    for stage in ("applied", "interview", "rejected"):
        since = [card.stage_since for card in cards if card.stage == stage]
        assert since == sorted(since, reverse=True)
    assert len({(card.stage, card.position) for card in cards}) == len(cards)


@pytest.mark.both_databases
def test_words_that_a_person_has_already_are_used(person):
    with writing(person) as session:
        session.add(Skill(user_id=person.id, name="SQL", level="gap"))
    made, _ = grown(person)
    assert rows(Skill) == len(made.skills)
    assert db.session.scalar(select(Skill.level).where(Skill.name == "SQL")) == "gap"


def test_nothing_wakes_before_it_is_read(person):
    _, moment = grown(person)
    woken = db.session.scalars(
        select(Application.wake_at).where(Application.wake_at <= moment + timedelta(seconds=1))
    )
    assert list(woken) == []


def test_what_was_done_besides_applying_lies_in_the_past_and_reads_well(person):
    made, moment = grown(person)
    today = day_of(moment, person.zone)

    assert rows(Activity) == len(made.activities) > 5
    assert rows(Review) == 3 and rows(StepBack) == 1
    assert all(one.on < today and one.at < moment for one in made.activities)
    assert all(one.asked_on < today for one in made.reviews)
    span = DateRange.between(made.activities[-1].on, today)
    named = Selection(companies=True, people=True)
    log = read_log(db.session(), person, named, span, moment)
    kinds = {kind for kind, _ in log.total.by_kind}
    assert {"application", "interview", "workshop", "job_fair"} <= kinds

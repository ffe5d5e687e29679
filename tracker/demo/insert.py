"""Writing a made-up hunt into the database, in few statements whatever its size."""

from collections.abc import Callable, Iterable
from datetime import datetime
from operator import itemgetter
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from tracker.demo import application_rows, loop_rows, rows, stories
from tracker.demo.hunt_facts import Hunt, MadeApplication, MadeStory
from tracker.models import (
    Action,
    ActionPoint,
    ActionUse,
    Activity,
    Application,
    ApplicationContact,
    ApplicationSkill,
    ApplicationSpark,
    ApplicationTag,
    Attempt,
    CheckIn,
    Contact,
    Document,
    Feedback,
    FeedbackPoint,
    Interview,
    Lead,
    Note,
    Offer,
    PracticeRun,
    Rejection,
    Review,
    Skill,
    Spark,
    StageChange,
    StepBack,
    Story,
    Tag,
    Theme,
    User,
)
from tracker.models.changes.themes import seed
from tracker.models.summary.in_bulk import sum_up
from tracker.models.summary.usual_silence import forget

TAGGED: dict[str, Callable[[MadeApplication], bool]] = {
    "Top choice": lambda made: made.excitement == 5,
    "Public sector": lambda made: made.public_sector,
}
"""Tags of the made-up person, and what they stand on."""
# Else the rows are split by which of their facts are None, into thousands of statements.
ONE_STATEMENT = {"render_nulls": True}
SUMMARIES_AT_ONCE = 500
BESIDE: tuple[tuple[Any, Callable[[MadeApplication], Iterable[rows.Row]]], ...] = (
    (StageChange, application_rows.stage_changes),
    (Interview, application_rows.interviews),
    (Offer, application_rows.offers),
    (Rejection, application_rows.rejections),
    (Note, application_rows.notes),
    (CheckIn, loop_rows.check_ins),
)


def insert_hunt(session: Session, user: User, hunt: Hunt, now: datetime) -> None:
    """Give all of it to that person; call inside `writing(user)`."""
    planting = DemoInsert(session, user.id)
    documents = planting.keyed(Document, map(rows.document, hunt.documents))
    contacts = planting.keyed(Contact, map(rows.contact, hunt.contacts))
    planting.keyed(Lead, map(rows.lead, hunt.leads))
    planting.keyed(Activity, map(rows.activity, hunt.activities))
    planting.keyed(Review, map(rows.review, hunt.reviews))
    planting.keyed(StepBack, map(rows.step_back, hunt.step_backs))
    planting.practice(hunt.stories)
    numbers = planting.keyed(Application, application_rows.applications(hunt, documents))
    for model, rows_of in BESIDE:
        planting.beside(model, hunt, numbers, rows_of)
    planting.beside(
        ApplicationContact,
        hunt,
        numbers,
        lambda made: ({"contact_id": contacts[at], "part": part} for at, part in made.contacts),
    )
    planting.beside(Attempt, hunt, numbers, lambda made: loop_rows.attempts(made, contacts))
    planting.vocabulary(hunt, numbers)
    planting.lessons(hunt, numbers, contacts)
    for start in range(0, len(numbers), SUMMARIES_AT_ONCE):
        sum_up(session, numbers[start : start + SUMMARIES_AT_ONCE], now, user.zone)
    forget(session, user.id)


class DemoInsert:
    """Bulk inserts for one person."""

    def __init__(self, session: Session, user_id: int) -> None:
        self.session = session
        self.user_id = user_id

    def keyed(self, model: Any, made: Iterable[rows.Row]) -> list[int]:
        """The ids, in the order of the rows."""
        whole = [{**row, "user_id": self.user_id} for row in made]
        if not whole:
            return []
        statement = insert(model).returning(model.id, sort_by_parameter_order=True)
        return list(self.session.scalars(statement, whole, execution_options=ONE_STATEMENT))

    def many(self, model: Any, whole: list[rows.Row]) -> None:
        if whole:
            self.session.execute(insert(model), whole, execution_options=ONE_STATEMENT)

    def beside(
        self,
        model: Any,
        hunt: Hunt,
        numbers: list[int],
        rows_of: Callable[[MadeApplication], Iterable[rows.Row]],
    ) -> None:
        """What belongs to each application, the oldest first, as it would have been written."""
        made = zip(reversed(numbers), reversed(hunt.applications), strict=True)
        self.many(
            model,
            [
                {**row, "user_id": self.user_id, "application_id": number}
                for number, application in made
                for row in rows_of(application)
            ],
        )

    def vocabulary(self, hunt: Hunt, numbers: list[int]) -> None:
        """Skills and sparks, and which application has which; words already there are kept."""
        skills = self.words(Skill, hunt.skills, lambda name: {"level": hunt.skills[name]})
        sparks = self.words(Spark, hunt.sparks, lambda name: {})
        asked, sparked = [], []
        for number, made in zip(numbers, hunt.applications, strict=True):
            asked += [{"application_id": number, "skill_id": skills[n]} for n in made.skills]
            sparked += [{"application_id": number, "spark_id": sparks[n]} for n in made.sparks]
        self.many(ApplicationSkill, asked)
        self.tags(hunt, numbers)
        self.many(ApplicationSpark, sparked)

    def tags(self, hunt: Hunt, numbers: list[int]) -> None:
        """A few words to sort by, on those that they fit."""
        tags = self.words(Tag, TAGGED, lambda name: {})
        tagged = [
            {"application_id": number, "tag_id": tags[name]}
            for number, made in zip(numbers, hunt.applications, strict=True)
            for name, fits in TAGGED.items()
            if fits(made)
        ]
        self.many(ApplicationTag, tagged)

    def practice(self, made: list[MadeStory]) -> None:
        """Stories, and each time that one was said aloud, the first one first."""
        numbers = self.keyed(Story, map(stories.story, made))
        told = zip(made, numbers, strict=True)
        said = [stories.run(run, number) for each, number in told for run in each.runs]
        self.keyed(PracticeRun, sorted(said, key=itemgetter("created_at")))

    def lessons(self, hunt: Hunt, numbers: list[int], contacts: list[int]) -> None:
        """Answers with their points, the actions that these became, and where they were used."""
        answers, actions, places = [], [], []
        for number, made in zip(reversed(numbers), reversed(hunt.applications), strict=True):
            answers += [(number, answer) for answer in made.answers]
            actions += [(number, action) for action in made.actions]
        answer_ids = self.keyed(
            Feedback,
            (
                {**loop_rows.feedback(one, contacts, hunt.contacts), "application_id": number}
                for number, one in answers
            ),
        )
        themes, points = self.themes(), []
        for answer_id, (number, one) in zip(answer_ids, answers, strict=True):
            for place, row in enumerate(loop_rows.points(one, themes)):
                points.append({**row, "feedback_id": answer_id, "application_id": number})
                places.append((number, place))
        of_points = dict(zip(places, self.keyed(FeedbackPoint, points), strict=True))
        action_ids = self.keyed(
            Action, ({**loop_rows.action(one), "application_id": n} for n, one in actions)
        )
        done = list(zip(action_ids, actions, strict=True))
        self.many(
            ActionPoint,
            [
                {"action_id": action_id, "point_id": of_points[number, one.answers]}
                for action_id, (number, one) in done
            ],
        )
        self.many(
            ActionUse,
            [
                {
                    "action_id": action_id,
                    "application_id": numbers[place],
                    "at": at,
                    "user_id": self.user_id,
                }
                for action_id, (_, one) in done
                for place, at in one.used_by
            ],
        )

    def themes(self) -> dict[str, int]:
        """The person's themes by what the reader calls them."""
        seed(self.session, self.user_id)
        mine = select(Theme.slug, Theme.id).where(Theme.user_id == self.user_id)
        return {slug: number for slug, number in self.session.execute(mine) if slug}

    def words(
        self, model: Any, names: Iterable[str], facts: Callable[[str], rows.Row]
    ) -> dict[str, int]:
        """The ids of those words, made where they are new."""
        mine = select(model.name, model.id).where(model.user_id == self.user_id)
        known = {str(name): int(number) for name, number in self.session.execute(mine)}
        new = [name for name in names if name not in known]
        made = self.keyed(model, ({"name": name, **facts(name)} for name in new))
        return known | dict(zip(new, made, strict=True))

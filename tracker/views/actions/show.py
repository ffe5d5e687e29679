"""One action on its page: the plan, why it is there, and what came of it."""

import uuid

from flask import Response, request
from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.extensions import db
from tracker.models.action import PRACTICE, Action
from tracker.models.action_point import ActionPoint
from tracker.models.action_use import ActionUse
from tracker.models.changes.action import moved_by
from tracker.models.document import Document
from tracker.models.feedback import FeedbackPoint
from tracker.models.reads.preparation.practice import practised_for
from tracker.models.reads.same_lesson import points_elsewhere
from tracker.models.skill import Skill
from tracker.models.user import User
from tracker.values.days import day_of
from tracker.views.actions import actions_presenter
from tracker.views.actions.action_form import ActionForm, DoneForm, ProofForm
from tracker.views.actions.email_reply import email_reply
from tracker.views.actions.proposal import offered_elsewhere
from tracker.views.practice.practice_presenter import proof_words
from tracker.web.access import me, own_named
from tracker.web.forms import Refusal, form_page, form_version


def render_action_page(
    action: Action,
    form: ActionForm | None = None,
    proof: ProofForm | None = None,
    done: DoneForm | None = None,
    refusal: Refusal | None = None,
) -> Response:
    """The page; a form that was refused stands open where it was typed."""
    session, user = db.session(), me()
    today = day_of(now(), user.zone)
    reply = email_reply(session, action, user, today)
    due_on = action.due_on
    because = quotes(session, action)
    saved = add_skill_options(ActionForm.of(action), action)
    proved = add_document_options(ProofForm.of(action))
    stories = practised_for(session, action) if action.kind == PRACTICE else []
    return form_page(
        "actions/show.html",
        form or saved,
        refusal,
        action=action,
        each=actions_presenter.present_actions(session, [action], today)[0],
        reply=reply,
        is_due=due_on is not None and due_on <= today,
        days=actions_presenter.day_options(today, reply.by if reply else None, due_on),
        quotes=because,
        origins={each.id: each for each in points_elsewhere(session, because)},
        several=len({each.application_id for each in because}) > 1,
        further=bool(offered_elsewhere(session, user, because, None, words="").points),
        changing=form is not None,
        proof=add_document_options(proof) if proof is not None else proved,
        proving=proof is not None,
        noting="note" in request.args,
        link=ProofForm.link_in(action.proof),
        document=session.scalar(Document.label_of(action.proof_document_id or 0)),
        moved=moved_by(session, action, user.zone) if action.done_on is not None else [],
        practises=action.kind == PRACTICE,
        practised=proof_words(stories),
        uses=session.scalars(ActionUse.of(action)).all(),
        done_form=done or DoneForm(formdata=None, done_on=action.done_on or today),
        dating=done is not None,
        done_version=form_version(refusal if done is not None else None, DoneForm.of(action)),
        version=form_version(refusal if form is not None else None, saved),
        proof_version=form_version(refusal if proof is not None else None, proved),
        another_key=uuid.uuid4(),
    )


def quotes(session: Session, action: Action) -> list[FeedbackPoint]:
    """The points it answers."""
    return list(
        session.scalars(
            select(FeedbackPoint)
            .join(ActionPoint, ActionPoint.point_id == FeedbackPoint.id)
            .where(ActionPoint.action_id == action.id)
            .order_by(FeedbackPoint.id)
        )
    )


def gaps_of(session: Session, user: User) -> list[Skill]:
    """What an action may bring on."""
    return list(session.scalars(Skill.gaps(user.id)))


def add_skill_options(form: ActionForm, action: Action | None = None) -> ActionForm:
    """Let the form offer the gaps, and the skill that it is for; another person's is a 404."""
    session = db.session()
    skills = gaps_of(session, me())
    for number in (action.skill_id if action is not None else None, form.skill_id.data):
        if isinstance(number, int) and number not in {each.id for each in skills}:
            skills.append(own_named(Skill, number))
    return form.offer(skills)


def add_document_options(form: ProofForm) -> ProofForm:
    """Let the form offer the documents; another person's is a 404."""
    documents = list(db.session().scalars(Document.of(me().id)))
    chosen = form.proof_document_id.data
    if isinstance(chosen, int) and chosen not in {each.id for each in documents}:
        own_named(Document, chosen)
    form.offer(documents)
    return form

"""One action on its page: the plan, why it is there, and what came of it."""

import uuid

from flask import Response, request
from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.extensions import db
from tracker.models.action import Action, ActionPoint, ActionUse
from tracker.models.changes.action import moved_by
from tracker.models.document import Document
from tracker.models.feedback import FeedbackPoint
from tracker.values.days import day_of
from tracker.views.actions import actions_presenter
from tracker.views.actions.action_form import ActionForm, ProofForm
from tracker.web.access import me, own_named
from tracker.web.edit_conflicts import Conflict, version_of
from tracker.web.rendering import page


def shown(
    action: Action,
    form: ActionForm | None = None,
    proof: ProofForm | None = None,
    both: Conflict | None = None,
    status: int = 200,
) -> Response:
    """The page; a form that was refused stands open where it was typed."""
    session, user = db.session(), me()
    today = day_of(now(), user.zone)
    key = request.form.get("key") or uuid.uuid4()
    refused = status in (413, 422)
    return page(
        "actions/show.html",
        action=action,
        each=actions_presenter.actions(session, [action], today)[0],
        days=actions_presenter.days(today),
        quotes=quotes(session, action),
        form=form or ActionForm.of(action),
        changing=form is not None,
        proof=ready(proof or proof_of(action)),
        proving=proof is not None,
        link=ProofForm.link_in(action.proof),
        document=session.scalar(Document.label_of(action.proof_document_id or 0)),
        moved=moved_by(session, action, user.zone) if action.done_on is not None else [],
        uses=session.scalars(ActionUse.of(action)).all(),
        conflict=both,
        version=request.form.get("version")
        if refused and form is not None
        else version_of(ActionForm.of(action)),
        proof_version=request.form.get("version")
        if refused and proof is not None
        else version_of(ready(proof_of(action))),
        key=key,
        another_key=uuid.uuid4(),
        typed=status != 200,
        status=status,
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


def proof_of(action: Action) -> ProofForm:
    """The form as the saved proof fills it."""
    facts = {"proof": action.proof, "proof_document_id": action.proof_document_id}
    return ProofForm(formdata=None, data=facts)


def ready(form: ProofForm) -> ProofForm:
    """Let the form offer the documents; another person's is a 404."""
    documents = list(db.session().scalars(Document.of(me().id)))
    chosen = form.proof_document_id.data
    if isinstance(chosen, int) and chosen not in {each.id for each in documents}:
        own_named(Document, chosen)
    form.offer(documents)
    return form

"""What is read of each noun for others; no other fact of it is."""

from typing import Any

from sqlalchemy import ColumnElement

from tracker.models.action import Action
from tracker.models.application import Application
from tracker.models.application_facts import SHARED, besides
from tracker.models.attempt import Attempt
from tracker.models.feedback import Feedback, FeedbackPoint
from tracker.models.interview import Interview
from tracker.models.note import Note
from tracker.models.offer import Offer
from tracker.models.rejection import Rejection
from tracker.models.stage_change import StageChange

STANDING = (
    "id created_at updated_at stage stage_since outcome archived_at archived_on"
    " offer_open offer_received_on offer_answer_by offer_decision interviewed interviewed_on"
    " no_said no_on rejection_recorded rejection_on no_stands called_on ended_on came_from_id"
)
PAPERS = ("resume_id", "letter_id")
"""Read by the names of the documents."""
FACTS: dict[Any, str] = {
    Application: " ".join((STANDING, *(each.name for each in besides(PAPERS, SHARED)))),
    StageChange: "id undoes_id on before after",
    Interview: (
        "created_at on starts_at hour_known minutes kind round people went_well would_change"
        " rating outcome"
    ),
    Attempt: "created_at on kind channel wording result",
    Rejection: "created_at on how words reason role_cancelled",
    Feedback: "id received_on channel giver words specific created_at",
    FeedbackPoint: "feedback_id quote kind agreed",
    Action: "id created_at updated_at application_id kind what cue plan due_on done_on proof",
    Note: "created_at body kept_as",
    Offer: (
        "created_at received_on answer_by pay_text note decision decided_on was_accepted implied"
    ),
}


def columns(model: Any) -> list[ColumnElement[Any]]:
    """A row's facts by their names: quicker to read than a row that can be changed."""
    return [getattr(model, fact) for fact in FACTS[model].split()]

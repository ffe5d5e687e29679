"""Which facts of a row its form fills and writes: those whose names are the same, and no others."""

import importlib
import pkgutil
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import inspect

from tracker import views
from tracker.models import (
    Action,
    Activity,
    Attempt,
    CheckIn,
    CoachNote,
    Contact,
    Feedback,
    FeedbackPoint,
    Interview,
    Note,
    OwnLine,
    Rejection,
    Review,
    StepBack,
    Thought,
)
from tracker.models.lead import Lead
from tracker.views.actions.action_form import ActionForm
from tracker.views.applications.interview_form import InterviewForm
from tracker.views.applications.note_form import NoteForm
from tracker.views.ask.ask_form import AttemptEditForm, SelfAnalysisForm
from tracker.views.coach.note_form import CoachNoteForm
from tracker.views.exports.activity_form import ActivityForm
from tracker.views.feedback.feedback_form import NewFeedbackForm
from tracker.views.feedback.point_form import SavedPointForm, SentenceForm
from tracker.views.leads.lead_form import LeadForm
from tracker.views.people.contact_form import ContactForm, NewPartForm
from tracker.views.rejection.check_in_form import CheckInForm
from tracker.views.rejection.own_line_form import OwnLineForm
from tracker.views.rejection.rejection_form import RejectionForm
from tracker.views.rejection.thought_form import ThoughtForm
from tracker.views.step_back.review_form import ReviewForm
from tracker.views.step_back.step_back_form import StepBackForm
from tracker.web.fields.form import Form

WRITES: list[tuple[type[Form], type[Any], set[str]]] = [
    (ActionForm, Action, set()),
    (ActivityForm, Activity, set()),
    (AttemptEditForm, Attempt, set()),
    (CheckInForm, CheckIn, {"look_again", "day", "prompt"}),
    (CoachNoteForm, CoachNote, set()),
    (ContactForm, Contact, set()),
    (InterviewForm, Interview, {"day", "clock", "which", "moves", "reading"}),
    (SavedPointForm, FeedbackPoint, {"theme"}),
    (LeadForm, Lead, set()),
    (NewFeedbackForm, Feedback, {"said_no", "cancels"}),
    (NewPartForm, Contact, {"contact_id", "part"}),
    (NoteForm, Note, set()),
    (OwnLineForm, OwnLine, set()),
    (RejectionForm, Rejection, {"cancels"}),
    (ReviewForm, Review, set()),
    (SelfAnalysisForm, Rejection, set()),
    (SentenceForm, FeedbackPoint, {"theme", "take"}),
    (StepBackForm, StepBack, set()),
    (ThoughtForm, Thought, {"ended"}),
]
"""Each form with the row it writes, and which of its fields are no facts of that row."""
OURS = {"id", "user_id", "application_id", "version", "created_at", "updated_at", "deleted_at"}
SENT_BESIDE = {"csrf_token", "key", "was", "spent"}


@pytest.fixture(autouse=True)
def asked() -> Iterator[None]:
    """A form looks at the request that it may have come with."""
    with Flask(__name__).test_request_context():
        yield


@pytest.mark.parametrize(("form", "row", "apart"), WRITES)
def test_each_field_is_a_fact_of_its_row_or_is_known_not_to_be(
    form: type[Form], row: type[Any], apart: set[str]
) -> None:
    empty = form(formdata=None)
    facts = set(inspect(row).column_attrs.keys())

    assert set(empty.data) - facts | empty.apart == apart
    assert not {name for name in apart - empty.apart if hasattr(row, name)}


def every_form() -> list[type[Form]]:
    for module in pkgutil.walk_packages(views.__path__, "tracker.views."):
        if module.name.endswith(("_form", "_forms")):
            importlib.import_module(module.name)
    found = [Form]
    for each in found:
        found += each.__subclasses__()
    return found[1:]


def test_no_form_has_a_field_that_would_write_whose_a_row_is_or_what_is_sent_beside() -> None:
    found = every_form()

    assert len(found) > len(WRITES)
    for form in found:
        names = {name for name in dir(form) if not name.startswith("_")}
        assert not names & (OURS | SENT_BESIDE), form


def test_form_says_what_its_row_says_and_writes_it_to_another() -> None:
    row = Activity(on=date(2026, 3, 2), kind="course", what="Excel", with_whom="TAFE", minutes=90)
    other = Activity(id=7, user_id=3)

    ActivityForm.of(row).write(other)

    assert (other.on, other.kind, other.what) == (date(2026, 3, 2), "course", "Excel")
    assert (other.with_whom, other.minutes, other.result) == ("TAFE", 90, "")
    assert (other.id, other.user_id) == (7, 3)


def test_how_a_thought_ended_is_neither_filled_in_nor_written() -> None:
    row = Thought(fact="They wrote on Tuesday", ended="let_go")

    form = ThoughtForm.of(row)
    assert (form.fact.data, form.ended.data) == ("They wrote on Tuesday", None)
    form.ended.data = "question"
    form.write(row)

    assert row.ended == "let_go"


def test_saved_row_fills_the_form_whatever_was_sent() -> None:
    with Flask(__name__).test_request_context(method="POST", data={"text": "typed"}):
        assert OwnLineForm.of(OwnLine(text="saved")).text.data == "saved"
        assert OwnLineForm().text.data == "typed"

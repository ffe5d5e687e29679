"""The few words, and the numbers, that a column may hold in the file."""

from collections.abc import Collection, Mapping
from typing import get_args
from zoneinfo import available_timezones

from tracker.loop.ask import LANGUAGES, TONES
from tracker.loop.ask_state import RESULTS
from tracker.loop.outcome import Outcome
from tracker.loop.stage import Stage
from tracker.models import (
    action,
    activity,
    application_facts,
    attempt,
    contact,
    document,
    feedback,
    import_row,
    imports,
    interview,
    rejection,
    review,
    skill,
    story,
    thought,
)
from tracker.models.many.saved_view import BOARD, TABLE
from tracker.models.offer import DECISIONS
from tracker.values.date_range import NAMES
from tracker.values.file_types import DOCX, ODT, PDF, TEXT
from tracker.values.pay import Period

WORDS: Mapping[str, Collection[str]] = {
    "actions.kind": action.KINDS,
    "activities.kind": activity.KINDS,
    "application_contacts.part": contact.PARTS,
    "applications.applied_how": application_facts.WAYS_TO_APPLY,
    "applications.employment": application_facts.EMPLOYMENTS,
    "applications.outcome": {each.value for each in Outcome},
    "applications.pay_period": get_args(Period),
    "applications.stage": {each.value for each in Stage},
    "applications.workplace": application_facts.WORKPLACES,
    "leads.workplace": application_facts.WORKPLACES,
    "leads.employment": application_facts.EMPLOYMENTS,
    "attempts.channel": attempt.CHANNELS,
    "attempts.kind": attempt.KINDS,
    "attempts.result": RESULTS,
    "documents.kind": document.KINDS,
    "documents.media_type": {each.type for each in (PDF, DOCX, ODT, TEXT)},
    "feedback.channel": feedback.CHANNELS,
    "feedback_points.agreed": feedback.AGREED,
    "feedback_points.kind": feedback.POINTS,
    "import_rows.state": import_row.ROW_STATES,
    "imports.duplicates": imports.DUPLICATES,
    "imports.state": imports.STATES,
    "interviews.kind": interview.KINDS,
    "interviews.outcome": interview.OUTCOMES,
    "offers.decision": set(DECISIONS),
    "rejections.how": rejection.WAYS,
    "rejections.stage_reached": {each.value for each in Stage},
    "practice_runs.went": story.WENT,
    "reviews.subject": review.SUBJECTS,
    "share_links.span": NAMES,
    "saved_views.shown_as": {BOARD, TABLE},
    "skills.level": skill.LEVELS,
    "stage_changes.after": {each.value for each in Stage},
    "stage_changes.before": {each.value for each in Stage},
    "thoughts.ended": thought.ENDS,
    "users.letter_language": LANGUAGES,
    "users.letter_tone": TONES,
    "users.time_zone": available_timezones(),
}
"""Columns that hold one of a few words."""

NUMBERS: Mapping[str, tuple[int, int]] = {
    "activities.minutes": (0, 100_000),
    "applications.excitement": (1, 5),
    "applications.version": (1, 2**31 - 2),
    "actions.version": (1, 2**31 - 2),
    "check_ins.after": (0, 10),
    "check_ins.before": (0, 10),
    "feedback.version": (1, 2**31 - 2),
    "interviews.minutes": (1, 24 * 60),
    "interviews.rating": (1, 5),
    "interviews.round": (1, 99),
    "leads.excitement": (1, 5),
    "practice_runs.seconds": (0, story.LONGEST_RUN),
    "notes.version": (1, 2**31 - 2),
    "thoughts.strength_after": (0, 10),
    "thoughts.strength_before": (0, 10),
    "users.first_weekday": (0, 6),
    "users.morning_hour": (0, 23),
}
"""Columns that hold a number between two others."""

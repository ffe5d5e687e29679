"""Next steps as Today lists them: one line each, and groups where there are many."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tracker.loop.by_email import DO_THE_TEST, act_of
from tracker.loop.day_words import group_words, row_words
from tracker.loop.facts import Facts
from tracker.loop.next_step import next_step
from tracker.loop.quiet_days import quiet_since
from tracker.loop.step_kind import Kind
from tracker.loop.steps import STEPS, NextStep
from tracker.models.reads.due_actions import DueAction
from tracker.models.reads.today import TodayRow
from tracker.models.summary import facts_in
from tracker.values.days import day_of
from tracker.values.formatting import (
    TIME_TO_COME,
    day,
    duration_since,
    in_sentence,
    moment,
    shortened,
    unbroken,
)
from tracker.views.rejection.rest_presenter import resting_words
from tracker.views.today.email_requests import asked_why

MOST = 5
"""Lines, however much there is."""
NO_WORD = "no word for "
"""Before how long that is; a list of such rows says it once, above."""
LONGEST = 60
"""Signs of a name in a line; the whole of it stands on its own page."""


class ListedStep(NamedTuple):
    """One next step, an application's or a planned action's own, and all that is told of it."""

    kind: Kind
    id: str
    text: str
    role: str
    company: str
    place: str
    """The page of the application or the action."""
    href: str
    label: str
    why: str
    when: str
    stage: str
    asked: bool = False
    """Whether an email asked for it."""
    is_test: bool = False
    """Whether that is a test to do."""
    pressing: bool = False
    """Whether an offer or an interview has no day left but today."""


class TodayLine(NamedTuple):
    """What the template shows in one line."""

    icon: str
    text: str
    href: str
    id: str = ""
    detail: str = ""
    meta: str = ""
    due: bool = False
    stage: str = ""
    company: str = ""
    """Whose initial stands before it, in the place of an icon."""


def listed_step(
    read: TodayRow, now: datetime, zone: ZoneInfo, plans: Mapping[int | None, DueAction]
) -> ListedStep:
    """The next step of an application; `plans` are its actions that are due."""
    number, role, company = read[:3]
    facts = facts_in(read)
    step = next_step(facts, now, zone)
    plan = plans.get(number) if step.kind == "do_action" else None
    words = row_words(step, shortened(company or role, LONGEST))
    return ListedStep(
        kind=step.kind,
        id=f"today-{number}",
        text=unbroken(plan.what) if plan else words,
        role=role,
        company=company,
        place=f"/applications/{number}",
        href=step.href(number) or f"/applications/{number}",
        label=act_of(plan.what) if plan and plan.asked else step.label,
        why=_why(plan, step.why, now, zone),
        when=_when(facts, step, now, zone),
        stage=facts.stage,
        asked=bool(plan and plan.asked),
        is_test=bool(plan and plan.asked and plan.what.startswith(DO_THE_TEST)),
        pressing=_is_pressing(facts, step, day_of(now, zone), zone),
    )


def _why(plan: DueAction | None, why: str, now: datetime, zone: ZoneInfo) -> str:
    if plan is not None and plan.asked:
        return asked_why(plan, now, zone)
    return unbroken(plan.what if plan else why)


def _is_pressing(facts: Facts, step: NextStep, today: date, zone: ZoneInfo) -> bool:
    if step.kind == "answer_offer":
        return facts.offer_answer_by is not None and facts.offer_answer_by <= today
    at = facts.next_interview_at if step.kind == "prepare_interview" else None
    return at is not None and day_of(at, zone) == today


def listed_action(action: DueAction, now: datetime, zone: ZoneInfo) -> ListedStep:
    """An action that is due and belongs to no card's next step.

    What an email asked for stands under its application's name, as there it is known.
    """
    step, place, today = STEPS["do_action"], f"/actions/{action.id}", day_of(now, zone)
    when = "" if action.due_on is None else in_sentence(day(action.due_on, today))
    return ListedStep(
        "do_action",
        f"action-{action.id}",
        unbroken(action.what),
        role=(action.role or action.company) if action.asked else unbroken(action.what),
        company=action.company if action.asked and action.role else "",
        place=place,
        href=place,
        label=act_of(action.what) if action.asked else step.label,
        why=_why(action if action.asked else None, step.why, now, zone),
        when=when,
        stage="action_taken",
        asked=action.asked,
        is_test=action.asked and action.what.startswith(DO_THE_TEST),
    )


def _when(facts: Facts, step: NextStep, now: datetime, zone: ZoneInfo) -> str:
    """The day or hour that is fixed; else how long ago it happened, or how long nothing came.

    Of who never answered and of who did the words are the same: silent is the first alone.
    """
    today = day_of(now, zone)
    if step.kind == "prepare_interview" and facts.next_interview_at is not None:
        known = facts.next_interview_hour_known
        when = in_sentence(moment(facts.next_interview_at, zone, today, known))
        return when if known or facts.next_interview_is_test else f"{when}, {TIME_TO_COME}"
    if step.kind == "answer_offer":
        by = facts.offer_answer_by
        return "" if by is None else f"by {in_sentence(day(by, today))}"
    if step.kind == "do_action" and facts.action_due_on is not None:
        return in_sentence(day(facts.action_due_on, today))
    if step.kind in ("follow_up", "close"):
        quiet = duration_since(quiet_since(facts, zone), now, zone)
        return NO_WORD + quiet if quiet else ""
    if step.kind in ("nudge", "put_away"):
        return ""
    met = facts.unreviewed_interview_at if step.kind == "review_interview" else None
    since = duration_since(met or facts.stage_since, now, zone)
    return f"{since} ago" if since and since != "today" else ""


def line_of(step: ListedStep, detail: str = "") -> TodayLine:
    """One next step in a line."""
    due = STEPS[step.kind].section == "due"
    return TodayLine(
        icon_of(step.kind), step.text, step.href, step.id, detail, step.when, due, step.stage
    )


def named_line(step: ListedStep) -> TodayLine:
    """One of a list of its own kind, which says once what may be done: by its company and role.

    One to close is looked at first, where it leads to.
    """
    name = step.company or step.role
    return line_of(step, step.role if step.company else "")._replace(
        text=shortened(name, LONGEST),
        company=name,
        meta=step.when.removeprefix(NO_WORD),
        href=step.place if step.kind == "close" else step.href,
    )


def icon_of(kind: Kind) -> str:
    """Both ways to end one have the same."""
    return "put_away" if kind == "close" else kind


def resting_line(read: TodayRow, now: datetime, zone: ZoneInfo) -> TodayLine:
    """One that rests: "until tomorrow, 09:00"."""
    words, place = resting_words(facts_in(read), now, zone), f"/applications/{read.id}"
    return TodayLine("rest", read.company or read.role, place, f"today-{read.id}", read.role, words)


class Waiting(NamedTuple):
    """One that is listed, not yet in words: many of them end up in a group."""

    kind: Kind
    tell: Callable[[], ListedStep]


def lines_of(
    waiting: Sequence[Waiting],
    counts: Mapping[Kind, int],
    shown: ListedStep | None = None,
    named: int = MOST,
    room: int = MOST,
) -> list[TodayLine]:
    """Five at most: one by one while there is `room`, else all of a kind in one line.

    `waiting` are the first of those that `counts` counts, without the one that is shown above.
    `named` are told one by one where there are many of one kind alone.
    """
    left = dict(counts)
    if shown and shown.kind in left:
        left[shown.kind] -= 1
    kinds = [kind for kind in STEPS if left.get(kind)]
    if len(kinds) == 1:
        kind = kinds[0]
        lines = _one_by_one(waiting[: room if left[kind] <= room else min(named, room)], shown)
        return (
            lines
            if len(lines) >= min(left[kind], room)
            else [*lines, group_line(kind, counts[kind], waiting, "All " if lines else "")]
        )
    lines = []
    for behind, kind in zip(range(len(kinds) - 1, -1, -1), kinds, strict=True):
        these = [each for each in waiting if each.kind == kind]
        if len(these) == left[kind] <= max(1, room - len(lines) - behind):
            lines += _one_by_one(these, shown)
        else:
            lines.append(group_line(kind, counts[kind], these))
        if len(lines) >= room:
            break
    return lines[:room]


def _one_by_one(waiting: Sequence[Waiting], shown: ListedStep | None) -> list[TodayLine]:
    """Each with its role where two would read the same."""
    steps = [each.tell() for each in waiting]
    texts = Counter(each.text for each in (*steps, *([shown] if shown else ())))
    return [line_of(each, each.role if texts[each.text] > 1 else "") for each in steps]


def group_line(kind: Kind, count: int, waiting: Sequence[Waiting], whole: str = "") -> TodayLine:
    """All of one kind, what is shown above included, as the page behind it lists them.

    `whole` says so where some of them stand above in the same list: All 38 to archive.
    """
    return TodayLine(
        icon_of(kind),
        whole + group_words(kind, count),
        f"/today/further?kind={kind}",
        id=f"group-{kind}",
        due=STEPS[kind].section == "due",
        stage=waiting[0].tell().stage if waiting else "",
    )

"""A look back as it reads: whole numbers in plain words."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from tracker.loop.step_back import (
    ENOUGH,
    WINDOW,
    MissingSkill,
    ReplyTimes,
    missing_skills,
    reply_times,
    tally,
    tally_by_fit,
)
from tracker.models.reads.step_back import StepBackMaterial, ThemeCount
from tracker.models.review import SUBJECTS, Review
from tracker.models.skill import LEVELS
from tracker.values.days import days_after
from tracker.values.formatting import BESIDE, on_day, plural, shortened
from tracker.views.step_back.tally_presenter import (
    TallyTable,
    left_out_words,
    present_tally,
    too_young_words,
)


class PresentedReview(NamedTuple):
    """One line of the checklist."""

    subject: str
    label: str
    done: bool
    words: str
    said: str
    href: str | None


class PresentedStepBack(NamedTuple):
    """What the template shows."""

    about: str
    few: bool
    fit: TallyTable
    lacked: list[MissingSkill]
    themes: list[ThemeCount]
    said: str
    """What comes up most, in a sentence."""
    not_me: str
    left_out: str
    """The same in short, where all that were sent are counted."""
    few_in: str
    """The first part with too few to compare: there it is said, and not again."""
    too_young: str
    """How many are in none of the tables."""
    papers: TallyTable
    sources: TallyTable
    waits: str
    lookers: list[PresentedReview]


def present_step_back(look: StepBackMaterial, today: date, quiet_days: int) -> PresentedStepBack:
    """All of it in words; what is too young to have been answered is compared with nothing."""
    sent = look.sent
    silent_before = days_after(today, -quiet_days)
    told = [each for each in sent if each.tells(silent_before)]
    tables = {
        "fit": present_tally(tally_by_fit(told)),
        "papers": present_tally(tally((each.paper, each.interviewed) for each in told)),
        "sources": present_tally(tally((each.source, each.interviewed) for each in told)),
    }
    return PresentedStepBack(
        **tables,
        few_in=next((name for name, table in tables.items() if table.too_few), ""),
        left_out=left_out_words(len(sent) - len(told)),
        about=scope_words(look),
        few=len(sent) < ENOUGH,
        lacked=[skill_in_words(each) for each in missing_skills(sent)],
        themes=look.themes,
        said=theme_words(look.themes),
        not_me=plural(look.not_me, "point was", "points were") if look.not_me else "",
        too_young=too_young_words(len(sent) - len(told), quiet_days),
        waits=reply_time_words(reply_times(sent), len(sent)),
        lookers=present_reviews(look.reviews, today),
    )


def scope_words(look: StepBackMaterial) -> str:
    """How many there are, and from which time."""
    if not look.sent:
        return ""
    interviews = sum(each.interviewed for each in look.sent)
    when = "so far" if look.all_of_it else f"of the last {WINDOW} days"
    came = f"; {interviews} came to an interview" if interviews else ""
    return f"{plural(len(look.sent), 'application')} {when}{came}."


def theme_words(themes: Sequence[ThemeCount]) -> str:
    """What they say most often, once it was said more than once."""
    if not themes or themes[0].times < 2:
        return ""
    return f"“{shortened(themes[0].name, 60)}” comes up most: {plural(themes[0].times, 'time')}."


def skill_in_words(skill: MissingSkill) -> MissingSkill:
    """With its level as people read it."""
    return skill._replace(level=LEVELS.get(skill.level, "").lower())


def reply_time_words(found: ReplyTimes | None, sent: int) -> str:
    """Days until an answer."""
    if found is None:
        return ""
    begun = f"{found.answered} of {sent} got an answer whose day is known"
    if found.answered == 1:
        return f"{begun}, after {plural(found.middle, 'day')}."
    span = f"after {found.shortest} to {plural(found.longest, 'day')}"
    return f"{begun}, {span}; half of them within {plural(found.middle, 'day')}."


def present_reviews(reviews: dict[str, Review | None], today: date) -> list[PresentedReview]:
    """Who looked at what: one line a subject."""
    return [
        present_review(subject, label, reviews.get(subject), today)
        for subject, label in SUBJECTS.items()
    ]


def present_review(subject: str, label: str, review: Review | None, today: date) -> PresentedReview:
    """Who looked at it last, or was asked to."""
    if review is None:
        return PresentedReview(subject, label, False, "You can ask someone to review it.", "", None)
    href = f"/reviews/{review.id}"
    words = review_words(review, today, review.by)
    return PresentedReview(subject, label, review.on is not None, words, review.said, href)


def review_words(review: Review, today: date, by: str = "", of: str = "") -> str:
    """How far it came: Ana · looked on Thu 5 Mar, or Asked yesterday · LinkedIn."""
    said = "message written, not sent"
    if review.on is not None:
        said = f"looked {on_day(review.on, today)}"
    elif review.asked_on is not None:
        said = f"asked {on_day(review.asked_on, today)}"
    words = BESIDE.join(filter(None, (by, said, of)))
    return words[0].upper() + words[1:]

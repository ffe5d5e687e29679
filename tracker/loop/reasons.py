"""Why each part of the path is there: what is known about it, and how far that goes.

Every source has an entry in docs/sources.md.
"""

from typing import NamedTuple

from tracker.loop.step_kind import Part

ABEL = "Abel, Burger, Carranza and Piraino, World Bank, 2017"
BIERBAUM = "Bierbaum and Nillesen, PLOS ONE, 2021"
CAREERPLUG = "CareerPlug, 2025"
FLYNN = "Flynn and Lake, Journal of Personality and Social Psychology, 2008"
GOLLWITZER = "Gollwitzer and Sheeran, Advances in Experimental Social Psychology, 2006"
HOOFT = "van Hooft and others, Journal of Applied Psychology, 2021"
KREEMERS = "Kreemers and others, Frontiers in Psychology, 2020"
PFROMBECK = "Pfrombeck and others, PNAS, 2023"
TALENT_BOARD = "Talent Board, 2022"
WOOD = "Wood, Perunovic and Lee, Psychological Science, 2009"
YOON = "Yoon, Blunden, Kristal and Whillans, Harvard Business Review, 2019"
ZHAO = "Zhao and Epley, Psychological Science, 2022"


class Reason(NamedTuple):
    """In plain words; sources as people would look them up, none where there is no study."""

    why: str
    found: str
    limit: str
    sources: tuple[str, ...] = ()
    about: str = ""
    """What it is about, where that is not the whole part."""


ORDINARY = Reason(
    "Most applications end with a no, and good people get them, too.",
    "In 2024, 60,000 small businesses had about 180 applicants for each person they hired.",
    "They use the hiring software of one firm, and trades differ much. How many applied here is "
    "not known.",
    (CAREERPLUG,),
    "How ordinary a no is",
)
ASKING = Reason(
    "People who ask for a favour tend to expect a no more often than they get one.",
    "In a series of experiments, those who asked guessed too low how many would agree, by up to "
    "half. They also thought it more of a bother to others than it was.",
    "Those asked were strangers and friends, the favours mostly small. Whether it is so with an "
    "employer after a no is not known.",
    (FLYNN, ZHAO),
    "Asking",
)
"""These two stand alone as well: where a no is kept, and where the call is."""

REASONS: dict[Part, tuple[Reason, ...]] = {
    "no": (
        Reason(
            "Later you may remember it differently. Their own words are there when you want to "
            "learn from them.",
            "It is common sense; no study is behind it.",
            "A no can be short and polite, and tell little.",
        ),
        ORDINARY,
    ),
    "moment": (
        Reason(
            "A no hurts. What it means need not be decided today.",
            "Job seekers who wrote kindly to themselves were calmer straight after. Ten minutes "
            "of writing about what matters to them helped unemployed people find work sooner.",
            "Few and short-term studies, and one with mixed results. Nobody has to write: "
            "resting is enough.",
            (KREEMERS, PFROMBECK, BIERBAUM),
        ),
        Reason(
            "On paper, a worry can be looked at, and let go or made a question for them.",
            "Repeating a ready-made sentence made people with low self-esteem feel worse, so "
            "the lines here are yours.",
            "Two laboratory experiments with one sentence; putting worries on paper was no part of "
            "them. This is no therapy: if the thoughts don’t leave you alone, talk to somebody.",
            (WOOD,),
            "Put a worry on paper",
        ),
    ),
    "ask": (
        Reason(
            "Only they know why. A short call is the quickest way, if you have a number and "
            "calling is usual in your field. An email is fine, too.",
            "People asked for advice gave more critical and more usable answers than people asked "
            "for feedback. In one survey from 2022, 53% (Asia-Pacific) to 71% (North America) of "
            "candidates were given no reason at all.",
            "Those studies were not about applicants who were turned down. Whether a call or an "
            "email brings more answers is not known. Silence says nothing about you.",
            (YOON, TALENT_BOARD),
        ),
        ASKING,
    ),
    "answer": (
        Reason(
            "Their own words, split into points, show what is about you, what isn’t, and what "
            "you don’t agree with.",
            "What several people say independently of each other is worth more than what one "
            "says. It is common sense; no study is behind it.",
            "Feedback after a no can be polite and general, and it is one person’s view.",
        ),
    ),
    "act": (
        Reason(
            "Advice is easier to act on once it has a day, a place and a first step.",
            "People who named when and where they would act reached their goals more often. In "
            "South Africa, a weekly plan for their search brought young jobseekers 30% more "
            "offers than a workshop alone.",
            "Weekly reminders added nothing. Whether a plan for one piece of feedback helps as "
            "much is not known.",
            (GOLLWITZER, ABEL),
        ),
    ),
    "onward": (
        Reason(
            "What you learnt is of use in the next application. After several rejections the "
            "pattern says more than any one of them.",
            "These are your own notes, added up; no study is behind it.",
            "Small numbers mislead: below five cases you see counts and no rates.",
        ),
        Reason(
            "Now and then, look at where the search goes, and not only at how much of it there is.",
            "In 378 groups of job seekers, more searching went with more interviews and offers, "
            "but not with better jobs. Searching well, and adjusting how, went with both.",
            "That they go together doesn’t show that one brings the other. This step back itself "
            "was not studied.",
            (HOOFT,),
            "Step back",
        ),
    ),
}

"""Why each part of the path is there: what is known about it, and how far that goes.

Every source has an entry in docs/sources.md.
"""

from typing import NamedTuple

from tracker.loop.steps import Part


class Reason(NamedTuple):
    """In plain words; sources as people would look them up, none where there is no study."""

    why: str
    found: str
    limit: str
    sources: tuple[str, ...] = ()
    about: str = ""
    """What it is about, where that is not the whole part."""


REASONS: dict[Part, tuple[Reason, ...]] = {
    "no": (
        Reason(
            "Memory bends what hurt. Their own words are there when you want to learn from them.",
            "It is common sense; no study is behind it.",
            "A no is often short and polite, and tells little.",
        ),
    ),
    "moment": (
        Reason(
            "A no hurts. A pause lets the first wave pass before you decide what it means.",
            "Job seekers who wrote kindly to themselves were calmer straight after. Ten minutes "
            "of writing about what matters to them helped unemployed people find work sooner.",
            "Few studies, mostly short-term, and one with mixed results. Nobody has to write: "
            "resting is enough.",
            (
                "Kreemers and others, Frontiers in Psychology, 2020",
                "Pfrombeck and others, PNAS, 2023",
                "Bierbaum and Nillesen, PLOS ONE, 2021",
            ),
        ),
        Reason(
            "Going over it again rarely finds new facts. On paper, a worry is let go or becomes "
            "a question for them.",
            "Repeating a ready-made sentence made people with low self-esteem feel worse, so "
            "here you write your own.",
            "Two laboratory experiments with one sentence; putting worries on paper was no part of "
            "them. This is no therapy: if the thoughts don’t leave you alone, talk to somebody.",
            ("Wood, Perunovic and Lee, Psychological Science, 2009",),
            "Put a worry on paper",
        ),
    ),
    "ask": (
        Reason(
            "Only they know why. A short call is the quickest way, if you have a number and "
            "calling is usual in your field. An email is fine, too.",
            "People who were asked for advice gave more critical and more usable answers than "
            "people who were asked for feedback.",
            "Those studies were not about applicants who were turned down. Many get no answer: "
            "in a survey of 2022, 53% (Asia-Pacific) to 71% (North America) of candidates "
            "were told no reason at all. That says nothing about you.",
            (
                "Yoon, Blunden, Kristal and Whillans, Harvard Business Review, 2019",
                "Talent Board, 2022",
            ),
        ),
    ),
    "answer": (
        Reason(
            "Their own words, split into points, show what is about you, what isn’t, and what "
            "you don’t agree with.",
            "What several people say independently of each other is worth more than what one "
            "says. It is common sense; no study is behind it.",
            "Feedback after a no is often polite and general, and one person’s view.",
        ),
    ),
    "act": (
        Reason(
            "Advice is easier to act on once it has a day, a place and a first step.",
            "In a field experiment in South Africa, young jobseekers who wrote a weekly plan for "
            "their search got 30% more offers than those who only took the workshop. Weekly "
            "reminders added nothing.",
            "Whether a plan for one piece of feedback helps as much is not known.",
            ("Abel, Burger, Carranza and Piraino, World Bank, 2017",),
        ),
    ),
    "onward": (
        Reason(
            "What you learnt is of use in the next application. After several rejections the "
            "pattern "
            "says more than any one of them.",
            "These are your own notes, added up; no study is behind it.",
            "Small numbers mislead: below five cases you see counts and no rates.",
        ),
    ),
}

"""What people in a made-up hunt are told after a no, and what they do with it."""

from typing import NamedTuple


class PointText(NamedTuple):
    """One point of an answer, word for word."""

    quote: str
    kind: str
    theme: str
    agreed: str | None = None


class FeedbackText(NamedTuple):
    """An answer, and the points in it; one without points stays general."""

    words: str
    points: tuple[PointText, ...] = ()


class Plan(NamedTuple):
    """What is done with a point."""

    kind: str
    what: str
    cue: str
    plan: str
    first_step: str
    proof: str


ANSWERS = (
    FeedbackText(
        "Thanks for ringing. Your examples were good, but you told us what the team did. We "
        "wanted to hear what you did. And your questions at the end were the best of the day.",
        (
            PointText("you told us what the team did. We wanted to hear what you did.", "improve",
                 "answers.examples", "yes"),
            PointText("your questions at the end were the best of the day.", "strength",
                 "motivation.questions", "yes"),
        ),
    ),
    FeedbackText(
        "Honestly it was close, and you know this work well. The person we chose had built reports "
        "from a database, where you spoke mostly about spreadsheets. If you can show one small SQL "
        "project, I'd look at you again.",
        (
            PointText("you spoke mostly about spreadsheets.", "improve", "skills.tools", "yes"),
            PointText("you know this work well.", "strength", "skills.knowledge"),
        ),
    ),
    FeedbackText(
        "Here are your scores out of five: writing 5, analysis 4, stakeholders 2. On stakeholders "
        "you described one meeting and no outcome. The panel ranked somebody from inside first.",
        (
            PointText("On stakeholders you described one meeting and no outcome.", "improve",
                 "answers.results", "yes"),
            PointText("your scores out of five: writing 5", "strength",
                 "communication.presenting", "yes"),
            PointText("The panel ranked somebody from inside first.", "not_me",
                 "other_candidate.internal"),
        ),
    ),
    FeedbackText(
        "You were the most likeable person we met, and we weren't sure you wanted this job rather "
        "than any job. Say why us in the first minute.",
        (
            PointText("we weren't sure you wanted this job rather than any job.", "improve",
                 "motivation.why", "partly"),
            PointText(
                "You were the most likeable person we met", "strength", "communication.presence"
            ),
        ),
    ),
    FeedbackText(
        "Your letter was excellent. In the interview your answers were short, and we had to dig.",
        (
            PointText("Your letter was excellent.", "strength", "application.letter", "yes"),
            PointText("your answers were short, and we had to dig.", "improve", "answers.structure",
                 "yes"),
        ),
    ),
)  # fmt: skip

GENERAL = (
    FeedbackText("It was a very strong field and we went with the best fit. Please apply again."),
    FeedbackText(
        "There was nothing wrong with your application. Others were a bit stronger this time."
    ),
)

PLANS = {
    "answers.examples": Plan(
        "interview_practice", "Rewrite five stories so that each says what I did",
        "On Thursday after dinner", "tell Dee one story and record it",
        "Write down the five titles", "Recorded, winced, did it again. Used in the next one.",
    ),
    "skills.tools": Plan(
        "skill", "Build a small SQL project from the bus timetable",
        "On Saturday at nine, at the library", "write one query for one question",
        "Download the timetable", "https://code.example.org/bus-timetable",
    ),
    "answers.results": Plan(
        "interview_practice", "One card for each stakeholder, with what changed because of me",
        "When I am on the train", "fill in the back of one card", "Buy the cards",
        "Nine cards, in the blue jacket.",
    ),
    "motivation.why": Plan(
        "interview_practice", "An opening line: why this place, why now, in twenty seconds",
        "When an invitation comes", "read their last report and write one sentence",
        "Read one page about them", "Said it twice now, and it lands.",
    ),
    "answers.structure": Plan(
        "interview_practice", "Answer in four steps: where, what, how, and what came of it",
        "On Tuesday and Thursday at six", "answer two questions aloud, with a timer",
        "Set the timer to two minutes", "Two weeks, every time. Two minutes, then I stop.",
    ),
}  # fmt: skip

AGAIN = {
    "answers.examples": (
        Plan(
            "interview_practice", "Say “I” and not “we” in the story of the new roster",
            "On Monday after work", "tell it to the kitchen clock, twice", "Write the first line",
            "It sounds like me now.",
        ),
        Plan(
            "interview_practice", "Find a second story for teamwork, from the library",
            "On Sunday with coffee", "write down who did what", "Look up the year",
            "One page. The printer story stays out.",
        ),
    ),
    "skills.tools": (
        Plan(
            "skill", "Join two tables and draw one chart of the result",
            "On Saturday at nine, at the library", "finish lesson four", "Open lesson four",
            "https://code.example.org/two-tables",
        ),
    ),
    "answers.results": (
        Plan(
            "interview_practice", "Put one number into each answer",
            "When I write an answer down", "ask how many, how often or how much",
            "List what I know", "Four answers, four numbers.",
        ),
    ),
    "motivation.why": (
        Plan(
            "interview_practice", "Ring somebody who works there before the next interview",
            "When a date is set", "ask what their week looks like", "Look for a name",
            "Ten minutes with Jo. Worth it.",
        ),
    ),
    "answers.structure": (
        Plan(
            "interview_practice", "End each answer with what came of it",
            "On Wednesday at six", "record three answers", "Pick the three",
            "The last sentence comes by itself now.",
        ),
    ),
}  # fmt: skip
"""For a theme that comes up once more: nobody plans the same thing twice."""

LETTER = (
    "Thank you for letting me know your decision on the {role} position. I understand and accept "
    "it. I'd like to do better next time. If you were me, what would you change first in this "
    "application? A line or two is plenty. If you can't share anything, that's fine."
)
THANKS = "Thank you for taking the time, {first}. It is clear and I can use it."
CALL_NOTES = ("", "", "Rang at ten. Friendly voice, told me to try again on Friday.", "")

MOMENTS = (
    "Wanted this one. Said so to Dee, and that helped.",
    "It is one job on one day.",
    "Tired more than sad.",
    "",
    "",
)
WRITING = "I would tell a friend: you got to the last two. That is not nothing."

"""Why each step is there, what the evidence says, and how far it goes."""

from typing import NamedTuple


class Reason(NamedTuple):
    """In plain words; sources as people would look them up."""

    title: str
    why: str
    evidence: str
    limits: str
    sources: tuple[str, ...] = ()


REASONS: dict[str, Reason] = {
    "moment": Reason(
        "Take a moment",
        "A no hurts. A pause lets the first wave pass before you decide what it means.",
        "Job seekers who wrote with kindness towards themselves were calmer and less sad straight "
        "after than those who wrote freely. In two field experiments, fifteen minutes of writing "
        "about personal values helped unemployed people to find work sooner.",
        "One study of each kind, mostly short-term. Only letting off steam did not help. "
        "Nobody has to write: resting is enough.",
        (
            "Kreemers and others, Frontiers in Psychology, 2020",
            "Pfrombeck and others, PNAS, 2023",
        ),
    ),
    "thoughts": Reason(
        "Quit over-analysing",
        "Going over it again feels like work, but it finds no new facts. "
        "Ten minutes on paper, then each worry is let go or becomes a question for them.",
        "Writing a thought down beside what speaks against it is a core part of cognitive "
        "behavioural therapy. Lines of your own are better than borrowed ones: repeating stock "
        "mantras made people with low self-esteem feel worse.",
        "This page is no therapy. If the thoughts don't leave you alone, talk to somebody.",
        ("Wood, Perunovic and Lee, Psychological Science, 2009",),
    ),
    "ask": Reason(
        "Ask for detailed feedback",
        "Only they know why. A call of two minutes is the likeliest way to hear it.",
        "People who are asked for advice give more critical and more usable answers than people "
        "who are asked for feedback.",
        "Most will not answer: over half of applicants never hear anything at all. "
        "Silence says nothing about you. The advice studies were not about rejected applicants.",
        ("Yoon, Blunden, Kristal and Whillans, Harvard Business Review, 2019",),
    ),
    "feedback": Reason(
        "Keep their words",
        "Memory bends what hurt. Their own words, split into points, show what is about you, "
        "what isn't, and what you don't agree with.",
        "What several people say independently of each other is worth more than what one says.",
        "Feedback after a no is often polite and general, and one person's view.",
    ),
    "act": Reason(
        "Act on it",
        "Advice helps once it has a day, a place and a first step.",
        "In a field experiment, unemployed people who wrote a detailed plan got 30 % more job "
        "offers. Weekly reminders added nothing. So: a good plan, few reminders.",
        "One experiment with young people in South Africa; your field may differ.",
        ("Abel, Burger, Carranza and Piraino, World Bank, 2017",),
    ),
    "step_back": Reason(
        "Step back",
        "After several noes in a row the pattern says more than any one of them.",
        "Fit, themes, résumé versions and sources are counted over all your applications.",
        "Small numbers mislead. Below five cases you see counts and no rates.",
    ),
    "refine": Reason(
        "Refine the search",
        "What excited you, rejected ones included, shows what to look for next.",
        "Your own notes, added up. No study is behind the ranking.",
        "It only knows what you wrote down.",
    ),
}

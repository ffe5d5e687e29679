"""What to write about after a no, if at all: kindness to oneself, and what matters to one.

Both helped in field studies of job seekers; see docs/sources.md for how far that goes.
"""

KINDNESS = {
    "friend": "What would I say to a good friend who got this answer today?",
    "common": "What is hard about this, and who else has been through something like it?",
    "kind": "A few lines to myself, as from somebody who is on my side.",
}
VALUES = {
    "matters": "What matters to me in life, whoever gets this job, and why?",
    "lived": "When did I last act on something that matters to me, even in a small way?",
    "useful": "Who is better off when I do what I am good at?",
}
GROUPS = {"Kindness to yourself": KINDNESS, "What matters to you": VALUES}
PROMPTS = {**KINDNESS, **VALUES}

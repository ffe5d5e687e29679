"""An exercise that is handed in by a day: a test, however it is called."""

import re

EXERCISE = re.compile(
    r"\b(?:exercise|task|case(?:[- ]stud(?:y|ies))?|challenge|homework|assignment|quiz"
    r"|take[- ]home|(?:a|short|small|brief|quick|written|timed|practical|this|the) work sample"
    r"|work sample (?:test|task|exercise)|sample of your work"
    r"|(?:complete|prepare|do)\b[^.!?\n]{0,30}\b(?:writing|written) sample"
    r"|briefing (?:notes?|papers?)"
    r"|(?:prepare|write|draft)\b[^.!?\n]{0,40}\b(?:brief|memo|press release|mock|essay)"
    r"|(?:written|writing|skills|typing|excel|practical|online|short|small|home)"
    r" (?:tests?|assessments?)"
    r"|(?:prepare|short|brief|small)\b[^.!?\n]{0,30}\bpresentation"
    r"|\w*fallstudie|\w*fallbeispiel|\w*übung|\w*aufgabe|probearbeit|arbeitsprobe|\w*test"
    r"|hausaufgabe|case)\b",
    re.IGNORECASE,
)
HANDED_IN = re.compile(
    r"\b(?:send|return|submit|upload|e-?mail|hand|get|give|share|finish|complete|do|reach|turn"
    r"|deliver|back|with (?:me|us)|let (?:me|us) have)\b"
    r"|\b(?:abgabe\w*|abgeben|einreich\w*|zurück\w*|hoch(?:laden)?|einsenden|zusenden|bearbeit\w*"
    r"|lös(?:e|en)|(?:schick|send|mail|lade|laden|lad|gib|geb|reich|erledig|stell)(?:e|en|t)?)\b",
    re.IGNORECASE,
)
NO_EXERCISE = re.compile(
    r"\b(?:referees?|references?|certificates?|transcripts?|cv|résumé|resume|licen[cs]e|contract"
    r"|\w*zeugnisse?|\w*unterlagen|\w*nachweise?|lebenslauf|vertrag"
    r"|let (?:me|us) know|get back|in touch|we will|confirm"
    r"|bescheid|rückmeldung|bestätig\w*)\b",
    re.IGNORECASE,
)
"""What else may be wanted by a day."""


def hands_in(sentence: str, text: str) -> bool:
    """Whether this sentence says how an exercise comes back that the text speaks of."""
    said = HANDED_IN.search(sentence) is not None and NO_EXERCISE.search(sentence) is None
    return said and EXERCISE.search(text) is not None

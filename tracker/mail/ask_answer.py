"""Whether an email answers an ask for advice, and whether it gives some or would rather not."""

import re
from collections.abc import Iterable

from tracker.loop.feedback_reading import read_feedback
from tracker.mail.application_match import Candidate
from tracker.mail.feedback_offer import REFUSES
from tracker.mail.kinds import ALONE, Reading, read_kind, read_sentences, weigh
from tracker.mail.message import Mail
from tracker.values.subject_lines import reply_to

LETTERS = re.compile(
    r"asking (?:your advice|for feedback) (?:on|after) my\b|request for (?:advice|feedback)\b"
    r"|(?:taking up )?your offer of feedback|reminder: my request for advice"
    r"|a short reminder: your advice on my|one more question\b|after my (?:inter|appli)"
    r"|bitte um (?:ihren|deinen) rat\b|bitte um ruckmeldung zum auswahlverfahren"
    r"|(?:ihr|dein) angebot, mir feedback|(?:kurze )?erinnerung an meine bitte um rat"
    r"|noch eine frage\b",
)
"""How the subjects of our own letters begin that ask for something; a test reads every one."""
DECLINES = re.compile(
    r"\b(?:unable|not able|cannot|can not|can['’]t|won['’]t|will not|do not|don['’]t"
    r"|not in a position|not possible|not allowed|not permitted)\b[^.!?]{0,80}"
    r"\b(?:comment|share|detail|individual|go into|say (?:any )?more|discuss|elaborate|specific)"
    r"|\b(?:it is|it['’]s|it goes)?\s?(?:against )?our policy (?:not )?\b"
    r"|\bkeine? (?:\w+ )?(?:auskunft|auskünfte|angaben|begründung|details)\b"
    r"|\baus (?:rechtlichen|datenschutz\w*) gründen\b",
    re.IGNORECASE,
)
TO_YOU = re.compile(
    r"\byou(?:r|['’]d)?\b|\bI(?:['’]d| would)\b|\bnext time\b|\badvice\b|\btry to\b|\btip\b"
    r"|\bIhre?[nmrs]?\b|\bSie\b|\bdeine?[nmrs]?\b|\bdu\b|\bnächste[ns]? Mal\b",
    re.IGNORECASE,
)


ANNOUNCES = re.compile(
    r"\bwhat (?:held|let|kept|tripped) (?:you|your \w+) (?:back|down|up|from)\b"
    r"|\bwhat (?:was missing|we missed|would have helped|I(?:['’]d| would) (?:change|do|work on))\b"
    r"|\b(?:one|a|another|the (?:one|only|main)) (?:small |useful |last |real )?"
    r"(?:thing|point|area|tip|suggestion|pointer|piece of advice)\b[^.!?]{0,30}"
    r"(?:\bto (?:work|think|look|brush|improve|focus|practise|practice|consider|take)\b|:"
    r"|\bwould be\b|\bfor (?:next time|the future|you)\b)"
    r"|\bpass(?:ing|ed)? on (?:the following|this|some|their|a little) (?:feed-?back|advice)\b"
    r"|\b(?:the following|here is|here['’]s) (?:\w+ ){0,2}feed-?back\b"
    r"|\bfeed-?back (?:from|of) the (?:panel|team|interviewers)\b[^.!?]{0,20}:"
    r"|\byou (?:could|might|may)(?: want to| like to)? (?:also )?(?:strengthen|improve|develop"
    r"|build|work on|practi[sc]e|deepen|sharpen|broaden)\b"
    r"|\b(?:the panel|we|they|i) would have liked\b(?! (?:to|you)\b)|\bfolgendes feed-?back\b"
    r"|\b(?:rückmeldung|feed-?back) (?:der|des|vom|von der) \w+(?: lautet)?:"
    r"|\bsie könnten\b[^.!?]{0,80}\b(?:vertiefen|stärken|ausbauen|verbessern|üben)\b"
    r"|\bas (?:a|one) (?:tip|pointer|suggestion)\b|\b(?:my|our|some|a little) advice\b(?! line)"
    r"|\bif (?:i|we) were you\b"
    r"|\b(?:we|i)(?:['’]d| would) have (?:liked|loved|wanted) to (?:hear|see|know)\b"
    r"|\bnext time\b|\bfor the future\b[:,]"
    r"|\b(?:als|ein|mein|unser|kleiner|noch ein) (?:kleiner |kurzer )?(?:tipp|hinweis|rat)\b"
    r"|\b(?:beim|das|fürs|für das|zum) nächste[ns]? mal\b|\bnächstes mal\b"
    r"|\b(?:hätten|hätte) (?:wir|ich) (?:uns|mir)\b[^.!?]{0,80}\bgewünscht\b"
    r"|\bwas (?:uns|mir) (?:gefehlt hat|fehlte)\b|\bgefehlt (?:hat|haben) (?:uns|mir)\b"
    r"|\ban einer sache\b|\bworan (?:sie|du)\b[^.!?]{0,20}\barbeiten\b",
    re.IGNORECASE,
)
"""How advice begins that stands in a no."""
WISHES = re.compile(
    r"\b(?:luck|hope|apply|applying|keep|consider you|welcome|invite|glück|erfolg|bewerben"
    r"|bewerbung)\b[^.!?]{0,60}(?:next time|nächste)|\b(?:next time|nächste[ns]? mal)\b[^.!?]{0,60}"
    r"\b(?:luck|hope|apply|glück|erfolg|klappt|bewerben)\b|\bif you would like\b|\bthis time\b",
    re.IGNORECASE,
)
"""Better luck next time: nothing is learnt from it."""
GREETS = re.compile(
    r"\bgood luck\b|\bdear\b|\ball the best\b|\bviel (?:erfolg|glück)\b", re.IGNORECASE
)
"""Wishes, from which nothing is learnt."""


def answers_ask(mail: Mail, known: Iterable[Candidate]) -> bool:
    """By the subject of what was sent, or of our letters; by who was asked while that waits."""
    subject = reply_to(mail.subject)
    if subject and LETTERS.match(subject):
        return True
    return any(subject in each.sent_subjects or mail.address in each.asked for each in known)


def read_apart(mail: Mail, answers: bool) -> Reading:
    """What kind it is; the subject of an answer to an ask is ours, and none of their words."""
    return read_kind("" if answers else mail.subject, mail.text)


def advises(mail: Mail) -> bool:
    """Whether a sentence of it can be learnt from; beside a refusal only what is said to them."""
    said = [each.text for each in read_sentences(mail.text) if not each.framing]
    left = [each for each in said if not declining(each)]
    if len(left) < len(said):
        left = [each for each in left if TO_YOU.search(each)]
    return any(
        read_feedback(each).points and weigh_no(each) < ALONE and not GREETS.search(each)
        for each in left
    )


def announces(sentence: str) -> bool:
    """Whether it begins as advice does."""
    said = ANNOUNCES.search(sentence) is not None and not WISHES.search(sentence)
    return said and not declining(sentence)


def declines(mail: Mail) -> bool:
    """Whether they would rather not say."""
    return any(declining(each.text) for each in read_sentences(mail.text))


def declining(sentence: str) -> bool:
    """Whether this sentence says so."""
    return (DECLINES.search(sentence) or REFUSES.search(sentence)) is not None


def weigh_no(sentence: str) -> float:
    """How much of a no it is: that they chose somebody else is no advice."""
    found = next(iter(read_sentences(sentence)), None)
    return weigh(found).weights.get("no", 0.0) if found is not None else 0.0

"""Comparison with others: whose side is the better one is found by who stands before it."""

import re
from collections.abc import Sequence

from tracker.loop.feedback_reading.cues import Hit, cues, find_cues, plain_text
from tracker.loop.feedback_reading.superlatives import superlative
from tracker.loop.feedback_reading.whose import OTHERS, Comparison, Way, person_in, without

STANDARD = re.compile(
    r"\bthan\s+(?:those\s+of\s+|that\s+of\s+|with\s+)?"
    r"(?:most\b|ours\b|mine\b|our\s+(?:own|team|staff|people|usual|last)\b|(?:almost\s+)?(?:any|every)(?:one|body)\b|(?:almost\s+)?any\b|half\b|nearly\s+all\b"
    r"|(?:all|many)\b|(?:the|our)\s+(?:[\w-]+\s+){0,2}?" + OTHERS + r"\b|others\b|other\s+\w+"
    r"|(?:the\s+)?average\b|(?:the\s+ones\s+)?we\s+(?:usually|normally|often|typically|mostly)\b"
    r"|(?:we|i)\s+(?:had\s+)?(?:expected|hoped|thought|dared)\b)"
    r"[^,;:.!?]{0,80}"
    r"|\bals\s+(?:es\s+)?(?:(?:bei|von|in|mit|für)\s+)?(?:(?:das|die|der|den)\s+(?:der|von|des)\s+)?"
    r"(?:(?:alle[nr]?|die|der|den|dem|viele[nr]?|fast)\s+){0,3}(?:meisten|ander(?:e|en|er)|übrigen"
    r"|alle|jede[rsmn]?|niemand|mitbewerber\w*|bewerber\w*|kandidat\w*|konkurrenz"
    r"|durchschnitt|person|(?:wir\s+|ich\s+)?(?:erwartet|gehofft|gedacht|dachten?|erwartete\w*))\b[^,;:.!?]{0,80}",
)
"""Others, as what something is measured against: than most, als die anderen."""

FIRST = re.compile(
    r"\s*(?:(?:compared\s+(?:with|to)|next\s+to|beside|unlike|of\s+all)\s+[^,;:.!?]{2,60}?"
    r"(?:,|\s(?=your?\b))"
    r"|(?:im\s+vergleich\s+(?:zu|mit)|verglichen\s+mit|anders\s+als)\s+(?:den|allen|der)\s+"
    r"(?:\w*en\b\s*){1,3}?(?=waren?\b|haben|hatten?|wirkt))",
)
"""The same at the beginning: compared with the others, you were."""

NOBODY = re.compile(
    r"\b(?:no(?:body|\s*one)(?:\s+else)?|no\s+other\s+[\w'-]+|few\s+(?:people|candidates|applicants)"
    r"|hardly\s+anyone|niemand|keiner|kein\w*\s+ander\w+\s+\w+|kaum\s+jemand)\b[^,;:.!?]{1,60}?"
    r"\b(?:than|als)\s+(?:you|yours|your\s+\w+|sie|du|ihre\w*|deine?)\b"
)
"""Where nobody was it more than they, it is said of them."""

ONE_OF = re.compile(
    r"\b(?:(?:one|some)\s+of|among(?:st)?)\s+(?:the|our)\s+(?:\w+\s+)?(?:stronger|better|clearer|more"
    r"\s+\w+)\s+(?:\w+\s+)?" + OTHERS + r"\b"
    r"|\bthe\s+(?:stronger|better|clearer)\s+(?:\w+\s+)?of\s+the\s+(?:two|three|four|five|lot)\b"
    r"|\b(?:zu\s+den|eine[rs]?\s+der|unter\s+den)\s+(?:stärkeren|besseren|überzeugenderen)\s+\w+",
)
"""A place among the better ones."""

NOT_AS = re.compile(
    r"\b(?:not|\w+n't|never|nowhere\s+near|hardly|nicht)\b[^,;:.!?]{0,30}?"
    r"\b(?:as|so)\s+([^,;:.!?]{1,50}?)\s(?:as|wie)\s+(?:th(?:ose|at)\s+of\s+)?(?:most\b|others\b|other\s+\w+|everyone\b"
    r"|(?:the|our|some\s+of\s+the)\s+(?:[\w-]+\s+){0,2}?"
    + OTHERS
    + r"\b|(?:(?:bei|die|der|den|alle[nr]?)\s+){0,2}(?:anderen?|meisten|übrigen)\b)[^,;:.!?]{0,60}"
)
"""Not quite as strong as the others."""

MORE_SO = re.compile(r"\bmore\s+so\s+$")

OWN = re.compile(
    r"\bthan\s+(?:your|the\s+(?:first|second|third|last|previous|earlier)|last\s+(?:time|year)|before"
    r"|in\s+(?:your|the))\b[^,;:.!?]{0,80}"
    r"|\bals\s+(?:(?:bei|in)\s+)?(?:ihre?[nmrs]?|deine?[nmrs]?|(?:die|der|das|beim|im)\s+(?:erste|letzte|vorige)\w*"
    r"|vorher|zuvor)\b[^,;:.!?]{0,80}",
)
"""What is the person's own, too: whether the one was good or the other weak is not said."""

CONDITION = re.compile(
    r"if|unless|whether|would(?:n't)?|could|might|should|may|ought|wish|hoped?|expect\w*|next time"
    r"|until|till|hätte\w*|würde\w*|wäre\w*|könnte\w*|sollte\w*|müsste\w*|wenn|falls|sofern|wünsch\w*"
)
"""What makes it better only some day: "would be better than most"."""


def comparison(sentence: str) -> Comparison | None:
    """Where it is the person who is measured by others; where others are, this says nothing."""
    plain = plain_text(sentence)
    if first_of_all := superlative(plain):
        return first_of_all
    if among := ONE_OF.search(plain):
        rest = without(plain, among.span())
        whose = person_in(plain, 0, among.start())
        if whose is None:
            return None
        return Comparison("better", among[0], whose, among.end(), among.span(), rest)
    if nobody := NOBODY.search(plain):
        found = find_cues(cues("comparatives"), nobody[0])
        start, end = nobody.span()
        return Comparison(
            _way(found), nobody[0], start, end, (start, start), without(plain, nobody.span())
        )
    if (less := NOT_AS.search(plain)) and (whose := person_in(plain, 0, less.start())) is not None:
        return _less(plain, less, whose)
    first = FIRST.match(plain)
    measured = first or STANDARD.search(plain) or OWN.search(plain)
    if not measured:
        return None
    said = (first.end(), len(plain)) if first else (0, measured.start())
    since = person_in(plain, *said)
    if since is None:
        return None
    own = [hit for hit in find_cues(cues("comparatives"), plain[: said[1]]) if hit.start >= since]
    way = _way(own)
    if measured.re is OWN and way != "better":
        return None
    spans = [(hit.start, hit.end) for hit in own if hit.label == "better"]
    end = own[-1].end if own and first else measured.end()
    words = plain[own[0].start : end].strip() if own else ""
    rest = without(plain, measured.span(), *spans)
    if MORE_SO.search(plain[: said[1]]):
        way = "as said"
    elif measured.re is OWN:
        way = None
    elif first and not own:
        way = "as said"
    start = min(since, measured.start())
    return Comparison(way, words, start, end, measured.span(), rest)


def _less(plain: str, less: re.Match[str], whose: int) -> Comparison:
    """Worse, unless it is a fault that there was less of: not as nervous as the others."""
    fault = any(hit.label == "improve" for hit in find_cues(cues("kinds"), less[1]))
    rest = without(plain, less.span())
    return Comparison(
        None if fault else "worse", less[0].strip(), whose, less.end(), less.span(), rest
    )


def _way(hits: Sequence[Hit]) -> Way | None:
    """Worse if anything is that stands in no better words: the "fewer" in "fewer mistakes"."""
    better = [hit for hit in hits if hit.label == "better"]
    worse = [hit for hit in hits if hit.label == "worse"]
    if any(not any(one.start <= hit.start < one.end for one in better) for hit in worse):
        return "worse"
    return "better" if better and all(hit.label != "either" for hit in hits) else None

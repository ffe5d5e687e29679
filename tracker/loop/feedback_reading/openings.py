"""Who a sentence is about, how it begins and where it turns."""

import re

YOU = re.compile(
    r"\b(?:you|your|yours|u|ur|i|my|me|sie|ihre?[nrms]?|ihnen|du|dich|dir|deine?[nrms]?)\b",
    re.IGNORECASE,
)
"""Whom a sentence is about; shorthand notes are written as I."""


TURN = re.compile(
    r"\b(?:but|however|although|though|yet|except|apart\s+from|even\s+if|aber|allerdings|jedoch|doch"
    r"|dennoch|trotzdem|obwohl|obgleich|nur|lediglich|bis\s+auf|abgesehen|hingegen|dagegen)\b",
    re.IGNORECASE,
)
"""After praise, what follows is what counted: "good examples, but you told us what others did"."""

GIVEN_WAY = re.compile(r"(?:al)?though|even\s+if|whil(?:e|st)|obwohl|obgleich|zwar", re.IGNORECASE)
"""A sentence that begins with one of these makes its turn at the comma."""

LAST_WORD = re.compile(r"[\s,]*(?:though|however|allerdings|jedoch)[\s.!]*", re.IGNORECASE)
"""At the end it turns from the sentence before: "Your answers were good, though"."""


ADVICE = re.compile(
    r"(?:(?:please|perhaps|maybe|also|then|just|bitte)[ ,]+)*"
    r"(?:(?:give|have|bring|add|show|include|mention|put)\s+(?:a|an|us|your|some|more|one|two|in)\b"
    r"|(?:make|start|use|let|get|take|work|look|read|go)\s+(?:a|an|it|your|the|with|by|more|fewer"
    r"|one|us|others|people|some|time|on|through|up|over|into|slower|slowly)\b"
    r"|keep\s+(?:it|your|to|the|an?|eye)\b(?!\s+up)|\w+en\s+sie\b|remember\b|don't\b|do\s+not\b"
    r"|be\b|think\b|speak\b|slow\s+down\b|avoid\b|consider\b|ask\b|tell\b|stop\b|smile\b"
    r"|try|practise|focus\s+on|quantify|ensure"
    r"|(?:i|we)(?:['’]d|\s+would)\s+(?:put|add|bring|include|mention|show|make|start|use|practise|name"
    r"|quantify|shorten|cut|prepare|rehearse|leave\s+out|spend|aim))\b",
    re.IGNORECASE,
)
"""How a sentence begins that says what to do."""


WISH = re.compile(
    r"have\s+an?\s+(?:\w+\s+)?(?:day|evening|week|weekend|time)\b"
    r"|(?:please\s+)?give\s+(?:us|me)\s+a\s+(?:call|ring|shout|buzz)\b"
    r"|(?:please\s+)?(?:don't|do\s+not)\s+(?:be\s+(?:put\s+off|discouraged|disheartened|a\s+stranger)"
    r"|let\s+(?:it|this)|hesitate|give\s+up|worry)\b"
    r"|(?:please\s+)?(?:do\s+)?(?:keep|stay|get)\s+in\s+touch\b|take\s+care\b"
    r"|(?:bleiben\s+sie|bleib)\s+dran\b|melden\s+sie\s+sich\b|lassen\s+sie\s+(?:sich|den)\b",
    re.IGNORECASE,
)
"""How a sentence begins that is only kind."""


COURTESY = re.compile(
    r"(?:again,?\s+)?(?:many\s+)?(?:thanks|thank\s+you|(?:vielen|herzlichen|besten)\s+dank|danke)\b"
    r"|(?:it|that)\s+was\s+(?:(?:so|very|really)\s+)?(?:a\s+pleasure|nice|lovely|great|good)\s+"
    r"(?:to\s+|meeting|talking|speaking)"
    r"|(?:we|i)\s+(?:really\s+)?(?:enjoyed|appreciate)\b",
    re.IGNORECASE,
)
"""How a sentence begins that is polite first: a subject in it is nothing to improve."""


POLITELY = re.compile(
    r"(?:[^.!?:,]{0,30},\s*)?(?:if (?:(?:it|this|that)(?: helps|(?: is|'s) (?:of )?(?:any )?"
    r"(?:help|use))|(?:i|we) (?:may|might|can|could)|you (?:don't mind|like|want)|useful|helpful)"
    r"|(?:wenn|falls) (?:(?:ich|wir)\b[^.!?:,]{0,20}\b(?:darf|dürfen)|es (?:hilft|ihnen|dir)))\b"
    r"[^.!?:,]{0,40}[,:]\s*",
    re.IGNORECASE,
)
"""How a sentence begins that says the rest without a condition: if it helps, if I may say so."""


SUGGESTS = re.compile(
    r"(?:(?:and|also|perhaps|maybe|personally|next\s+time)[ ,]+)*"
    r"(?:(?:i|we)(?:['’]d|\s+would)\s+(?:(?:also|just|perhaps|maybe|still)\s+)?(?:work\s+(?:\w+\s+)?on"
    r"|tighten|polish|look\s+(?:again\s+)?at\s+(?:your|the|how)|rethink|rework|rewrite|expand|trim|tidy|refine|revisit"
    r"|reorder|restructure|reduce|simplif\w+|sharpen|strengthen|brush\s+up|improve|focus|edit|split"
    r"|highlight|lead\s+with|open\s+with|close\s+with|finish\s+with|end\s+with|practi[sc]e)\b"
    r"|it(?:['’]d|\s+(?:would|might|may|could|will))\s+(?:also\s+)?(?:help|be\s+(?:\w+\s+)?(?:good|better"
    r"|great|useful|helpful|worth|wise|nice))\s+(?:if\s+you|to|\w+ing)\b"
    r"|it\s+helps\s+(?:if\s+you|to)\b"
    r"|(?:es\s+(?:würde|wäre|könnte)\b[^,.!?]{0,20}\b(?:helfen|gut|besser|hilfreich|sinnvoll|ratsam)"
    r"|(?:hilfreich|gut|besser|sinnvoll)\s+wäre)\b[^,.!?]{0,20},\s*(?:[^\s.!?]+\s+){0,8}?zu\s+\w+)"
    r"(?!\s+(?:stay|keep|meet|hear|see\s+you|have\s+you|work\s+with|catch|talk|chat|speak|arrange|book|us"
    r"|know|you)\b)",
    re.IGNORECASE,
)
"""How a sentence begins that advises softly; what follows it is about the person's work."""


DESCRIBES = re.compile(
    r"(?:[^,;:]{0,40}\b(?:that|dass|found|thought)\s+)?"
    r"(?:you|u|sie|du|everyone|everybody|i|ich"
    r"|(?:your|my|the|ihre?n?|deine?n?|meine?n?|die|der|das)\s+(?:[\w'’-]+\s+){0,3}?[\w'’-]+)\s+"
    r"(?:were|was|are|is|seem(?:ed)?|appeared|c[ao]me\s+(?:across|over)|look(?:ed)?|felt|sounded"
    r"|ha(?:ve|d|s)|show(?:ed|s)?|br(?:ing|ings|ought)|demonstrated|kn[eo]ws?|fits?|loved|liked"
    r"|enjoyed|waren|war|wars?t|wirkten?|wirktest|haben?|hast|hatten|zeigten?|sind|bist|bin|ist|am|come\s+from"
    r"|c[ao]me\s+with|hold|held|work(?:ed)?|live[ds]?|studied|trained|applied|speak|lead|led|manage[ds]?"
    r"|r[au]n|taught|teach|did|spent|started|qualified|graduated|arbeiten?|arbeitete[nt]?|wohnen?"
    r"|kommen?|komme\s+aus|lernten?|studierten?|sprechen?|leiten?|bringe?n?)\b"
    r"(?![^.!?]*\b(?:all|mostly|mainly|largely|just|still|should|must|ago|when|where|than"
    r"|now|currently|phone|sollten?|vor\s+allem|meist|meistens|noch|gerade"
    r"|(?:\w{3,}er|anders|mehr|weniger)\s+als"
    r"|als\s+(?:alle|andere\w*|die|der|ob|man|wir|ich|sie|es|wäre\w*|hätte\w*|würde\w*))\b)"
    r"[^.!?,;:]{1,70}[.!]*\s*",
    re.IGNORECASE,
)
"""A short sentence that says what somebody was or had: without a word of praise or of doubt in it
it may be either, "You were very tidy" as well as "You were very loud"."""


RECOUNTS = re.compile(
    r"(?:(?:i|you|ich|sie|du)\s+(?:live|lived|am\s+based|are\s+based|come|came|moved|grew\s+up|wohnen?"
    r"|wohnst|leben?|lebst|kommen?|kommst|stammen?|stammst|zogen?)\s+(?:in|near|from|to|aus|bei|nach)\b"
    r"|(?:you|sie|du)\s+(?:(?:told|tell)\s+(?:us|me)\s+(?:about|of)|mentioned|described|(?:talked|spoke)"
    r"\s+(?:to\s+us\s+)?(?:about|of)|(?:erzählten|berichteten|sprachen)\s+(?:uns\s+)?(?:von|über)"
    r"|erwähnten)\s+(?:your|the|ihre?[nmrs]?|deine?[nmrs]?)\b)"
    r"(?![^.!?]*\b(?:all|only|just|still|too|far|away|hours?|minutes?|lot|long|mostly|mainly|often|instead"
    r"|rather|twice|again|when|what|how|than|zu|weit|entfernt|stunden?|minuten|nur|noch|oft|meist|statt)\b)"
    r"[^.!?,;:]{1,70}[.!]*\s*",
    re.IGNORECASE,
)
"""What somebody told or where they live, and nothing on it: even of a place or of hours it is not
said that it was the reason."""

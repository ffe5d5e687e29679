"""The vocabulary of status columns, English and German."""

import re

PLAIN = {
    "applied": "applied|submitted|sent|application sent|application submitted|beworben|"
    "eingereicht|abgeschickt|versendet|bewerbung gesendet|bewerbung verschickt|applied for",
    "interview": "interview|interviewing|interviews|interviewed|gespräch|im gespräch|"
    "vorstellungsgespräch|bewerbungsgespräch|interview scheduled|interview stage",
    "rejected": "rejected|rejection|declined by them|not selected|unsuccessful|absage|abgelehnt|"
    "abgesagt|turned down|denied|not successful|absage erhalten|no",
    "silence": "ghosted|no reply|no response|no answer|no reply yet|keine antwort|"
    "keine rückmeldung|never heard back|silence|crickets|not heard back",
    "lead": "draft|new|saved|wishlist|wish list|bookmarked|interested|interesting|interessant|"
    "to apply|not applied|not applied yet|not yet applied|entwurf|neu|gemerkt|vorgemerkt|geplant|"
    "todo|to do|applying|want to apply|offen zur bewerbung|lead|idea|researching|preparing",
    "dated": "in progress|in-progress|in bearbeitung|open|offen|active|aktiv|laufend|ongoing|wip",
    "offer": "offer|offered|offer received|job offer|got offer|angebot|zusage|angebot erhalten|"
    "negotiating|negotiation|verbal offer",
    "offer_accepted": "accepted|offer accepted|accepted offer|hired|angenommen|"
    "angebot angenommen|eingestellt|got the job|signed",
    "offer_declined": "offer declined|declined offer|declined the offer|angebot abgelehnt|"
    "i declined|turned down offer|turned down the offer|rejected offer|offer rejected by me",
    "withdrawn": "withdrew|withdrawn|i withdrew|zurückgezogen|withdrawn by me|"
    "bewerbung zurückgezogen",
    "role_closed": "closed|geschlossen|job closed|position closed|role closed|cancelled|on hold|"
    "position cancelled|role cancelled|job cancelled|stelle gestrichen|position on hold",
    "archived": "archived|archiviert|expired|abgelaufen",
    "feedback_received": "feedback received|got feedback|feedback erhalten|feedback",
    "action_taken": "action taken",
}
UNSURE = {"no", "closed", "cancelled", "on hold", "open", "offen", "active", "aktiv", "feedback",
          "expired", "abgelaufen", "geschlossen", "position closed", "job closed", "ongoing",
          "in progress", "in-progress", "in bearbeitung", "laufend", "wip"}  # fmt: skip

NO = (
    r"reject|not (?:been )?(?:selected|successful|proceed|progress|moving|short)|unsuccessful"
    r"|declined|turned down|knocked? ?back|absage|abgelehnt|abgesagt|denied|passed over"
    r"|no longer consid|regret|didn.?t get|did not get|missed out|no offer|position filled"
    r"|\bno thanks?\b|\bnope\b"
)
TALK = r"interview|screen|round|final|panel|on-?site|gespräch|runde|assessment|\bcall\b|\btest\b"
RULES: tuple[tuple[str, str], ...] = (
    (r"(?:declin|turn|reject|ablehn|abgelehnt).*(?:offer|angebot)|offer.*declin", "offer_declined"),
    (r"(?:accepted|took|signed).*(?:another|other|different|elsewhere)", "withdrawn"),
    (r"withdr|pulled out|zurückgez|i passed|not interested|\bmy choice\b", "withdrawn"),
    (r"(?:not|never|haven.?t|noch nicht|nicht)\s+(?:yet\s+)?(?:applied|beworben)", "lead"),
    (rf"(?:{NO}).*\b(?:after|following|post|nach|at|in)\b.*(?:{TALK})", "rejected_after_interview"),
    (rf"(?:after|following|post|nach)\b.*(?:{TALK}).*(?:{NO})", "rejected_after_interview"),
    (rf"{NO}", "rejected"),
    (r"ghost|no (?:reply|response|answer|word)|never (?:heard|replied)|keine (?:antw|rück)|silen",
     "silence"),
    (r"offer accepted|accepted|angenommen|\bhired\b|got (?:the|it)", "offer_accepted"),
    (r"\boffer|angebot|zusage", "offer"),
    (rf"{TALK}|recruiter|vorstellung|probearbeit|take.?home|coding|shortlist|meeting", "interview"),
    (r"feedback", "feedback_received"),
    (r"applied|submitted|\bsent\b|bewor?ben|eingereicht|review|waiting|awaiting|pending|received"
     r"|acknowledg|viewed|eingegangen|eingang|bestätig|wartend|prüfung|process", "applied"),
    (r"in progress|bearbeitung", "dated"),
    (r"saved|wish|bookmark|draft|interess|to apply|planned|consider|merken|later", "lead"),
    (r"closed|filled|cancel|\bhold\b|geschlossen|gestrichen", "role_closed"),
    (r"expired|archiv|abgelaufen", "archived"),
)  # fmt: skip

HOW = (
    (r"\be-?mail|\bmail\b|\bauto(?:matic|mated|reply)?\b|\bform letter", "email"),
    (r"\bby phone|\bon the phone|\bcalled\b|\bphoned|telefonisch", "phone"),
    (r"portal|website|online", "portal"),
    (r"in person|persönlich|face to face", "in_person"),
)
KINDS = (
    (r"phone|recruiter|screen|telefon", "phone_screen"),
    (r"video|zoom|teams|online interview|skype|google meet", "video"),
    (r"panel", "panel"),
    (r"assess|\btest\b|technical|coding|take.?home|probearbeit", "assessment"),
    (r"\bcase\b|fallstudie", "case"),
    (r"on-?site|in person|vor ort|face to face", "onsite"),
)
ROUNDS = {"1st": 1, "first": 1, "erste": 1, "2nd": 2, "second": 2, "zweit": 2, "3rd": 3,
          "third": 3, "dritt": 3, "4th": 4, "fourth": 4}  # fmt: skip
TALKING = re.compile(r"(?:in |im |at |the )*interview\w*(?: stage)?")
"""No more than that there are interviews."""

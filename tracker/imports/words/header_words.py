"""The vocabulary of column headers, English and German, and of other trackers' exports."""

PLAIN_NOTES = (
    "notes|note|details|comments|comment|remarks|notizen|notiz|bemerkung|bemerkungen|"
    "kommentar|kommentare|anmerkung|anmerkungen"
)
"""Headers that say nothing which their words don't."""

ALIASES = {
    "company": "company|company name|employer|employer name|organisation|organization|business|"
    "firm|firma|unternehmen|arbeitgeber|betrieb|companyname|hiring company|where applied|agency",
    "role": "role|position|title|job title|job|job position|job role|role title|position title|"
    "vacancy|opening|stelle|stellenbezeichnung|berufsbezeichnung|jobtitel|titel|job name|"
    "position name|stellentitel|tätigkeit|role applied for|position applied for|job applied for",
    "location": "location|where|city|place|job location|office|suburb|town|ort|standort|stadt|"
    "arbeitsort|einsatzort|region|locations",
    "applied_on": "applied on|date applied|applied date|application date|date of application|"
    "applieddate|date|date submitted|submitted on|submission date|date sent|when|when applied|"
    "beworben am|bewerbungsdatum|datum|datum der bewerbung|abgeschickt am|applied at|"
    "apply date|day applied|date i applied|bewerbung am|gesendet am",
    "status": "status|stage|state|current status|application status|current stage|list|list name|"
    "board list|column|stand|bewerbungsstatus|phase|progress|outcome|result|ergebnis|response",
    "link": "link|url|job link|job url|posting link|posting url|website|web site|job ad|ad link|"
    "application link|applicant portal|portal|joburl|stellenlink|webseite|link to job|listing|"
    "job posting url|job post url|anzeige|stellenanzeige link|link to posting|application url",
    "source": "source|found via|found on|found at|via|job source|jobsource|job board|platform|site|"
    "channel|how found|where found|referral source|how i found it|quelle|gefunden über|plattform|"
    "portal name|jobbörse|applied via|found through|heard about",
    "pay_text": "pay|salary|wage|compensation|pay rate|rate|salary range|remuneration|package|"
    "gehalt|lohn|vergütung|gehaltsspanne|salary expectation|expected salary|comp|hourly rate",
    "pay_min": "min salary|minimum salary|salary min|pay min|min pay|salary from|gehalt von",
    "pay_max": "max salary|maximum salary|salary max|pay max|max pay|salary to|gehalt bis",
    "pay_currency": "currency|salary currency|währung",
    "pay_period": "pay period|salary period|per|salary type",
    "workplace": "workplace|workplace type|workplacetype|work mode|work type|remote|remote status|"
    "work arrangement|arbeitsmodell|remote hybrid onsite|work setting|wfh|homeoffice",
    "employment": "employment|employment type|job type|jobtype|contract type|type|hours|"
    "anstellungsart|beschäftigungsart|vertragsart|full time part time|employment status|umfang",
    "applied_how": "how you applied|how applied|how i applied|method of contact|contact method|"
    "application method|method of application|how sent|applied by|art der bewerbung|bewerbungsweg|"
    "bewerbungsart",
    "posting": "description|job description|posting|job posting|job ad text|ad text|jd|"
    "stellenbeschreibung|beschreibung|stellenanzeige|anzeigentext|listing text",
    "closes_on": "closes on|closing date|closes|deadline|application deadline|due date|due|"
    "bewerbungsfrist|frist|bewerbungsschluss|expiry date|expires",
    "saved_on": "date saved|saved on|created at|createdat|date added|added on|created|date created|"
    "erstellt am|angelegt am|hinzugefügt am|added|saved at|erfasst am|date found|found date",
    "interview_on": "interview on|interview date|date of interview|interviewed on|gespräch am|"
    "interviewtermin|gesprächstermin|vorstellungsgespräch am|interview 1 date|interview 2 date|"
    "interview 3 date|first interview date|second interview date|interview time|phone screen date",
    "rejected_on": "rejected on|date rejected|rejection date|rejected date|absage am|absagedatum|"
    "date of rejection",
    "rejection_words": "rejection reason|reason for rejection|reason|why rejected|absagegrund|"
    "what they said|rejection notes",
    "offer_on": "offer on|offer date|date offered|date of offer|angebot am|offer received on",
    "excitement": "excitement|interest|interest level|rating|priority|stars|favourite|begeisterung|"
    "prio|priorität",
    "step_applied": "applied|applied?|did i apply|beworben",
    "step_active": "active|still active|in progress|ongoing|in-progress|still going|open",
    "step_rejected": "auto rejected|rejected|rejection|auto-rejected|denied|absage|abgelehnt",
    "step_phone_screen": "phone screen|recruiter call|recruiter screen|phone call|phone interview|"
    "screening|screening call|hr screen|hr call|telefoninterview|recruiter",
    "step_video": "video interview|zoom interview|video call|one way video|videointerview",
    "step_onsite": "onsite|on site|onsite interview|in person interview|final onsite|vor ort",
    "step_panel": "panel|panel interview",
    "step_assessment": "assessment|technical interview|technical assessment|technical|test|"
    "technical interview assessment|technical screen|coding test|take home|take home test|"
    "online assessment|oa|probearbeiten|einstellungstest|skills test",
    "step_case": "case|case study|case interview|fallstudie",
    "step_other": "hiring manager|hiring manager interview|hm interview|interview|interviews|"
    "1st interview|first interview|2nd interview|second interview|3rd interview|third interview|"
    "final interview|final round|interview 1|interview 2|interview 3|round 1|round 2|round 3|"
    "gespräch|vorstellungsgespräch|team interview|zweitgespräch|erstgespräch",
    "step_offer": "offer|offer received|offered|got offer|angebot|zusage|job offer",
    "step_accepted": "offer accepted|accepted|hired|angenommen",
    "step_withdrawn": "withdrawn|withdrew|i withdrew|zurückgezogen",
    "notes": f"{PLAIN_NOTES}|info|more info|other|misc|feedback|"
    "rückmeldung|next step|next steps|follow up|contact|contact person|ansprechpartner|"
    "recruiter name|contact name|contact email|email|phone|telefon|job post notes",
    "skip": "index|id|no|nr|number|#|lfd nr|row|row number|no.|nummer",
}
LOOSE = (
    (r"interview.*(?:date|datum)|(?:date|datum).*interview|gespräch.*datum", "interview_on"),
    (r"reject.*(?:date|on\b)|(?:date|datum).*(?:reject|absage)|absage.*datum", "rejected_on"),
    (r"offer.*date|date.*offer", "offer_on"),
    (r"clos|deadline|frist|\bdue\b|expir", "closes_on"),
    (r"(?:date|datum|when|day).*(?:appl|submit|sent|bewerb)|(?:appl|submit|bewerb|bewor).*(?:date|datum|am$)",
     "applied_on"),
    (r"(?:saved|added|created|erstellt|angelegt)", "saved_on"),
    (r"\burl\b|\blink\b|website|portal", "link"),
    (r"company|employer|organi[sz]ation|firma|unternehmen|arbeitgeber", "company"),
    (r"position|\brole\b|title|stelle|\bjob\b", "role"),
    (r"salary|\bpay\b|wage|gehalt|lohn|compensation", "pay_text"),
    (r"location|\bcity\b|\bort\b|standort", "location"),
    (r"status|\bstage\b", "status"),
    (r"source|found|quelle|gefunden", "source"),
    (r"remote|workplace", "workplace"),
    (r"\bdate\b|datum", "applied_on"),
)  # fmt: skip

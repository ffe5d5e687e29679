"""The words that names of people stand between in an invitation."""

import re

from tracker.mail.text.own_words import LABEL

WEEKDAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
"""Days, which are written as names are, and no name."""
TITLE = r"(?:(?:Ms|Mrs|Mr|Miss|Mx|Dr|Prof|Professor|Frau|Herrn?|Sir|Dame)\.?)"
WORD = (
    r"(?:(?:(?:al|el|ul|as|an|ad|ar|ash|bin|ben|d|o)[-'’])?[A-ZÄÖÜÉÓÅØ][a-zà-öø-ÿß]{0,30}"
    r"(?:['’-][A-ZÄÖÜÉÓÅØ]?[a-zà-öø-ÿß]{1,30}){0,4}[A-Z]?[a-zà-öø-ÿß]{1,30}|[A-Z]\.)"
)
PARTICLE = (
    r"(?:van|von|de|der|den|da|das|di|del|della|du|la|le|las|los|el|al|bin|binti|ibn|dos|do|ten"
    r"|ter|zu)"
)
NAME = re.compile(
    rf"(?P<title>(?:{TITLE}[ ]){{0,2}})"
    rf"(?P<name>(?:(?<=[ ]){PARTICLE}[ ]){{0,2}}"
    rf"{WORD}(?:[ ](?:{PARTICLE}[ ]){{0,2}}{WORD}){{0,3}})"
)
LEADS = re.compile(
    r"\b(?:(?P<with>with|mit|by|to|von)|(?P<meet>meet|meeting|see|treffen Sie|sprechen Sie)"
    r"|(?P<list>[Pp]anel(?:lists?|[ ]members?)?|[Ii]nterviewers?(?:\(s\))?|[Ww]ith"
    r"|[Hh]osts?|[Aa]ttendees|[Pp]articipants(?:[ ]from[ ]our[ ]side)?"
    r"|[Jj]oining you|[Ii]nterviewing you|[Rr]oom"
    r"|[Gg]esprächspartner(?:in|innen)?|[Tt]eilnehmer)"
    r"[ ]?(?:will be|will include|includes?|is made up of|consists of|are|is|sind|ist|:\*{0,2})"
    r"|[Dd]as Gespräch führen)[ \n]{1,8}(?:[-*•][ ])?"
    r"(?=(?:[A-ZÄÖÜÉÓÅØ]|our|the|me\b|my\b|both\b|unser\w{0,2}))"
)
"""What stands before the names."""
TALKS = re.compile(
    r"interview|\btalk|\bspeak|\bspoke|\bchat|\bmeet|\bcall\b|conversation|session|catch[- ]?up"
    r"|coffee|\bsit(?:ting)?[ ]down"
    r"|introduc|discuss|hosted|\bled\b|\brun\b|conducted|chaired|joined|screening|panel|gespräch"
    r"|treffen|termin|telefonat|kennenlern|sprechen|geführt",
    re.IGNORECASE,
)
"""Beside a "with", "by" or "to", that people talk."""
WILL = re.compile(
    r"[ ](?:freu(?:t|en) sich|(?:wird|werden) (?:das Gespräch|Sie (?:treffen|empfangen)))\b|"
    r"[ ](?:will|would like to|would love to|are going to|is going to|are both|is|are|and I will)"
    r"(?:[ ](?:both|all|then|also))?[ ](?:be[ ])?"
    r"(?:interview(?:ing)?|meet(?:ing)?|speak(?:ing)?|talk(?:ing)?|call(?:ing)?|ring(?:ing)?"
    r"|host(?:ing)?|join(?:ing)?|chat(?:ting)?|your[ ]interviewers?"
    r"|on[ ](?:the|your)[ ](?:panel|call)"
    r"|look(?:ing)?[ ]forward[ ]to[ ](?:meeting|speaking|talking|seeing|your)"
    r"|run(?:ning)?[ ](?:the|your)[ ](?:interview|session)"
    r"|conduct(?:ing)?[ ](?:the|your)[ ]interview"
    r"|tak(?:e|ing)[ ]over|(?:step|stand|fill)(?:ping|ing)?[ ]in|cover(?:ing)?)\b"
    r"|[ ](?:takes[ ]over|(?:steps|stands|fills)[ ]in|übernimmt)\b"
)
"""What stands after them."""
ARRANGE = re.compile(
    r"\b(?:arrange|schedul|organi[sz]e|book|confirm|set up|find a (?:time|day)|discuss next steps"
    r"|let you know|in touch)"
)
"""What somebody calls for who isn't the one that is met."""
BEFORE_WITH = re.compile(
    r"(?:\b(?:be|is|still|again|min(?:ute)?s?|hours?|noon|[ap]\.?m|AE[DS]T|AWST|AC[DS]T|NZ[DS]T|GMT)"
    r"|\d[ap]m|\d[:.]\d\d),?[ ]*$",
    re.IGNORECASE,
)
"""Right before a "with" that says with whom one meets: an hour, a length, or that it is."""
DEPARTMENT_WORD = (
    r"(?:People|Human Resources|HR|Talent|Culture|Finance|Learning|Development|Diversity|Inclusion"
    r"|Equity|Belonging|Policy|Strategy|Legal|Governance|Sales|Marketing|Operations|Research"
    r"|Communications|Safety|Health|Wellbeing|Risk|Audit|Compliance|Planning|Engagement|Technology"
    r"|Digital|Media|Data|Insights?|Product|Design|Engineering|Facilities|Property|Community"
    r"|Partnerships|Programs|Programmes|Corporate|Business|Performance|Quality|Innovation|Assets"
    r"|Infrastructure|Customer|Client|Services?|Procurement|Supply|Logistics|Payroll|Administration)"
)
DEPARTMENT = re.compile(
    rf"\b{DEPARTMENT_WORD}(?:,?[ ](?:&|and|und)[ ]{DEPARTMENT_WORD}\b|[ ]&[ ][A-Z]\w+)+"
)
"""People & Culture: a part of a company, and nobody."""
ENDS = re.compile(
    r"(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bProf)(?<!\b[A-Z])[.!?](?=\s|$)|\n\s*\n"
    rf"|\n(?={LABEL.pattern})"
)
BETWEEN = re.compile(
    r"[;,\n](?:[ ](?:and|und|then|plus))?(?:[ ]then)?(?:[ ](?:to|with|mit))?"
    r"|[ ](?:and|und|&|plus|as well as|along with|sowie|/)[ ](?:then[ ])?(?:(?:to|with|mit)[ ])?"
)
BRACKETS = re.compile(r"[ ]?[(\[][^()\[\]\n]{0,80}[)\]]")
AFTER_NAME = re.compile(
    r"[ ](?:from|of|who|whom|at|in|on|via|by|for|is|are|will|as|to|next|this|tomorrow|today|statt"
    r"|anstatt|anstelle|instead|rather"
    r"|für|when|where|once|if|takes|leads?|leading|runs|heads|über|aus|vom|am|um|im|per|leitet)\b.*$"
    r"|[ ][-–—|][ ].*$|[:].*$",
    re.DOTALL,
)
WHEN = re.compile(r".*\b(?:on|at|via|in|am|um|im|next|this)\b")
ROLE = re.compile(
    r"\b(?:Manager\w{0,3}|Lead\w{0,3}|Head|Director|Officer|Engineer|Analyst|Developer|Recruiter"
    r"|Coordinator|Specialist|Consultant|Assistant|Partner|President|Senior|Junior|Principal|Chief"
    r"|Associate|Executive|Leiter\w{0,2}|Designer|Scientist|Architect|Supervisor|Founder|Owner|Chef"
    r"|Nurse|Teacher|Advisor|Adviser|Administrator|Secretary|Chair|Captain|Foreman|Librarian|Editor"
    r"|\w{0,20}(?:leiter|führer|berater|chef|referent|entwickler|ingenieur)(?:in)?|Personal\w{0,12}|Referent\w{0,2}|Vorstand|C[A-Z]O|VP|HR|Human|Talent"
    r"|People|Hiring|Team|Staff|Matron|Dean|Superintendent|Accountant|Buyer|Planner|Producer)\b"
)
SKIPPED = re.compile(
    r"(?:[Oo]ur|[Tt]he|a|an|[Mm]y|her|his|your|their|who|whose|head|senior|me|myself|I|one|another|others?|someone"
    r"|somebody|possibly|maybe|unser\w{0,2}|der|die|das|ein\w{0,2}|mir|both|two|three|members?)\b"
)
NO_PERSON = re.compile(
    rf"^(?:{WEEKDAYS}|{MONTHS}"
    r"|Zoom|Teams?|Google|Microsoft|Meet|Webex"
    r"|Skype|Limited|Ltd|Pty|Inc|GmbH|AG|Groups?|Services?|Insurance|Freight|Hospital|University"
    r"|School|Council|Solutions?|Systems?|Partners|Recruitment|Department|Bank|Company|Publishing"
    r"|Telecom|Power|Health|Care|College|Labs?|Studios?|Software|Consulting|Us|You|Kind|Best|Warm"
    r"|Regards|Panel|The|Our|Your|Any|Please|Thanks|Thank|Street|Road|Dental|Legal|Timber|Foods?"
    r"|Energy|Water|Motors|Media|Digital|Logistics|Transport|Mining|Farms?|Hotels?|Cafe|Café|Bakery"
    r"|Brewing|Works|Outfitters|Catering|Freight|Housing|Trust|Foundation|Institute|Cent(?:re|er)|Clinic|Pharmacy|Airlines|Airways"
    r"|Rail|Electric|Engineering|Construction|Building|Homes|Property|Realty|Capital|Ventures"
    r"|Holdings|Global|International|Australia|Zealand|Kingdom|Networks?|Technolog\w{1,3}|Tech|Data"
    r"|Analytics|Cloud|Office|Excel|Success|Support|Customer|Operations|Marketing|Finance|Sales"
    r"|Product|Culture|Talent|Learning|Diversity|Inclusion|Strategy|Governance|Communications|Security|Research|Development|Design|Delivery|Workspace|Automate|Salesforce|Slack"
    r"|Python|Java|Interview\w{0,4}|Call|Video|Round|Stage|Room|Level|Time|Date|Location|Where|When"
    r"|Hi|Hello|Dear|We|It|This|That|If|As|In|On|At|For|And|But|To|Looking|Should|Could|Would|Can"
    r"|Abteilung|Personal\w{0,12}|Stadtwerke|Klinik\w{0,3}|Verlag|Schule|Amt|Bewerbung\w{0,10}|Sie|Ihnen"
    r"|Union|Club|Society|Association|Ministry|Agency|Board|Committee|Industries|Manufacturing"
    r"|Payments?|Tours|Bicycles|Shire|Bikes|Retail|Stores?|Supermarkets?|Travel|Events|Aged|Childcare"
    r"|Acquisition|Resources|Workforce|Onboarding|Payroll|Administration|Department|Division)$"
)

"""What people write on the way: notes, their no, their feedback. {} parts are filled in."""

SOURCES = (
    "Seek", "Seek", "Seek", "Indeed", "LinkedIn", "LinkedIn", "Jora", "EthicalJobs",
    "company site", "GradConnection", "Dee told me", "Workforce Australia", "walk in",
)  # fmt: skip
WAYS_TO_APPLY = {
    "Seek": "job_site", "Indeed": "job_site", "Jora": "job_site", "EthicalJobs": "job_site",
    "GradConnection": "job_site", "company site": "website", "council site": "website",
    "I work for NSW": "website", "APS Jobs": "website", "Careers.Vic": "website",
    "Dee told me": "email", "walk in": "in_person",
}  # fmt: skip
"""By where an opening was found; of the others it is not known."""
PUBLIC_SOURCES = ("I work for NSW", "APS Jobs", "council site", "Seek", "Careers.Vic")

NOTES_SENT = (
    "Led with the stocktake dashboard this time, not with the degree. One page. Sent from the "
    "library because the internet at home was down *again*.",
    "Asked Dee to read the letter. She cut the first paragraph, and it was better.",
    "- [x] Tailor résumé\n- [x] Letter\n- [x] Find out who reads it\n- [ ] Ring to say it's there",
    "Their form made me type the whole résumé in again. **45 minutes.** Saved the answers in a "
    "document for next time.",
    "Liked the line in the ad about *people who ask why*. Used it in the letter.",
    "Portal login is my **old** email address. Password in the usual place.",
    "Long shot: they ask for two years and I have one and a bit. Went for it anyway.",
    "Rang first. {first} picked up, was friendly, and said they close early if they find someone.",
    "45 min by train, 20 by bike from the station. Doable three days a week.",
    "Nice ad. Plain words, pay shown, a name to call. More like this, please.",
    "Recruiter ad, no company named. Guessing it's {company} from the address.",
)

NOTES_CRITERIA = (
    "Criteria took all of Sunday. The STAR notes can be used again:\n\n"
    "1. the phone queue\n2. the two spreadsheets\n3. the day the till died",
    "Four criteria, 250 words each, 998 in all. Read them aloud to the dog; he stayed to the end.",
    "- [x] Criterion 1\n- [x] Criterion 2\n- [x] Criterion 3, *rewritten twice*\n- [x] Criterion 4"
    "\n\nSent at ten to midnight. Next time: start on the weekend before.",
)

NOTES_WAITING = (
    "Nothing yet. Put a reminder for Thursday week and stopped checking the inbox.",
    "Automatic reply only: *we will be in touch within three weeks*.",
    'Rang reception. They\'re "still working through them". Fine.',
    "The ad is up again. Either nobody suited or they forgot to take it down.",
    "Saw that they put on two people last month, so the role is real.",
)

NOTES_INTERVIEW = (
    "**They rang!** {first} from {company}. Spoke for ten minutes, mostly about rosters. "
    "Interview invitation came the same afternoon.",
    "Questions to ask them:\n\n- What does a good first three months look like?\n"
    "- Who used to do this, and where are they now?\n- How do you decide what gets counted?",
    "Parking is behind the building, ask for a permit at the desk. Blue jacket, not the grey one.",
    "Panel of three. Asked for the questions in advance and **they said yes**. Worth asking.",
    "Test task: clean a messy spreadsheet and write half a page. Took 3 h; they'd said two.",
)

NOTES_PRIVATE = (
    "Was so sure of this one. Sat in the car for a while. Then chips on the beach with Dee.",
    "Third no this week. It isn't the whole story, it just feels like it at 6 pm.",
    "Heart racing before every call. Breathe out longer than in; it did help.",
    "Relieved, honestly. The boss interrupted everybody in the room.",
)

PREPARATION = {
    "data": "- Bring the dashboard on the tablet, an offline copy\n- One story where a number was "
    "wrong and I said so\n- SQL: practise joins and group by on the train",
    "desk": "- Story: the day the till died\n- How I write a hand-over\n- Ask about on-call weeks",
    "office": "- Read their annual report (the short one)\n- Story: the two spreadsheets\n"
    "- Ask who I'd report to",
    "policy": "- STAR notes for each criterion, one card each\n- Read the strategy, pages 4 to 11\n"
    "- An example with a difficult stakeholder",
}

WENT_WELL = (
    "The stocktake story landed. They laughed in the right place and asked two things about it.",
    "Asked them what a good first month looks like; it turned into a real talk.",
    "Was calm. Had the cards with me and hardly needed them.",
    "Answered the SQL question out loud, step by step, and got there.",
    "They showed me round. Liked the people, liked the noise of the place.",
)

WOULD_CHANGE = (
    'Said "we" all the time. They wanted to know what *I* did.',
    "Ran on in the first answer. Two minutes, then stop.",
    'Had nothing ready for "a time you failed". Write one down.',
    "Didn't ask about pay, and now I don't know.",
    "Blanked on confidence intervals. Explain one to Dee until it sticks.",
)

REJECTIONS_EARLY = (
    ("Thank you for your interest in the position of {role}. We received a large number of "
     "applications and on this occasion you have not been shortlisted.", ""),
    ("We appreciate the time you put into your application. We have decided to move forward with "
     "candidates whose experience more closely matches our needs.", "more direct experience"),
    ("Unfortunately you were unsuccessful. Due to the volume of applications we are unable to "
     "provide individual feedback.", ""),
    ("Hi {me}, thanks so much for applying! We've filled this one from inside the team, but please "
     "keep an eye on our page.", "someone from inside"),
    ("This recruitment has been withdrawn. Thank you for your application.", ""),
)  # fmt: skip

REJECTIONS_LATE = (
    ("Thank you for coming in to meet us. It was a strong field and a close decision; we have "
     "offered the role to someone with more direct experience. You're welcome to call me.",
     "more direct experience"),
    ("You interviewed well. We went with a candidate who has used SAP before. I'm happy to talk it "
     "through if that's useful.", "SAP experience"),
    ("The panel enjoyed meeting you and found you suitable, but not the most suitable. You have "
     "been placed on the merit list for twelve months.", "another was more suitable"),
    ("We won't be going ahead on this occasion. All the best with your search.", ""),
)  # fmt: skip
"""Their words, and the reason in them."""

NOTES_WITHDRAWN = (
    "Took myself out, kindly. Two hours each way is two hours each way.",
    "They changed it to six months without telling anybody. Wrote that I'm no longer available.",
    "Pay turned out to be commission only. No thanks.",
    "Rang them: nights and every second weekend. Not for me, and good to know early.",
)

OFFER_NOTES = (
    "They rang at ten past four. **{pay}**, start in three weeks, two days from home. They'd like "
    "to know by Friday. Ask about the title.",
    "Offer by email, pay a bit under what I asked. A week or so to decide.",
)

FIRST_NAMES = (
    "Priya", "Tom", "Linh", "Marguerite", "Declan", "Aiko", "Sione", "Fatima", "Graeme", "Mei",
    "Zoë", "Ravi", "Kirra", "Paolo", "Hannah", "Mustafa", "Ingrid", "Jarrah", "Noor", "Beth",
)  # fmt: skip
LAST_NAMES = (
    "Raman", "Whitlock", "Nguyen", "Duval", "O'Shea", "Tanaka", "Faleolo", "Haddad", "McAllister",
    "Chen", "Petridis", "Iyer", "Brandt", "Moretti", "Østberg", "Yılmaz", "Larsen", "Walker",
)  # fmt: skip
TITLES = {
    "recruiter": "Talent Partner",
    "hiring_manager": "Team Manager",
    "hr": "People and Culture Adviser",
    "interviewer": "Senior Analyst",
}
CONTACT_NOTES = (
    "Friendly on the phone. Best before ten.",
    "Answers emails on Fridays.",
    "Knows Dee from netball.",
    "Said to ring if I see something else of theirs.",
    "",
    "",
)

LEAD_NOTES = (
    "Dee sent this. Read the ad twice, could be a good one.",
    "Pay isn't shown. Ring and ask before spending a Sunday on it.",
    "Close to home! Needs a letter.",
    "They were lovely when I applied last time.",
    "",
)

"""Emails in many hands: text messages, hiring systems, a council, recruiters, small shops."""

import pytest

from tests.mail.test_told import told
from tests.mail.times.test_short_hours import slots_of


@pytest.mark.parametrize(
    ("kinds", "days", "subject", "words"),
    [
        (
            "invitation",
            ["03 Dec 14:00"],
            "Kitchen hand",
            "Hey its Marco from the bistro, u free thurs 2pm for a quick chat? bring ur ID",
        ),
        (
            "invitation",
            ["05 Dec 09:30"],
            "re gumtree ad",
            "yep still going. swing by sat 9.30 n we'll give u a go",
        ),
        ("no", [], "re gumtree ad", "soz mate gave it to me cousin"),
        (
            "no",
            [],
            "Barista",
            "Hey Robin, we're all good for staff now but thanks for dropping in x",
        ),
        (
            "no",
            [],
            "Your application to Brightline",
            (
                "Thank you for your interest in Brightline. At this time we have chosen to "
                "pursue other applicants whose experience more closely aligns with our needs."
            ),
        ),
        (
            "no",
            [],
            "Application Status Update - JR10443",
            (
                "Your candidacy for Service Desk Analyst (JR10443) has been dispositioned. "
                "Status: No Longer Under Consideration."
            ),
        ),
        (
            "acknowledgement",
            [],
            "Application received: Ref 00921",
            (
                "This is an automated message. Your application for Parks Maintenance Officer "
                "has been lodged with Council. Applications close 11 December at 5pm. Selection "
                "may include an interview and a practical test."
            ),
        ),
        (
            "invitation",
            ["09 Dec 10:20"],
            "Interview - Parks Maintenance Officer",
            (
                "Council is pleased to advise you have been shortlisted. Your panel interview is "
                "Wednesday 9 December 2026 at 10.20am, Depot 2, Wattle Rd. Interviews run for 30 "
                "minutes."
            ),
        ),
        (
            "no",
            [],
            "Parks Maintenance Officer 00921",
            (
                "I refer to your application for the above position and advise that the "
                "selection panel has completed its deliberations and you were not the "
                "recommended applicant."
            ),
        ),
        (
            "none/acknowledgement",
            [],
            "Parks Maintenance Officer 00921",
            (
                "The recruitment for this position has been delayed while we finalise the "
                "budget. We will write to all applicants by 18 December."
            ),
        ),
        (
            "invitation",
            ["07 Dec 13:30"],
            "Einladung",
            (
                "Guten Tag Robin, wir möchten Sie gern kennenlernen! Passt Ihnen Montag, der 7. "
                "Dezember, um halb zwei bei uns im Laden?"
            ),
        ),
        (
            "no",
            [],
            "Ihre Bewerbung als Lagerist",
            (
                "vielen Dank für Ihr Interesse. Wir haben uns für eine Bewerberin entschieden, "
                "deren Profil noch etwas besser passt."
            ),
        ),
        (
            "acknowledgement",
            [],
            "Eingangsbestätigung",
            (
                "wir haben Ihre Bewerbung erhalten und bitten um etwas Geduld. Ein Gespräch wird "
                "in der zweiten Dezemberhälfte mit den Bewerbern der engeren Wahl geführt."
            ),
        ),
        (
            "offer",
            [],
            "Zusage",
            (
                "wir freuen uns, Ihnen die Stelle als Lagerist zum 4. Januar anbieten zu können. "
                "Den Vertrag schicken wir Ihnen diese Woche zu."
            ),
        ),
        (
            "cancelled",
            [],
            "Termin morgen",
            (
                "unser Gespräch morgen muss leider entfallen, weil der Chef krank ist. Ich melde "
                "mich mit einem neuen Termin."
            ),
        ),
        (
            "moved",
            ["04 Dec 16:00"],
            "Termin",
            (
                "wir müssen unser Gespräch von Donnerstag auf Freitag, 16 Uhr verlegen. Ich "
                "hoffe, das passt."
            ),
        ),
        (
            "invitation",
            [],
            "Client feedback",
            (
                "Hi Robin, great news, the client loved your CV and wants to meet. They've got "
                "Tues 10-12 or Weds after 2. What's best?"
            ),
        ),
        (
            "no",
            [],
            "Client feedback",
            (
                "Hi Robin, just heard back and it's not the news we wanted I'm afraid. They felt "
                "you were a touch light on SAP so won't be taking it further."
            ),
        ),
        (
            "acknowledgement",
            [],
            "You're in the mix",
            (
                "Hi Robin, I've sent your CV to the client this morning. They're interviewing "
                "the week of 14 December so expect news around then."
            ),
        ),
        (
            "offer",
            [],
            "GREAT NEWS",
            (
                "Robin!! They want you!! $78k + super starting 11 Jan. Call me when you can so "
                "we can go over the paperwork."
            ),
        ),
        (
            "offer",
            [],
            "Night fill",
            ("Hi Robin, happy to have you on the team, first shift Monday 7pm. Wear black pants."),
        ),
        (
            "invitation",
            ["08 Dec 12:15"],
            "Teacher aide",
            (
                "Dear Robin, the principal would like to have a talk with you on Tuesday the 8th "
                "at quarter past twelve in the front office."
            ),
        ),
        (
            "no",
            [],
            "Teacher aide",
            (
                "Dear Robin, we've had to go with someone who already has their blue card. "
                "Please do try again in the new year."
            ),
        ),
        (
            "closed/no",
            [],
            "Teacher aide",
            (
                "Dear Robin, the department has not approved the funding, so there will be no "
                "teacher aide position in Term 1 after all."
            ),
        ),
        (
            "another_time",
            [],
            "Friday",
            "hiya, friday's gone pear shaped for me, any chance of monday arvo instead?",
        ),
        (
            "another_time",
            ["07 Dec 11:00"],
            "Interview Friday",
            "So sorry, can't make Friday now. Does Monday 7 December at 11 work?",
        ),
        (
            "moved",
            ["10 Dec 09:00"],
            "Change of interview time",
            (
                "Please note that your interview will now be held on Thursday 10 December at "
                "9.00am and not on 9 December as previously advised."
            ),
        ),
        (
            "feedback",
            [],
            "Re: Feedback request",
            (
                "You asked for feedback. You came across as warm and well prepared. Next time "
                "give more concrete examples of how you handled complaints."
            ),
        ),
        (
            "no",
            [],
            "Outcome of interview",
            (
                "It was lovely to meet you. The panel scored you second of six, and the role was "
                "offered to and accepted by the highest-scoring candidate."
            ),
        ),
        (
            "none/acknowledgement",
            [],
            "Your profile",
            (
                "Hi Robin, saw your profile on Seek. I have a few warehouse roles on the go, "
                "would you be keen for a chat?"
            ),
        ),
        (
            "none",
            [],
            "Interview tips",
            "5 ways to ace your interview on Zoom this week. Unlock premium for free.",
        ),
        (
            "acknowledgement/none",
            [],
            "Warehouse",
            (
                "Cheers for coming in today. I've got two more people to see tomorrow then I'll "
                "let you know."
            ),
        ),
        (
            "no",
            [],
            "Warehouse",
            (
                "Hi Robin, thanks again for coming in. I've decided to stick with the guy we've "
                "had on trial. All the best."
            ),
        ),
        (
            "invitation",
            ["04 Dec 09:00"],
            "2nd interview",
            "Congrats, you're through to round two. Fri 4/12 9am with our GM on Teams.",
        ),
        (
            "invitation",
            ["01 Dec 17:15"],
            "call",
            (
                "can I ring you tomorrow at quarter past 5? want to ask you a few things about "
                "the job"
            ),
        ),
        (
            "offer/none",
            [],
            "Conditional offer",
            (
                "Subject to a satisfactory police check and two references, we would like to "
                "offer you the position of Support Worker."
            ),
        ),
        (
            "no",
            [],
            "Offer withdrawn",
            (
                "We regret to advise that the conditional offer made to you on 23 November has "
                "been withdrawn as the checks were not satisfactory."
            ),
        ),
        (
            "acknowledgement/none",
            [],
            "Reserve list",
            (
                "You were found suitable for the position and have been placed on a merit list "
                "for 12 months. We may contact you if a vacancy comes up."
            ),
        ),
        (
            "no",
            [],
            "Graduate program",
            (
                "We received over 4,000 applications for 30 places. Regrettably yours was not "
                "among those progressed to the video stage."
            ),
        ),
        (
            "closed/no",
            [],
            "Update",
            (
                "Quick update: the client's put a freeze on all hiring till the new financial "
                "year so this one's dead for now."
            ),
        ),
        (
            "cancelled",
            [],
            "Interview today",
            (
                "Hi, power's out across the centre so we can't do interviews today. We'll call "
                "to rebook."
            ),
        ),
        (
            "invitation",
            ["02 Dec 18:00"],
            "trial",
            "come for a trial wed 6pm, 3hrs paid, ask for Dee",
        ),
        (
            "acknowledgement/none",
            [],
            "Your application",
            "Successful candidates will receive an offer by 18 December. We wish you luck.",
        ),
        (
            "acknowledgement/none",
            [],
            "Apprenticeship",
            (
                "If you're selected you'll start on Monday 11 January at 7am. We'll ring "
                "everybody this week."
            ),
        ),
        (
            "acknowledgement/none",
            [],
            "Receptionist",
            "We interview next Tuesday and Wednesday. You'll get a call if you're on the list.",
        ),
        (
            "acknowledgement/none",
            [],
            "Data entry",
            (
                "Your CV is with the hiring manager, who is back on Monday 7 December at 9. I'll "
                "chase her then."
            ),
        ),
        (
            "acknowledgement/none",
            [],
            "Ihre Bewerbung",
            (
                "Die Bewerbungsgespräche führen wir in der Woche vom 14. Dezember. Sie hören von "
                "uns."
            ),
        ),
        (
            "acknowledgement/none",
            [],
            "Graduate intake",
            (
                "Assessment centres run on 9 and 10 December. Invitations go out on Friday 4 "
                "December."
            ),
        ),
        (
            "acknowledgement/none",
            [],
            "Chef",
            "Boss is keen to fill this fast. He'll call the ones he likes tomorrow arvo.",
        ),
        (
            "acknowledgement/none",
            [],
            "Nurse",
            (
                "Thanks for coming in. The panel hopes to make an offer to the preferred "
                "candidate by Thursday 10 December."
            ),
        ),
        (
            "no",
            [],
            "Nurse",
            (
                "Thank you for coming in. The panel has made an offer to the preferred "
                "candidate, which has been accepted."
            ),
        ),
        (
            "no",
            [],
            "Chef",
            ("Hi Robin. Thanks for the trial. Gonna give the other fella a run. No hard feelings"),
        ),
        (
            "no",
            [],
            "RE: Application 8812",
            (
                "Dear Applicant, We are writing to advise that applications for the above have "
                "now been assessed and that yours will not be proceeding."
            ),
        ),
        (
            "no",
            [],
            "Outcome",
            (
                "Dear Robin, the standard was very high and on this occasion you did not score "
                "enough to be called for interview."
            ),
        ),
        (
            "no",
            [],
            "Assessment result",
            ("You did not reach the pass mark for the online test and your application ends here."),
        ),
        (
            "no",
            [],
            "Ihre Bewerbung",
            (
                "nach eingehender Prüfung müssen wir Ihnen mitteilen, dass wir Sie nicht weiter "
                "berücksichtigen können."
            ),
        ),
        (
            "no",
            [],
            "Bewerbung Aushilfe",
            "Hallo Robin, die Stelle ist leider schon weg. Viel Glück noch!",
        ),
        ("no", [], "Bewerbung", "Wir haben die Position inzwischen anderweitig vergeben."),
        (
            "no",
            [],
            "Feedback",
            "You're a great person but they felt the fit wasn't there. Sorry Robin.",
        ),
        ("no", [], "Update", "They passed on you unfortunately. On to the next one!"),
        ("no", [], "Update", "It's a no from the client I'm sorry to say, though they liked you."),
        ("no", [], "Trainee", "I'm afraid we've decided we need somebody who can start sooner."),
        ("no", [], "Cleaner", "Thank you but we no longer need anyone."),
        ("offer", [], "Re: trial", "you smashed it. job's yours. monday 6am ok?"),
        (
            "offer",
            [],
            "Apprenticeship",
            (
                "Dear Robin, I am writing to confirm your appointment as Apprentice Electrician "
                "commencing 11 January 2027."
            ),
        ),
        (
            "offer",
            [],
            "Casual pool",
            (
                "Robin, you've been successful in joining our casual pool. Your first shift will "
                "be rostered from 14 December at $31.20 per hour."
            ),
        ),
        (
            "offer",
            [],
            "Ihre Bewerbung",
            (
                "Gute Nachrichten: Wir haben uns für Sie entschieden! Können Sie am 4. Januar "
                "anfangen?"
            ),
        ),
        (
            "offer",
            [],
            "Counter",
            (
                "I've spoken to finance and we can go to $82,000. Please let me know if you "
                "accept our revised offer by Friday."
            ),
        ),
        (
            "offer",
            [],
            "Team Leader",
            (
                "The panel did not choose you for Team Leader this time. They were so impressed "
                "that they want to offer you the 2IC role straight away."
            ),
        ),
        (
            "invitation",
            ["10 Dec 10:00"],
            "Senior Clerk",
            (
                "You were unsuccessful for the Senior Clerk role but we would like to interview "
                "you for the Clerk role on Thursday 10 December at 10am."
            ),
        ),
        (
            "invitation",
            ["03 Dec 09:45"],
            "appt",
            "Interview booked Thurs 3/12 9:45am w/ Dee. Reply Y to confirm",
        ),
        (
            "invitation",
            ["02 Dec 13:00"],
            "Coffee?",
            "Hi Robin, I run the studio. Loved your folio. Coffee Wednesday at 1?",
        ),
        (
            "invitation",
            ["08 Dec 11:00", "09 Dec 14:30"],
            "Interview times",
            "Please choose one: Tuesday 8 December 11am, or Wednesday 9 December 2.30pm.",
        ),
        (
            "invitation",
            ["09 Dec 15:00"],
            "Einladung",
            ("Wir laden Sie herzlich für Mittwoch, den 9. Dezember, 15 Uhr zum Probearbeiten ein."),
        ),
        (
            "invitation",
            ["11 Dec 08:30"],
            "Job",
            "Kannst du am Freitag, 11.12., um halb neun kurz reinkommen?",
        ),
        (
            "moved",
            ["09 Dec 14:00"],
            "Interview",
            (
                "Your interview has been rescheduled from Tuesday 8 December 2pm to Wednesday 9 "
                "December 2pm."
            ),
        ),
        (
            "moved",
            ["08 Dec 16:30"],
            "Interview",
            "The interview on Tuesday 8 December will start at 4.30pm instead of 4pm.",
        ),
        (
            "another_time",
            ["10 Dec 10:00"],
            "Interview",
            (
                "Tuesday has become tricky for our chair. Could you make Thursday 10 December at "
                "10am?"
            ),
        ),
        (
            "another_time",
            [],
            "Interview",
            "We need to find a new time for your interview. What days suit you next week?",
        ),
        (
            "cancelled",
            [],
            "Your interview 8 December",
            (
                "Your interview booking for 8 December has been cancelled. You will receive a "
                "new invitation."
            ),
        ),
        (
            "cancelled",
            [],
            "Vorstellungsgespräch",
            ("das Vorstellungsgespräch am 8. Dezember findet nicht statt. Wir kommen auf Sie zu."),
        ),
        ("cancelled", [], "trial", "hey trial tmrw is off, kitchens flooded. will txt u a new day"),
        (
            "closed",
            [],
            "Role",
            ("The position has been withdrawn due to budget cuts and no appointment will be made."),
        ),
        ("closed", [], "Stelle", "Die Stelle wird aus Kostengründen nicht besetzt."),
        (
            "feedback",
            [],
            "Feedback on your interview",
            (
                "As promised, some feedback: your answers on teamwork were strong. You could "
                "work on your answers about safety by using real examples."
            ),
        ),
        (
            "none",
            [],
            "Job alert",
            ("12 new jobs for you: Receptionist in Parramatta, Admin Officer in Ryde. Apply now."),
        ),
        ("none", [], "Payslip", "Your payslip for 30 November is ready. Log in to view it."),
        (
            "request",
            [],
            "Documents",
            "Before we go any further please send us a copy of your licence and two referees.",
        ),
        (
            "request/none",
            [],
            "Right to work",
            "Please upload your passport or visa so that we can process your application.",
        ),
        (
            "acknowledgement/none",
            [],
            "Shortlisting",
            (
                "We're down to the last few applications and should know who we're calling by "
                "Thursday."
            ),
        ),
        (
            "acknowledgement/none",
            [],
            "Your application",
            (
                "Should your application be successful we will be in touch to arrange an "
                "interview on 9 or 10 December."
            ),
        ),
        (
            "acknowledgement/none",
            [],
            "Volunteer",
            (
                "We hold informal chats on the first Tuesday of each month at 10am. Someone will "
                "let you know."
            ),
        ),
        (
            "acknowledgement/none",
            [],
            "Officer",
            (
                "The hiring manager will be back on 7 December and interviews would be the week "
                "after, all going well."
            ),
        ),
        (
            "acknowledgement/none",
            [],
            "Stelle 44",
            (
                "Das Auswahlgremium trifft sich am 9. Dezember um 10 Uhr. Danach erhalten Sie "
                "Bescheid."
            ),
        ),
        (
            "invitation",
            ["09 Dec 10:00"],
            "Stelle 44",
            "Das Auswahlgremium möchte Sie am 9. Dezember um 10 Uhr kennenlernen.",
        ),
        (
            "invitation",
            ["08 Dec 10:00"],
            "Officer",
            (
                "The panel will interview the shortlisted candidates on 8 December. Your time is "
                "10am."
            ),
        ),
        (
            "invitation",
            ["08 Dec 10:00"],
            "Officer",
            (
                "Good news: you're on the shortlist! We're seeing people on Tuesday 8 December "
                "and have you down for 10am."
            ),
        ),
        (
            "invitation",
            ["08 Dec 10:00"],
            "Officer",
            "You are through to the next stage. Interviews are on Tuesday 8 December at 10am.",
        ),
        (
            "no",
            [],
            "Officer",
            (
                "Interviews were held last week and we have since appointed. Thank you for your "
                "interest."
            ),
        ),
        (
            "no",
            [],
            "Officer",
            (
                "Unfortunately your application has not been shortlisted. Shortlisted candidates "
                "will be interviewed on 8 December."
            ),
        ),
        (
            "no",
            [],
            "Officer",
            "You have not made the shortlist. Those who did will be interviewed next week.",
        ),
        (
            "acknowledgement/none",
            [],
            "Officer",
            (
                "If you have not heard from us by 18 December please assume you have been "
                "unsuccessful."
            ),
        ),
        (
            "offer",
            [],
            "Offer",
            (
                "We're delighted to offer you the Officer role. Please sign and return by Friday "
                "4 December at 5pm."
            ),
        ),
        (
            "offer",
            [],
            "Job",
            (
                "Good to meet you yesterday. If you still want it the job is yours, starting "
                "Monday at 8."
            ),
        ),
        (
            "offer",
            [],
            "Officer",
            (
                "Further to your interview I confirm you have been recommended for appointment, "
                "and a formal contract will follow."
            ),
        ),
        (
            "no",
            [],
            "Officer",
            ("Further to your interview, another applicant has been recommended for appointment."),
        ),
        (
            "no",
            [],
            "Officer",
            ("Your name will be kept on the reserve list, as another candidate was ranked first."),
        ),
        (
            "invitation",
            ["03 Dec 11:00"],
            "Chat",
            "Are you able to pop in Thursday at 11 for a chat about the role?",
        ),
        (
            "invitation",
            ["03 Dec 11:00", "04 Dec 14:00"],
            "Chat",
            "Could you do Thursday at 11 or Friday at 2?",
        ),
        (
            "invitation",
            ["10 Dec 16:00"],
            "Interview",
            "Interview confirmed: Thurs 10th Dec, 4 o'clock, with Anna",
        ),
        (
            "invitation",
            ["14 Dec 09:00"],
            "Interview",
            "We would like to see you on the 14th at nine o'clock in the morning.",
        ),
        (
            "invitation",
            ["02 Dec 08:30"],
            "start",
            "Can you come for an interview half eight Wednesday morning?",
        ),
        (
            "moved",
            ["04 Dec 10:00"],
            "Interview",
            "Interview moved from Thursday at 3 to Friday at 10.",
        ),
        (
            "another_time",
            ["04 Dec 13:00"],
            "Interview",
            "Thursday no longer works for us. Would Friday at 1 be ok?",
        ),
        (
            "another_time",
            [],
            "Interview",
            (
                "Der Termin am Donnerstag geht bei uns leider nicht. Wann hätten Sie nächste "
                "Woche Zeit?"
            ),
        ),
        (
            "cancelled",
            [],
            "Interview",
            (
                "Please note the interview scheduled for 3 December at 10am will no longer be "
                "taking place. We will write again soon."
            ),
        ),
        (
            "no/closed",
            [],
            "Interview",
            "We're cancelling your interview on 3 December as we have filled the role.",
        ),
        ("none", [], "Dentist", "Your appointment is on Thursday at 3. Reply Y to confirm."),
        ("none", [], "Dinner?", "Friday at 7? Mum is bringing cake"),
        (
            "none",
            [],
            "Inspection",
            "The agent will inspect your flat on Tuesday 8 December at 10am.",
        ),
    ],
)
def test_it_is_told_as_what_its_writer_meant(
    kinds: str, days: list[str], subject: str, words: str
) -> None:
    assert told(words, subject) in kinds.split("/")
    assert not days or slots_of(words) == days

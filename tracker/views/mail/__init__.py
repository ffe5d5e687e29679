"""An email that came: what it is, which application it is about, and one tap that keeps it."""

from tracker.web.seldom import seldom

blueprint = seldom(
    __name__,
    "GET /mail listing.index",
    "GET /mail/new mail.new",
    "POST /mail/read mail.read",
    "GET /settings/mailbox mailbox.show",
    "POST /settings/mailbox mailbox.update",
    "POST /settings/mailbox/closure mailbox.end",
    "GET /mail/proposals/<id:proposal_id> proposals.show",
    "POST /mail/proposals/<id:proposal_id>/dismissal proposals.dismiss",
    "POST /mail/removals/<id:removal_id>/reversal proposals.reverse",
    "GET /mail/rejections/<id:rejection_id> saved_email.show_rejection",
    "GET /mail/notes/<id:note_id> saved_email.show_note",
    "GET /mail/offers/<id:offer_id> saved_email.show_offer",
    "GET /mail/feedback/<id:feedback_id> saved_email.show_feedback",
    "POST /mail/records records.create queueable:mail:/today",
    "POST /mail/rejections/<id:rejection_id>/reversal reversals.reverse_rejection",
    "POST /mail/rejections/<id:rejection_id>/words/reversal added_words.reverse_words",
    "POST /mail/notes/<id:note_id>/reversal reversals.reverse_note",
    "POST /mail/acknowledgements/<id:note_id>/reversal reversals.reverse_acknowledgement",
    "POST /mail/offers/<id:offer_id>/reversal reversals.reverse_offer",
    "POST /mail/feedback/<id:feedback_id>/reversal reversals.reverse_feedback",
    "POST /mail/interviews/<id:interview_id>/reversal reversals.reverse_interview",
    "POST /mail/refusals/<id:note_id>/reversal refusals.reverse",
    "POST /mail/interviews/<id:interview_id>/move/reversal interview_moves.reverse_move",
)

"""Files to take away, the calendar and the work-search log."""

from tracker.web.seldom import seldom

blueprint = seldom(
    __name__,
    "POST /work-search/activities activities.create",
    "GET /work-search/activities/<id:activity_id> activities.edit",
    "POST /work-search/activities/<id:activity_id> activities.update",
    "POST /work-search/activities/<id:activity_id>/removal activities.delete",
    "POST /work-search/activities/removals/<id:removal_id>/reversal activities.reverse",
    "GET /calendar calendar.index",
    "POST /calendar calendar.create",
    "POST /calendar/ending calendar.end",
    "GET /calendar/<token>.ics calendar.feed public",
    "GET /applications/<id:application_id>/interviews/<id:interview_id>.ics calendar.interview",
    "GET /exports exports.index",
    "GET /exports/new exports.new",
    "POST /exports exports.create",
    "GET /exports/<id:export_id> exports.show",
    "POST /exports/<id:export_id>/work exports.work",
    "GET /exports/<id:export_id>/progress exports.progress",
    "GET /exports/<id:export_id>/file exports.download",
    "POST /exports/<id:export_id>/deletion exports.delete",
    "GET /work-search work_search.index",
    "POST /work-search/preset work_search.choose",
    "POST /work-search/setting work_search.update",
    "POST /work-search/needs work_search.answer",
    "POST /work-search/setting/reversal work_search.reset",
    "GET /work-search/log.csv work_search.as_csv",
    "GET /work-search/log.pdf work_search.as_pdf",
)

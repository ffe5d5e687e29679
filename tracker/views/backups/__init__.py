"""Backups, for the keeper: what there is, one more, taking one away, bringing one back."""

from tracker.web.access import keeper_only
from tracker.web.seldom import seldom

blueprint = seldom(
    __name__,
    "GET /settings/backups backups.index",
    "POST /settings/backups backups.create",
    "GET /settings/backups/<name> backups.show",
    "POST /settings/backups/<name>/trial backups.try_one",
    "POST /settings/backups/<name>/file backups.download",
    "GET /settings/backups/<name>/restoration restoration.new",
    "POST /settings/backups/<name>/restoration restoration.create",
)
blueprint.before_request(keeper_only)

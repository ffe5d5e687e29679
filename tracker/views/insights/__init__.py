"""What works, in honest numbers."""

from tracker.web.seldom import seldom

blueprint = seldom(__name__, "GET /insights insights.index")

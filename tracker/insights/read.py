"""All that a span has to tell: read in few statements, however many applications there are."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy.orm import Session

from tracker.insights.asks import read_asks
from tracker.insights.changes import read_days_done, read_done, read_resumes
from tracker.insights.chart import Chart
from tracker.insights.charts import (
    asking,
    interviews,
    loops,
    replies,
    stages,
    themes,
    way,
    weeks,
    worked,
)
from tracker.insights.funnel import read_funnel, undated_noes
from tracker.insights.said import Said, read_themes
from tracker.insights.scope import Scope
from tracker.insights.stays import read_stays
from tracker.insights.survival import kaplan_meier
from tracker.insights.waiting import Beyond, read_beyond
from tracker.insights.ways import by_day, read_ways
from tracker.loop.next_step import SILENT_FOR
from tracker.models.user import User
from tracker.sharing.mask import Mask
from tracker.values.date_range import Span


class Insights(NamedTuple):
    """Charts in the order that tells the story, and what a page lists beside them."""

    charts: tuple[Chart, ...]
    waiting_beyond: Beyond
    """Applications that have waited longer than replies usually take."""
    themes: tuple[Said, ...]
    """What they keep saying, with the words themselves."""

    def chart(self, name: str) -> Chart:
        """The chart with this id."""
        return next(chart for chart in self.charts if chart.id == name)


def read_insights(
    session: Session, user: User, span: Span, now: datetime, mask: Mask | None = None
) -> Insights:
    """A mask hides names in what is listed and drawn; without one everything is named."""
    scope = Scope(session, user, span, now, mask or Mask(None, None))
    ways = read_ways(scope, user.quiet_days)
    replied = kaplan_meier(ways.waits)
    usual = replied.usual()
    said = read_themes(scope)
    resumes = read_resumes(scope)
    sent = dict(by_day(ways.sent))
    undated = sum(each.n for each in ways.sent if each.on is None)
    charts = (
        loops.chart(read_funnel(scope), undated_noes(scope)),
        way.chart(ways, scope.mask, user.quiet_days),
        weeks.chart(sent, read_days_done(scope), span, scope.today, user.first_weekday, undated),
        stages.chart(*read_stays(scope)),
        replies.chart(replied, ways.undated),
        interviews.chart(ways, resumes, scope.mask),
        themes.chart(said),
        asking.chart(read_asks(scope)),
        worked.chart(
            ways.sent, resumes, read_done(scope), scope.today, min(usual or SILENT_FOR, SILENT_FOR)
        ),
    )
    return Insights(charts, read_beyond(scope, usual), said.shown)

"""All that a span has to tell: read in few statements, however many applications there are."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy.orm import Session

from tracker.insights.charts import (
    asks,
    before_after,
    flows,
    interviews,
    loops,
    replies,
    stages,
    themes,
    weeks,
)
from tracker.insights.charts.chart import Chart
from tracker.insights.figures.asks import read_asks
from tracker.insights.figures.feedback_themes import ThemeMentions, read_themes
from tracker.insights.figures.flows import by_day, read_flows
from tracker.insights.figures.funnel import read_funnel, undated_noes
from tracker.insights.figures.overdue import Overdue, read_overdue
from tracker.insights.figures.resumes_and_actions import read_days_done, read_done, read_resumes
from tracker.insights.figures.scope import Scope
from tracker.insights.figures.survival import kaplan_meier
from tracker.insights.figures.time_in_stage import read_times_in_stage
from tracker.insights.figures.usual_reply_time import usual_silence
from tracker.models.user import User
from tracker.sharing.redaction import Redaction
from tracker.values.date_range import DateRange


class Insights(NamedTuple):
    """What a span has to tell, and what a page lists beside it."""

    charts: tuple[Chart, ...]
    """First what was learnt, then what they said and how long things take.

    The tall ones come late: on paper those before them fill the first sheet.
    """
    waiting_beyond: Overdue
    """The silent ones: they have waited longer than replies usually take."""
    themes: tuple[ThemeMentions, ...]
    """What they keep saying, with the words themselves."""

    def chart(self, name: str) -> Chart:
        """The chart with this id."""
        return next(chart for chart in self.charts if chart.id == name)


def read_insights(
    session: Session,
    user: User,
    span: DateRange,
    now: datetime,
    mask: Redaction | None = None,
    quiet_days: int | None = None,
) -> Insights:
    """A mask hides names in what is listed and drawn; without one everything is named.

    The usual silence is worked out where it is not known yet.
    """
    scope = Scope(session, user, span, now, mask or Redaction(None, None))
    quiet_days = quiet_days or usual_silence(session, user, now)
    ways = read_flows(scope, quiet_days)
    replied = kaplan_meier(ways.waits)
    said = read_themes(scope)
    resumes = read_resumes(scope)
    sent = dict(by_day(ways.sent))
    undated = sum(each.n for each in ways.sent if each.on is None)
    became = read_funnel(scope)
    charts = (  # the short ones, then the tall: so they fill two columns on paper
        loops.chart(became, undated_noes(scope)),
        flows.chart(ways, scope.mask, quiet_days, became.noes),
        themes.chart(said),
        replies.chart(replied, ways.undated),
        stages.chart(*read_times_in_stage(scope)),
        weeks.chart(sent, read_days_done(scope), span, scope.today, user.first_weekday, undated),
        interviews.chart(ways, resumes, scope.mask, quiet_days),
        asks.chart(read_asks(scope)),
        before_after.chart(ways.sent, resumes, read_done(scope), quiet_days),
    )
    return Insights(charts, read_overdue(scope, quiet_days), said.shown)

"""An application that a no led to; advice on open ones as part of their summary."""

from alembic import op

revision = "0014"
down_revision = "0013"

OPEN = "applications.stage IN ('applied', 'interview')"
ABOUT = """
    actions.dropped_at IS NULL AND actions.done_on IS NULL AND (
        actions.application_id = applications.id OR actions.id IN (
            SELECT action_points.action_id FROM action_points
            JOIN feedback_points ON feedback_points.id = action_points.point_id
            WHERE feedback_points.application_id = applications.id
        )
    )
"""
UNREAD = """
    SELECT count(*) FROM feedback
    WHERE feedback.application_id = applications.id AND feedback.specific IS NULL
    AND NOT EXISTS (SELECT 1 FROM feedback_points WHERE feedback_points.feedback_id = feedback.id)
"""
POINTS = """
    SELECT count(*) FROM feedback_points
    WHERE feedback_points.application_id = applications.id AND feedback_points.kind = 'improve'
    AND (feedback_points.agreed IS NULL OR feedback_points.agreed <> 'no')
    AND NOT EXISTS (
        SELECT 1 FROM action_points JOIN actions ON actions.id = action_points.action_id
        WHERE action_points.point_id = feedback_points.id AND actions.dropped_at IS NULL
    )
"""
BESIDE = """
    (EXISTS (SELECT 1 FROM feedback WHERE feedback.application_id = applications.id)
    OR EXISTS (
        SELECT 1 FROM feedback_points WHERE feedback_points.application_id = applications.id
    ) OR EXISTS (SELECT 1 FROM actions WHERE actions.application_id = applications.id))
"""
CALLED_AFTER_ALL = """
    EXISTS (
        SELECT 1 FROM stage_changes s WHERE s.application_id = applications.id
        AND s."before" NOT IN ('applied', 'interview') AND s."after" IN ('applied', 'interview')
        AND s.undoes_id IS NULL
        AND NOT EXISTS (SELECT 1 FROM stage_changes u WHERE u.undoes_id = s.id)
        AND s.recorded_at > {moment}
    )
"""
NO = f"""
    SELECT {{fact}} FROM rejections r WHERE r.application_id = applications.id
    AND NOT {CALLED_AFTER_ALL.format(moment="r.created_at")}
    ORDER BY r.created_at DESC, r.id DESC LIMIT 1
"""
DONE = f"""
    EXISTS (
        SELECT 1 FROM actions WHERE actions.dropped_at IS NULL AND actions.done_on IS NOT NULL AND (
            actions.application_id = applications.id OR actions.id IN (
                SELECT action_points.action_id FROM action_points
                JOIN feedback_points ON feedback_points.id = action_points.point_id
                WHERE feedback_points.application_id = applications.id
            )
        ) AND NOT {CALLED_AFTER_ALL.format(moment="actions.created_at")}
    )
"""
LONG_AGO = "2000-01-01 00:00:00.000000"


ENDED = f"({NO.format(fact='r.nothing_to_act_on_at')}) IS NOT NULL"
EVER = CALLED_AFTER_ALL.format(moment=f"'{LONG_AGO}'")
SUMMED_UP = (
    f"UPDATE applications SET feedback_unread = ({UNREAD}), points_open = ({POINTS}),"
    f" actions_open = (SELECT count(*) FROM actions WHERE {ABOUT}),"
    f" action_due_on = (SELECT min(actions.due_on) FROM actions WHERE {ABOUT}),"
    f" wake_at = '{LONG_AGO}'"
    f" WHERE {OPEN} AND {BESIDE}",
    f"UPDATE applications SET rejection_recorded = ({NO.format(fact='r.id')}) IS NOT NULL,"
    f""" rejection_on = ({NO.format(fact='r."on"')}),"""
    f" rest_until = ({NO.format(fact='r.rest_until')}),"
    f" loop_ended = NOT ({OPEN}) AND ({DONE} OR {ENDED}), wake_at = '{LONG_AGO}'"
    f" WHERE {EVER}",
)
"""Advice on what is open; a no from before they called after all, which counts no more.

When they wake is worked out at the next look.
"""


def upgrade() -> None:
    """Add in place, and sum up what old rows tell."""
    number = "INTEGER" if op.get_bind().dialect.name == "sqlite" else "BIGINT"
    op.execute(  # SQLite takes a foreign key along with a column that is empty
        f"ALTER TABLE applications ADD COLUMN came_from_id {number}"
        " CONSTRAINT fk_applications_came_from_id REFERENCES applications (id) ON DELETE SET NULL"
    )
    op.create_index("ix_applications_came_from_id", "applications", ["came_from_id"])
    for statement in SUMMED_UP:
        op.execute(statement)

"""The indexes by which applications are found: the board, Today, what is due, and figures."""

from sqlalchemy import Index, text

from tracker.models.lists import sort_orders


def application_indexes() -> list[Index]:
    """All of them, those of the orders of the list too."""
    return [
        Index(
            "ix_applications_board",
            "user_id",
            "stage",
            text("pinned DESC"),
            "position",
            "id",
            "archived_at",  # with these two counting needs the index alone
            "deleted_at",
            "source",  # so a board filtered by it is read from the index too
            sqlite_where=text("archived_at IS NULL AND deleted_at IS NULL"),  # see sort_orders.py
        ),
        Index("ix_applications_wake", "user_id", "wake_at"),
        Index(
            "ix_applications_today",
            "user_id",
            "today_place",
            "id",
            sqlite_where=text("today_place IS NOT NULL"),
        ),
        Index(
            "ix_applications_coming",
            "user_id",
            "next_interview_at",
            sqlite_where=text("next_interview_at IS NOT NULL"),
        ),
        Index("ix_applications_company", "user_id", "company"),
        Index(
            "ix_applications_binned",
            "user_id",
            "deleted_at",
            sqlite_where=text("deleted_at IS NOT NULL"),
        ),
        Index(
            "ix_applications_came_to",  # all that insights add up, so that they read no more
            "user_id",
            "applied_on",
            "resume_id",
            "interviewed",
            "source",
            "workplace",
            "stage",
            "stage_since",
            "outcome",
            "archived_at",
            "archived_on",
            "offer_open",
            "offer_received_on",
            "offer_decision",
            "rejection_recorded",
            "no_stands",
            "next_interview_at",
            "interviewed_on",
            "no_said",
            "no_on",
            "called_back",
            "called_on",
            "id",
            "deleted_at",
            sqlite_where=text("deleted_at IS NULL"),
        ),
        *sort_orders.indexes(),
    ]

"""A card that was moved, and the counts: what changed on the board."""

from flask import Response
from markupsafe import Markup

from tracker.clock import now
from tracker.extensions import db
from tracker.loop.stage import Stage
from tracker.models.application import Application
from tracker.models.reads.board import Board
from tracker.models.reads.board_cards import row_at_hand
from tracker.views.board import cards
from tracker.views.board.board import filters_of_page, moment_of
from tracker.web.access import me
from tracker.web.rendering import answer_with_partials


def render_moved_card(
    application: Application, toast: dict[str, object], status: int = 200
) -> Response:
    """The card and the counts as they are now, under what there is to say."""
    session, user, at, filters = db.session(), me(), now(), filters_of_page()
    moment = moment_of(session, user, filters, at)
    row = row_at_hand(application)
    return answer_with_partials(
        "board/answer_move.html",
        status=status,
        card=cards.present_card(row, at, user.zone) if application.live else None,
        stage=application.stage,
        columns=present_counts(Board(session, user.id, filters, moment=moment)),
        toast=toast,
    )


def present_counts(board: Board) -> list[cards.PresentedColumn]:
    """The columns with their counts alone."""
    counts = board.counts()
    return [
        cards.PresentedColumn(
            stage.value,
            stage.label,
            counts.get(stage, 0),
            f"{counts.get(stage, 0):,}",
            Markup(),
            None,
        )
        for stage in Stage
    ]

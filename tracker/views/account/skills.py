"""My skills, and the words for what excites me."""

from flask import Blueprint, Response
from flask.typing import ResponseReturnValue

from tracker.database import writing
from tracker.extensions import db
from tracker.models.changes.skills_and_sparks import (
    add_sparks,
    clear_skill_level,
    set_skill_level,
    spark_uses,
)
from tracker.models.skill import Skill, Spark
from tracker.values.formatting import shortened
from tracker.views.account.words_form import SkillsForm, SparksForm
from tracker.web.access import me, own
from tracker.web.rendering import page, see_other
from tracker.web.toasts import say

blueprint = Blueprint("skills", __name__)
TITLES = {"core": "Skills you have", "growing": "Skills you’re learning", "gap": "Skills to learn"}
MEANINGS = {
    "core": "What you do well, and can show.",
    "growing": "What you are learning, and not there yet.",
    "gap": "What they ask for and you don’t have yet.",
}


@blueprint.get("/skills")
def index() -> ResponseReturnValue:
    """All of them."""
    return render_words_page()


@blueprint.post("/skills")
def create() -> ResponseReturnValue:
    """More of one level."""
    form = SkillsForm()
    if not form.validate():
        return render_words_page(skills=form, status=422)
    with writing(me()) as session:
        set_skill_level(session, me().id, form.skills.data, form.level.data)
    say(f"Added to: {TITLES[form.level.data]}.")
    return see_other("/skills")


@blueprint.post("/skills/<id:skill_id>/deletion")
def delete(skill_id: int) -> ResponseReturnValue:
    """No skill of mine."""
    with writing(me()) as session:
        skill = own(Skill, skill_id, session)
        clear_skill_level(session, skill)
    say(f"{shortened(skill.name, 60)} is no longer among your skills.")
    return see_other("/skills")


@blueprint.post("/sparks")
def create_sparks() -> ResponseReturnValue:
    """More words."""
    form = SparksForm()
    if not form.validate():
        return render_words_page(sparks=form, status=422)
    with writing(me()) as session:
        add_sparks(session, me().id, form.sparks.data)
    say("Added to what excites you.")
    return see_other("/skills#sparks")


@blueprint.get("/sparks/<id:spark_id>/deletion")
def ask_about_spark(spark_id: int) -> ResponseReturnValue:
    """What would go with it."""
    spark = own(Spark, spark_id)
    uses = {each: count for each, _, count in spark_uses(db.session(), me().id)}.get(spark_id, 0)
    return page("account/skills/removal.html", spark=spark, uses=uses)


@blueprint.post("/sparks/<id:spark_id>/deletion")
def delete_spark(spark_id: int) -> ResponseReturnValue:
    """One word less, on the applications too."""
    with writing(me()) as session:
        spark = own(Spark, spark_id, session)
        session.delete(spark)
    say(f"{shortened(spark.name, 60)} is gone.")
    return see_other("/skills#sparks")


def render_words_page(
    skills: SkillsForm | None = None,
    sparks: SparksForm | None = None,
    status: int = 200,
) -> Response:
    """The page; a form that was refused stands where it was typed."""
    session, user = db.session(), me()
    mine = session.scalars(Skill.of(user.id).where(Skill.level.is_not(None))).all()
    return page(
        "account/skills/index.html",
        status=status,
        groups=[
            (level, label, MEANINGS[level], [each for each in mine if each.level == level])
            for level, label in TITLES.items()
        ],
        refused=skills,
        sparks=sparks or SparksForm(formdata=None),
        words=spark_uses(session, user.id),
    )

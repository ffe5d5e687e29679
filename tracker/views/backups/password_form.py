"""The password once more, before everybody's writing is handed out or replaced."""

from flask_wtf import FlaskForm
from wtforms import PasswordField

from tracker.database import writing
from tracker.extensions import db
from tracker.values import passwords
from tracker.web import rate_limit
from tracker.web.access import me
from tracker.web.fields.account import required, typed_text_of

WRONG = "That is not your password."
ACCOUNT = "password {}"
"""As guesses are counted where a password is changed."""


class PasswordAgainForm(FlaskForm):
    """Of whoever is signed in."""

    password = PasswordField(
        "Your password",
        [required("Type your password.")],
        render_kw={"autocomplete": "current-password"},
    )

    def fits(self) -> bool:
        """Whether it is right, checked as slowly as at a sign-in; says at the field what is not."""
        if not self.validate():
            return False
        user = me()
        rate_limit.check_limit(ACCOUNT.format(user.id))
        db.session.rollback()
        if not passwords.verify_password(user.password_hash, typed_text_of(self.password)):
            self.password.errors = [WRONG]
            return False
        with writing() as session:
            rate_limit.clear_guesses(session, ACCOUNT.format(user.id))
        return True

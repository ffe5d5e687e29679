"""The forms of accounts: setting up, signing in, one's own facts, members."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import Field, HiddenField, PasswordField, RadioField, SelectField, StringField
from wtforms.validators import ValidationError

from tracker.models.user import User, normal_email
from tracker.values.regions import city_of, country_name
from tracker.web.fields.account import (
    PASSWORD_HINT,
    base_address,
    cleaned,
    email,
    line,
    new_password,
    required,
    typed_text_of,
)
from tracker.web.fields.choice import choice
from tracker.web.fields.region import country_choices, state_choices, zone_choices
from tracker.web.network import is_loopback
from tracker.web.urls import own_port, parts_of

WEEKDAYS = [choice("0", "Monday"), choice("6", "Sunday"), choice("5", "Saturday")]
MORNINGS = [choice(str(hour), f"{hour} am" if hour < 12 else "12 noon") for hour in range(5, 13)]
LANGUAGES = [choice("en", "English"), choice("de", "German")]


class RegionForm(FlaskForm):
    """When and where a person is."""

    time_zone = SelectField("Time zone", default="Australia/Sydney")
    country = SelectField("Country", default="AU", render_kw={"autocomplete": "country"})
    state = SelectField("State or region")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.time_zone.choices = zone_choices()
        self.country.choices = country_choices()
        self.state.choices = state_choices()

    def validate_state(self, field: Field) -> None:
        """A state lies in its country."""
        if field.data and field.data.partition("-")[0] != self.country.data:
            raise ValidationError("That one is in another country.")

    @property
    def place(self) -> str:
        """Sydney, Australia."""
        zone = self.time_zone.data or ""
        names = ("" if zone == "UTC" else city_of(zone), country_name(self.country.data or ""))
        return ", ".join(dict.fromkeys(filter(None, names)))

    def region(self) -> dict[str, str]:
        """The facts as they are kept."""
        return {
            "time_zone": self.time_zone.data,
            "country": self.country.data,
            "state": (self.state.data or "").partition("-")[2],
        }


class SetupForm(RegionForm):
    """The keeper's account."""

    code = line(
        "Code",
        required("Type the code of the first start."),
        render_kw={
            "autocomplete": "one-time-code",
            "autocapitalize": "characters",
            "spellcheck": "false",
        },
    )
    name = line("Your name", render_kw={"autocomplete": "name"})
    email = email()
    password = new_password()
    password_hint = PASSWORD_HINT

    def person(self) -> tuple[str, str]:
        """Whom a password must not resemble."""
        return self.email.data or "", self.name.data or ""


class LoginForm(FlaskForm):
    """Signing in; `carried` brings along what was typed when the last sign-in had expired."""

    email = StringField(
        "Email",
        filters=[cleaned],
        render_kw={
            "type": "email",
            "autocomplete": "username",
            "autocapitalize": "none",
            "spellcheck": "false",
        },
    )
    password = PasswordField("Password", render_kw={"autocomplete": "current-password"})
    carried = HiddenField()


class ProfileForm(RegionForm):
    """One's own facts."""

    name = line("Name", render_kw={"autocomplete": "name"})
    email = email()
    first_weekday = RadioField("Weeks begin on", choices=WEEKDAYS)
    morning_hour = SelectField(
        "Morning begins at",
        choices=MORNINGS,
        description="A card that is paused until tomorrow comes back then.",
    )
    letter_language = RadioField("Language of letters", choices=LANGUAGES)

    @classmethod
    def of(cls, user: User) -> "ProfileForm":
        """The form as it stands for a person, or as it was just sent."""
        state = f"{user.country}-{user.state}" if user.state else ""
        return cls(
            data={**{name: getattr(user, name) for name in FACTS}, "state": state},
        )

    def facts(self) -> dict[str, Any]:
        """The facts as they are kept."""
        return {
            "name": self.name.data or "",
            "email": normal_email(typed_text_of(self.email)),
            "first_weekday": int(self.first_weekday.data),
            "morning_hour": int(self.morning_hour.data),
            "letter_language": self.letter_language.data,
            **self.region(),
        }


FACTS = (
    "name",
    "email",
    "time_zone",
    "country",
    "first_weekday",
    "morning_hour",
    "letter_language",
)


class NewPasswordForm(FlaskForm):
    """A password for somebody whose name and email are known."""

    password = new_password("New password")
    password_hint = PASSWORD_HINT

    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def person(self) -> tuple[str, str]:
        """Whom a password must not resemble."""
        return self.user.email, self.user.name


class PasswordForm(NewPasswordForm):
    """Changing one's password."""

    current_password = PasswordField(
        "Password now",
        [required("Type the password that you have now.")],
        render_kw={"autocomplete": "current-password"},
    )


class MemberForm(FlaskForm):
    """Somebody else's account."""

    name = line("Name", render_kw={"autocomplete": "off"})
    email = email(autocomplete="off")


class RemovalForm(FlaskForm):
    """Removing an account is confirmed by typing its email."""

    email = StringField(
        "Email", filters=[cleaned], render_kw={"autocomplete": "off", "autocapitalize": "none"}
    )


def opens_elsewhere(form: FlaskForm, field: Field) -> None:
    """An address that another device could open, too."""
    host = parts_of(field.data).hostname or ""
    if not field.errors and (is_loopback(host) or host in ("0.0.0.0", "::")):  # noqa: S104
        field.data = (field.raw_data or [""])[0]  # as it was typed
        raise ValidationError(
            "That opens only on Onward’s own computer. A phone needs another address."
        )


class AddressForm(FlaskForm):
    """The address that people use."""

    address = base_address(
        own_port,
        opens_elsewhere,
        description="What people type on their phones. Onward adds https:// to a name with a dot",
    )

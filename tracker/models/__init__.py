"""The nouns."""

from tracker.loop.outcome import Outcome
from tracker.loop.stage import Stage
from tracker.models.account_event import AccountEvent
from tracker.models.action import Action
from tracker.models.action_point import ActionPoint
from tracker.models.action_use import ActionUse
from tracker.models.activity import Activity
from tracker.models.application import Application
from tracker.models.attempt import Attempt
from tracker.models.base import Base
from tracker.models.check_in import CheckIn, OwnLine
from tracker.models.coach_note import CoachNote
from tracker.models.contact import ApplicationContact, Contact
from tracker.models.device import Device
from tracker.models.document import Document
from tracker.models.export import Export
from tracker.models.feedback import Feedback, FeedbackPoint, Theme
from tracker.models.import_row import ImportRow, KnownRow
from tracker.models.imports import Import, ImportFile
from tracker.models.interview import Interview
from tracker.models.lead import Lead
from tracker.models.many.bulk_change import BulkChange
from tracker.models.many.saved_view import SavedView
from tracker.models.messages.mailbox import Mailbox, MailProposal
from tracker.models.messages.reminder import Reminder
from tracker.models.messages.reminder_channel import ReminderChannel
from tracker.models.messages.reminder_delivery import ReminderDelivery
from tracker.models.messages.reminder_settings import ReminderSettings
from tracker.models.note import Note
from tracker.models.offer import Offer
from tracker.models.rejection import Rejection
from tracker.models.review import Review
from tracker.models.server.idempotency_key import IdempotencyKey
from tracker.models.server.setting import Setting, TaskRun
from tracker.models.share_link import CalendarFeed, ShareLink
from tracker.models.sign_in import FailedLogin, PasswordReset
from tracker.models.skill import (
    ApplicationSkill,
    ApplicationSpark,
    ApplicationTag,
    Skill,
    Spark,
    Tag,
)
from tracker.models.stage_change import StageChange
from tracker.models.step_back import StepBack
from tracker.models.story import PracticeRun, Story
from tracker.models.thought import Thought
from tracker.models.undo import Removal
from tracker.models.user import User
from tracker.models.way_in import Identity, Passkey, RecoveryCode, SecondStep

__all__ = [
    "AccountEvent",
    "Action",
    "ActionPoint",
    "ActionUse",
    "Activity",
    "Application",
    "ApplicationContact",
    "ApplicationSkill",
    "ApplicationSpark",
    "ApplicationTag",
    "Attempt",
    "Base",
    "BulkChange",
    "CalendarFeed",
    "CheckIn",
    "CoachNote",
    "Contact",
    "Device",
    "Document",
    "Export",
    "FailedLogin",
    "Feedback",
    "FeedbackPoint",
    "IdempotencyKey",
    "Identity",
    "Import",
    "ImportFile",
    "ImportRow",
    "Interview",
    "KnownRow",
    "Lead",
    "MailProposal",
    "Mailbox",
    "Note",
    "Offer",
    "Outcome",
    "OwnLine",
    "Passkey",
    "PasswordReset",
    "PracticeRun",
    "RecoveryCode",
    "Rejection",
    "Reminder",
    "ReminderChannel",
    "ReminderDelivery",
    "ReminderSettings",
    "Removal",
    "Review",
    "SavedView",
    "SecondStep",
    "Setting",
    "ShareLink",
    "Skill",
    "Spark",
    "Stage",
    "StageChange",
    "StepBack",
    "Story",
    "Tag",
    "TaskRun",
    "Theme",
    "Thought",
    "User",
]

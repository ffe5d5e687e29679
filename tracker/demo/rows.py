"""A made-up hunt as rows of the database."""

from hashlib import sha256
from typing import Any

from tracker.demo.hunt_facts import (
    MadeActivity,
    MadeContact,
    MadeDocument,
    MadeLead,
    MadeReview,
    MadeStepBack,
)

Row = dict[str, Any]


def document(made: MadeDocument) -> Row:
    return {
        "kind": made.kind,
        "label": made.label,
        "filename": made.filename,
        "media_type": made.media_type,
        "size": len(made.content),
        "sha256": sha256(made.content).hexdigest(),
        "content": made.content,
        "created_at": made.at,
    }


def contact(made: MadeContact) -> Row:
    return {
        "name": made.name,
        "title": made.title,
        "company": made.company,
        "email": made.email,
        "phone": made.phone,
        "notes": made.notes,
        "created_at": made.at,
    }


def lead(made: MadeLead) -> Row:
    return {
        "company": made.company,
        "role": made.role,
        "location": made.location,
        "source": made.source,
        "link": made.link,
        "posting": made.posting,
        "pay_text": made.pay_text,
        "notes": made.notes,
        "closes_on": made.closes_on,
        "excitement": made.excitement,
        "skills": ", ".join(made.skills),
        "sparks": ", ".join(made.sparks),
        "created_at": made.at,
    }


def activity(made: MadeActivity) -> Row:
    return {
        "on": made.on,
        "kind": made.kind,
        "what": made.what,
        "with_whom": made.with_whom,
        "minutes": made.minutes,
        "result": made.result,
        "created_at": made.at,
    }


def review(made: MadeReview) -> Row:
    return {
        "subject": made.subject,
        "by": made.by,
        "asked_on": made.asked_on,
        "on": made.on,
        "said": made.said,
        "created_at": made.at,
    }


def step_back(made: MadeStepBack) -> Row:
    return {
        "started_at": made.begun,
        "ended_at": made.ended,
        "fit": made.fit,
        "themes": made.themes,
        "sources": made.sources,
    }

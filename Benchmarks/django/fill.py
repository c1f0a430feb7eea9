"""Fills the peer's database with one case and prints the cookie of somebody who is signed in.

    fill.py PAPERS.json HOLIDAYS.json REFERENCE TITLE RECEIVED
"""

import datetime
import json
import sys

import casepage
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.models import User
from django.contrib.sessions.backends.db import SessionStore
from django.core.management import call_command
from django.db import connection

papers, holidays = (json.load(open(path)) for path in sys.argv[1:3])
reference, title, received = sys.argv[3:]
decision, report, limbs = papers["decision"], papers["report"], papers["limbs"]



def chain(harm):
    """The questions about harm, each with its address and the answer that is recorded."""
    shown = "; ".join(f"{e['says']} ({e['source']}, {e.get('date')})" for e in harm["evidence"])
    return [
        ["interest", "What does the exemption protect here?", harm["interest"]],
        ["shows", "What would disclosure show that is not known now?", harm["shows"]],
        ["use", "Who could use it, and how?", f"{harm['who']}. {harm['how']}"],
        ["follows", "What would follow?", harm["follows"]],
        ["evidence", "What shows that?", shown],
        ["likelihood", "How likely is it?", harm["likelihoodReason"]],
        ["severity", "How severe would it be, and for how long?", f"{harm['extent']}. {harm['lasts']}"],
    ]


call_command("migrate", verbosity=0)
with connection.schema_editor() as editor:
    for model in casepage.MODELS:
        editor.create_model(model)

casepage.Authority.objects.create(name=decision["authority"]["name"])
casepage.Holiday.objects.bulk_create(
    casepage.Holiday(day=datetime.date.fromisoformat(day)) for day in holidays
)
cumulative = decision.get("cumulative") or {}
case = casepage.Case.objects.create(
    reference=reference, title=title, received=received, state="open", version=1,
    advice=decision["advice"], cumulative=cumulative.get("outcome", ""),
    cumulative_reasons=cumulative.get("reasons", ""),
)
steps = [
    "Register the request", "Record what is held", "Describe the items", "Rely on exemptions",
    "Evidence the harm", "Weigh the public interest", "Look for less than a refusal",
    "Check the letter", "Approve by a second person", "Issue the letter",
]
for index, name in enumerate(steps):
    case.steps.create(
        name=name, progress="done" if index < 7 else "current" if index == 7 else "to do"
    )
for question in decision["questions"]:
    holding = question.get("holding") or {}
    case.questions.create(
        key=question["id"], text=question["text"], answer=holding.get("answer", ""),
        explanation=holding.get("explanation", ""), searches=holding.get("searches", []),
    )
items = {
    item["id"]: case.items.create(
        key=item["id"], kind=item["kind"], description=item["description"],
        outcome=item.get("outcome") or "",
    )
    for item in decision["items"]
}
for entry in decision["reliances"]:
    limb, harm = limbs[entry["limb"]], entry["harm"]
    reliance = case.reliances.create(
        key=entry["id"], cite=limb["cite"], title=limb["title"],
        asks_for_harm=limb["asksForHarm"], needs_balance=limb["needsBalance"],
        reason=entry["reason"], chain=chain(harm),
        on_file=[[papers["evidence"][key], where] for key, where in entry["onFile"].items()],
        likelihood=harm.get("likelihood") or "", severity=harm.get("severity") or "",
        evidence=len(harm["evidence"]), outcome=(entry.get("balance") or {}).get("outcome", ""),
    )
    reliance.items.set([items[key] for key in entry["items"]])
    for factor in entry["factors"]:
        reliance.factors.create(side=factor["side"], words=factor["words"])
for alternative in decision["alternatives"]:
    case.alternatives.create(**{key: alternative[key] for key in ("form", "outcome", "words")})
for finding in report["findings"]:
    keys = ("severity", "message", "fix", "citation", "rule")
    case.findings.create(**{key: finding[key] for key in keys})
for question in report["questions"]:
    case.judgements.create(
        question=question["question"], rule=question["rule"], limb=question.get("limb") or ""
    )

user = User.objects.create_user("officer@authority.example", first_name="Robin Vale")
session = SessionStore()
session[SESSION_KEY] = str(user.pk)
session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
session[HASH_SESSION_KEY] = user.get_session_auth_hash()
session.create()
print(f"sessionid={session.session_key}")

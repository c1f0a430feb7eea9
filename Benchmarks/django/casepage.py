"""A case page as a Django application would serve it: rows in SQLite, a session, one template.

The same headings, facts, links and forms as Steelyard's case page. The findings of scrutiny are rows
that were filled in beforehand. With CASEPAGE_KEEPS=yes each process keeps what it read until the version
of the case moves on, as Steelyard does.
"""

import datetime
import functools
import itertools
import os
import pathlib

import django
from django.conf import settings

HERE = pathlib.Path(__file__).resolve().parent

settings.configure(
    DEBUG=False,
    SECRET_KEY="for the benchmark alone",
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF=__name__,
    INSTALLED_APPS=[
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "django.contrib.sessions",
        __name__,
    ],
    MIDDLEWARE=[
        "django.middleware.security.SecurityMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
    ],
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": os.environ["CASEPAGE_DATABASE"],
            "CONN_MAX_AGE": None,
            "OPTIONS": {"init_command": "PRAGMA journal_mode = WAL;"},
        }
    },
    TEMPLATES=[
        {"BACKEND": "django.template.backends.django.DjangoTemplates", "DIRS": [HERE]}
    ],
    LOGIN_URL="/sign-in",
    USE_TZ=True,
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
)
django.setup()

from django.contrib.auth.decorators import login_required  # noqa: E402
from django.core.handlers.wsgi import WSGIHandler  # noqa: E402
from django.db import models  # noqa: E402
from django.shortcuts import get_object_or_404, render  # noqa: E402
from django.urls import path  # noqa: E402


class Row(models.Model):
    class Meta:
        abstract = True
        app_label = __name__
        ordering = ["id"]


class Authority(Row):
    name = models.TextField()


class Holiday(Row):
    day = models.DateField(unique=True)


class Case(Row):
    reference = models.TextField(unique=True)
    title = models.TextField()
    received = models.DateField()
    state = models.TextField()
    version = models.IntegerField()
    advice = models.TextField()
    cumulative = models.TextField()
    cumulative_reasons = models.TextField()


class Step(Row):
    case = models.ForeignKey(Case, models.CASCADE, related_name="steps")
    name = models.TextField()
    progress = models.TextField()


class Question(Row):
    case = models.ForeignKey(Case, models.CASCADE, related_name="questions")
    key = models.TextField()
    text = models.TextField()
    answer = models.TextField()
    explanation = models.TextField()
    searches = models.JSONField()


class Item(Row):
    case = models.ForeignKey(Case, models.CASCADE, related_name="items")
    key = models.TextField()
    kind = models.TextField()
    description = models.TextField()
    outcome = models.TextField()


class Reliance(Row):
    case = models.ForeignKey(Case, models.CASCADE, related_name="reliances")
    items = models.ManyToManyField(Item, related_name="reliances")
    key = models.TextField()
    cite = models.TextField()
    title = models.TextField()
    asks_for_harm = models.BooleanField()
    needs_balance = models.BooleanField()
    reason = models.TextField()
    likelihood = models.TextField()
    severity = models.TextField()
    evidence = models.IntegerField()
    chain = models.JSONField()
    on_file = models.JSONField()
    outcome = models.TextField()


class Factor(Row):
    reliance = models.ForeignKey(Reliance, models.CASCADE, related_name="factors")
    side = models.TextField()
    words = models.TextField()


class Alternative(Row):
    case = models.ForeignKey(Case, models.CASCADE, related_name="alternatives")
    form = models.TextField()
    outcome = models.TextField()
    words = models.TextField()


class Finding(Row):
    case = models.ForeignKey(Case, models.CASCADE, related_name="findings")
    severity = models.TextField()
    message = models.TextField()
    fix = models.TextField()
    citation = models.TextField()
    rule = models.TextField()


class Judgement(Row):
    case = models.ForeignKey(Case, models.CASCADE, related_name="judgements")
    question = models.TextField()
    rule = models.TextField()
    limb = models.TextField()


MODELS = [
    Authority, Holiday, Case, Step, Question, Item, Reliance, Factor, Alternative, Finding, Judgement,
]
FORMS = [
    "totals", "ranges", "older information", "names without versions", "part of the information",
    "release at a later date",
]
SEVERITIES = ["unlawful", "bad practice", "style"]
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
}
ONE = datetime.timedelta(days=1)


@functools.cache
def holidays():
    """Read once by each process, as Steelyard reads its statute book once."""
    return frozenset(Holiday.objects.values_list("day", flat=True))


def working_days(start):
    """The working days after a day, without end."""
    day = start
    while True:
        day += ONE
        if day.weekday() < 5 and day not in holidays():
            yield day


def clock(case):
    """The due date, the days left or late, and the number of the working day that today is."""
    today = datetime.date.today()
    days = working_days(case.received)
    counted = [next(days) for _ in range(20)]
    due = counted[-1]
    first, last = sorted([today, due])
    between = itertools.takewhile(lambda day: day <= last, working_days(first))
    return {
        "due": due,
        "late": today > due,
        "left": sum(1 for _ in between),
        "number": sum(day <= today for day in counted),
    }


def facts(case):
    """Everything that the page shows of a case, read from its rows."""
    reliances = list(case.reliances.prefetch_related("factors", "items"))
    for reliance in reliances:
        sides = [factor.side for factor in reliance.factors.all()]
        reliance.disclosing = sides.count("disclose")
        reliance.maintaining = sides.count("maintain")
    considered = {entry.form: entry for entry in case.alternatives.all()}
    findings = list(case.findings.all())
    return {
        "authority": Authority.objects.get().name,
        "case": case,
        "steps": list(case.steps.all()),
        "questions": list(case.questions.all()),
        "items": list(case.items.prefetch_related("reliances")),
        "reliances": reliances,
        "alternatives": [(form, considered.get(form)) for form in FORMS],
        "findings": findings,
        "counts": [
            (severity, sum(finding.severity == severity for finding in findings))
            for severity in SEVERITIES
        ],
        "judgements": list(case.judgements.all()),
    }


KEEPS = os.environ.get("CASEPAGE_KEEPS") == "yes"
kept = {}


@login_required
def case_page(request, reference):
    case = get_object_or_404(Case, reference=reference)
    if not KEEPS:
        shown = facts(case)
    elif reference in kept and kept[reference][0] == case.version:
        shown = kept[reference][1]
    else:
        shown = facts(case)
        kept[reference] = (case.version, shown)
    response = render(
        request,
        "case.html",
        {**shown, "clock": clock(case), "person": request.user.first_name},
    )
    for name, value in HEADERS.items():
        response.headers[name] = value
    return response


urlpatterns = [path("cases/<str:reference>", case_page)]
application = WSGIHandler()

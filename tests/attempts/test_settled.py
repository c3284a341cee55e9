"""What pages settle once for all: their texts, their addresses, what is the same for everybody."""

import re

import pytest
from flask.templating import Environment
from jinja2 import DictLoader
from markupsafe import Markup

from quizapp import db
from quizapp.articles import service as articles
from quizapp.articles.models import Article, ArticleVersion
from quizapp.quizzes import queries as quizzes
from quizapp.web.addresses import Addresses
from quizapp.web.templates import Templates, templates
from tests.build import SENTENCE, signed_in
from tests.house import begin, fill

BESIDE = "Secondo il ministro"


@pytest.fixture
def first(app, town, session):
    """A student, and the address of a first question under a time limit."""
    with db.writing(session) as write:
        given = quizzes.by_public_id(write, town.immediate).assignment
        given.time_limit_s, given.article_open = 1800, True
    ada = signed_in(app, town.ada)
    return ada, begin(ada, town.immediate) + "/1"


@pytest.mark.parametrize(("language", "words"), [("it", "Restano 5 minuti"), ("en", "5 minutes left")])
def test_what_is_said_later_is_in_the_language_of_the_page_however_early_the_page_was_compiled(
    app, first, language, words
):
    ada, place = first
    for each in ("it", "en"):
        templates(app).load_all(each)  # as a server does, without any request
    page = ada.get(place, headers={"Accept-Language": language}).text
    assert f'data-at-300="{words}"' in page


def test_an_application_below_the_root_of_its_host_says_so_in_every_address(first):
    ada, place = first
    ada.get(place)
    page = ada.get(place, environ_overrides={"SCRIPT_NAME": "/quiz"}).text
    found = re.findall(r'(?:href|src|action)="(/[^"]*)"', page)
    assert len(found) > 10
    assert [each for each in found if not each.startswith("/quiz/")] == []


def test_addresses_in_pieces_are_those_that_the_routes_build(app):
    routes = Addresses(app.url_map)
    made = {"attempt": "a b/c?d", "n": 7}
    pieces = routes.pieces("attempts.outcome", ("attempt", "n"))
    in_path = app.jinja_env.filters["in_path"]
    assert "".join(in_path(made[name]) if name else text for text, name in pieces) == routes.of(
        "attempts.outcome", **made
    )
    asked = routes.pieces("home.reading", ("next",))
    in_query = app.jinja_env.filters["in_query"]
    place = "/q/a b/1?x=1&y=+é"
    assert "".join(in_query(place) if name else text for text, name in asked) == routes.of("home.reading", next=place)
    assert routes.pieces("no.such", ("n",)) is None


PIECES = """
{{ _('Question %(number)s of %(size)s', number=n, size=hostile) }}|{{ hostile ~ safe }}|{{ hostile }}|{{ safe }}|{{ n }}
{% macro said(x) %}<b title="{{ x }}">{{ x ~ safe }}</b>{% endmacro %}{{ said(hostile) }}|{{ said(safe)|length }}
{{ url_for('attempts.question', attempt=hostile, n=n) }}|{{ url_for('home.reading', next=none) }}
{{ url_for('home.reading', next=url_for('attempts.question', attempt=hostile, n=n)) }}
{{ url_for('attempts.question', attempt=hostile, n=n, _anchor='s%s' % n) }}|{{ url_for('home.reading', _anchor='s') }}
{{ url_for('home.reading', next='/' ~ n, _anchor='s' ~ n) }}|{{ url_for('home.reading', _external=true) }}
{% for each in (0, 1, 2, 21) %}{{ ngettext('%(num)s question left', '%(num)s questions left', each) }}
{{ ngettext('%(num)s right answer out of %(size)s', '%(num)s right answers out of %(size)s', each, size=hostile) }}
{% endfor %}
{{ none }}|{{ [hostile] }}|{{ 1.5 }}"""


def test_a_page_in_pieces_says_what_jinja_would(app):
    values = {"hostile": "<a href='x'>&\"</a>", "safe": Markup("<i>&amp;</i>"), "n": 7}
    ours = Templates(app, loader=DictLoader({"a.html": PIECES}), autoescape=True)
    plain = Environment(app, loader=DictLoader({"a.html": PIECES}), autoescape=True)
    with app.test_request_context("/", headers={"Accept-Language": "en"}):
        for each in (ours, plain):
            each.globals |= app.jinja_env.globals
            each.filters |= app.jinja_env.filters
        found = ours.get_template("a.html").render(values)
        assert found == plain.get_template("a.html").render(values)
    assert type(found) is str
    assert "<a" not in found


MACROS = (
    "{% macro pair(a, b='<b>', c=a) %}({{ a }}|{{ b }}|{{ c }}){% endmacro %}"
    "{% macro round(a) %}[{{ a }}{{ caller() }}]{% endmacro %}"
    "{% macro more(a) %}{{ a }}{{ varargs }}{% endmacro %}"
    "{% macro named(a) %}{{ a }}{{ kwargs }}{% endmacro %}"
)


@pytest.mark.parametrize(
    "called",
    [
        "{{ pair('<x>') }}",
        "{{ pair('<x>', 'y', 'z') }}",
        "{{ pair('x', c='<z>') }}",
        "{{ pair(c=1, a=2) }}",
        "{{ pair() }}",
        "{% for n in [1, 2] %}{{ pair(n, c=n)|upper }}{% endfor %}",
        "{% set kept = pair('<x>') %}{{ kept }}{{ pair(kept) }}",
        "{% call round('<x>') %}<i>{% endcall %}",
        "{{ more(1, 2, '<x>') }}{{ more(1) }}",
        "{{ named(1, z='<x>') }}{{ named(1) }}",
        "{{ pair('<x>') is escaped }}{% autoescape false %}{{ pair('<x>') is escaped }}{% endautoescape %}",
        "{{ pair(1, 2, 3, 4) }}",
        "{{ pair(1, d=4) }}",
        "{{ pair(1, a=4) }}",
    ],
)
def test_a_macro_says_what_it_would_in_jinja_or_refuses_as_it_does_there(app, called):
    def said(kind):
        try:
            return (
                kind(app, loader=DictLoader({"a.html": MACROS + called}), autoescape=True)
                .get_template("a.html")
                .render()
            )
        except TypeError as error:
            return str(error)

    with app.test_request_context("/"):
        assert said(Templates) == said(Environment) != ""


def test_a_text_that_was_given_up_is_shown_no_more_and_a_corrected_title_at_once(app, first, town, session):
    ada, place = first
    assert BESIDE in ada.get(place).text
    outcome = ada.post(place, data=fill(ada.get(place).text)).headers["Location"]
    with db.writing(session) as write:
        version = write.query(ArticleVersion).one()
        version.title = "Un altro titolo"
    assert "Un altro titolo" in ada.get(outcome).text
    assert BESIDE in ada.get(place.replace("/1", "/2")).text
    with db.writing(session) as write:
        articles.purge_text(write, write.query(Article).one().id)
    assert BESIDE not in ada.get(place.replace("/1", "/2")).text
    assert SENTENCE in ada.get(outcome).text

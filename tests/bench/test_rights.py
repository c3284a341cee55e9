"""No text of an article reaches anybody but its owner and, where rights and licence allow it, her own class."""

import datetime
import re

import pytest
from sqlalchemy import select

from quizapp import db
from quizapp.accounts import service as people
from quizapp.articles.models import ArticleVersion
from quizapp.articles.service import purge_due
from quizapp.banks.models import Bank
from quizapp.banks.queries import SCHOOL, bank_by_public_id, whole_bank
from quizapp.bench.models import Draft
from quizapp.classes.queries import by_public_id
from quizapp.classes.service import add_member, make_class
from quizapp.core.sharing import LONGEST_QUOTE, shared
from quizapp.formats.bankfile import write_bank
from tests.bench.paper import WHOLE, bring
from tests.build import NOW, signed_in
from tests.house import NEWS, begin, fill

CANARY = "La Federal Reserve potrebbe lasciare i tassi invariati"
"""Words of the article on which the accepted question does not stand."""
SETTINGS = {
    "full": ({"rights": "full"}, True),
    "sentence": ({"rights": "sentence"}, False),
    "full, licence unknown": ({"rights": "full", "licence": "", "unknown": "licence"}, False),
}


class Given:
    """An article of Giulia's with one accepted question, in a bank her colleagues may use, given to two classes."""

    def __init__(self, app, session, town, said):
        self.app, self.session, self.town = app, session, town
        self.giulia = signed_in(app, town.giulia)
        self.bench = bring(self.giulia, **{**WHOLE, **said})
        gap = next(each for each in session.scalars(select(Draft)) if each.family == "gap-percent")
        self.bench.decide(f"/drafts/{gap.public_id}", "accept")
        with db.writing(session) as write:
            hers = select(Bank).where(Bank.owner_id == town.giulia, Bank.article_id.is_not(None))
            bank = write.scalars(hers.order_by(Bank.id.desc())).first()
            bank.visible = SCHOOL
            self.bank = bank.public_id
            other = make_class(
                write, bank.school_id, name="4ªC", subject="", timezone="Europe/Rome", teacher_id=town.marco, now=NOW
            )
            person, _ = people.make_person(
                write, bank.school_id, name="Carla", sign_in_name="carla", role=people.Role.STUDENT, now=NOW
            )
            add_member(write, other, person, NOW)
            self.carla, self.other = person.id, other.public_id

    def give(self, teacher, school_class):
        """Make a quiz of the bank and give it to a class; the attempt's assignment."""
        page = teacher.get(f"/banks/{self.bank}/quiz").text
        items = re.findall(r'name="items" value="(\d+)"', page)
        quiz = teacher.post(f"/banks/{self.bank}/quiz", data={"title": "Tassi", "items": items}).headers["Location"]
        form = {"school_class": school_class, "feedback": "immediate", "grade_rule": "first", "article_open": "y"}
        assert teacher.post(f"{quiz}/assign", data=form).status_code == 303
        return quiz

    def seen_by(self, student_id):
        """Every page that a student meets on the way through the quiz, the article included."""
        student = signed_in(self.app, student_id)
        start = re.search(r'action="/assignments/(\w+)/start"', student.get("/").text)
        attempt = begin(student, start[1])
        pages = [student.get(f"{attempt}/1").text]
        student.post(f"{attempt}/1", data=fill(pages[0]))
        pages += [student.get(f"{attempt}/{end}").text for end in ("1/outcome", "results")]
        return [*pages, student.get(f"/articles/{self.bench.article}").text]


@pytest.fixture(params=SETTINGS)
def setting(request, app, session, town):
    said, opened = SETTINGS[request.param]
    return Given(app, session, town, said), opened


def test_her_own_class_reads_the_text_only_where_rights_and_licence_allow_it(setting, town):
    given, opened = setting
    given.give(given.giulia, town.school_class)
    leaked = [CANARY in page for page in given.seen_by(town.ada)]
    assert any(leaked) == opened


def test_a_colleague_her_class_and_the_admin_never_see_the_text(setting, town):
    given, _opened = setting
    marco = signed_in(given.app, town.marco)
    quiz = given.give(marco, given.other)
    pages = given.seen_by(given.carla)
    item = re.search(r'href="(/items/\w+)"', marco.get(f"/banks/{given.bank}").text)[1]
    for teacher in (marco, signed_in(given.app, town.admin)):
        addresses = [
            f"/articles/{given.bench.article}", f"/banks/{given.bank}", f"/banks/{given.bank}/quiz", item,
            f"{item}/edit", quiz, f"{quiz}/edit", f"{quiz}/preview", "/items", "/approvals", "/articles", "/families",
        ]  # fmt: skip
        pages += [teacher.get(address).text for address in addresses]
    results = re.search(r"/assignments/(\w+)/results", marco.get("/").text)[1]
    pages += [marco.get(f"/assignments/{results}/{end}").text for end in ("results", "results.csv", "questions/1")]
    assert not [page for page in pages if CANARY in page]


def test_nothing_of_an_article_may_be_indexed_or_stored(setting):
    given, _opened = setting
    answer = given.giulia.get(given.bench.address)
    assert 'name="robots" content="noindex"' in answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    assert given.app.test_client().get(given.bench.address).status_code == 303


def test_a_shared_bank_carries_its_address_but_no_text_and_no_long_quote(setting, session):
    given, _opened = setting
    session.rollback()
    bank = shared(whole_bank(session, bank_by_public_id(session, given.bank)))
    written = write_bank(bank)
    assert bank.article.text is None
    assert "https://giornale.example/tassi" in written
    assert sum(line.strip() in written for line in NEWS.splitlines() if line.strip()) == 0
    spans = [span for item in bank.items for span in item.spans] + [fact.span for fact in bank.facts]
    assert spans
    assert all(len(span.quote) <= LONGEST_QUOTE and NEWS[span.start : span.end] == span.quote for span in spans)


def test_a_long_quote_is_shortened_to_a_word_with_its_own_offsets(session, town):
    from dataclasses import replace

    from quizapp.core.sharing import shortened
    from quizapp.core.spans import Span

    quote = "parola " * 60
    found = shortened(Span(7, 7 + len(quote), quote))
    assert (found.start, found.end) == (7, 7 + len(found.quote))
    assert len(found.quote) <= LONGEST_QUOTE
    assert found.quote.endswith("parola")
    assert shortened(found) == found
    whole = replace(found, quote="x" * 400, end=407)
    assert len(shortened(whole).quote) == LONGEST_QUOTE


def test_the_text_goes_on_its_day_and_questions_keep_their_sentence(app, session, town):
    given = Given(app, session, town, {"purge_on": "2027-01-01"})
    for day, gone in ((datetime.date(2026, 12, 31), 0), (datetime.date(2027, 1, 1), 1), (datetime.date(2027, 1, 2), 0)):
        with db.writing(session) as write:
            assert purge_due(write, day) == gone
    version = session.scalars(select(ArticleVersion).where(ArticleVersion.url != "unknown")).one()
    assert version.text is None
    page = given.bench.page()
    assert CANARY not in re.sub(r"<article.*?</article>", "", page, flags=re.DOTALL)
    assert "Il testo è stato cancellato" in page
    bank = whole_bank(session, bank_by_public_id(session, given.bank))
    assert bank.items[0].spans[0].quote in NEWS


def test_her_class_is_the_one_she_teaches(app, session, town):
    given = Given(app, session, town, {"rights": "full"})
    assert by_public_id(session, given.other) is not None
    given.give(given.giulia, town.school_class)
    assert signed_in(app, given.carla).get(f"/articles/{given.bench.article}").status_code == 404

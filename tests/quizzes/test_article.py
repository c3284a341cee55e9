"""The page of an article."""

import datetime
from dataclasses import replace

from quizapp import db
from quizapp.accounts.queries import school
from quizapp.articles.models import Article
from quizapp.banks import queries as banks
from quizapp.banks.service import sync_bank
from quizapp.core.items import Source
from tests.build import NOW, make_bank, signed_in

SOURCES = (
    Source("Il comunicato", "Ministero"),
    Source("Il testo", "Depositario", datetime.date(2024, 3, 3), "https://example.org/testo"),
)


def test_a_source_is_told_with_as_much_as_is_known_of_it(app, town, session):
    bank = make_bank(id="it/fonti")
    with db.writing(session) as write:
        at = school(write).id
        sync_bank(write, replace(bank, article=replace(bank.article, sources=SOURCES)), school_id=at, now=NOW)
        article = write.get_one(Article, banks.bank_by_slug(write, at, "it/fonti").article_id).public_id
    page = signed_in(app, town.giulia).get(f"/articles/{article}")
    assert page.status_code == 200
    assert "Il comunicato, Ministero<" in page.text
    assert 'href="https://example.org/testo"' in page.text
    assert "3 marzo 2024" in page.text

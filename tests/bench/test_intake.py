"""Pasting, uploading and saying where an article comes from."""

import io

import pytest
from sqlalchemy import select

from quizapp.articles.models import Article, ArticleVersion
from quizapp.bench import article_views, service
from quizapp.bench.models import Draft, Drafting
from quizapp.core.spans import sha256_of
from quizapp.intake.fetch import FetchRefused
from tests.bench.paper import WHOLE, bring
from tests.build import signed_in
from tests.house import NEWS


@pytest.fixture
def giulia(app, town):
    return signed_in(app, town.giulia)


def version(session):
    session.rollback()
    return session.scalars(select(ArticleVersion).order_by(ArticleVersion.id.desc())).first()


def test_a_pasted_text_is_kept_to_the_letter_with_its_facts_and_drafts(giulia, session):
    bench = bring(giulia, **WHOLE)
    kept = version(session)
    assert kept.text == NEWS
    assert kept.sha256 == sha256_of(NEWS)
    assert (kept.title, kept.outlet, str(kept.published)) == ("Tassi giù", "Il Quotidiano di Prova", "2026-06-11")
    page = bench.page()
    assert len(bench.drafts()) == len(session.scalars(select(Draft)).all()) > 20
    for kind in ("s--fact", "s--claim", "s--forecast"):
        assert kind in page
    assert "frasi scartate, e perché" in page


def test_what_takes_long_is_done_before_others_wait(giulia, monkeypatch):
    order = []
    drafting, drafted = service.take_in, service.draft_article
    monkeypatch.setattr(article_views, "warm", order.append)
    monkeypatch.setattr(service, "take_in", lambda *given: order.append("transaction") or drafting(*given))
    monkeypatch.setattr(
        service, "draft_article", lambda *given, **more: order.append("drafts") or drafted(*given, **more)
    )
    bench = bring(giulia, **WHOLE)
    assert order == ["it", "drafts", "transaction"]
    order.clear()
    said = {**WHOLE, "title": "Un altro titolo"}
    saying = service.say
    monkeypatch.setattr(service, "say", lambda *given: order.append("transaction") or saying(*given))
    assert bench.client.post(f"{bench.address.removesuffix('/drafts')}/provenance", data=said).status_code == 303
    assert order == ["it", "drafts", "transaction"]


def test_nothing_is_drafted_again_where_title_and_day_stay_unknown(giulia, monkeypatch):
    said = {**WHOLE, "title": "", "published": "", "unknown": ["title", "published"]}
    bench = bring(giulia, **said)
    drafted, draft_article = [], service.draft_article
    monkeypatch.setattr(
        service, "draft_article", lambda *given, **how: drafted.append(1) or draft_article(*given, **how)
    )
    place = f"{bench.address.removesuffix('/drafts')}/provenance"
    assert giulia.post(place, data={**said, "outlet": "Un altro"}).status_code == 303
    assert drafted == []
    assert giulia.post(place, data={**said, "title": "Tassi giù", "unknown": ["published"]}).status_code == 303
    assert drafted == [1]


def test_the_same_text_twice_opens_the_first(giulia, session):
    first = bring(giulia, **WHOLE)
    again = giulia.post("/articles", data={"text": NEWS.replace("\n", "\r\n")})
    assert again.headers["Location"] == first.address
    assert len(session.scalars(select(Drafting)).all()) == 1
    assert "Hai già questo testo" in first.page()


def test_a_colleague_with_the_same_text_gets_an_article_of_her_own(app, town, giulia):
    first = bring(giulia)
    second = bring(signed_in(app, town.marco))
    assert first.address != second.address
    assert second.client.get(first.address).status_code == 404


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("notizia.txt", NEWS.encode()),
        (
            "notizia.html",
            f"<html><body><article><p>{NEWS.replace(chr(10) * 2, '</p><p>')}</p></article></body></html>".encode(),
        ),
    ],
)
def test_a_file_is_read_like_a_pasted_text(giulia, session, name, data):
    answer = giulia.post("/articles", data={"file": (io.BytesIO(data), name)}, content_type="multipart/form-data")
    assert answer.status_code == 303
    assert "Banca centrale europea" in version(session).text


def test_a_file_larger_than_a_form_may_be_is_taken_from_teachers_alone(app, town, giulia):
    head = b'--b\r\nContent-Disposition: form-data; name="file"; filename="grande.pdf"\r\n\r\n%PDF-1.4 '
    large = head + b"x" * 3_000_000 + b"\r\n--b--\r\n"
    for client, expected in ((giulia, 422), (signed_in(app, town.ada), 403), (app.test_client(), 303)):
        answer = client.post("/articles", data=large, content_type="multipart/form-data; boundary=b")
        assert answer.status_code == expected


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({}, "Incolla il testo, carica un file o scrivi un indirizzo."),
        ({"text": "Troppo breve per un quiz."}, "troppo breve"),
        (
            {
                "text": "Die Bundesregierung hat gestern im Bundestag ihren Entwurf für das Klimagesetz vorgestellt. "
                * 4
            },
            "Lingua",
        ),
        ({"address": "http://10.0.0.1/"}, "non è sul web aperto"),
        ({"address": "ftp://giornale.example/"}, "comincia con https://"),
        ({"text": NEWS, "url": "giornale.example"}, "Un indirizzo comincia con https://"),
    ],
)
def test_what_gives_no_article_is_refused_in_one_sentence_and_keeps_what_was_typed(giulia, session, said, words):
    answer = giulia.post("/articles", data={**said, "outlet": "Il Quotidiano"})
    assert answer.status_code == 422
    assert words in answer.text
    assert 'value="Il Quotidiano"' in answer.text
    assert session.scalars(select(Drafting)).all() == []


def test_addresses_are_not_opened_where_the_setting_says_so(tmp_path, blank):
    from quizapp import create_app, db
    from tests.build import make_town

    file = tmp_path / "off.sqlite3"
    file.write_bytes(blank.read_bytes())
    app = create_app(
        TESTING=True, DATABASE_URL=f"sqlite:///{file}", DATA_DIR=tmp_path, WTF_CSRF_ENABLED=False, FETCH="off"
    )
    with db.make_session(app.extensions["engine"]) as session:
        town = make_town(session)
    giulia = signed_in(app, town.giulia)
    assert 'name="address"' not in giulia.get("/articles/new").text
    refused = giulia.post("/articles", data={"address": "https://giornale.example/"})
    assert refused.status_code == 422
    assert "Qui gli indirizzi non si aprono" in refused.text
    app.extensions["engine"].dispose()


def test_what_nobody_said_is_asked_for_until_it_is_filled_in_or_declared_unknown(giulia, session):
    bench = bring(giulia)
    assert "Di’ da dove viene" in bench.page()
    place = f"/articles/{bench.article}/provenance"
    refused = giulia.post(place, data={"title": "Tassi giù", "unknown": ["outlet", "author"]})
    assert refused.status_code == 422
    assert refused.text.count("Scrivilo, o spunta «sconosciuto».") >= 4
    said = {"title": "Tassi giù", "unknown": ["outlet", "author", "published", "retrieved", "url", "licence"]}
    assert giulia.post(place, data=said).status_code == 303
    kept = version(session)
    assert (kept.outlet, kept.author, kept.url, kept.licence) == ("unknown",) * 4
    assert (kept.published, kept.retrieved) == (None, None)
    assert session.get(Drafting, kept.id).unsaid == []
    assert "Di’ da dove viene" not in bench.page()


def test_a_new_day_drafts_anew_what_is_undecided_and_leaves_decisions_alone(giulia, session):
    bench = bring(giulia, **{**WHOLE, "published": ""})
    drafts = bench.drafts()
    bench.decide(drafts[0], "reject")
    giulia.post(f"/articles/{bench.article}/provenance", data={**WHOLE, "retrieved": "2026-06-12"})
    after = bench.drafts()
    assert drafts[0] in after
    assert not {*drafts[1:]} & {*after}
    session.rollback()
    stems = [draft.item["stem"] for draft in session.scalars(select(Draft).where(Draft.seq == 0))]
    assert sum("11 giugno 2026" in stem for stem in stems) > len(stems) / 2
    asked = [draft.item["evidence"][0]["start"] for draft in session.scalars(select(Draft).where(Draft.seq == 1))]
    assert len(asked) == 1


def test_an_article_belongs_to_who_brought_it(giulia, session, town):
    bench = bring(giulia)
    owner = session.scalars(select(Article.owner_id).where(Article.public_id == bench.article)).one()
    assert owner == town.giulia
    assert "Ancora nessun articolo" not in giulia.get("/articles").text


def test_sixty_drafts_on_three_thousand_words_stay_light(giulia):
    import gzip
    import re

    figures = re.compile(r"(?<![\d.,])\d(?=[\d,]*[%\d])")
    paragraphs = NEWS.split("\n\n")[1:]
    text = NEWS.split("\n\n")[0] + "".join(
        "\n\n" + figures.sub(lambda found, k=k: str((int(found[0]) + k) % 9 + 1), each)
        for k in range(15)
        for each in paragraphs
    )
    bench = bring(giulia, **{**WHOLE, "text": text})
    assert len(text.split()) > 3000
    page = bench.page()
    assert page.count("<article class") >= 60
    assert len(gzip.compress(page.encode())) < 120_000


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("giornale.example", "https://giornale.example"),
        (" www.giornale.example/a?b=1 ", "https://www.giornale.example/a?b=1"),
        ("http://giornale.example/a", "http://giornale.example/a"),
        ("localhost", "localhost"),
        ("file:a.b/c", "file:a.b/c"),
        ("a@giornale.example", "a@giornale.example"),
        ("10.0.0.1", "10.0.0.1"),
    ],
)
def test_an_address_may_be_typed_without_its_scheme(giulia, monkeypatch, typed, asked):
    asked_for = []

    def noted(address):
        asked_for.append(address)
        raise FetchRefused("failed")

    monkeypatch.setattr("quizapp.bench.article_views.fetch", noted)
    assert giulia.post("/articles", data={"address": typed}).status_code == 422
    assert asked_for == [asked]


@pytest.mark.parametrize(
    ("said", "opens"), [({"address": "ftp://a.example/"}, False), ({"text": NEWS, "url": "a.example"}, True)]
)
def test_a_refused_address_opens_no_questions_about_its_source(giulia, said, opens):
    assert ("paste--open" in giulia.post("/articles", data=said).text) is opens

"""What goes wrong is said on a page, in the reader's language, with a way back; and nothing is done by halves."""

import datetime
import re

import pytest
import time_machine
from flask.sessions import SecureCookieSessionInterface
from sqlalchemy import select, text

from quizapp import db
from quizapp.accounts.models import User
from quizapp.attempts.models import Response
from tests.build import form_of, signed_in
from tests.house import LANGUAGES, begin, everything, fill, read, send

HEADINGS = {
    400: {"it": "Il modulo è scaduto", "en": "The form has expired"},
    403: {"it": "Non puoi aprire questa pagina", "en": "This page is not for you"},
    404: {"it": "Questa pagina non c’è", "en": "This page is not here"},
    405: {"it": "Questa pagina non c’è", "en": "This page is not here"},
    409: {"it": "Qualcuno è arrivato prima", "en": "Somebody was faster"},
    413: {"it": "Troppo grande", "en": "Too large"},
    429: {"it": "Accedi", "en": "Sign in"},
}
"""422 is the form itself: `test_pages.py`."""


@pytest.fixture
def strict(app):
    """The application with its forms guarded, as it is served."""
    app.config["WTF_CSRF_ENABLED"] = True
    return app


def token_of(page: str) -> str:
    return re.search(r'name="csrf_token" value="([^"]+)"', page)[1]


def check(page, status):
    """An error page that a reader can use."""
    assert page.status == status
    main = page.soup.find("main")
    assert [h1.get_text(" ", strip=True) for h1 in page.soup.find_all("h1")] == [HEADINGS[status][page.lang]]
    assert page.soup.html["lang"] == page.lang
    assert main.select('a[href="/"]') or main.find("form"), "no way back"
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert HEADINGS[status][page.lang] in page.soup.title.get_text()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_refusal_is_a_page_with_its_own_status(house, lang):
    town = house.town
    student, teacher = house.client("ada"), house.client("giulia")
    check(read(student, "/people", lang, "ada"), 403)
    check(read(student, "/nowhere", lang, "ada"), 404)
    check(read(student, "/q/aaaaaaaaaaaaaaaa/1", lang, "ada"), 404)
    check(read(house.client("nobody"), "/static/nothing.css", lang, "nobody"), 404)
    check(read(student, "/sign-out", lang, "ada"), 405)
    check(send(student, "/history", lang, "ada", {}), 405)
    check(send(teacher, f"/items/{town.item}/status", lang, "giulia", {"status": "draft"}), 409)
    check(send(student, f"/q/{house.running}/1", lang, "ada", {"answer": "x" * 3_000_000}), 413)
    for _ in range(10):
        send(house.client("nobody"), "/sign-in", lang, "nobody", {"sign_in_name": "nessuno", "password": "x"})
    waiting = send(house.client("nobody"), "/sign-in", lang, "nobody", {"sign_in_name": "nessuno", "password": "x"})
    check(waiting, 429)
    assert waiting.soup.find(role="alert")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_stale_form_is_a_page_that_still_knows_its_reader(strict, town, lang):
    giulia = signed_in(strict, town.giulia)
    page = send(giulia, "/classes", lang, "giulia", {"name": "4C", "csrf_token": "stale"})
    check(page, 400)
    assert page.soup.find("nav")


@pytest.mark.parametrize(
    ("lang", "words"), [("it", "Il nome del file non si può leggere"), ("en", "The name of the file cannot be read")]
)
@pytest.mark.parametrize("address", ["/imports", "/articles"])
def test_a_file_whose_name_is_no_utf8_is_refused_for_its_name(strict, town, lang, words, address):
    giulia = signed_in(strict, town.giulia)
    part = b'--X\r\nContent-Disposition: form-data; name="%s"%s\r\n\r\n%s\r\n'
    token = token_of(giulia.get(address).text).encode()
    body = part % (b"csrf_token", b"", token) + part % (b"file", b'; filename="perch\xe9.gift"', b"Chi?{=io ~tu}")
    sent = giulia.post(
        address,
        data=body + b"--X--\r\n",
        content_type="multipart/form-data; boundary=X",
        headers={"Accept-Language": lang},
    )
    assert sent.status_code == 400
    assert f"<h1>{words}</h1>" in sent.text


def test_a_form_without_its_token_is_refused_and_changes_nothing(strict, town):
    ada, giulia = signed_in(strict, town.ada), signed_in(strict, town.giulia)
    ada.get("/")
    giulia.get("/")
    ids = {
        "school_class": town.school_class,
        "code": "ABCDEF",
        "bank": town.bank,
        "item": town.item,
        "quiz": town.quiz,
        "assignment": town.immediate,
        "person": town.user_ids["ada"],
        "other": town.user_ids["bruno"],
        "type_": "choice",
        "name": "1.png",
        "attempt": "aaaaaaaaaaaaaaaa",
        "article": town.article,
        "draft": "aaaaaaaaaaaaaaaa",
        "job": "aaaaaaaaaaaaaaaa",
        "act": "aaaaaaaaaaaaaaaa",
        "copy": town.item,
        "upload": "aaaaaaaaaaaaaaaa",
        "n": 1,
    }
    before = everything(strict)
    for rule in strict.url_map.iter_rules():
        if "POST" in rule.methods:
            address = rule.build({name: ids[name] for name in rule.arguments})[1]
            for client in (ada, giulia, strict.test_client()):
                for data in ({}, {"csrf_token": "made-up"}):
                    assert client.post(address, data=data).status_code == 400, rule.endpoint
    assert everything(strict) == before


ELSEWHERE = (
    {},
    {"Origin": "https://elsewhere.example", "Referer": "https://elsewhere.example/"},
    {"Origin": "null", "Sec-Fetch-Site": "cross-site"},
)
"""From a page of ours, of another site, and of one that says nothing of itself."""


def test_the_token_of_another_browser_does_not_do(strict, town):
    ada, giulia = signed_in(strict, town.ada), signed_in(strict, town.giulia)
    theirs = token_of(ada.get("/").text)
    giulia.get("/")
    before = everything(strict)
    for rule in strict.url_map.iter_rules():
        if "POST" in rule.methods:
            address = rule.build(dict.fromkeys(rule.arguments, "1"))[1]
            for headers in ELSEWHERE:
                sent = giulia.post(address, data={"name": "4C", "csrf_token": theirs}, headers=headers)
                assert sent.status_code == 400, rule.endpoint
    assert everything(strict) == before


def test_a_form_has_no_clock_of_its_own(strict, town):
    with time_machine.travel(datetime.datetime(2026, 11, 24, 9, 0, tzinfo=datetime.UTC), tick=False) as clock:
        giulia = signed_in(strict, town.giulia)
        token = token_of(giulia.get("/classes").text)
        clock.shift(datetime.timedelta(days=29))
        made = giulia.post("/classes", data={"name": "4C", "csrf_token": token})
        assert made.status_code == 303
        assert "4C" in giulia.get(made.headers["Location"]).text


def test_an_answer_on_a_stale_form_is_offered_again_to_whoever_is_signed_in(strict, town):
    ada = signed_in(strict, town.ada)
    started = ada.post(
        f"/assignments/{town.immediate}/start", data={"csrf_token": token_of(ada.get("/").text)}
    ).headers["Location"]
    attempt = started.rsplit("/", 1)[0]
    sent = fill(ada.get(f"{attempt}/1").text, 1)
    kept = ada.post(f"{attempt}/1", data={**sent, "csrf_token": "stale"})
    assert (kept.status_code, kept.headers["Location"]) == (303, "/resume-answer")
    offered = ada.get("/resume-answer").text
    assert re.search(rf'value="{sent["answer"]}"[^>]* checked', offered)
    answered = ada.post(f"{attempt}/1", data={**sent, "csrf_token": token_of(offered)})
    assert answered.headers["Location"] == f"{attempt}/1/outcome"
    with db.make_session(strict.extensions["engine"]) as session:
        assert len(session.scalars(select(Response)).all()) == 1


def test_the_longest_answer_survives_a_dead_session(app, town):
    ada = signed_in(app, town.ada)
    attempt = begin(ada, town.immediate)
    with ada.session_transaction() as cookie:
        token = cookie.pop("token")
    written = " ".join(f"{number:x}è" for number in range(10_000, 10_160))[:1000]
    assert len(written) > 900
    ada.post(f"{attempt}/4", data={"seq": "0", "answer": written})
    with ada.session_transaction() as cookie:
        cookie["token"] = token
    assert written in ada.get("/resume-answer").text


class BrokenSessions(SecureCookieSessionInterface):
    """Cookies that can no longer be read."""

    def open_session(self, app, request):  # noqa: ARG002 - Flask's signature
        raise OSError("no entropy")


@pytest.mark.parametrize("failing", ["database", "session"])
def test_a_breakdown_is_a_page_that_asks_neither_database_nor_session(app, town, failing):
    app.config["PROPAGATE_EXCEPTIONS"] = False
    ada = signed_in(app, town.ada)
    if failing == "database":
        with app.extensions["engine"].begin() as connection:
            connection.execute(text("DROP TABLE user_session"))
    else:
        app.session_interface = BrokenSessions()
    for lang in LANGUAGES:
        page = read(ada, "/", lang, "ada")
        assert page.status == 500
        assert len(page.soup.find_all("h1")) == 1
        assert "Qualcosa si è rotto" in page.soup.h1.get_text()
        assert page.soup.h1.find(lang="en").get_text() == "Something broke"
        assert page.soup.select('main a[href="/"]')
        assert page.headers["Content-Security-Policy"].startswith("default-src 'none'")
        assert page.headers["Cache-Control"] == "no-store"
        assert [
            words
            for words in ("Traceback", "user_session", "SELECT", "OSError", "entropy", ".py")
            if words in page.html
        ] == []


def test_health_is_red_when_the_database_cannot_be_asked(app, client):
    with app.extensions["engine"].begin() as connection:
        connection.execute(text("DROP TABLE setting"))
    answer = client.get("/health")
    assert (answer.status_code, answer.json["status"]) == (503, "unavailable")


@pytest.mark.parametrize(
    "elsewhere",
    [
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "/\t/evil.example",
        "/\r\nX: y",
        "\\/evil",
        "",
        "/ x",
    ],
)
def test_preferences_lead_back_to_this_site_alone(client, elsewhere):
    answer = client.post("/preferences", data={"lang": "en", "next": elsewhere})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/")


def test_preferences_lead_back_to_the_page_they_were_sent_from(client):
    assert client.post("/preferences", data={"next": "/history?page=2"}).headers["Location"] == "/history?page=2"


HUGE = 10**30


def test_numbers_out_of_reach_are_not_there(house):
    ada, giulia = house.client("ada"), house.client("giulia")
    for n in (0, HUGE):
        for address in (f"/q/{house.running}/{n}", f"/q/{house.running}/{n}/outcome"):
            assert ada.get(address).status_code == 404
        assert ada.post(f"/q/{house.running}/{n}", data={"seq": "0"}).status_code in {404, 405}
        assert giulia.get(f"/assignments/{house.town.immediate}/questions/{n}").status_code == 404


def test_a_counter_that_is_none_never_breaks_a_question(app, town):
    ada = signed_in(app, town.ada)
    attempt = begin(ada, town.immediate)
    sent = fill(ada.get(f"{attempt}/1").text)
    for seq in ("-1", "²", "x", "", str(HUGE), "1.5"):
        assert ada.post(f"{attempt}/1", data={**sent, "seq": seq}).status_code in {303, 409, 422}, seq


@pytest.mark.parametrize(
    ("address", "data"),
    [
        ("/people/new", {"name": " ", "sign_in_name": "vuoto", "role": "student"}),
        ("/people/new", {"name": "Vuoto", "sign_in_name": " \t ", "role": "student"}),
        ("/classes", {"name": "  "}),
        ("/banks/{bank}/quiz", {"title": " "}),
        ("/banks/{bank}/quiz", {"title": "Un quiz", "items": str(HUGE)}),
        ("/items/{item}/edit", {"stem": " \n ", "timing": "dated", "kind": "fact"}),
        ("/quizzes/{quiz}/assign", {"school_class": "{school_class}", "opens_at": "0001-01-01T00:00"}),
        ("/quizzes/{quiz}/assign", {"school_class": "{school_class}", "closes_at": "9999-12-31T23:59"}),
        ("/quizzes/{quiz}/assign", {"school_class": "{school_class}", "attempts_allowed": str(HUGE)}),
    ],
)
def test_blank_names_and_values_out_of_reach_are_said_in_the_form(house, address, data):
    town, giulia = house.town, house.client("giulia")
    usual = {"feedback": "immediate", "grade_rule": "first"}
    sent = {name: value.format(**vars(town)) for name, value in {**usual, **data}.items()}
    assert giulia.post(address.format(**vars(town)), data=sent).status_code == 422


def test_evidence_that_is_no_piece_of_the_article_leaves_the_former_one(app, town):
    giulia = signed_in(app, town.giulia)
    place = f"/items/{town.item}/edit"
    for evidence in (f"0-{HUGE}", "5-2", "0-0", "²-³", "a-b", "7"):
        form = form_of(giulia.get(place).text, place)
        giulia.post(place, data={**form, "evidence-0-sentence": evidence, "save": "review"})
        assert "A Vienna fu firmato" in giulia.get(f"/items/{town.item}").text, evidence


def test_nul_never_reaches_the_database(app, town, session):
    giulia = signed_in(app, town.giulia)
    giulia.post("/people/new", data={"name": "Ze\0ro", "sign_in_name": "ze\0ro", "role": "student"})
    assert session.scalars(select(User.name).where(User.sign_in_name == "zero")).one() == "Zero"

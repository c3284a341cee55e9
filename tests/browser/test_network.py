"""The network comes and goes: an answer is kept by the browser, said truly, and recorded once."""

import random
import threading

import pytest
from sqlalchemy import select
from werkzeug.serving import make_server

from quizapp import db
from quizapp.attempts.models import Response
from quizapp.core.scoring import Scoring
from quizapp.quizzes import queries as quizzes
from tests.browser.conftest import ARGUMENTS, heard
from tests.browser.page import answer, problems_of, wait_for_the_rest
from tests.build import signed_in

KEPT = """new Promise(ok => {
  indexedDB.open('quotidia').onsuccess = asked => {
    const box = asked.target.result.transaction('answers').objectStore('answers').count();
    box.onsuccess = () => ok(box.result);
  };
})"""
SETTINGS = {"locale": "it-IT", "reduced_motion": "reduce", "viewport": {"width": 390, "height": 800}}


class Away:
    """The network of one browser: reachable, gone, or losing what the server answers."""

    def __init__(self, context):
        self.context, self.mode = context, "there"
        context.route("**/q/**", self._meet)

    def _meet(self, route):
        posted = route.request.method == "POST"
        if self.mode == "gone":
            route.abort()
        elif self.mode == "deaf" and posted:
            route.fetch(max_redirects=0)
            route.abort()
        elif self.mode == "ill" and posted:
            route.fulfill(status=503, body="busy")
        elif self.mode == "silent" and posted:
            pass
        elif self.mode == "stale" and posted:
            route.fulfill(status=400, json={"word": "stale", "goes_on": ""})
        elif self.mode == "portal" and posted:
            route.fulfill(status=200, content_type="text/html", body="<h1>Pay for the network</h1>")
        else:
            route.continue_()


class Room:
    """The application at an address, and browsers in which its people are signed in."""

    def __init__(self, app, town, browser, host="127.0.0.1"):
        self.app, self.town, self.browser = app, town, browser
        self.server = make_server("127.0.0.1", 0, app, threaded=True)
        self.address = f"http://{host}:{self.server.server_port}"
        self.contexts = []
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def enter(self, who=None):
        context = self.browser.new_context(base_url=self.address, **SETTINGS)
        self.contexts.append(context)
        self.sign_in(context, who or self.town.ada)
        return context, Away(context)

    def sign_in(self, context, who):
        cookie = signed_in(self.app, who).get_cookie("quotidia")
        context.add_cookies([{"name": "quotidia", "value": cookie.value, "url": self.address}])

    def begin(self, context, assignment):
        page = context.new_page()
        page.goto("/")
        page.click(f'form[action="/assignments/{assignment}/start"] button')
        page.wait_for_url("**/q/**")
        return page

    def waiting(self, assignment, mode="gone"):
        """A student who sent the first answer while the network was in this mode."""
        context, network = self.enter()
        page = self.begin(context, assignment)
        network.mode = mode
        send(page)
        return context, network, page

    def close(self):
        for context in self.contexts:
            context.unroute_all(behavior="ignoreErrors")
            context.close()
        self.server.shutdown()

    def recorded(self):
        """The places and numbers of every response there is."""
        with db.make_session(self.app.extensions["engine"]) as session:
            found = session.execute(
                select(Response.position, Response.seq).order_by(Response.at, Response.position, Response.seq)
            )
            return [tuple(row) for row in found]


@pytest.fixture
def room(app, town, browser):
    app.config["WTF_CSRF_ENABLED"] = True
    found = Room(app, town, browser)
    yield found
    found.close()


def send(page):
    answer(page)
    page.click(".actionbar button")


def said(page):
    page.wait_for_selector("#net:not([hidden])")
    return page.inner_text("#net")


@pytest.mark.parametrize("mode", ["gone", "deaf", "ill", "portal"])
def test_an_answer_waits_for_the_network_and_is_recorded_once(room, mode):
    _context, network, page = room.waiting(room.town.immediate, mode)
    page.set_viewport_size({"width": 390, "height": 560})
    assert "In attesa di rete: domanda 1" in said(page)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    assert 0 <= page.locator("#net").bounding_box()["y"] < 560
    assert problems_of(page) == []
    assert room.recorded() == ([(1, 1)] if mode == "deaf" else [])
    network.mode = "there"
    page.wait_for_url("**/1/outcome")
    assert room.recorded() == [(1, 1)]


def test_the_answer_leaves_by_itself_when_the_network_returns(room):
    context, _network = room.enter()
    page = room.begin(context, room.town.immediate)
    context.set_offline(True)
    send(page)
    assert "In attesa di rete" in said(page)
    context.set_offline(False)
    page.wait_for_url("**/1/outcome")
    assert room.recorded() == [(1, 1)]


def test_a_network_that_says_nothing_is_tried_again_as_soon_as_a_try_is_given_up(room):
    context, network = room.enter()
    page = room.begin(context, room.town.immediate)
    page.clock.install()
    network.mode = "silent"
    with page.expect_request(lambda asked: asked.method == "POST"):
        send(page)
    for _try in range(5):
        with page.expect_request(lambda asked: asked.method == "POST", timeout=5000):
            page.clock.run_for(8600)
    network.mode = "there"
    page.clock.run_for(8600)
    page.wait_for_url("**/1/outcome")
    assert room.recorded() == [(1, 1)]


def test_a_reload_finds_the_answer_in_its_form_and_sends_it(room):
    _context, network, page = room.waiting(room.town.immediate, "ill")
    said(page)
    page.reload()
    said(page)
    assert page.is_checked(".choice input >> nth=0")
    network.mode = "there"
    page.wait_for_url("**/1/outcome")
    assert room.recorded() == [(1, 1)]


def test_a_closed_page_leaves_its_answer_to_the_next_page_of_the_same_account(room):
    context, network, page = room.waiting(room.town.immediate)
    said(page)
    page.close()
    network.mode = "there"
    with context.expect_event("response", lambda got: got.request.method == "POST" and got.status == 200):
        context.new_page().goto("/history")
    assert room.recorded() == [(1, 1)]


def test_with_a_dead_session_the_answer_waits_for_the_same_account(room):
    context, _network = room.enter()
    page = room.begin(context, room.town.immediate)
    context.clear_cookies()
    send(page)
    assert "accedi di nuovo" in said(page)
    room.sign_in(context, room.town.ada)
    page.goto("/")
    page.wait_for_function("() => localStorage.getItem('waiting') === null")
    assert room.recorded() == [(1, 1)]


def test_a_form_that_stays_stale_is_read_anew_once_and_its_answer_still_waits(room):
    context, network = room.enter()
    page = room.begin(context, room.town.immediate)
    network.mode = "stale"
    loads = []
    page.on("load", lambda _page: loads.append(page.url))
    send(page)
    page.wait_for_function("() => document.getElementById('net').textContent.includes('In attesa di rete')")
    assert (len(loads), room.recorded()) == (1, [])
    network.mode = "there"
    page.wait_for_url("**/1/outcome")
    assert room.recorded() == [(1, 1)]


def test_another_account_never_sends_it_and_it_is_gone(room):
    context, network, page = room.waiting(room.town.immediate)
    said(page)
    room.sign_in(context, room.town.giulia)
    page.goto("/")
    page.wait_for_function("() => localStorage.getItem('waiting') === null")
    network.mode = "there"
    room.sign_in(context, room.town.ada)
    page.goto("/")
    page.wait_for_load_state("networkidle")
    assert room.recorded() == []


def test_signing_out_warns_first_and_then_leaves_nothing_behind(room):
    _context, _network, page = room.waiting(room.town.deferred)
    said(page)
    page.goto("/history")
    page.wait_for_function("() => localStorage.getItem('waiting') !== null")
    page.wait_for_load_state("networkidle")
    page.click("form[data-leave] button")
    assert "premi di nuovo" in said(page).lower()
    page.click("form[data-leave] button")
    page.wait_for_url(lambda url: "/history" not in url)
    assert page.evaluate("localStorage.getItem('waiting')") is None
    assert page.evaluate("sessionStorage.length") == 0
    assert page.evaluate(KEPT) == 0
    assert room.recorded() == []


def test_a_deferred_quiz_goes_on_without_the_network_and_everything_arrives_in_order(room):
    context, network = room.enter()
    page = room.begin(context, room.town.deferred)
    wait_for_the_rest(page)
    network.mode = "gone"
    size = page.locator(".steps i").count()
    for n in range(1, size):
        send(page)
        page.wait_for_url(f"**/{n + 1}")
        assert page.locator("main details.more").count() == 1
    assert problems_of(page) == []
    page.click("a[data-hand-in]")
    page.wait_for_function("() => document.getElementById('net').textContent.includes('Non è ancora consegnato')")
    assert room.recorded() == []
    network.mode = "there"
    page.click("a[data-hand-in]")
    page.wait_for_url("**/hand-in")
    assert "1 domanda è ancora senza risposta" in page.inner_text("main")
    assert problems_of(page) == []
    page.click("form[data-hand-in] button")
    page.wait_for_url("**/results")
    assert room.recorded() == [(n, 1) for n in range(1, size)]


def test_an_answer_changed_without_the_network_is_recorded_as_a_second_response(room):
    context, network = room.enter()
    page = room.begin(context, room.town.deferred)
    wait_for_the_rest(page)
    network.mode = "deaf"
    send(page)
    page.wait_for_url("**/2")
    page.click('a[data-turn="1"]')
    page.wait_for_url("**/1")
    assert page.is_checked(".choice input >> nth=0")
    page.check(".choice input >> nth=1")
    page.click(".actionbar button")
    page.wait_for_url("**/2")
    network.mode = "there"
    page.wait_for_function("() => localStorage.getItem('waiting') === null")
    assert room.recorded() == [(1, 1), (1, 2)]


def test_an_answer_that_a_closed_page_left_can_be_changed_while_it_still_waits(room):
    context, network, page = room.waiting(room.town.deferred, "ill")
    page.wait_for_url("**/2")
    attempt = page.url.rsplit("/", 1)[0]
    page.close()
    page = context.new_page()
    page.goto(f"{attempt}/2")
    wait_for_the_rest(page)
    page.click('a[data-turn="1"]')
    page.wait_for_url("**/1")
    assert page.is_checked(".choice input >> nth=0")
    page.check(".choice input >> nth=1")
    page.click(".actionbar button")
    page.wait_for_url("**/2")
    network.mode = "there"
    page.wait_for_function("() => localStorage.getItem('waiting') === null")
    assert room.recorded() == [(1, 1), (1, 2)]


def test_of_two_devices_one_counts_and_the_other_is_told(room):
    _context, network, page = room.waiting(room.town.immediate)
    said(page)
    other, _there = room.enter()
    second = room.begin(other, room.town.immediate)
    second.check(".choice input >> nth=1")
    second.click(".actionbar button")
    second.wait_for_url("**/1/outcome")
    network.mode = "there"
    page.wait_for_selector("[data-told]")
    assert "già" in page.inner_text("h1")
    page.goto("/")
    page.wait_for_function("() => localStorage.getItem('waiting') === null")
    assert room.recorded() == [(1, 1)]


def test_an_empty_answer_is_refused_by_the_page_of_the_server(room):
    context, _network = room.enter()
    page = room.begin(context, room.town.immediate)
    page.click(".actionbar button")
    page.wait_for_selector(".errors")
    assert room.recorded() == []


def test_on_plain_http_that_is_no_loopback_the_answer_waits_too(app, town, browser, program):
    plain = browser.browser_type.launch(
        executable_path=program, args=[*ARGUMENTS, "--host-resolver-rules=MAP quotidia.test 127.0.0.1"]
    )
    plain.new_context = heard(plain.new_context)
    room = Room(app, town, plain, "quotidia.test")
    context, network = room.enter()
    page = room.begin(context, room.town.immediate)
    assert page.evaluate("[isSecureContext, 'randomUUID' in crypto]") == [False, False]
    network.mode = "gone"
    send(page)
    said(page)
    page.close()
    network.mode = "there"
    with context.expect_event("response", lambda got: got.request.method == "POST" and got.status == 200):
        context.new_page().goto("/")
    assert room.recorded() == [(1, 1)]
    room.close()
    plain.close()


@pytest.mark.parametrize("seed", range(3))
def test_every_answer_is_there_once_after_a_bad_day(room, seed):
    chance = random.Random(seed)  # noqa: S311 - a schedule, not a secret
    context, network = room.enter()
    page = room.begin(context, room.town.deferred)
    wait_for_the_rest(page)
    size = page.locator(".steps i").count()
    attempt = page.url.rsplit("/", 1)[0]
    for n in range(1, size + 1):
        network.mode = "there"
        page.goto(f"{attempt}/{n}")
        network.mode = chance.choice(["there", "gone", "deaf", "ill", "portal"])
        send(page)
        page.wait_for_function(
            "n => !location.pathname.endsWith('/' + n) || document.querySelector('#net').textContent.includes(n)", arg=n
        )
        if chance.random() < 0.3:
            page.close()
            page = context.new_page()
    network.mode = "there"
    page.goto("/")
    page.wait_for_function("() => localStorage.getItem('waiting') === null", timeout=10_000)
    assert sorted(room.recorded()) == [(n, 1) for n in range(1, size + 1)]


def let_them_say_more(room, assignment):
    with db.make_session(room.app.extensions["engine"]) as session, db.writing(session) as write:
        given = quizzes.by_public_id(write, assignment).assignment
        given.scoring, given.dont_know = Scoring.CERTAINTY.value, True


def stored(room):
    with db.make_session(room.app.extensions["engine"]) as session:
        return dict(session.execute(select(Response.position, Response.given).order_by(Response.seq)).all())


def test_what_waits_for_the_network_carries_its_certainty_and_that_one_does_not_know(room):
    let_them_say_more(room, room.town.deferred)
    context, network = room.enter()
    page = room.begin(context, room.town.deferred)
    wait_for_the_rest(page)
    network.mode = "gone"
    page.check("input[name=answer-certainty][value='2']")
    send(page)
    page.wait_for_url("**/2")
    assert problems_of(page) == []
    page.click("button[name=answer-unknown]")
    page.wait_for_url("**/3")
    page.click('a[data-turn="2"]')
    page.click('a[data-turn="1"]')
    assert page.is_checked("input[name=answer-certainty][value='2']")
    network.mode = "there"
    page.wait_for_function("() => localStorage.getItem('waiting') === null")
    found = stored(room)
    assert (found[1]["certainty"], found[2]) == (2, {"unknown": True})


def test_a_certainty_without_an_answer_never_waits_for_the_network(room):
    let_them_say_more(room, room.town.immediate)
    context, _network = room.enter()
    page = room.begin(context, room.town.immediate)
    context.set_offline(True)
    page.check("input[name=answer-certainty][value='3']")
    page.click(".actionbar button >> nth=0")
    assert "Manca la risposta" in said(page)
    assert page.evaluate(KEPT) == 0
    context.set_offline(False)
    page.click("button[name=answer-unknown]")
    page.wait_for_url("**/1/outcome")
    assert stored(room) == {1: {"unknown": True}}

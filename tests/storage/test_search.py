"""Search finds by beginnings of words, without accents, in all the banks a teacher may see and in no other."""

import datetime
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp import db, schema
from quizapp.accounts.queries import school
from quizapp.banks import queries, search
from quizapp.banks.service import BankHead, add_item, add_version, make_bank, sync_bank
from quizapp.core.lifecycle import Status
from quizapp.core.policy import Identity, Role
from quizapp.core.search import folded_words, hits, terms
from tests.architecture.test_statements import counted
from tests.build import NOW, make_item, signed_in
from tests.build import make_bank as bank_file

TODAY = NOW.date()


@pytest.fixture
def app(on_both):
    return on_both


@pytest.fixture
def marco(town):
    return Identity(town.marco, 1, Role.TEACHER, "Marco")


@pytest.fixture
def giulia(town):
    return Identity(town.giulia, 1, Role.TEACHER, "Giulia")


@pytest.fixture
def private(session, town):
    """A bank of Giulia's that nobody else sees, with two items."""
    with db.writing(session) as write:
        bank = make_bank(write, school(write).id, BankHead("Segreta", "it", "Energia"), owner_id=town.giulia, now=NOW)
        for item in (
            make_item(id="a", stem="Chi ha ratificato il trattato nel 2024?", tags=["europa", "Perché"]),
            make_item(id="b", stem="Perché l’unità è già così lontana?", difficulty="hard", status="in_review"),
        ):
            add_item(write, bank, item, None, now=NOW, author_id=town.giulia)
        made = bank.public_id
    session.rollback()
    return made


def stems(session, who, **wish):
    return [each.listed.item.stem for each in search.search(session, who, search.Wish(**wish)).hits]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("ratific", 1),
        ("RATIFICATO", 1),
        ("ratificata", 0),
        ("perche", 2),
        ("unita GIA", 1),
        ("unità ratific", 0),
        ("l'unità", 1),
        ("vienna ratific", 1),
        ("", 2),
        ("%", 0),
        ("… «»", 0),
    ],
)
def test_beginnings_of_words_are_found_without_accents_and_all_of_them_count(session, giulia, private, query, found):
    assert len(stems(session, giulia, query=query, bank=private)) == found


HOSTILE = (
    "\"", "'", "\\", "NEAR(a b)", "a AND", "OR OR", "NOT", "words:a", "*", "a*b", "^a", "-a", "(", "{a b}", "a + b",
    "'a' & | !", "x:*", "%s", ":asked", "\ud7ff", "٣", "a\x00b", "😀", "_", "a_b", "<->", "ª3ªB",
)  # fmt: skip


@pytest.mark.parametrize("query", HOSTILE)
def test_no_query_has_a_syntax(app, session, giulia, town, query):
    search.search(session, giulia, search.wish_of({"q": query}))
    assert signed_in(app, town.giulia).get("/items", query_string={"q": query, "tag": query}).status_code == 200


@given(st.text(max_size=30))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80, deadline=None)
def test_any_text_is_a_query(session, giulia, private, query):
    search.search(session, giulia, search.wish_of({"q": query}))


@given(st.text(alphabet="abcàèÀé 'xé̀ß_12", max_size=20), st.text(alphabet="abcè ", max_size=6))
def test_what_is_marked_is_the_text_itself_and_what_begins_with_a_term(text, query):
    pieces = hits(text, terms(query))
    assert "".join(piece for piece, _marked in pieces) == text
    marked = [folded_words(piece)[0] for piece, marked in pieces if marked]
    assert all(any(word.startswith(term) for term in terms(query)) for word in marked)


def test_a_colleague_meets_shared_items_and_never_private_ones(session, giulia, marco, private):
    assert "Chi ha ratificato il trattato nel 2024?" in stems(session, giulia, query="ratific")
    assert stems(session, marco, query="ratific") == []
    assert stems(session, marco, bank=private) == []
    assert "In quale città fu firmato l’accordo del 2024?" in stems(session, marco, query="citta")
    facets = search.search(session, marco, search.Wish()).facets
    assert "Energia" not in [value for value, _label, _size in facets["topic"]]
    assert "tag" not in facets


def test_another_school_finds_nothing(session, town, private):
    stranger = Identity(town.giulia, 2, Role.ADMIN, "Altrove")
    found = search.search(session, stranger, search.Wish())
    assert (found.hits, found.total) == ([], 0)


def test_a_new_version_is_found_by_its_words_alone_and_a_rolled_back_one_never(session, town, giulia):
    _bank, listed = queries.item_by_public_id(session, town.item)
    with db.writing(session) as write:
        row = write.merge(listed.row)
        add_version(write, row, replace(listed.item, stem="Dove si trova Samarcanda?"), None, now=NOW)
    session.rollback()
    assert stems(session, giulia, query="samarc") == ["Dove si trova Samarcanda?"]
    assert stems(session, giulia, query="samarc citta") == []
    with pytest.raises(ZeroDivisionError):
        write_and_fail(session, row, replace(listed.item, stem="Timbuctù"))
    assert stems(session, giulia, query="timbuctu") == []


def write_and_fail(session, row, item):
    with db.writing(session) as write:
        add_version(write, write.merge(row), item, None, now=NOW)
        raise ZeroDivisionError


def test_every_facet_counts_what_choosing_it_would_leave(session, giulia, private):
    found = search.search(session, giulia, search.Wish(query="2024"))
    assert {"shelf", "topic", "tag", "type", "kind", "status", "lang", "author"} <= set(found.facets)
    for facet, entries in found.facets.items():
        for value, _label, size in entries:
            left = search.search(session, giulia, search.Wish(query="2024", **{facet: value}), size=100)
            assert (left.total, len(left.hits)) == (size, size), (facet, value)


@pytest.mark.parametrize("bank", [None, "it/accordo"])
def test_pages_follow_each_other_without_a_gap_or_a_repetition(session, giulia, private, bank):
    chosen = bank and queries.bank_by_slug(session, 1, bank).public_id
    wish = search.Wish(bank=chosen)
    whole = [each.listed.row.id for each in search.search(session, giulia, wish, size=100).hits]
    seen, after = [], None
    for _ in range(len(whole)):
        page = search.search(session, giulia, wish, after=after, size=2)
        seen += [each.listed.row.id for each in page.hits]
        after = page.after
        if after is None:
            break
    assert seen == whole
    assert len(whole) == (5 if bank else 7)


def test_what_is_selectable_is_what_the_rule_says(session, town, giulia):
    day = TODAY.isoformat()
    past, later = (TODAY - datetime.timedelta(1)).isoformat(), (TODAY + datetime.timedelta(1)).isoformat()
    cases = [
        {"status": status, "timing": timing, "review_by": review_by}
        for status in ("draft", "in_review", "ready", "retired")
        for timing in ("dated", "current", None)
        for review_by in (past, day, later, None)
    ]
    items = [make_item(id=f"i{place}", **case) for place, case in enumerate(cases)]
    items += [make_item(id=f"s{place}", supersedes=f"i{place}", status=status) for place, status in
              [(24, "ready"), (30, "ready"), (31, "draft"), (27, "ready")]]  # fmt: skip
    with db.writing(session) as write:
        sync_bank(write, bank_file(id="it/prova", items=tuple(items)), school_id=1, now=NOW)
    session.rollback()
    bank = queries.bank_by_slug(session, 1, "it/prova")
    hits_ = search.search(session, giulia, search.Wish(bank=bank.public_id), size=100).hits
    expected = {each.listed.row.key for each in hits_ if each.listed.selectable(TODAY)}
    wish = search.Wish(bank=bank.public_id, selectable_on=TODAY)
    assert {each.listed.row.key for each in search.search(session, giulia, wish, size=100).hits} == expected
    assert [len(pool) for pool in search.pools(session, giulia, [wish, search.Wish()])] == [
        len(expected),
        len(search.search(session, giulia, search.Wish(), size=100).hits),
    ]
    assert {"i24", "i31"} <= expected
    assert "i30" not in expected


@pytest.mark.parametrize(("name", "overtaken"), [("citta", False), ("it/accordo#citta", True), ("it/x#citta", False)])
def test_a_name_without_its_bank_is_one_of_the_same_bank(session, town, giulia, name, overtaken):
    later = bank_file(id="it/altro", items=(make_item(id="dopo", stem="Dopo, nel 2024?", supersedes=name),))
    with db.writing(session) as write:
        sync_bank(write, later, school_id=1, now=NOW)
    session.rollback()
    (hit,) = search.search(session, giulia, search.Wish(query="quale citta firmato")).hits
    assert hit.listed.superseded is overtaken


def test_what_a_colleague_says_to_supersede_stands_as_it_was(session, town, giulia):
    with db.writing(session) as write:
        bank = make_bank(write, 1, BankHead("Altrui", "it"), owner_id=town.marco, now=NOW)
        later = make_item(id="dopo", stem="Dopo, nel 2024?", supersedes="it/accordo#citta")
        add_item(write, bank, later, None, now=NOW, author_id=town.marco)
    session.rollback()
    (hit,) = search.search(session, giulia, search.Wish(query="quale citta firmato")).hits
    assert not hit.listed.superseded


def test_what_nobody_owns_and_what_a_colleague_shares_stand_on_the_same_shelf(session, town, giulia, marco):
    with db.writing(session) as write:
        for key, owner in (("orfana", None), ("altrui", town.marco)):
            bank = make_bank(write, 1, BankHead(key, "it"), owner_id=owner, now=NOW)
            bank.visible = queries.SCHOOL
            add_item(write, bank, make_item(id=key, stem=f"{key} nel 2024?"), None, now=NOW, author_id=None)
    session.rollback()
    assert sorted(stems(session, giulia, shelf="school")) == ["altrui nel 2024?", "orfana nel 2024?"]
    assert "orfana nel 2024?" in stems(session, marco, shelf="school")
    counted_ = {value: size for value, _label, size in search.search(session, giulia, search.Wish()).facets["shelf"]}
    assert counted_ == {"own": 5, "school": 2}


def test_an_admin_finds_the_private_items_of_the_school(session, town, private):
    admin = Identity(town.admin, 1, Role.ADMIN, "Admin")
    assert len(stems(session, admin, bank=private)) == 2


def test_a_wish_for_an_article_leaves_the_items_of_its_banks(session, town, giulia, private):
    assert len(stems(session, giulia, article=town.article)) == 5
    assert stems(session, giulia, article="nowhere") == []


def test_articles_are_offered_by_their_newest_title_and_only_those_of_banks_one_sees(session, town, giulia, marco):
    assert search.articles(session, marco) == [(town.article, "L’accordo")]
    again = bank_file()
    changed = replace(again, article=replace(again.article, title="L’accordo, riveduto"))
    with db.writing(session) as write:
        sync_bank(write, changed, school_id=1, now=NOW)
        bank = queries.bank_by_slug(write, 1, "it/accordo")
        bank.visible = queries.OWN
    session.rollback()
    assert search.articles(session, giulia) == [(town.article, "L’accordo, riveduto")]
    assert search.articles(session, marco) == []


def test_every_filter_stands_in_the_address_of_the_next_page(app, session, town):
    asked = {"q": "2024", **{name: "own" if name == "shelf" else f"un {name}" for name in search.FACETS}}
    assert search.params_of(search.wish_of(asked)) == asked


def test_the_page_marks_the_words_and_escapes_the_rest(app, session, town, private):
    with db.writing(session) as write:
        bank = queries.bank_by_public_id(write, private)
        evil = make_item(id="c", stem="<b>Ratifica</b> & <script>alert(1)</script>?")
        add_item(write, bank, evil, None, now=NOW, author_id=town.giulia)
    page = signed_in(app, town.giulia).get("/items?q=ratifica").text
    assert "&lt;b&gt;<mark>Ratifica</mark>&lt;/b&gt; &amp; &lt;script&gt;alert(1)" in page
    further = signed_in(app, town.giulia).get("/items?q=ginev").text
    assert "<mark>Ginevra</mark>" in further


def test_the_cost_of_a_list_does_not_grow_with_it(app, session, town, private):
    giulia = signed_in(app, town.giulia)
    addresses = ("/banks", "/items?q=2024", f"/banks/{private}")
    for address in addresses:
        giulia.get(address)
        with counted(app) as before:
            giulia.get(address)
        with db.writing(session) as write:
            bank = queries.bank_by_public_id(write, private)
            for n in range(4):
                add_item(write, bank, make_item(id=f"{n}"), None, now=NOW, author_id=town.giulia)
            make_bank(write, 1, BankHead("Altra", "it"), owner_id=town.giulia, now=NOW)
        session.rollback()
        with counted(app) as after:
            giulia.get(address)
        assert len(after) == len(before) <= 7, address


def test_filters_stand_in_the_form_with_their_counts_and_stay_chosen(app, town, private):
    page = BeautifulSoup(signed_in(app, town.giulia).get("/items?q=2024&type=choice").text, "html.parser")
    chosen = page.find("select", {"name": "type"}).find("option", selected=True)
    assert (chosen["value"], chosen.text) == ("choice", "Single choice (3)") or "(3)" in chosen.text
    assert page.find("input", {"name": "q"})["value"] == "2024"


def test_the_words_are_gone_with_the_index_and_back_with_it(app, session, giulia, private):
    engine = app.extensions["engine"]
    session.rollback()
    session.close()
    schema.downgrade(engine, "0001")
    schema.upgrade(engine)
    with db.make_session(engine) as again:
        assert len(stems(again, giulia, query="perche", bank=private)) == 2
        assert schema.drift(engine) == []
        listed = {each.listed.row.id for each in search.search(again, giulia, search.Wish(), size=100).hits}
        assert len(listed) == 7
        assert Status.READY.value in {v for v, _l, _s in search.search(again, giulia, search.Wish()).facets["status"]}


def test_what_an_address_asks_for_is_cut_and_what_is_no_shelf_does_not_matter():
    asked = {"q": "a\0b" + "c" * 300, "tag": "t" * 300, "shelf": "attic"}
    assert search.wish_of(asked) == search.Wish(query="ab" + "c" * 198, tag="t" * 200)

"""The editor of every type, without JavaScript: rows by buttons, evidence, hints, preview, versions, pictures."""

import io
import re

import pytest
from sqlalchemy import func, select

from quizapp import db
from quizapp.accounts.queries import school
from quizapp.banks import queries
from quizapp.banks.models import Item, ItemAct, ItemVersion
from quizapp.banks.service import add_item
from quizapp.core.pictures import MOST_BYTES, PictureError, attach, mime_of
from quizapp.core.types import TYPES
from tests.bench.paper import WHOLE, bring
from tests.build import NOW, TEXT, form_of, make_item, signed_in
from tests.house import begin

PNG = (
    b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89" + b"\0\0\0\0IEND\xaeB`\x82"
)
COMMON = {"stem": "Che cosa accadde nel marzo 2024?", "as_of": "2024-03-03", "timing": "dated", "kind": "fact"}
FILLED = {
    "choice": {"options-0-text": "La firma", "options-1-text": "La ratifica", "key": "0"},
    "multiple": {
        "options-0-text": "La firma", "options-0-right": "y", "options-1-text": "La lettura", "options-1-right": "y",
        "options-2-text": "La disdetta", "rule": "net-correct",
    },
    "true_false": {"truth": "false", "correction": "Fu firmato a Vienna."},
    "text": {"answers-0-text": "Vienna", "answers-0-fraction": "1"},
    "number": {"numbers-0-value": "3,5", "numbers-0-tolerance": "0,5", "numbers-0-fraction": "1", "unit": "anni"},
    "matching": {
        "pairs-0-left": "La firma", "pairs-0-right": "Vienna", "pairs-1-left": "Lo scambio", "pairs-1-right": "Roma",
    },
    "ordering": {"order-0-text": "L’avvio", "order-1-text": "La firma", "order-2-text": "La ratifica"},
    "cloze": {"stem": "Nel 2024 fu firmato a [[1]].", "gaps-0-type": "text", "gaps-0-right": "Vienna"},
    "classify": {
        "categories-0-text": "Dato per certo", "categories-1-text": "Previsione", "statements-0-text": "Fu firmato.",
        "statements-0-category": "0", "statements-1-text": "Durerà.", "statements-1-category": "1",
    },
}  # fmt: skip


@pytest.fixture
def giulia(app, town):
    return signed_in(app, town.giulia)


def newest(session, public_id):
    session.rollback()
    row = session.scalars(select(Item).where(Item.public_id == public_id)).one()
    wanted = select(ItemVersion).where(ItemVersion.item_id == row.id).order_by(ItemVersion.number.desc())
    version = session.scalars(wanted).first()
    return version, queries.as_core(version.content, version.status)


def blank(client, town, type_):
    """The empty form of a new item, with as many rows as the sample needs."""
    place = f"/banks/{town.bank}/items/new/{type_}"
    form = form_of(client.get(place).text, place)
    names = {name.split("-")[0] for name in FILLED[type_] if re.search(r"-\d+-", name)}
    for name in names:
        wanted = 1 + max(int(each.split("-")[1]) for each in FILLED[type_] if each.startswith(f"{name}-"))
        while sum(f"{name}-{n}-" in "".join(form) for n in range(20)) < wanted:
            page = client.post(place, data={**form, "save": f"add:{name}"})
            assert page.status_code == 422
            form = form_of(page.text, place)
    return place, form


def make(client, town, type_, save="review", **changes):
    place, form = blank(client, town, type_)
    evidence = re.search(r'<option[^>]*value="(\d+-\d+)"', client.get(place).text)
    proof = {"evidence-0-sentence": evidence[1]} if evidence and "evidence-0-sentence" in form else {}
    return client.post(place, data={**form, **proof, **COMMON, **FILLED[type_], **changes, "save": save})


@pytest.mark.parametrize("type_", TYPES)
def test_an_item_of_every_type_is_made_and_comes_back_as_it_was_written(giulia, town, session, type_):
    made = make(giulia, town, type_)
    assert made.status_code == 303, re.findall(r'class="hint[^>]*>.*?</p>', made.text, re.DOTALL)[:5]
    public_id = made.headers["Location"].rsplit("/", 1)[1]
    version, item = newest(session, public_id)
    assert (version.status, item.type) == ("in_review", type_)
    place = f"/items/{public_id}/edit"
    again = giulia.post(place, data={**form_of(giulia.get(place).text, place), "save": "review"})
    assert again.status_code == 303
    assert newest(session, public_id)[0].number == 1, "saving what is there makes no version"
    assert giulia.get(f"/items/{public_id}/preview").status_code == 200


def test_a_button_adds_a_row_and_keeps_what_was_typed(giulia, town):
    place, form = blank(giulia, town, "matching")
    page = giulia.post(place, data={**form, "pairs-0-left": "La firma", "save": "add:pairs"}).text
    rows = [name for name in form_of(page, place) if name.startswith("pairs-") and name.endswith("-left")]
    assert len(rows) == len([name for name in form if name.startswith("pairs-") and name.endswith("-left")]) + 1
    assert 'value="La firma"' in page


def test_only_a_sound_item_can_be_signed_as_ready(giulia, town, session):
    count = session.scalar(select(func.count()).select_from(ItemVersion))
    refused = make(giulia, town, "choice", save="ready", stem="Che cosa accadde?")
    assert refused.status_code == 422
    session.rollback()
    assert session.scalar(select(func.count()).select_from(ItemVersion)) == count


def test_an_item_moves_as_its_states_allow_and_becomes_active_only_when_sound(giulia, town, session):
    for wrong in ("draft", "in_review", "burnt"):
        assert giulia.post(f"/items/{town.item}/status", data={"status": wrong}).status_code == 409
    for step in ("retired", "in_review", "ready"):
        assert giulia.post(f"/items/{town.item}/status", data={"status": step}).status_code == 303
        assert newest(session, town.item)[0].status == step
    unsound = make(giulia, town, "choice", stem="Che cosa accadde?").headers["Location"].rsplit("/", 1)[1]
    assert giulia.post(f"/items/{unsound}/status", data={"status": "ready"}).status_code == 303
    assert newest(session, unsound)[0].status == "in_review"


def kept(session, town, **data):
    """The public id of an item that a bank file brought, with more in it than the form shows."""
    with db.writing(session) as write:
        bank = queries.bank_by_public_id(write, town.bank)
        made = add_item(write, bank, make_item(id="di-file", **data), None, now=NOW, author_id=town.giulia).public_id
    session.rollback()
    return made


def test_what_the_form_does_not_show_survives_an_edit(giulia, town, session):
    spans = [{"start": start, "end": start + 20, "quote": TEXT[start : start + 20]} for start in (0, 20)]
    pairs = [{"left": "Firma", "right": "Vienna", "evidence": spans}, {"left": "Scambio", "right": "Roma"}]
    options = [{"text": "Vienna", "fraction": 1}, {"text": "Roma"}, {"text": "Nessuna", "pinned": True}]
    for data in ({"options": options}, {"type": "matching", "options": None, "pairs": pairs}):
        public_id = kept(session, town, **data)
        place = f"/items/{public_id}/edit"
        form = form_of(giulia.get(place).text, place)
        before = newest(session, public_id)[1]
        assert giulia.post(place, data={**form, "stem": "Dove, nel 2024?", "save": "draft"}).status_code == 303
        version, item = newest(session, public_id)
        assert (version.number, item.stem, item.body) == (2, "Dove, nel 2024?", before.body)
        with db.writing(session) as write:
            write.scalars(select(Item).where(Item.public_id == public_id)).one().key = f"gia-{data.get('type')}"
        session.rollback()


@pytest.mark.parametrize(
    ("value", "tolerance", "found"),
    [
        ("2.500", "", None),
        ("molti", "", None),
        ("2.500,5", "", ("2500.5", "0")),
        ("200", "5%", ("200", "0.05")),
        ("200", "5", ("200", "5")),
    ],
)
def test_a_number_with_two_readings_is_asked_again_and_a_share_is_one(giulia, town, session, value, tolerance, found):
    sent = make(giulia, town, "number", **{"numbers-0-value": value, "numbers-0-tolerance": tolerance})
    assert sent.status_code == (422 if found is None else 303)
    if found:
        (number,) = newest(session, sent.headers["Location"].rsplit("/", 1)[1])[1].body.numbers
        kind = "relative" if tolerance.endswith("%") else "absolute"
        assert (str(number.value), str(number.tolerance)) == found
        assert number.tolerance_kind == kind


def test_rows_move_and_go_by_their_own_buttons_and_stay_within_twenty(giulia, town):
    place, form = blank(giulia, town, "ordering")
    form = {**form, **FILLED["ordering"]}

    def after(wish):
        sent = form_of(giulia.post(place, data={**form, "save": wish}).text, place)
        return [values[0] for name, values in sent.items() if name.startswith("order-") and name.endswith("-text")]

    assert after("up:order:1") == ["La firma", "L’avvio", "La ratifica"]
    assert after("down:order:1") == ["L’avvio", "La ratifica", "La firma"]
    assert after("remove:order:1") == ["L’avvio", "La ratifica"]
    for nothing in ("up:order:0", "down:order:2", "remove:order:7", "up:stem:0", "turn:order:1", "add:nothing"):
        assert after(nothing) == ["L’avvio", "La firma", "La ratifica"], nothing
    form |= {f"order-{place}-text": f"{place}" for place in range(20)}
    assert len(after("add:order")) == 20


def test_a_preview_says_what_it_cannot_read_and_what_a_student_would_be_told(giulia, town, session):
    place = f"/items/{town.item}/preview"
    form = form_of(giulia.get(place).text, place)
    assert giulia.post(place, data=form).status_code == 422
    codes = re.findall(r'type="radio"[^>]*name="(\w+)"[^>]*value="(\w+)"', giulia.get(place).text)
    told = [giulia.post(place, data={**form, name: code}) for name, code in codes]
    assert [(each.status_code, "verdict" in each.text) for each in told] == [(200, True)] * 3
    assert sum("CANARINO-ginevra" in each.text for each in told) == 1


def test_the_hints_that_come_while_one_types_write_nothing(giulia, town, session):
    place = f"/items/{town.item}/edit"
    form = form_of(giulia.get(place).text, place)
    live = giulia.post(place, data={**form, "stem": "Dove?", "save": "ready"}, headers={"HX-Request": "true"})
    assert (live.status_code, "<html" in live.text, 'id="stem-v"' in live.text) == (200, False, True)
    assert newest(session, town.item)[0].number == 1


def test_every_edit_is_a_version_with_a_readable_difference(giulia, town, session):
    place = f"/items/{town.item}/edit"
    form = form_of(giulia.get(place).text, place)
    changed = "In quale capitale fu firmato l’accordo del 2024?"
    assert giulia.post(place, data={**form, "stem": changed, "save": "review"}).status_code == 303
    version, item = newest(session, town.item)
    assert (version.number, item.stem) == (2, changed)
    page = giulia.get(f"/items/{town.item}/versions").text
    assert "<del>" in page
    assert "capitale" in page


def test_an_edit_over_somebody_elses_is_said_and_keeps_the_words(giulia, town):
    place = f"/items/{town.item}/edit"
    form = form_of(giulia.get(place).text, place)
    giulia.post(place, data={**form, "stem": "Dove fu firmato nel 2024?", "save": "review"})
    late = giulia.post(place, data={**form, "stem": "In quale luogo, nel 2024?", "save": "review"})
    assert late.status_code == 409
    assert "In quale luogo, nel 2024?" in late.text


def test_the_same_question_twice_is_told(giulia, town):
    make(giulia, town, "choice")
    public_id = make(giulia, town, "choice").headers["Location"].rsplit("/", 1)[1]
    assert "Che cosa accadde nel marzo 2024?" in giulia.get(f"/items/{public_id}").text.split("<h1", 1)[1]
    place = f"/items/{public_id}/edit"
    page = giulia.post(place, data={**form_of(giulia.get(place).text, place), "save": "check"}).text
    assert 'id="twins"' in page
    assert "già" in page


@pytest.mark.parametrize(
    ("content", "alt", "status"),
    [(PNG, "Una carta", 303), (PNG, "", 422), (b"<svg onload=alert(1)>", "Una carta", 422), (b"", "Una carta", 422)],
)
def test_a_picture_is_known_by_its_content_and_has_words(giulia, town, session, content, alt, status):
    sent = {"picture": (io.BytesIO(content), "carta.png"), "alt": alt}
    answer = giulia.post(f"/items/{town.item}/pictures", data=sent, content_type="multipart/form-data")
    assert answer.status_code == status
    _version, item = newest(session, town.item)
    assert len(item.files) == (status == 303)
    if item.files:
        served = giulia.get(f"/items/{town.item}/pictures/{item.files[0].name}")
        assert served.mimetype == "image/png"
        assert served.headers["X-Content-Type-Options"] == "nosniff"
        assert giulia.post(f"/items/{town.item}/pictures/{item.files[0].name}/remove").status_code == 303
        assert newest(session, town.item)[1].files == ()


def test_a_picture_over_a_megabyte_is_refused():
    with pytest.raises(PictureError, match="too-large"):
        attach(PNG[:33] + b"\0" * MOST_BYTES + PNG[33:], "Una carta", ())


@pytest.mark.parametrize(
    ("head", "tail"),
    [
        (PNG[:16] + (60_000).to_bytes(4, "big") * 2, PNG[24:]),
        (b"\xff\xd8\xff\xe0\0\x04JF\xff\xc0\0\x11\x08\0\x01\0\x01\0\0\0\0\0\0\0\0\0\0",
         b"\xff\xc2\0\x0b\x08\xff\xff\xff\xff\0\0\0\0\xff\xd9"),
        (b"RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0", b"\xff\xff\x00\xff\xff\x00"),
        (b"RIFF\x11\0\0\0WEBPVP8L\x05\0\0\0\x2f", b"\xff\xff\xff\x0f"),
        (b"RIFF\x16\0\0\0WEBPVP8 \x0a\0\0\0\0\0\0\x9d\x01\x2a", b"\xff\x3f\xff\x3f"),
    ],
)  # fmt: skip
def test_a_small_file_that_unfolds_to_gigabytes_is_refused_and_never_served(head, tail):
    with pytest.raises(PictureError, match="too-many-points"):
        attach(head + tail, "Una carta", ())
    assert mime_of(head + tail) is None


def test_where_two_teachers_must_agree_nobody_signs_a_question_alone(app, giulia, town, session):
    with db.writing(session) as write:
        school(write).second_approver = True
    public_id, place = town.item, f"/items/{town.item}/edit"
    form = form_of(giulia.get(place).text, place)
    giulia.post(place, data={**form, "stem": "Dove fu firmato l’accordo del 2024?", "save": "ready"})
    assert newest(session, public_id)[0].status == "in_review"
    giulia.post(f"/items/{public_id}/status", data={"status": "ready"})
    assert newest(session, public_id)[0].status == "in_review"
    signed_in(app, town.admin).post(f"/items/{public_id}/status", data={"status": "ready"})
    assert newest(session, public_id)[0].status == "ready"


def test_a_list_shows_blanks_for_gaps_and_what_of_a_question_was_found(giulia, town):
    source = {"sources-0-title": "Gazzetta del Golfo", "sources-0-outlet": "Golfo", "sources-0-date": "2024-03-03"}
    assert make(giulia, town, "cloze", **source).status_code == 303
    page = giulia.get(f"/banks/{town.bank}?q=gazzetta").text
    assert "<mark>Gazzetta</mark> del Golfo" in page
    assert re.search(r"Nel 2024 fu firmato a _+\.", page)
    assert "[[1]]" not in page


def test_after_a_question_of_ones_own_the_next_is_one_press_away(giulia, town):
    page = giulia.get(make(giulia, town, "choice").headers["Location"]).text
    assert f'href="/banks/{town.bank}/items/new/choice">Un’altra: scelta singola<' in page


def test_a_question_of_the_bench_leads_back_to_its_draft(giulia):
    bench = bring(giulia, **WHOLE)
    draft = bench.drafts()[0]
    bench.decide(draft, "accept")
    item = re.search(r'href="(/items/\w+)/edit"', bench.page())[1]
    page = giulia.get(item).text
    own = draft.rsplit("/", 1)[1]
    assert f'href="{bench.address}?card={own}#draft-{own}"' in page
    assert "Un’altra:" not in page


def test_a_new_question_on_an_article_holds_as_of_its_day(giulia):
    bench = bring(giulia, **WHOLE)
    bench.decide(bench.drafts()[0], "accept")
    bank = re.search(r'href="(/banks/\w+)"', bench.page()[bench.page().index('id="publish"') :])[1]
    form = giulia.get(f"{bank}/items/new/choice").text
    assert re.search(r'name="as_of"[^>]*value="2026-06-11"', form)


def test_what_the_verifier_finds_is_said_with_the_labels_of_the_editor(giulia, town):
    page = make(giulia, town, "choice", save="ready", as_of="").text
    assert "Manca la data a cui vale la risposta («Risposta valida alla data del»)" in page
    assert "«as_of»" not in page


def test_where_two_teachers_must_agree_other_pictures_make_another_question(app, giulia, town, session):
    with db.writing(session) as write:
        school(write).second_approver = True
    assert newest(session, town.item)[0].status == "ready"
    sent = {"alt": "Una carta", "picture": (io.BytesIO(PNG), "carta.png")}
    assert giulia.post(f"/items/{town.item}/pictures", data=sent).status_code == 303
    assert newest(session, town.item)[0].status == "in_review"
    signed_in(app, town.admin).post(f"/items/{town.item}/status", data={"status": "ready"})
    assert newest(session, town.item)[0].status == "ready"
    giulia.post(f"/items/{town.item}/pictures/picture-1.png/remove")
    assert newest(session, town.item)[0].status == "in_review"


@pytest.mark.parametrize("asked", [False, True])
def test_where_two_teachers_must_agree_only_a_question_that_was_asked_is_corrected_by_one(
    app, giulia, town, session, asked
):
    with db.writing(session) as write:
        school(write).second_approver = True
    if asked:
        begin(signed_in(app, town.ada), town.immediate)
    place = f"/items/{town.item}/edit"
    sent = {**form_of(giulia.get(place).text, place), "key": "1", "why": "Fu firmato a Ginevra.", "save": "apply"}
    assert giulia.post(place, data=sent).status_code == 303
    assert newest(session, town.item)[0].status == ("ready" if asked else "in_review")
    assert len(session.scalars(select(ItemAct)).all()) == asked

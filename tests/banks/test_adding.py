"""A question added to a bank stands after those that are there, under a key of its own."""

from sqlalchemy import select

from quizapp import db
from quizapp.banks.models import Item
from quizapp.banks.service import BankHead, add_item, make_bank
from tests.build import NOW, make_item


def test_what_is_added_stands_at_the_end_and_the_same_stem_again_has_another_key(session, town):
    item = make_item(stem="Dove si tenne il vertice del 2024?")
    with db.writing(session) as write:
        bank = make_bank(write, 1, BankHead("Nuova", "it"), owner_id=town.giulia, now=NOW)
        for _time in range(3):
            add_item(write, bank, item, None, now=NOW, author_id=town.giulia)
        found = write.execute(select(Item.position, Item.key).where(Item.bank_id == bank.id).order_by(Item.id)).all()
    assert [row.position for row in found] == [0, 1, 2]
    assert len({row.key for row in found}) == 3

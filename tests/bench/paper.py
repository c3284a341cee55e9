"""Giulia's bench: her article, its drafts, and the forms of its cards."""

import re
from dataclasses import dataclass

from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from tests.house import NEWS, SAID

WHOLE = {**SAID, "url": "https://giornale.example/tassi", "licence": "CC BY 4.0", "title": "Tassi giù"}


@dataclass(frozen=True)
class Bench:
    """An article on somebody's bench."""

    client: FlaskClient
    address: str

    @property
    def article(self) -> str:
        """The public id of the article."""
        return self.address.split("/")[2]

    def page(self, show: str = "") -> str:
        """The page as it stands."""
        return self.client.get(f"{self.address}?show={show}" if show else self.address).text

    def drafts(self) -> list[str]:
        """The addresses of the drafts in order."""
        return [f"/drafts/{draft}" for draft in re.findall(r'<article class="[^"]*" id="draft-(\w+)"', self.page())]

    def card(self, draft: str) -> str:
        """What stands on the card of a draft, opened."""
        name = draft.rsplit("/", 1)[1]
        page = BeautifulSoup(self.client.get(f"{self.address}?card={name}").text, "html.parser")
        return page.select_one(f"#draft-{name}").text

    def decide(self, draft: str, act: str, seq: int = 0, **headers: str):
        """Press a button of a card."""
        return self.client.post(draft, data={"act": act, "seq": str(seq)}, headers=headers)


def bring(client: FlaskClient, **said: str) -> Bench:
    """Paste the news story."""
    answer = client.post("/articles", data={"text": NEWS} | said)
    assert answer.status_code == 303, answer.text
    return Bench(client, str(answer.headers["Location"]))

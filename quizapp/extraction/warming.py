"""The tables of the engine, read before they are needed."""

from functools import cache

from quizapp.extraction.engine import as_json, draft_article
from quizapp.extraction.outline import outline
from quizapp.intake.reading import read_article

_NEWS = {
    "it": """L’Italia firma l’accordo sul clima

Roma, 3 marzo 2024 – L’Italia ha firmato a Bruxelles l’accordo sul clima, ha detto la ministra dell’Ambiente Anna Rossi. La spesa per le energie rinnovabili è salita del 4% nel 2023, a 12 miliardi di euro. «Il piano costerà 300 milioni di euro e partirà il 12 aprile», ha spiegato il presidente del Consiglio Mario Bianchi. Secondo la Commissione europea nel 2025 il Prodotto interno lordo della Francia crescerà dell’1,2 per cento. Il governo tedesco teme che i prezzi aumentino ancora. La decisione è deplorevole. Il 9 giugno 2022 Parigi aveva ospitato il vertice della Nato con 32 Paesi. Fabio Verdi, sindaco di Milano, si è dimesso lunedì. La Corte costituzionale ha respinto il ricorso di 18 regioni. Gli abitanti di Lisbona sono circa 500.000, il doppio di quelli del 1990. La polizia ha arrestato due uomini per un omicidio. L’Istat stima che 3 famiglie su 10 abbiano ridotto i consumi.""",
    "en": """Italy signs climate treaty

London, 3 March 2024 – Italy signed the climate treaty in Brussels, environment minister Anna Rossi said. Spending on renewable energy rose by 4% in 2023, to €12 billion. “The plan will cost $300 million and start on 12 April,” prime minister Mario Bianchi told reporters. According to the European Commission, the French economy will grow by 1.2% in 2025. The German government fears that prices may rise again. The decision is deplorable. On 9 June 2022 Paris hosted the NATO summit with 32 countries. Fabio Verdi, the mayor of Milan, resigned on Monday. The Supreme Court rejected the appeal of 18 states. Lisbon has about 500,000 inhabitants, twice as many as in 1990. Police arrested two men after a murder. The Bank of England said that three in ten families had cut their spending.""",
}


@cache
def warm(lang: str) -> None:
    """Read those of a language, by drafting from a text that asks for most of them: half a second of CPU and 24 MB, once
    in a process and in those that are forked from it."""
    if lang in _NEWS:
        raw = read_article(_NEWS[lang].encode(), lang=lang)
        drafted = draft_article(raw.text, raw.blocks, lang, title=raw.title)
        as_json(drafted)
        outline(drafted)

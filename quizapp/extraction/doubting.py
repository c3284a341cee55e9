"""The words by which a strict reader doubts a sentence: things one of many, comparisons, openings of a side remark."""

import re
from dataclasses import dataclass

MILD = frozenset(
    "anche ancora già solo soltanto proprio ormai persino addirittura pure anch' infine also already only even still more "
    "less fewer later earlier too again likewise".split()
)
"""Words that compare, but do not point at an earlier sentence."""


@dataclass(frozen=True, slots=True)
class Doubting:
    """The tables of one language; the patterns run on the shadow of a text."""

    one_of_many: frozenset[str]
    """Nouns that do not say which one they mean: «il decreto», 'the deal'."""
    compared: re.Pattern[str]
    """Words that measure against something said before."""
    unsettled: re.Pattern[str]
    """What has not been found out, or holds for the hour alone."""
    released: re.Pattern[str]
    """The title of a text that whoever it is about wrote."""
    match_talk: re.Pattern[str]
    """Words of the sports pages that do not say which sport they are about."""
    sports: re.Pattern[str]
    """Which sport it is."""
    vague: re.Pattern[str]
    """Amounts, moments and praise that no key can rest on."""
    reaction: re.Pattern[str]
    """What somebody does that is no news: to welcome, to recall, to thank."""
    everyday: frozenset[str]
    """Capital words that need no explanation, and nouns that explain the name after them."""
    beside: frozenset[str]
    """Words by a person's name that say who that is, where no office does."""
    pointing: re.Pattern[str]
    """Words that point out of the sentence at the one before."""
    idle: re.Pattern[str]
    """Words said to those who listen, to nobody in particular, or instead of an answer."""
    opening: re.Pattern[str]
    """What stands between a question and the words it asks about: the article's day and title."""


_NOTHING = re.compile(r"(?!)")
_ITALIAN = Doubting(
    one_of_many=frozenset(
        "accordo aereo alleanza amministrazione appello articolo assemblea associazione atto azienda banca bando bilancio "
        "campagna caso causa centro comitato commissione compagnia comune comunicato comunità concorso conferenza confronto "
        "consiglio contratto convegno coppia corte crisi dato dati decisione decreto delegazione dibattito direttore "
        "direttiva dirigente discorso discussione documento edificio edizione emendamento emergenza ente esecutivo esercito "
        "esito evento fase festival film fondazione fondo formazione gara generale giudice giuria governatore gruppo "
        "impianto incarico incidente incontro indagine iniziativa inchiesta intesa intervento intervista istituto "
        "istituzione isola lavori leader legge lettera libro lista manifestazione manovra mandato mercato ministra ministro "
        "missione misura misure modello modifica mostra nave norma norme nomina notizia novità operazione opera "
        "organizzazione organismo ospedale pacchetto paese palazzo parere parte partita partito piano piattaforma politica "
        "polizia portavoce posto premier premio presidente presidenza prezzo procedimento procedura processo procura "
        "prodotto progetto programma proposta protesta provvedimento questione rapporto referendum regione regolamento "
        "relatore relazione report responsabile ricerca ricercatori ricorso riforma riunione risoluzione risultato "
        "risultati scelta sciopero scuola seduta segretario sentenza serie servizio sessione settore sindaca sindaco sisma "
        "sistema società sondaggio sonda spesa squadra statistica stima struttura strumento studio studiosi successo "
        "summit tappa tema territorio testo torneo tornata trattativa trattato tribunale ufficio università velivolo "
        "vertice vicenda vicepresidente vincitore visita vittoria votazione voto zona".split()
    ),
    compared=re.compile(
        r"\b(?:altr[oaie]|ulterior[ei]|stess[oaie]|precedent[ei]|successiv[oaie]|seguent[ei]|rispettiv\w+|entramb[ie]|"
        r"in più|in meno|di più|di meno|a su[ao] volta|a loro volta|come detto|così|tali|simil[ei]|intanto|nel frattempo|"
        r"a quel punto|nel complesso|anche|ancora|invece|inoltre|però|quindi|poi|dunque|infatti|tuttavia|pure|proprio|"
        r"già|ormai|solo|soltanto|addirittura|persino|finalmente|di nuovo|sempre d(?:i|el|ello|ella|ei|egli|elle)|in questo|in quest'|"
        r"(?:ha|hanno) aggiunto|aggiung(?:e|ono|endo))\b"
    ),
    unsettled=re.compile(
        r"\b(?:(?:al|per il) momento|tuttora|(?:da|di) (?:chiarire|accertare|verificare|definire|stabilire)|(?:non )?(?:si |sono |è )?(?:esclud(?:e|ono)|esclus[oaie])|"
        r"al vaglio|sono in corso|stanno (?:indagando|cercando|valutando|verificando)|si (?:indaga|ipotizza|attende)|non è chiaro)\b",
        re.IGNORECASE,
    ),
    released=re.compile(
        r"^(?:comunicat[oi]|nota|note)(?: (?:di|a mezzo|per la))? stampa\b|^riceviamo e pubblichiamo\b", re.IGNORECASE
    ),
    match_talk=re.compile(
        r"\b(?:semifinal[ei]|quarti di finale|ottavi di finale|testa di serie|numero uno del mondo|tie-break|(?:due|tre) set|"
        r"Wta|WTA|Atp|ATP|gol|rigor[ei]|pareggi\w*|attaccante|centrocampista|difensore|allenatore|in panchina|neopromoss[ao]|"
        r"pole position|play-?off|trasferta|doppietta)\b"
    ),
    sports=re.compile(
        r"\b(?:calci\w+|tennis\w*|basket|pallacanestro|pallavolo|volley|rugby|ciclis\w+|Formula 1|MotoGP|nuoto|atletica|sci|"
        r"pugilato|pugile|boxe|golf|hockey|scherma|biliardo|Serie [AB]|Champions League|Mondiali?|Europei|Olimpi\w+)\b",
        re.IGNORECASE,
    ),
    vague=re.compile(
        r"\b(?:grande|grandi|important[ei]|ambizios[oaie]|storic[oaie]|divers[ie]|vari[ei]?|alcun[ie]|molt[ie]|numeros[ie]|"
        r"una serie|prossim[oaie] (?:giorni|settimane|mesi)|nei giorni|scorsi|recent[ei]|significativ[oaie]|"
        r"etc|eccetera|ben|cuore|anima|molteplic[ei]|svolta|traguardo)\b|\be così via\b|^Non tutti\b|\b(?:in serata|in giornata|in mattinata)\b"
    ),
    reaction=re.compile(
        r"\b(?:accolto con|espresso|ribadito|sottolineato|ricordato|ringraziato|commentato|salutato|ascoltato|partecipato|"
        r"risposto|replicato|elogiato|lodato|auspicato|si è detto|si è detta|non nasconde|risponde|ricorda|ringrazia)\b"
    ),
    everyday=frozenset(
        "Affari Esteri Economia Interno Interni Difesa Giustizia Salute Istruzione Finanze Trasporti Infrastrutture Ambiente "
        "Lavoro Cultura Agricoltura Camera Senato Parlamento Consiglio Ministri Commissione Comuni Regioni Medioriente "
        "Mezzogiorno Meridione Paese Paesi Stato Stati Governo Repubblica Europa Occidente Internet Covid Covid-19 Pil Iva "
        "Chiesa Natale Pasqua Olimpiadi Europei Mondiali Villa Palazzo Piazza Via Viale Porta Monte Lago Teatro Stretto "
        "Canale Mar Mare Golfo Sud Nord Est Ovest Striscia Premio Nobel Costituzione Università Ministero".split()
    ),
    beside=frozenset(
        "omologo omologa collega premier papa pontefice padre moglie re regina principe principessa".split()
    ),
    pointing=re.compile(
        r"^(?:Lo|La|Li|Ne|L') ?(?:ha|hanno|è|sono|afferm\w+|annunci\w+|certific\w+|comunic\w+|conferm\w+|dic\w+|"
        r"mostr\w+|precis\w+|prev\w+|rend\w+|riferi\w+|rilev\w+|riport\w+|rivel\w+|scriv\w+|sostien\w+|spieg\w+) |"
        r"^Un(?:a |'|o | )(?:accusa|cifra|circostanza|conferma|decisione|dichiarazione|ipotesi|iniziativa|mossa|misura|notizia|"
        r"novità|occasione|passo|possibilità|questione|scelta|sfida|situazione|soluzione|tendenza|tesi|vicenda) (?:\w+ )?(?:che|d[ai] cui|in cui|a cui|con cui)\b"
    ),
    idle=re.compile(
        r"^(?:qualcuno|non (?:voglio|intendo|posso) (?:entrare|commentare|parlare|rispondere|dire)|non commento)\b|"
        r"\b(?:vostr[oaie]|voi|non mi compete)\b",
        re.IGNORECASE,
    ),
    opening=re.compile(r"^(?:Secondo|In) (?:l’articolo|un articolo del .{6,20}?\d{4})(?: intitolato «[^»]*»)?, "),
)
_ENGLISH = Doubting(
    one_of_many=frozenset(
        "administration agreement aircraft airline album announcement appeal article assembly association attack attempt "
        "authorities authority award bank bill board body building campaign candidate case centre center chairman "
        "chairwoman change charity chief city club coalition commission committee community company competition concert "
        "conference conflict contest contract council country county court crash crew crisis damage data deal death debate "
        "decision delegation department development director discussion district document earthquake economy edition "
        "effort election emergency event exhibition facility family festival film findings fire firm flight game "
        "government governor group hearing hospital idea incident industry initiative inquiry institute institution "
        "investigation island issue judge jury launch law lawsuit leader league legislation letter list mayor measure "
        "measures meeting minister ministry mission model movement nation network news office official officials operation "
        "opposition order organisation organization outbreak package painting paper parliament party plan plane plant "
        "player police policy position poll premier president price prize problem process product program programme "
        "project proposal protest protesters province race region report research researchers resolution result results "
        "review rules ruling scheme school scientists season secretary sector senator series service session settlement "
        "ship site situation song spokesman spokesperson spokeswoman state statement station storm strike study summit "
        "survey suspect system talks team test tour tournament town treaty trial trip union university vehicle venue "
        "verdict version victim victory video virus visit vote website winner withdrawal work".split()
    ),
    compared=re.compile(
        r"\b(?:other|others|another|further|same|previous|following|respective(?:ly)?|both|such|similar(?:ly)?|likewise|"
        r"also|too|still|yet|again|instead|however|then|therefore|thus|meanwhile|moreover|already|only|even|finally|"
        r"latter|former|so|later|earlier|additional|as well|more|less|fewer)\b"
    ),
    unsettled=_NOTHING,
    released=_NOTHING,
    match_talk=re.compile(
        r"\b(?:semi-?finals?|quarter-?finals?|(?:top|second|third|fourth|fifth|number one) seed|unseeded|world number \w+|"
        r"straight[- ]sets?|(?:a|one|two) sets? (?:down|up)|a break down|tie-?break|WTA|ATP|ranking title|maiden title|"
        r"striker|midfielder|defender|goalkeeper|head coach|hat-?trick|wickets?|innings|play-?offs?|pole position|"
        r"(?:beat|defeated) .{3,40} \d+-\d+)\b"
    ),
    sports=re.compile(
        r"\b(?:football\w*|soccer|tennis|cricket\w*|rugby|basketball|baseball|golf\w*|hockey|snooker|boxing|boxer|cycling|"
        r"cyclist|swimm\w+|athletics|Formula (?:One|1)|Grand Prix|volleyball|Olympi\w+|World Cup|Premier League|"
        r"Champions League|Wimbledon)\b",
        re.IGNORECASE,
    ),
    vague=re.compile(
        r"\b(?:several|various|some|many|numerous|significant|historic|landmark|ambitious|recent(?:ly)?|a number of|"
        r"a series of|great|major|massive|huge|etc|and so on|sweeping|boost|milestone|setback)\b|^Not (?:everyone|all)\b|\b(?:later|earlier) (?:in the|that) day\b"
    ),
    reaction=re.compile(
        r"\b(?:welcomed|expressed|reiterated|stressed|recalled|thanked|praised|commented|greeted|attended|responded|replied|"
        r"hailed|voiced|wants|hopes|marked)\b"
    ),
    everyday=frozenset(
        "State States Prime Minister President Parliament Senate Congress House Government Council Commission Court Cabinet "
        "Foreign Finance Defence Defense Interior Justice Health Education Transport Energy Internet Covid COVID-19 GDP "
        "Christmas Easter Olympics Olympic World Cup Nobel Prize Constitution Lake Mount River Sea Gulf Strait Bay Gaza "
        "Strip West East North South Western Eastern Northern Southern I II".split()
    ),
    beside=frozenset("counterpart pope king queen prince princess astronaut singer actor actress footballer".split()),
    pointing=re.compile(
        r"^An? (?:claim|decision|development|figure|idea|move|measure|plan|possibility|result|situation|step|trend|view) "
        r"(?:that|which)\b"
    ),
    idle=re.compile(
        r"^(?:someone|somebody|some people|I (?:don't|do not|won't|will not|can't|cannot) (?:comment|speculate|say|know))\b|"
        r"\b(?:no comment|you|your)\b",
        re.IGNORECASE,
    ),
    opening=re.compile(r"^According to (?:the article|an article of .{6,20}?\d{4})(?: headed “[^”]*”)?, "),
)
_PLAIN = Doubting(frozenset(), *(_NOTHING,) * 7, frozenset(), frozenset(), *(_NOTHING,) * 3)
_TABLES = {"it": _ITALIAN, "en": _ENGLISH}


def doubting(lang: str) -> Doubting:
    """The tables of a language; empty ones where the engine has no names and verbs of it."""
    return _TABLES.get(lang, _PLAIN)

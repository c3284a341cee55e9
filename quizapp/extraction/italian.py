"""Italian: how sentences are cut, who speaks, what is only expected, and what leans on context."""

import re

from quizapp.extraction.cues import Cues

_SAID = (
    "detto|dichiarato|affermato|sostenuto|riferito|spiegato|aggiunto|ribadito|precisato|confermato|smentito|negato|"
    "avvertito|ammesso|assicurato|sottolineato|ricordato|commentato|osservato|denunciato|accusato|annunciato|"
    "riconosciuto|replicato|risposto|rivelato|scritto|segnalato|comunicato|concluso|garantito|promesso|chiarito|"
    "raccontato|lamentato|criticato|rivendicato|stimato|calcolato|giudicato"
)
_SAYS = (
    "dice|dicono|dichiara|dichiarano|afferma|affermano|sostiene|sostengono|riferisce|riferiscono|spiega|spiegano|"
    "aggiunge|aggiungono|ribadisce|ribadiscono|precisa|precisano|conferma|confermano|smentisce|smentiscono|nega|negano|"
    "avverte|avvertono|ammette|ammettono|assicura|assicurano|sottolinea|sottolineano|ricorda|ricordano|osserva|"
    "denuncia|denunciano|accusa|accusano|annuncia|annunciano|riconosce|replica|risponde|rivela|rivelano|scrive|scrivono|"
    "segnala|segnalano|conclude|garantisce|promette|chiarisce|racconta|lamenta|rivendica|stima|stimano|calcola|ritiene|"
    "ritengono|crede|credono|pensa|pensano|"
    "disse|dissero|dichiarò|dichiararono|affermò|affermarono|sostenne|riferì|spiegò|aggiunse|ribadì|precisò|confermò|"
    "smentì|negò|avvertì|ammise|assicurò|sottolineò|ricordò|annunciò|rispose|rivelò|scrisse|stimò"
)
_VERB = rf"(?:(?:ha|hanno|aveva|avevano|avrebbe|avrebbero) (?:\w+mente |anche |poi |inoltre )?(?:{_SAID})|{_SAYS})"
_NAMED = r"(?:[A-ZÀ-Ý]|l'|la |il |lo |i |gli |le |un |una |un'|alcuni |alcune |molti |fonti |diversi |gran parte )"

_A_SOURCE = (
    r"(?=quanto\b|(?:il|lo|la|i|gli|le|un|una|alcun\w+|molt\w+|divers\w+|vari\w?|quest\w+|quell\w+|quel|tal[ei]|altr\w+|"
    r"fonti|esperti|analisti|osservatori|economisti|studiosi|scienziati|ricercatori|medici|testimoni|stime|dati|notizie|voci|"
    r"indiscrezioni|studi|ricerche|previsioni|calcoli|indagini|inquirenti|media|giornali|me|noi|lui|lei|loro)\b|(?:[LlUu]n?)['’]|[A-ZÀ-Þ])"
)
"""What follows «secondo» where it names a source: not «secondo successo», the second one."""
_AGO = r"(?:(?:oggi|ieri|stamattina|stamani)(?: \d{1,2} \w+)? )?"
_DONE_TO = (
    r"(?:È|E'|Sono|Era|Erano|Sarà|Saranno|Viene|Vengono) (?:(?:stat[oaie]|inoltre|infatti) )*"
    r"(?!stat[oaie]|diven\w+|divent\w+|consider\w+|nomin\w+|elett[oaie]|defini\w+|ritenut\w+|risult\w+|rimast\w+|appars\w+|chiamat\w+|nat[oaie]\b)[a-zà-ÿ]+"
    rf"(?:[ts]o {_AGO}(?:(?:il|lo|uno?) |l')|[ts]a {_AGO}(?:(?:la|una) |(?:l|un)')|[ts]i {_AGO}(?:i|gli) |[ts]e {_AGO}le )"
)
"""«È stata inaugurata la villa»: a verb with who or what it is said of right after it."""
CUES = Cues(
    abbreviations=frozenset(
        "art avv cav cfr cit col dott dr ecc es etc fig gen ing lett mons n nn nr on p pag prof proff sen sig sigg ss "
        "st tel v vol vs gen feb mar apr mag giu lug ago set sett ott nov dic mln mld cap ca circ l a s d c u r".split()
    ),
    months=(
        "gennaio",
        "febbraio",
        "marzo",
        "aprile",
        "maggio",
        "giugno",
        "luglio",
        "agosto",
        "settembre",
        "ottobre",
        "novembre",
        "dicembre",
    ),
    according=re.compile(
        rf"(?<!il )(?<!un )(?<!Il )(?<!Un )(?<!del )(?<!al )(?<!nel )(?<!sul )(?<!\bin )\b(?:[Ss]econdo {_A_SOURCE}(?:quanto (?:\w+ ){{1,3}}da(?:l|lla|llo|gli|i|lle|ll')?\s?)?"
        rf"|[Ss]tando a(?:l|lla|llo|gli|i|lle|ll')?\s?|[Aa] detta d(?:i|el|ella|ello|ei|egli|elle|ell')\s?|[Aa] parere d(?:i|el|ella|ello|ei|egli|elle|ell')\s?"
        rf"|[Aa] giudizio d(?:i|el|ella|ello|ei|egli|elle|ell')\s?)(?P<holder>{_NAMED}?[^,;:.\"()]{{2,90}}?)(?=[,;:.\"()]| (?:ha|hanno|è|sono|sarebbe|sarebbero|potrebbe)\b|$)"
        rf"|^(?P<per>Per) (?P<who>(?:l'|la |il |lo |i |gli |le |molti |diversi |alcuni )?(?:analisti|esperti|economisti|osservatori|critici|studiosi|opposizione|difesa|accusa|procura|governo)[^,;:.]{{0,60}}?)(?=,| )"
    ),
    said_that=re.compile(
        rf"(?P<holder>{_NAMED}[^;:\"()]{{1,140}}?),? {_VERB}(?: (?:ieri|oggi|inoltre|poi|anche|infine|a \w+|al \w+|alla \w+|ai \w+|agli \w+|all'\w+|in un[a']? ?\w+|su \w+|nel \w+|\w+mente)){{0,3}}"
        r" (?:che|di (?:aver|esser|voler|poter|non|star)\w*)\b"
    ),
    speech=re.compile(rf"\b{_VERB}\b"),
    said_quote=re.compile(
        rf"(?:\",? ?-? ?(?:{_VERB})(?: (?P<holder>[^,;.\"]{{2,90}}?))?(?=[,;.\"]|$)"
        rf"|(?P<before>{_NAMED}[^;\"()]{{1,120}}?),? {_VERB}[^;.\"]{{0,80}}[:,]? \")"
    ),
    told_after=re.compile(
        rf"(?:Lo|Così|È quanto|E' quanto|Questo è quanto) (?:{_VERB}|(?:è|era|viene|veniva) (?:stato )?(?:sostenuto|affermato|dichiarato|detto|riferito|reso noto|comunicato|spiegato|annunciato)|(?:ha|hanno) (?:reso noto|fatto sapere)|rende noto|rendono noto|fa sapere|fanno sapere|"
        rf"riporta|riportano|si legge|emerge)\b|Così (?:il |la |l'|lo |[A-ZÀ-Þ])|A (?:dirlo|affermarlo|dichiararlo|annunciarlo|sostenerlo|renderlo noto) (?:è|sono)\b"
        r"|(?:È|E'|Questo è|Questa è) (?:l'(?:annuncio|accusa|allarme|appello|ipotesi|analisi|opinione)|la (?:tesi|denuncia|stima|previsione|convinzione|posizione)|il (?:parere|giudizio|monito))(?: \w+){0,2}(?:,| (?:d[ai]|del|dell[aoe']?|dei|degli|dal|dall[ao']?|dai|dagli|lanciat[oa]|fatt[oa]|arrivat[oa])\b)"
    ),
    reported=re.compile(
        r"(?<!se )\b(?:avrebbe|avrebbero|sarebbe|sarebbero)(?: \w+)?(?: stat[oaie])? \w+(?:to|ta|ti|te|so|sa|si|se|tto|tta|sto|sta)\b"
        r"|\bpresunt[oaie]\b|\bsi dice che\b|\bpare che\b|\bsembra che\b|\bsembra\b"
    ),
    forecast=re.compile(
        r"\b(?!(?:là|già|rarà)\b)\w{2,}(?:erà|irà|arà|drà|trà|vrà|rrà|eranno|iranno|aranno|dranno|tranno|vranno|rranno)\b|\bsarà\b|\bsaranno\b|\bfarà\b|\bdarà\b"
        r"|\b\w{2,}(?:rebbe|rebbero)\b|\b(?:si|è|sono|era|erano) (?:prevede|prevedono|previst[oaie]|attes[oaie]|attende|attendono|programmat[oaie]|stimat[oaie])\b"
        r"|\bprobabilmente\b|\brischi(?:a|ano|o)?\b(?! idrogeologico)|\bteme(?:re|ndo|va|vano)?\b|\btemono\b|\btimor[ei]\b"
        r"|\bsper(?:a|ano|anza|ando)\b|\bauspic\w+|\bintend(?:e|ono)\b|\bpunta(?:no)? a\b|\bprevision[ei]\b|\bproiezioni\b|\bminacci\w*\b|\bin programma\b|\bprospettiv\w+|\bdestinat[oaie] a\b|\bpianific\w+|\bpreved\w+ (?:che|di|una crescita|un aumento)\b|\bforse\b|\bobiettivo (?:è|di)\b|\bè prevista\b|\bslitta\w*\b"
    ),
    strong_forecast=re.compile(
        r"\b(?:potrebbe|potrebbero|dovrebbe|dovrebbero|si prevede che|è previst[oa]|sono previst[ie])\b"
    ),
    judging=re.compile(r"\b[Aa] (?:giudizio|parere|avviso)\b|\b[Ss]econdo molti\b|\b[Pp]er (?:molti|alcuni)\b"),
    weak_forecast=re.compile(
        r"\bprobabil[ei]\b|\bpossibil[ei]\b|\bpotenzial\w+|\beventual\w+|\b(?:può|possono|poteva|potevano|deve|devono|vuole|vogliono|possa|possano|dovesse|dovessero|fosse|fossero)\b|\bse\b"
    ),
    opinion=re.compile(
        r"\b(?:preoccupant[ei]|sorprendent[ei]|straordinari[oae]|drammatic[oaihe]+|inaccettabil[ei]|vergognos\w|scandalos\w|deludent[ei]|eccellent[ei]|magnific\w|terribil[ei]|"
        r"senza precedenti|a mio avviso|purtroppo|fortunatamente|sfida diretta|segnale di allarme|non è solo una questione|giustamente|ingiust\w|assurd\w|clamoros\w|importantissim\w|bellissim\w|incredibil\w|spettacolar\w|memorabil\w|meritat\w)\b"
    ),
    dependent_start=re.compile(
        r"(?:Lo (?:ha|hanno|aveva|avevano|si|afferma|annuncia|dice|rivela|conferma|sostiene|riferisce|scrive|rende|spiega|dichiara|riporta|comunica|segnala|prevede|stabilisce|ricorda|sottolinea|rende|fa|chiede|dimostra)\b|L'(?:ha|hanno|aveva|avevano) |(?:Gli|Le) (?:è|ha|hanno|sono)\b|A (?:dirlo|darne|riferirlo|renderlo|annunciarlo|confermarlo|scriverlo|testimoniare)|Insomma|Eccol|"
        r"Ciò|A ciò|Quest[oa](?! (?:mattina|mattino|sera|notte|settimana|mese|pomeriggio|anno))|Questi|Queste|Quest'(?!anno|estate|inverno)|Quello|Quella|Quelli|Quelle|Tale|Tali|Tanto|Entrambi|Entrambe|Costui|Costoro|Esso|Essa|Essi|Esse|Egli|Ella|Lui|Lei|Loro|"
        r"Ne |Vi |Ci |Lo stesso|La stessa|Gli stessi|Le stesse|In quel|In quest|A quest|A quel|Da quest|Da quel|Di quest|Con quest|Con quel|Per quest|Su di |Di lui|Di lei|Anche |Infatti|Inoltre|Tuttavia|Invece|Però|Ma |E |Ed |Eppure|Quindi|Dunque|Così|Pertanto|"
        r"Altri |Altre |Altro |Un altro|Un'altra|L'altro|L'altra|Gli altri|Le altre|Uno dei|Una delle|Il primo(?! ministro)|La prima(?! ministra)|Il secondo|La seconda|Il terzo|Tra questi|Tra loro|Fra questi|Tra i |Tra le |Nel frattempo|Poco dopo|Subito dopo|Dopo di|Allo stesso|Nello stesso|Alla fine|Intanto|Perciò|Successivamente|Poi |Prima |Dopo |Allora|Ecco|Sempre |Proprio |"
        r"Il giorno (?:prima|dopo|precedente|seguente|successivo)|L'anno (?:prima|dopo|scorso|precedente|successivo)|Il mese|La settimana|A sua volta|Al contrario|D'altra parte|Da parte sua|Per questo|Del resto|In particolare|In questo|In tal|In totale|In precedenza|In seguito(?! a)|Più (?:avanti|tardi)|Di (?:fatto|certo|per sé)\b|Da (?:segnalare|registrare|notare|ricordare|sottolineare)|Non solo|Per giunta|(?:\w+ ){1,2}(?:anni|mesi|giorni|settimane|ore|minuti) (?:più tardi|(?:dopo|prima),)|Il che|Nonostante ciò|Oltre a ciò|Qui|Là|Lì|Qualche|Solo |Soltanto |Si |Secondo (?:lui|lei|loro|questa|questo|quest))"
    ),
    subjectless_start=re.compile(
        r"(?:(?:In|A|Da|Dal|Nel|Nella|Con) (?:[a-zà-ÿ]+ )?[\w']+ (?:divenne|diventò|fu|fece|ha|hanno|aveva|è|sono|era|erano) |"
        rf"(?!{_DONE_TO})(?:Non |Si |Ci |Vi |Lo |La |Li |Le |Ne )?(?:E'(?= )|(?:È|Era|Erano|Ha|Hanno|Aveva|Avevano|Sono|Sarà|Saranno|Fu|Furono|Viene|Vengono|Veniva|Può|Possono|Deve|Devono|Avrebbe|Sarebbe|Potrebbe|Ebbe|Va|Stava)\b)"
        r"|(?:Terminat|Arrivat|Conclus|Finit|Trattand|Essend|Avend|Parland|Stat|Nat|Mort|Giunt|Condannat|Accusat|Elett)\w* "
        r"|[^,]{2,60}, (?:è|era|ha|aveva|sono|hanno|fu|viene|sarà|erano|avevano|si \w+|non ha|non è) "
        r"|(?:(?:Il|L'|Dal|Dall') ?\d{1,2}°? \w+ (?:\d{4} )?|(?:Nel|Nell'|Dal|A|Ad|In) ?(?:\w+ )?\d{4} )(?:è|era|ha|aveva|sono|hanno|fu|erano|avevano|si è) )"
    ),
    side_clause=re.compile(
        r";\s|,? (?:mentre|anche se|dove|sebbene|benché)\s|, (?:ma|però|il quale|la quale|i quali|le quali|nel quale|nella quale|con un|con una|grazie a|oltre a|tra cui|tra i quali|che|\w+(?:ando|endo))\s| - "
    ),
    definite_start=re.compile(r"(?:Il|Lo|La|I|Gli|Le|L')\s?[a-zà-ÿ]\w+"),
    pronoun_start=re.compile(r"(?:Egli|Lui|Lei|Ella)(?= )"),
    connective=re.compile(
        r"(?:Tuttavia|Inoltre|Infatti|Intanto|Però|Quindi|Dunque|D'altra parte|Al contrario|Nel frattempo|Pertanto|Invece|Per questo|Del resto|In particolare|Allo stesso tempo|Da parte sua|A questo proposito|Ma|E), (?=\S)|(?:Tuttavia|Inoltre|Infatti|Intanto) (?=(?:il|la|lo|i|gli|le|l')\s?)"
    ),
    deictic=re.compile(
        r"\b(?:oggi|ieri|domani|dopodomani|stamattina|stamani|stasera|stanotte|stamane|l'altro ieri|avantieri|adesso|ora|attualmente|finora|recentemente|di recente|nei giorni scorsi|nell[ae] ultim[ae] (?:ore|settiman[ae])|negli ultimi (?:giorni|mesi|anni)|da qualche (?:giorno|settimana|mese|anno|tempo)|da (?:alcuni|pochi) (?:giorni|mesi|anni)|ultimamente|quest'anno|quest'estate|scors[oaie]|prossim[oaie]|questa (?:mattina|sera|notte|settimana)|questo (?:mese|pomeriggio|anno)|al momento|in queste ore|(?:ann[io]|mes[ei]|giorn[io]|or[ea]|settiman[ea]|minut[io]|secol[io]|decenni|tempo|poco) fa|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|odiern\w+|attual[ei]|ormai|nelle scorse|appena)\b",
        re.IGNORECASE,
    ),
    anaphora=re.compile(
        r"\b\w{2,}(?:ar|er|ir|or)(?:lo|la|li|le|ne|gli|celo|cela|celi|cele|glielo|gliela)\b|\b(?!richiamo\b)\w{3,}iamo\b|"
        r"\bci (?!(?:è|era|erano|sono|sia|siano|fu|furono|sarà|saranno|sarebbe\w*|fosse\w*|stat[oaie]|si|vuole|vogliono|vorr\w+|vol\w+|met\w+|mis\w+|potr\w+|può|possono|poss\w+|deve|devono|dovr\w+|sta|stanno|stav\w+|prov\w+|tien\w+|tenev\w+|riprov\w+|riesc\w+|credo\w*|crede\w*|pens\w+)\b)(?=[a-zà-ÿ]{2})|"
        r"\b(?:nostr[oaie]|noi|abbiamo|stiamo|siamo|possiamo|dobbiamo|vogliamo|puoi|trovi|tuo|tua|tuoi|tue|quest[oaei]|quell[oaei]|quegli|quei|quel|tal[ei]|suddett\w+|predett\w+|citat[oaie]|stess[oaie]|quest'\w+|costui|esso|essa|essi|esse|egli|ella|lui|lei|ess[oaie]|quanto sopra|i due|le due|simil[ei]|analog[aohi]+|gli altri|le altre|l'altr[oa]|altrettant\w|ciò|il primo|il secondo|quest'ultim[oa]|quest'ultimi|il giovane|l'uomo|la donna|il ragazzo|la ragazza|la coppia)\b"
        r"|\b(?:[Ii]l (?:[Pp]aese|presidente|premier|ministro|partito|club|gruppo|testo|trattato|referendum|film|sisma|governo|progetto|libro|programma|velivolo|veicolo|satellite|virus|processo|giudice|tribunale|documento|rapporto|comunicato|provvedimento|disegno|decreto)|[Ll]a (?:regione|città|società|squadra|band|vittima|legge|gara|partita|scossa|struttura|zona|polizia|riforma|norma|proposta|missione|nave|sonda|sentenza|decisione|notizia|votazione|coalizione|maggioranza)|[Ll]e vittime|[Ll]'(?:azienda|accordo|incidente|attacco|istituto|aereo|edificio|evento|iniziativa|organizzazione|associazione|esperimento|inchiesta|indagine))\b"
        r"(?! (?:[A-ZÀ-Þ\"]|d[aeiu]\w*'? ?|per |tra |fra |con |su|contro |\d|\w+(?:an|es|in|ic|al|iv|ar|at|ut|it)[oaie]\b))"
    ),
    possessive=re.compile(r"\b(?:suo|sua|suoi|sue|loro)\b"),
    linking=re.compile(
        r"\b(?:invece|poi|però|inoltre|infatti|tuttavia|quindi|dunque|anche|anch'|pure|altrettanto|comunque|ancora|infine)\b"
    ),
    definite=re.compile(
        r"(?<!\w)(?:[Ii]l|[Ll]o|[Ll]a|[Ii]|[Gg]li|[Ll]e|[Ll]'|[Dd]el|[Dd]ello|[Dd]ella|[Dd]ell'|[Dd]ei|[Dd]egli|[Dd]elle|[Aa]l|[Aa]llo|[Aa]lla|[Aa]ll'|[Aa]i|[Aa]gli|[Aa]lle|[Dd]al|[Dd]alla|[Dd]all'|[Dd]ai|[Nn]el|[Nn]ella|[Nn]ell'|[Nn]ei|[Ss]ul|[Ss]ulla|[Ss]ull')\s?(?P<noun>[a-zà-ÿ]{4,})\b(?! (?:d[aeiu]\w*'? ?|[A-ZÀ-Þ\"]|per |tra |fra |con |contro |su\w*(?:'| )|\w+(?:an|es|in|ic|al|iv|ar|at|ut|it)[oaie]\b))"
    ),
    born=re.compile(r"\b(?:nacque|nat[oa] (?:a|il|nel)|era nat[oa]|è nat[oa])\b"),
    harm=re.compile(
        r"\b(?:uccis\w+|uccid\w+|omicid\w+|assassin\w+|mort[oaie]\b|decedut\w+|vittim\w+|ferit[oaie]\b|stupr\w+|violentat\w+|violenza sessuale|abus[oi]\b|molest\w+|suicid\w+|pedofil\w+|minorenn\w+|\d{1,2}enne|bambin[oaie]\b|arrestat\w+|indagat\w+|imputat\w+|condannat\w+|accusat[oaie] di|sospettat\w+|reato|reati|rapin\w+|furt[oi]\b|spaccio|droga|mafi\w+|camorr\w+|'ndrangheta|terrorist\w+|attentat\w+|strag[ei]\b|rapit\w+|ostagg\w+|malat\w+|malatti\w+|tumor\w+|cancro|ricoverat\w+|contagi\w+|ospedale|funeral\w+|salma|cadaver\w+|incidente stradale|autopsia|carcere|detenut\w+|aggredit\w+|aggressione|coltell\w+|spar(?:ato|ò|atoria|i)\b|esplosion\w+|terremot\w+|alluvion\w+|naufrag\w+|scomparsa|tortur\w+|stupefacent\w+|doping|fallimento|bancarotta|truff\w+|corruzion\w+|tangent\w+|evasione)",
        re.IGNORECASE,
    ),
    casualties=re.compile(
        r"\b(?:mort[ie]|vittim\w+|ferit[ie]|dispers[ie]|decess\w+|cadaver\w+|sfollat\w+|contag\w+|ostaggi|uccis[ie]|uccidendo|accoltell\w+|deceduti)\b",
        re.IGNORECASE,
    ),
    loaded=re.compile(
        r"\b(?:guerrafonda\w+|regime|minaccia|folle|follia|barbar\w+|criminale|terrorist\w+|strage|massacro|dittator\w+|fascist\w+|invasione di migranti|clandestin\w+|buonist\w+|eroic\w+|vile|feroc[ei]|spietat\w+|farneticant\w+)\b",
        re.IGNORECASE,
    ),
    finite_verb=re.compile(
        r"\b(?:è|era|erano|ha|hanno|aveva|avevano|sono|fu|furono|sarà|saranno|viene|vengono|venne|vennero|può|possono|deve|devono|potrebbe|potrebbero|dovrebbe|dovrebbero|sarebbe|sarebbero|avrebbe|avrebbero)\b"
        r"|\b\w{2,}(?:ò|ì|arono|irono|erono|ava|eva|iva|avano|evano|ivano|isce|iscono|erà|irà|eranno|iranno|erebbe|irebbe)\b"
    ),
    not_a_holder=re.compile(
        r"^(?:questo|questa|lui|lei|loro|quanto|cui|che|me|te|noi|voi|i quali|le quali|il quale|la quale|alcuni|molti|alcune|molte|altri|posto|piano|tempo|turno|trimestre|semestre|grado|mandato|l'articolo|i dati|le previsioni|il programma|la legge|le regole|il regolamento|gli uomini|le donne|le persone|la gente|i cittadini|criteri|modalità|le modalità|una)\b",
        re.IGNORECASE,
    ),
    number_words=frozenset(
        "due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti trenta quaranta cinquanta sessanta settanta ottanta novanta cento duecento trecento mille duemila diecimila centomila".split()
    ),
    unit_words=re.compile(
        r"(?:per cento|milioni|milione|miliardi|miliardo|mila|euro|dollari|sterline|chilometri|km|metri|tonnellate|chili|kg|litri|gradi|anni|mesi|giorni|ore|minuti|settimane|voti|seggi|deputati|senatori|paesi|Paesi|Stati|persone|abitanti|soldati|militari|uomini|studenti|posti|aziende|imprese|famiglie|punti|gol|medaglie|barili|ettari|migranti|elettori|cittadini|scuole|comuni|parlamentari|delegati|membri|specie|animali|esemplari|satelliti|megawatt|gigawatt)\b"
    ),
    stop_words=frozenset(
        "a ad al alla allo ai agli alle all anche c che chi ci come con cui da dal dalla dallo dai dagli dalle dall degli dei del della delle dello di dell dopo e è ed era erano essere fra gli ha hanno i il in io l la le lo ma nei nel nella nelle nello negli nell non o per più poi prima quale quali quando quanto questa queste questi questo se sono stata state stati stato su sua sue sui sul sulla sulle sullo sugli suo suoi tra un una uno si sarà fu contro senza verso ne loro già così mentre dove perché".split()
    ),
)

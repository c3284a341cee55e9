"""Spanish: how sentences are cut, who speaks, and what leans on context; facts and claims by plain cues alone."""

import re

from quizapp.extraction.cues import Cues

_SAID = (
    "dicho|declarado|afirmado|asegurado|explicado|añadido|confirmado|negado|anunciado|señalado|denunciado|advertido|"
    "reconocido|informado|sostenido|subrayado|recordado|indicado|manifestado|criticado|acusado|revelado|estimado"
)
_SAYS = (
    "dice|dicen|dijo|dijeron|declara|declaró|declararon|afirma|afirman|afirmó|afirmaron|asegura|aseguran|aseguró|"
    "aseguraron|explica|explicó|explicaron|añade|añadió|confirma|confirmó|confirmaron|niega|negó|negaron|anuncia|anunció|"
    "anunciaron|señala|señalan|señaló|señalaron|denuncia|denunció|denunciaron|advierte|advirtió|reconoce|reconoció|"
    "informa|informó|informaron|sostiene|sostienen|sostuvo|subraya|subrayó|recuerda|recordó|indica|indicó|indicaron|"
    "estima|estiman|estimó|calcula|calculan|calculó|considera|consideran|cree|creen|piensa|piensan"
)
_VERB = rf"(?:(?:ha|han|había|habían) (?:{_SAID})|{_SAYS})"
_NAMED = r"(?:[A-ZÁÉÍÓÚÑ]|el |la |los |las |un |una |fuentes )"
_NEVER = re.compile(r"(?!)")

CUES = Cues(
    abbreviations=frozenset("sr sra sres dr dra d gral cnel art núm n pág p av avda ej etc ee uu prof lic ing máx mín aprox".split()),
    months=tuple("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()),
    according=re.compile(
        rf"\b(?:[Ss]egún|[Dd]e acuerdo con|[Aa] juicio de|[Ee]n opinión de) (?P<holder>{_NAMED}?[^,;:.\"()]{{2,90}}?)(?=[,;:.\"()]|$)"
    ),
    said_that=re.compile(rf"(?P<holder>{_NAMED}[^;:\"()]{{1,120}}?),? {_VERB}(?: (?:ayer|hoy|también|además))? que\b"),
    speech=re.compile(rf"\b{_VERB}\b"),
    said_quote=re.compile(
        rf"(?:\",? ?-? ?{_VERB}(?: (?P<holder>[^,;.\"]{{2,90}}?))?(?=[,;.\"]|$)|(?P<before>{_NAMED}[^;\"()]{{1,100}}?),? {_VERB}[^;.\"]{{0,60}}[:,]? \")"
    ),
    told_after=re.compile(r"(?:Así lo|Lo) (?:ha |han )?(?:dijo|dicho|anunció|anunciado|afirmó|afirmado|indicó|indicado|informó|informado|explicó)\b"),
    reported=re.compile(r"\b(?:habría|habrían) \w+d[oa]s?\b|\bpresunt[oa]s?\b|\bsupuest[oa]s?\b|\bal parecer\b|\bse dice que\b|\bparece que\b"),
    forecast=re.compile(
        r"\b\w{3,}(?:ará|erá|irá|arán|erán|irán|ría|rían)\b|\bserá\b|\bserán\b|\bhabrá\b|\bpodrá\w*\b|\btendrá\w*\b|\bse (?:prevé|espera|estima)\b|"
        r"\bprobablemente\b|\bposiblemente\b|\bquizás?\b|\btal vez\b|\btem[ea]\w*\b|\besperan? que\b|\bva[n]? a \w+r\b|\bpretend\w+|\bplanea\w*\b"
    ),
    strong_forecast=re.compile(r"\b(?:podría|podrían|debería|deberían|se prevé que|se espera que)\b"),
    judging=re.compile(r"\b[Aa] juicio de\b|\b[Ee]n opinión de\b|\b[Ss]egún (?:muchos|algunos)\b"),
    weak_forecast=re.compile(r"\b(?:puede|pueden|debe|deben|quiere|quieren|posible|probable|potencial\w*|eventual\w*|si)\b"),
    opinion=re.compile(
        r"\b(?:preocupant\w+|sorprendent\w+|extraordinari\w+|dramátic\w+|inaceptabl\w+|vergonzos\w+|escandalos\w+|excelent\w+|magnífic\w+|terribl\w+|"
        r"sin precedentes|lamentabl\w+|afortunadamente|por desgracia|injust\w+|absurd\w+|increíbl\w+)\b"
    ),
    dependent_start=re.compile(
        r"(?:Est[eoa]s?|Es[eoa]s?|Aquell?[oa]?s?|Dich[oa]s?|Tal(?:es)?|Él|Ella|Ellos|Ellas|Ello|Su|Sus|Lo |Le |Les |Se |Ambos|Ambas|También|Además|Sin embargo|"
        r"No obstante|Por (?:eso|ello|tanto|otra parte|su parte|lo tanto|otro lado)|Así|Asimismo|Pero |Y |E |O |Mientras tanto|Entonces|Luego|Después|Más tarde|Antes|"
        r"Allí|Aquí|Otr[oa]s?|Un[oa]s? de|Entre (?:ellos|ellas)|El primero|La primera|El segundo|La segunda|El otro|La otra|Los otros|Las otras|El mismo|La misma|"
        r"Hoy|Ayer|Mañana|Ahora|Al día siguiente|En (?:ese|este|esa|esta|aquel|aquella)|A pesar de|De (?:este|esta|ese|esa)|Con (?:este|esta|ese|esa)|Finalmente|Por último)\b"
    ),
    subjectless_start=re.compile(
        r"(?:(?:No |Ya )?(?:Es|Era|Eran|Son|Fue|Fueron|Ha|Han|Había|Habían|Está|Están|Estaba|Hay|Hubo|Será|Tiene|Tuvo|Puede|Podría|Nació|Murió|Recibió|Logró|Según él|Según ella)\b"
        r"|(?:En|Desde|Tras|Durante|A|Por|Con|El \d) [^,]{2,60}, (?:es|era|fue|ha|había|se|son|fueron|han|está|tuvo|nació|murió|logró|recibió|ganó|pasó|hizo|volvió)\b"
        r"|(?:En|El) (?:\w+ )?(?:de )?(?:\d{4}|\d{1,2} de \w+(?: de \d{4})?),? (?:fue|era|es|ha|había|se|fueron|nació|murió|recibió|ganó|volvió|logró)\b)"
    ),
    side_clause=re.compile(r";\s|,? (?:mientras que|aunque|donde|si bien)\s|, (?:pero|\w+(?:ando|iendo))\s| - "),
    definite_start=re.compile(r"(?:El|La|Los|Las) [a-záéíóúñ]\w+"),
    pronoun_start=_NEVER,
    connective=re.compile(
        r"(?:Sin embargo|Además|Asimismo|No obstante|Por otra parte|Por otro lado|Por su parte|Mientras tanto|Por tanto|Por lo tanto|En particular|Finalmente|Por último), (?=\S)"
    ),
    deictic=re.compile(
        r"\b(?:hoy|ayer|anteayer|mañana|anoche|ahora|actualmente|recientemente|últimamente|este (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|año|mes|jueves)|"
        r"esta (?:mañana|tarde|noche|semana)|pasad[oa]s?|próxim[oa]s?|lunes|martes|miércoles|jueves|viernes|sábado|domingo|hace|hasta ahora|en los últimos|por el momento)\b",
        re.IGNORECASE,
    ),
    anaphora=re.compile(
        r"\b(?:est[eoa]s?|es[eoa]s?|aquel(?:l[oa]s?)?|dich[oa]s?|tal(?:es)?|él|ella|ellos|ellas|ello|mism[oa]s?|ambos|ambas|los dos|las dos|"
        r"el anterior|la anterior|el primero|el segundo|el hombre|la mujer|el joven|la pareja|allí|aquí)\b"
        r"|\b[Ee]l (?:país|presidente|ministro|partido|club|grupo|texto|acuerdo|gobierno|proyecto|programa|avión|informe|documento|tribunal|juez|estudio|terremoto)\b(?! (?:de|del|que|sobre|para|contra|entre|[A-ZÁÉÍÓÚ]|\w+(?:an[oa]|és|esa|al|iv[oa])\b))"
        r"|\b[Ll]a (?:región|ciudad|empresa|ley|reforma|misión|sentencia|decisión|víctima|organización|zona|policía)\b(?! (?:de|del|que|sobre|para|contra|entre|[A-ZÁÉÍÓÚ]|\w+(?:an[oa]|és|esa|al|iv[oa])\b))"
    ),
    possessive=re.compile(r"\b(?:su|sus|suyo|suya|suyos|suyas)\b"),
    linking=re.compile(r"\b(?:también|además|entonces|en cambio|por tanto|sin embargo|asimismo|todavía|aún|igualmente)\b"),
    definite=re.compile(
        r"\b(?:[Ee]l|[Ll]a|[Ll]os|[Ll]as|[Dd]el|[Aa]l) (?P<noun>[a-záéíóúñ]{4,})\b(?! (?:de|del|que|[A-ZÁÉÍÓÚ\"]|para |por |con |contra |entre |sobre |\w+(?:an[oa]s?|és|esas?|al|ales|iv[oa]s?|ic[oa]s?|ad[oa]s?|id[oa]s?)\b))"
    ),
    born=re.compile(r"\b(?:nació|nacid[oa])\b"),
    harm=re.compile(
        r"\b(?:asesin\w+|homicid\w+|muert\w+|murió|murieron|mat[aóo]\w*|fallec\w+|víctima\w*|herid\w+|viol(?:ó|ada|ación|ador)\w*|abus\w+|suicid\w+|menor(?:es)?|niñ[oa]s?|"
        r"deten\w+|arrest\w+|acusad\w+|condenad\w+|imputad\w+|sospech\w+|delito\w*|crimen\w*|criminal\w*|rob[oó]\w*|droga\w*|narco\w*|terroris\w+|atentad\w+|secuestr\w+|"
        r"enferm\w+|cáncer|hospital\w*|contagi\w+|cárcel|preso\w*|terremoto\w*|inundaci\w+|accidente\w*|explosi\w+|tiroteo\w*|corrup\w+|fraude\w*|tortur\w+)",
        re.IGNORECASE,
    ),
    casualties=re.compile(r"\b(?:muert[oa]s|víctimas|herid[oa]s|desaparecid[oa]s|fallecid[oa]s|desplazad[oa]s|contagiad[oa]s|rehenes|cadáveres)\b", re.IGNORECASE),
    loaded=re.compile(r"\b(?:régimen|amenaza|loc[oa]|locura|bárbar\w+|criminal(?:es)?|terrorista\w*|masacre|dictador\w*|fascista\w*|heroic\w+|cobarde\w*|feroz|despiadad\w+)\b", re.IGNORECASE),
    finite_verb=re.compile(
        r"\b(?:es|era|eran|son|fue|fueron|ha|han|había|habían|está|están|estaba|estaban|hay|hubo|tiene|tienen|puede|pueden|debe|deben|hizo|hace|hacen|dio|da|va|van|"
        r"\w{2,}(?:ó|aron|ieron|aba|aban|ía|ían|ará|erá|irá|arán|erán|irán))\b"
    ),
    not_a_holder=re.compile(r"^(?:él|ella|ellos|ellas|esto|eso|ello|lo|quien|que|yo|nosotros|muchos|algunos|el artículo|la ley|los datos|las reglas)\b", re.IGNORECASE),
    number_words=frozenset("dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince veinte treinta cuarenta cincuenta cien ciento doscientos mil".split()),
    unit_words=re.compile(
        r"(?:por ciento|millones|millón|mil|euros|dólares|kilómetros|km|metros|toneladas|kilos|kg|litros|grados|años|meses|días|horas|votos|escaños|diputados|países|"
        r"personas|habitantes|soldados|estudiantes|empresas|familias|puntos|goles|barriles|hectáreas)\b"
    ),
    stop_words=frozenset(
        "a al algo ante antes así aunque bajo cada casi como con contra cual cuando de del desde donde dos durante e el ella ellas ellos en entre era eran es esa ese eso esta este esto "
        "está están fue fueron ha había hace hacia han hasta hay la las le les lo los más mientras mismo muy ni no nos o otra otro para pero por porque que quien se según ser si sido sin "
        "sino sobre son su sus también tan tanto te tiene todo todos tras un una unas unos y ya".split()
    ),
)  # fmt: skip

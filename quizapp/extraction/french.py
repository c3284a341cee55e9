"""French: how sentences are cut, who speaks, and what leans on context; facts and claims by plain cues alone."""

import re

from quizapp.extraction.cues import Cues

_SAID = (
    "dit|déclaré|affirmé|assuré|expliqué|ajouté|confirmé|nié|démenti|annoncé|indiqué|dénoncé|averti|reconnu|précisé|"
    "soutenu|souligné|rappelé|estimé|révélé|critiqué|accusé|rapporté|fait savoir|jugé"
)
_SAYS = (
    "dit|disent|déclare|déclarent|affirme|affirment|assure|assurent|explique|expliquent|ajoute|ajoutent|confirme|"
    "confirment|nie|nient|annonce|annoncent|indique|indiquent|dénonce|dénoncent|avertit|reconnaît|précise|précisent|"
    "soutient|soutiennent|souligne|soulignent|rappelle|estime|estiment|révèle|préconise|prône|juge|jugent|pense|pensent|"
    "croit|croient|déclara|affirma|annonça|rapporte|rapportent"
)
_VERB = rf"(?:(?:a|ont|avait|avaient) (?:également |aussi )?(?:{_SAID})|{_SAYS})"
_NAMED = r"(?:[A-ZÀ-Þ]|l'|le |la |les |un |une |des |plusieurs |certains )"
_NEVER = re.compile(r"(?!)")

CUES = Cues(
    abbreviations=frozenset("m mm mme mlle dr pr me st ste art n p pp éd vol cf etc env av apr janv févr avr juil sept oct nov déc ex".split()),
    months=tuple("janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()),
    according=re.compile(
        rf"\b(?:[Ss]elon|[Dd]'après|[Ss]uivant|[Pp]our) (?P<holder>{_NAMED}?(?!cent\b|que\b|l'instant|le moment)[^,;:.\"()]{{2,90}}?)(?=[,;:.\"()]|$)(?<!pour)"
    ),
    said_that=re.compile(rf"(?P<holder>{_NAMED}[^;:\"()]{{1,120}}?),? {_VERB}(?: (?:hier|aujourd'hui|aussi|également|ainsi))? (?:que |qu')"),
    speech=re.compile(rf"\b{_VERB}\b"),
    said_quote=re.compile(
        rf"(?:\" ?,? ?(?:a-t-(?:il|elle) \w+|ajoute-t-(?:il|elle)|{_VERB})(?: (?P<holder>[^,;.\"]{{2,90}}?))?(?=[,;.\"]|$)|(?P<before>{_NAMED}[^;\"()]{{1,100}}?),? {_VERB}[^;.\"]{{0,60}}[:,]? \")"
    ),
    told_after=re.compile(r"C'est ce qu(?:e|'a|'ont) (?:déclaré|annoncé|affirmé|indiqué|expliqué|dit)\b"),
    reported=re.compile(
        r"\b(?:aurait|auraient|serait|seraient)\b|\bprésumée?s?\b|\bprétendue?s?\b|\bil semble que\b|\bsemblerait\b|\bapparemment\b"
    ),
    forecast=re.compile(
        r"\b\w{2,}(?:era|eront|ira|iront|dra|dront|vra|vront|rra|rront)\b|\bsera\b|\bseront\b|\baura\b|\bauront\b|\b(?:devrait|devraient|pourrait|pourraient)\b|"
        r"\bprobablement\b|\bpeut-être\b|\bsans doute\b|\brisqu\w+\b|\bcrai\w+\b|\bespoir\b|\bespèr\w+\b|\bprévoi\w+\b|\bprévue?s?\b|\best attendue?\b|\bva \w+er\b|\bvont \w+er\b|\bd'ici \d"
    ),
    strong_forecast=re.compile(r"\b(?:pourrait|pourraient|devrait|devraient|il est prévu que|est attendue?)\b"),
    judging=re.compile(r"\b[Ss]elon (?:beaucoup|certains)\b|\b[Aa]ux yeux de\b|\bà l'avis de\b"),
    weak_forecast=re.compile(r"\b(?:peut|peuvent|doit|doivent|veut|veulent|possible|probable|potentiel\w*|éventuel\w*|faudrait|si)\b"),
    opinion=re.compile(
        r"\b(?:inquiétant\w*|surprenant\w*|extraordinaire\w*|dramatique\w*|inacceptable\w*|honteu\w+|scandaleu\w+|excellent\w*|magnifique\w*|terrible\w*|"
        r"sans précédent|malheureusement|heureusement|injuste\w*|absurde\w*|incroyable\w*|essentiel\w*|alarmant\w*)\b"
    ),
    dependent_start=re.compile(
        r"(?:Ce|Cet|Cette|Ces|Ceci|Cela|Ça|C'|Celui|Celle|Ceux|Celles|Il|Elle|Ils|Elles|Leur|Leurs|Son|Sa|Ses|Lui|Eux|Y |En effet|De même|Ainsi|Aussi|"
        r"Toutefois|Cependant|Pourtant|Néanmoins|Mais|Et |Ou |Or |Donc|Alors|Puis|Ensuite|Enfin|Par ailleurs|En outre|De plus|D'autre part|Par conséquent|"
        r"Pour sa part|De son côté|Parmi (?:eux|elles|ceux)|Les deux|L'autre|D'autres|Les autres|L'un|L'une|Le premier|La première|Le second|La seconde|"
        r"Le même|La même|Aujourd'hui|Hier|Demain|Maintenant|Actuellement|Là|Ici|À (?:ce|cet|cette)|De (?:ce|cet|cette)|Dans (?:ce|cet|cette)|Pour (?:ce|cela|cette)|Le lendemain|Tous|Toutes|Également)\b"
        r"|C'|D'où"
    ),
    subjectless_start=re.compile(
        r"(?:Sont|Est|Était|Étaient|A|Ont|Avait|Fut|Furent|Sera|Seront|Née?s?|Morte?s?|Reste|Restent)\b(?! )?(?= [a-zà-ÿ])"
    ),
    side_clause=re.compile(r";\s|,? (?:tandis que|alors que|bien que|même si|où)\s|, (?:mais|\w+ant)\s| - "),
    definite_start=re.compile(r"(?:Le|La|Les|L') ?[a-zà-ÿ]\w+"),
    pronoun_start=_NEVER,
    connective=re.compile(
        r"(?:Toutefois|Cependant|Pourtant|Néanmoins|Par ailleurs|En outre|De plus|D'autre part|Par conséquent|Enfin|Ainsi|En effet|De son côté|Pour sa part), (?=\S)"
    ),
    deictic=re.compile(
        r"\b(?:aujourd'hui|hier|avant-hier|demain|maintenant|actuellement|récemment|dernièrement|désormais|cette (?:année|semaine|nuit)|ce (?:matin|soir|mois|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|"
        r"derni(?:er|ère|ers|ères)|prochaine?s?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|il y a|jusqu'ici|jusqu'à présent|pour l'instant|en cours|décennies à venir|siècle dernier)\b",
        re.IGNORECASE,
    ),
    anaphora=re.compile(
        r"\b(?:ce|cet|cette|ces|ceci|cela|celui|celle|ceux|celles|il|elle|ils|elles|lui|eux|leur|leurs|ci-dessus|tels?|telles?|les deux|le premier|le second|ce dernier|"
        r"cette dernière|l'homme|la femme|le jeune|y|en)\b(?! (?:\d{4}|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|[A-ZÀ-Þ]|raison|effet|cours|voie|danger|particulier|hausse|baisse|tout|vue|faveur|place|train|fait|plus|moyenne|fonction|outre|matière|tant|mer|France|direct|vigueur|présence|charge|partie|conférence)\b)"
        r"|\b(?:[Ll]e (?:pays|président|ministre|parti|club|groupe|texte|gouvernement|projet|rapport|tribunal|juge|séisme|phénomène)|[Ll]a (?:région|ville|société|loi|réforme|mission|décision|victime|zone|police)|[Ll]'(?:étude|accord|entreprise|attaque|avion|incident|enquête|organisation))\b(?! (?:d[eu']|des|qui|que|sur|pour|contre|entre|[A-ZÀ-Þ]|\w+(?:aine?|aise?|ien(?:ne)?|al|ale|if|ive)\b))"
    ),
    possessive=re.compile(r"\b(?:son|sa|ses|leur|leurs)\b"),
    linking=re.compile(r"\b(?:aussi|également|donc|alors|cependant|toutefois|pourtant|en revanche|par ailleurs|ainsi|encore|en effet|notamment)\b"),
    definite=re.compile(
        r"(?<!\w)(?:[Ll]e|[Ll]a|[Ll]es|[Ll]'|[Dd]u|[Aa]u|[Aa]ux) ?(?P<noun>[a-zà-ÿ]{4,})\b(?! (?:d[eu']|des|qui|que|où|[A-ZÀ-Þ\"]|pour |par |avec |contre |entre |sur |\w+(?:aines?|ains?|aises?|ais|iens?|iennes?|al|ale|ales|aux|ifs?|ives?|iques?|és?|ées?|ants?)\b))"
    ),
    born=re.compile(r"\b(?:naquit|née? (?:le|en|à)|est née?)\b"),
    harm=re.compile(
        r"\b(?:tu(?:é|er|ant)\w*|meurtr\w+|homicid\w+|assassin\w+|mort\w*|décéd\w+|décès|victime\w*|bless\w+|viol(?:ée?s?|s|eur\w*)?\b|abus\w*|agress\w+|suicid\w+|mineure?s?\b|enfant\w*|"
        r"arrêt(?:é|ée|és|ées|ation\w*)\b|accus\w+|condamn\w+|inculp\w+|suspect\w*|délit\w*|crime\w*|criminel\w*|vol(?:s|é|eur)\w*\b|drogue\w*|mafia\w*|terroris\w+|attentat\w*|otage\w*|"
        r"malad\w+|cancer|hôpita\w+|contagi\w+|prison\w*|séisme\w*|inondation\w*|accident\w*|explosion\w*|fusillade\w*|corrup\w+|fraude\w*|tortur\w+)",
        re.IGNORECASE,
    ),
    casualties=re.compile(r"\b(?:morts?|victimes?|blessée?s?|disparue?s?|décès|déplacée?s?|contaminée?s?|otages?|cadavres?|tuée?s?)\b", re.IGNORECASE),
    loaded=re.compile(r"\b(?:régime|menace|folie|barbare\w*|criminelle?s?|criminels?|terroriste\w*|massacre|dictateur\w*|fasciste\w*|héroïque\w*|lâche\w*|féroce\w*|impitoyable\w*)\b", re.IGNORECASE),
    finite_verb=re.compile(
        r"\b(?:est|était|étaient|sont|fut|furent|a|ont|avait|avaient|sera|seront|aura|peut|peuvent|doit|doivent|fait|font|va|vont|compte|comptent|voit|voient|prend|prennent|reste|restent|"
        r"trouve|trouvent|vient|viennent|tire|tirent|représente|représentent|gagne|perd|perdent|augmente|montre|montrent|\w{2,}(?:ait|aient|èrent|irent|urent|era|eront|ira|iront))\b"
    ),
    not_a_holder=re.compile(r"^(?:lui|elle|eux|elles|il|ils|ce|cela|ceci|qui|que|moi|nous|vous|beaucoup|certains|l'article|la loi|les données|les règles|le moment|l'instant|toujours|autant|mettre|arrêter|\w+er\b)", re.IGNORECASE),
    number_words=frozenset("deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante cent mille".split()),
    unit_words=re.compile(
        r"(?:pour cent|millions|million|milliards|milliard|mille|euros|dollars|kilomètres|km|mètres|tonnes|kilos|kg|litres|degrés|ans|mois|jours|heures|voix|sièges|députés|pays|"
        r"personnes|habitants|soldats|étudiants|entreprises|familles|points|buts|barils|hectares|espèces|individus)\b"
    ),
    stop_words=frozenset(
        "a à afin ai ainsi alors après au aucun aussi autre aux avait avant avec avoir beaucoup bien c car ce ceci cela celle celui ces cet cette chez comme contre d dans de depuis des deux "
        "dont du elle elles en encore entre est et été être eux fait font il ils j je jusqu l la le les leur leurs lors lui là m mais malgré même moins n ne ni non nos notamment notre nous on "
        "ont ou où par parce parmi pas pendant peu peut plus pour pourtant près puis qu quand que quel qui s sa sans se selon sera ses si soit son sont sous sur t tandis tous tout toute toutes "
        "très un une vers voire vos votre y".split()
    ),
)  # fmt: skip

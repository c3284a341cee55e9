"""English: how sentences are cut, who speaks, what is only expected, and what leans on context."""

import re

from quizapp.extraction.cues import Cues

_STRONG = (
    "said|says|say|stated|states|claimed|claims|claim|told [A-Z]?[\\w' ]{2,40}|argued|argues|insisted|insists|alleged|"
    "alleges|believes|believed|thinks|estimated|estimates"
)
_DOING = "confirmed|announced|declared|declares|denied|denies|warned|warns"
"""What is said when a clause follows, and done when a thing does: 'announced that', 'announced the winners'."""
_WEAK = (
    "added|adds|reported|reports|explained|explains|confirms|announces|noted|notes|suggested|suggests|acknowledged|admitted|commented|wrote|"
    "writes|revealed|reveals|concluded|concludes|maintained|promised|pledged|stressed|indicated|found|remarked|testified|responded|replied|emphasi[sz]ed"
)
_AUX = "(?:(?:has|have|had) (?:also |previously |since )?)?"
_VERB = rf"{_AUX}(?:{_STRONG}|{_DOING}|{_WEAK}|accused|called)"
_SAYING = rf"{_AUX}(?:{_STRONG}|{_DOING}|{_WEAK})"
_THEN = "(?: on [A-Z]\\w+| in an? \\w+| yesterday| today)?"
_NAMED = r"(?:[A-Z]|the |a |an |some |many |officials|sources|police|several |experts|scientists|researchers|analysts)"

CUES = Cues(
    abbreviations=frozenset(
        "mr mrs ms dr prof gen col lt sgt rev hon sen rep gov pres st jr sr inc ltd co corp no vs etc fig approx dept est "
        "jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k u.n e.g i.e a.m p.m d.c".split()
    ),
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    according=re.compile(
        r"\b[Aa]ccording to (?P<holder>(?:[^,;:.\"()]|(?<=\b[A-Z])\.(?=[A-Z ])){2,110}?)(?=[,;:\"()]|(?<!\b[A-Z])\.|\.$|$)"
        r"|\b[Ii]n the (?:view|opinion|words) of (?P<who>[^,;:.\"()]{2,90}?)(?=[,;:.\"()])(?P<per>)"
    ),
    said_that=re.compile(
        rf"(?P<holder>{_NAMED}[^;:\"()]{{1,140}}?),? (?:also |later |then |previously )?{_AUX}"
        rf"(?:(?:{_STRONG}){_THEN} (?:that|how|it|he|she|they|the|there|this|its|their|his|her|a|an|\d+|no|[A-Z])\b|(?:{_DOING}){_THEN} (?:that|it|he|she|they|there)\b|(?:{_WEAK}){_THEN} that\b)"
    ),
    speech=re.compile(rf"\b{_VERB}\b"),
    said_quote=re.compile(
        rf"(?:\",? (?:{_SAYING})(?: (?P<holder>[^,;.\"]{{2,90}}?))?(?=[,;.\"]|$)|\",? (?P<after>[A-Z][^,;.\"]{{1,80}}?) {_SAYING}"
        rf"|(?P<before>{_NAMED}[^;\"()]{{1,120}}?),? {_SAYING}[^;.\"]{{0,80}}[:,]? \")"
    ),
    told_after=re.compile(r"(?:So|That|This is what) (?:said|says|is what|was what)\b"),
    reported=re.compile(
        r"\b(?:allegedly|reportedly|purportedly|supposedly|(?:is|are|was|were) (?:said|believed|thought|reported|alleged|suspected|understood) to|apparently)\b",
        re.IGNORECASE,
    ),
    forecast=re.compile(
        r"\b(?:will|won't|would|could|might|shall|is to|are to|(?:is|are|was|were) (?:expected|likely|due|set|scheduled|planned|projected|forecast|predicted|poised|slated|supposed|going) (?:to|for)|expects?|unlikely|"
        r"plans? to|planned to|planning to|intends? to|intended to|aims? to|hopes?|hoped|fears?|feared|may(?! \d)(?= (?:be|have|not|also|lead|become|cause|need|take|face|come|go|get|see|make|help|affect|well|still|include|\w+e\b))|possibly|probably|"
        r"forecasts?|predict\w*|projections?|projected|threat(?:en|ens|ened)?|risks?|proposed?|proposes|seeks? to|wants? to|prospects?|upcoming|tentative\w*)\b"
    ),
    strong_forecast=re.compile(
        r"\b(?:could|might|(?:is|are) (?:expected|likely|due|set|scheduled|planned|projected) to|plans? to|intends? to)\b"
    ),
    judging=re.compile(r"\b[Ii]n the (?:opinion|view) of\b|\bin (?:his|her|its|their) (?:opinion|view)\b"),
    weak_forecast=re.compile(
        r"\b(?:had been (?:due|expected|planned|scheduled)|possible|potential|potentially|expected|can|may|should|must|if|unless|whether|ought)\b"
    ),
    opinion=re.compile(
        r"\b(?:unfortunately|fortunately|sadly|amazing|remarkabl[ey]|shocking|disgraceful|unacceptable|terrible|outstanding|brilliant|excellent|tragic\w*|worrying|surprising\w*|unprecedented|stunning|spectacular|disappointing|impressive|memorable|well-deserved|rightly|wrongly|bizarrely|ironically|oddly|thankfully|interestingly)\b",
        re.IGNORECASE,
    ),
    dependent_start=re.compile(
        r"(?:This(?! (?:week|weekend|month|year|morning|afternoon|evening|summer|winter|spring|autumn|fall|season))|That|These|Those|He|She|It|They|We|I|You|His|Her|Its|Their|Our|My|Both|Such|Another|Others?|The other|The same|The latter|The former(?! (?:US |UK |[A-Z][a-z]+ )?(?:president|prime|minister|leader|head|chief|chairman|mayor|senator|governor|director|world))|However|But|And|Also|Then|Thus|Therefore|So|Yet|Still|Meanwhile|Moreover|Furthermore|Additionally|In addition|Instead|"
        r"Later|Afterwards?|After that|Before that|There|Here|Earlier|Subsequently|Similarly|Likewise|Nevertheless|Nonetheless|Otherwise|One of|Two of|Some of|Many of|Most of|None of|All of|Neither|Either|At the time|At that|In this|In that|On that|By then|Since then|Of these|Of those|Of the|"
        r"The next|The following|The previous|The couple|The two|The pair|The man|The woman|The boy|The girl|The victim|The suspect|The attack\b|The incident|The move|The decision|The report|The statement|The law|The bill|The agreement|The deal|The company|The group|The team|The party|The country|The president|The minister|The announcement|The study\b|The film|The event|The storm|The quake|The plane|The aircraft|The vessel|The ship|The trial|The case|The plan|The proposal|The vote|The project|The site|The region|The area|The city|The game|The match|The race|The album|The band|According to (?:him|her|them|it|this|the (?:report|study|statement))|As a result|As well|For example|For instance|In response|In contrast|On the other|What|Why|How|If |Asked|Speaking|More|Less|Fewer|Nobody|Everyone|Anyone)\b"
    ),
    subjectless_start=re.compile(
        r"(?:Is|Are|Was|Were|Has|Have|Had|Will|Would|Can|Could|Did|Does|Do|Following|Having|Being|According)\b(?! to)"
    ),
    side_clause=re.compile(
        r";\s|,? (?:while|although|whereas|though)\s|, (?:which|where|who|but|with|including|and (?=\w+ (?:is|was|has|had|will|would|are|were))|\w+ing)\s| - "
    ),
    definite_start=re.compile(r"The [a-z]\w+"),
    pronoun_start=re.compile(
        r"(?:He|She)(?= (?:is|was|has|had|\w+ed|won|became|began|took|made|held|led|left|wrote|also)\b)"
    ),
    connective=re.compile(
        r"(?:However|Moreover|Furthermore|Additionally|In addition|Meanwhile|Nevertheless|Nonetheless|Therefore|Thus|Similarly|Likewise|In particular|Specifically|In fact|Indeed|Also|As a result|For example|For instance|On the other hand), (?=\S)"
    ),
    deictic=re.compile(
        r"\b(?:today|yesterday|tomorrow|tonight|now|currently|recently|lately|so far|ago|last (?:week|month|year|night|summer|winter|spring|autumn|fall|\w+day)|next (?:week|month|year|summer|winter|spring|autumn|fall|\w+day)|this (?:week|month|year|morning|afternoon|evening|summer|winter|spring|autumn|fall|weekend)|(?:on )?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)|(?:the |its |their )latest|(?:past|coming|recent) (?:year|month|week|day|decade)s?|to date|at present|at the moment|already|earlier|later|local time)\b",
        re.IGNORECASE,
    ),
    anaphora=re.compile(
        r"\b(?:said|says|stated|claimed|added|insisted|believes?|believed|thinks?|argued) (?:that )?it (?:is|was|has|had)\b(?! (?:also )?(?:to|that|clear|important|likely|unlikely|possible|necessary))|"
        r"\b(?:of|by|to|for|with|after|on|in|at|against|from|despite|before|during|following) that\b(?! (?:is|was|are|were|had|has))|"
        r"\b(?:we|our|ours|us(?! \$)|you|your|this|these|those|such|similar|did so|do so|does so|done so|he|she|they|him|them|it|hers|theirs|the two|the latter|the former|the other|the same|said country|the man|the woman|the victims?|the suspect|here|thereby)\b"
        r"|\b[Tt]he (?:company|group|team|party|country|nation|president|minister|region|area|city|government|law|bill|agreement|deal|report|study|election|court|incident|attack|plane|aircraft|storm|quake|earthquake|project|event|game|match|vote|referendum|film|album|book|mission|ship|vessel|decision|ruling|announcement|statement|researchers|scientists|findings|results|candidate|campaign|club|band|site|building|crash|fire|protest|protesters|police)\b(?! (?:[A-Z\"]|of |that |which |for |on |in |between |against |by |to \w+ ))"
    ),
    possessive=re.compile(r"\b(?:his|her|its|their)\b"),
    linking=re.compile(
        r"\b(?:also|then|however|instead|therefore|too|as well|likewise|still|yet|again|previous day)\b"
    ),
    definite=re.compile(
        r"\b[Tt]he (?:\w+(?:ed|ing|al|ic|ent|ous|new|old) )?(?P<noun>[a-z]{4,})(?=(?:[.,;:]|$| (?:is|are|was|were|has|have|had|will|would|and|in|on|at|by|after|before|when|while|said|to)\b))"
    ),
    born=re.compile(r"\bborn\b"),
    harm=re.compile(
        r"\b(?:kill\w*|murder\w*|homicid\w*|die[ds]?|dead|deaths?|deceased|victims?|injur\w*|wound\w*|rap(?:e|ed|ist|es)|sexual\w*|assault\w*|abus\w*|molest\w*|suicid\w*|paedophil\w*|pedophil\w*|teenage\w*|child|children|minors?|arrest\w*|suspect\w*|accused|convict\w*|charged|guilty|sentenced|jail\w*|prison\w*|crimes?|criminal\w*|robber\w*|theft|drugs?|mafia|terror\w*|bomb\w*|massacre|kidnap\w*|hostage\w*|cancer|illness|disease|infect\w*|hospital\w*|funeral|bod(?:y|ies)|corpse|autopsy|shoot\w*|shot|gun\w*|stab\w*|explosion\w*|crash\w*|earthquake|quake|flood\w*|drown\w*|missing|tortur\w*|fraud|corrupt\w*|brib\w*|alleg\w*|lawsuit|sued|divorc\w*)\b",
        re.IGNORECASE,
    ),
    casualties=re.compile(
        r"\b(?:dead|deaths?|killed|killing|stabb(?:ed|ing)|injured|wounded|missing|victims?|casualties|bodies|hostages|fatalities|displaced|infected|died|cases|detainees|prisoners)\b",
        re.IGNORECASE,
    ),
    loaded=re.compile(
        r"\b(?:warmonger\w*|regime|threat|evil|barbaric|terrorist\w*|massacre|dictator\w*|fascist\w*|illegals|heroic|cowardly|brutal|ruthless|thug\w*|puppet)\b",
        re.IGNORECASE,
    ),
    finite_verb=re.compile(
        r"\b(?:is|are|was|were|has|have|had|will|would|could|can|may|might|did|does|said|says|\w{3,}ed|won|became|began|took|made|held|led|left|met|rose|fell|found|gave|put|set|hit|saw|came|went|got|lost|kept|sent|spent|told|built|brought|bought|beat|drew|grew|ran|sold|shot|spoke|stood|wrote|struck|signed)\b"
    ),
    not_a_holder=re.compile(
        r"^(?:it|he|she|they|him|her|them|this|these|those|which|that|who|what|whom|plan|schedule|law|rules|some|many|others|i|we|you|people|men|women|the article)\b",
        re.IGNORECASE,
    ),
    number_words=frozenset(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand dozen".split()
    ),
    unit_words=re.compile(
        r"(?:percent|per cent|million|billion|trillion|thousand|euros?|dollars?|pounds|kilometres|kilometers|km|miles|metres|meters|feet|tonnes|tons|kg|kilograms|litres|degrees|years|months|days|hours|minutes|weeks|votes|seats|members|countries|states|people|residents|soldiers|troops|students|jobs|companies|families|points|goals|medals|barrels|acres|hectares|voters|citizens|schools|species|animals|satellites|megawatts|gigawatts|delegates|lawmakers|senators|homes|passengers)\b"
    ),
    stop_words=frozenset(
        "a an and are as at be been but by can for from had has have he her his how i if in into is it its more most no not of on one or our out over s said she so some such t than that the their them then there these they this those to up was we were what when where which while who will with would you about after also any before between both during each few first last many may new other same since two under until very".split()
    ),
)

"""Forms of Italian verbs against those of a grammar."""

import pytest

from quizapp.extraction.lexicon import lexicon

IT = lexicon("it")

FINITE = [
    # regular, with the spelling of c, g, i
    ("dichiarò", "dichiarare", "past", "s"),
    ("dichiarano", "dichiarare", "present", "p"),
    ("annuncerà", "annunciare", "future", "s"),
    ("annunciò", "annunciare", "past", "s"),
    ("cercherebbe", "cercare", "conditional", "s"),
    ("pagheranno", "pagare", "future", "p"),
    ("spieghi", "spiegare", "subjunctive", "s"),
    ("cominci", "cominciare", "subjunctive", "s"),
    ("lasceranno", "lasciare", "future", "p"),
    ("studino", "studiare", "subjunctive", "p"),
    ("invii", "inviare", "subjunctive", "s"),
    ("invia", "inviare", "present", "s"),
    ("sveglierà", "svegliare", "future", "s"),
    ("ripeté", "ripetere", "past", "s"),
    ("credettero", "credere", "past", "p"),
    ("partono", "partire", "present", "p"),
    ("colpisce", "colpire", "present", "s"),
    ("uniscano", "unire", "subjunctive", "p"),
    ("ripartisce", "ripartire", "present", "s"),
    ("riparte", "ripartire", "present", "s"),
    ("segue", "seguire", "present", "s"),
    ("riferirono", "riferire", "past", "p"),
    # irregular
    ("è", "essere", "present", "s"),
    ("furono", "essere", "past", "p"),
    ("fosse", "essere", "subjunctive_imperfect", "s"),
    ("ha", "avere", "present", "s"),
    ("avrebbero", "avere", "conditional", "p"),
    ("ebbe", "avere", "past", "s"),
    ("dissero", "dire", "past", "p"),
    ("diceva", "dire", "imperfect", "s"),
    ("contraddice", "contraddire", "present", "s"),
    ("fece", "fare", "past", "s"),
    ("farebbe", "fare", "conditional", "s"),
    ("facessero", "fare", "subjunctive_imperfect", "p"),
    ("andrà", "andare", "future", "s"),
    ("vanno", "andare", "present", "p"),
    ("diede", "dare", "past", "s"),
    ("stiano", "stare", "subjunctive", "p"),
    ("verranno", "venire", "future", "p"),
    ("sopravvisse", "sopravvivere", "past", "s"),
    ("otterrebbe", "ottenere", "conditional", "s"),
    ("rimasero", "rimanere", "past", "p"),
    ("può", "potere", "present", "s"),
    ("potrebbe", "potere", "conditional", "s"),
    ("debbano", "dovere", "subjunctive", "p"),
    ("vogliono", "volere", "present", "p"),
    ("seppe", "sapere", "past", "s"),
    ("vide", "vedere", "past", "s"),
    ("provvederà", "provvedere", "future", "s"),
    ("muoiono", "morire", "present", "p"),
    ("esce", "uscire", "present", "s"),
    ("salgono", "salire", "present", "p"),
    ("scelse", "scegliere", "past", "s"),
    ("propongono", "proporre", "present", "p"),
    ("produceva", "produrre", "imperfect", "s"),
    ("ridusse", "ridurre", "past", "s"),
    ("contrae", "contrarre", "present", "s"),
    ("comprese", "comprendere", "past", "s"),
    ("vinse", "vincere", "past", "s"),
    ("nacque", "nascere", "past", "s"),
    ("crebbero", "crescere", "past", "p"),
    ("conobbe", "conoscere", "past", "s"),
    ("distrusse", "distruggere", "past", "s"),
    ("ruppe", "rompere", "past", "s"),
    ("mosse", "muovere", "past", "s"),
    ("successe", "succedere", "past", "s"),
    ("concesse", "concedere", "past", "s"),
    ("chiese", "chiedere", "past", "s"),
    ("rispose", "rispondere", "past", "s"),
    ("scompaiono", "scomparire", "present", "p"),
    ("sparisce", "sparire", "present", "s"),
    ("compiva", "compiere", "imperfect", "s"),
    ("soddisfano", "soddisfare", "present", "p"),
    ("spengono", "spegnere", "present", "p"),
    ("godrà", "godere", "future", "s"),
    ("vivrebbe", "vivere", "conditional", "s"),
]

PARTICIPLES = [
    ("stata", "essere", "f", "s"),
    ("detto", "dire", "m", "s"),
    ("fatti", "fare", "m", "p"),
    ("annunciate", "annunciare", "f", "p"),
    ("colpito", "colpire", "m", "s"),
    ("chiusi", "chiudere", "m", "p"),
    ("scritta", "scrivere", "f", "s"),
    ("offerti", "offrire", "m", "p"),
    ("rimasti", "rimanere", "m", "p"),
    ("composta", "comporre", "f", "s"),
    ("tradotto", "tradurre", "m", "s"),
    ("risolto", "risolvere", "m", "s"),
    ("morti", "morire", "m", "p"),
    ("visto", "vedere", "m", "s"),
    ("previste", "prevedere", "f", "p"),
    ("venuto", "venire", "m", "s"),
    ("cresciuta", "crescere", "f", "s"),
    ("vissuto", "vivere", "m", "s"),
    ("espulsi", "espellere", "m", "p"),
    ("redatto", "redigere", "m", "s"),
    ("ucciso", "uccidere", "m", "s"),
    ("successo", "succedere", "m", "s"),
    ("discussa", "discutere", "f", "s"),
    ("assistito", "assistere", "m", "s"),
]


@pytest.mark.parametrize(("form", "lemma", "tense", "number"), FINITE)
def test_a_finite_form_is_read(form, lemma, tense, number):
    readings = [(one.lemma, one.tense, one.number) for one in IT.finite_verbs[form]]

    assert (lemma, tense, number) in readings


@pytest.mark.parametrize(("form", "lemma", "gender", "number"), PARTICIPLES)
def test_a_participle_is_read(form, lemma, gender, number):
    assert (lemma, gender, number) in [(one.lemma, one.gender, one.number) for one in IT.participles[form]]


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("facendo", "fare"),
        ("dicendo", "dire"),
        ("proponendo", "proporre"),
        ("essendo", "essere"),
        ("annunciando", "annunciare"),
    ],
)
def test_a_gerund_is_read(form, lemma):
    assert [one.lemma for one in IT.gerunds[form]] == [lemma]


WRONG = """
    cominciherà cercerà mangierà venì prendé ponette dicò stò fanò capono finono riferono uscono morono proponono
    vinciuto credato
"""


@pytest.mark.parametrize("form", WRONG.split())
def test_what_learners_get_wrong_is_no_form(form):
    assert form not in IT.finite_verbs
    assert form not in IT.participles


def test_every_person_of_the_auxiliaries_is_there():
    readings = {(one.lemma, one.tense, one.person, one.number) for forms in IT.auxiliaries.values() for one in forms}

    for lemma in ("essere", "avere", "venire", "stare", "potere", "dovere", "volere"):
        for person in (1, 2, 3):
            for number in "sp":
                assert {(lemma, "present", person, number), (lemma, "conditional", person, number)} <= readings

"""How pages show what is not the article: words of share bars, notices, bylines, captions and the like.

One table per language, all of one shape. A value lists regular expressions for lower-case text with straight
apostrophes, one way of saying it from the other by ` | ` or a line end. Rules without words are in `blocks`.
"""

import re
from dataclasses import dataclass, fields
from functools import cache


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of one language."""

    alone: str  # a line that is nothing else
    opening: str  # a line that starts so
    related: str  # a line that is nothing else, with titles of other articles after it
    closing: str  # a line that is nothing else, with sources and notes after it to the end
    rights: str  # anywhere in a short line, or at the end of a paragraph
    consent: str  # anywhere in a notice about cookies
    correction: str  # a line that starts so
    caption: str  # a line that starts so
    credit: str  # at the end of a caption
    byline: str  # in front of an author's name
    staff: str  # in place of an author's name
    stamp: str  # around the date of a page
    minutes: str  # how long the reading takes
    verbs: str  # what a caption has not
    aside: str  # opens a clause whose verb does not count


_ITALIAN = _Words(
    alone=r"""
        pubblicità | annuncio( pubblicitario)? | inserzione | condividi( (su|l'|questo|via|con) ?.{0,30})? | stampa
        commenta | \d+ comment[oi] | commenti( \(?\d+\)?)? | salva | ascolta( l'articolo| questo articolo)?
        copia (il )?link | mi piace | menù? | cerca | home( ?page)? | accedi | registrati
        abbonati( (ora|subito|al? .{1,30}))? | torna (su|alla home) | vai al contenuto | vai a: .{1,30}
        continua a leggere( dopo la pubblicità)? | leggi (tutto|di più|l'articolo( completo)?) | mostra altro
        carica altr[io] | invia( per email)? | video | foto | (foto)?gallery | articolo (precedente|successivo)
        contenuto riservato agli abbonati | modifica( wikitesto)? | visualizza cronologia | accetta( tutti)?
        rifiuta( tutti)? | personalizza | chiudi | newsletter | chi siamo | contatti | privacy( policy)?
        note legali | cookie policy | pubblicato in .{1,30} | (gestisci |preferenze |informativa )(i |sui )?cookie
        in diretta | diretta | live | esclusiva | facebook | whatsapp | telegram
    """,
    opening=r"""
        leggi (anche|pure|qui) | vedi anche | guarda (anche|il video|la gallery|le foto)
        (ti )?potrebbe(ro)? interessar(e|ti) | per approfondire: | approfondiment[oi]: | iscriviti
        abbonati (ora|subito|al nostro|alla nostra|per leggere|e) | seguici
        segui .{1,30} su (facebook|instagram|whatsapp|telegram|twitter|x|google) | ricevi (le|ogni|gli|la|i)
        (resta|rimani) aggiornat\w | scarica (l'|la )(nostra )?app | clicca qui | unisciti a
        entra nel (nostro )?canale | sostieni (il nostro|la nostra|il giornale|l'informazione)
        condividi (su|l'articolo|questo) | (tag|argomenti|temi)s?: | categori[ae]: | parole chiave:
        font[ei]( dell'articolo| della notizia)?:( \S+){1,4}$ | p\.? ?iva | partita iva
        (testata( giornalistica)? )registrata
        direttore responsabile | da wikinotizie | questa pagina è (stata )?archiviata
        questo articolo(, o| o) parte di | wikipedia (ha|contiene) | commons contiene | ultim'ora:
        in collaborazione con | ascolta (la versione|l'articolo|il podcast)
    """,
    related=r"""
        leggi anche | articoli correlati | notizie correlate | correlati
        (ti )?potrebbe(ro)? interessar(e|ti)( anche)? | sullo stesso (argomento|tema)
        altr[ei] (articoli|notizie)( .{1,30})? | (gli articoli |i |le )?più lett[ie] | ultime notizie
        approfondiment[oi] | per approfondire | vedi anche | dello stesso autore | in evidenza | da non perdere
        consigliati( per te)? | le notizie del giorno | i nostri video | contenut[oi] sponsorizzat[oi]
    """,
    closing=r"""
        (le )?fonti | fonte | note | riferimenti | bibliografia | sitografia | collegamenti esterni | link esterni
        altri progetti | voci correlate | commenti( dei lettori)?
    """,
    rights=r"riproduzione riservata | tutti i diritti (sono )?riservati",
    consent=r"""
        usiamo | utilizziamo | questo sito (web )?(usa|utilizza) | il tuo consenso | accetta\b | rifiuta\b
        proseguendo | cliccando
    """,
    correction=r"""
        (correzione|errata corrige|rettifica|precisazione|aggiornamento|n\.?d\.?r\.?)( [^:]{0,12}\d[^:]{0,14})? ?[:–—-]
        nota (della redazione|dell'editore) ?[:–—-]
        questo articolo è stato (aggiornato|corretto|modificato|pubblicato|tradotto)
        (una versione precedente|la prima versione) (di questo|dell')
    """,
    caption=r"""
        foto(grafia)?( di [^:.]{1,40})?: | nell(a foto|'immagine)\b | immagine( di [^:.]{1,40})?: | didascalia
        credit[is]?: | (in (alto|basso)( a (destra|sinistra))?|a (destra|sinistra)):
        foto (ansa|lapresse|ap|afp|reuters|d'archivio|di repertorio) | un'immagine (di repertorio|d'archivio|tratta)
    """,
    credit=r"\((foto|ph\.?|immagine|archivio|fotogramma)\b[^)]*\) | (foto|ph\.?): ?(di )?[\w .'/-]{3,40}",
    byline=r"""
        di | a cura di | dal nostro (inviato|corrispondente) | dalla nostra (inviata|corrispondente) | articolo di
        testo di | scritto da | autore: | autrice: | intervista di
    """,
    staff=r"(la )?redazione( [\w.]+){0,2} | (inviat|corrispondente)[oa]? .{2,30}",
    stamp=r"""
        pubblicat[oa] | aggiornat[oa] | ultim[oa] | aggiornamento | modifica | ore | alle | il | del | creato | data
    """,
    minutes=r"(tempo di lettura:? ?)?(circa )?\d{1,2}'? ?(minut[oi]|min)?\.?( di lettura)?",
    verbs=r"""
        è | sono | era | erano | ha | hanno | aveva | avevano | fu | furono | sarà | può | possono | deve | devono
        va | vanno | fa | fanno | dà | sta | stanno | dice | vuole | viene | vengono
        \w+(ò|rà|ranno|ava|avano|eva|evano|iva|ivano|arono|erono|irono|rebbe|rebbero|isce|iscono)
    """,
    aside=r"dove | che | in cui | mentre | quando | nel quale | nella quale",
)
_ENGLISH = _Words(
    alone=r"""
        advertisement | ad | sponsored( content)? | share( (this|on|via|with) ?.{0,30})? | tweet | print | email
        e-mail | save | comments? | \d+ comments? | leave a comment | listen( to (this )?article)?
        copy (the )?link | like | menu | search | home( ?page)? | log ?in | sign (in|up) | register
        subscribe( now)? | back to top | skip to (main )?(content|navigation) | continue reading | read more | more
        show more | load more | video | photos? | gallery | next( article)? | previous( article)? | edit
        jump to:? .{1,30} | accept( all)? | reject( all)? | close | newsletters? | about us | contact( us)?
        privacy( policy)? | terms( of (use|service))? | cookie (policy|settings) | manage cookies | facebook
        twitter | linkedin | reddit | whatsapp | pinterest | instagram | live | breaking( news)? | exclusive | world
        news | story continues below( advertisement)? | opens in (a )?new (tab|window) | archived | featured article
    """,
    opening=r"""
        read (more|also|next)\b | also read | see also: | related: | recommended: | more (on|from|about) this
        sign up (for|to|here) | subscribe (to|now|for)
        follow (us|[\w ]{1,30} on (facebook|instagram|whatsapp|twitter|x|google))\b | click here
        download (the|our) app | support (our|us|independent|quality) | donate (now|to us)
        get (the (latest|best)|our|breaking) | join (our|the conversation) | share (this|on|via)\b | filed under
        topics?: | tags?: | categor(y|ies): | keywords: | sources?:( \S+){1,4}$ | watch: | listen:
        have an opinion on this
        from wikinews | wikinews (has|is|needs) | wikipedia has | this page (is|has been) (automatically )?archived
        this (article|story) is (a )?(featured|archived|part of) | learn more about | find out more | bookmark this
        retrieved from | (by )?(continuing|clicking) .{0,40}you (agree|accept) | we and our partners
    """,
    related=r"""
        related( (news|articles?|stories|content|topics|coverage))? | more (on this story|stories|news|from .{1,30})
        read (also|next) | most (read|popular|viewed) | recommended( for you)? | trending( now)? | latest( news)?
        you (may|might) (also )?(like|be interested in) | editors?'s? picks? | top stories | sponsored links
    """,
    closing=r"""
        sources? | references | external links | see also | sister links | sister projects | notes | footnotes
        further reading | comments | related news | share this | bibliography
    """,
    rights=r"all rights reserved | may not be reproduced",
    consent=r"""
        we use | this (web)?site uses | your consent | accept( all)?\b | reject\b | manage (cookies|preferences)
        by continuing
    """,
    correction=r"""
        editors?'?s? note ?[:–—-] | note to (readers|editors)
        (corrections?|clarification|updated?)( [^:]{0,12}\d[^:]{0,14})? ?[:–—-]
        this (article|story|page|post) was ((last|first|originally) )?(updated|amended|corrected|edited|published)
        this (article|story|page|post) has been (updated|amended|corrected|edited)
        (this is |[^:.]{0,30}: ?)?an earlier version of this
    """,
    caption=r"""
        (file )?(photo|picture|image|photograph)s?( (by|credit|courtesy|caption))?( [^:.]{1,30})?: | credits?:
        pictured( (above|below))?:? | file photo | (above|below|top|left|right): | photo (by|courtesy)
        image (by|courtesy) | getty images | image (source|caption)
    """,
    credit=r"""
        \((file|photo|picture|image|credit|ap photo|archive)\b[^)]*\)
        (photo|image|credit|picture)s?: ?(by )?[\w .'/-]{3,40}
    """,
    byline=r"""
        by | written by | story by | reporting by | reported by | report by | edited by | editing by | words by
        from our correspondent | author:
    """,
    staff=r"""
        (our )?staff | ([\w']+ ){0,3}(correspondent|reporter|editor|writer)s?( in \w+)? | the editors
        (news )?agencies
    """,
    stamp=r"""
        published | posted | updated | last | modified | first | created | on | at
        date | edt | est | gmt | bst | utc | cet | am | pm
    """,
    minutes=r"(reading time:? ?)?(about )?\d{1,2}[ -]?min(ute)?s?( read(ing)?)?( time)?",
    verbs=r"""
        is | are | was | were | be | has | have | had | does | did | will | would | can | could | may | might | must
        should | said | says | tells? | told | made | makes? | got | went | took | takes? | came | comes? | saw
        found | left | held | won | lost | began | begins | fell | rose | met | meets | led | leads | \w{2,}ed
    """,
    aside=r"where | which | who | that | while | when | as | after | before",
)
_SPANISH = _Words(
    alone=r"""
        publicidad | anuncio | compart(ir|e)( (en|este|por) ?.{0,30})? | imprimir | comentar | \d+ comentarios?
        comentarios | guardar | escuchar | copiar enlace | me gusta | menú | buscar | inicio | portada
        iniciar sesión | regístrate | suscríbete | seguir leyendo | leer más | ver más | vídeo | fotos? | galería
        aceptar( todo)? | rechazar( todo)? | configurar | cerrar | boletín(es)? | contacto | aviso legal
        política de (privacidad|cookies) | en directo | última hora | editar
    """,
    opening=r"""
        lea? también | le(er|a) más | te puede interesar | más información: | suscríbe(te|se) | síguenos
        sigue a .{1,30} en | recibe (las|la|cada|el) | descarga (la|nuestra) app | haz clic | pincha aquí | únete a
        apoya (nuestro|el periodismo) | compart(e|ir) (en|este) | etiquetas?: | temas?: | categorías?:
        palabras clave: | fuentes?:( \S+){1,4}$ | archivado en | esta página ha sido archivada
    """,
    related=r"""
        noticias relacionadas | artículos relacionados | relacionad[oa]s | te puede interesar | le puede interesar
        lo más (leído|visto) | últimas noticias | más (noticias|información) | también te puede interesar
        recomendados?
    """,
    closing=r"(las )?fuentes? | referencias | notas | enlaces externos | véase también | bibliografía | comentarios",
    rights=r"(todos los )?derechos reservados | prohibida (su|la) reproducción",
    consent=r"""
        usamos | utilizamos | est[ea] (sitio|web|página) (web )?(usa|utiliza) | tu consentimiento
        su consentimiento | aceptar\b | rechazar\b
    """,
    correction=r"""
        (corrección|fe de erratas|actualización|aclaración)( [^:]{0,12}\d[^:]{0,14})? ?[:–—-]
        nota (de la redacción|del editor) ?[:–—-]
        est[ea] (artículo|noticia) (fue|ha sido) (actualizad|corregid|publicad)[oa]
    """,
    caption=r"""
        (foto(grafía)?|imagen)( de [^:.]{1,40})?: | en la (foto|imagen)\b | crédito:
        (arriba|abajo|izquierda|derecha):
    """,
    credit=r"\((foto|imagen|archivo)\b[^)]*\) | (foto|imagen): ?(de )?[\w .'/-]{3,40}",
    byline=r"por | escrito por | texto de | texto: | autor[a]?: | de nuestro (enviado|corresponsal)",
    staff=r"(la )?redacción( [\w.]+){0,2} | agencias?",
    stamp=r"publicad[oa] | actualizad[oa] | última | actualización | el | a | las | h",
    minutes=r"(tiempo de lectura:? ?)?\d{1,2} ?min(utos?)?( de lectura)?",
    verbs=r"""
        es | son | era | eran | ha | han | había | fue | fueron | será | puede | pueden | debe | va | van | hace
        está | están | dice | \w+(ó|aron|ieron|aba|aban|rá|rán)
    """,
    aside=r"donde | que | mientras | cuando",
)
_FRENCH = _Words(
    alone=r"""
        publicité | annonce | partager( (sur|cet|par|via) ?.{0,30})? | imprimer | commenter | \d+ commentaires?
        commentaires | enregistrer | écouter( l'article)? | copier le lien | j'aime | menu | rechercher? | accueil
        se connecter | s'inscrire | s'abonner | abonnez-vous | lire la suite | voir plus | vidéo | photos? | galerie
        (tout )?accepter | (tout )?refuser | paramétrer | fermer | newsletters? | contact | mentions légales
        politique de confidentialité | en direct | modifier( le code)? | article (précédent|suivant)
    """,
    opening=r"""
        (à )?lire aussi | voir aussi | à lire (également|sur) | lire (également|aussi) | abonnez-vous
        inscrivez-vous | suivez[- ](nous|.{1,30} sur) | recevez | téléchargez (l'|notre )app | cliquez ici
        rejoignez | soutenez (notre|le journal) | partager? (sur|cet) | mots[- ]clés? ?: | thèmes? ?:
        catégories? ?: | sources? ?:( \S+){1,4}$ | étiquettes? ?: | cette page (est|a été) archivée
        retrouvez (tous|toute|l'ensemble)
    """,
    related=r"""
        articles? (liés|similaires|connexes) | sur le même (sujet|thème) | à lire aussi | lire aussi | les plus lus
        voir aussi | à la une | dernières (nouvelles|actualités) | nos (vidéos|articles) | recommandés?
    """,
    closing=r"""
        (les )?sources? | références | notes( et références)? | liens externes | bibliographie | voir aussi
        commentaires | articles connexes
    """,
    rights=r"tous droits réservés | reproduction interdite",
    consent=r"nous utilisons | ce site (web )?utilise | votre consentement | accepter\b | refuser\b | en poursuivant",
    correction=r"""
        (correction|erratum|rectificatif|mise à jour|page actualisée|précision)( [^:]{0,12}\d[^:]{0,14})? ?[:–—-]
        note de la rédaction ?[:–—-]
        cet article a été (mis à jour|corrigé|modifié|publié)
    """,
    caption=r"""
        (photo(graphie)?|image|crédits?)( de [^:.]{1,40})? ?: | sur (la photo|l'image)\b
        (ci-dessus|ci-contre|ci-dessous) ?: | crédit photo
    """,
    credit=r"\((photo|image|archives?|crédit)\b[^)]*\) | (photo|image|crédit) ?: ?(de )?[\w .'/-]{3,40}",
    byline=r"""
        par | propos recueillis par | publié par | écrit par | de notre (envoyée? spéciale?|correspondante?)
        auteur ?:
    """,
    staff=r"(la )?rédaction( [\w.]+){0,2}",
    stamp=r"publiée? | mise? | à | jour | le | dernière | modification | h",
    minutes=r"((temps|durée) de lecture ?:? ?)?\d{1,2} ?min(utes?)?( de lecture)?",
    verbs=r"""
        est | sont | était | étaient | a | ont | avait | avaient | fut | sera | seront | peut | peuvent | doit | va
        vont | fait | dit | \w+(èrent|ait|aient|era|eront)
    """,
    aside=r"où | que | qui | dont | alors que | quand | lorsque",
)
_TABLES = {"it": _ITALIAN, "en": _ENGLISH, "es": _SPANISH, "fr": _FRENCH}

AGENCIES = (
    r"ansa|agi|adnkronos|askanews|lapresse|italpress|agenzia (?:nova|dire)|nova|dire|radiocor|ap|associated press|afp"
    r"|reuters|efe|europa press|dpa|upi|xinhua|tass|interfax|bloomberg|kyodo|yonhap|apa|ats|belga|pa media"
)
PICTURES = r"getty images?|shutterstock|istock|unsplash|pixabay|imagoeconomica|fotogramma|epa|wikimedia commons|flickr"


@dataclass(frozen=True, slots=True, eq=False)
class Signs:
    """The words of a language and of English, ready to search with."""

    alone: re.Pattern[str]
    opening: re.Pattern[str]
    related: re.Pattern[str]
    closing: re.Pattern[str]
    rights: re.Pattern[str]
    consent: re.Pattern[str]
    correction: re.Pattern[str]
    caption: re.Pattern[str]
    credit: re.Pattern[str]
    byline: re.Pattern[str]
    staff: re.Pattern[str]
    stamp: re.Pattern[str]
    minutes: re.Pattern[str]
    verbs: re.Pattern[str]
    aside: re.Pattern[str]


@cache
def signs_of(lang: str) -> Signs:
    """The signs of a language, with those of English, which stand on pages in any; of all where it is unknown."""
    own = [_TABLES[lang]] if lang in _TABLES else list(_TABLES.values())
    tables = own if _ENGLISH in own else [*own, _ENGLISH]
    return Signs(
        **{
            each.name: re.compile("|".join(way for table in tables for way in _ways(getattr(table, each.name))))
            for each in fields(Signs)
        }
    )


def _ways(written: str) -> list[str]:
    return [way for way in re.split(r"\s+\|\s+|\s*\n\s*", written.strip()) if way]

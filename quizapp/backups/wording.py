"""The sentences of backups and restores, for an operator of either language."""

from quizapp.core.wording import Wording

SAYS: dict[str, Wording] = {
    "aside": Wording("Quel che c’era prima: {place}", "What was here before: {place}"),
    "bad-manifest": Wording("il suo elenco non si può leggere", "its manifest cannot be read"),
    "damaged": Wording("il database è danneggiato ({why})", "the database is damaged ({why})"),
    "erased-again": Wording(
        "Cancellati di nuovo, come lo erano stati nel frattempo: {count} account",
        "Erased again, as they had been since: {count} accounts",
    ),
    "format": Wording(
        "ha il formato {found}; questa versione legge il formato {ours}",
        "it has format {found}; this version reads format {ours}",
    ),
    "in-memory": Wording("un database in memoria non si ripristina", "a database in memory cannot be restored"),
    "made": Wording(
        "{tables} tabelle, {rows} righe; {gone} backup più vecchi cancellati",
        "{tables} tables, {rows} rows; {gone} older backups deleted",
    ),
    "members": Wording(
        "i file che contiene non sono quelli del suo elenco", "its members are not those its manifest names"
    ),
    "newer": Wording(
        "viene da una versione più nuova ({application}, schema {schema}): prima aggiorna Quotidia",
        "it comes from a newer version ({application}, schema {schema}): update Quotidia first",
    ),
    "no-copy": Wording("il database non si può copiare ({why})", "the database cannot be copied ({why})"),
    "no-database": Wording(
        "qui non c’è nessun database di Quotidia da salvare", "there is no database of Quotidia to back up"
    ),
    "no-file": Wording("il file non c’è", "there is no such file"),
    "no-folder": Wording("la cartella non c’è", "there is no such folder"),
    "no-room": Wording("sul disco non c’è più posto", "there is no room left on the disk"),
    "not-a-backup": Wording("lì c’è già qualcosa che non è un backup", "something that is no backup is there already"),
    "not-a-file": Wording("è una cartella, non un file", "it is a folder, not a file"),
    "not-allowed": Wording("l’accesso è negato", "access is denied"),
    "not-every-row": Wording("non tutte le righe di {table} sono arrivate", "not every row of {table} arrived"),
    "not-whole": Wording("non è un backup intero di Quotidia", "this is no whole backup of Quotidia"),
    "occupied": Wording(
        "qui c’è già un’installazione: --yes la mette da parte e va avanti",
        "there is an installation here already: --yes puts it aside and goes on",
    ),
    "orphans": Wording(
        "nella tabella {table} ci sono righe che rimandano a righe che non ci sono",
        "the table {table} has rows that refer to rows that are not there",
    ),
    "packing": Wording("è compresso in un modo in cui nessun backup lo è", "it is packed in a way no backup is"),
    "placed": Wording(
        "Al loro posto: {rows} righe, come erano il {moment} UTC.", "{rows} rows of {moment} UTC are in place."
    ),
    "room-needed": Wording(
        "per ripristinare questo backup servono {size} MB liberi", "{size} MB must be free to restore this backup"
    ),
    "rows": Wording(
        "le righe di {table} non sono quelle che erano state salvate",
        "the rows of {table} are not those that were backed up",
    ),
    "size": Wording(
        "{member} non ha la grandezza che dice il suo elenco", "{member} does not have the size its manifest gives"
    ),
    "tables": Wording(
        "le sue tabelle non sono quelle dello schema {schema}", "its tables are not those of schema {schema}"
    ),
    "too-large": Wording(
        "decompresso sarebbe molto più grande di qualunque backup", "it would unpack to far more than a backup holds"
    ),
    "too-many": Wording("contiene più file di un backup", "it has more members than a backup has"),
    "unfit-rows": Wording(
        "le righe di {table} non si possono inserire ({why})", "the rows of {table} cannot be put in place ({why})"
    ),
    "unfit": Wording("le sue righe non si possono inserire ({why})", "its rows cannot be put in place ({why})"),
}

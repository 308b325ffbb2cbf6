# Medienserver: wie weit sie gelesen sind, was nicht erkannt wurde und wie es den Diensten darum herum geht.

command-sync = wie weit die Medienserver gelesen sind, und sie neu lesen
    .usage = abgleichen [Server]
    .help = Ohne Namen: was von jedem Medienserver bekannt ist und wie weit ein laufendes Einlesen ist. Mit Namen: alles von diesem Server wird im Hintergrund neu gelesen. Von selbst geschieht das einmal in der Woche; nach Neuem wird alle fünf Minuten gesehen.
    .examples = abgleichen | abgleichen plex
    .aliases = abgleichen, einlesen
command-unmatched = was in den Regalen nicht erkannt wurde
    .usage = unerkannt [Code] [TMDB-Nummer oder -Adresse]
    .help = Titel auf den Medienservern, die nicht an ihren Kennungen oder nur unsicher an Titel und Jahr erkannt wurden. Mit einem Code: was es sein könnte. Mit einer Nummer von TMDB oder der Adresse der Seite dort: das ist es von nun an; was Menschen damit getan haben, zieht mit um.
    .examples = unerkannt | unerkannt 3fa9c1 | unerkannt 3fa9c1 603
    .aliases = unerkannt
sync-step-light = Menschen und Bibliotheken
sync-step-shelves = was in den Regalen steht
sync-step-history = was gespielt wurde
sync-step-watched = was alle gesehen haben
sync-step-facts = Angaben von TMDB
sync-progress =
    { service-name } wird gelesen: { $step }. { $items ->
        [one] Ein Titel
       *[other] { $items } Titel
    }{ $total ->
        [0] {""}
       *[other] { " " }von { $total }
    }{ $plays ->
        [0] {""}
        [one] , eine Wiedergabe
       *[other] , { $plays } Wiedergaben
    }{ $wanted ->
        [0] {""}
       *[other] , Angaben zu { $facts } von { $wanted }
    }. Du kannst inzwischen weiterfragen.
sync-begun = { service-name } wird gleich gelesen. /abgleichen sagt, wie weit es ist.
sync-never = { service-name } wurde noch nicht gelesen. Das beginnt von selbst, sobald der Server antwortet.
sync-stopped =
    Das Einlesen von { service-name } wurde nach { $items ->
        [one] einem Titel
       *[other] { $items } Titeln
    } angehalten; es geht von dort von selbst weiter.
sync-done =
    { service-name } wurde am { $date } gelesen: { $items ->
        [one] ein Titel
       *[other] { $items } Titel
    }, { $fresh } neu oder geändert, { $gone } verschwunden, { $plays ->
        [one] eine Wiedergabe
       *[other] { $plays } Wiedergaben
    }.
sync-shelves =
    In den Regalen { $items ->
        [one] steht ein Titel
       *[other] stehen { $items } Titel
    }; { $unmatched ->
        [0] alle wurden erkannt.
        [one] einer davon wurde nicht sicher erkannt.
       *[other] { $unmatched } davon wurden nicht sicher erkannt.
    }
sync-button = { service-name } neu lesen
sync-unmatched-button = Zeigen, was nicht erkannt wurde
unmatched-none = Alles in den Regalen wurde erkannt.
unmatched-heading = Nicht sicher erkannt ({ $first }–{ $last } von { $total }). Wähle eines, um zu sagen, was es ist:
unmatched-more = Mehr
unmatched-one = „{ $shelf }“ wurde nicht sicher erkannt. Sag mit der Nummer oder Adresse bei TMDB, was es ist: unerkannt { $code } <Nummer>
unmatched-choose = Es könnte sein:
unmatched-done = „{ $shelf }“ ist von nun an { $title }. Was Menschen damit getan haben, ist mit umgezogen.
stack-well = { service-name }: wohlauf
stack-trouble = { service-name }: { $trouble }{ $again }
stack-again = { " " }Der nächste Versuch ist um { $time } (UTC).
error-sync-none = Hier gibt es noch keinen Medienserver. Wer den Dienst betreibt, verbindet ihn über die Einstellungen für Plex oder Jellyfin; „recommendarr check“ sagt, wie.
error-sync-running = { service-name } wird schon gelesen. /abgleichen sagt, wie weit es ist.
error-sync-unknown = Es gibt keinen Medienserver namens { $name }. /abgleichen zählt die vorhandenen auf.
error-unmatched-code = Es gibt nichts Unerkanntes mit dem Code { $code }. /unerkannt zeigt, was es gibt.
error-unmatched-which = „{ $word }“ ist weder eine Nummer von TMDB noch die Adresse einer Seite dort.
error-unmatched-number = Bei TMDB gibt es keinen solchen Titel mit der Nummer { $number }. Nichts wurde geändert.
error-hook-unknown-instance = Der Dienst, der das gemeldet hat, ist nicht mehr eingerichtet.
error-hook-unreadable = Die Meldung ließ sich nicht lesen.
error-hook-failed = Die Meldung ließ sich nicht verarbeiten; das Protokoll sagt, warum.
stack-heading = Mediendienste:
stack-not-asked = { service-name }: noch nicht gefragt
stack-unclear = { $count ->
    [one] { $name }: Eine Person hat Beschränkungen innerhalb von Bibliotheken, die sich nicht lesen lassen. Diese Bibliotheken bleiben ihr hier verschlossen.
   *[other] { $name }: { $count } Personen haben Beschränkungen innerhalb von Bibliotheken, die sich nicht lesen lassen. Diese Bibliotheken bleiben ihnen hier verschlossen.
}
stack-hook = { $heard ->
    [yes] { service-name }: Meldungen kommen an, zuletzt am { $time } (UTC)
   *[no] { service-name }: Noch keine Meldung ist angekommen; stattdessen wird nachgefragt
}
stack-reports = Meldungen anderer Dienste: { $waiting } warten, { $dead } ließen sich nicht verarbeiten.

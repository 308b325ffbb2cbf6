# Wünsche: was sich zu holen lohnt, Titel anfragen, verfolgen und erfahren, wann sie zu sehen sind.

command-grab = was noch fehlt und sich lohnt
    .usage = holen [Filter]
    .help = Titel, die in keiner Bibliothek hier stehen und um die noch niemand gebeten hat: nach deinem Geschmack, danach, ob sie zu bekommen sind, und wie neu sie sind. Mit „Anfragen“ bittest du um einen, mit der Glocke erfährst du, wann er da ist. Nimmt dieselben Filter wie „heute“.
    .examples = holen | holen Komödie 3 | holen type:tv 2024
    .aliases = holen, lohnt-sich
command-request = um einen Titel bitten, der nicht hier ist
    .usage = anfragen <Titel>
    .help = Sucht den Titel hier und, wenn er nicht bekannt ist, in der Welt; fragt ihn in deinem Namen an und sagt dir, was daraus wird. Ein Jahr hilft, wenn mehrere so heißen.
    .examples = anfragen Dune 2021 | anfragen 2
    .aliases = anfragen
command-requests = worum du gebeten hast und wie weit es ist
    .usage = anfragen-liste
    .help = Deine Anfragen und ihr Stand. Wer sich um den Dienst kümmert, sieht auch, was auf ein Ja oder Nein wartet, jeweils mit Knöpfen.
    .examples = anfragen-liste
    .aliases = anfragen-liste, wünsche
command-want = sag mir, wann ein Titel zu sehen ist
    .usage = möchte [Titel]
    .help = Du erfährst es einmal, dort, wo du gefragt hast, sobald der Titel in einer Bibliothek steht, die du öffnen darfst, und warum er dir empfohlen wurde. Ohne Titel: worauf du wartest.
    .examples = möchte Dune 2021 | möchte
    .aliases = möchte, sag-bescheid
press-request = Anfragen
press-want = Sag Bescheid
    .done = Du erfährst es
press-approve = Freigeben
press-decline = Ablehnen
press-cancel = Anfrage zurücknehmen
press-cancel-one = Zurücknehmen: { $title }
card-opening-grab = Noch nicht hier, aber lohnend, { $person }:
contribution-availability = Ob es zu bekommen ist und wie neu es ist
grab-no-metadata = Von neuen Titeln weiß ich nichts, weil TMDB nicht eingerichtet ist. Wer den Dienst betreibt, setzt RECOMMENDARR_TMDB_TOKEN; „recommendarr check“ sagt, wie.
grab-no-requests = Anfragen lässt sich nichts, weil weder Seerr noch Radarr noch Sonarr eingerichtet ist. Das kann, wer den Dienst betreibt; „recommendarr check“ sagt, wie.
grab-looking = Ich sehe mich gerade nach Titeln um, die nicht hier sind. Frag in einer Minute noch einmal.
grab-nothing-known = Ich kenne keine Titel außer denen, die hier sind.
request-size = holen, ~{ $size } GB
card-source-tmdb = Angaben: TMDB
request-choice-here = { $title } · schon hier
request-seasons = Welche Staffeln von { $title } möchtest du?
request-seasons-all =
    { $count ->
        [one] Die einzige Staffel
       *[other] Alle { $count } Staffeln
    }
request-season = Staffel { $season }
request-specials = Extras
request-seasons-earlier = Frühere Staffeln
request-seasons-later = Spätere Staffeln
request-done = { $title } ist angefragt. Du erfährst es hier, sobald es zu sehen ist.
request-done-pending = { $title } ist angefragt und wartet auf ein Ja. Was daraus wird, erfährst du hier.
request-done-available = { $title } ist angefragt und, soweit der Dienst weiß, schon da. Du erfährst es hier, sobald du es öffnen kannst.
request-joined = { $title } ist schon da oder schon angefragt, deshalb wurde nichts Neues angefragt. Du wartest mit: Du erfährst es hier, sobald du es öffnen kannst.
request-state-pending = Wartet auf ein Ja
request-state-approved = Angefragt
request-state-declined = Abgelehnt
request-state-available = Geladen
request-state-failed = Gescheitert
request-state-gone = Wieder entfernt
request-state-cancelled = Zurückgenommen
request-told-approved = Deine Anfrage nach { $title } wurde freigegeben. Du erfährst es hier, sobald es zu sehen ist.
request-told-cancelled = { $person } hat deine Anfrage nach { $title } zurückgenommen. Geholt wird dafür nichts mehr.
request-told-declined = Deine Anfrage nach { $title } wurde abgelehnt. Geholt wird nichts; frag, wer sich um den Dienst kümmert, wenn du den Grund wissen möchtest.
request-told-failed = { $name } kommt mit { $title } nicht zurecht, worum du gebeten hast. Deine Anfrage bleibt; wer sich um den Dienst kümmert, kann nachsehen.
request-told-failed-reason = { $name } kommt mit { $title } nicht zurecht, worum du gebeten hast: { $reason } Deine Anfrage bleibt; wer sich um den Dienst kümmert, kann nachsehen.
request-ready = { $title } ist jetzt zu sehen. Du wartest darauf seit { $when }.
request-ready-reason = { $title } ist jetzt zu sehen. Du wartest darauf seit { $when }; empfohlen wurde es dir aus diesem Grund: { $reason }
request-approved = Freigegeben: { $title }.
request-declined = Abgelehnt: { $title }.
want-here = { $title } ist schon hier, in einer Bibliothek, die du öffnen darfst.
want-done = Du erfährst hier, wann { $title } zu sehen ist.
want-already = Auf { $title } wartest du schon. Geändert wurde nichts.
want-dropped = Von { $title } erfährst du nichts mehr.
want-none = Du wartest auf nichts. Mit /möchte und einem Titel ändert sich das.
want-heading =
    { $count ->
        [one] Du wartest auf einen Titel.
       *[other] Du wartest auf { $count } Titel.
    } Drücke auf einen, um nicht mehr zu warten:
want-stop = Nicht mehr: { $title }
requests-heading =
    { $count ->
        [one] Deine Anfrage:
       *[other] Deine letzten { $count } Anfragen:
    }
requests-none = Du hast noch nichts angefragt. /holen zeigt, was sich lohnt.
requests-line = • { $title }: { $state } ({ $when })
requests-seasons = { $title }, Staffeln { $seasons }
requests-4k = { $title }, in 4K
requests-ready = jetzt zu sehen
requests-progress = { $done } geladen
requests-progress-left = { $done } geladen, noch etwa { $left }
requests-silent = Von { $names } ist gerade nichts zu hören, der Fortschritt kann deshalb fehlen.
requests-pending = Wartet auf ein Ja oder Nein: { $title }
requests-pending-by = { $person } möchte { $title }.
requests-more =
    { $count ->
        [one] Eine weitere wartet.
       *[other] { $count } weitere warten.
    }
error-request-nobody = Hier lässt sich nichts anfragen, weil kein Dienst dafür eingerichtet ist: Seerr, Radarr oder Sonarr. Getan wurde nichts. Wer den Dienst betreibt, kann einen einrichten; „recommendarr check“ sagt, wie.
error-request-no-number = „{ $title }“ hat keine Nummer in TMDB, deshalb kann niemand darum gebeten werden, und getan wurde nichts.
error-request-here = { $title } ist schon hier, in einer Bibliothek, die du öffnen darfst; angefragt wurde deshalb nichts.
error-request-yours = Um { $title } hast du schon gebeten; angefragt wurde deshalb nichts Neues. /anfragen-liste sagt, wie weit es ist.
error-request-no-account = Angefragt wird in deinem eigenen Namen, und ich kenne dein Konto auf dem Medienserver nicht; angefragt wurde deshalb nichts. Melde dich mit /verbinden plex oder /verbinden jellyfin an und frag noch einmal.
error-request-admins = Über Anfragen entscheidet nur, wer sich um den Dienst kümmert. Geändert wurde nichts.

# Eine Anfrage zurücknehmen.

cancel-ask = Deine Anfrage nach { $title } zurücknehmen? Du erfährst dann auch nichts mehr davon.
cancel-ask-other = Die Anfrage nach { $title } zurücknehmen? Wer gefragt hat, erfährt es.
cancel-asked-already = Um { $title } hast du schon gebeten: { $state }. Diese Anfrage zurücknehmen? Du erfährst dann auch nichts mehr davon.
cancel-on-its-way = Um { $title } hast du schon gebeten: { $state }. Es wird schon geholt; aufhalten könnte das nur noch, wer sich um den Dienst kümmert. /möchte sagt, worauf du wartest, und beendet es.
cancel-means-got = { $name } holt es inzwischen: Gesucht wird dann nicht mehr, aber was schon geladen wird, kann noch ankommen.
cancel-means-told = Es ist inzwischen freigegeben: Die Anfrage verschwindet aus { $name }, aber was { $name } an Radarr oder Sonarr weitergegeben hat, bleibt dort.
cancel-yes = Ja, zurücknehmen
cancel-no = Behalten
cancel-kept = Deine Anfrage bleibt, wie sie ist.
cancel-done = Deine Anfrage nach { $title } ist zurückgenommen. Geholt wird dafür nichts, und du erfährst nichts mehr davon.
cancel-done-got = { $title } ist zurückgenommen: { $name } sucht nicht mehr danach. Was schon geladen wurde, kann noch ankommen.
cancel-done-told = Die Anfrage nach { $title } ist aus { $name } entfernt. Was { $name } an Radarr oder Sonarr weitergegeben hat, bleibt dort; nimm es auch dort heraus, wenn es niemand will.

# Wonach Admins gefragt werden.

petition = Jemand auf { $name } hätte das gern.
petition-by = { $person } hätte das gern.
petition-approved = Freigegeben.
petition-approved-by = Freigegeben von { $person }.
petition-declined = Abgelehnt.
petition-declined-by = Abgelehnt von { $person }.
petition-cancelled = Zurückgenommen von der Person, die gefragt hat.
petition-cancelled-by = Zurückgenommen von { $person }.
petition-settled = Es braucht keine Entscheidung mehr.
petition-late = Über { $title } war schon entschieden, bevor du gedrückt hast; geändert wurde deshalb nichts. { $what }
petitions-many = { $count } Anfragen warten auf ein Ja oder Nein. /anfragen-liste zeigt sie.

error-petition-nobody = { $name } ist hier nicht mehr eingerichtet; entschieden und geändert wurde deshalb nichts. Wer den Dienst betreibt, kann es wieder einrichten.
error-request-gone = Diese Anfrage gibt es nicht mehr. Geändert wurde nichts.
error-cancel-late = { $title } wird inzwischen geholt; aufhalten könnte das nur noch, wer sich um den Dienst kümmert. Geändert wurde nichts.
error-cancel-over = An { $title } gibt es nichts mehr zurückzunehmen. Geändert wurde nichts; /anfragen-liste sagt, wie es steht.
error-cancel-too-late = { $title } ist schon da, zurückzunehmen gibt es deshalb nichts mehr. Geändert wurde nichts.
error-cancel-refused = { $name } lässt dich diese Anfrage nicht zurücknehmen, vielleicht weil inzwischen entschieden wurde. Geändert wurde nichts; /anfragen-liste sagt, wie es steht.

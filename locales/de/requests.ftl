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
card-opening-grab = Noch nicht hier, aber lohnend, { $person }:
contribution-availability = Ob es zu bekommen ist und wie neu es ist
grab-no-metadata = Von neuen Titeln weiß ich nichts, weil TMDB nicht eingerichtet ist. Wer den Dienst betreibt, setzt RECOMMENDARR_TMDB_TOKEN; „recommendarr check“ sagt, wie.
grab-no-requests = Anfragen lässt sich nichts, weil weder Seerr noch Radarr noch Sonarr eingerichtet ist. Das kann, wer den Dienst betreibt; „recommendarr check“ sagt, wie.
grab-looking = Ich sehe mich gerade nach Titeln um, die nicht hier sind. Frag in einer Minute noch einmal.
grab-nothing-known = Ich kenne keine Titel außer denen, die hier sind.
request-size = holen, ~{ $size } GB
request-choice-here = { $title } · schon hier
request-seasons = Welche Staffeln von { $title } möchtest du?
request-seasons-all =
    { $count ->
        [one] Die einzige Staffel
       *[other] Alle { $count } Staffeln
    }
request-season = Staffel { $season }
request-done = { $title } ist angefragt. Du erfährst es hier, sobald es zu sehen ist.
request-done-pending = { $title } ist angefragt und wartet auf ein Ja. Was daraus wird, erfährst du hier.
request-done-available = { $title } ist angefragt und, soweit der Dienst weiß, schon da. Du erfährst es hier, sobald du es öffnen kannst.
request-state-pending = Wartet auf ein Ja
request-state-approved = Angefragt
request-state-declined = Abgelehnt
request-state-available = Geladen
request-state-failed = Gescheitert
request-state-gone = Wieder entfernt
request-told-declined = Deine Anfrage nach { $title } wurde abgelehnt. Geholt wird nichts; frag, wer sich um den Dienst kümmert, wenn du den Grund wissen möchtest.
request-told-failed = { $name } kommt mit { $title } nicht zurecht, worum du gebeten hast. Deine Anfrage bleibt; wer sich um den Dienst kümmert, kann nachsehen.
request-told-failed-reason = { $name } kommt mit { $title } nicht zurecht, worum du gebeten hast: { $reason } Deine Anfrage bleibt; wer sich um den Dienst kümmert, kann nachsehen.
request-ready = { $title } ist jetzt zu sehen. Du wartest darauf seit { $when }.
request-ready-reason = { $title } ist jetzt zu sehen. Du wartest darauf seit { $when }; empfohlen wurde es dir aus diesem Grund: { $reason }
request-approved = Freigegeben: { $title }.
request-declined = Abgelehnt: { $title }.
request-gone = Diese Anfrage gibt es nicht mehr. Geändert wurde nichts.
want-here = { $title } ist schon hier, in einer Bibliothek, die du öffnen darfst.
want-done = Du erfährst hier, wann { $title } zu sehen ist.
want-already = Auf { $title } wartest du schon. Geändert wurde nichts.
want-dropped = Von { $title } erfährst du nichts mehr.
want-none = Du wartest auf nichts. Mit „möchte“ und einem Titel ändert sich das.
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
requests-none = Du hast noch nichts angefragt. „holen“ zeigt, was sich lohnt.
requests-line = • { $title }: { $state } ({ $when })
requests-seasons = { $title }, Staffeln { $seasons }
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
error-request-yours = Um { $title } hast du schon gebeten; angefragt wurde deshalb nichts Neues. „wünsche“ sagt, wie weit es ist.
error-request-no-account = Angefragt wird in deinem eigenen Namen, und ich kenne dein Konto auf dem Medienserver nicht; angefragt wurde deshalb nichts. Melde dich mit „link plex“ oder „link jellyfin“ an und frag noch einmal.
error-request-admins = Über Anfragen entscheidet nur, wer sich um den Dienst kümmert. Geändert wurde nichts.

# Die Begleitseite.

web-skip = Zum Inhalt springen
web-nav = Seiten
web-nav-feed = Für dich
web-nav-taste = Dein Geschmack
web-nav-watchlists = Merklisten
web-search = Suche
web-search-hint = Titel oder Person
web-search-go = Suchen
web-account = Konto von { $name }
web-demo-account = Du siehst die Demo als { $name }. Mit /sei im Chat wirst du jemand anderes.
web-language = Sprache
    .body = In dieser Sprache sprechen der Bot und diese Seite mit dir, in jedem Chat.
web-signout = Abmelden
web-foot = Alles hier wird auf deinem eigenen Server berechnet. Nichts über dich verlässt ihn.

## Empfehlungen

web-greeting = Was du schauen könntest, { $name }
web-similar-to = Mehr wie { $title }
web-modes = Arten zu empfehlen
web-mode-tonight = Heute Abend
web-mode-mood = Nach Stimmung
web-mode-rediscover = Wiederentdecken
web-mode-similar = Ähnliches
web-mode-shuffle = Zufall
web-mood-label = Worauf hast du Lust?
web-mood-hint = Wie Parasite, aber lustiger, unter 2 Stunden
web-mood-go = Finden
web-similar-label = Ein Titel als Ausgangspunkt
web-similar-hint = Ein Titel, den du magst
web-similar-go = Finden
web-filters = { $count ->
    [0] Filter
   *[other] Filter ({ $count } gesetzt)
}
web-filter-type = Art
web-filter-genre = Genres
web-filter-library = Bibliothek
web-filter-year-from = Ab Jahr
web-filter-year-to = Bis Jahr
web-filter-runtime = Höchstens, in Minuten
web-filter-language = Originalsprache
web-filter-sure = Wie sicher
web-any = Alle
web-sure-any = Alle
web-sure-medium = Mindestens ziemlich sicher
web-sure-high = Nur sichere
web-filters-apply = Anzeigen
web-filters-clear = Filter löschen
web-more = Andere zeigen
web-match = Passt zu
web-match-long = Übereinstimmung mit deinem Geschmack
web-nothing = Hier gibt es gerade nichts mehr zu empfehlen. Versuch es auf eine andere Art oder bewerte ein paar Titel.
web-nothing-filtered = Durch diese Filter kommt nichts. Lockere oder lösche einen und sieh noch einmal nach.
web-nothing-more = Das war vorerst alles. Die ersten sind noch da, wenn du zurückgehst.
web-ask-mood = Sag in eigenen Worten, worauf du Lust hast: eine Stimmung, ein ähnlicher Titel, eine Länge, eine Sprache.
web-ask-similar = Nenn einen Titel, den du magst, und sieh, was ihm nahe ist.

## Karten und was du damit tun kannst

web-deeds = Was du zu { $title } sagst
web-do-like = Mehr davon
web-do-like-title = Mehr wie { $title }
web-do-dislike = Nichts für mich
web-do-dislike-title = { $title } ist nichts für mich
web-do-seen = Gesehen
web-do-seen-title = Ich habe { $title } gesehen
web-do-save = Merken
web-do-save-title = { $title } auf die Merkliste setzen
web-do-unsave = Von der Merkliste nehmen
web-do-unsave-title = { $title } von der Merkliste nehmen
web-do-hide = Vier Monate ausblenden
web-do-hide-title = { $title } vier Monate ausblenden
web-do-unhide = Wieder zeigen
web-do-unhide-title = { $title } wieder zeigen
web-your-rating = Du: { $rating }/10
web-undo = Rückgängig
web-undone = Zurückgenommen.
web-done = Erledigt.
web-done-like = Notiert: mehr wie { $title }.
web-done-dislike = Notiert: { $title } ist nichts für dich.
web-done-seen = { $title } gilt als gesehen.
web-done-rate = Deine Bewertung für { $title } ist gespeichert.
web-done-save = { $title } steht auf deiner Merkliste.
web-done-unsave = { $title } steht nicht mehr auf deiner Merkliste.
web-done-hide = { $title } ist vier Monate lang ausgeblendet.
web-done-unhide = { $title } kann wieder empfohlen werden.

## Ein Titel

web-poster = Plakat von { $title }
web-yours = Was du sagst
web-rate = Deine Bewertung
web-rate-points = { $points } von 10
web-hidden-until = Ausgeblendet bis { $date }.
web-more-like-this = Mehr davon
web-breakdown = Wie die Punkte zustande kommen
web-total = Summe
web-kept-out = Warum es gerade nicht unter deinen Empfehlungen ist
web-people = Beteiligte
web-details = Einzelheiten
web-role-director = Regie
web-role-creator = Idee
web-role-writer = Drehbuch
web-role-composer = Musik
web-role-actor = Besetzung
web-role-studio = Studio
web-detail-genres = Genres
web-detail-original-title = Originaltitel
web-detail-countries = Herkunft
web-detail-language = Originalsprache
web-detail-votes = Wertung
web-detail-keywords = Themen
web-votes = { $count ->
    [one] { $average } von 10 ({ $count } Stimme)
   *[other] { $average } von 10 ({ $count } Stimmen)
}
web-franchise = { $name }, der Reihe nach
web-similar = Ähnliche Titel

## Suche

web-search-for = Ergebnisse für „{ $words }“
web-search-titles = Titel
web-search-similar = Wähle den Titel, von dem du ausgehen willst.
web-search-nothing = Unter diesem Namen wurde nichts gefunden. Prüf die Schreibweise oder versuch den Originaltitel.
web-search-empty = Gib einen Titel in irgendeiner Sprache ein oder den Namen einer Person.

## Geschmack

web-taste = Dein Geschmack
web-domains = Arten von Titeln
web-all-domains = Alles
web-taste-known = { $count ->
    [0] Noch nichts gelernt
    [one] Gelernt aus { $count } Ereignis
   *[other] Gelernt aus { $count } Ereignissen
}
web-taste-thin = Das ist noch wenig. Ab zehn gesehenen oder bewerteten Titeln nimmt dein Geschmack Gestalt an.
web-taste-empty = Über deinen Geschmack ist hier noch nichts bekannt. Schau etwas oder bewerte ein paar Titel, die du kennst.
web-taste-genres = Genres
web-radar = Deine Genres
    .body = Je weiter außen, desto lieber. Auf dem gestrichelten Ring zieht es dich weder an, noch schreckt es dich ab.
web-taste-figures = In Zahlen
web-finished = { $finished } von { $started } beendet
web-taste-people = Menschen, zu denen du zurückkehrst
web-taste-hours = Wann du schaust
web-hours = Angefangen nach Uhrzeit
web-days = Angefangen nach Wochentag
web-hour = { $hour } Uhr: { $count }-mal angefangen
web-weekdays = Mo Di Mi Do Fr Sa So
web-taste-moods = Deine Stimmungen
web-taste-share = { $share } von dem, was du magst
web-taste-disliked = Was du nicht magst
    .body = Abgebrochen oder schlecht bewertet. Was dem nahekommt, verliert Punkte.
web-taste-history = Verlauf
web-event-watch = { $times ->
    [0] angesehen
    [1] beendet
    [2] beendet, bisher zweimal
   *[other] beendet, bisher { $times }-mal
}
web-event-part = { $share } gesehen
web-event-rating = mit { $rating }/10 bewertet
web-event-seen = gesehen
web-event-like = Daumen hoch
web-event-dislike = Daumen runter
web-event-save = gemerkt
web-event-skip = übergangen
web-pages = Seiten des Verlaufs
web-page-of = Seite { $page } von { $pages }
web-newer = Neuere
web-older = Ältere

## Merklisten, Sprache, Anmelden

web-list-count = { $count } Titel
web-lists-empty = Deine Merkliste ist leer. Das Lesezeichen unter jedem Titel setzt ihn hierher.
web-language-done = Die Sprache ist umgestellt, hier und in jedem Chat.
web-signin = Anmelden
web-signin-as = Als { $name } anmelden?
    .body = Dieser Link gilt einmal. Wer ihn hier bestätigt, sieht in diesem Browser die Empfehlungen und den Verlauf dieser Person.
web-signin-confirm = Ja, ich bin { $name }
web-signin-not-you = Bist du das nicht? Dann schließ diese Seite; es ist nichts geschehen.

## Probleme

web-problem-home = Zu den Empfehlungen
web-problem-signin = Du bist nicht angemeldet
    .body = Schreib dem Bot in deinem Chat /ich. Er antwortet mit einem Link, der dich hier anmeldet; er gilt einmal und zehn Minuten lang.
web-problem-form = Dieses Formular konnte nicht angenommen werden
    .body = Es kam nicht von einer Seite von dir, die noch aktuell ist; darum wurde nichts geändert. Geh zurück, lade die Seite neu und versuch es noch einmal.
web-problem-missing = Hier ist nichts
    .body = Diese Adresse führt zu nichts, was es für dich gibt. Die Suche findet jeden Titel, den du sehen kannst.
web-problem-method = So wird diese Seite nicht benutzt
    .body = Es wurde nichts geändert. Geh zurück und nimm die Knöpfe auf der Seite.
web-problem-large = Das war zu viel auf einmal
    .body = Was gesendet wurde, ist größer als jedes Formular hier und wurde darum nicht gelesen. Es wurde nichts geändert.
web-problem-code = Dieser Link gilt nicht mehr
    .body = Jeder Link gilt einmal und zehn Minuten lang. Schreib dem Bot in deinem Chat /ich, dann bekommst du einen neuen.
web-problem-request = Das war nicht zu verstehen
    .body = Die Adresse oder das Formular ergibt hier keinen Sinn; darum wurde nichts geändert. Geh zurück und versuch es noch einmal.
web-problem-later = Das geht gerade nicht
    .body = Etwas, das diese Seite braucht, antwortet nicht. Es ging nichts verloren; versuch es gleich noch einmal.
web-problem-broken = Hier ist etwas schiefgegangen
    .body = Das liegt an uns, nicht an dir. Was vorher gespeichert war, ist noch da. Versuch es noch einmal; bleibt es dabei, sag es der Person, der der Server gehört – die Ursache steht im Protokoll.

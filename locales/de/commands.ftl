# Befehle: was jeder tut, wie er getippt wird, Hilfe und Beispiele (getrennt durch |), andere Namen (getrennt durch Kommas).

command-tonight = etwas für heute Abend, aus dem, was da ist
    .usage = heute [Filter]
    .help = Fünf Titel aus den Bibliotheken, die du öffnen darfst und die du noch nicht gesehen hast. Filter grenzen ein: Genres, Jahre, Länge, Sprache, Art, und mehr oder weniger Karten.
    .examples = heute | heute Komödie <100min | heute 1990er Thriller nicht:Horror | heute koreanisch 3
    .aliases = heute, heute-abend
command-recommend = Karten jeder Art, mit allen Filtern
    .usage = empfehlen [Modus] [Filter]
    .help = Modi: heute, stimmung, ähnlich, zufall, wiederentdecken. Filter: Genres, Sprachen, Länder und Jahre in einfachen Worten; <100min, >90min, 1990-1999; art:anime, bibliothek:Filme, nicht:Horror, tag:4k, mit:"Song Kang-ho", sicherheit:hoch; wie:"Parasite" lässt nur, was dieser Titel bewegt hat, ohne:"Saw" lässt ihn diesmal nichts lehren; eine Zahl sagt, wie viele Karten.
    .examples = empfehlen | empfehlen zufall Drama 3 | empfehlen heute art:film <2h | empfehlen wiederentdecken
    .aliases = empfehlen, empfehlung
command-mood = sag mit eigenen Worten, wonach dir ist
    .usage = stimmung <wonach dir ist>
    .help = Jeder Satz geht, und das Wort „stimmung“ kannst du weglassen. Nenne Titel, denen es ähneln soll, eine Länge, ein Jahrzehnt, ein Land, und was du nicht brauchst.
    .examples = stimmung etwas Lustiges unter 100 Minuten | stimmung gemütlicher Regentag, nichts Trauriges | stimmung wie Parasite, aber lustiger
    .aliases = stimmung, laune
command-similar = Titel wie einer, den du nennst
    .usage = ähnlich <Titel>
    .help = Was mit ihm Leute, Thema oder Ton teilt, aus dem, was da ist und was du nicht gesehen hast.
    .examples = ähnlich Parasite | ähnlich 2
    .aliases = ähnlich, ähnliche
command-shuffle = ein Glücksgriff aus dem, was dir liegen sollte
    .usage = zufall [Filter]
    .help = Ausgelost, Passendes häufiger. Nimmt dieselben Filter wie heute.
    .examples = zufall | zufall Komödie 3
    .aliases = zufall, würfeln
command-rediscover = was du vor langer Zeit geliebt hast
    .usage = wiederentdecken [Filter]
    .help = Titel, die du vor mehr als sechs Monaten zu Ende gesehen und geliebt hast, zum Wiedersehen. Nimmt dieselben Filter wie heute.
    .examples = wiederentdecken | wiederentdecken Drama
    .aliases = wiederentdecken, wiedersehen
command-why = warum eine Karte dabei ist
    .usage = warum <Nummer>
    .help = Jeder Teil ihrer Punktzahl mit der Tatsache dahinter. Nimmt man eine solche Tatsache weg, sinkt die Punktzahl.
    .examples = warum 1 | warum 2
    .aliases = warum, wieso
command-whynot = warum ein Titel nicht dabei ist
    .usage = warum-nicht <Titel>
    .help = Was gegen einen Titel spricht und was ihn fernhält. Wenn ich mich in dir irre, überstimm mich mit einem Knopf.
    .examples = warum-nicht Parasite
    .aliases = warum-nicht, wieso-nicht
command-search = Titel und Leute finden
    .usage = suche <Text>
    .help = Titel in allen ihren Sprachen, mit oder ohne Jahr, Tippfehler sind willkommen; und Leute, die sie gemacht haben.
    .examples = suche parasite | suche Bong Joon Ho
    .aliases = suche, suchen, finde
command-rate = einem Titel 1 bis 10 Punkte geben
    .usage = bewerten <Titel> <1–10>
    .help = Es zählt sofort. Eine neue Bewertung tritt an die Stelle der letzten.
    .examples = bewerten Parasite 9 | bewerten Parasite
    .aliases = bewerten, bewerte, note
command-seen = sag mir, dass du einen Titel gesehen hast
    .usage = gesehen <Titel>
    .help = Für das, was du anderswo gesehen hast. Er wird nicht wieder angeboten und lehrt mich ein wenig.
    .examples = gesehen Parasite
    .aliases = gesehen
command-hide = einen Titel vier Monate fernhalten
    .usage = ausblenden <Titel>
    .help = Nach vier Monaten kommt er von selbst zurück. Bis dahin verlieren auch ähnliche Titel ein wenig.
    .examples = ausblenden Parasite
    .aliases = ausblenden, verstecken
command-watchlist = deine Listen, was du sehen willst
    .usage = merkliste [Liste]
    .help = Zeigt eine Liste; „dazu“ und „weg“ ändern sie, „leeren“ räumt eine ganze Liste ab. Mit „auf“ nennst du eine Liste, und fehlt sie, wird sie angelegt.
    .examples = merkliste | merkliste dazu Parasite | merkliste dazu Parasite auf Filmabend | merkliste Filmabend | merkliste weg Parasite von Filmabend | merkliste leeren Filmabend
    .aliases = merkliste, merkzettel
command-taste = was ich über deinen Geschmack gelernt habe
    .usage = geschmack [Art]
    .help = Genres, Leute und Stimmungen, aus dem, was du gesehen und mir gesagt hast. Nenne eine Art (Filme, Serien, Anime, Manga), um nur diese zu sehen.
    .examples = geschmack | geschmack Filme
    .aliases = geschmack, profil
command-undo = das Letzte zurücknehmen, was du mir gesagt hast
    .usage = rückgängig
    .help = Bewertungen, gesehen, ausgeblendet, Listen, Daumen, Sprache und Einstellungen. Noch einmal geht einen Schritt weiter zurück.
    .examples = rückgängig
    .aliases = rückgängig, zurück
command-settings = wie weit ich zurückblicke, und was voneinander lernt
    .usage = einstellungen [was] [Wert]
    .help = „verlauf 3m, 6m, 12m oder alles“ sagt, wie weit zurück dein Verlauf lehrt. „mischen anime filme“ lässt zwei Arten voneinander lernen; „mischen alles“ und „mischen nichts“ tun, was sie sagen. „zeitzone Europe/Berlin“ sagt mir, wann bei dir Abend ist.
    .examples = einstellungen | einstellungen verlauf 6m | einstellungen mischen anime filme | einstellungen zeitzone Europe/Berlin
    .aliases = einstellungen, einstellung
command-language = die Sprache, in der ich mit dir spreche
    .usage = sprache [Sprache]
    .help = Nur für dich; jeder hat seine eigene.
    .examples = sprache | sprache deutsch
    .aliases = sprache
command-me = wer du für mich bist
    .usage = ich
    .help = Dein Name hier, was du öffnen darfst, und wie viel ich weiß.
    .examples = ich
    .aliases = ich
command-be = jemand anderes im Demo-Haushalt sein
    .usage = sei <Name>
    .help = Jeder dort hat seinen eigenen Geschmack und darf andere Regale öffnen. Nur in der Demo.
    .examples = sei
    .aliases = sei
command-start = Hallo sagen
    .usage = hallo
    .help = Sagt, wer du hier bist, und was du zuerst tippen kannst.
    .examples = hallo
    .aliases = hallo
command-help = was du fragen kannst
    .usage = hilfe [Befehl]
    .help = Mit dem Namen eines Befehls: mehr darüber, mit Beispielen.
    .examples = hilfe | hilfe heute
    .aliases = hilfe

# Knöpfe, und die Wörter, die man stattdessen tippen kann.

press-why = Warum?
press-like = Gefällt mir
    .done = Gefällt dir
    .words = mag, mag ich, mochte, gut, ja
press-dislike = Nichts für mich
    .done = Nichts für dich
    .words = nein, nicht
press-save = Merken
    .done = Gemerkt
    .words = später
press-seen = Schon gesehen
    .done = Gesehen
press-next = Weiter
    .words = nächste, nächster, nächstes
press-open = Mehr dazu
    .words = zeig, zeige, karte
press-similar = Ähnliche
press-whynot = Warum nicht?
press-more = Mehr
    .words = andere, weitere
press-rate = Bewerten
press-unsave = Wegnehmen
press-undo = Rückgängig
press-undo-more = Noch einen Schritt zurück
press-unhide = Gleich zurückholen
press-override = Das würde ich mögen

# Wörter in Einstellungen, Listen und Filtern.

settings-words-history = verlauf, geschichte
settings-words-blend = mischen, vermischen
settings-words-timezone = zeitzone, zeit
settings-words-all = alle, alles
settings-words-none = keine, nichts, aus
watchlist-words-add = dazu, hinzufügen, merke
watchlist-words-remove = weg, entfernen, entferne
watchlist-words-drop = leeren, löschen, lösche

filter-key-type = art, typ
filter-key-library = bibliothek, regal
filter-key-not = nicht, kein, keine
filter-key-tag = merkmal
filter-key-collection = reihe, sammlung
filter-key-country = land, aus
filter-key-language = sprache
filter-key-person = mit, von
filter-key-year = jahr, jahre
filter-key-runtime = länge, laufzeit
filter-key-confidence = sicherheit
filter-key-like = wie
filter-key-without = ohne
filter-key-limit = anzahl
filter-type-movie = filme
filter-type-tv = serie, serien
filter-type-anime = animes
filter-type-manga = mangas
filter-sure-high = hoch, sicher
filter-sure-medium = mittel
filter-sure-low = niedrig, egal
filter-not = nicht, kein, keine, keinen, ohne, außer
filter-fillers = ein, eine, einen, der, die, das, und, oder, aus, im, in, mal, bitte, etwas, was, mir, für, vielleicht, nur, aber, gute, guter, gutes, guten
filter-country-us = amerikanisch, amerikanische, amerikanischer, amerikanischen
filter-country-gb = britisch, britische, britischer, britischen
filter-genre-comedy = komödien
filter-genre-documentary = doku, dokus, dokumentarfilm, dokumentarfilme
filter-genre-crime = krimis
filter-genre-drama = dramen
filter-genre-romance = romantisch
filter-genre-fantasy = märchen
filter-genre-animation = zeichentrick, trickfilm, trickfilme

# Was auf Getipptes gesagt wird.

title-year = { $title } ({ $year })
choose-which = Welchen Titel „{ $title }“ meinst du?
choose-nearest = „{ $title }“ kenne ich nicht. Meinst du einen von diesen?
courtesy-thanks = danke, dankeschön, danke schön, danke sehr, vielen dank, besten dank, danke dir, merci dir
courtesy-welcome = Gern. Wenn du etwas sehen willst: /empfehlen.
command-nearest = Den Befehl „{ $typed }“ kenne ich nicht. Meinst du /{ $command }?

like-done = Gemerkt: { $title } gefällt dir.
like-already = Ich weiß, dass dir { $title } gefällt.
dislike-done = Gemerkt: { $title } ist nichts für dich, und Ähnliches kommt seltener.
dislike-already = Ich weiß, dass { $title } nichts für dich ist.
seen-done = Gemerkt: { $title } hast du gesehen. Ich biete es dir nicht mehr als neu an.
seen-already = Ich weiß, dass du { $title } gesehen hast.
save-done = { $title } steht auf „{ $list }“.
save-already = { $title } steht schon auf „{ $list }“.
unsave-done = { $title } steht nicht mehr auf „{ $list }“.
unsave-already = { $title } stand nicht auf „{ $list }“.
rate-done = { $title }: { $score } von 10. Das zählt ab jetzt.
rate-already = { $title } hat von dir schon { $score } von 10.
rate-how-many = Wie viele Punkte für { $title }?
hide-done = { $title } ist bis { $until } ausgeblendet. Bis dahin verlieren auch ähnliche Titel ein wenig.
unhide-done = { $title } ist wieder da.
unhide-already = { $title } ist nicht ausgeblendet.
override-done = Gemerkt: { $title } würde dir gefallen. Ich habe mein Bild von deinem Geschmack berichtigt.
override-already = Ich weiß, dass dir { $title } gefällt.
next-none = { $title } ist weitergewinkt, und es gibt keinen anderen Titel, der passt. Lockere die Filter, oder komm wieder, wenn du mir mehr erzählt hast.

undone = Zurückgenommen.
undone-rate = Deine Bewertung von { $title } ist zurückgenommen.
undone-seen = { $title } gilt wieder als nicht gesehen.
undone-hide = Das Ausblenden von { $title } ist zurückgenommen.
undone-unhide = { $title } ist wieder ausgeblendet.
undone-like = Dein Daumen hoch für { $title } ist zurückgenommen.
undone-dislike = Dein Daumen runter für { $title } ist zurückgenommen.
undone-save = { $title } steht nicht mehr auf der Liste.
undone-unsave = { $title } steht wieder auf der Liste.
undone-drop = Die Liste ist wieder da.
undone-next = { $title } gilt nicht mehr als weitergewinkt.
undone-language = Die Sprache ist wieder die vorige.
undone-settings = Die Einstellungen sind wieder die vorigen.

search-person = { $person }: { $titles }
search-near = „{ $text }“ heißt hier nichts. Am nächsten kommen:

watchlist-default = Merkliste
watchlist-heading = { $count ->
    [one] Ein Titel auf „{ $list }“:
   *[other] { $count } Titel auf „{ $list }“:
}
watchlist-empty = Auf dieser Liste steht noch nichts. Setz etwas darauf mit /merkliste dazu <Titel>.
watchlist-rest = { $count ->
    [one] Und noch einer.
   *[other] Und noch { $count }.
}
watchlist-others = Deine anderen Listen: { $lists }
watchlist-dropped = „{ $list }“ ist abgeräumt.

taste-known = { $count ->
    [one] Ich weiß eine Sache über dich.
   *[other] Ich weiß { $count } Dinge, die du gesehen oder mir gesagt hast.
}
taste-nothing = Über deinen Geschmack weiß ich noch nichts. Nenn mir ein paar Titel mit /gesehen oder /bewerten, und es geht los.
taste-thin = Das ist noch wenig; ab zehn sagt es etwas aus.
taste-genres = Genres
taste-people = Leute
taste-moods = Stimmungen
taste-disliked = Nichts für dich
taste-finished = { $finished } von { $started } zu Ende gesehen
taste-mood-titles = etwa { $titles }
taste-page = Dein Geschmack als Bild

language-own-name = Deutsch
language-which = In welcher Sprache soll ich mit dir sprechen?
language-done = Ab jetzt spreche ich Deutsch mit dir.

settings-heading = Deine Einstellungen
settings-done = Erledigt. { $state }
settings-history = Verlauf: { $depth }
settings-history-usage = ändern mit /einstellungen verlauf 3m, 6m, 12m oder alles
settings-history-which = Wie weit zurück soll dein Verlauf lehren?
settings-depth = { $months ->
    [3] drei Monate
    [6] sechs Monate
    [12] zwölf Monate
   *[other] alles, verblassend
}
settings-blend = Voneinander lernen: { $pairs }
settings-blend-none = nichts, jede Art für sich
settings-blend-usage = ändern mit /einstellungen mischen anime filme, mischen alles oder mischen nichts
settings-timezone = Zeitzone: { $zone }
settings-timezone-usage = ändern mit /einstellungen zeitzone Europe/Berlin

me-name = Du bist { $person }{ $role ->
    [admin] , und du kümmerst dich hier um alles.
   *[member] .
}
me-libraries = Du darfst öffnen: { $libraries }.
me-no-libraries = Noch steht dir kein Regal offen; die Person, die das hier betreibt, kann das ändern.
me-accounts = Verbundene Konten: { $platforms }.
me-known = { $count ->
    [0] Über deinen Geschmack weiß ich noch nichts.
    [one] Ich weiß eine Sache, die du gesehen oder mir gesagt hast.
   *[other] Ich weiß { $count } Dinge, die du gesehen oder mir gesagt hast.
}
me-page = Begleitseite
me-sign-in = Der Link zur Begleitseite meldet dich dort an. Er gilt einmal, zehn Minuten lang.

be-done = Du bist jetzt { $person }. Probier /heute oder /geschmack.
be-who = Wer möchtest du sein?
be-unknown = So heißt hier niemand. Wer möchtest du sein?
stranger = Dieses Konto gehört hier noch zu niemandem. Wenn du dazugehörst, gibt dir /verbinden einen Code, und dann ist alles, was ich von dir weiß, auch hier. Wenn du neu bist, bitte die Person um einen Code, die sich hier um alles kümmert.
stranger-demo = Willkommen in der Demo. Wer möchtest du sein?

start = Hallo { $person }. Tippe /heute für etwas zum Sehen, sag mit eigenen Worten, wonach dir ist, oder tippe /hilfe.
start-demo = Hallo, du bist { $person } in diesem Demo-Haushalt. Tippe /heute für etwas zum Sehen, sag mit eigenen Worten, wonach dir ist, oder /sei, um jemand anderes zu sein. /hilfe zeigt den Rest.

help-heading = Du kannst einfach sagen, wonach dir ist, oder tippen:
help-others = Außerdem: { $commands }
help-cards = Bei Karten: 1 öffnet die erste, warum 1, mag 1, nein 1, merken 1, weiter 1, mehr.
help-more = Mehr zu einem Befehl: /hilfe heute
help-examples = Zum Beispiel:
help-aliases = Hört auch auf: { $names }

went-wrong = Bei mir ist etwas schiefgegangen (Kennung { $code }). Alles, was du mir vorher gesagt hast, ist noch da; ob diese letzte Nachricht gezählt hat, kann ich nicht sagen. Versuch es noch einmal – doppelt zählt dadurch nichts –, und wenn es wieder passiert, gib die Kennung weiter an die Person, die das hier betreibt.

# Die Konsole.

console-interrupted = Angehalten. Was vorher gemerkt war, bleibt gemerkt.
console-working = bin noch dabei …
console-bye = Gute Nacht!
console-numbers = Eine { $typed } gibt es hier nicht. Zur Wahl stehen { $first } bis { $last }.
console-only = Eine { $typed } gibt es hier nicht, nur die { $first }.

page-at = Die Begleitseite findest du unter { $url }

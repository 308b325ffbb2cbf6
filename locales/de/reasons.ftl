# Warum etwas empfohlen wird. Eine Nachricht je Formulierung; „-1“, „-2“ … sagen dasselbe mit anderen Worten, und
# Nachbarn beginnen verschieden, damit die Karten einer Antwort nicht gleich klingen.
# Die Variablen sind in der englischen Datei erklärt.

reason-votes = { $count ->
    [0] keine Stimme
    [one] eine Stimme
   *[other] { $count } Stimmen
}
# nach „bei“, „aus“, „mit“
reason-votes-dative = { $count ->
    [0] keiner Stimme
    [one] einer Stimme
   *[other] { $count } Stimmen
}
reason-days-ago = { $count ->
    [0] heute
    [1] gestern
   *[other] vor { $count } Tagen
}
reason-times = { $count ->
    [1] einmal
    [2] zweimal
   *[other] { $count }-mal
}
# was man beendet hat (Akkusativ)
reason-share = { $whole ->
    [yes] { $total ->
        [one] den einzigen angefangenen Titel
        [2] beide angefangenen Titel
       *[other] alle { $total } angefangenen Titel
    }
   *[no] { $count } von { reason-of-started }
}
reason-of-started = { $total ->
    [one] einem angefangenen Titel
   *[other] { $total } angefangenen Titeln
}
reason-in-genres = { $genre_count ->
    [one] im Genre { $genres }
   *[other] in den Genres { $genres }
}
reason-in-genres-leading = { $genre_count ->
    [one] Im Genre { $genres }
   *[other] In den Genres { $genres }
}
reason-credit = { $role ->
    [director] Unter der Regie von { $people }
    [creator] Erdacht von { $people }
    [writer] Geschrieben von { $people }
    [composer] Mit Musik von { $people }
    [studio] Aus dem Studio { $people }
   *[actor] Mit { $people }
}
reason-credit-within = { $role ->
    [director] unter der Regie von { $people }
    [creator] erdacht von { $people }
    [writer] geschrieben von { $people }
    [composer] mit Musik von { $people }
    [studio] aus dem Studio { $people }
   *[actor] mit { $people }
}

## Nah an Titeln, die gefallen haben

reason-similar-to-liked-1 = Nah an { $titles }, { $title_count ->
    [one] das dir gefallen hat
   *[other] die dir gefallen haben
}.
reason-similar-to-liked-2 = Dir { $title_count ->
    [one] hat
   *[other] haben
} { $titles } gefallen, und das hier geht in dieselbe Richtung.
reason-similar-to-liked-3 = Weil du { $titles } mochtest: Das hier ist ganz ähnlich.
reason-similar-to-liked-4 = Viel gemeinsam mit { $titles }, und { $title_count ->
    [one] das mochtest du
    [2] beide mochtest du
   *[other] alle mochtest du
}.
reason-similar-to-liked-5 = Du mochtest { $titles }; weit weg ist das hier nicht.

## Ein Genre, das passt

reason-genre-in-domain = { $genre } ({ $domain ->
    [movie] Filme
    [tv] Serien
    [anime] Anime
   *[manga] Manga
})

reason-genre-liked-1 = { $genres_leading } { $genre_count ->
    [one] liegt
   *[other] liegen
} dir: { reason-share } hast du beendet.
reason-genre-liked-2 = Du hast { reason-in-genres } { reason-share } beendet.
reason-genre-liked-3 = Wenn du { reason-in-genres } etwas anfängst, bleibst du meist dabei: { $count } von { $total } beendet.
reason-genre-liked-4 = Bisher hast du { reason-in-genres } { reason-share } beendet.
reason-genre-liked-5 = Deine Bilanz { reason-in-genres }: { $total } angefangen, { $count } beendet.

reason-genre-liked-bare-1 = { $genres_leading } { $genre_count ->
    [one] liegt
   *[other] liegen
} dir.
reason-genre-liked-bare-2 = Du hast etwas übrig für { $genres }.
reason-genre-liked-bare-3 = Noch einmal { $genres }, das passt bei dir meistens.
reason-genre-liked-bare-4 = Das ist { $genres }, und so etwas magst du.

## Jemand hinter beendeten Titeln

reason-person-liked-1 = { reason-credit }, wie { $role ->
    [composer] in { $titles }
    [actor] in { $titles }
   *[other] { $titles }
} – { $title_count ->
    [one] das
    [2] beide
   *[other] alle
} hast du beendet.
reason-person-liked-2 = Du hast { $titles } beendet; { $role ->
    [director] auch hier führt { $people } Regie
    [creator] auch das hier hat { $people } erdacht
    [writer] auch das hier hat { $people } geschrieben
    [composer] auch hier ist die Musik von { $people }
    [studio] auch das hier kommt aus dem Studio { $people }
   *[actor] { $people } ist auch hier dabei
}.
reason-person-liked-3 = Wieder { reason-credit-within }; { $titles } hast du ja beendet.
reason-person-liked-4 = Mehr von { $people }: { $titles } hast du beendet.
reason-person-liked-5 = Nach { $titles }, { $title_count ->
    [one] das
   *[other] die
} du beendet hast, noch etwas { $role ->
    [studio] aus dem Studio { $people }
    [director] unter der Regie von { $people }
    [creator] nach einer Idee von { $people }
    [writer] aus der Feder von { $people }
    [composer] mit Musik von { $people }
   *[actor] mit { $people }
}.

reason-person-liked-other-1 = { $people }, dir bekannt aus { $titles }, ist auch hier beteiligt.
reason-person-liked-other-2 = Du hast { $titles } beendet; auch hier ist { $people } beteiligt.
reason-person-liked-other-3 = Auch hier beteiligt: { $people }, dir bekannt aus { $titles }.
reason-person-liked-other-4 = Nach { $titles } ist { $people } auch hier beteiligt.

## Bewertungen

reason-quality-1 = Von { $count ->
    [0] noch niemandem
    [one] einer Person
   *[other] { $count } Menschen
} mit { $figure } von 10 bewertet.
reason-quality-2 = Die Note steht bei { $figure } von 10, nach { reason-votes-dative }.
reason-quality-3 = Im Schnitt { $figure } von 10, bei { reason-votes-dative }.
reason-quality-4 = Gut aufgenommen: { $figure } von 10 bei { reason-votes-dative }.
reason-quality-5 = Anderswo bekommt es { $figure } von 10 ({ reason-votes }).

reason-widely-rated-1 = Oft bewertet: bisher { reason-votes }.
reason-widely-rated-2 = { $count ->
    [0] Niemand hat
    [one] Eine Person hat
   *[other] { $count } Menschen haben
} es bewertet; das gibt der Note Gewicht.
reason-widely-rated-3 = Viele Meinungen stehen dahinter: { reason-votes }.
reason-widely-rated-4 = Die Note stützt sich auf { reason-votes }.

## Neu

reason-new-in-library-1 = Neu hier: { reason-days-ago } dazugekommen.
reason-new-in-library-2 = In die Bibliothek kam es { reason-days-ago }.
reason-new-in-library-3 = Frisch im Regal: { reason-days-ago } hinzugefügt.
reason-new-in-library-4 = Es ist noch nicht lange hier: { reason-days-ago } dazugekommen.

reason-new-release-1 = Neu: erschienen { $year }.
reason-new-release-2 = Erst { $year } erschienen.
reason-new-release-3 = Noch recht frisch, aus dem Jahr { $year }.
reason-new-release-4 = Aus dem Jahr { $year }, also einer der neueren Titel.

## Von anderen hier beendet

reason-people-here = { $count ->
    [one] eine Person hat
   *[other] { $count } Leute haben
}
reason-popular-here-1 = Hier beliebt: { reason-people-here } es beendet.
reason-popular-here-2 = Auf diesem Server { $count ->
    [one] hat es eine Person
   *[other] haben es { $count } Leute
} beendet.
reason-popular-here-3 = Andere hier sind drangeblieben: { reason-people-here } es beendet.
reason-popular-here-4 = Von { $count ->
    [one] einer Person
   *[other] { $count } Leuten
} hier beendet.

## Gemeinsam mit dem Titel, von dem es ausging

reason-seed-shared-people-1 = { reason-credit }, wie { $role ->
    [composer] in { $titles }
    [actor] in { $titles }
   *[other] { $titles }
}.
reason-seed-shared-people-2 = Wie { $titles } { reason-credit-within }.
reason-seed-shared-people-3 = Wieder { reason-credit-within }, wie bei { $titles }.
reason-seed-shared-people-4 = Was es mit { $titles } verbindet: { $role ->
    [director] die Regie von { $people }
    [creator] die Idee von { $people }
    [writer] das Buch von { $people }
    [composer] die Musik von { $people }
    [studio] das Studio { $people }
   *[actor] die Besetzung mit { $people }
}.

reason-seed-shared-people-other-1 = { $people } { $person_count ->
    [one] war
   *[other] waren
} auch an { $titles } beteiligt, in anderer Funktion.
reason-seed-shared-people-other-2 = Auch an { $titles } beteiligt, in anderer Funktion: { $people }.
reason-seed-shared-people-other-3 = Was es mit { $titles } verbindet: { $people }, dort in anderer Funktion.
reason-seed-shared-people-other-4 = Wie bei { $titles } ist { $people } dabei, in anderer Funktion.

reason-seed-shared-genres-1 = { $genre_count ->
    [one] Dasselbe Genre
   *[other] Dieselben Genres
} wie { $titles }: { $genres }.
reason-seed-shared-genres-2 = Wie { $titles } { reason-in-genres } zu Hause.
reason-seed-shared-genres-3 = { $genres_leading }, genau wie { $titles }.
reason-seed-shared-genres-4 = Gemeinsam mit { $titles }: { $genres }.

reason-seed-shared-keywords-1 = { $keyword_count ->
    [one] Ein gemeinsames Thema
   *[other] Gemeinsame Themen
} mit { $titles }: { $quoted }.
reason-seed-shared-keywords-2 = Wie { $titles } unter { $quoted } geführt.
reason-seed-shared-keywords-3 = Was es mit { $titles } verbindet: { $quoted }.
reason-seed-shared-keywords-4 = Mit { $titles } teilt es { $quoted }.

reason-seed-similar-1 = In Thema und Ton nah an { $titles }.
reason-seed-similar-2 = Thema und Stimmung erinnern an { $titles }.
reason-seed-similar-3 = Ganz auf der Linie von { $titles }.
reason-seed-similar-4 = Ähnlich wie { $titles }, im Thema wie im Ton.

## Trifft einen Wunsch

reason-mood-match-words-1 = Du wolltest { $quoted }, und das passt.
reason-mood-match-words-2 = Passt zu deinem Wunsch: { $quoted }.
reason-mood-match-words-3 = Ausgesucht für { $quoted }.
reason-mood-match-words-4 = Eine Antwort auf { $quoted }.

reason-mood-match-titles-1 = Du hast { $titles } genannt, und das hier kommt nah heran.
reason-mood-match-titles-2 = Ähnlich wie { $titles }, ganz wie gewünscht.
reason-mood-match-titles-3 = Nah an { $titles }, wie von dir gewünscht.
reason-mood-match-titles-4 = Von { $titles } aus gesucht, liegt das hier nah.

reason-mood-match-both-1 = Du wolltest { $quoted } und etwas wie { $titles }; das hier passt zu beidem.
reason-mood-match-both-2 = Ähnlich wie { $titles }, und { $quoted } passt auch.
reason-mood-match-both-3 = Nah an { $titles }, mit { $quoted } wie gewünscht.
reason-mood-match-both-4 = Passt zu { $quoted } und liegt nah an { $titles }.

reason-mood-match-bare-1 = Nah an dem, was du beschrieben hast.
reason-mood-match-bare-2 = Passt zu der Stimmung, die du wolltest.
reason-mood-match-bare-3 = Deine Beschreibung führt hierher.
reason-mood-match-bare-4 = Ausgesucht nach deiner Beschreibung.

reason-mood-avoided-1 = Wie gewünscht: { $quoted }.
reason-mood-avoided-2 = Du wolltest { $quoted }, und das geht in diese Richtung.
reason-mood-avoided-3 = Ganz nach deinem Wunsch: { $quoted }.
reason-mood-avoided-4 = Dein Wunsch war { $quoted }, und das passt dazu.

## Durch das Los, noch einmal, oder für den Anfang

reason-chance-1 = Ausgelost unter den guten Kandidaten.
reason-chance-2 = Die Würfel haben entschieden, unter lauter guten Kandidaten.
reason-chance-3 = Reiner Zufall, aber nur unter guten Kandidaten.
reason-chance-4 = Zufällig aus den guten Kandidaten gezogen.

reason-loved-before-1 = Du hast es { reason-times } beendet, zuletzt im { $when }.
reason-loved-before-2 = Zuletzt im { $when } beendet, insgesamt { reason-times }.
reason-loved-before-3 = Ein Wiedersehen lohnt sich: { reason-times } beendet, zuletzt im { $when }.
reason-loved-before-4 = Es ist eine Weile her: zuletzt im { $when } beendet.

reason-starter-1 = Um deinen Geschmack kennenzulernen: { $genres }.
reason-starter-2 = Etwas { $genres }, um zu sehen, was dir liegt.
reason-starter-3 = Zur Abwechslung auf dieser Liste: { $genres }.
reason-starter-4 = { $genres_leading } { $genre_count ->
    [one] fehlte
   *[other] fehlten
} noch auf dieser Liste.

## Verbunden mit Titeln, die gefallen haben

reason-which-you-liked = { $title_count ->
    [one] das du mochtest
   *[other] die du mochtest
}
reason-and-you-liked = { $title_count ->
    [one] das mochtest du
    [2] beide mochtest du
   *[other] alle mochtest du
}
reason-credit-as-in = { reason-credit }, wie { $role ->
    [composer] in { $titles }
    [actor] in { $titles }
   *[other] { $titles }
}

reason-linked-maker-1 = { reason-credit-as-in } – { reason-and-you-liked }.
reason-linked-maker-2 = Du mochtest { $titles }; { $role ->
    [director] auch hier führt { $people } Regie
    [creator] auch das hier hat { $people } erdacht
    [writer] auch das hier hat { $people } geschrieben
    [composer] auch hier ist die Musik von { $people }
    [studio] auch das hier kommt aus dem Studio { $people }
   *[actor] { $people } ist auch hier dabei
}.
reason-linked-maker-3 = { $people } verbindet es mit { $titles }, { reason-which-you-liked }: { $role ->
    [director] dieselbe Regie
    [creator] derselbe Kopf dahinter
    [writer] dieselbe Feder
    [composer] dieselbe Handschrift in der Musik
    [studio] dasselbe Studio
   *[actor] dasselbe Gesicht
}.
reason-linked-maker-4 = Wieder { reason-credit-within }; { $titles } mochtest du ja.

reason-linked-maker-other-1 = { $people } war auch an { $titles } beteiligt, und { reason-and-you-liked }.
reason-linked-maker-other-2 = Du mochtest { $titles }; auch hier ist { $people } beteiligt.
reason-linked-maker-other-3 = Auch hier beteiligt: { $people }, dir bekannt aus { $titles }.
reason-linked-maker-other-4 = Nach { $titles } ist { $people } auch hier am Werk.

reason-linked-people-1 = { reason-credit-as-in } – { reason-and-you-liked }.
reason-linked-people-2 = Du mochtest { $titles }; { $people } sind auch hier dabei.
reason-linked-people-3 = { $people } verbinden es mit { $titles }, { reason-which-you-liked }.
reason-linked-people-4 = Wieder { reason-credit-within }; { $titles } mochtest du ja.

reason-linked-people-other-1 = { $people } waren auch an { $titles } beteiligt, und { reason-and-you-liked }.
reason-linked-people-other-2 = Du mochtest { $titles }; { $people } sind auch hier beteiligt.
reason-linked-people-other-3 = Auch hier beteiligt: { $people }, dir bekannt aus { $titles }.
reason-linked-people-other-4 = Nach { $titles } sind { $people } auch hier am Werk.

reason-linked-themes-1 = { $keyword_count ->
    [one] Ein gemeinsames Thema
   *[other] Gemeinsame Themen
} mit { $titles }, { reason-which-you-liked }: { $quoted }.
reason-linked-themes-2 = Du mochtest { $titles }; auch das hier läuft unter { $quoted }.
reason-linked-themes-3 = Was es mit { $titles } verbindet, { reason-which-you-liked }: { $quoted }.
reason-linked-themes-4 = Wie { $titles } unter { $quoted } geführt, und { reason-and-you-liked }.

reason-linked-name-1 = { $quoted } kommt hier vor wie in { $titles }, { reason-which-you-liked }.
reason-linked-name-2 = Du mochtest { $titles }; auch hier kommt { $quoted } vor.
reason-linked-name-3 = Wie { $titles }, { reason-which-you-liked }, hat es mit { $quoted } zu tun.
reason-linked-name-4 = Die Handlung berührt { $quoted }, wie bei { $titles }, { reason-which-you-liked }.

reason-linked-series-1 = Teil derselben Reihe wie { $titles }, { reason-which-you-liked }.
reason-linked-series-2 = Du mochtest { $titles }, und das hier gehört dazu.
reason-linked-series-3 = Aus derselben Reihe: { $titles } mochtest du.
reason-linked-series-4 = In einer Reihe mit { $titles }, { reason-which-you-liked }.

## Was dagegen spricht

reason-like-abandoned-1 = Nah an { $titles }, von dir abgebrochen oder nicht gemocht.
reason-like-abandoned-2 = Mit { $titles } bist du nicht warm geworden, und das hier ist ähnlich.
reason-like-abandoned-3 = Ähnlich wie { $titles }, und { $title_count ->
    [one] das war
   *[other] die waren
} nichts für dich.
reason-like-abandoned-4 = Erinnert an { $titles }; { $title_count ->
    [one] das
   *[other] die
} hast du liegen lassen oder nicht gemocht.

reason-dropped-itself-1 = Du hast es abgebrochen oder nicht gemocht, und das zählt.
reason-dropped-itself-2 = Hier zählt, dass du es abgebrochen oder nicht gemocht hast.
reason-dropped-itself-3 = Von dir abgebrochen oder nicht gemocht, deshalb steht es weiter hinten.
reason-dropped-itself-4 = Dein eigenes Urteil wiegt hier: abgebrochen oder nicht gemocht.

reason-like-hidden-1 = Nah an { $titles }, von dir zurzeit ausgeblendet.
reason-like-hidden-2 = Du hast { $titles } ausgeblendet, und das hier ist ähnlich.
reason-like-hidden-3 = Ähnlich wie { $titles }, vorerst ausgeblendet.
reason-like-hidden-4 = Solange { $titles } ausgeblendet { $title_count ->
    [one] ist
   *[other] sind
}, zählt Ähnliches weniger.

reason-genre-avoided-1 = { $genres_leading } { $genre_count ->
    [one] ist
   *[other] sind
} selten etwas für dich: { $total } angefangen, { $count } beendet.
reason-genre-avoided-2 = { $total ->
    [one] Den einzigen angefangenen Titel { reason-in-genres } hast du nicht beendet
   *[other] Du hast { reason-in-genres } { $count ->
        [0] keinen
       *[other] nur { $count }
    } von { reason-of-started } beendet
}.
reason-genre-avoided-3 = Von { reason-of-started } { reason-in-genres } hast du { $count } beendet.
reason-genre-avoided-4 = Deine Bilanz { reason-in-genres } ist mager: { $total } angefangen, { $count } beendet.

reason-genre-avoided-untouched-1 = { reason-in-genres-leading } hast du noch nie etwas angefangen, dabei gibt es hier { $total ->
    [one] einen Titel
   *[other] { $total } Titel
}.
reason-genre-avoided-untouched-2 = { $genres_leading } gibt es hier { $total ->
    [one] einmal
   *[other] { $total }-mal
}, und angefangen hast du davon noch nichts.
reason-genre-avoided-untouched-3 = Bisher hast du um { $genres } einen Bogen gemacht: { $total } verfügbar, nichts angefangen.
reason-genre-avoided-untouched-4 = Noch nichts { reason-in-genres } in deinem Verlauf, bei { $total ->
    [one] einem Titel
   *[other] { $total } Titeln
} zur Auswahl.

reason-genre-avoided-bare-1 = { $genres_leading } { $genre_count ->
    [one] war
   *[other] waren
} zuletzt nicht dein Fall.
reason-genre-avoided-bare-2 = Zuletzt hattest du mit { $genres } wenig Glück.
reason-genre-avoided-bare-3 = Du hattest an { $genres } zuletzt wenig Freude.
reason-genre-avoided-bare-4 = In letzter Zeit { $genre_count ->
    [one] war
   *[other] waren
} { $genres } selten etwas für dich.

reason-person-dropped-1 = { reason-credit }, wie { $role ->
    [composer] in { $titles }
    [actor] in { $titles }
   *[other] { $titles }
} – abgebrochen oder nicht gemocht.
reason-person-dropped-2 = Dir { $title_count ->
    [one] lag
   *[other] lagen
} { $titles } nicht; { $role ->
    [director] auch hier führt { $people } Regie
    [creator] auch das hier hat { $people } erdacht
    [writer] auch das hier hat { $people } geschrieben
    [composer] auch hier ist die Musik von { $people }
    [studio] auch das hier kommt aus dem Studio { $people }
   *[actor] { $people } ist auch hier dabei
}.
reason-person-dropped-3 = Wieder { reason-credit-within }; { $titles } hast du abgebrochen oder nicht gemocht.
reason-person-dropped-4 = Mehr von { $people }: { $titles } { $title_count ->
    [one] war
   *[other] waren
} nichts für dich.

reason-person-dropped-other-1 = { $people } ist auch hier beteiligt, und { $titles } { $title_count ->
    [one] war
   *[other] waren
} nichts für dich.
reason-person-dropped-other-2 = Dir { $title_count ->
    [one] lag
   *[other] lagen
} { $titles } nicht, und auch hier ist { $people } beteiligt.
reason-person-dropped-other-3 = Auch hier beteiligt: { $people }; { $titles } hast du abgebrochen oder nicht gemocht.
reason-person-dropped-other-4 = Nach { $titles }, abgebrochen oder nicht gemocht, wieder etwas mit { $people }.

reason-person-dropped-bare-1 = Titel mit denselben Leuten kamen bei dir bisher nicht gut an.
reason-person-dropped-bare-2 = Bisher hattest du mit den Beteiligten wenig Glück.
reason-person-dropped-bare-3 = Was du von den Beteiligten kennst, lag dir eher nicht.
reason-person-dropped-bare-4 = Die Beteiligten haben dir bisher wenig Freude gemacht.

reason-low-quality-1 = Nur mit { $figure } von 10 bewertet, bei { reason-votes-dative }.
reason-low-quality-2 = Die Note ist niedrig: { $figure } von 10 bei { reason-votes-dative }.
reason-low-quality-3 = Lediglich { $figure } von 10, nach { reason-votes-dative }.
reason-low-quality-4 = Ein schwacher Schnitt: { $figure } von 10 bei { reason-votes-dative }.

reason-few-votes-1 = { $count ->
    [0] Noch keine Stimme
    [one] Bisher nur eine Stimme
   *[other] Bisher nur { $count } Stimmen
}, die Note sagt also wenig.
reason-few-votes-2 = Die Note ist unsicher, mit { $count ->
    [0] noch keiner Stimme
    [one] nur einer Stimme
   *[other] nur { $count } Stimmen
}.
reason-few-votes-3 = Zu wenige Stimmen, um darauf zu bauen: { $count ->
    [0] noch keine
    [one] nur eine
   *[other] { $count }
}.
reason-few-votes-4 = Kaum bewertet: { reason-votes }.

reason-nothing-close-1 = Im Ganzen ähnelt es nicht dem, was du mochtest.
reason-nothing-close-2 = Es ist ziemlich weit weg von dem, was du bisher mochtest.
reason-nothing-close-3 = Zusammengenommen sind die Titel, die du mochtest, von anderer Art.
reason-nothing-close-4 = Was du mochtest, liegt überwiegend anderswo.

reason-unlike-lately-1 = Im Ganzen ähnelt es nicht dem, was du zuletzt mochtest.
reason-unlike-lately-2 = Es ist ziemlich weit weg von dem, was dir zuletzt gefallen hat.
reason-unlike-lately-3 = Verglichen mit dem, was du in den letzten Wochen mochtest, ist es etwas anderes.
reason-unlike-lately-4 = Was du zuletzt mochtest, weist in eine andere Richtung.

reason-loosely-linked-1 = Wenig verbindet es mit dem, was du bisher mochtest.
reason-loosely-linked-2 = Mit dem, was du mochtest, teilt es kaum Leute oder Themen.
reason-loosely-linked-3 = Von dem, was du mochtest, ist der Weg hierher weit.
reason-loosely-linked-4 = Kaum etwas führt von dem, was du mochtest, zu diesem Titel.

reason-old-news-1 = Es ist schon eine Weile hier.
reason-old-news-2 = Kein Neuzugang in der Bibliothek.
reason-old-news-3 = Schon länger in der Bibliothek.
reason-old-news-4 = Seit Längerem im Regal.

## Wenn keine einzelne Tatsache gesagt werden darf

reason-general-taste-1 = Passt insgesamt gut zu deinem Geschmack.
reason-general-taste-2 = Dein Geschmack im Ganzen führt hierher.
reason-general-taste-3 = Alles in allem ist das etwas für dich.
reason-general-taste-4 = Zu deinem Geschmack passt es insgesamt gut.

reason-general-request-1 = Passt insgesamt gut zu deinem Wunsch.
reason-general-request-2 = Dein Wunsch im Ganzen führt hierher.
reason-general-request-3 = Alles in allem nah an dem, was du wolltest.
reason-general-request-4 = Zu deinem Wunsch passt es insgesamt gut.

reason-general-rating-1 = Insgesamt gut bewertet.
reason-general-rating-2 = Die Bewertungen sprechen dafür.
reason-general-rating-3 = Gute Noten haben es hierher gebracht.
reason-general-rating-4 = Vor allem die Note spricht dafür.

reason-general-any-1 = Insgesamt eine gute Wahl.
reason-general-any-2 = Alles in allem schneidet es gut ab.
reason-general-any-3 = Zusammengenommen spricht einiges dafür.
reason-general-any-4 = Unter dem Strich schneidet es gut ab.

## Eine zweite Tatsache im selben Satz

reason-joined = { $first }; { $also }.
reason-also-quality = außerdem mit { $figure } von 10 bewertet
reason-also-new-in-library = { reason-days-ago } dazugekommen
reason-also-new-release = erschienen { $year }
reason-also-popular-here = { reason-people-here } es hier beendet
reason-also-person-liked = außerdem { reason-credit-within }, wie { $role ->
    [composer] in { $titles }
    [actor] in { $titles }
   *[other] { $titles }
}
reason-also-person-liked-other = auch { $people } ist beteiligt, bekannt aus { $titles }

## Die Teile einer Wertung

contribution-content = Nah an dem, was du magst
contribution-genre = Genres
contribution-personnel = Beteiligte
contribution-collaborative = Beliebt bei Leuten mit deinem Geschmack
contribution-quality = Bewertung
contribution-confidence = Zahl der Stimmen
contribution-freshness = Neuheit
contribution-popularity = Beliebtheit hier
contribution-anti-profile = Nah an dem, was du abgebrochen hast
contribution-hidden-penalty = Nah an dem, was du ausgeblendet hast
contribution-present = Nah an dem, was du zuletzt mochtest
contribution-seed-similar = Nah am gewählten Titel
contribution-seed-shared = Gemeinsam mit dem gewählten Titel
contribution-starter = Neu auf dieser Liste
contribution-mood = Dein Wunsch
contribution-chance = Zufall
contribution-loved-before = Schon einmal geliebt
contribution-graph = Verbindungen

why-line = { $label }: { $points }
why-line-facts = { $label }: { $points } – { $facts }
why-none = Diesmal ohne Wirkung: { $labels }.
why-sum = Zusammen: { $points } Punkte.
why-match-high = Treffer { $match }: Etwa dieser Anteil der Titel mit diesem Wert gefällt am Ende, und hier bin ich mir sicher.
why-match-medium = Treffer { $match }: Etwa dieser Anteil der Titel mit diesem Wert gefällt am Ende, und hier bin ich mir recht sicher.
why-match-low = Treffer { $match }: Etwa dieser Anteil der Titel mit diesem Wert gefällt am Ende, aber hier weiß ich noch zu wenig; nimm es als Vermutung.

## Warum nicht

whynot-watched = Das hast du schon gesehen oder beendet.
whynot-watched-on = Das hast du schon gesehen oder beendet, am { $when }.
whynot-in-progress = Du bist gerade mittendrin, deshalb wird es nicht als Neues angeboten.
whynot-hidden = Du hast es zurzeit ausgeblendet.
whynot-hidden-on = Du hast es bis zum { $when } ausgeblendet.
whynot-given-up = Du hast es abgebrochen.
whynot-given-up-on = Du hast es am { $when } abgebrochen.
whynot-disliked = Du mochtest es nicht.
whynot-disliked-on = Du mochtest es nicht, zuletzt vermerkt am { $when }.
whynot-anti-profile = Es ist zu nah an etwas, das du abgebrochen oder nicht gemocht hast.
whynot-anti-profile-title = Es ist zu nah an { $title }, und das hast du abgebrochen oder nicht gemocht.
whynot-sequel = Davor kommt ein anderer Teil.
whynot-sequel-title = Davor kommt { $title }, und das hast du noch nicht beendet.
whynot-skipped = Du hast es schon dreimal oder öfter weitergeschoben.
whynot-on-no-shelf = Es ist in keiner Bibliothek hier.
whynot-filtered = Es passt nicht durch die gesetzten Filter.

whynot-against = Was dagegen spricht:
whynot-nothing-against = Nichts spricht dagegen; andere hatten einfach mehr Punkte.
whynot-place-number = { $ordinal ->
   *[other] { $place }
}
whynot-rank = Es steht auf Platz { whynot-place-number } von { $of }, mit { $points } Punkten; der letzte gezeigte Titel hat { $needed }.
whynot-rank-allowed = Ohne das stünde es auf Platz { whynot-place-number } von { $of }, mit { $points } Punkten; der letzte gezeigte Titel hat { $needed }.
whynot-rank-known = Würde es trotzdem angeboten, zählte mit, was du damit gemacht hast, und es stünde auf Platz { whynot-place-number } von { $of }, mit { $points } Punkten; der letzte gezeigte Titel hat { $needed }.
whynot-override = Wenn du es trotzdem willst, setz dich für diesen Titel darüber hinweg; dein Wort zählt sofort.
whynot-override-seen = Du kennst es schon, da gibt es nichts zu überstimmen. /ähnlich findet Titel, die ihm ähneln.
whynot-override-hidden = Du kannst es jederzeit zurückholen; dann zählt es wie vorher.
whynot-override-no-shelf = Darüber kannst du dich nicht hinwegsetzen: Es muss erst in eine Bibliothek, die du öffnen darfst.

## Was eine Antwort über sich selbst sagt

note-thin-history = { $count ->
    [0] Ich weiß noch nichts über deinen Geschmack, darum kommt hier, was auf diesem Server beliebt ist
    [one] Ich weiß erst eine einzige Sache über deinen Geschmack, darum zählt hier mehr, was auf diesem Server beliebt ist
   *[other] Ich weiß erst { $count } Dinge über deinen Geschmack, darum zählt hier mehr, was auf diesem Server beliebt ist
}. Bewerte fünf Titel, dann wird es deine Liste.
note-nothing-left = { $count ->
    [0] Nichts passt zu dem, was du wolltest
    [one] Nur ein Titel passt zu dem, was du wolltest; mehr gibt es nicht zu zeigen
   *[other] Nur { $count } Titel passen zu dem, was du wolltest; mehr gibt es nicht zu zeigen
}. Lockere einen Filter, um andere zu sehen.
note-empty-library = In den Bibliotheken, die du öffnen darfst, ist noch nichts. Wer den Server betreibt, kann Titel hinzufügen oder dir Zugang geben.
note-unknown-reference = { $subject } kenne ich nicht, darum habe ich ohne diesen Titel gesucht. Prüfe die Schreibweise oder nenne einen anderen Titel.
note-wording-unknown = { $subject } habe ich nicht verstanden, deshalb geht es hier mehr nach deinem Geschmack als nach deinen Worten. Versuch es mit anderen Worten, auf Deutsch, Englisch oder Französisch.
note-semantic-search-warming = Ich lese den Katalog noch ein ({ $share } geschafft); bis dahin richte ich mich nach Genres, Beteiligten und Bewertungen.
note-source-unavailable = { $subject } hat nicht geantwortet, deshalb ist diese Antwort ohne diese Quelle entstanden. Frag später noch einmal.

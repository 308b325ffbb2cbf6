# Lernen von allen: Trainings und die Modelle, die daraus werden.

command-train = neu von allen hier lernen
    .usage = trainieren
    .help = Liest, was alle gesehen und bewertet haben, lernt daraus neben dem Betrieb und misst das neue Modell an dem, was den Leuten zuletzt gefiel. Eines, das schlechter ist als das jetzige, wird aufbewahrt, aber nicht benutzt. Das geschieht nachts von selbst und sobald genug Neues da ist. Nur für den, dem der Server gehört.
    .examples = trainieren
    .aliases = trainieren, lernen
command-models = die gelernten Modelle, und welches antwortet
    .usage = modelle [nimm, zurück, entferne oder zeig] [Version]
    .help = Ohne alles: eine Liste der aufbewahrten. „nimm“ stellt ein Modell in Dienst, „zurück“ holt das vorige wieder, „entferne“ löscht eines, das nicht in Dienst ist, „zeig“ sagt alles über eines. Eine Version lässt sich mit ihrer Nummer in der Liste oder ihren letzten Zeichen nennen. Nur für den, dem der Server gehört.
    .examples = modelle | modelle zurück | modelle zeig 1
    .aliases = modelle

models-words-use = nimm, benutze
models-words-rollback = zurück, voriges
models-words-remove = entferne, lösche
models-words-show = zeig, zeige

training-progress = Ich lerne: { $step } ({ $done }). Frag nach den Modellen, um zu sehen, wie weit es ist.
training-step-gathering = sammle, was hier gesehen wurde
training-step-reading = lese Bewertungen und Titel
training-step-describing = beschreibe Titel, die noch nicht bekannt sind
training-step-lists = lerne aus dem, was TMDB neben den Titeln hier nennt
training-step-trial = lerne ohne das, was zuletzt gesehen wurde
training-step-measuring = messe an dem, was zuletzt gesehen wurde
training-step-learning = lerne aus allem
training-step-saving = speichere
training-learned =
    Gelernt von { $people ->
        [one] einer Person
       *[other] { $people } Leuten
    } und { $meetings ->
        [one] einem gesehenen oder bewerteten Titel
       *[other] { $meetings } gesehenen oder bewerteten Titeln
    }, über { $titles ->
        [one] einen Titel
       *[other] { $titles } Titel
    }, in { $seconds } s.
training-unheard =
    { $count ->
        [one] Davon zählte eines nicht: ein Titel, den
       *[other] Davon zählten { $count } nicht: Titel, die
    } Leute mit wenigen, auf einmal gesehenen oder durchweg gemochten Titeln weit öfter nennen als alle anderen. So schiebt keine Schar falscher Konten einen Titel an.
training-too-little =
    { $titles ->
        [0] Niemandem hat in letzter Zeit etwas gefallen, das sich zurückhalten ließe; messen ging daher nicht.
        [one] Nur ein gemochter Titel ließ sich zurückhalten, zu wenig zum Messen.
       *[other] Nur { $titles } gemochte Titel ließen sich zurückhalten, zu wenige zum Messen.
    }
training-measured =
    Gemessen an dem, was { $people ->
        [one] einer Person
       *[other] { $people } Leuten
    } zuletzt gefiel (NDCG@10): { $new }; { $first ->
        [yes] das hier Beliebte anzubieten erreicht
       *[other] was bisher antwortete, erreicht
    } { $present }. Der Unterschied liegt zwischen { $low } und { $high } (99 %).
training-verdict =
    { $verdict ->
        [better] Das neue ist besser.
        [worse] Das neue ist schlechter.
       *[same] Kein Unterschied, der über den Zufall hinausgeht.
    }
training-in-use = Es antwortet von jetzt an (Version { $version }).
training-held-back = Es wird aufbewahrt, aber nicht benutzt; was bisher antwortete, antwortet weiter. Um es trotzdem zu nehmen: modelle nimm { $version }
training-saved = Das Modell liegt in { $file } ({ $size } MB). Darin stehen Titel und Zahlen, keine Leute.
training-terms = Wer es haben darf, hängt davon ab, woraus es gelernt hat: Ein Modell aus MovieLens-Bewertungen etwa darf nur zu deren Bedingungen weitergegeben und nicht verkauft werden.
training-public-in-use = Es hilft von jetzt an beim Antworten (öffentliches Modell, Version { $version }).
training-no-household = Hier hat noch niemand etwas gesehen oder bewertet, deshalb antwortet es allein.
training-reading =
    { $people ->
        [one] Eine Person
       *[other] { $people } Leute
    }, { $meetings ->
        [one] eine Bewertung
       *[other] { $meetings } Bewertungen
    } und { $titles ->
        [one] ein Titel
       *[other] { $titles } Titel
    } gelesen.
training-lists =
    { $lists ->
        [one] Eine Liste
       *[other] { $lists } Listen
    } ähnlicher Titel gelesen, über { $titles ->
        [one] einen Titel
       *[other] { $titles } Titel
    }.

models-none = Noch ist kein Modell gelernt. Das geschieht von selbst, sobald es genug zu lernen gibt, oder gleich mit /trainieren
models-heading = Gelernte Modelle, die neuesten zuerst:
models-line = { $number }. { $version } · { $kind } · { $people ->
        [one] eine Person
       *[other] { $people } Leute
    }, { $meetings ->
        [one] ein Titel
       *[other] { $meetings } Titel
    } gesehen · NDCG@10 { $measured }{ $state }
models-line-broken = { $number }. { $version } · beschädigt oder nicht von uns
models-state-in-use = { " · in Dienst" }
models-state-held-back = { " · zurückgehalten" }
models-state-previous = { " · davor in Dienst" }
models-kind-household = aus diesem Haushalt
models-kind-public = öffentlich
models-learned = gelernt am { $date } von Recommendarr { $product }
models-figures =
    { $people ->
        [one] eine Person
       *[other] { $people } Leute
    }, { $meetings ->
        [one] ein gesehener Titel
       *[other] { $meetings } gesehene Titel
    }, { $titles ->
        [one] ein Titel
       *[other] { $titles } Titel
    }, { $size } MB
models-fingerprint = gelernt aus Daten mit dem Fingerabdruck { $fingerprint }…
models-measured =
    NDCG@10 { $ndcg } an dem, was { $people ->
        [one] einer Person
       *[other] { $people } Leuten
    } zuletzt gefiel; womit es verglichen wurde: { $present }
models-broken = Diese Datei ist beschädigt oder nicht von uns; sie lässt sich nur entfernen.
models-which = Ein anderes?
models-use = { $version } nehmen
models-rollback = Zurück zum vorigen
models-button = Modelle
models-used = { $version } antwortet von jetzt an. /modelle zurück nimmt das zurück.
models-removed = { $version } ist gelöscht.
models-added = { $version } ist aufbewahrt.
models-last = Das letzte Training: { $told }

error-training-off = Hier wird nicht im Hintergrund gelernt, also gibt es keine Modelle. Starte den Dienst mit „recommendarr run“.
error-training-running = Ein Training läuft schon; dieses wurde nicht begonnen. Frag nach den Modellen, um zu sehen, wie weit es ist.
error-training-nothing = Hier hat noch niemand etwas gesehen oder bewertet, es gab also nichts zu lernen. Die vorhandenen Modelle bleiben, wie sie sind. Importiere einen Verlauf oder sieh erst etwas an.
error-training-ended = Das Training endete vorzeitig (Code { $code }), vielleicht aus Mangel an Speicher. Das jetzige Modell antwortet weiter.
error-training-two-sources = Gib entweder --data oder --similar an, eines nach dem anderen. Geändert wurde nichts.
error-training-out-alone = --out braucht etwas zu lernen: Nenne es mit --data oder --similar. Ein Modell dieses Haushalts wird in keine Datei geschrieben, denn es kennt seine Leute. Geändert wurde nichts.
error-models-not-writable = Modelle lassen sich in { $path } nicht speichern ({ $reason }). Die vorhandenen sind unverändert. Erlaube das Schreiben und versuch es noch einmal.
error-training-too-few-people = Was weniger als { $fewest } Leute gesehen haben, wird nicht weitergegeben: Ein Modell davon würde verraten, wer das war. Es wurde nichts geschrieben. Ohne --out lässt sich hier davon lernen.
error-not-a-file = „{ $path }“ ist keine Datei, die sich schreiben oder lesen ließe, sondern ein Ordner oder ein Gerät. Es ist nichts passiert. Nenn eine Datei.
error-models-word = „{ $word }“ kenne ich hier nicht, geändert wurde nichts. Modelle lassen sich auflisten, nehmen, zurücknehmen, entfernen und zeigen.
error-model-missing = Welches Modell meinst du? Geändert wurde nichts. Nenne es mit seiner Nummer in der Liste oder seinen letzten Zeichen.
error-model-unknown = Ein Modell „{ $version }“ gibt es hier nicht, geändert wurde nichts. /modelle listet die aufbewahrten auf.
error-model-unclear = „{ $version }“ könnten mehrere Modelle sein, geändert wurde nichts. Schreib mehr davon.
error-model-in-use = { $version } ist in Dienst und wurde nicht entfernt. Stell erst ein anderes in Dienst.
error-model-no-previous = Es gibt kein Modell, zu dem es zurückgehen könnte; geändert wurde nichts.
error-model-file-unnamed = Welche Datei? Geändert wurde nichts. Nenne sie: recommendarr models add DATEI.
error-model-file-missing = Eine Datei { $path } gibt es nicht, geändert wurde nichts. Prüfe den Pfad.
error-model-too-large = Das ist größer, als ein Modell sein darf ({ $limit } MB), und wurde nicht gelesen. Geändert wurde nichts.
error-model-foreign = Das ist kein Modell von Recommendarr und wurde nicht gelesen. Geändert wurde nichts. Modelle entstehen mit „recommendarr train“.
error-model-unreadable = Dieses Modell ist beschädigt oder abgeschnitten ({ $reason }) und wird nicht benutzt. Sonst wurde nichts geändert. Hol die Datei noch einmal oder trainiere neu.
error-model-newer = Dieses Modell stammt von einer späteren Version von Recommendarr (Format { $found }; diese liest { $known }) und wird nicht benutzt. Bring Recommendarr auf den neuesten Stand.
error-model-other-catalogue =
    Dieses Modell gehört zu einem anderen Katalog: Von seinen { $titles } Titeln { $known ->
        [0] ist keiner
        [one] ist nur einer
       *[other] sind nur { $known }
    } hier, also wird es nicht benutzt. Geändert wurde nichts. Trainiere eines mit Titeln, die du hast.
error-similar-bad-line = { $file } lässt sich in Zeile { $line } nicht lesen ({ $reason }), gelernt wurde nichts. Bring die Zeile in Ordnung und versuch es noch einmal.

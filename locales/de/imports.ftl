# Was ein Import getan hat. Zeilen, aus denen nichts wurde, stehen am Ende, jede mit ihrer Stelle in der Datei.

import-resumed = Ein unterbrochener Import wird fortgesetzt; was schon gespeichert war, wird nicht doppelt gespeichert.
import-done-facts =
    { $added ->
        [0] Nichts Neues: { $rows ->
            [one] Eine Zeile wurde gelesen
           *[other] { $rows } Zeilen wurden gelesen
        }, in { $seconds } s.
        [one] Ein Eintrag kam dazu, aus { $rows ->
            [one] einer Zeile
           *[other] { $rows } Zeilen
        }, in { $seconds } s.
       *[other] { $added } Einträge kamen dazu, aus { $rows ->
            [one] einer Zeile
           *[other] { $rows } Zeilen
        }, in { $seconds } s.
    }
import-done-titles =
    { $added ->
        [0] Keine neuen Titel: { $rows ->
            [one] Eine Zeile wurde gelesen
           *[other] { $rows } Zeilen wurden gelesen
        }, in { $seconds } s.
        [one] Ein Titel kam dazu, aus { $rows ->
            [one] einer Zeile
           *[other] { $rows } Zeilen
        }, in { $seconds } s.
       *[other] { $added } Titel kamen dazu, aus { $rows ->
            [one] einer Zeile
           *[other] { $rows } Zeilen
        }, in { $seconds } s.
    }
import-dry-facts =
    { $added ->
        [one] Probelauf: Ein Eintrag käme dazu
       *[other] Probelauf: { $added } Einträge kämen dazu
    }, aus { $rows ->
        [one] einer Zeile
       *[other] { $rows } Zeilen
    } ({ $seconds } s). Geändert wurde nichts.
import-dry-titles =
    { $added ->
        [one] Probelauf: Ein Titel käme dazu
       *[other] Probelauf: { $added } Titel kämen dazu
    }, aus { $rows ->
        [one] einer Zeile
       *[other] { $rows } Zeilen
    } ({ $seconds } s). Geändert wurde nichts.
import-changed =
    { $count ->
        [one] Ein schon bekannter Titel wurde auf den neuen Stand gebracht.
       *[other] { $count } schon bekannte Titel wurden auf den neuen Stand gebracht.
    }
import-known =
    { $count ->
        [one] Einer war schon da und blieb, wie er ist.
       *[other] { $count } waren schon da und blieben, wie sie sind.
    }
import-libraries =
    { $count ->
        [one] Neue Bibliothek: { $names }.
       *[other] { $count } neue Bibliotheken: { $names }.
    }
import-people =
    { $count ->
        [one] Neue Person: { $names }.
       *[other] { $count } neue Personen: { $names }.
    }
import-note-rating-scale = Bewertungen wurden auf einer Skala bis { $figure } gelesen und auf 1–10 umgerechnet.
import-failed =
    { $count ->
        [one] Aus einer Zeile wurde nichts:
       *[other] Aus { $count } Zeilen wurde nichts:
    }
import-failed-more =
    { $count ->
        [one] … und noch eine.
       *[other] … und noch { $count }.
    }
import-problem = { $place } { $title }: { $told }
import-candidates = Vielleicht { $titles }.
import-problem-not-here = Dieser Titel ist hier nicht im Katalog.
import-problem-ambiguous = Mehrere Titel hier heißen so, und die Zeile sagt nicht, welcher.
import-problem-other-year = Es gibt einen Titel dieses Namens, aber aus einem anderen Jahr.
import-problem-no-title = Die Zeile nennt keinen Titel.
import-problem-no-person = Die Zeile nennt keine Person.
import-problem-bad-rating = „{ $detail }“ ist in diesem Format keine Bewertung.
import-problem-other-kind = Zeilen über „{ $detail }“ werden nicht übernommen, nur Filme und Serien.
import-problem-which-list = Die Tabelle sagt nicht, ob das gesehen oder gemerkt wurde; die Datei muss ihren Namen behalten (watched.csv, watchlist.csv).
import-problem-too-few-columns = Die Zeile hat zu wenige Spalten ({ $detail }).
import-problem-open-quote = Ein Anführungszeichen wird geöffnet und nie geschlossen.
import-problem-line-too-long = Die Zeile ist für einen Eintrag zu lang.
import-problem-cut-off = Hier bricht die Datei ab; was davor steht, wurde gelesen.
import-problem-too-large = Die Datei ist größer als { $detail } MB und damit zu groß, um am Stück gelesen zu werden.
import-problem-broken-json = Das ist kein JSON ({ $detail }).
import-problem-no-object = Das ist kein JSON-Objekt.
import-problem-unknown-entry = Es ist nicht klar, was dieser Eintrag sagt.
import-problem-bad-record = { $detail }
import-problem-broken-xml = Hier ist das XML fehlerhaft ({ $detail }); was davor steht, wurde gelesen.
import-problem-xml-declarations = Das XML deklariert Entitäten oder einen Dokumenttyp, was keine Liste braucht; es wurde nicht weitergelesen.
import-problem-unknown-status = „{ $detail }“ ist kein Status einer Liste.

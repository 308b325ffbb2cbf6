# Arten zu antworten im Vergleich: benannte Versuche, ihre Berichte und das Protokoll des Ausprobierens.

command-experiments = Arten zu antworten im Vergleich, und sich heraushalten
    .usage = versuche [beginne, beende, bericht, ausprobieren, raus oder rein] [Name] [Arm=Anteil …]
    .help = Wem der Server gehört, kann manchen auf die eine und anderen auf eine andere Art antworten und sehen, was besser gefällt. „raus“ hält dich aus alldem heraus, „rein“ lässt dich wieder mitmachen. Nur für den, dem der Server gehört: „beginne“ mit einem Namen und zwei oder mehr Armen beginnt einen Versuch, „bericht“ sagt, was er gezeigt hat und ob man aufhören soll, „beende“ beendet ihn, „ausprobieren“ sagt, was mehr oder weniger Ausprobieren gebracht hätte.
    .examples = versuche raus | versuche beginne gewichte shipped=50 classic=50 | versuche bericht gewichte
    .aliases = versuche, versuch, experimente

experiments-words-start = beginne, beginnen, starte
experiments-words-stop = beende, beenden, stopp
experiments-words-report = bericht, ergebnis
experiments-words-policy = ausprobieren
experiments-words-out = raus, heraus
experiments-words-in = rein, herein

experiments-none = Noch wurde kein Versuch begonnen.
experiments-heading = Versuche, der neueste zuerst:
experiments-running = { $name } · { $arms } · läuft seit { $since }
experiments-over = { $name } · { $arms } · { $since } bis { $until }
experiments-how = Arme: shipped (wie es ist), classic (die Gewichte des Lehrbuchs), no-exploration (nichts wird ausprobiert) und bold (doppelt so viel wird ausprobiert). Mit dem ersten werden die anderen verglichen. So beginnt einer: versuche beginne gewichte shipped=50 classic=50
experiments-which = Welcher?
experiments-button-report = Bericht von { $name }
experiments-button-stop = { $name } beenden
experiments-button-out = Ohne mich
experiments-button-in = Mit mir
experiments-started = Begonnen: { $line }
experiments-stopped = { $name } ist vorbei: Alle bekommen wieder die üblichen Antworten. Der Bericht bleibt.
experiments-own =
    { $running ->
        [0] Zurzeit läuft hier kein Versuch.
        [one] Hier läuft ein Versuch: Manche bekommen die Titel für heute Abend auf andere Art ausgesucht.
       *[other] Hier laufen { $running } Versuche: Manche bekommen die Titel für heute Abend auf andere Art ausgesucht.
    } { $part ->
        [yes] Du kannst darunter sein.
       *[no] Du bleibst draußen.
    }
experiments-left = Von jetzt an bleibst du aus allen Versuchen heraus und bekommst die üblichen Antworten.
experiments-joined = Von jetzt an kannst du in Versuche gelost werden.

experiments-share = { $number } %
experiments-arm-unseen = { $arm }: So wurde noch niemandem geantwortet.
experiments-arm =
    { $arm }: { $viewers ->
        [one] eine Person
       *[other] { $viewers } Leute
    }, { $slates ->
        [one] eine Antwort
       *[other] { $slates } Antworten
    }, { $picks ->
        [one] ein Titel
       *[other] { $picks } Titel
    }. Von { $liked } der Antworten wurde binnen einer Woche etwas zu Ende gesehen oder gemocht ({ $low } bis { $high }), von { $refused } etwas abgelehnt. { $settled ->
        [0] Für den Vergleich zählt noch niemand.
        [one] Für den Vergleich zählt eine Person.
       *[other] Für den Vergleich zählen { $settled } Leute.
    }
experiments-compared =
    { $arm } neben { $first }: { $difference } Punkte, sicher zwischen { $low } und { $high } ({ $pairs ->
        [one] ein Paar
       *[other] { $pairs } Paare
    } von Leuten).
experiments-verdict-goes-on = Noch nicht entschieden: Es geht weiter. Etwa { $needed } Leute braucht es, um { $matters } Punkte Unterschied zu erkennen; { $people } könnten mitmachen.
experiments-verdict-better = { $arm } ist besser: aufhören.
experiments-verdict-worse = { $first } ist besser als { $arm }: aufhören.
experiments-verdict-same = Kein Unterschied, der { $matters } Punkte wert wäre: aufhören.
experiments-verdict-too-few =
    { $needed ->
        [0] Es sind hier zu wenige, um je { $matters } Punkte Unterschied zu erkennen.
       *[other] Es sind hier zu wenige, um je { $matters } Punkte Unterschied zu erkennen: Etwa { $needed } Leute bräuchte es.
    } { $people ->
        [one] Mit der einen Person, die mitmachen könnte,
       *[other] Mit den { $people }, die mitmachen könnten,
    } zeigt sich erst ein Unterschied ab { $visible } Punkten.
experiments-rule = Jeder zählt einmal, mit den ersten { $days } Tagen und einer Woche für jede Antwort, in der etwas daraus werden kann. „Sicher“ gilt zu 95 %, wie oft man auch nachsieht.

experiments-policy-logged =
    { $choices ->
        [one] Bei einer Antwort bestimmte der Zufall den letzten Titel
       *[other] Bei { $choices } Antworten bestimmte der Zufall den letzten Titel
    }, { $trials ->
        [0] bei keiner davon
        [one] bei einer davon
       *[other] bei { $trials } davon
    }, um etwas auszuprobieren. In { $rate } davon wurde er binnen einer Woche zu Ende gesehen oder gemocht.
experiments-policy-never = Nie etwas auszuprobieren
experiments-policy-twice = Doppelt so viel auszuprobieren
experiments-policy =
    { $policy }: { $rate }, zwischen { $low } und { $high } (95 %), so viel wie { $effective ->
        [one] eine Antwort sagt
       *[other] { $effective } Antworten sagen
    }.
experiments-policy-few =
    { $policy }: Davon { $effective ->
        [one] sagt nur eine Antwort etwas
       *[other] sagen nur { $effective } Antworten etwas
    }, zu wenige für ein Urteil.
experiments-policy-unknown = { $policy }: Was gezeigt wurde, sagt darüber nichts.
experiments-policy-note = Das zählt allein den letzten Titel. Was man durch Ausprobieren lernt und was später hilft, ist nicht darin.
experiments-policy-none = Noch wurde nichts ausprobiert, das mindestens eine Woche her ist; es gibt also nichts, wonach man das Ausprobieren beurteilen könnte.

error-experiments-word = „{ $word }“ kenne ich hier nicht, daher wurde nichts geändert. Versuche lassen sich beginnen und beenden, und es gibt Berichte; „raus“ und „rein“ sind für dich selbst.
error-experiments-not-yours = Das kann nur, wem der Server gehört; es wurde nichts geändert. /versuche raus hält dich aus allen heraus.
error-experiments-unnamed = Welchen Versuch meinst du? Es wurde nichts geändert. /versuche zählt sie auf.
error-experiments-name = „{ $name }“ geht nicht als Name, daher wurde nichts begonnen. Nimm Buchstaben a–z, Ziffern und Bindestriche, höchstens { $most }.
error-experiments-arm = Einen Arm „{ $arm }“ gibt es nicht, daher wurde nichts begonnen. Es gibt: { $known }.
error-experiments-arms = Ein Versuch braucht mindestens zwei verschiedene Arme, daher wurde nichts begonnen. Es gibt: { $known }.
error-experiments-share = „{ $typed }“ kann ich nicht lesen, daher wurde nichts begonnen. Schreib Arme mit ihrem Anteil an den Leuten, etwa shipped=50 classic=50.
error-experiments-shares = Jeder Anteil muss über 0 und unter 100 % liegen, alle zusammen höchstens 100 %; es wurde nichts begonnen.
error-experiments-taken = Einen Versuch „{ $name }“ gibt es schon, daher wurde nichts begonnen. Nimm einen anderen Namen.
error-experiments-overlap = „{ $other }“ läuft noch und ändert dasselbe, was „{ $name }“ ändern würde; es wurde nichts begonnen. Beende erst den anderen.
error-experiments-unknown = Einen Versuch „{ $name }“ gibt es nicht, daher wurde nichts geändert. /versuche zählt sie auf.
error-experiments-stopped = „{ $name }“ ist schon vorbei; es wurde nichts geändert.
error-experiments-unreadable = Was über die Versuche gespeichert ist, lässt sich nicht lesen; daher läuft keiner, und alle bekommen die üblichen Antworten. Spiel eine Sicherung der Datenbank ein oder bring Recommendarr auf den neuesten Stand.

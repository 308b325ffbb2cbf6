# Der Abend einer Gruppe in einem Raum. $people ist eine Liste von Namen, wo $count sagt, wie viele; sonst eine Zahl.

command-group = ein Abend für mehrere, gemeinsam entschieden
    .usage = gruppe [Namen] [Filter]
    .help = In einem Raum: Wer „Ich bin dabei“ drückt, ist dabei. Dann gibt es drei bis fünf Titel, die zu euch allen passen, die niemand gesehen hat und die alle öffnen dürfen. Alle stimmen ab und haben ein Veto. Im Einzelchat nennst du die Leute: gruppe anna ben. Filter und Stimmungen gehen wie immer. Getippt: gruppe dabei, gruppe raus, gruppe zeigen, gruppe stimme 2, gruppe veto 2, gruppe entscheiden, gruppe neu.
    .examples = gruppe | gruppe gemütliche Komödie unter 2 Stunden | gruppe anna ben Thriller | gruppe stimme 2
    .aliases = gruppe, gruppenabend, filmabend
press-vote = Stimme
    .words = stimmen, abstimmen
press-veto = Veto
    .words = einspruch

group-words-in = dabei, ich bin dabei
group-words-out = raus, ohne mich
group-words-show = zeigen, zeig, vorschläge
group-words-vote = stimme, abstimmen
group-words-veto = veto, einspruch
group-words-decide = entscheiden
group-words-on = weiter, weitermachen
group-words-new = neu

group-gathering = Gruppenabend! Wer ist dabei?
group-gathering-how = Mit „Ich bin dabei“ seid ihr dabei, auch wenn euer Konto nicht verbunden ist. Dann lasst euch die Vorschläge zeigen: Sie gelten für alle, die dabei sind.
group-nobody = Noch ist niemand dabei.
group-people = Dabei ({ $count }): { $people }
group-more = { $count } weitere
group-wanted = Gewünscht: { $wanted }
group-in = Ich bin dabei
group-out = Ohne mich
group-show = Vorschläge zeigen
group-goes-on = Hier läuft schon ein Gruppenabend. Mit ihm weitermachen oder neu anfangen?
group-go-on = Weitermachen
group-anew = Neu anfangen
group-joined-late = Du bist dabei. Die Vorschläge stehen fest, du stimmst nur noch ab.
group-left = Du bist nicht mehr dabei, deine Stimmen auch nicht.

group-picks = { $count ->
        [one] Ein Titel für euch alle:
       *[other] { $count } Titel für euch alle:
    }
group-match = mindestens { $match } für alle
group-line = { $person }: { $match }, { $sure }
group-line-genre = { $person }: { $match }, { $sure } · mag { $genre }
group-line-others = { $count ->
        [one] Einer weiteren Person gefällt es wohl noch besser.
       *[other] { $count } weiteren gefällt es wohl noch besser.
    }
group-line-guests = { $count ->
        [one] Zu Gast: { $people }
       *[other] Zu Gast: { $people }
    }
group-votes = 👍 { $votes }
group-instead = statt eines Titels, gegen den ein Veto kam
group-rule = Stimmt mit 👍 für so viele, wie ihr mögt; ein Veto hat jeder von euch. Entschieden ist, wenn alle abgestimmt haben, die dabei sind, oder wenn es sagt, wer den Abend eröffnet hat. Die meisten Stimmen gewinnen; bei Gleichstand der Titel, der besser für den ist, dem er am wenigsten liegt, dann der weiter oben.
group-rule-alone = Stimm mit 👍 für so viele, wie du magst; für jeden von euch hast du ein Veto. Entscheide, wenn du so weit bist. Die meisten Stimmen gewinnen; bei Gleichstand der Titel, der besser für den ist, dem er am wenigsten liegt, dann der weiter oben.
group-decide = Entscheiden
group-voted = Deine Stimme für { $title } zählt. 👍 { $votes } dafür; { $voted } von { $people } haben abgestimmt.
group-unvoted = Deine Stimme für { $title } ist zurückgenommen. 👍 { $votes } dafür; { $voted } von { $people } haben abgestimmt.
group-vetoed = Gegen diesen Titel kam ein Veto; einen anderen gibt es dafür nicht.

group-decided = Entschieden: { $title }
group-decided-votes = Die meisten Stimmen: { $votes } von { $people }.
group-decided-score = { $votes ->
    [0] Niemand hat abgestimmt, also ist es der Titel, der am besten für den ist, dem er am wenigsten liegt.
   *[other] So viele Stimmen wie ein anderer ({ $votes } von { $people }), und besser für den, dem er am wenigsten liegt.
}
group-decided-order = { $votes ->
    [0] Niemand hat abgestimmt, und die besten sind für alle gleich gut; dieser steht weiter oben.
   *[other] So viele Stimmen wie ein anderer ({ $votes } von { $people }) und genauso gut für alle, aber weiter oben.
}
group-decided-gone = Es ist entschieden, aber jemand, der hier mitliest, darf den Titel nicht öffnen; darum wird er nicht genannt.
group-open = Seite öffnen

error-group-over = Dieser Gruppenabend ist vorbei, es ist also nichts passiert. /gruppe eröffnet einen neuen.
error-group-full = Es sind schon { $most } Leute dabei, du wurdest also nicht aufgenommen. Wer dabei ist, kann weitermachen.
error-group-not-in = Du bist nicht dabei, es ist also nichts passiert. Drück erst „Ich bin dabei“ oder tippe /gruppe dabei.
error-group-empty = Niemand ist dabei, es gibt also niemanden, für den ich wählen kann. Drückt erst „Ich bin dabei“ oder tippt /gruppe dabei.
error-group-nothing = Es ist nichts übrig, das ihr alle öffnen dürft, das niemand gesehen hat und das zum Wunsch passt. Wer dabei ist, bleibt dabei; /gruppe neu fängt mit anderen Wünschen an.
error-group-shown-already = Die Vorschläge sind schon da, es ist also nichts passiert. Stimmt ab, oder tippt /gruppe weiter, um sie noch einmal zu sehen.
error-group-not-begun = Es gibt noch nichts abzustimmen, es ist also nichts passiert. Lasst euch erst die Vorschläge zeigen, oder tippt /gruppe zeigen.
error-group-pick-gone = Gegen diesen Titel kam inzwischen ein Veto, es ist also nichts passiert. /gruppe weiter zeigt, was zur Wahl steht.
error-group-veto-spent = Dein Veto ist verbraucht, der Titel bleibt also. Für andere stimmen kannst du weiterhin.
error-group-veto-last = Es ist nichts anderes übrig, der letzte Titel bleibt also. /gruppe neu fängt mit anderen Wünschen an.
error-group-opener-only = Früher entscheiden darf nur, wer den Abend eröffnet hat; er geht also weiter. Wenn alle abgestimmt haben, ist sofort entschieden.
error-group-late = Die Vorschläge sind für die gewählt, die bis dahin dabei waren; du wurdest also nicht aufgenommen. /gruppe neu fängt einen Abend mit dir an.
error-group-names-missing = Im Einzelchat muss ich wissen, für wen; gewählt ist also nichts: /{ $usage }, mit Namen von Leuten aus diesem Haushalt. In einem Raum drücken alle „Ich bin dabei“; auch wer noch nicht verbunden ist, kann das dort tun.
error-group-number-missing = Welcher denn? Es ist nichts passiert. Tippe die Nummer einer Karte, etwa /gruppe stimme 2.
error-group-filter-personal = „wie:“, „ohne:“ und „sicherheit:“ schauen in die Geschichte einer Person; für eine Gruppe sind sie nichts, und gewählt ist auch nichts. Alle anderen Filter gehen.

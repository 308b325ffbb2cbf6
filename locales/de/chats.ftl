# Chats: was eine Plattform von einem Befehl zeigt, Fortschritt, Zustellung und der Zustand von allem.

## Angaben, wie eine Plattform sie neben einem Feld beschreibt (höchstens 100 Zeichen)

argument-title = ein Titel, in jeder Sprache, in der du ihn kennst, mit oder ohne Jahr
argument-text = in deinen eigenen Worten
argument-mode = welche Art von Karten
argument-score = Punkte von 1 bis 10
argument-pick = die Nummer einer zuletzt gezeigten Karte, oder ein Titel
argument-list = der Name einer Liste
argument-language = die Sprache, in der wir reden
argument-filters = Genres, Jahre, Länge, Sprache, Art: komödie 1990er <100min not:horror
argument-command = der Name eines Befehls
argument-setting = was eingestellt wird
argument-person = ein Name

## Arbeit im Gange

progress-working = Bin noch dabei …
progress-done = Erledigt.

## Zustellung

error-platform-rate-limited = { people-platform } möchte eine Weile weniger Post von uns. Nichts geht verloren: Was wartet, geht hinaus, sobald es darf.
error-account-blocked = Die Person hat den Bot auf { people-platform } blockiert, also wurde das nicht zugestellt. Es kann gesendet werden, sobald sie ihm wieder schreibt.
error-chat-gone = Den Chat gibt es nicht mehr, oder der Bot wurde daraus entfernt; das wurde nicht zugestellt. Lass es fallen, oder sende es noch einmal, wenn der Bot wieder dort ist.
error-message-refused = Die Plattform hat diese Nachricht abgelehnt ({ $reason }), also wurde sie nicht zugestellt. Lass sie fallen, oder sende sie noch einmal.
error-letter-too-old = Das konnte in { $hours } Stunden nicht zugestellt werden und wurde aufgegeben. Sende es noch einmal, wenn es noch zählt, oder lass es fallen.
error-delivery-failed = Die Verbindung zu { people-platform } ist auf unvorhergesehene Weise gescheitert ({ $kind }). Was wartet, bleibt und wird wieder versucht; das Protokoll sagt, wo.
error-platform-settings = { people-platform } wird nicht bedient, weil diese Einstellungen dafür falsch sind: { $settings }. Alles andere läuft. Berichtige sie und starte neu.
error-platform-closed = Die Verbindung zu { people-platform } ist zu Ende. Was wartet, bleibt, und sie wird wieder geöffnet.

## /status

command-status = wie es dem Dienst geht
    .usage = status [retry|drop] [Code]
    .help = Chats, was auf Zustellung wartet und was aufgegeben wurde, wie viel vom Katalog verstanden ist und welches Modell antwortet. „retry“ sendet Aufgegebenes noch einmal, „drop“ lässt es fallen; beide nehmen einen Code oder „all“.
    .examples = zustand | status retry all | status drop all
    .aliases = zustand
status-platforms = Chats
status-platform = { $platform }: { $state ->
        [running] läuft
        [connecting] verbindet sich
       *[failing] gestört
    }
status-platform-trouble = { $platform }: { $state ->
        [running] läuft
        [connecting] verbindet sich
       *[failing] gestört
    } – { $trouble }
status-none = Kein Chat ist eingerichtet. „recommendarr check“ sagt, wie das geht.
status-waiting = Es warten { $updates ->
        [one] { $updates } Nachricht auf Antwort
       *[other] { $updates } Nachrichten auf Antwort
    } und { $letters ->
        [one] { $letters } Antwort auf Zustellung
       *[other] { $letters } Antworten auf Zustellung
    }.
status-unreached = { $count ->
        [one] Eine Nachricht wartet
       *[other] { $count } Nachrichten warten
    } auf { $person }: In { $platform } gibt es noch keine Unterhaltung mit mir allein.
status-dead = Aufgegeben: { $count }.
status-dead-letter = { $code } · { $platform } · { $reason }
status-embedded = Verstanden: { $share } der Titel.
status-model = Texte liest { $model }.
status-crowd = Gelerntes Modell im Dienst: { $version }.
status-retry = Alle noch einmal senden
status-drop = Alle fallen lassen
status-retried = { $count ->
        [one] { $count } Antwort wird noch einmal gesendet.
       *[other] { $count } Antworten werden noch einmal gesendet.
    }
status-dropped = { $count ->
        [one] { $count } Antwort wurde fallen gelassen.
       *[other] { $count } Antworten wurden fallen gelassen.
    }
error-status-unknown = Unter „{ $code }“ ist nichts aufgegeben, also wurde nichts getan. /status zeigt die Codes.

## Eine Plattform einrichten

template-steps = Setze { $setting } auf die Adresse des Servers der Plattform.

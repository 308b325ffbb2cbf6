# Abspielen: Qualität, Geräte, was läuft, und unsere Listen in den Apps der Server.

card-play = Abspielen
press-play = Auf einem Gerät abspielen
quality-size = { $size } GB
quality-direct = läuft direkt auf { $device }
quality-transcode = wird für { $device } vielleicht umgewandelt

command-play = einen Titel auf einem deiner Geräte abspielen
    .usage = abspielen <Titel>
    .help = Aus den Bibliotheken, die du öffnen darfst, auf einem Gerät von dir. Beim ersten Mal frage ich, auf welchem; danach läuft es gleich dort. Eine Serie geht da weiter, wo du bist. Dafür meldest du dich mit deinem eigenen Konto an: /verbinden plex oder /verbinden jellyfin.
    .examples = abspielen Parasite | abspielen 2
    .aliases = abspielen
command-queue = einen Titel nach dem abspielen, was läuft
    .usage = anreihen <Titel>
    .help = Er kommt hinter das, was auf deinem üblichen Gerät läuft.
    .examples = anreihen Parasite | anreihen 2
    .aliases = anreihen
command-playing = was gerade läuft
    .usage = läuft
    .help = Was gerade unter deinem Konto läuft, mit Knöpfen für Pause, Weiter und Stopp. Wer sich hier um alles kümmert, sieht, was bei allen läuft.
    .examples = läuft
    .aliases = läuft
command-devices = die Geräte, auf denen du abspielen kannst
    .usage = geräte [keines]
    .help = Was deine Server dir anbieten. Drücke eines, dann ist es das übliche; bei „geräte keines“ frage ich jedes Mal.
    .examples = geräte | geräte keines
    .aliases = geräte
command-push = deine Empfehlungen als Wiedergabeliste auf deinem Server
    .usage = hinschieben [an|aus|jetzt]
    .help = „hinschieben an“ legt eine Wiedergabeliste „Recommended For You“ in dein eigenes Konto auf dem Server; sie wird jeden Tag erneuert, und nur du siehst sie. „hinschieben jetzt“ erneuert sie gleich, „hinschieben aus“ nimmt sie weg. Wer sich hier um alles kümmert, kann mit „hinschieben sammlung an“ jeder Bibliothek eine Sammlung „Recommendarr Picks“ geben; darin ist nichts Persönliches.
    .examples = hinschieben | hinschieben an | hinschieben jetzt | hinschieben aus
    .aliases = hinschieben

play-where = Wo soll { $title } laufen?
play-where-next = Wo soll { $title } als Nächstes laufen?
play-playing = { $title } startet auf { $device }.
play-queued = { $title } läuft als Nächstes auf { $device }.
play-transcodes = { $device } spielt diese Datei nicht, wie sie ist; der Server wandelt sie um.
play-elsewhere = Auf einem anderen Gerät
play-no-devices = Gerade ist kein Gerät an. Öffne auf einem die App des Servers und versuche es noch einmal.
play-sign-in = { $name }: Melde dich erst mit deinem eigenen Konto an, damit ich deine Geräte sehe: verbinden { $name }
device-off = aus
devices-usual = Du spielst sonst auf { $device } ab. Wähle ein anderes:
devices-choose = Wähle das Gerät, auf dem du sonst abspielst:
devices-chosen = Von nun an: { $device }.
devices-no-servers = Du bist mit keinem Konto auf einem Medienserver verbunden. Melde dich erst an: /verbinden plex oder /verbinden jellyfin.
devices-words-none = keines, keins, vergessen

playing-button = Was läuft
playing-nothing = Es läuft nichts.
playing-closed = etwas aus einer Bibliothek, die du nicht öffnen darfst
playing-somebody = jemand
playing-paused = angehalten
playing-transcoding = vom Server umgewandelt
playing-pause = Pause
playing-resume = Weiter
playing-stop = Stopp
playing-pause-done = Angehalten auf { $device }.
playing-resume-done = Es geht weiter auf { $device }.
playing-stop-done = Gestoppt auf { $device }.

push-words-on = an, ein
push-words-off = aus
push-words-now = jetzt
push-words-collection = sammlung, sammlungen
push-playlist-summary = Was Recommendarr dir heute empfiehlt. Wird jeden Tag erneuert; „hinschieben aus“ im Chat nimmt es weg.
push-collection-summary = Gute Titel dieser Bibliothek, für alle. Wird jeden Tag von Recommendarr erneuert.
push-playlist-is =
    Deine Wiedergabeliste „Recommended For You“ ist { $state ->
        [on] an: { $count ->
            [one] ein Titel
           *[other] { $count } Titel
        }, jeden Tag erneuert.
       *[off] aus.
    }
push-collection-is =
    Die Sammlungen „Recommendarr Picks“ sind { $state ->
        [on] an, in { $count ->
            [one] einer Bibliothek
           *[other] { $count } Bibliotheken
        }.
       *[off] aus.
    }
push-on = Einschalten
push-off = Ausschalten
push-now = Jetzt erneuern
push-collection-on = Sammlungen an
push-collection-off = Sammlungen aus
push-on-done = Deine Wiedergabeliste ist von nun an eingeschaltet.
push-now-done = Deine Wiedergabeliste ist erneuert.
push-off-done = Deine Wiedergabeliste ist ausgeschaltet.
push-collection-on-done = Die Sammlungen sind von nun an eingeschaltet.
push-collection-now-done = Die Sammlungen sind erneuert.
push-collection-off-done = Die Sammlungen sind ausgeschaltet.
push-put =
    { $name }: { $count ->
        [0] zurzeit nichts zu empfehlen
        [one] ein Titel
       *[other] { $count } Titel
    }
push-removed = { $name }: weggenommen
push-put-library =
    { $library }: { $count ->
        [0] zurzeit nichts zu empfehlen
        [one] ein Titel
       *[other] { $count } Titel
    }
push-removed-library = { $library }: weggenommen

error-play-no-copy = { $title } liegt hier auf keinem Server, von dem du es abspielen darfst; es wurde nichts gestartet.
error-play-device-gone = Dieses Gerät gehört zurzeit nicht zu deinen; es wurde nichts gestartet. Öffne die App darauf und sieh mit /geräte noch einmal nach.
error-playing-over = Das läuft nicht mehr; es wurde nichts geändert. /läuft zeigt, was läuft.
error-devices-unknown = „{ $typed }“ kenne ich hier nicht; es wurde nichts geändert. Wähle mit den Knöpfen, oder schreib: geräte keines
error-push-unknown = „{ $typed }“ kenne ich hier nicht; es wurde nichts geändert. Sag: hinschieben an, hinschieben aus oder hinschieben jetzt.
error-push-is-off = Das ist ausgeschaltet, es gab also nichts zu erneuern. Schalte es erst ein.
error-push-sign-in = Eine Wiedergabeliste kommt in dein eigenes Konto; melde dich also erst an: /verbinden plex oder /verbinden jellyfin. Es wurde nichts geändert.
error-push-admins-only = Das kann nur, wer sich hier um alles kümmert; es wurde nichts geändert.

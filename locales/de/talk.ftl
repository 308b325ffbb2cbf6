# Nextcloud Talk, und die öffentliche Seite eines Titels.

web-card-own-page = In Recommendarr öffnen

talk-yours = Meine Antwort ist nur für dich, und hier lesen andere mit. Auf deiner eigenen Seite steht sie: { $url } Oder schreib /privat in einer Unterhaltung, in der wir zwei allein sind, und ich antworte dir von da an dort.
talk-elsewhere = Das ist nur für dich, darum habe ich in unserer eigenen Unterhaltung geantwortet.
talk-done = Erledigt. Mit /undo nimmst du es zurück.
talk-undone = Zurückgenommen. /undo nimmt auch noch zurück, was davor war.
talk-waiting = Auf dich wartet etwas, das nur für dich ist. Schreib /privat in einer Unterhaltung, in der wir zwei allein sind, und ich sage es dir dort.
talk-own = Von jetzt an nehme ich diese Unterhaltung als deine eigene: Ich antworte auf alles, was du hier schreibst, und auch mit Persönlichem. Dazu gehören Links, die deine Seite öffnen; vergewissere dich also, dass sonst niemand hier ist. Es endet, sobald jemand anderes schreibt oder hinzukommt.

talk-steps = Nextcloud Talk, einmal auf jedem Server, im Ordner von Nextcloud und als Benutzer des Webservers:
    1. Ein Geheimnis machen, dasselbe für RECOMMENDARR_TALK_SECRET:  RECOMMENDARR_TALK_SECRET=$(openssl rand -hex 32); echo "$RECOMMENDARR_TALK_SECRET"
    2. Den Server hier zulassen:  RECOMMENDARR_TALK_BACKENDS={ $backends }
    3. Den Bot installieren. Talk 22.0.9 und neuer, mit Reaktionen:
       php occ talk:bot:install --feature webhook --feature response --feature reaction { $name } "$RECOMMENDARR_TALK_SECRET" { $url }
       Talk 17.1 bis 22.0.8 (sie nennen bei Reaktionen die falsche Person oder kennen keine):
       php occ talk:bot:install --feature webhook --feature response { $name } "$RECOMMENDARR_TALK_SECRET" { $url }
    4. Seine Nummer nachsehen:  php occ talk:bot:list
    5. In eine Unterhaltung holen; TOKEN ist das Ende ihrer Adresse …/call/TOKEN:  php occ talk:bot:setup NUMMER TOKEN
       Moderatoren können dasselbe in den Einstellungen der Unterhaltung unter Bots.
    Der Server muss { $url } erreichen, und für die Bilder RECOMMENDARR_PUBLIC_URL.

error-talk-backends-missing = Nextcloud Talk hat ein Geheimnis, aber keinen Server, von dem es kommen darf, und bleibt darum aus. Setze RECOMMENDARR_TALK_BACKENDS auf die Adresse deines Servers, etwa https://cloud.example.org.
error-talk-backend-invalid = „{ $backend }“ ist keine Adresse eines Nextcloud-Servers, darum bleibt Nextcloud Talk aus. Schreib sie in RECOMMENDARR_TALK_BACKENDS als https://cloud.example.org.
error-talk-secret-missing = Für „{ $backend }“ gibt es kein Geheimnis, darum bleibt Nextcloud Talk aus. Setze RECOMMENDARR_TALK_SECRET, oder nenne es in RECOMMENDARR_TALK_SECRETS als https://cloud.example.org=GEHEIMNIS.
error-talk-backend-gone = Der Server dieser Unterhaltung steht nicht mehr in RECOMMENDARR_TALK_BACKENDS, darum wurde die Antwort nicht gesendet. Sonst ging nichts verloren.
error-talk-no-own-room = Das ist nur für eine Person, die in Nextcloud Talk noch keine Unterhaltung allein mit mir hat. Sie öffnet eine, indem sie darin /privat schreibt.
error-talk-unreachable = Der Nextcloud-Server ist nicht erreichbar oder wird gewartet. Antworten werden aufbewahrt und gesendet, sobald er wieder da ist.
error-talk-throttled = Der Nextcloud-Server nimmt von uns gerade nichts mehr an. Antworten werden aufbewahrt und später gesendet.
error-talk-not-enabled = Der Bot ist in dieser Unterhaltung nicht eingeschaltet, oder sein Geheimnis ist ein anderes; darum wurde die Antwort nicht gesendet. Schalte ihn in den Einstellungen der Unterhaltung ein, oder vergleiche RECOMMENDARR_TALK_SECRET.
error-talk-room-gone = Diese Unterhaltung gibt es nicht mehr, darum wurde die Antwort nicht gesendet.
error-talk-refused = Der Nextcloud-Server hat die Nachricht nicht angenommen, darum wurde sie nicht gesendet.
error-talk-too-long = Die Nachricht war länger, als der Nextcloud-Server annimmt, darum wurde sie nicht gesendet.

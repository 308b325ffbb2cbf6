# Dienste rund um den Medienserver: was bei jedem von ihnen schiefgehen kann und wie manche eingerichtet werden.

service-name = { $name ->
    [plex] Plex
    [jellyfin] Jellyfin
    [tautulli] Tautulli
    [tmdb] TMDB
    [seerr] Seerr
    [radarr] Radarr
    [sonarr] Sonarr
   *[other] { $name }
}
error-integration-unavailable = { service-name } antwortet gerade nicht. Was davon bekannt ist, bleibt; alles andere funktioniert.
error-integration-rejected = { service-name } lehnt den hinterlegten Schlüssel ab, darum wurde dort nichts gelesen oder geändert; was davon bekannt ist, bleibt. Wer den Dienst betreibt, muss einen gültigen Schlüssel mit den nötigen Rechten eintragen.
error-integration-rate-limited = { service-name } bittet um Geduld: Es wurde zu viel auf einmal gefragt. Verloren ist nichts; später wird wieder gefragt.
error-integration-unreadable = { service-name } hat eine Antwort gegeben, die sich nicht verstehen lässt; sie wurde nicht verwendet, und was davon bekannt ist, bleibt. Später wird wieder gefragt.
error-integration-tls = { service-name } kann mit seinem Zertifikat nicht beweisen, wer es ist, darum wurde nichts dorthin gesendet. Gib ihm ein gültiges Zertifikat oder setze, wenn es ein selbst gemachtes ist, dafür VERIFY_TLS=false.
error-integration-host-unknown = Die Adresse von { service-name } führt nirgendwohin: Einen Rechner dieses Namens gibt es nicht. Gesendet wurde nichts. Prüfe den Namen in der URL und ob das Netz ihn kennt.
error-integration-address-wrong = In der Adresse oder dem Schlüssel von { service-name } steht etwas, das sich nicht senden lässt; gesendet wurde nichts. Prüfe die Einstellungen auf verirrte Zeichen.
error-integration-redirected = { service-name } schickt uns an eine andere Adresse weiter, und dorthin geht der Schlüssel nicht. Gelesen wurde nichts. Trage als URL die Adresse ein, die es wirklich hat, ohne Anmeldeseite davor.
error-integration-not-understood = { service-name } kennt nicht, wonach gefragt wurde; vielleicht ist es zu alt. Was davon bekannt ist, bleibt. Aktualisiere es und versuch es dann noch einmal.
error-integration-setting-invalid = { $setting } lässt sich nicht verstehen, darum wird dieser Dienst nicht benutzt; alles andere läuft. Berichtige es und starte den Dienst neu.
error-integration-setting-choice = { $setting } hat einen Wert, den es nicht gibt, darum wird dieser Dienst nicht benutzt; alles andere läuft. Setze einen von diesen und starte den Dienst neu: { $allowed }.
error-integration-setting-missing = { $setting } ist nicht gesetzt, und ohne das lässt sich dieser Dienst nicht benutzen; alles andere läuft. Setze es und starte den Dienst neu.
error-integration-name-invalid = In { $setting } fehlt ein Name oder er hat andere Zeichen als a–z, 0–9 und Bindestriche, darum wird dieser Dienst nicht benutzt. Berichtige ihn und starte den Dienst neu.

## TMDB

tmdb-attribution = Dieses Produkt verwendet die API von TMDB, wird aber von TMDB weder unterstützt noch zertifiziert.
tmdb-steps =
    1. Leg auf themoviedb.org ein Konto an und nimm unter „Einstellungen“, „API“ den Lesezugriffs-Token.
    2. Trage ihn in RECOMMENDARR_TMDB_TOKEN ein und starte den Dienst neu.

## Tautulli

error-tautulli-api-off = Bei { $name } ist die API ausgeschaltet, darum wurde dort nichts gelesen; was davon bekannt ist, bleibt. Einschalten lässt sie sich dort unter „Settings“, „Web Interface“.

tautulli-steps =
    1. Kopiere in Tautulli unter „Settings“, „Web Interface“ den API-Schlüssel.
    2. Trage Tautullis Adresse in RECOMMENDARR_TAUTULLI_URL und den Schlüssel in RECOMMENDARR_TAUTULLI_API_KEY ein.
    3. Trage in RECOMMENDARR_TAUTULLI_HOOK_SECRET ein selbst gewähltes Geheimnis ein und starte den Dienst neu.
tautulli-hook-steps = { $on ->
    [yes] Füge in Tautulli einen Notification Agent der Art „Webhook“ hinzu, mit der Adresse { $address }, dem Geheimnis als Header X-Recommendarr-Secret und docs/hooks/tautulli-webhook-body.json als Daten, für Playback Start, Stop, Pause, Resume und Watched. In docs/hooks/tautulli.md steht es Schritt für Schritt.
   *[no] Trage in RECOMMENDARR_TAUTULLI_HOOK_SECRET ein selbst gewähltes Geheimnis ein und starte den Dienst neu: Dann kann Tautulli sofort melden, was gesehen wurde, an { $address }. Bis dahin wird es alle paar Minuten gefragt.
}

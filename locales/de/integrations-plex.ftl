# Plex Media Server und plex.tv.

plex-steps =
    1. Setz RECOMMENDARR_PLEX_URL auf die Adresse deines Servers, zum Beispiel http://192.168.1.5:32400, und RECOMMENDARR_PLEX_TOKEN auf deinen eigenen X-Plex-Token, dann starte den Dienst. Bibliotheken, Personen und Freigaben füllen sich von selbst.
    2. Damit sofort bekannt ist, was gesehen wurde (braucht Plex Pass): Setz RECOMMENDARR_PLEX_HOOK_SECRET auf ein eigenes Wort und trag auf app.plex.tv unter Einstellungen, Webhooks { $hook }/ und dahinter dieses Wort ein. docs/hooks/plex.md zeigt es Schritt für Schritt.
    3. Alle verknüpfen ihr eigenes Konto mit /verbinden plex: Was sie gesehen und bewertet haben, wird mit ihrem Konto gelesen, nie mit deinem.

error-plex-refused = { $name } tut nicht, worum ich gebeten habe; dort wurde nichts geändert. Bleibt es dabei, aktualisiere den Plex-Server; in seinem Protokoll steht mehr.
error-plex-no-access = Dein Plex-Konto kann { $name } nicht mehr öffnen, dort ist also nichts passiert; was ich von deinem Geschmack weiß, bleibt. Bitte das Server-Team, ihn dir wieder freizugeben.
error-plex-own-token-needed = Was du auf { $name } gesehen hast, lässt sich nur mit deinem Konto lesen; gelesen wurde nichts. Verknüpfe es mit /verbinden plex.
error-plex-other-account = Hier ist ein anderes Plex-Konto verknüpft, darum wurde von { $name } nichts gelesen. Verknüpfe deins noch einmal mit /verbinden plex.
error-plex-player-gone = Dieses Gerät oder dieser Titel ist nicht mehr da, abgespielt wurde also nichts. Öffne Plex auf dem Gerät und wähl noch einmal.
error-plex-title-gone = Auf { $name } fehlt etwas, das dafür nötig ist, darum ist nicht alles passiert. Versuch es noch einmal, wenn die Bibliotheken das nächste Mal gelesen sind.

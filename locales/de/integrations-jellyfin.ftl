# Jellyfin.

jellyfin-steps =
    1. Erzeuge in Jellyfin im Dashboard unter API-Schlüssel einen Schlüssel; setze RECOMMENDARR_JELLYFIN_URL auf die Adresse des Servers, zum Beispiel http://192.168.1.5:8096, und RECOMMENDARR_JELLYFIN_API_KEY auf den Schlüssel, und starte dann den Dienst.
    2. Um sofort zu erfahren, was gesehen wurde: Setze RECOMMENDARR_JELLYFIN_HOOK_SECRET auf ein eigenes Wort, installiere das Plugin Webhook und füge ein „Generic Destination“ hinzu, mit der Adresse { $hook }, dem Header X-Recommendarr-Secret mit diesem Wort und der Vorlage in docs/hooks/jellyfin-webhook-body.handlebars. In docs/hooks/jellyfin.md steht es Schritt für Schritt.
    3. Jede Person verknüpft ihr eigenes Konto mit /verbinden jellyfin; Quick Connect muss dafür an sein, und das ist es, wenn du es nicht im Dashboard unter Allgemein ausgeschaltet hast.

error-jellyfin-state-hidden = { $name } verrät mit seinem API-Schlüssel nicht, was die Leute gesehen haben; es kam also nichts Neues dazu, Bekanntes bleibt erhalten. Es geht, sobald jemand mit /verbinden jellyfin das eigene Konto verknüpft hat, oder mit einem neueren Jellyfin.
error-jellyfin-library-gone = Eine Bibliothek von { $name } gibt es nicht mehr, sie wurde daher nicht gelesen; was von ihr bekannt ist, bleibt bis zum nächsten vollständigen Lesen erhalten.
error-jellyfin-quick-connect-off = Quick Connect ist auf { $name } ausgeschaltet, es wurde also nichts verknüpft. Wer den Server betreibt, kann es im Dashboard unter Allgemein einschalten; versuche es dann noch einmal.
error-jellyfin-player-gone = Dieses Gerät ist nicht mehr da, es wurde also nichts abgespielt. Öffne Jellyfin darauf und wähle es noch einmal.
error-jellyfin-nothing-to-play = Es gibt keinen Titel zum Abspielen, es wurde also nichts getan. Wähle zuerst einen.
error-jellyfin-cannot-delete = { $name } lässt mich die Sammlung „{ $list }“ nicht entfernen, sie bleibt also, wie sie ist. Lösche sie in Jellyfin.

# Seerr (auch Overseerr und Jellyseerr), und was zu jedem Wunsch gesagt wird.

seerr-steps =
    1. Kopiere in Seerr unter Settings, General den API-Schlüssel. Trage in RECOMMENDARR_SEERR_URL die Adresse von Seerr ein und in RECOMMENDARR_SEERR_API_KEY den Schlüssel.
    2. Hole unter Users alle, die sich etwas wünschen dürfen, aus Plex oder Jellyfin: Jeder Wunsch wird im Namen dessen gestellt, der ihn hat, mit dessen Kontingent und Freigabe. Wer dort fehlt, kann nichts anfragen.
    3. Damit sofort bekannt wird, was aus Anfragen wird, trage in RECOMMENDARR_SEERR_HOOK_SECRET ein eigenes Geheimnis ein. In Seerr unter Settings, Notifications, Webhook: Enable Agent; Webhook URL { $hook }; Authorization Header „Bearer “ und danach das Geheimnis; JSON Payload wie vorgegeben (Reset to Default); als Arten Request Pending Approval, Request Automatically Approved, Request Approved, Request Declined, Request Available und Request Processing Failed. Drücke Test, dann Save Changes.
    4. Gibt es eine Bibliothek mit Platzhaltern, schalte sie in Seerr unter Settings, Plex oder Jellyfin ab und trage ihren Namen in RECOMMENDARR_SEERR_EXCLUDED_LIBRARY ein: Sonst hält Seerr ihre Titel für vorhanden.

error-seerr-refused = { $name } hat das nicht getan: { $reason }. Geändert wurde nichts. Wer es betreibt, findet mehr in dessen Protokoll; danach kannst du es noch einmal versuchen.
error-seerr-csrf = { $name } nimmt Wünsche nur von seinen eigenen Seiten an, deshalb wurde dort nichts angefragt oder geändert. Wer es betreibt, schaltet unter „Settings“, „Network“ (früher „General“) „Enable CSRF Protection“ aus und startet es neu; danach kannst du es noch einmal versuchen.
error-seerr-counts-placeholders = { $name } liest die Bibliothek „{ $library }“ und hält ihre Platzhalter für vorhandene Titel. Was nur ein Medienserver als vorhanden meldet, wird deshalb nicht geglaubt. Wer es betreibt, schaltet diese Bibliothek in den Einstellungen von Seerr ab.
error-request-already = „{ $title }“ ist schon da oder schon angefragt, deshalb wurde { $name } um nichts Neues gebeten. Mit /möchte erfährst du, wann du es sehen kannst.
error-request-nothing-left = Von „{ $title }“ gibt es keine Staffel mehr, um die { $name } zu bitten wäre, deshalb wurde nichts angefragt. Was fehlt, ist schon angefragt, oder es gibt die Staffel nicht.
error-request-unknown-title = { $name } kennt „{ $title }“ nicht, deshalb wurde nichts angefragt. Versuch es später noch einmal: Neue Titel sind dort erst nach einer Weile bekannt.
error-request-not-taken = { $name } nimmt nach dem, was eingestellt ist, keine Titel wie „{ $title }“, deshalb wurde nichts angefragt. Wer den Dienst betreibt, kann das mit TAKES ändern.
error-request-not-allowed = { $name } nimmt diese Anfrage von deinem Konto nicht an, deshalb wurde nichts angefragt. Verknüpfe dein Konto mit /verbinden, und bitte die Person, die den Server betreibt, dich dort zuzulassen.
error-request-blocked = „{ $title }“ ist auf { $name } gesperrt, deshalb wurde nichts angefragt. Frag die Person, die den Server betreibt, wenn du das für falsch hältst.
error-request-quota = Deine Anfragen auf { $name } sind aufgebraucht ({ $limit } innerhalb von { $days } Tagen), deshalb wurde nichts angefragt. Behalte den Titel in deiner Liste und frag in ein paar Tagen noch einmal.
error-request-undecidable = { $name } besorgt alles ohne Freigabe, deshalb gibt es nichts zu entscheiden, und geändert wurde nichts. Entferne dort den Titel, wenn du ihn nicht willst.

# Radarr, und was Radarr und Sonarr gemeinsam sagen.

radarr-steps =
    1. Kopiere in Radarr unter Settings, General den API-Schlüssel. Trage in RECOMMENDARR_RADARR_URL die Adresse von Radarr ein (mit URL-Basis, falls es eine hat) und in RECOMMENDARR_RADARR_API_KEY den Schlüssel. Mehrere: RECOMMENDARR_RADARR_INSTANCES, eine JSON-Liste von Objekten mit name, url, api_key und den Feldern unten in Kleinschreibung; takes sagt, welche Filme jedes bekommt: all (alle), films (alle außer Anime), anime, children (für Kinder) oder nothing (was es hat, gilt als vorhanden, aber es wird um nichts gebeten).
    2. Hat Radarr mehrere Qualitätsprofile oder Stammordner, nenne den gewünschten: RECOMMENDARR_RADARR_PROFILE (Name oder Nummer) und RECOMMENDARR_RADARR_ROOT_FOLDER (Pfad). Nach Wunsch: RECOMMENDARR_RADARR_APPROVAL (wessen Anfragen auf einen Admin warten: members, everybody oder nobody), _WEEKLY (Anfragen eines Mitglieds in sieben Tagen), _TAGS, _MINIMUM_AVAILABILITY (announced, inCinemas oder released), _SEARCH.
    3. Damit die Ankunft eines Films sofort bekannt wird, trage in RECOMMENDARR_RADARR_HOOK_SECRET ein eigenes Geheimnis ein. Lege in Radarr unter Settings, Connect einen Webhook an: On Grab, On File Import, On File Upgrade, On Movie Added, On Movie Delete und On Manual Interaction Required eingeschaltet; URL { $hook }; Method POST; Username recommendarr; Password das Geheimnis. Drücke Test, dann Save.

servarr-takes = { $takes ->
    [nothing] { $name }: wird um nichts gebeten; was es hat, gilt als vorhanden (takes: { $takes }).
    [anime] { $name }: wird um Anime gebeten (takes: { $takes }).
    [children] { $name }: wird um das gebeten, was für Kinder ist, nach TMDBs Genres Familie und Kids (takes: { $takes }).
    [usual] { $name }: wird um alles außer Anime gebeten (takes: { $setting }).
   *[all] { $name }: wird um alles gebeten, was keinen eigenen Dienst hat (takes: { $takes }).
}

error-servarr-profile-unclear = { $name } hat kein Qualitätsprofil „{ $wanted }“, deshalb wurde nichts hinzugefügt. Wer es betreibt, wählt eines mit { $setting }: { $choices }.
error-servarr-root-unclear = { $name } hat keinen Stammordner „{ $wanted }“, deshalb wurde nichts hinzugefügt. Wer es betreibt, wählt einen mit { $setting }: { $choices }.
error-servarr-root-inaccessible = { $name } kann seinen Stammordner { $path } gerade nicht öffnen, deshalb wurde nichts hinzugefügt. Wer es betreibt, sollte nachsehen, ob die Platte da ist; danach kannst du es noch einmal versuchen.
error-servarr-refused = { $name } hat „{ $title }“ nicht angenommen: { $reason }. Sonst wurde nichts geändert. Wer es betreibt, kann das dort beheben; danach kannst du es noch einmal versuchen.
error-servarr-unwell = { $name } meldet ein eigenes Problem: { $reason }. Wünsche werden weitergegeben, kommen aber vielleicht nicht an. Mehr dazu steht dort unter System, Status.

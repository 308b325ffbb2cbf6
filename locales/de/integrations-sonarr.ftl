# Sonarr.

sonarr-steps =
    1. Kopiere in Sonarr unter Settings, General den API-Schlüssel. Trage in RECOMMENDARR_SONARR_URL die Adresse von Sonarr ein (mit URL-Basis, falls es eine hat) und in RECOMMENDARR_SONARR_API_KEY den Schlüssel. Mehrere: RECOMMENDARR_SONARR_INSTANCES, eine JSON-Liste von Objekten mit name, url, api_key und den Feldern unten in Kleinschreibung; mit takes auf series oder anime teilen sie sich die Arbeit.
    2. Hat Sonarr mehrere Qualitätsprofile oder Stammordner, nenne den gewünschten: RECOMMENDARR_SONARR_PROFILE (Name oder Nummer) und RECOMMENDARR_SONARR_ROOT_FOLDER (Pfad); für Anime auch _ANIME_PROFILE und _ANIME_ROOT_FOLDER. Nach Wunsch: RECOMMENDARR_SONARR_TAGS, _SEARCH.
    3. Damit die Ankunft einer Staffel sofort bekannt wird, trage in RECOMMENDARR_SONARR_HOOK_SECRET ein eigenes Geheimnis ein. Lege in Sonarr unter Settings, Connect einen Webhook an: On Grab, On File Import, On File Upgrade, On Import Complete, On Series Add, On Series Delete und On Manual Interaction Required eingeschaltet; URL { $hook }; Method POST; Username recommendarr; Password das Geheimnis. Drücke Test, dann Save.

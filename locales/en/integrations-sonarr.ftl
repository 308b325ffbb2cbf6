# Sonarr.

sonarr-steps =
    1. In Sonarr, copy the API key under Settings, General. Set RECOMMENDARR_SONARR_URL to Sonarr’s address (with its URL base, if it has one) and RECOMMENDARR_SONARR_API_KEY to the key. Several: RECOMMENDARR_SONARR_INSTANCES, a JSON list of objects with name, url, api_key and the fields below in lower case; with takes set to series or anime they share the work.
    2. Where Sonarr has several quality profiles or root folders, say which: RECOMMENDARR_SONARR_PROFILE (name or number) and RECOMMENDARR_SONARR_ROOT_FOLDER (path); for anime also _ANIME_PROFILE and _ANIME_ROOT_FOLDER. Optional: RECOMMENDARR_SONARR_APPROVAL (whose requests wait for an admin: members, everybody or nobody), _WEEKLY (requests of a member within seven days), _TAGS, _SEARCH.
    3. To hear at once when a season arrives, set RECOMMENDARR_SONARR_HOOK_SECRET to a secret of your own. In Sonarr under Settings, Connect, add a Webhook with: On Grab, On File Import, On File Upgrade, On Import Complete, On Series Add, On Series Delete and On Manual Interaction Required switched on; URL { $hook }; Method POST; Username recommendarr; Password the secret. Press Test, then Save.

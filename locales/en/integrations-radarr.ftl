# Radarr, and what Radarr and Sonarr say alike.

radarr-steps =
    1. In Radarr, copy the API key under Settings, General. Set RECOMMENDARR_RADARR_URL to Radarr’s address (with its URL base, if it has one) and RECOMMENDARR_RADARR_API_KEY to the key. Several: RECOMMENDARR_RADARR_INSTANCES, a JSON list of objects with name, url, api_key and the fields below in lower case; takes says which films each gets: all, films (all but anime), anime, children, or nothing (what it has counts as there, but nothing is asked of it).
    2. Where Radarr has several quality profiles or root folders, say which: RECOMMENDARR_RADARR_PROFILE (name or number) and RECOMMENDARR_RADARR_ROOT_FOLDER (path). Optional: RECOMMENDARR_RADARR_APPROVAL (whose requests wait for an admin: members, everybody or nobody), _WEEKLY (requests of a member within seven days), _TAGS, _MINIMUM_AVAILABILITY (announced, inCinemas or released), _SEARCH.
    3. To hear at once when a film arrives, set RECOMMENDARR_RADARR_HOOK_SECRET to a secret of your own. In Radarr under Settings, Connect, add a Webhook with: On Grab, On File Import, On File Upgrade, On Movie Added, On Movie Delete and On Manual Interaction Required switched on; URL { $hook }; Method POST; Username recommendarr; Password the secret. Press Test, then Save.

servarr-takes = { $takes ->
    [nothing] { $name }: nothing is asked of it; what it has counts as there (takes: { $takes }).
    [anime] { $name }: asked for anime (takes: { $takes }).
    [children] { $name }: asked for what is for children, by TMDB’s genres Family and Kids (takes: { $takes }).
    [usual] { $name }: asked for everything but anime (takes: { $setting }).
   *[all] { $name }: asked for whatever has no service of its own (takes: { $takes }).
}

error-servarr-profile-unclear = { $name } has no quality profile “{ $wanted }”, so nothing was added. Its owner chooses one with { $setting }: { $choices }.
error-servarr-root-unclear = { $name } has no root folder “{ $wanted }”, so nothing was added. Its owner chooses one with { $setting }: { $choices }.
error-servarr-root-inaccessible = { $name } cannot open its root folder { $path } at the moment, so nothing was added. Its owner should look whether the disk is there, then ask again.
error-servarr-refused = { $name } did not take “{ $title }”: { $reason }. Nothing else was changed. Its owner can mend that there; then ask again.
error-servarr-unwell = { $name } reports a problem of its own: { $reason }. Wishes are still passed on, but may not arrive. Its owner finds more under System, Status.

# Seerr (Overseerr and Jellyseerr, too), and what is said of every wish.

seerr-steps =
    1. In Seerr, copy the API key under Settings, General. Set RECOMMENDARR_SEERR_URL to Seerr’s address and RECOMMENDARR_SEERR_API_KEY to the key.
    2. Under Users, import everybody who may make requests from Plex or Jellyfin: each wish is made as the person who has it, with their quota and their approval. Whoever is not there cannot ask.
    3. To hear at once what becomes of requests, set RECOMMENDARR_SEERR_HOOK_SECRET to a secret of your own. In Seerr under Settings, Notifications, Webhook: Enable Agent; Webhook URL { $hook }; Authorization Header “Bearer ” followed by the secret; JSON Payload as it comes (Reset to Default); notification types Request Pending Approval, Request Automatically Approved, Request Approved, Request Declined, Request Available and Request Processing Failed. Press Test, then Save Changes.
    4. If you have a library of placeholder files, switch it off in Seerr under Settings, Plex or Jellyfin, and set RECOMMENDARR_SEERR_EXCLUDED_LIBRARY to its name: otherwise Seerr takes its titles for available.

error-seerr-refused = { $name } did not do that: { $reason }. Nothing was changed. Its owner can look into its log; then try again.
error-seerr-csrf = { $name } takes requests from its own pages only, so nothing was requested or changed there. Its owner switches off “Enable CSRF Protection” under Settings, Network (General in older versions) and restarts it; then try again.
error-seerr-counts-placeholders = { $name } reads the library “{ $library }” and takes its placeholders for available titles. What only a media server says to be there is therefore not believed. Its owner switches that library off in Seerr’s settings.
error-request-already = “{ $title }” is there already, or somebody has asked for it, so nothing new was asked of { $name }. /want tells you when it can be played.
error-request-nothing-left = No season of “{ $title }” is left to ask { $name } for, so nothing was requested. What is missing has been asked for already, or there is no such season.
error-request-unknown-title = { $name } does not know “{ $title }”, so nothing was requested. Try again later: new titles take a while to be known.
error-request-not-taken = { $name } takes no titles such as “{ $title }” by what its owner set, so nothing was requested. Its owner can change that with TAKES.
error-request-not-allowed = { $name } does not let your account make this request, so nothing was requested. Link your account with /link, and ask the server’s owner to let you in there.
error-request-blocked = “{ $title }” is blocked on { $name }, so nothing was requested. Ask the server’s owner if you think it should not be.
error-request-quota = You have used up your requests on { $name } ({ $limit } within { $days } days), so nothing was requested. Keep the title in your list and ask again in a few days.
error-request-undecidable = { $name } gets what it is asked for without an approval, so there is nothing to decide and nothing was changed. Remove a title there if you do not want it.

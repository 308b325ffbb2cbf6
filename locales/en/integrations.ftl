# Services around the media server: what goes wrong with any of them, and how some are set up.

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
error-integration-unavailable = { service-name } does not answer just now. What is known of it is kept; everything else works.
error-integration-rejected = { service-name } refuses the key it was given, so nothing was read or changed there; what is known of it is kept. Its owner has to set a key that is valid and may do this.
error-integration-rate-limited = { service-name } asks for patience: too much was asked of it at once. Nothing is lost; it is asked again later.
error-integration-unreadable = { service-name } gave an answer that cannot be understood, so it was not used; what is known of it is kept. It is asked again later.
error-integration-tls = { service-name } cannot prove with its certificate who it is, so nothing was sent to it. Give it a valid certificate, or, if it is one of your own making, set VERIFY_TLS=false for it.
error-integration-host-unknown = The address of { service-name } leads nowhere: there is no machine of that name. Nothing was sent. Check the name in its URL, and whether the network knows it.
error-integration-address-wrong = The address or the key of { service-name } has something in it that cannot be sent, so nothing was. Check its settings for stray characters.
error-integration-redirected = { service-name } sends us on to another address, where its key is not sent. Nothing was read. Set its URL to the address it really has, without a sign-in page in front of it.
error-integration-not-understood = { service-name } does not know what it was asked for; it may be too old. What is known of it is kept. Update it, then try again.
error-integration-setting-invalid = { $setting } cannot be understood, so that service is not used; everything else runs. Correct it and start the service again.
error-integration-setting-choice = { $setting } has a value that does not exist, so that service is not used; everything else runs. Set one of these and start the service again: { $allowed }.
error-integration-setting-missing = { $setting } is not set, and without it that service cannot be used; everything else runs. Set it and start the service again.
error-integration-name-invalid = A name in { $setting } is missing or has other signs than a–z, 0–9 and hyphens, so that service is not used. Correct it and start the service again.

## TMDB

tmdb-attribution = This product uses the TMDB API but is not endorsed or certified by TMDB.
tmdb-steps =
    1. At themoviedb.org, make an account, then take the read access token under Settings, API.
    2. Set RECOMMENDARR_TMDB_TOKEN to it and start the service again.

## Tautulli

error-tautulli-api-off = { $name } has its API switched off, so nothing was read there; what is known of it is kept. Its owner can switch it on under Settings, Web Interface.

tautulli-steps =
    1. In Tautulli, copy the API key under Settings, Web Interface.
    2. Set RECOMMENDARR_TAUTULLI_URL to Tautulli’s address and RECOMMENDARR_TAUTULLI_API_KEY to the key.
    3. Set RECOMMENDARR_TAUTULLI_HOOK_SECRET to a secret of your choice, and start the service again.
tautulli-hook-steps = { $on ->
    [yes] In Tautulli, add a notification agent of the kind Webhook with the address { $address }, the secret as the header X-Recommendarr-Secret and docs/hooks/tautulli-webhook-body.json as data, for Playback Start, Stop, Pause, Resume and Watched. docs/hooks/tautulli.md has it step by step.
   *[no] Set RECOMMENDARR_TAUTULLI_HOOK_SECRET to a secret of your choice and start the service again: Tautulli can then tell at once what was watched, at { $address }. Until then it is asked every few minutes.
}

# Plex Media Server and plex.tv.

plex-steps =
    1. Set RECOMMENDARR_PLEX_URL to your server’s address, for example http://192.168.1.5:32400, and RECOMMENDARR_PLEX_TOKEN to your own X-Plex-Token, then start the service. Sections, people and what is shared with them fill themselves in.
    2. To learn at once what was watched (needs Plex Pass): set RECOMMENDARR_PLEX_HOOK_SECRET to a word of your own, and on app.plex.tv under Settings, Webhooks add { $hook }/ followed by that word. docs/hooks/plex.md has it step by step.
    3. Everybody links their own account with /link plex: what they have watched and rated is read as them, never as you.

error-plex-refused = { $name } does not do what I asked of it, so nothing was changed there. If it stays, update the Plex server; its log says more.
error-plex-no-access = Your Plex account cannot open { $name } any more, so nothing was done there; what is known of your taste is kept. Ask the server’s owner to share it with you again.
error-plex-own-token-needed = What you have watched on { $name } can only be read as you, so nothing was read. Link your account with /link plex.
error-plex-other-account = The Plex account that is linked here is another one, so nothing was read from { $name }. Link yours again with /link plex.
error-plex-player-gone = That device or that title is not there any more, so nothing was played. Open Plex on the device, then choose again.
error-plex-title-gone = Something on { $name } that this needs is not there any more, so not all of it was done. Try again after the next reading of the libraries.

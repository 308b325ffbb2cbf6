# Jellyfin.

jellyfin-steps =
    1. In Jellyfin, under Dashboard, API Keys, make a key; set RECOMMENDARR_JELLYFIN_URL to the server’s address, for example http://192.168.1.5:8096, and RECOMMENDARR_JELLYFIN_API_KEY to the key, then start the service.
    2. To learn at once what was watched: set RECOMMENDARR_JELLYFIN_HOOK_SECRET to a word of your own, install the Webhook plugin, and add a Generic Destination with the address { $hook }, the header X-Recommendarr-Secret with that word, and the template in docs/hooks/jellyfin-webhook-body.handlebars. docs/hooks/jellyfin.md has it step by step.
    3. Everybody links their own account with /link jellyfin; Quick Connect must be on, which it is unless you switched it off under Dashboard, General.

error-jellyfin-state-hidden = { $name } does not tell with its API key what people have seen, so nothing new was learnt; what is known is kept. It works once somebody has linked their own account with /link jellyfin, or with a newer Jellyfin.
error-jellyfin-library-gone = A library of { $name } is not there any more, so it was not read; what is known of it is kept until the next full reading.
error-jellyfin-quick-connect-off = Quick Connect is switched off on { $name }, so nothing was linked. Its owner can switch it on under Dashboard, General; then try again.
error-jellyfin-player-gone = That device is not there any more, so nothing was played. Open Jellyfin on it, then choose it again.
error-jellyfin-nothing-to-play = There is no title to play, so nothing was done. Choose one first.
error-jellyfin-cannot-delete = { $name } does not let me take the collection “{ $list }” away, so it stays as it is. Delete it in Jellyfin.

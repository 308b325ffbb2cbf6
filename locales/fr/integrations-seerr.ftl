# Seerr (ainsi qu’Overseerr et Jellyseerr), et ce qui se dit de chaque souhait.

seerr-steps =
    1. Dans Seerr, copiez la clé d’API sous Settings, General. Indiquez l’adresse de Seerr dans RECOMMENDARR_SEERR_URL et la clé dans RECOMMENDARR_SEERR_API_KEY.
    2. Sous Users, importez de Plex ou de Jellyfin toutes les personnes qui peuvent faire des demandes : chaque souhait est fait au nom de la personne qui l’a, avec son quota et son approbation. Qui n’y est pas ne peut rien demander.
    3. Pour savoir aussitôt ce que deviennent les demandes, indiquez un secret de votre choix dans RECOMMENDARR_SEERR_HOOK_SECRET. Dans Seerr, sous Settings, Notifications, Webhook : Enable Agent ; Webhook URL { $hook } ; Authorization Header « Bearer » suivi d’une espace et du secret ; JSON Payload tel quel (Reset to Default) ; types Request Pending Approval, Request Automatically Approved, Request Approved, Request Declined, Request Available et Request Processing Failed. Appuyez sur Test, puis sur Save Changes.
    4. Si vous avez une bibliothèque de fichiers provisoires, désactivez-la dans Seerr sous Settings, Plex ou Jellyfin, et indiquez son nom dans RECOMMENDARR_SEERR_EXCLUDED_LIBRARY : sinon, Seerr croit ses titres disponibles.

error-seerr-refused = { $name } ne l’a pas fait : { $reason }. Rien n’a changé. Son propriétaire peut consulter le journal ; réessaie ensuite.
error-seerr-csrf = { $name } n’accepte les demandes que de ses propres pages : rien n’y a été demandé ni changé. Son propriétaire désactive « Enable CSRF Protection » sous « Settings », « Network » (« General » auparavant) et le redémarre ; réessaie ensuite.
error-seerr-counts-placeholders = { $name } lit la bibliothèque « { $library } » et prend ses fichiers provisoires pour des titres disponibles. Ce que seul un serveur multimédia dit disponible n’est donc pas cru. Son propriétaire désactive cette bibliothèque dans les réglages de Seerr.
error-request-already = « { $title } » est déjà là, ou quelqu’un l’a déjà demandé : rien de nouveau n’a été demandé à { $name }. /veux te dira quand tu pourras le regarder.
error-request-nothing-left = Il ne reste aucune saison de « { $title } » à demander à { $name } : rien n’a été demandé. Ce qui manque a déjà été demandé, ou cette saison n’existe pas.
error-request-unknown-title = { $name } ne connaît pas « { $title } » : rien n’a été demandé. Réessaie plus tard : les nouveaux titres y sont connus au bout d’un moment.
error-request-not-taken = { $name } ne prend pas de titres comme « { $title } » d’après ses réglages : rien n’a été demandé. Qui gère le service peut changer cela avec TAKES.
error-request-not-allowed = { $name } n’accepte pas cette demande de ton compte : rien n’a été demandé. Lie ton compte avec /lier, et demande au propriétaire du serveur de t’y admettre.
error-request-blocked = « { $title } » est bloqué sur { $name } : rien n’a été demandé. Parles-en au propriétaire du serveur si cela te semble une erreur.
error-request-quota = Tu as épuisé tes demandes sur { $name } ({ $limit } en { $days } jours) : rien n’a été demandé. Garde le titre dans ta liste et redemande dans quelques jours.
error-request-undecidable = { $name } cherche tout sans approbation : il n’y a rien à décider, et rien n’a changé. Retires-y un titre si tu n’en veux pas.

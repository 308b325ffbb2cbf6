# Services autour du serveur multimédia : ce qui peut échouer avec chacun, et comment certains s’installent.

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
error-integration-unavailable = { service-name } ne répond pas en ce moment. Ce qu’on en sait est conservé ; tout le reste fonctionne.
error-integration-rejected = { service-name } refuse la clé qui lui est donnée, alors rien n’y a été lu ni changé ; ce qu’on en sait est conservé. La personne qui gère ce service doit mettre une clé valable, avec les droits qu’il faut.
error-integration-rate-limited = { service-name } demande de la patience : trop de demandes d’un coup. Rien n’est perdu ; la demande sera refaite plus tard.
error-integration-unreadable = { service-name } a donné une réponse incompréhensible, qui n’a donc pas servi ; ce qu’on en sait est conservé. La demande sera refaite plus tard.
error-integration-tls = { service-name } ne peut pas prouver son identité avec son certificat, alors rien ne lui a été envoyé. Donne-lui un certificat valable ou, si tu l’as fait toi-même, mets VERIFY_TLS=false pour lui.
error-integration-host-unknown = L’adresse de { service-name } ne mène nulle part : aucune machine ne porte ce nom. Rien n’a été envoyé. Vérifie le nom dans son URL, et que le réseau le connaît.
error-integration-address-wrong = L’adresse ou la clé de { service-name } contient quelque chose qui ne peut pas être envoyé, alors rien ne l’a été. Cherche des caractères égarés dans ses réglages.
error-integration-redirected = { service-name } nous renvoie vers une autre adresse, où sa clé n’est pas envoyée. Rien n’a été lu. Mets dans son URL l’adresse qu’il a vraiment, sans page de connexion devant.
error-integration-not-understood = { service-name } ne connaît pas ce qui lui a été demandé ; il est peut-être trop ancien. Ce qu’on en sait est conservé. Mets-le à jour, puis réessaie.
error-integration-setting-invalid = { $setting } est incompréhensible, alors ce service n’est pas utilisé ; tout le reste tourne. Corrige-le et redémarre le service.
error-integration-setting-choice = { $setting } a une valeur qui n’existe pas, alors ce service n’est pas utilisé ; tout le reste tourne. Mets l’une de celles-ci et redémarre le service : { $allowed }.
error-integration-setting-missing = { $setting } n’est pas réglé, et sans lui ce service ne peut pas être utilisé ; tout le reste tourne. Règle-le et redémarre le service.
error-integration-name-invalid = Dans { $setting }, un nom manque ou contient d’autres signes que a–z, 0–9 et le trait d’union, alors ce service n’est pas utilisé. Corrige-le et redémarre le service.

## TMDB

tmdb-attribution = Ce produit utilise l’API de TMDB, mais n’est ni approuvé ni certifié par TMDB.
tmdb-steps =
    1. Sur themoviedb.org, crée un compte, puis prends le jeton d’accès en lecture dans les paramètres, sous « API ».
    2. Mets-le dans RECOMMENDARR_TMDB_TOKEN et redémarre le service.

## Tautulli

error-tautulli-api-off = L’API de { $name } est désactivée, alors rien n’y a été lu ; ce qu’on en sait est conservé. Elle s’active dans ses réglages, sous « Web Interface ».

tautulli-steps =
    1. Dans Tautulli, copie la clé d’API dans les réglages, sous « Web Interface ».
    2. Mets l’adresse de Tautulli dans RECOMMENDARR_TAUTULLI_URL et la clé dans RECOMMENDARR_TAUTULLI_API_KEY.
    3. Mets dans RECOMMENDARR_TAUTULLI_HOOK_SECRET un secret de ton choix, et redémarre le service.
tautulli-hook-steps = { $on ->
    [yes] Dans Tautulli, ajoute un « Notification Agent » de type Webhook avec l’adresse { $address }, le secret dans l’en-tête X-Recommendarr-Secret et docs/hooks/tautulli-webhook-body.json comme données, pour Playback Start, Stop, Pause, Resume et Watched. docs/hooks/tautulli.md l’explique pas à pas.
   *[no] Mets dans RECOMMENDARR_TAUTULLI_HOOK_SECRET un secret de ton choix et redémarre le service : Tautulli pourra alors signaler aussitôt ce qui a été vu, à { $address }. D’ici là, il est interrogé toutes les quelques minutes.
}

# Radarr, et ce que Radarr et Sonarr disent pareillement.

radarr-steps =
    1. Dans Radarr, copiez la clé d’API sous Settings, General. Indiquez l’adresse de Radarr (avec sa base d’URL, s’il en a une) dans RECOMMENDARR_RADARR_URL et la clé dans RECOMMENDARR_RADARR_API_KEY. Pour plusieurs : RECOMMENDARR_RADARR_INSTANCES, une liste JSON d’objets avec name, url, api_key et les champs ci-dessous en minuscules ; takes dit quels films chacun reçoit : all (tous), films (tous sauf les animes), anime, children (pour enfants) ou nothing (ce qu’il a compte comme présent, mais rien ne lui est demandé).
    2. Si Radarr a plusieurs profils de qualité ou dossiers racine, dites lequel prendre : RECOMMENDARR_RADARR_PROFILE (nom ou numéro) et RECOMMENDARR_RADARR_ROOT_FOLDER (chemin). Au choix : RECOMMENDARR_RADARR_APPROVAL (les demandes de qui attendent un administrateur : members, everybody ou nobody), _WEEKLY (demandes d’un membre en sept jours), _TAGS, _MINIMUM_AVAILABILITY (announced, inCinemas ou released), _SEARCH.
    3. Pour savoir aussitôt qu’un film est arrivé, indiquez un secret de votre choix dans RECOMMENDARR_RADARR_HOOK_SECRET. Dans Radarr, sous Settings, Connect, ajoutez un Webhook : On Grab, On File Import, On File Upgrade, On Movie Added, On Movie Delete et On Manual Interaction Required activés ; URL { $hook } ; Method POST ; Username recommendarr ; Password le secret. Appuyez sur Test, puis sur Save.

servarr-takes = { $takes ->
    [nothing] { $name } : rien ne lui est demandé ; ce qu’il a compte comme présent (takes : { $takes }).
    [anime] { $name } : les animes lui sont demandés (takes : { $takes }).
    [children] { $name } : ce qui est pour enfants lui est demandé, d’après les genres Familial et Kids de TMDB (takes : { $takes }).
    [usual] { $name } : tout sauf les animes lui est demandé (takes : { $setting }).
   *[all] { $name } : tout ce qui n’a pas de service à part lui est demandé (takes : { $takes }).
}

error-servarr-profile-unclear = { $name } n’a pas de profil de qualité « { $wanted } » : rien n’a été ajouté. Son propriétaire en choisit un avec { $setting } : { $choices }.
error-servarr-root-unclear = { $name } n’a pas de dossier racine « { $wanted } » : rien n’a été ajouté. Son propriétaire en choisit un avec { $setting } : { $choices }.
error-servarr-root-inaccessible = { $name } ne peut pas ouvrir son dossier racine { $path } pour le moment : rien n’a été ajouté. Son propriétaire doit vérifier que le disque est là ; redemande ensuite.
error-servarr-refused = { $name } n’a pas accepté « { $title } » : { $reason }. Rien d’autre n’a changé. Son propriétaire peut y remédier ; redemande ensuite.
error-servarr-unwell = { $name } signale un problème de son côté : { $reason }. Les souhaits sont toujours transmis, mais pourraient ne pas aboutir. Son propriétaire en trouve le détail sous System, Status.

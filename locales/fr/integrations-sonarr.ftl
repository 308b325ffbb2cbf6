# Sonarr.

sonarr-steps =
    1. Dans Sonarr, copiez la clé d’API sous Settings, General. Indiquez l’adresse de Sonarr (avec sa base d’URL, s’il en a une) dans RECOMMENDARR_SONARR_URL et la clé dans RECOMMENDARR_SONARR_API_KEY. Pour plusieurs : RECOMMENDARR_SONARR_INSTANCES, une liste JSON d’objets avec name, url, api_key et les champs ci-dessous en minuscules ; avec takes réglé sur series ou anime, ils se partagent le travail.
    2. Si Sonarr a plusieurs profils de qualité ou dossiers racine, dites lequel prendre : RECOMMENDARR_SONARR_PROFILE (nom ou numéro) et RECOMMENDARR_SONARR_ROOT_FOLDER (chemin) ; pour les animes aussi _ANIME_PROFILE et _ANIME_ROOT_FOLDER. Au choix : RECOMMENDARR_SONARR_TAGS, _SEARCH.
    3. Pour savoir aussitôt qu’une saison est arrivée, indiquez un secret de votre choix dans RECOMMENDARR_SONARR_HOOK_SECRET. Dans Sonarr, sous Settings, Connect, ajoutez un Webhook : On Grab, On File Import, On File Upgrade, On Import Complete, On Series Add, On Series Delete et On Manual Interaction Required activés ; URL { $hook } ; Method POST ; Username recommendarr ; Password le secret. Appuyez sur Test, puis sur Save.

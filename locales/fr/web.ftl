# La page compagnon.

web-skip = Aller au contenu
web-nav = Pages
web-nav-feed = Pour toi
web-nav-taste = Tes goûts
web-nav-watchlists = Listes
web-search = Recherche
web-search-hint = Titre ou personne
web-search-go = Chercher
web-account = Compte de { $name }
web-demo-account = Tu regardes la démo en tant que { $name }. Tape /être dans le chat pour être quelqu’un d’autre.
web-language = Langue
    .body = Le bot et cette page te parlent dans cette langue, dans tous les chats.
web-signout = Se déconnecter
web-foot = Tout est calculé sur ton propre serveur. Rien de ce qui te concerne n’en sort.

## Recommandations

web-greeting = À regarder, { $name }
web-similar-to = Dans le genre de { $title }
web-modes = Façons de recommander
web-mode-tonight = Ce soir
web-mode-mood = Selon l’humeur
web-mode-rediscover = Redécouvrir
web-mode-similar = Similaires
web-mode-shuffle = Au hasard
web-mood-label = De quoi as-tu envie ?
web-mood-hint = Comme Parasite en plus drôle, moins de 2 h
web-mood-go = Trouver
web-similar-label = Un titre pour commencer
web-similar-hint = Un titre que tu aimes
web-similar-go = Trouver
web-filters = { $count ->
    [0] Filtres
    [one] Filtres ({ $count } actif)
   *[other] Filtres ({ $count } actifs)
}
web-filter-type = Type
web-filter-genre = Genres
web-filter-library = Bibliothèque
web-filter-year-from = À partir de l’année
web-filter-year-to = Jusqu’à l’année
web-filter-runtime = Au plus, en minutes
web-filter-language = Langue d’origine
web-filter-sure = Certitude
web-any = Toutes
web-sure-any = Toutes
web-sure-medium = Au moins assez sûr
web-sure-high = Seulement les plus sûrs
web-filters-apply = Afficher
web-filters-clear = Effacer les filtres
web-more = En voir d’autres
web-match = Accord
web-match-long = d’accord avec tes goûts
web-nothing = Il n’y a plus rien à recommander ici pour le moment. Essaie une autre façon, ou note quelques titres.
web-nothing-filtered = Rien ne passe ces filtres. Assouplis-en un ou efface-le, puis regarde à nouveau.
web-nothing-more = C’est tout pour le moment. Les premiers sont toujours là si tu reviens en arrière.
web-ask-mood = Dis avec tes mots ce dont tu as envie : une humeur, un titre proche, une durée, une langue.
web-ask-similar = Donne un titre que tu aimes et regarde ce qui s’en approche.

## Cartes et ce qu’on peut en faire

web-deeds = Ce que tu dis de { $title }
web-do-like = Plus comme ça
web-do-like-title = Plus de titres comme { $title }
web-do-dislike = Pas pour moi
web-do-dislike-title = { $title } n’est pas pour moi
web-do-seen = Vu
web-do-seen-title = J’ai vu { $title }
web-do-save = À voir
web-do-save-title = Mettre { $title } dans la liste
web-do-unsave = Retirer de la liste
web-do-unsave-title = Retirer { $title } de la liste
web-do-hide = Masquer quatre mois
web-do-hide-title = Masquer { $title } pendant quatre mois
web-do-unhide = Montrer à nouveau
web-do-unhide-title = Montrer à nouveau { $title }
web-your-rating = Toi : { $rating }/10
web-undo = Annuler
web-undone = C’est annulé.
web-done = C’est fait.
web-done-like = C’est noté : plus de titres comme { $title }.
web-done-dislike = C’est noté : { $title } n’est pas pour toi.
web-done-seen = { $title } compte comme vu.
web-done-rate = Ta note pour { $title } est enregistrée.
web-done-save = { $title } est dans ta liste.
web-done-unsave = { $title } n’est plus dans ta liste.
web-done-hide = { $title } est masqué pendant quatre mois.
web-done-unhide = { $title } peut être recommandé à nouveau.

## Un titre

web-poster = Affiche de { $title }
web-yours = Ton avis
web-rate = Ta note
web-rate-points = { $points } sur 10
web-hidden-until = Masqué jusqu’au { $date }.
web-more-like-this = Plus comme ça
web-breakdown = D’où vient le score
web-total = Total
web-kept-out = Pourquoi ce n’est pas dans tes recommandations en ce moment
web-people = Équipe
web-details = Détails
web-role-director = Réalisation
web-role-creator = Création
web-role-writer = Scénario
web-role-composer = Musique
web-role-actor = Distribution
web-role-studio = Studio
web-detail-genres = Genres
web-detail-original-title = Titre original
web-detail-countries = Pays
web-detail-language = Langue d’origine
web-detail-votes = Note
web-detail-keywords = Thèmes
web-votes = { $count ->
    [one] { $average } sur 10 ({ $count } vote)
   *[other] { $average } sur 10 ({ $count } votes)
}
web-franchise = { $name }, dans l’ordre
web-similar = Titres similaires

## Recherche

web-search-for = Résultats pour « { $words } »
web-search-titles = Titres
web-search-similar = Choisis le titre de départ.
web-search-nothing = Rien n’a été trouvé sous ce nom. Vérifie l’orthographe ou essaie le titre original.
web-search-empty = Tape un titre dans n’importe quelle langue, ou le nom d’une personne.

## Goûts

web-taste = Tes goûts
web-domains = Types de titres
web-all-domains = Tout
web-taste-known = { $count ->
    [0] Rien d’appris pour l’instant
    [one] Appris de { $count } événement
   *[other] Appris de { $count } événements
}
web-taste-thin = C’est encore peu. À partir de dix titres vus ou notés, tes goûts prennent forme.
web-taste-empty = Rien n’est encore connu de tes goûts ici. Regarde quelque chose, ou note quelques titres que tu connais.
web-taste-genres = Genres
web-radar = Tes genres
    .body = Plus c’est loin du centre, plus tu aimes. Sur l’anneau pointillé, cela ne t’attire ni ne te rebute.
web-taste-figures = En chiffres
web-finished = { $finished } sur { $started } terminés
web-taste-people = Ceux à qui tu reviens
web-taste-hours = Quand tu regardes
web-hours = Débuts selon l’heure
web-days = Débuts selon le jour
web-hour = { $count ->
    [one] { $hour } h : { $count } début
   *[other] { $hour } h : { $count } débuts
}
web-weekdays = lun. mar. mer. jeu. ven. sam. dim.
web-taste-moods = Tes humeurs
web-taste-share = { $share } de ce que tu aimes
web-taste-disliked = Ce que tu n’aimes pas
    .body = Abandonné ou mal noté. Ce qui s’en approche perd des points.
web-taste-history = Historique
web-event-watch = { $times ->
    [0] regardé
    [1] terminé
    [2] terminé, deux fois en tout
   *[other] terminé, { $times } fois en tout
}
web-event-part = regardé à { $share }
web-event-rating = noté { $rating }/10
web-event-seen = vu
web-event-like = pouce levé
web-event-dislike = pouce baissé
web-event-save = mis dans la liste
web-event-skip = passé
web-pages = Pages de l’historique
web-page-of = Page { $page } sur { $pages }
web-newer = Plus récents
web-older = Plus anciens

## Listes, langue, connexion

web-list-count = { $count ->
    [one] { $count } titre
   *[other] { $count } titres
}
web-lists-empty = Ta liste est vide. Le marque-page sous chaque titre l’y met.
web-language-done = La langue est changée, ici et dans tous les chats.
web-signin = Connexion
web-signin-as = Se connecter en tant que { $name } ?
    .body = Ce lien ne sert qu’une fois. La personne qui le confirme ici voit dans ce navigateur les recommandations et l’historique de ce compte.
web-signin-confirm = Oui, je suis { $name }
web-signin-not-you = Ce n’est pas toi ? Alors ferme cette page ; il ne s’est rien passé.

## Problèmes

web-problem-home = Vers les recommandations
web-problem-signin = Tu n’as pas de session ouverte
    .body = Écris /moi au bot dans ton chat. Il répond par un lien qui te connecte ici ; ce lien ne sert qu’une fois et dure dix minutes.
web-problem-form = Ce formulaire n’a pas pu être accepté
    .body = Il ne venait pas d’une de tes pages encore à jour, donc rien n’a été changé. Reviens en arrière, recharge la page et réessaie.
web-problem-missing = Il n’y a rien ici
    .body = Cette adresse ne mène à rien qui existe pour toi. La recherche trouve tous les titres que tu peux voir.
web-problem-method = Cette page ne s’utilise pas ainsi
    .body = Rien n’a été changé. Reviens en arrière et sers-toi des boutons de la page.
web-problem-large = C’était trop à la fois
    .body = Ce qui a été envoyé dépasse tous les formulaires d’ici et n’a donc pas été lu. Rien n’a été changé.
web-problem-code = Ce lien ne marche plus
    .body = Chaque lien ne sert qu’une fois et dure dix minutes. Écris /moi au bot dans ton chat pour en recevoir un nouveau.
web-problem-request = Cela n’a pas été compris
    .body = L’adresse ou le formulaire n’a pas de sens ici, donc rien n’a été changé. Reviens en arrière et réessaie.
web-problem-later = Cela ne marche pas pour le moment
    .body = Quelque chose dont cette page a besoin ne répond pas. Rien n’est perdu ; réessaie dans un instant.
web-problem-broken = Quelque chose s’est mal passé ici
    .body = C’est notre faute, pas la tienne. Ce qui était enregistré est toujours là. Réessaie ; si cela continue, préviens la personne à qui appartient le serveur : la cause est dans le journal.

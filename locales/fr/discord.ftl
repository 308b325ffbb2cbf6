# Discord : ce que la plateforme dit elle-même.

error-discord-token-rejected = Discord n’accepte pas le jeton du bot. Toutes les demandes sont conservées. Crée un nouveau jeton dans le portail des développeurs, indique-le dans RECOMMENDARR_DISCORD_TOKEN et redémarre.
error-discord-session-refused = Discord refuse définitivement la connexion. Toutes les demandes sont conservées. Vérifie les réglages du bot dans le portail des développeurs ; « recommendarr check » donne les étapes.
error-discord-unreachable = Discord est injoignable pour le moment. Toutes les demandes sont conservées, et je continue d’essayer.
error-discord-closed = Discord ne me laisse pas écrire à cette personne en privé. Rien n’est perdu qu’une commande ne puisse montrer à nouveau ; elle doit autoriser les messages privés des membres du serveur.
discord-closed-here = Ma réponse ne concerne qu’une personne, et Discord ne me laisse pas lui écrire en privé. Autorise les messages privés des membres de ce serveur, ou redemande-moi ici.
discord-steps =
    1. Ouvre { $portal }, choisis « New Application » et donne un nom.
    2. Sous « Bot », choisis « Reset Token » et copie le jeton. Aucun intent privilégié n’est nécessaire.
    3. Indique-le dans RECOMMENDARR_DISCORD_TOKEN et démarre le service.
    4. Laisse vide « Interactions Endpoint URL » sous « General Information ».
    5. Invite le bot sur ton serveur (il demande : voir les salons, envoyer des messages, intégrer des liens, joindre des fichiers, envoyer des messages dans les fils) :
    { $invite }
    6. Tape / dans un salon : les commandes apparaissent en moins d’une minute.

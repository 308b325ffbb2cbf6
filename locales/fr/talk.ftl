# Nextcloud Talk, et la page publique d’un titre.

web-card-own-page = Ouvrir dans Recommendarr

talk-yours = Ma réponse n’est que pour toi, et d’autres lisent ici. Elle est sur ta page : { $url } Ou écris /privé dans une conversation où nous sommes seuls tous les deux, et c’est là que je te répondrai désormais.
talk-elsewhere = Cela n’est que pour toi, j’ai donc répondu dans notre propre conversation.
talk-done = C’est fait. Écris /undo pour l’annuler.
talk-undone = C’est annulé. /undo annule aussi ce qui précède.
talk-waiting = Quelque chose t’attend qui n’est que pour toi. Écris /privé dans une conversation où nous sommes seuls tous les deux, et je te le dirai là-bas.
talk-own = Désormais je considère que cette conversation n’est qu’à toi : je réponds à tout ce que tu y écris, y compris avec ce qui est personnel. Cela comprend des liens qui ouvrent ta page, assure-toi donc que personne d’autre n’est ici. Cela prend fin dès que quelqu’un d’autre écrit ou est ajouté.

talk-steps = Nextcloud Talk, une fois sur chaque serveur, dans le dossier de Nextcloud et en tant qu’utilisateur du serveur web :
    1. Créer un secret, le même que pour RECOMMENDARR_TALK_SECRET :  RECOMMENDARR_TALK_SECRET=$(openssl rand -hex 32); echo "$RECOMMENDARR_TALK_SECRET"
    2. Autoriser le serveur ici :  RECOMMENDARR_TALK_BACKENDS={ $backends }
    3. Installer le bot. Talk 22.0.9 et suivants, avec les réactions :
       php occ talk:bot:install --feature webhook --feature response --feature reaction { $name } "$RECOMMENDARR_TALK_SECRET" { $url }
       Talk 17.1 à 22.0.8 (ils nomment la mauvaise personne pour une réaction, ou n’en connaissent pas) :
       php occ talk:bot:install --feature webhook --feature response { $name } "$RECOMMENDARR_TALK_SECRET" { $url }
    4. Voir son numéro :  php occ talk:bot:list
    5. Le mettre dans une conversation ; TOKEN est la fin de son adresse …/call/TOKEN :  php occ talk:bot:setup NUMÉRO TOKEN
       Un modérateur peut faire de même dans les paramètres de la conversation, sous Bots.
    Le serveur doit atteindre { $url }, et RECOMMENDARR_PUBLIC_URL pour les images.

error-talk-backends-missing = Nextcloud Talk a un secret mais aucun serveur dont il peut venir, il reste donc éteint. Mets l’adresse de ton serveur dans RECOMMENDARR_TALK_BACKENDS, par exemple https://cloud.example.org.
error-talk-backend-invalid = « { $backend } » n’est pas l’adresse d’un serveur Nextcloud, Nextcloud Talk reste donc éteint. Écris-la dans RECOMMENDARR_TALK_BACKENDS comme https://cloud.example.org.
error-talk-secret-missing = Il n’y a pas de secret pour « { $backend } », Nextcloud Talk reste donc éteint. Renseigne RECOMMENDARR_TALK_SECRET, ou nomme-le dans RECOMMENDARR_TALK_SECRETS comme https://cloud.example.org=SECRET.
error-talk-backend-gone = Le serveur de cette conversation n’est plus dans RECOMMENDARR_TALK_BACKENDS, la réponse n’a donc pas été envoyée. Rien d’autre n’est perdu.
error-talk-no-own-room = Ceci n’est que pour une personne, qui n’a pas encore de conversation seule avec moi dans Nextcloud Talk. Elle en ouvre une en y écrivant /privé.
error-talk-unreachable = Le serveur Nextcloud est injoignable ou en maintenance. Les réponses sont gardées et envoyées à son retour.
error-talk-throttled = Le serveur Nextcloud n’accepte plus rien de nous pour l’instant. Les réponses sont gardées et envoyées plus tard.
error-talk-not-enabled = Le bot n’est pas activé dans cette conversation, ou son secret est un autre ; la réponse n’a donc pas été envoyée. Active-le dans les paramètres de la conversation, ou compare RECOMMENDARR_TALK_SECRET.
error-talk-room-gone = Cette conversation n’existe plus, la réponse n’a donc pas été envoyée.
error-talk-refused = Le serveur Nextcloud n’a pas accepté le message, il n’a donc pas été envoyé.
error-talk-too-long = Le message était plus long que ce qu’accepte le serveur Nextcloud, il n’a donc pas été envoyé.

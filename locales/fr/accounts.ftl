# Ses propres comptes sur les serveurs multimédias.

command-accounts = vos propres comptes sur les serveurs multimédias
    .usage = comptes [sortir]
    .help = Montre si vous êtes connecté avec votre propre compte, et ce que je ne peux pas savoir sinon. « comptes sortir » me reprend votre clé. Pour se connecter : lier plex, ou lier jellyfin. Qui s’occupe du service voit avec « comptes tous » qui est connecté.
    .examples = comptes | comptes sortir
    .aliases = comptes
accounts-words-out = sortir, déconnecter
accounts-words-all = tous
platform-plex = Plex
platform-jellyfin = Jellyfin
sign-in-page =
    Connectez-vous avec votre propre compte { $vendor }, pour que je sache ce que vous avez vu et noté vous-même. Ouvrez cette page, connectez-vous-y, puis appuyez ici sur le bouton ({ $minutes ->
        [one] vous avez une minute
       *[other] vous avez { $minutes } minutes
    }) :
    { $url }
sign-in-code =
    Connectez-vous avec votre propre compte { $vendor }, pour que je sache ce que vous avez vu et noté vous-même. Dans { $vendor }, là où vous êtes connecté, ouvrez Quick Connect et tapez { $code } ; puis appuyez ici sur le bouton ({ $minutes ->
        [one] vous avez une minute
       *[other] vous avez { $minutes } minutes
    }).
    { $url }
sign-in-open-button = Ouvrir { $vendor }
sign-in-done-button = Je me suis connecté
sign-in-not-yet = À ce que je vois, vous ne vous êtes pas encore connecté. Faites-le d’abord, puis appuyez de nouveau sur le bouton.
sign-in-welcome = Vous êtes { $person }, avec votre propre compte { $vendor }.
sign-in-moved = Ce compte était { $before } jusqu’ici ; il est désormais { $person }.
sign-in-what-now = Ce que vous y avez vu et noté compte désormais ; je suis en train de le lire. Votre clé est gardée ici chiffrée ; « comptes sortir » la reprend.
accounts-signed-in = { $server } : connecté en tant que { $account }.
accounts-refused = { $server } : votre clé ne vaut plus. Connectez-vous de nouveau, pour que j’apprenne ce que vous y marquez comme vu et y notez.
accounts-not-signed-in = { $server } : vous êtes { $account }, mais pas connecté. J’entends ce qui est lu, mais ce que vous avez marqué comme vu ou noté vous-même, je ne peux pas le savoir.
accounts-not-joined = { $server } : vous n’y êtes lié à aucun compte. Connectez-vous, et je saurai ce que vous pouvez ouvrir et ce que vous avez vu.
accounts-in-button = Se connecter à { $name }
accounts-out-button = Se déconnecter
accounts-revoke-button = Déconnecter { $name }
accounts-signed-out =
    { $count ->
        [one] La clé de { $person } est oubliée.
       *[other] { $count } clés de { $person } sont oubliées.
    } Ce qui a été appris reste.
accounts-nothing = Il n’y a ici aucune clé de { $person }.
accounts-of =
    { $person } : { $count ->
        [one] connecté à un serveur
       *[other] connecté à { $count } serveurs
    }
accounts-nobody = Personne n’est connecté avec un compte à soi.
error-accounts-word = Je ne sais pas ce que « { $word } » veut dire ici. Tapez « comptes » seul, ou « comptes sortir ».
error-sign-in-unknown = On ne peut pas se connecter à ce serveur ici.
error-sign-in-expired = Cette connexion est trop ancienne, ou n’a jamais été commencée. Recommencez par : lier plex, ou lier jellyfin.
error-no-access-to-server = Ce compte n’a pas accès à ce serveur multimédia, donc rien n’a été lié. Demandez à qui possède le serveur de le partager avec vous, puis réessayez.

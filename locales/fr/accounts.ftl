# Ses propres comptes sur les serveurs multimédias.

command-accounts = tes propres comptes sur les serveurs multimédias
    .usage = comptes [sortir]
    .help = Montre si tu es connecté avec ton propre compte, et ce que je ne peux pas savoir sinon. /comptes sortir me reprend ta clé. Pour te connecter : /lier plex ou /lier jellyfin. Qui s’occupe du service voit avec /comptes tous qui est connecté.
    .examples = comptes | comptes sortir
    .aliases = comptes
accounts-words-out = sortir, déconnecter
accounts-words-all = tous
sign-in-page =
    Connecte-toi avec ton propre compte { $vendor }, pour que je sache ce que tu as vu et noté toi-même. Ouvre { $vendor } avec le lien ci-dessous, connecte-toi là-bas, puis dis-le-moi ici ({ $minutes ->
        [one] tu as une minute
       *[other] tu as { $minutes } minutes
    }).
sign-in-code =
    Connecte-toi avec ton propre compte { $vendor }, pour que je sache ce que tu as vu et noté toi-même. Dans { $vendor }, là où tu es connecté, ouvre Quick Connect et tape { $code } ; puis appuie ici sur le bouton ({ $minutes ->
        [one] tu as une minute
       *[other] tu as { $minutes } minutes
    }).
sign-in-open-button = Ouvrir { $vendor }
sign-in-done-button = Je me suis connecté
sign-in-not-yet = À ce que je vois, tu ne t’es pas encore connecté. Fais-le d’abord, puis appuie de nouveau sur le bouton.
sign-in-welcome = Tu es { $person }, avec ton propre compte { $vendor }.
sign-in-moved = Ce compte était { $before } jusqu’ici ; il est désormais { $person }.
sign-in-what-now = Ce que tu y as vu et noté compte désormais ; je suis en train de le lire. Ta clé est gardée ici chiffrée ; /comptes sortir la reprend.
accounts-signed-in = { service-name } : connecté en tant que { $account }.
accounts-refused = { service-name } : ta clé ne vaut plus. Connecte-toi de nouveau, pour que j’apprenne ce que tu y marques comme vu et y notes.
accounts-not-signed-in = { service-name } : tu es { $account }, mais pas connecté. J’entends ce qui est lu, mais ce que tu as marqué comme vu ou noté toi-même, je ne peux pas le savoir.
accounts-not-joined = { service-name } : tu n’y es lié à aucun compte. Connecte-toi, et je saurai ce que tu peux ouvrir et ce que tu as vu.
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
error-accounts-word = Je ne sais pas ce que « { $word } » veut dire ici. Tape /comptes seul, ou /comptes sortir.
error-sign-in-unknown = On ne peut pas se connecter à { $name } ici, car ce n’est pas configuré. Rien n’a été lié. Qui gère le service peut le faire ; « recommendarr check » dit comment.
error-sign-in-expired = Cette connexion est trop ancienne, ou n’a jamais été commencée. Recommence par /lier plex ou /lier jellyfin.
error-no-access-to-server = Ce compte n’a pas accès à ce serveur multimédia, donc rien n’a été lié. Demande à qui possède le serveur de le partager avec toi, puis réessaie.

# Discussions : ce qu’une plateforme montre d’une commande, l’avancement, les envois et l’état de l’ensemble.

## Arguments, tels qu’une plateforme les décrit à côté d’un champ (100 caractères au plus)

argument-title = un titre, dans n’importe quelle langue, avec ou sans son année
argument-text = avec tes propres mots
argument-mode = quel genre de cartes
argument-score = des points de 1 à 10
argument-pick = le numéro d’une carte montrée en dernier, ou un titre
argument-list = le nom d’une liste
argument-language = la langue à parler
argument-filters = genres, années, durée, langue, type : comédie 1990s <100min not:horror
argument-command = le nom d’une commande
argument-setting = ce qu’il faut régler
argument-person = le nom de quelqu’un

## Travail en cours

progress-working = J’y travaille encore …
progress-done = C’est fait.

## Envois

error-platform-rate-limited = { people-platform } nous demande d’écrire moins pendant un moment. Rien n’est perdu : ce qui attend part dès que possible.
error-account-blocked = La personne a bloqué le bot sur { people-platform } ; ceci n’a donc pas été remis. On pourra l’envoyer dès qu’elle lui écrira de nouveau.
error-chat-gone = La discussion n’existe plus, ou le bot en a été retiré ; ceci n’a donc pas été remis. Abandonne-le, ou renvoie-le quand le bot sera de retour.
error-message-refused = La plateforme a refusé ce message ({ $reason }) ; il n’a donc pas été remis. Abandonne-le, ou renvoie-le.
error-letter-too-old = Cela n’a pas pu être remis en { $hours } heures et a été abandonné. Renvoie-le s’il compte encore, ou laisse-le tomber.
error-delivery-failed = La liaison avec { people-platform } a échoué d’une manière imprévue ({ $kind }). Ce qui attend est gardé et sera réessayé ; le journal dit où.
error-platform-settings = { people-platform } n’est pas servi, car ces réglages sont faux : { $settings }. Tout le reste fonctionne. Corrige-les et redémarre.
error-platform-closed = La liaison avec { people-platform } a pris fin. Ce qui attend est gardé, et elle sera rouverte.

## /status

command-status = comment va le service
    .usage = status [retry|drop] [le code]
    .help = Les discussions, ce qui attend d’être remis et ce qui a été abandonné, la part du catalogue comprise et le modèle qui répond. « retry » renvoie ce qui a été abandonné, « drop » y renonce ; les deux prennent un code, ou « all ».
    .examples = état | status retry all | status drop all
    .aliases = état
status-platforms = Discussions
status-platform = { $platform } : { $state ->
        [running] en marche
        [connecting] connexion en cours
       *[failing] en panne
    }
status-platform-trouble = { $platform } : { $state ->
        [running] en marche
        [connecting] connexion en cours
       *[failing] en panne
    } – { $trouble }
status-none = Aucune discussion n’est installée. « recommendarr check » dit comment faire.
status-waiting = En attente : { $updates ->
        [one] { $updates } message à traiter
       *[other] { $updates } messages à traiter
    }, { $letters ->
        [one] { $letters } réponse à remettre
       *[other] { $letters } réponses à remettre
    }.
status-unreached = { $count ->
        [one] Un message attend
       *[other] { $count } messages attendent
    } { $person }, à qui je ne peux pas encore écrire en privé sur { $platform }.
status-dead = Abandonnées : { $count }.
status-dead-letter = { $code } · { $platform } · { $reason }
status-embedded = Compris : { $share } des titres.
status-model = Les textes sont lus par { $model }.
status-crowd = Modèle appris en service : { $version }.
status-retry = Tout renvoyer
status-drop = Tout abandonner
status-retried = { $count ->
        [one] { $count } réponse est renvoyée.
       *[other] { $count } réponses sont renvoyées.
    }
status-dropped = { $count ->
        [one] { $count } réponse a été abandonnée.
       *[other] { $count } réponses ont été abandonnées.
    }
error-status-unknown = Rien n’a été abandonné sous « { $code } » ; rien n’a donc été fait. /status montre les codes.

## Installer une plateforme

template-steps = Règle { $setting } sur l’adresse du serveur de la plateforme.

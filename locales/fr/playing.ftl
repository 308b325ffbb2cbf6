# Lecture : qualité, appareils, ce qui est en cours, et nos listes dans les applications des serveurs.

card-play = Lire
press-play = Lire sur un appareil
quality-size = { $size } Go
quality-direct = lecture directe sur { $device }
quality-transcode = peut-être converti pour { $device }

command-play = lire un titre sur l’un de tes appareils
    .usage = lire <titre>
    .help = Depuis les bibliothèques que tu peux ouvrir, sur un appareil à toi. La première fois je demande lequel ; ensuite cela se lance aussitôt là. Une série reprend là où tu en es. Pour cela, connecte-toi avec ton propre compte : /lier plex ou /lier jellyfin.
    .examples = lire Parasite | lire 2
    .aliases = lire
command-queue = lire un titre après ce qui est en cours
    .usage = enchaîner <titre>
    .help = Il vient après ce qui est en cours sur ton appareil habituel.
    .examples = enchaîner Parasite | enchaîner 2
    .aliases = enchaîner
command-playing = ce qui est en cours de lecture
    .usage = en-lecture
    .help = Ce qui est en cours sous ton compte, avec des boutons pour mettre en pause, reprendre et arrêter. Qui s’occupe du service voit ce qui est en cours chez tous.
    .examples = en-lecture
    .aliases = en-lecture
command-devices = les appareils sur lesquels tu peux lire
    .usage = appareils [aucun]
    .help = Ce que tes serveurs te proposent. Appuie sur l’un d’eux pour en faire l’appareil habituel ; avec « appareils aucun », je demande chaque fois.
    .examples = appareils | appareils aucun
    .aliases = appareils
command-push = tes recommandations en liste de lecture sur ton serveur
    .usage = pousser [oui|non|maintenant]
    .help = « pousser oui » met une liste de lecture « Recommended For You » dans ton propre compte sur le serveur ; elle est renouvelée chaque jour, et personne d’autre ne la voit. « pousser maintenant » la renouvelle aussitôt, « pousser non » l’enlève. Qui s’occupe du service peut donner à chaque bibliothèque une collection « Recommendarr Picks » par « pousser collection oui » ; elle ne contient rien de personnel.
    .examples = pousser | pousser oui | pousser maintenant | pousser non
    .aliases = pousser

play-where = Où lire { $title } ?
play-where-next = Où lire { $title } ensuite ?
play-playing = { $title } démarre sur { $device }.
play-queued = { $title } vient ensuite sur { $device }.
play-transcodes = { $device } ne lit pas ce fichier tel quel ; le serveur le convertit.
play-elsewhere = Sur un autre appareil
play-no-devices = Aucun appareil n’est allumé. Ouvre l’application du serveur sur l’un d’eux, puis réessaie.
play-sign-in = { $name } : connecte-toi d’abord avec ton propre compte, pour que je voie tes appareils : /lier { $name }
device-off = éteint
devices-usual = Tu lis d’habitude sur { $device }. Choisis-en un autre :
devices-choose = Choisis l’appareil sur lequel tu lis d’habitude :
devices-chosen = Désormais : { $device }.
devices-no-servers = Tu n’es lié à aucun compte sur un serveur multimédia. Connecte-toi d’abord : /lier plex ou /lier jellyfin.
devices-words-none = aucun, oublier

playing-button = Ce qui est en cours
playing-nothing = Rien n’est en cours.
playing-closed = un titre d’une bibliothèque qui t’est fermée
playing-somebody = quelqu’un
playing-paused = en pause
playing-transcoding = converti par le serveur
playing-pause = Pause
playing-resume = Reprendre
playing-stop = Arrêter
playing-pause-done = En pause sur { $device }.
playing-resume-done = La lecture reprend sur { $device }.
playing-stop-done = Arrêté sur { $device }.

push-words-on = oui, marche
push-words-off = non, arrêt
push-words-now = maintenant
push-words-collection = collection, collections
push-playlist-summary = Ce que Recommendarr te recommande aujourd’hui. Renouvelé chaque jour ; « pousser non » dans le chat l’enlève.
push-collection-summary = De bons titres de cette bibliothèque, pour tous. Renouvelé chaque jour par Recommendarr.
push-playlist-is =
    Ta liste de lecture « Recommended For You » est { $state ->
        [on] activée : { $count ->
            [one] un titre
           *[other] { $count } titres
        }, renouvelée chaque jour.
       *[off] désactivée.
    }
push-collection-is =
    Les collections « Recommendarr Picks » sont { $state ->
        [on] activées, dans { $count ->
            [one] une bibliothèque
           *[other] { $count } bibliothèques
        }.
       *[off] désactivées.
    }
push-on = Activer
push-off = Désactiver
push-now = Renouveler maintenant
push-collection-on = Activer les collections
push-collection-off = Désactiver les collections
push-on-done = Ta liste de lecture est désormais activée.
push-now-done = Ta liste de lecture est renouvelée.
push-off-done = Ta liste de lecture est désactivée.
push-collection-on-done = Les collections sont désormais activées.
push-collection-now-done = Les collections sont renouvelées.
push-collection-off-done = Les collections sont désactivées.
push-put =
    { $name } : { $count ->
        [0] rien à recommander pour l’instant
        [one] un titre
       *[other] { $count } titres
    }
push-removed = { $name } : enlevée
push-put-library =
    { $library } : { $count ->
        [0] rien à recommander pour l’instant
        [one] un titre
       *[other] { $count } titres
    }
push-removed-library = { $library } : enlevée

error-play-no-copy = { $title } n’est ici sur aucun serveur d’où tu puisses le lire ; rien n’a été lancé.
error-play-device-gone = Cet appareil n’est pas parmi les tiens pour l’instant ; rien n’a été lancé. Ouvres-y l’application, puis regarde de nouveau avec /appareils.
error-playing-over = Ce n’est plus en cours ; rien n’a été changé. /en-lecture montre ce qui l’est.
error-devices-unknown = Je ne connais pas « { $typed } » ici ; rien n’a été changé. Choisis avec les boutons, ou écris /appareils aucun.
error-push-unknown = Je ne connais pas « { $typed } » ici ; rien n’a été changé. Dis /pousser oui, /pousser non ou /pousser maintenant.
error-push-is-off = C’est désactivé ; il n’y avait donc rien à renouveler. Active-le d’abord.
error-push-sign-in = Une liste de lecture va dans ton propre compte ; connecte-toi donc d’abord : /lier plex ou /lier jellyfin. Rien n’a été changé.
error-push-admins-only = Seule la personne qui s’occupe du service peut le faire ; rien n’a été changé.
